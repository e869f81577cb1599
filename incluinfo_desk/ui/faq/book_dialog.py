"""In which language the answers of the book are to stand, before its file is asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from incluinfo_desk.domain.faq_voices import SPANISH
from incluinfo_desk.domain.variants import LANGUAGES
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.pills import Pills
from incluinfo_desk.ui.theme import look


class BookDialog(QDialog):
    """Enter takes Spanish; does not block."""

    def __init__(self, parent: QWidget, take: Callable[[str], object]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Libro de la FAQ"))
        self._take = take
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(16))
        column.setSpacing(px(12))
        column.addWidget(PlainLabel(self.tr("¿En qué lengua van las respuestas?"), "heading"))
        self.languages: Pills[str] = Pills()
        self.languages.offer({code: wording.language(code) for code in (SPANISH, *LANGUAGES)})
        column.addWidget(self.languages)
        column.addWidget(
            PlainLabel(
                self.tr(
                    "Solo lo verificado y vigente. Lo que no tenga versión en esa lengua va en "
                    "español, y el libro dice cuántas la tienen."
                ),
                "muted",
            ).wrapped()
        )
        column.addStretch()
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addStretch()
        row.addWidget(Button(self.tr("Cancelar"), on_click=self.reject))
        yes = Button(self.tr("Elegir fichero…"), "primary", on_click=self._accept)
        yes.setDefault(True)
        row.addWidget(yes)
        column.addLayout(row)
        self.resize(look().room(self, 560, 220))

    def _accept(self) -> None:
        language = self.languages.value(SPANISH)
        self.accept()
        self._take(language)

"""A citizen taught us something about an answer: noted in the officer's words, without them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.form_field import FormField, TextBox
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.theme import look


class TipDialog(QDialog):
    """``take`` is given the words. Does not block."""

    def __init__(
        self, parent: QWidget | None, question: str, take: Callable[[str], object]
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Mejora de una ficha"))
        self._take = take
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(16))
        column.setSpacing(px(12))
        column.addWidget(PlainLabel(displayable(question), "heading").wrapped())
        self.words = TextBox(4)
        self._field = FormField(self.words)
        self._field.say(
            self.tr("Qué conviene mejorar"),
            self.tr("Con sus palabras. No se guarda quién lo dijo ni su mensaje."),
        )
        column.addWidget(self._field)
        column.addStretch()
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addStretch()
        row.addWidget(Button(self.tr("Cancelar"), on_click=self.reject))
        yes = Button(self.tr("Anotar"), "primary", "Ctrl+↵", self._accept)
        yes.setShortcut("Ctrl+Return")
        row.addWidget(yes)
        column.addLayout(row)
        self.resize(look().room(self, 520, 280))
        self.words.setFocus()

    def _accept(self) -> None:
        words = self.words.toPlainText().strip()
        if not words:
            self._field.complain(self.tr("Escriba qué conviene mejorar."))
            return
        self._take(words)
        self.accept()

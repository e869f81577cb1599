"""A public text as X will show it: part by part, with its image, before it is sent."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from incluinfo_desk.domain.length import LIMIT, split_thread, weighted_length
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.widgets import Card, clear


class PostPreview(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        self._title = PlainLabel("", "heading")
        column.addWidget(self._title)
        self.cards = QVBoxLayout()
        self.cards.setSpacing(px(8))
        column.addLayout(self.cards)

    def show_post(self, text: str, parts: int, image: bool, alt_text: str) -> None:
        """``parts`` above one shows the thread that is offered; nothing is cut by itself."""
        clear(self.cards)
        text = text.strip()
        shown = split_thread(text) if parts > 1 else [text]
        for number, part in enumerate(shown if text else ()):
            card = Card("raised")
            card.body.addWidget(PlainLabel(displayable(part), "reading").wrapped())
            if image and number == 0:
                alt = alt_text or self.tr("falta el texto alternativo")
                words = self.tr("Imagen: {descripcion}").replace("{descripcion}", alt)
                card.body.addWidget(PlainLabel(displayable(words), "meta").wrapped())
            if len(shown) > 1:
                count = PlainLabel(f"{weighted_length(part)} / {LIMIT}", "meta")
                card.body.addWidget(count, 0, Qt.AlignmentFlag.AlignRight)
            self.cards.addWidget(card)
        self.setVisible(bool(text))

    def retranslate(self) -> None:
        self._title.setText(self.tr("Así se verá en X"))

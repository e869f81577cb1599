"""The answer as it is said on X, at the telephone and on a page, in each language it has."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from incluinfo_desk.domain.faq import FaqEntry
from incluinfo_desk.domain.faq_voices import SPANISH, Voice, said
from incluinfo_desk.domain.length import LIMIT, weighted_length
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.pills import Pills
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.widgets import Card


class PreviewCard(QWidget):
    """What will be said, exactly; the length counts on X alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry: FaqEntry | None = None
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        head = QHBoxLayout()
        self._title = PlainLabel("", "meta")
        self.counter = PlainLabel(f"0 / {LIMIT}", "meta")
        head.addWidget(self._title, 1)
        head.addWidget(self.counter)
        column.addLayout(head)
        self.voices: Pills[Voice] = Pills()
        self.languages: Pills[str] = Pills()
        self._copy = Button("", "small", on_click=self._copy_text)
        row = QHBoxLayout()
        row.addWidget(self.voices, 1)
        row.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addWidget(self.languages)
        for pills in (self.voices, self.languages):
            pills.chosen.connect(self._say)
        card = Card("ours")
        self.text = PlainLabel("", "reading").wrapped().selectable()
        card.body.addWidget(self.text)
        column.addWidget(card)
        self.retranslate()

    def load(self, entry: FaqEntry) -> None:
        """Say ``entry`` as it is now; what was chosen stays, where it is still there."""
        self._entry = entry
        written = [each.language for each in entry.translations if each.reply.strip()]
        self.languages.offer({code: wording.language(code) for code in (SPANISH, *written)})
        self.languages.setVisible(bool(written))
        self._say()

    def retranslate(self) -> None:
        self.voices.offer(
            {
                Voice.X: self.tr("En X"),
                Voice.PHONE: self.tr("Por teléfono"),
                Voice.WEB: self.tr("En una web"),
            }
        )
        self._copy.setText(self.tr("Copiar"))
        self._say()

    # --- inside ----------------------------------------------------------------------------

    def _said(self) -> str:
        if self._entry is None or not self._entry.reply.strip():
            return ""
        return said(self._entry, self.voices.value(Voice.X), self.languages.value(SPANISH))

    def _say(self) -> None:
        voice, text = self.voices.value(Voice.X), self._said()
        self._title.setText(
            {
                Voice.X: self.tr("Así se verá en X"),
                Voice.PHONE: self.tr("Así se lee en voz alta, por teléfono o en una oficina"),
                Voice.WEB: self.tr("Así se pega en una página de preguntas y respuestas"),
            }[voice]
        )
        self.text.setText(displayable(text) or self.tr("Todavía no hay respuesta."))
        self._copy.setEnabled(bool(text))
        length = weighted_length(text)
        self.counter.setVisible(voice is Voice.X)
        self.counter.setText(f"{length} / {LIMIT}")
        self.counter.setAccessibleName(
            self.tr("{largo} de {tope} caracteres")
            .replace("{largo}", str(length))
            .replace("{tope}", str(LIMIT))
        )
        self.counter.set_tone("danger" if length > LIMIT else "")

    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(self._said())

"""What the list of the FAQ shows: four choices, how many they leave, and the way back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QSizePolicy, QVBoxLayout, QWidget

from incluinfo_desk.domain.faq import FaqState
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.faq.presenter import LANGUAGES, Only
from incluinfo_desk.ui.faq.rows import state_words
from incluinfo_desk.ui.flow import FlowLayout
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.theme import look

_WIDE = 340
"""Below this width, as drawn, two choices side by side have no room for their words."""


class Filters(QWidget):
    changed = Signal()
    cleared = Signal()
    """Everything is to be shown again; the search is somebody else's to empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Mapping[FaqState, int] = {}
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        self.topic, self.body, self.state = QComboBox(), QComboBox(), QComboBox()
        self.only = QComboBox()
        self.body.addItem("", None)
        self._rows = [QBoxLayout(QBoxLayout.Direction.LeftToRight) for _ in range(2)]
        pairs = ((self.topic, self.state), (self.body, self.only))
        for row, pair in zip(self._rows, pairs, strict=True):
            row.setSpacing(px(8))
            for combo in pair:
                combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
                combo.setMaxVisibleItems(16)
                combo.currentIndexChanged.connect(self.changed)
                row.addWidget(combo, 1)
            column.addLayout(row)
        self._found = PlainLabel("", "meta")
        self._clear = Button("", "link", on_click=self.clear)
        line = FlowLayout(px(8))
        line.addWidget(self._found)
        line.addWidget(self._clear)
        column.addLayout(line)
        self._clear.hide()

    @property
    def chosen_topic(self) -> str | None:
        topic: str | None = self.topic.currentData()
        return topic

    @property
    def chosen_body(self) -> str | None:
        body: str | None = self.body.currentData()
        return body

    @property
    def chosen_state(self) -> FaqState | None:
        state = self.state.currentData()
        return FaqState(state) if state else None

    @property
    def chosen_only(self) -> str | None:
        only: str | None = self.only.currentData()
        return only

    def clear(self) -> None:
        """Show everything again, asked for once."""
        blockers = [QSignalBlocker(each) for each in (self.topic, self.body, self.state, self.only)]
        for combo in (self.topic, self.body, self.state, self.only):
            combo.setCurrentIndex(0)
        del blockers
        self.cleared.emit()
        self.changed.emit()

    def show_found(self, total: int) -> None:
        self._found.setText(self.tr("%Ln ficha(s)", "", total))

    def show_filtered(self, filtered: bool) -> None:
        self._clear.setVisible(filtered)

    def show_bodies(self, bodies: Sequence[str]) -> None:
        choices = [(self.tr("Organismo: todos"), None), *((each, each) for each in bodies)]
        _fill(self.body, choices)

    def show_counts(self, counts: Mapping[FaqState, int]) -> None:
        """The states in words, each with how many there are."""
        self._counts = counts
        states = [
            (f"{state_words(each)[0]} · {wording.number(counts.get(each, 0))}", each.value)
            for each in FaqState
        ]
        _fill(self.state, [(self.tr("Todos los estados"), None), *states])

    def retranslate(self) -> None:
        self.topic.setAccessibleName(self.tr("Tema"))
        self.body.setAccessibleName(self.tr("Organismo"))
        self.state.setAccessibleName(self.tr("Estado"))
        self.only.setAccessibleName(self.tr("Uso, lenguas y revisión"))
        self._clear.setText(self.tr("Quitar filtros"))
        topics = [(wording.topic(key), key) for key in wording.topics()]
        _fill(self.topic, [(self.tr("Todos los temas"), None), *topics])
        self.body.setItemText(0, self.tr("Organismo: todos"))
        without = self.tr("Sin versión en {lengua}")
        _fill(
            self.only,
            [
                (self.tr("Todas las fichas"), None),
                (self.tr("Por revisar en 30 días"), Only.DUE.value),
                (self.tr("Sin norma ni marca"), Only.NO_NORM.value),
                (self.tr("Nunca usadas"), Only.NEVER_USED.value),
                (self.tr("Las más usadas"), Only.MOST_USED.value),
                (self.tr("Solo para mí"), Only.MINE.value),
                *(
                    (without.replace("{lengua}", wording.language(each)), each)
                    for each in LANGUAGES
                ),
            ],
        )
        self.show_counts(self._counts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The two of a row stand one above the other where their words would be cut."""
        super().resizeEvent(event)
        wide = event.size().width() >= look().px(_WIDE) - look().px(32)
        side = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        for row in self._rows:
            row.setDirection(side)


def _fill(combo: QComboBox, choices: Sequence[tuple[str, str | None]]) -> None:
    """What was chosen stays chosen, and nobody is told of a change."""
    with QSignalBlocker(combo):
        chosen = combo.currentData()
        combo.clear()
        for words, value in choices:
            combo.addItem(words, value)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))
        # Open, it is as wide as its longest choice, however narrow the list stands.
        combo.view().setMinimumWidth(combo.view().sizeHintForColumn(0) + look().px(24))

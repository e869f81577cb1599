"""One choice of a few, as buttons in a row that wraps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.flow import FlowLayout
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.widgets import clear

T = TypeVar("T", bound=str)


class Pills(QWidget, Generic[T]):
    """Emits :attr:`chosen` when a person chooses, not when it is set."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = FlowLayout(look().px(6), self)
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(lambda _: self.chosen.emit())
        self.buttons: dict[T, Button] = {}

    def offer(self, choices: Mapping[T, str]) -> None:
        """Offer these, the first one chosen; the same choices again keep what is chosen."""
        if tuple(choices) != tuple(self.buttons):
            for button in self.buttons.values():
                self._group.removeButton(button)
            clear(self._row)
            self.buttons = {value: self._pill() for value in choices}
            if self.buttons:
                self.choose(next(iter(self.buttons)))
        for value, words in choices.items():
            self.buttons[value].setText(words)

    def choose(self, value: T) -> None:
        """Take ``value``, where it is offered."""
        if value in self.buttons:
            self.buttons[value].setChecked(True)

    def value(self, otherwise: T) -> T:
        return next((each for each, b in self.buttons.items() if b.isChecked()), otherwise)

    def _pill(self) -> Button:
        button = Button("", "pill")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._group.addButton(button)
        self._row.addWidget(button)
        return button

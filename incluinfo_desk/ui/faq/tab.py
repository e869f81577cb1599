"""One view of the FAQ's upkeep: a sentence that sums it up, a table, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.faq.lines import Line, Lines
from incluinfo_desk.ui.flow import FlowLayout
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.messages import EmptyState
from incluinfo_desk.ui.theme import look

T = TypeVar("T")


class UpkeepTab(QWidget):
    entry_wanted = Signal(str)
    """Id of an entry to open."""
    search_wanted = Signal(str)
    """Words under which the list shows the entries concerned."""

    def __init__(
        self, name: str, heads: Sequence[str], figures: Sequence[int], wide: Sequence[int]
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(12), 0, 0)
        column.setSpacing(px(10))
        self.summary = PlainLabel("", "").wrapped()
        column.addWidget(self.summary)
        self.table = Lines(figures, wide)
        self.table.setAccessibleName(name)
        self.table.lines.name(heads)
        self.table.activated.connect(lambda _: self.open_chosen())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self.enable())
        self.empty = EmptyState()
        self.empty.say(self.tr("Leyendo…"), icon="faq", busy=True)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.table)
        column.addWidget(self._pages, 1)
        self.under = QVBoxLayout()
        column.addLayout(self.under)
        self._acts = QWidget()
        self._row = FlowLayout(px(8), self._acts)
        column.addWidget(self._acts)
        self._needing: list[Button] = []

    def add_button(
        self,
        words: str,
        on_click: Callable[[], object],
        *,
        look: str = "",
        keys: str = "",
        chosen: bool = True,
    ) -> Button:
        """A button below the table; with ``chosen`` it needs a chosen row."""
        button = Button(words, look, keys, on_click)
        self._row.addWidget(button)
        if chosen:
            self._needing.append(button)
            button.setEnabled(False)
        return button

    def show_lines(self, items: Sequence[T], make: Callable[[T], Line], nothing: str) -> None:
        """A row for each item; ``nothing`` is said when there are none. The choice is kept."""
        before, first = self.table.chosen, self._pages.currentWidget() is self.empty
        self.table.lines.show(items, make)
        if items:
            self._pages.setCurrentWidget(self.table)
            self.table.choose(min(max(0, before), len(items) - 1))
            if first and self.isVisible():
                self.table.setFocus()
        else:
            self.empty.say(nothing, icon="faq")
            self._pages.setCurrentWidget(self.empty)
        self.enable()

    def enable(self) -> None:
        """Buttons follow what is chosen."""
        some = self.table.chosen >= 0
        for button in self._needing:
            button.setEnabled(some)

    def open_chosen(self) -> None:
        """Enter or double click on a row."""

"""A table of lines to read and choose from: the four views of the FAQ's upkeep are made of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from incluinfo_desk.ui.theme import look

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Line:
    cells: tuple[str, ...]
    tone: str = ""
    """ok, warning or danger: the colour of the first cell, whose words say the same."""
    tip: str = ""


class LinesModel(QAbstractTableModel):
    def __init__(self, figures: Sequence[int], parent: QWidget) -> None:
        """``figures`` are the columns of numbers, which stand at the right."""
        super().__init__(parent)
        self._figures = frozenset(figures)
        self._heads: tuple[str, ...] = ()
        self._items: Sequence[Any] = ()
        self._make: Callable[[Any], Line] = Line
        self._made: dict[int, Line] = {}

    def name(self, heads: Sequence[str]) -> None:
        self.beginResetModel()
        self._heads = tuple(heads)
        self.endResetModel()

    def show(self, items: Sequence[T], make: Callable[[T], Line]) -> None:
        """One row for each of ``items``; its words are made when it is first looked at."""
        self.beginResetModel()
        self._items, self._make, self._made = items, make, {}
        self.endResetModel()

    def first(self, count: int) -> list[tuple[str, ...]]:
        """The cells of the first rows."""
        return [self._line(row).cells for row in range(min(count, len(self._items)))]

    def _line(self, row: int) -> Line:
        line = self._made.get(row)
        if line is None:
            line = self._made[row] = self._make(self._items[row])
        return line

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._heads):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section in self._figures else _LEFT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._items):
            return None
        line, column = self._line(index.row()), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.cells[column]
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._heads[column]}: {line.cells[column]}"
            case Qt.ItemDataRole.ToolTipRole:
                return line.tip or line.cells[column]
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column in self._figures else _LEFT
            case Qt.ItemDataRole.ForegroundRole if column == 0 and line.tone:
                return look().colour(line.tone)
            case _:
                return None


_LEAST = 150
"""Width of a column of words."""
_PADDING = 13
"""At either side of a cell: 8 of the style sheet, and what the frame of the focus needs."""
_MEASURED = 50
"""Of ten thousand rows the first tell enough."""


class Lines(QTableView):
    """Rows are chosen whole; Tab leaves the table, as everywhere."""

    def __init__(self, figures: Sequence[int] = (), wide: Sequence[int] = (1,)) -> None:
        """``wide`` are the columns that share the room left over."""
        super().__init__()
        self.setObjectName("lines")
        self._wide = tuple(wide)
        self.lines = LinesModel(figures, self)
        self.setModel(self.lines)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(look().px(120))
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.lines.modelReset.connect(self._size)
        look().changed.connect(self._size)

    @property
    def chosen(self) -> int:
        """Place of the chosen row, -1 for none."""
        rows = self.selectionModel().selectedRows()
        return rows[0].row() if rows else -1

    def choose(self, row: int) -> None:
        if 0 <= row < self.lines.rowCount():
            self.selectRow(row)

    def _size(self) -> None:
        """Measured once for what is shown: Qt's own ResizeToContents does it at every turn."""
        header, metrics = self.horizontalHeader(), self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(metrics.height() + look().px(12))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines = self.lines.first(_MEASURED)
        for column in range(self.lines.columnCount()):
            if column not in self._wide:
                words = max((metrics.horizontalAdvance(each[column]) for each in lines), default=0)
                room = words + look().px(2 * _PADDING)
                header.resizeSection(column, max(room, header.sectionSizeHint(column)))
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """The wide columns take what the others leave, and never less than can be read."""
        header = self.horizontalHeader()
        places = range(self.lines.columnCount())
        taken = sum(header.sectionSize(each) for each in places if each not in self._wide)
        left = (self.viewport().width() - taken) // max(1, len(self._wide))
        for each in self._wide:
            header.resizeSection(each, max(left, look().px(_LEAST)))

"""The conversations in the list, in pages: the view never asks for what nobody scrolls to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from incluinfo_desk.ui.inbox.rows import Row, spoken

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
"""Role under which the :class:`Row` itself is found."""


class ConversationList(QAbstractListModel):
    """Immutable rows by id. What it does not hold yet it asks for with :attr:`more_wanted`."""

    more_wanted = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._rows: list[Row] = []
        self._places: dict[str, int] = {}
        self._more = False
        self._asked = False

    @property
    def now(self) -> datetime:
        return self._now()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole}:
            return spoken(row, self._now())
        return None

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more and not self._asked

    def fetchMore(self, parent: Index) -> None:
        self._asked = True  # the page comes later, from the store
        self.more_wanted.emit()

    def show(self, rows: Sequence[Row], more: bool) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self._count_places(0)
        self._more, self._asked = more, False
        self.endResetModel()

    def append(self, rows: Sequence[Row], more: bool) -> None:
        """The next page; rows already here are left where they are."""
        fresh = [row for row in rows if row.id not in self._places]
        if fresh:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
            self._rows += fresh
            self._count_places(first)
            self.endInsertRows()
        self._more, self._asked = more, False

    def change(self, rows: Iterable[Row]) -> None:
        """Show new contents of rows at the place they have; others are ignored."""
        for row in rows:
            place = self._places.get(row.id)
            if place is not None and self._rows[place] != row:
                self._rows[place] = row
                index = self.index(place)
                self.dataChanged.emit(index, index)

    def drop(self, ids: Iterable[str]) -> None:
        """Take rows out, from the last to the first."""
        for place in sorted({self._places[i] for i in ids if i in self._places}, reverse=True):
            self.beginRemoveRows(QModelIndex(), place, place)
            del self._places[self._rows[place].id]
            del self._rows[place]
            self._count_places(place)
            self.endRemoveRows()

    def row(self, index: Index) -> Row | None:
        found = self.data(index, ROW)
        return found if isinstance(found, Row) else None

    def place_of(self, id: str) -> QModelIndex:
        """Index of a row by id; invalid when it is not here."""
        place = self._places.get(id)
        return self.index(place) if place is not None else QModelIndex()

    def _count_places(self, first: int) -> None:
        if first == 0:
            self._places.clear()
        for place in range(first, len(self._rows)):
            self._places[self._rows[place].id] = place

"""The FAQ's entries by place: all are counted, only those on the screen are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from incluinfo_desk.domain.faq import FaqEntry
from incluinfo_desk.ui.faq.presenter import PAGE
from incluinfo_desk.ui.faq.rows import spoken

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole
"""Role under which the entry itself is found; None while its page is being read."""


class FaqList(QAbstractListModel):
    """Rows of one search. A row that is looked at and not here asks for its page once."""

    page_wanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.today = date.today  # the officer's own day
        self._total = 0
        self._rows: dict[int, FaqEntry] = {}
        self._uses: dict[str, int] = {}
        self._asked: set[int] = set()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else self._total

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < self._total:
            return None
        if role not in {ENTRY, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole}:
            return None
        entry = self._rows.get(index.row())
        self._ask(index.row() // PAGE)
        if role == ENTRY:
            return entry
        if entry is None:
            return "…"
        return spoken(entry, self.today(), self.uses(entry))

    def show(self, total: int) -> None:
        """Begin another search with ``total`` hits; its pages come by :meth:`put`."""
        self.beginResetModel()
        self._total = total
        self._rows.clear()
        self._uses.clear()
        self._asked.clear()
        self.endResetModel()

    def put(
        self, page: int, entries: Sequence[FaqEntry], uses: Mapping[str, int] = MappingProxyType({})
    ) -> None:
        """The entries of a page, as they are now, and how often each was used if it matters."""
        self._asked.add(page)
        self._uses.update(uses)
        first = page * PAGE
        for place, entry in enumerate(entries, first):
            self._rows[place] = entry
        if entries:
            self.dataChanged.emit(self.index(first), self.index(first + len(entries) - 1))

    def refresh(self, total: int) -> None:
        """The store changed: what is here stays in view until its page comes anew."""
        if total > self._total:
            self.beginInsertRows(QModelIndex(), self._total, total - 1)
            self._total = total
            self.endInsertRows()
        elif total < self._total:
            self.beginRemoveRows(QModelIndex(), total, self._total - 1)
            self._total = total
            self._rows = {place: row for place, row in self._rows.items() if place < total}
            self.endRemoveRows()
        self._asked.clear()
        if total:
            self.dataChanged.emit(self.index(0), self.index(total - 1))

    def uses(self, entry: FaqEntry) -> int | None:
        """How many public answers came of it; None where the list does not ask for that."""
        return self._uses.get(entry.id)

    def entry(self, index: Index) -> FaqEntry | None:
        return self._rows.get(index.row()) if index.isValid() else None

    def place_of(self, id: str) -> QModelIndex:
        """Index of an entry that was read; invalid when it was not."""
        for place, entry in self._rows.items():
            if entry.id == id:
                return self.index(place)
        return QModelIndex()

    def _ask(self, page: int) -> None:
        if page not in self._asked:
            self._asked.add(page)
            self.page_wanted.emit(page)

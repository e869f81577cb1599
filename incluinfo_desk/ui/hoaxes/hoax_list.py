"""The list of hoaxes: what is claimed, how it stands, how often it was seen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from incluinfo_desk.domain.hoax import Hoax, HoaxState
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.ui.hoaxes import words
from incluinfo_desk.ui.theme import look

Index = QModelIndex | QPersistentModelIndex
HOAX = Qt.ItemDataRole.UserRole + 1
_TONES = {
    HoaxState.DRAFT: "muted",
    HoaxState.PREPARED: "warning",
    HoaxState.REBUTTED: "ok",
    HoaxState.ARCHIVED: "muted",
}


class HoaxList(QAbstractListModel):
    """The register in the order it is given."""

    def __init__(self) -> None:
        super().__init__()
        self.today = datetime.now(UTC).date()
        self._rows: list[Hoax] = []

    def show(self, hoaxes: Sequence[Hoax], today: date) -> None:
        rows, self.today = list(hoaxes), today
        if [each.id for each in rows] == [each.id for each in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def place_of(self, hoax_id: str) -> QModelIndex:
        for place, each in enumerate(self._rows):
            if each.id == hoax_id:
                return self.index(place)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        hoax = self._rows[index.row()]
        if role == HOAX:
            return hoax
        if role == Qt.ItemDataRole.DisplayRole:
            return displayable(hoax.claim)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join((displayable(hoax.claim), self.how(hoax), self.seen(hoax)))
        return None

    def how(self, hoax: Hoax) -> str:
        parts = [words.state(hoax.state)]
        if hoax.askers:
            parts.append(self.tr("%n persona(s) preguntan", "", hoax.askers))
        return " · ".join(parts)

    def seen(self, hoax: Hoax) -> str:
        return words.seen(hoax, self.today)


class HoaxDelegate(QStyledItemDelegate):
    """Three lines: what is claimed, how it stands, when it was seen."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(look().px(240), look().px(22) + 3 * QFontMetrics(look().font()).height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hoax, model = index.data(HOAX), index.model()
        if not isinstance(hoax, Hoax) or not isinstance(model, HoaxList):
            return
        painter.save()
        px, area, state = look().px, QRect(option.rect), option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, look().colour("accent_soft"))
            bar = QRect(area.left(), area.top(), px(3), area.height())
            painter.fillRect(bar, look().colour("accent"))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), look().colour("line"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look().colour("accent"), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -2))
        shelved = hoax.state is HoaxState.ARCHIVED
        top = area.top() + px(9)
        for text, role, size, bold in (
            (displayable(hoax.claim), "muted" if shelved else "text", 13, True),
            (model.how(hoax), _TONES[hoax.state], 12, bool(hoax.askers)),
            (model.seen(hoax), "muted", 12, False),
        ):
            font = look().font(size, bold=bold)
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(look().colour(role))
            line = QRect(area.left() + px(16), top, area.width() - px(32), metrics.height())
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
            top += metrics.height() + px(2)
        painter.restore()

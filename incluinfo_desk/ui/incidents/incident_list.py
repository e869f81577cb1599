"""The list of incidents: open ones first, each with its state and promise in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from incluinfo_desk.domain.incident import Incident
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.theme import look

Index = QModelIndex | QPersistentModelIndex

INCIDENT = Qt.ItemDataRole.UserRole + 1


class IncidentList(QAbstractListModel):
    """All incidents, the open ones first, newest first."""

    def __init__(self) -> None:
        super().__init__()
        self.now = datetime.now(UTC)
        self._rows: list[Incident] = []
        self._names: Mapping[str, str] = {}

    def show(self, incidents: Sequence[Incident], names: Mapping[str, str], now: datetime) -> None:
        rows = sorted(incidents, key=lambda each: not each.open)
        self.now, self._names = now, names
        if [each.id for each in rows] == [each.id for each in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def incident(self, incident_id: str) -> Incident | None:
        return next((each for each in self._rows if each.id == incident_id), None)

    def place_of(self, incident_id: str) -> QModelIndex:
        for place, each in enumerate(self._rows):
            if each.id == incident_id:
                return self.index(place)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        incident = self._rows[index.row()]
        if role == INCIDENT:
            return incident
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(incident)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.title(incident)}. {state_line(incident)}. {self.promise(incident)}"
        return None

    def title(self, incident: Incident) -> str:
        names = [self._names[id] for id in incident.components if id in self._names]
        said = ", ".join(names) or incident.title
        return said[:1].upper() + said[1:]

    def promise(self, incident: Incident) -> str:
        """The next word that was promised, or when it was over."""
        if not incident.open:
            at = incident.ends_at
            return (
                self.tr("Terminó {cuando}").replace("{cuando}", wording.day_and_time(at))
                if at
                else ""
            )
        if incident.planned and incident.ends_at is not None:
            return self.tr("Hasta {cuando}").replace(
                "{cuando}", wording.day_and_time(incident.ends_at)
            )
        if incident.next_update_at is None:
            return self.tr("Sin próximo aviso prometido")
        promised = wording.clock_time(incident.next_update_at)
        if incident.is_overdue(self.now):
            return self.tr("▲ Aviso prometido a las {hora}: con retraso").replace(
                "{hora}", promised
            )
        return self.tr("Próximo aviso: {hora}").replace("{hora}", promised)


def state_line(incident: Incident) -> str:
    """``Caída parcial · Investigando · desde 22 nov, 10:22``."""
    impact = wording.component_state(incident.impact)
    return " · ".join(
        (
            impact[:1].upper() + impact[1:],
            wording.incident_state(incident.state),
            wording.day_and_time(incident.started_at),
        ),
    )


class IncidentDelegate(QStyledItemDelegate):
    """Three lines: what, how it stands, what was promised."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(look().px(240), look().px(22) + 3 * QFontMetrics(look().font()).height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        incident, model = index.data(INCIDENT), index.model()
        if not isinstance(incident, Incident) or not isinstance(model, IncidentList):
            return
        painter.save()
        px, area, state = look().px, QRect(option.rect), option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, look().colour("accent_soft"))
            painter.fillRect(
                QRect(area.left(), area.top(), px(3), area.height()), look().colour("accent")
            )
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), look().colour("line"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look().colour("accent"), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -2))
        overdue = incident.is_overdue(model.now)
        lines = (
            (model.title(incident), "text" if incident.open else "muted", True),
            (
                state_line(incident),
                "danger" if incident.open and not incident.planned else "muted",
                False,
            ),
            (model.promise(incident), "danger" if overdue else "muted", overdue),
        )
        top = area.top() + px(9)
        for text, role, bold in lines:
            font = look().font(13 if bold and not (overdue and role == "danger") else 12, bold=bold)
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(look().colour(role))
            line = QRect(area.left() + px(16), top, area.width() - px(32), metrics.height())
            painter.drawText(
                line,
                Qt.AlignmentFlag.AlignVCenter,
                metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width()),
            )
            top += metrics.height() + px(2)
        painter.restore()

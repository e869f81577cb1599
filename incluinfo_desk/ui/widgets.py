"""The small parts every pane is built from."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from incluinfo_desk.ui.theme import look


class Avatar(QWidget):
    """Initials in a circle. Pictures of citizens are not loaded (§3.2)."""

    def __init__(self, name: str = "", size: int = 40, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters, self._size = initials(name), size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        self._letters = initials(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look().px(self._size), look().px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_avatar(painter, self.rect(), self._letters)


def initials(name: str) -> str:
    """Up to two letters of a display name; "··" when it has none."""
    words = [word for word in name.split() if word and word[0].isalnum()]
    if not words:
        return "··"
    letters = words[0][0] + (words[-1][0] if len(words) > 1 else "")
    return letters.upper()


def paint_avatar(painter: QPainter, area: QRect, letters: str) -> None:
    """The circle of :class:`Avatar`, for delegates."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look().colour("key"))
    painter.drawEllipse(area)
    painter.setFont(look().font(12.5, bold=True))
    painter.setPen(look().colour("muted"))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, letters)
    painter.restore()


class Card(QFrame):
    """A rounded surface; ``tone`` is "", raised, best, ours, warning or danger."""

    def __init__(self, tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("tone", tone)
        self.body = QVBoxLayout(self)
        pad = look().px
        self.body.setContentsMargins(pad(16), pad(12), pad(16), pad(12))
        self.body.setSpacing(pad(4))


def ruler() -> QFrame:
    """A one-pixel line."""
    line = QFrame()
    line.setObjectName("ruler")
    return line


def tab_in_order(root: QWidget) -> None:
    """Let Tab go through ``root`` as it is read; what was made later is not visited last."""
    stops = [
        each
        for each in _walk(root)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None
    ]
    for one, next_one in pairwise(stops):
        QWidget.setTabOrder(one, next_one)


def _walk(root: QWidget) -> Iterator[QWidget]:
    from PySide6.QtWidgets import QSplitter

    # A splitter keeps its children in the reverse order of its columns.
    columns = [root.widget(n) for n in range(root.count())] if isinstance(root, QSplitter) else None
    for child in columns or root.children():
        if isinstance(child, QWidget) and not child.isWindow():
            yield child
            yield from _walk(child)


def clear(layout: QLayout) -> None:
    """Take every widget out of ``layout`` and delete it."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)

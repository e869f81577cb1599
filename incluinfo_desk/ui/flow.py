"""A row that breaks into the next line when there is no room: pills, chips, small buttons."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Items of their own size from left to right, ``gap`` pixels apart both ways."""

    def __init__(self, gap: int, parent: QWidget | None = None, *, right: bool = False) -> None:
        """``right``: its lines end at the right edge, and it asks for room for one line."""
        super().__init__(parent)
        self._gap, self._right = gap, right
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        size = self.minimumSize()
        if self._right:
            shown = [item.sizeHint().width() for item in self._items if not item.isEmpty()]
            size.setWidth(sum(shown) + self._gap * max(0, len(shown) - 1))
        return size

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(
            margins.left() + margins.right(),
            margins.top() + margins.bottom(),
        )

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Lay the items out in ``rect``; returns the height they take."""
        area = rect.marginsRemoved(self.contentsMargins())
        left, top, tallest = area.left(), area.top(), 0
        line: list[tuple[QLayoutItem, QRect]] = []
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            width = min(size.width(), max(area.width(), 1))
            if left > area.left() and left + width > area.right() + 1:
                if move:
                    self._set(line, area)
                line = []
                left, top, tallest = area.left(), top + tallest + self._gap, 0
            line.append((item, QRect(QPoint(left, top), QSize(width, size.height()))))
            left += width + self._gap
            tallest = max(tallest, size.height())
        if move:
            self._set(line, area)
        margins = self.contentsMargins()
        return top + tallest - rect.top() + margins.bottom()

    def _set(self, line: list[tuple[QLayoutItem, QRect]], area: QRect) -> None:
        """Give the items of one line their places; those of different heights are centred."""
        if not line:
            return
        shift = area.right() - line[-1][1].right() if self._right else 0
        tallest = max(place.height() for _, place in line)
        for item, place in line:
            down = (tallest - place.height()) // 2
            item.setGeometry(place.translated(shift, down))

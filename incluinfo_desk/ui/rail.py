"""The column of places at the left edge: a picture, a word, and a count in words too."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from incluinfo_desk.ui.places import PLACES, title
from incluinfo_desk.ui.theme import look, pixmap


class RailButton(QAbstractButton):
    """One place. The count on it is also part of its accessible name."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key, self._count, self._words = key, 0, ""
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def set_count(self, count: int, words: str = "") -> None:
        """``words`` says what is counted: "12 nuevas"."""
        if (count, words) != (self._count, self._words):
            self._count, self._words = count, words
            self.retranslate()

    def retranslate(self) -> None:
        self.setText(title(self._key))
        self.setAccessibleName(f"{self.text()}, {self._words}" if self._words else self.text())
        self.setToolTip(self.accessibleName())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        # It is written bold while it is chosen; its words do not touch the edge then either.
        words = QFontMetrics(look().font(11, bold=True)).horizontalAdvance(self.text())
        return QSize(max(look().px(64), words + look().px(8)), look().px(52))

    def paintEvent(self, event: QPaintEvent) -> None:
        px, theme = look().px, look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look().colour("accent_soft" if self.isChecked() else "background"))
            painter.drawRoundedRect(area, px(8), px(8))
        if self.hasFocus():
            painter.setPen(QPen(look().colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, px(8), px(8))
        role = theme.accent if self.isChecked() else theme.muted
        size = px(20)
        painter.drawPixmap((self.width() - size) // 2, px(7), pixmap(self._key, role, size))
        painter.setFont(look().font(11, bold=self.isChecked()))
        painter.setPen(look().colour("accent" if self.isChecked() else "muted"))
        words = QRect(0, px(28), self.width(), px(18))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
        if self._count:
            self._paint_count(painter)

    def _paint_count(self, painter: QPainter) -> None:
        px = look().px
        text = str(self._count) if self._count < 1000 else "999+"
        font = look().font(10, bold=True)
        painter.setFont(font)
        width = max(px(16), painter.fontMetrics().horizontalAdvance(text) + px(9))
        left = min(self.width() // 2 + px(4), self.width() - width - 1)
        box = QRectF(left, px(3), width, px(15))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().colour("danger"))
        painter.drawRoundedRect(box, px(7.5), px(7.5))
        painter.setPen(look().colour("on_danger"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class Rail(QFrame):
    """All places; ``on_open`` gets the key of the one that was chosen."""

    def __init__(self, on_open: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._buttons: dict[str, RailButton] = {}
        column = QVBoxLayout(self)
        px = look().px
        column.setContentsMargins(px(2), px(12), px(2), px(12))
        column.setSpacing(px(4))
        ends = [place for place in PLACES.values() if place.at_the_end]
        for place in [place for place in PLACES.values() if not place.at_the_end]:
            column.addWidget(self._button(place.key, on_open), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        for place in ends:
            column.addWidget(self._button(place.key, on_open), 0, Qt.AlignmentFlag.AlignHCenter)
        look().changed.connect(self.retranslate)

    def mark(self, key: str) -> None:
        self._buttons[key].setChecked(True)

    def set_count(self, key: str, count: int, words: str = "") -> None:
        self._buttons[key].set_count(count, words)

    def retranslate(self) -> None:
        for button in self._buttons.values():
            button.retranslate()

    def _button(self, key: str, on_open: Callable[[str], object]) -> RailButton:
        button = RailButton(key, self)
        button.clicked.connect(lambda: on_open(key))
        self._buttons[key] = button
        return button

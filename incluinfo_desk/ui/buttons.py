"""Buttons that show the key which does the same."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from incluinfo_desk.ui.theme import look


def key_text(keys: str) -> str:
    """``Ctrl+Return`` as the keyboard has it: "Ctrl ↵"; on macOS as that system writes it."""
    if not keys:
        return ""
    # Qt's own translations say "Control Retorno", which is on no key and has no room.
    form = QKeySequence.SequenceFormat
    shown = QKeySequence(keys).toString(
        form.NativeText if sys.platform == "darwin" else form.PortableText
    )
    shown = shown.replace("Return", "↵")
    if len(shown) < 2:
        return shown
    return shown[:-1].replace("+", " ") + shown[-1]


class Button(QPushButton):
    """A button that shows its key; ``kind`` is primary, small, pill, link, danger or ""."""

    def __init__(
        self,
        text: str,
        kind: str = "",
        keys: str = "",
        on_click: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._keys = keys
        if kind:
            self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if kind in {"small", "pill", "link"}:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if on_click is not None:
            self.clicked.connect(lambda: on_click())

    @property
    def keys(self) -> str:
        return self._keys

    def set_keys(self, keys: str) -> None:
        """Show another key (they can be remapped); "" shows none."""
        if keys != self._keys:
            self._keys = keys
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        return QSize(size.width() + self._badge_room() + self._bold_room(), size.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._keys:
            super().paintEvent(event)
            return
        # Touching QStyle makes PySide build some forty enums: not in the first frame.
        from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter

        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        theme, badge = look().theme, key_text(self._keys)
        primary = self.property("kind") == "primary" and self.isEnabled()
        font, key_font = self.font(), look().font(11, bold=True)
        metrics, key_metrics = QFontMetrics(font), QFontMetrics(key_font)
        text_width = metrics.horizontalAdvance(self.text())
        badge_width = key_metrics.horizontalAdvance(badge) + look().px(10)
        left = (self.width() - text_width - look().px(6) - badge_width) // 2
        colour = option.palette.buttonText().color()
        painter.setPen(colour)
        area = QRect(left, 0, text_width + 2, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.text())
        height = min(look().px(18), self.height() - 6)
        box = QRectF(
            left + text_width + look().px(6), (self.height() - height) / 2, badge_width, height
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        back = look().colour("on_accent" if primary else "key")
        if primary:
            back.setAlphaF(0.22 if not theme.dark else 0.16)
        painter.setBrush(back)
        painter.drawRoundedRect(box, look().px(4), look().px(4))
        painter.setFont(key_font)
        painter.setPen(look().colour("on_accent" if primary else "muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, badge)

    def _bold_room(self) -> int:
        """A pill is written bold while it is chosen, and must not grow by it."""
        if self.property("kind") != "pill":
            return 0
        bold = QFontMetrics(look().font(bold=True)).horizontalAdvance(self.text())
        return max(0, bold - self.fontMetrics().horizontalAdvance(self.text()))

    def _badge_room(self) -> int:
        if not self._keys:
            return 0
        metrics = QFontMetrics(look().font(11, bold=True))
        return metrics.horizontalAdvance(key_text(self._keys)) + look().px(16)

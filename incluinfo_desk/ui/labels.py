"""Text as it is. Text from outside is plain text, always.

Qt's own QLabel, QMessageBox and tooltips guess whether a string is HTML and load local
files when it is (reliability-security §3.1); the labels and boxes of this house never do.
"""

from __future__ import annotations

import html
import re

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QSizePolicy,
    QToolTip,
    QWidget,
)

from incluinfo_desk.ui.buttons import key_text
from incluinfo_desk.ui.theme import look, set_property


class PlainLabel(QLabel):
    """The only label: shows its text as it is, never as HTML.

    ``kind`` is a type of the design: title, heading, reading, strong, meta, muted.
    """

    def __init__(self, text: str = "", kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        if kind:
            self.setProperty("look", kind)

    def setText(self, text: str) -> None:
        self._whole = text
        super().setText(breakable(text) if self.wordWrap() else text)

    def text(self) -> str:
        """What it was given; the places where a long address may break are not part of it."""
        return self._whole

    def wrapped(self) -> PlainLabel:
        """Let it break lines, long addresses too; returns itself."""
        self.setWordWrap(True)
        self.setText(self._whole)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        return self

    def selectable(self) -> PlainLabel:
        """Let its text be marked and copied by mouse and keyboard; returns itself."""
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard,
        )
        return self

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) and self.hasSelectedText():
            # An address with hidden characters inside would not open where it is pasted.
            marked = self.selectedText().replace(_MAY_BREAK, "").replace("\u2029", "\n")
            QApplication.clipboard().setText(marked)
        else:
            super().keyPressEvent(event)

    def set_tone(self, tone: str) -> None:
        """ok, warning, danger, accent or "" for its kind's own colour."""
        if (self.property("tone") or "") != tone:
            set_property(self, "tone", tone)


_LONG_WORD = re.compile(r"\S{25,}")


_BREAK_AFTER = re.compile(r"([/%=&?._-]+|[^\s/%=&?._-]{20})(?=\S)")


_MAY_BREAK = "\u200b"
"""Zero-width space: nothing to see, and a line may end there."""


def breakable(text: str) -> str:
    """``text`` with invisible places to break in words too long for a narrow column."""
    return _LONG_WORD.sub(lambda word: _BREAK_AFTER.sub(rf"\1{_MAY_BREAK}", word[0]), text)


class ElidedLabel(PlainLabel):
    """One line that ends in "…" where there is no room; all of it in the tooltip."""

    def __init__(self, text: str = "", kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, kind, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(width + margins.left() + margins.right(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(24), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        line = " ".join(self.text().split())
        shown = self.fontMetrics().elidedText(
            line, Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )
        self.setToolTip("" if shown == line else line)
        painter.drawText(
            self.contentsRect(), self.alignment() | Qt.AlignmentFlag.AlignVCenter, shown
        )


class Chip(PlainLabel):
    """A word in a small box: a topic, a language, a state."""

    def __init__(self, text: str = "", tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "", parent)
        self.set_tone(tone)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)


class KeyBadge(PlainLabel):
    """The key that does what stands beside it; read aloud as part of the button instead."""

    def __init__(self, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(key_text(keys), "", parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)


class TooltipFilter(QObject):
    """Shows every tooltip as plain text; install it on the application."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return False
        if not isinstance(watched, QWidget):
            return False
        from PySide6.QtWidgets import QAbstractItemView

        tip, view = watched.toolTip(), watched.parent()
        if not tip and isinstance(view, QAbstractItemView) and watched is view.viewport():
            tip = view.indexAt(event.pos()).data(Qt.ItemDataRole.ToolTipRole) or ""
            if not tip:
                return False
        if not tip:
            return False
        QToolTip.showText(event.globalPos(), plain_tooltip(tip), watched)
        return True


def plain_tooltip(text: str) -> str:
    """``text`` so that QToolTip shows exactly it: escaped, in a paragraph that wraps."""
    return f"<p>{html.escape(text)}</p>" if text else ""

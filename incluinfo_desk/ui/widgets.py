"""The small parts every pane is built from. Text from outside is plain text, always.

Qt's own QLabel, QMessageBox and tooltips guess whether a string is HTML and load local
files when it is (reliability-security §3.1); the parts here never do.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QProgressBar,
    QSizePolicy,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

# What only later views need is imported where it is used: PySide builds the enums of a
# class when it is first touched, and the first frame is counted in milliseconds.
from incluinfo_desk.ui.buttons import Button as Button
from incluinfo_desk.ui.buttons import key_text as key_text
from incluinfo_desk.ui.theme import look, pixmap

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox


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


class Banner(QFrame):
    """One sentence that stays, with at most one action; ``tone`` as of its colour."""

    def __init__(self, tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("tone", tone)
        row = QHBoxLayout(self)
        px = look().px
        row.setContentsMargins(px(12), px(8), px(8), px(8))
        row.setSpacing(px(8))
        self._sign = PlainLabel("", "strong")
        self._text = PlainLabel().wrapped()
        self._button = Button("", "link")
        self._button.clicked.connect(self._act)
        self._on_click: Callable[[], object] | None = None
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def say(
        self,
        text: str,
        tone: str = "",
        action: str = "",
        on_click: Callable[[], object] | None = None,
    ) -> None:
        """Show ``text``; an empty one hides the banner."""
        set_property(self, "tone", tone)
        self._sign.setText({"danger": "▲", "warning": "▲", "ok": "✓"}.get(tone, "ℹ"))
        self._sign.set_tone(tone or "accent")
        self._text.setText(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._on_click = on_click
        self.setVisible(bool(text))

    @property
    def text(self) -> str:
        return self._text.text()

    def _act(self) -> None:
        if self._on_click is not None:
            self._on_click()


class MessageBar(Banner):
    """A passing word on what just happened or failed; also read aloud."""

    def say(
        self,
        text: str,
        tone: str = "",
        action: str = "",
        on_click: Callable[[], object] | None = None,
    ) -> None:
        super().say(text, tone, action, on_click)
        if text:
            announce(self, text, urgent=tone == "danger")


class EmptyState(QWidget):
    """A pane without content: one sentence and one action, in the middle."""

    def __init__(
        self,
        sentence: str = "",
        action: str = "",
        on_click: Callable[[], object] | None = None,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(24), px(24), px(24))
        column.setSpacing(px(12))
        column.addStretch(2)
        self._icon = PlainLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text = PlainLabel("", "muted").wrapped()
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setMaximumWidth(px(160))
        self._progress.setFixedHeight(px(4))
        self._progress.hide()
        self._button = Button("")
        self._button.clicked.connect(self._act)
        self._on_click: Callable[[], object] | None = None
        column.addWidget(self._icon)
        column.addWidget(self._text)
        column.addWidget(self._progress, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.say(sentence, action, on_click, icon)

    def say(
        self,
        sentence: str,
        action: str = "",
        on_click: Callable[[], object] | None = None,
        icon: str = "",
        *,
        busy: bool = False,
    ) -> None:
        """Replace all of it; ``busy`` adds a progress line (its action should be cancel)."""
        self._text.setText(sentence)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._on_click = on_click
        self._icon.setPixmap(
            pixmap(icon, look().theme.muted, look().px(32)) if icon else QPixmap(),
        )
        self._icon.setVisible(bool(icon))
        self._progress.setVisible(busy)

    @property
    def sentence(self) -> str:
        return self._text.text()

    def _act(self) -> None:
        if self._on_click is not None:
            self._on_click()


def ruler() -> QFrame:
    """A one-pixel line."""
    line = QFrame()
    line.setObjectName("ruler")
    return line


def tell(
    parent: QWidget,
    text: str,
    detail: str = "",
    *,
    choices: tuple[str, ...] = (),
    then: Callable[[int], object] | None = None,
) -> QMessageBox:
    """Say ``text`` in a box that does not block; ``choices`` are its buttons.

    ``then`` gets the index of the choice, -1 when the box was closed. The first choice is
    the safe one: Escape and Enter take it.
    """
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)  # covers the detail too
    box.setWindowTitle(QApplication.applicationDisplayName())
    box.setText(text)
    box.setInformativeText(detail)
    buttons = [box.addButton(choice, QMessageBox.ButtonRole.ActionRole) for choice in choices]
    if buttons:
        box.setDefaultButton(buttons[0])
        box.setEscapeButton(buttons[0])
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def finished(_: int) -> None:
        clicked = box.clickedButton()
        if then is not None:
            then(next((i for i, each in enumerate(buttons) if each is clicked), -1))

    box.finished.connect(finished)
    box.open()
    return box


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Have a screen reader say ``text``; silent where none listens."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if QAccessible.isActive():
        event = QAccessibleAnnouncementEvent(widget, text)
        if urgent:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property the style sheet asks for, and dress the widget again."""
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


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


def line_height(font: QFont) -> int:
    return QFontMetrics(font).lineSpacing()

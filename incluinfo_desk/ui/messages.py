"""What the desk says to the person: banners, bars, empty places, boxes, announcements."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QPixmap,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.theme import look, pixmap, set_property

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox


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
    # Only here: PySide builds the enums of a class when it is first touched, and the first
    # frame is counted in milliseconds.
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

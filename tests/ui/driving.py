"""Running the window's own loop in a test, and finding parts by what a screen reader says."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QKeySequenceEdit,
    QLabel,
    QMessageBox,
    QScrollBar,
    QWidget,
)

from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.labels import ElidedLabel
from incluinfo_desk.ui.loop import DeskEventLoop

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)


def drive(app: QApplication, work: Coroutine[Any, Any, T]) -> T:
    """Run ``work`` on the loop that the desk runs on, inside Qt's."""
    loop = DeskEventLoop(app)
    asyncio.set_event_loop(loop)
    try:
        with loop:
            made: T = loop.run_until_complete(work)
            return made
    finally:
        asyncio.set_event_loop(None)


async def in_front(window: QWidget) -> None:
    """Have ``window`` take the keys; the system grants that in its own time."""
    window.activateWindow()
    for _ in range(500):
        if window.isActiveWindow():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("the window did not come to the front")


def named(root: QWidget, kind: type[W], name: str) -> W:
    """The one part of that accessible name (a button's text counts as its name)."""
    found = [
        each
        for each in root.findChildren(kind)
        if name in {each.accessibleName(), each.text() if isinstance(each, QAbstractButton) else ""}
    ]
    assert len(found) == 1, (name, len(found))
    return found[0]


def answer(app: QApplication, choice: str) -> str:
    """Press ``choice`` in the question that is open; returns what it asked."""
    boxes = [
        each for each in app.topLevelWidgets() if isinstance(each, QMessageBox) and each.isVisible()
    ]
    assert len(boxes) == 1, len(boxes)
    asked = boxes[0].text()
    next(each for each in boxes[0].buttons() if each.text() == choice).click()
    return asked


def unnamed(root: QWidget) -> list[str]:
    """Parts that the keyboard reaches and a screen reader could not name."""
    return [
        type(each).__name__
        for each in root.findChildren(QWidget)
        if each.isVisibleTo(root)
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not each.focusProxy()
        and not isinstance(each, QScrollBar)
        and not _inner(each)
        and not (each.accessibleName() or getattr(each, "text", str)())
    ]


def clipped(root: QWidget) -> list[str]:
    """Labels and buttons whose words do not fit into them."""
    found = []
    for each in root.findChildren(QWidget):
        if not each.isVisibleTo(root) or not each.width():
            continue
        if isinstance(each, QLabel) and each.text() and not isinstance(each, ElidedLabel):
            wanted = each.heightForWidth(each.width()) if each.wordWrap() else 0
            short = wanted > each.height() if each.wordWrap() else _wide(each) > each.width()
            if short:
                found.append(each.text())
        elif isinstance(each, Button) and each.width() < each.minimumSizeHint().width():
            found.append(each.text())
    return found


def _wide(label: QLabel) -> int:
    return max(label.fontMetrics().horizontalAdvance(line) for line in label.text().split("\n"))


def _inner(part: QWidget) -> bool:
    """Qt's own parts of a part: the line of a combo box, the view in its list."""
    owner = part.parent()
    while owner is not None:
        if isinstance(owner, QComboBox | QAbstractSpinBox | QKeySequenceEdit):
            return True
        owner = owner.parent()
    return False

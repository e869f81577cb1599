"""Twenty-five mornings in one process: nothing is left running, nothing grows, Qt is content."""

from __future__ import annotations

import asyncio
import gc
import threading

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenu, QWidget

from tests.journeys.conftest import Scene
from tests.journeys.person import Person


def _standing() -> dict[str, int]:
    """What a session could leave behind."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    return {
        "threads": threading.active_count(),
        "timers": sum(isinstance(each, QTimer) for each in app.findChildren(QTimer)),
        "children": len(app.findChildren(QObject)),
        "widgets": len(QApplication.allWidgets()),
        "objects of Python that are tasks": sum(
            isinstance(each, asyncio.Task) for each in gc.get_objects()
        ),
    }


def test_twenty_five_starts_leave_nothing_behind(scene: Scene) -> None:
    async def look_in(person: Person) -> None:
        await person.press("J")

    async def work(person: Person) -> None:
        """Visit every place while the desk is still starting, and go."""
        for keys in ("Ctrl+2", "Ctrl+3", "Ctrl+,", "Ctrl+1"):
            await person.press(keys)

    for _ in range(3):
        scene.play(work)
    before = _standing()
    for start in range(22):
        scene.play(work if start % 10 == 0 else look_in)
    after = _standing()
    grown = {what: (before[what], count) for what, count in after.items() if count > before[what]}
    assert grown == {}


def test_no_place_opens_a_window_by_itself(scene: Scene) -> None:
    class Watch(QObject):
        def __init__(self) -> None:
            super().__init__()
            self.seen: list[str] = []

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if (
                event.type() is QEvent.Type.Show
                and isinstance(watched, QWidget)
                and watched.isWindow()
                and not isinstance(watched, QMainWindow | QDialog | QMenu)
            ):
                self.seen.append(repr(watched))
            return False

    watch = Watch()

    async def script(person: Person) -> None:
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(watch)
        try:
            for keys in ("Ctrl+2", "Ctrl+N", "Ctrl+3", "Ctrl+I", "Ctrl+,", "Ctrl+1"):
                await person.press(keys)
                assert person.window.isActiveWindow(), keys
        finally:
            app.removeEventFilter(watch)

    scene.play(script)
    assert watch.seen == []

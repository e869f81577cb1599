"""A word in the system's tray when mentions arrive while the window is not looked at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from incluinfo_desk.domain.events import IncidentNeedsWord, PostsArrived
from incluinfo_desk.ui.theme import icon

_GATHER_MS = 3_000
"""Arrivals of this long are told as one: a surge must not rain notices."""


class Tray(QObject):
    """Tells figures only: a citizen's name or text never leaves the window."""

    def __init__(self, window: QWidget, wanted: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window, self._wanted = window, wanted
        self._icon: QSystemTrayIcon | None = None
        self._count = 0
        self._gather = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._gather.timeout.connect(self._tell)

    def on_posts(self, event: PostsArrived) -> None:
        """Subscribe this to the bus."""
        if event.new and self._wanted() and not self._window.isActiveWindow():
            self._count += event.new
            if not self._gather.isActive():
                self._gather.start()

    def on_incident(self, event: IncidentNeedsWord) -> None:
        """A promise was broken, or a maintenance went on: told even when many arrive."""
        from incluinfo_desk.ui.wording import incident_needs

        if self._wanted() and not self._window.isActiveWindow():
            self._say(incident_needs(event))

    def words(self, count: int) -> str:
        return self.tr("%n mención(es) nueva(s)", "", count)

    def _tell(self) -> None:
        count, self._count = self._count, 0
        if count:
            self._say(self.words(count))

    def _say(self, words: str) -> None:
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self._icon is None:
            self._icon = QSystemTrayIcon(icon("inbox", "accent"), self)
            self._icon.messageClicked.connect(self._come)
            self._icon.activated.connect(lambda _: self._come())
            self._icon.show()
        self._icon.showMessage(
            self._window.windowTitle(), words, QSystemTrayIcon.MessageIcon.NoIcon
        )

    def _come(self) -> None:
        self._window.showNormal() if self._window.isMinimized() else self._window.show()
        self._window.raise_()
        self._window.activateWindow()

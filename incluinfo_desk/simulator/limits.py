"""X's rate windows: so many requests of a route in 15 minutes, told in headers."""

from __future__ import annotations

from dataclasses import dataclass

WINDOW = 900
DAY = 86_400

PER_USER: dict[str, int] = {
    "me": 75,
    "mentions": 300,
    "own_posts": 900,
    "search": 300,
    "lookup": 5_000,
    "post_by_id": 900,
    "post": 100,
    "delete": 50,
    "hide": 50,
    "users": 900,
    "user": 900,
    "username": 900,
    "media_upload": 500,
    "media_status": 1_000,
    "media_initialize": 1_875,
    "media_append": 1_875,
    "media_finalize": 1_875,
    "media_metadata": 500,
}
"""Requests per user and window (x-platform §1). All stations of one account share them."""

POSTS_PER_DAY = 10_000
"""POST /2/tweets per app in 24 h."""


@dataclass(slots=True)
class Window:
    limit: int
    used: int
    resets_at: float

    @property
    def remaining(self) -> int:
        return max(0, self.limit - self.used)


class Buckets:
    """Fixed windows that open with the first request after the last one closed."""

    def __init__(self) -> None:
        self.limits = dict(PER_USER)
        self._windows: dict[str, Window] = {}

    def take(self, route: str, wall: float) -> tuple[Window, bool] | None:
        """Count one request; the flag says whether it is let through. None: no limit known."""
        limit = self.limits.get(route)
        if limit is None:
            return None
        window = self._open(route, limit, WINDOW, wall)
        return window, self._count(window)

    def take_day(self, wall: float) -> tuple[Window, bool]:
        window = self._open("post/24h", POSTS_PER_DAY, DAY, wall)
        return window, self._count(window)

    def clear(self) -> None:
        self._windows.clear()

    def _open(self, name: str, limit: int, seconds: int, wall: float) -> Window:
        window = self._windows.get(name)
        if window is None or wall >= window.resets_at:
            window = self._windows[name] = Window(limit, 0, int(wall) + seconds)
        window.limit = limit
        return window

    @staticmethod
    def _count(window: Window) -> bool:
        if window.used >= window.limit:
            return False
        window.used += 1
        return True

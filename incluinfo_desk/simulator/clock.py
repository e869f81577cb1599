"""Two clocks of the simulated world: the wall that stamps posts, and the day's story."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime

MAX_SPEED = 60.0
"""The day can run at most this many times faster than life (issue 2)."""

DAY = 86_400
"""Seconds of a day of the story."""

STORY_OPENS = 7 * 3600 + 55 * 60
"""The desk opens at 07:55 (product.md §5): second of the day at which the story starts."""


class SimClock:
    """Wall time runs as in life, so posts look like now; ``speed`` drives only the story.

    The story is the timetable of the day ("the sede falls at 10:22"), in seconds since
    midnight; at speed 10 an hour of it passes in six minutes. ``advance`` moves both.
    """

    def __init__(
        self,
        speed: float = 1.0,
        *,
        epoch: Callable[[], float] = time.time,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._monotonic = monotonic
        self._epoch = epoch()
        self._started = monotonic()
        self._skipped = 0.0
        self._story_base = float(STORY_OPENS)
        self._story_from = self._started
        self._speed = _checked(speed)
        self._paused = False

    @property
    def speed(self) -> float:
        return self._speed

    @property
    def paused(self) -> bool:
        return self._paused

    def wall(self) -> float:
        """Seconds since the Unix epoch."""
        return self._epoch + (self._monotonic() - self._started) + self._skipped

    def now(self) -> datetime:
        return stamp(self.wall())

    def story(self) -> float:
        """Seconds since the midnight before the first day of the story."""
        if self._paused:
            return self._story_base
        return self._story_base + (self._monotonic() - self._story_from) * self._speed

    def advance(self, seconds: float) -> None:
        """Let that many seconds pass at once, for wall and story alike."""
        if seconds < 0:
            raise ValueError("time only moves forward")
        self._skipped += seconds
        self._story_base += seconds

    def jump(self, story: float) -> None:
        """Take the story forward to a second of it; the wall stays."""
        gap = story - self.story()
        if gap < 0:
            raise ValueError("time only moves forward")
        self._story_base += gap

    def rewind(self) -> None:
        """Open the desk again: the story starts over, the wall runs on."""
        self._story_base = float(STORY_OPENS)
        self._story_from = self._monotonic()

    def set_speed(self, speed: float) -> None:
        speed = _checked(speed)
        self._rebase()
        self._speed = speed

    def pause(self, paused: bool = True) -> None:
        """Stop or resume the story; the wall never stops."""
        self._rebase()
        self._paused = paused

    def _rebase(self) -> None:
        self._story_base = self.story()
        self._story_from = self._monotonic()


def stamp(wall: float) -> datetime:
    return datetime.fromtimestamp(wall, UTC)


def _checked(speed: float) -> float:
    if not 0 < speed <= MAX_SPEED:
        raise ValueError(f"speed must be above 0 and at most {MAX_SPEED:g}")
    return speed

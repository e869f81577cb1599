"""What the processes of one run share: the time, and who may be killed when.

The clock jumps: a sleep of the desk makes that time pass at once, for the desk and for the
simulated X alike. So a quarter of an hour of settling takes milliseconds, and time survives
the death of the process that lived it.
"""

from __future__ import annotations

import asyncio
import mmap
from datetime import UTC, datetime, timedelta

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
_SLOTS = 16


class _Slot:
    """One number in the shared page."""

    def __init__(self, index: int) -> None:
        self._index = index

    def __get__(self, owner: Shared, kind: object = None) -> float:
        return float(owner.numbers[self._index])

    def __set__(self, owner: Shared, value: float) -> None:
        owner.numbers[self._index] = float(value)


class Shared:
    """A page of numbers that a fork inherits. Each is written by one process at a time."""

    seconds = _Slot(0)
    """Passed since :data:`START`."""
    offset = _Slot(1)
    """By how much the desk's clock is wrong, in seconds."""
    pid = _Slot(2)
    """The desk."""
    posting = _Slot(3)
    """1 while the part that is to be spoilt is on its way to X."""
    kills = _Slot(4)
    questions = _Slot(5)
    """How often a post was left for a person to decide."""
    struck = _Slot(6)
    """How often the fault has shown itself."""
    wrong_drafts = _Slot(7)
    """Starts at which the saved draft was not there as it was written."""
    progress = _Slot(8)
    """Characters typed, for the draft runs."""

    consents = _Slot(9)
    """How often a person had to sign in again."""

    def __init__(self) -> None:
        self.numbers = memoryview(mmap.mmap(-1, mmap.PAGESIZE)).cast("d")


class SharedClock:
    """The desk's clock: what X's clock shows, or a day off."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared

    def now(self) -> datetime:
        return START + timedelta(seconds=self._shared.seconds + self._shared.offset)

    async def sleep(self, seconds: float) -> None:
        self._shared.seconds += seconds
        await asyncio.sleep(0)

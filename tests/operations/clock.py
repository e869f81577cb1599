"""A clock the tests move."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


class MovableClock:
    """Sleepers wait until :meth:`move` passes their time; with ``runs`` a sleep itself
    makes the time pass, so that a loop lives its hours at once."""

    def __init__(self, *, runs: bool = False) -> None:
        self.time = START
        self.runs = runs
        self._sleepers: list[tuple[datetime, asyncio.Future[None]]] = []
        self._changed = asyncio.Event()

    def now(self) -> datetime:
        return self.time

    async def sleep(self, seconds: float) -> None:
        until = self.time + timedelta(seconds=seconds)
        if self.runs:
            self.time = max(self.time, until)
            await asyncio.sleep(0)
            return
        future = asyncio.get_running_loop().create_future()
        sleeper = (until, future)
        self._sleepers.append(sleeper)
        self._changed.set()
        try:
            await future
        finally:
            if sleeper in self._sleepers:
                self._sleepers.remove(sleeper)

    def move(self, seconds: float) -> None:
        """Forwards or backwards; wakes whose time has come."""
        self.time += timedelta(seconds=seconds)
        for until, future in tuple(self._sleepers):
            if until <= self.time and not future.done():
                future.set_result(None)

    async def asleep(self, at_least: float = 0.0) -> float:
        """Until somebody sleeps for ``at_least`` seconds or longer; for how long."""
        while True:
            lengths = [
                (until - self.time).total_seconds()
                for until, future in self._sleepers
                if not future.done()
            ]
            if lengths and max(lengths) >= at_least:
                return max(lengths)
            self._changed.clear()
            await self._changed.wait()

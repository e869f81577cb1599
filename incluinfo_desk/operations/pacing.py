"""How the two endless loops of the desk wait: for a moment, or until somebody rings."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import Any

from incluinfo_desk.domain.problems import (
    Limited,
    NoCredits,
    Problem,
    SignInNeeded,
    Unauthorised,
)
from incluinfo_desk.operations.ports import Clock

FIRST_WAIT = 5.0
LONGEST_WAIT = 60.0
"""Seconds between attempts while the line is down: 5, 10, 20, 40, 60, 60, ..."""
CREDITS_WAIT = 600.0
"""Seconds until the queue tries again without API credit; X recharges at most every 5 min."""
LONGEST_LIMIT = 900.0
"""Seconds to wait on a 429 that does not say until when: one of X's windows."""


class Alarm:
    """A sleep that can be cut short. A ring before the sleep is not lost."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()

    def ring(self) -> None:
        self._rung.set()

    async def wait(self, clock: Clock, seconds: float | None) -> None:
        """Until rung, or ``seconds`` passed; None waits for the ring alone."""
        waiting: list[asyncio.Future[Any]] = [asyncio.ensure_future(self._rung.wait())]
        if seconds is not None:
            waiting.append(asyncio.ensure_future(clock.sleep(max(0.0, seconds))))
        try:
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for each in waiting:
                each.cancel()
            await asyncio.gather(*waiting, return_exceptions=True)
        self._rung.clear()


class Backoff:
    """How long to stay away after a problem, longer each time it comes again."""

    def __init__(self) -> None:
        self._failures = 0

    def worked(self) -> None:
        self._failures = 0

    def until(self, problem: Problem, now: datetime) -> datetime:
        """When to try again."""
        self._failures += 1
        doubling = FIRST_WAIT * 2 ** min(self._failures - 1, 16)
        if isinstance(problem, Limited):
            if problem.until is not None:
                # A clock that runs ahead of X's must not make this a busy loop.
                return max(problem.until, now + timedelta(seconds=1))
            seconds = min(LONGEST_WAIT * 2 ** min(self._failures - 1, 4), LONGEST_LIMIT)
        elif isinstance(problem, NoCredits):
            seconds = CREDITS_WAIT
        elif isinstance(problem, SignInNeeded | Unauthorised):
            seconds = LONGEST_WAIT
        else:
            seconds = min(doubling, LONGEST_WAIT)
        return now + timedelta(seconds=seconds)


def report_bug(error: Exception, where: str) -> None:
    """Hand a bug to the loop's handler (``crash.py``) without ending an endless loop."""
    asyncio.get_running_loop().call_exception_handler({"message": where, "exception": error})

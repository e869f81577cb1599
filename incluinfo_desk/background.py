"""The owner of every task: each has a name, is kept, and is awaited at the end."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


class Background:
    """Starts tasks, reports each failure once, cancels and awaits all on close.

    Slots and listeners are plain functions; whatever must wait goes through here, so
    nothing is garbage-collected half done and nothing outlives the loop (PRD-8).
    """

    def __init__(self, on_error: Callable[[BaseException], None]) -> None:
        self._tasks: dict[asyncio.Task[Any], str] = {}
        self._on_error = on_error
        self._closing = False

    def start(
        self,
        name: str,
        work: Coroutine[Any, Any, Any],
        *,
        replace: bool = False,
    ) -> asyncio.Task[Any] | None:
        """Run ``work``; with ``replace`` the older task of that name is cancelled first.

        After :meth:`close` began nothing new is started and None is returned.
        """
        if self._closing:
            work.close()
            return None
        if replace:
            for task in self._named(name):
                task.cancel()
        task = asyncio.get_running_loop().create_task(work, name=name)
        self._tasks[task] = name
        task.add_done_callback(self._ended)
        return task

    def cancel(self, name: str) -> None:
        for task in self._named(name):
            task.cancel()

    def running(self, name: str) -> bool:
        return bool(self._named(name))

    async def settle(self, name: str) -> None:
        """Wait until every task of that name has ended; for orderly steps and tests."""
        while tasks := self._named(name):
            await asyncio.wait(tasks)

    async def close(self, grace: float = 5.0) -> None:
        """Cancel everything and wait up to ``grace`` seconds for it to end."""
        self._closing = True
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks, timeout=grace)

    def _named(self, name: str) -> list[asyncio.Task[Any]]:
        return [task for task, known in self._tasks.items() if known == name]

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.pop(task, None)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._on_error(error)

"""Garbage is collected in the window's thread only, and Python's own ways come back after it."""

from __future__ import annotations

import asyncio
import gc
import sys
import threading
from collections.abc import Callable
from contextlib import ExitStack

import pytest

from incluinfo_desk import memory


class Knot:
    """Part of a cycle, so only a collection ends it; tells in which thread that was."""

    def __init__(self, tell: Callable[[int], None]) -> None:
        self._itself = self
        self._tell = tell

    def __del__(self) -> None:
        self._tell(threading.get_ident())


def test_nothing_collects_by_itself_until_the_desk_is_closed() -> None:
    switch = sys.getswitchinterval()
    with ExitStack() as ends:
        memory.take_over(ends)
        assert not gc.isenabled()
        memory.keep()
        assert gc.get_freeze_count() > 0
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
    assert sys.getswitchinterval() == switch


def test_cycles_die_in_the_thread_of_the_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_EVERY", 0.001)

    async def scene() -> int:
        died: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        collecting = asyncio.create_task(memory.collect())
        await asyncio.to_thread(Knot, died.set_result)
        try:
            return await died
        finally:
            collecting.cancel()

    with ExitStack() as ends:
        memory.take_over(ends)
        assert asyncio.run(scene()) == threading.get_ident()

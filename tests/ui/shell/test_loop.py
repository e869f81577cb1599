"""The loop keeps asyncio's promises inside Qt, and frees what it takes."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from incluinfo_desk.ui.loop import DeskEventLoop


@pytest.fixture
def loop(app: QApplication) -> Iterator[DeskEventLoop]:
    made = DeskEventLoop(app)
    asyncio.set_event_loop(made)
    yield made
    asyncio.set_event_loop(None)
    made.close()


def test_never_wakes_early(loop: DeskEventLoop) -> None:
    async def sleep() -> list[float]:
        early = []
        for delay in (0.001, 0.0149, 0.05, 0.11):
            began = loop.time()
            await asyncio.sleep(delay)
            early.append(loop.time() - began - delay)
        return early

    assert min(loop.run_until_complete(sleep())) >= -0.0006


def test_a_handle_knows_when(loop: DeskEventLoop) -> None:
    handle = loop.call_later(60, print)
    assert handle.when() == pytest.approx(time.monotonic() + 60, abs=1)
    handle.cancel()


def test_cancelled_timers_do_not_pile_up(loop: DeskEventLoop) -> None:
    async def ask_often() -> None:
        for _ in range(2_000):
            async with asyncio.timeout(300):
                await asyncio.sleep(0)

    loop.run_until_complete(ask_often())
    assert loop.waiting_timers < 250


def test_a_cancelled_callback_is_not_called(loop: DeskEventLoop) -> None:
    called: list[str] = []

    async def run() -> None:
        loop.call_later(0.001, called.append, "late").cancel()
        loop.call_soon(called.append, "soon").cancel()
        await asyncio.sleep(0.01)

    loop.run_until_complete(run())
    assert called == []


def test_callbacks_run_in_the_order_they_were_asked_for(loop: DeskEventLoop) -> None:
    order: list[int] = []

    async def run() -> None:
        for number in range(200):
            loop.call_soon(order.append, number)
        await asyncio.sleep(0.05)

    loop.run_until_complete(run())
    assert order == list(range(200))


def test_qt_gets_its_turn_while_callbacks_pour_in(loop: DeskEventLoop, app: QApplication) -> None:
    from PySide6.QtCore import QTimer

    beats: list[float] = []
    beat = QTimer(interval=5)
    beat.timeout.connect(lambda: beats.append(time.monotonic()))

    async def pour() -> None:
        beat.start()
        ends = loop.time() + 0.3
        while loop.time() < ends:  # noqa: ASYNC110 - pouring is the point
            await asyncio.sleep(0)

    loop.run_until_complete(pour())
    beat.stop()
    assert len(beats) > 8


def test_work_in_a_thread_comes_back(loop: DeskEventLoop) -> None:
    assert loop.run_until_complete(asyncio.to_thread(sum, (1, 2, 3))) == 6

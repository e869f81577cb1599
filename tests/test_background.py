import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from incluinfo_desk.background import Background

Scene = Callable[[Background, list[BaseException]], Coroutine[Any, Any, None]]


def play(scene: Scene) -> list[BaseException]:
    errors: list[BaseException] = []

    async def stage() -> None:
        background = Background(errors.append)
        await scene(background, errors)
        await background.close()
        assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(stage())
    return errors


async def forever() -> None:
    await asyncio.Event().wait()


async def fail() -> None:
    raise ValueError


def test_each_failure_is_told_once() -> None:
    async def scene(background: Background, _: list[BaseException]) -> None:
        background.start("fails", fail())
        await background.settle("fails")
        assert not background.running("fails")

    assert [type(error) for error in play(scene)] == [ValueError]


def test_closing_cancels_all_and_tells_nothing() -> None:
    async def scene(background: Background, _: list[BaseException]) -> None:
        background.start("poll", forever())
        background.start("clock", forever())
        await asyncio.sleep(0)

    assert play(scene) == []


def test_after_closing_nothing_starts() -> None:
    async def scene(background: Background, _: list[BaseException]) -> None:
        await background.close()
        assert background.start("late", forever()) is None

    assert play(scene) == []


def test_replacing_leaves_one_of_a_name() -> None:
    async def scene(background: Background, _: list[BaseException]) -> None:
        older = background.start("search", forever())
        newer = background.start("search", forever(), replace=True)
        assert older is not None
        await asyncio.wait([older])
        assert older.cancelled()
        assert newer is not None
        assert not newer.done()
        background.cancel("search")
        await background.settle("search")

    assert play(scene) == []


def test_a_task_that_will_not_end_does_not_hold_the_window() -> None:
    release = asyncio.Event()

    async def stubborn() -> None:
        while not release.is_set():
            try:
                await release.wait()
            except asyncio.CancelledError:
                continue

    async def scene(background: Background, _: list[BaseException]) -> None:
        task = background.start("stubborn", stubborn())
        await asyncio.sleep(0)
        await background.close(grace=0.01)
        assert task is not None
        assert not task.done()
        release.set()
        await task

    assert play(scene) == []

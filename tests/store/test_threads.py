"""Cancelled tasks, many at once, and a process that dies."""

from __future__ import annotations

import asyncio
import random
import sqlite3
import subprocess
import sys
import threading
import time
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import qasync
from sqlalchemy import TextClause, text
from sqlalchemy.orm import Session

from incluinfo_desk.domain.outgoing import Kind, Outgoing
from incluinfo_desk.domain.problems import ReadOnly
from incluinfo_desk.store.notes import write_note
from incluinfo_desk.store.store import Store
from tests.store.kit import Hand, asks, conversation, desk, problem, reply, run

ROOT = Path(__file__).parents[2]


def test_a_write_that_has_begun_ends_though_its_task_is_cancelled(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            begun, go_on = asyncio.Event(), threading.Event()
            loop = asyncio.get_running_loop()

            def work(session: Session) -> None:
                write_note(session, "half", 1)
                session.flush()
                loop.call_soon_threadsafe(begun.set)
                assert go_on.wait(10)
                write_note(session, "whole", 1)

            task = asyncio.create_task(store.database.write(work))
            await begun.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            # This one has not begun: it never will.
            waiting = asyncio.create_task(store.notes.set("late", 1))
            await asyncio.sleep(0)
            waiting.cancel()
            go_on.set()
            await store.notes.set("after", 1)
            found = [await store.notes.get(k) for k in ("half", "whole", "late", "after")]
            assert found == [1, 1, None, 1]

    run(story())


def test_cancelled_answers_are_whole_or_not_there(tmp_path: Path) -> None:
    async def story() -> None:
        chance = random.Random(5)
        async with desk(tmp_path) as store:
            await store.conversations.add([asks(str(n)) for n in range(100, 160)], None)
            ids = range(100, 160)
            tasks = [
                asyncio.create_task(store.outbox.queue([reply(f"a{n}", str(n)), _part(n)]))
                for n in ids
            ]
            for _ in range(6):
                await asyncio.sleep(0.001)
                for task in chance.sample(tasks, 8):
                    task.cancel()
            outcomes = await asyncio.gather(*tasks, return_exceptions=True)
            for n, outcome in zip(ids, outcomes, strict=True):
                stored = await store.outbox.for_conversation(conversation(str(n)))
                assert len(stored) in (0, 2)
                if outcome is None:
                    assert len(stored) == 2

    run(story())


def _part(n: int) -> Outgoing:
    return reply(f"b{n}", str(n), kind=Kind.THREAD_PART, after_id=f"a{n}", target_id=None)


def test_an_error_in_the_middle_undoes_the_beginning(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:

            def work(session: Session) -> None:
                write_note(session, "a", 1)
                session.flush()
                raise LookupError("ours")

            with pytest.raises(LookupError):
                await store.database.write(work)
            assert await store.notes.get("a") is None
            await store.notes.set("a", 2)
            assert await store.notes.get("a") == 2

    run(story())


def _value(pragma: TextClause, session: Session) -> Any:
    return session.scalar(pragma)


def test_the_reader_cannot_write(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            refused = await problem(
                store.database.read(lambda session: write_note(session, "a", 1)),
            )
            assert isinstance(refused, ReadOnly)
            for name, value in (("query_only", 1), ("wal_autocheckpoint", 0)):
                pragma = text(f"PRAGMA {name}")
                assert await store.database.read(partial(_value, pragma)) == value

    run(story())


def test_the_writer_syncs_every_commit(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            found = {
                name: await store.database.write(partial(_value, text(f"PRAGMA {name}")))
                for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
            }
            assert found == {
                "journal_mode": "wal",
                "synchronous": 2,
                "foreign_keys": 1,
                "busy_timeout": 5000,
            }

    run(story())


def test_two_threads_and_no_third(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await asyncio.gather(*(store.notes.set(str(n), n) for n in range(20)))
            await asyncio.gather(*(store.notes.get(str(n)) for n in range(20)))
            names = [t.name for t in threading.enumerate() if t.name.startswith("store-")]
            assert sorted(names) == ["store-reader_0", "store-writer_0"]
            here = threading.get_ident()
            seen = {
                await store.database.read(lambda s: threading.get_ident()),
                await store.database.write(lambda s: threading.get_ident()),
            }
            assert len(seen - {here}) == 2

    run(story())


def test_reading_sees_what_was_written_before(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            for n in range(200):
                await store.notes.set("n", n)
                assert await store.notes.get("n") == n

    run(story())


def test_the_loop_runs_on_while_the_store_works(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            release = threading.Event()
            slow = asyncio.create_task(store.database.write(lambda s: release.wait(10)))
            for _ in range(100):
                await asyncio.sleep(0)
            assert not slow.done()
            assert await store.notes.get("x") is None  # reading does not queue behind writing
            release.set()
            assert await slow is True

    run(story())


def test_it_works_in_the_loop_of_the_window(tmp_path: Path, qapp: object) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await asyncio.gather(*(store.notes.set(str(n), n) for n in range(30)))
            slow = asyncio.create_task(store.notes.set("slow", 1))
            await asyncio.sleep(0)
            slow.cancel()
            assert [await store.notes.get(str(n)) for n in range(30)] == list(range(30))

    loop = qasync.QEventLoop(qapp)
    try:
        loop.run_until_complete(story())
    finally:
        loop.close()
        asyncio.set_event_loop(None)


def test_closing_waits_for_what_is_being_written_and_may_be_repeated(tmp_path: Path) -> None:
    async def story() -> None:
        store = await Store.open(tmp_path, Hand())
        writes = [asyncio.create_task(store.notes.set(str(n), n)) for n in range(10)]
        await asyncio.sleep(0)
        await store.close()
        await store.close()
        assert await asyncio.gather(*writes) == [None] * 10
        with pytest.raises(RuntimeError):
            await store.notes.get("1")
        # A close whose task is cancelled still closes.
        store = await Store.open(tmp_path, Hand())
        assert await store.notes.get("9") == 9
        closing = asyncio.create_task(store.close())
        await asyncio.sleep(0)
        closing.cancel()
        with pytest.raises(asyncio.CancelledError):
            await closing
        await store.close()
        assert not (tmp_path / "desk.sqlite3-wal").exists()

    run(story())


_WRITER = """
import asyncio, sys
from pathlib import Path
from dataclasses import replace
from incluinfo_desk.domain.reply import Draft
from tests.store.kit import Hand, START, asks, conversation, reply
from incluinfo_desk.store.store import Store

async def main():
    store = await Store.open(Path(sys.argv[1]), Hand())
    first = int(sys.argv[2])
    for n in range(first, first + 100000):
        key = conversation(str(n))
        await store.conversations.add([asks(str(n))], str(n))
        await store.drafts.save(Draft(key, "texto", 0, str(n), START))
        await store.outbox.queue([reply(f"o{n}", str(n))], key)
        print(n, flush=True)

asyncio.run(main())
"""


def test_a_killed_process_leaves_each_step_whole(tmp_path: Path) -> None:
    async def prepare() -> None:
        async with desk(tmp_path):
            pass

    run(prepare())
    told: list[int] = []
    for turn, pause in enumerate((0.0, 0.0007, 0.0013)):
        process = subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(tmp_path), str(10_000 * (turn + 1))],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        assert process.stdout is not None
        with process.stdout:
            for _ in range(25):
                told.append(int(process.stdout.readline()))
            time.sleep(pause)  # another place in the step each time
            process.kill()
            told += [int(line) for line in process.stdout.read().split("\n")[:-1]]
        process.wait()

    async def story() -> None:
        async with desk(tmp_path) as store:
            cursor = await store.conversations.cursor()
            assert cursor is not None
            assert int(cursor) >= told[-1]
            newest = await store.conversations.get(conversation(cursor))
            assert newest is not None  # the cursor never runs ahead of the posts
            queued = {o.target_id for o in await store.outbox.open_items()}
            assert {str(n) for n in told} <= queued
            page = await store.conversations.waiting(limit=10_000)
            without = 0
            for card in page.rows:
                draft = await store.drafts.get(card.id)
                assert not (card.thread_id in queued and draft is not None)
                without += card.thread_id not in queued and draft is None
            assert without <= 3  # killed between the question and the draft

    run(story())
    connection = sqlite3.connect(tmp_path / "desk.sqlite3")
    try:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.execute(
            "INSERT INTO post_search(post_search, rank) VALUES('integrity-check', 1)"
        )
    finally:
        connection.close()

"""Synthetic double-clicks: the same answer queued many times at once, from two windows.

Two processes share the database file, as two windows would if the profile's lock failed.
Each presses several times for each citizen; the unique live intent is all that holds.
``python -m tests.faults.clicks COUNT`` prints what came of it.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import shutil
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path

from incluinfo_desk.bus import Bus
from incluinfo_desk.domain.conversation import ConversationId, conversation_id
from incluinfo_desk.domain.post import AccountId, Author, Post, PostId
from incluinfo_desk.domain.problems import Trouble
from incluinfo_desk.operations.answer import Answering
from incluinfo_desk.operations.suggesting import Suggesting, starter_index
from incluinfo_desk.paths import Profile
from incluinfo_desk.store.store import Store

from .desk_core import WE, _incoming
from .runs import _child_done, _fork
from .shared import START, Shared, SharedClock

BATCH = 25
"""Citizens answered at a time, so that the clicks of different answers cross as well."""
TEXT = "El plazo es de seis meses."
FIRST = 1_990_000_000_000_000_000


def press(count: int) -> dict[str, int]:
    """``count`` double-clicks; how often each thing came of it, and the rows that stand."""
    home = Path(tempfile.mkdtemp(prefix="incluinfo-clicks-"))
    try:
        folder = home / "profile"
        _child_done(_fork(partial(_people, folder, count)))
        shared, began = Shared(), time.monotonic()
        told = [os.pipe(), os.pipe()]
        windows = [
            _fork(partial(_window, folder, count, shared, number, pipe[1]))
            for number, pipe in enumerate(told)
        ]
        heard: Counter[str] = Counter()
        for window, pipe in zip(windows, told, strict=True):
            _child_done(window)
            heard.update(json.loads(os.read(pipe[0], 4096)))
        with closing(sqlite3.connect(Profile(folder).database)) as database:
            rows = database.execute("SELECT target_id FROM outbox").fetchall()
            whole = database.execute("PRAGMA integrity_check").fetchone()[0]
        heard["rows"], heard["targets"] = len(rows), len(set(rows))
        heard["damaged"] = int(whole != "ok")
        heard["milliseconds"] = int((time.monotonic() - began) * 1000)
        return dict(heard)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _target(n: int) -> PostId:
    return PostId(str(FIRST + n))


def _author(n: int) -> Author:
    return Author(AccountId(str(7_000_000 + n)), f"vecino{n}", f"Vecino {n}")


def _id(n: int) -> ConversationId:
    return conversation_id(_target(n), _author(n).id)


def _people(folder: Path, count: int) -> int:
    """A profile in which ``count`` citizens wait."""

    async def make() -> None:
        store = await Store.open(folder, lambda: START)
        posts = [
            Post(
                id=_target(n),
                author=_author(n),
                text="@incluinfo ¿está denegado?",
                created_at=START - timedelta(minutes=5),
                thread_id=_target(n),
                mentions=(WE.id,),
            )
            for n in range(count)
        ]
        for start in range(0, count, 500):
            batch = [_incoming(post) for post in posts[start : start + 500]]
            await store.conversations.add(batch, None)
        await store.close()

    asyncio.run(make())
    return 0


def _window(folder: Path, count: int, shared: Shared, number: int, told: int) -> int:
    heard: Counter[str] = asyncio.run(_clicking(folder, count, shared, number))
    os.write(told, json.dumps(heard).encode())
    return 0


async def _clicking(folder: Path, count: int, shared: Shared, number: int) -> Counter[str]:
    rng = random.Random(number)
    clock = SharedClock(shared)
    store = await Store.open(folder, clock.now, busy_seconds=30)
    bus = Bus(lambda _: None)
    answering = Answering(
        store=store,
        suggesting=Suggesting(store=store, make_index=starter_index, clock=clock, bus=bus),
        bus=bus, clock=clock, undo_seconds=lambda: 8.0, officer=lambda: "MR",
        our_id=lambda: WE.id,
    )  # fmt: skip
    heard: Counter[str] = Counter()

    async def click(n: int) -> None:
        try:
            await answering.reply(_id(n), TEXT)
        except Trouble as trouble:
            heard[type(trouble.problem).__name__] += 1
        else:
            heard["queued"] += 1

    for start in range(0, count, BATCH):
        people = range(start, min(start + BATCH, count))
        clicks = [n for n in people for _ in range(rng.choice((1, 1, 2)))]
        rng.shuffle(clicks)
        await asyncio.gather(*(click(n) for n in clicks))
        # Both windows go on together, so that they press for the same citizens.
        shared.numbers[10 + number] = start
        while shared.numbers[11 - number] < start:  # noqa: ASYNC110 - another process
            await asyncio.sleep(0.0005)
    shared.numbers[10 + number] = count
    await store.close()
    return heard


if __name__ == "__main__":
    sys.stdout.write(json.dumps(press(int(sys.argv[1]))) + "\n")

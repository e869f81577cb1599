"""An officer types, and the desk is killed in the middle of it.

The editor's own cadence (saved each second while typing and a second after the last key) on a
loop whose time jumps: every pause of the typing takes no time, and what the disk does takes
none of the typing's. ``python -m tests.faults.drafts COUNT SEED`` kills ``COUNT`` desks at
random moments, half of them in the middle of a commit, and prints what each had lost.
"""

from __future__ import annotations

import asyncio
import json
import mmap
import os
import random
import selectors
import shutil
import signal
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import event

from incluinfo_desk.domain.conversation import ConversationId, conversation_id
from incluinfo_desk.operations.suggesting import starter_index
from incluinfo_desk.paths import Profile
from incluinfo_desk.store.store import Store
from incluinfo_desk.ui.editor.presenter import LONGEST, QUIET, EditorPresenter
from tests.operations.clock import START, MovableClock
from tests.operations.fake_channel import PACO, ROSA, FakeChannel
from tests.operations.stage import QUESTION, Stage
from tests.ui.desk import Recorder

from .desk_core import _incoming
from .runs import _child_done, _fork

WORDS = (
    "El plazo para resolver es de seis meses desde que la solicitud entra en el registro; "
    "si pasa, puede entenderla denegada y reclamar en treinta días — más información en la "
    "sede electrónica. "
)
KEYS = 500
"""Keys of each of the two texts."""
EPSILON = 1e-3


class _JumpingSelector(selectors.DefaultSelector):  # type: ignore[misc, valid-type, name-defined, unused-ignore]
    """Waits for the disk in real time, and for the clock not at all."""

    def __init__(self) -> None:
        super().__init__()
        self.passed = 1000.0
        self.at_work = 0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None or timeout <= 0:
            return list(super().select(timeout))
        if self.at_work:
            return list(super().select(0.02))
        events = list(super().select(0))
        if not events:
            self.passed += timeout
        return events


class _JumpingLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self.jumping = _JumpingSelector()
        super().__init__(self.jumping)

    def time(self) -> float:
        return self.jumping.passed


class Log:
    """When each key was pressed, in memory that outlives the one who pressed it."""

    def __init__(self) -> None:
        self._numbers = memoryview(mmap.mmap(-1, 8 * (4 + 2 * KEYS))).cast("d")

    def press(self, text: int, at: float) -> None:
        typed = self.typed(text)
        self._numbers[4 + text * KEYS + typed] = at
        self._numbers[text] = typed + 1

    def typed(self, text: int) -> int:
        return int(self._numbers[text])

    def at(self, text: int, key: int) -> float:
        return self._numbers[4 + text * KEYS + key]

    @property
    def killed_at(self) -> float:
        return self._numbers[2]

    @killed_at.setter
    def killed_at(self, at: float) -> None:
        self._numbers[2] = at

    @property
    def stale(self) -> int:
        """How often a text came back other than it was left."""
        return int(self._numbers[3])

    def note_stale(self) -> None:
        self._numbers[3] += 1


@dataclass
class Loss:
    seed: int
    typed: int
    lost: int
    seconds: float
    """Between the oldest key that was lost and the kill."""
    violations: list[str] = field(default_factory=list)


def _text(number: int, keys: int) -> str:
    words = WORDS if number == 0 else WORDS.swapcase()
    return (words * (1 + KEYS // len(words)))[:keys]


async def _type(loop: _JumpingLoop, folder: Path, log: Log, seed: int, index: Any) -> None:
    rng = random.Random(seed)
    store = await Store.open(folder, lambda: START)
    clock = MovableClock()
    at = Stage(store, clock, FakeChannel(clock), folder)
    at.suggesting._make_index = lambda _: index
    presenter = EditorPresenter(at.desk, Recorder())
    ids: list[ConversationId] = []
    for author in (ROSA, PACO):
        post = at.channel.says(author, QUESTION)
        await store.conversations.add([_incoming(post)], post.id)
        ids.append(conversation_id(post.thread_id, author.id))
    _measure(loop, store)
    current = await _open(presenter, log, ids, 0)
    _doom(loop, store, log, rng)
    while True:
        for _ in range(rng.randint(1, 60)):
            if log.typed(current) == KEYS:
                await asyncio.sleep(3600)
            log.press(current, loop.time())
            text = _text(current, log.typed(current))
            presenter.write(text, len(text))
            await asyncio.sleep(rng.uniform(0.05, 0.4))
        await asyncio.sleep(rng.choice((0.0, 0.5, 1.5, 8.0)))
        if rng.random() < 0.3:
            current = await _open(presenter, log, ids, 1 - current)


async def _open(
    presenter: EditorPresenter, log: Log, ids: list[ConversationId], number: int
) -> int:
    """Go over to the other citizen, whose text must stand there as it was left."""
    view = Recorder()
    presenter._view = view
    presenter.open(ids[number])
    await view.until(lambda shown: "show_text" in shown)
    text, cursor = view.shown["show_text"]
    left = _text(number, log.typed(number))
    if text != left or cursor != len(left):
        log.note_stale()
    return number


def _measure(loop: _JumpingLoop, store: Store) -> None:
    """While the disk works, the clock stands."""
    submit: Callable[..., Any] = store.database._submit

    async def counted(*work: Any) -> Any:
        loop.jumping.at_work += 1
        try:
            return await submit(*work)
        finally:
            loop.jumping.at_work -= 1

    store.database._submit = counted  # type: ignore[method-assign, assignment]


def _doom(loop: _JumpingLoop, store: Store, log: Log, rng: random.Random) -> None:
    def die() -> None:
        log.killed_at = loop.time()
        os.kill(os.getpid(), signal.SIGKILL)

    if rng.random() < 0.5:
        loop.call_later(rng.uniform(0.1, 60), die)
        return
    left = [rng.randint(1, 12)]

    def commit(_: Any) -> None:
        left[0] -= 1
        if left[0] == 0:
            die()

    event.listen(store.database._writer, "commit", commit)


def _officer(folder: Path, log: Log, seed: int, index: Any) -> int:
    loop = _JumpingLoop()
    asyncio.set_event_loop(loop)
    loop.run_until_complete(_type(loop, folder, log, seed, index))
    return 0


def killed(seed: int, folder: Path, template: Path, index: Any) -> Loss:
    shutil.copytree(template, folder)
    log = Log()
    pid = _fork(partial(_officer, folder, log, seed, index))
    _, status = os.waitpid(pid, 0)
    typed = log.typed(0) + log.typed(1)
    loss = Loss(seed, typed, 0, 0.0)
    if not os.WIFSIGNALED(status) or os.WTERMSIG(status) != signal.SIGKILL:
        loss.violations.append(f"not killed: {status}")
        return loss
    with closing(sqlite3.connect(Profile(folder).database)) as database:
        rows = database.execute("SELECT text, cursor FROM drafts").fetchall()
        if database.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            loss.violations.append("damaged database")
    shutil.rmtree(folder)
    if log.stale:
        loss.violations.append("a text came back other than it was left")
    for number in (0, 1):
        saved = [(t, c) for t, c in rows if t == _text(number, len(t))]
        if len(saved) > 1:
            loss.violations.append("a draft moved to another conversation")
        keys = len(saved[0][0]) if saved else 0
        if saved and saved[0][1] != keys:
            loss.violations.append("the cursor is elsewhere")
        if keys == log.typed(number):
            continue
        since = log.killed_at - log.at(number, keys)
        loss.lost += log.typed(number) - keys
        loss.seconds = max(loss.seconds, since)
        rested = log.killed_at - log.at(number, log.typed(number) - 1)
        if rested > QUIET + EPSILON:
            loss.violations.append(f"lost although nothing was typed for {rested:.2f} s")
        if since > LONGEST + EPSILON:
            loss.violations.append(f"lost {since:.2f} s of typing")
    known = sum(1 for t, _ in rows if any(t == _text(n, len(t)) for n in (0, 1)))
    if known != len(rows):
        loss.violations.append("a draft that nobody wrote")
    return loss


def main() -> None:
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    home = Path(tempfile.mkdtemp(prefix="incluinfo-drafts-"))
    try:
        template = home / "template"
        _child_done(_fork(partial(_make, template)))
        index = starter_index(())
        for number in range(count):
            loss = killed(seed + number, home / str(number), template, index)
            sys.stdout.write(json.dumps(asdict(loss)) + "\n")
            sys.stdout.flush()
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _make(folder: Path) -> int:
    async def make() -> None:
        await (await Store.open(folder, lambda: START)).close()

    asyncio.run(make())
    return 0


if __name__ == "__main__":
    main()

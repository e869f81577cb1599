"""A store in a real file, and small posts to put in it."""

from __future__ import annotations

import asyncio
import os
import tempfile
import threading
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from incluinfo_desk.domain.conversation import ConversationId, Hint, conversation_id
from incluinfo_desk.domain.outgoing import Kind, Outgoing, OutgoingState
from incluinfo_desk.domain.post import AccountId, Author, Post, PostId
from incluinfo_desk.domain.problems import Problem, Trouble
from incluinfo_desk.store.conversations import Incoming
from incluinfo_desk.store.store import Store

T = TypeVar("T")

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
US = Author(AccountId("1"), "incluinfo", "Ministerio de Inclusión", verified=True)
ROSA = Author(AccountId("7"), "rosa_perez", "Rosa Pérez")
PABLO = Author(AccountId("8"), "pablo77", "Pablo Núñez")


def at(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


class Hand:
    """A clock moved by hand."""

    def __init__(self) -> None:
        self.time = START

    def __call__(self) -> datetime:
        return self.time


def run(work: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(work)


@asynccontextmanager
async def desk(
    folder: Path, now: Hand | None = None, busy_seconds: float = 5
) -> AsyncIterator[Store]:
    """An open store; a new one starts from a migrated file, which saves a tenth of a second."""
    _provide(folder)
    store = await Store.open(folder, now or Hand(), busy_seconds=busy_seconds)
    try:
        yield store
    finally:
        await store.close()


def _provide(folder: Path) -> None:
    file = folder / "desk.sqlite3"
    if not file.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.write_bytes(_migrated())


@cache
def _migrated() -> bytes:
    with tempfile.TemporaryDirectory() as name:

        async def make() -> None:
            await (await Store.open(Path(name), Hand())).close()

        # The caller's loop is running: this needs a thread with its own.
        thread = threading.Thread(target=lambda: asyncio.run(make()))
        thread.start()
        thread.join()
        return (Path(name) / "desk.sqlite3").read_bytes()


def post(
    id: str,
    text: str = "¿Cuándo me contestan?",
    *,
    by: Author = ROSA,
    minutes: float = 0,
    thread: str | None = None,
    reply_to: str | None = None,
    versions: tuple[str, ...] = (),
) -> Post:
    return Post(
        id=PostId(id),
        author=by,
        text=text,
        created_at=at(minutes),
        thread_id=PostId(thread or id),
        in_reply_to=PostId(reply_to) if reply_to else None,
        versions=tuple(PostId(v) for v in versions),
    )


def asks(
    id: str,
    text: str = "¿Cuándo me contestan?",
    *,
    topic: str | None = "imv",
    question: bool = True,
    personal: bool = False,
    hint: Hint | None = None,
    **more: Any,
) -> Incoming:
    """A citizen's post, as the engine read it."""
    hint = hint or Hint()
    return Incoming(post(id, text, **more), False, topic, "es", question, personal, hint)


def answers(id: str, reply_to: str, thread: str | None = None, minutes: float = 5) -> Incoming:
    """A post of ours."""
    own = post(id, "Hola", by=US, thread=thread or reply_to, reply_to=reply_to, minutes=minutes)
    return Incoming(own, True, None, None, False, False, Hint())


def conversation(thread: str, by: Author = ROSA) -> ConversationId:
    return conversation_id(PostId(thread), by.id)


def reply(id: str, target: str, text: str = "El plazo es de seis meses.", **more: Any) -> Outgoing:
    base = Outgoing(
        id=id,
        kind=Kind.REPLY,
        text=text,
        state=OutgoingState.QUEUED,
        created_at=START,
        not_before=START,
        changed_at=START,
        target_id=PostId(target),
        conversation_id=conversation(target),
        author="RP",
    )
    return replace(base, **more)


async def problem(work: Coroutine[Any, Any, Any]) -> Problem:
    """The problem that ``work`` raises."""
    try:
        await work
    except Trouble as trouble:
        return trouble.problem
    raise AssertionError("nothing was raised")


POSIX = os.name == "posix"

"""The desk without its window, in a process that may be killed at any point.

Everything is the product: the profile's lock, the store on its file, X's channel with its
tokens, answering and publishing. What kills it sits in subclasses at the seams.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import event

from incluinfo_desk.background import Background
from incluinfo_desk.bus import Bus
from incluinfo_desk.channels.x.channel import XChannel
from incluinfo_desk.channels.x.line import Timeouts
from incluinfo_desk.channels.x.tokens import Tokens
from incluinfo_desk.domain.conversation import Hint, conversation_id
from incluinfo_desk.domain.incident import ComponentState
from incluinfo_desk.domain.outgoing import Kind as Sort
from incluinfo_desk.domain.outgoing import Outgoing, OutgoingState
from incluinfo_desk.domain.post import AccountId, Author, Post, PostId
from incluinfo_desk.domain.problems import Offline, Problem, SignInNeeded, Trouble
from incluinfo_desk.domain.reply import Draft
from incluinfo_desk.domain.suggestion.engine import SuggestionIndex
from incluinfo_desk.operations.answer import Answering
from incluinfo_desk.operations.approval import Approving
from incluinfo_desk.operations.broadcast_incident import Broadcasting
from incluinfo_desk.operations.publish_outbox import Publisher
from incluinfo_desk.operations.suggesting import Suggesting, starter_index
from incluinfo_desk.paths import Profile
from incluinfo_desk.simulator.world import OUR_HANDLE, OUR_ID, OUR_NAME
from incluinfo_desk.single_instance import ProfileLock
from incluinfo_desk.store.conversations import Incoming
from incluinfo_desk.store.outbox import Outbox
from incluinfo_desk.store.store import Store

from .machine import FaultyDisk, FaultyDiskClock, FileVault
from .plan import Kind, Run
from .shared import START, Shared, SharedClock

S = OutgoingState
WE = Author(AccountId(OUR_ID), OUR_HANDLE, OUR_NAME)
IN_USE, SIGN_IN = 3, 4
"""Exit codes: of a second instance, and of a start that ends because a person must sign in."""
DAY = 86_400.0
SHORT, LONG = 0.5, 5.0
"""Real seconds: the desk's patience with a line that goes silent, and with any other."""


@dataclass(frozen=True, slots=True)
class Hello:
    """What X's side tells before the desk starts."""

    url: str
    access: str
    refresh: str
    target: str
    again: Sequence[Sequence[str]] = ()
    """The tokens of further consents, should the first be burnt: a desk that dies between X's
    new refresh token and its own disk must sign in again (x-platform §3)."""


class Fate:
    """Knows where this start is to end."""

    def __init__(self, run: Run, shared: Shared) -> None:
        self.run = run
        self.shared = shared
        self.armed: str | None = None
        """Dies in the middle of the next commit if this is the point."""

    def strikes(self, text: str | None) -> bool:
        return text == self.run.texts[self.run.struck]

    def dies_at(self, point: str | None) -> bool:
        kills = int(self.shared.kills)
        return kills < len(self.run.crashes) and self.run.crashes[kills] == point

    def crash(self, point: str | None) -> None:
        if self.dies_at(point):
            self.shared.kills += 1
            self.shared.posting = 0
            os.kill(os.getpid(), signal.SIGKILL)

    def first(self) -> bool:
        """Whether the fault has not shown itself yet; from now on it has."""
        self.shared.struck += 1
        return self.shared.struck == 1


class DyingOutbox(Outbox):
    def __init__(self, outbox: Outbox, fate: Fate) -> None:
        super().__init__(outbox._database, outbox._now)
        self._fate = fate

    async def queue(self, *what: Any, **how: Any) -> None:
        self._fate.armed = "intent_uncommitted"
        await super().queue(*what, **how)
        self._fate.armed = None
        self._fate.crash("intent_committed")

    async def answer(self, *what: Any, **how: Any) -> tuple[Outgoing, ...]:
        self._fate.armed = "intent_uncommitted"
        items = await super().answer(*what, **how)
        self._fate.armed = None
        self._fate.crash("intent_committed")
        return items

    async def advance(
        self, id: str, *, expect: OutgoingState, to: OutgoingState, **changes: Any
    ) -> Outgoing | None:
        if to in (S.UNCONFIRMED, S.ANSWERED_ELSEWHERE) and expect is not to:
            self._fate.shared.questions += 1
        struck = await self._struck(id)
        if struck and to is S.SENDING:
            self._fate.crash("checked")
            self._fate.armed = "sending_uncommitted"
        changed = await super().advance(id, expect=expect, to=to, **changes)
        self._fate.armed = None
        if struck and to is S.SENDING:
            self._fate.crash("sending_committed")
        if struck and to is S.UNKNOWN and expect is S.SENDING:
            self._fate.crash("unknown_committed")
        if struck and to is S.UNCONFIRMED:
            self._fate.crash("unconfirmed_committed")
        return changed

    async def sent(
        self, id: str, *, expect: OutgoingState, post: Post | None, post_id: PostId | None
    ) -> Outgoing | None:
        struck = await self._struck(id)
        if struck and expect is S.UNKNOWN:
            self._fate.crash("reconcile_found")
        if struck and expect is S.SENDING:
            self._fate.armed = "sent_uncommitted"
        changed = await super().sent(id, expect=expect, post=post, post_id=post_id)
        self._fate.armed = None
        if struck:
            self._fate.crash("sent_committed")
        return changed

    async def recover(self) -> int:
        if not self._fate.run.careless:
            return await super().recover()
        doubtful = [i for i in await self.open_items() if i.state in (S.SENDING, S.CHECKING)]
        for item in doubtful:
            await super().advance(item.id, expect=item.state, to=S.QUEUED)
        return len(doubtful)

    async def _struck(self, id: str) -> bool:
        item = await self.get(id)
        return item is not None and self._fate.strikes(item.text)


class DyingChannel(XChannel):
    def __init__(self, disk: FaultyDisk, fate: Fate, **how: Any) -> None:
        super().__init__(**how)
        self._fate = fate
        self._disk = disk

    async def post(
        self, text: str, in_reply_to: PostId | None = None, media: Sequence[str] = ()
    ) -> PostId:
        fate = self._fate
        if not fate.strikes(text):
            return await super().post(text, in_reply_to, media)
        if fate.run.fault in ("db_locked", "disk_full", "pages_full") and fate.first():
            self._disk.fail(fate.run.fault)
        if fate.run.fault in ("clock_forward", "clock_back") and not fate.shared.offset:
            fate.shared.offset = DAY if fate.run.fault == "clock_forward" else -DAY
        if fate.run.fault == "refused" and fate.first():
            return await self._refused(text, in_reply_to, media)
        fate.shared.posting = 1
        try:
            made = await super().post(text, in_reply_to, media)
        finally:
            fate.shared.posting = 0
        fate.crash("response_read")
        return made

    async def own_posts(self, since: PostId | None) -> Sequence[Post]:
        if self._fate.run.fault == "db_locked_early" and self._fate.first():
            self._disk.fail("db_locked")
        return await super().own_posts(since)

    async def _refused(self, text: str, in_reply_to: PostId | None, media: Sequence[str]) -> PostId:
        """To a port where nobody listens."""
        address = self._line._base
        self._line._base = "http://127.0.0.1:1"
        try:
            return await super().post(text, in_reply_to, media)
        finally:
            self._line._base = address


class RestingPublisher(Publisher):
    """Says when nothing is left that time alone would change."""

    def __init__(self, fate: Fate, **how: Any) -> None:
        super().__init__(**how)
        self.rests = asyncio.Event()
        look = self._settling.look

        async def dying_look(item: Outgoing) -> None:
            if fate.strikes(item.text) and item.state is S.UNKNOWN:
                fate.crash("reconcile_start")
            await look(item)
            if fate.run.fault == "clock_leap" and not fate.shared.offset:
                fate.shared.offset = DAY

        self._settling.look = dying_look  # type: ignore[method-assign]
        self._careless = fate.run.careless

    async def _checked(self, claimed: Outgoing) -> Outgoing | None:
        return claimed if self._careless else await super()._checked(claimed)

    async def _failed(self, item: Outgoing, problem: Problem) -> None:
        await super()._failed(item, Offline() if self._careless else problem)

    async def _seconds_to_next(self) -> float | None:
        seconds = await super()._seconds_to_next()
        if seconds is None and not self._alarm._rung.is_set():
            self.rests.set()
        return seconds


def live(run: Run, shared: Shared, hello: Hello, folder: Path) -> int:
    """One start of the desk, to its end; the exit code."""
    lock = ProfileLock(folder / "desk.lock")
    if not lock.take():
        return IN_USE
    try:
        shared.pid = os.getpid()
        asyncio.run(_live(Fate(run, shared), hello, folder))
    except Trouble as trouble:
        if trouble.problem != SignInNeeded():
            raise
        access, refresh = hello.again[int(shared.consents)]
        shared.consents += 1
        _sign_in(folder, access, refresh, shared.seconds)
        return SIGN_IN
    finally:
        lock.release()
    return 0


async def _live(fate: Fate, hello: Hello, folder: Path) -> None:
    run, shared = fate.run, fate.shared
    errors: list[BaseException] = []
    asyncio.get_running_loop().set_exception_handler(
        lambda _, context: errors.append(context.get("exception") or RuntimeError(str(context)))
    )
    clock = FaultyDiskClock(shared)
    disk = FaultyDisk(clock)
    silent = run.fault in ("timeout_before", "timeout_after")
    timeouts = Timeouts(connect=LONG, read=LONG, write=SHORT if silent else LONG)
    tokens = Tokens(
        _vault(folder, hello), client_id="desk", lock=folder / "tokens.lock", now=clock.now,
        base_url=hello.url,
    )  # fmt: skip
    channel = DyingChannel(
        disk, fate, base_url=hello.url, tokens=tokens, now=clock.now, timeouts=timeouts
    )
    store = await Store.open(folder, clock.now, busy_seconds=0.02)
    disk.store, disk.path = store, Profile(folder).database
    event.listen(store.database._writer, "commit", lambda _: fate.crash(fate.armed))
    store.outbox = DyingOutbox(store.outbox, fate)
    bus = Bus(errors.append)
    suggesting = Suggesting(store=store, make_index=lambda _: _index(), clock=clock, bus=bus)
    background = Background(errors.append)
    answering = Answering(
        store=store, suggesting=suggesting, bus=bus, clock=clock, undo_seconds=lambda: 8.0,
        officer=lambda: "MR", our_id=lambda: WE.id,
    )  # fmt: skip
    publisher = RestingPublisher(
        fate, channel=channel, store=store, bus=bus, clock=clock, account=lambda: WE,
        data_dir=folder,
    )  # fmt: skip
    publishing = asyncio.ensure_future(publisher.run())
    try:
        if run.kind is Kind.STANDALONE:
            await _announce(fate, store, clock.now())
        elif run.kind is Kind.BROADCAST:
            approving = Approving(
                store=store, bus=bus, clock=clock, officer=lambda: "MR", wanted=lambda _: False
            )
            telling = Broadcasting(
                approving=approving, store=store, bus=bus, clock=clock,
                undo_seconds=lambda: 8.0, officer=lambda: "MR", suggesting=suggesting,
                background=background,
            )  # fmt: skip
            await _open_incident(fate, store, telling)
        else:
            await _answer(fate, hello, store, channel, answering, clock)
        publisher.rests.clear()
        publisher.wake()
        await publisher.rests.wait()
        if run.resends:
            # A person is asked about each part that came into doubt, one after the other, and
            # again when the second attempt ends in doubt as well.
            for _ in range(len(run.texts) + 1):
                for item in await store.outbox.unsettled():
                    await answering.resend(item.id)
                publisher.rests.clear()
                publisher.wake()
                await publisher.rests.wait()
    finally:
        publishing.cancel()
        await asyncio.gather(publishing, return_exceptions=True)
        await background.close()
        await channel.close()
        await store.close()
    if errors:
        raise errors[0]


async def _answer(
    fate: Fate,
    hello: Hello,
    store: Store,
    channel: XChannel,
    answering: Answering,
    clock: SharedClock,
) -> None:
    """What the officer does at this start: go on where the last one ended."""
    run, shared = fate.run, fate.shared
    (asked,) = [p for p in await channel.mentions(None) if p.id == hello.target]
    cid = conversation_id(asked.thread_id, asked.author.id)
    await store.conversations.add([_incoming(asked)], asked.id)
    if await store.outbox.for_conversation(cid):
        return
    text = "\n\n".join(run.texts)
    draft = await answering.draft(cid)
    if draft is None:
        if shared.kills and not _died_early(run, int(shared.kills)):
            shared.wrong_drafts += 1
        fate.crash("pre_draft")
        await answering.save_draft(Draft(cid, text, len(text), PostId(hello.target), clock.now()))
        fate.crash("draft_saved")
    elif draft.text != text or draft.cursor != len(text):
        shared.wrong_drafts += 1
    await answering.reply_in_parts(cid, run.texts)


def _died_early(run: Run, kills: int) -> bool:
    """Whether no start so far came to save the draft."""
    return all(crash == "pre_draft" for crash in run.crashes[:kills])


async def _announce(fate: Fate, store: Store, now: datetime) -> None:
    """A notice in parts, as an incident is told."""
    if await store.outbox.get("notice-0"):
        return
    fate.crash("pre_draft")
    items = [
        Outgoing(
            id=f"notice-{n}",
            kind=Sort.THREAD_PART if n else Sort.STANDALONE,
            text=text,
            state=S.QUEUED,
            created_at=now,
            not_before=now + timedelta(seconds=8),
            changed_at=now,
            after_id=f"notice-{n - 1}" if n else None,
            broadcast_id="incident",
        )
        for n, text in enumerate(fate.run.texts)
    ]
    await store.outbox.queue(items)


async def _open_incident(fate: Fate, store: Store, telling: Broadcasting) -> None:
    """An incident told in four parts, by the operation that the officer uses."""
    if await store.incidents.all():
        return
    fate.crash("pre_draft")
    first, *more = fate.run.texts
    fate.armed = "intent_uncommitted"
    await telling.open(
        title="Sede electrónica", components=(), impact=ComponentState.FULL_OUTAGE,
        text=first, more=more,
    )  # fmt: skip
    fate.armed = None
    fate.crash("intent_committed")


@cache
def _index() -> SuggestionIndex:
    """Of no entries: what is suggested is not the subject, and the fork server makes it."""
    return starter_index(())


def _incoming(post: Post) -> Incoming:
    return Incoming(
        post=post, ours=False, topic=None, language="es", is_question=True,
        has_personal_data=False, hint=Hint(),
    )  # fmt: skip


def _vault(folder: Path, hello: Hello) -> FileVault:
    path = folder / "keyring.json"
    if not path.exists():
        _sign_in(folder, hello.access, hello.refresh, 0)
    return FileVault(path)


def _sign_in(folder: Path, access: str, refresh: str, seconds: float) -> None:
    FileVault(folder / "keyring.json")._write(
        {
            "access_token": access,
            "refresh_token": refresh,
            "expires_at": (START + timedelta(seconds=seconds + 7_200)).isoformat(),
            "account": json.dumps({"id": OUR_ID, "handle": WE.handle, "name": WE.name}),
        },
    )


def note(error: BaseException, path: Path) -> None:
    """Keep the traceback of a desk that broke, for the verdict."""
    path.write_text("".join(traceback.format_exception(error)))

"""A desk without a window: real operations, real SQLite file, a fake X, a clock we move."""

from __future__ import annotations

import asyncio
import atexit
import shutil
import tempfile
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from incluinfo_desk.assets import resource
from incluinfo_desk.background import Background
from incluinfo_desk.bus import Bus
from incluinfo_desk.channels.links import WebProber
from incluinfo_desk.domain.conversation import Conversation, ConversationId, conversation_id
from incluinfo_desk.domain.events import Event, LinkChanged, OutgoingChanged
from incluinfo_desk.domain.faq import FaqEntry, FaqState
from incluinfo_desk.domain.outgoing import Outgoing, OutgoingState
from incluinfo_desk.domain.post import Author, Post
from incluinfo_desk.domain.suggestion.content import read_entries
from incluinfo_desk.operations.desk import Desk
from incluinfo_desk.operations.index_file import IndexFile
from incluinfo_desk.operations.publish_outbox import Publisher
from incluinfo_desk.paths import Profile
from incluinfo_desk.settings import Settings
from incluinfo_desk.store.store import Store

from .clock import START, MovableClock
from .fake_channel import ROSA, US, FakeChannel

QUESTION = "Buenas @incluinfo, pedí el IMV hace siete meses y no me contestan, ¿está denegado?"
SILENCE = "imv-silencio-administrativo"
_HOME = Path(tempfile.mkdtemp(prefix="incluinfo-desk-operations-"))
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
PATIENCE = 20.0
"""Seconds of the real clock after which a test that hangs has failed."""


@cache
def starter() -> tuple[FaqEntry, ...]:
    """A part of the starter FAQ, verified: enough to rank, quick to index."""
    entries, _ = read_entries(resource("faq", "starter_faq.json").read_text("utf-8"))
    wanted = [*entries[:24], *(e for e in entries if e.id == "canal-datos-personales")]
    return tuple(
        replace(
            e,
            state=FaqState.VERIFIED,
            verified_by="AB",
            verified_at=START,
            review_by=date(2027, 6, 30),
            source=e.source or "https://www.seg-social.es",
        )
        for e in wanted
    )


class OpenGate:
    """X's consent page, already passed."""

    durable = True

    async def sign_in(self, open_url: Callable[[str], None]) -> Author:
        return US

    async def sign_out(self) -> None:
        return None

    async def who(self) -> Author | None:
        return US


class Stage:
    def __init__(self, store: Store, clock: MovableClock, channel: FakeChannel, folder: Path):
        self.store, self.clock, self.channel, self.folder = store, clock, channel, folder
        self.errors: list[BaseException] = []
        self.events: list[Event] = []
        self.officer = "MR"
        self.undo_seconds = 8
        self.disclaimer = ""
        self.signed_in: Author | None = US
        self.link_hours = 0
        self.second_person = False
        self.learns = False
        self.web = WebProber()
        self.bus = Bus(self.errors.append)
        self.background = Background(self.errors.append)
        self.written: list[Settings] = []
        made: list[Desk] = []

        def in_force() -> Settings:
            return replace(
                made[0].settings if made else Settings(),
                officer_initials=self.officer,
                undo_seconds=self.undo_seconds,
                disclaimer=self.disclaimer,
                learn=self.learns,
                second_person_incidents=self.second_person,
                second_person_hoaxes=self.second_person,
            )

        self.desk = Desk.joined(
            store=store,
            bus=self.bus,
            background=self.background,
            clock=clock,
            in_force=in_force,
            write_settings=self.written.append,
            data_dir=folder,
            backups=Profile(folder).backups,
            channel=channel,
            gate=OpenGate(),
            prober=self.web,
            open_url=lambda _: None,
            index=IndexFile(),
            account=lambda: self.signed_in,
            poll_seconds=lambda: 30.0,
            link_hours=lambda: self.link_hours,
        )
        made.append(self.desk)
        self.publisher = self.desk.publisher
        self.suggesting = self.desk.suggesting
        self.watch = self.desk.watch
        self.answering = self.desk.answering
        self.triage = self.desk.triage
        self.edit_faq = self.desk.edit_faq
        self.edit_blocks = self.desk.edit_blocks
        self.edit_topics = self.desk.edit_topics
        self.edit_redirects = self.desk.edit_redirects
        self.faq_exchange = self.desk.faq_exchange
        self.proposing = self.desk.proposing
        self.intake = self.desk.intake
        self.upkeep = self.desk.upkeep
        self.approving = self.desk.approving
        self.broadcasting = self.desk.broadcasting
        self.surges = self.desk.surges
        self.loops = self.desk.loops
        self.doubts = self.desk.doubts
        self.rebutting = self.desk.rebutting
        self.recheck = self.desk.recheck
        self.purging = self.desk.purging
        self.forgetting = self.desk.forgetting
        self.learning = self.desk.learning
        for kind in Event.__subclasses__():
            self.bus.subscribe(kind, self.events.append)
        self._publishing: asyncio.Task[None] | None = None

    def new_publisher(self) -> Publisher:
        return Publisher(
            channel=self.channel, store=self.store, bus=self.bus, clock=self.clock,
            account=lambda: self.signed_in, data_dir=self.folder,
        )  # fmt: skip

    # --- acting --------------------------------------------------------------------------------

    async def arrives(self, *posts: Post) -> ConversationId:
        """Stored as the watch stores them; the conversation of the last one."""
        incoming = [await self.suggesting.analyse(p, ours=p.author.id == US.id) for p in posts]
        await self.store.conversations.add(incoming, posts[-1].id)
        return conversation_id(posts[-1].thread_id, posts[-1].author.id)

    async def asked(self, text: str = QUESTION, author: Author = ROSA) -> ConversationId:
        return await self.arrives(self.channel.says(author, text))

    async def conversation(self, cid: ConversationId) -> Conversation:
        found = await self.store.conversations.get(cid)
        assert found is not None
        return found

    def publish(self) -> None:
        """Start the publisher; time passes as it sleeps."""
        self.clock.runs = True
        self._start()

    def publish_by_the_clock(self) -> None:
        """Start the publisher; time passes only by ``clock.move``."""
        self._start()

    def _start(self) -> None:
        task = self.background.start("publish", self.publisher.run())
        assert task is not None
        self._publishing = task

    async def kill(self) -> None:
        """Drop the publisher where it stands, and make the one of the next start."""
        assert self._publishing is not None
        self._publishing.cancel()
        await asyncio.gather(self._publishing, return_exceptions=True)
        self.publisher = self.new_publisher()

    # --- waiting -------------------------------------------------------------------------------

    async def until(self, item: Outgoing | str, *states: OutgoingState) -> Outgoing:
        outgoing_id = item if isinstance(item, str) else item.id
        changed = asyncio.Event()
        end = self.bus.subscribe(OutgoingChanged, lambda _: changed.set())
        try:
            while True:
                changed.clear()
                found = await self.store.outbox.get(outgoing_id)
                assert found is not None
                if found.state in states:
                    return found
                await changed.wait()
        finally:
            end()

    async def link(self, wanted: Callable[[LinkChanged], bool]) -> LinkChanged:
        """The next change of the line that is ``wanted``."""
        found: asyncio.Future[LinkChanged] = asyncio.get_running_loop().create_future()

        def hear(event: LinkChanged) -> None:
            if not found.done() and wanted(event):
                found.set_result(event)

        end = self.bus.subscribe(LinkChanged, hear)
        try:
            return await found
        finally:
            end()

    def heard(self, kind: type[Event]) -> list[Any]:
        return [e for e in self.events if type(e) is kind]


@cache
def _seeded(home: Path) -> Path:
    """A profile with the FAQ in it, made once: migrating is not what these tests test."""

    async def make() -> None:
        store = await Store.open(home, lambda: START)
        await store.faq.add_all(starter(), "AB")
        await store.close()

    asyncio.run(make())
    return home


def seed(folder: Path) -> None:
    """Make ``folder`` a profile with the FAQ in it."""
    shutil.copytree(_seeded(_HOME), folder, dirs_exist_ok=True)


@asynccontextmanager
async def stage(folder: Path) -> AsyncIterator[Stage]:
    clock = MovableClock()
    store = await Store.open(folder, clock.now)
    made = Stage(store, clock, FakeChannel(clock), folder)
    try:
        yield made
    finally:
        await made.background.close()
        await made.web.close()
        await store.close()
    assert made.errors == []


def play(folder: Path, act: Callable[[Stage], Coroutine[Any, Any, None]]) -> None:
    """Run one test on a fresh stage."""

    async def run() -> None:
        async with asyncio.timeout(PATIENCE), stage(folder) as made:
            await act(made)

    seed(folder)
    asyncio.run(run())

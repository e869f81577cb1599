"""A real desk for the places of the window: real store, real operations, nobody at X.

Only the seams we do not own are stood in for: the channel, the browser consent, the file.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from incluinfo_desk.background import Background
from incluinfo_desk.bus import Bus
from incluinfo_desk.domain.faq import FaqEntry
from incluinfo_desk.domain.links import Answer
from incluinfo_desk.domain.post import AccountId, Author
from incluinfo_desk.domain.problems import Offline, Problem, Trouble
from incluinfo_desk.operations.account import Account
from incluinfo_desk.operations.answer import Answering
from incluinfo_desk.operations.approval import Approving
from incluinfo_desk.operations.broadcast_incident import Broadcasting
from incluinfo_desk.operations.close_loops import Loops
from incluinfo_desk.operations.desk import Desk
from incluinfo_desk.operations.forget_person import ForgetPerson
from incluinfo_desk.operations.group_doubts import Doubts
from incluinfo_desk.operations.knowledge import Knowledge
from incluinfo_desk.operations.learning import Learning
from incluinfo_desk.operations.ports import Found, Quota
from incluinfo_desk.operations.publish_outbox import Publisher
from incluinfo_desk.operations.purge import Purging
from incluinfo_desk.operations.rebut_hoax import Rebutting
from incluinfo_desk.operations.recheck_posts import PostsRecheck
from incluinfo_desk.operations.suggesting import Suggesting, starter_index
from incluinfo_desk.operations.triage import Triage
from incluinfo_desk.operations.upkeep import Upkeep
from incluinfo_desk.operations.watch_mentions import MentionsWatch
from incluinfo_desk.operations.watch_surges import Surges
from incluinfo_desk.settings import Settings, SettingsFile
from incluinfo_desk.store.store import Store

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
OURS = Author(AccountId("1"), "incluinfo", "Ministerio de Inclusión", verified=True)


class StillClock:
    """A time that stands still; sleeping is real."""

    def now(self) -> datetime:
        return NOW

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class NobodyThere:
    """A channel without a network."""

    quotas: dict[str, Quota] = {}  # noqa: RUF012 - never filled

    async def _fail(self, *_: Any, **__: Any) -> Any:
        raise Trouble(Offline())

    me = mentions = thread = search_mentions = own_posts = post = _fail
    upload_image = delete = hide = _fail

    async def lookup(self, ids: Sequence[Any]) -> Found:
        raise Trouble(Offline())

    async def close(self) -> None:
        return


class Web:
    """A web in which every page is there."""

    async def look(self, url: str) -> Answer:
        return Answer(200, url)

    async def close(self) -> None:
        return


@dataclass
class Door:
    """A gate whose consent page is answered by the test."""

    durable: bool = True
    account: Author | None = None
    asked: asyncio.Event = field(default_factory=asyncio.Event)
    answer: asyncio.Event = field(default_factory=asyncio.Event)
    refusal: Problem | None = None
    opened: list[str] = field(default_factory=list)

    async def sign_in(self, open_url: Callable[[str], None]) -> Author:
        open_url("https://x.com/i/oauth2/authorize")
        self.asked.set()
        await self.answer.wait()
        if self.refusal is not None:
            raise Trouble(self.refusal)
        self.account = OURS
        return OURS

    async def sign_out(self) -> None:
        self.account = None

    async def who(self) -> Author | None:
        return self.account


@asynccontextmanager
async def desk(
    folder: Path,
    settings: Settings | None = None,
    *,
    entries: Sequence[FaqEntry] | None = None,
    verified: bool = False,
    door: Door | None = None,
) -> AsyncIterator[Desk]:
    """The desk of a profile in ``folder``, with the starter FAQ as drafts, or ``entries``."""
    store = await Store.open(folder, lambda: NOW)
    errors: list[BaseException] = []
    made = _joined(store, folder, settings or Settings(), door or Door(), errors)
    try:
        if entries is None:
            await made.edit_faq.first_run(verified=verified)
        elif entries:
            await store.faq.add_all(entries, "AP")
        await made.suggesting.load()
        yield made
    finally:
        await made.background.close()
        await store.close()
    for error in errors:
        raise error


def _joined(
    store: Store,
    folder: Path,
    settings: Settings,
    door: Door,
    errors: list[BaseException],
) -> Desk:
    clock, bus, background = StillClock(), Bus(errors.append), Background(errors.append)
    channel = NobodyThere()
    suggesting = Suggesting(store=store, make_index=starter_index, clock=clock, bus=bus)
    current: list[Desk] = []

    def officer() -> str:
        return current[0].settings.officer_initials

    def undo() -> float:
        return current[0].settings.undo_seconds

    knowledge = Knowledge.joined(
        store=store,
        suggesting=suggesting,
        bus=bus,
        background=background,
        clock=clock,
        officer=officer,
    )
    approving = Approving(
        store=store,
        bus=bus,
        clock=clock,
        officer=officer,
        wanted=lambda kind: current[0].settings.second_person(kind.value),
    )
    answering = Answering(
        store=store,
        suggesting=suggesting,
        bus=bus,
        clock=clock,
        undo_seconds=undo,
        officer=officer,
        our_id=lambda: OURS.id,
        disclaimer=lambda: current[0].settings.disclaimer,
    )
    broadcasting = Broadcasting(
        approving=approving,
        store=store,
        bus=bus,
        clock=clock,
        undo_seconds=undo,
        officer=officer,
        suggesting=suggesting,
        background=background,
    )
    made = Desk(
        store=store,
        suggesting=suggesting,
        watch=MentionsWatch(
            channel=channel,
            store=store,
            suggesting=suggesting,
            bus=bus,
            clock=clock,
            poll_seconds=lambda: 30,
        ),
        answering=answering,
        publisher=Publisher(
            channel=channel,
            store=store,
            bus=bus,
            clock=clock,
            account=lambda: None,
            data_dir=folder,
        ),
        triage=Triage(store=store, bus=bus, clock=clock, officer=officer, undo_seconds=undo),
        edit_faq=knowledge.edit_faq,
        edit_blocks=knowledge.edit_blocks,
        edit_topics=knowledge.edit_topics,
        edit_redirects=knowledge.edit_redirects,
        faq_exchange=knowledge.faq_exchange,
        proposing=knowledge.proposing,
        intake=knowledge.intake,
        upkeep=Upkeep.joined(
            store=store,
            edit_faq=knowledge.edit_faq,
            edit_topics=knowledge.edit_topics,
            suggesting=suggesting,
            bus=bus,
            background=background,
            clock=clock,
            officer=officer,
            prober=Web(),
            link_hours=lambda: 0,
        ),
        approving=approving,
        broadcasting=broadcasting,
        surges=Surges(store=store, suggesting=suggesting, bus=bus, clock=clock),
        loops=Loops(store=store, answering=answering, broadcasting=broadcasting),
        doubts=Doubts(
            store=store,
            suggesting=suggesting,
            answering=answering,
            closings=broadcasting.closings,
            bus=bus,
            clock=clock,
        ),
        rebutting=Rebutting(
            approving=approving,
            store=store,
            bus=bus,
            clock=clock,
            undo_seconds=undo,
            officer=officer,
            suggesting=suggesting,
            background=background,
        ),
        account=Account(
            gate=door,
            store=store,
            officer=officer,
            bus=bus,
            background=background,
            open_url=door.opened.append,
            changed=lambda: None,
        ),
        recheck=PostsRecheck(
            channel=channel, store=store, suggesting=suggesting, bus=bus, clock=clock
        ),
        purging=Purging(
            store=store, bus=bus, clock=clock, retention_days=lambda: 30, backups=folder / "backups"
        ),
        forgetting=ForgetPerson(store=store, bus=bus, officer=officer, backups=folder / "backups"),
        learning=Learning(
            store=store,
            suggesting=suggesting,
            bus=bus,
            background=background,
            clock=clock,
            wanted=lambda: (current[0].settings if current else settings).learn,
        ),
        bus=bus,
        background=background,
        clock=clock,
        settings=settings,
        write_settings=SettingsFile(folder / "settings.json").save,
        data_dir=folder,
    )
    current.append(made)
    return made

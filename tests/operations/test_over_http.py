"""The same desk against X's API over real HTTP: the simulator, the real channel, real faults."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from incluinfo_desk.channels.x.channel import XChannel
from incluinfo_desk.channels.x.line import Timeouts
from incluinfo_desk.channels.x.tokens import Tokens
from incluinfo_desk.credentials import MemoryVault
from incluinfo_desk.domain.conversation import State
from incluinfo_desk.domain.events import Link
from incluinfo_desk.domain.incident import ComponentState, IncidentState
from incluinfo_desk.domain.outgoing import OutgoingState
from incluinfo_desk.domain.post import AccountId, Author
from incluinfo_desk.simulator.clock import SimClock
from incluinfo_desk.simulator.server import Simulator
from incluinfo_desk.simulator.world import OUR_ID, World
from incluinfo_desk.store.conversations import Filter
from incluinfo_desk.store.store import Store

from .clock import START, MovableClock
from .fake_channel import FakeChannel
from .stage import PATIENCE, SILENCE, Stage, seed

S = OutgoingState
WE = Author(AccountId(OUR_ID), "incluinfo", "Inclusión")
POST = "post"
ASKED = "pedí el IMV hace siete meses y no me contestan, ¿está denegado?"


@asynccontextmanager
async def desk(folder: Path) -> AsyncIterator[tuple[Stage, World]]:
    clock = MovableClock()
    sim_clock = SimClock(
        epoch=START.timestamp, monotonic=lambda: (clock.time - START).total_seconds()
    )
    simulator = Simulator(day=False, clock=sim_clock)
    await simulator.start()
    access, refresh = simulator.grants.grant()
    vault = MemoryVault()
    vault.set("access_token", access)
    vault.set("refresh_token", refresh)
    vault.set("expires_at", (START + timedelta(days=2)).isoformat())
    vault.set("account", json.dumps({"id": OUR_ID, "handle": WE.handle, "name": WE.name}))
    tokens = Tokens(
        vault, client_id="desk", lock=folder / "tokens.lock", now=clock.now,
        base_url=simulator.base_url,
    )  # fmt: skip
    short = Timeouts(connect=1, read=2, write=2)
    channel = XChannel(base_url=simulator.base_url, tokens=tokens, now=clock.now, timeouts=short)
    store = await Store.open(folder / "profile", clock.now)
    made = Stage(store, clock, cast(FakeChannel, channel), folder)
    made.signed_in = WE
    try:
        yield made, simulator.world
    finally:
        await made.background.close()
        await channel.close()
        await store.close()
        await simulator.stop()
    assert made.errors == []


def play(folder: Path, act: Callable[[Stage, World], Coroutine[Any, Any, None]]) -> None:
    async def run() -> None:
        async with asyncio.timeout(PATIENCE), desk(folder) as (s, world):
            await act(s, world)

    seed(folder / "profile")
    asyncio.run(run())


async def poll(s: Stage) -> None:
    """One poll of the watch."""
    polled = asyncio.ensure_future(s.link(lambda e: e.link is Link.CONNECTED))
    s.background.start("watch", s.watch.run())
    await polled
    s.background.cancel("watch")
    await s.background.settle("watch")


def test_a_mention_is_read_answered_by_one_click_and_public_once(tmp_path: Path) -> None:
    async def act(s: Stage, world: World) -> None:
        asked = world.citizen_posts(ASKED, handle="rosa", name="Rosa Martín")
        await poll(s)
        (conversation,) = (await s.store.conversations.page(Filter())).rows
        assert conversation.hint.faq_id == SILENCE
        item = await s.answering.one_click(conversation.id, SILENCE)
        s.publish()
        sent = await s.until(item, S.SENT)
        (answer,) = world.replies_to(asked)
        assert answer.id == sent.post_id
        await poll(s)
        assert (await s.conversation(conversation.id)).state is State.ANSWERED

    play(tmp_path, act)


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("dropped", {}),
        ("lost", {}),
        ("reset", {}),
        ("unavailable", {}),
        ("unavailable", {"processed": True}),
        ("bad_gateway", {"processed": True}),
        ("captive", {}),
        ("empty", {}),
        ("truncated", {}),
        ("strange", {}),
        ("rate_limited", {}),
        ("credits", {}),
        ("unauthorized", {}),
    ],
    ids=lambda v: v if isinstance(v, str) else "-".join(v) or "plain",
)
def test_no_fault_of_the_network_doubles_or_loses_an_answer(
    tmp_path: Path, kind: str, options: dict[str, Any]
) -> None:
    async def act(s: Stage, world: World) -> None:
        asked = world.citizen_posts(ASKED, handle="rosa", name="Rosa Martín")
        await poll(s)
        (conversation,) = (await s.store.conversations.page(Filter())).rows
        item = await s.answering.reply(conversation.id, "Son seis meses.")
        world.fault(POST, kind, **options)
        s.publish()
        ended = await s.until(item, S.SENT, S.UNCONFIRMED, S.REFUSED)
        if ended.state is S.UNCONFIRMED:
            assert world.replies_to(asked) == []
            await s.answering.resend(item.id)
            ended = await s.until(item, S.SENT)
        assert ended.state is S.SENT
        assert [p.id for p in world.replies_to(asked)] == [ended.post_id]

    play(tmp_path, act)


@pytest.mark.parametrize("reason", ["not_summoned", "not_summoned_2", "not_permitted"])
def test_what_x_refuses_is_refused_here(tmp_path: Path, reason: str) -> None:
    async def act(s: Stage, world: World) -> None:
        asked = world.citizen_posts(ASKED, handle="rosa", name="Rosa Martín")
        await poll(s)
        (conversation,) = (await s.store.conversations.page(Filter())).rows
        item = await s.answering.reply(conversation.id, "Son seis meses.")
        world.fault(POST, "forbidden", reason=reason)
        s.publish()
        await s.until(item, S.REFUSED)
        assert world.replies_to(asked) == []

    play(tmp_path, act)


def test_a_post_its_author_deleted_is_not_answered(tmp_path: Path) -> None:
    async def act(s: Stage, world: World) -> None:
        asked = world.citizen_posts(ASKED, handle="rosa", name="Rosa Martín")
        await poll(s)
        (conversation,) = (await s.store.conversations.page(Filter())).rows
        item = await s.answering.reply(conversation.id, "Son seis meses.")
        world.citizen_deletes(asked)
        s.publish()
        assert (await s.until(item, S.REFUSED)).reason == "gone"
        assert (await s.conversation(conversation.id)).state is State.CLOSED

    play(tmp_path, act)


def test_an_incident_is_told_in_one_thread(tmp_path: Path) -> None:
    async def act(s: Stage, world: World) -> None:
        await s.broadcasting.first_run()
        world.fault(POST, "lost")
        opened = await s.broadcasting.open(
            title="Sede", components=["sede"], impact=ComponentState.FULL_OUTAGE,
            text="La sede no funciona.",
        )  # fmt: skip
        s.publish()
        over = await s.broadcasting.update(opened.id, IncidentState.RESOLVED, "Resuelto.")
        last = over.updates[-1].outgoing_id
        assert last is not None
        await s.until(last, S.SENT)
        head, tail = world.our_posts
        assert (head.in_reply_to, tail.in_reply_to) == (None, head.id)

    play(tmp_path, act)

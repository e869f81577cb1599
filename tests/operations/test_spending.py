"""What X bills is noted: each post once a day, each request, by day and kind."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import cast

import pytest

from incluinfo_desk.domain.events import Link
from incluinfo_desk.domain.incident import ComponentState
from incluinfo_desk.domain.outgoing import OutgoingState
from incluinfo_desk.domain.problems import (
    AlreadyAnswered,
    AlreadyQueued,
    EditedMeanwhile,
    Offline,
    OverBudget,
    SaidOften,
    TargetGone,
    Trouble,
    WindowSpent,
)
from incluinfo_desk.domain.reply import Draft
from incluinfo_desk.operations.answer import Answering
from incluinfo_desk.operations.ports import Channel, Quota
from incluinfo_desk.operations.spending import MeteredChannel, Spending
from incluinfo_desk.operations.watch_mentions import MentionsWatch
from incluinfo_desk.store.ledger import Spent

from .fake_channel import PACO, ROSA
from .stage import Stage, play

TEXT = "Son seis meses."


def metered(s: Stage) -> MeteredChannel:
    return MeteredChannel(cast(Channel, s.channel), Spending(store=s.store, clock=s.clock))


async def kinds(s: Stage) -> dict[str, Spent]:
    return await s.store.ledger.by_kind(s.clock.now() - timedelta(days=1))


def tell(s: Stage, **changes: object) -> Answering:
    """The answering of a desk with a budget and a window."""
    spending = Spending(
        store=s.store, clock=s.clock, budget=lambda: cast(Decimal, changes.get("budget"))
    )
    quota = cast("Quota | None", changes.get("quota"))
    return Answering(
        store=s.store, suggesting=s.suggesting, bus=s.bus, clock=s.clock,
        undo_seconds=lambda: 8.0, officer=lambda: "MR", our_id=lambda: s.channel.account.id,
        spending=spending, quotas=lambda: {"post": quota} if quota else {},
    )  # fmt: skip


def test_every_read_is_noted_with_its_price(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        asked = s.channel.says(ROSA, "@incluinfo ¿y lo mío?")
        s.channel.says(PACO, "@incluinfo ¿y lo mío?")
        channel = metered(s)
        await channel.me()
        await channel.mentions(None)
        await channel.lookup([asked.id])  # billed as a mention already
        await channel.thread(asked.id)
        await channel.own_posts(None)
        assert await kinds(s) == {
            "read_user": Spent(1, Decimal("0.010")),
            "read_mentions": Spent(1, Decimal("0.002")),
            "read_lookup": Spent(1, Decimal(0)),
            "read_search": Spent(1, Decimal(0)),
            "read_own_posts": Spent(1, Decimal(0)),
        }

    play(tmp_path, act)


def test_a_post_is_billed_once_a_day(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        s.channel.says(ROSA, "@incluinfo ¿y lo mío?")
        channel = metered(s)
        for _ in range(3):
            await channel.mentions(None)
        assert await kinds(s) == {"read_mentions": Spent(3, Decimal("0.001"))}
        s.clock.move(86_400)
        await channel.mentions(None)
        days = await s.store.ledger.by_day(s.clock.now() - timedelta(days=2))
        assert list(days.values()) == [Spent(1, Decimal("0.001")), Spent(3, Decimal("0.001"))]
        assert [kind for _, kind in days] == ["read_mentions", "read_mentions"]

    play(tmp_path, act)


def test_a_read_that_failed_is_not_billed(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        s.channel.mention_faults.append(Offline())
        with pytest.raises(Trouble):
            await metered(s).mentions(None)
        assert await kinds(s) == {}

    play(tmp_path, act)


def test_the_watch_spends_what_it_reads(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        s.channel.says(ROSA, "@incluinfo ¿y lo mío?")
        s.watch = MentionsWatch(
            channel=metered(s), store=s.store, suggesting=s.suggesting, bus=s.bus,
            clock=s.clock, poll_seconds=lambda: 30.0,
        )  # fmt: skip
        s.background.start("watch", s.watch.run())
        await s.link(lambda e: e.link is Link.CONNECTED)
        assert {kind: each.cost_usd for kind, each in (await kinds(s)).items()} == {
            "read_user": Decimal("0.010"),
            "read_mentions": Decimal("0.001"),
        }

    play(tmp_path, act)


# --- the oracle on what is stored --------------------------------------------------------------


def test_the_budget_of_the_month_stops_replies(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        cid = await s.asked()
        await s.store.ledger.note("post", 1, Decimal("9.995"), s.clock.now())
        answering = tell(s, budget=Decimal(10))
        problem = OverBudget(Decimal("9.995"), Decimal(10))
        assert (await answering.forecast(cid, TEXT)).refusals == (problem,)
        with pytest.raises(Trouble) as refused:
            await answering.reply(cid, TEXT)
        assert refused.value.problem == problem
        assert await s.store.outbox.open_items() == ()

    play(tmp_path, act)


def test_the_window_stops_replies_until_it_ends(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        cid = await s.asked()
        ends = s.clock.now() + timedelta(minutes=5)
        answering = tell(s, quota=Quota(100, 10, ends))
        assert (await answering.forecast(cid, TEXT)).refusals == (WindowSpent(ends),)
        s.clock.move(301)
        assert (await answering.forecast(cid, TEXT)).refusals == ()

    play(tmp_path, act)


def test_what_is_left_of_the_window_waits_for_incidents(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        s.undo_seconds = 0
        ends = s.clock.now() + timedelta(minutes=5)
        reply = await s.answering.reply(await s.asked(), TEXT)
        s.channel.quotas["post"] = Quota(100, 10, ends)
        with pytest.raises(Trouble) as raised:
            await s.answering.reply(await s.asked(), f"{TEXT} Saludos.")
        assert isinstance(raised.value.problem, WindowSpent)
        await s.broadcasting.first_run()
        opened = await s.broadcasting.open(
            title="Sede", components=["sede"], impact=ComponentState.FULL_OUTAGE,
            text="La sede no funciona.",
        )  # fmt: skip
        told = opened.updates[-1].outgoing_id
        assert told is not None
        s.publish_by_the_clock()
        await s.until(told, OutgoingState.SENT)
        assert [text for text, _ in s.channel.written] == ["La sede no funciona."]
        assert await s.clock.asleep() == 300
        s.clock.move(300)
        await s.until(reply, OutgoingState.SENT)

    play(tmp_path, act)


def test_the_same_words_three_times_in_a_day(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        for _ in range(3):
            await s.answering.reply(await s.asked(), TEXT)
        cid = await s.asked()
        assert (await s.answering.forecast(cid, TEXT)).warnings == (SaidOften(3),)
        assert (await s.answering.forecast(cid, TEXT + " Saludos.")).warnings == ()
        s.clock.move(25 * 3600)
        assert (await s.answering.forecast(cid, TEXT)).warnings == ()

    play(tmp_path, act)


def test_an_answer_on_its_way_then_public_is_known(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        cid = await s.asked()
        item = await s.answering.reply(cid, TEXT)
        assert (await s.answering.forecast(cid, "Otra.")).refusals == (AlreadyQueued(),)
        s.publish()
        await s.until(item, OutgoingState.SENT)
        seen = await s.answering.forecast(cid, "Otra.")
        assert (seen.refusals, seen.warnings) == ((), (AlreadyAnswered(),))

    play(tmp_path, act)


def test_an_edit_after_the_first_word_is_told_and_a_deletion_refuses(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        post = s.channel.says(ROSA, "@incluinfo ¿y lo mío?")
        cid = await s.arrives(post)
        await s.answering.save_draft(Draft(cid, TEXT, 0, post.id, s.clock.now()))
        assert (await s.answering.forecast(cid, TEXT)).verdicts == ()
        s.clock.move(60)
        new = s.channel.says(ROSA, "@incluinfo ¿y lo de mi madre?")
        edited = replace(new, thread_id=post.thread_id, versions=(post.id, new.id))
        assert await s.arrives(edited) == cid
        assert (await s.answering.forecast(cid, TEXT)).warnings == (EditedMeanwhile(),)
        await s.store.conversations.forget_posts([edited.id])
        assert (await s.answering.forecast(cid, TEXT)).refusals == (TargetGone(),)

    play(tmp_path, act)

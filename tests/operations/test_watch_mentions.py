"""Polling: every mention once, masked before anything is stored, the line told in words."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from incluinfo_desk.domain.conversation import State
from incluinfo_desk.domain.events import Link, LinkChanged, PostsArrived
from incluinfo_desk.domain.post import Link as PostLink
from incluinfo_desk.domain.problems import (
    BadAnswer,
    ChannelDown,
    Limited,
    NoCredits,
    Offline,
    Problem,
    SignInNeeded,
)
from incluinfo_desk.domain.suggestion.engine import Ranking, SuggestionIndex
from incluinfo_desk.operations.ports import Quota
from incluinfo_desk.operations.suggesting import Suggesting
from incluinfo_desk.operations.watch_mentions import OVERLAP, MentionsWatch
from incluinfo_desk.store.conversations import Filter

from .fake_channel import PACO, ROSA, US
from .stage import QUESTION, SILENCE, Stage, play


def connected(event: LinkChanged) -> bool:
    return event.link is Link.CONNECTED


async def watching(s: Stage) -> LinkChanged:
    first = asyncio.ensure_future(s.link(connected))
    s.background.start("watch", s.watch.run())
    return await first


async def next_poll(s: Stage, seconds: float = 30) -> LinkChanged:
    await s.clock.asleep()
    event = asyncio.ensure_future(s.link(lambda e: e.link is not Link.CONNECTING))
    await asyncio.sleep(0)
    s.clock.move(seconds)
    return await event


def written_in(folder: Path) -> bytes:
    """Database, WAL and whatever else lies there."""
    return b"".join(p.read_bytes() for p in folder.rglob("*") if p.is_file())


def test_a_first_start_takes_the_newest_page_and_hints(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        s.channel.says(ROSA, QUESTION)
        s.channel.says(PACO, "Gracias @incluinfo 😊")
        event = await watching(s)
        assert s.channel.polls == [None]
        assert event.account == s.watch.account == US
        assert event.next_poll_at == s.clock.now() + timedelta(seconds=30)
        page = await s.store.conversations.page(Filter())
        hints = {c.citizen.handle: (c.hint.faq_id, c.is_question) for c in page.rows}
        assert hints == {"rosa_m": (SILENCE, True), "paco77": (None, False)}
        assert [e.new for e in s.heard(PostsArrived)] == [2]

    play(tmp_path, act)


def test_the_overlap_catches_what_came_late_and_nothing_twice(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        s.channel.says(ROSA, "@incluinfo primera pregunta del IMV")
        await watching(s)
        # X shows it only now, although it is older than what we have.
        late = s.channel.says(
            PACO, "@incluinfo tarde", at=s.clock.now() - OVERLAP + timedelta(seconds=5)
        )
        await next_poll(s)
        arrived = [e.conversations for e in s.heard(PostsArrived)]
        assert len(arrived) == 2
        assert arrived[1] == (f"{late.id}.{PACO.id}",)
        await next_poll(s)
        assert len(s.heard(PostsArrived)) == 2
        assert await s.store.conversations.count(Filter()) == 2

    play(tmp_path, act)


def test_the_search_brings_what_the_mentions_never_show(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        s.channel.says(ROSA, "@incluinfo primera pregunta del IMV")
        await watching(s)
        await next_poll(s)
        missed = s.channel.says(PACO, "@incluinfo no me veis")
        s.channel.missed.add(missed.id)
        await next_poll(s)
        assert await s.store.conversations.count(Filter()) == 1
        for _ in range(4):  # two minutes at thirty seconds each
            await next_poll(s)
        assert await s.store.conversations.count(Filter()) == 2
        assert len(s.channel.sweeps) == 2

    play(tmp_path, act)


def test_our_own_posts_are_known_by_their_author(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        question = s.channel.says(ROSA, "@incluinfo ¿cuánto tarda el IMV?")
        await watching(s)
        answer = s.channel.says(US, "@incluinfo responde: seis meses", to=question)
        s.channel.world[answer.id] = replace(answer, mentions=(US.id, ROSA.id))
        await next_poll(s)
        page = await s.store.conversations.page(Filter())
        assert [c.state for c in page.rows] == [State.ANSWERED]

    play(tmp_path, act)


def test_no_identifier_reaches_the_disk_or_the_events(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        author = replace(PACO, name="Paco 612345678")
        post = s.channel.says(
            author,
            "@incluinfo soy Paco, DNI 12345678Z, NAF 28 12345678 40, tel. 612 345 678, "
            "correo paco.perez@example.es, ES91 2100 0418 4502 0005 1332 https://t.co/a1",
        )
        link = PostLink("x.es/?dni=12345678Z", "https://x.es/?dni=12345678Z", "https://t.co/a1")
        s.channel.world[post.id] = replace(post, links=(link,))
        await watching(s)
        page = await s.store.conversations.page(Filter())
        assert page.rows[0].has_personal_data
        assert "soy Paco" in page.rows[0].last_text
        written = written_in(tmp_path)
        for secret in (b"12345678", b"612345678", b"612 345 678", b"paco.perez", b"2100 0418"):
            assert secret not in written
        assert "12345678" not in repr(s.events)

    play(tmp_path, act)


@pytest.mark.parametrize(
    "problem", [Offline(), ChannelDown(), BadAnswer()], ids=lambda p: type(p).__name__
)
def test_a_broken_line_is_tried_again_at_growing_intervals(
    tmp_path: Path, problem: Problem
) -> None:
    async def act(s: Stage) -> None:
        await watching(s)
        waits = []
        for _ in range(6):
            s.channel.mention_faults.append(problem)
            event = await next_poll(s, 60)
            assert (event.link, event.problem) == (Link.BROKEN, problem)
            waits.append(await s.clock.asleep())
        assert waits == [5, 10, 20, 40, 60, 60]
        assert (await next_poll(s, 60)).link is Link.CONNECTED
        assert await s.clock.asleep() == 30

    play(tmp_path, act)


def test_a_limit_is_waited_out(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        await watching(s)
        reset = s.clock.now() + timedelta(minutes=9)
        s.channel.mention_faults.append(Limited(reset))
        event = await next_poll(s)
        assert (event.link, event.next_poll_at) == (Link.WAITING, reset)
        assert s.clock.now() + timedelta(seconds=await s.clock.asleep()) == reset

    play(tmp_path, act)


@pytest.mark.parametrize(
    ("problem", "link"),
    [(NoCredits(), Link.BROKEN), (SignInNeeded(), Link.SIGNED_OUT)],
    ids=lambda p: type(p).__name__,
)
def test_what_only_a_person_can_mend_stops_the_polls(
    tmp_path: Path, problem: Problem, link: Link
) -> None:
    async def act(s: Stage) -> None:
        await watching(s)
        s.channel.mention_faults.append(problem)
        event = await next_poll(s)
        assert (event.link, event.problem, event.next_poll_at) == (link, problem, None)
        polls = len(s.channel.polls)
        s.clock.move(3600)
        await asyncio.sleep(0)
        assert len(s.channel.polls) == polls
        back = asyncio.ensure_future(s.link(connected))
        await asyncio.sleep(0)
        s.watch.poll_now()
        await back

    play(tmp_path, act)


def test_polls_never_overlap_however_often_they_are_asked_for(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        await watching(s)
        for _ in range(20):
            s.watch.poll_now()
            await asyncio.sleep(0)
        await s.link(connected)
        assert s.channel.most_polling == 1

    play(tmp_path, act)


def test_a_pause_stops_and_says_so(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        await watching(s)
        paused = asyncio.ensure_future(s.link(lambda e: e.link is Link.PAUSED))
        await asyncio.sleep(0)
        s.watch.pause()
        await paused
        polls = len(s.channel.polls)
        s.clock.move(3600)
        s.watch.poll_now()
        await s.link(lambda e: e.link is Link.PAUSED)
        assert len(s.channel.polls) == polls
        back = asyncio.ensure_future(s.link(connected))
        await asyncio.sleep(0)
        s.watch.resume()
        await back

    play(tmp_path, act)


def test_a_window_that_runs_dry_slows_the_polls_down(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        resets = s.clock.now() + timedelta(seconds=900)
        s.channel.quotas["mentions"] = Quota(limit=300, remaining=70, resets_at=resets)
        await watching(s)
        # 900 s for the ten requests that are not in reserve.
        assert await s.clock.asleep() == 90
        s.channel.quotas["mentions"] = Quota(limit=300, remaining=60, resets_at=resets)
        event = await next_poll(s, 90)
        assert event.next_poll_at == resets

    play(tmp_path, act)


@pytest.mark.parametrize("turns", [3, 30, 300])
def test_a_poll_cut_half_way_loses_nothing(tmp_path: Path, turns: int) -> None:
    async def act(s: Stage) -> None:
        s.channel.says(ROSA, "@incluinfo primera pregunta del IMV")
        await watching(s)
        for number in range(120):
            s.channel.says(PACO, f"@incluinfo pregunta {number}")
        s.watch.poll_now()
        for _ in range(turns):
            await asyncio.sleep(0)
        s.background.cancel("watch")
        await s.background.settle("watch")
        s.watch = MentionsWatch(
            channel=s.channel, store=s.store, suggesting=s.suggesting, bus=s.bus,
            clock=s.clock, poll_seconds=lambda: 30.0,
        )  # fmt: skip
        await watching(s)
        assert await s.store.conversations.count(Filter()) == 121

    play(tmp_path, act)


def test_a_post_the_engine_stumbles_over_stops_nothing(tmp_path: Path) -> None:
    class Stumbling(SuggestionIndex):
        def suggest(self, text: str, limit: int = 10) -> Ranking:
            if "tropiezo" in text:
                raise ZeroDivisionError
            return super().suggest(text, limit)

    async def act(s: Stage) -> None:
        reports: list[dict[str, object]] = []
        asyncio.get_running_loop().set_exception_handler(lambda _, c: reports.append(c))
        s.watch = MentionsWatch(
            channel=s.channel, store=s.store, bus=s.bus, clock=s.clock,
            suggesting=Suggesting(
                store=s.store, make_index=Stumbling, clock=s.clock, bus=s.bus
            ),
            poll_seconds=lambda: 30.0,
        )  # fmt: skip
        s.channel.says(PACO, "@incluinfo tropiezo, DNI 12345678Z")
        s.channel.says(ROSA, QUESTION)
        await watching(s)
        page = await s.store.conversations.page(Filter())
        texts = [c.last_text for c in page.rows]
        assert len(texts) == 2
        assert not any("12345678Z" in t for t in texts)
        assert [type(r["exception"]) for r in reports] == [ZeroDivisionError]

    play(tmp_path, act)

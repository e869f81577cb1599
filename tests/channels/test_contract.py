"""What any public channel must do, held to the port's own words (INC-54).

A new channel is added to ``CHANNELS``: a context that yields the channel and the world
behind it, where citizens write and our posts can be counted.
"""

from __future__ import annotations

import inspect
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from incluinfo_desk.domain.post import PostId, id_order
from incluinfo_desk.domain.problems import (
    BadAnswer,
    ChannelDown,
    Limited,
    NoCredits,
    OutcomeUnknown,
    Problem,
    ProxyRefused,
    Refusal,
    Refused,
    Unauthorised,
)
from incluinfo_desk.operations.ports import Channel
from incluinfo_desk.simulator.server import Simulator
from incluinfo_desk.simulator.world import World

from .parts import SHORT, channel, problem_of, vault

Context = AbstractAsyncContextManager[tuple[Channel, World]]


@asynccontextmanager
async def over_x(folder: Path, dialect: str) -> AsyncIterator[tuple[Channel, World]]:
    simulator = Simulator(seed=7, day=False)
    await simulator.start()
    try:
        simulator.world.rules.dialect = dialect
        access, refresh = simulator.grants.grant()
        now = simulator.world.clock.now
        held = vault(access, refresh, now() + timedelta(hours=2))
        async with channel(simulator.base_url, folder, held=held, now=now, timeouts=SHORT) as x:
            yield x, simulator.world
    finally:
        await simulator.stop()


CHANNELS: dict[str, Callable[[Path], Context]] = {
    "x": lambda folder: over_x(folder, "echo"),
    "x, old words": lambda folder: over_x(folder, "legacy"),
    "x, new words": lambda folder: over_x(folder, "new"),
}


@pytest.fixture(params=CHANNELS)
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Context:
    return CHANNELS[request.param](tmp_path)


def test_the_channel_has_every_method_of_the_port() -> None:
    from incluinfo_desk.channels.x.channel import XChannel

    for name, method in inspect.getmembers(Channel, inspect.isfunction):
        if not name.startswith("_"):
            ours = inspect.signature(getattr(XChannel, name))
            assert ours.parameters == inspect.signature(method).parameters, name


async def test_a_mention_arrives_whole(opened: Context) -> None:
    async with opened as (x, world):
        us = await x.me()
        text = "@incluinfo ¿Qué <ayuda> & cuándo? 😀 https://www.inclusion.gob.es/imv"
        post_id = world.citizen_posts(text, handle="ana", name="Ana López")
        [post] = await x.mentions(None)
    assert us.handle == "incluinfo"
    assert (post.id, post.thread_id, post.in_reply_to) == (post_id, post_id, None)
    assert (post.author.handle, post.author.name) == ("ana", "Ana López")
    assert post.text.startswith("@incluinfo ¿Qué <ayuda> & cuándo? 😀 ")
    assert us.id in post.mentions
    assert [link.target for link in post.links] == ["https://www.inclusion.gob.es/imv"]
    assert post.created_at.utcoffset() == timedelta(0)
    assert post.language == "es"


async def test_mentions_since_an_id_are_all_younger_ones_oldest_first(opened: Context) -> None:
    async with opened as (x, world):
        ids = [world.citizen_posts(f"@incluinfo pregunta {n}") for n in range(230)]
        assert [p.id for p in await x.mentions(PostId(ids[4]))] == ids[5:]
        newest = [p.id for p in await x.mentions(None)]
        assert newest == ids[-100:]
        assert newest == sorted(newest, key=id_order)
        assert await x.mentions(PostId(ids[-1])) == []


@pytest.mark.parametrize("kind", ["dialect", "duplicate", "out_of_order", "skew"])
async def test_a_page_that_is_merely_odd_is_read_all_the_same(kind: str, opened: Context) -> None:
    async with opened as (x, world):
        ids = [world.citizen_posts(f"@incluinfo pregunta {n}") for n in range(5)]
        world.fault("mentions", kind)
        found = await x.mentions(None)
        assert [p.id for p in found] == ids
        assert all(p.author.handle == "ciudadana" for p in found)
        assert [p.id for p in await x.mentions(None)] == ids


async def test_the_sweep_finds_what_mentions_miss(opened: Context) -> None:
    async with opened as (x, world):
        seen = world.citizen_posts("@incluinfo una")
        missed = world.citizen_posts("@incluinfo otra", absent_from_mentions=True)
        assert [p.id for p in await x.mentions(None)] == [seen]
        assert [p.id for p in await x.search_mentions(None)] == [seen, missed]


async def test_a_reply_is_public_once_and_part_of_its_thread(opened: Context) -> None:
    async with opened as (x, world):
        asked = PostId(world.citizen_posts("@incluinfo ¿plazo del IMV?"))
        answer = await x.post("El plazo es de seis meses.", asked)
        again = world.citizen_posts("@incluinfo gracias", in_reply_to=answer)
        [public] = world.replies_to(asked)
        thread = await x.thread(asked)
        [ours] = await x.own_posts(asked)
    assert public.id == answer
    assert [p.id for p in thread] == [asked, answer, again]
    assert {p.thread_id for p in thread} == {asked}
    assert thread[2].in_reply_to == answer
    assert ours.in_reply_to == asked
    assert "El plazo es de seis meses." in ours.text


async def test_own_posts_are_the_younger_ones_newest_first(opened: Context) -> None:
    async with opened as (x, _world):
        ids = [await x.post(f"Aviso número {n}") for n in range(3)]
        assert [p.id for p in await x.own_posts(None)] == ids[::-1]
        assert [p.id for p in await x.own_posts(ids[0])] == ids[:0:-1]


async def test_a_lookup_tells_what_is_gone(opened: Context) -> None:
    async with opened as (x, world):
        kept, deleted = (PostId(world.citizen_posts(f"@incluinfo {n}")) for n in "ab")
        hidden = PostId(world.citizen_posts("@incluinfo c", handle="reservada"))
        world.citizen_deletes(deleted)
        world.citizen_protects("reservada")
        found = await x.lookup([kept, deleted, hidden, PostId("123456789")])
        assert (await x.lookup([])).posts == ()
    assert [p.id for p in found.posts] == [kept]
    assert set(found.missing) == {deleted, hidden, "123456789"}


async def test_an_edit_names_its_versions(opened: Context) -> None:
    async with opened as (x, world):
        first = world.citizen_posts("@incluinfo antes")
        second = world.citizen_edits(first, "@incluinfo después")
        found = {p.id: p for p in await x.mentions(None)}[PostId(second)]
    assert found.versions == (first, second)
    assert "después" in found.text


async def test_a_post_can_be_deleted(opened: Context) -> None:
    async with opened as (x, world):
        mine = await x.post("Aviso")
        await x.delete(mine)
        assert world.our_posts == []
        found = await problem_of(x.delete(mine))
    assert isinstance(found, Refused)
    assert found.reason is Refusal.GONE


async def test_a_reply_below_our_post_can_be_hidden_and_shown(opened: Context) -> None:
    async with opened as (x, world):
        mine = await x.post("Aviso")
        insult = PostId(world.citizen_posts("@incluinfo inútiles", in_reply_to=mine))
        await x.hide(insult, True)
        post = world.find(insult)
        assert post is not None
        assert post.hidden
        await x.hide(insult, False)
        assert not post.hidden


async def test_an_image_goes_with_its_words(opened: Context, tmp_path: Path) -> None:
    image = tmp_path / "aviso.png"
    image.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\1" * 1_200_000)
    async with opened as (x, world):
        media = await x.upload_image(image, "Aviso de mantenimiento")
        await x.post("Aviso", media=[media])
        [public] = world.our_posts
        assert public.media == (media,)
        assert world.media[media].alt_text == "Aviso de mantenimiento"


async def test_the_same_words_to_the_same_post_are_refused_as_duplicate(opened: Context) -> None:
    async with opened as (x, world):
        asked = PostId(world.citizen_posts("@incluinfo ¿plazo?"))
        await x.post("Seis meses.", asked)
        found = await problem_of(x.post("Seis meses.", asked))
        assert len(world.our_posts) == 1
    assert isinstance(found, Refused)
    assert found.reason is Refusal.DUPLICATE


async def test_a_post_that_does_not_name_us_may_not_be_answered(opened: Context) -> None:
    async with opened as (x, world):
        asked = PostId(world.citizen_posts("¿Y el IMV?", mention=False))
        for world.rules.summoned_wording in (0, 1):
            found = await problem_of(x.post("Seis meses.", asked))
            assert isinstance(found, Refused)
            assert found.reason is Refusal.NOT_SUMMONED
        assert world.our_posts == []


REFUSED = {
    "captive": (ProxyRefused(), None),
    "credits": (NoCredits(), NoCredits()),
    "unauthorized": (Unauthorised(), Unauthorised()),
    "unavailable": (ChannelDown(), OutcomeUnknown()),
    "bad_gateway": (ChannelDown(), OutcomeUnknown()),
    "empty": (BadAnswer(), OutcomeUnknown()),
    "truncated": (BadAnswer(), OutcomeUnknown()),
    "strange": (BadAnswer(), OutcomeUnknown()),
    "dropped": (ChannelDown(), OutcomeUnknown()),
    "lost": (ChannelDown(), OutcomeUnknown()),
    "reset": (BadAnswer(), OutcomeUnknown()),
}


@pytest.mark.parametrize("kind", REFUSED)
async def test_every_fault_has_its_problem(kind: str, opened: Context) -> None:
    read, write = REFUSED[kind]
    async with opened as (x, world):
        asked = PostId(world.citizen_posts("@incluinfo ¿plazo?"))
        # aiohttp asks once more itself where a kept line broke under a GET.
        world.fault("mentions", kind, None)
        assert await problem_of(x.mentions(None)) == read
        world.fault("post", kind, None)
        found: Problem = await problem_of(x.post("Seis meses.", asked))
        assert found == (write or OutcomeUnknown())
        posted = len(world.replies_to(asked))
        assert posted <= 1
        if not isinstance(found, OutcomeUnknown):
            assert posted == 0


async def test_a_wait_is_told_with_its_end(opened: Context) -> None:
    async with opened as (x, world):
        world.fault("post", "rate_limited", seconds=600)
        found = await problem_of(x.post("Aviso"))
        assert isinstance(found, Limited)
        assert found.until is not None
        wait = found.until - world.clock.now()
        assert timedelta(seconds=590) < wait <= timedelta(seconds=601)
        assert x.quotas["post"].remaining == 0

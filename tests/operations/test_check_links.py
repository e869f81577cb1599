"""The link checker over HTTP: a real server, a real store, a clock that is moved."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from aiohttp import web

from incluinfo_desk.domain.events import Link, LinkChanged, LinksChecked
from incluinfo_desk.domain.faq import FaqEntry, NotOfferable, Translation
from incluinfo_desk.domain.problems import Offline
from incluinfo_desk.operations.check_links import Round

from .stage import QUESTION, SILENCE, Stage, play

HOUR = 3600.0


class Pages:
    """A server on several names of this machine, whose pages can go away."""

    def __init__(self) -> None:
        self.statuses: dict[str, int] = {}
        self.asked: list[str] = []
        self.port = 0
        self.hold: asyncio.Event | None = None

    def url(self, path: str, host: int = 1) -> str:
        return f"http://127.0.0.{host}:{self.port}/{path}"

    async def answer(self, request: web.Request) -> web.StreamResponse:
        if self.hold is not None:
            await self.hold.wait()
        path = request.path.strip("/")
        self.asked.append(path)
        if path == "mudada":
            return web.Response(status=301, headers={"Location": self.url("nueva")})
        return web.Response(status=self.statuses.get(path, 200))


@asynccontextmanager
async def pages() -> AsyncIterator[Pages]:
    made = Pages()
    app = web.Application()
    app.router.add_route("*", "/{name:.*}", made.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "0.0.0.0", 0).start()  # noqa: S104 - all loopback names
    made.port = runner.addresses[0][1]
    try:
        yield made
    finally:
        if made.hold is not None:
            made.hold.set()
        await runner.cleanup()


async def entry(s: Stage) -> FaqEntry:
    found = await s.store.faq.get(SILENCE)
    assert found is not None
    return found


async def links_to(s: Stage, site: Pages) -> None:
    """Every entry names a page of the site, on three hosts; SILENCE one of its own."""
    entries = await s.store.faq.all()
    for n, each in enumerate(entries):
        link = site.url("imv" if each.id == SILENCE else f"otra{n % 3}", 1 + n % 3)
        others = (Translation("ca", "Sí: {enlace}", site.url("mudada")),) if n == 0 else ()
        changed = replace(each, link=link, translations=others)
        await s.store.faq.save(changed, by="AB", expect_revision=each.revision)
    await s.suggesting.load()


def test_an_answer_whose_page_is_gone_leaves_the_one_key_and_comes_back_with_it(
    tmp_path: Path,
) -> None:
    async def act(s: Stage) -> None:
        async with pages() as site:
            await links_to(s, site)
            s.clock.runs = True
            steps: list[tuple[int, int]] = []
            first = await s.upkeep.links.check(lambda done, total: steps.append((done, total)))
            assert first == Round(looked=5, failed=0, dead=0, changed=0)
            assert steps == [(n, 5) for n in range(6)]
            site.statuses["imv"] = 404
            cid = await s.asked(QUESTION)
            await s.upkeep.links.check()
            assert (await entry(s)).link_dead_since is None, "once is not dead"
            s.clock.time = s.clock.time.replace(hour=18)
            assert (await s.upkeep.links.check()).changed == 1
            dead = await entry(s)
            assert dead.link_dead_since == s.clock.now().astimezone().date()
            offer = await s.suggesting.for_conversation(cid)
            assert (offer.one_click, offer.why_not) == (None, NotOfferable.LINK_DEAD)
            assert (await s.store.faq.history(SILENCE))[0].by == "reloj"
            lines = await s.upkeep.links.lines()
            assert [(x.record.url, x.entries) for x in lines[:1]] == [(dead.link, (SILENCE,))]
            moved = next(x for x in lines if x.record.redirected)
            assert (moved.record.final_url, moved.record.moved_for_good) == (
                site.url("nueva"),
                True,
            )
            # Verifying does not make the page be there; another address does.
            await s.edit_faq.verify([SILENCE])
            assert (await entry(s)).link_dead_since is not None
            secure = replace(await entry(s), link="https://www.seg-social.es/imv")
            assert (await s.edit_faq.save(secure, secure.revision)).link_dead_since is None
            back = replace(secure, link=dead.link)
            await s.store.faq.save(back, by="AB", expect_revision=secure.revision + 1)
            site.statuses.clear()
            await s.upkeep.links.check()
            assert (await entry(s)).link_dead_since is None
            assert (await s.suggesting.for_conversation(cid)).one_click is not None
            assert len(s.heard(LinksChecked)) == 4

    play(tmp_path, act)


def test_our_own_outage_flags_nothing_and_no_round_runs_while_we_are_offline(
    tmp_path: Path,
) -> None:
    async def act(s: Stage) -> None:
        async with pages() as site:
            await links_to(s, site)
        s.clock.runs = True
        for _ in range(5):
            result = await s.upkeep.links.check()
            assert (result.ours, result.failed, result.changed) == (True, 5, 0)
            s.clock.time = s.clock.time.replace(day=s.clock.time.day + 1)
        assert all(e.link_dead_since is None for e in await s.store.faq.all())
        assert await s.store.links.all() == {}
        # By itself: not while the line is down, and when it is back as soon as it is due.
        s.clock.runs = False
        async with pages() as site:
            await links_to(s, site)
            s.link_hours = 24
            s.bus.publish(LinkChanged(Link.BROKEN, problem=Offline()))
            s.background.start("check_links", s.upkeep.links.run())
            s.clock.move(await s.clock.asleep(60))
            wait = await s.clock.asleep(60)
            assert site.asked == []
            s.bus.publish(LinkChanged(Link.CONNECTED))
            checked = asyncio.Event()
            s.bus.subscribe(LinksChecked, lambda _: checked.set())
            s.clock.move(wait)
            while not checked.is_set():
                s.clock.move(2)
                await asyncio.sleep(0)
            assert {"imv", "otra0", "otra1", "otra2", "mudada"} <= set(site.asked)
            asked = len(site.asked)
            s.clock.move(await s.clock.asleep(60))
            await s.clock.asleep(60)
            assert len(site.asked) == asked, "not due for a day"

    play(tmp_path, act)


def test_a_round_can_be_given_up_and_keeps_nothing(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        async with pages() as site:
            await links_to(s, site)
            site.hold = asyncio.Event()
            task = asyncio.ensure_future(s.upkeep.links.check())
            await asyncio.sleep(0)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert await s.store.links.all() == {}

    play(tmp_path, act)

"""An empty profile: the starter FAQ as drafts, the real components."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from incluinfo_desk.domain.faq import FaqState
from incluinfo_desk.operations.edit_faq import STARTER
from incluinfo_desk.store.store import Store

from .clock import MovableClock
from .fake_channel import FakeChannel
from .stage import Stage, play, starter


@pytest.mark.parametrize("verified", [False, True])
def test_the_starter_faq_comes_in_once(tmp_path: Path, verified: bool) -> None:
    async def run() -> None:
        clock = MovableClock()
        store = await Store.open(tmp_path, clock.now)
        s = Stage(store, clock, FakeChannel(clock), tmp_path)
        try:
            assert await s.edit_faq.first_run(verified=verified) == 140
            assert await s.edit_faq.first_run(verified=verified) == 0
            entries = await store.faq.all()
            wanted = FaqState.VERIFIED if verified else FaqState.DRAFT
            assert {e.state for e in entries} == {wanted}
            assert {e.confidence for e in entries} == {"sourced", "unverified"}
            assert [e.id for e in entries if s.edit_faq.check(e)] == []
        finally:
            await s.background.close()
            await store.close()

    asyncio.run(run())


def test_untouched_drafts_of_an_older_profile_get_the_variants_that_ship_now(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        clock = MovableClock()
        store = await Store.open(tmp_path, clock.now)
        s = Stage(store, clock, FakeChannel(clock), tmp_path)
        try:
            spoken = [e for e in starter() if e.translations]
            edited, verified, untouched = spoken[:3]
            drafts = [replace(e, state=FaqState.DRAFT, translations=()) for e in spoken]
            await store.faq.add_all(drafts, STARTER)
            await s.edit_faq.verify([verified.id])
            mine = await store.faq.get(edited.id)
            assert mine is not None
            await s.edit_faq.save(replace(mine, reply="Otra."), mine.revision)
            for _ in range(2):
                await s.edit_faq.first_run()
                now = {e.id: e for e in await store.faq.all()}
                assert now[untouched.id].translations == untouched.translations
                assert now[untouched.id].revision == 2
                assert not now[edited.id].translations
                assert not now[verified.id].translations, "nobody has answered for these"
        finally:
            await s.background.close()
            await store.close()

    asyncio.run(run())


def test_the_components_are_seeded_once(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        seeded = await s.broadcasting.first_run()
        assert seeded == len(await s.broadcasting.components()) > 30
        assert await s.broadcasting.first_run() == 0
        groups = {c.group for c in await s.broadcasting.components()}
        assert groups == {"web", "sede", "apps", "phones", "offices"}

    play(tmp_path, act)

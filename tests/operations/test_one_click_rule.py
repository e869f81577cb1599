"""Whatever state an answer is in and whatever day it is: one key sends only what may go out."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from incluinfo_desk.domain.faq import FaqEntry, FaqState, Layer
from incluinfo_desk.domain.problems import NotOffered, Trouble

from .stage import SILENCE, Stage, play

DAYS = (-400, -1, 0, 1, 400)
NORM_CHANGED = "norm:BOE-A-2021-21007"


def may_go_out(entry: FaqEntry, today: date) -> bool:
    """The rule once more, said the other way round (issue 3, acceptance)."""
    verified = entry.state is FaqState.VERIFIED or (
        entry.state is FaqState.ANTICIPATED and entry.valid_from is not None
    )
    return (
        verified
        and entry.layer is Layer.TEAM
        and bool(entry.source)
        and entry.verified_by is not None
        and (entry.valid_from is None or entry.valid_from <= today)
        and (entry.review_by is None or today <= entry.review_by)
        and entry.link_dead_since is None
    )


def every_kind(entry: FaqEntry, today: date, officer: str) -> list[FaqEntry]:
    """Personal ones are ``officer``'s own: those of others are not even ranked."""

    def day(offset: int | None) -> date | None:
        return None if offset is None else today + timedelta(days=offset)

    kinds = itertools.product(
        FaqState, Layer, ("https://www.seg-social.es", None), ("AB", None), (None, *DAYS),
        (None, *DAYS), (None, -1),
    )  # fmt: skip
    return [
        replace(
            entry, state=state, layer=layer, source=source, verified_by=by,
            owner=officer if layer is Layer.PERSONAL else "",
            review_by=day(until), valid_from=day(since), link_dead_since=day(dead),
            review_reason=NORM_CHANGED if state is FaqState.UNDER_REVIEW else "",
            verified_at=datetime(2026, 1, 1, tzinfo=UTC) if by else None,
        )
        for state, layer, source, by, until, since, dead in kinds
    ]  # fmt: skip


def test_one_key_offers_nothing_that_may_not_go_out(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        cid = await s.asked()
        entry = s.suggesting.entry(SILENCE) or await s.store.faq.get(SILENCE)
        assert entry is not None
        chance = random.Random(20)
        kinds = every_kind(entry, s.clock.now().date(), s.officer)
        good = [k for k in kinds if may_go_out(k, s.clock.now().date())]
        offered = refused = 0
        for kind in (*chance.sample(kinds, 60), *chance.sample(good, 20)):
            await s.suggesting.follow([kind])
            # The day it is, the days its dates fall on, and the days after.
            s.clock.move(chance.choice((0, 0, 1, 2, 30)) * 24 * 3600)
            today = s.clock.now().astimezone().date()
            offer = await s.suggesting.for_conversation(cid)
            if offer.one_click is not None and offer.one_click.id == SILENCE:
                assert may_go_out(kind, today), kind
                offered += 1
                continue
            assert not may_go_out(kind, today), kind
            if kind.state is not FaqState.RETIRED:  # that one is as if it had never been
                assert offer.one_click is None
            with pytest.raises(Trouble) as raised:
                await s.answering.one_click(cid, SILENCE)
            assert isinstance(raised.value.problem, NotOffered)
            refused += 1
        assert offered >= 5
        assert refused >= 20

    play(tmp_path, act)

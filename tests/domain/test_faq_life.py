"""An answer's life: what may follow what, and that nothing stale is ever for one click."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from incluinfo_desk.domain.faq import FaqEntry, FaqState, Layer, Translation
from incluinfo_desk.domain.faq_life import (
    MOVES,
    Standing,
    after_change,
    awake,
    may_move,
    moved,
    norm_of,
    norm_reason,
    standing,
    verified,
    wakes,
)
from incluinfo_desk.domain.norms import NormChange, NormId

DAY = date(2026, 11, 23)
LGSS, IMV = NormId("BOE-A-2015-11724"), NormId("BOE-A-2021-21007")
CHANGE = NormChange(LGSS, "Real Decreto-ley 9/2026", DAY + timedelta(days=9))
BASE = FaqEntry("a", "imv", "¿?", "Sí.")

days = st.none() | st.integers(-800, 800).map(lambda n: DAY + timedelta(days=n))
entries = st.builds(
    FaqEntry,
    id=st.just("a"),
    topic=st.just("imv"),
    question=st.just("¿?"),
    reply=st.just("Sí."),
    source=st.sampled_from([None, "", "https://www.boe.es"]),
    review_by=days,
    valid_from=days,
    state=st.sampled_from(FaqState),
    verified_by=st.sampled_from([None, "AB"]),
    norms=st.sampled_from([(), (LGSS,), (IMV, LGSS)]),
    layer=st.sampled_from(Layer),
    review_reason=st.sampled_from(["", norm_reason(IMV), "la lee el INSS"]),
    link_dead_since=days,
)


@given(entries, st.integers(-900, 900))
def test_only_what_is_verified_in_force_in_date_and_reachable_is_for_one_click(
    entry: FaqEntry, offset: int
) -> None:
    today = DAY + timedelta(days=offset)
    right = (
        entry.state in {FaqState.VERIFIED, FaqState.ANTICIPATED}
        and (entry.state is FaqState.VERIFIED or entry.valid_from is not None)
        and bool(entry.source)
        and entry.verified_by is not None
        and entry.layer is Layer.TEAM
        and (entry.valid_from is None or entry.valid_from <= today)
        and (entry.review_by is None or today <= entry.review_by)
        and entry.link_dead_since is None
    )
    assert (entry.not_offerable(today) is None) is right


@given(entries, st.integers(0, 8))
def test_after_a_change_of_its_norm_no_answer_is_for_one_click_before_it_is_read_again(
    entry: FaqEntry, offset: int
) -> None:
    now = after_change(entry, CHANGE)
    if LGSS not in entry.norms:
        assert now == entry
    else:
        assert now.not_offerable(DAY + timedelta(days=offset)) is not None
        assert now.state in {entry.state, FaqState.UNDER_REVIEW}
        assert may_move(entry.state, now.state)


def test_who_verifies_ends_the_review_and_its_reason() -> None:
    waiting = after_change(replace(BASE, norms=(LGSS,)), CHANGE)
    assert norm_of(waiting.review_reason) == LGSS
    read = verified(waiting, "AB", datetime(2026, 11, 24, tzinfo=UTC))
    assert (read.state, read.review_reason, read.verified_by) == (FaqState.VERIFIED, "", "AB")
    doubted = moved(read, FaqState.UNDER_REVIEW, "lo consulta el INSS")
    assert norm_of(doubted.review_reason) is None
    assert moved(doubted, FaqState.RETIRED).review_reason == ""


def test_an_answer_that_waits_for_a_norm_learns_its_day_and_wakes_on_it() -> None:
    waiting = replace(BASE, state=FaqState.ANTICIPATED, norms=(LGSS,), source="x", verified_by="AB")
    assert not wakes(waiting, date.max)
    known = after_change(waiting, CHANGE)
    assert (known.state, known.valid_from) == (FaqState.ANTICIPATED, CHANGE.in_force)
    assert not wakes(known, CHANGE.in_force - timedelta(days=1))
    assert wakes(known, CHANGE.in_force)
    assert awake(known).not_offerable(CHANGE.in_force) is None


def test_what_was_retired_comes_back_only_as_a_draft() -> None:
    assert MOVES[FaqState.RETIRED] == {FaqState.DRAFT}
    for state in FaqState:
        assert may_move(state, state)
        assert state is FaqState.RETIRED or may_move(state, FaqState.RETIRED)
        assert state in {FaqState.RETIRED} or may_move(state, FaqState.UNDER_REVIEW)
    assert not may_move(FaqState.VERIFIED, FaqState.DRAFT)


def test_the_day_alone_makes_a_verified_answer_an_expired_one() -> None:
    entry = replace(BASE, state=FaqState.VERIFIED, review_by=DAY)
    assert standing(entry, DAY) is Standing.VERIFIED
    assert standing(entry, DAY + timedelta(days=1)) is Standing.EXPIRED
    draft = replace(entry, state=FaqState.DRAFT)
    assert standing(draft, DAY + timedelta(days=1)) is Standing.DRAFT


def test_a_translation_is_found_by_its_language_and_its_lack_is_known() -> None:
    catalan = Translation("ca", "Sí.")
    entry = replace(BASE, translations=(catalan,))
    assert entry.translation_in("ca") == catalan
    assert [entry.lacks(x) for x in ("es", "und", "ca", "eu")] == [False, False, False, True]

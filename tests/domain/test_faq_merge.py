"""Two desks, one answer: nothing either of them meant is lost without being listed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from incluinfo_desk.domain.faq import FaqEntry, FaqState, Translation
from incluinfo_desk.domain.faq_merge import (
    MERGED,
    Own,
    Side,
    base_of,
    fingerprint,
    merge,
    merged_list,
)
from tests.domain.faq_edits import check_pair, pairs

BASE = FaqEntry(
    id="imv-plazo",
    topic="imv",
    question="¿Cuánto tarda?",
    reply="Seis meses: {enlace}",
    variants=("¿Plazo?", "Llevo meses"),
    keywords=("plazo",),
    link="https://inclusion.gob.es",
    source="BOE",
    review_by=date(2027, 6, 30),
    state=FaqState.VERIFIED,
    verified_by="AB",
    verified_at=datetime(2026, 11, 1, tzinfo=UTC),
)


def test_each_side_changed_another_field_and_both_changes_stand() -> None:
    ours = replace(BASE, question="¿Cuánto tarda el IMV?", state=FaqState.DRAFT)
    theirs = replace(BASE, body="INSS", state=FaqState.DRAFT)
    merged = merge(BASE, ours, theirs)
    assert merged.conflicts == ()
    assert (merged.entry.question, merged.entry.body) == ("¿Cuánto tarda el IMV?", "INSS")
    assert merged.taken == ("body",)


def test_a_field_changed_on_both_sides_is_listed_and_ours_until_chosen() -> None:
    ours, theirs = replace(BASE, reply="Tres meses"), replace(BASE, reply="Cuatro meses")
    merged = merge(BASE, ours, theirs)
    (conflict,) = merged.conflicts
    assert (conflict.field, conflict.base) == ("reply", BASE.reply)
    assert (conflict.ours, conflict.theirs) == ("Tres meses", "Cuatro meses")
    assert merged.entry.reply == "Tres meses"
    assert merge(BASE, ours, theirs, {"reply": Side.THEIRS}).entry.reply == "Cuatro meses"


def test_a_person_writes_something_else_and_nobody_has_answered_for_it_yet() -> None:
    catalan, other = Translation("ca", "Tres mesos"), Translation("ca", "Quatre mesos")
    ours = replace(BASE, reply="Tres meses", translations=(catalan,))
    theirs = replace(BASE, reply="Cuatro meses", translations=(other,))
    third = Translation("ca", "Cinc mesos")
    choices = {"reply": Own("Cinco meses"), "translations:ca": Own(third)}
    merged = merge(BASE, ours, theirs, choices)
    assert {each.field for each in merged.conflicts if each.writable} == set(choices)
    assert (merged.entry.reply, merged.entry.translations) == ("Cinco meses", (third,))
    assert (merged.entry.state, merged.entry.review_reason) == (FaqState.UNDER_REVIEW, MERGED)
    dropped = merge(BASE, ours, theirs, {"translations:ca": Own(None)})
    assert dropped.entry.translations == ()


def test_lists_merge_by_element_and_a_rewording_survives_a_removal() -> None:
    assert merged_list(("a", "b", "c"), ("a", "c", "x"), ("a", "b2", "c", "y")) == (
        "a", "c", "x", "b2", "y",
    )  # fmt: skip


def test_without_a_common_base_scalars_are_asked_and_lists_united() -> None:
    theirs = replace(BASE, question="Otra", variants=("¿Plazo?", "¿Cuándo?"))
    merged = merge(None, BASE, theirs)
    assert [c.field for c in merged.conflicts] == ["question"]
    assert merged.entry.variants == ("¿Plazo?", "Llevo meses", "¿Cuándo?")


def test_translations_merge_by_language() -> None:
    ours = replace(BASE, translations=(Translation("ca", "Sis"), Translation("eu", "Sei")))
    theirs = replace(BASE, translations=(Translation("ca", "Sis mesos"), Translation("en", "Six")))
    merged = merge(BASE, ours, theirs)
    assert [c.field for c in merged.conflicts] == ["translations:ca"]
    assert {t.language: t.reply for t in merged.entry.translations} == {
        "ca": "Sis", "eu": "Sei", "en": "Six",
    }  # fmt: skip


def test_a_verified_text_mixed_from_two_waits_for_somebody_to_read_it() -> None:
    ours = replace(BASE, reply="Tres meses", verified_at=datetime(2026, 11, 2, tzinfo=UTC))
    theirs = replace(BASE, body="INSS", verified_at=datetime(2026, 11, 3, tzinfo=UTC))
    merged = merge(BASE, ours, theirs).entry
    assert (merged.reply, merged.body) == ("Tres meses", "INSS")
    assert (merged.state, merged.review_reason) == (FaqState.UNDER_REVIEW, MERGED)


def test_a_text_verified_on_the_other_desk_comes_with_its_verification() -> None:
    theirs = replace(
        BASE, reply="Tres meses", verified_by="CD", verified_at=datetime(2026, 11, 9, tzinfo=UTC)
    )
    assert merge(BASE, BASE, theirs).entry == theirs


def test_a_text_edited_in_the_file_has_not_been_verified() -> None:
    merged = merge(BASE, BASE, replace(BASE, reply="Tres meses")).entry
    assert (merged.reply, merged.state) == ("Tres meses", FaqState.UNDER_REVIEW)


@pytest.mark.parametrize("retired_here", [True, False])
def test_retired_by_one_and_edited_by_the_other_is_decided_by_a_person(retired_here: bool) -> None:
    retired = replace(BASE, state=FaqState.RETIRED)
    edited = replace(BASE, reply="Tres meses", verified_at=datetime(2026, 11, 5, tzinfo=UTC))
    ours, theirs = (retired, edited) if retired_here else (edited, retired)
    merged = merge(BASE, ours, theirs)
    (conflict,) = merged.conflicts
    assert (conflict.field, conflict.ours, conflict.theirs) == ("state", ours.state, theirs.state)
    assert merged.entry.state is ours.state
    assert merged.entry.reply == "Tres meses"
    chosen = merge(BASE, ours, theirs, {"state": Side.THEIRS}).entry
    assert chosen.state is theirs.state


def test_the_base_is_the_youngest_revision_that_both_had() -> None:
    second, third = replace(BASE, reply="b"), replace(BASE, reply="c")
    lineage = [fingerprint(replace(BASE, reply="theirs")), fingerprint(second), fingerprint(BASE)]
    assert base_of([third, second, BASE], lineage) == second
    assert base_of([third], lineage) is None


def test_a_fingerprint_is_of_what_a_file_carries() -> None:
    assert fingerprint(BASE) == fingerprint(replace(BASE, revision=9, link_dead_since=date.min))
    assert fingerprint(BASE) != fingerprint(replace(BASE, variants=("¿Plazo?",)))


def test_thousands_of_concurrent_edits_lose_nothing_in_silence() -> None:
    """The full 100,000: ``python -m tests.domain.faq_edits``."""
    for base, ours, theirs in pairs(3_000, seed=7):
        assert check_pair(base, ours, theirs) == []

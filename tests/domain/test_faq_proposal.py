"""A proposal taken: merged with what changed since, unverified, with both names."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from incluinfo_desk.domain.faq import FaqEntry, FaqState
from incluinfo_desk.domain.faq_merge import Side
from incluinfo_desk.domain.faq_proposal import (
    PROPOSED,
    FaqProposal,
    credit_of,
    credited,
    outcome,
)

NOW = datetime(2026, 11, 25, tzinfo=UTC)
BASE = FaqEntry("a", "imv", "¿Y?", "Sí.", source="https://www.boe.es")
VERIFIED = replace(BASE, state=FaqState.VERIFIED, verified_by="AP", verified_at=NOW)


def proposal(entry: FaqEntry, base: FaqEntry | None) -> FaqProposal:
    return FaqProposal("p", entry.id, "LM", NOW, entry, base)


def test_a_new_answer_comes_in_as_a_draft() -> None:
    entry, merged = outcome(proposal(VERIFIED, None), None)
    assert (entry.state, entry.verified_by, merged) == (FaqState.DRAFT, None, None)


def test_what_was_verified_goes_under_review() -> None:
    entry, _ = outcome(proposal(replace(VERIFIED, reply="No."), VERIFIED), VERIFIED)
    assert (entry.reply, entry.state, entry.review_reason) == (
        "No.", FaqState.UNDER_REVIEW, PROPOSED,
    )  # fmt: skip


def test_what_changed_here_since_stays() -> None:
    ours = replace(BASE, question="¿Y eso?", revision=2)
    entry, _ = outcome(proposal(replace(BASE, reply="No."), BASE), ours)
    assert (entry.question, entry.reply) == ("¿Y eso?", "No.")


def test_what_both_changed_is_the_editors_to_say() -> None:
    ours, theirs = replace(BASE, reply="Aquí.", revision=2), replace(BASE, reply="Allí.")
    entry, merged = outcome(proposal(theirs, BASE), ours)
    assert merged is not None
    assert (entry.reply, len(merged.conflicts)) == ("Aquí.", 1)
    assert outcome(proposal(theirs, BASE), ours, Side.THEIRS)[0].reply == "Allí."


def test_credit_names_both_and_one_person_only_once() -> None:
    assert credit_of(credited("LM", "AP")) == ("LM", "AP")
    assert credit_of(credited("AP", "AP")) == ("", "AP")
    assert credit_of("AP") == ("", "AP")

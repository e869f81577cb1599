"""What was answered before raises the answer for like questions, and can be taken back."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from incluinfo_desk.domain.faq import FaqEntry
from incluinfo_desk.domain.learning import (
    MOST,
    MOST_PER_ENTRY,
    Evidence,
    Verdict,
    bounded,
    verdicts,
)
from incluinfo_desk.domain.suggestion.engine import Glossary, RejectEntry, SuggestionIndex
from incluinfo_desk.domain.suggestion.features import codes_of, post_grams
from incluinfo_desk.domain.suggestion.recollection import trace

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "benchmarks" / "data" / "corrections.jsonl")
    .read_text("utf-8")
    .splitlines()
]


@pytest.fixture
def own(
    entries: list[FaqEntry], glossary: Glossary, rejects: list[RejectEntry]
) -> SuggestionIndex:  # fmt: skip
    return SuggestionIndex(entries, glossary, rejects)


def place(index: SuggestionIndex, text: str, faq_id: str) -> int:
    ids = [s.faq_id for s in index.suggest(text).suggestions]
    return ids.index(faq_id) if faq_id in ids else 10


def accepted() -> list[Evidence]:
    return [Evidence(r["gold"], Verdict.ACCEPTED, trace(r["text"])) for r in ROWS]


def test_twenty_corrections_raise_reworded_questions_and_forgetting_undoes_it_exactly(
    own: SuggestionIndex, entries: list[FaqEntry]
) -> None:
    asked = [(text, r["gold"]) for r in ROWS for text in r["reworded"]]
    others = [e.variants[0] for e in entries]
    before = [own.suggest(t) for t, _ in asked]
    places = [place(own, *a) for a in asked]
    plain = [own.suggest(t) for t in others]
    own.remember(accepted())
    after = [place(own, *a) for a in asked]
    assert all(now <= was for now, was in zip(after, places, strict=True))
    assert sum(now == 0 for now in after) >= sum(was == 0 for was in places) + 12
    moved = [e.id for e, was, t in zip(entries, plain, others, strict=True)
             if own.suggest(t).suggestions[0].faq_id != was.suggestions[0].faq_id]  # fmt: skip
    assert moved == []
    own.remember([])
    assert [own.suggest(t) for t, _ in asked] == before
    assert [own.suggest(t) for t in others] == plain


def test_one_answer_moves_the_rank_and_several_the_confidence(own: SuggestionIndex) -> None:
    text, gold = "he perdio la clavija y no me reconoce", "incidencia-clave-error"
    one = Evidence(gold, Verdict.ACCEPTED, trace(text))
    own.remember([one])
    once = own.suggest(text)
    assert once.suggestions[0].faq_id == gold
    own.remember([one] * 3)
    often = own.suggest(text)
    assert often.suggestions[0].confidence > once.suggestions[0].confidence
    assert not once.offer


def test_a_rejected_answer_sinks(own: SuggestionIndex) -> None:
    text = "he perdio la clavija y no me reconoce"
    first = own.suggest(text).suggestions[0].faq_id
    own.remember([Evidence(first, Verdict.REJECTED, trace(text))])
    assert place(own, text, first) > 0


def test_learning_stays_through_edits(own: SuggestionIndex, entries: list[FaqEntry]) -> None:
    row = ROWS[15]
    own.remember(accepted())
    was = place(own, row["reworded"][0], row["gold"])
    own.replace(entries[0])
    own.compact()
    assert place(own, row["reworded"][0], row["gold"]) == was


def test_what_an_answer_says() -> None:
    a, b = Verdict.ACCEPTED, Verdict.REJECTED
    template = "Puede pedir la pensión de viudedad en la sede electrónica."
    greeted = "Hola, Ana. " + template
    assert verdicts(["x", "y"], True, "x", greeted, template) == (("x", a),)
    assert verdicts(["x", "y"], False, "y", template, template) == (("y", a), ("x", b))
    anew = "Ana, llame al 91 542 11 76 y se lo miran."
    assert verdicts(["x"], True, "x", anew, template) == (("x", Verdict.EDITED),)
    assert verdicts(["x"], True, None, anew, None) == (("x", b),)
    assert verdicts(["x"], False, None, anew, None) == ()
    assert verdicts([], False, None, anew, None) == ()


def test_a_trace_holds_no_order_number_handle_or_address() -> None:
    one = trace("@ana_23 mi pensión 12345678Z no llega https://t.co/abc a Burgos")
    other = trace("a Burgos no llega la pensión 99")
    assert one == other
    assert not set(post_grams(codes_of("12345678"))) & set(np.frombuffer(one, "<i4"))
    assert trace("@ana 12 😀") == b""


def test_memory_is_bounded_and_the_oldest_go() -> None:
    many = [Evidence("a", Verdict.ACCEPTED, bytes([n])) for n in range(MOST_PER_ENTRY + 5)]
    assert bounded(many) == many[:MOST_PER_ENTRY]
    wide = [Evidence(str(n), Verdict.ACCEPTED, b"") for n in range(MOST + 5)]
    assert bounded(wide) == wide[:MOST]

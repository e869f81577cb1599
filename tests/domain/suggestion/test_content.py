"""The shipped content keeps its promises, and bad rows are named without losing the rest."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

from incluinfo_desk.domain.faq import FaqEntry
from incluinfo_desk.domain.faq_life import verified
from incluinfo_desk.domain.suggestion.content import read_entries
from incluinfo_desk.domain.suggestion.engine import RejectEntry
from incluinfo_desk.domain.suggestion.normalise import normalise

FAQ = Path(__file__).resolve().parents[3] / "resources" / "faq"

GOOD = {"id": "a", "topic": "imv", "question": "¿Qué?", "reply": "Esto: {enlace}"}


def test_every_entry_has_many_words_and_five_languages(entries: list[FaqEntry]) -> None:
    rows = json.loads((FAQ / "starter_faq.json").read_text("utf-8"))
    assert len(rows) == 140
    for row, entry in zip(rows, entries, strict=True):
        assert set(row["variants_other"]) == {"ca", "gl", "eu", "en"}, entry.id
        assert len(row["variants"]) >= 12, entry.id
        assert len(entry.variants) >= 16, entry.id


def test_no_wording_belongs_to_two_entries(entries: list[FaqEntry]) -> None:
    owner: dict[str, str] = {}
    for entry in entries:
        for text in (entry.question, *entry.variants):
            assert owner.setdefault(normalise(text), entry.id) == entry.id, text


def test_every_topic_of_an_entry_has_a_label_and_a_body(entries: list[FaqEntry]) -> None:
    topics = json.loads((FAQ / "topics.json").read_text("utf-8"))
    bodies = {b["key"] for b in topics["bodies"]}
    labels = {t["key"]: t for t in topics["topics"]}
    assert {e.topic for e in entries} == set(labels)
    assert all(t["label"] and t["body"] in bodies for t in labels.values())


def test_every_topic_has_answers_that_may_be_offered_once_verified(
    entries: list[FaqEntry],
) -> None:
    day, now = date(2026, 11, 23), datetime(2026, 11, 23, tzinfo=UTC)
    topics = json.loads((FAQ / "topics.json").read_text("utf-8"))["topics"]
    offered = Counter(
        entry.topic for entry in entries if verified(entry, "AB", now).not_offerable(day) is None
    )
    assert not [t["key"] for t in topics if offered[t["key"]] < 3], offered


def test_redirects_can_be_sent_and_noise_has_nothing_to_say(rejects: list[RejectEntry]) -> None:
    assert len({r.id for r in rejects}) == len(rejects)
    for reject in rejects:
        if reject.kind == "redirect":
            rendered = reject.rendered() or ""
            assert len(reject.examples) >= 5, reject.id
            assert reject.body
            assert reject.link
            assert reject.link.startswith("https://")
            assert rendered.endswith(reject.link)
            assert len((reject.reply or "").replace("{enlace}", "")) <= 240, reject.id
        else:
            assert len(reject.examples) >= 20, reject.id
            assert reject.rendered() is None


def test_other_languages_join_the_variants() -> None:
    row = {**GOOD, "variants": ["uno"], "variants_other": {"ca": ["dos"], "eu": ["hiru"]},
           "review_by": "2027-01-31"}  # fmt: skip
    entries, bad = read_entries(json.dumps([row]))
    assert bad == []
    assert entries[0].variants == ("uno", "dos", "hiru")
    assert entries[0].review_by == date(2027, 1, 31)


def test_broken_rows_are_named_by_their_line_and_good_ones_kept() -> None:
    text = (
        "[\n"
        f" {json.dumps(GOOD)},\n"
        ' {"id": "b", "topic": "imv", "question": "   ", "reply": "x"},\n'
        " 7,\n"
        f" {json.dumps(GOOD)},\n"
        ' {"id": "c", "topic": "imv", "question": "¿Y?", "reply": "x",\n'
        '  "review_by": "mañana"},\n'
        ' {"id": "d", "topic": "imv", "question": "¿Y?", "reply": "x", "variants": "no"}\n'
        "]\n"
    )
    entries, bad = read_entries(text)
    assert [e.id for e in entries] == ["a"]
    assert [(b.line, b.field, b.rule) for b in bad] == [
        (3, "question", "missing"),
        (4, "", "type"),
        (5, "id", "duplicate"),
        (6, "review_by", "date"),
        (8, "variants", "type"),
    ]


def test_a_file_that_is_no_list_is_one_bad_row() -> None:
    assert read_entries("{}")[1][0].rule == "not_a_list"
    assert read_entries('[\n{"id": ')[1][0].rule == "json"
    assert read_entries("")[1][0].rule == "json"
    assert read_entries("[" * 100_000)[1][0].rule == "json"

"""What others get of a rebuttal: ClaimReview by its structure, a page that escapes."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

from incluinfo_desk.domain.hoax import Said, Source
from incluinfo_desk.domain.post import PostId
from incluinfo_desk.operations.hoax_export import claim_review, export, page
from incluinfo_desk.operations.rebut_hoax import shipped

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
LETTER = next(hoax for hoax in shipped() if hoax.id == "carta-15-dias")
PUBLIC = replace(
    LETTER,
    said=(Said("1", "El hecho.\n\nY el porqué.", NOW, "MR", "AB", post_id=PostId("77")),),
)


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.data: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.data[self.tags[-1]] = self.data.get(self.tags[-1], "") + data


def test_the_claim_review_has_what_schema_org_asks_for() -> None:
    made = json.loads(json.dumps(claim_review(PUBLIC, NOW)))
    assert made["@context"] == "https://schema.org"
    assert made["@type"] == "ClaimReview"
    assert made["claimReviewed"] == LETTER.claim
    assert made["url"] == "https://x.com/incluinfo/status/77"
    assert made["datePublished"] == "2026-11-23"
    assert made["author"]["@type"] == "GovernmentOrganization"
    assert made["author"]["name"]
    rating = made["reviewRating"]
    assert rating["alternateName"] == "Falso"
    assert rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]
    item = made["itemReviewed"]
    assert item["@type"] == "Claim"
    assert item["datePublished"] == "2025-09-01"
    assert {each["url"] for each in item["appearance"]} == set(LETTER.evidence)
    assert "MR" not in json.dumps(made)  # officers stay inside
    assert claim_review(LETTER, NOW)["url"] == LETTER.sources[0].url


def test_whatever_is_written_into_it_stays_text() -> None:
    evil = "</script><script>alert(1)</script><b>"
    hoax = replace(PUBLIC, claim=evil, said=(replace(PUBLIC.said[0], text=f"{evil}\n\n{evil}"),))
    hoax = replace(hoax, sources=(Source(evil, "https://www.boe.es/x"),))
    reader = Reader()
    reader.feed(page(hoax, NOW))
    assert reader.tags.count("script") == 1
    assert "b" not in reader.tags
    assert json.loads(reader.data["script"])["claimReviewed"] == evil
    assert {"main", "h1", "title"} <= set(reader.tags)


def test_four_files_are_written_and_none_replaced(tmp_path: Path) -> None:
    first = export(PUBLIC, tmp_path, NOW)
    second = export(PUBLIC, tmp_path, NOW)
    assert {path.suffix for path in first} == {".txt", ".html", ".json", ".jsonld"}
    assert not set(first) & set(second)
    assert json.loads(first[-1].read_text("utf-8"))["@type"] == "ClaimReview"

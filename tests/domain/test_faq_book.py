"""The book for telephone and counter: what stands in it, and how it is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from incluinfo_desk.domain.faq import EASY_READ, FaqEntry, FaqState, Layer, Translation
from incluinfo_desk.domain.faq_book import bound, html
from incluinfo_desk.domain.faq_voices import spoken, spoken_address

TODAY = date(2026, 11, 25)
TOPICS = {"imv": "Ingreso mínimo vital", "pensiones": "Pensiones"}
GOOD = FaqEntry(
    id="a",
    topic="imv",
    question="¿Cuánto tarda?",
    reply="Seis meses 🙂 #IMV. Más en {enlace}",
    link="https://www.seg-social.es/imv",
    source="https://www.boe.es",
    state=FaqState.VERIFIED,
    verified_by="AB",
    verified_at=datetime(2026, 11, 1, tzinfo=UTC),
    review_by=date(2027, 6, 30),
)


@pytest.mark.parametrize(
    "changes",
    [
        {"state": FaqState.DRAFT},
        {"state": FaqState.UNDER_REVIEW},
        {"state": FaqState.RETIRED},
        {"review_by": date(2026, 11, 24)},
        {"link_dead_since": TODAY},
        {"layer": Layer.PERSONAL, "owner": "AB"},
        {"source": None},
    ],
)
def test_only_what_is_verified_and_current_stands_in_it(changes: dict[str, object]) -> None:
    other = replace(GOOD, id="b", **changes)  # type: ignore[arg-type]
    book = bound([GOOD, other], TOPICS, TODAY)
    assert [answer.id for chapter in book.chapters for answer in chapter.answers] == ["a"]


def test_a_book_of_everything_warns_of_what_may_not_be_said() -> None:
    draft = replace(GOOD, id="b", state=FaqState.DRAFT)
    retired = replace(GOOD, id="c", state=FaqState.RETIRED)
    (chapter,) = bound([GOOD, draft, retired], TOPICS, TODAY, everything=True).chapters
    assert [(a.id, bool(a.warning)) for a in chapter.answers] == [("a", False), ("b", True)]


def test_chapters_follow_the_topics() -> None:
    book = bound([replace(GOOD, id="b", topic="pensiones"), GOOD], TOPICS, TODAY)
    assert [chapter.title for chapter in book.chapters] == list(TOPICS.values())


def test_the_reply_is_said_with_its_address_written_out() -> None:
    said = "seg guion social punto es barra imv"
    assert spoken(GOOD) == f"Seis meses IMV. Más en {said}"
    assert spoken(replace(GOOD, reply="En {trámite}, https://www.boe.es.")) == (
        "En [trámite], boe punto es."
    )
    long = spoken_address("https://sede.seg-social.gob.es/wps/portal/sede/sede/Inicio?x=1")
    assert long.startswith("sede punto seg guion social punto gob punto es (")


class Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_the_page_runs_nothing_and_every_link_of_its_index_leads_somewhere() -> None:
    evil = replace(
        GOOD,
        id="b",
        question="<script>alert(1)</script>",
        reply="<img src=x onerror=alert(1)>",
        link='javascript:alert("1")',
    )
    page = Page("".join(html(bound([GOOD, evil], TOPICS, TODAY))))
    names = {tag for tag, _ in page.tags}
    assert not names & {"script", "img"}
    ids = [a["id"] for _, a in page.tags if "id" in a]
    assert len(ids) == len(set(ids))
    targets = [a["href"] or "" for tag, a in page.tags if tag == "a"]
    assert all(t[1:] in ids for t in targets if t.startswith("#"))
    assert {t for t in targets if not t.startswith("#")} == {GOOD.link}
    headings = [int(tag[1]) for tag, _ in page.tags if tag in {"h1", "h2", "h3"}]
    assert headings[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(headings))


def test_an_empty_book_says_so() -> None:
    assert "Ninguna respuesta" in "".join(html(bound([], TOPICS, TODAY)))


def test_a_book_in_another_language_has_what_says_the_same_and_tells_how_many() -> None:
    catalan = Translation("ca", "Sis mesos. Més a {enlace}")
    wrong = replace(GOOD, id="b", translations=(Translation("ca", "Tres mesos. {enlace}"),))
    book = bound([replace(GOOD, translations=(catalan,)), wrong], TOPICS, TODAY, language="ca")
    first, second = book.chapters[0].answers
    assert first.spoken == "Sis mesos. Més a seg guió social punt es barra imv"
    assert (first.language, first.link) == ("ca", GOOD.link)
    assert (second.language, second.spoken) == ("es", spoken(GOOD))
    page = "".join(html(book))
    assert "1 en catalán; las demás, en español" in page
    assert '<p class="dicho" lang="ca">Sis mesos' in page


def test_easy_read_is_read_aloud_as_spanish() -> None:
    easy = Translation(EASY_READ, "Tarda seis meses. {enlace}")
    book = bound([replace(GOOD, translations=(easy,))], TOPICS, TODAY, language=EASY_READ)
    (answer,) = book.chapters[0].answers
    assert (answer.spoken, answer.language) == (
        "Tarda seis meses. seg guion social punto es barra imv", "es",
    )  # fmt: skip

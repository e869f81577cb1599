"""The same answer on X, at the telephone and on a page (CTC-13)."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from incluinfo_desk.domain.faq import FaqEntry, Translation
from incluinfo_desk.domain.faq_voices import Voice, said, spoken_address

ENTRY = FaqEntry(
    id="a",
    topic="imv",
    question="¿Cuánto <tarda>?",
    reply="Seis meses 🙂 & ni uno más. #IMV\nMás en: {enlace}",
    link="https://www.seg-social.es/imv",
    translations=(Translation("eu", "Sei hilabete. {enlace}"),),
)


def test_on_x_it_is_what_x_shows() -> None:
    assert said(ENTRY, Voice.X) == ENTRY.rendered()
    assert said(ENTRY, Voice.X, "eu") == "Sei hilabete. https://www.seg-social.es/imv"


def test_at_the_telephone_it_is_read_aloud() -> None:
    assert said(ENTRY, Voice.PHONE) == (
        "Seis meses & ni uno más. IMV\nMás en: seg guion social punto es barra imv"
    )
    assert said(ENTRY, Voice.PHONE, "eu").endswith("seg marratxo social puntu es barra imv")


def test_a_language_it_has_not_is_spanish() -> None:
    assert said(ENTRY, Voice.PHONE, "gl") == said(ENTRY, Voice.PHONE)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.open = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        self.open += 1

    def handle_endtag(self, tag: str) -> None:
        self.open -= 1


def tags(text: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = _Tags()
    parser.feed(text)
    assert parser.open == 0
    return parser.seen


def test_on_a_page_it_is_a_heading_paragraphs_and_a_link() -> None:
    link = {"href": "https://www.seg-social.es/imv"}
    assert tags(said(ENTRY, Voice.WEB)) == [
        ("article", {"lang": "es"}), ("h2", {}), ("p", {}), ("p", {}), ("p", {}), ("a", link),
    ]  # fmt: skip
    assert "¿Cuánto &lt;tarda&gt;?" in said(ENTRY, Voice.WEB)
    assert "Seis meses &amp; ni uno más. IMV" in said(ENTRY, Voice.WEB)


def test_a_page_says_which_part_is_in_which_language() -> None:
    parts = tags(said(ENTRY, Voice.WEB, "eu"))
    assert parts[:2] == [("article", {"lang": "eu"}), ("h2", {"lang": "es"})]


@pytest.mark.parametrize("link", ["javascript:alert(1)", 'https://x.es/"onclick="a', "http://x.es"])
def test_no_link_of_an_entry_runs_anything(link: str) -> None:
    entry = FaqEntry("a", "imv", "¿Y?", "<script>1</script> {enlace}", link=link)
    for tag, attributes in tags(said(entry, Voice.WEB)):
        assert tag in {"article", "h2", "p", "a"}
        assert set(attributes) <= {"lang", "href"}
        assert (attributes.get("href") or "https://").startswith("https://")


def test_a_long_address_is_told_by_its_site() -> None:
    url = "https://sede.seg-social.gob.es/wps/portal/sede/sede/Ciudadanos/pensiones"
    assert spoken_address(url, "en") == (
        "sede dot seg hyphen social dot gob dot es (the whole address is below)"
    )

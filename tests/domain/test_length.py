"""X's own cases for the weight and the links of a post, and our thread splitter."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incluinfo_desk.domain.length import (
    LIMIT,
    URL_LENGTH,
    accidental_links,
    find_urls,
    has_url,
    split_thread,
    weighted_length,
)

DATA = Path(__file__).parent.parent / "data" / "twitter_text"


def cases(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads((DATA / name).read_text(encoding="utf-8"))["cases"]
    return loaded


@pytest.mark.parametrize("case", cases("weights.json"), ids=lambda c: c["description"])
def test_weight_is_that_of_twitter_text(case: dict[str, Any]) -> None:
    assert weighted_length(case["text"]) == case["weighted_length"]


@pytest.mark.parametrize("case", cases("urls.json"), ids=lambda c: ascii(c["text"])[:60])
def test_links_are_those_of_twitter_text(case: dict[str, Any]) -> None:
    found = [[url.start, url.end, url.text] for url in find_urls(case["text"])]
    assert found == case["urls"]


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("¿¡áñüªº«»“”’–—²", 15),
        ("€…•→≥✅", 12),
        ("👩‍🚀", 2),
        ("👍🏽", 2),
        ("🇪🇸", 2),
        ("1️⃣", 2),
        ("🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", 2),
        ("❤️‍🔥", 2),
        ("❤️", 2),
        ("a\r\nb", 3),
        ("", 0),
    ],
)
def test_spanish_and_emoji_traps(text: str, weight: int) -> None:
    assert weighted_length(text) == weight


@pytest.mark.parametrize(
    "text",
    ["inclusion.gob.es", "https://www.boe.es/x", "Vea sede.seg-social.gob.es.", "solicitud.Se va"],
)
def test_has_url(text: str) -> None:
    assert has_url(text)


@pytest.mark.parametrize("text", ["cl@ve.gob.es", "hola. Adiós", "art. 3.2", "a.m", ""])
def test_has_no_url(text: str) -> None:
    assert not has_url(text)


@pytest.mark.parametrize(
    "word",
    [
        "solicitud.Se", "web.No", "importe.Al", "tramite.Es", "fin.Su", "P.D.Me", "SS.SS",
        "060.es", "importe.al", "plazo.Info",
    ],
)  # fmt: skip
def test_a_missing_space_makes_a_link_nobody_meant(word: str) -> None:
    text = f"Presente la {word} hará el resto"
    assert [link.text for link in accidental_links(text)] == [word]
    assert weighted_length(word) == URL_LENGTH


@pytest.mark.parametrize(
    "word",
    ["inclusion.gob.es", "sede.seg-social.gob.es", "https://solicitud.se", "www.Renfe.Es",
     "sepe.es", "seg-social.es", "boe.es", "administracion.gob.es/pag", "example.com"],
)  # fmt: skip
def test_addresses_somebody_meant_are_left_alone(word: str) -> None:
    assert accidental_links(f"Vea {word} para más") == []


HOSTILE = ["a.", "a.a.a", "a_.", "a.co/", "a.co/((((", "中.com", "http://", "-a.com", "_a", ".",
           "a.com@", "a.es.x-.", "é", "👩‍", "\u0301", "a.co?.", "xn--", "a.xn--a"]  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_repetitions_end(unit: str) -> None:
    text = (unit * (100_000 // len(unit))) + ".es"
    assert weighted_length(text) > 0
    spans = find_urls(text)
    assert all(text[s.start : s.end] == s.text for s in spans)


LETTERS = st.sampled_from(
    ["a", "é", "e\u0301", ".", " ", "\n", "-", "_", "/", "@", "#", "es", "Se", "com", "http://",
     "https://", "中", "👩‍🚀", "€", "?", "(", ")", "·", "\u200d", "🇪🇸"],
)  # fmt: skip


@given(st.lists(LETTERS, max_size=30).map("".join))
def test_links_stand_in_order_and_hold_a_dot(text: str) -> None:
    end = 0
    for url in find_urls(text):
        assert end <= url.start < url.end
        assert text[url.start : url.end] == url.text
        assert "." in url.text
        end = url.end


SENTENCES = st.lists(
    st.text(st.sampled_from("abcdé €ñ👍"), min_size=1, max_size=40).map(lambda s: s + ". "),
    max_size=60,
).map("".join)


@given(SENTENCES, st.sampled_from([60, 140, LIMIT]))
def test_every_part_of_a_thread_fits_and_nothing_is_lost(text: str, limit: int) -> None:
    parts = split_thread(text, limit)
    assert all(weighted_length(part) <= limit for part in parts)
    if len(parts) > 1:
        total = len(parts)
        for number, part in enumerate(parts, 1):
            assert part.endswith(f" ({number}/{total})")
        parts = [part.rsplit(" (", 1)[0] for part in parts]
    assert "".join("".join(parts).split()) == "".join(text.split())


@given(st.lists(LETTERS, max_size=300).map("".join))
def test_parts_fit_whatever_is_written(text: str) -> None:
    assert all(weighted_length(part) <= 60 for part in split_thread(text, 60))


def test_a_thread_is_cut_between_sentences() -> None:
    first, second = "Primero. " + "a" * 150 + ".", "Segundo. " + "b" * 150 + "."
    assert split_thread(f"{first} {second}") == [f"{first} Segundo. (1/2)", "b" * 150 + ". (2/2)"]
    assert split_thread("Cabe entero.") == ["Cabe entero."]
    assert split_thread("  ") == []


def test_a_link_is_never_cut() -> None:
    link = "https://sede.seg-social.gob.es/" + "a" * 120
    parts = split_thread("palabra " * 40 + link + " y más")
    assert any(link in part for part in parts)


def test_no_part_can_hold_less_than_a_link() -> None:
    with pytest.raises(ValueError, match="link"):
        split_thread("hola", 20)

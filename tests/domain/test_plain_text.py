"""Nothing hidden, nothing reordered, no false friends."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incluinfo_desk.domain.plain_text import (
    displayable,
    host_of,
    imitated,
    is_official,
    isolated,
    looks_like,
)


@pytest.mark.parametrize(
    "code",
    [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C, 0x200B, 0x2060,
     0xFEFF, 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800, 0xE0041, 0xAD],
)  # fmt: skip
def test_what_cannot_be_seen_is_named(code: int) -> None:
    assert displayable(f"a{chr(code)}b") == f"a⟦U+{code:04X}⟧b"


def test_control_characters_go_and_lines_stay() -> None:
    assert displayable("a\x00\x1b[31m\x85\x7fb\n\tc\u2028d") == "a[31mb\n\tc\nd"


@pytest.mark.parametrize(
    "text",
    ["👨‍👩‍👧‍👦", "❤️‍🔥", "👍🏽", "1️⃣", "🇪🇸", "می‌خواهم", "¿Qué tal, señora Muñoz?", "<b>hola</b>",
     "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", "क्‍ष", "สวัสดี"],
)  # fmt: skip
def test_honest_writing_is_untouched(text: str) -> None:
    assert displayable(text) == text


def test_a_joiner_with_nothing_to_join_is_named() -> None:
    assert displayable("seg\u200dsocial") == "seg⟦U+200D⟧social"
    assert displayable("a\ufe0f") == "a⟦U+FE0F⟧"


def test_piled_marks_are_capped() -> None:
    assert displayable("e" + "\u0301" * 50 + "x") == "e" + "\u0301" * 4 + "x"


def test_half_a_character_is_replaced() -> None:
    assert displayable("\ud83d") == "\ufffd"


@given(st.text())
def test_no_hidden_direction_survives(text: str) -> None:
    shown = displayable(text)
    assert not set(shown) & set(
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ufeff"
    )
    assert all(c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs") for c in shown)
    assert displayable(shown) == shown


@given(st.text())
def test_a_name_stays_inside_its_isolate(name: str) -> None:
    shown = isolated(name)
    assert shown[0] == "\u2068"
    assert shown[-1] == "\u2069"
    assert not set(shown[1:-1]) & set("\u2066\u2067\u2068\u2069\n")


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.seg-social.es/wps", "www.seg-social.es"),
        ("HTTP://BOE.ES", "boe.es"),
        ("https://cañón.es/x", "xn--can-8mak.es"),
        ("https://seg-sociаl.es", "xn--seg-socil-o2i.es"),
        ("https://boe.es.evil.example/", "boe.es.evil.example"),
        ("https://evil.example#.boe.es", "evil.example"),
        ("https://sede.seg-social.gob.es@evil.example", None),
        ("https://boe.es\\@evil.example", None),
        ("https://bo\u200be.es", None),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("//boe.es", None),
        ("https://a..es", None),
        ("https://boe.es:99999", None),
        ("https://[::1", None),
        ("", None),
    ],
)
def test_where_a_link_really_leads(url: str, host: str | None) -> None:
    if host is not None and host.startswith("xn--seg"):
        found = host_of(url)
        assert found is not None
        assert found.startswith("xn--")
    else:
        assert host_of(url) == host


@pytest.mark.parametrize(
    ("url", "official"),
    [
        ("https://sede.seg-social.gob.es/x", True),
        ("https://www.inclusion.gob.es", True),
        ("https://prestaciones.seg-social.es", True),
        ("https://www.boe.es/", True),
        ("https://gob.es.evil.example", False),
        ("https://migob.es", False),
        ("https://boe.es@evil.example", False),
        ("https://xseg-social.es", False),
    ],
)
def test_official_addresses(url: str, official: bool) -> None:
    assert is_official(url) is official


@given(st.text(max_size=60))
def test_any_address_has_an_ascii_host_or_none(text: str) -> None:
    for url in (text, "https://" + text):
        host = host_of(url)
        assert host is None or host.isascii()


OURS = ["incluinfo", "info_TGSS", "Ministerio de Inclusión"]


@pytest.mark.parametrize(
    "name",
    ["incIuinfo", "inc1uinf0", "іncluіnfo", "@INCLUINFO_", "lncluinfo", "ínfo-TGSS", "info_ТGSS",
     "Ministеrio de Inclusión", "ministerio de inclusion", "Minist3rio de Inc1usión",
     "Mi nisterio\u200bde Inclusión", "rninisterio de inclusión"],
)  # fmt: skip
def test_look_alikes_are_told(name: str) -> None:
    assert looks_like(name, OURS)


@pytest.mark.parametrize("name", ["incluinfo", "@Incluinfo", "INFO_tgss", "cañón", "Ana", "", "👍"])
def test_our_own_and_other_names_are_not(name: str) -> None:
    assert not looks_like(name, OURS)


@pytest.mark.parametrize(
    ("handle", "name", "account"),
    [
        ("inc1uinfo", "Ana", "incluinfo"),
        ("lncluinfo", "Ana", "incluinfo"),
        ("ana", "incluinfo", "incluinfo"),
        ("ana", "@Inсluinfо", "incluinfo"),
        ("lnfo_TGSS", "Ana", "info_TGSS"),
        ("incluinfo", "Ministerio de Inclusión", None),
        ("ana", "Ana", None),
        ("ana", "", None),
    ],
)
def test_who_passes_for_whom(handle: str, name: str, account: str | None) -> None:
    assert imitated(handle, name) == account

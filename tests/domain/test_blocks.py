"""Shared blocks: what a text says with them, and what is refused."""

from __future__ import annotations

import pytest

from incluinfo_desk.domain.blocks import (
    expand,
    is_name,
    named,
    renamed,
    turns_round,
    unknown,
    users,
)
from incluinfo_desk.domain.faq import FaqEntry

BLOCKS = {
    "tel": "Llame al 020.",
    "cierre": "{{tel}} Gracias.",
    "hondo": "{{cierre}}",
    "mas": "{{hondo}}",
}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Sí. {{tel}}", "Sí. Llame al 020."),
        ("{{cierre}}", "Llame al 020. Gracias."),
        ("{{hondo}}", "Llame al 020. Gracias."),
        ("{{mas}}", "{{tel}} Gracias."),  # four deep: nobody could say what it says
        ("{{nadie}} {enlace}", "{{nadie}} {enlace}"),
        ("{tel}", "{tel}"),
    ],
)
def test_a_text_says_what_its_blocks_say(text: str, said: str) -> None:
    assert expand(text, BLOCKS) == said


def test_what_is_missing_or_too_deep_is_named() -> None:
    assert unknown("{{tel}} {{nadie}}", BLOCKS) == ("nadie",)
    assert unknown("{{mas}}", BLOCKS) == ("tel",)
    assert named("{{a}} {{b}} {{a}}") == ("a", "b")


def test_a_block_may_not_come_round_to_itself() -> None:
    assert turns_round("tel", "{{hondo}}", BLOCKS)
    assert turns_round("yo", "{{yo}}", BLOCKS)
    assert not turns_round("otro", "{{hondo}}", BLOCKS)
    assert turns_round("a", "{{b}}", {"b": "{{c}}", "c": "{{a}}"})


def test_who_says_a_block_says_it_through_others_too() -> None:
    assert users("tel", ["{{hondo}}"], BLOCKS)
    assert not users("hondo", ["{{tel}}"], BLOCKS)
    assert renamed("{{tel}} {{telon}}", "tel", "fono") == "{{fono}} {{telon}}"


@pytest.mark.parametrize("name", ["plazo-imv", "Teléfono_1", "x"])
def test_names(name: str) -> None:
    assert is_name(name)
    assert named(f"{{{{{name}}}}}") == (name,)


@pytest.mark.parametrize("name", ["", "1a", "a b", "{a}", "a" * 41, "_a"])
def test_what_is_no_name(name: str) -> None:
    assert not is_name(name)


def test_an_entry_keeps_the_name_and_says_the_text() -> None:
    entry = FaqEntry("a", "imv", "?", "Aquí: {enlace} {{tel}}", link="https://x.es", blocks=BLOCKS)
    assert entry.rendered() == "Aquí: https://x.es Llame al 020."
    assert entry == FaqEntry("a", "imv", "?", "Aquí: {enlace} {{tel}}", link="https://x.es")

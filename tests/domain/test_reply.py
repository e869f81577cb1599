"""The officer's text: slots, the last look before sending, the greeting."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incluinfo_desk.assets import resource
from incluinfo_desk.domain.faq import FaqEntry
from incluinfo_desk.domain.length import LIMIT, weighted_length
from incluinfo_desk.domain.problems import (
    EmptyText,
    HoldsPersonalData,
    TooLong,
    UnfilledSlot,
)
from incluinfo_desk.domain.reply import (
    DATA_WARNING_FAQ_ID,
    check_reply,
    data_warning,
    fill,
    greeting,
    quick_reply,
    slots,
)


def test_slots_are_named_once_in_order() -> None:
    assert slots("{desde} y {enlace}, {desde} {} {1} {con espacio}") == ["desde", "enlace"]


def test_filling_leaves_what_has_no_value_and_opens_nothing_new() -> None:
    assert fill("{a} {b} {c}", {"a": "{b}", "b": "2", "c": ""}) == "{b} 2 {c}"


def test_the_gravest_problem_comes_first() -> None:
    text = "{enlace} DNI 12345678Z " + "a" * 300
    assert check_reply(text) == [
        UnfilledSlot("enlace"),
        HoldsPersonalData("dni"),
        TooLong(weighted_length(text), LIMIT),
    ]


@pytest.mark.parametrize("text", ["", "  \n", "\u200b\u2060", "\u0301"])
def test_nothing_to_see_is_empty(text: str) -> None:
    assert check_reply(text) == [EmptyText()]


def test_a_good_answer_has_no_problem() -> None:
    assert check_reply("Llame al 91 542 11 76 o al 020: https://www.seg-social.es") == []


def test_personal_data_is_told_once_a_kind() -> None:
    assert check_reply("12345678Z y 87654321X") == [HoldsPersonalData("dni")]


def test_every_starter_answer_passes_rendered_and_greeted() -> None:
    entries = json.loads(resource("faq", "starter_faq.json").read_text(encoding="utf-8"))
    for entry in entries:
        rendered = entry["reply"].replace("{enlace}", entry["link"] or "{enlace}")
        assert check_reply(rendered) == [], entry["id"]
        assert check_reply(quick_reply(rendered, "Rosa Gil")) == [], entry["id"]


def test_the_data_warning_is_an_answer_of_the_starter_faq() -> None:
    entries = json.loads(resource("faq", "starter_faq.json").read_text(encoding="utf-8"))
    faq = [FaqEntry(e["id"], e["topic"], e["question"], e["reply"]) for e in entries]
    found = data_warning(faq)
    assert found is not None
    assert found.id == DATA_WARNING_FAQ_ID
    assert data_warning([]) is None


@pytest.mark.parametrize(
    ("name", "hello"),
    [
        ("Rosa", "Hola, Rosa."),
        ("María José Pérez de la Cruz", "Hola, María."),
        ("Álvaro", "Hola, Álvaro."),
        ("Fátima El Amrani", "Hola, Fátima."),
    ],
)
def test_a_first_name_is_greeted(name: str, hello: str) -> None:
    assert greeting(name) == hello


@pytest.mark.parametrize(
    "name",
    ["", "rosa", "ROSA", "Rosa 🌹", "Rosa1", "Rosa de los Vientos", "Asociación Rosa",
     "Sindicato Juan", "Tortilla", "Madrid Central", "Rosa\u202eX", "R0sa", "Radio María",
     "Ana @incluinfo", "María De Un Nombre Muy Muy Largo"],
)  # fmt: skip
def test_what_may_not_be_a_person_is_not_greeted(name: str) -> None:
    assert greeting(name) is None


def test_the_greeting_yields_to_the_answer() -> None:
    assert quick_reply("Puede pedirlo.", "Rosa") == "Hola, Rosa. Puede pedirlo."
    assert quick_reply("¡Hola! Puede pedirlo.", "Rosa") == "¡Hola! Puede pedirlo."
    long = "a" * 275
    assert quick_reply(long, "Rosa") == long


@given(st.text(max_size=300), st.text(max_size=30))
def test_a_quick_reply_never_outgrows_x(reply: str, name: str) -> None:
    result = quick_reply(reply, name)
    assert result.endswith(reply)
    assert result == reply or weighted_length(result) <= LIMIT

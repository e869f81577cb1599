"""Whatever can be is said in words, in Spanish, and never as a key."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from incluinfo_desk.domain import identifiers, problems
from incluinfo_desk.domain.conversation import CloseReason, State
from incluinfo_desk.domain.events import Link
from incluinfo_desk.domain.faq import FaqRule, FaqState, NotOfferable
from incluinfo_desk.domain.incident import ComponentState, IncidentState
from incluinfo_desk.domain.outgoing import Kind, OutgoingState
from incluinfo_desk.operations.outcomes import reason_of
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.action_list import known_actions

PROBLEMS = [
    kind
    for kind in vars(problems).values()
    if isinstance(kind, type)
    and issubclass(kind, problems.Problem)
    and kind is not problems.Problem
]
ENUMS: list[tuple[type[StrEnum], Callable[[Any], str]]] = [
    (State, wording.conversation_state),
    (CloseReason, wording.close_reason),
    (OutgoingState, wording.outgoing_state),
    (Kind, wording.outgoing_kind),
    (FaqState, wording.faq_state),
    (NotOfferable, wording.not_offerable),
    (FaqRule, wording.faq_rule),
    (IncidentState, wording.incident_state),
    (ComponentState, wording.component_state),
    (Link, wording.link_state),
    (problems.Refusal, wording.refusal),
]
NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


def sample(kind: type[problems.Problem]) -> problems.Problem:
    values: dict[str, Any] = {
        "until": NOW,
        "reason": problems.Refusal.DUPLICATE,
        "length": 300,
        "limit": 280,
        "slot": "plazo",
        "kind": "dni",
        "why": "size" if kind is problems.ImageRefused else "expired",
        "rule": "too_long",
        "flaw": problems.Flaw.NO_SOURCE,
        "block_flaw": problems.BlockFlaw.NAME,
        "topic_flaw": problems.TopicFlaw.NAME,
        "name": "plazo",
        "path": Path("perfil"),
        "kept_as": Path("copia"),
        "what": "faq",
        "old": "a",
        "new": "b",
        "spent": Decimal(30),
        "budget": Decimal(30),
        "times": 3,
        "link": "solicitud.Se",
        "place": 12,
        "ports": (47811, 47812),
    }
    return kind(**{f.name: values[f.name] for f in fields(kind) if f.name in values})


@pytest.mark.parametrize("kind", PROBLEMS, ids=lambda kind: kind.__name__)
def test_every_problem_is_a_sentence(app: QApplication, kind: type[problems.Problem]) -> None:
    words = wording.say(sample(kind))
    assert words.sentence[0].isupper()
    assert words.sentence.rstrip()[-1] in ".…" or kind is problems.DatabaseBusy
    assert not re.search(r"\{(?!plazo)|None|Trouble", words.sentence)
    if words.action is not None:
        assert words.action in {spec.id for spec in known_actions()}
        assert words.label


@pytest.mark.parametrize(("kind", "words"), ENUMS, ids=lambda value: getattr(value, "__name__", ""))
def test_every_state_has_words(
    app: QApplication,
    kind: type[StrEnum],
    words: Callable[[Any], str],
) -> None:
    said = [words(member) for member in kind]
    assert all(said)
    assert not set(said) & {member.value for member in kind}


@pytest.mark.parametrize("kind", list(identifiers.Kind))
def test_every_kind_of_personal_data_has_a_name(app: QApplication, kind: identifiers.Kind) -> None:
    assert wording.personal_data(kind.value) != wording.personal_data("never heard of")


def test_a_refusal_says_why(app: QApplication) -> None:
    assert "ya publicamos" in wording.refused_reason("duplicate")
    assert wording.refused_reason("never heard of") == ""
    assert wording.refused_reason(None) == ""


@pytest.mark.parametrize(
    "problem",
    [
        problems.Offline(), problems.ProxyRefused(), problems.Limited(None),
        problems.SignInNeeded(), problems.Unauthorised(), problems.NoCredits(),
        problems.OutcomeUnknown(), problems.ChannelDown(),
        *(problems.Refused(reason) for reason in problems.Refusal),
    ],
    ids=str,
)  # fmt: skip
def test_whatever_the_outbox_notes_is_a_sentence_on_its_card(
    app: QApplication, problem: problems.Problem
) -> None:
    assert wording.refused_reason(reason_of(problem)) == wording.say(problem).sentence


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "ahora"), (4, "4 min"), (59, "59 min"), (112, "1 h 52 min"), (125, "2 h 05 min")],
)
def test_waiting_times(app: QApplication, minutes: int, words: str) -> None:
    assert wording.span(timedelta(minutes=minutes)) == words


def test_long_waits_are_days(app: QApplication) -> None:
    assert wording.span(timedelta(days=3, hours=2)).startswith("3 d")
    assert wording.span(timedelta(minutes=-5)) == "ahora"


def test_figures_as_people_write_them(app: QApplication) -> None:
    assert wording.money(Decimal("0.01")) == "0,01 $"
    assert wording.number(14318) == "14.318"
    assert wording.day(date(2026, 11, 22)) == "22 nov 2026"
    assert wording.month_year(date(2027, 6, 30)) == "06/2027"
    assert wording.month_name(NOW) == "noviembre"


def test_topics_have_names(app: QApplication) -> None:
    assert wording.topic("asilo-migraciones") == "Asilo y migraciones"
    assert wording.topic("otro") == "otro"
    assert all(wording.topic(key) != key for key in wording.topics())

"""What is unusual is proposed with its evidence, and what is usual is not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from incluinfo_desk.domain.conversation import ConversationId
from incluinfo_desk.domain.surge import FADES, WINDOW, Past, Sign, Subject, SurgeMeter, tail

SEDE = Subject("component", "sede")
START = datetime(2026, 3, 2, 10, 22, tzinfo=UTC)


def _note(meter: SurgeMeter, citizens: str, at: datetime = START, every: float = 30) -> None:
    for n, who in enumerate(citizens):
        meter.note(Sign(ConversationId(f"c{who}"), who, at + timedelta(seconds=n * every), SEDE))


@pytest.mark.parametrize(
    ("count", "mean", "expected"), [(0, 0.5, 1.0), (1, 0.5, 0.3935), (5, 0.5, 0.000172)]
)
def test_tail_is_that_of_poisson(count: int, mean: float, expected: float) -> None:
    assert tail(count, mean) == pytest.approx(expected, abs=1e-4)


def test_five_citizens_within_minutes_are_proposed_with_their_posts() -> None:
    meter = SurgeMeter()
    _note(meter, "abcd")
    assert meter.surges() == ()
    _note(meter, "e", START + timedelta(minutes=4))
    [surge] = meter.surges()
    assert (surge.since, surge.conversations) == (START, ("ca", "cb", "cc", "cd", "ce"))
    _note(meter, "f", START + timedelta(minutes=15))
    assert len(meter.surges()[0].conversations) == 6
    assert meter.surges({SEDE}) == ()


def test_one_citizen_who_insists_is_one() -> None:
    meter = SurgeMeter()
    _note(meter, "aaaaaaaaaa")
    assert meter.surges() == ()


def test_five_in_an_hour_are_nothing() -> None:
    meter = SurgeMeter()
    _note(meter, "abcdefgh", every=WINDOW.total_seconds() / 3)
    assert meter.surges() == ()


def test_what_an_hour_always_brings_is_not_proposed() -> None:
    past = Past()
    for _ in range(20):
        past.learn(START.hour, {SEDE: 24}, ())
    meter = SurgeMeter(Past.of_data(past.as_data()))
    _note(meter, "abcdefg")
    assert meter.surges() == ()
    _note(meter, "hijklmnopq", START + timedelta(minutes=4), every=10)
    assert meter.surges()[0].usual == pytest.approx(4.0, abs=0.1)


def test_a_surge_is_not_learned_as_usual_and_fades() -> None:
    meter = SurgeMeter()
    _note(meter, "abcdefgh")
    meter.pass_to(START + FADES + timedelta(minutes=5))
    assert meter.surges() == ()
    meter.pass_to(START + timedelta(hours=2))
    assert meter.past.usual(SEDE, START.hour) == pytest.approx(0.5)

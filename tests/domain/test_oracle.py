"""What is said before the key: who may be answered, at what price, and what to know first."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from incluinfo_desk.domain.eligibility import Prices
from incluinfo_desk.domain.oracle import Facts, Window, forecast, reserved_until
from incluinfo_desk.domain.problems import (
    AccidentalLink,
    AlreadyAnswered,
    AlreadyQueued,
    EditedMeanwhile,
    MayNotReply,
    OverBudget,
    Problem,
    SaidOften,
    TargetGone,
    WindowSpent,
)

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SOON = NOW + timedelta(minutes=9)
CLEAR = Facts(NOW)
TEXT = "Son seis meses."


def window(remaining: int, resets_at: datetime = SOON) -> Window:
    return Window(100, remaining, resets_at)


def test_nothing_in_the_way_costs_a_reply() -> None:
    seen = forecast(CLEAR, TEXT)
    assert (seen.verdicts, seen.by_hand) == ((), False)
    assert (seen.price, seen.budget_left, seen.posts_left) == (Decimal("0.010"), None, None)


@pytest.mark.parametrize(
    ("facts", "problem"),
    [
        (replace(CLEAR, gone=True, summoned=False), TargetGone()),
        (replace(CLEAR, summoned=False), MayNotReply()),
        (replace(CLEAR, in_queue=True, answered=True), AlreadyQueued()),
        (replace(CLEAR, window=window(10)), WindowSpent(SOON)),
        (replace(CLEAR, spent=Decimal("9.995"), budget=Decimal(10)),
         OverBudget(Decimal("9.995"), Decimal(10))),
    ],
    ids=lambda v: type(v).__name__,
)  # fmt: skip
def test_what_refuses(facts: Facts, problem: Problem) -> None:
    seen = forecast(facts, TEXT)
    assert (seen.refusals, seen.warnings) == ((problem,), ())
    assert seen.by_hand is isinstance(problem, MayNotReply)


@pytest.mark.parametrize(
    ("facts", "text", "times", "problem"),
    [
        (replace(CLEAR, edited=True), TEXT, 0, EditedMeanwhile()),
        (replace(CLEAR, answered=True), TEXT, 0, AlreadyAnswered()),
        (CLEAR, TEXT, 3, SaidOften(3)),
        (CLEAR, "Ya consta su solicitud.Se resuelve.", 0, AccidentalLink("solicitud.Se", 14)),
    ],
    ids=lambda v: type(v).__name__,
)
def test_what_only_warns(facts: Facts, text: str, times: int, problem: Problem) -> None:
    seen = forecast(facts, text, times)
    assert (seen.refusals, seen.warnings) == ((), (problem,))


def test_the_gravest_comes_first() -> None:
    facts = replace(
        CLEAR, summoned=False, edited=True, window=window(0), budget=Decimal(0), in_queue=True
    )
    seen = forecast(facts, TEXT, 5)
    assert [type(each.problem) for each in seen.verdicts] == [
        MayNotReply, AlreadyQueued, WindowSpent, OverBudget, EditedMeanwhile, SaidOften,
    ]  # fmt: skip


def test_twice_a_day_is_no_spam() -> None:
    assert forecast(CLEAR, TEXT, 2).verdicts == ()


def test_a_link_costs_more_by_the_own_prices() -> None:
    own = replace(CLEAR, prices=Prices.of({"post_with_url": 0.3, "summoned_reply": 0.02}))
    assert forecast(own, "Vea https://www.seg-social.es").price == Decimal("0.3")
    assert forecast(own, TEXT).price == Decimal("0.02")


def test_the_last_ten_of_a_hundred_are_for_incidents() -> None:
    assert forecast(replace(CLEAR, window=window(11)), TEXT).posts_left == 1
    spent = replace(CLEAR, window=window(10), spent=Decimal(10), budget=Decimal(10))
    seen = forecast(spent, TEXT, incident=True)
    assert (seen.verdicts, seen.posts_left) == ((), 10)


def test_a_window_that_ended_or_never_was_says_nothing() -> None:
    for resets_at in (NOW, NOW - timedelta(hours=1), NOW + timedelta(days=1)):
        over = window(0, resets_at)
        assert reserved_until(over, NOW) is None
        seen = forecast(replace(CLEAR, window=over), TEXT)
        assert (seen.verdicts, seen.posts_left) == ((), None)


def test_what_is_left_of_the_budget() -> None:
    facts = replace(CLEAR, spent=Decimal("41.2"), budget=Decimal(300))
    assert forecast(facts, TEXT).budget_left == Decimal("258.8")
    assert forecast(replace(facts, spent=Decimal(301)), TEXT).budget_left == 0

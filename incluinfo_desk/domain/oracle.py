"""The oracle before the key: whether an answer may go, what it costs, and what to know first.

Facts in, verdicts out; nothing is read here. Rules: issue 4 §4, x-platform §1 and §2.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal

from incluinfo_desk.domain import disclaimer
from incluinfo_desk.domain.eligibility import Prices, cost
from incluinfo_desk.domain.length import accidental_links, has_url
from incluinfo_desk.domain.outgoing import Kind
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

RESERVE = 0.1
"""Share of the window kept for telling of incidents: 10 of X's 100 posts in 15 minutes."""
LONGEST_WINDOW = timedelta(minutes=16)
"""A reset further away than X's quarter of an hour is a clock that is wrong, not a window."""
OFTEN = 3
OFTEN_WITHIN = timedelta(hours=24)
"""From so many times on, in so long, X may take the same words for spam."""


@dataclass(frozen=True, slots=True)
class Window:
    """What X still takes, as its headers said last."""

    limit: int
    remaining: int
    resets_at: datetime

    def for_replies(self) -> int:
        """Posts left when the reserve for incidents is kept."""
        return max(0, self.remaining - math.ceil(self.limit * RESERVE))

    def holds(self, now: datetime) -> bool:
        """Whether it says anything about now."""
        return now < self.resets_at <= now + LONGEST_WINDOW


def reserved_until(window: Window | None, now: datetime) -> datetime | None:
    """Until when only incidents may be published; None while replies may go."""
    if window is None or not window.holds(now) or window.for_replies() > 0:
        return None
    return window.resets_at


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one conversation and of the account, whatever is written."""

    now: datetime
    gone: bool = False
    """The author took the post back, or it is not here."""
    summoned: bool = True
    """X's API will accept a reply (:func:`~.eligibility.may_reply`)."""
    in_queue: bool = False
    """An answer to it is on its way, or in doubt."""
    answered: bool = False
    """An answer of ours to it is public."""
    edited: bool = False
    """It was changed after this answer was begun."""
    window: Window | None = None
    spent: Decimal = Decimal(0)
    """US dollars of the month."""
    budget: Decimal | None = None
    prices: Prices = field(default_factory=Prices)
    disclaimer: str = ""
    """What an answer must still say once in this thread (:mod:`~.disclaimer`)."""

    def public(self, text: str) -> str:
        """``text`` as it will stand on X."""
        return disclaimer.added(text, self.disclaimer)


@dataclass(frozen=True, slots=True)
class Verdict:
    problem: Problem
    refuses: bool
    """False: told, and the person decides."""


@dataclass(frozen=True, slots=True)
class Forecast:
    verdicts: tuple[Verdict, ...]
    """The gravest first, what refuses before what warns."""
    price: Decimal
    budget_left: Decimal | None
    """Before this answer; None without a budget."""
    posts_left: int | None
    """Replies that X still takes in this window; None until it has said so."""

    @property
    def refusals(self) -> tuple[Problem, ...]:
        return tuple(each.problem for each in self.verdicts if each.refuses)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        return tuple(each.problem for each in self.verdicts if not each.refuses)

    @property
    def by_hand(self) -> bool:
        """Whether X's own page is the only way."""
        return any(isinstance(each, MayNotReply) for each in self.refusals)


def forecast(facts: Facts, text: str, times_sent: int = 0, *, incident: bool = False) -> Forecast:
    """What would become of ``text`` as an answer.

    ``times_sent`` counts the same words within :data:`OFTEN_WITHIN`. An ``incident`` is
    told at any price and out of the reserve: silence would cost more.
    """
    price = cost(Kind.STANDALONE if incident else Kind.REPLY, has_url(text), facts.prices)
    refusals: list[Problem] = []
    if facts.gone:
        refusals.append(TargetGone())
    elif not facts.summoned:
        refusals.append(MayNotReply())
    if facts.in_queue:
        refusals.append(AlreadyQueued())
    if not incident:
        until = reserved_until(facts.window, facts.now)
        if until is not None:
            refusals.append(WindowSpent(until))
        if facts.budget is not None and facts.spent + price > facts.budget:
            refusals.append(OverBudget(facts.spent, facts.budget))
    warnings: list[Problem] = []
    if facts.edited:
        warnings.append(EditedMeanwhile())
    if facts.answered and not facts.in_queue:
        warnings.append(AlreadyAnswered())
    if times_sent >= OFTEN:
        warnings.append(SaidOften(times_sent))
    warnings += [AccidentalLink(link.text, link.start + 1) for link in accidental_links(text)]
    window = facts.window if facts.window and facts.window.holds(facts.now) else None
    left = None
    if window is not None:
        left = window.remaining if incident else window.for_replies()
    return Forecast(
        verdicts=(
            *(Verdict(each, refuses=True) for each in refusals),
            *(Verdict(each, refuses=False) for each in warnings),
        ),
        price=price,
        budget_left=None if facts.budget is None else max(Decimal(0), facts.budget - facts.spent),
        posts_left=left,
    )

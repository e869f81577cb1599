"""The line beside the button: what the oracle says of the text as it stands. No Qt."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from incluinfo_desk.domain import oracle
from incluinfo_desk.domain.conversation import Conversation
from incluinfo_desk.domain.eligibility import Prices
from incluinfo_desk.domain.length import weighted_length
from incluinfo_desk.domain.oracle import Facts
from incluinfo_desk.domain.problems import Problem, Trouble, WindowSpent

if TYPE_CHECKING:
    from incluinfo_desk.domain.plain_language import Hint
    from incluinfo_desk.operations.desk import Desk


@dataclass(frozen=True, slots=True)
class Check:
    """The line beside the button."""

    length: int
    problems: tuple[Problem, ...]
    by_hand: bool
    """X's API would refuse: only the manual way is open."""
    price: Decimal
    left: int | None
    """Posts that X still takes in this quarter of an hour, once it has said so."""
    empty: bool
    warnings: tuple[Problem, ...] = ()
    """To know before sending; none of them stops it."""
    budget_left: Decimal | None = None
    """US dollars left of the month's budget, when there is one."""
    public: str = ""
    """The text as it will stand on X; the length, the price and the problems are its own."""
    disclaimer: str = ""
    """What the desk adds to it, once in a thread."""
    hints: tuple[Hint, ...] = ()
    """What could be said more plainly, as of the last pause in the typing."""


class Outlook:
    """Facts are read when they may have changed; at a key only what depends on the text."""

    def __init__(
        self,
        desk: Desk,
        on_change: Callable[[], object],
        say_problem: Callable[[Problem], object],
    ) -> None:
        self._desk = desk
        self._on_change = on_change
        self._say_problem = say_problem
        self._of: Conversation | None = None
        self._facts: Facts | None = None
        self._counted: tuple[str, int] = ("", 0)
        """The text last counted, and how often it went out lately."""
        self._hinted: tuple[str, str, tuple[Hint, ...]] = ("", "", ())
        """The text last read for its plainness, the address asked for, and what it could say."""

    async def read(self, of: Conversation) -> None:
        """Take the facts of ``of``. Raises Trouble."""
        facts = await self._desk.answering.facts(of.id)
        self._of, self._facts = of, facts

    async def follow(self, of: Conversation) -> None:
        """Read the facts again, unless another conversation was opened meanwhile."""
        try:
            facts = await self._desk.answering.facts(of.id)
        except Trouble as trouble:
            self._say_problem(trouble.problem)
            return
        if self._of is not None and self._of.id == of.id:
            self._of, self._facts = of, facts
            self._on_change()

    async def count(self, text: str) -> None:
        """How often these words went out: read when the typing pauses, not at every key."""
        try:
            times = await self._desk.answering.times_sent(self._now().public(text))
        except Trouble as trouble:
            self._say_problem(trouble.problem)
            return
        # The list is on the screen before the operations are imported.
        from incluinfo_desk.operations.plain_hints import plain_hints

        before = self._counted, self._hinted
        self._counted = (text, times)
        address = self._desk.settings.address
        hints = await asyncio.to_thread(plain_hints, text, address)
        self._hinted = (text, address, hints)
        if (self._counted, self._hinted) != before:
            self._on_change()

    def check(self, text: str) -> Check:
        """From memory: it is asked for at every key."""
        facts = self._now()
        public = facts.public(text)
        counted, times = self._counted
        seen = oracle.forecast(facts, public, times if text == counted else 0)
        written = self._desk.answering.check(self._of, public) if self._of is not None else []
        for spent in (each for each in seen.refusals if isinstance(each, WindowSpent)):
            if not self._desk.background.running("window ends"):
                self._desk.background.start("window ends", self._window_ends(spent))
        return Check(
            length=weighted_length(public),
            problems=(*seen.refusals, *written),
            by_hand=seen.by_hand,
            price=seen.price,
            left=seen.posts_left,
            empty=not text.strip(),
            warnings=seen.warnings,
            budget_left=seen.budget_left,
            public=public,
            disclaimer="" if public == text else facts.disclaimer,
            hints=self._hinted[2]
            if self._hinted[:2] == (text, self._desk.settings.address)
            else (),
        )

    def _now(self) -> Facts:
        # The list is on the screen before the operations are imported.
        from incluinfo_desk.operations.answer import post_window

        desk, now = self._desk, self._desk.clock.now()
        return replace(
            self._facts or Facts(now),
            now=now,
            window=post_window(desk.quotas()),
            budget=desk.budget,
            prices=Prices.of(desk.settings.prices),
        )

    async def _window_ends(self, spent: WindowSpent) -> None:
        await self._desk.clock.sleep((spent.until - self._desk.clock.now()).total_seconds())
        self._on_change()

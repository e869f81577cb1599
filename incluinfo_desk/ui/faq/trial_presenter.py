"""The box in which an officer asks like a citizen and sees what the desk would answer. No Qt."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from incluinfo_desk.domain import events
from incluinfo_desk.domain.faq import FaqEntry, NotOfferable
from incluinfo_desk.domain.problems import Problem
from incluinfo_desk.ui.errands import Errands

if TYPE_CHECKING:
    from incluinfo_desk.domain.suggestion.engine import Suggestion
    from incluinfo_desk.operations.desk import Desk

SHOWN = 3
_TYPING = 0.12
"""Seconds after the last key; the answer itself takes less."""


@dataclass(frozen=True, slots=True)
class Hit:
    suggestion: Suggestion
    entry: FaqEntry
    why_not: NotOfferable | None
    """Why one key would not send it today."""
    sure: bool
    """First and sure enough for one key."""


class TrialView(Protocol):
    def show_nothing(self) -> None: ...
    def show_hits(self, hits: Sequence[Hit]) -> None: ...
    def say_problem(self, problem: Problem) -> None: ...


class TrialPresenter:
    def __init__(self, desk: Desk, view: TrialView) -> None:
        self._desk, self._view = desk, view
        self._errands = Errands(desk.background, view.say_problem)
        self._text = ""
        self._ends: list[Callable[[], None]] = [
            desk.bus.subscribe(events.FaqChanged, lambda _: self.ask(self._text)),
        ]

    def end(self) -> None:
        for end in self._ends:
            end()
        self._errands.drop("faq trial")

    def ask(self, text: str) -> None:
        """What would stand beside a post with this text; asked again when the FAQ changes."""
        self._text = text.strip()
        if not self._text:
            self._errands.drop("faq trial")
            self._view.show_nothing()
            return
        self._errands.anew("faq trial", lambda: self._ask(self._text))

    async def _ask(self, text: str) -> None:
        await asyncio.sleep(_TYPING)
        suggesting = self._desk.suggesting
        ranking = await suggesting.for_text(text, SHOWN)
        hits = []
        for place, each in enumerate(ranking.suggestions[:SHOWN]):
            entry = suggesting.entry(each.faq_id)
            if entry is not None:
                sure = place == 0 and ranking.offer
                hits.append(Hit(each, entry, suggesting.not_offerable(entry), sure))
        self._view.show_hits(hits)

"""What other bodies deal with, while its page is open. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from incluinfo_desk.domain import events
from incluinfo_desk.domain.faq import FaqRule
from incluinfo_desk.domain.length import weighted_length
from incluinfo_desk.domain.problems import Problem
from incluinfo_desk.domain.suggestion.content import RejectEntry
from incluinfo_desk.ui.errands import Errands

if TYPE_CHECKING:
    from incluinfo_desk.operations.desk import Desk
    from incluinfo_desk.operations.edit_redirects import Redirect


@dataclass(frozen=True, slots=True)
class RedirectCheck:
    broken: tuple[FaqRule, ...]
    public: str
    length: int
    """Units that it weighs for X."""


class RedirectsView(Protocol):
    def show_redirects(self, lines: Sequence[Redirect]) -> None: ...
    def show_check(self, check: RedirectCheck) -> None: ...
    def show_saved(self, id: str) -> None: ...
    def say_problem(self, problem: Problem) -> None: ...


class RedirectsPresenter:
    """Fills one :class:`RedirectsView`; nothing runs twice at a time."""

    def __init__(self, desk: Desk, view: RedirectsView) -> None:
        self._desk, self._view = desk, view
        self._errands = Errands(desk.background, view.say_problem)
        self._end: Callable[[], None] = desk.bus.subscribe(
            events.RedirectsChanged, lambda _: self.start()
        )

    def start(self) -> None:
        self._errands.anew("redirects read", self._read)

    def end(self) -> None:
        self._end()
        self._errands.drop("redirects read")

    def check(self, redirect: RejectEntry) -> None:
        """Follow each key: what is wrong with it, and what it weighs."""
        public = redirect.rendered() or ""
        broken = tuple(self._desk.edit_redirects.broken(redirect))
        self._view.show_check(RedirectCheck(broken, public, weighted_length(public)))

    def save(self, redirect: RejectEntry) -> None:
        async def work() -> None:
            id = await self._desk.edit_redirects.save(redirect)
            await self._read()
            self._view.show_saved(id)

        self._errands.once("redirects work", work)

    def restore(self, id: str) -> None:
        async def work() -> None:
            await self._desk.edit_redirects.restore(id)
            await self._read()
            self._view.show_saved(id)

        self._errands.once("redirects work", work)

    # --- inside ----------------------------------------------------------------------------

    async def _read(self) -> None:
        lines = sorted(
            await self._desk.edit_redirects.all(),
            key=lambda line: (line.entry.off, (line.entry.body or "").casefold()),
        )
        self._view.show_redirects(lines)

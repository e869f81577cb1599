"""Proposals that wait for an editor, while their window is open. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from incluinfo_desk.domain import events
from incluinfo_desk.domain.faq_merge import Side
from incluinfo_desk.domain.faq_proposal import FaqProposal
from incluinfo_desk.domain.problems import Problem
from incluinfo_desk.ui.errands import Errands

if TYPE_CHECKING:
    from incluinfo_desk.operations.desk import Desk
    from incluinfo_desk.operations.propose import Laid


class ProposalsView(Protocol):
    def show_proposals(self, proposals: Sequence[FaqProposal]) -> None: ...
    def show_laid(self, laid: Laid) -> None: ...
    def say_done(self, *, accepted: bool) -> None: ...
    def say_problem(self, problem: Problem) -> None: ...


class ProposalsPresenter:
    """Fills one :class:`ProposalsView`; nothing is decided twice at a time."""

    def __init__(self, desk: Desk, view: ProposalsView) -> None:
        self._desk, self._view = desk, view
        self._errands = Errands(desk.background, view.say_problem)
        self._ends: list[Callable[[], None]] = [
            desk.bus.subscribe(each, lambda _: self.start())
            for each in (events.FaqProposalsChanged, events.FaqChanged)
        ]

    def start(self) -> None:
        self._errands.anew("proposals read", self._read)

    def end(self) -> None:
        for end in self._ends:
            end()
        self._errands.drop("proposals read", "proposals look")

    def look(self, proposal: FaqProposal) -> None:
        """Lay it beside what stands here."""
        self._errands.anew("proposals look", lambda: self._look(proposal))

    def accept(self, id: str, everything: Side | None = None) -> None:
        self._errands.once("proposals decide", lambda: self._accept(id, everything))

    def refuse(self, id: str, reason: str) -> None:
        self._errands.once("proposals decide", lambda: self._refuse(id, reason))

    def said_again(self, id: str) -> None:
        self._errands.once("proposals decide", lambda: self._desk.proposing.said_again(id))

    # --- inside ----------------------------------------------------------------------------

    async def _read(self) -> None:
        self._view.show_proposals(await self._desk.proposing.open())

    async def _look(self, proposal: FaqProposal) -> None:
        self._view.show_laid(await self._desk.proposing.laid(proposal))

    async def _accept(self, id: str, everything: Side | None) -> None:
        await self._desk.proposing.accept(id, everything)
        self._view.say_done(accepted=True)

    async def _refuse(self, id: str, reason: str) -> None:
        await self._desk.proposing.refuse(id, reason)
        self._view.say_done(accepted=False)

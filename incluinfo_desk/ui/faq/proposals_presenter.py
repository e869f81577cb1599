"""Proposals that wait for an editor, while their window is open. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from incluinfo_desk.domain import events
from incluinfo_desk.domain.faq_merge import Side
from incluinfo_desk.domain.faq_proposal import FaqProposal
from incluinfo_desk.domain.problems import Problem, Trouble

if TYPE_CHECKING:
    from incluinfo_desk.operations.desk import Desk
    from incluinfo_desk.operations.propose import Laid


Work = Callable[[], Coroutine[Any, Any, None]]
"""Begun only when its turn comes: what is replaced before has not begun."""


class ProposalsView(Protocol):
    def show_proposals(self, proposals: Sequence[FaqProposal]) -> None: ...
    def show_laid(self, laid: Laid) -> None: ...
    def say_done(self, *, accepted: bool) -> None: ...
    def say_problem(self, problem: Problem) -> None: ...


class ProposalsPresenter:
    """Fills one :class:`ProposalsView`; nothing is decided twice at a time."""

    def __init__(self, desk: Desk, view: ProposalsView) -> None:
        self._desk, self._view = desk, view
        self._ends: list[Callable[[], None]] = [
            desk.bus.subscribe(each, lambda _: self.start())
            for each in (events.FaqProposalsChanged, events.FaqChanged)
        ]

    def start(self) -> None:
        self._work("proposals read", self._read, replace=True)

    def end(self) -> None:
        for end in self._ends:
            end()
        for name in ("proposals read", "proposals look"):
            self._desk.background.cancel(name)

    def look(self, proposal: FaqProposal) -> None:
        """Lay it beside what stands here."""
        self._work("proposals look", lambda: self._look(proposal), replace=True)

    def accept(self, id: str, everything: Side | None = None) -> None:
        self._decide(lambda: self._accept(id, everything))

    def refuse(self, id: str, reason: str) -> None:
        self._decide(lambda: self._refuse(id, reason))

    def said_again(self, id: str) -> None:
        self._decide(lambda: self._desk.proposing.said_again(id))

    # --- inside ----------------------------------------------------------------------------

    def _decide(self, work: Work) -> None:
        if not self._desk.background.running("proposals decide"):
            self._work("proposals decide", work)

    def _work(self, name: str, work: Work, *, replace: bool = False) -> None:
        async def told() -> None:
            try:
                await work()
            except Trouble as trouble:
                self._view.say_problem(trouble.problem)

        self._desk.background.start(name, told(), replace=replace)

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

"""What waits for a second person, and what came back to its author. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from incluinfo_desk.domain.approval import Proposal
from incluinfo_desk.domain.events import ProposalsChanged
from incluinfo_desk.domain.problems import Problem
from incluinfo_desk.ui.errands import Errands

if TYPE_CHECKING:
    from incluinfo_desk.operations.desk import Desk


class ApprovalView(Protocol):
    def show_proposals(self, proposals: Sequence[Proposal]) -> None: ...
    def show_approved(self) -> None: ...
    def say_problem(self, problem: Problem) -> None: ...


class ApprovalPresenter:
    def __init__(self, desk: Desk, view: ApprovalView) -> None:
        self._desk, self._view = desk, view
        self._errands = Errands(desk.background, view.say_problem)
        self._end = desk.bus.subscribe(ProposalsChanged, lambda _: self.refresh())
        self.refresh()

    def end(self) -> None:
        self._end()
        self._errands.drop("approvals")

    def refresh(self) -> None:
        self._errands.anew("approvals", self._read)

    def approve(self, id: str, by: str) -> None:
        self._errands.once("approval", lambda: self._approve(id, by))

    def reject(self, id: str, by: str, reason: str) -> None:
        self._errands.once("approval", lambda: self._desk.approving.reject(id, by, reason))

    def withdraw(self, id: str) -> None:
        self._errands.once("approval", lambda: self._desk.approving.withdraw(id))

    def discard(self, id: str) -> None:
        self._errands.once("approval", lambda: self._desk.approving.discard(id))

    async def _read(self) -> None:
        self._view.show_proposals(await self._desk.approving.waiting())

    async def _approve(self, id: str, by: str) -> None:
        await self._desk.approving.approve(id, by)
        self._view.show_approved()

"""What waits for a second person, and what came back to its author. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from incluinfo_desk.domain.approval import Proposal
from incluinfo_desk.domain.events import ProposalsChanged
from incluinfo_desk.domain.problems import Problem, Trouble

if TYPE_CHECKING:
    from incluinfo_desk.operations.desk import Desk


class ApprovalView(Protocol):
    def show_proposals(self, proposals: Sequence[Proposal]) -> None: ...
    def show_approved(self) -> None: ...
    def say_problem(self, problem: Problem) -> None: ...


class ApprovalPresenter:
    def __init__(self, desk: Desk, view: ApprovalView) -> None:
        self._desk, self._view = desk, view
        self._end = desk.bus.subscribe(ProposalsChanged, lambda _: self.refresh())
        self.refresh()

    def end(self) -> None:
        self._end()
        self._desk.background.cancel("approvals")

    def refresh(self) -> None:
        self._desk.background.start("approvals", self._read(), replace=True)

    def approve(self, id: str, by: str) -> None:
        self._do(self._desk.approving.approve(id, by), self._view.show_approved)

    def reject(self, id: str, by: str, reason: str) -> None:
        self._do(self._desk.approving.reject(id, by, reason))

    def withdraw(self, id: str) -> None:
        self._do(self._desk.approving.withdraw(id))

    def discard(self, id: str) -> None:
        self._do(self._desk.approving.discard(id))

    async def _read(self) -> None:
        try:
            found = await self._desk.approving.waiting()
        except Trouble as trouble:
            self._view.say_problem(trouble.problem)
            return
        self._view.show_proposals(found)

    def _do(self, work: Coroutine[Any, Any, None], then: Callable[[], None] | None = None) -> None:
        if self._desk.background.running("approval"):
            work.close()  # a second press of the same key
            return
        self._desk.background.start("approval", self._done(work, then))

    async def _done(self, work: Coroutine[Any, Any, None], then: Callable[[], None] | None) -> None:
        try:
            await work
        except Trouble as trouble:
            self._view.say_problem(trouble.problem)
            return
        if then is not None:
            then()

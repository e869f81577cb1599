"""A second person says yes before public words are queued, where Settings ask for it.

To have words of a new kind approved: register who enacts them (:meth:`Approving.serve`),
call :meth:`Approving.propose`, and pass the :class:`Decision` that comes back to the store
method that queues (``incidents.add``, ``incidents.add_update``, ``outbox.queue``). The yes
is spent in that very transaction, so that a desk killed anywhere queues once or not at all.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from uuid import uuid4

from incluinfo_desk.bus import Bus
from incluinfo_desk.domain.approval import (
    ApprovalKind,
    Decision,
    Proposal,
    ProposalState,
    Proposed,
    flaw,
)
from incluinfo_desk.domain.events import ProposalsChanged
from incluinfo_desk.domain.problems import SecondPerson, SecondPersonFlaw, Trouble
from incluinfo_desk.operations.ports import Clock
from incluinfo_desk.store.store import Store

Enact = Callable[[Proposal, Decision], Awaitable[object]]
"""Does what was proposed; spends the decision in the transaction that queues."""


class Approving:
    def __init__(
        self,
        *,
        store: Store,
        bus: Bus,
        clock: Clock,
        officer: Callable[[], str],
        wanted: Callable[[ApprovalKind], bool],
    ) -> None:
        """``wanted``: whether Settings ask for a second person for this kind."""
        self._store = store
        self._bus = bus
        self._clock = clock
        self._officer = officer
        self._wanted = wanted
        self._enact: dict[ApprovalKind, Enact] = {}

    def serve(self, kind: ApprovalKind, enact: Enact) -> None:
        """Let ``enact`` do what is approved of ``kind``."""
        self._enact[kind] = enact

    def wanted(self, kind: ApprovalKind) -> bool:
        """Whether words of ``kind`` need a second person now."""
        return self._wanted(kind)

    def refuse_alone(self, kind: ApprovalKind, decision: Decision | None) -> None:
        """Raise Trouble(SecondPerson) where a second person is wanted and none decided."""
        if decision is None and self._wanted(kind):
            raise Trouble(SecondPerson(SecondPersonFlaw.NEEDED))

    async def waiting(self) -> tuple[Proposal, ...]:
        """What waits for a second person or, returned, for its author; the oldest first."""
        return await self._store.approvals.unsettled()

    async def propose(self, what: Proposed, *, replaces: str | None = None) -> Proposal:
        """Freeze the words and keep them until somebody decides; nothing is queued.

        ``replaces`` is a returned proposal that this one takes up. Raises
        Trouble(SecondPerson): the author has no initials, or that one was taken up before.
        """
        author = self._officer().strip()
        if not author:
            raise Trouble(SecondPerson(SecondPersonFlaw.UNSIGNED))
        proposal = Proposal(
            id=uuid4().hex,
            kind=what.kind,
            subject=what.subject,
            title=what.title,
            texts=what.texts,
            payload=what.payload,
            author=author,
            at=self._clock.now(),
        )
        await self._store.approvals.add(proposal, replaces)
        self._tell(proposal.id)
        return proposal

    async def approve(self, id: str, by: str) -> None:
        """``by`` says yes: its words go to the outbox, once, in the author's name.

        Raises Trouble: SecondPerson (nobody named, the author, decided before), and what
        its kind says when the world changed meanwhile; then it goes on waiting.
        """
        proposal = await self._get(id)
        problem = flaw(proposal.author, by)
        if problem is not None:
            raise Trouble(problem)
        await self._enact[proposal.kind](proposal, Decision(id, by.strip()))
        self._tell(id)

    async def reject(self, id: str, by: str, reason: str) -> None:
        """``by`` sends it back to its author. Raises Trouble(SecondPerson)."""
        proposal = await self._get(id)
        problem = flaw(proposal.author, by)
        if problem is not None:
            raise Trouble(problem)
        await self._return(id, ProposalState.REJECTED, by.strip(), reason.strip())

    async def withdraw(self, id: str) -> None:
        """The author takes it back. Raises Trouble(SecondPerson) when it was decided."""
        await self._return(id, ProposalState.WITHDRAWN, self._officer(), "")

    async def discard(self, id: str) -> None:
        """Throw a returned one away; the record stays. Raises Trouble(SecondPerson)."""
        await self._store.approvals.settle(id)
        self._tell(id)

    async def _return(self, id: str, to: ProposalState, by: str, reason: str) -> None:
        await self._store.approvals.send_back(id, to, by, reason)
        self._tell(id)

    async def _get(self, id: str) -> Proposal:
        proposal = await self._store.approvals.get(id)
        if proposal is None or proposal.state is not ProposalState.WAITING:
            raise Trouble(SecondPerson(SecondPersonFlaw.DECIDED))
        return proposal

    def _tell(self, id: str) -> None:
        self._bus.publish(ProposalsChanged((id,)))

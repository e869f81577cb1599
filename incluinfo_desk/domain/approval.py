"""Words that wait for a second person before they may be queued.

One workstation, no server: the second person steps up and gives initials. That proves a
second pair of eyes as far as the officers are honest, and the audit record keeps who was
named; it does not prove who sat there. A directory's sign-in would.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from incluinfo_desk.domain.problems import SecondPerson, SecondPersonFlaw


class ApprovalKind(StrEnum):
    """What is proposed; each has its own switch in Settings."""

    INCIDENT = "incident"
    HOAX = "hoax"


class ProposalState(StrEnum):
    WAITING = "waiting"
    APPROVED = "approved"
    """Handed to the outbox, in the same transaction."""
    REJECTED = "rejected"
    """The second person sent it back, with the reason."""
    WITHDRAWN = "withdrawn"
    """The author took it back."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Public words of ours, frozen until a second person decides."""

    id: str
    kind: ApprovalKind
    subject: str
    """Id of the incident or hoax they belong to; "" when approval makes it."""
    title: str
    texts: tuple[str, ...]
    """What would be public, part by part, exactly as it would be queued."""
    payload: Mapping[str, object]
    """All that its kind needs to do it: JSON, read by who serves the kind."""
    author: str
    at: datetime
    state: ProposalState = ProposalState.WAITING
    decided_by: str = ""
    decided_at: datetime | None = None
    reason: str = ""
    """Why it was sent back."""
    settled: bool = False
    """Approved, or sent back and then written anew or thrown away: nothing is left to do."""

    @property
    def returned(self) -> bool:
        """Whether its text waits for its author again."""
        return not self.settled and self.state in _RETURNED


_RETURNED = frozenset({ProposalState.REJECTED, ProposalState.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class Decision:
    """A second person's yes, to be spent in the transaction that queues the words."""

    proposal_id: str
    by: str


@dataclass(frozen=True, slots=True)
class Proposed:
    """What somebody wants approved, before it is anybody's proposal."""

    kind: ApprovalKind
    title: str
    texts: tuple[str, ...]
    subject: str = ""
    payload: Mapping[str, object] = field(default_factory=dict)


def flaw(author: str, by: str) -> SecondPerson | None:
    """Why ``by`` may not approve what ``author`` wrote; None when they may."""
    if not _name(by):
        return SecondPerson(SecondPersonFlaw.NOBODY)
    if _name(by) == _name(author):
        return SecondPerson(SecondPersonFlaw.AUTHOR)
    return None


def _name(initials: str) -> str:
    """``a. b.`` and ``AB`` are one person."""
    return "".join(char for char in initials.casefold() if char.isalnum())

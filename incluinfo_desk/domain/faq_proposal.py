"""What a colleague would have an answer say, and what citizens taught us about one.

CTC-14: whoever works here may propose; an editor approves, and the history names both.
INC-52: a citizen's tip becomes a proposal in the officer's own words, with how many people
said it and nothing of any of them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from incluinfo_desk.domain.faq import FaqEntry, FaqState
from incluinfo_desk.domain.faq_merge import Merge, Side, merge

PROPOSED = "proposal"
"""Review reason of a verified answer that a proposal changed: nobody answers for it yet."""
_CREDIT = ">"
_SPOKEN_FOR = frozenset({FaqState.VERIFIED, FaqState.ANTICIPATED})


class ProposalState(StrEnum):
    OPEN = "open"
    ACCEPTED = "accepted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class FaqProposal:
    id: str
    faq_id: str
    by: str
    """Initials of who proposes it."""
    at: datetime
    entry: FaqEntry | None = None
    """The whole answer as it would be; None for a tip, which is words only."""
    base: FaqEntry | None = None
    """What it was written over; None for a new answer and for a tip."""
    note: str = ""
    """In the colleague's words."""
    count: int = 1
    """Of a tip: how many citizens said it. Nothing tells which."""
    state: ProposalState = ProposalState.OPEN
    decided_by: str = ""
    reason: str = ""
    """Why it was refused, for whoever proposed it."""
    decided_at: datetime | None = None

    @property
    def is_tip(self) -> bool:
        return self.entry is None


def credited(author: str, editor: str) -> str:
    """Who made a revision that one proposed and another approved."""
    return f"{author}{_CREDIT}{editor}" if author and author != editor else editor


def credit_of(by: str) -> tuple[str, str]:
    """Who proposed and who approved; the first is empty where one person did both."""
    author, mark, editor = by.partition(_CREDIT)
    return (author, editor) if mark else ("", by)


def outcome(
    proposal: FaqProposal, ours: FaqEntry | None, everything: Side | None = None
) -> tuple[FaqEntry, Merge | None]:
    """The answer when the proposal is taken, merged with what changed here since.

    ``everything`` settles what both changed; without it ours stands there. A new answer comes
    in as a draft, a verified one goes under review: an editor's yes is to the words, and
    answering for them is another. Raises ValueError for a tip.
    """
    if proposal.entry is None:
        raise ValueError(proposal.id)
    if ours is None:
        return _draft(proposal.entry), None
    found = merge(proposal.base, ours, proposal.entry)
    if found.conflicts and everything is not None:
        choices = {each.field: everything for each in found.conflicts}
        found = merge(proposal.base, ours, proposal.entry, choices)
    return _unverified(found.entry, ours), found


def _draft(entry: FaqEntry) -> FaqEntry:
    return replace(
        entry, state=FaqState.DRAFT, verified_by=None, verified_at=None, review_reason=""
    )


def _unverified(entry: FaqEntry, ours: FaqEntry) -> FaqEntry:
    if ours.state in _SPOKEN_FOR and entry != ours:
        return replace(entry, state=FaqState.UNDER_REVIEW, review_reason=PROPOSED)
    return replace(entry, state=ours.state, review_reason=ours.review_reason)

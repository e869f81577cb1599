"""What this desk learnt from the answers its officers sent: counted here, and only here.

A post that was answered leaves the n-grams of its words with a meaning, each word on its
own and in no order, without numbers, names of accounts or addresses, and after personal
data was masked: enough to know a like post again, not enough to read this one (INC-20). It
stays apart from the entries' own wordings: raw posts among those do harm, as a memory
beside them they do not (retrieval.md section 3).
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

MOST_PER_ENTRY = 30
"""Posts remembered for one entry; older ones go."""
MOST = 2_000
"""Posts remembered in all; the oldest go."""
MUCH_CHANGED = 0.6
"""Share of the answer, of its letters in their order, below which it was written anew."""


class Verdict(StrEnum):
    ACCEPTED = "accepted"
    EDITED = "edited"
    """Sent, but so much changed that it says little for the entry."""
    REJECTED = "rejected"
    """It stood first, and the officer sent something else."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one sent answer says about one entry."""

    faq_id: str
    verdict: Verdict
    trace: bytes
    """See :func:`~incluinfo_desk.domain.suggestion.recollection.trace`."""


@dataclass(frozen=True, slots=True)
class Learnt:
    """How much the desk has learnt."""

    answers: int = 0
    entries: int = 0


def verdicts(
    shown: Sequence[str], offered: bool, used: str | None, sent: str, template: str | None
) -> tuple[tuple[str, Verdict], ...]:
    """What an answer says about the entries that were shown.

    ``shown`` are the suggestions, best first; ``offered`` whether the first stood for one
    click; ``used`` the entry whose text, ``template``, the officer took.
    """
    found: list[tuple[str, Verdict]] = []
    if used is not None:
        found.append((used, Verdict.ACCEPTED if _kept(template, sent) else Verdict.EDITED))
    # An answer of one's own says nothing against a suggestion that was not sure either.
    if shown and shown[0] != used and (used is not None or offered):
        found.append((shown[0], Verdict.REJECTED))
    return tuple(found)


def _kept(template: str | None, sent: str) -> bool:
    if not template:
        return False
    match = difflib.SequenceMatcher(None, template, sent, autojunk=False)
    same = sum(block.size for block in match.get_matching_blocks())
    return same >= MUCH_CHANGED * len(template)


def bounded(newest_first: Iterable[Evidence]) -> list[Evidence]:
    """What stays within MOST and MOST_PER_ENTRY."""
    kept: list[Evidence] = []
    by_entry: dict[str, int] = {}
    for each in newest_first:
        if len(kept) == MOST:
            break
        if by_entry.get(each.faq_id, 0) < MOST_PER_ENTRY:
            by_entry[each.faq_id] = by_entry.get(each.faq_id, 0) + 1
            kept.append(each)
    return kept

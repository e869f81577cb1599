"""An answer's life: which states follow which, what brings it back under review, and when it
wakes by itself.

*Expired* is no stored state: the day alone decides it, so that no job that did not run can
leave an old answer under the one key (:meth:`FaqEntry.not_offerable`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from incluinfo_desk.domain.faq import FaqEntry, FaqState
from incluinfo_desk.domain.norms import NormChange, NormId

_S = FaqState
MOVES: Mapping[FaqState, frozenset[FaqState]] = MappingProxyType(
    {
        _S.DRAFT: frozenset({_S.VERIFIED, _S.ANTICIPATED, _S.UNDER_REVIEW, _S.RETIRED}),
        # Verified once more: somebody answers for it for another year.
        _S.VERIFIED: frozenset({_S.VERIFIED, _S.UNDER_REVIEW, _S.RETIRED}),
        _S.UNDER_REVIEW: frozenset({_S.VERIFIED, _S.ANTICIPATED, _S.DRAFT, _S.RETIRED}),
        _S.ANTICIPATED: frozenset({_S.VERIFIED, _S.UNDER_REVIEW, _S.RETIRED}),
        # What was taken away comes back as a draft: someone has to read it again.
        _S.RETIRED: frozenset({_S.DRAFT}),
    }
)
"""Legal moves of an officer's; staying where one is is none."""

_NORM = "norm:"


class Standing(StrEnum):
    """Where an entry stands on a day, for counting: its state, and whether time ran out."""

    VERIFIED = "verified"
    DRAFT = "draft"
    UNDER_REVIEW = "under_review"
    EXPIRED = "expired"
    ANTICIPATED = "anticipated"
    RETIRED = "retired"


def may_move(old: FaqState, new: FaqState) -> bool:
    return new is old or new in MOVES[old]


def standing(entry: FaqEntry, today: date) -> Standing:
    late = entry.review_by is not None and today > entry.review_by
    if late and entry.state in {FaqState.VERIFIED, FaqState.ANTICIPATED}:
        return Standing.EXPIRED
    return Standing(entry.state.value)


def norm_reason(norm: NormId) -> str:
    """The :attr:`FaqEntry.review_reason` that says: this norm has changed."""
    return f"{_NORM}{norm}"


def norm_of(reason: str) -> NormId | None:
    """The norm whose change is the reason, None when an officer wrote one."""
    return NormId(reason[len(_NORM) :]) if reason.startswith(_NORM) else None


def verified(entry: FaqEntry, by: str | None, at: datetime) -> FaqEntry:
    """``by`` answers for it from now on: what asked for a review is done with."""
    return replace(entry, state=FaqState.VERIFIED, verified_by=by, verified_at=at, review_reason="")


def moved(entry: FaqEntry, state: FaqState, reason: str = "") -> FaqEntry:
    """``entry`` in ``state``; a reason stays only while it is under review."""
    return replace(entry, state=state, review_reason=reason if state is _S.UNDER_REVIEW else "")


def after_change(entry: FaqEntry, change: NormChange) -> FaqEntry:
    """``entry`` once a norm that it rests on has changed (INC-36).

    What waited for that very norm learns its day and wakes on it (INC-21); what was retired
    stays so; everything else goes under review at once, whenever the change takes effect:
    an officer looks which of the two texts holds until then.
    """
    if change.norm not in entry.norms or entry.state is FaqState.RETIRED:
        return entry
    if entry.state is FaqState.ANTICIPATED and entry.valid_from is None:
        return replace(entry, valid_from=change.in_force)
    return moved(entry, FaqState.UNDER_REVIEW, norm_reason(change.norm))


def wakes(entry: FaqEntry, today: date) -> bool:
    """Whether an anticipated answer is in force: it becomes a verified one by itself."""
    starts = entry.valid_from
    return entry.state is FaqState.ANTICIPATED and starts is not None and starts <= today


def awake(entry: FaqEntry) -> FaqEntry:
    """An anticipated answer from its day on; who verified it still answers for it."""
    return replace(entry, state=FaqState.VERIFIED)

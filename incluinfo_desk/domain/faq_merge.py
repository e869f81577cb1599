"""Two desks edited one answer: what both meant, field by field, and where a person decides.

Three-way: the *base* is the last text both desks had, *ours* is stored here, *theirs* came in
a file. A field only one side changed takes that change; lists merge element by element; a
field both changed differently is a conflict, and until a person chooses, ours stands.
Nothing is lost without being listed (PRD-6, complaint 21).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from incluinfo_desk.domain.faq import FaqEntry, FaqState, Translation

LISTS = ("variants", "keywords", "norms")
SCALARS = (
    "topic",
    "question",
    "reply",
    "link",
    "body",
    "legal_basis",
    "source",
    "confidence",
    "needs_private_channel",
    "no_norm",
    "procedure",
    "review_by",
    "valid_from",
    "language",
    "layer",
    "owner",
)
CONTENT = (*SCALARS, *LISTS, "translations")
"""What is merged by field; the standing (state and who verified it) follows from it."""
STANDING = ("state", "verified_by", "verified_at", "review_reason")
MERGED = "merge"
"""Review reason of a verified text that was mixed from two: nobody has read it as it is."""
LINEAGE = 20
"""Fingerprints of earlier revisions that an export carries, the youngest first."""


_SPOKEN_FOR = frozenset({FaqState.VERIFIED, FaqState.ANTICIPATED})
"""States in which somebody answers for the text as it stands."""


class Side(StrEnum):
    OURS = "ours"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Own:
    """What a person writes in place of both; both stay in the history."""

    value: Any
    """Of the kind that the field holds."""


Choice = Side | Own

WRITABLE = frozenset(
    {"question", "reply", "link", "body", "legal_basis", "source", "review_by", "valid_from"}
)
"""Fields that have another answer than one of the two; so has each translation."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that both sides changed, each to something else."""

    faq_id: str
    field: str
    """A name of :data:`CONTENT`, ``translations:<language>``, or ``state``."""
    base: Any
    """None also when the two have no common base."""
    ours: Any
    theirs: Any

    @property
    def writable(self) -> bool:
        """Whether a person may write something else (:class:`Own`)."""
        return self.field in WRITABLE or self.field.startswith("translations:")


@dataclass(frozen=True, slots=True)
class Merge:
    entry: FaqEntry
    """Ours with what theirs adds; where in conflict, what was chosen."""
    conflicts: tuple[Conflict, ...]
    """All of them, chosen or not."""
    taken: tuple[str, ...]
    """Fields whose value is not ours any more."""


def fingerprint(entry: FaqEntry) -> str:
    """16 hex digits that stay the same on every desk and in every file format.

    Over everything an export carries; this desk's own findings (revision, dead link, time of
    storing) are left out.
    """
    values: dict[str, Any] = {name: getattr(entry, name) for name in (*CONTENT, *STANDING)}
    values["translations"] = sorted((t.language, t.reply, t.link or "") for t in entry.translations)
    text = json.dumps([entry.id, values], ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def base_of(ours: Iterable[FaqEntry], lineage: Sequence[str]) -> FaqEntry | None:
    """The youngest of our revisions (the youngest first) that their lineage knows."""
    known = frozenset(lineage)
    return next((each for each in ours if fingerprint(each) in known), None)


def merge(
    base: FaqEntry | None,
    ours: FaqEntry,
    theirs: FaqEntry,
    choices: Mapping[str, Choice] | None = None,
) -> Merge:
    """``ours`` with everything ``theirs`` changed since ``base``. Pure and deterministic.

    Without a base every scalar that differs is a conflict and lists are united. ``choices``
    settles conflicts by field name; what is not chosen stays ours. A verified text that
    comes out as neither side's goes under review.
    """
    choices = choices or {}
    conflicts: list[Conflict] = []

    def settle(field: str, was: Any, mine: Any, other: Any) -> Any:
        if mine == other:
            return mine
        if base is not None and was == mine:
            return other
        if base is not None and was == other:
            return mine
        shown = [each and each[0] if field == "state" else each for each in (was, mine, other)]
        conflicts.append(Conflict(ours.id, field, *shown))
        chosen = choices.get(field)
        if isinstance(chosen, Own):
            return chosen.value
        return other if chosen is Side.THEIRS else mine

    values: dict[str, Any] = {}
    for name in SCALARS:
        was = getattr(base, name) if base is not None else None
        values[name] = settle(name, was, getattr(ours, name), getattr(theirs, name))
    for name in LISTS:
        was = getattr(base, name) if base is not None else ()
        values[name] = merged_list(was, getattr(ours, name), getattr(theirs, name))
    values["translations"] = _translations(base, ours, theirs, settle)
    merged = replace(ours, **values)
    merged = _with_standing(base, ours, theirs, merged, settle)
    taken = tuple(
        name for name in (*CONTENT, *STANDING) if getattr(merged, name) != getattr(ours, name)
    )
    return Merge(merged, tuple(conflicts), taken)


def merged_list(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """Ours without what they removed, then what they added, in their order."""
    was, mine, other = set(base), set(ours), set(theirs)
    kept = [each for each in ours if each in other or each not in was]
    added = [each for each in theirs if each not in mine and each not in was]
    return tuple(dict.fromkeys((*kept, *added)))


def _translations(
    base: FaqEntry | None, ours: FaqEntry, theirs: FaqEntry, settle: Any
) -> tuple[Translation, ...]:
    def by_language(entry: FaqEntry | None) -> dict[str, Translation]:
        return {t.language: t for t in entry.translations} if entry is not None else {}

    was, mine, other = by_language(base), by_language(ours), by_language(theirs)
    found: list[Translation] = []
    for language in dict.fromkeys((*mine, *other)):
        before, here, there = was.get(language), mine.get(language), other.get(language)
        if base is None and (here is None or there is None):
            kept = here or there  # united, like the lists
        else:
            kept = settle(f"translations:{language}", before, here, there)
        if kept is not None:
            found.append(kept)
    return tuple(found)


def _content(entry: FaqEntry) -> tuple[Any, ...]:
    return tuple(getattr(entry, name) for name in CONTENT)


def _standing(entry: FaqEntry) -> tuple[Any, ...]:
    return tuple(getattr(entry, name) for name in STANDING)


def _with_standing(
    base: FaqEntry | None, ours: FaqEntry, theirs: FaqEntry, merged: FaqEntry, settle: Any
) -> FaqEntry:
    """Who stands behind the merged text: the side whose text it is, else nobody yet."""
    text, mine, other = _content(merged), _content(ours), _content(theirs)
    one_retired = (ours.state is FaqState.RETIRED) != (theirs.state is FaqState.RETIRED)
    if text == mine == other:
        # One text, two opinions of it: like any other field.
        was = _standing(base) if base is not None else None
        standing = settle("state", was, _standing(ours), _standing(theirs))
    elif one_retired:
        # Taken out of use by one while the other worked on it: never decided by a rule.
        standing = settle("state", None, _standing(ours), _standing(theirs))
    else:
        standing = _standing(theirs if text == other else ours)
    found = replace(merged, **dict(zip(STANDING, standing, strict=True)))
    if found.state in _SPOKEN_FOR and not _vouched(base, ours, theirs, found):
        return replace(found, state=FaqState.UNDER_REVIEW, review_reason=MERGED)
    return found


def _vouched(base: FaqEntry | None, ours: FaqEntry, theirs: FaqEntry, found: FaqEntry) -> bool:
    """Whether whoever verified it had this very text: a text edited in a file has kept the
    name and the time of the one before."""
    known = [each for each in (ours, base) if each is not None]
    known = [each for each in known if _standing(each) == _standing(found)] or [theirs]
    return any(_content(each) == _content(found) for each in known)

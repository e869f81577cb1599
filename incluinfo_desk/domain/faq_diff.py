"""What changed between two revisions of an entry, field by field and word by word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from incluinfo_desk.domain.faq import FaqEntry

FIELDS = (
    "state",
    "topic",
    "question",
    "variants",
    "keywords",
    "reply",
    "translations",
    "link",
    "needs_private_channel",
    "body",
    "legal_basis",
    "norms",
    "no_norm",
    "procedure",
    "source",
    "confidence",
    "review_by",
    "valid_from",
    "language",
    "layer",
    "owner",
    "verified_by",
    "verified_at",
    "review_reason",
    "link_dead_since",
)
"""Every field of an entry but its id and what numbers its revisions."""
_LONGEST = 4_000
"""Characters of a text that are compared word by word; a longer one is shown as it is."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    name: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    changed: bool


def changes(old: FaqEntry, new: FaqEntry) -> tuple[FieldChange, ...]:
    """The fields that differ, in the order of :data:`FIELDS`."""
    return tuple(
        FieldChange(name, getattr(old, name), getattr(new, name))
        for name in FIELDS
        if getattr(old, name) != getattr(new, name)
    )


def pieces(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both texts cut where they differ; whole words and signs, never half of one."""
    if max(len(before), len(after)) > _LONGEST:
        return (Piece(before, True),), (Piece(after, True),)
    old, new = _tokens(before), _tokens(after)
    left: list[Piece] = []
    right: list[Piece] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        changed = kind != "equal"
        if a < b:
            left.append(Piece("".join(old[a:b]), changed))
        if c < d:
            right.append(Piece("".join(new[c:d]), changed))
    return tuple(left), tuple(right)


def gone_and_new(
    before: Sequence[str], after: Sequence[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Which lines of a list were taken away and which came, each in its order."""
    old, new = set(before), set(after)
    return (
        tuple(each for each in dict.fromkeys(before) if each not in new),
        tuple(each for each in dict.fromkeys(after) if each not in old),
    )


def _tokens(text: str) -> list[str]:
    return re.findall(r"\w+|\s+|[^\w\s]", text)

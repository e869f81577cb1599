"""Whether an entry that is being written is there already, in other words."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from incluinfo_desk.domain.faq import FaqEntry
from incluinfo_desk.domain.grouping import likeness
from incluinfo_desk.operations.suggesting import Suggesting

_LOOKED_AT = 5
_SAME = 0.75
"""Likeness of the words alone from which two wordings ask the same."""
_SURE, _LIKE = 0.9, 0.45
"""Or the engine is that sure of the other entry, and the words are at least so like.

Measured on 60 entries of the starter FAQ, each taken out in turn: a wording of its own,
chosen at random, brings it up 20 times; its question brings up a sister entry 15 times. It
is a line to read, not a refusal. ``python -m tests.benchmarks.twins``.
"""


@dataclass(frozen=True, slots=True)
class Twin:
    faq_id: str
    question: str


async def twin_of(text: str, entry: FaqEntry, suggesting: Suggesting) -> Twin | None:
    """The likest other entry, when ``text``, a wording of ``entry``, asks the same."""
    if not text.strip():
        return None
    ranking = await suggesting.for_text(text, _LOOKED_AT)
    others = [
        (found, s.confidence)
        for s in ranking.suggestions
        if s.faq_id != entry.id and (found := suggesting.entry(s.faq_id)) is not None
    ]
    return await asyncio.to_thread(_nearest, text, others)


def _nearest(text: str, others: list[tuple[FaqEntry, float]]) -> Twin | None:
    best, nearest = None, 0.0
    for other, confidence in others:
        degree = max(likeness(text, each) for each in (other.question, *other.variants))
        alike = degree >= _SAME or (confidence >= _SURE and degree >= _LIKE)
        if alike and degree > nearest:
            best, nearest = Twin(other.id, other.question), degree
    return best

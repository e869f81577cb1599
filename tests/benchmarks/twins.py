"""How often the FAQ form says "se parece a …", rightly and needlessly.

    python -m tests.benchmarks.twins

Sixty entries of the starter FAQ, drawn by a fixed seed, are taken out of the index in turn:
their own question is what somebody writes who needs a new entry, so every likeness told is
needless (though often of a true sister). Then each is there but for one wording, drawn at
random, and that wording is written as the question of a new entry: it is there already.
"""

from __future__ import annotations

import asyncio
import random
from dataclasses import replace
from typing import cast

from incluinfo_desk.assets import resource
from incluinfo_desk.domain.faq import FaqEntry
from incluinfo_desk.domain.suggestion.content import read_entries
from incluinfo_desk.domain.suggestion.engine import Ranking
from incluinfo_desk.operations.find_twins import twin_of
from incluinfo_desk.operations.suggesting import Suggesting, starter_index

SAMPLE, SEED = 60, 1


class Asked:
    """The two questions that :func:`twin_of` asks, over an index of its own."""

    def __init__(self, entries: list[FaqEntry]) -> None:
        self._index = starter_index(entries)
        self._entries = {each.id: each for each in entries}

    async def for_text(self, text: str, limit: int) -> Ranking:
        return self._index.suggest(text, limit)

    def entry(self, faq_id: str) -> FaqEntry | None:
        return self._entries.get(faq_id)


def measure() -> tuple[int, int, int]:
    """Of how many entries it was told needlessly, found rightly; and how many there were."""
    entries, _ = read_entries(resource("faq", "starter_faq.json").read_text("utf-8"))
    draw = random.Random(SEED)
    needless = found = 0
    new = FaqEntry("", "imv", "", "")
    for entry in draw.sample(list(entries), SAMPLE):
        others = [each for each in entries if each.id != entry.id]
        told = asyncio.run(twin_of(entry.question, new, cast(Suggesting, Asked(others))))
        needless += told is not None
        wording = draw.choice(entry.variants)
        rest = tuple(each for each in entry.variants if each != wording)
        known = Asked([*others, replace(entry, variants=rest)])
        told = asyncio.run(twin_of(wording, new, cast(Suggesting, known)))
        found += told is not None and told.faq_id == entry.id
    return needless, found, SAMPLE


if __name__ == "__main__":
    needless, found, asked = measure()
    print(f"sin necesidad {needless}, hallada {found}, de {asked}")  # noqa: T201

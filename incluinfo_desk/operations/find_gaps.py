"""What is missing in the FAQ: which questions have no good answer, which topics none at all."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import timedelta

from incluinfo_desk.domain.conversation import ConversationId
from incluinfo_desk.domain.faq import FaqEntry, NotOfferable
from incluinfo_desk.domain.gaps import Asked, Gap, TopicCoverage, grouped
from incluinfo_desk.operations.edit_topics import EditTopics
from incluinfo_desk.operations.ports import Clock
from incluinfo_desk.operations.suggesting import Suggesting
from incluinfo_desk.store.store import Store

DAYS = 30
"""How far back is looked: as long as citizens' words are kept by default."""
_MOST = 3_000
"""Questions grouped; they are the youngest."""
_SHOWN = 60
"""Groups shown."""
NEAR = 0.3
"""Confidence from which the nearest entry is worth naming."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A gap, and what comes nearest to filling it."""

    gap: Gap
    nearest: FaqEntry | None
    """The entry that seems to answer it and is not offered, if there is one."""
    why_not: NotOfferable | None
    """Why that entry is not for one click; None where only its words do not fit well."""


class FindGaps:
    def __init__(
        self, *, store: Store, suggesting: Suggesting, edit_topics: EditTopics, clock: Clock
    ) -> None:
        self._store = store
        self._edit_topics = edit_topics
        self._suggesting = suggesting
        self._clock = clock

    async def missing(self) -> tuple[Missing, ...]:
        """Groups of questions of the last 30 days without a good answer, most asked first.

        What another body answers is no gap of ours, and words that X has not shown for a day
        are not shown here either.
        """
        now = self._clock.now()
        asked = await self._store.gaps.unanswered(now - timedelta(days=DAYS), now, _MOST)
        heard = await self._store.heard.uncovered(now - timedelta(days=DAYS), _MOST)
        asked += tuple(Asked(ConversationId(""), h.text, h.topic, h.at) for h in heard)
        gaps = await asyncio.to_thread(grouped, asked)
        found: list[Missing] = []
        for gap in gaps:
            if len(found) == _SHOWN:
                break
            ranking = await self._suggesting.for_text(gap.example.text, 1)
            if ranking.redirect is not None:
                continue
            first = ranking.suggestions[0] if ranking.suggestions else None
            entry = None
            if first is not None and first.confidence >= NEAR:
                entry = self._suggesting.entry(first.faq_id)
            why = self._suggesting.not_offerable(entry) if entry is not None else None
            found.append(Missing(gap, entry, why))
        return tuple(found)

    async def coverage(self) -> tuple[TopicCoverage, ...]:
        """Topics by what stands for them and what was asked in the last 30 days (INC-22).

        Every topic in use has its line, in their order; questions of none stand at the end.
        """
        found = {each.topic: each for each in await self._edit_topics.counts()}
        living = [each.key for each in self._edit_topics.topics.living]
        rest = sorted(found.keys() - set(living), key=lambda key: (not key, key))
        return tuple(found.get(key) or TopicCoverage(key, {}) for key in (*living, *rest))

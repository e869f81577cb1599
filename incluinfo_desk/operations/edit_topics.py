"""The topics of the channel: kept in the profile, changed one step at a time, and the way back."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import timedelta
from functools import cache
from typing import Any

from incluinfo_desk.assets import resource
from incluinfo_desk.bus import Bus
from incluinfo_desk.domain.audit import Act
from incluinfo_desk.domain.events import TopicsChanged
from incluinfo_desk.domain.gaps import TopicCoverage, by_home
from incluinfo_desk.domain.problems import NotAllowed, Trouble
from incluinfo_desk.domain.topics import Topic, Topics
from incluinfo_desk.operations.ports import Clock
from incluinfo_desk.store.audit import Entry
from incluinfo_desk.store.store import Store

_NOTE = "faq.topics"
"""Key in the store's notes: a dozen rows, read once."""
_DAYS = 30
"""Period of the questions that are counted, as in the coverage matrix."""


@cache
def shipped_topics() -> Topics:
    """The topics of ``topics.json``. Reads a file, once."""
    content = json.loads(resource("faq", "topics.json").read_text("utf-8"))
    return Topics(
        Topic(key=row["key"], name=row["name"], body=row["body"]) for row in content["topics"]
    )


@dataclass(frozen=True, slots=True)
class Step:
    before: Topics
    after: Topics


class EditTopics:
    def __init__(self, *, store: Store, bus: Bus, clock: Clock, officer: Callable[[], str]) -> None:
        self._store, self._bus = store, bus
        self._clock, self._officer = clock, officer
        self._topics = shipped_topics()
        self._kept: Any = None
        """As the profile holds them; what is written takes the place of that and nothing else."""
        self._back: list[Step] = []

    @property
    def topics(self) -> Topics:
        """As they are now."""
        return self._topics

    @property
    def can_undo(self) -> bool:
        return bool(self._back)

    async def load(self) -> None:
        """Read what the profile holds; a topic that ships since joins it."""
        kept = await self._store.notes.get(_NOTE)
        found = Topics(Topic(**row) for row in kept) if kept else None
        self._kept = kept
        shipped = await asyncio.to_thread(shipped_topics)
        if found is not None:
            new = [each for each in shipped.all if each.key not in found]
            self._topics = Topics([*found.all, *new])
            self._bus.publish(TopicsChanged())

    async def counts(self) -> tuple[TopicCoverage, ...]:
        """Entries and the questions of 30 days by topic, those of merged ones together."""
        now = self._clock.now()
        today = now.astimezone().date()
        since = now - timedelta(days=_DAYS)
        rows = await self._store.gaps.coverage(since, today)
        heard = await self._store.heard.coverage(since)
        return by_home((*rows, *heard), self._topics.home)

    async def add(self, label: str, body: str = "") -> str:
        """A new topic; its key. Raises Trouble(TopicRefused)."""
        await self._change(self._topics.added(label, body), "added")
        return self._topics.all[-1].key

    async def rename(self, key: str, label: str, body: str) -> None:
        """Another name or body. Raises Trouble(TopicRefused)."""
        await self._change(self._topics.renamed(key, label, body), key)

    async def merge(self, key: str, into: str) -> None:
        """``key`` means ``into``; nothing that bears it is rewritten. Raises Trouble."""
        await self._change(self._topics.merged(key, into), key)

    async def part(self, key: str) -> None:
        """A merged topic is one of its own again. Raises Trouble(TopicRefused)."""
        await self._change(self._topics.parted(key), key)

    async def retire(self, key: str, *, retired: bool = True) -> None:
        """Out of use, or back into it. Raises Trouble(TopicRefused)."""
        await self._change(self._topics.retired(key, retired=retired), key)

    async def undo(self) -> bool:
        """As they were before the last change of this session; False when there is none.

        Raises Trouble(NotAllowed) when they are no longer as that change left them.
        """
        if not self._back:
            return False
        step = self._back[-1]
        if step.after != self._topics:
            raise Trouble(NotAllowed("topics", "", ""))
        await self._keep(step.before, "undo")
        self._back.pop()
        return True

    async def _change(self, topics: Topics, subject: str) -> None:
        if topics == self._topics:
            return
        before = self._topics
        await self._keep(topics, subject)
        self._back.append(Step(before, topics))

    async def _keep(self, topics: Topics, subject: str) -> None:
        was = {each.key: each for each in self._topics.all}
        told: dict[str, Any] = {
            each.key: asdict(each) for each in topics.all if was.get(each.key) != each
        }
        rows = [asdict(each) for each in topics.all]
        record = Entry(Act.TOPICS_CHANGED, self._officer(), subject, told)
        try:
            await self._store.notes.change(_NOTE, self._kept, rows, record)
        except Trouble:
            await self.load()  # another desk was here: show what it left
            raise
        self._topics, self._kept = topics, rows
        self._bus.publish(TopicsChanged())

"""The channel's topics while their window is open. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

from incluinfo_desk.domain import events
from incluinfo_desk.domain.faq_life import Standing
from incluinfo_desk.domain.gaps import TopicCoverage
from incluinfo_desk.domain.problems import Problem
from incluinfo_desk.domain.topics import Topics
from incluinfo_desk.ui.errands import Errands, Work

if TYPE_CHECKING:
    from incluinfo_desk.operations.desk import Desk


class TopicsView(Protocol):
    def show_topics(
        self, topics: Topics, counts: Mapping[str, TopicCoverage], *, can_undo: bool
    ) -> None: ...
    def show_bodies(self, bodies: tuple[str, ...]) -> None: ...
    def mark(self, key: str) -> None: ...
    def say_done(self, what: str, key: str) -> None: ...
    def say_problem(self, problem: Problem) -> None: ...


class TopicsPresenter:
    """Fills one :class:`TopicsView`; nothing runs twice at a time."""

    def __init__(self, desk: Desk, view: TopicsView) -> None:
        self._desk, self._view = desk, view
        self._errands = Errands(desk.background, view.say_problem)
        self._ends: list[Callable[[], None]] = [
            desk.bus.subscribe(each, lambda _: self.start())
            for each in (events.TopicsChanged, events.FaqChanged)
        ]

    def start(self) -> None:
        self._errands.anew("topics read", self._read)

    def end(self) -> None:
        for end in self._ends:
            end()
        self._errands.drop("topics read")

    def add(self, label: str, body: str) -> None:
        async def work() -> None:
            key = await self._desk.edit_topics.add(label, body)
            await self._told("added", key)

        self._errands.once("topics work", work)

    def rename(self, key: str, label: str, body: str) -> None:
        self._do("renamed", key, lambda: self._desk.edit_topics.rename(key, label, body))

    def merge(self, key: str, into: str) -> None:
        self._do("merged", key, lambda: self._desk.edit_topics.merge(key, into))

    def part(self, key: str) -> None:
        self._do("parted", key, lambda: self._desk.edit_topics.part(key))

    def retire(self, key: str, *, retired: bool) -> None:
        what = "retired" if retired else "revived"
        self._do(what, key, lambda: self._desk.edit_topics.retire(key, retired=retired))

    def undo(self) -> None:
        async def work() -> None:
            if await self._desk.edit_topics.undo():
                await self._told("undone", "")

        self._errands.once("topics work", work)

    # --- inside ----------------------------------------------------------------------------

    def _do(self, what: str, key: str, change: Work) -> None:
        async def work() -> None:
            await change()
            await self._told(what, key)

        self._errands.once("topics work", work)

    async def _told(self, what: str, key: str) -> None:
        await self._read()
        if key:
            self._view.mark(key)
        self._view.say_done(what, key)

    async def _read(self) -> None:
        edit = self._desk.edit_topics
        counts = {each.topic: each for each in await edit.counts()}
        self._view.show_topics(edit.topics, counts, can_undo=edit.can_undo)
        self._view.show_bodies(tuple(await self._desk.store.faq.bodies()))


def verified(count: TopicCoverage | None) -> int:
    """Entries of a topic that are verified and in date."""
    return count.standings.get(Standing.VERIFIED, 0) if count is not None else 0

"""The groups of pending mentions that ask the same, kept true while they are looked at. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from incluinfo_desk.domain.conversation import ConversationId
from incluinfo_desk.domain.events import DoubtsChanged, ProblemRaised
from incluinfo_desk.domain.grouping import Group
from incluinfo_desk.domain.problems import Problem, Trouble

if TYPE_CHECKING:
    from incluinfo_desk.operations.desk import Desk


@dataclass(frozen=True, slots=True)
class Doubt:
    """A group as it is shown."""

    group: Group
    title: str
    """The question of its entry; without one, the words of its first member."""
    prepared: str
    """The verified answer that may be approved for all; "" where there is none."""


class GroupsView(Protocol):
    def show_doubts(self, doubts: Sequence[Doubt]) -> None: ...


class GroupsPresenter:
    def __init__(self, desk: Desk, view: GroupsView) -> None:
        self._desk, self._view = desk, view
        self._end = desk.bus.subscribe(DoubtsChanged, lambda _: self.refresh())

    def end(self) -> None:
        self._end()
        self._desk.background.cancel("groups")

    def refresh(self) -> None:
        self._desk.background.start("groups", self._read(), replace=True)

    async def _read(self) -> None:
        groups = self._desk.doubts.groups()
        firsts = [each.members[0] for each in groups]
        try:
            found = await self._desk.store.conversations.many(firsts)
        except Trouble as trouble:
            self._problem(trouble.problem)
            return
        words = {each.id: " ".join(each.last_text.split()) for each in found}
        self._view.show_doubts([self._doubt(each, words) for each in groups])

    def _doubt(self, group: Group, words: dict[ConversationId, str]) -> Doubt:
        entry = self._desk.suggesting.entry(group.faq_id) if group.faq_id else None
        prepared = self._desk.doubts.prepared(group)
        return Doubt(
            group,
            entry.question if entry is not None else words.get(group.members[0], ""),
            prepared.rendered() if prepared is not None else "",
        )

    def _problem(self, problem: Problem) -> None:
        self._desk.bus.publish(ProblemRaised(problem))

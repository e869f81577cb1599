"""What is proposed as an incident just now, with its evidence. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from incluinfo_desk.domain.conversation import Conversation
from incluinfo_desk.domain.events import SurgesChanged
from incluinfo_desk.domain.incident import ComponentState
from incluinfo_desk.domain.problems import Problem
from incluinfo_desk.domain.surge import Subject, slow
from incluinfo_desk.ui.errands import Errands

if TYPE_CHECKING:
    from incluinfo_desk.operations.desk import Desk


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposal as it is shown."""

    subject: Subject
    name: str
    """What the mentions are about: a service, or a question of the FAQ."""
    since: datetime
    usual: float
    """Mentions that ten minutes of this hour usually bring."""
    evidence: tuple[Conversation, ...]
    """The mentions, the oldest first; never empty."""

    @property
    def impact(self) -> ComponentState:
        """What the form begins with; a full outage is for a person to say."""
        if slow([each.last_text for each in self.evidence]):
            return ComponentState.DEGRADED
        return ComponentState.PARTIAL_OUTAGE


class SurgeView(Protocol):
    def show_proposed(self, proposed: Proposed | None) -> None: ...
    def say_problem(self, problem: Problem) -> None: ...


class SurgePresenter:
    def __init__(self, desk: Desk, view: SurgeView) -> None:
        self._desk, self._view = desk, view
        self._errands = Errands(desk.background, view.say_problem)
        self._end: Callable[[], None] = desk.bus.subscribe(SurgesChanged, lambda _: self.refresh())

    def start(self) -> None:
        self.refresh()

    def end(self) -> None:
        self._end()
        self._errands.drop("surge read")

    def refresh(self) -> None:
        self._errands.anew("surge read", self._read)

    def dismiss(self, subject: Subject) -> None:
        self._errands.also("surge dismiss", lambda: self._dismiss(subject))

    async def _read(self) -> None:
        # Beside the store, which the list does not wait for.
        from incluinfo_desk.operations.watch_surges import began

        surge = next(iter(self._desk.surges.current()), None)
        if surge is None:
            self._view.show_proposed(None)
            return
        evidence = await self._desk.surges.evidence(surge)
        name = await self._name(surge.subject)
        # Its posts may have been taken back since: without evidence nothing is proposed.
        proposed = Proposed(surge.subject, name, began(surge), surge.usual, evidence)
        self._view.show_proposed(proposed if evidence else None)

    async def _name(self, subject: Subject) -> str:
        if subject.kind == "component":
            known = {each.id: each.name for each in await self._desk.broadcasting.components()}
            return known.get(subject.id, subject.id)
        entry = self._desk.suggesting.entry(subject.id)
        return entry.question if entry is not None else subject.id

    async def _dismiss(self, subject: Subject) -> None:
        await self._desk.surges.dismiss(subject)

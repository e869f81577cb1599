"""The open incident that the conversation asks about: its word, why, and the tie by hand. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from incluinfo_desk.domain.conversation import WAITING, ConversationId
from incluinfo_desk.domain.events import ConversationsChanged, IncidentsChanged
from incluinfo_desk.domain.incident import Incident
from incluinfo_desk.domain.problems import Problem
from incluinfo_desk.ui.errands import Errands

if TYPE_CHECKING:
    from incluinfo_desk.operations.desk import Desk


@dataclass(frozen=True, slots=True)
class Line:
    """What stands first among the suggestions of who asks about an open incident."""

    title: str
    text: str
    """The answer for this person."""
    word: str | None
    """The word of theirs by which it was linked; None: by its likeliest entry, or by hand."""


class LineView(Protocol):
    def show_line(self, line: Line | None) -> None: ...
    def say_tied(self, title: str | None) -> None:
        """``title``: of the incident it was tied to; None when it was set free."""
        ...

    def say_no_incident(self) -> None: ...
    def say_problem(self, problem: Problem) -> None: ...


class LinePresenter:
    def __init__(self, desk: Desk, view: LineView) -> None:
        self._desk, self._view = desk, view
        self._errands = Errands(desk.background, view.say_problem)
        self._id: ConversationId | None = None
        bus = desk.bus
        self._ends: list[Callable[[], None]] = [
            bus.subscribe(IncidentsChanged, lambda _: self._refresh()),
            bus.subscribe(ConversationsChanged, self._changed),
        ]

    def end(self) -> None:
        for end in self._ends:
            end()
        self._errands.drop("waiting line")

    def open(self, id: ConversationId | None) -> None:
        self._id = id
        self._view.show_line(None)
        self._refresh()

    def toggle(self) -> None:
        """Tie the conversation to the open incident, or set it free."""
        id = self._id
        if id is not None:
            self._errands.once("tie", lambda: self._toggle(id))

    def _changed(self, event: ConversationsChanged) -> None:
        if self._id in event.conversations:
            self._refresh()

    def _refresh(self) -> None:
        id = self._id
        if id is not None:
            self._errands.anew("waiting line", lambda: self._read(id))

    async def _read(self, id: ConversationId) -> None:
        of = await self._desk.store.conversations.get(id)
        incident = await self._open(of.hint.incident_id if of is not None else None)
        line = None
        if of is not None and incident is not None and of.state in WAITING:
            line = Line(
                incident.title,
                await self._desk.broadcasting.reply_for(incident, of),
                self._desk.suggesting.why_incident(of.last_text, incident),
            )
        if id == self._id:
            self._view.show_line(line)

    async def _open(self, incident_id: str | None) -> Incident | None:
        incident = await self._desk.store.incidents.get(incident_id) if incident_id else None
        return incident if incident is not None and incident.open else None

    async def _toggle(self, id: ConversationId) -> None:
        of = await self._desk.store.conversations.get(id)
        if of is None:
            return
        if await self._open(of.hint.incident_id) is not None:
            await self._desk.broadcasting.tie([id], None)
            self._view.say_tied(None)
            return
        newest = next(iter(await self._desk.store.incidents.all(open_only=True)), None)
        if newest is None:
            self._view.say_no_incident()
            return
        await self._desk.broadcasting.tie([id], newest.id)
        self._view.say_tied(newest.title)

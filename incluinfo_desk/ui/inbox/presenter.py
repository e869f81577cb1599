"""What the list shows and when: pages from the store, news held back, counts. No Qt."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from incluinfo_desk.domain import events
from incluinfo_desk.domain.conversation import Conversation, ConversationId, State
from incluinfo_desk.domain.incident import Incident
from incluinfo_desk.domain.problems import Problem, Trouble

if TYPE_CHECKING:
    from incluinfo_desk.operations.desk import Desk
    from incluinfo_desk.store.conversations import Cursor, Filter

PAGE = 60
"""Rows of one page: more than a screen, little enough for one frame."""
_TYPING = 0.2
"""Seconds after the last key before the search runs."""
_BURST = 0.25
"""Seconds in which arrivals are gathered before the list looks again."""


class Pile(StrEnum):
    """The pills above the list."""

    NEW = "new"
    MINE = "mine"
    IN_CONSULTATION = "in_consultation"
    ANSWERED = "answered"
    CLOSED = "closed"
    ALL = "all"


_STATES = {
    Pile.NEW: frozenset({State.NEW}),
    Pile.MINE: frozenset({State.TAKEN, State.IN_CONSULTATION}),
    Pile.IN_CONSULTATION: frozenset({State.IN_CONSULTATION}),
    Pile.ANSWERED: frozenset({State.ANSWERED}),
    Pile.CLOSED: frozenset({State.CLOSED}),
    Pile.ALL: frozenset(State),
}


@dataclass(frozen=True, slots=True)
class OpenIncident:
    incident: Incident
    name: str
    """What is broken, as citizens know it."""


class InboxView(Protocol):
    def show_loading(self) -> None: ...
    def show_rows(
        self,
        rows: Sequence[Conversation],
        more: bool,
        *,
        keep: ConversationId | None,
    ) -> None: ...
    def append_rows(self, rows: Sequence[Conversation], more: bool) -> None: ...
    def change_rows(self, rows: Sequence[Conversation]) -> None: ...
    def drop_rows(self, ids: Sequence[ConversationId]) -> None: ...
    def show_counts(self, counts: dict[Pile, int]) -> None: ...
    def show_news(self, count: int) -> None: ...
    def show_incidents(self, incidents: Sequence[OpenIncident]) -> None: ...
    def show_link(self, link: events.Link, problem: Problem | None) -> None: ...
    def show_failure(self, problem: Problem) -> None: ...


class InboxPresenter:
    """Fills one :class:`InboxView` from the desk."""

    def __init__(self, desk: Desk, view: InboxView) -> None:
        self._desk, self._view = desk, view
        self.pile = Pile.NEW
        self.search_text = ""
        self.only_questions = False
        self._next: Cursor | None = None
        self._shown: dict[ConversationId, None] = {}
        self._selected: ConversationId | None = None
        self._gone: set[ConversationId] = set()
        """Rows that no longer belong here but are being read."""
        self._news: dict[ConversationId, None] = {}
        self._touched: dict[ConversationId, None] = {}
        self._stale = asyncio.Event()
        self._incidents_stale = True
        self._incidents_open = False
        """Then whoever writes or is answered changes how many wait for it."""
        self._loaded = False
        bus = desk.bus
        self._ends: list[Callable[[], None]] = [
            bus.subscribe(events.PostsArrived, lambda e: self._touch(e.conversations)),
            bus.subscribe(events.ConversationsChanged, lambda e: self._touch(e.conversations)),
            bus.subscribe(events.OutgoingChanged, self._on_outgoing),
            bus.subscribe(events.IncidentsChanged, lambda _: self._on_incidents()),
            bus.subscribe(events.LinkChanged, lambda e: view.show_link(e.link, e.problem)),
            bus.subscribe(events.SettingsChanged, lambda _: self._touch(())),
        ]

    def start(self) -> None:
        self._view.show_loading()
        self._load()
        self._desk.background.start("inbox follow", self._follow())
        self._stale.set()

    def end(self) -> None:
        for end in self._ends:
            end()
        for name in ("inbox page", "inbox follow"):
            self._desk.background.cancel(name)

    # --- what the person does ------------------------------------------------------------

    def choose(self, pile: Pile) -> None:
        if pile is not self.pile:
            self.pile = pile
            self._load()

    def search(self, text: str) -> None:
        if text.strip() != self.search_text:
            self.search_text = text.strip()
            self._load(after=_TYPING)

    def set_only_questions(self, on: bool) -> None:
        if on != self.only_questions:
            self.only_questions = on
            self._load()

    def more(self) -> None:
        """The view reached the end of what it has."""
        # The view asks once per page; what it asks while a task is ending must not be lost.
        if self._next is not None:
            self._desk.background.start("inbox page", self._append())

    def show_news(self) -> None:
        """Bring what waits behind the line into the list."""
        self._load()

    def select(self, id: ConversationId | None) -> None:
        """The person reads ``id`` now; what was only kept for reading leaves the list."""
        self._selected = id
        leaving = [each for each in self._gone if each != id]
        if leaving:
            self._gone.difference_update(leaving)
            self._drop(leaving)

    # --- reading the store ---------------------------------------------------------------

    def _filter(self) -> Filter:
        from incluinfo_desk.store.conversations import Filter

        return Filter(
            states=_STATES[self.pile],
            holder=self._officer if self.pile is Pile.MINE else None,
            only_questions=self.only_questions,
            text=self.search_text or None,
        )

    @property
    def _officer(self) -> str:
        return str(self._desk.settings.officer_initials)

    def _belongs(self, row: Conversation) -> bool:
        return (
            row.state in _STATES[self.pile]
            and (self.pile is not Pile.MINE or row.holder == self._officer)
            and (not self.only_questions or row.is_question)
        )

    def _load(self, after: float = 0) -> None:
        self._next = None  # nothing follows a page that is being replaced
        self._desk.background.start("inbox page", self._first(after), replace=True)

    async def _first(self, after: float) -> None:
        await asyncio.sleep(after)
        self._news.clear()
        try:
            page = await self._desk.store.conversations.page(self._filter(), None, PAGE)
        except Trouble as trouble:
            self._view.show_failure(trouble.problem)
            return
        self._next, self._loaded = page.next, True
        self._gone.clear()
        self._shown = {row.id: None for row in page.rows}
        self._view.show_news(0)
        self._view.show_rows(page.rows, page.next is not None, keep=self._selected)

    async def _append(self) -> None:
        try:
            page = await self._desk.store.conversations.page(self._filter(), self._next, PAGE)
        except Trouble as trouble:
            self._view.show_failure(trouble.problem)
            return
        self._next = page.next
        self._shown.update((row.id, None) for row in page.rows)
        self._view.append_rows(page.rows, page.next is not None)

    # --- following events ------------------------------------------------------------------

    def _touch(self, ids: Sequence[ConversationId]) -> None:
        self._touched.update((id, None) for id in ids)
        self._incidents_stale |= self._incidents_open and bool(ids)
        self._stale.set()

    def _on_outgoing(self, event: events.OutgoingChanged) -> None:
        if event.conversation is not None:
            self._touch((event.conversation,))

    def _on_incidents(self) -> None:
        self._incidents_stale = True
        self._stale.set()

    async def _follow(self) -> None:
        while True:
            await self._stale.wait()
            self._stale.clear()
            ids, self._touched = tuple(self._touched), {}
            try:
                if self._incidents_stale:
                    await self._read_incidents()
                await self._read_touched(ids)
                await self._read_counts()
            except Trouble as trouble:
                self._view.show_failure(trouble.problem)
            await asyncio.sleep(_BURST)

    async def _read_touched(self, ids: Sequence[ConversationId]) -> None:
        if not ids or not self._loaded:
            return
        rows = await self._desk.store.conversations.many(ids)
        # What was purged or forgotten leaves at once, read or not.
        erased = set(ids) - {row.id for row in rows}
        for id in erased:
            self._news.pop(id, None)
            self._gone.discard(id)
        stay, leave = [], [id for id in ids if id in erased and id in self._shown]
        for row in rows:
            fits = self._belongs(row)
            if row.id in self._shown:
                if fits or row.id == self._selected:
                    stay.append(row)
                    (self._gone.discard if fits else self._gone.add)(row.id)
                else:
                    leave.append(row.id)
            elif fits and not self.search_text:
                self._news[row.id] = None
            elif not fits:
                self._news.pop(row.id, None)
        self._view.change_rows(stay)
        self._drop(leave)
        if self._news and not self._shown:
            self._load()
        else:
            self._view.show_news(len(self._news))

    def _drop(self, ids: Sequence[ConversationId]) -> None:
        for id in ids:
            self._shown.pop(id, None)
        if ids:
            self._view.drop_rows(ids)

    async def _read_counts(self) -> None:
        by_state = await self._desk.store.conversations.counts()
        mine = await self._desk.store.conversations.mine(self._officer) if self._officer else 0
        counts = {
            pile: sum(by_state.get(state, 0) for state in states)
            for pile, states in _STATES.items()
        }
        self._view.show_counts({**counts, Pile.MINE: mine})

    async def _read_incidents(self) -> None:
        self._incidents_stale = False
        store = self._desk.store.incidents
        names = {component.id: component.name for component in await store.components()}
        found = [
            OpenIncident(
                incident,
                ", ".join(names.get(id, id) for id in incident.components) or incident.title,
            )
            for incident in await store.all(open_only=True)
        ]
        self._incidents_open = bool(found)
        self._view.show_incidents(found)

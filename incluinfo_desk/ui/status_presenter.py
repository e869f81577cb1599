"""What the status strip and the rail say, gathered from the desk's events. No Qt."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol

from incluinfo_desk.domain import events
from incluinfo_desk.domain.conversation import State
from incluinfo_desk.domain.outgoing import Outgoing, OutgoingState
from incluinfo_desk.domain.problems import Problem, Trouble

if TYPE_CHECKING:
    from incluinfo_desk.operations.desk import Desk

_DOUBT = frozenset(
    {OutgoingState.SENDING, OutgoingState.UNKNOWN, OutgoingState.UNCONFIRMED},
)
_BEAT = 1.0
"""Seconds between two counts of the countdowns."""


@dataclass(frozen=True, slots=True)
class Status:
    link: events.Link
    handle: str | None
    problem: Problem | None
    next_poll_at: datetime | None
    queued: int
    doubtful: int
    """Of those, how many may be public or not."""
    next_in: float | None
    """Seconds until the first answer leaves; None when it is leaving or there is none."""
    undoable: str | None
    """Id of the answer that an undo would take back."""
    month: datetime
    spent: Decimal
    budget: Decimal | None


class StatusView(Protocol):
    def show_status(self, status: Status, now: datetime) -> None: ...
    def show_new(self, count: int) -> None: ...
    def show_open_incidents(self, count: int) -> None: ...
    def say_problem(self, problem: Problem) -> None: ...
    def say_undone(self) -> None: ...


class StatusPresenter:
    """Keeps one :class:`Status` and shows it again every second and on every change."""

    def __init__(self, desk: Desk, view: StatusView) -> None:
        self._desk, self._view = desk, view
        self._link = events.LinkChanged(events.Link.CONNECTING)
        self._queue: tuple[Outgoing, ...] = ()
        self._spent = Decimal(0)
        self._ends: list[Callable[[], None]] = []
        bus = desk.bus
        self._ends = [
            bus.subscribe(events.LinkChanged, self._on_link),
            bus.subscribe(events.OutgoingChanged, lambda _: self._refresh()),
            bus.subscribe(events.PostsArrived, lambda _: self._refresh()),
            bus.subscribe(events.ConversationsChanged, lambda _: self._refresh()),
            bus.subscribe(events.IncidentsChanged, lambda _: self._refresh()),
            bus.subscribe(events.ProblemRaised, lambda event: view.say_problem(event.problem)),
        ]
        self._stale = asyncio.Event()
        self._stale.set()
        desk.background.start("status", self._run())
        desk.background.start("status countdown", self._count())

    def undo_last(self) -> None:
        """Take back the answer queued last, if its hold has not ended."""
        found = self._undoable()
        if found is not None:
            self._desk.background.start("undo", self._undo(found.id))

    def _on_link(self, event: events.LinkChanged) -> None:
        self._link = event
        self._show()

    def _refresh(self) -> None:
        self._stale.set()

    async def _run(self) -> None:
        """One reading of the store per burst of events, never two at a time."""
        while True:
            await self._stale.wait()
            self._stale.clear()
            try:
                await self._read()
            except Trouble as trouble:
                self._view.say_problem(trouble.problem)
            await asyncio.sleep(0.1)

    async def _read(self) -> None:
        store, now = self._desk.store, self._desk.clock.now()
        self._queue = await store.outbox.open_items()
        counts = await store.conversations.counts()
        month = now.astimezone().replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        self._spent = await store.ledger.spent(month)
        incidents = await store.incidents.all(open_only=True)
        self._view.show_new(counts.get(State.NEW, 0))
        self._view.show_open_incidents(len(incidents))
        self._show()

    async def _count(self) -> None:
        while True:
            self._show()
            await asyncio.sleep(_BEAT)

    async def _undo(self, outgoing_id: str) -> None:
        try:
            await self._desk.answering.undo(outgoing_id)
        except Trouble as trouble:
            self._view.say_problem(trouble.problem)
        else:
            self._view.say_undone()

    def _undoable(self) -> Outgoing | None:
        now = self._desk.clock.now()
        held = [
            each
            for each in self._queue
            if each.state is OutgoingState.QUEUED and each.not_before > now and not each.attempts
        ]
        return max(held, key=lambda each: each.created_at, default=None)

    def _show(self) -> None:
        now = self._desk.clock.now()
        waiting = [each for each in self._queue if each.state is OutgoingState.QUEUED]
        first = min((each.not_before for each in waiting), default=None)
        undoable = self._undoable()
        budget = self._desk.settings.budget_monthly_usd
        account = self._link.account
        self._view.show_status(
            Status(
                link=self._link.link,
                handle=account.handle if account is not None else None,
                problem=self._link.problem,
                next_poll_at=self._link.next_poll_at,
                queued=len(self._queue),
                doubtful=sum(each.state in _DOUBT for each in self._queue),
                next_in=(first - now).total_seconds() if first is not None else None,
                undoable=undoable.id if undoable is not None else None,
                month=now,
                spent=self._spent,
                budget=Decimal(str(budget)) if budget is not None else None,
            ),
            now,
        )

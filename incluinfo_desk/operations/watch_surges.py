"""Watches what mentions are about, and proposes an incident when too many are about one thing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from incluinfo_desk.bus import Bus
from incluinfo_desk.domain.conversation import Conversation, ConversationId, State
from incluinfo_desk.domain.events import (
    IncidentsChanged,
    PostsArrived,
    ProblemRaised,
    SurgesChanged,
)
from incluinfo_desk.domain.incident import IncidentState
from incluinfo_desk.domain.problems import Trouble
from incluinfo_desk.domain.spanish_time import madrid
from incluinfo_desk.domain.surge import DISMISSED_FOR, Past, Sign, Subject, Surge, SurgeMeter
from incluinfo_desk.operations.offers import Reading
from incluinfo_desk.operations.pacing import Alarm, report_bug
from incluinfo_desk.operations.ports import Clock
from incluinfo_desk.operations.suggesting import Suggesting
from incluinfo_desk.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterable

_AT_ONCE = 50
"""Mentions read in one go of the worker thread."""
_AGAIN = timedelta(hours=1)
"""How far back mentions are read again at the start."""
_LOOK = 60.0
"""Seconds between two looks without news: old surges fade."""
_PAST, _DISMISSED = "surge.past", "surge.dismissed"
DOUBT_FROM = 0.5
"""Confidence from which a mention counts as one of the same doubt."""


class Surges:
    """What is unusual now; nothing here opens an incident."""

    def __init__(self, *, store: Store, suggesting: Suggesting, bus: Bus, clock: Clock) -> None:
        self._store, self._suggesting = store, suggesting
        self._bus, self._clock = bus, clock
        self._meter = SurgeMeter()
        self._dismissed: dict[Subject, datetime] = {}
        self._open: frozenset[Subject] = frozenset()
        self._fresh: dict[ConversationId, None] = {}
        self._noted: set[str] = set()
        """Posts counted already: a conversation is told of again when it changes."""
        self._told: tuple[Surge, ...] = ()
        self._alarm = Alarm()

    # --- asked by the window --------------------------------------------------------------

    def current(self) -> tuple[Surge, ...]:
        """What is proposed, the one with most mentions first."""
        now = self._clock.now()
        known = {subject for subject, until in self._dismissed.items() if until > now}
        return self._meter.surges(known | self._open)

    async def evidence(self, surge: Surge) -> tuple[Conversation, ...]:
        """The conversations it rests on, the oldest mention first."""
        found = {
            each.id: each for each in await self._store.conversations.many(surge.conversations)
        }
        return tuple(found[id] for id in surge.conversations if id in found)

    async def dismiss(self, subject: Subject) -> None:
        """Propose nothing on it for :data:`~.surge.DISMISSED_FOR`, also after a restart."""
        self._dismissed[subject] = self._clock.now() + DISMISSED_FOR
        await self._store.notes.set(
            _DISMISSED,
            {f"{s.kind}:{s.id}": until.isoformat() for s, until in self._dismissed.items()},
        )
        self._tell()

    # --- running --------------------------------------------------------------------------

    async def load(self) -> None:
        """What was usual, what was dismissed, and the mentions of the last hour once more."""
        self._meter = SurgeMeter(Past.of_data(await self._store.notes.get(_PAST) or {}))
        for name, until in (await self._store.notes.get(_DISMISSED) or {}).items():
            kind, _, id = name.partition(":")
            self._dismissed[Subject(kind, id)] = datetime.fromisoformat(until)
        await self._follow_incidents()
        since, after = self._clock.now() - _AGAIN, None
        recent: list[Conversation] = []
        from incluinfo_desk.store.conversations import Filter

        while True:
            page = await self._store.conversations.page(
                Filter(states=frozenset(State)), after, _AT_ONCE
            )
            recent += [row for row in page.rows if row.last_at >= since]
            if page.next is None or page.rows[-1].last_at < since:
                break
            after = page.next
        await self.take(recent)

    async def run(self) -> None:
        """Follow what arrives until cancelled."""
        ends = [
            self._bus.subscribe(PostsArrived, self._arrived),
            self._bus.subscribe(IncidentsChanged, lambda _: self._alarm.ring()),
        ]
        try:
            await self._safely(self.load)
            while True:
                await self._safely(self.look)
                await self._alarm.wait(self._clock, _LOOK)
        finally:
            for end in ends:
                end()

    async def look(self) -> None:
        """Take in what arrived since the last look."""
        ids, self._fresh = tuple(self._fresh), {}
        await self._follow_incidents()
        for start in range(0, len(ids), _AT_ONCE):
            await self.take(await self._store.conversations.many(ids[start : start + _AT_ONCE]))
        if self._meter.pass_to(madrid(self._clock.now())):
            await self._store.notes.set(_PAST, self._meter.past.as_data())
        self._tell()

    async def take(self, rows: Sequence[Conversation]) -> None:
        """Count these mentions, the oldest first; each post once."""
        fresh = [row for row in rows if row.last_post_id not in self._noted]
        fresh.sort(key=lambda row: (row.last_at, row.id))
        readings = await self._suggesting.read([row.last_text for row in fresh])
        for row, reading in zip(fresh, readings, strict=True):
            self._noted.add(row.last_post_id)
            for subject in subjects(reading):
                at = madrid(row.last_at)
                self._meter.note(Sign(row.id, row.citizen.id, at, subject))
        self._tell()

    def _arrived(self, event: PostsArrived) -> None:
        self._fresh.update((id, None) for id in event.conversations)
        self._alarm.ring()

    async def _follow_incidents(self) -> None:
        incidents = await self._store.incidents.all(open_only=True)
        # Work announced for another day explains no failure of today.
        going_on = [each for each in incidents if each.state is not IncidentState.SCHEDULED]
        self._open = frozenset(Subject("component", c) for i in going_on for c in i.components)

    def _tell(self) -> None:
        now = self.current()
        if now != self._told:
            self._told = now
            self._bus.publish(SurgesChanged())

    async def _safely(self, work: object) -> None:
        try:
            await work()  # type: ignore[operator]
        except Trouble as trouble:
            self._bus.publish(ProblemRaised(trouble.problem))
        except Exception as error:
            report_bug(error, "surges")


def subjects(reading: Reading) -> Iterable[Subject]:
    """What a mention counts for: the components it is about, else its doubt."""
    if reading.components:
        return [Subject("component", id) for id in reading.components]
    if reading.faq_id is not None and reading.confidence >= DOUBT_FROM:
        return [Subject("doubt", reading.faq_id)]
    return []


def began(surge: Surge) -> datetime:
    """When it began, in UTC."""
    return surge.since.astimezone(UTC)

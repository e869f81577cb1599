"""What the clock does to incidents: planned steps, and promises that were not kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from incluinfo_desk.domain.events import IncidentNeedsWord, WordNeeded
from incluinfo_desk.domain.incident import Update, due_step
from incluinfo_desk.store.store import Store

CLOCKWORK = "reloj"
"""Author of the steps that a planned maintenance takes by the clock."""


class IncidentClock:
    """Nothing here publishes: a step changes the state, and the words are an officer's."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rung: set[tuple[str, datetime]] = set()
        """Broken promises already told."""

    async def tick(self, now: datetime) -> list[IncidentNeedsWord]:
        """Take every step that is due, in order, and name those that need a word now.

        After a long sleep or a clock put forward each step is taken once; a clock set back
        takes none, and what was taken stays: the record must not run backwards.
        """
        told: list[IncidentNeedsWord] = []
        for incident in await self._store.incidents.all(open_only=True):
            moved = incident
            while (step := due_step(moved, now)) is not None:
                moved = replace(moved, state=step)
                update = Update(
                    id=uuid4().hex,
                    incident_id=moved.id,
                    state=step,
                    text="",
                    at=now,
                    author=CLOCKWORK,
                )
                await self._store.incidents.add_update(moved, update)
            if moved is not incident:
                told.append(IncidentNeedsWord(moved.id, moved.title, WordNeeded.STEP))
            if moved.is_overdue(now) and moved.next_update_at is not None:
                promise = (moved.id, moved.next_update_at)
                if promise not in self._rung:
                    self._rung.add(promise)
                    told.append(IncidentNeedsWord(moved.id, moved.title, WordNeeded.PROMISE))
        return told

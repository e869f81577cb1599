"""Components, incidents and what we said about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Text, cast, func, insert, select, update
from sqlalchemy.orm import Session

from incluinfo_desk.domain.approval import Decision
from incluinfo_desk.domain.audit import Act
from incluinfo_desk.domain.closing import Asker
from incluinfo_desk.domain.conversation import WAITING, ConversationId
from incluinfo_desk.domain.incident import (
    MOVES,
    OVER,
    Component,
    ComponentState,
    Incident,
    IncidentState,
    StateChange,
    Update,
)
from incluinfo_desk.domain.outgoing import Outgoing
from incluinfo_desk.domain.post import PostId
from incluinfo_desk.domain.problems import NotAllowed, Trouble
from incluinfo_desk.store.approvals import approved
from incluinfo_desk.store.arrivals import chunks
from incluinfo_desk.store.askers import read_askers
from incluinfo_desk.store.audit import Entry, append
from incluinfo_desk.store.components import (
    add_components,
    change_component,
    feel_incidents,
    read_components,
    read_history,
    save_components,
)
from incluinfo_desk.store.database import Database
from incluinfo_desk.store.exact import Clock
from incluinfo_desk.store.outbox import enqueue
from incluinfo_desk.store.tables import conversations, incident_updates, incidents

_I = incidents.c


class Incidents:
    def __init__(self, database: Database, now: Clock) -> None:
        self._database = database
        self._now = now

    async def components(self) -> tuple[Component, ...]:
        """In the order they were saved in."""
        return await self._database.read(read_components)

    async def save_components(self, items: Sequence[Component]) -> None:
        """Store ``items`` in this order; known ones are replaced, others stay behind them.

        The state is the incidents' to change: of a known one it stays as it is.
        """
        await self._database.write(lambda session: save_components(session, items))

    async def add_components(self, items: Sequence[Component]) -> int:
        """Store those that are not known yet, behind the others; how many."""
        return await self._database.write(lambda session: add_components(session, items))

    async def change_component(self, item: Component) -> None:
        """Replace the data of one at its place; one that is new stands last."""
        await self._database.write(lambda session: change_component(session, item))

    async def change_components(self, items: Sequence[Component]) -> None:
        """As :meth:`change_component`, all or nothing."""

        def work(session: Session) -> None:
            for item in items:
                change_component(session, item)

        await self._database.write(work)

    async def history(self, component_id: str, limit: int = 50) -> tuple[StateChange, ...]:
        """The states it has been in, the youngest first."""
        return await self._database.read(lambda session: read_history(session, component_id, limit))

    async def touching(self, component_id: str, limit: int = 50) -> tuple[Incident, ...]:
        """The incidents that touched it, the youngest first."""
        # The ids stand in a JSON list, quoted: no other id can hold a quote.
        held = cast(_I.components, Text).contains(f'"{component_id}"', autoescape=True)
        statement = (
            select(incidents).where(held).order_by(_I.started_at.desc(), _I.id.desc()).limit(limit)
        )
        return await self._database.read(lambda session: _read(session, statement))

    async def all(self, open_only: bool = False) -> tuple[Incident, ...]:
        """The youngest first."""
        statement = select(incidents).order_by(_I.started_at.desc(), _I.id.desc())
        if open_only:
            statement = statement.where(_I.state.not_in(sorted(OVER)))
        return await self._database.read(lambda session: _read(session, statement))

    async def get(self, id: str) -> Incident | None:
        statement = select(incidents).where(_I.id == id)
        found = await self._database.read(lambda session: _read(session, statement))
        return found[0] if found else None

    async def add(
        self,
        incident: Incident,
        update: Update,
        outgoing: Sequence[Outgoing] = (),
        decision: Decision | None = None,
    ) -> None:
        """Open an incident: its first word, its components' state and its posts, all at once.

        ``decision`` is the second person's yes that it rests on, spent with it. Raises
        Trouble(AlreadyQueued | NotAllowed | SecondPerson); NotAllowed when the id is taken.
        """

        def work(session: Session) -> None:
            if decision is not None:
                approved(session, self._now(), decision)
            stored = session.scalar(select(_I.state).where(_I.id == incident.id))
            if stored is not None:
                raise Trouble(NotAllowed("incident", stored, incident.state))
            session.execute(insert(incidents).values(id=incident.id, **_values(incident)))
            _say(session, self._now(), incident, update, outgoing)

        await self._database.write(work)

    async def add_update(
        self,
        incident: Incident,
        update: Update,
        outgoing: Sequence[Outgoing] = (),
        decision: Decision | None = None,
    ) -> None:
        """The next word on an incident, in the same way.

        Raises Trouble(NotAllowed) when the stored state has no such move, AlreadyQueued,
        SecondPerson.
        """

        def work(session: Session) -> None:
            if decision is not None:
                approved(session, self._now(), decision)
            stored = session.scalar(select(_I.state).where(_I.id == incident.id))
            moves = MOVES[IncidentState(stored)] if stored else frozenset()
            if stored is None or (stored != incident.state and incident.state not in moves):
                raise Trouble(NotAllowed("incident", stored or "", incident.state))
            _change(session, incident)
            _say(session, self._now(), incident, update, outgoing)

        await self._database.write(work)

    async def take_back(self, update_id: str, deletions: Sequence[Outgoing], reason: str) -> None:
        """Queue the deletion of a word of ours and note why, all at once; the words stay.

        The first of ``deletions`` stands for all. Raises Trouble(AlreadyQueued).
        """

        def work(session: Session) -> None:
            enqueue(session, deletions)
            session.execute(
                update(incident_updates)
                .where(incident_updates.c.id == update_id)
                .values(deletion_id=deletions[0].id, deletion_reason=reason),
            )
            told = {"update": update_id, "posts": [str(each.target_id) for each in deletions]}
            author = deletions[0].author
            append(session, self._now(), Entry(Act.TAKEN_BACK, author, update_id, told))

        await self._database.write(work)

    async def tie(
        self,
        conversation_ids: Sequence[ConversationId],
        incident_id: str | None,
    ) -> None:
        """These ask about the incident, or None about none, whatever the engine thinks."""

        def work(session: Session) -> None:
            for part in chunks(conversation_ids):
                session.execute(
                    update(conversations)
                    .where(conversations.c.id.in_(part))
                    .values(hint_incident_id=incident_id, tied=True),
                )

        await self._database.write(work)

    async def askers(self, incident_id: str, since: datetime) -> tuple[Asker, ...]:
        """Everyone who asked about it, and what became of each from ``since`` on."""
        return await self._database.read(lambda session: read_askers(session, incident_id, since))

    async def waiting(self, incident_id: str) -> tuple[ConversationId, ...]:
        """Conversations that wait for it, tied or hinted, the longest waiting first."""
        c = conversations.c
        statement = (
            select(c.id)
            .where(c.hint_incident_id == incident_id, c.state.in_(sorted(WAITING)))
            .order_by(c.waiting_since, c.id)
        )
        return await self._database.read(
            lambda session: tuple(ConversationId(id) for id in session.scalars(statement)),
        )


def _values(incident: Incident) -> dict[str, Any]:
    return {
        "title": incident.title,
        "components": list(incident.components),
        "impact": incident.impact.value,
        "state": incident.state.value,
        "started_at": incident.started_at,
        "next_update_at": incident.next_update_at,
        "ends_at": incident.ends_at,
    }


def _change(session: Session, incident: Incident) -> None:
    session.execute(update(incidents).where(_I.id == incident.id).values(_values(incident)))


def _say(
    session: Session,
    now: datetime,
    incident: Incident,
    said: Update,
    outgoing: Sequence[Outgoing],
) -> None:
    enqueue(session, outgoing)
    session.execute(
        insert(incident_updates).values(
            id=said.id,
            incident_id=incident.id,
            state=said.state.value,
            text=said.text,
            at=said.at,
            author=said.author,
            outgoing_id=said.outgoing_id,
            post_id=said.post_id,
            corrects=said.corrects,
            deletion_id=said.deletion_id,
            deletion_reason=said.deletion_reason,
        ),
    )
    feel_incidents(session, now, incident.components, incident.id)
    told = {"update": said.id, "state": said.state.value, "posts": [i.id for i in outgoing]}
    append(session, now, Entry(Act.INCIDENT_PUBLISHED, said.author, incident.id, told))


def _read(session: Session, statement: Any) -> tuple[Incident, ...]:
    rows = session.execute(statement).mappings().all()
    ids = [row["id"] for row in rows]
    said = defaultdict(list)
    for part in chunks(ids):
        found = (
            select(incident_updates)
            .where(incident_updates.c.incident_id.in_(part))
            .order_by(incident_updates.c.number)
        )
        for row in session.execute(found).mappings():
            said[row["incident_id"]].append(_update_of(row))
    waiting = _waiting(session, ids)
    return tuple(
        Incident(
            id=row["id"],
            title=row["title"],
            components=tuple(row["components"]),
            impact=ComponentState(row["impact"]),
            state=IncidentState(row["state"]),
            started_at=row["started_at"],
            next_update_at=row["next_update_at"],
            ends_at=row["ends_at"],
            updates=tuple(said[row["id"]]),
            waiting=waiting.get(row["id"], 0),
        )
        for row in rows
    )


def _waiting(session: Session, ids: Sequence[str]) -> dict[str, int]:
    c = conversations.c
    counted: dict[str, int] = {}
    for part in chunks(ids):
        rows = session.execute(
            select(c.hint_incident_id, func.count())
            .where(c.hint_incident_id.in_(part), c.state.in_(sorted(WAITING)))
            .group_by(c.hint_incident_id),
        )
        counted.update((str(id), number) for id, number in rows)
    return counted


def _update_of(row: Any) -> Update:
    return Update(
        id=row["id"],
        incident_id=row["incident_id"],
        state=IncidentState(row["state"]),
        text=row["text"],
        at=row["at"],
        author=row["author"],
        outgoing_id=row["outgoing_id"],
        post_id=None if row["post_id"] is None else PostId(row["post_id"]),
        corrects=row["corrects"],
        deletion_id=row["deletion_id"],
        deletion_reason=row["deletion_reason"],
    )

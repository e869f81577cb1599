"""The first official word on an incident, the next ones in its thread, and who waits for it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

from incluinfo_desk.assets import resource
from incluinfo_desk.background import Background
from incluinfo_desk.bus import Bus
from incluinfo_desk.domain.conversation import Conversation, ConversationId
from incluinfo_desk.domain.events import (
    ConversationsChanged,
    IncidentsChanged,
    OutgoingChanged,
    ProblemRaised,
)
from incluinfo_desk.domain.incident import (
    MOVES,
    Component,
    ComponentState,
    Incident,
    IncidentState,
    Template,
    Update,
)
from incluinfo_desk.domain.outgoing import Kind, Outgoing, OutgoingState
from incluinfo_desk.domain.problems import AltTextMissing, NotAllowed, Problem, Trouble
from incluinfo_desk.domain.reply import check_reply, fill, quick_reply
from incluinfo_desk.operations.pacing import Alarm, report_bug
from incluinfo_desk.operations.ports import Clock
from incluinfo_desk.operations.suggesting import Suggesting
from incluinfo_desk.store.store import Store

CLOCKWORK = "reloj"
"""Author of the steps that a planned maintenance takes by the clock."""
VERIFY_FOR = timedelta(minutes=15)
"""How long a maintenance is verified after its planned end before it counts as completed."""
_TICK = 30.0
"""Seconds between two looks at the clock: promises are given in minutes."""
_STOPPED = frozenset({OutgoingState.REFUSED, OutgoingState.CANCELLED})


class Broadcasting:
    """Nothing here publishes by itself: a step by the clock changes the state and says so
    in the window; the words are an officer's (x-platform §2)."""

    def __init__(
        self,
        *,
        store: Store,
        bus: Bus,
        clock: Clock,
        undo_seconds: Callable[[], float],
        officer: Callable[[], str],
        suggesting: Suggesting,
        background: Background,
    ) -> None:
        self._store = store
        self._bus = bus
        self._clock = clock
        self._undo_seconds = undo_seconds
        self._officer = officer
        self._suggesting = suggesting
        self._background = background
        self._alarm = Alarm()
        self._content: _Content | None = None
        self._rung: set[tuple[str, datetime]] = set()
        """Broken promises already told."""

    # --- words ----------------------------------------------------------------------------

    async def first_run(self) -> int:
        """Seed the components of the real services where there are none; how many."""
        if await self._store.incidents.components():
            return 0
        components = (await self._loaded()).components
        await self._store.incidents.save_components(components)
        return len(components)

    async def components(self) -> tuple[Component, ...]:
        return await self._store.incidents.components()

    async def templates(self, state: IncidentState, impact: ComponentState) -> tuple[Template, ...]:
        """Those for this impact first, then those that serve any."""
        found = [
            t
            for t in (await self._loaded()).templates
            if t.state is state and t.impact in (impact, None)
        ]
        return tuple(sorted(found, key=lambda t: t.impact is None))

    async def prefill(
        self,
        template: Template,
        components: Sequence[Component],
        *,
        started_at: datetime,
        next_update_at: datetime | None = None,
        ends_at: datetime | None = None,
    ) -> str:
        """The template with every slot that is known; the others stay for the officer."""
        now = self._clock.now()
        values = {"servicio": ", ".join(c.name for c in components)}
        values["desde"] = _spoken(started_at, now)
        if next_update_at is not None:
            values["proximo"] = _spoken(next_update_at, now)
        if ends_at is not None:
            values["hasta"] = _spoken(ends_at, now)
        if components:
            ways = (await self._loaded()).alternatives
            values["alternativa"] = ways.get(components[0].group, "")
        link = next((c.link for c in components if c.link), None)
        if link is not None:
            values["enlace"] = link
        return fill(template.text, values)

    def check(
        self, text: str, image: str | None = None, alt_text: str | None = None
    ) -> list[Problem]:
        """Why this may not be published as it stands, the gravest first. Pure."""
        problems = check_reply(text, self._suggesting.official)
        if image and not (alt_text or "").strip():
            problems.append(AltTextMissing())
        return problems

    # --- saying it ------------------------------------------------------------------------

    async def open(
        self,
        *,
        title: str,
        components: Sequence[str],
        impact: ComponentState,
        text: str,
        more: Sequence[str] = (),
        started_at: datetime | None = None,
        next_update_at: datetime | None = None,
        ends_at: datetime | None = None,
        state: IncidentState | None = None,
        image: str | None = None,
        alt_text: str | None = None,
    ) -> Incident:
        """Open an incident and queue its first post; ``more`` are further parts of it.

        A maintenance begins as scheduled, anything else as under investigation, unless
        ``state`` says otherwise. ``image`` lies in the data folder. Raises Trouble: what
        :meth:`check` says, NotAllowed for a state in which no incident begins.
        """
        planned = impact is ComponentState.MAINTENANCE
        first = IncidentState.SCHEDULED if planned else IncidentState.INVESTIGATING
        state = state or first
        begins = {IncidentState.SCHEDULED, IncidentState.IN_PROGRESS}
        if not planned:
            begins = {first, IncidentState.IDENTIFIED, IncidentState.WATCHING}
        if state not in begins:
            raise Trouble(NotAllowed("incident", "", state))
        self._refuse_broken(text, more, image, alt_text)
        now = self._clock.now()
        incident = Incident(
            id=uuid4().hex,
            title=title,
            components=tuple(components),
            impact=impact,
            state=state,
            started_at=started_at or now,
            next_update_at=next_update_at,
            ends_at=ends_at,
        )
        update_id = uuid4().hex
        items = self._posts(update_id, [text, *more], None, image, alt_text)
        await self._store.incidents.add(
            incident, self._update(update_id, incident, text, items), items
        )
        return await self._said(incident.id, items)

    async def update(
        self,
        incident_id: str,
        to_state: IncidentState,
        text: str,
        next_update_at: datetime | None = None,
        *,
        more: Sequence[str] = (),
        ends_at: datetime | None = None,
        image: str | None = None,
        alt_text: str | None = None,
    ) -> Incident:
        """Say the next word, in the thread, as an answer to the last one.

        Raises Trouble: NotAllowed for a state that cannot follow, what :meth:`check` says.
        """
        incident = await self._get(incident_id)
        _allowed(incident, to_state)
        self._refuse_broken(text, more, image, alt_text)
        changed = replace(
            incident,
            state=to_state,
            next_update_at=next_update_at,
            ends_at=ends_at or incident.ends_at,
        )
        if not changed.open:
            changed = replace(changed, next_update_at=None, ends_at=self._clock.now())
        update_id = uuid4().hex
        before = await self._last_post(incident)
        items = self._posts(update_id, [text, *more], before, image, alt_text)
        await self._store.incidents.add_update(
            changed, self._update(update_id, changed, text, items), items
        )
        return await self._said(incident_id, items)

    # --- the clock ------------------------------------------------------------------------

    async def run(self) -> None:
        """Look at the clock until cancelled."""
        end = self._bus.subscribe(IncidentsChanged, lambda _: self._alarm.ring())
        try:
            while True:
                try:
                    await self.tick()
                except Trouble as trouble:
                    self._bus.publish(ProblemRaised(trouble.problem))
                except Exception as error:
                    report_bug(error, "incidents")
                await self._alarm.wait(self._clock, _TICK)
        finally:
            end()

    async def tick(self) -> None:
        """Move planned maintenance where the clock says, and tell of broken promises.

        After a long sleep every step due is taken in order; a clock set back takes none.
        """
        now = self._clock.now()
        changed: dict[str, None] = {}
        for incident in await self._store.incidents.all(open_only=True):
            moved = incident
            while (step := _due_step(moved, now)) is not None:
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
                changed[moved.id] = None
            if moved.is_overdue(now) and moved.next_update_at is not None:
                promise = (moved.id, moved.next_update_at)
                if promise not in self._rung:
                    self._rung.add(promise)
                    changed[moved.id] = None
        if changed:
            await self._tell(tuple(changed))

    # --- those who ask --------------------------------------------------------------------

    async def waiting(self, incident_id: str) -> tuple[ConversationId, ...]:
        """Who waits for it, the longest waiting first."""
        return await self._store.incidents.waiting(incident_id)

    async def tie(
        self, conversation_ids: Sequence[ConversationId], incident_id: str | None
    ) -> None:
        """These ask about the incident; None sets them free."""
        await self._store.incidents.tie(conversation_ids, incident_id)
        self._bus.publish(ConversationsChanged(tuple(conversation_ids)))

    async def reply_for(self, incident: Incident, conversation: Conversation) -> str:
        """What to answer someone who asks about it now, greeting them by name where it fits.

        Slots that nobody knows yet stay open for the officer.
        """
        content = await self._loaded()
        text = content.replies.get(incident.state, "")
        names = {c.id: c for c in await self._store.incidents.components()}
        touched = [names[i] for i in incident.components if i in names]
        template = Template("", incident.state, None, text)
        filled = await self.prefill(
            template,
            touched,
            started_at=incident.started_at,
            next_update_at=incident.next_update_at,
            ends_at=incident.ends_at,
        )
        return quick_reply(filled, conversation.citizen.name)

    # --- inside ---------------------------------------------------------------------------

    async def _loaded(self) -> _Content:
        if self._content is None:
            self._content = await asyncio.to_thread(_Content)
        return self._content

    async def _get(self, incident_id: str) -> Incident:
        incident = await self._store.incidents.get(incident_id)
        if incident is None:
            raise Trouble(NotAllowed("incident", "", ""))
        return incident

    def _refuse_broken(
        self, text: str, more: Sequence[str], image: str | None, alt_text: str | None
    ) -> None:
        problems = self.check(text, image, alt_text)
        for part in more:
            problems += self.check(part)
        if problems:
            raise Trouble(problems[0])

    async def _last_post(self, incident: Incident) -> Outgoing | None:
        """The last post of its thread that is public or on its way; None begins a new one."""
        for update in reversed(incident.updates):
            if update.outgoing_id is None:
                continue
            item = await self._store.outbox.get(update.outgoing_id)
            if item is not None and item.state not in _STOPPED:
                return item
        return None

    def _posts(
        self,
        update_id: str,
        texts: Sequence[str],
        before: Outgoing | None,
        image: str | None,
        alt_text: str | None,
    ) -> list[Outgoing]:
        now = self._clock.now()
        items: list[Outgoing] = []
        for text in texts:
            items.append(
                Outgoing(
                    id=uuid4().hex,
                    kind=Kind.STANDALONE if before is None else Kind.THREAD_PART,
                    text=text,
                    state=OutgoingState.QUEUED,
                    created_at=now,
                    not_before=now + timedelta(seconds=self._undo_seconds()),
                    changed_at=now,
                    target_id=before.post_id if before is not None else None,
                    after_id=before.id if before is not None else None,
                    broadcast_id=update_id,
                    media=image if not items else None,
                    alt_text=alt_text if not items else None,
                    author=self._officer(),
                )
            )
            before = items[-1]
        return items

    def _update(
        self, update_id: str, incident: Incident, text: str, items: Sequence[Outgoing]
    ) -> Update:
        return Update(
            id=update_id,
            incident_id=incident.id,
            state=incident.state,
            text=text,
            at=self._clock.now(),
            author=self._officer(),
            # The last part: it is what the next word answers.
            outgoing_id=items[-1].id,
        )

    async def _said(self, incident_id: str, items: Sequence[Outgoing]) -> Incident:
        for item in items:
            self._bus.publish(OutgoingChanged(item.id, None))
        await self._tell((incident_id,))
        return await self._get(incident_id)

    async def _tell(self, incidents: tuple[str, ...]) -> None:
        """The engine first: who asks about an open incident is hinted at it from now on."""
        await self._suggesting.follow_incidents()
        self._bus.publish(IncidentsChanged(incidents))
        self._background.start("rehint", self._suggesting.rehint(), replace=True)


class _Content:
    """Components, templates and replies as shipped. Reads two small files."""

    def __init__(self) -> None:
        seeds = json.loads(resource("incidents", "components.json").read_text("utf-8"))
        words = json.loads(resource("incidents", "templates.json").read_text("utf-8"))
        self.components = tuple(
            Component(
                id=row["id"],
                name=row["name"],
                group=row["group"],
                words=tuple(row.get("words", ())),
                link=row.get("link"),
            )
            for row in seeds["components"]
        )
        self.templates = tuple(
            Template(
                id=row["id"],
                state=IncidentState(row["state"]),
                impact=ComponentState(row["impact"]) if row.get("impact") else None,
                text=row["text"],
            )
            for row in words["templates"]
        )
        self.replies = {IncidentState(state): text for state, text in words["replies"].items()}
        self.alternatives: dict[str, str] = dict(words["alternatives"])


def _allowed(incident: Incident, to: IncidentState) -> None:
    if to is not incident.state and to not in MOVES[incident.state]:
        raise Trouble(NotAllowed("incident", incident.state, to))
    if to is incident.state and not incident.open:
        raise Trouble(NotAllowed("incident", incident.state, to))


def _due_step(incident: Incident, now: datetime) -> IncidentState | None:
    """Where the clock moves a planned maintenance; None when it stays."""
    if incident.state is IncidentState.SCHEDULED and now >= incident.started_at:
        return IncidentState.IN_PROGRESS
    if incident.ends_at is None:
        return None
    if incident.state is IncidentState.IN_PROGRESS and now >= incident.ends_at:
        return IncidentState.VERIFYING
    if incident.state is IncidentState.VERIFYING and now >= incident.ends_at + VERIFY_FOR:
        return IncidentState.COMPLETED
    return None


def _spoken(when: datetime, now: datetime) -> str:
    """``las 10:22``, with its day when it is not today, by this desk's clock on the wall."""
    local = when.astimezone()
    hour = f"{local.hour}:{local.minute:02}"
    # "la una", "las dos": Spanish has one singular hour.
    article = "la" if local.hour == 1 else "las"
    if local.date() == now.astimezone().date():
        return f"{article} {hour}"
    return f"{article} {hour} del {local.day}/{local.month}"

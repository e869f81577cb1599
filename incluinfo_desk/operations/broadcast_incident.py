"""The first official word on an incident, the next ones in its thread, and who waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from uuid import uuid4

from incluinfo_desk.background import Background
from incluinfo_desk.bus import Bus
from incluinfo_desk.domain.announcement import (
    Announcement,
    forbidden,
    from_payload,
    to_payload,
    told,
)
from incluinfo_desk.domain.approval import ApprovalKind, Decision, Proposal, Proposed
from incluinfo_desk.domain.conversation import Conversation, ConversationId
from incluinfo_desk.domain.events import (
    ConversationsChanged,
    IncidentsChanged,
    OutgoingChanged,
    ProblemRaised,
)
from incluinfo_desk.domain.incident import (
    Component,
    ComponentState,
    Incident,
    IncidentState,
    Template,
    Update,
)
from incluinfo_desk.domain.incident import Kind as TemplateKind
from incluinfo_desk.domain.outgoing import Kind, Outgoing, OutgoingState
from incluinfo_desk.domain.problems import AltTextMissing, NotAllowed, Problem, Trouble
from incluinfo_desk.domain.reply import check_reply, quick_reply
from incluinfo_desk.operations.approval import Approving
from incluinfo_desk.operations.edit_components import EditComponents
from incluinfo_desk.operations.incident_clock import IncidentClock
from incluinfo_desk.operations.incident_words import SPANISH, IncidentWords
from incluinfo_desk.operations.pacing import Alarm, report_bug
from incluinfo_desk.operations.ports import Clock
from incluinfo_desk.operations.suggesting import Suggesting
from incluinfo_desk.store.store import Store

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
        approving: Approving,
    ) -> None:
        self._store = store
        self._bus = bus
        self._clock = clock
        self._undo_seconds = undo_seconds
        self._officer = officer
        self._suggesting = suggesting
        self._background = background
        self._approving = approving
        approving.serve(ApprovalKind.INCIDENT, self._enact)
        self._alarm = Alarm()
        self._content: IncidentWords | None = None
        self._by_the_clock = IncidentClock(store)
        self.catalogue = EditComponents(store, officer, lambda: self._tell(()))
        """The services and offices as data."""

    # --- words ----------------------------------------------------------------------------

    async def first_run(self) -> int:
        """Seed the components of the real services that are not there yet; how many."""
        return await self._store.incidents.add_components((await self._loaded()).components)

    async def components(self) -> tuple[Component, ...]:
        return await self._store.incidents.components()

    async def templates(
        self,
        state: IncidentState,
        impact: ComponentState,
        kind: TemplateKind = TemplateKind.STATE,
        language: str = SPANISH,
    ) -> tuple[Template, ...]:
        """Those for this impact first, then those that serve any."""
        return (await self._loaded()).templates(state, impact, kind, language)

    async def prefill(
        self,
        template: Template,
        components: Sequence[Component],
        *,
        started_at: datetime,
        next_update_at: datetime | None = None,
        ends_at: datetime | None = None,
        before: datetime | None = None,
    ) -> str:
        """The template with every slot that is known; the others stay for the officer."""
        return (await self._loaded()).filled(
            template,
            components,
            self._clock.now(),
            started_at=started_at,
            next_update_at=next_update_at,
            ends_at=ends_at,
            before=before,
            known=await self._store.incidents.components(),
        )

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
        :meth:`check` says, NotAllowed for a state in which no incident begins, SecondPerson
        where Settings want one: then :meth:`announce`.
        """
        planned = impact is ComponentState.MAINTENANCE
        first = IncidentState.SCHEDULED if planned else IncidentState.INVESTIGATING
        self._approving.refuse_alone(ApprovalKind.INCIDENT, None)
        return await self._publish(
            Announcement(
                title=title,
                components=tuple(components),
                impact=impact,
                state=state or first,
                text=text,
                more=tuple(more),
                started_at=started_at or self._clock.now(),
                next_update_at=next_update_at,
                ends_at=ends_at,
                image=image,
                alt_text=alt_text,
            ),
            self._officer(),
        )

    async def update(
        self,
        incident_id: str,
        to_state: IncidentState,
        text: str,
        next_update_at: datetime | None = None,
        *,
        more: Sequence[str] = (),
        started_at: datetime | None = None,
        ends_at: datetime | None = None,
        image: str | None = None,
        alt_text: str | None = None,
    ) -> Incident:
        """Say the next word, in the thread, as an answer to the last one.

        ``started_at`` moves a maintenance that has not begun.

        Raises Trouble: NotAllowed for a state that cannot follow, what :meth:`check` says,
        SecondPerson where Settings want one: then :meth:`announce`.
        """
        self._approving.refuse_alone(ApprovalKind.INCIDENT, None)
        incident = await self._get(incident_id)
        return await self._publish(
            Announcement(
                title=incident.title,
                components=incident.components,
                impact=incident.impact,
                state=to_state,
                text=text,
                more=tuple(more),
                started_at=started_at or incident.started_at,
                incident_id=incident_id,
                next_update_at=next_update_at,
                ends_at=ends_at,
                image=image,
                alt_text=alt_text,
            ),
            self._officer(),
        )

    async def announce(
        self, what: Announcement, *, replaces: str | None = None
    ) -> Incident | Proposal:
        """Publish it, or lay it before a second person where Settings want one.

        ``replaces`` is the returned proposal that it takes up. Raises Trouble as
        :meth:`open` and :meth:`update`, in both cases: what could not be published is not
        laid before anybody.
        """
        if not self._approving.wanted(ApprovalKind.INCIDENT):
            said = await self._publish(what, self._officer())
            if replaces is not None:
                await self._approving.discard(replaces)
            return said
        await self._refuse(what)
        return await self._approving.propose(
            Proposed(
                kind=ApprovalKind.INCIDENT,
                title=what.title,
                texts=what.texts,
                subject=what.incident_id or "",
                payload=to_payload(what),
            ),
            replaces=replaces,
        )

    async def take_back(self, incident_id: str, update_id: str, reason: str) -> None:
        """Delete a public word of ours from X, every part of it; the record stays, with why.

        Raises Trouble: NotAllowed without a reason or where nothing of it is public,
        AlreadyQueued while it is being deleted.
        """
        incident = await self._get(incident_id)
        if not reason.strip():
            raise Trouble(NotAllowed("deletion reason", "", ""))
        now, deletion_id = self._clock.now(), uuid4().hex
        parts = await self._public_parts(incident, update_id)
        if not parts:
            raise Trouble(NotAllowed("deletion", "", ""))
        items = [
            Outgoing(
                id=deletion_id if number == 0 else uuid4().hex,
                kind=Kind.DELETION,
                text="",
                state=OutgoingState.QUEUED,
                created_at=now,
                not_before=now + timedelta(seconds=self._undo_seconds()),
                changed_at=now,
                target_id=item.post_id,
                author=self._officer(),
            )
            for number, item in enumerate(parts)
        ]
        await self._store.incidents.take_back(update_id, items, reason.strip())
        for item in items:
            self._bus.publish(OutgoingChanged(item.id, None))
        await self._tell((incident_id,))

    async def _enact(self, proposal: Proposal, decision: Decision) -> None:
        await self._publish(from_payload(proposal.payload), proposal.author, decision)

    async def _publish(
        self, what: Announcement, author: str, decision: Decision | None = None
    ) -> Incident:
        before = await self._refuse(what)
        update_id = uuid4().hex
        after = await self._answered_by(what, before) if before is not None else None
        items = self._posts(update_id, what, after, author)
        incident = told(what, before, self._clock.now(), uuid4().hex)
        update = Update(
            id=update_id,
            incident_id=incident.id,
            state=incident.state,
            text=what.text,
            at=self._clock.now(),
            author=author,
            # The last part: it is what the next word answers.
            outgoing_id=items[-1].id,
            corrects=what.corrects,
        )
        store = self._store.incidents
        keep = store.add if before is None else store.add_update
        await keep(incident, update, items, decision)
        for item in items:
            self._bus.publish(OutgoingChanged(item.id, None))
        await self._tell((incident.id,))
        return await self._get(incident.id)

    async def _refuse(self, what: Announcement) -> Incident | None:
        """The incident it adds to; raises Trouble for what may not be published."""
        incident = None
        if what.incident_id is not None:
            incident = await self._get(what.incident_id)
        refused = forbidden(what, incident)
        if refused is not None:
            raise Trouble(refused)
        problems = self.check(what.text, what.image, what.alt_text)
        for part in what.more:
            problems += self.check(part)
        if problems:
            raise Trouble(problems[0])
        return incident

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
        """Move planned maintenance where the clock says, and tell of broken promises."""
        told = await self._by_the_clock.tick(self._clock.now())
        if told:
            await self._tell(tuple(dict.fromkeys(each.incident_id for each in told)))
        for each in told:
            self._bus.publish(each)

    # --- those who ask --------------------------------------------------------------------

    async def waiting(self, incident_id: str) -> tuple[ConversationId, ...]:
        """Who waits for it, the longest waiting first."""
        return await self._store.incidents.waiting(incident_id)

    async def tie(
        self, conversation_ids: Sequence[ConversationId], incident_id: str | None
    ) -> None:
        """These ask about the incident; None says that they ask about none."""
        await self._store.incidents.tie(conversation_ids, incident_id)
        self._bus.publish(ConversationsChanged(tuple(conversation_ids)))

    async def reply_for(self, incident: Incident, conversation: Conversation) -> str:
        """What to answer someone who asks about it now, greeting them by name where it fits.

        Slots that nobody knows yet stay open for the officer.
        """
        names = {c.id: c for c in await self._store.incidents.components()}
        touched = [names[i] for i in incident.components if i in names]
        filled = await self.prefill(
            (await self._loaded()).reply(incident.state),
            touched,
            started_at=incident.started_at,
            next_update_at=incident.next_update_at,
            ends_at=incident.ends_at,
        )
        return quick_reply(filled, conversation.citizen.name)

    async def closings(self) -> tuple[str, ...]:
        """Endings that make the same answer another text."""
        return (await self._loaded()).closings

    # --- inside ---------------------------------------------------------------------------

    async def _loaded(self) -> IncidentWords:
        if self._content is None:
            self._content = await asyncio.to_thread(IncidentWords)
        return self._content

    async def _get(self, incident_id: str) -> Incident:
        incident = await self._store.incidents.get(incident_id)
        if incident is None:
            raise Trouble(NotAllowed("incident", "", ""))
        return incident

    async def _answered_by(self, what: Announcement, incident: Incident) -> Outgoing | None:
        """Which post of its thread the next one answers; None begins a new thread.

        An erratum answers what it corrects, any other the last one that is public or on
        its way.
        """
        said = [u for u in incident.updates if u.id == what.corrects] or incident.updates
        for update in reversed(said):
            item = await self._live(update.outgoing_id)
            if item is not None and await self._live(update.deletion_id) is None:
                return item
        return None

    async def _live(self, outgoing_id: str | None) -> Outgoing | None:
        """What was queued under that id, unless it came to nothing."""
        item = await self._store.outbox.get(outgoing_id) if outgoing_id is not None else None
        return item if item is not None and item.state not in _STOPPED else None

    async def _public_parts(self, incident: Incident, update_id: str) -> list[Outgoing]:
        """The posts of one word, the last part first: nobody reads a thread without its end."""
        found = next((u for u in incident.updates if u.id == update_id), None)
        item = await self._live(found.outgoing_id) if found is not None else None
        parts: list[Outgoing] = []
        while item is not None and item.broadcast_id == update_id:
            if item.state is OutgoingState.SENT and item.post_id is not None:
                parts.append(item)
            item = await self._live(item.after_id)
        return parts

    def _posts(
        self, update_id: str, what: Announcement, before: Outgoing | None, author: str
    ) -> list[Outgoing]:
        now = self._clock.now()
        items: list[Outgoing] = []
        for text in what.texts:
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
                    media=what.image if not items else None,
                    alt_text=what.alt_text if not items else None,
                    author=author,
                )
            )
            before = items[-1]
        return items

    async def _tell(self, incidents: tuple[str, ...]) -> None:
        """The engine first: who asks about an open incident is hinted at it from now on."""
        await self._suggesting.follow_incidents()
        self._bus.publish(IncidentsChanged(incidents))
        self._background.start("rehint", self._suggesting.rehint(), replace=True)

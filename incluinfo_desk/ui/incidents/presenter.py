"""What the incidents place shows and does: list, thread of words, the next word. No Qt."""

from __future__ import annotations

import shutil
from asyncio import sleep, to_thread
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from uuid import uuid4

from incluinfo_desk.domain import events
from incluinfo_desk.domain.announcement import Announcement, from_payload, to_payload
from incluinfo_desk.domain.approval import ApprovalKind, Proposal
from incluinfo_desk.domain.audit import Act
from incluinfo_desk.domain.incident import (
    Component,
    ComponentState,
    Incident,
    IncidentState,
    Kind,
    Update,
)
from incluinfo_desk.domain.length import split_thread
from incluinfo_desk.domain.outgoing import Outgoing, OutgoingState
from incluinfo_desk.domain.privacy import mask
from incluinfo_desk.domain.problems import Problem, TooLong, Trouble
from incluinfo_desk.ui.errands import Errands

if TYPE_CHECKING:
    from incluinfo_desk.operations.desk import Desk


@dataclass(frozen=True, slots=True)
class Step:
    """One word of an incident and what became of its post."""

    update: Update
    outgoing: Outgoing | None
    deletion: Outgoing | None = None
    """What takes it back from X, unless that came to nothing."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the form says: enough to prefill a text, and to publish it."""

    components: tuple[str, ...]
    impact: ComponentState
    state: IncidentState
    started_at: datetime
    next_update_at: datetime | None = None
    ends_at: datetime | None = None
    image: Path | None = None
    alt_text: str = ""
    corrects: str | None = None
    """Id of the update that this is the erratum of."""


NOTE = "incidents.unsaved"
"""Key in the store's notes of what is being written."""
_REST = 1.0
"""Seconds after the last key before it is noted on disk."""
_STOPPED = frozenset({OutgoingState.REFUSED, OutgoingState.CANCELLED})


class IncidentsView(Protocol):
    def show_components(self, components: Sequence[Component]) -> None: ...
    def show_incidents(
        self, incidents: Sequence[Incident], names: Mapping[str, str], now: datetime
    ) -> None: ...
    def show_incident(self, incident: Incident | None, steps: Sequence[Step]) -> None: ...
    def show_text(self, text: str) -> None: ...
    def show_check(self, problems: Sequence[Problem], parts: int) -> None: ...
    def show_recovered(self, what: Announcement) -> None: ...
    def show_published(self, incident: Incident) -> None: ...
    def show_proposed(self) -> None: ...
    def show_approvals(self, waiting: int, returned: int) -> None: ...
    def show_exported(self, files: Sequence[Path]) -> None: ...
    def show_busy(self, busy: bool) -> None: ...
    def say_problem(self, problem: Problem) -> None: ...


class IncidentsPresenter:
    """Keeps one :class:`IncidentsView` in step with the desk."""

    def __init__(self, desk: Desk, view: IncidentsView, data_dir: Path) -> None:
        self._desk, self._view, self._data_dir = desk, view, data_dir
        self._errands = Errands(desk.background, view.say_problem)
        self._names: dict[str, str] = {}
        self._selected: str | None = None
        self._incidents: tuple[Incident, ...] = ()
        self._taken_up: Proposal | None = None
        bus = desk.bus
        self._ends: list[Callable[[], None]] = [
            bus.subscribe(events.IncidentsChanged, lambda _: self.refresh()),
            bus.subscribe(events.OutgoingChanged, self._on_outgoing),
            bus.subscribe(events.ProposalsChanged, lambda _: self.refresh()),
        ]

    def start(self) -> None:
        """Show what there is, and what was being written when the desk ended last."""
        self.refresh()
        self._errands.also("incident recover", self._recover)

    def end(self) -> None:
        for end in self._ends:
            end()
        self._errands.drop("incidents refresh")

    @property
    def selected(self) -> str | None:
        return self._selected

    def refresh(self) -> None:
        self._errands.anew("incidents refresh", self._read)

    def select(self, incident_id: str | None) -> None:
        if incident_id != self._selected:
            self._selected = incident_id
            self._errands.anew("incident read", self._read_selected)

    def prefill(self, wanted: Wanted) -> None:
        """Ask for the words prepared for what the form says."""
        self._errands.anew("incident prefill", lambda: self._prefill(wanted))

    def check(self, text: str, image: Path | None, alt_text: str) -> None:
        problems = self._desk.broadcasting.check(text, str(image) if image else None, alt_text)
        parts = 1
        if any(isinstance(each, TooLong) for each in problems):
            parts = len(split_thread(text))
        self._view.show_check(problems, parts)

    def begin(self, incident_id: str | None, taken_up: Proposal | None = None) -> None:
        """The form is for this incident, None for a new one; ``taken_up`` came back to it."""
        self._selected, self._taken_up = incident_id, taken_up

    def image_of(self, what: Announcement) -> Path | None:
        """Where the image of a text that came back lies."""
        return self._data_dir / what.image if what.image else None

    def take_back(self, update_id: str, reason: str) -> None:
        """Delete a word of the selected incident from X, for ``reason``."""
        id = self._selected
        if id is not None:
            take_back = self._desk.broadcasting.take_back
            self._errands.also("incident act", lambda: take_back(id, update_id, reason))

    def export(self, folder: Path, status: Mapping[str, str]) -> None:
        """Write the text pack of the selected incident; ``status`` names states in words."""
        incident = self._incident_selected()
        if incident is not None:
            self._errands.also("incident act", lambda: self._export(incident, folder, status))

    def keep(self, wanted: Wanted, text: str) -> None:
        """Note what is being written, a moment after the last key."""
        self._errands.anew("incident keep", lambda: self._keep(wanted, text, _REST))

    def forget(self) -> None:
        """It was let go of, or is on its way: nothing is being written any more."""
        self._errands.anew("incident keep", lambda: self._keep(None, "", 0))

    def publish(self, wanted: Wanted, text: str, *, in_parts: bool = False) -> None:
        """Open the incident, or say its next word; nothing runs twice at a time."""
        self._errands.once("incident publish", lambda: self._publish(wanted, text, in_parts))

    # --- reading ---------------------------------------------------------------------------

    def _on_outgoing(self, event: events.OutgoingChanged) -> None:
        if event.conversation is None:
            self.refresh()

    async def _read(self) -> None:
        components = await self._desk.broadcasting.components()
        self._names = {each.id: each.name for each in components}
        self._incidents = await self._desk.store.incidents.all()
        proposals = await self._desk.approving.waiting()
        self._view.show_components(components)
        self._view.show_incidents(self._incidents, self._names, self._desk.clock.now())
        ours = [each for each in proposals if each.kind is ApprovalKind.INCIDENT]
        returned = sum(each.returned for each in ours)
        self._view.show_approvals(len(ours) - returned, returned)
        await self._read_selected()

    async def _read_selected(self) -> None:
        if self._selected is None:
            self._view.show_incident(None, ())
            return
        incident = await self._desk.store.incidents.get(self._selected)
        steps = []
        for update in incident.updates if incident is not None else ():
            outgoing = await self._outgoing(update.outgoing_id)
            deletion = await self._outgoing(update.deletion_id)
            if deletion is not None and deletion.state in _STOPPED:
                deletion = None
            steps.append(Step(update, outgoing, deletion))
        self._view.show_incident(incident, steps)

    def _incident_selected(self) -> Incident | None:
        return next((each for each in self._incidents if each.id == self._selected), None)

    async def _outgoing(self, id: str | None) -> Outgoing | None:
        return await self._desk.store.outbox.get(id) if id is not None else None

    async def _prefill(self, wanted: Wanted) -> None:
        broadcasting = self._desk.broadcasting
        known = {each.id: each for each in await broadcasting.components()}
        incident = self._incident_selected()
        kind, before = _kind(wanted, incident)
        templates = await broadcasting.templates(wanted.state, wanted.impact, kind)
        if not templates:
            self._view.show_text("")
            return
        text = await broadcasting.prefill(
            templates[0],
            [known[id] for id in wanted.components if id in known],
            started_at=wanted.started_at,
            next_update_at=wanted.next_update_at,
            ends_at=wanted.ends_at,
            before=before,
        )
        self._view.show_text(text)

    # --- publishing ------------------------------------------------------------------------

    async def _publish(self, wanted: Wanted, text: str, in_parts: bool) -> None:
        self._view.show_busy(True)
        try:
            said = await self._said(wanted, text, in_parts)
        finally:
            self._view.show_busy(False)
        self._taken_up = None
        self.forget()
        if isinstance(said, Proposal):
            self._view.show_proposed()
        else:
            self._selected = said.id
            self._view.show_published(said)
        self.refresh()

    async def _keep(self, wanted: Wanted | None, text: str, after: float) -> None:
        await sleep(after)
        note = None
        if wanted is not None:
            covered = mask(text, self._desk.suggesting.official).text
            note = to_payload(self._announced(wanted, [covered], image=None))
        await self._desk.store.notes.set(NOTE, note)

    async def _recover(self) -> None:
        note = await self._desk.store.notes.get(NOTE)
        if note is None:
            return
        await self._desk.background.settle("incidents refresh")
        try:
            what = from_payload(note)
        except (KeyError, TypeError, ValueError):
            return  # of a version that wrote it otherwise
        self.begin(what.incident_id)
        self._view.show_recovered(what)

    def _announced(
        self, wanted: Wanted, parts: Sequence[str], *, image: str | None, written: str = ""
    ) -> Announcement:
        """What the form says, as it is proposed, published or noted."""
        first, *more = parts
        return Announcement(
            title=", ".join(self._names.get(id, id) for id in wanted.components),
            components=wanted.components,
            impact=wanted.impact,
            state=wanted.state,
            text=first,
            more=tuple(more),
            written=written if more else "",
            started_at=wanted.started_at,
            incident_id=self._selected,
            next_update_at=wanted.next_update_at,
            ends_at=wanted.ends_at,
            image=image,
            alt_text=wanted.alt_text or None,
            corrects=wanted.corrects,
        )

    async def _said(self, wanted: Wanted, text: str, in_parts: bool) -> Incident | Proposal:
        parts = split_thread(text) if in_parts else [text]
        image = await self._kept(wanted.image) if wanted.image is not None else None
        what = self._announced(wanted, parts, image=image, written=text)
        replaces = self._taken_up.id if self._taken_up is not None else None
        return await self._desk.broadcasting.announce(what, replaces=replaces)

    async def _export(self, incident: Incident, folder: Path, status: Mapping[str, str]) -> None:
        from incluinfo_desk.operations.text_pack import incident_pack, save

        account = self._desk.watch.account
        handle = account.handle if account is not None else "incluinfo"
        components = await self._desk.broadcasting.components()
        title = ", ".join(self._names.get(id, id) for id in incident.components)
        named = replace(incident, title=title or incident.title)
        pack = incident_pack(named, components, self._desk.clock.now(), status, handle)
        officer = self._desk.settings.officer_initials
        await self._desk.store.audit.note(Act.EXPORTED, officer, incident.id, {"as": "pack"})
        files = await to_thread(save, pack, folder)
        self._view.show_exported(files)

    async def _kept(self, image: Path) -> str:
        """The image inside the data folder: the original may be gone when it is sent."""
        if image.is_relative_to(self._data_dir / "media"):
            return str(image.relative_to(self._data_dir))  # of a text that came back
        inside = Path("media") / f"{uuid4().hex}{image.suffix.lower()}"
        try:
            await to_thread(shutil.copyfile, image, self._data_dir / inside)
        except OSError as error:
            from incluinfo_desk.paths import problem_of

            raise Trouble(problem_of(error, image)) from error
        return str(inside)


def _kind(wanted: Wanted, incident: Incident | None) -> tuple[Kind, datetime | None]:
    """Which words are wanted, and the time that they speak of as before."""
    if incident is None:
        return Kind.STATE, None
    if wanted.corrects is not None:
        wrong = next((u for u in incident.updates if u.id == wanted.corrects), None)
        return Kind.ERRATUM, wrong.at if wrong is not None else None
    if wanted.state is incident.state is IncidentState.SCHEDULED and (
        wanted.started_at != _whole(incident.started_at)
        or (
            wanted.ends_at is not None
            and incident.ends_at is not None
            and wanted.ends_at != _whole(incident.ends_at)
        )
    ):
        return Kind.MOVED, incident.started_at
    return Kind.STATE, None


def _whole(at: datetime) -> datetime:
    """As the form holds it: whole seconds."""
    return at.replace(microsecond=0)

"""Incidents of the web, the sede and the offices: what is broken, since when, what we said."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from incluinfo_desk.domain.post import PostId


class ComponentState(StrEnum):
    OPERATIONAL = "operational"
    DEGRADED = "degraded"
    PARTIAL_OUTAGE = "partial_outage"
    FULL_OUTAGE = "full_outage"
    MAINTENANCE = "maintenance"


class IncidentState(StrEnum):
    INVESTIGATING = "investigating"
    IDENTIFIED = "identified"
    WATCHING = "watching"
    RESOLVED = "resolved"
    SCHEDULED = "scheduled"
    IN_PROGRESS = "in_progress"
    VERIFYING = "verifying"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


OUTAGE_MOVES: dict[IncidentState, frozenset[IncidentState]] = {
    IncidentState.INVESTIGATING: frozenset(
        {IncidentState.IDENTIFIED, IncidentState.WATCHING, IncidentState.RESOLVED},
    ),
    IncidentState.IDENTIFIED: frozenset(
        {IncidentState.INVESTIGATING, IncidentState.WATCHING, IncidentState.RESOLVED},
    ),
    IncidentState.WATCHING: frozenset(
        {IncidentState.INVESTIGATING, IncidentState.IDENTIFIED, IncidentState.RESOLVED},
    ),
    IncidentState.RESOLVED: frozenset({IncidentState.INVESTIGATING}),
}
MAINTENANCE_MOVES: dict[IncidentState, frozenset[IncidentState]] = {
    IncidentState.SCHEDULED: frozenset({IncidentState.IN_PROGRESS, IncidentState.CANCELLED}),
    IncidentState.IN_PROGRESS: frozenset({IncidentState.VERIFYING, IncidentState.COMPLETED}),
    IncidentState.VERIFYING: frozenset({IncidentState.IN_PROGRESS, IncidentState.COMPLETED}),
    # Finished by the clock, and it turned out that it was not.
    IncidentState.COMPLETED: frozenset({IncidentState.IN_PROGRESS}),
    IncidentState.CANCELLED: frozenset(),
}
MOVES = OUTAGE_MOVES | MAINTENANCE_MOVES

VERIFY_FOR = timedelta(minutes=15)
"""How long a maintenance is verified after its planned end before it counts as completed."""

OVER = frozenset(
    {IncidentState.RESOLVED, IncidentState.COMPLETED, IncidentState.CANCELLED},
)


@dataclass(frozen=True, slots=True)
class Component:
    """Something citizens use: the web, the sede, a phone line, an office."""

    id: str
    name: str
    group: str
    """``web``, ``sede``, ``apps``, ``phones`` or ``offices``."""
    words: tuple[str, ...] = ()
    """How citizens call it; used to tie their questions to an incident."""
    link: str | None = None
    state: ComponentState = ComponentState.OPERATIONAL
    province: str = ""
    """INE code of an office's province, "01" to "52"; "" for what serves all of Spain."""
    hours: str = ""
    """When it serves, in words."""
    address: str = ""
    latitude: float | None = None
    longitude: float | None = None
    verified: bool = False
    """Somebody held its data against the official page; what is shipped is not, unless the
    shared material names its source."""
    retired: bool = False
    """It exists no more: known for old incidents, not offered for new ones."""


@dataclass(frozen=True, slots=True)
class StateChange:
    """A component began to be in a state."""

    component_id: str
    state: ComponentState
    at: datetime
    incident_id: str | None = None
    """The incident that changed it; None where an officer set it by hand."""


@dataclass(frozen=True, slots=True)
class Update:
    """One public word on an incident; frozen once queued."""

    id: str
    incident_id: str
    state: IncidentState
    text: str
    at: datetime
    author: str
    outgoing_id: str | None = None
    post_id: PostId | None = None
    corrects: str | None = None
    """Id of the update that this is the erratum of."""
    deletion_id: str | None = None
    """The Outgoing that takes it back from X; the words stay here."""
    deletion_reason: str = ""


@dataclass(frozen=True, slots=True)
class Incident:
    id: str
    title: str
    components: tuple[str, ...]
    impact: ComponentState
    """What the components are while it lasts."""
    state: IncidentState
    started_at: datetime
    next_update_at: datetime | None = None
    """When we promised the next word."""
    ends_at: datetime | None = None
    """Planned end of a maintenance, or when it was over."""
    updates: tuple[Update, ...] = ()
    waiting: int = 0
    """Conversations that wait for it."""

    @property
    def planned(self) -> bool:
        return self.impact is ComponentState.MAINTENANCE

    @property
    def open(self) -> bool:
        return self.state not in OVER

    def is_overdue(self, now: datetime) -> bool:
        return self.open and self.next_update_at is not None and now > self.next_update_at

    @property
    def untold(self) -> Update | None:
        """The step that the clock took last, when nobody has said it in public since."""
        last = self.updates[-1] if self.updates else None
        return last if last is not None and not last.text and last.outgoing_id is None else None

    def next_states(self) -> tuple[IncidentState, ...]:
        """Where it may go from here, in the order of the enum."""
        allowed = MOVES[self.state]
        return tuple(s for s in IncidentState if s in allowed)


_MAINTENANCE = ("mantenimiento", "parada tecnica", "parada programada", "parada prevista")


def maintenance_word(normalised: str) -> str | None:
    """The word by which a text, as ``normalise`` leaves it, asks about planned work."""
    return next((word for word in _MAINTENANCE if f" {word} " in f" {normalised} "), None)


def asked_about(about: Collection[str], planned: bool, open_: Sequence[Incident]) -> str | None:
    """Id of the incident that a mention asks about, of those ``open_``, the newest first.

    ``about`` are the components it names, ``planned`` whether it speaks of planned work. Who
    speaks of it means that, and the only one there is even without naming a service of it. Work
    that was only announced is not what somebody means for whom a service fails today.
    """
    hit = [each for each in open_ if not set(about).isdisjoint(each.components)]
    works = [each for each in open_ if each.planned]
    if planned:
        wanted = [each for each in hit if each.planned] or (works if len(works) == 1 else hit)
    else:
        going_on = [each for each in hit if each.state is not IncidentState.SCHEDULED]
        wanted = [each for each in going_on if not each.planned] or going_on
    return wanted[0].id if wanted else None


class Kind(StrEnum):
    """What a template is for."""

    STATE = "state"
    """The incident is, or goes on being, in a state."""
    MOVED = "moved"
    """A planned maintenance has other dates than were announced."""
    ERRATUM = "erratum"
    """Something we said was wrong."""


@dataclass(frozen=True, slots=True)
class Template:
    """Words prepared for one kind and state; slots in braces."""

    id: str
    state: IncidentState
    impact: ComponentState | None
    """None serves every impact."""
    text: str
    """Slots: {servicio} {desde} {alternativa} {enlace} {proximo} {hasta} {antes}
    {correccion}; the last one is always the officer's to fill."""
    kind: Kind = Kind.STATE
    language: str = "es"


def due_step(incident: Incident, now: datetime) -> IncidentState | None:
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

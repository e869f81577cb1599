"""One public word on an incident as an officer wants it said, whole and frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from incluinfo_desk.domain.incident import MOVES, ComponentState, Incident, IncidentState
from incluinfo_desk.domain.problems import NotAllowed


@dataclass(frozen=True, slots=True)
class Announcement:
    """Opens an incident, or says its next word when it names one."""

    title: str
    components: tuple[str, ...]
    impact: ComponentState
    state: IncidentState
    text: str
    started_at: datetime
    incident_id: str | None = None
    corrects: str | None = None
    """Id of the update that this is the erratum of."""
    more: tuple[str, ...] = ()
    """Further parts of a thread."""
    written: str = ""
    """The text as the officer wrote it, before it was cut into parts; "" when it was not."""
    next_update_at: datetime | None = None
    ends_at: datetime | None = None
    image: str | None = None
    """Path inside the data folder."""
    alt_text: str | None = None

    @property
    def texts(self) -> tuple[str, ...]:
        return (self.text, *self.more)


def begins(impact: ComponentState) -> tuple[IncidentState, ...]:
    """The states in which an incident may be opened."""
    if impact is ComponentState.MAINTENANCE:
        return (IncidentState.SCHEDULED, IncidentState.IN_PROGRESS)
    return (IncidentState.INVESTIGATING, IncidentState.IDENTIFIED, IncidentState.WATCHING)


def forbidden(what: Announcement, incident: Incident | None) -> NotAllowed | None:
    """Why the incident, or a new one, may not go where ``what`` says; None when it may."""
    to = what.state
    if incident is None:
        if to not in begins(what.impact):
            return NotAllowed("incident", "", to)
    elif to is incident.state:
        # Of what is over only an error is still corrected.
        if not incident.open and what.corrects is None:
            return NotAllowed("incident", incident.state, to)
    elif to not in MOVES[incident.state]:
        return NotAllowed("incident", incident.state, to)
    if what.impact is ComponentState.MAINTENANCE and what.ends_at is not None:
        since = what.started_at if incident is None else _start(what, incident)
        if what.ends_at <= since:
            return NotAllowed("incident dates", "", "")
    return None


def told(what: Announcement, before: Incident | None, now: datetime, new_id: str) -> Incident:
    """The incident as it is once ``what`` is said; ``new_id`` is for one that it opens."""
    if before is None:
        return Incident(
            id=new_id,
            title=what.title,
            components=what.components,
            impact=what.impact,
            state=what.state,
            started_at=what.started_at,
            next_update_at=what.next_update_at,
            ends_at=what.ends_at,
        )
    if what.corrects is not None and not before.open:
        return before
    changed = replace(
        before,
        state=what.state,
        started_at=_start(what, before),
        next_update_at=what.next_update_at,
        ends_at=what.ends_at or before.ends_at,
    )
    return changed if changed.open else replace(changed, next_update_at=None, ends_at=now)


def _start(what: Announcement, before: Incident) -> datetime:
    """Only what has not begun can begin at another time."""
    return what.started_at if before.state is IncidentState.SCHEDULED else before.started_at


_TIMES = ("started_at", "next_update_at", "ends_at")


def to_payload(what: Announcement) -> dict[str, object]:
    """As JSON holds it."""
    raw: dict[str, object] = {
        name: getattr(what, name) for name in Announcement.__dataclass_fields__
    }
    raw["components"], raw["more"] = list(what.components), list(what.more)
    raw["impact"], raw["state"] = what.impact.value, what.state.value
    for name in _TIMES:
        when = getattr(what, name)
        raw[name] = when.isoformat() if when is not None else None
    return raw


def from_payload(raw: Mapping[str, object]) -> Announcement:
    """What :func:`to_payload` wrote."""
    values = dict(raw)
    for name in _TIMES:
        when = values[name]
        values[name] = datetime.fromisoformat(str(when)) if when is not None else None
    for name in ("components", "more"):
        found = values[name]
        values[name] = tuple(str(each) for each in found) if isinstance(found, list) else ()
    values["impact"] = ComponentState(str(values["impact"]))
    values["state"] = IncidentState(str(values["state"]))
    return Announcement(**values)  # type: ignore[arg-type]

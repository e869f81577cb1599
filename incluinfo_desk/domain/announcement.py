"""One public word on an incident as an officer wants it said, whole and frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from incluinfo_desk.domain.incident import ComponentState, IncidentState


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

"""Services, offices, incidents, hoaxes, and public words that wait for a second person."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Date, Index
from sqlmodel import Field

from incluinfo_desk.store.table_kinds import (
    Base,
    of_key,
    of_list,
    of_number,
    of_time,
    of_words,
)


class ComponentRow(Base, table=True):
    __tablename__ = "components"

    id: str = of_words(primary_key=True)
    position: int
    name: str = of_words()
    group: str = of_words()
    words: list[str] = of_list()
    link: str | None = of_words()
    state: str = of_key()
    province: str = of_key()
    hours: str = of_words()
    address: str = of_words()
    latitude: float | None
    longitude: float | None
    verified: bool
    retired: bool


class ComponentStateRow(Base, table=True):
    """A component began to be in a state; only ever added to."""

    __tablename__ = "component_states"
    __table_args__ = (Index("ix_component_states_component", "component_id", "number"),)

    number: int | None = of_number()
    component_id: str = of_words(foreign_key="components.id")
    state: str = of_key()
    at: datetime = of_time()
    incident_id: str | None = of_key(foreign_key="incidents.id")


class IncidentRow(Base, table=True):
    __tablename__ = "incidents"
    __table_args__ = (Index("ix_incidents_started", "started_at", "id"),)

    id: str = of_key(primary_key=True)
    title: str = of_words()
    components: list[str] = of_list()
    impact: str = of_key()
    state: str = of_key()
    started_at: datetime = of_time()
    next_update_at: datetime | None = of_time()
    ends_at: datetime | None = of_time()


class IncidentUpdateRow(Base, table=True):
    __tablename__ = "incident_updates"
    __table_args__ = (
        Index("ix_incident_updates_incident", "incident_id", "at"),
        Index("ix_incident_updates_outgoing", "outgoing_id"),
    )

    number: int | None = of_number()
    id: str = of_key(unique=True)
    incident_id: str = of_key(foreign_key="incidents.id")
    state: str = of_key()
    text: str = of_words()
    at: datetime = of_time()
    author: str = of_words()
    outgoing_id: str | None = of_key(foreign_key="outbox.id")
    post_id: str | None = of_key()
    corrects: str | None = of_key()
    deletion_id: str | None = of_key()
    deletion_reason: str = of_words()


class ProposalRow(Base, table=True):
    """Words of ours before a second person; never changed but for the decision."""

    __tablename__ = "proposals"
    __table_args__ = (Index("ix_proposals_settled", "settled", "number"),)

    number: int | None = of_number()
    id: str = of_key(unique=True)
    kind: str = of_key()
    subject: str = of_key()
    title: str = of_words()
    texts: list[str] = of_list()
    payload: dict[str, Any] = Field(sa_type=JSON)
    author: str = of_words()
    at: datetime = of_time()
    state: str = of_key()
    decided_by: str = of_words()
    decided_at: datetime | None = of_time()
    reason: str = of_words()
    settled: bool


class HoaxRow(Base, table=True):
    """One entry of the register (``domain/hoax.py``); what is only read is in ``entry``."""

    __tablename__ = "hoaxes"

    id: str = of_words(primary_key=True)
    claim: str = of_words()
    state: str = of_key()
    first_seen: date = Field(sa_type=Date)
    revision: int
    updated_at: datetime = of_time()
    entry: dict[str, Any] = Field(sa_type=JSON)


class HoaxRevisionRow(Base, table=True):
    """The entry as each change left it; only ever added to."""

    __tablename__ = "hoax_revisions"

    hoax_id: str = of_words(primary_key=True, foreign_key="hoaxes.id")
    revision: int = Field(primary_key=True)
    at: datetime = of_time()
    by: str = of_words()
    entry: dict[str, Any] = Field(sa_type=JSON)


class HoaxDayRow(Base, table=True):
    """How many posts told or asked about it: of nobody in particular, so it outlives them."""

    __tablename__ = "hoax_days"

    hoax_id: str = of_words(primary_key=True, foreign_key="hoaxes.id")
    day: date = Field(primary_key=True, sa_type=Date)
    """UTC day on which they were written."""
    count: int


class HoaxSaidRow(Base, table=True):
    """One public word of ours on a hoax; never changed but for the id X gave it."""

    __tablename__ = "hoax_said"
    __table_args__ = (
        Index("ix_hoax_said_hoax", "hoax_id", "number"),
        Index("ix_hoax_said_first", "first_id"),
    )

    number: int | None = of_number()
    id: str = of_key(unique=True)
    hoax_id: str = of_words(foreign_key="hoaxes.id")
    text: str = of_words()
    at: datetime = of_time()
    author: str = of_words()
    approved_by: str = of_words()
    first_id: str = of_key(foreign_key="outbox.id")
    outgoing_id: str = of_key(foreign_key="outbox.id")
    post_id: str | None = of_key()

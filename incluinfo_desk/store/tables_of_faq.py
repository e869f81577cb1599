"""The FAQ: entries and their history, laws, links, proposals, questions of other channels."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Date, Index
from sqlmodel import Field

from incluinfo_desk.store.table_kinds import (
    JSON_OR_NULL,
    Base,
    of_key,
    of_list,
    of_number,
    of_time,
    of_words,
)


class FaqRow(Base, table=True):
    __tablename__ = "faq"
    __table_args__ = (Index("ix_faq_order", "topic", "id"),)

    id: str = of_words(primary_key=True)
    topic: str = of_words()
    question: str = of_words()
    reply: str = of_words()
    variants: list[str] = of_list()
    keywords: list[str] = of_list()
    link: str | None = of_words()
    body: str = of_words()
    legal_basis: str | None = of_words()
    source: str | None = of_words()
    confidence: str = of_words()
    needs_private_channel: bool
    review_by: date | None = Field(sa_type=Date)
    valid_from: date | None = Field(sa_type=Date)
    language: str = of_words()
    state: str = of_key()
    verified_by: str | None = of_words()
    verified_at: datetime | None = of_time()
    revision: int
    updated_at: datetime | None = of_time()
    norms: list[str] = of_list()
    no_norm: bool
    procedure: str = of_words()
    translations: list[list[str | None]] = of_list()
    """Language, reply, link of each."""
    layer: str = of_key()
    owner: str = of_words()
    review_reason: str = of_words()
    link_dead_since: date | None = Field(sa_type=Date)
    folded: str = of_words()
    """All that is searched, without case and accents."""


class FaqRevisionRow(Base, table=True):
    """The entry as each change left it; only ever added to."""

    __tablename__ = "faq_revisions"

    faq_id: str = of_words(primary_key=True, foreign_key="faq.id")
    revision: int = Field(primary_key=True)
    at: datetime = of_time()
    by: str = of_words()
    entry: dict[str, Any] = Field(sa_type=JSON)


class NormChangeRow(Base, table=True):
    """A norm changed, and how many answers went under review with it."""

    __tablename__ = "norm_changes"
    __table_args__ = (Index("ix_norm_changes_norm", "norm", "source"),)

    number: int | None = of_number()
    norm: str = of_words()
    title: str = of_words()
    in_force: date = Field(sa_type=Date)
    note: str = of_words()
    source: str = of_words()
    """BOE id of what changes it; empty when an officer knows it from elsewhere."""
    by: str = of_words()
    at: datetime = of_time()
    entries: int


class LinkRow(Base, table=True):
    """What the link checker knows of one address (``domain/links.py``)."""

    __tablename__ = "links"

    url: str = of_words(primary_key=True)
    checked_at: datetime | None = of_time()
    status: int | None
    fault: str = of_key()
    final_url: str = of_words()
    moved_for_good: bool
    failures: int
    failing_since: datetime | None = of_time()
    dead_since: datetime | None = of_time()


class FaqProposalRow(Base, table=True):
    """What a colleague would have an answer say, or what citizens taught us about one."""

    __tablename__ = "faq_proposals"
    __table_args__ = (Index("ix_faq_proposals_state", "state", "at"),)

    id: str = of_key(primary_key=True)
    faq_id: str = of_words()
    by: str = of_words()
    at: datetime = of_time()
    entry: dict[str, Any] | None = Field(sa_type=JSON_OR_NULL)
    """As a revision keeps it; none for a tip."""
    base: dict[str, Any] | None = Field(sa_type=JSON_OR_NULL)
    note: str = of_words()
    count: int
    state: str = of_key()
    decided_by: str = of_words()
    reason: str = of_words()
    decided_at: datetime | None = of_time()


class HeardRow(Base, table=True):
    """A question that came by telephone, at a counter, by e-mail; without personal data."""

    __tablename__ = "heard"
    __table_args__ = (Index("ix_heard_at", "at"),)

    number: int | None = of_number()
    line: str = of_key()
    text: str = of_words()
    topic: str | None = of_key()
    at: datetime = of_time()
    covered: bool

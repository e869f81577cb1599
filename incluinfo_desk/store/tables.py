"""The tables as they are now. Migrations spell out their own and never import these."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, Index, MetaData, Table
from sqlmodel import Field

from incluinfo_desk.store import tables_of_faq as tables_of_faq
from incluinfo_desk.store import tables_of_incidents as tables_of_incidents
from incluinfo_desk.store.columns import RowNumber
from incluinfo_desk.store.table_kinds import (
    Base,
    of_key,
    of_number,
    of_time,
    of_words,
)
from incluinfo_desk.store.tables_of_conversations import ConversationRow as ConversationRow
from incluinfo_desk.store.tables_of_conversations import DraftRow as DraftRow


class NoteRow(Base, table=True):
    __tablename__ = "notes"

    key: str = of_words(primary_key=True)
    value: str = of_words()
    """JSON."""


class SpendingRow(Base, table=True):
    """What one call of the channel cost."""

    __tablename__ = "spending"
    __table_args__ = (Index("ix_spending_at", "at"),)

    number: int | None = of_number()
    at: datetime = of_time()
    kind: str = of_words()
    count: int
    cost: int = Field(sa_type=RowNumber)
    """Billionths of a US dollar: sums stay exact."""


class AuditRow(Base, table=True):
    """One act (``domain/audit.py``). Triggers refuse every change but a next record."""

    __tablename__ = "audit"

    seq: int | None = of_number()
    at: int = Field(sa_type=BigInteger)
    """Microseconds since 1970, as the chain holds it: no type stands between."""
    officer: str = of_key()
    act: str = of_key()
    subject: str = of_key()
    detail: str = of_key()
    previous: str = of_key()
    hash: str = of_key()


METADATA: MetaData = Base.metadata


def _table(name: str) -> Table:
    return METADATA.tables[name]


conversations = _table("conversations")
posts = _table("posts")
post_versions = _table("post_versions")
drafts = _table("drafts")
outbox = _table("outbox")
faq = _table("faq")
faq_revisions = _table("faq_revisions")
norm_changes = _table("norm_changes")
links = _table("links")
components = _table("components")
component_states = _table("component_states")
incidents = _table("incidents")
incident_updates = _table("incident_updates")
proposals = _table("proposals")
faq_proposals = _table("faq_proposals")
heard = _table("heard")
hoaxes = _table("hoaxes")
hoax_revisions = _table("hoax_revisions")
hoax_days = _table("hoax_days")
hoax_said = _table("hoax_said")
notes = _table("notes")
spending = _table("spending")
audit = _table("audit")
daily_counts = _table("daily_counts")
evidence = _table("evidence")

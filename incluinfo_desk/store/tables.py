"""The tables as they are now. Migrations spell out their own and never import these."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Date, Index, MetaData, Table, Text, text
from sqlmodel import Field, SQLModel

from incluinfo_desk.domain.outgoing import LIVE
from incluinfo_desk.store.columns import Moment, RowNumber, Words


class _Base(SQLModel):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        },
    )


def _key(**more: Any) -> Any:
    """An id of ours or of X: ASCII, so it needs no cleaning."""
    return Field(sa_type=Text, **more)


def _words(**more: Any) -> Any:
    return Field(sa_type=Words, **more)


def _when(**more: Any) -> Any:
    return Field(sa_type=Moment, **more)


def _list() -> Any:
    return Field(sa_type=JSON)


def _number() -> Any:
    return Field(default=None, primary_key=True, sa_type=RowNumber)


class ConversationRow(_Base, table=True):
    """One card of the list, with all it shows, so that a page reads no other table."""

    __tablename__ = "conversations"
    __table_args__ = (
        # The trailing columns let counts and keyset pages read the index alone.
        Index("ix_conversations_state", "state", "last_at", "id", "is_question"),
        Index("ix_conversations_last_at", "last_at", "id", "is_question"),
        Index("ix_conversations_topic", "topic", "state", "last_at", "id", "is_question"),
        Index(
            "ix_conversations_holder",
            *("holder", "state", "last_at", "id"),
            sqlite_where=text("holder IS NOT NULL"),
            postgresql_where=text("holder IS NOT NULL"),
        ),
        Index(
            "ix_conversations_incident",
            *("hint_incident_id", "state", "last_at", "id"),
            sqlite_where=text("hint_incident_id IS NOT NULL"),
            postgresql_where=text("hint_incident_id IS NOT NULL"),
        ),
        Index(
            "ix_conversations_hoax",
            *("hint_hoax_id", "state"),
            sqlite_where=text("hint_hoax_id IS NOT NULL"),
            postgresql_where=text("hint_hoax_id IS NOT NULL"),
        ),
    )

    id: str = _key(primary_key=True)
    thread_id: str = _key()
    citizen_id: str = _key()
    citizen_handle: str = _words()
    citizen_name: str = _words()
    citizen_verified: bool
    citizen_protected: bool
    state: str = _key()
    last_post_id: str = _key()
    last_at: datetime = _when()
    waiting_since: datetime | None = _when()
    topic: str | None = _key()
    topic_set: bool
    """An officer chose the topic: the engine leaves it alone."""
    language: str | None = _key()
    holder: str | None = _words()
    is_question: bool
    has_personal_data: bool
    reopened: bool
    close_reason: str | None = _key()
    hint_faq_id: str | None = _key()
    hint_incident_id: str | None = _key()
    hint_hoax_id: str | None = _key()
    tied: bool
    """An officer tied it to the incident: the engine leaves it alone."""
    last_text: str = _words()


_THEIRS = text("NOT ours AND NOT deleted")


class PostRow(_Base, table=True):
    """A post of anyone, ours included. The number is its place in the text index."""

    __tablename__ = "posts"
    __table_args__ = (
        Index("ix_posts_id", "id", unique=True),
        Index("ix_posts_thread", "thread_id", "created_at"),
        Index("ix_posts_conversation", "conversation_id", "created_at"),
        Index("ix_posts_created_at", "created_at"),
        Index(
            "ix_posts_in_reply_to",
            "in_reply_to",
            sqlite_where=text("in_reply_to IS NOT NULL"),
            postgresql_where=text("in_reply_to IS NOT NULL"),
        ),
        # What X must be asked about again, the longest unasked first.
        Index(
            "ix_posts_checked_at",
            "checked_at",
            sqlite_where=_THEIRS,
            postgresql_where=_THEIRS,
        ),
        Index(
            "ix_posts_hoax",
            *("hoax_id", "created_at"),
            sqlite_where=text("hoax_id IS NOT NULL"),
            postgresql_where=text("hoax_id IS NOT NULL"),
        ),
    )

    number: int | None = _number()
    id: str = _key()
    thread_id: str = _key()
    conversation_id: str | None = _key(foreign_key="conversations.id")
    """Whose matter it belongs to; None for posts of ours that answer nobody."""
    created_at: datetime = _when()
    ours: bool
    deleted: bool
    has_personal_data: bool
    hidden: bool
    in_reply_to: str | None = _key()
    quotes: str | None = _key()
    language: str | None = _key()
    author_id: str = _key()
    author_verified: bool
    author_protected: bool
    author_handle: str = _words()
    author_name: str = _words()
    mentions: list[str] = _list()
    versions: list[str] = _list()
    links: list[list[str]] = _list()
    text: str = _words()
    checked_at: datetime = _when()
    """When X last showed it (it came, or was looked up again)."""
    hoax_id: str | None = _key()
    """The hoax it tells or asks about, once it was counted."""


class PostVersionRow(_Base, table=True):
    """Every id an edited post ever had, so that an old one is known when it comes again."""

    __tablename__ = "post_versions"
    __table_args__ = (Index("ix_post_versions_post", "post"),)

    id: str = _key(primary_key=True)
    post: int = Field(foreign_key="posts.number", sa_type=RowNumber)


class DraftRow(_Base, table=True):
    __tablename__ = "drafts"

    conversation_id: str = _key(primary_key=True, foreign_key="conversations.id")
    text: str = _words()
    cursor: int
    target_id: str = _key()
    updated_at: datetime = _when()
    faq_id: str | None = _key()


_LIVE = text("state IN ({})".format(", ".join(f"'{state}'" for state in sorted(LIVE))))


class OutgoingRow(_Base, table=True):
    """One intended post; never deleted, its text never changed."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_id", "id", unique=True),
        # What makes a second live post for one target impossible, whoever asks for it.
        Index(
            "uq_outbox_live",
            "once",
            unique=True,
            sqlite_where=_LIVE,
            postgresql_where=_LIVE,
        ),
        Index("ix_outbox_once", "once", "state"),
        Index("ix_outbox_state", "state", "not_before"),
        Index("ix_outbox_conversation", "conversation_id"),
        Index("ix_outbox_after", "after_id"),
        Index("ix_outbox_text", "text_normal", "created_at"),
        Index("ix_outbox_faq", "faq_id", "state"),
    )

    number: int | None = _number()
    id: str = _key()
    kind: str = _key()
    state: str = _key()
    once: str | None = _key()
    """``reply:<target>``, ``delete:<target>`` or ``hide:<target>``: what may live only once."""
    created_at: datetime = _when()
    not_before: datetime = _when()
    changed_at: datetime = _when()
    conversation_id: str | None = _key(foreign_key="conversations.id")
    seen_post_id: str | None = _key()
    """The citizen's latest post when this was queued: a later one is not answered by it."""
    target_id: str | None = _key()
    after_id: str | None = _key(foreign_key="outbox.id")
    broadcast_id: str | None = _key()
    media: str | None = _words()
    alt_text: str | None = _words()
    faq_id: str | None = _key()
    author: str = _words()
    attempts: int
    watermark: str | None = _key()
    sent_at: datetime | None = _when()
    looks: int
    post_id: str | None = _key()
    reason: str | None = _key()
    cursor: int | None
    text_normal: str = _words()
    text: str = _words()


class FaqRow(_Base, table=True):
    __tablename__ = "faq"
    __table_args__ = (Index("ix_faq_order", "topic", "id"),)

    id: str = _words(primary_key=True)
    topic: str = _words()
    question: str = _words()
    reply: str = _words()
    variants: list[str] = _list()
    keywords: list[str] = _list()
    link: str | None = _words()
    body: str = _words()
    legal_basis: str | None = _words()
    source: str | None = _words()
    confidence: str = _words()
    needs_private_channel: bool
    review_by: date | None = Field(sa_type=Date)
    valid_from: date | None = Field(sa_type=Date)
    language: str = _words()
    state: str = _key()
    verified_by: str | None = _words()
    verified_at: datetime | None = _when()
    revision: int
    updated_at: datetime | None = _when()
    norms: list[str] = _list()
    no_norm: bool
    procedure: str = _words()
    translations: list[list[str | None]] = _list()
    """Language, reply, link of each."""
    layer: str = _key()
    owner: str = _words()
    review_reason: str = _words()
    link_dead_since: date | None = Field(sa_type=Date)
    folded: str = _words()
    """All that is searched, without case and accents."""


class FaqRevisionRow(_Base, table=True):
    """The entry as each change left it; only ever added to."""

    __tablename__ = "faq_revisions"

    faq_id: str = _words(primary_key=True, foreign_key="faq.id")
    revision: int = Field(primary_key=True)
    at: datetime = _when()
    by: str = _words()
    entry: dict[str, Any] = Field(sa_type=JSON)


class NormChangeRow(_Base, table=True):
    """A norm changed, and how many answers went under review with it."""

    __tablename__ = "norm_changes"
    __table_args__ = (Index("ix_norm_changes_norm", "norm", "source"),)

    number: int | None = _number()
    norm: str = _words()
    title: str = _words()
    in_force: date = Field(sa_type=Date)
    note: str = _words()
    source: str = _words()
    """BOE id of what changes it; empty when an officer knows it from elsewhere."""
    by: str = _words()
    at: datetime = _when()
    entries: int


class LinkRow(_Base, table=True):
    """What the link checker knows of one address (``domain/links.py``)."""

    __tablename__ = "links"

    url: str = _words(primary_key=True)
    checked_at: datetime | None = _when()
    status: int | None
    fault: str = _key()
    final_url: str = _words()
    moved_for_good: bool
    failures: int
    failing_since: datetime | None = _when()
    dead_since: datetime | None = _when()


class ComponentRow(_Base, table=True):
    __tablename__ = "components"

    id: str = _words(primary_key=True)
    position: int
    name: str = _words()
    group: str = _words()
    words: list[str] = _list()
    link: str | None = _words()
    state: str = _key()
    province: str = _key()
    hours: str = _words()
    address: str = _words()
    latitude: float | None
    longitude: float | None
    verified: bool
    retired: bool


class ComponentStateRow(_Base, table=True):
    """A component began to be in a state; only ever added to."""

    __tablename__ = "component_states"
    __table_args__ = (Index("ix_component_states_component", "component_id", "number"),)

    number: int | None = _number()
    component_id: str = _words(foreign_key="components.id")
    state: str = _key()
    at: datetime = _when()
    incident_id: str | None = _key(foreign_key="incidents.id")


class IncidentRow(_Base, table=True):
    __tablename__ = "incidents"
    __table_args__ = (Index("ix_incidents_started", "started_at", "id"),)

    id: str = _key(primary_key=True)
    title: str = _words()
    components: list[str] = _list()
    impact: str = _key()
    state: str = _key()
    started_at: datetime = _when()
    next_update_at: datetime | None = _when()
    ends_at: datetime | None = _when()


class IncidentUpdateRow(_Base, table=True):
    __tablename__ = "incident_updates"
    __table_args__ = (
        Index("ix_incident_updates_incident", "incident_id", "at"),
        Index("ix_incident_updates_outgoing", "outgoing_id"),
    )

    number: int | None = _number()
    id: str = _key(unique=True)
    incident_id: str = _key(foreign_key="incidents.id")
    state: str = _key()
    text: str = _words()
    at: datetime = _when()
    author: str = _words()
    outgoing_id: str | None = _key(foreign_key="outbox.id")
    post_id: str | None = _key()
    corrects: str | None = _key()
    deletion_id: str | None = _key()
    deletion_reason: str = _words()


class ProposalRow(_Base, table=True):
    """Words of ours before a second person; never changed but for the decision."""

    __tablename__ = "proposals"
    __table_args__ = (Index("ix_proposals_settled", "settled", "number"),)

    number: int | None = _number()
    id: str = _key(unique=True)
    kind: str = _key()
    subject: str = _key()
    title: str = _words()
    texts: list[str] = _list()
    payload: dict[str, Any] = Field(sa_type=JSON)
    author: str = _words()
    at: datetime = _when()
    state: str = _key()
    decided_by: str = _words()
    decided_at: datetime | None = _when()
    reason: str = _words()
    settled: bool


class HoaxRow(_Base, table=True):
    """One entry of the register (``domain/hoax.py``); what is only read is in ``entry``."""

    __tablename__ = "hoaxes"

    id: str = _words(primary_key=True)
    claim: str = _words()
    state: str = _key()
    first_seen: date = Field(sa_type=Date)
    revision: int
    updated_at: datetime = _when()
    entry: dict[str, Any] = Field(sa_type=JSON)


class HoaxRevisionRow(_Base, table=True):
    """The entry as each change left it; only ever added to."""

    __tablename__ = "hoax_revisions"

    hoax_id: str = _words(primary_key=True, foreign_key="hoaxes.id")
    revision: int = Field(primary_key=True)
    at: datetime = _when()
    by: str = _words()
    entry: dict[str, Any] = Field(sa_type=JSON)


class HoaxDayRow(_Base, table=True):
    """How many posts told or asked about it: of nobody in particular, so it outlives them."""

    __tablename__ = "hoax_days"

    hoax_id: str = _words(primary_key=True, foreign_key="hoaxes.id")
    day: date = Field(primary_key=True, sa_type=Date)
    """UTC day on which they were written."""
    count: int


class HoaxSaidRow(_Base, table=True):
    """One public word of ours on a hoax; never changed but for the id X gave it."""

    __tablename__ = "hoax_said"
    __table_args__ = (
        Index("ix_hoax_said_hoax", "hoax_id", "number"),
        Index("ix_hoax_said_first", "first_id"),
    )

    number: int | None = _number()
    id: str = _key(unique=True)
    hoax_id: str = _words(foreign_key="hoaxes.id")
    text: str = _words()
    at: datetime = _when()
    author: str = _words()
    approved_by: str = _words()
    first_id: str = _key(foreign_key="outbox.id")
    outgoing_id: str = _key(foreign_key="outbox.id")
    post_id: str | None = _key()


class NoteRow(_Base, table=True):
    __tablename__ = "notes"

    key: str = _words(primary_key=True)
    value: str = _words()
    """JSON."""


class SpendingRow(_Base, table=True):
    """What one call of the channel cost."""

    __tablename__ = "spending"
    __table_args__ = (Index("ix_spending_at", "at"),)

    number: int | None = _number()
    at: datetime = _when()
    kind: str = _words()
    count: int
    cost: int = Field(sa_type=RowNumber)
    """Billionths of a US dollar: sums stay exact."""


class AuditRow(_Base, table=True):
    """One act (``domain/audit.py``). Triggers refuse every change but a next record."""

    __tablename__ = "audit"

    seq: int | None = _number()
    at: int = Field(sa_type=BigInteger)
    """Microseconds since 1970, as the chain holds it: no type stands between."""
    officer: str = _key()
    act: str = _key()
    subject: str = _key()
    detail: str = _key()
    previous: str = _key()
    hash: str = _key()


class DailyCountRow(_Base, table=True):
    """What remains of purged conversations: how many there were, of nobody in particular."""

    __tablename__ = "daily_counts"

    day: date = Field(primary_key=True, sa_type=Date)
    """UTC day on which the citizen wrote last."""
    topic: str = _key(primary_key=True)
    """Empty where none was found."""
    state: str = _key(primary_key=True)
    count: int


class EvidenceRow(_Base, table=True):
    """What one sent answer says about one entry, and the trace of the post it answered."""

    __tablename__ = "evidence"
    __table_args__ = (
        Index("ix_evidence_post", "post"),
        Index("ix_evidence_faq_id", "faq_id"),
        Index("ix_evidence_outgoing_id", "outgoing_id"),
    )

    number: int | None = _number()
    outgoing_id: str = _key()
    faq_id: str = _key()
    verdict: str = _key()
    post: int = Field(foreign_key="posts.number", sa_type=RowNumber)
    trace: bytes
    at: datetime = _when()


_JSON_OR_NULL: Any = JSON(none_as_null=True)


class FaqProposalRow(_Base, table=True):
    """What a colleague would have an answer say, or what citizens taught us about one."""

    __tablename__ = "faq_proposals"
    __table_args__ = (Index("ix_faq_proposals_state", "state", "at"),)

    id: str = _key(primary_key=True)
    faq_id: str = _words()
    by: str = _words()
    at: datetime = _when()
    entry: dict[str, Any] | None = Field(sa_type=_JSON_OR_NULL)
    """As a revision keeps it; none for a tip."""
    base: dict[str, Any] | None = Field(sa_type=_JSON_OR_NULL)
    note: str = _words()
    count: int
    state: str = _key()
    decided_by: str = _words()
    reason: str = _words()
    decided_at: datetime | None = _when()


class HeardRow(_Base, table=True):
    """A question that came by telephone, at a counter, by e-mail; without personal data."""

    __tablename__ = "heard"
    __table_args__ = (Index("ix_heard_at", "at"),)

    number: int | None = _number()
    line: str = _key()
    text: str = _words()
    topic: str | None = _key()
    at: datetime = _when()
    covered: bool


METADATA: MetaData = _Base.metadata


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

"""Conversations: posts, drafts, answers on their way, and what remains of them."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Date, Index, text
from sqlmodel import Field

from incluinfo_desk.domain.outgoing import LIVE
from incluinfo_desk.store.columns import RowNumber
from incluinfo_desk.store.table_kinds import (
    Base,
    of_key,
    of_list,
    of_number,
    of_time,
    of_words,
)


class ConversationRow(Base, table=True):
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

    id: str = of_key(primary_key=True)
    thread_id: str = of_key()
    citizen_id: str = of_key()
    citizen_handle: str = of_words()
    citizen_name: str = of_words()
    citizen_verified: bool
    citizen_protected: bool
    state: str = of_key()
    last_post_id: str = of_key()
    last_at: datetime = of_time()
    waiting_since: datetime | None = of_time()
    topic: str | None = of_key()
    topic_set: bool
    """An officer chose the topic: the engine leaves it alone."""
    language: str | None = of_key()
    holder: str | None = of_words()
    is_question: bool
    has_personal_data: bool
    reopened: bool
    close_reason: str | None = of_key()
    hint_faq_id: str | None = of_key()
    hint_incident_id: str | None = of_key()
    hint_hoax_id: str | None = of_key()
    tied: bool
    """An officer tied it to the incident: the engine leaves it alone."""
    last_text: str = of_words()


_THEIRS = text("NOT ours AND NOT deleted")


class PostRow(Base, table=True):
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

    number: int | None = of_number()
    id: str = of_key()
    thread_id: str = of_key()
    conversation_id: str | None = of_key(foreign_key="conversations.id")
    """Whose matter it belongs to; None for posts of ours that answer nobody."""
    created_at: datetime = of_time()
    ours: bool
    deleted: bool
    has_personal_data: bool
    hidden: bool
    in_reply_to: str | None = of_key()
    quotes: str | None = of_key()
    language: str | None = of_key()
    author_id: str = of_key()
    author_verified: bool
    author_protected: bool
    author_handle: str = of_words()
    author_name: str = of_words()
    mentions: list[str] = of_list()
    versions: list[str] = of_list()
    links: list[list[str]] = of_list()
    text: str = of_words()
    checked_at: datetime = of_time()
    """When X last showed it (it came, or was looked up again)."""
    hoax_id: str | None = of_key()
    """The hoax it tells or asks about, once it was counted."""


class PostVersionRow(Base, table=True):
    """Every id an edited post ever had, so that an old one is known when it comes again."""

    __tablename__ = "post_versions"
    __table_args__ = (Index("ix_post_versions_post", "post"),)

    id: str = of_key(primary_key=True)
    post: int = Field(foreign_key="posts.number", sa_type=RowNumber)


class DraftRow(Base, table=True):
    __tablename__ = "drafts"

    conversation_id: str = of_key(primary_key=True, foreign_key="conversations.id")
    text: str = of_words()
    cursor: int
    target_id: str = of_key()
    updated_at: datetime = of_time()
    faq_id: str | None = of_key()


_LIVE = text("state IN ({})".format(", ".join(f"'{state}'" for state in sorted(LIVE))))


class OutgoingRow(Base, table=True):
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

    number: int | None = of_number()
    id: str = of_key()
    kind: str = of_key()
    state: str = of_key()
    once: str | None = of_key()
    """``reply:<target>``, ``delete:<target>`` or ``hide:<target>``: what may live only once."""
    created_at: datetime = of_time()
    not_before: datetime = of_time()
    changed_at: datetime = of_time()
    conversation_id: str | None = of_key(foreign_key="conversations.id")
    seen_post_id: str | None = of_key()
    """The citizen's latest post when this was queued: a later one is not answered by it."""
    target_id: str | None = of_key()
    after_id: str | None = of_key(foreign_key="outbox.id")
    broadcast_id: str | None = of_key()
    media: str | None = of_words()
    alt_text: str | None = of_words()
    faq_id: str | None = of_key()
    author: str = of_words()
    attempts: int
    watermark: str | None = of_key()
    sent_at: datetime | None = of_time()
    looks: int
    post_id: str | None = of_key()
    reason: str | None = of_key()
    cursor: int | None
    text_normal: str = of_words()
    text: str = of_words()


class EvidenceRow(Base, table=True):
    """What one sent answer says about one entry, and the trace of the post it answered."""

    __tablename__ = "evidence"
    __table_args__ = (
        Index("ix_evidence_post", "post"),
        Index("ix_evidence_faq_id", "faq_id"),
        Index("ix_evidence_outgoing_id", "outgoing_id"),
    )

    number: int | None = of_number()
    outgoing_id: str = of_key()
    faq_id: str = of_key()
    verdict: str = of_key()
    post: int = Field(foreign_key="posts.number", sa_type=RowNumber)
    trace: bytes
    at: datetime = of_time()


class DailyCountRow(Base, table=True):
    """What remains of purged conversations: how many there were, of nobody in particular."""

    __tablename__ = "daily_counts"

    day: date = Field(primary_key=True, sa_type=Date)
    """UTC day on which the citizen wrote last."""
    topic: str = of_key(primary_key=True)
    """Empty where none was found."""
    state: str = of_key(primary_key=True)
    count: int

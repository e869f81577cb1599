"""From rows to the domain's words and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from incluinfo_desk.domain.conversation import (
    CloseReason,
    Conversation,
    ConversationId,
    Hint,
    State,
    is_veiled,
)
from incluinfo_desk.domain.outgoing import Kind, Outgoing, OutgoingState
from incluinfo_desk.domain.post import AccountId, Author, Link, Post, PostId
from incluinfo_desk.store.exact import clean

if TYPE_CHECKING:
    from sqlalchemy import RowMapping

    Row = Mapping[str, Any] | RowMapping


@dataclass(frozen=True, slots=True)
class StoredPost:
    post: Post
    ours: bool
    has_personal_data: bool
    """The citizen wrote personal data; the stored text has it masked."""
    deleted: bool
    """Its author took it back: the text is gone for good."""
    seen_at: datetime | None = None
    """When X last showed it."""

    def veiled(self, now: datetime) -> bool:
        """Whether its words are kept from view until X was asked again."""
        return not self.ours and not self.deleted and is_veiled(self.seen_at, now)


def post_values(
    post: Post, *, ours: bool, has_personal_data: bool, seen_at: datetime | None = None
) -> dict[str, Any]:
    """A new row of ``posts``, still without the conversation it belongs to."""
    author = post.author
    return {
        "id": post.id,
        "thread_id": post.thread_id,
        "conversation_id": None,
        "created_at": post.created_at,
        "ours": ours,
        "deleted": False,
        "has_personal_data": has_personal_data,
        "hidden": post.hidden,
        "in_reply_to": post.in_reply_to,
        "quotes": post.quotes,
        "language": post.language,
        "author_id": author.id,
        "author_verified": author.verified,
        "author_protected": author.protected,
        "author_handle": author.handle,
        "author_name": author.name,
        "mentions": list(post.mentions),
        "versions": list(post.versions),
        "links": [[clean(x.shown), clean(x.target), clean(x.short)] for x in post.links],
        "text": post.text,
        "checked_at": max(seen_at or post.created_at, post.created_at),
        "hoax_id": None,
    }


def post_of(row: Row) -> StoredPost:
    return StoredPost(
        post=Post(
            id=PostId(row["id"]),
            author=Author(
                id=AccountId(row["author_id"]),
                handle=row["author_handle"],
                name=row["author_name"],
                verified=row["author_verified"],
                protected=row["author_protected"],
            ),
            text=row["text"],
            created_at=row["created_at"],
            thread_id=PostId(row["thread_id"]),
            in_reply_to=row["in_reply_to"],
            quotes=row["quotes"],
            mentions=tuple(AccountId(x) for x in row["mentions"]),
            links=tuple(Link(*x) for x in row["links"]),
            language=row["language"],
            versions=tuple(PostId(x) for x in row["versions"]),
            hidden=row["hidden"],
        ),
        ours=row["ours"],
        has_personal_data=row["has_personal_data"],
        deleted=row["deleted"],
        seen_at=row["checked_at"],
    )


def conversation_of(row: Row) -> Conversation:
    reason = row["close_reason"]
    return Conversation(
        id=ConversationId(row["id"]),
        thread_id=PostId(row["thread_id"]),
        citizen=Author(
            id=AccountId(row["citizen_id"]),
            handle=row["citizen_handle"],
            name=row["citizen_name"],
            verified=row["citizen_verified"],
            protected=row["citizen_protected"],
        ),
        state=State(row["state"]),
        last_post_id=PostId(row["last_post_id"]),
        last_text=row["last_text"],
        last_at=row["last_at"],
        waiting_since=row["waiting_since"],
        topic=row["topic"],
        language=row["language"],
        holder=row["holder"],
        is_question=row["is_question"],
        has_personal_data=row["has_personal_data"],
        reopened=row["reopened"],
        close_reason=None if reason is None else CloseReason(reason),
        seen_at=row.get("seen_at"),
        hint=Hint(row["hint_faq_id"], row["hint_incident_id"], row["hint_hoax_id"]),
    )


OUTGOING_FIELDS = tuple(Outgoing.__dataclass_fields__)


def outgoing_of(row: Row) -> Outgoing:
    values = {name: row[name] for name in OUTGOING_FIELDS}
    values["kind"] = Kind(values["kind"])
    values["state"] = OutgoingState(values["state"])
    return Outgoing(**values)

"""Posts on their way to the public: never twice, never lost.

X has no idempotency key, so at-most-once is built here (reliability-security §1.3):
one row per intended post, its text frozen at the click; ``SENDING`` is committed before
the first byte leaves; a doubtful outcome is settled by reading, never by sending again.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from incluinfo_desk.domain.conversation import ConversationId
from incluinfo_desk.domain.post import Post, PostId, id_order


class Kind(StrEnum):
    REPLY = "reply"
    STANDALONE = "standalone"
    """Opens a thread of ours."""
    THREAD_PART = "thread_part"
    """Continues a thread of ours; waits until the part before it is SENT."""
    DELETION = "deletion"
    HIDE = "hide"
    UNHIDE = "unhide"


class OutgoingState(StrEnum):
    QUEUED = "queued"
    CHECKING = "checking"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    """We do not know yet; settled by reading our own timeline."""
    UNCONFIRMED = "unconfirmed"
    """Read often enough without finding it: a person decides."""
    ANSWERED_ELSEWHERE = "answered_elsewhere"
    CANCELLED = "cancelled"


LIVE = frozenset(
    {
        OutgoingState.QUEUED,
        OutgoingState.CHECKING,
        OutgoingState.SENDING,
        OutgoingState.UNKNOWN,
        OutgoingState.UNCONFIRMED,
        OutgoingState.ANSWERED_ELSEWHERE,
    },
)
"""States in which no second post for the same target may be made. SENT also blocks a
reply to the same post, except one written knowingly as a further answer."""

MOVES: dict[OutgoingState, frozenset[OutgoingState]] = {
    OutgoingState.QUEUED: frozenset({OutgoingState.CHECKING, OutgoingState.CANCELLED}),
    OutgoingState.CHECKING: frozenset(
        {
            OutgoingState.QUEUED,
            OutgoingState.SENDING,
            OutgoingState.SENT,
            OutgoingState.REFUSED,
            OutgoingState.ANSWERED_ELSEWHERE,
        },
    ),
    OutgoingState.SENDING: frozenset(
        {
            OutgoingState.SENT,
            OutgoingState.QUEUED,
            OutgoingState.REFUSED,
            OutgoingState.UNKNOWN,
        },
    ),
    OutgoingState.UNKNOWN: frozenset(
        {
            OutgoingState.SENT,
            OutgoingState.ANSWERED_ELSEWHERE,
            OutgoingState.UNCONFIRMED,
        },
    ),
    OutgoingState.UNCONFIRMED: frozenset(
        {OutgoingState.SENT, OutgoingState.QUEUED, OutgoingState.CANCELLED},
    ),
    OutgoingState.ANSWERED_ELSEWHERE: frozenset(
        {OutgoingState.QUEUED, OutgoingState.CANCELLED},
    ),
    OutgoingState.SENT: frozenset(),
    OutgoingState.REFUSED: frozenset(),
    OutgoingState.CANCELLED: frozenset(),
}

SETTLE_AFTER = tuple(timedelta(seconds=s) for s in (0, 5, 15, 45, 120, 300, 900))
"""When an unknown outcome is looked for, counted from the last byte sent."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    id: str
    kind: Kind
    text: str
    state: OutgoingState
    created_at: datetime
    not_before: datetime
    """End of the undo hold, or of X's wait."""
    changed_at: datetime
    conversation_id: ConversationId | None = None
    target_id: PostId | None = None
    """What is answered, deleted or hidden; None for a standalone post."""
    after_id: str | None = None
    """The Outgoing that must be SENT first; its post becomes the target (THREAD_PART)."""
    broadcast_id: str | None = None
    """Incident update this belongs to."""
    media: str | None = None
    """Path of an image inside the data folder."""
    alt_text: str | None = None
    faq_id: str | None = None
    author: str = ""
    """Initials of the officer."""
    attempts: int = 0
    watermark: PostId | None = None
    """Our newest post when SENDING began: what we look for is younger."""
    sent_at: datetime | None = None
    """When the last byte may have left."""
    looks: int = 0
    """How often the timeline was read without finding it."""
    post_id: PostId | None = None
    """The public post, once known."""
    reason: str | None = None
    """Key of the problem that refused or doubts it."""
    cursor: int | None = None
    """Where the writer's cursor stood, so that an undo returns there."""


def normalised(text: str) -> str:
    """The text as two copies of one post agree on it.

    X escapes entities, prepends the @s of a reply and swaps links for t.co addresses;
    the caller expands links first (:func:`same_text`).
    """
    plain = html.unescape(unicodedata.normalize("NFC", text))
    plain = re.sub(r"^(?:\s*@\w{1,20})+\s*", "", plain)
    return re.sub(r"\s+", " ", plain).strip()


def repeated(posts: Iterable[Post]) -> Post | None:
    """The younger of two posts of ours that say the same below the same post: X published a
    request that we had given up, beside the one a person sent again. ``posts`` are ours."""
    seen: set[tuple[PostId | None, str]] = set()
    for post in sorted(posts, key=lambda p: id_order(p.id)):
        said = (post.in_reply_to, normalised(_expanded(post)))
        if post.in_reply_to is not None and said in seen:
            return post
        seen.add(said)
    return None


def same_text(ours: str, post: Post) -> bool:
    """Whether ``post`` carries the text ``ours``, links expanded on both sides."""
    theirs = _expanded(post)
    if normalised(theirs) == normalised(ours):
        return True
    # Hosts typed without a scheme come back with one.
    bare = re.compile(r"https?://", re.IGNORECASE)
    return bare.sub("", normalised(theirs)).replace("/ ", " ").rstrip("/") == bare.sub(
        "",
        normalised(ours),
    ).replace("/ ", " ").rstrip("/")


def _expanded(post: Post) -> str:
    """Its text with X's short addresses, which differ for each copy, opened up."""
    text = post.text
    for link in post.links:
        if link.short:
            text = text.replace(link.short, link.target)
    return text

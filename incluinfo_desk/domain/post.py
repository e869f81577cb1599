"""What a channel gave us: posts and the people who wrote them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

PostId = NewType("PostId", str)
"""A post's id as X gives it: decimal digits. Text from the network to the screen,
because the numbers overflow ``Signal(int)`` silently."""

AccountId = NewType("AccountId", str)


def id_order(post_id: PostId) -> tuple[int, str]:
    """Sort key that orders snowflake ids by age without turning them into numbers."""
    return len(post_id), post_id


@dataclass(frozen=True, slots=True)
class Author:
    id: AccountId
    handle: str
    """Without the leading @."""
    name: str
    verified: bool = False
    protected: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    shown: str
    """What X prints in place of the t.co address (``display_url``)."""
    target: str
    """Where it leads (``expanded_url``)."""
    short: str = ""
    """The t.co address that stands in the text."""


@dataclass(frozen=True, slots=True)
class Post:
    id: PostId
    author: Author
    text: str
    """As its author sees it: entities unescaped once, long posts whole."""
    created_at: datetime
    thread_id: PostId
    """X's ``conversation_id``: the id of the post that opened the thread."""
    in_reply_to: PostId | None = None
    quotes: PostId | None = None
    mentions: tuple[AccountId, ...] = ()
    """Accounts named with an @ in the body, explicit or carried by a reply."""
    links: tuple[Link, ...] = ()
    language: str | None = None
    """X's own guess (BCP 47), absent when X does not know."""
    versions: tuple[PostId, ...] = ()
    """Oldest to newest ids when the author edited it."""
    hidden: bool = False

    def __post_init__(self) -> None:
        if self.created_at.tzinfo is None:
            raise ValueError("Post.created_at must be aware")

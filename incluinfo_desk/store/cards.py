"""What a card of the list is read from."""

from __future__ import annotations

from sqlalchemy import select

from incluinfo_desk.store.tables import conversations, posts

_LATEST = posts.alias("latest")
_SEEN = (
    select(_LATEST.c.checked_at)
    .where(_LATEST.c.id == conversations.c.last_post_id)
    .scalar_subquery()
)
CARD = (conversations, _SEEN.label("seen_at"))
"""Columns of ``rows.conversation_of``: the row, and when X last showed its latest post."""

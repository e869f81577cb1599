"""Everything an answer is decided on, read in one view of the data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from incluinfo_desk.domain.conversation import Conversation, ConversationId
from incluinfo_desk.domain.outgoing import Outgoing
from incluinfo_desk.domain.post import id_order
from incluinfo_desk.domain.reply import Draft
from incluinfo_desk.store.cards import CARD
from incluinfo_desk.store.drafts import read_draft
from incluinfo_desk.store.ledger import read_spent
from incluinfo_desk.store.rows import StoredPost, conversation_of, outgoing_of, post_of
from incluinfo_desk.store.tables import conversations, outbox, posts


@dataclass(frozen=True, slots=True)
class Grounds:
    conversation: Conversation
    posts: tuple[StoredPost, ...]
    """The citizen's, and all of ours in the thread, oldest first. Not the hundreds that
    others may have written below the same notice."""
    outgoing: tuple[Outgoing, ...]
    """Everything ever queued for it, the oldest first."""
    draft: Draft | None
    spent: Decimal
    """US dollars since the day asked for."""


def read_grounds(session: Session, id: ConversationId, spent_since: datetime) -> Grounds | None:
    """None for a conversation that is not here."""
    row = session.execute(select(*CARD).where(conversations.c.id == id)).mappings().first()
    if row is None:
        return None
    p = posts.c
    mine = select(posts).where(
        p.thread_id == row["thread_id"], or_(p.ours, p.conversation_id == id)
    )
    found = [post_of(each) for each in session.execute(mine).mappings()]
    queued = select(outbox).where(outbox.c.conversation_id == id).order_by(outbox.c.number)
    return Grounds(
        conversation=conversation_of(row),
        posts=tuple(sorted(found, key=lambda s: (s.post.created_at, id_order(s.post.id)))),
        outgoing=tuple(outgoing_of(each) for each in session.execute(queued).mappings()),
        draft=read_draft(session, id),
        spent=read_spent(session, spent_since),
    )

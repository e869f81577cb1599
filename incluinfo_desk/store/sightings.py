"""What else happens to a known hoax in others' transactions: it is seen, or rebutted."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from incluinfo_desk.domain.hoax import HoaxState
from incluinfo_desk.store.tables import conversations, hoax_days, hoax_said, hoaxes, posts

_D, _S = hoax_days.c, hoax_said.c


def seen(session: Session, hoax_id: str, at: datetime) -> None:
    """Count one post; the caller sees to it that each is counted once."""
    day = at.astimezone(UTC).date()
    same = (_D.hoax_id == hoax_id, _D.day == day)
    counted = session.execute(update(hoax_days).where(*same).values(count=_D.count + 1))
    if not counted.rowcount:  # type: ignore[attr-defined]
        session.execute(insert(hoax_days).values(hoax_id=hoax_id, day=day, count=1))


def count_latest(session: Session, conversation_id: str, hoax_id: str) -> None:
    """The citizen's latest post tells this hoax: count it, unless it was counted."""
    c = conversations.c
    latest = select(c.last_post_id).where(c.id == conversation_id).scalar_subquery()
    post = session.execute(
        select(posts.c.number, posts.c.created_at).where(
            posts.c.id == latest, posts.c.hoax_id.is_(None), ~posts.c.ours, ~posts.c.deleted
        ),
    ).first()
    if post is not None:
        session.execute(update(posts).where(posts.c.number == post.number).values(hoax_id=hoax_id))
        seen(session, hoax_id, post.created_at)


def uncount(session: Session, conversation_id: str, hoax_id: str) -> None:
    """The citizen's posts do not tell this hoax after all."""
    p = posts.c
    theirs = p.conversation_id == conversation_id, p.hoax_id == hoax_id
    for at in session.scalars(select(p.created_at).where(*theirs)).all():
        same = (_D.hoax_id == hoax_id, _D.day == at.astimezone(UTC).date(), _D.count > 0)
        session.execute(update(hoax_days).where(*same).values(count=_D.count - 1))
    session.execute(update(posts).where(*theirs).values(hoax_id=None))


def rebuttal_published(session: Session, outgoing_id: str, post_id: str) -> None:
    """The first post of a rebuttal is public: now, and not at the click, it is rebutted."""
    mine = session.scalar(select(_S.hoax_id).where(_S.first_id == outgoing_id))
    if mine is None:
        return
    session.execute(update(hoax_said).where(_S.first_id == outgoing_id).values(post_id=post_id))
    session.execute(
        update(hoaxes).where(hoaxes.c.id == mine).values(state=HoaxState.REBUTTED.value),
    )

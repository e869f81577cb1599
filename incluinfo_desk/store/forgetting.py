"""What X or its author took back goes from here as well (X's developer terms; RGPD art. 17)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, or_, select, update
from sqlalchemy.orm import Session

from incluinfo_desk.domain.conversation import WAITING, CloseReason, State
from incluinfo_desk.store.arrivals import chunks
from incluinfo_desk.store.evidence import drop_of
from incluinfo_desk.store.tables import conversations, post_versions, posts

_P = posts.c


@dataclass(frozen=True, slots=True)
class Forgotten:
    posts: tuple[str, ...]
    """Ids of what was here with its text until now."""
    conversations: tuple[str, ...]
    """Those that changed."""


def forget(session: Session, ids: Sequence[str]) -> Forgotten:
    """Erase the texts of ``ids``."""
    erased: list[str] = []
    concerned: dict[str, None] = {}
    for part in chunks(ids):
        versions = select(post_versions.c.post).where(post_versions.c.id.in_(part))
        gone = session.execute(
            select(_P.number, _P.id, _P.conversation_id, _P.ours).where(
                or_(_P.id.in_(part), _P.number.in_(versions)),
                ~_P.deleted,
            ),
        ).all()
        session.execute(
            update(posts)
            .where(_P.number.in_([row.number for row in gone]))
            .values(text="", links=[], mentions=[], quotes=None, deleted=True),
        )
        drop_of(session, [row.number for row in gone])
        erased += [row.id for row in gone]
        concerned.update((row.conversation_id, None) for row in gone if row.conversation_id)
        for key in {row.conversation_id for row in gone if not row.ours and row.conversation_id}:
            _settle(session, key)
    return Forgotten(tuple(erased), tuple(concerned))


def _settle(session: Session, key: str) -> None:
    """Show the conversation as what remains of it."""
    mine = (_P.conversation_id == key, ~_P.deleted)
    last = (
        session.execute(
            select(posts).where(*mine, ~_P.ours).order_by(_P.created_at.desc(), _P.number.desc()),
        )
        .mappings()
        .first()
    )
    if last is None:
        changes: dict[str, Any] = {
            "state": State.CLOSED.value,
            "close_reason": CloseReason.DELETED.value,
            "last_text": "",
            "waiting_since": None,
            "reopened": False,
        }
    else:
        changes = {
            "last_post_id": last["id"],
            "last_text": last["text"],
            "last_at": last["created_at"],
            "has_personal_data": last["has_personal_data"],
        }
        waits = select(conversations.c.state).where(conversations.c.id == key)
        if session.scalar(waits) in WAITING:
            answered = session.scalar(select(func.max(_P.created_at)).where(*mine, _P.ours))
            asked = select(func.min(_P.created_at)).where(*mine, ~_P.ours)
            if answered is not None:
                asked = asked.where(_P.created_at > answered)
            since = session.scalar(asked)
            # Only what came after our answer is gone: the answer stands again.
            changes |= {"waiting_since": since} if since else _ANSWERED
    session.execute(update(conversations).where(conversations.c.id == key).values(changes))


_ANSWERED = {"state": State.ANSWERED.value, "waiting_since": None, "reopened": False}

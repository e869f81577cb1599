"""Everyone who asked about an incident, and what was said to each since a moment."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from incluinfo_desk.domain.closing import Asker
from incluinfo_desk.domain.outgoing import OutgoingState
from incluinfo_desk.store.arrivals import chunks
from incluinfo_desk.store.cards import CARD
from incluinfo_desk.store.rows import conversation_of
from incluinfo_desk.store.tables import conversations, notes, outbox, posts

_FAILED = sorted({OutgoingState.CANCELLED, OutgoingState.REFUSED, OutgoingState.ANSWERED_ELSEWHERE})


def read_askers(session: Session, incident_id: str, since: datetime) -> tuple[Asker, ...]:
    """Whatever state their conversations are in, who wrote first before the others."""
    c = conversations.c
    found = session.execute(
        select(*CARD).where(c.hint_incident_id == incident_id).order_by(c.last_at, c.id)
    )
    rows = found.mappings().all()
    keys = [row["id"] for row in rows]
    told = _told(session, keys, since)
    answered, gone = _seen(session, keys, since)
    return tuple(
        Asker(
            conversation=conversation_of(row),
            gone=row["last_post_id"] in gone,
            told=row["id"] in told,
            answered=row["id"] in answered,
        )
        for row in rows
    )


def _told(session: Session, keys: Sequence[str], since: datetime) -> set[str]:
    told: set[str] = set()
    for part in chunks(keys):
        queued = select(outbox.c.conversation_id).where(
            outbox.c.conversation_id.in_(part),
            outbox.c.created_at >= since,
            outbox.c.state.not_in(_FAILED),
        )
        told.update(str(key) for key in session.scalars(queued))
        by_hand = select(notes.c.key, notes.c.value).where(
            notes.c.key.in_([f"by_hand.{key}" for key in part])
        )
        for key, value in session.execute(by_hand):
            if datetime.fromisoformat(json.loads(value)["at"]) >= since:
                told.add(key.removeprefix("by_hand."))
    return told


def _seen(session: Session, keys: Sequence[str], since: datetime) -> tuple[set[str], set[str]]:
    """Conversations with a post of ours since, and ids of citizens' posts that are gone."""
    answered: set[str] = set()
    gone: set[str] = set()
    p = posts.c
    for part in chunks(keys):
        mine = p.conversation_id.in_(part)
        ours = select(p.conversation_id).where(mine, p.ours, p.created_at >= since)
        answered.update(str(key) for key in session.scalars(ours))
        gone.update(session.scalars(select(p.id).where(mine, ~p.ours, p.deleted)))
    return answered, gone

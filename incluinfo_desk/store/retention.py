"""What the desk must let go of: by age, by a person's wish, and out of every file.

X's terms and RGPD art. 5 and 17 (reliability-security §4.2). What remains of a purged
conversation is a count of nobody in particular, our own public words, and a receipt in the
audit record.
"""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import delete, func, insert, or_, select, text, update
from sqlalchemy.orm import Session

from incluinfo_desk.domain.audit import CLOCKWORK, Act
from incluinfo_desk.domain.conversation import VEIL_AFTER, ConversationId, State
from incluinfo_desk.domain.outgoing import LIVE, OutgoingState
from incluinfo_desk.domain.post import AccountId, PostId
from incluinfo_desk.domain.problems import NotAllowed, Trouble
from incluinfo_desk.store import dialect
from incluinfo_desk.store.arrivals import chunks
from incluinfo_desk.store.audit import Entry, append, seal
from incluinfo_desk.store.database import Database
from incluinfo_desk.store.evidence import drop_of
from incluinfo_desk.store.exact import Clock
from incluinfo_desk.store.notes import read_note, write_note
from incluinfo_desk.store.tables import (
    conversations,
    daily_counts,
    drafts,
    notes,
    outbox,
    post_versions,
    posts,
)

_C, _P, _O, _N = conversations.c, posts.c, outbox.c, daily_counts.c

_UNTIDY = "retention.untidy"

_THEIRS = text("NOT posts.ours AND NOT posts.deleted")
"""Spelled as the index has it: SQLite does not see that ``ours = 0`` is the same."""

_NEVER_PUBLIC = (OutgoingState.CANCELLED.value, OutgoingState.REFUSED.value)
_UNDER_WAY = (OutgoingState.CHECKING, OutgoingState.SENDING, OutgoingState.UNKNOWN)
"""X may have the text at this moment: it is needed to find out."""
_WAITING_HERE = (
    OutgoingState.QUEUED,
    OutgoingState.UNCONFIRMED,
    OutgoingState.ANSWERED_ELSEWHERE,
)
_TOMBSTONE: dict[str, Any] = {
    "text": "",
    "links": [],
    "mentions": [],
    "versions": [],
    "quotes": None,
    "in_reply_to": None,
    "language": None,
    "author_id": "",
    "author_handle": "",
    "author_name": "",
    "author_verified": False,
    "author_protected": False,
    "has_personal_data": False,
    "thread_id": "",
    "conversation_id": None,
    "deleted": True,
}
"""Only the id stays, so that the overlap of the next poll does not bring the post back."""


@dataclass(frozen=True, slots=True)
class Purged:
    posts: int = 0
    conversations: tuple[ConversationId, ...] = ()
    drafts: int = 0
    more: bool = False
    """There is another batch."""


@dataclass(frozen=True, slots=True)
class Count:
    day: date
    topic: str
    """Empty where none was found."""
    state: State
    count: int


@dataclass(frozen=True, slots=True)
class PersonForgotten:
    """What was erased; a receipt that names nobody."""

    seal: str
    """Stands in the audit record in place of the account."""
    posts: int
    conversations: tuple[ConversationId, ...]
    drafts: int
    cancelled: tuple[str, ...]
    """Ids of answers that had not gone out and never will."""
    public: int
    """Answers of ours that X still shows: only deleting them there takes them back."""


class Retention:
    def __init__(self, database: Database, now: Clock) -> None:
        self._database = database
        self._now = now

    # --- asking X again --------------------------------------------------------------------

    async def unchecked(self, since: datetime, limit: int) -> tuple[PostId, ...]:
        """Citizens' posts that X has not shown since then, the longest unasked first."""
        statement = (
            select(_P.id).where(_THEIRS, _P.checked_at < since).order_by(_P.checked_at).limit(limit)
        )
        return await self._database.read(
            lambda session: tuple(PostId(id) for id in session.scalars(statement)),
        )

    async def checked(self, ids: Sequence[PostId], at: datetime) -> tuple[ConversationId, ...]:
        """X was asked about these at ``at``; the conversations whose veil that lifts."""

        def work(session: Session) -> tuple[ConversationId, ...]:
            lifted: dict[ConversationId, None] = {}
            for part in chunks(ids):
                veiled = select(_P.conversation_id).where(
                    _P.id.in_(part),
                    _P.checked_at < at - VEIL_AFTER,
                    _P.conversation_id.is_not(None),
                )
                lifted.update((ConversationId(key), None) for key in session.scalars(veiled))
                session.execute(update(posts).where(_P.id.in_(part)).values(checked_at=at))
            return tuple(lifted)

        return await self._database.write(work)

    # --- by age ----------------------------------------------------------------------------

    async def purge(self, before: datetime, limit: int = 500) -> Purged:
        """Erase what citizens wrote before then; one batch, in one transaction.

        A conversation goes whole once its last post is that old, answered or not. One with
        an answer that is not settled stays without its words; one whose draft is younger
        stays until the draft is as old.
        """
        return await self._database.write(
            lambda session: _purge(session, self._now(), before, limit),
        )

    async def counts(self, since: date) -> tuple[Count, ...]:
        """How many conversations were purged, by the day the citizen wrote last."""
        statement = select(daily_counts).where(_N.day >= since).order_by(_N.day, _N.topic, _N.state)

        def work(session: Session) -> tuple[Count, ...]:
            rows = session.execute(statement).mappings()
            return tuple(Count(r["day"], r["topic"], State(r["state"]), r["count"]) for r in rows)

        return await self._database.read(work)

    # --- by a person's wish ----------------------------------------------------------------

    async def person(self, who: str) -> AccountId | None:
        """The account of a citizen by id or handle, with or without @; None when unknown."""
        name = who.strip().removeprefix("@")
        statement = (
            select(_C.citizen_id)
            .where(or_(_C.citizen_id == name, func.lower(_C.citizen_handle) == name.lower()))
            .order_by(_C.last_at.desc())
            .limit(1)
        )
        found = await self._database.read(lambda session: session.scalar(statement))
        return None if found is None else AccountId(found)

    async def forget_person(self, who: AccountId, officer: str) -> PersonForgotten:
        """Erase all of one citizen in one transaction and cancel what waits to be sent.

        Raises Trouble(NotAllowed("person", ...)) while an answer may be on its way at X.
        """
        return await self._database.write(
            lambda session: _forget_person(session, self._now(), who, officer),
        )

    # --- out of the files ------------------------------------------------------------------

    async def tidy(self) -> bool:
        """Take what was erased since the last time out of the files too.

        Other writing waits meanwhile, about a second for 100 MB. False when a reader held
        the log, or the desk was closed: then the next time does it.
        """
        mark = await self._database.read(lambda session: read_note(session, _UNTIDY))
        if not mark:
            return True
        first = True
        while await self._database.write(
            lambda session, first=first: dialect.merge_index(session, begin=first),  # type: ignore[misc]
        ):
            first = False
        done = await self._database.rewrite()
        if done:
            await self._database.write(lambda session: _tidied(session, mark))
        return done


def untidy(session: Session) -> None:
    """Note that something was erased which may still stand somewhere in the files."""
    write_note(session, _UNTIDY, secrets.token_hex(4))


def _tidied(session: Session, mark: str) -> None:
    if read_note(session, _UNTIDY) == mark:  # else more was erased meanwhile
        write_note(session, _UNTIDY, None)


def _purge(session: Session, now: datetime, before: datetime, limit: int) -> Purged:
    unsettled = select(_O.conversation_id).where(
        _O.state.in_(sorted(LIVE)),
        _O.conversation_id.is_not(None),
    )
    writing = select(drafts.c.conversation_id).where(drafts.c.updated_at >= before)
    keys = session.scalars(
        select(_C.id)
        .where(_C.last_at < before, _C.id.not_in(unsettled), _C.id.not_in(writing))
        .order_by(_C.last_at)
        .limit(limit),
    ).all()
    of_keys = session.execute(
        select(_P.number, _P.id).where(_P.conversation_id.in_(keys), ~_P.ours),
    ).all()
    _count(session, keys)
    _drop_posts(session, [row.number for row in of_keys])
    dropped = _drop_conversations(session, keys)
    older = session.execute(
        select(_P.number, _P.id)
        .where(
            _P.created_at < before,
            ~_P.ours,
            or_(_P.conversation_id.is_(None), _P.conversation_id.not_in(writing)),
        )
        .limit(limit),
    ).all()
    _drop_posts(session, [row.number for row in older])
    session.execute(
        update(conversations)
        .where(_C.last_at < before, _C.id.in_(unsettled), _C.id.not_in(writing))
        .values(last_text=""),
    )
    ids = sorted((row.id for row in (*of_keys, *older)), key=lambda id: (len(id), id))
    if keys or ids:
        told: dict[str, object] = {
            "before": before.isoformat(),
            "posts": len(ids),
            "conversations": len(keys),
            "drafts": dropped,
        }
        if ids:
            told |= {"oldest": ids[0], "youngest": ids[-1]}
        untidy(session)
        append(session, now, Entry(Act.PURGED, CLOCKWORK, detail=told))
    return Purged(
        posts=len(ids),
        conversations=tuple(ConversationId(key) for key in keys),
        drafts=dropped,
        more=len(keys) == limit or len(older) == limit,
    )


def _forget_person(session: Session, now: datetime, who: str, officer: str) -> PersonForgotten:
    keys = session.scalars(select(_C.id).where(_C.citizen_id == who)).all()
    states = {
        state
        for part in chunks(keys)
        for state in session.scalars(select(_O.state).where(_O.conversation_id.in_(part)))
    }
    for state in _UNDER_WAY:
        if state in states:
            raise Trouble(NotAllowed("person", state, "forgotten"))
    cancelled: list[str] = []
    public = erased = 0
    for part in chunks(keys):
        theirs = _O.conversation_id.in_(part)
        waiting = (theirs, _O.state.in_(_WAITING_HERE))
        cancelled += session.scalars(select(_O.id).where(*waiting))
        public += session.scalar(
            select(func.count()).where(theirs, _O.state == OutgoingState.SENT),
        ) or 0  # fmt: skip
        session.execute(
            update(outbox)
            .where(*waiting)
            .values(state=OutgoingState.CANCELLED.value, changed_at=now),
        )
        # Our answer may greet the person by name.
        session.execute(update(outbox).where(theirs).values(text="", text_normal=""))
        ours = session.scalars(
            select(_P.number).where(_P.conversation_id.in_(part), _P.ours),
        ).all()
        _drop_posts(session, ours)
    _count(session, keys)
    numbers = session.scalars(select(_P.number).where(_P.author_id == who, ~_P.ours)).all()
    for some in chunks(numbers):
        drop_of(session, some)
        session.execute(update(posts).where(_P.number.in_(some)).values(_TOMBSTONE))
    erased = _drop_conversations(session, keys)
    forgotten = PersonForgotten(
        seal=seal(session, who),
        posts=len(numbers),
        conversations=tuple(ConversationId(key) for key in keys),
        drafts=erased,
        cancelled=tuple(cancelled),
        public=public,
    )
    told: dict[str, object] = {
        "posts": forgotten.posts,
        "conversations": len(keys),
        "drafts": erased,
        "cancelled": cancelled,
        "public": public,
    }
    untidy(session)
    append(session, now, Entry(Act.PERSON_FORGOTTEN, officer, forgotten.seal, told))
    return forgotten


def _drop_posts(session: Session, numbers: Sequence[int]) -> None:
    for part in chunks(numbers):
        drop_of(session, part)
        session.execute(delete(post_versions).where(post_versions.c.post.in_(part)))
        session.execute(delete(posts).where(_P.number.in_(part)))


def _drop_conversations(session: Session, keys: Sequence[str]) -> int:
    """Erase the cards and what hangs on them; how many drafts there were.

    The outbox keeps its rows: nothing may be sent twice, whoever is forgotten.
    """
    dropped = 0
    for part in chunks(keys):
        mine = _O.conversation_id.in_(part)
        session.execute(
            update(outbox).where(mine, _O.state.in_(_NEVER_PUBLIC)).values(text="", text_normal=""),
        )
        session.execute(update(outbox).where(mine).values(conversation_id=None))
        session.execute(
            update(posts).where(_P.conversation_id.in_(part)).values(conversation_id=None),
        )
        gone = session.execute(delete(drafts).where(drafts.c.conversation_id.in_(part)))
        dropped += int(gone.rowcount)  # type: ignore[attr-defined]
        by_hand = [f"by_hand.{key}" for key in part]
        session.execute(delete(notes).where(notes.c.key.in_(by_hand)))
        session.execute(delete(conversations).where(_C.id.in_(part)))
    return dropped


def _count(session: Session, keys: Sequence[str]) -> None:
    """Add ``keys`` to the counts that survive them."""
    seen: Counter[tuple[date, str, str]] = Counter()
    for part in chunks(keys):
        rows = session.execute(select(_C.last_at, _C.topic, _C.state).where(_C.id.in_(part)))
        seen.update((at.astimezone(UTC).date(), topic or "", state) for at, topic, state in rows)
    for (day, topic, state), number in seen.items():
        same = (_N.day == day, _N.topic == topic, _N.state == state)
        known = session.execute(
            update(daily_counts).where(*same).values(count=_N.count + number),
        )
        if not known.rowcount:  # type: ignore[attr-defined]
            row = {"day": day, "topic": topic, "state": state, "count": number}
            session.execute(insert(daily_counts).values(row))

"""Conversations and the posts in them."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    ColumnElement,
    bindparam,
    case,
    func,
    select,
    tuple_,
    update,
)
from sqlalchemy.orm import Session

from incluinfo_desk.domain.audit import CLOCKWORK, Act
from incluinfo_desk.domain.conversation import (
    WAITING,
    CloseReason,
    Conversation,
    ConversationId,
    Hint,
    IllegalMove,
    State,
    move,
)
from incluinfo_desk.domain.post import PostId, id_order
from incluinfo_desk.domain.problems import NotAllowed, Trouble
from incluinfo_desk.store import search
from incluinfo_desk.store.arrivals import Arrivals, Incoming, chunks
from incluinfo_desk.store.audit import Entry, append
from incluinfo_desk.store.cards import CARD
from incluinfo_desk.store.database import Database
from incluinfo_desk.store.exact import Clock
from incluinfo_desk.store.forgetting import forget
from incluinfo_desk.store.notes import read_note, write_note
from incluinfo_desk.store.retention import untidy
from incluinfo_desk.store.rows import StoredPost, conversation_of, post_of
from incluinfo_desk.store.sightings import count_latest
from incluinfo_desk.store.tables import conversations, posts

__all__ = ["Added", "Conversations", "Cursor", "Filter", "Incoming", "Page", "StoredPost"]

_CURSOR = "mentions.cursor"
_RECEIPT = 100
"""Ids in one record of the audit: a batch of X's lookup."""

_C = conversations.c


@dataclass(frozen=True, slots=True)
class Filter:
    states: frozenset[State] = frozenset(State)
    holder: str | None = None
    topic: str | None = None
    only_questions: bool = False
    text: str | None = None
    """Words to find in names, handles and texts; blank means no search."""
    incident_id: str | None = None


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where the next page begins; only :meth:`Conversations.page` looks inside."""

    last_at: datetime | None = None
    id: str = ""
    number: int | None = None
    shown: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Page:
    rows: tuple[Conversation, ...]
    next: Cursor | None
    """None on the last page."""


@dataclass(frozen=True, slots=True)
class Added:
    conversations: tuple[ConversationId, ...] = ()
    """All that changed."""
    new: int = 0
    """In how many a citizen waits now who did not before."""


class Conversations:
    def __init__(self, database: Database, now: Clock) -> None:
        self._database = database
        self._now = now

    # --- arriving ------------------------------------------------------------------------------

    async def add(self, incoming: Sequence[Incoming], cursor: PostId | None) -> Added:
        """Store what is new and move the cursor, both or neither.

        A post seen before changes nothing, an edit replaces the text and keeps all ids. A
        follow-up reopens; a post of ours that answers a waiting citizen ends the wait
        (answered from elsewhere). ``cursor`` None leaves the cursor where it is.
        """

        def work(session: Session) -> Added:
            arrivals = Arrivals(session, self._now())
            arrivals.take(incoming)
            if cursor is not None:
                write_note(session, _CURSOR, cursor)
            return Added(
                tuple(ConversationId(key) for key in arrivals.touched),
                len(arrivals.woken),
            )

        return await self._database.write(work)

    async def cursor(self) -> PostId | None:
        """The youngest mention that is stored, None before the first."""
        return await self._database.read(lambda session: read_note(session, _CURSOR))

    # --- reading -------------------------------------------------------------------------------

    async def page(self, filter: Filter, after: Cursor | None = None, limit: int = 50) -> Page:
        """The youngest first; a search shows each conversation at its youngest match."""
        return await self._database.read(lambda session: _page(session, filter, after, limit))

    async def waiting(self, after: Cursor | None = None, limit: int = 500) -> Page:
        """Conversations in which a citizen waits, the youngest first."""
        return await self.page(Filter(states=WAITING), after, limit)

    async def count(self, filter: Filter) -> int:
        def work(session: Session) -> int:
            if filter.text is not None and filter.text.strip():
                found = search.expression(filter.text)
                if found is None:
                    return 0
                return session.scalar(search.how_many(found, _conditions(filter))) or 0
            statement = select(func.count()).select_from(conversations)
            return session.scalar(statement.where(*_conditions(filter))) or 0

        return await self._database.read(work)

    async def counts(self) -> dict[State, int]:
        """How many there are in each state, zeros included."""

        def work(session: Session) -> dict[State, int]:
            found = session.execute(select(_C.state, func.count()).group_by(_C.state))
            counted = {State(state): number for state, number in found}
            return {state: counted.get(state, 0) for state in State}

        return await self._database.read(work)

    async def mine(self, initials: str) -> int:
        """How many waiting citizens this officer has taken."""
        return await self.count(
            Filter(states=WAITING - {State.NEW}, holder=initials),
        )

    async def get(self, id: ConversationId) -> Conversation | None:
        found = await self.many([id])
        return found[0] if found else None

    async def many(self, ids: Sequence[ConversationId]) -> tuple[Conversation, ...]:
        """Those of ``ids`` that exist, in the order asked for."""

        def work(session: Session) -> tuple[Conversation, ...]:
            found: dict[str, Conversation] = {}
            for part in chunks(ids):
                rows = session.execute(select(*CARD).where(_C.id.in_(part))).mappings()
                found.update((row["id"], conversation_of(row)) for row in rows)
            return tuple(found[id] for id in ids if id in found)

        return await self._database.read(work)

    async def thread(self, conversation_id: ConversationId) -> tuple[StoredPost, ...]:
        """All stored posts of the conversation's thread on X, anyone's, oldest first."""

        def work(session: Session) -> tuple[StoredPost, ...]:
            thread = select(_C.thread_id).where(_C.id == conversation_id).scalar_subquery()
            rows = session.execute(select(posts).where(posts.c.thread_id == thread)).mappings()
            found = [post_of(row) for row in rows]
            return tuple(
                sorted(found, key=lambda p: (p.post.created_at, id_order(p.post.id))),
            )

        return await self._database.read(work)

    async def ids_since(self, when: datetime, limit: int) -> tuple[PostId, ...]:
        """Posts of citizens written since ``when`` and not deleted, the youngest first."""
        statement = (
            select(posts.c.id)
            .where(posts.c.created_at >= when, ~posts.c.ours, ~posts.c.deleted)
            .order_by(posts.c.created_at.desc())
            .limit(limit)
        )
        return await self._database.read(
            lambda session: tuple(PostId(i) for i in session.scalars(statement)),
        )

    # --- changing ------------------------------------------------------------------------------

    async def move(
        self,
        id: ConversationId,
        to: State,
        holder: str | None,
        reason: CloseReason | None = None,
    ) -> Conversation:
        """Change the state and who holds it. Raises Trouble(NotAllowed)."""

        def work(session: Session) -> Conversation:
            row = _row(session, id)
            if row is None:
                raise Trouble(NotAllowed("conversation", "", to))
            try:
                move(State(row["state"]), to)
            except IllegalMove as error:
                raise Trouble(NotAllowed("conversation", error.old, error.new)) from error
            append(session, self._now(), *_audited(row, to, holder))
            seen_at = row.pop("seen_at")
            row.update(
                state=to.value,
                holder=holder,
                close_reason=reason.value if reason and to is State.CLOSED else None,
                waiting_since=(row["waiting_since"] or row["last_at"]) if to in WAITING else None,
                reopened=row["reopened"] and to in WAITING,
            )
            session.execute(update(conversations).where(_C.id == id).values(row))
            return conversation_of({**row, "seen_at": seen_at})

        return await self._database.write(work)

    async def set_topic(self, id: ConversationId, topic: str | None) -> None:
        """An officer's choice; the engine's later proposals leave it alone."""
        statement = update(conversations).where(_C.id == id).values(topic=topic, topic_set=True)
        await self._database.write(lambda session: session.execute(statement) and None)

    async def set_hints(
        self,
        hints: Mapping[ConversationId, Hint],
        topics: Mapping[ConversationId, str | None] | None = None,
    ) -> None:
        """What the engine makes of them now. What an officer tied or chose stays."""
        offered = [
            {
                "key": key,
                "faq": hint.faq_id,
                "incident": hint.incident_id,
                "hoax": hint.hoax_id,
            }
            for key, hint in hints.items()
        ]
        chosen = [{"key": key, "topic": topic} for key, topic in (topics or {}).items()]

        def work(session: Session) -> None:
            if offered:
                session.connection().execute(_SET_HINT, offered)
                for key, hint in hints.items():
                    if hint.hoax_id:
                        count_latest(session, key, hint.hoax_id)
            if chosen:
                session.connection().execute(_SET_TOPIC, chosen)

        await self._database.write(work)

    async def forget_posts(self, ids: Sequence[PostId]) -> tuple[ConversationId, ...]:
        """Erase the text of posts that are gone from X; returns the conversations concerned.

        One of which nothing of the citizen remains is closed as DELETED. The audit record
        keeps the ids as the receipt that X's terms ask for.
        """

        def work(session: Session) -> tuple[ConversationId, ...]:
            forgotten = forget(session, ids)
            for part in chunks(forgotten.posts, _RECEIPT):
                receipt = Entry(Act.POSTS_FORGOTTEN, CLOCKWORK, detail={"posts": list(part)})
                append(session, self._now(), receipt)
            if forgotten.posts:
                untidy(session)
            return tuple(ConversationId(key) for key in forgotten.conversations)

        return await self._database.write(work)


_SET_HINT = (
    update(conversations)
    .where(_C.id == bindparam("key"))
    .values(
        hint_faq_id=bindparam("faq"),
        # Who asked about an incident is told of its end: the link outlives it.
        hint_incident_id=case(
            (_C.tied, _C.hint_incident_id),
            else_=func.coalesce(bindparam("incident"), _C.hint_incident_id),
        ),
        # What an officer linked, or said is none, the engine does not know better.
        hint_hoax_id=func.coalesce(_C.hint_hoax_id, bindparam("hoax")),
    )
)
_SET_TOPIC = (
    update(conversations)
    .where(_C.id == bindparam("key"), ~_C.topic_set)
    .values(topic=bindparam("topic"))
)


def _audited(row: Mapping[str, Any], to: State, holder: str | None) -> tuple[Entry, ...]:
    """What of a move stands in the audit record. Without the id of the citizen's account."""
    post = row["last_post_id"]
    if to is State.ANSWERED:
        return (Entry(Act.ANSWERED_BY_HAND, holder or "", post),)
    before = row["holder"]
    if to in WAITING and before and holder and before != holder:
        return (Entry(Act.TAKEN_OVER, holder, post, {"from": before}),)
    return ()


def _row(session: Session, id: str) -> dict[str, Any] | None:
    found = session.execute(select(*CARD).where(_C.id == id)).mappings().first()
    return None if found is None else dict(found)


def _conditions(filter: Filter, *, states: bool = True) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if states and filter.states != frozenset(State):
        conditions.append(_C.state.in_(sorted(filter.states)))
    if filter.holder is not None:
        conditions.append(_C.holder == filter.holder)
    if filter.topic is not None:
        conditions.append(_C.topic == filter.topic)
    if filter.only_questions:
        conditions.append(_C.is_question)
    if filter.incident_id is not None:
        conditions.append(_C.hint_incident_id == filter.incident_id)
    return conditions


def _page(session: Session, filter: Filter, after: Cursor | None, limit: int) -> Page:
    if filter.text is not None and filter.text.strip():
        return _found(session, filter, after, limit)
    # One state at a time: the index then gives each in order, whatever the others hold.
    apart: Collection[State | None] = (
        (None,) if filter.states == frozenset(State) else sorted(filter.states)
    )
    runs = [_run(session, filter, state, after, limit) for state in apart]
    order = itemgetter("last_at", "id")
    rows = list(heapq.merge(*runs, key=order, reverse=True))[: limit + 1]
    more = len(rows) > limit
    rows = rows[:limit]
    last = Cursor(rows[-1]["last_at"], rows[-1]["id"]) if more else None
    return Page(tuple(conversation_of(row) for row in rows), last)


def _run(
    session: Session,
    filter: Filter,
    state: State | None,
    after: Cursor | None,
    limit: int,
) -> Sequence[Any]:
    statement = select(*CARD).where(*_conditions(filter, states=False))
    if state is not None:
        statement = statement.where(_C.state == state.value)
    if after is not None:
        place = tuple_(after.last_at, after.id, types=[_C.last_at.type, _C.id.type])
        statement = statement.where(tuple_(_C.last_at, _C.id) < place)
    statement = statement.order_by(_C.last_at.desc(), _C.id.desc()).limit(limit + 1)
    return session.execute(statement).mappings().all()


_BATCH_GROWS_TO = 5_000


def _found(session: Session, filter: Filter, after: Cursor | None, limit: int) -> Page:
    found = search.expression(filter.text or "")
    if found is None:
        return Page((), None)
    before = after.number if after else None
    shown = set(after.shown) if after else set()
    rows: list[Conversation] = []
    size = limit + 1
    while True:
        batch = (
            session.execute(
                search.newest(found, _conditions(filter), before, size),
            )
            .mappings()
            .all()
        )
        for row in batch:
            if row["id"] not in shown:
                if len(rows) == limit:
                    return Page(tuple(rows), Cursor(number=before, shown=frozenset(shown)))
                shown.add(row["id"])
                rows.append(conversation_of(row))
            before = row["number"]
        if len(batch) < size:
            return Page(tuple(rows), None)
        size = min(size * 2, _BATCH_GROWS_TO)  # one conversation had many matches

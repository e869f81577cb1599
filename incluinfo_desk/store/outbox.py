"""Posts on their way out. Rows are never deleted and their text never changes (PRD-1)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from incluinfo_desk.domain.approval import Decision
from incluinfo_desk.domain.audit import Act
from incluinfo_desk.domain.conversation import WAITING, ConversationId, State
from incluinfo_desk.domain.outgoing import (
    LIVE,
    MOVES,
    Kind,
    Outgoing,
    OutgoingState,
    normalised,
)
from incluinfo_desk.domain.post import Post, PostId
from incluinfo_desk.domain.problems import AlreadyQueued, NotAllowed, Trouble
from incluinfo_desk.domain.reply import Draft
from incluinfo_desk.store import dialect
from incluinfo_desk.store.approvals import approved
from incluinfo_desk.store.arrivals import Arrivals
from incluinfo_desk.store.audit import Entry, append, seal
from incluinfo_desk.store.database import Database
from incluinfo_desk.store.drafts import drop_draft, read_draft, write_draft
from incluinfo_desk.store.exact import Clock, clean
from incluinfo_desk.store.grounds import Grounds, read_grounds
from incluinfo_desk.store.rows import OUTGOING_FIELDS, outgoing_of, post_values
from incluinfo_desk.store.sightings import rebuttal_published
from incluinfo_desk.store.tables import (
    conversations,
    incident_updates,
    outbox,
    post_versions,
    posts,
)

_O = outbox.c

FINAL = frozenset(state for state, moves in MOVES.items() if not moves)

CHANGEABLE = frozenset(
    {"not_before", "attempts", "watermark", "sent_at", "looks", "post_id", "reason"},
)
"""What :meth:`Outbox.advance` may change beside the state; never the text."""

_ONCE = {
    Kind.REPLY: "reply",
    Kind.DELETION: "delete",
    # Hiding and showing the same post at once would race each other at X.
    Kind.HIDE: "hide",
    Kind.UNHIDE: "hide",
}


class Outbox:
    def __init__(self, database: Database, now: Clock) -> None:
        self._database = database
        self._now = now

    async def queue(
        self,
        items: Sequence[Outgoing],
        clear_draft: ConversationId | None = None,
        *,
        again: bool = False,
        decision: Decision | None = None,
    ) -> None:
        """Keep what is to be sent and let go of the draft it came from, all or nothing.

        ``decision`` is the second person's yes that it rests on, spent with it.
        Raises Trouble(AlreadyQueued) while another item for the same target is live, or
        when a reply to it was sent, unless ``again`` says that a further one is meant;
        SecondPerson for a decision that does not hold.
        """

        def work(session: Session) -> None:
            if decision is not None:
                approved(session, self._now(), decision)
            enqueue(session, items, again=again)
            if clear_draft is not None:
                drop_draft(session, clear_draft)

        await self._database.write(work)

    async def grounds(self, id: ConversationId, spent_since: datetime) -> Grounds | None:
        """What an answer would be decided on, before the key is pressed."""
        return await self._database.read(lambda session: read_grounds(session, id, spent_since))

    async def answer(
        self,
        id: ConversationId,
        spent_since: datetime,
        decide: Callable[[Grounds | None], Sequence[Outgoing]],
        *,
        again: bool = False,
    ) -> tuple[Outgoing, ...]:
        """Decide and queue in one transaction: nothing can change in between.

        ``decide`` is pure and raises Trouble for what may not go; what it gives is queued as
        by :meth:`queue`, and the draft let go of.
        """

        def work(session: Session) -> tuple[Outgoing, ...]:
            items = tuple(decide(read_grounds(session, id, spent_since)))
            enqueue(session, items, again=again)
            drop_draft(session, id)
            return items

        return await self._database.write(work)

    async def get(self, id: str) -> Outgoing | None:
        return await self._database.read(lambda session: _get(session, id))

    async def advance(
        self,
        id: str,
        *,
        expect: OutgoingState,
        to: OutgoingState,
        **changes: Any,
    ) -> Outgoing | None:
        """Move it from ``expect`` to ``to``, or return None: somebody else moved it before.

        ``changes`` are fields of :data:`CHANGEABLE`. ``to`` may be ``expect`` to record
        changes alone. Raises Trouble(NotAllowed) for a move the desk does not know.
        """
        if unknown := changes.keys() - CHANGEABLE:
            raise TypeError(f"not for advance(): {sorted(unknown)}")
        _allowed(expect, to)
        return await self._database.write(
            lambda session: self._step(session, id, expect, to, changes),
        )

    async def sent(
        self,
        id: str,
        *,
        expect: OutgoingState,
        post: Post | None,
        post_id: PostId | None,
    ) -> Outgoing | None:
        """It is public: record it, store our post, and end the citizen's wait, all at once.

        None when somebody else moved it before. A post the citizen wrote after this was
        queued is not answered by it: then the conversation keeps waiting, as reopened.
        """
        _allowed(expect, OutgoingState.SENT)
        changes = {"post_id": post_id or (post.id if post else None)}

        def work(session: Session) -> Outgoing | None:
            item = self._step(session, id, expect, OutgoingState.SENT, changes)
            if item is not None and post is not None:
                _keep(session, item, post)
            return item

        return await self._database.write(work)

    async def undo(self, id: str, now: datetime) -> Outgoing | None:
        """Call back what still waits here, with the parts behind it; None when too late.

        The text returns to the draft in the same transaction. Words begun meanwhile stay
        below it.
        """

        def work(session: Session) -> Outgoing | None:
            item = self._step(session, id, OutgoingState.QUEUED, OutgoingState.CANCELLED, {})
            if item is None:
                return None
            parts = [item]
            while behind := _first(session, _O.after_id == parts[-1].id):
                stopped = self._step(
                    session, behind.id, OutgoingState.QUEUED, OutgoingState.CANCELLED, {}
                )
                if stopped is None:
                    break
                parts.append(stopped)
            if item.conversation_id is not None and item.kind is Kind.REPLY:
                _restore(session, item, "\n\n".join(part.text for part in parts), now)
            return item

        return await self._database.write(work)

    async def recover(self) -> int:
        """At start: what was being sent is doubtful, what was being checked begins again."""

        def work(session: Session) -> int:
            now = self._now()
            doubtful = session.execute(
                update(outbox)
                .where(_O.state == OutgoingState.SENDING)
                .values(
                    state=OutgoingState.UNKNOWN,
                    sent_at=func.coalesce(_O.sent_at, _O.changed_at),
                    changed_at=now,
                ),
            )
            again = session.execute(
                update(outbox)
                .where(_O.state == OutgoingState.CHECKING)
                .values(state=OutgoingState.QUEUED, changed_at=now),
            )
            return int(doubtful.rowcount + again.rowcount)  # type: ignore[attr-defined]

        return await self._database.write(work)

    # --- reading -------------------------------------------------------------------------------

    async def due(self, now: datetime) -> tuple[Outgoing, ...]:
        """What may be sent now, the oldest first; parts of a thread wait for the one before."""
        return await self._all(_READY, _O.not_before <= now)

    async def next_due(self) -> datetime | None:
        """When something may be sent next; None when nothing waits for the clock."""
        statement = select(func.min(_O.not_before)).where(_READY)
        return await self._database.read(lambda session: session.scalar(statement))

    async def unsettled(self) -> tuple[Outgoing, ...]:
        """Of which we do not know whether they are public."""
        return await self._all(
            _O.state.in_([OutgoingState.UNKNOWN, OutgoingState.UNCONFIRMED]),
        )

    async def resent(self, since: datetime) -> tuple[Outgoing, ...]:
        """What is public after more than one attempt, the last of them since then."""
        return await self._all(_O.state == OutgoingState.SENT, _O.attempts > 1, _O.sent_at >= since)

    async def for_conversation(self, id: ConversationId) -> tuple[Outgoing, ...]:
        """Everything ever queued for it, the oldest first."""
        return await self._all(_O.conversation_id == id)

    async def open_items(self) -> tuple[Outgoing, ...]:
        """What has not come to an end."""
        return await self._all(_O.state.in_(sorted(set(OutgoingState) - FINAL)))

    async def same_text_since(self, text: str, since: datetime) -> int:
        """How often the same words went out or are about to (X refuses duplicates)."""
        statement = select(func.count()).where(
            _O.text_normal == normalised(clean(text)),
            _O.created_at >= since,
            _O.state.not_in([OutgoingState.CANCELLED, OutgoingState.REFUSED]),
        )
        return await self._database.read(lambda session: session.scalar(statement) or 0)

    async def _all(self, *conditions: ColumnElement[bool]) -> tuple[Outgoing, ...]:
        statement = select(outbox).where(*conditions).order_by(_O.number)
        return await self._database.read(
            lambda session: tuple(
                outgoing_of(row) for row in session.execute(statement).mappings()
            ),
        )

    # --- one step ------------------------------------------------------------------------------

    def _step(
        self,
        session: Session,
        id: str,
        expect: OutgoingState,
        to: OutgoingState,
        changes: Mapping[str, Any],
    ) -> Outgoing | None:
        done = session.execute(
            update(outbox)
            .where(_O.id == id, _O.state == expect)
            .values(state=to, changed_at=self._now(), **changes),
        )
        if done.rowcount != 1:  # type: ignore[attr-defined]
            return None
        item = _get(session, id)
        assert item is not None  # noqa: S101 - just updated, in this transaction
        if to is OutgoingState.SENT:
            _published(session, item)
            append(session, self._now(), _audited(session, item))
        return item


_BEFORE = outbox.alias("before")
_READY = and_(
    _O.state == OutgoingState.QUEUED,
    or_(
        _O.after_id.is_(None),
        select(_BEFORE.c.id)
        .where(_BEFORE.c.id == _O.after_id, _BEFORE.c.state == OutgoingState.SENT)
        .exists(),
    ),
)


def enqueue(session: Session, items: Iterable[Outgoing], *, again: bool = False) -> None:
    """Insert ``items`` in this transaction. Raises Trouble(AlreadyQueued)."""
    for item in items:
        once = _once(item)
        if once is not None and session.scalar(_blocking(session, item, again)):
            raise Trouble(AlreadyQueued())
        row = {name: getattr(item, name) for name in OUTGOING_FIELDS}
        seen = select(conversations.c.last_post_id).where(
            conversations.c.id == item.conversation_id,
        )
        row |= {
            "once": once,
            "seen_post_id": session.scalar(seen),
            "text_normal": normalised(clean(item.text)),
        }
        try:
            session.execute(insert(outbox).values(row))
        except IntegrityError as error:
            # A repeated call with the same item is the same intention; and the index of
            # what is live holds, should another process ever write too.
            if dialect.is_duplicate(error.orig):
                raise Trouble(AlreadyQueued()) from error
            raise


def _once(item: Outgoing) -> str | None:
    word = _ONCE.get(item.kind)
    return f"{word}:{item.target_id}" if word and item.target_id else None


def _blocking(session: Session, item: Outgoing, again: bool) -> Select[Any]:
    states = set(LIVE)
    if item.kind is Kind.REPLY and not again:
        states.add(OutgoingState.SENT)
    # An edit gives a post another id, and it is still the same post.
    v = post_versions.c
    post = select(v.post).where(v.id == item.target_id).scalar_subquery()
    ids = {item.target_id, *session.scalars(select(v.id).where(v.post == post))}
    once = [f"{_ONCE[item.kind]}:{id}" for id in ids]
    return select(func.count()).where(_O.once.in_(once), _O.state.in_(sorted(states)))


def _allowed(expect: OutgoingState, to: OutgoingState) -> None:
    if to is not expect and to not in MOVES[expect]:
        raise Trouble(NotAllowed("outgoing", expect, to))


def _published(session: Session, item: Outgoing) -> None:
    """What else becomes true when ``item`` is public."""
    if item.post_id is not None:
        session.execute(
            update(outbox)
            .where(_O.after_id == item.id, _O.target_id.is_(None))
            .values(target_id=item.post_id),
        )
        session.execute(
            update(incident_updates)
            .where(incident_updates.c.outgoing_id == item.id)
            .values(post_id=item.post_id),
        )
        rebuttal_published(session, item.id, item.post_id)
    if item.kind is Kind.REPLY and item.conversation_id is not None:
        c = conversations.c
        seen = select(_O.seen_post_id).where(_O.id == item.id).scalar_subquery()
        # The citizen may have written again between the click and now.
        all_seen = func.coalesce(seen, c.last_post_id) == c.last_post_id
        session.execute(
            update(conversations)
            .where(c.id == item.conversation_id, c.state.in_(sorted(WAITING)))
            .values(
                state=case((all_seen, State.ANSWERED.value), else_=c.state),
                waiting_since=case((all_seen, None), else_=c.last_at),
                reopened=~all_seen,
            ),
        )


_ACTS = {Kind.DELETION: Act.DELETED, Kind.HIDE: Act.HIDDEN, Kind.UNHIDE: Act.SHOWN}


def _audited(session: Session, item: Outgoing) -> Entry:
    """Who said or did it; of what was said only a seal, which the public post can be held to."""
    told: dict[str, object] = {"kind": item.kind.value, "target": item.target_id}
    if item.kind is Kind.HIDE:
        told["rule"] = item.text
    elif item.kind not in _ACTS:
        told |= {"post": item.post_id, "faq": item.faq_id, "text": seal(session, item.text)}
    return Entry(_ACTS.get(item.kind, Act.SENT), item.author, item.id, told)


def _keep(session: Session, item: Outgoing, post: Post) -> None:
    if Arrivals(session).knows(post.id):
        return  # the poll saw it first
    row = post_values(post, ours=True, has_personal_data=False)
    row["conversation_id"] = item.conversation_id
    session.execute(insert(posts).values(row))


def _restore(session: Session, item: Outgoing, text: str, now: datetime) -> None:
    assert item.conversation_id is not None  # noqa: S101 - the caller looked
    begun = read_draft(session, item.conversation_id)
    if begun is not None and begun.text.strip():
        text = f"{text}\n\n{begun.text}"
    target = item.target_id or (begun.target_id if begun else None)
    if target is None:
        return
    write_draft(
        session,
        Draft(
            conversation_id=item.conversation_id,
            text=text,
            cursor=len(item.text) if item.cursor is None else item.cursor,
            target_id=target,
            updated_at=now,
            faq_id=item.faq_id,
        ),
    )


def _get(session: Session, id: str) -> Outgoing | None:
    return _first(session, _O.id == id)


def _first(session: Session, condition: ColumnElement[bool]) -> Outgoing | None:
    statement = select(outbox).where(condition).order_by(_O.number).limit(1)
    row = session.execute(statement).mappings().first()
    return None if row is None else outgoing_of(row)

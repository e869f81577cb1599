"""The register of hoaxes, how often each was seen, and what we said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from incluinfo_desk.domain.approval import Decision
from incluinfo_desk.domain.audit import Act
from incluinfo_desk.domain.conversation import NOT_A_HOAX, WAITING, ConversationId
from incluinfo_desk.domain.hoax import (
    Harm,
    Hoax,
    HoaxState,
    Rebuttal,
    Said,
    Scope,
    Sighting,
    Source,
    Verdict,
)
from incluinfo_desk.domain.outgoing import LIVE, Outgoing
from incluinfo_desk.domain.post import PostId
from incluinfo_desk.domain.problems import (
    AlreadyQueued,
    Flaw,
    NotAllowed,
    RebuttalFlawed,
    Trouble,
)
from incluinfo_desk.store.approvals import approved
from incluinfo_desk.store.arrivals import chunks
from incluinfo_desk.store.audit import Entry, append, seal
from incluinfo_desk.store.database import Database
from incluinfo_desk.store.exact import Clock, clean
from incluinfo_desk.store.outbox import enqueue
from incluinfo_desk.store.sightings import count_latest, uncount
from incluinfo_desk.store.tables import (
    conversations,
    hoax_days,
    hoax_revisions,
    hoax_said,
    hoaxes,
    outbox,
    posts,
)

_H, _D, _S = hoaxes.c, hoax_days.c, hoax_said.c
_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)


class Hoaxes:
    def __init__(self, database: Database, now: Clock) -> None:
        self._database = database
        self._now = now

    async def all(self) -> tuple[Hoax, ...]:
        """The last found first."""
        statement = select(hoaxes).order_by(_H.first_seen.desc(), _H.id)
        return await self._database.read(lambda session: _read(session, statement))

    async def get(self, id: str) -> Hoax | None:
        statement = select(hoaxes).where(_H.id == id)
        found = await self._database.read(lambda session: _read(session, statement))
        return found[0] if found else None

    async def add_missing(self, seeds: Sequence[Hoax], by: str) -> int:
        """Store those whose id is not there yet, with their sightings; how many."""

        def work(session: Session) -> int:
            known = set(session.scalars(select(_H.id)))
            fresh = [hoax for hoax in seeds if hoax.id not in known]
            for hoax in fresh:
                _write(session, self._now(), hoax, by)
                for each in hoax.seen:
                    row = {"hoax_id": hoax.id, "day": each.day, "count": each.count}
                    session.execute(insert(hoax_days).values(row))
            return len(fresh)

        return await self._database.write(work)

    async def save(self, hoax: Hoax, by: str) -> Hoax:
        """Store an entry as edited; its revision is the one it was read with, 0 when new.

        Raises Trouble(NotAllowed("hoax", ...)) when somebody changed it meanwhile.
        """

        def work(session: Session) -> Hoax:
            stored = session.scalar(select(_H.revision).where(_H.id == hoax.id))
            if (stored or 0) != hoax.revision:
                raise Trouble(NotAllowed("hoax", str(stored), str(hoax.revision)))
            _write(session, self._now(), hoax, by)
            return _read(session, select(hoaxes).where(_H.id == hoax.id))[0]

        return await self._database.write(work)

    async def say(
        self,
        hoax_id: str,
        revision: int,
        said: Said,
        items: Sequence[Outgoing],
        decision: Decision | None = None,
    ) -> None:
        """Queue a rebuttal: its record and its posts, all at once.

        Raises Trouble: AlreadyQueued while another one of it waits, or when the same words
        are public; RebuttalFlawed(CHANGED) when the entry is no longer of ``revision``;
        SecondPerson.
        """

        def work(session: Session) -> None:
            if decision is not None:
                approved(session, self._now(), decision)
            if session.scalar(select(_H.revision).where(_H.id == hoax_id)) != revision:
                raise Trouble(RebuttalFlawed(Flaw.CHANGED))
            ids = select(_S.id).where(_S.hoax_id == hoax_id)
            live = select(func.count()).where(
                outbox.c.broadcast_id.in_(ids), outbox.c.state.in_(sorted(LIVE))
            )
            same = select(func.count()).where(
                _S.hoax_id == hoax_id, _S.text == said.text, _S.post_id.is_not(None)
            )
            if session.scalar(live) or session.scalar(same):
                raise Trouble(AlreadyQueued())
            enqueue(session, items)
            session.execute(
                insert(hoax_said).values(
                    id=said.id,
                    hoax_id=hoax_id,
                    text=said.text,
                    at=said.at,
                    author=said.author,
                    approved_by=said.approved_by,
                    first_id=items[0].id,
                    outgoing_id=items[-1].id,
                    post_id=None,
                ),
            )
            told: dict[str, object] = {
                "said": said.id,
                "revision": revision,
                "approved_by": said.approved_by,
                "posts": [item.id for item in items],
                "text": seal(session, said.text),
            }
            append(session, self._now(), Entry(Act.HOAX_REBUTTED, said.author, hoax_id, told))

        await self._database.write(work)

    async def link(self, conversation_id: ConversationId, hoax_id: str) -> None:
        """An officer says what it is about; its latest post is counted, once."""

        def work(session: Session) -> None:
            count_latest(session, conversation_id, hoax_id)
            session.execute(
                update(conversations)
                .where(conversations.c.id == conversation_id)
                .values(hint_hoax_id=hoax_id),
            )

        await self._database.write(work)

    async def unlink(self, conversation_id: ConversationId) -> str | None:
        """An officer says that it tells no hoax: the link goes, and what was counted for it.

        Returns the hoax it was linked to.
        """

        def work(session: Session) -> str | None:
            mine = conversations.c.id == conversation_id
            linked = session.scalar(select(conversations.c.hint_hoax_id).where(mine))
            session.execute(update(conversations).where(mine).values(hint_hoax_id=NOT_A_HOAX))
            if not linked:
                return None
            uncount(session, conversation_id, linked)
            return str(linked)

        return await self._database.write(work)

    async def waiting(self, hoax_id: str) -> tuple[ConversationId, ...]:
        """Who waits for a word on it, the longest waiting first."""
        c = conversations.c
        statement = (
            select(c.id)
            .where(c.hint_hoax_id == hoax_id, c.state.in_(sorted(WAITING)))
            .order_by(c.waiting_since, c.id)
        )
        return await self._database.read(
            lambda session: tuple(ConversationId(id) for id in session.scalars(statement)),
        )

    async def reach(self, hoax_id: str, now: datetime) -> tuple[int, int]:
        """Different people in the last 24 hours, and posts in the last hour."""
        p = posts.c
        people = select(func.count(func.distinct(p.author_id))).where(
            p.hoax_id == hoax_id, p.created_at > now - _DAY
        )
        lately = select(func.count()).where(p.hoax_id == hoax_id, p.created_at > now - _HOUR)
        return await self._database.read(
            lambda session: (session.scalar(people) or 0, session.scalar(lately) or 0),
        )


def _write(session: Session, now: datetime, hoax: Hoax, by: str) -> None:
    entry = _entry(hoax)
    row = {
        "claim": clean(hoax.claim),
        "state": hoax.state.value,
        "first_seen": hoax.first_seen,
        "revision": hoax.revision + 1,
        "updated_at": now,
        "entry": entry,
    }
    if session.scalar(select(_H.id).where(_H.id == hoax.id)) is None:
        session.execute(insert(hoaxes).values(id=hoax.id, **row))
    else:
        session.execute(update(hoaxes).where(_H.id == hoax.id).values(row))
    revision = {"hoax_id": hoax.id, "revision": hoax.revision + 1, "at": now, "by": by}
    whole = entry | {"claim": row["claim"], "state": row["state"]}
    session.execute(insert(hoax_revisions).values(**revision, entry=whole))
    # Wordings are citizens' words: what was taken out of the entry leaves its history too.
    _drop_wordings(session, hoax.id, set(entry["wordings"]))
    told: dict[str, object] = {"revision": hoax.revision + 1, "state": hoax.state.value}
    append(session, now, Entry(Act.HOAX_SAVED, by, hoax.id, told))


def _drop_wordings(session: Session, hoax_id: str, kept: set[str]) -> None:
    r = hoax_revisions.c
    rows = session.execute(select(r.revision, r.entry).where(r.hoax_id == hoax_id)).all()
    for revision, entry in rows:
        left = [words for words in entry["wordings"] if words in kept]
        if left != entry["wordings"]:
            session.execute(
                update(hoax_revisions)
                .where(r.hoax_id == hoax_id, r.revision == revision)
                .values(entry=entry | {"wordings": left}),
            )


def _entry(hoax: Hoax) -> dict[str, Any]:
    words = hoax.rebuttal
    return {
        "wordings": [clean(each) for each in hoax.wordings],
        "scope": hoax.scope.value,
        "body": clean(hoax.body),
        "redirect": clean(hoax.redirect),
        "verdict": hoax.verdict.value,
        "harm": hoax.harm.value,
        "sources": [
            [clean(s.title), clean(s.url), s.date.isoformat() if s.date else None]
            for s in hoax.sources
        ],
        "evidence": [clean(each) for each in hoax.evidence],
        "rebuttal": [
            clean(part)
            for part in (words.fact, words.why_false, words.source, words.where_to_check)
        ],
        "note": clean(hoax.note),
    }


def _read(session: Session, statement: Any) -> tuple[Hoax, ...]:
    rows = session.execute(statement).mappings().all()
    ids = [row["id"] for row in rows]
    seen: dict[str, list[Sighting]] = defaultdict(list)
    said: dict[str, list[Said]] = defaultdict(list)
    askers: dict[str, int] = {}
    c = conversations.c
    for part in chunks(ids):
        days = select(hoax_days).where(_D.hoax_id.in_(part)).order_by(_D.day)
        for day in session.execute(days).mappings():
            seen[day["hoax_id"]].append(Sighting(day["day"], day["count"]))
        words = select(hoax_said).where(_S.hoax_id.in_(part)).order_by(_S.number)
        for row in session.execute(words).mappings():
            said[row["hoax_id"]].append(_said_of(row))
        waiting = (
            select(c.hint_hoax_id, func.count())
            .where(c.hint_hoax_id.in_(part), c.state.in_(sorted(WAITING)))
            .group_by(c.hint_hoax_id)
        )
        askers.update((str(id), number) for id, number in session.execute(waiting))
    return tuple(
        _hoax_of(row, seen[row["id"]], said[row["id"]], askers.get(row["id"], 0)) for row in rows
    )


def _hoax_of(row: Any, seen: Sequence[Sighting], said: Sequence[Said], askers: int) -> Hoax:
    entry = row["entry"]
    return Hoax(
        id=row["id"],
        claim=row["claim"],
        first_seen=row["first_seen"],
        wordings=tuple(entry["wordings"]),
        scope=Scope(entry["scope"]),
        body=entry["body"],
        redirect=entry["redirect"],
        verdict=Verdict(entry["verdict"]),
        harm=Harm(entry["harm"]),
        sources=tuple(
            Source(title, url, date.fromisoformat(day) if day else None)
            for title, url, day in entry["sources"]
        ),
        evidence=tuple(entry["evidence"]),
        rebuttal=Rebuttal(*entry["rebuttal"]),
        note=entry["note"],
        state=HoaxState(row["state"]),
        revision=row["revision"],
        updated_at=row["updated_at"],
        seen=tuple(seen),
        said=tuple(said),
        askers=askers,
    )


def _said_of(row: Any) -> Said:
    return Said(
        id=row["id"],
        text=row["text"],
        at=row["at"],
        author=row["author"],
        approved_by=row["approved_by"],
        outgoing_id=row["outgoing_id"],
        first_id=row["first_id"],
        post_id=None if row["post_id"] is None else PostId(row["post_id"]),
    )

"""The local FAQ and every revision it ever had."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Text,
    bindparam,
    cast,
    exists,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Session

from incluinfo_desk.domain import faq_life
from incluinfo_desk.domain.audit import Act
from incluinfo_desk.domain.blocks import SharedText
from incluinfo_desk.domain.faq import FaqEntry, FaqState, Layer
from incluinfo_desk.domain.norms import is_norm_id
from incluinfo_desk.domain.outgoing import OutgoingState
from incluinfo_desk.domain.problems import NotAllowed, Trouble
from incluinfo_desk.gently import gently
from incluinfo_desk.store.arrivals import chunks
from incluinfo_desk.store.audit import Entry, append
from incluinfo_desk.store.blocks import naming, read_blocks, write_block
from incluinfo_desk.store.database import Database
from incluinfo_desk.store.exact import Clock, clean, folded
from incluinfo_desk.store.faq_rows import cleaned, entry_of, revised, thawed, values_of
from incluinfo_desk.store.search import MOST_WORDS
from incluinfo_desk.store.tables import faq, faq_revisions, outbox

_F = faq.c


@dataclass(frozen=True, slots=True)
class FaqFilter:
    text: str | None = None
    """Words that must all occur somewhere in the entry, whatever case and accents; or the
    BOE id of a norm it rests on, or an address it names."""
    topics: frozenset[str] = frozenset()
    """Only those under one of these keys; empty, under whichever."""
    body: str | None = None
    states: frozenset[FaqState] = frozenset(FaqState)
    due_before: date | None = None
    """Only entries whose review falls before this day."""
    used: bool | None = None
    """Only those that public answers were made from, the most used first; or never."""
    without: str | None = None
    """Only those without a version in this language, or :data:`~.faq.EASY_READ`."""
    no_norm_said: bool = False
    """Only those without a norm of which nobody says that they rest on none (INC-42)."""
    owner: str | None = None
    """Only the personal entries of this officer."""
    seen_by: str | None = None
    """Without the personal entries of others than this officer; None leaves them in."""


@dataclass(frozen=True, slots=True)
class Revision:
    at: datetime
    by: str
    entry: FaqEntry


@dataclass(frozen=True, slots=True)
class Taken:
    """An entry as a file changed it."""

    entry: FaqEntry
    expect_revision: int
    rejected: FaqEntry | None = None
    """The file's own text where it did not become the entry: kept in the history."""


class Faq:
    def __init__(self, database: Database, now: Clock) -> None:
        self._database = database
        self._now = now

    # --- reading -------------------------------------------------------------------------------

    async def all(self) -> tuple[FaqEntry, ...]:
        """Every entry, in the order of their ids."""
        return await self._select(select(faq).order_by(_F.id))

    async def get(self, id: str) -> FaqEntry | None:
        found = await self._select(select(faq).where(_F.id == id))
        return found[0] if found else None

    async def these(self, ids: Sequence[str]) -> tuple[FaqEntry, ...]:
        """Those of ``ids`` that are stored, in no order."""
        found: list[FaqEntry] = []
        for part in chunks(list(dict.fromkeys(ids))):
            found += await self._select(select(faq).where(_F.id.in_(part)))
        return tuple(found)

    async def bodies(self) -> frozenset[str]:
        """Every body that an entry belongs to."""
        statement = select(_F.body).where(_F.body != "").distinct()
        return await self._database.read(lambda session: frozenset(session.scalars(statement)))

    async def page(self, filter: FaqFilter, offset: int, limit: int) -> tuple[FaqEntry, ...]:
        """By topic, then id."""
        conditions = _conditions(filter)
        if conditions is None:
            return ()
        statement = select(faq).where(*conditions)
        if filter.used:
            uses = _uses().subquery()
            statement = statement.join(uses, uses.c.faq_id == _F.id).order_by(uses.c.times.desc())
        statement = statement.order_by(_F.topic, _F.id)
        return await self._select(statement.offset(offset).limit(limit))

    async def count(self, filter: FaqFilter) -> int:
        conditions = _conditions(filter)
        if conditions is None:
            return 0
        statement = select(func.count()).select_from(faq).where(*conditions)
        return await self._database.read(lambda session: session.scalar(statement) or 0)

    async def is_empty(self) -> bool:
        statement = select(_F.id).limit(1)
        return await self._database.read(lambda session: session.scalar(statement) is None)

    async def history(self, id: str) -> tuple[Revision, ...]:
        """Each revision as it was stored, the youngest first."""
        statement = (
            select(faq_revisions)
            .where(faq_revisions.c.faq_id == id)
            .order_by(faq_revisions.c.revision.desc())
        )

        def work(session: Session) -> tuple[Revision, ...]:
            rows = session.execute(statement).mappings()
            return tuple(Revision(r["at"], r["by"], thawed(r["entry"])) for r in rows)

        return await self._database.read(work)

    async def histories(self, ids: Sequence[str]) -> dict[str, tuple[FaqEntry, ...]]:
        """The revisions of these, the youngest first."""
        return await self._revisions(faq_revisions.c.faq_id.in_(list(ids))) if ids else {}

    async def lineages(self) -> dict[str, tuple[FaqEntry, ...]]:
        """The revisions of all, the youngest first."""
        return await self._revisions()

    async def _revisions(self, *where: Any) -> dict[str, tuple[FaqEntry, ...]]:
        statement = select(faq_revisions).where(*where)
        statement = statement.order_by(faq_revisions.c.faq_id, faq_revisions.c.revision.desc())

        def work(session: Session) -> dict[str, tuple[FaqEntry, ...]]:
            found: dict[str, list[FaqEntry]] = {}
            for row in gently(session.execute(statement).mappings()):
                found.setdefault(row["faq_id"], []).append(thawed(row["entry"]))
            return {id: tuple(revisions) for id, revisions in found.items()}

        return await self._database.read(work)

    async def used(self, faq_id: str) -> int:
        """How many public answers were made from this entry."""
        return (await self.uses([faq_id]))[faq_id]

    async def uses(self, ids: Sequence[str]) -> dict[str, int]:
        """How many public answers were made from each of these; none is left out."""
        statement = _uses().where(outbox.c.faq_id.in_(list(ids)))

        def work(session: Session) -> dict[str, int]:
            return {row.faq_id: row.times for row in session.execute(statement)}

        found = await self._database.read(work) if ids else {}
        return {id: found.get(id, 0) for id in ids}

    # --- changing ------------------------------------------------------------------------------

    async def save(self, entry: FaqEntry, *, by: str, expect_revision: int | None) -> FaqEntry:
        """Store a new entry (``expect_revision`` None) or the next revision of one.

        Raises Trouble(NotAllowed("faq", stored, expected)) when somebody else was quicker:
        the stored revision is another.
        """

        return await self._database.write(
            lambda session: self.save_in(session, entry, by, expect_revision)
        )

    def save_in(
        self, session: Session, entry: FaqEntry, by: str, expect_revision: int | None
    ) -> FaqEntry:
        """As :meth:`save`, inside a transaction of the store's."""
        stored = session.scalar(select(_F.revision).where(_F.id == entry.id))
        if stored != expect_revision:
            raise Trouble(NotAllowed("faq", str(stored or ""), str(expect_revision or "")))
        saved = self._write(session, entry, by, stored)
        append(session, self._now(), _audited(saved, by))
        return replace(saved, blocks=read_blocks(session))

    async def add_all(self, entries: Sequence[FaqEntry], by: str) -> int:
        """Store those whose id is not there yet, in one transaction; how many they were."""

        def work(session: Session) -> int:
            known: set[str] = set()
            for part in chunks([entry.id for entry in entries]):
                known.update(session.scalars(select(_F.id).where(_F.id.in_(part))))
            added = 0
            for entry in entries:
                if entry.id not in known:
                    self._write(session, entry, by, None)
                    known.add(entry.id)
                    added += 1
            if added:
                append(session, self._now(), Entry(Act.FAQ_IMPORTED, by, "", {"added": added}))
            return added

        return await self._database.write(work)

    async def take(
        self,
        new: Sequence[FaqEntry],
        taken: Sequence[Taken],
        by: str,
        shared: Sequence[SharedText] = (),
        follow: Callable[[FaqEntry], FaqEntry] = lambda entry: entry,
    ) -> tuple[str, ...]:
        """Store what a file brought: all of it or nothing.

        ``shared`` texts take the place of ours; ``follow`` makes the next revision of every
        entry here that names any block then. Returns the ids of those it changed. Raises
        Trouble(NotAllowed) when one is not as it was seen.
        """

        def work(session: Session) -> tuple[str, ...]:
            stored: dict[str, int] = {}
            for part in chunks([*(e.id for e in new), *(t.entry.id for t in taken)]):
                seen = session.execute(select(_F.id, _F.revision).where(_F.id.in_(part)))
                stored.update((row.id, row.revision) for row in seen)
            expected = {t.entry.id: t.expect_revision for t in taken}
            if stored != expected:
                raise Trouble(NotAllowed("faq", "", ""))
            at = self._now()
            rows = [cleaned(replace(e, revision=1, updated_at=at)) for e in new]
            if rows:
                session.execute(insert(faq), [values_of(e) for e in rows])
                session.execute(insert(faq_revisions), [revised(e, at, by) for e in rows])
            for each in taken:
                revision = each.expect_revision
                if each.rejected is not None:
                    revision = self._write(session, each.rejected, by, revision).revision
                self._write(session, each.entry, by, revision)
            told = {"added": len(new), "changed": len(taken)}
            append(session, at, Entry(Act.FAQ_IMPORTED, by, "", told))
            if not shared:
                return ()
            for block in shared:
                blocks = write_block(session, at, by, block.name, block.text, block.ours)
            ids = naming(session)
            return self.change_in(session, ids, by, lambda e: follow(replace(e, blocks=blocks)))

        return await self._database.write(work)

    async def verify(self, ids: Sequence[str], by: str, at: datetime) -> int:
        """An officer answers for these now; how many they were."""
        return await self.change(ids, by, lambda entry: faq_life.verified(entry, by, at))

    async def set_state(
        self, ids: Sequence[str], state: FaqState, by: str, reason: str = ""
    ) -> int:
        """Change the state of those that have another; how many they were."""

        def changed(entry: FaqEntry) -> FaqEntry:
            return entry if entry.state is state else faq_life.moved(entry, state, reason)

        return await self.change(ids, by, changed)

    async def change(
        self, ids: Sequence[str], by: str, change: Callable[[FaqEntry], FaqEntry]
    ) -> int:
        """Let ``change`` make the next revision of each; the same entry back leaves it.

        One transaction; how many were changed.
        """
        return len(
            await self._database.write(lambda session: self.change_in(session, ids, by, change))
        )

    def change_in(
        self,
        session: Session,
        ids: Sequence[str],
        by: str,
        change: Callable[[FaqEntry], FaqEntry],
    ) -> tuple[str, ...]:
        """As :meth:`change`, inside a transaction of the store's; the ids that changed."""
        changed: list[FaqEntry] = []
        at = self._now()
        for part in chunks(list(dict.fromkeys(ids))):
            rows = session.execute(select(faq).where(_F.id.in_(part))).mappings().all()
            for entry in map(entry_of, rows):
                now = change(entry)
                if now != entry:
                    changed.append(_next(now, entry.revision, at))
        if changed:
            # All in three statements: a norm may hold thousands of answers.
            connection = session.connection()
            connection.execute(_UPDATE, [{**values_of(e), "key": e.id} for e in changed])
            connection.execute(insert(faq_revisions), [revised(e, at, by) for e in changed])
            append(session, at, *(_audited(entry, by) for entry in changed))
        return tuple(entry.id for entry in changed)

    def _write(
        self,
        session: Session,
        entry: FaqEntry,
        by: str,
        stored: int | None,
    ) -> FaqEntry:
        at = self._now()
        entry = _next(entry, stored or 0, at)
        row = values_of(entry)
        if stored is None:
            session.execute(insert(faq).values(row))
        else:
            session.execute(update(faq).where(_F.id == entry.id).values(row))
        session.execute(insert(faq_revisions).values(revised(entry, at, by)))
        return entry

    async def _select(self, statement: Any) -> tuple[FaqEntry, ...]:
        def work(session: Session) -> tuple[FaqEntry, ...]:
            blocks = read_blocks(session)
            rows = gently(session.execute(statement).mappings())
            return tuple(replace(entry_of(row), blocks=blocks) for row in rows)

        return await self._database.read(work)


_UPDATE = (
    update(faq)
    .where(_F.id == bindparam("key"))
    .values({column.name: bindparam(column.name) for column in faq.columns})
)


def _next(entry: FaqEntry, stored: int, at: datetime) -> FaqEntry:
    """The revision that follows ``stored``, as it will be read back."""
    return cleaned(replace(entry, revision=stored + 1, updated_at=at))


def _conditions(filter: FaqFilter) -> list[ColumnElement[bool]] | None:
    """None when the search has nothing in it that could be found."""
    conditions: list[ColumnElement[bool]] = []
    said = (filter.text or "").strip()
    if is_norm_id(said):
        conditions.append(cast(_F.norms, Text).contains(f'"{said}"'))
    elif said.startswith(("http://", "https://")):
        named = (_F.link, cast(_F.translations, Text))
        conditions.append(or_(*(column.contains(said, autoescape=True) for column in named)))
    elif filter.text is not None and said:
        words = re.findall(r"\w+", folded(clean(filter.text)))
        if not words:
            return None
        conditions += [_F.folded.contains(word, autoescape=True) for word in words[:MOST_WORDS]]
    if filter.no_norm_said:
        conditions += (cast(_F.norms, Text) == "[]", ~_F.no_norm)
    if filter.topics:
        conditions.append(_F.topic.in_(sorted(filter.topics)))
    if filter.body is not None:
        conditions.append(_F.body == filter.body)
    if filter.states != frozenset(FaqState):
        conditions.append(_F.state.in_(sorted(filter.states)))
    if filter.due_before is not None:
        conditions.append(_F.review_by < filter.due_before)
    if filter.used is not None:
        sent = outbox.c.faq_id == _F.id, outbox.c.state == OutgoingState.SENT
        known = exists().where(*sent)
        conditions.append(known if filter.used else ~known)
    if filter.without is not None:
        # As JSON writes a pair that begins with the language; a quote inside a text is escaped.
        conditions.append(~cast(_F.translations, Text).contains(f'["{filter.without}", '))
    if filter.owner is not None:
        conditions += [_F.layer == Layer.PERSONAL, _F.owner == filter.owner]
    if filter.seen_by is not None:
        conditions.append(visible_to(filter.seen_by))
    return conditions


def visible_to(officer: str) -> ColumnElement[bool]:
    """The team's entries, and ``officer``'s own: nobody sees the personal ones of another."""
    return or_(_F.layer == Layer.TEAM, (_F.owner == officer) & (_F.owner != ""))


def _uses() -> Select[tuple[str, int]]:
    """Each entry with how many public answers were made from it."""
    times = func.count().label("times")
    sent = outbox.c.state == OutgoingState.SENT
    return select(outbox.c.faq_id, times).where(sent).group_by(outbox.c.faq_id)


_ACTS = {FaqState.VERIFIED: Act.FAQ_VERIFIED, FaqState.RETIRED: Act.FAQ_RETIRED}


def _audited(entry: FaqEntry, by: str) -> Entry:
    told = {"revision": entry.revision, "state": entry.state.value}
    return Entry(_ACTS.get(entry.state, Act.FAQ_SAVED), by, entry.id, told)

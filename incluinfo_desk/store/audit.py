"""The audit record: appended to in the transaction of the act it tells, never changed."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import LargeBinary, cast, func, insert, select, update
from sqlalchemy.orm import Session

from incluinfo_desk.domain.audit import (
    GENESIS,
    Act,
    Head,
    Record,
    Verdict,
    detail_text,
    sealed,
    verify,
)
from incluinfo_desk.store.database import Database
from incluinfo_desk.store.exact import Clock, clean, micros
from incluinfo_desk.store.tables import audit, notes

_HEAD = "audit.head"
_KEY = "audit.key"

_A = audit.c
_COLUMNS = (_A.seq, _A.at, _A.officer, _A.act, _A.subject, _A.detail, _A.previous, _A.hash)
_NAMES = tuple(column.name for column in _COLUMNS)
_AT_ONCE = 1_000
"""Records read in one transaction: a long chain must not hold the reader for seconds."""


@dataclass(frozen=True, slots=True)
class Entry:
    act: Act
    officer: str
    subject: str = ""
    detail: Mapping[str, object] = field(default_factory=dict)
    """Ids, counts and keys of ours; never what a citizen wrote or is called."""


class Audit:
    def __init__(self, database: Database, now: Clock) -> None:
        self._database = database
        self._now = now

    async def note(
        self, act: Act, officer: str, subject: str = "", detail: Mapping[str, object] | None = None
    ) -> None:
        """Record an act that changes no row of the store."""
        entry = Entry(act, officer, subject, detail or {})
        await self._database.write(lambda session: append(session, self._now(), entry))

    async def verify(self) -> Verdict:
        """Read the whole chain anew, down to the bytes that are stored."""
        return verify(await self.all(), await self._database.read(_head))

    async def all(self) -> tuple[Record, ...]:
        """Every record as it is stored, the oldest first."""
        records: list[Record] = []
        while part := await self.page(len(records)):
            records += part
        return tuple(records)

    async def page(self, offset: int, limit: int = _AT_ONCE) -> tuple[Record, ...]:
        """Records as they are stored, the oldest first."""
        return await self._database.read(
            lambda session: tuple(_raw(session, offset, limit)),
        )

    async def pseudonym(self, identity: str) -> str:
        """The seal under which a person or text stands in the record (:func:`seal`)."""
        return await self._database.write(lambda session: seal(session, identity))


def append(session: Session, at: datetime, *entries: Entry) -> None:
    """Write ``entries`` at the end of the chain, in this transaction.

    A chain that somebody broke goes on, and shows for ever where: the act must be done and
    told all the same, and what was cut off is not made good by what follows.
    """
    if not entries:
        return
    head = _head(session)
    count = session.scalar(select(func.max(_A.seq))) or 0
    last = head.hash if head else GENESIS
    rows: list[dict[str, Any]] = []
    for entry in entries:
        count += 1
        record = sealed(
            Record(
                seq=count,
                at=micros(at),
                officer=clean(entry.officer),
                act=entry.act.value,
                subject=clean(entry.subject),
                detail=detail_text(dict(entry.detail)),
                previous=last,
            ),
        )
        last = str(record.hash)
        rows.append({name: getattr(record, name) for name in _NAMES})
    session.connection().execute(insert(audit), rows)
    _remember(session, _HEAD, {"count": count, "hash": last}, known=head is not None)


def seal(session: Session, text: str) -> str:
    """A name for ``text`` that only this desk can give again, and that does not tell it."""
    found = _noted(session, _KEY)
    try:
        key = bytes.fromhex(found)
    except (TypeError, ValueError):  # the first seal, or somebody wrote there
        key = secrets.token_bytes(32)
        _remember(session, _KEY, key.hex(), known=found is not None)
    return hmac.new(key, text.encode(errors="replace"), hashlib.sha256).hexdigest()


def _raw(session: Session, offset: int, limit: int) -> Iterator[Record]:
    """Each value by its storage class and bytes: whatever stands there can be told apart."""
    asked: list[Any] = []
    for column in _COLUMNS:
        asked += [func.typeof(column), cast(column, LargeBinary)]
    statement = select(*asked).order_by(_A.seq).offset(offset).limit(limit)
    for row in session.execute(statement):
        pairs = zip(row[::2], row[1::2], strict=True)
        yield Record(*(_value(kind, content) for kind, content in pairs))


def _value(kind: str, content: bytes | None) -> int | str:
    match kind:
        case "integer" if content is not None:
            return int(content)
        case "text" if content is not None:
            return content.decode("utf-8", "surrogateescape")
        case _:
            return f"{kind}: {content!r}"


def _head(session: Session) -> Head | None:
    found = _noted(session, _HEAD)
    match found:
        case None:
            return None
        case {"count": int(count), "hash": str(last)} if len(found) == 2:
            return Head(count, last)
        case _:
            return Head(-1, "")  # somebody wrote there: it is nobody's end


def _noted(session: Session, key: str) -> Any:
    value = session.scalar(select(cast(notes.c.value, LargeBinary)).where(notes.c.key == key))
    if value is None:
        return None
    try:
        return json.loads(value)
    except ValueError:
        return ""


def _remember(session: Session, key: str, value: object, *, known: bool) -> None:
    text = json.dumps(value)
    if known:
        session.execute(update(notes).where(notes.c.key == key).values(value=text))
    else:
        session.execute(insert(notes).values(key=key, value=text))

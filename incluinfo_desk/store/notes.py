"""Small things to remember, each a JSON value under a key."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy.orm import Session

from incluinfo_desk.domain.problems import NotAllowed, Trouble
from incluinfo_desk.store.audit import Entry, append
from incluinfo_desk.store.database import Database
from incluinfo_desk.store.exact import Clock
from incluinfo_desk.store.tables import NoteRow


class Notes:
    def __init__(self, database: Database, now: Clock) -> None:
        self._database, self._now = database, now

    async def get(self, key: str) -> Any:
        """What was stored last; None when nothing was."""
        return await self._database.read(lambda session: read_note(session, key))

    async def set(self, key: str, value: Any) -> None:
        """Remember ``value``, anything JSON holds."""
        await self._database.write(lambda session: write_note(session, key, value))

    async def change(self, key: str, was: Any, value: Any, record: Entry) -> None:
        """Put ``value`` in the place of ``was`` and tell it in the record, in one transaction.

        None and an empty list are the same here. Raises Trouble(NotAllowed): something else
        stands there, and nothing was changed.
        """

        def work(session: Session) -> None:
            if (read_note(session, key) or None) != (was or None):
                raise Trouble(NotAllowed("note", key, ""))
            write_note(session, key, value)
            append(session, self._now(), record)

        await self._database.write(work)


def read_note(session: Session, key: str) -> Any:
    row = session.get(NoteRow, key)
    return None if row is None else json.loads(row.value)


def write_note(session: Session, key: str, value: Any) -> None:
    session.merge(NoteRow(key=key, value=json.dumps(value, ensure_ascii=False)))

"""The first page of the Bandeja, read before SQLAlchemy is imported.

Importing SQLModel takes several times longer than drawing the window. The list that an
officer sees first needs one SELECT, so it is read here with the standard library, once and
read-only, before the store opens; from then on the store alone reads (ARCHITECTURE.md).
A test holds the columns and the order against :mod:`incluinfo_desk.store.conversations`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from incluinfo_desk.domain.conversation import Conversation, State
from incluinfo_desk.store.exact import moment
from incluinfo_desk.store.revisions import HEAD
from incluinfo_desk.store.rows import conversation_of

_TIMES = ("last_at", "waiting_since", "seen_at")
_FLAGS = (
    "citizen_verified",
    "citizen_protected",
    "is_question",
    "has_personal_data",
    "reopened",
)


def first_page(database: Path, limit: int) -> tuple[Conversation, ...]:
    """The youngest new conversations; none where the store must look at the file first.

    That is a file which is missing, damaged, locked or of another revision: the store
    tells what is wrong with it, in words.
    """
    if not database.is_file():
        return ()
    try:
        with _opened(database) as connection:
            [revision] = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            if revision != HEAD:
                return ()
            rows = connection.execute(
                "SELECT *, (SELECT checked_at FROM posts WHERE id = last_post_id) AS seen_at"
                " FROM conversations WHERE state = ?"
                " ORDER BY last_at DESC, id DESC LIMIT ?",
                (State.NEW.value, limit),
            )
            return tuple(_conversation(row) for row in rows)
    except (sqlite3.Error, TypeError, ValueError, KeyError):
        return ()


@contextmanager
def _opened(database: Path) -> Iterator[sqlite3.Connection]:
    address = f"{database.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True, timeout=0.2)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def _conversation(row: sqlite3.Row) -> Conversation:
    values = dict(zip(row.keys(), row, strict=True))
    for name in _TIMES:
        if values[name] is not None:
            values[name] = moment(values[name])
    for name in _FLAGS:
        values[name] = bool(values[name])
    return conversation_of(values)

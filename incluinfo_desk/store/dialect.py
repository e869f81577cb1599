"""What only SQLite needs: opening, pragmas, its error codes, backups.

SQLite 3.7.0 to 3.51.2 can corrupt a WAL database when two connections write or
checkpoint it (sqlite.org/changes.html, the WAL-reset race). So exactly one connection
writes and checkpoints, and the other is opened read-only.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from incluinfo_desk.domain.problems import (
    DatabaseBusy,
    DatabaseDamaged,
    DiskFull,
    FileUnreadable,
    Problem,
    ReadOnly,
)

_CACHE_KIB = 16 * 1024
"""Of pages in memory: indexes by foreign ids are written all over the file."""

_MERGED = 200
"""Pages of the text index written in one step: some milliseconds."""

_JOURNAL_KEPT = 16 * 1024 * 1024
"""Bytes the write-ahead log may keep after a checkpoint; a bulk import leaves it larger."""


def writer(path: Path, busy_seconds: float, *, durable: bool = True) -> Engine:
    """The one connection that writes; use it in one thread only.

    ``durable`` syncs at every commit (PRD-1), which a benchmark may want to leave out.
    """

    def connect() -> sqlite3.Connection:
        connection = _connect(path, "rw", busy_seconds)
        _pragmas(
            connection,
            # Fails on a file that is no database, before anything is written.
            "journal_mode = WAL",
            f"synchronous = {'FULL' if durable else 'OFF'}",
            "foreign_keys = ON",
            "secure_delete = ON",  # a post its author took back is overwritten
            f"journal_size_limit = {_JOURNAL_KEPT}",
            f"cache_size = -{_CACHE_KIB}",
        )
        return connection

    # IMMEDIATE: a transaction that reads first must not find out late that it cannot write.
    return _engine(connect, "BEGIN IMMEDIATE")


def reader(path: Path, busy_seconds: float) -> Engine:
    """The one connection that reads; it can neither write nor checkpoint."""

    def connect() -> sqlite3.Connection:
        connection = _connect(path, "ro", busy_seconds)
        _pragmas(connection, "query_only = ON", "wal_autocheckpoint = 0")
        return connection

    return _engine(connect, "BEGIN")


def create_private(path: Path) -> None:
    """Make ``path`` exist, and its folder if need be, for their owner only.

    SQLite gives its side files the mode of the file. Raises OSError.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    if os.name == "posix" and path.stat().st_mode & 0o077:
        path.chmod(0o600)


def stored_revision(path: Path, busy_seconds: float) -> str | None:
    """The schema's revision without changing the file; None when the database is empty.

    Raises sqlite3.Error, also for a database that is not ours.
    """
    connection = _connect(path, "rw", busy_seconds)
    try:
        connection.execute("PRAGMA query_only = ON")
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
        if not tables:
            return None
        if "alembic_version" not in tables:
            raise sqlite3.DatabaseError("not a database of this program")
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        if row is None:
            raise sqlite3.DatabaseError("no revision is recorded")
        return str(row[0])
    finally:
        connection.close()


def copy(path: Path, to: Path, busy_seconds: float) -> None:
    """A whole and checked copy of the database at ``to``, for its owner only.

    Raises sqlite3.Error or OSError; then nothing stands at ``to``.
    """
    partial = to.with_name(to.name + ".partial")
    for left_by_a_crash in to.parent.glob("*.partial"):
        left_by_a_crash.unlink()
    try:
        create_private(partial)
        source, target = _connect(path, "rw", busy_seconds), _connect(partial, "rw", busy_seconds)
        try:
            source.backup(target)
            found = target.execute("PRAGMA integrity_check").fetchone()[0]
            if found != "ok":
                raise sqlite3.DatabaseError(f"integrity_check: {found}")
            # One file, so that nobody has to know about its companions.
            target.execute("PRAGMA journal_mode = DELETE")
        finally:
            target.close()
            source.close()
        os.replace(partial, to)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def merge_index(session: Session, *, begin: bool) -> bool:
    """One step of rewriting the text index, which else keeps the words of erased posts.

    ``begin`` with the first step. False when nothing is left to do (sqlite.org/fts5.html,
    "The 'merge' Command": fewer than two changes mean that there was no work).
    """
    raw = session.connection().connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)  # noqa: S101 - this module's own engine
    before = raw.total_changes
    raw.execute(
        "INSERT INTO post_search(post_search, rank) VALUES ('merge', ?)",
        (-_MERGED if begin else _MERGED,),
    )
    return raw.total_changes - before >= 2


def rewrite(engine: Engine) -> bool:
    """Write the file anew without what was erased, and empty the log; False when a reader
    held the log. Outside of any transaction; about a second for 100 MB.

    ``secure_delete`` alone is not enough: what moves between pages when a tree is balanced
    leaves copies behind (seen with 3.40.1: names of erased posts in 7 of 14 files).
    """
    raw = engine.raw_connection()
    try:
        connection = raw.driver_connection
        assert isinstance(connection, sqlite3.Connection)  # noqa: S101
        connection.execute("VACUUM")
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    finally:
        raw.close()
    return not busy


def problem_of(error: BaseException | None, path: Path) -> Problem | None:
    """What an error of SQLite means to the user; None when it is a bug of ours."""
    if not isinstance(error, sqlite3.DatabaseError) or isinstance(error, _BUGS):
        return None
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:  # raised by this module, not by SQLite
        return DatabaseDamaged(path)
    match code & 0xFF:
        case sqlite3.SQLITE_FULL:
            return DiskFull(path)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return ReadOnly(path)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return DatabaseBusy(path)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return DatabaseDamaged(path)
        case sqlite3.SQLITE_CANTOPEN:
            # Its side files need a folder that can be written.
            return ReadOnly(path) if _not_writable(path) else FileUnreadable(path, str(error))
        case sqlite3.SQLITE_IOERR if code == sqlite3.SQLITE_IOERR_SHMSIZE:
            return DiskFull(path)
        case sqlite3.SQLITE_IOERR:
            return FileUnreadable(path, str(error))
        case _:
            return None


def is_duplicate(error: BaseException | None) -> bool:
    """Whether a unique index refused the row."""
    code = getattr(error, "sqlite_errorcode", None)
    return code in (sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY)


_BUGS = (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.NotSupportedError)


def _not_writable(path: Path) -> bool:
    # Effective ids are whose rights count; Windows has no such notion.
    effective = os.access in os.supports_effective_ids
    places = (path, path.parent) if path.exists() else (path.parent,)
    return not all(os.access(each, os.W_OK, effective_ids=effective) for each in places)


def _connect(path: Path, mode: str, busy_seconds: float) -> sqlite3.Connection:
    # Not as_uri(): SQLite takes the server of a Windows share for a foreign host.
    name = path.absolute().as_posix()
    return sqlite3.connect(
        f"file://{'' if name.startswith('/') else '/'}{quote(name)}?mode={mode}",
        uri=True,
        timeout=busy_seconds,
        isolation_level=None,  # SQLAlchemy's begin event opens transactions, not the driver
        check_same_thread=False,  # each connection stays in its executor's only thread
    )


def _pragmas(connection: sqlite3.Connection, *pragmas: str) -> None:
    try:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}").fetchall()
    except BaseException:
        connection.close()
        raise


def _engine(connect: Callable[[], sqlite3.Connection], begin: str) -> Engine:
    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine

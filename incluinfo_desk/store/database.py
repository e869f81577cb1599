"""Two connections, each on a thread of its own: one writes, one reads."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from incluinfo_desk import paths
from incluinfo_desk.domain.problems import FileUnreadable, Trouble
from incluinfo_desk.store import dialect, schema

T = TypeVar("T")

BUSY_SECONDS = 5.0
"""How long another program (a backup, a virus scanner) may hold the file before we say so."""


class Database:
    """Runs work in one short transaction each, never on the loop's thread.

    A transaction that has begun always ends, committed or rolled back, even when the task
    that awaits it is cancelled; one that has not begun is then never run.
    """

    def __init__(self, path: Path, busy_seconds: float) -> None:
        self.path = path
        self._busy_seconds = busy_seconds
        self._write_thread = ThreadPoolExecutor(1, "store-writer")
        self._read_thread = ThreadPoolExecutor(1, "store-reader")
        self._writer: Engine | None = None
        self._reader: Engine | None = None
        self._ended: Future[None] | None = None

    @classmethod
    async def open(
        cls,
        path: Path,
        backups: Path,
        now: Callable[[], datetime],
        busy_seconds: float = BUSY_SECONDS,
    ) -> Database:
        """Open ``path``, made or migrated as needed.

        Raises Trouble: DatabaseFromNewerVersion, DatabaseDamaged (the file stays as it
        is), ReadOnly, DiskFull, DatabaseBusy, FileUnreadable.
        """
        database = cls(path, busy_seconds)
        try:
            await database._submit(database._write_thread, lambda: database._open(backups, now))
        except BaseException:
            await database.close()
            raise
        return database

    async def read(self, work: Callable[[Session], T]) -> T:
        """Run ``work`` on the reader's thread, in one view of the data."""
        return await self._submit(self._read_thread, lambda: _run(self._reader, work))

    async def write(self, work: Callable[[Session], T]) -> T:
        """Run ``work`` on the writer's thread and commit; any error rolls all of it back.

        Raises Trouble(DiskFull | ReadOnly | DatabaseBusy | DatabaseDamaged | FileUnreadable).
        """
        return await self._submit(self._write_thread, lambda: _run(self._writer, work))

    async def settle(self) -> None:
        """Wait until what was given to :meth:`write` so far is written, or has failed."""
        await self._submit(self._write_thread, lambda: None)

    async def rewrite(self) -> bool:
        """Leave no trace of erased rows in the file and its log (``dialect.rewrite``)."""
        return await self._submit(self._write_thread, self._rewrite)

    async def close(self) -> None:
        """Let begun work end, then close: the reader first, so the writer checkpoints last."""
        if self._ended is None:
            reader = self._read_thread.submit(self._end_reader)
            self._ended = self._write_thread.submit(self._end_writer, reader)
            self._read_thread.shutdown(wait=False)
            self._write_thread.shutdown(wait=False)
        await asyncio.shield(asyncio.wrap_future(self._ended))

    async def _submit(self, thread: ThreadPoolExecutor, work: Callable[[], T]) -> T:
        return await asyncio.wrap_future(thread.submit(self._told, work))

    def _told(self, work: Callable[[], T]) -> T:
        """Turn what the disk or SQLite complains about into a problem."""
        try:
            return work()
        except (DBAPIError, sqlite3.Error) as error:
            cause = error.orig if isinstance(error, DBAPIError) else error
            problem = dialect.problem_of(cause, self.path)
            if problem is None:
                raise
            raise Trouble(problem) from error
        except OSError as error:
            raise Trouble(paths.problem_of(error, self.path)) from error

    def _open(self, backups: Path, now: Callable[[], datetime]) -> None:
        if self.path.exists() and not self.path.is_file():
            raise Trouble(FileUnreadable(self.path))
        dialect.create_private(self.path)
        found = schema.revision(self.path, self._busy_seconds)
        if found is not None and found != schema.HEAD:
            schema.back_up(self.path, backups, found, now(), self._busy_seconds)
        self._writer = dialect.writer(self.path, self._busy_seconds)
        if found == schema.HEAD:
            # A file or folder that cannot be written is told now, not at the first answer.
            with self._writer.begin():
                pass
        else:
            schema.migrate(self._writer)
        self._reader = dialect.reader(self.path, self._busy_seconds)

    def _rewrite(self) -> bool:
        if self._writer is None:
            raise RuntimeError("the database is not open")
        return dialect.rewrite(self._writer)

    def _end_reader(self) -> None:
        if self._reader is not None:
            self._reader.dispose()

    def _end_writer(self, reader: Future[None]) -> None:
        reader.exception()  # waits for it
        if self._writer is not None:
            self._writer.dispose()


def _run(engine: Engine | None, work: Callable[[Session], T]) -> T:
    if engine is None:
        raise RuntimeError("the database is not open")
    with Session(engine, expire_on_commit=False) as session, session.begin():
        return work(session)

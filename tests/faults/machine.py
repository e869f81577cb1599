"""The machine below the desk, and what goes wrong with it: keyring, disk, clock."""

from __future__ import annotations

import json
import os
import resource
import sqlite3
from pathlib import Path
from typing import Any

from incluinfo_desk.operations.ports import Vault
from incluinfo_desk.store.store import Store

from .shared import Shared, SharedClock

TROUBLE_SECONDS = 30.0
"""How long the disk is full or the database locked."""


class FileVault(Vault):
    """Stands for the keyring: it survives the desk."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def durable(self) -> bool:
        return True

    def get(self, name: str) -> str | None:
        value = self._all().get(name)
        return None if value is None else str(value)

    def set(self, name: str, secret: str) -> None:
        self._write(self._all() | {name: secret})

    def delete(self, name: str) -> None:
        self._write({k: v for k, v in self._all().items() if k != name})

    def _all(self) -> dict[str, Any]:
        return dict(json.loads(self._path.read_text())) if self._path.exists() else {}

    def _write(self, secrets: dict[str, Any]) -> None:
        new = self._path.with_suffix(".new")
        new.write_text(json.dumps(secrets))
        os.replace(new, self._path)


class FaultyDisk:
    """The database locked by another program, or a disk without room, for half a minute."""

    def __init__(self, clock: FaultyDiskClock) -> None:
        self._clock = clock
        self.path = Path()
        self.store: Store | None = None
        self._holder: sqlite3.Connection | None = None

    def fail(self, how: str) -> None:
        assert self.store is not None
        self._clock.later(TROUBLE_SECONDS, self.recover)
        if how == "db_locked":
            self._holder = sqlite3.connect(self.path, isolation_level=None)
            self._holder.execute("BEGIN IMMEDIATE")
        elif how == "disk_full":
            # Python ignores SIGXFSZ: the write comes back short, as on a full disk.
            _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
            resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
        else:
            self._pages(full=True)

    def recover(self) -> None:
        if self._holder is not None:
            self._holder.execute("ROLLBACK")
            self._holder.close()
            self._holder = None
        _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        self._pages(full=False)

    def _pages(self, *, full: bool) -> None:
        assert self.store is not None
        writer = self.store.database._writer
        assert writer is not None
        connection = writer.pool.connect()
        try:
            raw = connection.dbapi_connection
            assert raw is not None
            (count,) = raw.execute("PRAGMA page_count").fetchone()
            limit = count if full else 4_294_967_294
            raw.execute(f"PRAGMA max_page_count = {limit}").fetchall()
        finally:
            connection.close()


class FaultyDiskClock(SharedClock):
    """A shared clock with something to do at a later time."""

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        self._due: tuple[float, Any] | None = None

    def later(self, seconds: float, act: Any) -> None:
        self._due = (self._shared.seconds + seconds, act)

    async def sleep(self, seconds: float) -> None:
        await super().sleep(seconds)
        if self._due is not None and self._due[0] <= self._shared.seconds:
            _, act = self._due
            self._due = None
            act()

"""The file itself: modes, damage, newer versions, a full or read-only disk, a lock."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from incluinfo_desk.domain.problems import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseFromNewerVersion,
    DiskFull,
    FileUnreadable,
    Problem,
    ReadOnly,
)
from incluinfo_desk.paths import Profile
from incluinfo_desk.store import dialect
from incluinfo_desk.store.store import Store
from tests.store.kit import POSIX, Hand, asks, conversation, desk, problem, reply, run


def _file(folder: Path) -> Path:
    return Profile(folder).database


async def _refusal(folder: Path, busy_seconds: float = 5) -> Problem:
    return await problem(Store.open(folder, Hand(), busy_seconds=busy_seconds))


def _filled(folder: Path) -> Path:
    async def fill() -> None:
        async with desk(folder) as store:
            await store.conversations.add([asks(str(n), "x" * 200) for n in range(10, 400)], None)

    run(fill())
    return _file(folder)


def test_the_folder_and_all_files_are_for_their_owner_only(tmp_path: Path) -> None:
    async def story() -> None:
        folder = tmp_path / "a" / "profile"
        store = await Store.open(folder, Hand())
        try:
            await store.conversations.add([asks("10")], None)
            if not POSIX:
                return  # the profile's folder has an access list there
            modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in folder.iterdir()}
            assert modes == {
                "desk.sqlite3": 0o600,
                "desk.sqlite3-shm": 0o600,
                "desk.sqlite3-wal": 0o600,
            }
            assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        finally:
            await store.close()

    old = os.umask(0)
    try:
        run(story())
    finally:
        os.umask(old)


def test_after_closing_one_file_holds_everything(tmp_path: Path) -> None:
    _filled(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["desk.sqlite3"]


@pytest.mark.parametrize("damage", ["garbage", "head", "foreign", "nameless"])
def test_a_damaged_file_is_refused_and_kept(tmp_path: Path, damage: str) -> None:
    file = _filled(tmp_path)
    if damage == "garbage":
        file.write_bytes(bytes(range(256)) * 64)
    elif damage == "head":
        file.write_bytes(b"\0" * 4096 + file.read_bytes()[4096:])
    else:
        file.unlink()
        other = sqlite3.connect(file)
        other.execute("CREATE TABLE theirs (x)")
        if damage == "nameless":
            other.execute("CREATE TABLE alembic_version (version_num)")
        other.commit()
        other.close()
    before = file.read_bytes()
    assert run(_refusal(tmp_path)) == DatabaseDamaged(file)
    assert file.read_bytes() == before


def test_damage_inside_is_told_when_it_is_met(tmp_path: Path) -> None:
    file = _filled(tmp_path)
    connection = sqlite3.connect(file)
    page_size = connection.execute("PRAGMA page_size").fetchone()[0]
    roots = connection.execute(
        "SELECT rootpage FROM sqlite_master WHERE tbl_name = 'conversations'",
    ).fetchall()
    connection.close()
    with file.open("r+b") as raw:
        for (page,) in roots:
            raw.seek(page_size * (page - 1))
            raw.write(b"\xa5" * page_size)

    async def story() -> None:
        store = await Store.open(tmp_path, Hand())
        try:
            assert await problem(store.conversations.counts()) == DatabaseDamaged(file)
            refused = await problem(store.conversations.add([asks("900")], None))
            assert refused == DatabaseDamaged(file)
        finally:
            await store.close()

    run(story())


def test_a_newer_database_is_refused_and_not_touched(tmp_path: Path) -> None:
    file = _filled(tmp_path)
    connection = sqlite3.connect(file)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    before = file.read_bytes()
    assert run(_refusal(tmp_path)) == DatabaseFromNewerVersion(file)
    assert file.read_bytes() == before
    assert not Profile(tmp_path).backups.exists()


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    _file(tmp_path).mkdir()
    assert run(_refusal(tmp_path)) == FileUnreadable(_file(tmp_path))


@contextmanager
def _ordinary_user(folder: Path) -> Iterator[None]:
    """Root may write anywhere; while this lasts we are somebody else, who owns ``folder``."""
    if not POSIX or os.geteuid() != 0:
        yield
        return
    nobody = 65534
    for path in (folder, *folder.rglob("*")):
        os.chown(path, nobody, nobody)
    os.seteuid(nobody)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize(
    ("file_mode", "folder_mode"),
    [(0o400, 0o500), (0o400, 0o700)] + ([(0o600, 0o500)] if POSIX else []),
)
def test_a_read_only_database_is_told_at_once(file_mode: int, folder_mode: int) -> None:
    # Not tmp_path: pytest's own folders are closed to other users.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = _filled(folder)
        file.chmod(file_mode)
        folder.chmod(folder_mode)
        with _ordinary_user(folder):
            try:
                assert run(_refusal(folder)) == ReadOnly(file)
            finally:
                folder.chmod(0o700)
                file.chmod(0o600)


def test_a_disk_that_turns_read_only_is_told_and_reading_goes_on(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add([asks("10")], None)
            await _pragma(store, "query_only = ON")
            refused = await problem(store.conversations.add([asks("11")], None))
            assert refused == ReadOnly(_file(tmp_path))
            assert await store.conversations.get(conversation("10")) is not None

    run(story())


async def _pragma(store: Store, pragma: str) -> None:
    def work() -> None:
        writer = store.database._writer
        assert writer is not None
        # Outside a transaction, where pragmas take effect.
        raw = writer.raw_connection()
        raw.cursor().execute(f"PRAGMA {pragma}").fetchall()

    await store.database._submit(store.database._write_thread, work)


def test_a_full_disk_is_told_and_loses_nothing(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add([asks("10")], None)
            await store.outbox.queue([reply("o1", "10")])
            await _pragma(store, "max_page_count = 1")  # SQLite takes: as many as there are
            much = [asks(str(n), "palabra " * 30) for n in range(100, 3000)]
            assert await problem(store.conversations.add(much, None)) == DiskFull(_file(tmp_path))
            assert (await store.conversations.counts()) != {}
            assert await store.outbox.get("o1") is not None
            assert await store.conversations.get(conversation("100")) is None
            # There is room again: the same call works.
            await _pragma(store, "max_page_count = 1073741823")
            assert (await store.conversations.add(much, None)).new == 2900
        assert _integrity(_file(tmp_path)) == "ok"

    run(story())


def _integrity(file: Path) -> str:
    connection = sqlite3.connect(file)
    try:
        connection.execute(
            "INSERT INTO post_search(post_search, rank) VALUES('integrity-check', 1)"
        )
        return str(connection.execute("PRAGMA integrity_check").fetchone()[0])
    finally:
        connection.close()


def test_a_locked_database_is_told_after_the_wait(tmp_path: Path) -> None:
    file = _filled(tmp_path)
    other = sqlite3.connect(file, isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        assert run(_refusal(tmp_path, busy_seconds=0.05)) == DatabaseBusy(file)
        other.execute("ROLLBACK")

        async def story() -> None:
            async with desk(tmp_path, busy_seconds=0.05) as store:
                other.execute("BEGIN IMMEDIATE")
                refused = await problem(store.conversations.add([asks("900")], None))
                assert refused == DatabaseBusy(file)
                # Reading does not wait for who writes.
                assert await store.conversations.get(conversation("10")) is not None
                other.execute("ROLLBACK")
                assert (await store.conversations.add([asks("900")], None)).new == 1

        run(story())
    finally:
        other.close()


def test_a_first_start_that_was_cut_short_begins_again(tmp_path: Path) -> None:
    _file(tmp_path).touch()

    async def story() -> None:
        store = await Store.open(tmp_path, Hand())
        assert await store.faq.is_empty()
        await store.close()

    run(story())


@pytest.mark.parametrize("name", ["año 100% #1?x=y&z", "a b'c", "%41"])
def test_any_folder_name_will_do(tmp_path: Path, name: str) -> None:
    if not POSIX:
        name = name.replace("?", "")

    async def story() -> None:
        store = await Store.open(tmp_path / name, Hand())
        await store.conversations.add([asks("10")], None)
        await store.close()
        assert [p.name for p in (tmp_path / name).iterdir()] == ["desk.sqlite3"]

    run(story())


def test_every_code_of_sqlite_has_its_word(tmp_path: Path) -> None:
    def said(code: int) -> Problem | None:
        error = sqlite3.OperationalError("x")
        error.sqlite_errorcode = code
        return dialect.problem_of(error, tmp_path / "f")

    file = tmp_path / "f"
    assert said(sqlite3.SQLITE_FULL) == DiskFull(file)
    assert said(sqlite3.SQLITE_IOERR_SHMSIZE) == DiskFull(file)
    assert said(sqlite3.SQLITE_READONLY_DBMOVED) == ReadOnly(file)
    assert said(sqlite3.SQLITE_BUSY_SNAPSHOT) == DatabaseBusy(file)
    assert said(sqlite3.SQLITE_CORRUPT_INDEX) == DatabaseDamaged(file)
    assert said(sqlite3.SQLITE_NOTADB) == DatabaseDamaged(file)
    assert said(sqlite3.SQLITE_IOERR_WRITE) == FileUnreadable(file, "x")
    assert said(sqlite3.SQLITE_CANTOPEN) == FileUnreadable(file, "x")
    assert said(sqlite3.SQLITE_ERROR) is None
    assert dialect.problem_of(ValueError(), file) is None


def test_opening_imports_nothing_heavy_beyond_sqlalchemy(tmp_path: Path) -> None:
    _filled(tmp_path)
    script = (
        "import asyncio, sys\n"
        "from datetime import UTC, datetime\n"
        "from pathlib import Path\n"
        "from incluinfo_desk.store.store import Store\n"
        "async def main():\n"
        "    store = await Store.open(Path(sys.argv[1]), lambda: datetime.now(UTC))\n"
        "    print(len((await store.conversations.waiting()).rows))\n"
        "    await store.close()\n"
        "asyncio.run(main())\n"
        "heavy = {'alembic', 'mako', 'tweepy', 'aiohttp', 'numpy', 'PySide6'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert (done.stdout.split("\n", 1), done.stderr) == (["390", "[]\n"], "")

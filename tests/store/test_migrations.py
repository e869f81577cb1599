"""From every schema that was to the one that is."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from incluinfo_desk.domain.problems import DiskFull, Problem
from incluinfo_desk.paths import Profile
from incluinfo_desk.store import schema
from incluinfo_desk.store.conversations import Filter
from incluinfo_desk.store.store import Store
from incluinfo_desk.store.tables import METADATA
from tests.store.freeze import load, sample
from tests.store.kit import POSIX, Hand, asks, at, desk, problem, run

FROZEN = Path(__file__).parent / "frozen"


async def _made(folder: Path) -> Path:
    await (await Store.open(folder, Hand())).close()
    return Profile(folder).database


def test_the_program_knows_all_its_revisions() -> None:
    assert schema.scripts() == schema.REVISIONS
    assert ScriptDirectory(str(schema.MIGRATIONS)).get_heads() == [schema.HEAD]


def test_migrations_spell_out_their_own_tables() -> None:
    for script in (schema.MIGRATIONS / "versions").glob("*.py"):
        assert "incluinfo_desk" not in script.read_text("utf-8")


def test_a_fresh_database_is_what_the_tables_say(tmp_path: Path) -> None:
    file = run(_made(tmp_path))
    engine = create_engine(f"sqlite:///{file}")

    def ours(found: Any, name: str | None, kind: str, reflected: bool, other: Any) -> bool:
        return not (kind == "table" and str(name).startswith("post_search"))

    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"compare_type": True, "include_object": ours},
        )
        assert compare_metadata(context, METADATA) == []
    engine.dispose()
    # alembic does not compare the condition of a partial index.
    made = {i.name: i for t in METADATA.sorted_tables for i in t.indexes}
    raw = sqlite3.connect(file)
    partial = dict(
        raw.execute(
            "SELECT name, substr(sql, instr(sql, ' WHERE ') + 7) FROM sqlite_master"
            " WHERE type = 'index' AND instr(sql, ' WHERE ')",
        ).fetchall(),
    )
    raw.close()
    wanted = {
        name: str(index.dialect_options["sqlite"]["where"])
        for name, index in made.items()
        if index.dialect_options["sqlite"]["where"] is not None
    }
    assert partial == wanted


def test_there_is_a_frozen_database_of_every_revision() -> None:
    assert {path.stem for path in FROZEN.glob("*.sql")} == set(schema.REVISIONS)


@pytest.mark.parametrize("revision", schema.REVISIONS)
def test_a_frozen_database_comes_up_with_everything_in_it(tmp_path: Path, revision: str) -> None:
    load(FROZEN / f"{revision}.sql", Profile(tmp_path).database)

    async def story() -> None:
        async with desk(tmp_path / "new") as new:
            await sample(new)
            async with desk(tmp_path) as old:
                for filter in (Filter(), Filter(text="pension"), Filter(topic="imv")):
                    page = await old.conversations.page(filter)
                    assert page == await new.conversations.page(filter)
                    assert page.rows
                for card in page.rows:
                    thread = await old.conversations.thread(card.id)
                    assert thread == await new.conversations.thread(card.id)
                    assert await old.drafts.get(card.id) == await new.drafts.get(card.id)
                assert await old.outbox.open_items() == await new.outbox.open_items()
                assert await old.faq.all() == await new.faq.all()
                assert await old.faq.history("imv-plazo") == await new.faq.history("imv-plazo")
                assert await old.incidents.all() == await new.incidents.all()
                assert await old.incidents.components() == await new.incidents.components()
                assert await old.ledger.by_kind(at(0)) == await new.ledger.by_kind(at(0))
                assert (await old.conversations.add([asks("900")], None)).new == 1

    run(story())


_NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "next"
down_revision = "{head}"

def upgrade():
    op.add_column("notes", sa.Column("extra", sa.Text()))
    op.create_table("later", sa.Column("id", sa.Integer(), primary_key=True))
    {more}
"""
_HEAD = schema.HEAD


def _next(more: str) -> str:
    return _NEXT.format(head=_HEAD, more=more)


@pytest.fixture
def next_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program as it will be with one more migration."""
    scripts = tmp_path / "migrations"
    shutil.copytree(schema.MIGRATIONS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(schema, "MIGRATIONS", scripts)
    monkeypatch.setattr(schema, "REVISIONS", (*schema.REVISIONS, "next"))
    monkeypatch.setattr(schema, "HEAD", "next")
    return scripts / "versions" / "rnext.py"


def _old(folder: Path) -> Path:
    async def story() -> None:
        async with desk(folder) as store:
            await store.conversations.add([asks("10")], None)

    run(story())
    return Profile(folder).database


def _tables(file: Path) -> set[str]:
    connection = sqlite3.connect(file)
    try:
        return {r[0] for r in connection.execute("SELECT name FROM sqlite_master")}
    finally:
        connection.close()


async def _open(folder: Path, now: Hand) -> int:
    store = await Store.open(folder, now)
    try:
        return await store.conversations.count(Filter())
    finally:
        await store.close()


def test_an_older_database_is_copied_aside_then_migrated(
    tmp_path: Path,
    next_version: Path,
) -> None:
    folder = tmp_path / "profile"
    file = _frozen_at_0001(folder)
    next_version.write_text(_next("pass"), "utf-8")
    now = Hand()
    assert run(_open(folder, now)) > 0
    assert "later" in _tables(file)
    (copy,) = Profile(folder).backups.iterdir()
    assert "later" not in _tables(copy)
    if POSIX:
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600
        assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    # Only once: the next start finds it done.
    assert run(_open(folder, now)) > 0
    assert len(list(Profile(folder).backups.iterdir())) == 1


def test_a_migration_that_fails_changes_nothing(tmp_path: Path, next_version: Path) -> None:
    folder = tmp_path / "profile"
    file = _frozen_at_0001(folder)
    next_version.write_text(_next("raise LookupError('ours')"), "utf-8")
    with pytest.raises(LookupError):
        run(_open(folder, Hand()))
    assert "later" not in _tables(file)
    connection = sqlite3.connect(file)
    assert [r[1] for r in connection.execute("PRAGMA table_info(notes)")] == ["key", "value"]
    connection.close()
    next_version.write_text(_next("pass"), "utf-8")
    assert run(_open(folder, Hand())) > 0


def _frozen_at_0001(folder: Path) -> Path:
    folder.mkdir(parents=True)
    file = Profile(folder).database
    load(FROZEN / "0001.sql", file)
    return file


def test_the_last_three_copies_are_kept(tmp_path: Path) -> None:
    file = _old(tmp_path)
    backups = Profile(tmp_path).backups
    backups.mkdir()
    (backups / "desk-x.sqlite3.partial").write_bytes(b"left by a crash")
    made = [
        schema.back_up(file, backups, "0001", at(0) + timedelta(seconds=n), 5) for n in range(5)
    ]
    assert sorted(backups.iterdir()) == sorted(made[2:])
    assert _tables(made[4]) == _tables(file)


def test_without_room_for_a_copy_nothing_is_migrated(
    tmp_path: Path,
    next_version: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "profile"
    file = _frozen_at_0001(folder)
    next_version.write_text(_next("pass"), "utf-8")

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)

    async def story() -> Problem:
        return await problem(Store.open(folder, Hand()))

    assert run(story()) == DiskFull(file)
    assert "later" not in _tables(file)
    assert list(Profile(folder).backups.iterdir()) == []

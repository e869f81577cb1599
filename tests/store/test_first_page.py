"""The early glance at the file agrees with the store, and keeps out of trouble."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

from incluinfo_desk.domain.conversation import Hint, State
from incluinfo_desk.paths import Profile
from incluinfo_desk.simulator.bulk import generate_posts
from incluinfo_desk.store.conversations import Filter, Incoming
from incluinfo_desk.store.first_page import first_page
from tests.store.kit import desk, run


def test_first_page_is_what_the_store_would_show(tmp_path: Path) -> None:
    async def script() -> None:
        async with desk(tmp_path) as store:
            arrived = [
                Incoming(p, False, None, "es", True, False, Hint()) for p in generate_posts(300)
            ]
            await store.conversations.add(arrived, None)
            page = await store.conversations.page(Filter(states=frozenset({State.NEW})), None, 60)
            assert len(page.rows) == 60
            assert first_page(Profile(tmp_path).database, 60) == page.rows

    run(script())


def test_file_that_the_store_must_look_at_first_shows_nothing(tmp_path: Path) -> None:
    missing, damaged, newer = (tmp_path / name for name in ("a", "b", "c"))
    damaged.write_bytes(b"not a database" * 100)
    with sqlite3.connect(newer) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES ('9999')")
    connection.close()
    assert [first_page(path, 10) for path in (missing, damaged, newer)] == [(), (), ()]
    assert not missing.exists()


def test_glance_imports_no_heavy_library() -> None:
    code = (
        "import sys, incluinfo_desk.store.first_page\n"
        "sys.exit(any(m in sys.modules for m in ('sqlalchemy', 'pydantic', 'numpy')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

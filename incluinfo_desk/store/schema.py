"""Bringing the stored schema to the present one, with a way back.

Alembic is imported only when there is something to migrate: it costs a tenth of a second
that a normal start must not pay.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from incluinfo_desk.domain.problems import DatabaseFromNewerVersion, Trouble
from incluinfo_desk.store import dialect
from incluinfo_desk.store.revisions import HEAD as HEAD
from incluinfo_desk.store.revisions import REVISIONS as REVISIONS

MIGRATIONS = Path(__file__).parent / "migrations"

BACKUPS_KEPT = 3


def revision(path: Path, busy_seconds: float) -> str | None:
    """The stored revision, None for an empty database.

    Raises Trouble(DatabaseFromNewerVersion); the file stays as it is.
    """
    found = dialect.stored_revision(path, busy_seconds)
    if found is not None and found not in REVISIONS:
        raise Trouble(DatabaseFromNewerVersion(path))
    return found


def back_up(path: Path, folder: Path, found: str, now: datetime, busy_seconds: float) -> Path:
    """Copy the database aside before it changes, and let go of the oldest copies.

    Raises sqlite3.Error or OSError: without a copy nothing is migrated.
    """
    copy = folder / f"desk-{now:%Y%m%dT%H%M%S%fZ}-{found}.sqlite3"
    dialect.copy(path, copy, busy_seconds)
    for old in backups(folder)[:-BACKUPS_KEPT]:
        old.unlink(missing_ok=True)
    return copy


def drop_backups(folder: Path, before: datetime) -> int:
    """Delete copies made before then, which hold what was erased since; how many."""
    dropped = 0
    for copy in backups(folder):
        if copy.name.split("-")[1] < f"{before:%Y%m%dT%H%M%S%fZ}":
            copy.unlink(missing_ok=True)
            dropped += 1
    return dropped


def backups(folder: Path) -> list[Path]:
    """The copies made before migrations, the oldest first."""
    return sorted(folder.glob("desk-*.sqlite3"))


def scripts() -> tuple[str, ...]:
    """The revisions whose scripts are there, oldest first; a self-test wants all of
    :data:`REVISIONS`, which a frozen build may have left out."""
    from alembic.script import ScriptDirectory

    found = ScriptDirectory(str(MIGRATIONS)).walk_revisions()
    return tuple(script.revision for script in found)[::-1]


def migrate(engine: Engine, to: str = "head") -> None:
    """Run the missing migrations in one transaction: all of them or none."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    # Config reads % as its own sign, and a data folder may have one in its name.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, to)

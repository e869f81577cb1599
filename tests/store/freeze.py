"""Freeze a database of the present revision, once, when the revision is new:

    python -m tests.store.freeze

It writes ``tests/store/frozen/<revision>.sql``, which is never changed again.
"""

from __future__ import annotations

import asyncio
import sqlite3
import tempfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from incluinfo_desk.domain.conversation import Hint, State
from incluinfo_desk.domain.faq import FaqEntry
from incluinfo_desk.domain.incident import (
    Component,
    ComponentState,
    Incident,
    IncidentState,
    Update,
)
from incluinfo_desk.domain.outgoing import Kind
from incluinfo_desk.domain.post import PostId
from incluinfo_desk.domain.reply import Draft
from incluinfo_desk.store import schema
from incluinfo_desk.store.store import Store
from tests.store.kit import PABLO, Hand, answers, asks, at, conversation, reply

FROZEN = Path(__file__).parent / "frozen"


async def sample(store: Store) -> None:
    """One of everything."""
    await store.conversations.add(
        [
            asks("10", "¿Y mi pensión? 😀 ñ", hint=Hint("imv-plazo")),
            asks("12", "Corregido: pensión", thread="10", versions=("11", "12"), minutes=1),
            asks("20", "Pensión de viudedad", by=PABLO, personal=True, minutes=2),
            answers("21", "20", minutes=4),
            asks("30", "pensión", minutes=5, topic=None, question=False),
        ],
        PostId("30"),
    )
    await store.conversations.move(conversation("10"), State.TAKEN, "AB")
    await store.drafts.save(Draft(conversation("10"), "Hola\nRosa", 4, PostId("12"), at(6)))
    entry = FaqEntry(
        id="imv-plazo",
        topic="imv",
        question="¿Cuánto tarda?",
        reply="Seis meses: {enlace}",
        variants=("¿Plazo?",),
        keywords=("plazo",),
        link="https://inclusion.gob.es",
        review_by=date(2027, 6, 30),
    )
    await store.faq.add_all([entry], "AB")
    await store.faq.verify([entry.id], "AB", at(7))
    await store.incidents.save_components([Component("sede", "Sede", "sede", ("la sede",))])
    public = replace(
        reply("s1", "1", "Hay una caída"),
        kind=Kind.STANDALONE,
        target_id=None,
        conversation_id=None,
    )
    await store.outbox.queue([reply("o1", "30", faq_id="imv-plazo", cursor=2)])
    await store.incidents.add(
        Incident(
            id="caida",
            title="Caída",
            components=("sede",),
            impact=ComponentState.FULL_OUTAGE,
            state=IncidentState.INVESTIGATING,
            started_at=at(8),
            next_update_at=at(38),
        ),
        Update("u1", "caida", IncidentState.INVESTIGATING, "Hay una caída", at(8), "AB", "s1"),
        [public],
    )
    await store.notes.set("k", {"a": [1, "ñ"]})
    await store.ledger.note("mentions", 3, Decimal("0.015"), at(9))


def load(dump: Path, file: Path) -> None:
    """The database of ``dump`` at ``file``."""
    connection = sqlite3.connect(file)
    connection.executescript(dump.read_text("utf-8"))
    connection.execute("INSERT INTO post_search(post_search) VALUES('rebuild')")
    connection.commit()
    connection.close()


def dump(file: Path) -> str:
    """Its tables and rows as SQL; what FTS5 keeps for itself is rebuilt on loading."""
    connection = sqlite3.connect(file)
    schema_rows = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type = ?"
        " AND name NOT GLOB 'post_search_*' ORDER BY rowid",
        ("table",),
    ).fetchall()
    lines = ["PRAGMA foreign_keys = OFF;", "BEGIN;"]
    for name, sql in schema_rows:
        lines.append(f"{sql.strip()};")
        if name != "post_search":
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
            quoted = " || ', ' || ".join(f'quote("{column}")' for column in columns)
            found = connection.execute(f"SELECT {quoted} FROM {name} ORDER BY rowid")  # noqa: S608
            lines += [f"INSERT INTO {name} VALUES ({row[0]});" for row in found]  # noqa: S608
    rest = connection.execute(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND type <> ? ORDER BY rowid",
        ("table",),
    )
    lines += [f"{row[0].strip()};" for row in rest]
    connection.close()
    return "\n".join([*lines, "COMMIT;", ""])


async def _freeze() -> None:
    target = FROZEN / f"{schema.HEAD}.sql"
    if target.exists():
        raise SystemExit(f"{target.name} is frozen already")
    with tempfile.TemporaryDirectory() as name:
        store = await Store.open(Path(name), Hand())
        await sample(store)
        await store.close()
        target.write_text(dump(Path(name) / "desk.sqlite3"), "utf-8")


if __name__ == "__main__":
    asyncio.run(_freeze())

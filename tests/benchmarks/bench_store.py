"""How fast the store is, beside raw sqlite3 doing the least that could be called the same.

    python tests/benchmarks/bench_store.py [--full] [--posts N]

``--full`` adds a million posts. Every figure has its ratio; milliseconds are of this machine.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from incluinfo_desk.domain.conversation import WAITING, Hint, State  # noqa: E402
from incluinfo_desk.domain.post import Post  # noqa: E402
from incluinfo_desk.simulator.bulk import generate_posts  # noqa: E402
from incluinfo_desk.store.conversations import Filter, Incoming  # noqa: E402
from incluinfo_desk.store.store import Store  # noqa: E402

BATCH = 5_000
RUNS = 15
OPEN_LIMIT_MS = 60
"""Opening and the first page after the imports: what the list may add to the bare window."""


def now() -> datetime:
    return datetime.now(UTC)


def incoming(posts: Sequence[Post]) -> list[Incoming]:
    return [Incoming(post, False, "imv", "es", True, False, Hint()) for post in posts]


def batches(posts: Iterator[Post]) -> Iterator[list[Post]]:
    while batch := list(islice(posts, BATCH)):
        yield batch


def raw_insert(posts: int, folder: Path) -> float:
    """Posts a second of ``executemany`` into one table with its key and a text index."""
    connection = sqlite3.connect(folder / "raw.sqlite3", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.executescript(
        """
        CREATE TABLE posts (
            number INTEGER PRIMARY KEY, id TEXT UNIQUE, thread_id TEXT, author_id TEXT,
            handle TEXT, name TEXT, created_at INTEGER, text TEXT);
        CREATE VIRTUAL TABLE found USING fts5(name, handle, text, content='posts',
            content_rowid='number', tokenize="unicode61 remove_diacritics 2");
        CREATE TRIGGER in_text AFTER INSERT ON posts BEGIN
            INSERT INTO found(rowid, name, handle, text)
            VALUES (new.number, new.name, new.handle, new.text);
        END;
        """,
    )
    spent = 0.0
    for batch in batches(generate_posts(posts)):
        rows = [
            (
                *(p.id, p.thread_id, p.author.id, p.author.handle, p.author.name),
                int(p.created_at.timestamp() * 1e6),
                p.text,
            )
            for p in batch
        ]
        began = time.perf_counter()
        connection.execute("BEGIN")
        connection.executemany(
            "INSERT INTO posts(id, thread_id, author_id, handle, name, created_at, text)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            rows,
        )
        connection.execute("COMMIT")
        spent += time.perf_counter() - began
    connection.close()
    return posts / spent


async def store_insert(posts: int, folder: Path) -> tuple[float, float]:
    """Posts a second of ``add``: in bulk, and the milliseconds of one poll of ten."""
    store = await Store.open(folder, now)
    spent = 0.0
    for batch in batches(generate_posts(posts)):
        items = incoming(batch)
        began = time.perf_counter()
        await store.conversations.add(items, batch[-1].id)
        spent += time.perf_counter() - began
    polls = []
    for batch in islice(batches(generate_posts(posts + 200, seed=2)), 0, 1):
        for start in range(0, 200, 10):
            items = incoming(batch[start : start + 10])
            began = time.perf_counter()
            await store.conversations.add(items, None)
            polls.append(time.perf_counter() - began)
    await store.close()
    return posts / spent, statistics.median(polls) * 1000


_OPEN = """
import asyncio, sys, time
from datetime import UTC, datetime
from pathlib import Path
began = time.perf_counter()
from incluinfo_desk.store.store import Store
from incluinfo_desk.store.conversations import Filter
imported = time.perf_counter()
async def main():
    store = await Store.open(Path(sys.argv[1]), lambda: datetime.now(UTC))
    page = await store.conversations.page(Filter())
    print((imported - began) * 1000, (time.perf_counter() - imported) * 1000, len(page.rows))
    await store.close()
asyncio.run(main())
"""


def opening(folder: Path) -> tuple[float, float]:
    """Milliseconds of the imports, and of opening with the first page, in fresh processes."""
    imports, opens = [], []
    for _ in range(7):
        done = subprocess.run(
            [sys.executable, "-c", _OPEN, str(folder)],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
        )
        imported, opened, rows = map(float, done.stdout.split())
        if rows != 50:
            raise SystemExit("the first page is not whole")
        imports.append(imported)
        opens.append(opened)
    return statistics.median(imports), statistics.median(opens)


async def timed(work: Callable[[], Awaitable[Any]]) -> tuple[float, float]:
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        await work()
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times), max(times)


async def questions(folder: Path) -> None:
    store = await Store.open(folder, now)
    raw = sqlite3.connect(folder / "desk.sqlite3")
    began = time.perf_counter()
    for _ in range(RUNS):
        raw.execute("SELECT * FROM conversations ORDER BY last_at DESC LIMIT 50").fetchall()
    bare = (time.perf_counter() - began) * 1000 / RUNS
    raw.close()
    show("raw sqlite3: 50 rows by index", bare, bare, bare)

    c = store.conversations
    new = frozenset({State.NEW})
    first = await c.page(Filter())
    deep = first
    for _ in range(20):
        if deep.next is None:
            break
        deep = await c.page(Filter(), deep.next)
    asked: dict[str, Callable[[], Awaitable[Any]]] = {
        "first page": lambda: c.page(Filter()),
        "page of waiting, questions only": lambda: c.page(
            Filter(states=WAITING, only_questions=True),
        ),
        "page of a topic": lambda: c.page(Filter(states=new, topic="imv")),
        "page 20": lambda: c.page(Filter(), deep.next),
        "counts of all states": c.counts,
        "count of questions": lambda: c.count(Filter(states=new, only_questions=True)),
        "mine": lambda: c.mine("AB"),
        "thread": lambda: c.thread(first.rows[0].id),
        "search, common word": lambda: c.page(Filter(text="incluinfo")),
        "search, two words": lambda: c.page(Filter(text="pension jubilacion")),
        "search, prefix": lambda: c.page(Filter(text="jubil")),
        "search, nothing found": lambda: c.page(Filter(text="xyzzy")),
        "search, a handle": lambda: c.page(Filter(text=f"@{first.rows[0].citizen.handle}")),
        "count of a common word": lambda: c.count(Filter(text="incluinfo")),
    }
    for name, work in asked.items():
        median, most = await timed(work)
        show(name, median, most, bare)
    await store.close()


def show(name: str, median: float, most: float, bare: float) -> None:
    print(f"  {name:34} {median:8.2f} ms  max {most:8.2f}  {median / bare:6.1f}x raw")  # noqa: T201


def bench(posts: int) -> None:
    folder = Path(tempfile.mkdtemp(prefix="bench-store-"))
    try:
        print(f"{posts:,} posts")  # noqa: T201
        plain = raw_insert(posts, folder)
        bulk, poll = asyncio.run(store_insert(posts, folder))
        size = (folder / "desk.sqlite3").stat().st_size / posts
        print(f"  insert: raw {plain:,.0f}/s, store {bulk:,.0f}/s = {bulk / plain:.2f}x raw")  # noqa: T201
        print(f"  one poll of ten: {poll:.1f} ms; file: {size:.0f} bytes a post")  # noqa: T201
        imports, opened = opening(folder)
        verdict = "ok" if opened <= OPEN_LIMIT_MS else "TOO SLOW"
        print(  # noqa: T201
            f"  open and first page: {opened:.1f} ms = {opened / imports:.2f}x the imports"
            f" ({imports:.0f} ms); limit {OPEN_LIMIT_MS} ms: {verdict}",
        )
        asyncio.run(questions(folder))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--posts", type=int, default=100_000)
    parser.add_argument("--full", action="store_true", help="a million posts as well")
    chosen = parser.parse_args()
    bench(chosen.posts)
    if chosen.full:
        bench(1_000_000)


if __name__ == "__main__":
    main()

"""The profiles that the benchmarks open: an officer's, with a hundred thousand posts."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from incluinfo_desk.assets import resource
from incluinfo_desk.domain.conversation import Hint
from incluinfo_desk.domain.faq import FaqState
from incluinfo_desk.domain.suggestion.content import read_entries
from incluinfo_desk.simulator.bulk import generate_posts
from incluinfo_desk.store.conversations import Incoming
from incluinfo_desk.store.store import Store

_BATCH = 5_000


def now() -> datetime:
    return datetime.now(UTC)


def fill(folder: Path, posts: int) -> None:
    """Store ``posts`` mentions, all waiting, the starter FAQ, verified, and settings.

    The cursor stays unset: the simulated X of a benchmark begins with an empty world.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    (folder / "settings.json").write_text(
        json.dumps({"version": 1, "officer_name": "Ana Ruiz", "officer_initials": "AR"}),
        "utf-8",
    )
    asyncio.run(_fill(folder, posts))


async def _fill(folder: Path, posts: int) -> None:
    entries, _ = read_entries(resource("faq", "starter_faq.json").read_text("utf-8"))
    store = await Store.open(folder, now)
    try:
        await store.faq.add_all(
            [
                replace(e, state=FaqState.VERIFIED, verified_by="AR", verified_at=now())
                for e in entries
            ],
            "AR",
        )
        made = generate_posts(posts)
        while batch := list(islice(made, _BATCH)):
            await store.conversations.add(
                [Incoming(p, False, "imv", p.language, True, False, Hint()) for p in batch],
                None,
            )
    finally:
        await store.close()

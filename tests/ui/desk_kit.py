"""A real desk for the places of the window: real store, real operations, nobody at X.

Only the seams we do not own are stood in for: the channel, the browser consent, the file.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from incluinfo_desk.background import Background
from incluinfo_desk.bus import Bus
from incluinfo_desk.domain.faq import FaqEntry
from incluinfo_desk.domain.links import Answer
from incluinfo_desk.domain.post import AccountId, Author
from incluinfo_desk.domain.problems import Offline, Problem, Trouble
from incluinfo_desk.operations.desk import Desk
from incluinfo_desk.operations.index_file import IndexFile
from incluinfo_desk.operations.ports import Found, Quota
from incluinfo_desk.settings import Settings, SettingsFile
from incluinfo_desk.store.store import Store

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
OURS = Author(AccountId("1"), "incluinfo", "Ministerio de Inclusión", verified=True)


class StillClock:
    """A time that stands still; sleeping is real."""

    def now(self) -> datetime:
        return NOW

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class NobodyThere:
    """A channel without a network."""

    quotas: dict[str, Quota] = {}  # noqa: RUF012 - never filled

    async def _fail(self, *_: Any, **__: Any) -> Any:
        raise Trouble(Offline())

    me = mentions = thread = search_mentions = own_posts = post = _fail
    upload_image = delete = hide = _fail

    async def lookup(self, ids: Sequence[Any]) -> Found:
        raise Trouble(Offline())

    async def close(self) -> None:
        return


class Web:
    """A web in which every page is there."""

    async def look(self, url: str) -> Answer:
        return Answer(200, url)

    async def close(self) -> None:
        return


@dataclass
class Door:
    """A gate whose consent page is answered by the test."""

    durable: bool = True
    account: Author | None = None
    asked: asyncio.Event = field(default_factory=asyncio.Event)
    answer: asyncio.Event = field(default_factory=asyncio.Event)
    refusal: Problem | None = None
    opened: list[str] = field(default_factory=list)

    async def sign_in(self, open_url: Callable[[str], None]) -> Author:
        open_url("https://x.com/i/oauth2/authorize")
        self.asked.set()
        await self.answer.wait()
        if self.refusal is not None:
            raise Trouble(self.refusal)
        self.account = OURS
        return OURS

    async def sign_out(self) -> None:
        self.account = None

    async def who(self) -> Author | None:
        return self.account


@asynccontextmanager
async def desk(
    folder: Path,
    settings: Settings | None = None,
    *,
    entries: Sequence[FaqEntry] | None = None,
    verified: bool = False,
    door: Door | None = None,
) -> AsyncIterator[Desk]:
    """The desk of a profile in ``folder``, with the starter FAQ as drafts, or ``entries``."""
    store = await Store.open(folder, lambda: NOW)
    errors: list[BaseException] = []
    made = _joined(store, folder, settings or Settings(), door or Door(), errors)
    try:
        if entries is None:
            await made.edit_faq.first_run(verified=verified)
        elif entries:
            await store.faq.add_all(entries, "AP")
        await made.suggesting.load()
        yield made
    finally:
        await made.background.close()
        await store.close()
    for error in errors:
        raise error


def _joined(
    store: Store,
    folder: Path,
    settings: Settings,
    door: Door,
    errors: list[BaseException],
) -> Desk:
    made: list[Desk] = []
    made.append(
        Desk.joined(
            store=store,
            bus=Bus(errors.append),
            background=Background(errors.append),
            clock=StillClock(),
            in_force=lambda: made[0].settings if made else settings,
            write_settings=SettingsFile(folder / "settings.json").save,
            data_dir=folder,
            backups=folder / "backups",
            channel=NobodyThere(),
            gate=door,
            prober=Web(),
            open_url=door.opened.append,
            index=IndexFile(),
            account=lambda: OURS,
            link_hours=lambda: 0,
        )
    )
    return made[0]

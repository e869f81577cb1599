"""Once a day what citizens wrote leaves the desk when its time is over."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from incluinfo_desk.bus import Bus
from incluinfo_desk.domain.events import ConversationsChanged, ProblemRaised
from incluinfo_desk.domain.problems import Trouble
from incluinfo_desk.operations.pacing import report_bug
from incluinfo_desk.operations.ports import Clock
from incluinfo_desk.store import schema
from incluinfo_desk.store.store import Store

EVERY = 24 * 3600.0
AGAIN = 600.0
"""Seconds until the next attempt when the disk refused or a reader held the log."""


@dataclass(frozen=True, slots=True)
class PurgeReport:
    posts: int
    conversations: int
    drafts: int
    copies: int
    """Old copies of the database that were deleted."""
    tidy: bool
    """Whether nothing of it is left in any file."""


class Purging:
    def __init__(
        self,
        *,
        store: Store,
        bus: Bus,
        clock: Clock,
        retention_days: Callable[[], int],
        backups: Path,
    ) -> None:
        """``backups`` is the folder of the copies made before migrations."""
        self._store = store
        self._bus = bus
        self._clock = clock
        self._retention_days = retention_days
        self._backups = backups

    async def run(self) -> None:
        """At start, then daily. Not when the period changes: a slip of the hand must not
        erase what another number would have kept."""
        while True:
            await self._clock.sleep(await self._turn())

    async def purge(self) -> PurgeReport:
        """Erase what is older than the period from the store and from every file.

        Raises Trouble(DiskFull | ReadOnly | DatabaseBusy | FileUnreadable).
        """
        before = self._clock.now() - timedelta(days=self._retention_days())
        posts = conversations = drafts = 0
        more = True
        while more:
            done = await self._store.retention.purge(before)
            more = done.more
            posts += done.posts
            conversations += len(done.conversations)
            drafts += done.drafts
            if done.conversations:
                self._bus.publish(ConversationsChanged(done.conversations))
        await self._store.heard.purge(before)
        copies = await asyncio.to_thread(schema.drop_backups, self._backups, before)
        tidy = await self._store.retention.tidy()
        return PurgeReport(posts, conversations, drafts, copies, tidy)

    async def _turn(self) -> float:
        try:
            report = await self.purge()
        except Trouble as trouble:
            self._bus.publish(ProblemRaised(trouble.problem))
            return AGAIN
        except Exception as error:
            report_bug(error, "purge")
            return AGAIN
        return EVERY if report.tidy else AGAIN

"""The law changes: answers that rest on it leave the one key at once (INC-36, M2).

And the days pass: anticipated answers wake, others grow too old. Neither needs a network: what
the BOE publishes comes as a file.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path

from incluinfo_desk.assets import resource
from incluinfo_desk.background import Background
from incluinfo_desk.bus import Bus
from incluinfo_desk.domain.events import ProblemRaised
from incluinfo_desk.domain.faq import FaqRule
from incluinfo_desk.domain.norms import Norm, NormChange, NormId, is_norm_id, touched
from incluinfo_desk.domain.problems import BrokenRule, Trouble
from incluinfo_desk.operations import boe_file
from incluinfo_desk.operations.edit_faq import EditFaq
from incluinfo_desk.operations.pacing import report_bug
from incluinfo_desk.operations.ports import Clock
from incluinfo_desk.operations.suggesting import Suggesting
from incluinfo_desk.store.store import Store

AGAIN = 600.0
"""Seconds until the next attempt when the disk refused the work of a new day."""


@dataclass(frozen=True, slots=True)
class NormLine:
    """One norm and what rests on it."""

    norm: Norm
    answers: int
    under_review: int
    last: NormChange | None
    """Its youngest registered change."""


@dataclass(frozen=True, slots=True)
class BoeReport:
    """What a file of the BOE would do. Nothing is stored yet."""

    read: int
    """Dispositions in the file."""
    changes: tuple[NormChange, ...]
    """New ones, each on a norm that answers rest on."""
    known: int
    """Changes that were registered before."""


class WatchNorms:
    def __init__(
        self,
        *,
        store: Store,
        edit_faq: EditFaq,
        suggesting: Suggesting,
        bus: Bus,
        background: Background,
        clock: Clock,
        officer: Callable[[], str],
    ) -> None:
        self._store = store
        self._edit_faq = edit_faq
        self._suggesting = suggesting
        self._bus = bus
        self._background = background
        self._clock = clock
        self._officer = officer
        self._names: dict[NormId, Norm] | None = None

    async def lines(self) -> tuple[NormLine, ...]:
        """Every norm in use, the most used first."""
        names = await self._known()
        uses = await self._store.norms.uses()
        last: dict[NormId, NormChange] = {}
        for change in await self._store.norms.changes():
            last.setdefault(change.norm, change)
        lines = [
            NormLine(names.get(id) or Norm(id, id, ""), use.answers, use.under_review, last.get(id))
            for id, use in uses.items()
        ]
        return tuple(sorted(lines, key=lambda line: (-line.answers, line.norm.id)))

    async def name(self, norm: NormId) -> str:
        """How people call it; its id when nobody told us."""
        known = (await self._known()).get(norm)
        return known.short if known is not None else norm

    async def register(self, change: NormChange) -> int:
        """Put all that rests on the norm under review; how many answers that were.

        Raises Trouble(BrokenRule("norm_id")).
        """
        if not is_norm_id(change.norm):
            raise Trouble(BrokenRule(FaqRule.NORM_ID.value))
        ids = await self._store.norms.register(change, self._officer())
        await self._edit_faq.spread(ids)
        return len(ids)

    async def register_all(self, changes: Sequence[NormChange]) -> int:
        """As :meth:`register` for what a file brought; how many answers went under review."""
        done: list[str] = []
        for change in changes:
            done += await self._store.norms.register(change, self._officer())
        await self._edit_faq.spread(done)
        return len(set(done))

    async def read(self, path: Path) -> BoeReport:
        """What a file of the BOE says about our norms. Raises Trouble(FileUnreadable)."""
        gazette = await asyncio.to_thread(boe_file.load, path)
        names = await self._known()
        uses = await self._store.norms.uses()
        ours = [names.get(id) or Norm(id, id, "") for id in uses]
        today = self._clock.now().astimezone().date()
        fresh: list[NormChange] = []
        known = 0
        for norm, item in touched(gazette, ours):
            if await self._store.norms.known(norm.id, item.id):
                known += 1
                continue
            day = gazette.day or today
            count = uses[norm.id].answers
            fresh.append(NormChange(norm.id, item.title, day, source=item.id, entries=count))
        return BoeReport(len(gazette.items), tuple(fresh), known)

    # --- the days ---------------------------------------------------------------------------------

    async def run(self) -> None:
        """At start, and when each day begins: what the calendar decides is decided anew."""
        while True:
            try:
                await self.new_day()
                wait = _until_tomorrow(self._clock.now())
            except Trouble as trouble:
                self._bus.publish(ProblemRaised(trouble.problem))
                wait = AGAIN
            except Exception as error:
                report_bug(error, "watch_norms")
                wait = AGAIN
            await self._clock.sleep(wait)

    async def new_day(self) -> int:
        """Wake what is in force from today on and work the hints out again; how many woke."""
        woke = await self._edit_faq.wake()
        if not woke:
            # Others may have passed their date meanwhile: their hints must go too.
            self._background.start("rehint", self._suggesting.rehint(), replace=True)
        return woke

    async def _known(self) -> dict[NormId, Norm]:
        if self._names is None:
            self._names = await asyncio.to_thread(shipped_norms)
        return self._names


def shipped_norms() -> dict[NormId, Norm]:
    """The norms of ``norms.json`` by id. Reads a file."""
    rows = json.loads(resource("faq", "norms.json").read_text("utf-8"))
    norms = (Norm(NormId(r["id"]), r["short"], r["title"], tuple(r["cited_as"])) for r in rows)
    return {norm.id: norm for norm in norms}


def _until_tomorrow(now: datetime) -> float:
    """Seconds until the officer's next day begins, and a little: clocks are set back."""
    local = now.astimezone()
    tomorrow = datetime.combine(local.date() + timedelta(days=1), time(0, 0, 5))
    return max(1.0, (tomorrow.astimezone() - local).total_seconds())

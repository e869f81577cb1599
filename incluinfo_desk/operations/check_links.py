"""Whether the pages that answers name are there; a dead one takes its answers off the one key.

The rule of what is dead is in ``domain/links.py``. Between two requests to one host two
seconds pass, so that a round never weighs on anybody's server.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from incluinfo_desk.bus import Bus
from incluinfo_desk.domain import links
from incluinfo_desk.domain.events import LinksChecked, ProblemRaised
from incluinfo_desk.domain.links import Answer, LinkRecord
from incluinfo_desk.domain.problems import Offline, Trouble
from incluinfo_desk.operations.edit_faq import EditFaq
from incluinfo_desk.operations.pacing import report_bug
from incluinfo_desk.operations.ports import Clock, Prober
from incluinfo_desk.store.store import Store

AFTER_START = 600.0
"""Seconds before the first round: the start belongs to the officer."""
LOOK_AGAIN = 900.0
"""Seconds between two looks at whether a round is due."""
BETWEEN = 2.0
"""Seconds between two requests to one host."""
HOSTS_AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class LinkLine:
    """One address, what is known of it, and which answers name it."""

    record: LinkRecord
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Round:
    """What came of one round."""

    looked: int
    failed: int
    dead: int
    """Addresses that count as dead after it."""
    changed: int
    """Answers that left the one key or came back to it."""
    ours: bool = False
    """It spoke of our own line: nothing of it was kept."""


class CheckLinks:
    def __init__(
        self,
        *,
        store: Store,
        edit_faq: EditFaq,
        prober: Prober,
        bus: Bus,
        clock: Clock,
        every_hours: Callable[[], int],
        online: Callable[[], bool],
        officer: Callable[[], str],
    ) -> None:
        """``every_hours`` is 0 when nobody wants it; ``online`` says whether we have a line."""
        self._store = store
        self._edit_faq = edit_faq
        self._prober = prober
        self._bus = bus
        self._clock = clock
        self._every_hours = every_hours
        self._online = online
        self._officer = officer
        self._busy = asyncio.Lock()

    async def run(self) -> None:
        """A round whenever one is due, as long as there is a line."""
        await self._clock.sleep(AFTER_START)
        while True:
            try:
                if self._every_hours() and self._online() and await self._is_due():
                    await self.check()
            except Trouble as trouble:
                if not isinstance(trouble.problem, Offline):
                    self._bus.publish(ProblemRaised(trouble.problem))
            except Exception as error:
                report_bug(error, "check_links")
            await self._clock.sleep(LOOK_AGAIN)

    async def close(self) -> None:
        await self._prober.close()

    async def lines(self) -> tuple[LinkLine, ...]:
        """Every address in use: the dead first, then what fails, then what moved.

        Those that only other officers' own entries name are looked at and not shown.
        """
        used = await self._store.links.used(seen_by=self._officer())
        known = await self._store.links.all()
        return await asyncio.to_thread(_lined, used, known)

    async def check(
        self, progress: Callable[[int, int], object] = lambda done, total: None
    ) -> Round:
        """Look at every address in use; cancelling keeps nothing.

        Raises Trouble of the store alone: what the web does is the result.
        """
        async with self._busy:
            used = await self._store.links.used()
            answers = await self._look(tuple(used), progress)
            if await asyncio.to_thread(links.is_us, answers):
                result = Round(len(answers), _failed(answers), 0, 0, ours=True)
            else:
                result = await self._keep(answers, used)
        self._bus.publish(LinksChecked())
        return result

    async def _keep(
        self, answers: Mapping[str, Answer], used: Mapping[str, Sequence[str]]
    ) -> Round:
        known, now = await self._store.links.all(), self._clock.now()
        records = await asyncio.to_thread(
            lambda: [
                links.after(known.get(url) or LinkRecord(url), answer, now)
                for url, answer in answers.items()
            ]
        )
        changed = await self._store.links.keep(records, used, now.astimezone().date())
        await self._edit_faq.spread(changed)
        dead = sum(each.dead_since is not None for each in records)
        return Round(len(answers), _failed(answers), dead, len(changed))

    async def _look(
        self, urls: Sequence[str], progress: Callable[[int, int], object]
    ) -> dict[str, Answer]:
        """Some hosts at once, one after the other within a host."""
        by_host: defaultdict[str, list[str]] = defaultdict(list)
        for url in urls:
            by_host[links.host_of(url)].append(url)
        answers: dict[str, Answer] = {}
        room = asyncio.Semaphore(HOSTS_AT_ONCE)

        async def visit(own: Sequence[str]) -> None:
            async with room:
                for place, url in enumerate(own):
                    if place:
                        await self._clock.sleep(BETWEEN)
                    answers[url] = await self._prober.look(url)
                    progress(len(answers), len(urls))

        progress(0, len(urls))
        async with asyncio.TaskGroup() as group:
            for own in by_host.values():
                group.create_task(visit(own))
        return answers

    async def _is_due(self) -> bool:
        known = await self._store.links.all()
        last = max((r.checked_at for r in known.values() if r.checked_at), default=None)
        if last is None:
            return bool(await self._store.links.used())
        return self._clock.now() - last >= timedelta(hours=self._every_hours())


def _lined(
    used: Mapping[str, tuple[str, ...]], known: Mapping[str, LinkRecord]
) -> tuple[LinkLine, ...]:
    lines = [LinkLine(known.get(url) or LinkRecord(url), ids) for url, ids in used.items()]
    return tuple(sorted(lines, key=lambda line: (_gravity(line.record), line.record.url)))


def _failed(answers: Mapping[str, Answer]) -> int:
    return sum(not links.works(answer) for answer in answers.values())


def _gravity(record: LinkRecord) -> int:
    if record.dead_since is not None:
        return 0
    if record.failures:
        return 1
    if record.moved_for_good:
        return 2
    return 3 if record.redirected else 4

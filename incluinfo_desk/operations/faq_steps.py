"""What an officer did to the FAQ in this session, one step at a time, and the way back.

A step back is a further revision, never a deletion: the history shows both. What somebody
else changed since is left alone and counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from incluinfo_desk.domain import faq_life
from incluinfo_desk.domain.blocks import expand, named
from incluinfo_desk.domain.faq import FaqEntry, FaqState
from incluinfo_desk.store.store import Store

_KEPT = 50
"""Steps back at most; the history holds all of them for good."""


Blocks = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """One entry before and after a step."""

    before: FaqEntry | None
    """None for one that the step made."""
    after: FaqEntry
    then: Blocks = field(default_factory=dict)
    """The shared blocks under which ``before`` was said."""
    since: Blocks = field(default_factory=dict)
    """Those under which ``after`` was."""


@dataclass(frozen=True, slots=True)
class Walked:
    """What came of a step back or forth."""

    ids: tuple[str, ...] = ()
    left: int = 0
    """Entries that somebody changed since: they stay as they are."""


class FaqSteps:
    def __init__(
        self, store: Store, officer: Callable[[], str], blocks: Callable[[], Blocks]
    ) -> None:
        self._store, self._officer, self._blocks = store, officer, blocks
        self._back: list[tuple[Change, ...]] = []
        self._forth: list[tuple[Change, ...]] = []

    def note(self, changes: Iterable[Change]) -> None:
        """A step was done; what was undone before it cannot be done again."""
        now = self._blocks()
        if step := tuple(replace(each, then=now, since=now) for each in changes):
            self._back = [*self._back, step][-_KEPT:]
            self._forth.clear()

    async def undo(self) -> Walked | None:
        """As it was before the last step; None when there is none. Raises Trouble."""
        return await self._walk(self._back, self._forth)

    async def redo(self) -> Walked | None:
        """The step that was undone last, once more; None when there is none. Raises Trouble."""
        return await self._walk(self._forth, self._back)

    async def _walk(
        self, source: list[tuple[Change, ...]], other: list[tuple[Change, ...]]
    ) -> Walked | None:
        if not source:
            return None
        step = {each.after.id: each for each in source[-1]}
        walked: list[Change] = []
        blocks = self._blocks()

        def returned(entry: FaqEntry) -> FaqEntry:
            change = step[entry.id]
            if entry.revision != change.after.revision:
                return entry
            # What was new is not deleted: it is out of use, and can be taken up again.
            wanted = change.before or replace(change.after, state=FaqState.RETIRED)
            wanted = _as_answered_for(wanted, change.then, blocks)
            now = replace(wanted, revision=entry.revision + 1)
            walked.append(Change(change.after, now, change.since, blocks))
            return now

        await self._store.faq.change(list(step), self._officer(), returned)
        source.pop()
        for each in walked:
            if (wanted := step[each.after.id].before) is not None:
                self._stands_at(wanted, each.after.revision)
        if walked:
            other.append(tuple(walked))
        return Walked(tuple(each.after.id for each in walked), len(step) - len(walked))

    def _stands_at(self, entry: FaqEntry, revision: int) -> None:
        """What ``entry`` was is there again, under another number: steps that left it so
        recognise it by that."""
        for steps in (self._back, self._forth):
            steps[:] = [
                tuple(
                    replace(each, after=replace(each.after, revision=revision))
                    if (each.after.id, each.after.revision) == (entry.id, entry.revision)
                    else each
                    for each in step
                )
                for step in steps
            ]


def _as_answered_for(entry: FaqEntry, then: Blocks, now: Blocks) -> FaqEntry:
    """Nobody answers for what a shared block has made of it since: it comes back under review."""
    if entry.state not in {FaqState.VERIFIED, FaqState.ANTICIPATED}:
        return entry
    for text in (entry.reply, *(each.reply for each in entry.translations)):
        if expand(text, then) != expand(text, now):
            return faq_life.moved(entry, FaqState.UNDER_REVIEW, f"block:{named(text)[0]}")
    return entry

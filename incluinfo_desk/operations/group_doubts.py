"""Pending mentions that ask the same, kept grouped while they come and go (INC-48, M1)."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from incluinfo_desk.bus import Bus
from incluinfo_desk.domain.closing import Loop, LoopState
from incluinfo_desk.domain.conversation import WAITING, Conversation, ConversationId
from incluinfo_desk.domain.events import (
    ConversationsChanged,
    DoubtsChanged,
    FaqChanged,
    PostsArrived,
    ProblemRaised,
)
from incluinfo_desk.domain.faq import FaqEntry
from incluinfo_desk.domain.grouping import Asked, Group, Grouping, Why
from incluinfo_desk.domain.outgoing import Outgoing
from incluinfo_desk.domain.problems import Trouble
from incluinfo_desk.domain.reply import quick_reply
from incluinfo_desk.operations.answer import Answering
from incluinfo_desk.operations.close_loops import unlike
from incluinfo_desk.operations.pacing import Alarm, report_bug
from incluinfo_desk.operations.ports import Clock
from incluinfo_desk.operations.suggesting import Suggesting
from incluinfo_desk.store.store import Store

_AT_ONCE = 10
"""Mentions read in one go of the worker thread: some twenty milliseconds of it."""
_REST = 0.25
"""Seconds between two parts of the first reading: the hands at the desk come before it."""
MOST = 1_000
"""Mentions kept in groups, the youngest: a day's work of a desk. Each costs some
milliseconds to read and some kilobytes to keep, and a store may hold a million."""


class Doubts:
    """Groups and offers; a person approves the answer and presses a key for each citizen."""

    def __init__(
        self,
        *,
        store: Store,
        suggesting: Suggesting,
        answering: Answering,
        closings: Callable[[], Awaitable[tuple[str, ...]]],
        bus: Bus,
        clock: Clock,
    ) -> None:
        """``closings``: endings that make the same answer another text."""
        self._store, self._suggesting, self._answering = store, suggesting, answering
        self._closings, self._bus, self._clock = closings, bus, clock
        self._grouping = Grouping()
        self._touched: dict[ConversationId, None] = {}
        self._all_stale = False
        self._told: tuple[Group, ...] = ()
        self._alarm = Alarm()

    # --- asked by the window --------------------------------------------------------------

    def groups(self) -> tuple[Group, ...]:
        """Of two mentions or more, the largest first."""
        return self._grouping.groups()

    def why(self, id: ConversationId) -> Why:
        """What tied a mention to its group."""
        return self._grouping.why(id)

    async def waiting(self, group: Group) -> tuple[Loop, ...]:
        """Its members who still wait, the oldest first; who is in the queue counts as told."""
        rows = {each.id: each for each in await self._store.conversations.many(group.members)}
        queued = {each.conversation_id for each in await self._store.outbox.open_items()}
        return tuple(
            Loop(rows[id], LoopState.TOLD if id in queued else LoopState.WAITING)
            for id in group.members
            if id in rows and rows[id].state in WAITING
        )

    def prepared(self, group: Group) -> FaqEntry | None:
        """The entry whose answer may be approved for all, where one is verified today."""
        entry = self._suggesting.entry(group.faq_id) if group.faq_id else None
        if entry is None or self._suggesting.not_offerable(entry) is not None:
            return None
        return entry

    async def text_for(self, approved: str, conversation: Conversation) -> str:
        """The approved answer, greeting by name, in words not yet said twice."""
        text = quick_reply(approved, conversation.citizen.name)
        return await unlike(text, await self._closings(), self._answering.times_sent)

    async def tell(
        self, conversation_id: ConversationId, text: str, faq_id: str | None
    ) -> Outgoing:
        """Queue ``text`` for one of them. Raises Trouble as :meth:`~.answer.Answering.reply`."""
        return await self._answering.reply(conversation_id, text, faq_id)

    # --- running --------------------------------------------------------------------------

    async def run(self) -> None:
        """Follow the pending mentions until cancelled."""
        ends = [
            self._bus.subscribe(PostsArrived, lambda e: self._touch(e.conversations)),
            self._bus.subscribe(ConversationsChanged, lambda e: self._touch(e.conversations)),
            self._bus.subscribe(FaqChanged, lambda _: self._touch_all()),
        ]
        self._all_stale = True
        try:
            while True:
                try:
                    await self.look()
                except Trouble as trouble:
                    self._bus.publish(ProblemRaised(trouble.problem))
                except Exception as error:
                    report_bug(error, "doubts")
                await self._alarm.wait(self._clock, None)
        finally:
            for end in ends:
                end()

    async def look(self) -> None:
        """Take in what changed since the last look."""
        if self._all_stale:
            self._all_stale = False
            await self._read_all()
        ids, self._touched = tuple(self._touched), {}
        for start in range(0, len(ids), _AT_ONCE):
            part = ids[start : start + _AT_ONCE]
            rows = await self._store.conversations.many(part)
            for gone in set(part) - {row.id for row in rows}:
                self._grouping.discard(gone)
            await self._take(rows)
        now = self._grouping.groups()
        if now != self._told:
            self._told = now
            self._bus.publish(DoubtsChanged())

    async def _read_all(self) -> None:
        """The youngest pending mentions, oldest first so that a restart gives the same groups."""
        rows: list[Conversation] = []
        after = None
        while True:
            page = await self._store.conversations.waiting(after, _AT_ONCE)
            rows += page.rows
            if page.next is None or len(rows) >= MOST:
                break
            after = page.next
        del rows[MOST:]
        self._grouping = Grouping()
        rows.sort(key=lambda row: (row.last_at, row.id))
        for start in range(0, len(rows), _AT_ONCE):
            if start:
                await asyncio.sleep(_REST)
            await self._take(rows[start : start + _AT_ONCE])

    async def _take(self, rows: Sequence[Conversation]) -> None:
        waiting = []
        for row in rows:
            # Who asks about an incident has a line of their own; thanks need no answer.
            if row.state in WAITING and row.is_question and row.hint.incident_id is None:
                waiting.append(row)
            else:
                self._grouping.discard(row.id)
        readings = await self._suggesting.read([row.last_text for row in waiting])
        for row, read in zip(waiting, readings, strict=True):
            self._grouping.add(Asked(row.id, row.last_text, read.faq_id, read.confidence))
            self._grouping.keep_youngest(MOST)
            await asyncio.sleep(0)  # a mention costs up to a few milliseconds: one a turn

    def _touch(self, ids: Sequence[ConversationId]) -> None:
        self._touched.update((id, None) for id in ids)
        self._alarm.ring()

    def _touch_all(self) -> None:
        self._all_stale = True
        self._alarm.ring()

"""What officers send teaches the desk which answer a question wants; here, and reversibly."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from functools import partial
from typing import Any

from incluinfo_desk.background import Background
from incluinfo_desk.bus import Bus
from incluinfo_desk.domain.disclaimer import without
from incluinfo_desk.domain.events import (
    ConversationsChanged,
    LearntChanged,
    OutgoingChanged,
    SettingsChanged,
)
from incluinfo_desk.domain.learning import Evidence, Learnt, verdicts
from incluinfo_desk.domain.outgoing import Kind, Outgoing, OutgoingState
from incluinfo_desk.domain.privacy import mask
from incluinfo_desk.domain.problems import Trouble
from incluinfo_desk.domain.reply import quick_reply
from incluinfo_desk.operations.ports import Clock
from incluinfo_desk.operations.suggesting import SHOWN, Suggesting
from incluinfo_desk.store.store import Store


class Learning:
    """Counts each answer that became public for or against the entries it concerns.

    An answer called back teaches nothing. A post that leaves the desk (retention, taken
    back on X, a person forgotten) takes what it taught along. None of it is exported.
    """

    def __init__(
        self,
        *,
        store: Store,
        suggesting: Suggesting,
        bus: Bus,
        background: Background,
        clock: Clock,
        wanted: Callable[[], bool],
        disclaimer: Callable[[], str] = str,
    ) -> None:
        self._store = store
        self._suggesting = suggesting
        self._bus = bus
        self._background = background
        self._clock = clock
        self._wanted = wanted
        self._disclaimer = disclaimer
        self._on = wanted()
        self._held = Learnt()
        bus.subscribe(OutgoingChanged, self._on_outgoing)
        bus.subscribe(ConversationsChanged, lambda _: self._look("learning posts"))
        bus.subscribe(SettingsChanged, lambda _: self._on_settings())

    async def load(self) -> None:
        """Hand the index what was learnt before; nothing while it is switched off."""
        self._held = await self._store.evidence.learnt()
        self._on = self._wanted()
        await self._suggesting.remember(await self._store.evidence.all() if self._on else ())

    async def learnt(self) -> Learnt:
        """How much is kept, used or not."""
        return await self._store.evidence.learnt()

    async def forget(self) -> None:
        """Everything, exactly as if it had never been learnt. Raises Trouble of the store."""
        await self._store.evidence.forget()
        await self._changed()

    async def learn(self, outgoing_id: str) -> None:
        """Take what a sent answer says, once; of anything else nothing."""
        item = await self._store.outbox.get(outgoing_id)
        if item is None or not self._wanted():
            return
        if item.kind is not Kind.REPLY or item.state is not OutgoingState.SENT:
            return
        if item.conversation_id is None or item.target_id is None:
            return
        thread = await self._store.conversations.thread(item.conversation_id)
        asked = next((s.post for s in thread if s.post.id == item.target_id), None)
        if asked is None or not asked.text:
            return
        scrubbed = mask(asked.text, self._suggesting.official).text
        found = await self._said(item, scrubbed, asked.author.name)
        if await self._store.evidence.add(item.id, asked.id, found, self._clock.now()):
            await self._changed()

    # --- inside ---------------------------------------------------------------------------

    async def _said(self, item: Outgoing, text: str, name: str) -> tuple[Evidence, ...]:
        ranking = await self._suggesting.for_text(text, SHOWN)
        spoken = ranking.language
        entry = self._suggesting.entry(item.faq_id, spoken) if item.faq_id is not None else None
        said = verdicts(
            [s.faq_id for s in ranking.suggestions],
            ranking.offer,
            item.faq_id,
            without(item.text, self._disclaimer()),
            quick_reply(entry.rendered(), name, entry.language) if entry is not None else None,
        )
        kept = await asyncio.to_thread(_trace, text) if said else b""
        return tuple(Evidence(faq_id, verdict, kept) for faq_id, verdict in said if kept)

    async def _changed(self) -> None:
        await self.load()
        self._bus.publish(LearntChanged())

    async def _refresh(self) -> None:
        """Posts may have gone, and what they taught with them."""
        if await self._store.evidence.learnt() != self._held:
            await self._changed()

    def _on_outgoing(self, event: OutgoingChanged) -> None:
        if self._wanted():
            self._start(f"learn {event.outgoing_id}", partial(self.learn, event.outgoing_id))

    def _look(self, name: str) -> None:
        if self._held.answers and not self._background.running(name):
            self._start(name, self._refresh)

    def _on_settings(self) -> None:
        if self._wanted() is not self._on:
            self._start("learning switched", self._changed)

    def _start(self, name: str, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        self._background.start(name, _quietly(work))


def _trace(text: str) -> bytes:
    from incluinfo_desk.domain.suggestion.recollection import trace

    return trace(text)


async def _quietly(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """A disk that refuses is told by those whose work is lost by it; this can be missed."""
    with suppress(Trouble):
        await work()

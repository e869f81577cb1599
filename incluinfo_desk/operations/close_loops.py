"""After an incident is over: everyone who asked hears of it, one key each."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from incluinfo_desk.domain import oracle
from incluinfo_desk.domain.closing import Loop, LoopState, loop_of
from incluinfo_desk.domain.conversation import Conversation, ConversationId
from incluinfo_desk.domain.incident import Incident
from incluinfo_desk.domain.length import LIMIT, weighted_length
from incluinfo_desk.domain.outgoing import Outgoing
from incluinfo_desk.domain.problems import AlreadyAnswered, NotAllowed, Trouble
from incluinfo_desk.operations.answer import Answering
from incluinfo_desk.operations.broadcast_incident import Broadcasting
from incluinfo_desk.store.store import Store


class Loops:
    """Offers; a person presses a key for each."""

    def __init__(self, *, store: Store, answering: Answering, broadcasting: Broadcasting) -> None:
        self._store = store
        self._answering = answering
        self._broadcasting = broadcasting
        self._lock = asyncio.Lock()

    async def of(self, incident_id: str) -> tuple[Loop, ...]:
        """Everyone who asked about it; none while it is open. Raises Trouble(NotAllowed)."""
        incident = await self._get(incident_id)
        if incident.open or incident.ends_at is None:
            return ()
        askers = await self._store.incidents.askers(incident_id, incident.ends_at)
        return tuple(loop_of(each) for each in askers)

    async def text_for(self, incident_id: str, conversation: Conversation) -> str:
        """The incident's word as it stands, greeting by name, in words not yet said twice."""
        incident = await self._get(incident_id)
        text = await self._broadcasting.reply_for(incident, conversation)
        return await unlike(text, await self._broadcasting.closings(), self._answering.times_sent)

    async def tell(self, incident_id: str, conversation_id: ConversationId, text: str) -> Outgoing:
        """Queue ``text`` for one of them, once.

        Raises Trouble: AlreadyAnswered when they were told or need it no more, and what
        :meth:`~.answer.Answering.reply` raises, MayNotReply first of all: then it is said on
        X by hand and marked so.
        """
        async with self._lock:
            loops = {each.conversation.id: each for each in await self.of(incident_id)}
            loop = loops.get(conversation_id)
            if loop is None or loop.state is not LoopState.WAITING:
                raise Trouble(AlreadyAnswered())
            return await self._answering.reply(conversation_id, text, again=True)

    async def _get(self, incident_id: str) -> Incident:
        incident = await self._store.incidents.get(incident_id)
        if incident is None:
            raise Trouble(NotAllowed("incident", "", ""))
        return incident


async def unlike(
    text: str, closings: tuple[str, ...], times_sent: Callable[[str], Awaitable[int]]
) -> str:
    """``text``, with the first ending under which it was said fewer times than X minds.

    Where all were said that often the text stays as it is, and the oracle warns.
    """
    for ending in ("", *closings):
        said = f"{text} {ending}".strip()
        if weighted_length(said) > LIMIT:
            continue
        if await times_sent(said) < oracle.OFTEN - 1:
            return said
    return text

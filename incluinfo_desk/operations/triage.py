"""Who takes what: the moves of a conversation that publish nothing, and hiding."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

from incluinfo_desk.bus import Bus
from incluinfo_desk.domain.conversation import (
    CloseReason,
    Conversation,
    ConversationId,
    State,
)
from incluinfo_desk.domain.events import ConversationsChanged, OutgoingChanged
from incluinfo_desk.domain.outgoing import Kind, Outgoing, OutgoingState, repeated
from incluinfo_desk.domain.problems import NotAllowed, TargetGone, Trouble
from incluinfo_desk.operations.ports import Clock
from incluinfo_desk.store.store import Store


class Triage:
    """Every method raises Trouble(NotAllowed) when the state does not allow the move."""

    def __init__(
        self,
        *,
        store: Store,
        bus: Bus,
        clock: Clock,
        officer: Callable[[], str],
        undo_seconds: Callable[[], float],
    ) -> None:
        self._store = store
        self._bus = bus
        self._clock = clock
        self._officer = officer
        self._undo_seconds = undo_seconds

    async def take(self, conversation_id: ConversationId, *, over: bool = False) -> Conversation:
        """Make it mine. One that somebody else holds needs ``over``: taking over is meant."""
        me = self._officer()
        conversation = await self._get(conversation_id)
        if conversation.holder not in (None, "", me) and not over:
            raise Trouble(NotAllowed("holder", str(conversation.holder), me))
        return await self._move(conversation_id, State.TAKEN, me)

    async def release(self, conversation_id: ConversationId) -> Conversation:
        """Give it back to everybody."""
        return await self._move(conversation_id, State.NEW, None)

    async def consult(self, conversation_id: ConversationId) -> Conversation:
        """A body (INSS, TGSS, ...) has been asked; it stays with whoever asked."""
        return await self._move(conversation_id, State.IN_CONSULTATION, self._officer())

    async def close(
        self,
        conversation_id: ConversationId,
        reason: CloseReason = CloseReason.DONE,
    ) -> Conversation:
        return await self._move(conversation_id, State.CLOSED, self._officer(), reason)

    async def reopen(self, conversation_id: ConversationId) -> Conversation:
        return await self._move(conversation_id, State.NEW, None)

    async def set_topic(self, conversation_id: ConversationId, topic: str | None) -> None:
        await self._store.conversations.set_topic(conversation_id, topic)
        self._bus.publish(ConversationsChanged((conversation_id,)))

    async def hide(self, conversation_id: ConversationId, rule: str) -> Outgoing:
        """Queue hiding the citizen's latest post under a house rule (INC-43).

        X lets us hide only below posts of ours. The conversation is closed once X has
        hidden it. Raises Trouble(NotAllowed | AlreadyQueued | TargetGone).
        """
        conversation = await self._get(conversation_id)
        thread = await self._store.conversations.thread(conversation_id)
        root = next((p for p in thread if p.post.id == conversation.thread_id), None)
        if root is not None and not root.ours:
            raise Trouble(NotAllowed("hide", conversation.state, CloseReason.HIDDEN))
        now = self._clock.now()
        item = Outgoing(
            id=uuid4().hex,
            kind=Kind.HIDE,
            text=rule,
            state=OutgoingState.QUEUED,
            created_at=now,
            not_before=now + timedelta(seconds=self._undo_seconds()),
            changed_at=now,
            conversation_id=conversation_id,
            target_id=conversation.last_post_id,
            author=self._officer(),
        )
        await self._store.outbox.queue([item])
        self._bus.publish(OutgoingChanged(item.id, conversation_id))
        return item

    async def delete_repeated(self, conversation_id: ConversationId) -> Outgoing:
        """Queue deleting the younger of two answers that say the same below the same post.

        Raises Trouble(NotAllowed) when there are none, AlreadyQueued.
        """
        thread = await self._store.conversations.thread(conversation_id)
        twin = repeated(s.post for s in thread if s.ours and not s.deleted)
        if twin is None:
            raise Trouble(NotAllowed("delete", "", ""))
        now = self._clock.now()
        item = Outgoing(
            id=uuid4().hex,
            kind=Kind.DELETION,
            text=twin.text,
            state=OutgoingState.QUEUED,
            created_at=now,
            not_before=now + timedelta(seconds=self._undo_seconds()),
            changed_at=now,
            conversation_id=conversation_id,
            target_id=twin.id,
            author=self._officer(),
        )
        await self._store.outbox.queue([item])
        self._bus.publish(OutgoingChanged(item.id, conversation_id))
        return item

    async def _get(self, conversation_id: ConversationId) -> Conversation:
        conversation = await self._store.conversations.get(conversation_id)
        if conversation is None:
            raise Trouble(TargetGone())
        return conversation

    async def _move(
        self,
        conversation_id: ConversationId,
        to: State,
        holder: str | None,
        reason: CloseReason | None = None,
    ) -> Conversation:
        moved = await self._store.conversations.move(conversation_id, to, holder, reason)
        self._bus.publish(ConversationsChanged((conversation_id,)))
        return moved

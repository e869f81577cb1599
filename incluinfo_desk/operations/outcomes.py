"""What became of an outgoing post, recorded by compare-and-set and told on the bus."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from incluinfo_desk.bus import Bus
from incluinfo_desk.domain.conversation import CloseReason, Hint, State
from incluinfo_desk.domain.events import (
    ConversationsChanged,
    OutgoingChanged,
    PostsArrived,
    ProblemRaised,
)
from incluinfo_desk.domain.outgoing import Kind, Outgoing, OutgoingState
from incluinfo_desk.domain.post import Author, Post, PostId
from incluinfo_desk.domain.privacy import mask
from incluinfo_desk.domain.problems import (
    Limited,
    NoCredits,
    Offline,
    OutcomeUnknown,
    PostedTwice,
    Problem,
    ProxyRefused,
    Refusal,
    Refused,
    SignInNeeded,
    Trouble,
    Unauthorised,
)
from incluinfo_desk.operations.ports import Clock
from incluinfo_desk.store.conversations import Incoming
from incluinfo_desk.store.store import Store

DISK_WAIT = 5.0
"""Seconds between attempts to write while the disk is full or the database is locked."""

_REASONS: dict[type[Problem], str] = {
    Offline: "offline",
    ProxyRefused: "proxy_refused",
    Limited: "limited",
    SignInNeeded: "sign_in_needed",
    Unauthorised: "unauthorised",
    NoCredits: "no_credits",
    OutcomeUnknown: "outcome_unknown",
}


def reason_of(problem: Problem) -> str:
    """What ``Outgoing.reason`` keeps: a value of :class:`Refusal`, or the problem's key:
    ``offline``, ``proxy_refused``, ``limited``, ``sign_in_needed``, ``unauthorised``,
    ``no_credits``, ``outcome_unknown``, ``channel_down`` (any unreadable answer)."""
    if isinstance(problem, Refused):
        return problem.reason.value
    return _REASONS.get(type(problem), "channel_down")


class Outcomes:
    """Each method expects the state ``item`` was read in; where another was quicker it
    changes nothing. Raises Trouble when the disk refuses, except through :meth:`keep`."""

    def __init__(self, *, store: Store, bus: Bus, clock: Clock) -> None:
        self._store = store
        self._bus = bus
        self._clock = clock

    async def keep(self, record: Callable[[], Awaitable[object]]) -> None:
        """Record an outcome, however long the disk refuses: it is known nowhere else."""
        while True:
            try:
                await record()
            except Trouble as trouble:
                self._bus.publish(ProblemRaised(trouble.problem))
                await self._clock.sleep(DISK_WAIT)
            else:
                return

    async def advance(self, item: Outgoing, to: OutgoingState, **changes: Any) -> Outgoing | None:
        changed = await self._store.outbox.advance(item.id, expect=item.state, to=to, **changes)
        if changed is not None:
            self._bus.publish(OutgoingChanged(changed.id, changed.conversation_id))
        return changed

    async def put_back(self, item: Outgoing, problem: Problem, until: datetime) -> None:
        """Proven not sent: it waits here."""
        await self.advance(item, OutgoingState.QUEUED, not_before=until, reason=reason_of(problem))

    async def refuse(self, item: Outgoing, reason: Refusal) -> None:
        gone = reason is Refusal.GONE and item.kind in (Kind.REPLY, Kind.HIDE)
        if gone and item.target_id is not None:
            # The duty to forget what its author took back (x-platform §2). First, because
            # doing it twice is harmless and a refused item is never looked at again.
            touched = await self._store.conversations.forget_posts([item.target_id])
            self._bus.publish(ConversationsChanged(tuple(touched)))
        await self.advance(item, OutgoingState.REFUSED, reason=reason.value)

    async def doubt(self, item: Outgoing, problem: Problem) -> Outgoing | None:
        return await self.advance(
            item,
            OutgoingState.UNKNOWN,
            sent_at=self._clock.now(),
            looks=0,
            reason=reason_of(problem),
        )

    async def elsewhere(self, item: Outgoing, post: Post) -> None:
        """Somebody answered from the web: shown, and a person decides.

        The watermark moves to that answer, so that *send anyway* is not stopped by it again.
        """
        await self._show(post)
        await self.advance(item, OutgoingState.ANSWERED_ELSEWHERE, watermark=post.id, reason=None)

    async def twice(self, post: Post) -> None:
        """X published a request that we had given up, beside the second one: a person is told,
        and may delete ``post``."""
        await self._show(post)
        self._bus.publish(ProblemRaised(PostedTwice()))

    async def _show(self, post: Post) -> None:
        masked = mask(post.text)
        seen = Incoming(
            post=replace(post, text=masked.text),
            ours=True,
            topic=None,
            language=post.language,
            is_question=False,
            has_personal_data=bool(masked.findings),
            hint=Hint(),
        )
        added = await self._store.conversations.add([seen], None)
        self._bus.publish(PostsArrived(added.conversations, added.new))

    async def sent(self, item: Outgoing, post: Post) -> Outgoing | None:
        """It is public as ``post``: by this call, or found there."""
        changed = await self._store.outbox.sent(
            item.id, expect=item.state, post=post, post_id=post.id
        )
        if changed is not None:
            self._bus.publish(OutgoingChanged(changed.id, changed.conversation_id))
            if changed.conversation_id is not None:
                self._bus.publish(ConversationsChanged((changed.conversation_id,)))
        return changed

    async def acted(self, item: Outgoing) -> None:
        """A deletion or a hiding is done. The rest first: doing that twice is harmless."""
        if item.kind is Kind.HIDE and item.conversation_id is not None:
            await self._store.conversations.move(
                item.conversation_id, State.CLOSED, item.author or None, CloseReason.HIDDEN
            )
            self._bus.publish(ConversationsChanged((item.conversation_id,)))
        if item.kind is Kind.DELETION and item.target_id is not None:
            touched = await self._store.conversations.forget_posts([item.target_id])
            self._bus.publish(ConversationsChanged(tuple(touched)))
        await self.advance(item, OutgoingState.SENT, reason=None)

    async def as_post(self, item: Outgoing, post_id: PostId, account: Author) -> Post:
        """What X will show, so that the thread has it before the next poll."""
        thread_id, root = post_id, item
        while root.after_id is not None:
            before = await self._store.outbox.get(root.after_id)
            if before is None:
                break
            root = before
        if root.conversation_id is not None:
            conversation = await self._store.conversations.get(root.conversation_id)
            if conversation is not None:
                thread_id = conversation.thread_id
        elif root.post_id is not None:
            thread_id = root.post_id
        return Post(
            id=post_id,
            author=account,
            text=item.text,
            created_at=self._clock.now(),
            thread_id=thread_id,
            in_reply_to=item.target_id,
        )

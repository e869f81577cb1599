"""What X shows of us: our own posts, read to learn what became of an intention."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from incluinfo_desk.domain.outgoing import Kind, Outgoing, same_text
from incluinfo_desk.domain.post import Author, Post, PostId, id_order
from incluinfo_desk.operations.ports import Channel
from incluinfo_desk.store.store import Store

ACTS = frozenset({Kind.DELETION, Kind.HIDE, Kind.UNHIDE})
"""Kinds that change a post instead of making one; doing them twice is harmless."""
_FULL_PAGE = 50
"""Own posts from which the one page read may not reach back to the target."""


class OwnTimeline:
    """Every method raises what the reads of :class:`Channel` raise."""

    def __init__(
        self,
        *,
        channel: Channel,
        store: Store,
        account: Callable[[], Author | None],
    ) -> None:
        self._channel = channel
        self._store = store
        self._account = account

    async def aimed(self, item: Outgoing) -> Outgoing:
        """``item`` with its target: for a part of a thread, the post of the part before."""
        if item.after_id is None:
            return item
        before = await self._store.outbox.get(item.after_id)
        return replace(item, target_id=before.post_id if before is not None else None)

    async def is_gone(self, post_id: PostId) -> bool:
        return post_id in (await self._channel.lookup([post_id])).missing

    async def is_done(self, item: Outgoing) -> bool:
        """Whether X already shows what a deletion or a hiding wants."""
        if item.target_id is None:
            return False
        found = await self._channel.lookup([item.target_id])
        if item.kind is Kind.DELETION:
            return item.target_id in found.missing
        wanted = item.kind is Kind.HIDE
        return any(p.id == item.target_id and p.hidden is wanted for p in found.posts)

    async def since(self, item: Outgoing, since: PostId | None) -> Sequence[Post]:
        """Ours since ``since``, newest first; on a busy day from the thread as well."""
        own = list(await self._channel.own_posts(since))
        if len(own) >= _FULL_PAGE and item.conversation_id is not None:
            conversation = await self._store.conversations.get(item.conversation_id)
            account = self._account()
            if conversation is not None and account is not None:
                known = {p.id for p in own}
                thread = await self._channel.thread(conversation.thread_id)
                own += [p for p in thread if p.author.id == account.id and p.id not in known]
        return sorted(own, key=lambda p: id_order(p.id), reverse=True)

    async def candidates(
        self,
        item: Outgoing,
        own: Sequence[Post],
        since: PostId | None,
    ) -> list[Post]:
        """Our posts younger than ``since`` where ``item`` aims, that no other row accounts for."""
        known: set[PostId] = set()
        if item.conversation_id is not None:
            rows = await self._store.outbox.for_conversation(item.conversation_id)
            known = {r.post_id for r in rows if r.post_id is not None and r.id != item.id}
        return [
            p
            for p in own
            if p.in_reply_to == item.target_id and p.id not in known and younger(p.id, since)
        ]

    async def look(self, item: Outgoing) -> tuple[Post | None, Post | None]:
        """Our post that is ``item``; and else another answer of ours to its target."""
        own = await self.since(item, item.watermark)
        found = await self.candidates(item, own, item.watermark)
        for post in found:
            if same_text(item.text, post):
                return post, None
        return None, found[0] if found and item.kind is Kind.REPLY else None

    async def twin(self, item: Outgoing) -> Post | None:
        """A post of ours that says what ``item`` says where ``item`` says it, and is not it."""
        item = await self.aimed(item)
        since = item.target_id or item.watermark
        found = await self.candidates(item, await self.since(item, since), since)
        return next((p for p in found if p.id != item.post_id and same_text(item.text, p)), None)


def younger(post_id: PostId, than: PostId | None) -> bool:
    return than is None or id_order(post_id) > id_order(than)


def youngest(*ids: PostId | None) -> PostId | None:
    return max((i for i in ids if i is not None), key=id_order, default=None)

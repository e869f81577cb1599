"""What X's API costs: every request that is billed, by day and kind, and the month's budget."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from incluinfo_desk.domain.eligibility import Prices
from incluinfo_desk.domain.post import Author, Post, PostId
from incluinfo_desk.domain.problems import Trouble
from incluinfo_desk.operations.ports import Channel, Clock, Found, Quota
from incluinfo_desk.store.store import Store

PAGE = 100
"""Posts in the largest page or lookup of X; a request is noted for each begun page."""


class Spending:
    def __init__(
        self,
        *,
        store: Store,
        clock: Clock,
        prices: Callable[[], Prices] = Prices,
        budget: Callable[[], Decimal | None] = lambda: None,
    ) -> None:
        self._store = store
        self._clock = clock
        self._prices = prices
        self._budget = budget
        self._day: date | None = None
        self._billed: set[str] = set()
        """Posts and accounts read today (UTC): X bills each once a day."""

    @property
    def prices(self) -> Prices:
        return self._prices()

    @property
    def budget(self) -> Decimal | None:
        """US dollars a month, None without one."""
        return self._budget()

    def month(self) -> datetime:
        """When the officer's month began."""
        now = self._clock.now().astimezone()
        return now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)

    async def this_month(self) -> Decimal:
        return await self._store.ledger.spent(self.month())

    async def read(self, kind: str, price: Decimal, ids: Sequence[str]) -> None:
        """Note a read that gave ``ids``. A disk that refuses must not fail the read."""
        now = self._clock.now()
        if now.date() != self._day:
            self._day = now.date()
            self._billed.clear()
        new = set(ids) - self._billed
        self._billed |= new
        requests = max(1, -(-len(ids) // PAGE))
        with suppress(Trouble):
            await self._store.ledger.add(kind, requests, price * len(new), now)


class MeteredChannel:
    """Implements :class:`~incluinfo_desk.operations.ports.Channel`: ``channel`` with every
    read noted. Writes are noted by the publisher, which knows what became of them."""

    def __init__(self, channel: Channel, spending: Spending) -> None:
        self._channel = channel
        self._spending = spending

    @property
    def quotas(self) -> dict[str, Quota]:
        return self._channel.quotas

    async def me(self) -> Author:
        author = await self._channel.me()
        await self._spending.read("read_user", self._spending.prices.read_user, [author.id])
        return author

    async def mentions(self, since: PostId | None) -> Sequence[Post]:
        posts = await self._channel.mentions(since)
        return await self._noted("read_mentions", self._spending.prices.read_own, posts)

    async def thread(self, thread_id: PostId) -> Sequence[Post]:
        posts = await self._channel.thread(thread_id)
        return await self._noted("read_search", self._spending.prices.read_post, posts)

    async def search_mentions(self, since: PostId | None) -> Sequence[Post]:
        posts = await self._channel.search_mentions(since)
        return await self._noted("read_search", self._spending.prices.read_post, posts)

    async def lookup(self, ids: Sequence[PostId]) -> Found:
        found = await self._channel.lookup(ids)
        await self._noted("read_lookup", self._spending.prices.read_post, found.posts)
        return found

    async def own_posts(self, since: PostId | None) -> Sequence[Post]:
        posts = await self._channel.own_posts(since)
        return await self._noted("read_own_posts", self._spending.prices.read_own, posts)

    async def post(
        self,
        text: str,
        in_reply_to: PostId | None = None,
        media: Sequence[str] = (),
    ) -> PostId:
        return await self._channel.post(text, in_reply_to, media)

    async def upload_image(self, path: Path, alt_text: str) -> str:
        return await self._channel.upload_image(path, alt_text)

    async def delete(self, post_id: PostId) -> None:
        await self._channel.delete(post_id)

    async def hide(self, post_id: PostId, hidden: bool) -> None:
        await self._channel.hide(post_id, hidden)

    async def close(self) -> None:
        await self._channel.close()

    async def _noted(self, kind: str, price: Decimal, posts: Sequence[Post]) -> Sequence[Post]:
        await self._spending.read(kind, price, [post.id for post in posts])
        return posts

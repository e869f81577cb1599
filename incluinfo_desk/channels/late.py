"""A channel that is still being imported: the window works before tweepy is there.

tweepy, aiohttp and the keyring take longer to import than Qt takes to draw (qt-stack §4),
so the desk is joined around these stand-ins and the first call waits for the real part.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Generic, TypeVar

from incluinfo_desk.domain.links import Answer
from incluinfo_desk.domain.post import Author, Post, PostId
from incluinfo_desk.operations.ports import Channel, Found, Gate, Prober, Quota

T = TypeVar("T")


class _Late(Generic[T]):
    """Makes the real part once, on first need."""

    def __init__(self, make: Callable[[], Awaitable[T]]) -> None:
        self._make = make
        self._lock = asyncio.Lock()
        self.part: T | None = None

    async def get(self) -> T:
        async with self._lock:
            if self.part is None:
                self.part = await self._make()
            return self.part


class LateChannel:
    """Implements :class:`~incluinfo_desk.operations.ports.Channel`."""

    def __init__(self, make: Callable[[], Awaitable[Channel]]) -> None:
        self._late = _Late(make)

    @property
    def quotas(self) -> dict[str, Quota]:
        return self._late.part.quotas if self._late.part is not None else {}

    async def me(self) -> Author:
        return await (await self._late.get()).me()

    async def mentions(self, since: PostId | None) -> Sequence[Post]:
        return await (await self._late.get()).mentions(since)

    async def thread(self, thread_id: PostId) -> Sequence[Post]:
        return await (await self._late.get()).thread(thread_id)

    async def search_mentions(self, since: PostId | None) -> Sequence[Post]:
        return await (await self._late.get()).search_mentions(since)

    async def lookup(self, ids: Sequence[PostId]) -> Found:
        return await (await self._late.get()).lookup(ids)

    async def own_posts(self, since: PostId | None) -> Sequence[Post]:
        return await (await self._late.get()).own_posts(since)

    async def post(
        self,
        text: str,
        in_reply_to: PostId | None = None,
        media: Sequence[str] = (),
    ) -> PostId:
        return await (await self._late.get()).post(text, in_reply_to, media)

    async def upload_image(self, path: Path, alt_text: str) -> str:
        return await (await self._late.get()).upload_image(path, alt_text)

    async def delete(self, post_id: PostId) -> None:
        await (await self._late.get()).delete(post_id)

    async def hide(self, post_id: PostId, hidden: bool) -> None:
        await (await self._late.get()).hide(post_id, hidden)

    async def close(self) -> None:
        if self._late.part is not None:
            await self._late.part.close()


class LateGate:
    """Implements :class:`~incluinfo_desk.operations.ports.Gate`."""

    def __init__(self, make: Callable[[], Awaitable[Gate]]) -> None:
        self._late = _Late(make)

    @property
    def durable(self) -> bool:
        return self._late.part.durable if self._late.part is not None else True

    async def sign_in(self, open_url: Callable[[str], None]) -> Author:
        return await (await self._late.get()).sign_in(open_url)

    async def sign_out(self) -> None:
        await (await self._late.get()).sign_out()

    async def who(self) -> Author | None:
        return await (await self._late.get()).who()


class LateProber:
    """Implements :class:`~incluinfo_desk.operations.ports.Prober`."""

    def __init__(self, make: Callable[[], Awaitable[Prober]]) -> None:
        self._late = _Late(make)

    async def look(self, url: str) -> Answer:
        return await (await self._late.get()).look(url)

    async def close(self) -> None:
        if self._late.part is not None:
            await self._late.part.close()

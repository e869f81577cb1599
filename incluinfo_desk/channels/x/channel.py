"""X as a :class:`~incluinfo_desk.operations.ports.Channel`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, cast

import aiohttp

from incluinfo_desk.channels.x import translate
from incluinfo_desk.channels.x.client import XClient
from incluinfo_desk.channels.x.line import Line, Timeouts
from incluinfo_desk.channels.x.tokens import Tokens
from incluinfo_desk.domain.post import Author, Post, PostId, id_order
from incluinfo_desk.domain.problems import (
    BadAnswer,
    Offline,
    OutcomeUnknown,
    Refusal,
    Refused,
    SignInNeeded,
    Trouble,
)
from incluinfo_desk.operations.ports import Channel, Found, Quota

PAGE = 100
"""Posts a page, and ids a lookup: X's maximum."""

MAX_PAGES = 40
"""A guard against a server that never ends; /mentions holds 800 posts, 8 pages."""

THREAD_PAGES = 5
"""Pages read of one thread, the newest: below a broadcast there may be thousands of
replies, and each costs as much as a mention."""

SEARCH_REACH = timedelta(days=7) - timedelta(hours=1)
"""X refuses a ``since_id`` older than its index of seven days."""

IMAGE_LIMIT = 5 * 1024 * 1024
"""Bytes of a still image (x-platform.md §4); an animated GIF may have three times that."""

_SEGMENT = 1024 * 1024
_IMAGES = {
    b"\xff\xd8\xff": ("image/jpeg", "tweet_image", IMAGE_LIMIT),
    b"\x89PNG\r\n\x1a\n": ("image/png", "tweet_image", IMAGE_LIMIT),
    b"RIFF": ("image/webp", "tweet_image", IMAGE_LIMIT),
    b"GIF8": ("image/gif", "tweet_gif", 3 * IMAGE_LIMIT),
}


class XChannel(Channel):
    """One account on X. Its session is opened at first use and closed by :meth:`close`.

    ``base_url`` may be any server that speaks X's API v2. ``proxy`` replaces the one that
    the system or the environment names. Problems as the port tells.
    """

    def __init__(
        self,
        *,
        base_url: str = "https://api.x.com",
        tokens: Tokens,
        now: Callable[[], datetime],
        proxy: str | None = None,
        timeouts: Timeouts | None = None,
    ) -> None:
        self._tokens = tokens
        self._now = now
        self._line = Line(base_url, proxy=proxy, timeouts=timeouts)
        self._client = XClient(line=self._line, tokens=tokens, now=now)

    @property
    def quotas(self) -> dict[str, Quota]:
        return dict(self._client.quotas)

    async def close(self) -> None:
        await self._tokens.settle()
        await self._line.close()

    # --- reading -------------------------------------------------------------------------

    async def me(self) -> Author:
        document = await self._client.read("/2/users/me", **translate.USER_PARAMETERS)
        author = translate.author(document)
        if author is None:
            raise Trouble(BadAnswer())
        # A locked keyring changes nothing about who we are.
        with suppress(Trouble):
            await self._tokens.remember(author)
        return author

    async def mentions(self, since: PostId | None) -> Sequence[Post]:
        account = await self._account()
        route = f"/2/users/{account.id}/mentions"
        return await self._all(route, "pagination_token", _pages(since), since_id=since)

    async def search_mentions(self, since: PostId | None) -> Sequence[Post]:
        account = await self._account()
        us = account.handle
        query = f'(@{us} OR to:{us} OR url:"x.com/{us}") -from:{us} -is:retweet'
        return await self._all(
            "/2/tweets/search/recent",
            "next_token",
            _pages(since),
            query=query,
            since_id=self._within_reach(since),
        )

    async def thread(self, thread_id: PostId) -> Sequence[Post]:
        found = await self._all(
            "/2/tweets/search/recent",
            "next_token",
            THREAD_PAGES,
            query=f"conversation_id:{thread_id}",
        )
        if all(post.id != thread_id for post in found):
            # Search finds what has this conversation_id; the post that opened the thread
            # is often not among them.
            root = await self.lookup([thread_id])
            found = [*root.posts, *found]
        return found

    async def lookup(self, ids: Sequence[PostId]) -> Found:
        posts: list[Post] = []
        missing: list[PostId] = []
        for start in range(0, len(ids), PAGE):
            asked = ids[start : start + PAGE]
            document = await self._client.read_posts("/2/tweets", ids=",".join(asked))
            page = translate.posts(document)
            if not page and not document.get("errors"):
                # A whole page of nothing and no word why: not a proof of deletion.
                raise Trouble(BadAnswer())
            posts += page
            missing += translate.missing(document, asked, page)
        return Found(tuple(posts), tuple(missing))

    async def own_posts(self, since: PostId | None) -> Sequence[Post]:
        account = await self._account()
        route = f"/2/users/{account.id}/tweets"
        return (await self._all(route, "pagination_token", 1, since_id=since))[::-1]

    async def _account(self) -> Author:
        try:
            known = await self._tokens.account()
        except Trouble:
            # A locked keyring; its own sentence comes from the gate.
            raise Trouble(SignInNeeded()) from None
        return known or await self.me()

    def _within_reach(self, since: PostId | None) -> PostId | None:
        """``since`` unless X's search would refuse it for its age; then all seven days."""
        time = translate.snowflake_time(since) if since is not None else None
        return since if time is not None and self._now() - time < SEARCH_REACH else None

    async def _all(
        self,
        route: str,
        token_name: str,
        pages: int,
        **params: str | None,
    ) -> list[Post]:
        """So many pages, newest first on the wire, oldest first when they come back.

        A page that fails fails them all: what is newer than a hole would move the cursor
        past it.
        """
        found: list[Post] = []
        seen: set[str | None] = set()
        token: str | None = None
        for _ in range(pages):
            document = await self._client.read_posts(
                route,
                **params,
                **{token_name: token},
                max_results=PAGE,
            )
            if not translate.is_page(document):
                raise Trouble(BadAnswer())
            found += translate.posts(document)
            token = translate.next_token(document)
            if token is None or token in seen:
                break
            seen.add(token)
        return _sorted(found)

    # --- writing -------------------------------------------------------------------------

    async def post(
        self,
        text: str,
        in_reply_to: PostId | None = None,
        media: Sequence[str] = (),
    ) -> PostId:
        document = await self._client.create_tweet(  # type: ignore[no-untyped-call]
            text=text,
            in_reply_to_tweet_id=in_reply_to,
            media_ids=list(media) or None,
            user_auth=False,
        )
        made = translate.created_id(document)
        if made is None:
            # 2xx without an id: X took it, or it did not.
            raise Trouble(OutcomeUnknown())
        return made

    async def delete(self, post_id: PostId) -> None:
        document = await self._client.delete_tweet(  # type: ignore[no-untyped-call]
            post_id,
            user_auth=False,
        )
        _expect(document, "deleted", True)

    async def hide(self, post_id: PostId, hidden: bool) -> None:
        act = self._client.hide_reply if hidden else self._client.unhide_reply
        document = await act(post_id, user_auth=False)  # type: ignore[no-untyped-call]
        _expect(document, "hidden", hidden)

    async def upload_image(self, path: Path, alt_text: str) -> str:
        """Nothing is public before :meth:`post` names it: no outcome here is unknown."""
        try:
            return await self._upload(path, alt_text)
        except Trouble as trouble:
            if isinstance(trouble.problem, OutcomeUnknown):
                raise Trouble(Offline()) from None
            raise

    async def _upload(self, path: Path, alt_text: str) -> str:
        content, kind, category = await asyncio.to_thread(_image, path)
        document = await self._client.send(
            "POST",
            "/2/media/upload/initialize",
            json={"media_type": kind, "total_bytes": len(content), "media_category": category},
        )
        media_id = translate.created_id(document)
        if media_id is None:
            raise Trouble(OutcomeUnknown())
        for index, start in enumerate(range(0, len(content), _SEGMENT)):
            segment = content[start : start + _SEGMENT]
            await self._client.send(
                "POST",
                f"/2/media/upload/{media_id}/append",
                form=lambda i=index, s=segment: _form(i, s),  # type: ignore[misc]
            )
        document = await self._client.send("POST", f"/2/media/upload/{media_id}/finalize")
        await self._processed(media_id, document)
        await self._client.send(
            "POST",
            "/2/media/metadata",
            json={"id": media_id, "metadata": {"alt_text": {"text": alt_text}}},
        )
        return media_id

    async def _processed(self, media_id: str, document: dict[str, Any]) -> None:
        """Wait while X works on the image, at most ten looks."""
        for _ in range(10):
            data = document.get("data")
            info = data.get("processing_info") if isinstance(data, dict) else None
            state = info.get("state") if isinstance(info, dict) else "succeeded"
            if state == "failed":
                raise Trouble(Refused(Refusal.INVALID))
            if state not in {"pending", "in_progress"}:
                return
            wait = cast(dict[str, Any], info).get("check_after_secs")
            await asyncio.sleep(min(wait, 30) if isinstance(wait, int) and wait >= 0 else 1)
            document = await self._status(media_id)
        raise Trouble(OutcomeUnknown())

    async def _status(self, media_id: str) -> dict[str, Any]:
        try:
            return await self._client.read("/2/media/upload", command="STATUS", media_id=media_id)
        except Trouble:
            # A read within a write: whatever it was, nothing is public.
            raise Trouble(OutcomeUnknown()) from None


def _pages(since: PostId | None) -> int:
    """A first start reads the newest page only."""
    return 1 if since is None else MAX_PAGES


def _sorted(posts: Sequence[Post]) -> list[Post]:
    """Oldest first, each once."""
    return sorted({post.id: post for post in posts}.values(), key=lambda post: id_order(post.id))


def _expect(document: dict[str, Any], key: str, value: bool) -> None:
    data = document.get("data")
    if not isinstance(data, dict) or data.get(key) is not value:
        raise Trouble(OutcomeUnknown())


def _image(path: Path) -> tuple[bytes, str, str]:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Trouble(Refused(Refusal.INVALID, type(error).__name__)) from None
    for magic, (kind, category, limit) in _IMAGES.items():
        if content.startswith(magic) and len(content) <= limit:
            return content, kind, category
    raise Trouble(Refused(Refusal.INVALID))


def _form(index: int, segment: bytes) -> aiohttp.FormData:
    """A form is spent by sending it, so each attempt makes its own."""
    form = aiohttp.FormData()
    form.add_field("segment_index", str(index))
    form.add_field("media", segment, filename="segment", content_type="application/octet-stream")
    return form

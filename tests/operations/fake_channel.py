"""X as far as the operations see it: the one seam that is not ours, with every misfortune."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from incluinfo_desk.domain.post import AccountId, Author, Post, PostId, id_order
from incluinfo_desk.domain.problems import Problem, Refusal, Refused, Trouble
from incluinfo_desk.operations.ports import Found, Quota

from .clock import MovableClock

US = Author(AccountId("1000"), "incluinfo", "Inclusión Info")
ROSA = Author(AccountId("2001"), "rosa_m", "Rosa Martín")
PACO = Author(AccountId("2002"), "paco77", "Paco")


@dataclass(frozen=True)
class Fault:
    """What the next write meets; ``public`` when X processed it all the same."""

    problem: Problem | Exception
    public: bool = False


class FakeChannel:
    def __init__(self, clock: MovableClock) -> None:
        self.clock = clock
        self.account = US
        self.quotas: dict[str, Quota] = {}
        self.world: dict[PostId, Post] = {}
        self.written: list[tuple[str, PostId | None]] = []
        """Every POST that reached X, refused or not."""
        self.write_faults: deque[Fault] = deque()
        self.read_faults: deque[Problem] = deque()
        self.upload_faults: deque[Problem] = deque()
        self.mention_faults: deque[Problem] = deque()
        self.lagging: set[PostId] = set()
        """Own posts that the timeline does not show yet."""
        self.missed: set[PostId] = set()
        """Mentions that only the search knows."""
        self.hold_posts: asyncio.Event | None = None
        """When set, a post that X accepted is answered only after this event."""
        self.posting = asyncio.Event()
        self.polls: list[PostId | None] = []
        self.sweeps: list[PostId | None] = []
        self.polling = 0
        self.most_polling = 0
        self.uploads: list[tuple[Path, str]] = []
        self._serial = 0

    # --- the world ---------------------------------------------------------------------------

    def new_id(self, at: datetime | None = None) -> PostId:
        self._serial += 1
        moment = at or self.clock.now()
        milliseconds = int(moment.timestamp() * 1000) - 1288834974657
        return PostId(str((milliseconds << 22) + self._serial))

    def says(
        self,
        author: Author,
        text: str,
        *,
        to: Post | None = None,
        at: datetime | None = None,
        mentions: bool = True,
    ) -> Post:
        """Somebody posts on X."""
        post_id = self.new_id(at)
        post = Post(
            id=post_id,
            author=author,
            text=text,
            created_at=at or self.clock.now(),
            thread_id=to.thread_id if to else post_id,
            in_reply_to=to.id if to else None,
            mentions=(US.id,) if mentions and author.id != US.id else (),
        )
        self.world[post_id] = post
        return post

    def ours(self) -> list[Post]:
        return [p for p in self.world.values() if p.author.id == US.id]

    def answers_to(self, post: Post) -> list[Post]:
        return [p for p in self.ours() if p.in_reply_to == post.id]

    # --- reading -------------------------------------------------------------------------------

    async def me(self) -> Author:
        self._read(self.mention_faults)
        return self.account

    async def mentions(self, since: PostId | None) -> Sequence[Post]:
        self.polling += 1
        self.most_polling = max(self.most_polling, self.polling)
        try:
            self.polls.append(since)
            await asyncio.sleep(0)
            self._read(self.mention_faults)
            return [p for p in self._mentions(since) if p.id not in self.missed]
        finally:
            self.polling -= 1

    async def search_mentions(self, since: PostId | None) -> Sequence[Post]:
        self.sweeps.append(since)
        self._read(self.read_faults)
        return self._mentions(since)

    async def thread(self, thread_id: PostId) -> Sequence[Post]:
        self._read(self.read_faults)
        return [p for p in self.world.values() if p.thread_id == thread_id]

    async def lookup(self, ids: Sequence[PostId]) -> Found:
        self._read(self.read_faults)
        posts = tuple(self.world[i] for i in ids if i in self.world)
        return Found(posts, tuple(i for i in ids if i not in self.world))

    async def own_posts(self, since: PostId | None) -> Sequence[Post]:
        self._read(self.read_faults)
        found = [
            p
            for p in self.ours()
            if p.id not in self.lagging and (since is None or id_order(p.id) > id_order(since))
        ]
        return sorted(found, key=lambda p: id_order(p.id), reverse=True)

    # --- writing -------------------------------------------------------------------------------

    async def post(
        self,
        text: str,
        in_reply_to: PostId | None = None,
        media: Sequence[str] = (),
    ) -> PostId:
        self.written.append((text, in_reply_to))
        fault = self.write_faults.popleft() if self.write_faults else None
        post: Post | None = None
        if fault is None or fault.public:
            target = self.world.get(in_reply_to) if in_reply_to else None
            if in_reply_to and target is None:
                raise Trouble(Refused(Refusal.GONE))
            post = self.says(US, text, to=target)
        self.posting.set()
        if self.hold_posts is not None:
            await self.hold_posts.wait()
        if fault is not None:
            if isinstance(fault.problem, Problem):
                raise Trouble(fault.problem)
            raise fault.problem
        assert post is not None
        return post.id

    async def upload_image(self, path: Path, alt_text: str) -> str:
        self.uploads.append((path, alt_text))
        if self.upload_faults:
            raise Trouble(self.upload_faults.popleft())
        return "media-1"

    async def delete(self, post_id: PostId) -> None:
        self._write()
        self.world.pop(post_id, None)

    async def hide(self, post_id: PostId, hidden: bool) -> None:
        self._write()
        self.world[post_id] = replace(self.world[post_id], hidden=hidden)

    async def close(self) -> None:
        return None

    # --- inside --------------------------------------------------------------------------------

    def _write(self) -> None:
        fault = self.write_faults.popleft() if self.write_faults else None
        if fault is not None and isinstance(fault.problem, Problem):
            raise Trouble(fault.problem)

    @staticmethod
    def _read(faults: deque[Problem]) -> None:
        if faults:
            raise Trouble(faults.popleft())

    def _mentions(self, since: PostId | None) -> list[Post]:
        found = [
            p
            for p in self.world.values()
            if US.id in p.mentions and (since is None or id_order(p.id) > id_order(since))
        ]
        return sorted(found, key=lambda p: id_order(p.id))

"""From the channel to the store: every mention once, masked, and the line's state in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from incluinfo_desk.bus import Bus
from incluinfo_desk.domain.conversation import ConversationId
from incluinfo_desk.domain.events import Link, LinkChanged, PostsArrived
from incluinfo_desk.domain.post import Author, Post, PostId, id_order
from incluinfo_desk.domain.problems import (
    BadAnswer,
    Limited,
    NoCredits,
    Problem,
    SignInNeeded,
    Trouble,
)
from incluinfo_desk.operations.pacing import Alarm, Backoff, report_bug
from incluinfo_desk.operations.ports import Channel, Clock, Quota
from incluinfo_desk.operations.suggesting import Suggesting
from incluinfo_desk.store.conversations import Incoming
from incluinfo_desk.store.store import Store

OVERLAP = timedelta(minutes=5)
"""Read again at each poll: X's mentions have been seen to come late (x-platform §1)."""
SWEEP_EVERY = timedelta(minutes=2)
"""A reply that does not mention us is found by the search alone. X bills each post once a day
however often it is read, so that a search every two minutes costs what one every ten did, and
ten desks take 75 of the 300 searches that X allows in a quarter of an hour (x-platform §1)."""
RESERVE = 0.2
"""Share of the rate window left to the other desks and to a person's own reading."""
_BATCH = 50
_MS_SHIFT = 22
"""A post's id holds its time in milliseconds above 22 bits of serial number."""


def earlier(post_id: PostId, by: timedelta) -> PostId:
    """The id a post would have had that much before ``post_id``."""
    number = int(post_id) - (int(by.total_seconds() * 1000) << _MS_SHIFT)
    return PostId(str(max(number, 1)))


class MentionsWatch:
    """Polls for mentions until cancelled.

    Limited: waits until X's reset. Line down or unreadable answers: 5 s, doubling to 60 s.
    No credit or no sign-in: stops and says so until :meth:`poll_now` or :meth:`resume`.
    What was stored stays; a poll that failed half-way is read again from the cursor.
    """

    def __init__(
        self,
        *,
        channel: Channel,
        store: Store,
        suggesting: Suggesting,
        bus: Bus,
        clock: Clock,
        poll_seconds: Callable[[], float],
    ) -> None:
        self._channel = channel
        self._store = store
        self._suggesting = suggesting
        self._bus = bus
        self._clock = clock
        self._poll_seconds = poll_seconds
        self._alarm = Alarm()
        self._backoff = Backoff()
        self._paused = False
        self._account: Author | None = None
        self._known: set[PostId] = set()
        """Ids stored lately, so that the overlap is not ranked again at each poll."""
        self._swept: tuple[datetime, PostId] | None = None
        """When the last sweep was, and the cursor it began from."""

    @property
    def account(self) -> Author | None:
        """Whose mentions these are, once X said so."""
        return self._account

    async def run(self) -> None:
        while True:
            if self._paused:
                self._say(Link.PAUSED)
                await self._alarm.wait(self._clock, None)
                continue
            await self._alarm.wait(self._clock, await self._turn())

    def poll_now(self) -> None:
        """End the wait. A poll under way is not doubled: the next one follows it."""
        self._alarm.ring()

    def pause(self) -> None:
        self._paused = True
        self._alarm.ring()

    def resume(self) -> None:
        self._paused = False
        self._alarm.ring()

    def forget_account(self) -> None:
        """Somebody signed in or out: ask X again who we are."""
        self._account = None
        self._alarm.ring()

    async def _turn(self) -> float | None:
        """One poll; the seconds until the next, None when only a person can help."""
        try:
            if self._account is None:
                self._say(Link.CONNECTING)
                self._account = await self._channel.me()
            await self._poll(self._account)
        except Trouble as trouble:
            return self._failed(trouble.problem)
        except Exception as error:
            report_bug(error, "watch_mentions")
            return self._failed(BadAnswer())
        self._backoff.worked()
        next_at = self._clock.now() + timedelta(seconds=self._interval())
        self._say(Link.CONNECTED, next_poll_at=next_at)
        return (next_at - self._clock.now()).total_seconds()

    async def _poll(self, account: Author) -> None:
        cursor = await self._store.conversations.cursor()
        since = earlier(cursor, OVERLAP) if cursor is not None else None
        posts = await self._channel.mentions(since)
        await self._take(account, posts, cursor, moves=True)
        if cursor is not None:
            await self._sweep(account, cursor)
        if since is not None:
            horizon = id_order(earlier(since, SWEEP_EVERY + OVERLAP))
            self._known = {i for i in self._known if id_order(i) > horizon}

    async def _sweep(self, account: Author, cursor: PostId) -> None:
        """Search for what the mentions missed: after a start, then every :data:`SWEEP_EVERY`.

        The first sweep also brings back what lies beyond X's 800 newest mentions.
        """
        now = self._clock.now()
        if self._swept is not None and now - self._swept[0] < SWEEP_EVERY:
            return
        begin = self._swept[1] if self._swept is not None else cursor
        try:
            posts = await self._channel.search_mentions(earlier(begin, OVERLAP))
        except Trouble as trouble:
            if isinstance(trouble.problem, Limited):
                # Search has a window of its own; the polls go on.
                self._swept = (now, begin)
                return
            raise
        await self._take(account, posts, cursor, moves=False)
        self._swept = (now, cursor)

    async def _take(
        self,
        account: Author,
        posts: Sequence[Post],
        cursor: PostId | None,
        *,
        moves: bool,
    ) -> None:
        fresh = [p for p in posts if p.id not in self._known]
        fresh.sort(key=lambda p: id_order(p.id))
        changed: dict[ConversationId, None] = {}
        new = 0
        for start in range(0, len(fresh), _BATCH):
            batch = fresh[start : start + _BATCH]
            incoming = [await self._read(p, ours=p.author.id == account.id) for p in batch]
            if moves and (cursor is None or id_order(batch[-1].id) > id_order(cursor)):
                cursor = batch[-1].id
            added = await self._store.conversations.add(incoming, cursor if moves else None)
            self._known.update(p.id for p in batch)
            changed.update(dict.fromkeys(added.conversations))
            new += added.new
        if changed:
            self._bus.publish(PostsArrived(tuple(changed), new))

    async def _read(self, post: Post, *, ours: bool) -> Incoming:
        """One post that the engine stumbles over must not stop all that come after it."""
        try:
            return await self._suggesting.analyse(post, ours=ours)
        except Trouble:
            raise
        except Exception as error:
            report_bug(error, "watch_mentions: analyse")
            return self._suggesting.masked(post, ours=ours)

    def _interval(self) -> float:
        """Seconds to the next poll: as set, or longer when the shared window runs dry."""
        wanted = max(1.0, self._poll_seconds())
        quota: Quota | None = self._channel.quotas.get("mentions")
        if quota is None:
            return wanted
        left = (quota.resets_at - self._clock.now()).total_seconds()
        if left <= 0:
            return wanted
        usable = quota.remaining - quota.limit * RESERVE
        return max(wanted, left if usable < 1 else left / usable)

    def _failed(self, problem: Problem) -> float | None:
        if isinstance(problem, SignInNeeded):
            self._account = None
            self._say(Link.SIGNED_OUT, problem)
            return None
        if isinstance(problem, NoCredits):
            self._say(Link.BROKEN, problem)
            return None
        now = self._clock.now()
        until = self._backoff.until(problem, now)
        link = Link.WAITING if isinstance(problem, Limited) else Link.BROKEN
        self._say(link, problem, next_poll_at=until)
        return (until - now).total_seconds()

    def _say(
        self,
        link: Link,
        problem: Problem | None = None,
        next_poll_at: datetime | None = None,
    ) -> None:
        self._bus.publish(LinkChanged(link, self._account, problem, next_poll_at))

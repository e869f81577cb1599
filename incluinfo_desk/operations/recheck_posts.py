"""X is asked again about every post that is kept: what is gone there goes here.

X's terms want changes followed within 24 hours (x-platform §2, "Deletion duty"); half of that
leaves room for a bad line. It costs one read of each post a day, which the ledger shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from incluinfo_desk.bus import Bus
from incluinfo_desk.domain.events import ConversationsChanged, PostsArrived, ProblemRaised
from incluinfo_desk.domain.post import Post, PostId, id_order
from incluinfo_desk.domain.problems import (
    DatabaseBusy,
    DatabaseDamaged,
    DiskFull,
    ReadOnly,
    Trouble,
)
from incluinfo_desk.operations.pacing import Alarm, Backoff, report_bug
from incluinfo_desk.operations.ports import Channel, Clock
from incluinfo_desk.operations.suggesting import Suggesting
from incluinfo_desk.store.store import Store

RECHECK_AFTER = timedelta(hours=11)
"""Since X last showed a post; with the waits below every one is asked for within 12 hours."""
BATCH = 100
"""Ids in one lookup: X's maximum."""
APART = 15.0
"""Seconds between two batches: 60 in a window that allows 900."""
OVERDUE = timedelta(hours=24)
"""X's own limit, passed while the desk was off: then the batches follow each other."""
HURRY = 2.0
IDLE = 600.0
"""Seconds until the next look when nothing is due."""
RESERVE = 0.3
"""Share of the lookup window that stays for answers: each asks first whether its post stands."""
_MANY = 10
"""Missing posts from which a batch that lost more than half is asked for once more."""
_OF_THE_DISK = (DiskFull, ReadOnly, DatabaseBusy, DatabaseDamaged)


class PostsRecheck:
    """Runs until cancelled, the longest unasked posts first, so that after days without a
    line what may be gone is asked for before anything else."""

    def __init__(
        self,
        *,
        channel: Channel,
        store: Store,
        suggesting: Suggesting,
        bus: Bus,
        clock: Clock,
    ) -> None:
        self._channel = channel
        self._store = store
        self._suggesting = suggesting
        self._bus = bus
        self._clock = clock
        self._alarm = Alarm()
        self._backoff = Backoff()
        self._doubted: frozenset[PostId] = frozenset()

    async def run(self) -> None:
        while True:
            await self._alarm.wait(self._clock, await self._turn())

    def now(self) -> None:
        """End the wait: somebody signed in, or the line is back."""
        self._alarm.ring()

    async def _turn(self) -> float:
        """One batch; the seconds until the next."""
        now = self._clock.now()
        try:
            ids = await self._store.retention.unchecked(now - RECHECK_AFTER, BATCH)
            settled = not ids or await self._check(ids)
            overdue = await self._store.retention.unchecked(now - OVERDUE, 1)
        except Trouble as trouble:
            if isinstance(trouble.problem, _OF_THE_DISK):
                self._bus.publish(ProblemRaised(trouble.problem))
            until = self._backoff.until(trouble.problem, now)
            return (until - now).total_seconds()
        except Exception as error:
            report_bug(error, "recheck_posts")
            return IDLE
        self._backoff.worked()
        if not ids or not settled:
            return IDLE
        return self._apart(HURRY if overdue else APART)

    async def _check(self, ids: Sequence[PostId]) -> bool:
        """Follow X in what became of ``ids``; False when its answer is not believed yet."""
        found = await self._channel.lookup(ids)
        posts = {post.id: post for post in found.posts}
        missing = set(found.missing)
        renewed = [newest for post in found.posts if (newest := _newest(post)) not in posts]
        if renewed:
            again = await self._channel.lookup(renewed)
            posts |= {post.id: post for post in again.posts}
            missing |= set(again.missing)
        # What only an account's followers may read is no longer public.
        gone = missing | {post.id for post in posts.values() if post.author.protected}
        if len(gone) >= _MANY and 2 * len(gone) > len(ids) and gone != self._doubted:
            # An outage of X must not empty the desk: so much is believed at the second look.
            self._doubted = frozenset(gone)
            return False
        self._doubted = frozenset()
        if gone:
            touched = await self._store.conversations.forget_posts(sorted(gone, key=id_order))
            self._bus.publish(ConversationsChanged(tuple(touched)))
        known = set(ids)
        edited = [p for p in posts.values() if p.id not in known and p.id not in gone]
        if edited:
            incoming = [await self._suggesting.analyse(post) for post in edited]
            added = await self._store.conversations.add(incoming, None)
            self._bus.publish(PostsArrived(added.conversations, added.new))
        asked = [*ids, *(post.id for post in edited)]
        lifted = await self._store.retention.checked(asked, self._clock.now())
        if lifted:
            self._bus.publish(ConversationsChanged(lifted))
        return True

    def _apart(self, seconds: float) -> float:
        quota = self._channel.quotas.get("lookup")
        if quota is None or quota.remaining > quota.limit * RESERVE:
            return seconds
        left = (quota.resets_at - self._clock.now()).total_seconds()
        return max(seconds, left)


def _newest(post: Post) -> PostId:
    return max((*post.versions, post.id), key=id_order)

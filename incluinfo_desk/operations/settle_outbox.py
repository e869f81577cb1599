"""Unknown outcomes, settled by reading our own posts; in the end by a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from incluinfo_desk.domain.outgoing import SETTLE_AFTER, Outgoing, OutgoingState
from incluinfo_desk.domain.post import Post
from incluinfo_desk.operations.outcomes import Outcomes
from incluinfo_desk.operations.own_timeline import ACTS, OwnTimeline
from incluinfo_desk.operations.ports import Clock

LOOKS_NEEDED = 4
SPAN_NEEDED = timedelta(minutes=15)
"""Negatives, and the time they span, before a person is asked (reliability-security §1.3)."""
LATE_LOOK = timedelta(hours=1)
LATE_UNTIL = timedelta(hours=24)
"""An unconfirmed post is still looked for: hourly during a day, and once at each start."""
TWIN_AFTER = tuple(timedelta(minutes=m) for m in (1 / 6, 5, 15, 60, 6 * 60, 24 * 60))
"""After a second attempt: when we look whether the first one turned up as well."""
_WAITS = tuple(b - a for a, b in pairwise(SETTLE_AFTER))


@dataclass(slots=True)
class _Doubt:
    """The looks for one unknown outcome. A restart counts anew: negatives must span the
    time in one run, and the reads of an earlier one may have been minutes ago or days."""

    last: datetime
    """The last look; before the first one, when the doubt was met."""
    negatives: int = 0
    spanned: timedelta = timedelta(0)

    def wait(self) -> timedelta:
        if not self.negatives:
            return timedelta(0)
        return _WAITS[min(self.negatives, len(_WAITS)) - 1]

    def looked(self, now: datetime) -> None:
        """Not found. A clock put forward meanwhile spans no more than the wait that was due:
        a day that X has not lived proves nothing."""
        if self.negatives:
            self.spanned += min(now - self.last, self.wait())
        self.negatives += 1
        self.last = now

    def exhausted(self) -> bool:
        return self.negatives >= LOOKS_NEEDED and self.spanned >= SPAN_NEEDED


class Settling:
    def __init__(self, *, timeline: OwnTimeline, outcomes: Outcomes, clock: Clock) -> None:
        self._timeline = timeline
        self._outcomes = outcomes
        self._clock = clock
        self._doubts: dict[str, _Doubt] = {}
        self._late: dict[str, datetime] = {}
        """When each unconfirmed post is looked for next."""
        self._looked: set[str] = set()
        """The unconfirmed posts looked for since the start."""
        self._twin_looks: dict[str, datetime | None] = {}
        """When the twin of what was sent again is looked for next; None when it is over."""

    def next_look(self, item: Outgoing) -> datetime | None:
        """When ``item`` is to be looked for; None when nobody will look any more."""
        now = self._clock.now()
        if item.state is OutgoingState.UNKNOWN:
            doubt = self._doubts.setdefault(item.id, _Doubt(now))
            doubt.last = min(doubt.last, now)  # the clock was set back
            return doubt.last + doubt.wait()
        if item.state is not OutgoingState.UNCONFIRMED:
            return None
        over = item.sent_at is None or now - item.sent_at > LATE_UNTIL
        if over and item.id in self._looked:
            return None
        # One of an earlier run, be it last week's: X may have shown it since.
        return self._late.setdefault(item.id, now)

    def next_twin_look(self, item: Outgoing) -> datetime | None:
        """When to see whether ``item``, sent more than once, is public twice. None: never."""
        if item.kind in ACTS or item.sent_at is None:
            return None
        # One of an earlier run is looked for at once: X may have shown its twin since.
        first = min(item.sent_at + TWIN_AFTER[0], self._clock.now() + TWIN_AFTER[0])
        return self._twin_looks.setdefault(item.id, first)

    async def look_for_twin(self, item: Outgoing) -> Post | None:
        """Our other post with the same words at the same place. Raises what the reads raise."""
        now, sent_at = self._clock.now(), item.sent_at or self._clock.now()
        later = [sent_at + after for after in TWIN_AFTER if sent_at + after > now]
        twin = await self._timeline.twin(item)
        self._twin_looks[item.id] = min(later, default=None) if twin is None else None
        return twin

    async def look(self, item: Outgoing) -> None:
        """Look once and record what that says. Raises what the reads raise."""
        item = await self._timeline.aimed(item)
        other = None
        if item.kind in ACTS:
            if await self._timeline.is_done(item):
                await self._outcomes.acted(item)
                self._forget(item)
                return
        else:
            post, other = await self._timeline.look(item)
            if post is not None:
                await self._outcomes.sent(item, post)
                self._forget(item)
                return
        now = self._clock.now()
        if item.state is OutgoingState.UNCONFIRMED:
            self._late[item.id] = now + LATE_LOOK
            self._looked.add(item.id)
            return
        doubt = self._doubts.setdefault(item.id, _Doubt(now))
        doubt.looked(now)
        if not doubt.exhausted():
            await self._outcomes.advance(item, OutgoingState.UNKNOWN, looks=item.looks + 1)
            return
        if other is not None:
            await self._outcomes.elsewhere(item, other)
        else:
            await self._outcomes.advance(item, OutgoingState.UNCONFIRMED, looks=item.looks + 1)
        self._forget(item)
        self._late[item.id] = now + LATE_LOOK

    def _forget(self, item: Outgoing) -> None:
        self._doubts.pop(item.id, None)
        self._late.pop(item.id, None)
        self._looked.discard(item.id)

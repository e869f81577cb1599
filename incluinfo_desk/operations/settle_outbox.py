"""Unknown outcomes, settled by reading our own posts; in the end by a person."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from incluinfo_desk.domain.outgoing import SETTLE_AFTER, Outgoing, OutgoingState
from incluinfo_desk.operations.outcomes import Outcomes
from incluinfo_desk.operations.own_timeline import ACTS, OwnTimeline
from incluinfo_desk.operations.ports import Clock

LOOKS_NEEDED = 4
SPAN_NEEDED = timedelta(minutes=15)
"""Negatives, and the time they span, before a person is asked (reliability-security §1.3)."""
LATE_LOOK = timedelta(hours=1)
LATE_UNTIL = timedelta(hours=24)
"""An unconfirmed post is still looked for hourly during a day."""


@dataclass(slots=True)
class _Doubt:
    """The looks for one unknown outcome. A restart counts anew: negatives must span the
    time in one run, and the reads of an earlier one may have been minutes ago or days."""

    since: datetime
    negatives: list[datetime] = field(default_factory=list)

    def next_look(self) -> datetime:
        number = min(len(self.negatives), len(SETTLE_AFTER) - 1)
        return self.since + SETTLE_AFTER[number]

    def exhausted(self) -> bool:
        enough = len(self.negatives) >= LOOKS_NEEDED
        return enough and self.negatives[-1] - self.negatives[0] >= SPAN_NEEDED


class Settling:
    def __init__(self, *, timeline: OwnTimeline, outcomes: Outcomes, clock: Clock) -> None:
        self._timeline = timeline
        self._outcomes = outcomes
        self._clock = clock
        self._doubts: dict[str, _Doubt] = {}
        self._late: dict[str, datetime] = {}

    def next_look(self, item: Outgoing) -> datetime | None:
        """When ``item`` is to be looked for; None when nobody will look any more."""
        now = self._clock.now()
        if item.state is OutgoingState.UNKNOWN:
            doubt = self._doubts.setdefault(item.id, _Doubt(now))
            if doubt.since > now:  # the clock was set back
                doubt.since = now
            return doubt.next_look()
        if item.state is not OutgoingState.UNCONFIRMED:
            return None
        if item.sent_at is None or now - item.sent_at > LATE_UNTIL:
            self._late.pop(item.id, None)
            return None
        return self._late.setdefault(item.id, now + LATE_LOOK)

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
            return
        doubt = self._doubts.setdefault(item.id, _Doubt(now))
        doubt.negatives.append(now)
        if not doubt.exhausted():
            await self._outcomes.advance(item, OutgoingState.UNKNOWN, looks=item.looks + 1)
            return
        if other is not None:
            await self._outcomes.elsewhere(item, other)
        else:
            await self._outcomes.advance(item, OutgoingState.UNCONFIRMED, looks=item.looks + 1)
        self._forget(item)

    def _forget(self, item: Outgoing) -> None:
        self._doubts.pop(item.id, None)
        self._late.pop(item.id, None)

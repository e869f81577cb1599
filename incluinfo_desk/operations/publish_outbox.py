"""The single consumer of the outbox: never twice, never lost (domain/outgoing.py).

``QUEUED`` → ``CHECKING`` (is it already answered, is the post still there) → ``SENDING``,
committed before the first byte → the channel's call, shielded → its outcome recorded.
What is not known is settled by reading our own posts, never by sending again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from incluinfo_desk.bus import Bus
from incluinfo_desk.domain.eligibility import Prices, cost
from incluinfo_desk.domain.events import Link, LinkChanged, OutgoingChanged, ProblemRaised
from incluinfo_desk.domain.length import has_url
from incluinfo_desk.domain.oracle import reserved_until
from incluinfo_desk.domain.outgoing import Kind, Outgoing, OutgoingState, same_text
from incluinfo_desk.domain.post import Author, PostId
from incluinfo_desk.domain.problems import (
    BadAnswer,
    ChannelDown,
    DatabaseBusy,
    DatabaseDamaged,
    DiskFull,
    FileUnreadable,
    Limited,
    NoCredits,
    NotAllowed,
    Offline,
    OutcomeUnknown,
    Problem,
    ProxyRefused,
    ReadOnly,
    Refusal,
    Refused,
    SignInNeeded,
    Trouble,
    Unauthorised,
)
from incluinfo_desk.operations.answer import post_window
from incluinfo_desk.operations.outcomes import DISK_WAIT, Outcomes, reason_of
from incluinfo_desk.operations.own_timeline import ACTS, OwnTimeline, youngest
from incluinfo_desk.operations.pacing import Alarm, Backoff, report_bug
from incluinfo_desk.operations.ports import Channel, Clock
from incluinfo_desk.operations.settle_outbox import LATE_UNTIL, Settling
from incluinfo_desk.store.store import Store

__all__ = ["Publisher", "reason_of"]

GRACE = 4.0
"""Seconds a call under way may take to finish when the desk closes (Background: 5 s)."""
NOT_SENT = (Offline, ProxyRefused, Limited, SignInNeeded, Unauthorised, NoCredits)
"""Problems of a write that prove nothing was published."""
_OF_THE_DISK = (
    DiskFull, ReadOnly, DatabaseBusy, DatabaseDamaged, FileUnreadable, NotAllowed,
)  # fmt: skip


class Publisher:
    """One per profile. Cancelling :meth:`run` at any point leaves what :meth:`run` recovers."""

    def __init__(
        self,
        *,
        channel: Channel,
        store: Store,
        bus: Bus,
        clock: Clock,
        account: Callable[[], Author | None],
        data_dir: Path,
        prices: Callable[[], Prices] = Prices,
    ) -> None:
        self._channel = channel
        self._store = store
        self._bus = bus
        self._clock = clock
        self._account = account
        self._data_dir = data_dir
        self._prices = prices
        self._alarm = Alarm()
        self._backoff = Backoff()
        self._timeline = OwnTimeline(channel=channel, store=store, account=account)
        self._outcomes = Outcomes(store=store, bus=bus, clock=clock)
        self._settling = Settling(timeline=self._timeline, outcomes=self._outcomes, clock=clock)
        self._away_until: datetime | None = None
        """The line is down or limited: nothing is tried before this."""
        self._away_for: Problem | None = None

    def wake(self) -> None:
        """Something was queued or changed; look at once."""
        self._alarm.ring()

    async def run(self) -> None:
        """Publish until cancelled."""
        ends = (
            self._bus.subscribe(OutgoingChanged, lambda _: self.wake()),
            self._bus.subscribe(LinkChanged, self._on_link),
        )
        try:
            while True:
                try:
                    await self._store.outbox.recover()
                    while True:
                        await self._work()
                        await self._alarm.wait(self._clock, await self._seconds_to_next())
                except Trouble as trouble:
                    # Only the disk gets here. What was under way is recovered above.
                    self._bus.publish(ProblemRaised(trouble.problem))
                except Exception as error:
                    report_bug(error, "publish_outbox")
                await self._clock.sleep(DISK_WAIT)
        finally:
            for end in ends:
                end()

    def _on_link(self, event: LinkChanged) -> None:
        """The line is back: do not wait the pause out. A limit or a bill is X's word."""
        if event.link is Link.CONNECTED and not isinstance(self._away_for, Limited | NoCredits):
            self._away_until, self._away_for = None, None
            self.wake()

    # --- the order of work ----------------------------------------------------------------

    async def _work(self) -> None:
        """Everything that may be done now, one at a time."""
        if not self._is_away() and self._account() is None:
            self._stay_away(SignInNeeded())
        for item in await self._store.outbox.unsettled():
            look_at = self._settling.next_look(item)
            if self._is_away():
                return
            if look_at is None or look_at > self._clock.now():
                continue
            try:
                await self._settling.look(item)
                self._backoff.worked()
            except Trouble as trouble:
                self._only_the_line(trouble)
                self._stay_away(trouble.problem)
        await self._look_for_twins()
        tried: set[str] = set()
        while not self._is_away():
            due = await self._next_due(tried)
            if due is None:
                return
            tried.add(due.id)
            await self._publish(due)

    async def _look_for_twins(self) -> None:
        """What went out at a second attempt must not stand there twice unseen."""
        now = self._clock.now()
        for item in await self._store.outbox.resent(now - LATE_UNTIL):
            look_at = self._settling.next_twin_look(item)
            if look_at is None or look_at > now or self._is_away():
                continue
            try:
                twin = await self._settling.look_for_twin(item)
            except Trouble as trouble:
                self._only_the_line(trouble)
                self._stay_away(trouble.problem)
                return
            if twin is not None:
                await self._outcomes.twice(twin)

    async def _next_due(self, tried: set[str]) -> Outgoing | None:
        """The oldest due item with nothing older under way for the same conversation."""
        due = [i for i in await self._store.outbox.due(self._clock.now()) if i.id not in tried]
        if self._reserved_until() is not None:
            due = [item for item in due if item.broadcast_id is not None or item.kind in ACTS]
        if not due:
            return None
        ahead: dict[str, datetime] = {}
        for other in await self._store.outbox.open_items():
            if await self._holds_back(other):
                ahead.setdefault(_order_key(other), other.created_at)
        for item in due:
            older = ahead.get(_order_key(item))
            if older is None or older >= item.created_at:
                return item
        return None

    def _reserved_until(self) -> datetime | None:
        """Until when what X still takes is kept for incidents; replies wait here."""
        return reserved_until(post_window(self._channel.quotas), self._clock.now())

    async def _holds_back(self, other: Outgoing) -> bool:
        """Whether what is younger in the same conversation must wait for ``other``."""
        if other.state in (
            OutgoingState.CHECKING,
            OutgoingState.SENDING,
            OutgoingState.UNKNOWN,
        ):
            return True
        if other.state is not OutgoingState.QUEUED:
            return False
        if other.after_id is None:
            return True
        before = await self._store.outbox.get(other.after_id)
        # A part whose earlier part was refused waits for a person, not for its turn.
        return before is not None and before.state is OutgoingState.SENT

    async def _seconds_to_next(self) -> float | None:
        now = self._clock.now()
        away = self._away_until if self._is_away() else None
        times = [each for each in (away, self._reserved_until()) if each is not None]
        for item in await self._store.outbox.open_items():
            if item.state is OutgoingState.QUEUED:
                if item.not_before > now:
                    times.append(item.not_before)
            elif (look_at := self._settling.next_look(item)) is not None:
                times.append(max(look_at, away or look_at))
        for item in await self._store.outbox.resent(now - LATE_UNTIL):
            if (look_at := self._settling.next_twin_look(item)) is not None:
                times.append(max(look_at, away or look_at))
        if not times:
            return None
        return max(0.0, (min(times) - now).total_seconds())

    # --- one item -------------------------------------------------------------------------

    async def _publish(self, item: Outgoing) -> None:
        claimed = await self._outcomes.advance(item, OutgoingState.CHECKING)
        account = self._account()
        if claimed is None or account is None:
            return
        try:
            ready = await self._checked(claimed)
        except Trouble as trouble:
            self._only_the_line(trouble)
            until = self._stay_away(trouble.problem)
            await self._outcomes.put_back(claimed, trouble.problem, until)
            return
        if ready is None:
            return
        self._backoff.worked()
        sending = await self._outcomes.advance(
            ready,
            OutgoingState.SENDING,
            attempts=ready.attempts + 1,
            watermark=ready.watermark,
            sent_at=self._clock.now(),
            looks=0,
            reason=None,
        )
        if sending is None:
            return
        sending = replace(sending, target_id=ready.target_id)
        delivery = asyncio.ensure_future(self._deliver(sending, account))
        try:
            await asyncio.shield(delivery)
        except asyncio.CancelledError:
            # The desk closes: the call may be at X already, so its answer is worth a moment.
            try:
                await asyncio.wait({delivery}, timeout=GRACE)
            finally:
                delivery.cancel()
            await asyncio.gather(delivery, return_exceptions=True)
            raise

    async def _checked(self, claimed: Outgoing) -> Outgoing | None:
        """``claimed`` with target and watermark set, or None when it is settled already."""
        item = await self._timeline.aimed(claimed)
        if item.kind is not Kind.STANDALONE and item.target_id is None:
            await self._outcomes.refuse(item, Refusal.GONE)
            return None
        if item.kind in ACTS:
            if await self._timeline.is_done(item):
                await self._outcomes.acted(item)
                return None
        else:
            since = youngest(item.target_id, item.watermark)
            own = await self._timeline.since(item, since)
            found = await self._timeline.candidates(item, own, since)
            if item.kind is Kind.STANDALONE and not item.attempts:
                found = []  # a first attempt has nothing to look for
            same = next((p for p in found if same_text(item.text, p)), None)
            if same is not None:
                await self._outcomes.sent(item, same)
                return None
            if found and item.kind is Kind.REPLY:
                await self._outcomes.elsewhere(item, found[0])
                return None
            item = replace(item, watermark=youngest(since, own[0].id if own else None))
        if item.target_id is not None and await self._timeline.is_gone(item.target_id):
            await self._outcomes.refuse(item, Refusal.GONE)
            return None
        return item

    async def _deliver(self, item: Outgoing, account: Author) -> None:
        """The call and its outcome; goes on when the desk closes."""
        try:
            post_id = await self._call(item)
        except Trouble as trouble:
            await self._failed(item, trouble.problem)
        except Exception as error:
            report_bug(error, "publish_outbox: channel")
            await self._failed(item, OutcomeUnknown())
        else:

            async def record() -> None:
                if post_id is None:
                    await self._outcomes.acted(item)
                else:
                    post = await self._outcomes.as_post(item, post_id, account)
                    await self._outcomes.sent(item, post)

            await self._outcomes.keep(record)
            price = cost(item.kind, has_url(item.text), self._prices())
            await self._store.ledger.note(item.kind, 1, price, self._clock.now())

    async def _call(self, item: Outgoing) -> PostId | None:
        if item.kind in ACTS:
            if item.target_id is None:
                raise Trouble(Refused(Refusal.INVALID))
            if item.kind is Kind.DELETION:
                await self._channel.delete(item.target_id)
            else:
                await self._channel.hide(item.target_id, item.kind is Kind.HIDE)
            return None
        media = (await self._uploaded(item.media, item.alt_text or ""),) if item.media else ()
        return await self._channel.post(item.text, item.target_id, media)

    async def _uploaded(self, media: str, alt_text: str) -> str:
        """The image at X. Whatever goes wrong here proves that the post is not public."""
        try:
            return await self._channel.upload_image(self._data_dir / media, alt_text)
        except Trouble as trouble:
            if isinstance(trouble.problem, (*NOT_SENT, Refused)):
                raise
            if isinstance(trouble.problem, OutcomeUnknown | BadAnswer | ChannelDown):
                raise Trouble(Offline()) from trouble
            raise Trouble(Refused(Refusal.INVALID)) from trouble  # no such file, not an image
        except OSError as error:
            raise Trouble(Refused(Refusal.INVALID)) from error

    async def _failed(self, item: Outgoing, problem: Problem) -> None:
        outcomes = self._outcomes
        if isinstance(problem, NOT_SENT):
            until = self._stay_away(problem)
            await outcomes.keep(lambda: outcomes.put_back(item, problem, until))
        elif not isinstance(problem, Refused):
            await outcomes.keep(lambda: outcomes.doubt(item, OutcomeUnknown()))
        elif problem.reason is Refusal.DUPLICATE:
            await self._duplicate(item, problem)
        else:
            await outcomes.keep(lambda: outcomes.refuse(item, problem.reason))

    async def _duplicate(self, item: Outgoing, problem: Refused) -> None:
        """X says it has this text: perhaps from an attempt of ours, so look first."""
        outcomes = self._outcomes
        doubtful = item.attempts > 1
        try:
            post, _ = await self._timeline.look(item)
        except Trouble:
            post, doubtful = None, True
        if post is not None:
            found = post
            await outcomes.keep(lambda: outcomes.sent(item, found))
        elif doubtful:
            await outcomes.keep(lambda: outcomes.doubt(item, problem))
        else:
            await outcomes.keep(lambda: outcomes.refuse(item, problem.reason))

    # --- the line -------------------------------------------------------------------------

    def _is_away(self) -> bool:
        return self._away_until is not None and self._clock.now() < self._away_until

    def _stay_away(self, problem: Problem) -> datetime:
        self._away_until = self._backoff.until(problem, self._clock.now())
        self._away_for = problem
        return self._away_until

    @staticmethod
    def _only_the_line(trouble: Trouble) -> None:
        """Let go on what a read of the channel may raise; the rest is the disk's."""
        if isinstance(trouble.problem, _OF_THE_DISK):
            raise trouble


def _order_key(item: Outgoing) -> str:
    return item.conversation_id or item.broadcast_id or item.target_id or item.id

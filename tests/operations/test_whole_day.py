"""The demonstration's whole day at speed: an outage, announced works and a hoax that returns.

An officer does what the desk proposes; at the end nobody who asked about any of the three is
left without a word, and nobody has two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from incluinfo_desk.domain.closing import LoopState
from incluinfo_desk.domain.conversation import Conversation
from incluinfo_desk.domain.incident import ComponentState, Incident, IncidentState
from incluinfo_desk.domain.outgoing import OutgoingState
from incluinfo_desk.domain.post import AccountId, Author, Post
from incluinfo_desk.domain.problems import MayNotReply
from incluinfo_desk.operations.watch_surges import Surges
from incluinfo_desk.simulator.day import Event, seconds, tell

from .stage import Stage, play

S = IncidentState
MIDNIGHT = datetime(2026, 3, 2, tzinfo=UTC)
LETTER = "carta-15-dias"
BROKE = seconds("10:22")
"""When the outage of ``resources/demo/day.json`` begins."""


class Day:
    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.surges = Surges(
            store=stage.store, suggesting=stage.suggesting, bus=stage.bus, clock=stage.clock
        )
        self.posts: dict[int, Post] = {}
        self.works: Incident | None = None
        self.outage: Incident | None = None
        self.proposed_at = 0.0
        self.by_hand = 0

    async def begin(self) -> None:
        s = self.stage
        await s.edit_faq.first_run(verified=True)
        await s.broadcasting.first_run()
        await s.rebutting.first_run(prepared=True)
        await s.suggesting.load()
        s.clock.time = MIDNIGHT
        self.works = await s.broadcasting.open(
            title="Parada técnica de la sede",
            components=("sede",),
            impact=ComponentState.MAINTENANCE,
            text="Parada técnica hoy de 15:00 a 16:30.",
            started_at=self.at("15:00"),
            ends_at=self.at("16:30"),
        )
        await s.background.settle("rehint")

    def at(self, clock: str) -> datetime:
        return MIDNIGHT + timedelta(seconds=seconds(clock))

    async def passes(self, event: Event) -> None:
        """What a citizen does, and what the desk sees of it."""
        s = self.stage
        s.clock.time = MIDNIGHT + timedelta(seconds=event.at)
        if event.action == "delete" and event.about in self.posts:
            await s.store.conversations.forget_posts([self.posts[event.about].id])
        if event.action != "post":
            return
        who = Author(AccountId(event.person.handle), event.person.handle, event.person.name)
        post = s.channel.says(who, event.text, mentions=event.mention)
        self.posts[event.key] = post
        key = await s.arrives(post)
        await self.surges.take([await s.conversation(key)])
        if self.outage is None and (surges := self.surges.current()):
            (surge,) = surges
            assert surge.subject.id == "sede"
            self.proposed_at = event.at
            self.outage = await s.broadcasting.open(
                title="Sede caída",
                components=(surge.subject.id,),
                impact=ComponentState.FULL_OUTAGE,
                text="La sede no funciona.",
            )
            await s.background.settle("rehint")

    def works_now(self) -> Incident:
        assert self.works is not None
        return self.works

    def outage_now(self) -> Incident:
        assert self.outage is not None
        return self.outage

    async def moves(self, which: Callable[[], Incident], *steps: IncidentState) -> None:
        for step in steps:
            await self.stage.broadcasting.update(which().id, step, f"Ahora: {step}.")
            self.stage.clock.move(1)

    async def closes(self, incident: Incident) -> int:
        """One key each; how many were linked to it."""
        loops = self.stage.loops
        linked = await loops.of(incident.id)
        for loop in linked:
            if loop.state is LoopState.WAITING:
                text = await loops.text_for(incident.id, loop.conversation)
                if not await self.said_by_hand(loop.conversation, text):
                    await loops.tell(incident.id, loop.conversation.id, text)
        states = {each.state for each in await loops.of(incident.id)}
        assert LoopState.WAITING not in states
        return len(linked)

    async def rebuts(self) -> None:
        said = (await self.stage.rebutting.publish(LETTER, in_parts=True)).said[-1]  # type: ignore[union-attr]
        assert said.outgoing_id is not None
        await self.out(said.outgoing_id)
        await self.stage.suggesting.follow_hoaxes()

    async def answers_who_ask_of_the_hoax(self) -> int:
        s = self.stage
        hoax = await s.store.hoaxes.get(LETTER)
        assert hoax is not None
        waiting = await s.rebutting.waiting(LETTER)
        for key in waiting:
            of = await s.conversation(key)
            text = s.rebutting.answer_for(hoax, of)
            if not await self.said_by_hand(of, text):
                await s.answering.reply(key, text)
        return len(waiting)

    async def said_by_hand(self, of: Conversation, text: str) -> bool:
        if not isinstance(await self.stage.answering.may_answer(of.id), MayNotReply):
            return False
        self.by_hand += 1
        await self.stage.answering.mark_sent_by_hand(of.id, text)
        return True

    async def out(self, *outgoing: str) -> None:
        """Everything that waits goes to X; these are seen to be there."""
        s = self.stage
        s.publish()
        for each in outgoing or [item.id for item in await s.store.outbox.open_items()]:
            await s.until(each, OutgoingState.SENT)
        await s.kill()
        s.clock.runs = False


def test_at_the_end_of_the_demonstration_day_nobody_who_asked_waits(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        day = Day(s)
        await day.begin()
        todo: list[tuple[str, Callable[[], Awaitable[None]]]] = [
            ("11:40", partial(day.moves, day.outage_now, S.RESOLVED)),
            ("12:20", day.rebuts),
            ("15:00", partial(day.moves, day.works_now, S.IN_PROGRESS)),
            ("16:30", partial(day.moves, day.works_now, S.VERIFYING, S.COMPLETED)),
        ]
        for event in tell(1):
            while todo and event.at >= seconds(todo[0][0]):
                when, what = todo.pop(0)
                s.clock.time = day.at(when)
                await what()
            await day.passes(event)
        assert todo == []
        assert day.proposed_at - BROKE <= 6 * 60
        assert await day.closes(day.outage_now()) >= 15
        assert await day.closes(day.works_now()) >= 4
        assert await day.answers_who_ask_of_the_hoax() >= 8
        await day.out()
        assert await s.store.outbox.open_items() == ()
        assert await s.rebutting.waiting(LETTER) == ()
        assert 0 < day.by_hand < 15
        answered = Counter(post.in_reply_to for post in s.channel.ours() if post.in_reply_to)
        own = {post.id for post in s.channel.ours()}
        assert {times for target, times in answered.items() if target not in own} == {1}

    play(tmp_path, act)

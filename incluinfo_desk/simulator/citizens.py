"""The people of the simulation: they live the day and react to what we answer."""

from __future__ import annotations

from collections import Counter
from functools import partial
from random import Random

from incluinfo_desk.simulator import day
from incluinfo_desk.simulator.clock import DAY, MAX_SPEED
from incluinfo_desk.simulator.day import Event
from incluinfo_desk.simulator.model import Label, SimPost
from incluinfo_desk.simulator.people import person
from incluinfo_desk.simulator.world import OUR_ID, World

THANKS = 0.45
FOLLOW_UP = 0.25
"""Shares of answered citizens who thank, and who ask again; the others say nothing."""

DELAY = (40.0, 240.0)
"""Seconds of the story a citizen takes to read and write."""

MAX_REACTIONS = 2
"""Of one person in one thread."""

SILENT = frozenset({"insult", "spam", "thanks"})


class Citizens:
    """Puts the days of the seed on the world's agenda, one after the other."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._ids: dict[int, str] = {}
        self._reactions: Counter[tuple[str, str]] = Counter()
        world.on_our_post.append(self._read)

    def begin(self) -> None:
        """Queue of the night at once, the rest of day 0 as the story gets there."""
        self._ids.clear()
        self._reactions.clear()
        self._schedule(0)

    def _schedule(self, number: int) -> None:
        midnight = number * DAY
        wall = self._world.clock.wall()
        for event in day.tell(self._world.seed, number):
            if event.at < 0:
                self._live(event, wall + event.at)
            else:
                self._world.at_story(midnight + event.at, partial(self._live, event))
        self._world.at_story(midnight + day.closes(), partial(self._night_falls, number))

    def _night_falls(self, number: int, at: float) -> None:
        """Nobody wants to watch an empty night: the next morning follows at once."""
        self._schedule(number + 1)
        morning = (number + 1) * DAY + day.opens()
        self._world.clock.jump(max(morning, self._world.clock.story()))

    def _live(self, event: Event, at: float) -> None:
        target = self._ids.get(event.about) if event.about is not None else None
        if event.action == "edit" and target:
            self._ids[event.key] = self._world.citizen_edits(target, event.text, at=at)
        elif event.action == "delete" and target:
            self._world.citizen_deletes(target)
        elif event.action == "post":
            self._ids[event.key] = self._world.citizen_posts(
                event.text,
                handle=event.person.handle,
                name=event.person.name,
                in_reply_to=target,
                mention=event.mention,
                lang=event.lang,
                label=event.label,
                at=at,
            )

    # --- reactions ------------------------------------------------------------------------

    def _read(self, post: SimPost) -> None:
        if post.in_reply_to is None:
            self._read_broadcast(post)
            return
        asked = self._world.find(post.in_reply_to)
        if asked is not None and asked.author_id != OUR_ID:
            self._read_answer(post, asked)

    def _read_answer(self, post: SimPost, asked: SimPost) -> None:
        citizen = self._world.account(asked.author_id)
        thread = (asked.conversation_id, asked.author_id)
        if citizen is None or self._reactions[thread] >= MAX_REACTIONS:
            return
        if asked.label is not None and asked.label.kind in SILENT:
            return
        self._reactions[thread] += 1
        name = f"reaction/{self._world.seed}/{citizen.handle}/{self._reactions[thread]}"
        random = Random(name)
        lot = random.random()
        if lot >= THANKS + FOLLOW_UP:
            return
        kind = "thanks" if lot < THANKS else "follow_up"
        topic = asked.label.topic if asked.label else None
        faq_id = "canal-agradecimiento" if kind == "thanks" else None
        text = random.choice(day.scenario("reactions.json")[kind])
        label = Label(kind, faq_id, topic)
        self._say(random, post, citizen.handle, citizen.name, text, label)

    def _read_broadcast(self, post: SimPost) -> None:
        random = Random(f"broadcast/{self._world.seed}/{len(list(self._world.timeline(OUR_ID)))}")
        names = day.scenario("citizens.json")
        texts = random.sample(day.scenario("reactions.json")["broadcast"], 3)
        for text in texts:
            one = person(random, names["first"], names["last"], names["nicknames"], set())
            label = Label("follow_up", None, "incidencias")
            self._say(random, post, one.handle, one.name, text, label)

    def _say(
        self,
        random: Random,
        answer: SimPost,
        handle: str,
        name: str,
        text: str,
        label: Label,
    ) -> None:
        def write(at: float) -> None:
            if answer.current:
                self._world.citizen_posts(
                    text,
                    handle=handle,
                    name=name,
                    in_reply_to=answer.id,
                    label=label,
                    at=at,
                )

        delay = random.uniform(*DELAY) * max(1.0, self._world.clock.speed / (MAX_SPEED / 3))
        self._world.at_story(self._world.clock.story() + delay, write)

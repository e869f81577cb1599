"""The timetable of a day at the desk: the same seed tells the same day."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from random import Random
from typing import Any

from incluinfo_desk.assets import resource
from incluinfo_desk.simulator.model import Label
from incluinfo_desk.simulator.people import Person, person, personal_data

FILES = {
    "question": "questions.json",
    "outage": "outage.json",
    "maintenance": "maintenance.json",
    "insult": "insults.json",
    "personal_data": "personal_data.json",
    "spam": "spam.json",
    "other_body": "other_bodies.json",
    "greeting": "greetings.json",
    "long": "long_posts.json",
}
"""Kinds whose file is a plain list of texts with their labels."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something a citizen does. ``at``: seconds after midnight; negative: the night before,
    in seconds before the desk opens."""

    at: float
    key: int
    action: str
    """``post``, ``edit`` or ``delete``."""
    person: Person
    text: str = ""
    lang: str = "es"
    label: Label | None = None
    mention: bool = True
    about: int | None = None
    """Key of the post that is edited, deleted or answered."""


@cache
def scenario(name: str) -> Any:
    """A file of ``resources/demo``, read once."""
    return json.loads(resource("demo", name).read_text(encoding="utf-8"))


def seconds(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 3600 + int(minutes) * 60


def opens() -> int:
    return seconds(scenario("day.json")["opens"])


def closes() -> int:
    return seconds(scenario("day.json")["closes"])


def tell(seed: int, number: int = 0) -> list[Event]:
    """Everything citizens do on day ``number`` of ``seed``, in order of time."""
    day = _Day(Random(f"day/{seed}/{number}"), number)
    return sorted(day.events, key=lambda event: (event.at, event.key))


class _Day:
    def __init__(self, random: Random, number: int) -> None:
        self._random = random
        self._taken: set[str] = set()
        self._known: list[Person] = []
        self._key = number * 100_000
        self.events: list[Event] = []
        plan = scenario("day.json")
        pools = {kind: list(scenario(name)) for kind, name in FILES.items()}
        for pool in pools.values():
            random.shuffle(pool)
        if number == 0:
            self._night(pools["question"], plan["overnight"])
        left = {kind: len(pool) for kind, pool in pools.items()}
        for block in plan["blocks"]:
            start, end = seconds(block["from"]), seconds(block["to"])
            kind = block["kind"]
            if kind == "hoax":
                self._hoax(start, end)
            elif kind == "change":
                self._changes(start, end)
            else:
                count = round(left[kind] * block["share"])
                self._posts(kind, pools[kind][:count], start, end)
                del pools[kind][:count]

    def _night(self, pool: list[dict[str, Any]], plan: dict[str, int]) -> None:
        for entry in pool[: plan["posts"]]:
            at = -self._random.uniform(300, plan["hours"] * 3600)
            self._post(at, "question", entry)
        del pool[: plan["posts"]]

    def _posts(self, kind: str, pool: Iterable[dict[str, Any]], start: int, end: int) -> None:
        entries = list(pool)
        for n, entry in enumerate(entries):
            # One in each slice of the block, so that no stretch of the day falls silent.
            share = (n + self._random.random()) / len(entries)
            if kind == "outage":
                share = share**1.6  # complaints come thick at first
            at = start + share * (end - start)
            if kind == "personal_data":
                entry = entry | {"text": entry["text"].format(**personal_data(self._random))}
            self._post(at, kind, entry)

    def _hoax(self, start: int, end: int) -> None:
        hoax = scenario("hoax.json")
        claims = []
        for n, text in enumerate(self._shuffled(hoax["claims"])):
            at = start + n * (end - start) * 0.15
            claims.append(self._post(at, "hoax", {"text": text}, mention=False))
        asks = self._shuffled(hoax["asks"])
        for n, text in enumerate(asks):
            at = start + (end - start) * (0.05 + 0.95 * (n + self._random.random()) / len(asks))
            seen = [claim for claim in claims if claim.at < at]
            about = self._random.choice(seen).key if seen and n % 2 == 0 else None
            entry = {"text": text, "topic": "bulos", "lang": "ca" if "Vist a" in text else "es"}
            self._post(at, "hoax", entry, about=about)

    def _changes(self, start: int, end: int) -> None:
        changes = scenario("changes.json")
        for kind, entries in changes.items():
            for entry in entries:
                at = self._random.uniform(start, end)
                post = self._post(at, "question" if entry["faq_id"] else "insult", entry)
                later = at + self._random.uniform(120, 900)
                change = replace(post, at=later, key=self._next(), about=post.key)
                action = "edit" if kind == "edits" else "delete"
                self.events.append(replace(change, action=action, text=entry.get("becomes", "")))

    def _post(
        self,
        at: float,
        kind: str,
        entry: dict[str, Any],
        *,
        mention: bool = True,
        about: int | None = None,
    ) -> Event:
        event = Event(
            at=at,
            key=self._next(),
            action="post",
            person=self._person(),
            text=entry["text"],
            lang=entry.get("lang", "es"),
            label=Label(kind, entry.get("faq_id"), entry.get("topic")),
            mention=mention,
            about=about,
        )
        self.events.append(event)
        return event

    def _person(self) -> Person:
        """Mostly somebody new; one in twelve has written before today."""
        if self._known and self._random.random() < 1 / 12:
            return self._random.choice(self._known)
        names = scenario("citizens.json")
        one = person(self._random, names["first"], names["last"], names["nicknames"], self._taken)
        self._known.append(one)
        return one

    def _shuffled(self, texts: list[str]) -> list[str]:
        return self._random.sample(texts, len(texts))

    def _next(self) -> int:
        self._key += 1
        return self._key

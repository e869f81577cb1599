"""An unusual number of mentions about one thing within minutes: what proposes an incident (M4).

What is usual is the desk's own past: how many such mentions came in that hour of the day,
the younger days weighing more. What is unusual is what a Poisson process of that rate would
bring less than once in :data:`CHANCE`. The same posts at the same times give the same
proposals, also when they are told again after a restart.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from heapq import heappop, heappush
from itertools import count
from math import exp
from typing import Any

from incluinfo_desk.domain.conversation import ConversationId
from incluinfo_desk.domain.suggestion.normalise import normalise

WINDOW = timedelta(minutes=10)
"""Mentions are counted over so long."""
FADES = timedelta(minutes=30)
"""Without a further mention for so long, a proposal nobody took up is withdrawn."""
DISMISSED_FOR = timedelta(hours=1)
LEAST = 5
"""Different citizens below which nothing is proposed, however rare it would be."""
CHANCE = 2e-4
"""Largest probability, were all as usual, of what is called unusual."""
FLOOR = 3.0
"""Mentions an hour that are usual of anything, also on the desk's first day."""
WEIGHT = 0.2
"""Of the last day in the mean of the days before (EWMA): about a week is remembered."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What mentions are about: a component of the services, or an entry of the FAQ."""

    kind: str
    """``component`` or ``doubt``."""
    id: str


@dataclass(frozen=True, slots=True)
class Sign:
    """One citizen's mention of a subject."""

    conversation: ConversationId
    citizen: str
    at: datetime
    subject: Subject


@dataclass(frozen=True, slots=True)
class Surge:
    """A proposal, with its evidence."""

    subject: Subject
    since: datetime
    """When the first of the evidence was written."""
    conversations: tuple[ConversationId, ...]
    """The evidence, the oldest first; each from another citizen."""
    usual: float
    """Mentions that ten minutes of this hour usually bring."""


@dataclass(slots=True)
class Past:
    """Mean mentions an hour of each subject at each hour of the day."""

    rates: dict[Subject, dict[int, float]] = field(default_factory=dict)

    def usual(self, subject: Subject, hour: int) -> float:
        """Mentions within :data:`WINDOW` that are nothing special."""
        rate = max(FLOOR, self.rates.get(subject, {}).get(hour, 0.0))
        return rate * (WINDOW / timedelta(hours=1))

    def learn(self, hour: int, counts: Mapping[Subject, int], without: Collection[Subject]) -> None:
        """An hour is over; what surged in it (``without``) is not taken for usual."""
        for subject in {*self.rates, *counts} - set(without):
            hours = self.rates.setdefault(subject, {})
            now = counts.get(subject, 0)
            hours[hour] = (1 - WEIGHT) * hours.get(hour, 0.0) + WEIGHT * now

    def as_data(self) -> dict[str, Any]:
        """For the disk; rates too small to matter are left out."""
        return {
            f"{subject.kind}:{subject.id}": kept
            for subject, hours in self.rates.items()
            if (kept := {str(h): round(r, 4) for h, r in hours.items() if r >= 0.05})
        }

    @classmethod
    def of_data(cls, data: Mapping[str, Mapping[str, float]]) -> Past:
        past = cls()
        for name, hours in data.items():
            kind, _, id = name.partition(":")
            past.rates[Subject(kind, id)] = {int(h): float(r) for h, r in hours.items()}
        return past


class SurgeMeter:
    """Takes signs in the order of their time, says what surges."""

    def __init__(self, past: Past | None = None) -> None:
        self.past = past or Past()
        self._signs: dict[Subject, dict[str, Sign]] = {}
        """Those of the window, one for each citizen; of a surge, all since it began."""
        self._leaving: list[tuple[datetime, int, Sign]] = []
        """The same as a heap, the oldest first: thousands an hour are not searched each time."""
        self._order = count()
        self._newest: dict[Subject, datetime] = {}
        self._usual: dict[Subject, float] = {}
        """Of the subjects that surge."""
        self._counts: dict[Subject, int] = {}
        self._surged: set[Subject] = set()
        self._hour: datetime | None = None

    def note(self, sign: Sign) -> bool:
        """Count one sign; whether it made or grew a surge. ``sign.at`` is local time."""
        self.pass_to(sign.at)
        self._counts[sign.subject] = self._counts.get(sign.subject, 0) + 1
        signs = self._signs.setdefault(sign.subject, {})
        if sign.citizen in signs:
            return False
        signs[sign.citizen] = sign
        heappush(self._leaving, (sign.at, next(self._order), sign))
        self._newest[sign.subject] = max(sign.at, self._newest.get(sign.subject, sign.at))
        if sign.subject in self._usual:
            return True
        usual = self.past.usual(sign.subject, sign.at.hour)
        if len(signs) >= LEAST and tail(len(signs), usual) <= CHANCE:
            self._usual[sign.subject] = usual
            self._surged.add(sign.subject)
            return True
        return False

    def pass_to(self, now: datetime) -> bool:
        """Time went on: old signs leave, an hour that is over is learned; whether one was."""
        while self._leaving and now - self._leaving[0][0] >= WINDOW:
            old = heappop(self._leaving)[2]
            if old.subject not in self._usual:
                self._drop(old)
        for subject in [s for s in self._usual if now - self._newest[s] > FADES]:
            del self._usual[subject], self._signs[subject], self._newest[subject]
        hour = now.replace(minute=0, second=0, microsecond=0)
        if self._hour is None or hour <= self._hour:
            self._hour = hour if self._hour is None else self._hour
            return False
        self.past.learn(self._hour.hour, self._counts, self._surged)
        self._counts, self._surged, self._hour = {}, set(self._usual), hour
        return True

    def _drop(self, old: Sign) -> None:
        signs = self._signs.get(old.subject, {})
        if signs.get(old.citizen) is old:
            del signs[old.citizen]
        if not signs:
            self._signs.pop(old.subject, None)

    def surges(self, known: Collection[Subject] = ()) -> tuple[Surge, ...]:
        """What surges and is not ``known`` already, the one with most mentions first."""
        found = []
        for subject, usual in self._usual.items():
            signs = sorted(self._signs[subject].values(), key=lambda s: (s.at, s.conversation))
            if subject not in known:
                ids = tuple(each.conversation for each in signs)
                found.append(Surge(subject, signs[0].at, ids, usual))
        return tuple(sorted(found, key=lambda s: (-len(s.conversations), s.subject.id)))


def tail(count: int, mean: float) -> float:
    """Probability that a Poisson process of ``mean`` brings ``count`` or more."""
    term, below = exp(-mean), 0.0
    for k in range(count):
        below += term
        term *= mean / (k + 1)
    return max(0.0, 1.0 - below)


_SLOW = ("lento", "lenta", "lentisimo", "lentisima", "tarda", "a ratos", "se cuelga")


def slow(texts: Collection[str]) -> bool:
    """Whether at least half of these mentions complain of slowness rather than of a fall."""
    said = sum(any(word in normalise(text) for word in _SLOW) for text in texts)
    return bool(texts) and said * 2 >= len(texts)

"""Which pending mentions ask the same: groups that grow one mention at a time (INC-48, M1).

Two things tie a mention to a group. The suggestion engine is fairly sure of the same entry
of the FAQ for both; or, where it is not, their words are alike. Same mentions in the same
order, same groups; every member says why it is there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import log, sqrt

from incluinfo_desk.domain.conversation import ConversationId
from incluinfo_desk.domain.suggestion.normalise import STOP_WORDS, normalise

FAIR = 0.35
"""Confidence from which two mentions of one entry ask the same. Far below what one click
wants: here a person still reads every mention. Measured by ``tests/benchmarks/doubts.py``."""
ALIKE = 0.5
"""Least cosine of weighted character n-grams for which two mentions ask the same."""
_GRAM = 4
_COMMON = 400
"""Postings beyond which an n-gram tells nothing and only costs time."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A pending mention as the engine read it. ``text`` is masked."""

    id: ConversationId
    text: str
    faq_id: str | None = None
    confidence: float = 0.0
    """How sure the engine is of ``faq_id``, 0..1."""


@dataclass(frozen=True, slots=True)
class Why:
    """What tied a mention to its group: exactly one of the two."""

    faq_id: str | None = None
    like: ConversationId | None = None
    """The member whose words are nearest."""
    degree: float = 0.0
    """Confidence in ``faq_id``, or cosine with ``like``."""


@dataclass(frozen=True, slots=True)
class Group:
    key: str
    """Stays the same for as long as the group has members."""
    faq_id: str | None
    members: tuple[ConversationId, ...]
    """In the order they came."""


class Grouping:
    """The groups of all mentions it holds; a mention costs about a millisecond."""

    def __init__(self) -> None:
        self._asked: dict[ConversationId, Asked] = {}
        self._key: dict[ConversationId, str] = {}
        self._why: dict[ConversationId, Why] = {}
        self._members: dict[str, dict[ConversationId, None]] = {}
        self._grams: dict[ConversationId, Counter[str]] = {}
        self._postings: dict[str, dict[ConversationId, None]] = {}

    def __len__(self) -> int:
        return len(self._asked)

    def holds(self, asked: Asked) -> bool:
        return self._asked.get(asked.id) == asked

    def add(self, asked: Asked) -> str:
        """Put a mention where it belongs, or move it there when its words changed; the key."""
        if asked.id in self._asked:
            if self._asked[asked.id] == asked:
                return self._key[asked.id]
            self.discard(asked.id)
        grams = _grams_of(asked.text)
        if asked.faq_id is not None and asked.confidence >= FAIR:
            key, why = f"faq:{asked.faq_id}", Why(faq_id=asked.faq_id, degree=asked.confidence)
        else:
            key, why = f"post:{asked.id}", Why()
            nearest, degree = self._nearest(grams)
            if nearest is not None and degree >= ALIKE:
                key, why = self._key[nearest], Why(like=nearest, degree=degree)
        self._asked[asked.id], self._key[asked.id], self._why[asked.id] = asked, key, why
        self._members.setdefault(key, {})[asked.id] = None
        self._grams[asked.id] = grams
        for gram in grams:
            self._postings.setdefault(gram, {})[asked.id] = None
        return key

    def discard(self, id: ConversationId) -> None:
        """It waits no longer; unknown ids change nothing."""
        if self._asked.pop(id, None) is None:
            return
        key = self._key.pop(id)
        del self._why[id]
        del self._members[key][id]
        if not self._members[key]:
            del self._members[key]
        for gram in self._grams.pop(id):
            del self._postings[gram][id]
            if not self._postings[gram]:
                del self._postings[gram]

    def keep_only(self, ids: Iterable[ConversationId]) -> None:
        """Forget every mention that is not among ``ids``."""
        wanted = set(ids)
        for id in [each for each in self._asked if each not in wanted]:
            self.discard(id)

    def ids(self) -> tuple[ConversationId, ...]:
        return tuple(self._asked)

    def why(self, id: ConversationId) -> Why:
        return self._why.get(id, Why())

    def group(self, key: str) -> Group | None:
        members = self._members.get(key)
        return Group(key, _faq_of(key), tuple(members)) if members else None

    def keep_youngest(self, most: int) -> None:
        """Let go of those that were taken in first, until ``most`` are left."""
        while len(self._asked) > most:
            self.discard(next(iter(self._asked)))

    def groups(self, least: int = 2) -> tuple[Group, ...]:
        """Those of ``least`` members or more, the largest first, then the oldest."""
        found = [
            Group(key, _faq_of(key), tuple(members))
            for key, members in self._members.items()
            if len(members) >= least
        ]
        return tuple(sorted(found, key=lambda g: -len(g.members)))

    def _nearest(self, grams: Counter[str]) -> tuple[ConversationId | None, float]:
        """The mention with the nearest words; the oldest of equals."""
        total = len(self._asked) + 1
        weights = {g: log(1 + total / (1 + len(self._postings.get(g, ())))) for g in grams}
        length = sqrt(sum((n * weights[g]) ** 2 for g, n in grams.items()))
        shared: dict[ConversationId, float] = {}
        for gram, times in grams.items():
            postings = self._postings.get(gram, {})
            if len(postings) > _COMMON:
                continue
            for id in postings:
                part = times * self._grams[id][gram] * weights[gram] ** 2
                shared[id] = shared.get(id, 0.0) + part
        best, degree = None, 0.0
        # Only the few with most in common are measured whole: the rest cannot be nearest.
        for id, dot in sorted(shared.items(), key=lambda item: -item[1])[:20]:
            other = self._length(self._grams[id], weights, total)
            cosine = dot / (length * other) if length and other else 0.0
            if cosine > degree:
                best, degree = id, cosine
        return best, degree

    def _length(self, grams: Counter[str], known: dict[str, float], total: int) -> float:
        squares = 0.0
        for gram, times in grams.items():
            weight = known.get(gram) or log(1 + total / (1 + len(self._postings.get(gram, ()))))
            squares += (times * weight) ** 2
        return sqrt(squares)


def likeness(one: str, other: str) -> float:
    """Cosine of the character n-grams of two texts, 0..1, without weights."""
    a, b = _grams_of(one), _grams_of(other)
    lengths = sqrt(sum(n * n for n in a.values()) * sum(n * n for n in b.values()))
    return sum(n * b[g] for g, n in a.items()) / lengths if lengths else 0.0


def _grams_of(text: str) -> Counter[str]:
    """Character n-grams inside the words that carry meaning."""
    found: Counter[str] = Counter()
    for word in normalise(text).split():
        if word not in STOP_WORDS:
            edged = f" {word} "
            found.update(edged[i : i + _GRAM] for i in range(max(1, len(edged) - _GRAM + 1)))
    return found


def _faq_of(key: str) -> str | None:
    kind, _, rest = key.partition(":")
    return rest if kind == "faq" else None

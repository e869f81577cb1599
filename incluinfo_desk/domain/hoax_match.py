"""Known hoaxes found again in what citizens write: in other words, with the same gist.

A telling is read as the set of things it speaks of: numbers, stems, and concepts that join
what people use for each other (``resources/hoaxes/concepts.json``). Each weighs as much as
it is rare in ordinary questions. A post is taken for a hoax when it speaks of most of what
one known telling of it speaks of. Deterministic, and it can say why: the words that agree.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from incluinfo_desk.domain.hoax import Hoax
from incluinfo_desk.domain.suggestion.normalise import STOP_WORDS, normalise, word_key

ENOUGH = 0.55
"""Share of a telling's weight from which a post tells the same."""
ENOUGH_ASKED = 0.5
"""The same for a post that sounds like hearsay: "es verdad", "dicen que", "pásalo"."""
LEAST = 3
"""Things in common below which any likeness is chance."""
LEAST_ASKED = 2
"""The same for hearsay, which then has to say nearly all of the telling."""
_NEARLY_ALL = 0.7
_CORE = 0.6
"""Share of what both the claim and the first telling of it speak of: the gist."""
_WINDOW = 45
"""Words read at a time: what a long post says at its two ends belongs to two matters."""
_LONG_ENOUGH = 5
"""Letters from which a mistyped word is brought to the one known word beside it."""


@dataclass(frozen=True, slots=True)
class Match:
    hoax_id: str
    share: float
    """How much of the known telling the post says, 0 to 1."""
    words: tuple[str, ...]
    """What agrees, as the citizen wrote it, in normal letters."""


class Lexicon:
    """What people say for the same thing. Made from ``concepts.json``."""

    def __init__(
        self,
        concepts: Mapping[str, Sequence[str]],
        stop: Iterable[str] = (),
        rumour: Iterable[str] = (),
    ) -> None:
        phrases: dict[str, str] = {}
        self._concept: dict[str, tuple[str, ...]] = {}
        self._rumour = re.compile(r"\b(?:" + "|".join(map(re.escape, map(normalise, rumour))) + ")")
        for name, ways in concepts.items():
            for way in ways:
                words = normalise(way)
                if " " in words:
                    phrases[words] = name
                else:
                    for key in {words, _key(words)}:
                        known = self._concept.get(key, ())
                        if f"={name}" not in known:
                            self._concept[key] = (*known, f"={name}")
        self._stop = STOP_WORDS | {word for each in stop for word in normalise(each).split()}
        longest = sorted(phrases, key=len, reverse=True)
        self._phrases = phrases
        self._phrase = re.compile(r"\b(?:" + "|".join(map(re.escape, longest)) + r")\b")

    @classmethod
    def from_json(cls, text: str) -> Lexicon:
        read = json.loads(text)
        return cls(read["concepts"], read["stop"], read["rumour"])

    def hearsay(self, text: str) -> bool:
        """Whether it sounds like something heard: asked after, or passed on."""
        return self._rumour.search(normalise(text)) is not None

    def things(self, text: str) -> list[tuple[str, str]]:
        """What the text speaks of, in order: (thing, word as written)."""
        found: list[tuple[str, str]] = []
        normal = normalise(text)
        at = 0
        for phrase in self._phrase.finditer(normal):
            found += self._plain(normal[at : phrase.start()])
            found.append((f"={self._phrases[phrase.group()]}", phrase.group()))
            at = phrase.end()
        return found + self._plain(normal[at:])

    def _plain(self, part: str) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        for word in _figures(part.split()):
            names = self._concept.get(word)
            if names is None:
                if word in self._stop or len(word) < 2:
                    continue
                names = self._concept.get(_key(word)) or (word_key(word),)
            found += [(name, word) for name in names]
        return found


def _key(word: str) -> str:
    """Stem by sound, with its beginning as written: "queremos" is not "cerramos"."""
    return word[:4] + word_key(word)


@dataclass(frozen=True, slots=True)
class Ordinary:
    """What questions that tell no hoax speak of: what is common in them weighs little."""

    often: Mapping[str, int]
    count: int

    @classmethod
    def from_json(cls, text: str) -> Ordinary:
        """As ``ordinary.json`` holds it: counted once, over the questions of the starter FAQ."""
        read = json.loads(text)
        return cls(read["often"], read["count"])

    @classmethod
    def of(cls, texts: Iterable[str], lexicon: Lexicon) -> Ordinary:
        """Count anew, a tenth of a millisecond a text; what occurs once is left out."""
        often: Counter[str] = Counter()
        count = 0
        for text in texts:
            often.update({thing for thing, _ in lexicon.things(text)})
            count += 1
        return cls({thing: n for thing, n in sorted(often.items()) if n > 1}, count)


@dataclass(frozen=True, slots=True)
class _Telling:
    hoax_id: str
    weights: dict[str, float]
    whole: float
    core: dict[str, float]
    """What its claim and its first telling both speak of; empty when there is one alone."""


class HoaxIndex:
    """The register, ready to be asked. Never changes once made: readers need no lock."""

    def __init__(self, hoaxes: Iterable[Hoax], lexicon: Lexicon, ordinary: Ordinary) -> None:
        """Compiles the register: milliseconds for forty hoaxes."""
        self._lexicon = lexicon
        often, count = ordinary.often, ordinary.count
        self._tellings: list[_Telling] = []
        self._with: dict[str, list[int]] = {}
        most = log(count + 2)
        for hoax in hoaxes:
            read = []
            for things in map(lexicon.things, (hoax.claim, *hoax.wordings)):
                meanings = Counter(word for _, word in set(things))
                weights = {
                    thing: log((count + 2) / (often.get(thing, 0) + 1)) / most / meanings[word]
                    for thing, word in things
                }
                if len(weights) >= LEAST_ASKED:
                    read.append(weights)
            core = _common(read[:2]) if len(read) > 1 else {}
            if len(core) >= LEAST_ASKED:
                read.append(core)
            for weights in read:
                self._tellings.append(_Telling(hoax.id, weights, sum(weights.values()), core))
                for thing in weights:
                    self._with.setdefault(thing, []).append(len(self._tellings) - 1)
        self._near = _neighbours(thing for thing in self._with if not thing.startswith("="))

    def __len__(self) -> int:
        return len(self._tellings)

    def match(self, text: str) -> Match | None:
        """The known hoax that ``text`` tells or asks about; None for everything else."""
        if not self._tellings:
            return None
        said = [(self._known(thing), word) for thing, word in self._lexicon.things(text)]
        asked = self._lexicon.hearsay(text)
        best: Match | None = None
        for start in range(0, max(1, len(said) - _WINDOW + 1), _WINDOW // 2):
            window: dict[str, str] = {}
            for thing, word in said[start : start + _WINDOW]:
                if thing in self._with:
                    window.setdefault(thing, word)
            if len(window) < LEAST_ASKED:
                continue
            for number in {n for thing in window for n in self._with[thing]}:
                match = _judged(self._tellings[number], window, asked=asked)
                if match is not None and (best is None or match.share > best.share):
                    best = match
        return best

    def _known(self, thing: str) -> str:
        if thing in self._with or len(thing) < _LONG_ENOUGH or thing[0] in "=0123456789":
            return thing
        if thing in self._near:
            return self._near[thing]
        for i in range(len(thing)):
            near = self._near.get(thing[:i] + thing[i + 1 :])
            if near is not None:
                return near
        return thing


def _judged(telling: _Telling, window: Mapping[str, str], *, asked: bool) -> Match | None:
    shared = [thing for thing in telling.weights if thing in window]
    share = sum(telling.weights[thing] for thing in shared) / telling.whole
    if share < (ENOUGH_ASKED if asked else ENOUGH) or len(shared) < LEAST_ASKED:
        return None
    if len(shared) < LEAST and not (asked and share >= _NEARLY_ALL):
        return None
    core = {t: w for t, w in telling.core.items() if t in telling.weights}
    if sum(w for t, w in core.items() if t in window) < _CORE * sum(core.values()):
        return None
    return Match(telling.hoax_id, share, tuple(window[thing] for thing in shared))


def _common(read: Sequence[dict[str, float]]) -> dict[str, float]:
    return {t: w for t, w in read[0].items() if all(t in other for other in read[1:])}


def _neighbours(things: Iterable[str]) -> dict[str, str]:
    near: dict[str, str] = {}
    for thing in sorted(things):
        if len(thing) >= _LONG_ENOUGH and not thing.isdigit():
            for i in range(len(thing)):
                near.setdefault(thing[:i] + thing[i + 1 :], thing)
    return near


# --- numbers -----------------------------------------------------------------------------

_UNITS = {
    "uno": 1, "un": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6,
    "siete": 7,
    "ocho": 8, "nueve": 9, "diez": 10, "once": 11, "doce": 12, "trece": 13, "catorce": 14,
    "quince": 15, "dieciseis": 16, "diecisiete": 17, "dieciocho": 18, "diecinueve": 19,
    "veinte": 20, "veintiuno": 21, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60,
    "setenta": 70, "ochenta": 80, "noventa": 90, "cien": 100, "ciento": 100, "doscientos": 200,
    "trescientos": 300, "cuatrocientos": 400, "quinientos": 500, "seiscientos": 600,
    "setecientos": 700, "ochocientos": 800, "novecientos": 900,
}  # fmt: skip


def _figures(words: Sequence[str]) -> list[str]:
    """``cuatro mil setecientos`` becomes ``4700``; a lone "un" or "una" stays a word."""
    out: list[str] = []
    i = 0
    while i < len(words):
        if words[i] not in _UNITS and words[i] != "mil":
            out.append(words[i])
            i += 1
            continue
        start, total, part = i, 0, 0
        while i < len(words):
            word = words[i]
            if word in _UNITS:
                part += _UNITS[word]
            elif word == "mil":
                total, part = total + (part or 1) * 1000, 0
            elif not (word == "y" and i + 1 < len(words) and words[i + 1] in _UNITS and i > start):
                break
            i += 1
        lone = i - start == 1 and words[start] in ("un", "una", "uno")
        out.append(words[start] if lone else str(total + part))
    return out

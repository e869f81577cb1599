"""Hints for answers that everybody understands (INC-02, INC-44). Never a rewriting.

Sources: the readability of Spanish is Szigriszt-Pazos' perspicuity with the INFLESZ scale
(Barrio-Cantalejo, 2008: from 55 on a text is "normal" for the general public); sentences of
at most 25 words from the plain-language guidance in reliability-security §4.5.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

LONGEST_SENTENCE = 25
"""Words."""
NORMAL = 55.0
"""INFLESZ: below it a text is "somewhat difficult"."""
_LEAST_WORDS = 12
"""A score of fewer words says nothing."""


class Address(StrEnum):
    """How the channel speaks to people; a setting of the desk."""

    USTED = "usted"
    TU = "tu"


class HintKind(StrEnum):
    LONG_SENTENCE = "long_sentence"
    JARGON = "jargon"
    ACRONYM = "acronym"
    ADDRESS = "address"
    HARD = "hard"
    CAPITALS = "capitals"


@dataclass(frozen=True, slots=True)
class Hint:
    kind: HintKind
    start: int
    """Where it stands in the text, in characters; the whole text for ``HARD``."""
    end: int
    found: str
    """The words that are meant; for ``HARD`` the score, for ``LONG_SENTENCE`` the count."""
    instead: str = ""
    """What could stand there: the plain word, or what the acronym means."""


class PlainLanguage:
    """What counts as jargon and which acronyms people know: content, not code."""

    def __init__(
        self, jargon: Mapping[str, str], acronyms: Mapping[str, str], known: Iterable[str]
    ) -> None:
        """``jargon`` maps words of the Administration to what to say instead, ``acronyms``
        acronyms to what they mean; those of ``known`` need no words."""
        self._instead = {_folded(word): plain for word, plain in jargon.items()}
        longest_first = sorted(self._instead, key=len, reverse=True)
        some = "|".join(map(re.escape, longest_first)) or r"(?!)"
        self._jargon_words = re.compile(rf"(?<!\w)(?:{some})(?!\w)")
        self._acronyms = dict(acronyms)
        self._known = frozenset(known)

    @classmethod
    def from_json(cls, text: str) -> PlainLanguage:
        """The content of ``resources/faq/plain_language.json``. Raises ValueError, KeyError."""
        raw = json.loads(text)
        return cls(raw["jargon"], raw["acronyms"], raw["known"])

    def hints(self, text: str, address: Address = Address.USTED) -> tuple[Hint, ...]:
        """What could be said more plainly, in the order of the text. About 0.2 ms a reply."""
        plain = _without_links(text)
        found = [
            *_long_sentences(plain),
            *self._jargon(plain),
            *self._unexplained(plain),
            *_addresses(plain, address),
            *_capitals(plain, self._acronyms.keys() | self._known),
        ]
        score = readability(plain)
        if score is not None and score < NORMAL:
            found.append(Hint(HintKind.HARD, 0, len(text), f"{score:.0f}"))
        return tuple(sorted(found, key=lambda hint: (hint.start, hint.end)))

    def _jargon(self, text: str) -> Iterable[Hint]:
        folded = _folded(text)
        if len(folded) != len(text):
            return  # a text whose folding moves letters: no place could be told
        for each in self._jargon_words.finditer(folded):
            plain = self._instead[each.group()]
            yield Hint(HintKind.JARGON, *each.span(), text[each.start() : each.end()], plain)

    def _unexplained(self, text: str) -> Iterable[Hint]:
        seen: set[str] = set()
        for each in re.finditer(r"(?<![\w@#])[A-ZÑ]{2,6}(?![\w])", text):
            name = each.group()
            if name in seen or name in self._known or name not in self._acronyms:
                continue
            seen.add(name)
            words = self._acronyms[name]
            if _folded(words) not in _folded(text):
                yield Hint(HintKind.ACRONYM, *each.span(), name, words)


def readability(text: str) -> float | None:
    """Szigriszt-Pazos' score: 0 very difficult, 100 very easy; None for a few words only."""
    words = re.findall(r"[^\W\d_]+", text)
    if len(words) < _LEAST_WORDS:
        return None
    said = (sentence for sentence, _, _ in _sentences(text))
    sentences = max(1, sum(bool(re.search(r"[^\W\d_]", each)) for each in said))
    syllables = sum(map(_syllables, words))
    return 206.835 - 62.3 * syllables / len(words) - len(words) / sentences


# --- inside ------------------------------------------------------------------------------------

_LINK = re.compile(r"https?://\S+|\{[^{}]*\}")
_STOP = re.compile(r"[.!?…:;]+(?:\s+|$)|\n+")
_ABBREVIATIONS = frozenset({"art", "arts", "núm", "núms", "pág", "sr", "sra", "d", "dña"})
_STRONG = "aeoáéíóú"
_VOWELS = frozenset("aeiouáéíóúü")


def _without_links(text: str) -> str:
    """Same length, so that places stay; addresses and slots are nobody's words."""
    return _LINK.sub(lambda found: " " * len(found.group()), text)


def _folded(text: str) -> str:
    """Lower case without accents, letter by letter; ñ stays."""
    whole = unicodedata.normalize("NFC", text).lower()
    return "".join(c if c == "ñ" else unicodedata.normalize("NFD", c)[0] for c in whole)


def _sentences(text: str) -> Iterable[tuple[str, int, int]]:
    at = 0
    for stop in _STOP.finditer(text):
        if _is_abbreviation(text, stop.start()):
            continue
        yield text[at : stop.start()], at, stop.start()
        at = stop.end()
    if text[at:].strip():
        yield text[at:], at, len(text)


def _is_abbreviation(text: str, dot: int) -> bool:
    """Whether the dot belongs to what stands before it ("art. 28", "núm. 3", "1. Entre")."""
    before = re.search(r"(\w+)$", text[:dot])
    if text[dot] != "." or before is None or not text[dot + 1 :].strip():
        return False
    return before.group().lower() in _ABBREVIATIONS


def _long_sentences(text: str) -> Iterable[Hint]:
    for sentence, start, end in _sentences(text):
        count = len(re.findall(r"\w+", sentence))
        if count > LONGEST_SENTENCE:
            yield Hint(HintKind.LONG_SENTENCE, start, end, str(count))


_OF_TU = re.compile(
    r"(?<!\w)(?:tú|ti|contigo|tu|tus|tuyo|tuya|te|puedes|tienes|debes|quieres|necesitas|estás|"
    r"eres|has|haz|envíanos|escríbenos|llámanos|mira|recuerda|consúltalo|pídelo)(?!\w)",
    re.IGNORECASE,
)
_OF_USTED = re.compile(
    r"(?<!\w)(?:usted|ustedes|su solicitud|sus datos|solicite|llame|pida|consulte|envíe|acuda|"
    r"compruebe|escríbanos|llámenos|pídalo|consúltelo)(?!\w)",
    re.IGNORECASE,
)


def _addresses(text: str, address: Address) -> Iterable[Hint]:
    """Words of the other way of speaking to people than the channel's."""
    other = _OF_TU if address is Address.USTED else _OF_USTED
    for each in other.finditer(text):
        yield Hint(HintKind.ADDRESS, *each.span(), each.group())


def _capitals(text: str, acronyms: Iterable[str]) -> Iterable[Hint]:
    """Words that shout: two or more in a row in capitals, or one of seven letters."""
    known = frozenset(acronyms)
    for each in re.finditer(r"(?<!\w)[A-ZÁÉÍÓÚÑÜ]{4,}(?:\s+[A-ZÁÉÍÓÚÑÜ]{2,})*(?!\w)", text):
        words = each.group().split()
        shouted = len(words) > 1 or len(words[0]) > 6
        if shouted and not set(words) <= known:
            yield Hint(HintKind.CAPITALS, *each.span(), each.group())


def _syllables(word: str) -> int:
    """Vowel groups; two strong vowels, or an accented weak one, are two syllables."""
    word = re.sub(r"([gq])u(?=[eéií])", r"\1", word.lower())
    word = re.sub(r"y$", "i", word)
    count, before = 0, " "
    for letter in word:
        hiatus = before in _STRONG and letter in _STRONG
        if letter in _VOWELS and (before not in _VOWELS or hiatus):
            count += 1
        before = letter
    return max(1, count)

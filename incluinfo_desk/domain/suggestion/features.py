"""Texts as numbers: hashed character n-grams, and word and concept tokens."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from incluinfo_desk.domain.suggestion.glossary import Glossary
from incluinfo_desk.domain.suggestion.normalise import STOP_WORDS, normalise, word_key

Ids = npt.NDArray[np.int32]
Codes = npt.NDArray[np.uint8]

GRAM_BITS = 18
GRAM_BUCKETS = 1 << GRAM_BITS
NO_GRAM = GRAM_BUCKETS
"""Stands in the place of a bucket where no n-gram begins."""
GRAM_SIZES = (3, 5)
"""Crossing word borders. As good as 2 to 5 at half the size."""
WORD_BUCKETS = 1 << 17
BUCKETS = {"grams": GRAM_BUCKETS, "words": WORD_BUCKETS, "concepts": WORD_BUCKETS,
           "pairs": WORD_BUCKETS}  # fmt: skip
VARIANT_GRAM_SIZES = (3, 4)
"""N-grams by which single variants are compared; half as many, no worse."""

_MULTIPLIERS = np.array(
    [0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35, 0x27D4EB2F, 0x165667B1], dtype=np.uint32
)


@lru_cache(maxsize=50_000)
def token_id(token: str) -> int:
    """Bucket of a word key or a concept; the same in every process."""
    return zlib.crc32(token.encode()) & (WORD_BUCKETS - 1)


def concept_id(number: int) -> int:
    return token_id(f"§{number}")


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one text that carry meaning, in order."""

    surface: tuple[str, ...]
    """Normalised words, stop words left out."""
    keys: tuple[str, ...]
    """The stem of each, spelled by sound."""
    concepts: tuple[tuple[int, str], ...]
    """(concept number, the words that name it)."""
    every: tuple[str, ...]
    """The stem of each word, stop words too ("no llega" is not "llega")."""
    spelled: str
    """The whole text, words that sound like one of the index spelled as that one."""

    def word_ids(self) -> Ids:
        return _ids([token_id(k) for k in self.keys])

    def pairs(self) -> list[int]:
        """Tokens of neighbouring words, two by two."""
        return [token_id(f"{a} {b}") for a, b in zip(self.every, self.every[1:], strict=False)]

    def pair_ids(self) -> Ids:
        return _ids(self.pairs())

    def concept_ids(self) -> Ids:
        return _ids([concept_id(c) for c, _ in self.concepts])


def words_of(normal: str, glossary: Glossary | None, repair: Repair | None = None) -> Words:
    """Split a normalised text; ``repair`` mends words unknown to the index."""
    words = normal.split()
    if repair is not None:
        words = repair.words(words)
    keys = [word_key(w) for w in words]
    if repair is not None:
        keys = [repair.key(w, k) for w, k in zip(words, keys, strict=True)]
    spelled = words
    if repair is not None:
        spelled = [repair.spelled(w, word_key(w)) for w in words]
    concepts: dict[int, str] = {}
    if glossary is not None:
        for number, first, last in glossary.concepts(words, keys):
            concepts.setdefault(number, " ".join(words[first:last]))
    kept = [(w, k) for w, k in zip(words, keys, strict=True) if w not in STOP_WORDS and k]
    return Words(
        tuple(w for w, _ in kept),
        tuple(k for _, k in kept),
        tuple(concepts.items()),
        tuple(keys),
        " ".join(spelled),
    )


class Vocabulary:
    """Words of the index, gathered while entries are read."""

    def __init__(self, keys: Iterable[str] = ()) -> None:
        self.surfaces: set[str] = set()
        self.keys: set[str] = set(keys)

    def add(self, words: Words) -> None:
        if len(self.keys) <= Repair.MOST:
            self.surfaces.update(words.surface)
            self.keys.update(words.keys)


def _near(keys: frozenset[str]) -> dict[str, str]:
    """Every known key, whole and with one letter left out."""
    near: dict[str, str] = {}
    if len(keys) <= Repair.MOST:
        for key in sorted(keys):
            if len(key) >= Repair.LONG_ENOUGH and not key.isdigit():
                near.setdefault(key, key)
                for i in range(len(key)):
                    near.setdefault(key[:i] + key[i + 1 :], key)
    return near


def _spellings(surfaces: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """Words of the index by their key."""
    found: dict[str, list[str]] = {}
    if len(surfaces) <= Repair.MOST:
        for word in surfaces:
            found.setdefault(word_key(word), []).append(word)
    return {key: tuple(sorted(words)) for key, words in found.items()}


def _alike(one: str, other: str) -> float:
    """How many letters two words begin and end with alike, less what they differ in length."""
    both = min(len(one), len(other))
    head = next((i for i in range(both) if one[i] != other[i]), both)
    tail = next((i for i in range(both) if one[-1 - i] != other[-1 - i]), both)
    return head + tail - abs(len(one) - len(other))


class Repair:
    """Brings a mistyped word to the one word of the FAQ that is a letter away."""

    LONG_ENOUGH = 5
    """Shorter words have too many neighbours."""
    MOST = 8_000
    """Vocabulary beyond which it stays off: n-grams cover the rest."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        near: dict[str, str] | None = None,
        spellings: dict[str, tuple[str, ...]] | None = None,
    ) -> None:
        self._surfaces = frozenset(vocabulary.surfaces)
        self._keys = frozenset(vocabulary.keys)
        self._near = _near(self._keys) if near is None else near
        self._spellings = _spellings(self._surfaces) if spellings is None else spellings

    def known(self) -> tuple[frozenset[str], frozenset[str]]:
        """The words of the index as written, and their keys."""
        return self._surfaces, self._keys

    def knowing(self, more: Vocabulary) -> Repair:
        """The same, which leaves the words of ``more`` alone."""
        wider = Vocabulary()
        wider.surfaces = set(self._surfaces | more.surfaces)
        wider.keys = set(self._keys | more.keys)
        return Repair(wider, self._near, self._spellings)

    def words(self, words: Sequence[str]) -> list[str]:
        """Open joined words ("porfavorcita", "vidalaboral") when both halves are known."""
        opened: list[str] = []
        for word in words:
            opened += self._opened(word)
        return opened

    def _opened(self, word: str) -> tuple[str, ...]:
        if len(word) >= 7 and word not in self._surfaces:
            for i in range(len(word) - 3, 2, -1):
                if word[:i] in self._surfaces and word[i:] in self._surfaces:
                    return word[:i], word[i:]
        return (word,)

    def spelled(self, word: str, key: str) -> str:
        """``word`` as the index writes it ("bida" → "vida"), when it has a word of that sound."""
        if len(word) < 4 or word in self._surfaces or word in STOP_WORDS or word.isdigit():
            return word
        known = self._spellings.get(key)
        if not known:
            return word
        return max(known, key=lambda w: (_alike(w, word), w))

    def key(self, word: str, key: str) -> str:
        """``key`` itself when known, else the known key one edit away, else itself."""
        if key in self._keys or len(key) < self.LONG_ENOUGH or key.isdigit():
            return key
        if word in STOP_WORDS:
            return key
        near = self._near
        if key in near:
            return near[key]
        for i in range(len(key)):
            found = near.get(key[:i] + key[i + 1 :])
            if found is not None and abs(len(found) - len(key)) <= 1:
                return found
        return key


def codes_of(normal: str) -> Codes:
    """A normalised text as bytes, with a space at both ends."""
    return np.frombuffer(f" {normal} ".encode("latin-1", "replace"), dtype=np.uint8)


def rolling(codes: Codes, ends: Ids, sizes: tuple[int, ...]) -> list[Ids]:
    """For each size, the bucket of the n-gram that begins at each place of texts end to end.

    ``ends`` holds where each text ends; NO_GRAM stands where one would run out of its text.
    """
    wide = codes.astype(np.uint32)
    found: list[Ids] = []
    mixed = np.full(len(wide), 0x51ED270B, dtype=np.uint32)
    for place in range(max(sizes)):
        mixed = (mixed[: max(len(wide) - place, 0)] ^ wide[place:]) * _MULTIPLIERS[place]
        mixed ^= mixed >> np.uint32(15)
        if place + 1 not in sizes:
            continue
        buckets = np.full(len(wide), NO_GRAM, dtype=np.int32)
        buckets[: len(mixed)] = mixed & np.uint32(GRAM_BUCKETS - 1)
        for back in range(1, place + 1):
            # In a text shorter than this it hits the one before, where none begins either.
            buckets[np.maximum(ends - back, 0)] = NO_GRAM
        found.append(buckets)
    return found


def gram_buckets(codes: Codes, ends: Ids, sizes: tuple[int, ...] = GRAM_SIZES) -> tuple[Ids, Ids]:
    """Every n-gram of texts that lie end to end: (number of its text, its bucket)."""
    text = np.repeat(np.arange(len(ends), dtype=np.int32), np.diff(ends, prepend=0))
    owners = []
    buckets = []
    for own in rolling(codes, ends, sizes):
        inside = own != NO_GRAM
        owners.append(text[inside])
        buckets.append(own[inside])
    if not owners:
        return np.empty(0, np.int32), np.empty(0, np.int32)
    return np.concatenate(owners), np.concatenate(buckets)


def distinct(ids: Ids) -> Ids:
    """In order, each once. Sorts ``ids`` in place."""
    ids.sort()
    kept: Ids = ids[np.concatenate([[True], ids[1:] != ids[:-1]])] if len(ids) else ids
    return kept


def post_grams(codes: Codes, sizes: tuple[int, ...] = GRAM_SIZES) -> Ids:
    """Distinct n-grams of one text, in order of their bucket."""
    return distinct(gram_buckets(codes, np.array([len(codes)], dtype=np.int32), sizes)[1])


def word_grams(words: Sequence[str]) -> Ids:
    """Distinct n-grams of words, none of them crossing a border."""
    if not words:
        return np.empty(0, np.int32)
    codes = [codes_of(word) for word in words]
    ends = np.cumsum([len(c) for c in codes], dtype=np.int32)
    return distinct(gram_buckets(np.concatenate(codes), ends)[1])


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """One entry as the index holds it; nothing here depends on other entries."""

    id: str
    topic: str | None
    """None for what is not ours."""
    codes: Codes
    """Question, variants, and last the keywords, if any, end to end."""
    ends: Ids
    """Where each text ends in ``codes``."""
    variants: int
    """How many of the texts a citizen might say (all but the keywords)."""
    words: Ids
    concepts: Ids
    concept_owner: Ids
    """Number of the text that names each concept."""
    pairs: Ids
    """Neighbouring words."""
    mark: bytes = b""
    """Digest of the texts it was read from; equal marks, equal documents."""


def mark_of(doc_id: str, topic: str | None, texts: Sequence[str], keywords: Sequence[str]) -> bytes:
    """What :func:`document` reads, in sixteen bytes."""
    told = "\x1f".join((doc_id, topic or "\x1e", *texts, "\x1d", *keywords))
    return hashlib.blake2b(told.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def document(
    doc_id: str,
    topic: str | None,
    texts: Sequence[str],
    keywords: Sequence[str],
    glossary: Glossary | None,
    vocabulary: Vocabulary,
) -> Document:
    """Read one entry; the first text is its question. Its words join ``vocabulary``."""
    normals = [normalise(t) for t in texts]
    variants = len(normals)
    if keywords:
        normals.append(normalise(" . ".join(keywords)))
    words = [words_of(n, glossary) for n in normals]
    for found in words:
        vocabulary.add(found)
    codes = [codes_of(n) for n in normals]
    return Document(
        id=doc_id,
        topic=topic,
        codes=np.concatenate(codes),
        ends=np.cumsum([len(c) for c in codes], dtype=np.int32),
        variants=variants,
        words=_ids([token_id(k) for w in words for k in w.keys]),
        concepts=_ids([concept_id(c) for w in words for c, _ in w.concepts]),
        concept_owner=_ids([i for i, w in enumerate(words) for _ in w.concepts]),
        pairs=_ids([p for w in words[:variants] for p in w.pairs()]),
        mark=mark_of(doc_id, topic, texts, keywords),
    )


def _ids(numbers: Sequence[int]) -> Ids:
    return np.array(numbers, dtype=np.int32)

"""BM25 over whole entries: a compact inverted base plus a small overlay of edits.

A :class:`Snapshot` never changes once made. An edit makes a new one that shares the base
arrays, so readers on other threads keep a consistent view without locks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from incluinfo_desk.domain.suggestion.features import (
    BUCKETS,
    Codes,
    Document,
    Ids,
    Repair,
    Vocabulary,
    distinct,
    gram_buckets,
)

Floats = npt.NDArray[np.float32]

K1 = 1.2
B = 0.75
_STEPS = 255
"""Saturated term frequencies are kept in one byte each."""


FIELDS = ("grams", "words", "concepts", "pairs")
_CHUNK = 500
"""Entries inverted at a time, so that the peak stays near the size of the result."""

Tokens = Callable[[Sequence[Document]], tuple[Ids, Ids]]
"""Tokens of some entries: (number of the entry among them, token), repeats included."""


def _grams(documents: Sequence[Document]) -> tuple[Ids, Ids]:
    codes = np.concatenate([d.codes for d in documents])
    shifts = np.cumsum([0, *(len(d.codes) for d in documents[:-1])], dtype=np.int32)
    ends = np.concatenate([d.ends + s for d, s in zip(documents, shifts, strict=True)])
    texts, buckets = gram_buckets(codes, ends)
    return _owners([d.ends for d in documents])[texts], buckets


def _owners(arrays: Sequence[Ids]) -> Ids:
    return np.repeat(np.arange(len(arrays), dtype=np.int32), [len(a) for a in arrays])


def _plain(name: str) -> Tokens:
    def tokens(documents: Sequence[Document]) -> tuple[Ids, Ids]:
        arrays = [getattr(d, name) for d in documents]
        return _owners(arrays), np.concatenate(arrays)

    return tokens


TOKENS: dict[str, Tokens] = {"grams": _grams, **{n: _plain(n) for n in FIELDS[1:]}}


def counted(name: str, doc: Document) -> tuple[Ids, Ids]:
    """Distinct tokens of one entry and how often each occurs."""
    ids, counts = np.unique(TOKENS[name]([doc])[1], return_counts=True)
    return ids, counts.astype(np.int32)


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """Postings of one kind of token."""

    starts: Ids
    docs: npt.NDArray[np.uint16] | npt.NDArray[np.int32]
    saturation: npt.NDArray[np.uint8]
    frequency: Ids
    """Entries that hold each token, edits included."""
    average: float

    def saturated(self, counts: Ids, length: npt.NDArray[np.int64]) -> npt.NDArray[np.uint8]:
        """BM25's term-frequency part, in 0..255; ``length`` counts the entry's tokens."""
        tf = counts / (counts + K1 * (1 - B + B * length / self.average))
        quantised: npt.NDArray[np.uint8] = np.clip(np.rint(tf * _STEPS), 1, _STEPS).astype(np.uint8)
        return quantised

    def idf(self, ids: Ids, documents: int) -> Floats:
        df = self.frequency[ids]
        return np.log1p((documents - df + 0.5) / (df + 0.5)).astype(np.float32)

    def score(self, ids: Ids, idf: Floats, base: int) -> Floats:
        """BM25 of every entry of the base (without the constant k1 + 1)."""
        begins = self.starts[ids]
        lengths = self.starts[ids + 1] - begins
        total = int(lengths.sum())
        if total == 0:
            return np.zeros(base, dtype=np.float32)
        ends = np.cumsum(lengths)
        places = np.arange(total) + np.repeat(begins - (ends - lengths), lengths)
        weights = self.saturation[places] * np.repeat(idf * np.float32(1 / _STEPS), lengths)
        return np.bincount(self.docs[places], weights, minlength=base).astype(np.float32)


def build_field(documents: Sequence[Document], name: str) -> Field:
    """Invert one kind of token.

    Twice over the entries, once to count and once to place, rather than holding it all.
    """
    buckets = BUCKETS[name]
    n = len(documents)
    frequency = np.zeros(buckets, dtype=np.int32)
    lengths = np.zeros(n, dtype=np.int64)
    for first in range(0, n, _CHUNK):
        owners, keys = _keys(documents[first : first + _CHUNK], name)
        lengths[first : first + _CHUNK] = np.bincount(
            owners, minlength=len(documents[first : first + _CHUNK])
        )
        frequency += np.bincount(distinct(keys) // _CHUNK, minlength=buckets).astype(np.int32)
    average = float(lengths.mean()) if n and lengths.sum() else 1.0
    starts = np.zeros(buckets + 1, dtype=np.int32)
    np.cumsum(frequency, out=starts[1:])
    total = int(starts[-1])
    docs: npt.NDArray[np.uint16] | npt.NDArray[np.int32] = (
        np.empty(total, np.uint16) if n <= 65_536 else np.empty(total, np.int32)
    )
    field = Field(starts, docs, np.empty(total, np.uint8), frequency, average)
    free = starts[:-1].copy()
    for first in range(0, n, _CHUNK):
        keys, counts = np.unique(
            _keys(documents[first : first + _CHUNK], name)[1], return_counts=True
        )
        ids = keys // _CHUNK
        own = keys % _CHUNK + first
        begins = np.flatnonzero(np.diff(ids, prepend=-1))
        sizes = np.diff(begins, append=len(ids))
        places = free[ids] + np.arange(len(ids)) - np.repeat(begins, sizes)
        docs[places] = own
        field.saturation[places] = field.saturated(counts.astype(np.int32), lengths[own])
        free[ids[begins]] += sizes.astype(np.int32)
    return field


def _keys(documents: Sequence[Document], name: str) -> tuple[Ids, Ids]:
    """Number of the entry of each token, and token and entry in one number.

    Sorted, these stand by token, then by entry: the order of the postings.
    """
    owners, ids = TOKENS[name](documents)
    return owners, ids * np.int32(_CHUNK) + owners


@dataclass(frozen=True, slots=True, eq=False)
class Shelf:
    """The entries of the base end to end: ten thousand objects less to hold and to load."""

    ids: tuple[str, ...]
    topics: tuple[str | None, ...]
    marks: tuple[bytes, ...]
    """What tells whether an entry is still the same; see ``Document.mark``."""
    variants: Ids
    borders: npt.NDArray[np.int64]
    """Where each entry begins in each of the arrays of PARTS, and where the last one ends."""
    codes: Codes
    ends: Ids
    words: Ids
    concepts: Ids
    concept_owner: Ids
    pairs: Ids

    PARTS = ("codes", "ends", "words", "concepts", "concept_owner", "pairs")

    @classmethod
    def of(cls, documents: Sequence[Document]) -> Shelf:
        arrays: dict[str, Any] = {
            name: np.concatenate([getattr(d, name) for d in documents])
            if documents
            else np.empty(0, np.uint8 if name == "codes" else np.int32)
            for name in cls.PARTS
        }
        borders = np.zeros((len(documents) + 1, len(cls.PARTS)), dtype=np.int64)
        sizes = [[len(getattr(d, name)) for name in cls.PARTS] for d in documents]
        if documents:
            np.cumsum(np.array(sizes), axis=0, out=borders[1:])
        return cls(
            ids=tuple(d.id for d in documents),
            topics=tuple(d.topic for d in documents),
            marks=tuple(d.mark for d in documents),
            variants=np.array([d.variants for d in documents], dtype=np.int32),
            borders=borders,
            codes=arrays["codes"],
            ends=arrays["ends"],
            words=arrays["words"],
            concepts=arrays["concepts"],
            concept_owner=arrays["concept_owner"],
            pairs=arrays["pairs"],
        )

    def __len__(self) -> int:
        return len(self.ids)

    def __getitem__(self, number: int) -> Document:
        if not 0 <= number < len(self.ids):
            raise IndexError(number)
        begin, end = self.borders[number].tolist(), self.borders[number + 1].tolist()
        return Document(
            id=self.ids[number],
            topic=self.topics[number],
            codes=self.codes[begin[0] : end[0]],
            ends=self.ends[begin[1] : end[1]],
            variants=int(self.variants[number]),
            words=self.words[begin[2] : end[2]],
            concepts=self.concepts[begin[3] : end[3]],
            concept_owner=self.concept_owner[begin[4] : end[4]],
            pairs=self.pairs[begin[5] : end[5]],
            mark=self.marks[number],
        )


@dataclass(frozen=True, slots=True, eq=False)
class Fresh:
    """An entry changed since the base was built, scored directly."""

    doc: Document
    grams: tuple[Ids, npt.NDArray[np.uint8]]
    words: tuple[Ids, npt.NDArray[np.uint8]]
    concepts: tuple[Ids, npt.NDArray[np.uint8]]
    pairs: tuple[Ids, npt.NDArray[np.uint8]]


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """Everything a reader needs, consistent and immutable."""

    documents: Shelf
    """The base."""
    places: dict[str, int]
    """Where each id stands in the base."""
    gone: frozenset[int]
    """Base entries replaced or removed."""
    fresh: tuple[Fresh, ...]
    grams: Field
    words: Field
    concepts: Field
    pairs: Field
    repair: Repair

    @property
    def size(self) -> int:
        return len(self.documents) - len(self.gone) + len(self.fresh)

    def document(self, number: int) -> Document:
        """Entry by its number: the base first, then the fresh ones."""
        base = len(self.documents)
        return self.documents[number] if number < base else self.fresh[number - base].doc

    def number_of(self, doc_id: str) -> int | None:
        """What :meth:`document` takes."""
        for number, fresh in enumerate(self.fresh, len(self.documents)):
            if fresh.doc.id == doc_id:
                return number
        place = self.places.get(doc_id)
        return None if place is None or place in self.gone else place

    def scores(self, name: str, ids: Ids, idf: Floats) -> Floats:
        """BM25 for base and fresh entries; replaced ones score -1."""
        base = len(self.documents)
        field: Field = getattr(self, name)
        scored = field.score(ids, idf, base)
        if self.gone:
            scored[list(self.gone)] = -1.0
        if not self.fresh:
            return scored
        extra = np.zeros(len(self.fresh), dtype=np.float32)
        for i, fresh in enumerate(self.fresh):
            held, saturation = getattr(fresh, name)
            if len(held) and len(ids):
                at = np.minimum(np.searchsorted(held, ids), len(held) - 1)
                hit = held[at] == ids
                extra[i] = float((saturation[at[hit]] * idf[hit]).sum()) / _STEPS
        return np.concatenate([scored, extra])

    def with_document(self, doc: Document, vocabulary: Vocabulary) -> Snapshot:
        """The same index with one entry added or replaced."""
        gone, fresh, removed = self._taken_out(doc.id)
        fields = {}
        tokens = {}
        for name in FIELDS:
            field: Field = getattr(self, name)
            ids, counts = counted(name, doc)
            fields[name] = _changed(field, name, ids, removed)
            tokens[name] = (ids, field.saturated(counts, np.array(counts.sum(), np.int64)))
        fresh = (*fresh, Fresh(doc, *(tokens[name] for name in FIELDS)))
        return self._changed(gone, fresh, fields, self.repair.knowing(vocabulary))

    def without(self, doc_id: str) -> Snapshot:
        """The same index with one entry taken out; unknown ids change nothing."""
        gone, fresh, removed = self._taken_out(doc_id)
        if removed is None:
            return self
        nothing = np.empty(0, np.int32)
        fields = {n: _changed(getattr(self, n), n, nothing, removed) for n in FIELDS}
        return self._changed(gone, fresh, fields, self.repair)

    def _taken_out(self, doc_id: str) -> tuple[frozenset[int], tuple[Fresh, ...], Document | None]:
        """What is gone and what is fresh without this entry, and the entry."""
        for each in self.fresh:
            if each.doc.id == doc_id:
                return self.gone, tuple(f for f in self.fresh if f is not each), each.doc
        place = self.places.get(doc_id)
        if place is None or place in self.gone:
            return self.gone, self.fresh, None
        return self.gone | {place}, self.fresh, self.documents[place]

    def _changed(
        self,
        gone: frozenset[int],
        fresh: tuple[Fresh, ...],
        fields: dict[str, Field],
        repair: Repair,
    ) -> Snapshot:
        """A copy that shares the base."""
        return Snapshot(
            documents=self.documents,
            places=self.places,
            gone=gone,
            fresh=fresh,
            repair=repair,
            **fields,
        )

    def live(self) -> list[Document]:
        """Every entry, edits in the place of what they replaced, new ones last."""
        fresh = {f.doc.id: f.doc for f in self.fresh}
        kept: list[Document] = []
        for number, doc_id in enumerate(self.documents.ids):
            if number not in self.gone:
                kept.append(self.documents[number])
            elif doc_id in fresh:
                kept.append(fresh.pop(doc_id))
        return kept + list(fresh.values())


def _changed(field: Field, name: str, added: Ids, removed: Document | None) -> Field:
    frequency = field.frequency.copy()
    frequency[added] += 1
    if removed is not None:
        frequency[counted(name, removed)[0]] -= 1
    return Field(field.starts, field.docs, field.saturation, frequency, field.average)


def build(documents: Sequence[Document], repair: Repair) -> Snapshot:
    """Invert all entries."""
    return Snapshot(
        documents=Shelf.of(documents),
        places={doc.id: number for number, doc in enumerate(documents)},
        gone=frozenset(),
        fresh=(),
        grams=build_field(documents, "grams"),
        words=build_field(documents, "words"),
        concepts=build_field(documents, "concepts"),
        pairs=build_field(documents, "pairs"),
        repair=repair,
    )

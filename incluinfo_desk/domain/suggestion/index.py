"""BM25 over whole entries: a compact inverted base plus a small overlay of edits.

A :class:`Snapshot` never changes once made. An edit makes a new one that shares the base
arrays, so readers on other threads keep a consistent view without locks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from incluinfo_desk.domain.suggestion.features import (
    GRAM_BUCKETS,
    WORD_BUCKETS,
    Document,
    Ids,
    Repair,
    Vocabulary,
    gram_buckets,
)

Floats = npt.NDArray[np.float32]

K1 = 1.2
B = 0.75
_STEPS = 255
"""Saturated term frequencies are kept in one byte each."""


def gram_counts(doc: Document) -> tuple[Ids, Ids]:
    """Distinct n-grams of a whole entry and how often each occurs."""
    if not doc.texts:
        return np.empty(0, np.int32), np.empty(0, np.int32)
    ids, counts = np.unique(
        np.concatenate([gram_buckets(t) for t in doc.texts]), return_counts=True
    )
    return ids, counts.astype(np.int32)


def word_counts(doc: Document) -> tuple[Ids, Ids]:
    ids, counts = np.unique(np.concatenate([*doc.words, _NONE]), return_counts=True)
    return ids, counts.astype(np.int32)


def concept_counts(doc: Document) -> tuple[Ids, Ids]:
    ids, counts = np.unique(np.concatenate([*doc.concepts, _NONE]), return_counts=True)
    return ids, counts.astype(np.int32)


def pair_counts(doc: Document) -> tuple[Ids, Ids]:
    ids, counts = np.unique(doc.pairs, return_counts=True)
    return ids, counts.astype(np.int32)


_NONE = np.empty(0, dtype=np.int32)
FIELDS = ("grams", "words", "concepts", "pairs")

Counter = Callable[[Document], tuple[Ids, Ids]]


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """Postings of one kind of token."""

    count: Counter
    starts: npt.NDArray[np.int64]
    docs: npt.NDArray[np.uint16] | npt.NDArray[np.int32]
    saturation: npt.NDArray[np.uint8]
    frequency: Ids
    """Entries that hold each token, edits included."""
    average: float

    def saturated(self, counts: Ids) -> npt.NDArray[np.uint8]:
        """BM25's term-frequency part of one entry, in 0..255."""
        length = float(counts.sum()) / self.average
        tf = counts / (counts + K1 * (1 - B + B * length))
        return np.clip(np.rint(tf * _STEPS), 1, _STEPS).astype(np.uint8)

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
        weights = self.saturation[places] * np.repeat(idf, lengths)
        return (np.bincount(self.docs[places], weights, minlength=base) / _STEPS).astype(np.float32)


def build_field(documents: Sequence[Document], buckets: int, count: Counter) -> Field:
    """Invert; works in blocks so that the peak stays near the size of the result."""
    n = len(documents)
    frequency = np.zeros(buckets, dtype=np.int32)
    lengths = np.zeros(n, dtype=np.int64)
    pairs: list[tuple[Ids, Ids]] = []
    for number, doc in enumerate(documents):
        ids, counts = count(doc)
        frequency[ids] += 1
        lengths[number] = counts.sum()
        pairs.append((ids, np.minimum(counts, 65_535).astype(np.uint16)))
    average = float(lengths.mean()) if n and lengths.sum() else 1.0
    starts = np.zeros(buckets + 1, dtype=np.int64)
    np.cumsum(frequency, out=starts[1:])
    total = int(starts[-1])
    docs = np.empty(total, dtype=np.uint16 if n <= 65_536 else np.int32)
    saturation = np.empty(total, dtype=np.uint8)
    free = starts[:-1].copy()
    field = Field(count, starts, docs, saturation, frequency, average)
    for number, (ids, counts) in enumerate(pairs):
        places = free[ids]
        docs[places] = number
        saturation[places] = field.saturated(counts.astype(np.int32))
        free[ids] += 1
    return field


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

    documents: tuple[Document, ...]
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
        cleared = self.without(doc.id)
        fields = {}
        tokens = {}
        for name in FIELDS:
            field: Field = getattr(cleared, name)
            ids, counts = field.count(doc)
            fields[name] = _changed(field, ids, 1)
            tokens[name] = (ids, field.saturated(counts))
        fresh = Fresh(doc, *(tokens[name] for name in FIELDS))
        return Snapshot(
            self.documents, self.places, cleared.gone, (*cleared.fresh, fresh),
            *(fields[name] for name in FIELDS), self.repair.knowing(vocabulary),
        )  # fmt: skip

    def without(self, doc_id: str) -> Snapshot:
        """The same index with one entry taken out; unknown ids change nothing."""
        fresh = tuple(f for f in self.fresh if f.doc.id != doc_id)
        gone = self.gone
        removed: Document | None = None
        if len(fresh) != len(self.fresh):
            removed = next(f.doc for f in self.fresh if f.doc.id == doc_id)
        else:
            place = self.places.get(doc_id)
            if place is not None and place not in gone:
                removed = self.documents[place]
                gone = gone | {place}
        if removed is None:
            return self
        fields = {}
        for name in FIELDS:
            field: Field = getattr(self, name)
            ids, _ = field.count(removed)
            fields[name] = _changed(field, ids, -1)
        return Snapshot(
            self.documents, self.places, gone, fresh,
            *(fields[name] for name in FIELDS), self.repair,
        )  # fmt: skip

    def live(self) -> list[Document]:
        """Every entry, edits in the place of what they replaced, new ones last."""
        fresh = {f.doc.id: f.doc for f in self.fresh}
        kept: list[Document] = []
        for number, doc in enumerate(self.documents):
            if number not in self.gone:
                kept.append(doc)
            elif doc.id in fresh:
                kept.append(fresh.pop(doc.id))
        return kept + list(fresh.values())


def _changed(field: Field, ids: Ids, by: int) -> Field:
    frequency = field.frequency.copy()
    frequency[ids] += by
    return Field(field.count, field.starts, field.docs, field.saturation, frequency, field.average)


def build(documents: Sequence[Document], repair: Repair) -> Snapshot:
    """Invert all entries."""
    return Snapshot(
        documents=tuple(documents),
        places={doc.id: number for number, doc in enumerate(documents)},
        gone=frozenset(),
        fresh=(),
        grams=build_field(documents, GRAM_BUCKETS, gram_counts),
        words=build_field(documents, WORD_BUCKETS, word_counts),
        concepts=build_field(documents, WORD_BUCKETS, concept_counts),
        pairs=build_field(documents, WORD_BUCKETS, pair_counts),
        repair=repair,
    )

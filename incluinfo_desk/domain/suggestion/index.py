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
BUCKETS = {"grams": GRAM_BUCKETS, "words": WORD_BUCKETS, "concepts": WORD_BUCKETS,
           "pairs": WORD_BUCKETS}  # fmt: skip


def counted(name: str, doc: Document) -> tuple[Ids, Ids]:
    """Distinct tokens of one entry and how often each occurs."""
    ids, counts = np.unique(TOKENS[name]([doc])[1], return_counts=True)
    return ids, counts.astype(np.int32)


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """Postings of one kind of token."""

    starts: npt.NDArray[np.int64]
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
        weights = self.saturation[places] * np.repeat(idf, lengths)
        return (np.bincount(self.docs[places], weights, minlength=base) / _STEPS).astype(np.float32)


def build_field(documents: Sequence[Document], name: str) -> Field:
    """Invert one kind of token."""
    buckets = BUCKETS[name]
    n = len(documents)
    frequency = np.zeros(buckets, dtype=np.int32)
    lengths = np.zeros(n, dtype=np.int64)
    chunks: list[tuple[npt.NDArray[np.int64], npt.NDArray[np.uint16]]] = []
    for first in range(0, n, _CHUNK):
        chunk = documents[first : first + _CHUNK]
        owners, ids = TOKENS[name](chunk)
        lengths[first : first + len(chunk)] = np.bincount(owners, minlength=len(chunk))
        # Sorted by token, then entry: the order of the postings.
        keys, counts = np.unique(
            ids.astype(np.uint32) * np.uint32(_CHUNK) + owners.astype(np.uint32),
            return_counts=True,
        )
        frequency += np.bincount(keys // _CHUNK, minlength=buckets).astype(np.int32)
        chunks.append((keys, np.minimum(counts, 65_535).astype(np.uint16)))
    average = float(lengths.mean()) if n and lengths.sum() else 1.0
    starts = np.zeros(buckets + 1, dtype=np.int64)
    np.cumsum(frequency, out=starts[1:])
    total = int(starts[-1])
    docs: npt.NDArray[np.uint16] | npt.NDArray[np.int32] = (
        np.empty(total, np.uint16) if n <= 65_536 else np.empty(total, np.int32)
    )
    field = Field(starts, docs, np.empty(total, np.uint8), frequency, average)
    free = starts[:-1].copy()
    for number in range(len(chunks)):
        keys, counts = chunks[number]
        chunks[number] = (keys[:0], counts[:0])
        ids = (keys // _CHUNK).astype(np.int32)
        own = (keys % _CHUNK).astype(np.int64) + number * _CHUNK
        held, begins, sizes = np.unique(ids, return_index=True, return_counts=True)
        places = free[ids] + np.arange(len(ids)) - np.repeat(begins, sizes)
        docs[places] = own
        field.saturation[places] = field.saturated(counts.astype(np.int32), lengths[own])
        free[held] += sizes
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
            ids, counts = counted(name, doc)
            fields[name] = _changed(field, ids, 1)
            tokens[name] = (ids, field.saturated(counts, np.array(counts.sum(), np.int64)))
        fresh = Fresh(doc, *(tokens[name] for name in FIELDS))
        return cleared.changed(
            cleared.gone, (*cleared.fresh, fresh), fields, self.repair.knowing(vocabulary)
        )

    def changed(
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
            grams=fields["grams"],
            words=fields["words"],
            concepts=fields["concepts"],
            pairs=fields["pairs"],
            repair=repair,
        )

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
            ids, _ = counted(name, removed)
            fields[name] = _changed(field, ids, -1)
        return self.changed(gone, fresh, fields, self.repair)

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
    return Field(field.starts, field.docs, field.saturation, frequency, field.average)


def build(documents: Sequence[Document], repair: Repair) -> Snapshot:
    """Invert all entries."""
    return Snapshot(
        documents=tuple(documents),
        places={doc.id: number for number, doc in enumerate(documents)},
        gone=frozenset(),
        fresh=(),
        grams=build_field(documents, "grams"),
        words=build_field(documents, "words"),
        concepts=build_field(documents, "concepts"),
        pairs=build_field(documents, "pairs"),
        repair=repair,
    )

"""Several kinds of evidence for one entry, weighed into one score and one confidence.

Weights were fitted with ``tests/benchmarks/evaluate_suggestions.py --fit``: the score by a
softmax over the candidates, the confidence by a logistic curve on posts of which it is
known whether the first suggestion is right. All inputs are shares of what is possible, so
that they mean the same with 140 entries and with 100,000.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from incluinfo_desk.domain.suggestion.features import (
    GRAM_BUCKETS,
    WORD_BUCKETS,
    Document,
    Ids,
    Words,
    codes_of,
    gram_buckets,
)
from incluinfo_desk.domain.suggestion.index import Field, Floats, Snapshot

CANDIDATES = 40
RAREST_GRAMS = 96
"""N-grams of the post that pick the candidates (retrieval.md section 2e: more add nothing)."""
RAREST_ABOVE = 400
"""Entries up to which every n-gram is used."""

FEATURES = (
    "grams", "words", "concepts", "best_cosine", "best_cover", "mean_cosine",
    "word_cosine", "word_cover", "concept_cosine",
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Query:
    """A post ready to be compared."""

    words: Words
    grams: Ids
    gram_idf: Floats
    word_ids: Ids
    word_idf: Floats
    concept_ids: Ids
    concept_idf: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Scored:
    """Candidates of one post, best first."""

    query: Query
    documents: tuple[Document, ...]
    scores: npt.NDArray[np.float64]
    features: npt.NDArray[np.float64]
    """One row a candidate, columns as in FEATURES."""
    variants: tuple[int, ...]
    """Text of each candidate that is nearest to the post."""


def query_of(snapshot: Snapshot, normal: str, words: Words) -> Query:
    n = snapshot.size
    grams = np.unique(gram_buckets(codes_of(normal)))
    word_ids = np.unique(words.word_ids())
    concept_ids = np.unique(words.concept_ids())
    gram_idf = snapshot.grams.idf(grams, n)
    gram_idf[snapshot.grams.frequency[grams] <= 0] *= UNKNOWN
    word_idf = snapshot.words.idf(word_ids, n)
    word_idf[snapshot.words.frequency[word_ids] <= 0] *= UNKNOWN
    return Query(
        words, grams, gram_idf, word_ids, word_idf,
        concept_ids, snapshot.concepts.idf(concept_ids, n),
    )  # fmt: skip


UNKNOWN = 0.6
"""Weight of what no entry holds: it speaks against all of them, but may be mere chatter."""


class Cache:
    """N-grams of the texts of entries looked at lately, bounded.

    Shared by readers: entries are only ever added whole or dropped all at once, and both
    are single dictionary operations.
    """

    MOST = 600

    def __init__(self) -> None:
        self._blocks: dict[int, tuple[Document, Ids, Ids]] = {}

    def block(self, doc: Document) -> tuple[Ids, Ids]:
        """(n-gram buckets of all texts, where each text begins)."""
        held = self._blocks.get(id(doc))
        if held is not None and held[0] is doc:
            return held[1], held[2]
        parts = [np.unique(gram_buckets(t)) for t in doc.texts[: doc.variants]]
        starts = np.zeros(len(parts), dtype=np.int32)
        np.cumsum([len(p) for p in parts[:-1]], out=starts[1:])
        block = np.concatenate(parts)
        if len(self._blocks) >= self.MOST:
            self._blocks = {}
        self._blocks[id(doc)] = (doc, block, starts)
        return block, starts


def _gram_evidence(
    docs: Sequence[Document], cache: Cache, table: Floats, idf2: Floats, norm: float
) -> tuple[Floats, Floats, Floats, list[int]]:
    """Best cosine, best cover and mean of the three best cosines of each candidate."""
    blocks = [cache.block(d) for d in docs]
    grams = np.concatenate([b for b, _ in blocks])
    starts: list[Ids] = []
    shift = 0
    for block, begin in blocks:
        starts.append(begin + shift)
        shift += len(block)
    at = np.concatenate(starts)
    weight = idf2[grams]
    dot = np.add.reduceat(table[grams] * weight, at)
    size = np.add.reduceat(weight, at)
    cosine = dot / np.sqrt(np.maximum(size, 1e-6) * norm)
    cover = dot / np.maximum(size, 1e-6)
    best = np.empty(len(docs), np.float32)
    best_cover = np.empty(len(docs), np.float32)
    mean = np.empty(len(docs), np.float32)
    which: list[int] = []
    first = 0
    for i, (_, begin) in enumerate(blocks):
        last = first + len(begin)
        own = cosine[first:last]
        place = int(own.argmax())
        which.append(place)
        best[i] = own[place]
        best_cover[i] = (cover[first:last] * np.minimum(1.0, size[first:last] / (0.3 * norm))).max()
        top = np.sort(own)[-3:]
        mean[i] = top.mean()
        first = last
    return best, best_cover, mean, which


def _token_evidence(
    texts: Sequence[Sequence[Ids]], table: Floats, idf: Floats, norm: float
) -> tuple[Floats, Floats]:
    """Best cosine and best cover over the texts of each candidate."""
    cosine = np.zeros(len(texts), np.float32)
    cover = np.zeros(len(texts), np.float32)
    flat = [t for own in texts for t in own]
    if not flat or norm <= 0:
        return cosine, cover
    ids = np.concatenate(flat)
    owner = np.repeat(np.arange(len(flat)), [len(t) for t in flat])
    weight = idf[ids] ** 2
    dot = np.bincount(owner, table[ids] * weight, minlength=len(flat))
    size = np.maximum(np.bincount(owner, weight, minlength=len(flat)), 1e-6)
    all_cosine = dot / np.sqrt(size * norm)
    all_cover = dot / size * np.minimum(1.0, size / (0.5 * norm))
    first = 0
    for i, own in enumerate(texts):
        last = first + len(own)
        if last > first:
            cosine[i] = all_cosine[first:last].max()
            cover[i] = all_cover[first:last].max()
        first = last
    return cosine, cover


def _idf_table(field: Field, documents: int, buckets: int) -> Floats:
    return field.idf(np.arange(buckets, dtype=np.int32), documents)


class Weigher:
    """Ranks candidates of one snapshot; holds tables that depend on it alone."""

    def __init__(self, snapshot: Snapshot, cache: Cache) -> None:
        n = snapshot.size
        self.snapshot = snapshot
        self._cache = cache
        self._gram_idf2 = _idf_table(snapshot.grams, n, GRAM_BUCKETS) ** 2
        self._word_idf = _idf_table(snapshot.words, n, WORD_BUCKETS)
        self._concept_idf = _idf_table(snapshot.concepts, n, WORD_BUCKETS)

    def candidates(self, query: Query) -> tuple[Ids, Floats, Floats, Floats]:
        """Numbers of the likeliest entries and their BM25 shares by field."""
        snapshot = self.snapshot
        ids, idf = query.grams, query.gram_idf
        if snapshot.size > RAREST_ABOVE and len(ids) > RAREST_GRAMS:
            # Grams that no entry holds rank as rarest and would waste the places.
            known = snapshot.grams.frequency[ids] > 0
            rare = np.argsort(np.where(known, -idf, 0.0), kind="stable")[:RAREST_GRAMS]
            rare.sort()
            ids, idf = ids[rare], idf[rare]
        grams = snapshot.scores("grams", ids, idf) / max(float(idf.sum()), 1e-6)
        words = snapshot.scores("words", query.word_ids, query.word_idf)
        words /= max(float(query.word_idf.sum()), 1e-6)
        concepts = snapshot.scores("concepts", query.concept_ids, query.concept_idf)
        concepts /= max(float(query.concept_idf.sum()), 1.0)
        rough = grams + 0.5 * words + 0.3 * concepts
        count = min(CANDIDATES, len(rough))
        top = np.argpartition(-rough, count - 1)[:count] if count else np.empty(0, np.int64)
        top = top[rough[top] > 0]
        top = top[np.lexsort((top, -rough[top]))].astype(np.int32)
        return top, grams[top], words[top], concepts[top]

    def rank(self, query: Query) -> Scored | None:
        """All candidates weighed; None when nothing at all is shared."""
        top, grams, words, concepts = self.candidates(query)
        if not len(top):
            return None
        docs = [self.snapshot.document(int(n)) for n in top]
        norm = float((query.gram_idf**2).sum())
        table = np.zeros(GRAM_BUCKETS, np.float32)
        table[query.grams] = 1.0
        best, cover, mean, which = _gram_evidence(
            docs, self._cache, table, self._gram_idf2, max(norm, 1e-6)
        )
        word_table = np.zeros(WORD_BUCKETS, np.float32)
        word_table[query.word_ids] = 1.0
        word_cosine, word_cover = _token_evidence(
            [d.words[: d.variants] for d in docs], word_table, self._word_idf,
            float((query.word_idf**2).sum()),
        )  # fmt: skip
        concept_table = np.zeros(WORD_BUCKETS, np.float32)
        concept_table[query.concept_ids] = 1.0
        concept_cosine, _ = _token_evidence(
            [d.concepts[: d.variants] for d in docs], concept_table, self._concept_idf,
            float((query.concept_idf**2).sum()),
        )  # fmt: skip
        features = np.stack(
            [grams, words, concepts, best, cover, mean, word_cosine, word_cover, concept_cosine],
            axis=1,
        ).astype(np.float64)
        scores = features @ WEIGHTS
        order = np.lexsort((top, -scores))
        return Scored(
            query,
            tuple(docs[i] for i in order),
            scores[order],
            features[order],
            tuple(which[i] for i in order),
        )


WEIGHTS = np.array([6.0, 3.0, 1.5, 4.0, 1.0, 4.0, 2.0, 1.0, 1.0])
"""Of FEATURES, in their order."""

CONFIDENCE_FEATURES = (
    "one", "score", "margin", "share", "grams", "words", "best_cosine", "rejects", "length",
    "asks",
)  # fmt: skip


def confidence_inputs(scored: Scored, *, asks: bool) -> npt.NDArray[np.float64]:
    """What the logistic curve sees of the first suggestion that is an entry of ours."""
    scores = scored.scores
    ours = [i for i, d in enumerate(scored.documents) if d.topic is not None]
    others = [i for i, d in enumerate(scored.documents) if d.topic is None]
    first = ours[0]
    second = scores[ours[1]] if len(ours) > 1 else 0.0
    reject = scores[others[0]] if others else 0.0
    weights = np.exp(np.minimum(scores - scores[0], 0.0) * SHARPNESS)
    share = weights[first] / weights.sum()
    row = scored.features[first]
    length = min(len(scored.query.words.keys), 15) / 15
    return np.array(
        [
            1.0, scores[first], scores[first] - second, share, row[0], row[1], row[3],
            scores[first] - reject, length, float(asks),
        ]
    )  # fmt: skip


SHARPNESS = 2.0
"""Turns differences of score into odds between candidates."""

CONFIDENCE_WEIGHTS = np.array([-6.0, 0.5, 1.5, 1.0, 1.0, 1.0, 1.0, 0.3, 0.0, 0.5])


def confidence(inputs: npt.NDArray[np.float64]) -> float:
    """Probability that the first suggestion answers the post."""
    return float(1.0 / (1.0 + np.exp(-float(inputs @ CONFIDENCE_WEIGHTS))))


def rest_confidence(scored: Scored, first: int, other: int, sure: float) -> float:
    """Confidence of a later suggestion: its odds against the first, within what is left."""
    odds = float(np.exp(min(scored.scores[other] - scored.scores[first], 0.0) * SHARPNESS))
    return min(sure, sure * odds, 0.99)

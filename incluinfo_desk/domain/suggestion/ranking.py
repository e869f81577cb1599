"""Several kinds of evidence for one entry, weighed into one score and one confidence.

Weights were fitted with ``tests/benchmarks/evaluate_suggestions.py --fit``: the score by a
softmax over the candidates, the confidence by a logistic curve on posts of which it is
known whether the first suggestion is right. All inputs are shares of what is possible, so
that they mean the same with 140 entries and with 100,000.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from incluinfo_desk.domain.suggestion.features import (
    GRAM_BUCKETS,
    VARIANT_GRAM_SIZES,
    Document,
    Ids,
    Words,
    codes_of,
    gram_buckets,
)
from incluinfo_desk.domain.suggestion.index import FIELDS, Field, Floats, Snapshot

CANDIDATES = 40
RAREST_GRAMS = 96
"""N-grams of the post that pick the candidates (retrieval.md section 2e: more add nothing)."""
RAREST_ABOVE = 400
"""Entries up to which every n-gram is used."""

FEATURES = (
    "grams", "words", "concepts", "pairs", "best_cosine", "best_cover", "mean_cosine",
    "concept_cosine",
)  # fmt: skip
UNKNOWN = 0.6
"""Weight of what no entry holds: it speaks against all of them, but may be mere chatter."""


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """One kind of token of a post."""

    ids: Ids
    idf: Floats

    @property
    def total(self) -> float:
        return float(self.idf.sum())


@dataclass(frozen=True, slots=True, eq=False)
class Query:
    """A post ready to be compared."""

    words: Words
    tokens: dict[str, Tokens]
    """By field of the index."""
    variant_grams: Tokens
    known: float
    """Share of the words' weight that some entry holds."""


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
    """Weigh a post's tokens by how few entries hold them."""
    n = snapshot.size
    codes = codes_of(normal)
    ids = {
        "grams": np.unique(gram_buckets(codes)),
        "words": np.unique(words.word_ids()),
        "concepts": np.unique(words.concept_ids()),
        "pairs": np.unique(words.pair_ids()),
    }
    tokens = {}
    for name, own in ids.items():
        field: Field = getattr(snapshot, name)
        idf = field.idf(own, n)
        idf[field.frequency[own] <= 0] *= UNKNOWN
        tokens[name] = Tokens(own, idf)
    grams = np.unique(gram_buckets(codes, VARIANT_GRAM_SIZES))
    held = snapshot.words.frequency[ids["words"]] > 0
    total = tokens["words"].total
    return Query(
        words,
        tokens,
        Tokens(grams, snapshot.grams.idf(grams, n)),
        float(tokens["words"].idf[held].sum()) / total if total else 0.0,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Block:
    """What the variants of one entry are compared by."""

    grams: Ids
    weights: Floats
    starts: Ids
    sizes: Floats
    concepts: Ids
    concept_weights: Floats
    concept_owner: Ids


class Weigher:
    """Ranks candidates of one snapshot.

    Blocks of entries looked at lately are kept. Threads share them: they are only ever
    added whole or dropped all at once, both single dictionary operations.
    """

    MOST_BLOCKS = 600

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self._blocks: dict[int, _Block] = {}

    def _block(self, number: int) -> _Block:
        block = self._blocks.get(number)
        if block is not None:
            return block
        snapshot = self.snapshot
        doc = snapshot.document(number)
        n = snapshot.size
        parts = [np.unique(gram_buckets(t, VARIANT_GRAM_SIZES)) for t in doc.texts[: doc.variants]]
        starts = np.zeros(len(parts), dtype=np.int32)
        np.cumsum([len(p) for p in parts[:-1]], out=starts[1:])
        grams = np.concatenate(parts)
        weights = snapshot.grams.idf(grams, n) ** 2
        concepts = np.concatenate(doc.concepts[: doc.variants])
        block = _Block(
            grams=grams,
            weights=weights,
            starts=starts,
            sizes=np.maximum(np.add.reduceat(weights, starts), 1e-6),
            concepts=concepts,
            concept_weights=snapshot.concepts.idf(concepts, n) ** 2,
            concept_owner=np.repeat(
                np.arange(doc.variants, dtype=np.int32),
                [len(c) for c in doc.concepts[: doc.variants]],
            ),
        )
        if len(self._blocks) >= self.MOST_BLOCKS:
            self._blocks = {}
        self._blocks[number] = block
        return block

    def _candidates(self, query: Query) -> tuple[Ids, list[Floats]]:
        """Numbers of the likeliest entries, and their share of BM25 by field."""
        snapshot = self.snapshot
        shares: list[Floats] = []
        for name in FIELDS:
            tokens = query.tokens[name]
            ids, idf = tokens.ids, tokens.idf
            if name == "grams" and snapshot.size > RAREST_ABOVE and len(ids) > RAREST_GRAMS:
                # N-grams that no entry holds rank as rarest and would waste the places.
                held = snapshot.grams.frequency[ids] > 0
                rare = np.argsort(np.where(held, -idf, 0.0), kind="stable")[:RAREST_GRAMS]
                rare.sort()
                ids, idf = ids[rare], idf[rare]
            # One concept alone must not look like a perfect match.
            least = 6.0 if name == "concepts" else 1e-6
            shares.append(snapshot.scores(name, ids, idf) / max(float(idf.sum()), least))
        rough = sum(w * s for w, s in zip(WEIGHTS, shares, strict=False))
        assert isinstance(rough, np.ndarray)  # noqa: S101 - four fields, never an empty sum
        count = min(CANDIDATES, len(rough))
        top = np.argpartition(-rough, count - 1)[:count] if count else np.empty(0, np.int64)
        top = top[rough[top] > 0]
        top = top[np.lexsort((top, -rough[top]))].astype(np.int32)
        return top, [s[top] for s in shares]

    def rank(self, query: Query) -> Scored | None:
        """All candidates weighed; None when nothing at all is shared."""
        top, shares = self._candidates(query)
        if not len(top):
            return None
        blocks = [self._block(int(n)) for n in top]
        columns, which = _variant_evidence(blocks, query)
        features = np.stack([*shares, *columns], axis=1).astype(np.float64)
        scores = features @ WEIGHTS
        order = np.lexsort((top, -scores))
        return Scored(
            query,
            tuple(self.snapshot.document(int(top[i])) for i in order),
            scores[order],
            features[order],
            tuple(which[i] for i in order),
        )


def _variant_evidence(blocks: list[_Block], query: Query) -> tuple[list[Floats], list[int]]:
    """Best cosine, best cover, mean of the three best cosines, best cosine of concepts."""
    wanted = query.variant_grams
    norm = max(float((wanted.idf**2).sum()), 1e-6)
    table = np.zeros(GRAM_BUCKETS, np.bool_)
    table[wanted.ids] = True
    grams = np.concatenate([b.grams for b in blocks])
    weights = np.concatenate([b.weights for b in blocks])
    sizes = np.concatenate([b.sizes for b in blocks])
    counts = [len(b.starts) for b in blocks]
    shifts = np.cumsum([0, *(len(b.grams) for b in blocks[:-1])])
    starts = np.concatenate([b.starts + s for b, s in zip(blocks, shifts, strict=True)])
    dot = np.add.reduceat(table[grams] * weights, starts)
    cosines = dot / np.sqrt(sizes * norm)
    # A short variant wholly contained in the post counts by how much of the post it is.
    covers = dot / sizes * np.minimum(1.0, sizes / (0.3 * norm))
    said = query.tokens["concepts"]
    concept_norm = float((said.idf**2).sum())
    best = np.empty(len(blocks), np.float32)
    cover = np.empty(len(blocks), np.float32)
    mean = np.empty(len(blocks), np.float32)
    concept = np.zeros(len(blocks), np.float32)
    which: list[int] = []
    first = 0
    for i, (block, count) in enumerate(zip(blocks, counts, strict=True)):
        own = cosines[first : first + count]
        place = int(own.argmax())
        which.append(place)
        best[i] = own[place]
        cover[i] = covers[first : first + count].max()
        mean[i] = np.sort(own)[-3:].mean()
        first += count
        if concept_norm > 0 and len(block.concepts):
            hit = np.isin(block.concepts, said.ids) * block.concept_weights
            held = np.bincount(block.concept_owner, block.concept_weights, minlength=count)
            both = np.bincount(block.concept_owner, hit, minlength=count)
            concept[i] = (both / np.sqrt(np.maximum(held, 1e-6) * concept_norm)).max()
    return [best, cover, mean, concept], which


WEIGHTS = np.array([4.49, 3.83, 3.08, 6.42, 0.02, 1.05, 1.53, 2.2])
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


SHARPNESS = 1.0
"""Turns differences of score into odds between candidates."""

CONFIDENCE_WEIGHTS = np.array([-6.0, 0.5, 1.5, 1.0, 1.0, 1.0, 1.0, 0.3, 0.0, 0.5])


def confidence(inputs: npt.NDArray[np.float64]) -> float:
    """Probability that the first suggestion answers the post."""
    return float(1.0 / (1.0 + np.exp(-float(inputs @ CONFIDENCE_WEIGHTS))))


def rest_confidence(scored: Scored, first: int, other: int, sure: float) -> float:
    """Confidence of a later suggestion: its odds against the first, within what is left."""
    odds = float(np.exp(min(scored.scores[other] - scored.scores[first], 0.0) * SHARPNESS))
    return min(sure, sure * odds, 0.99)

"""Several kinds of evidence for one entry, weighed into one score and one confidence.

Weights were fitted with ``tests/benchmarks/evaluate_suggestions.py --fit``: the score by a
softmax over the candidates, the confidence by a logistic curve on posts of which it is
known whether the first suggestion is right. All inputs are shares of what is possible, so
that they mean the same with 140 entries and with 100,000.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from incluinfo_desk.domain.suggestion.features import (
    GRAM_BUCKETS,
    NO_GRAM,
    VARIANT_GRAM_SIZES,
    WORD_BUCKETS,
    Document,
    Ids,
    Words,
    codes_of,
    distinct,
    rolling,
)
from incluinfo_desk.domain.suggestion.index import FIELDS, Field, Floats, Snapshot

if TYPE_CHECKING:
    from incluinfo_desk.domain.suggestion.recollection import Recalled

CANDIDATES = 28
RAREST_GRAMS = 64
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
    variant_grams: Ids
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
    numbers: Ids
    """The candidates in the snapshot, in no order."""
    plain: npt.NDArray[np.float64]
    """The scores without what the desk learnt, unless there is evidence enough."""


def query_of(snapshot: Snapshot, words: Words) -> Query:
    """Weigh a post's tokens by how few entries hold them."""
    n = snapshot.size
    codes = codes_of(words.spelled)
    three, four, five = rolling(codes, np.array([len(codes)], dtype=np.int32), (3, 4, 5))
    ids = {
        "grams": _real(three, five),
        "words": distinct(words.word_ids()),
        "concepts": distinct(words.concept_ids()),
        "pairs": distinct(words.pair_ids()),
    }
    tokens = {}
    for name, own in ids.items():
        field: Field = getattr(snapshot, name)
        idf = field.idf(own, n)
        idf[field.frequency[own] <= 0] *= UNKNOWN
        tokens[name] = Tokens(own, idf)
    grams = _real(three, four)
    held = snapshot.words.frequency[ids["words"]] > 0
    total = tokens["words"].total
    return Query(
        words,
        tokens,
        grams,
        float(tokens["words"].idf[held].sum()) / total if total else 0.0,
    )


def _real(*grams: Ids) -> Ids:
    """Distinct buckets of n-grams of several sizes."""
    found = distinct(np.concatenate(grams))
    return found[:-1] if len(found) and found[-1] == NO_GRAM else found


@dataclass(frozen=True, slots=True, eq=False)
class _Block:
    """What the variants of one entry are compared by."""

    doc: Document
    grams: npt.NDArray[np.int32]
    """By size, then by place in the texts: the bucket that begins there, or NO_GRAM."""
    starts: Ids
    """Where each variant begins."""
    sizes: Floats
    """Squared length of each variant."""
    concepts: Ids
    concept_weights: Floats
    concept_owner: Ids


_tables = threading.local()


@contextmanager
def marked(size: int, ids: Ids, weights: Floats) -> Iterator[Floats]:
    """A table of zeros with ``weights`` at ``ids``, kept for this thread's next post."""
    held: dict[int, Floats] | None = getattr(_tables, "held", None)
    if held is None:
        held = _tables.held = {}
    table = held.pop(size, None)
    if table is None:
        table = np.zeros(size, np.float32)
    table[ids] = weights
    yield table
    table[ids] = 0
    held[size] = table


class Weigher:
    """Ranks candidates of one snapshot.

    Blocks of entries looked at lately are kept. Threads share them: they are only ever
    added whole or dropped all at once, both single dictionary operations.
    """

    MOST_BLOCKS = 1_200

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self._blocks: dict[int, _Block] = {}
        self._weights: Floats | None = None

    def gram_weights(self) -> Floats:
        """Squared rarity of every n-gram; nothing for NO_GRAM."""
        if self._weights is None:
            n = self.snapshot.size
            frequency = np.clip(self.snapshot.grams.frequency, 0, n)
            by_frequency = np.arange(n + 1, dtype=np.float32)
            squares = np.log1p((n - by_frequency + 0.5) / (by_frequency + 0.5)) ** 2
            weights = np.zeros(GRAM_BUCKETS + 1, np.float32)
            weights[:-1] = squares[frequency]
            self._weights = weights
        return self._weights

    def _held(self, numbers: Sequence[int]) -> list[_Block]:
        """Blocks of these entries; those not held are made together."""
        blocks = self._blocks
        missing = [n for n in numbers if n not in blocks]
        if missing:
            made = self._made(missing)
            if len(blocks) + len(made) > self.MOST_BLOCKS:
                blocks = {n: blocks[n] for n in numbers if n in blocks}
            blocks = {**blocks, **made}
            self._blocks = blocks
        return [blocks[n] for n in numbers]

    def _made(self, numbers: Sequence[int]) -> dict[int, _Block]:
        snapshot = self.snapshot
        docs = [snapshot.document(number) for number in numbers]
        lasts = [int(d.ends[d.variants - 1]) for d in docs]
        codes = np.concatenate([d.codes[:last] for d, last in zip(docs, lasts, strict=True)])
        shifts = np.cumsum([0, *lasts], dtype=np.int32)
        ends = np.concatenate(
            [d.ends[: d.variants] + s for d, s in zip(docs, shifts.tolist(), strict=False)]
        )
        grams = np.stack(rolling(codes, ends, VARIANT_GRAM_SIZES))
        starts = np.concatenate([[0], ends[:-1]])
        weights = self.gram_weights()
        sizes = np.add.reduceat(weights[grams].sum(0), starts)
        np.maximum(sizes, 1e-6, out=sizes)
        concept_weights = (
            snapshot.concepts.idf(np.concatenate([d.concepts for d in docs]), snapshot.size) ** 2
        )
        made: dict[int, _Block] = {}
        first = 0
        at = 0
        for number, doc, shift, last in zip(numbers, docs, shifts.tolist(), lasts, strict=False):
            said = doc.concept_owner < doc.variants
            made[number] = _Block(
                doc=doc,
                grams=grams[:, shift : shift + last].copy(),
                starts=starts[first : first + doc.variants] - shift,
                sizes=sizes[first : first + doc.variants].copy(),
                concepts=doc.concepts[said],
                concept_weights=concept_weights[at : at + len(said)][said],
                concept_owner=doc.concept_owner[said],
            )
            first += doc.variants
            at += len(said)
        return made

    def _candidates(
        self, query: Query, within: Ids | None, recalled: Iterable[int] = ()
    ) -> tuple[Ids, list[Floats]]:
        """Numbers of the likeliest entries, and their share of BM25 by field."""
        snapshot = self.snapshot
        many = snapshot.size > RAREST_ABOVE
        shares: list[Floats] = []
        for name in FIELDS:
            tokens = query.tokens[name]
            ids, idf = tokens.ids, tokens.idf
            if name == "grams" and many and len(ids) > RAREST_GRAMS:
                # N-grams that no entry holds rank as rarest and would waste the places.
                held = snapshot.grams.frequency[ids] > 0
                rare = np.argsort(np.where(held, -idf, 0.0), kind="stable")[:RAREST_GRAMS]
                rare.sort()
                ids, idf = ids[rare], idf[rare]
            # One concept alone must not look like a perfect match.
            least = 6.0 if name == "concepts" else 1e-6
            shares.append(snapshot.scores(name, ids, idf) / max(float(idf.sum()), least))
        rough: Floats = np.zeros(len(shares[0]), np.float32)
        for weight, share in zip(WEIGHTS, shares, strict=False):
            rough += np.float32(weight) * share
        count = min(CANDIDATES, len(rough))
        if within is not None:
            top = within
        elif count:
            top = np.argpartition(-rough, count - 1)[:count].astype(np.int32)
        else:
            top = np.empty(0, np.int32)
        top = top[rough[top] > 0]
        more = sorted(set(recalled) - set(top.tolist()))
        top = np.concatenate([top, np.array(more, np.int32)])
        best: Ids = top[np.lexsort((top, -rough[top]))]
        return best, [s[best] for s in shares]

    def rank(
        self,
        query: Query,
        within: Ids | None = None,
        learnt: Mapping[str, Recalled] | None = None,
    ) -> Scored | None:
        """All candidates weighed; None when nothing at all is shared.

        ``within`` keeps to the candidates of a post of which ``query`` is a part.
        """
        learnt = learnt or {}
        places = {i: n for i in learnt if (n := self.snapshot.number_of(i)) is not None}
        raised = [n for i, n in places.items() if learnt[i].points > 0 and within is None]
        top, shares = self._candidates(query, within, raised)
        if not len(top):
            return None
        blocks = self._held([int(n) for n in top])
        columns, which = self._variant_evidence(blocks, query)
        features = np.stack([*shares, *columns], axis=1).astype(np.float64)
        scores = features @ WEIGHTS
        plain = scores
        if places:
            plain, scores = scores.copy(), scores.copy()
            for at, block in enumerate(blocks):
                said = learnt.get(block.doc.id)
                if said is not None:
                    scores[at] += said.points
                    plain[at] += said.points if said.enough else 0.0
        order = np.lexsort((top, -scores))
        return Scored(
            query,
            tuple(blocks[i].doc for i in order),
            scores[order],
            features[order],
            tuple(which[i] for i in order),
            top,
            plain[order],
        )

    def _variant_evidence(
        self, blocks: list[_Block], query: Query
    ) -> tuple[list[Floats], list[int]]:
        """Best cosine, best cover, mean of the three best cosines, best cosine of concepts."""
        weights = self.gram_weights()[query.variant_grams]
        norm = max(float(weights.sum()), 1e-6)
        grams = np.concatenate([b.grams for b in blocks], axis=1)
        counts = [len(b.starts) for b in blocks]
        firsts = np.cumsum([0, *counts[:-1]])
        shifts = np.cumsum([0, *(b.grams.shape[1] for b in blocks[:-1])])
        starts = np.concatenate([b.starts for b in blocks]) + np.repeat(shifts, counts)
        sizes = np.concatenate([b.sizes for b in blocks])
        with marked(GRAM_BUCKETS + 1, query.variant_grams, weights) as table:
            hits = table.take(grams[0])
            for more in grams[1:]:
                hits += table.take(more)
        dot = np.add.reduceat(hits, starts)
        # A short variant wholly contained in the post counts by how much of the post it is.
        covers = dot / sizes * np.minimum(1.0, sizes / (0.3 * norm))
        # One row an entry, padded with what no variant can be.
        cosines = np.full((len(blocks), max(counts)), -1.0, np.float32)
        cosines[
            np.repeat(np.arange(len(blocks)), counts),
            np.arange(len(sizes)) - np.repeat(firsts, counts),
        ] = dot / np.sqrt(sizes * norm)
        which = cosines.argmax(1)
        cosines.sort(1)
        three = np.maximum(cosines[:, -3:], 0.0).sum(1) / np.minimum(counts, 3)
        return [
            cosines[:, -1],
            np.maximum.reduceat(covers, firsts),
            three.astype(np.float32),
            self._concept_evidence(blocks, query, firsts, len(sizes)),
        ], which.tolist()

    def _concept_evidence(
        self, blocks: list[_Block], query: Query, firsts: npt.NDArray[np.int64], texts: int
    ) -> Floats:
        said = query.tokens["concepts"]
        norm = float((said.idf**2).sum())
        if norm <= 0:
            return np.zeros(len(blocks), np.float32)
        counts = [len(b.concepts) for b in blocks]
        owners = np.concatenate([b.concept_owner for b in blocks]) + np.repeat(firsts, counts)
        weight = np.concatenate([b.concept_weights for b in blocks])
        with marked(WORD_BUCKETS, said.ids, np.ones(len(said.ids), np.float32)) as table:
            hit = table[np.concatenate([b.concepts for b in blocks])] * weight
        held = np.maximum(np.bincount(owners, weight, minlength=texts), 1e-6)
        both = np.bincount(owners, hit, minlength=texts)
        best: Floats = np.maximum.reduceat(both / np.sqrt(held * norm), firsts).astype(np.float32)
        return best


WEIGHTS = np.array([5.07, 5.32, 3.60, 1.66, 1.78, 3.90, 1.09, 1.40])
"""Of FEATURES, in their order."""

CONFIDENCE_FEATURES = (
    "one", "score", "margin", "share", "over_rejects", "grams", "words", "concepts", "pairs",
    "best_cosine", "best_cover", "known", "length", "asks",
)  # fmt: skip
BEST_COSINE = FEATURES.index("best_cosine")


def confidence_inputs(scored: Scored, *, asks: bool) -> npt.NDArray[np.float64]:
    """What the logistic curve sees of the first suggestion that is an entry of ours."""
    scores = scored.plain
    ours = [i for i, d in enumerate(scored.documents) if d.topic is not None]
    others = [i for i, d in enumerate(scored.documents) if d.topic is None]
    first = ours[0]
    second = max((scores[i] for i in ours[1:]), default=0.0)
    reject = max((scores[i] for i in others), default=0.0)
    odds = np.exp((scores - scores.max()) * SHARPNESS)
    row = scored.features[first]
    length = min(len(scored.query.words.keys), 15) / 15
    return np.array(
        [
            1.0, scores[first], min(max(scores[first] - second, -4.0), 4.0),
            odds[first] / odds.sum(), min(max(scores[first] - reject, -4.0), 6.0), *row[:6],
            scored.query.known, length, float(asks),
        ]
    )  # fmt: skip


SHARPNESS = 1.0
"""Turns differences of score into odds between candidates."""

CONFIDENCE_WEIGHTS = np.array(
    [
        -6.210, 0.050, 0.425, 1.584, 0.170, 1.314, 1.186, 1.114, -0.739, -1.302, 0.708, 1.136,
        4.141, 0.757,
    ]
)  # fmt: skip
"""Of CONFIDENCE_FEATURES, in their order."""


def confidence(inputs: npt.NDArray[np.float64]) -> float:
    """Probability that the first suggestion answers the post."""
    return float(1.0 / (1.0 + np.exp(-float(inputs @ CONFIDENCE_WEIGHTS))))


def rest_confidence(scored: Scored, first: int, other: int, sure: float) -> float:
    """Confidence of a later suggestion: its odds against the first, within what is left."""
    odds = float(np.exp(min(scored.scores[other] - scored.scores[first], 0.0) * SHARPNESS))
    return min(sure, sure * odds, 0.99)

"""Why an answer is suggested, in the citizen's own words."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from incluinfo_desk.domain.suggestion.features import (
    Document,
    Ids,
    Words,
    codes_of,
    distinct,
    gram_buckets,
    post_grams,
)
from incluinfo_desk.domain.suggestion.index import Snapshot

MOST = 5
_LOOKS_LIKE = 0.6
"""Share of a word's n-grams that must stand in the entry ("sita" ~ "cita")."""


class Telling:
    """The words of one post, and how much each tells."""

    def __init__(self, snapshot: Snapshot, words: Words) -> None:
        n = snapshot.size
        ids = words.word_ids()
        self._words = list(
            zip(words.surface, ids.tolist(), snapshot.words.idf(ids, n).tolist(), strict=True)
        )
        ids = words.concept_ids()
        said = [said for _, said in words.concepts]
        self._concepts = list(
            zip(said, ids.tolist(), snapshot.concepts.idf(ids, n).tolist(), strict=True)
        )
        self._grams: dict[str, Ids] | None = None

    def matched(self, doc: Document, *, closely: bool = True) -> tuple[str, ...]:
        """Words of the post that the entry knows, the most telling first, at most five.

        ``closely`` looks for misspelt words too, when hardly any stands there as written.
        """
        weight: dict[str, float] = {}
        held = set(doc.words.tolist())
        for word, number, rarity in self._words:
            if number in held:
                weight[word] = max(weight.get(word, 0.0), rarity)
        if self._concepts:
            named = set(doc.concepts.tolist())
            for said, number, rarity in self._concepts:
                if number in named and not any(part in weight for part in said.split()):
                    weight[said] = rarity
        if closely and len(weight) < 2:
            if self._grams is None:
                self._grams = {word: post_grams(codes_of(word)) for word, _, _ in self._words}
            grams = distinct(gram_buckets(doc.codes, doc.ends)[1])
            for word, own in self._grams.items():
                share = float(_within(own, grams).mean()) if len(own) else 0.0
                if word not in weight and share >= _LOOKS_LIKE:
                    weight[word] = share
        ordered = sorted(weight, key=lambda w: (-weight[w], w))
        return tuple(ordered[:MOST])


def _within(some: Ids, ordered: Ids) -> npt.NDArray[np.bool_]:
    at = np.minimum(np.searchsorted(ordered, some), len(ordered) - 1)
    found: npt.NDArray[np.bool_] = ordered[at] == some
    return found

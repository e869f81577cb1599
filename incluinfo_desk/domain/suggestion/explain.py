"""Why an answer is suggested, in the citizen's own words."""

from __future__ import annotations

import numpy as np

from incluinfo_desk.domain.suggestion.features import (
    Document,
    Words,
    codes_of,
    gram_buckets,
    post_grams,
)
from incluinfo_desk.domain.suggestion.index import Snapshot

MOST = 5
_LOOKS_LIKE = 0.6
"""Share of a word's n-grams that must stand in the entry ("sita" ~ "cita")."""


def matched(
    snapshot: Snapshot, words: Words, doc: Document, *, closely: bool = True
) -> tuple[str, ...]:
    """Words of the post that the entry knows, the most telling first, at most five.

    ``closely`` looks for misspelt words too, when hardly any stands there as written.
    """
    n = snapshot.size
    weight: dict[str, float] = {}
    ids = words.word_ids()
    held = set(doc.words.tolist())
    rarities = snapshot.words.idf(ids, n).tolist()
    for word, number, rarity in zip(words.surface, ids.tolist(), rarities, strict=True):
        if number in held:
            weight[word] = max(weight.get(word, 0.0), rarity)
    concepts = words.concept_ids()
    named = set(doc.concepts.tolist())
    rarities = snapshot.concepts.idf(concepts, n).tolist()
    for (_, said), number, rarity in zip(words.concepts, concepts.tolist(), rarities, strict=True):
        if number in named and not any(part in weight for part in said.split()):
            weight[said] = rarity
    if closely and len(weight) < 2:
        grams = np.unique(gram_buckets(doc.codes, doc.ends)[1])
        for word in words.surface:
            own = post_grams(codes_of(word))
            share = float(np.isin(own, grams).mean()) if len(own) else 0.0
            if word not in weight and share >= _LOOKS_LIKE:
                weight[word] = share
    ordered = sorted(weight, key=lambda w: (-weight[w], w))
    return tuple(ordered[:MOST])

"""Why an answer is suggested, in the citizen's own words."""

from __future__ import annotations

import numpy as np

from incluinfo_desk.domain.suggestion.features import (
    Document,
    Words,
    codes_of,
    concept_token,
    gram_buckets,
    token_id,
)
from incluinfo_desk.domain.suggestion.index import Snapshot

MOST = 5
_LOOKS_LIKE = 0.6
"""Share of a word's n-grams that must stand in the entry ("sita" ~ "cita")."""


def matched(snapshot: Snapshot, words: Words, doc: Document) -> tuple[str, ...]:
    """Words of the post that the entry knows, the most telling first, at most five."""
    held = {int(i) for ids in doc.words for i in ids}
    concepts = {int(i) for ids in doc.concepts for i in ids}
    n = snapshot.size
    weight: dict[str, float] = {}
    ids = words.word_ids()
    idf = snapshot.words.idf(ids, n) if len(ids) else np.empty(0, np.float32)
    for word, number, rarity in zip(words.surface, ids, idf, strict=True):
        if int(number) in held:
            weight[word] = max(weight.get(word, 0.0), float(rarity))
    for concept, said in words.concepts:
        number = token_id(concept_token(concept))
        if number in concepts:
            rarity = float(snapshot.concepts.idf(np.array([number], np.int32), n)[0])
            parts = said.split()
            if any(p in weight for p in parts):
                continue
            weight[said] = rarity
    if len(weight) < 2:
        grams = (
            np.unique(np.concatenate([gram_buckets(t) for t in doc.texts]))
            if doc.texts
            else np.empty(0, np.int32)
        )
        for word in words.surface:
            own = gram_buckets(codes_of(word))
            share = float(np.isin(own, grams).mean()) if len(own) else 0.0
            if word not in weight and share >= _LOOKS_LIKE:
                weight[word] = share
    ordered = sorted(weight, key=lambda w: (-weight[w], w))
    return tuple(ordered[:MOST])

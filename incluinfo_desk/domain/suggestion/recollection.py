"""The memory as arrays: which entries answered posts like this one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from incluinfo_desk.domain.learning import Evidence, Verdict, bounded
from incluinfo_desk.domain.suggestion.features import GRAM_BUCKETS, Ids, word_grams
from incluinfo_desk.domain.suggestion.index import Floats
from incluinfo_desk.domain.suggestion.normalise import STOP_WORDS, normalise
from incluinfo_desk.domain.suggestion.ranking import marked

LIKE = 0.35
"""Cosine from which a remembered post is like this one; chance likeness lies below."""
GAIN = 7.0
"""Points of score for a post remembered word by word; a good match of an entry has about 10."""
WORTH = {Verdict.ACCEPTED: 1.0, Verdict.EDITED: 0.4, Verdict.REJECTED: -0.5}
SURE_FROM = 3
"""Accepted answers to like posts from which the memory bears on the confidence too."""


def meaningful(normal: str) -> list[str]:
    """Words of a normalised post that may be remembered, in the order of the alphabet."""
    return sorted({w for w in normal.split() if w.isalpha() and w not in STOP_WORDS})


def trace(text: str) -> bytes:
    """What is kept of a post; empty when it holds no word with a meaning."""
    return word_grams(meaningful(normalise(text))).astype("<i4").tobytes()


@dataclass(frozen=True, slots=True)
class Recalled:
    """What the memory says of one entry, for one post."""

    points: float
    """To be added to its score."""
    enough: bool
    """Whether there is evidence enough to bear on the confidence."""


class Recollection:
    """Immutable; many threads may ask."""

    def __init__(self, newest_first: Iterable[Evidence] = ()) -> None:
        kept = [e for e in bounded(newest_first) if e.trace]
        traces = [np.frombuffer(e.trace, dtype="<i4").astype(np.int32) for e in kept]
        traces = [t[(t >= 0) & (t < GRAM_BUCKETS)] for t in traces]
        whole = [i for i, t in enumerate(traces) if len(t)]
        self._entries = [kept[i].faq_id for i in whole]
        self._accepted = [kept[i].verdict is Verdict.ACCEPTED for i in whole]
        self._worth = np.array([WORTH[kept[i].verdict] for i in whole], np.float32)
        self._grams: Ids = (
            np.concatenate([traces[i] for i in whole]) if whole else np.empty(0, np.int32)
        )
        sizes = [len(traces[i]) for i in whole]
        self._starts: npt.NDArray[np.int64] = np.cumsum([0, *sizes[:-1]], dtype=np.int64)

    def __len__(self) -> int:
        return len(self._entries)

    def of(self, grams: Ids, weights: Floats) -> dict[str, Recalled]:
        """By entry; ``weights`` is the squared rarity of every bucket."""
        if not self._entries or not len(grams):
            return {}
        own = weights[grams]
        with marked(GRAM_BUCKETS + 1, grams, own) as table:
            both = np.add.reduceat(table.take(self._grams), self._starts)
        sizes = np.add.reduceat(weights.take(self._grams), self._starts)
        cosines = both / np.sqrt(np.maximum(sizes * float(own.sum()), 1e-6))
        found: dict[str, list[tuple[float, bool]]] = {}
        for i in np.flatnonzero(cosines > LIKE).tolist():
            points = (float(cosines[i]) - LIKE) / (1 - LIKE) * float(self._worth[i])
            found.setdefault(self._entries[i], []).append((points, self._accepted[i]))
        return {
            faq_id: Recalled(
                GAIN * (max(0.0, *(p for p, _ in all_)) + min(0.0, *(p for p, _ in all_)))
                if len(all_) > 1
                else GAIN * all_[0][0],
                sum(accepted for _, accepted in all_) >= SURE_FROM,
            )
            for faq_id, all_ in found.items()
        }

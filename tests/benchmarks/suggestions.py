"""How long a suggestion takes, beside SQLite's text search on the same questions."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from incluinfo_desk.domain.suggestion.engine import SuggestionIndex
from tests.benchmarks.evaluate_suggestions import (
    DATA,
    fts5,
    percentile,
    read_cases,
    read_content,
    strangers,
)


@dataclass(frozen=True, slots=True)
class Speed:
    """In milliseconds of the wall."""

    entries: int
    p50: float
    p95: float
    fts5_p95: float


def measure(size: int | None = None) -> Speed:
    """With the starter FAQ, filled up with invented entries to ``size``."""
    own, glossary, rejects = read_content()
    entries = own + strangers(max(0, (size or 0) - len(own)), own)
    index = SuggestionIndex(entries, glossary, rejects)
    texts = [case.text for case in read_cases(DATA / "eval_heldout.jsonl")]
    p50, p95 = _timed(index.suggest, texts)
    return Speed(len(entries), p50, p95, _timed(fts5(entries), texts)[1])


def _timed(ask: Callable[[str], object], texts: list[str]) -> tuple[float, float]:
    for text in texts[:20]:
        ask(text)
    spent = []
    for text in texts:
        began = time.perf_counter()
        ask(text)
        spent.append((time.perf_counter() - began) * 1000)
    return percentile(spent, 0.5), percentile(spent, 0.95)

"""Finding an action by some of its letters, accents and capitals aside."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """Lower case without accents; ñ becomes n, as people type in a hurry."""
    plain = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def score(query: str, text: str) -> float:
    """How well ``text`` fits ``query``: 0 not at all; whole words and word starts win."""
    wanted, within = folded(query).split(), folded(text)
    if not wanted:
        return 1
    total = 0.0
    for word in wanted:
        points = _word(word, within)
        if not points:
            return 0
        total += points
    return total / len(wanted) - len(within) / 10_000


def _word(word: str, within: str) -> float:
    at = within.find(word)
    if at >= 0:
        starts = at == 0 or not within[at - 1].isalnum()
        return 10 if starts else 6
    at, gaps = -1, 0
    for letter in word:
        found = within.find(letter, at + 1)
        if found < 0:
            return 0
        gaps += found - at - 1 if at >= 0 else 0
        at = found
    return max(0.0, 4 - gaps * 0.25)

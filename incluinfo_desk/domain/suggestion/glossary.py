"""Words that mean one thing: acronyms, synonyms and everyday names of the same concept."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from incluinfo_desk.domain.suggestion.normalise import normalise, word_key

LONGEST_ALIAS = 6
"""Words of the longest alias that is looked for."""
_MOST_WORDS = 50_000
"""Words remembered with the prefixes they begin with."""


@dataclass(frozen=True, slots=True)
class _Group:
    canonical: str
    aliases: tuple[str, ...]


class Glossary:
    """Finds the concepts named in a text.

    The file is a list of ``{"canonical": str, "aliases": [str]}``. An alias matches whole
    words by their stems; one that ends in ``*`` matches every word that begins so (for
    languages that decline, such as Basque). The same alias may stand in several groups.
    """

    def __init__(self, groups: Iterable[tuple[str, Sequence[str]]]) -> None:
        self._groups = tuple(_Group(c, tuple(a)) for c, a in groups)
        self._phrases: dict[tuple[str, ...], tuple[int, ...]] = {}
        self._prefixes: dict[str, tuple[int, ...]] = {}
        self._prefix_lengths: tuple[int, ...] = ()
        self._lengths: dict[str, tuple[int, ...]] = {}
        """Words of the aliases that begin with a key, longest first."""
        self._by_word: dict[str, tuple[int, ...]] = {}
        self._ready = False

    @classmethod
    def from_json(cls, text: str) -> Glossary:
        """Read the file's text; raises ValueError when it is not such a list."""
        rows = json.loads(text)
        if not isinstance(rows, list):
            raise ValueError("glossary: not a list")
        return cls(
            (str(row["canonical"]), [str(a) for a in row.get("aliases", ())]) for row in rows
        )

    def __len__(self) -> int:
        return len(self._groups)

    def digest(self) -> str:
        """Changes when any of its words does."""
        import hashlib

        told = json.dumps([(g.canonical, g.aliases) for g in self._groups])
        return hashlib.blake2b(told.encode(), digest_size=16).hexdigest()

    def _prepare(self) -> None:
        """Stems are taken on first use: reading the file must not load the stemmer."""
        phrases: dict[tuple[str, ...], list[int]] = {}
        prefixes: dict[str, list[int]] = {}
        for number, group in enumerate(self._groups):
            for alias in (group.canonical, *group.aliases):
                if alias.endswith("*"):
                    found = prefixes.setdefault(normalise(alias[:-1]), [])
                else:
                    key = tuple(word_key(w) for w in normalise(alias).split())
                    if not key or len(key) > LONGEST_ALIAS:
                        continue
                    found = phrases.setdefault(key, [])
                if number not in found:
                    found.append(number)
        self._phrases = {k: tuple(v) for k, v in phrases.items()}
        self._prefixes = {k: tuple(v) for k, v in prefixes.items() if k}
        self._prefix_lengths = tuple(sorted({len(p) for p in self._prefixes}))
        lengths: dict[str, set[int]] = {}
        for phrase in self._phrases:
            lengths.setdefault(phrase[0], set()).add(len(phrase))
        self._lengths = {k: tuple(sorted(v, reverse=True)) for k, v in lengths.items()}
        self._ready = True

    def vocabulary(self) -> set[str]:
        """Word keys that occur in some alias."""
        if not self._ready:
            self._prepare()
        return {word for phrase in self._phrases for word in phrase}

    def concepts(self, words: Sequence[str], keys: Sequence[str]) -> list[tuple[int, int, int]]:
        """Concepts as (number, first word, last word + 1); the longest alias wins a place."""
        if not self._ready:
            self._prepare()
        found: list[tuple[int, int, int]] = []
        i = 0
        n = len(keys)
        while i < n:
            step = 1
            for length in self._lengths.get(keys[i], ()):
                groups = self._phrases.get(tuple(keys[i : i + length])) if i + length <= n else None
                if groups:
                    found.extend((g, i, i + length) for g in groups)
                    step = length
                    break
            else:
                found += [(g, i, i + 1) for g in self._begun(words[i])]
            i += step
        return found

    def _begun(self, word: str) -> tuple[int, ...]:
        """Concepts whose prefix a word begins with."""
        known = self._by_word.get(word)
        if known is None:
            known = tuple(
                group
                for size in self._prefix_lengths
                if size <= len(word)
                for group in self._prefixes.get(word[:size], ())
            )
            if len(self._by_word) >= _MOST_WORDS:
                self._by_word = {}
            self._by_word[word] = known
        return known

    def canonical(self, number: int) -> str:
        """Name of a concept, for people."""
        return self._groups[number].canonical

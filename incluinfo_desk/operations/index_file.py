"""The suggestion index of a large FAQ, kept on disk so that a start does not wait for it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from incluinfo_desk.assets import resource
from incluinfo_desk.domain.faq import FaqEntry
from incluinfo_desk.domain.suggestion.content import read_rejects
from incluinfo_desk.domain.suggestion.engine import Glossary, SuggestionIndex

KEEP_FROM = 1_000
"""Entries from which it is worth the disk: fewer are read anew in less than a second."""


class IndexFile:
    """Makes the index over the FAQ, from ``path`` as far as that still fits.

    The file holds the words of FAQ, glossary and reject entries and no post. It may be
    deleted at any time; a damaged or outdated one is ignored and written anew.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path

    def make(self, entries: Sequence[FaqEntry]) -> SuggestionIndex:
        """The index, with the glossary and the rejects that ship with the desk. Blocking."""
        glossary = Glossary.from_json(resource("faq", "glossary.json").read_text("utf-8"))
        rejects = read_rejects(resource("faq", "rejects.json").read_text("utf-8"))
        kept = self._open() if len(entries) >= KEEP_FROM else None
        if kept is None:
            return SuggestionIndex(entries, glossary, rejects)
        with kept:
            return SuggestionIndex(entries, glossary, rejects, kept)

    def keep(self, index: SuggestionIndex) -> None:
        """Write what the file does not hold yet, whole or not at all. Blocking.

        A disk that refuses costs the next start some seconds, and nobody a word.
        """
        if self._path is None or (index.as_kept and not index.edits):
            return
        if len(index) < KEEP_FROM:
            self._path.unlink(missing_ok=True)
            return
        scratch = None
        try:
            with tempfile.NamedTemporaryFile(
                dir=self._path.parent, prefix=".index-", delete=False
            ) as out:
                scratch = Path(out.name)
                index.write(out)
            os.replace(scratch, self._path)
        except OSError:
            if scratch is not None:
                scratch.unlink(missing_ok=True)

    def _open(self) -> IO[bytes] | None:
        try:
            return self._path.open("rb") if self._path is not None else None
        except OSError:
            return None

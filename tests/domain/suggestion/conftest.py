"""The starter content, read and indexed once: the tests that edit make their own index."""

from __future__ import annotations

from pathlib import Path

import pytest

from incluinfo_desk.domain.faq import FaqEntry
from incluinfo_desk.domain.suggestion.content import read_entries, read_rejects
from incluinfo_desk.domain.suggestion.engine import Glossary, RejectEntry, SuggestionIndex

FAQ = Path(__file__).resolve().parents[3] / "resources" / "faq"


@pytest.fixture(scope="session")
def entries() -> list[FaqEntry]:
    found, bad = read_entries((FAQ / "starter_faq.json").read_text("utf-8"))
    assert bad == []
    return found


@pytest.fixture(scope="session")
def glossary() -> Glossary:
    return Glossary.from_json((FAQ / "glossary.json").read_text("utf-8"))


@pytest.fixture(scope="session")
def rejects() -> list[RejectEntry]:
    return read_rejects((FAQ / "rejects.json").read_text("utf-8"))


@pytest.fixture(scope="session")
def index(
    entries: list[FaqEntry], glossary: Glossary, rejects: list[RejectEntry]
) -> SuggestionIndex:
    return SuggestionIndex(entries, glossary, rejects)

"""What officers changed of what is not ours, as the profile holds it."""

from __future__ import annotations

from incluinfo_desk.domain.suggestion.content import RejectEntry
from incluinfo_desk.store.store import Store

REDIRECTS_NOTE = "faq.redirects"
"""Key in the store's notes: what officers changed of what is not ours."""


async def kept_redirects(store: Store) -> tuple[RejectEntry, ...]:
    """What officers say otherwise than what ships, and what they added."""
    rows = await store.notes.get(REDIRECTS_NOTE) or ()
    return tuple(RejectEntry(**{**row, "examples": tuple(row["examples"])}) for row in rows)

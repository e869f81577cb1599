"""What the desk proposes for a mention, and what it reads in one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from incluinfo_desk.domain.faq import FaqEntry, NotOfferable
from incluinfo_desk.domain.hoax import Hoax
from incluinfo_desk.domain.suggestion.engine import Ranking


@dataclass(frozen=True, slots=True)
class Offer:
    """What the desk proposes for one conversation."""

    ranking: Ranking
    entries: Mapping[str, FaqEntry]
    """The suggested entries by id, as they stand now, in the citizen's language where a
    variant in it agrees with the Spanish text."""
    one_click: FaqEntry | None
    """What one key sends, when the engine is sure and the entry may be offered today."""
    why_not: NotOfferable | None
    """Why the sure first suggestion may not be sent by one key."""
    warning: FaqEntry | None = None
    """The answer for a citizen who published personal data, when this one did."""
    hoax: KnownHoax | None = None
    """The hoax it tells or asks about; what we say on it leads."""


@dataclass(frozen=True, slots=True)
class KnownHoax:
    hoax: Hoax
    words: tuple[str, ...]
    """What agrees with a known telling; empty when an officer linked it by hand."""
    answer: str
    """What one key sends; "" while nothing of ours on it is public."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a mention is about, as far as the engine can tell."""

    faq_id: str | None
    confidence: float
    """In ``faq_id``, 0..1."""
    components: tuple[str, ...]
    """Ids of what it names; else of what the likeliest entry, one on incidents, names."""

"""The things the simulated X holds: accounts, posts and what tests know about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from incluinfo_desk.simulator.text import Composed

IMAGES = frozenset({"image/jpeg", "image/png", "image/webp"})
"""Media that X does not process after the upload."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a scripted post is, for tests and for scoring the desk."""

    kind: str
    """``question``, ``follow_up``, ``thanks``, ``outage``, ``maintenance``, ``hoax``,
    ``insult``, ``personal_data``, ``spam``, ``other_body``, ``greeting`` or ``long``."""
    faq_id: str | None = None
    """The FAQ entry that answers it; None when none should be offered."""
    topic: str | None = None


@dataclass(slots=True)
class Account:
    id: str
    handle: str
    name: str
    protected: bool = False
    suspended: bool = False
    created_at: datetime | None = None


@dataclass(slots=True)
class SimPost:
    id: str
    author_id: str
    text: str
    """Whole, unescaped, links as typed, the carried @s in front."""
    created_at: datetime
    conversation_id: str
    composed: Composed
    in_reply_to: str | None = None
    in_reply_to_user: str | None = None
    quotes: str | None = None
    mentions: tuple[str, ...] = ()
    """Account ids."""
    media: tuple[str, ...] = ()
    lang: str = "es"
    label: Label | None = None
    deleted: bool = False
    hidden: bool = False
    absent_from_mentions: bool = False
    """X's /mentions sometimes forgets a post that search still finds (x-platform §1)."""
    versions: list[str] = field(default_factory=list)
    """Ids oldest to newest, shared by all versions of an edited post."""

    @property
    def current(self) -> bool:
        """There, and not replaced by a later edit."""
        return not self.deleted and self.versions[-1] == self.id


@dataclass(slots=True)
class Media:
    id: str
    media_type: str
    total: int
    pieces: dict[int, int] = field(default_factory=dict)
    """Bytes by segment; the picture itself is not kept."""
    finalized: bool = False
    looks: int = 0
    alt_text: str | None = None

    @property
    def processed(self) -> bool:
        """Whether X works on it after the upload."""
        return self.media_type not in IMAGES


@dataclass(frozen=True, slots=True)
class RequestSeen:
    """One request as the server got it; bodies and tokens are not kept."""

    at: datetime
    method: str
    path: str
    route: str
    query: dict[str, str]
    status: int | None
    """None when the line was cut before an answer."""
    faults: tuple[str, ...] = ()

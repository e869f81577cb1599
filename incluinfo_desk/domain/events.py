"""What happened, told to whoever shows it. Events carry ids; listeners read the store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from incluinfo_desk.domain.conversation import ConversationId
from incluinfo_desk.domain.post import Author
from incluinfo_desk.domain.problems import Problem


@dataclass(frozen=True, slots=True)
class Event:
    """Base of every event."""


@dataclass(frozen=True, slots=True)
class PostsArrived(Event):
    """New posts of citizens are stored."""

    conversations: tuple[ConversationId, ...]
    new: int
    """How many conversations ask for an answer that did not before."""


@dataclass(frozen=True, slots=True)
class ConversationsChanged(Event):
    conversations: tuple[ConversationId, ...]


@dataclass(frozen=True, slots=True)
class OutgoingChanged(Event):
    outgoing_id: str
    conversation: ConversationId | None


@dataclass(frozen=True, slots=True)
class FaqChanged(Event):
    """Entries were added, edited or retired; the suggestion index already knows."""

    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IncidentsChanged(Event):
    incidents: tuple[str, ...]


class WordNeeded(StrEnum):
    PROMISE = "promise"
    """The next word was promised for an earlier time."""
    STEP = "step"
    """A planned maintenance went on by the clock, and nobody has said so in public."""


@dataclass(frozen=True, slots=True)
class IncidentNeedsWord(Event):
    """An officer has something to say about an incident; told once."""

    incident_id: str
    title: str
    why: WordNeeded


@dataclass(frozen=True, slots=True)
class ProposalsChanged(Event):
    """Words began to wait for a second person, or were decided on."""

    proposals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SurgesChanged(Event):
    """An unusual number of mentions is proposed as an incident, or no longer."""


@dataclass(frozen=True, slots=True)
class DoubtsChanged(Event):
    """The groups of pending mentions that ask the same are others now."""


@dataclass(frozen=True, slots=True)
class HoaxesChanged(Event):
    """The register, or what we say in it, changed."""

    hoaxes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TopicsChanged(Event):
    """The channel's topics have other names, or mean others."""


@dataclass(frozen=True, slots=True)
class RedirectsChanged(Event):
    """What we say on other bodies' matters changed."""


@dataclass(frozen=True, slots=True)
class FaqProposalsChanged(Event):
    """A proposal for the FAQ came, or was decided."""


@dataclass(frozen=True, slots=True)
class HeardChanged(Event):
    """Questions came by another way than X."""


class Link(StrEnum):
    """The desk's line to the channel, in the words of the status bar."""

    SIGNED_OUT = "signed_out"
    CONNECTING = "connecting"
    CONNECTED = "connected"
    WAITING = "waiting"
    """X asked us to wait."""
    BROKEN = "broken"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class LinkChanged(Event):
    link: Link
    account: Author | None = None
    problem: Problem | None = None
    next_poll_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ProblemRaised(Event):
    """Something to tell the officer that belongs to no single pane."""

    problem: Problem


@dataclass(frozen=True, slots=True)
class LearntChanged(Event):
    """The desk learnt from an answer, or forgot."""


@dataclass(frozen=True, slots=True)
class SettingsChanged(Event):
    pass


@dataclass(frozen=True, slots=True)
class LinksChecked(Event):
    """A round of the link checker is over."""

"""Closing the loop: of everyone who asked about an incident, who still waits for the end of it.

Nothing here is kept: it is read from what was said since the incident was over, so a restart
in the middle goes on where it was and nobody is told twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from incluinfo_desk.domain.conversation import CloseReason, Conversation, State


class LoopState(StrEnum):
    WAITING = "waiting"
    TOLD = "told"
    """Our word to them is out or in the queue, or an officer marked it as said on X."""
    EXCUSED = "excused"


class Excuse(StrEnum):
    GONE = "gone"
    """The citizen took the post back."""
    ANSWERED = "answered"
    """Somebody answered from elsewhere since it was over."""
    CLOSED = "closed"
    """An officer closed the conversation."""


@dataclass(frozen=True, slots=True)
class Asker:
    """One conversation that asked about an incident, and what became of it since the end."""

    conversation: Conversation
    gone: bool
    """Its latest post is deleted."""
    told: bool
    """A reply of ours was queued since, and neither called back nor refused; or by hand."""
    answered: bool
    """A post of ours from elsewhere stands below it since."""


@dataclass(frozen=True, slots=True)
class Loop:
    conversation: Conversation
    state: LoopState
    excuse: Excuse | None = None


def loop_of(asker: Asker) -> Loop:
    """Where it stands; what we said ourselves comes before any excuse."""
    of = asker.conversation
    if asker.told:
        return Loop(of, LoopState.TOLD)
    if asker.gone or of.close_reason is CloseReason.DELETED:
        return Loop(of, LoopState.EXCUSED, Excuse.GONE)
    if asker.answered:
        return Loop(of, LoopState.EXCUSED, Excuse.ANSWERED)
    if of.state is State.CLOSED:
        return Loop(of, LoopState.EXCUSED, Excuse.CLOSED)
    return Loop(of, LoopState.WAITING)

"""A citizen's matter on the desk, its states, and who holds it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

from incluinfo_desk.domain.post import AccountId, Author, PostId

ConversationId = NewType("ConversationId", str)


def conversation_id(thread_id: PostId, citizen: AccountId) -> ConversationId:
    """One conversation is one citizen in one thread of X.

    Hundreds may answer below the same broadcast: they share the thread, and each of
    them is a matter of its own (INC-01, INC-37).
    """
    return ConversationId(f"{thread_id}.{citizen}")


class State(StrEnum):
    NEW = "new"
    TAKEN = "taken"
    IN_CONSULTATION = "in_consultation"
    ANSWERED = "answered"
    CLOSED = "closed"


class CloseReason(StrEnum):
    DONE = "done"
    """Nothing more to say: thanks, a farewell, settled elsewhere."""
    NO_QUESTION = "no_question"
    SPAM = "spam"
    HIDDEN = "hidden"
    """Hidden from the thread under a house rule (INC-43)."""
    DELETED = "deleted"
    """The citizen took the post back, or the account is gone."""


MOVES: dict[State, frozenset[State]] = {
    State.NEW: frozenset(
        {State.TAKEN, State.IN_CONSULTATION, State.ANSWERED, State.CLOSED},
    ),
    State.TAKEN: frozenset({State.NEW, State.IN_CONSULTATION, State.ANSWERED, State.CLOSED}),
    State.IN_CONSULTATION: frozenset({State.NEW, State.TAKEN, State.ANSWERED, State.CLOSED}),
    State.ANSWERED: frozenset({State.NEW, State.TAKEN, State.CLOSED}),
    State.CLOSED: frozenset({State.NEW, State.TAKEN}),
}
"""Legal moves; a citizen's follow-up brings ANSWERED and CLOSED back to NEW (INC-06)."""


class IllegalMove(ValueError):
    def __init__(self, old: State, new: State) -> None:
        super().__init__(f"{old} -> {new}")
        self.old = old
        self.new = new


def move(old: State, new: State) -> State:
    """Return ``new``, or raise :class:`IllegalMove` when the desk does not allow it."""
    if new is old or new in MOVES[old]:
        return new
    raise IllegalMove(old, new)


WAITING = frozenset({State.NEW, State.TAKEN, State.IN_CONSULTATION})
"""States in which a citizen waits for us."""

VEIL_AFTER = timedelta(hours=24)
"""Since X last showed a post: its words are not shown any more until X was asked again. X gives
24 hours to follow a deletion, and a desk that was off or offline cannot know (x-platform §2)."""


def is_veiled(seen_at: datetime | None, now: datetime) -> bool:
    """Whether what X showed at ``seen_at`` may have been taken back unnoticed by now."""
    return seen_at is not None and now - seen_at > VEIL_AFTER


ANSWER_TARGET = timedelta(hours=1)
"""How long a citizen may wait before the card says it is late (design/README, INC-47)."""


NOT_A_HOAX = ""
"""Of :attr:`Hint.hoax_id`: an officer said that it tells no hoax, and that stays so."""


@dataclass(frozen=True, slots=True)
class Hint:
    """What a card says at its right end, worked out when the post arrived."""

    faq_id: str | None = None
    """The answer offered for one click, if any."""
    incident_id: str | None = None
    """The open incident this seems to ask about."""
    hoax_id: str | None = None
    """The known hoax it tells or asks about; :data:`NOT_A_HOAX`, or None while none is seen."""


@dataclass(frozen=True, slots=True)
class Conversation:
    id: ConversationId
    thread_id: PostId
    citizen: Author
    state: State
    last_post_id: PostId
    """The citizen's latest post: what a reply answers."""
    last_text: str
    last_at: datetime
    waiting_since: datetime | None
    """When the oldest unanswered post of the citizen was written; None when nobody waits."""
    topic: str | None = None
    """Key of a topic of ``topics.json``, proposed by the engine or set by an officer."""
    language: str | None = None
    holder: str | None = None
    """Initials of the officer who took it."""
    is_question: bool = True
    has_personal_data: bool = False
    reopened: bool = False
    """A follow-up came after an answer (INC-06)."""
    close_reason: CloseReason | None = None
    hint: Hint = Hint()

    seen_at: datetime | None = None
    """When X last showed the latest post."""

    def veiled(self, now: datetime) -> bool:
        """Whether the citizen's words are kept from view (:data:`VEIL_AFTER`)."""
        return bool(self.last_text) and is_veiled(self.seen_at, now)

    def is_late(self, now: datetime) -> bool:
        return self.waiting_since is not None and now - self.waiting_since > ANSWER_TARGET

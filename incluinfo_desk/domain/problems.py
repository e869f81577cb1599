"""What can go wrong, by what the user can do about it.

A problem is a value: adapters raise it inside :class:`Trouble`, operations return or
publish it, and only ``ui/wording.py`` turns it into a sentence with one action.
Anything else that is raised is a bug and goes to ``crash.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from incluinfo_desk.domain.variants import VariantFlaw


@dataclass(frozen=True, slots=True)
class Problem:
    """Base of every problem; never made itself."""


class Trouble(Exception):
    """Carries a :class:`Problem` up to the operation that can tell the user."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(type(problem).__name__)
        self.problem = problem


# --- the channel -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Offline(Problem):
    """The request never left: no route, no name, no TLS. Nothing was posted."""


@dataclass(frozen=True, slots=True)
class ProxyRefused(Problem):
    """The corporate proxy answered instead of X (407, captive portal)."""


@dataclass(frozen=True, slots=True)
class Limited(Problem):
    """429: X asks us to wait."""

    until: datetime | None


@dataclass(frozen=True, slots=True)
class SignInNeeded(Problem):
    """No usable credentials: never signed in, or X says the grant is over."""


@dataclass(frozen=True, slots=True)
class Unauthorised(Problem):
    """401 although we hold tokens: may be X's own outage, so they are kept."""


@dataclass(frozen=True, slots=True)
class NoCredits(Problem):
    """402: the account's API credit is used up."""


class Refusal(StrEnum):
    NOT_SUMMONED = "not_summoned"
    """The author neither mentioned nor quoted us (X's rule of 2026-02-23)."""
    DUPLICATE = "duplicate"
    FORBIDDEN = "forbidden"
    GONE = "gone"
    TOO_LONG = "too_long"
    INVALID = "invalid"


@dataclass(frozen=True, slots=True)
class Refused(Problem):
    """X understood and said no: nothing was published."""

    reason: Refusal
    detail: str = ""
    """X's own words, for the curious; plain text."""


@dataclass(frozen=True, slots=True)
class OutcomeUnknown(Problem):
    """The post may or may not be public: timeout, cut line, 5xx, unreadable answer."""


@dataclass(frozen=True, slots=True)
class PostedTwice(Problem):
    """A person sent again what was not to be found, and X then published the first as well."""


@dataclass(frozen=True, slots=True)
class BadAnswer(Problem):
    """A read came back unreadable: HTML, cut off, empty, or of a shape we do not know."""


@dataclass(frozen=True, slots=True)
class ChannelDown(Problem):
    """5xx on a read."""


# --- what the officer wrote ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class EmptyText(Problem):
    pass


@dataclass(frozen=True, slots=True)
class TooLong(Problem):
    length: int
    limit: int


@dataclass(frozen=True, slots=True)
class UnfilledSlot(Problem):
    slot: str


@dataclass(frozen=True, slots=True)
class HoldsPersonalData(Problem):
    kind: str
    """A key of ``domain.privacy.Kind``; the data itself is never repeated."""


@dataclass(frozen=True, slots=True)
class MayNotReply(Problem):
    """X's API will refuse: the citizen did not mention or quote us. Answer by hand."""


@dataclass(frozen=True, slots=True)
class OverBudget(Problem):
    """The month's budget for X's API does not cover this reply any more."""

    spent: Decimal
    budget: Decimal


@dataclass(frozen=True, slots=True)
class WindowSpent(Problem):
    """X's window for posts is down to the reserve for incidents."""

    until: datetime


@dataclass(frozen=True, slots=True)
class SaidOften(Problem):
    """The same words went out so often today that X may take them for spam."""

    times: int


@dataclass(frozen=True, slots=True)
class EditedMeanwhile(Problem):
    """The citizen changed the post after this answer was begun."""


@dataclass(frozen=True, slots=True)
class AlreadyAnswered(Problem):
    """A reply of ours to this very post is public; another one must be meant."""


@dataclass(frozen=True, slots=True)
class AccidentalLink(Problem):
    """X will make a link of words that were not meant as one: ``solicitud.Se``."""

    link: str
    place: int
    """Position in the text, in characters, from 1."""


@dataclass(frozen=True, slots=True)
class AlreadyQueued(Problem):
    """There is a live post for this target: a double click, or another window."""


@dataclass(frozen=True, slots=True)
class NotOffered(Problem):
    """One click was asked for an answer that is not offered now."""

    why: str
    """A key of ``domain.faq.NotOfferable``."""


@dataclass(frozen=True, slots=True)
class TargetGone(Problem):
    """The citizen deleted the post we were about to answer."""


@dataclass(frozen=True, slots=True)
class TooLateToUndo(Problem):
    pass


@dataclass(frozen=True, slots=True)
class NotAllowed(Problem):
    """A move that the state does not allow."""

    what: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class BrokenRule(Problem):
    """An entry that may not be stored or verified as it is."""

    rule: str
    """A key of ``domain.faq.FaqRule``."""
    variant: VariantFlaw | None = None
    """What is wrong with which variant, where the rule is about one."""


class BlockFlaw(StrEnum):
    NAME = "name"
    """No name for a block, or one that is taken."""
    EMPTY = "empty"
    TOO_LONG = "too_long"
    """No answer could hold it."""
    ROUND = "round"
    """It would come round to itself."""
    UNKNOWN = "unknown"
    """It names a block that is not there."""
    USED = "used"
    """It is taken away while answers or other blocks say it."""
    PERSONAL_DATA = "personal_data"


@dataclass(frozen=True, slots=True)
class BlockRefused(Problem):
    """A shared block that may not be written, renamed or taken away so."""

    block_flaw: BlockFlaw
    name: str


class TopicFlaw(StrEnum):
    NAME = "name"
    """No name for a topic: empty, too long, or without a letter."""
    TAKEN = "taken"
    GONE = "gone"
    """It is no longer one of its own."""
    INTO = "into"
    """Nothing is merged into itself, or into what is retired."""
    LAST = "last"
    """One topic stays in use."""


@dataclass(frozen=True, slots=True)
class TopicRefused(Problem):
    """A topic that may not be added, renamed, merged or retired so."""

    topic_flaw: TopicFlaw
    name: str


class SecondPersonFlaw(StrEnum):
    NEEDED = "needed"
    """The setting wants a second person, and this was asked for without one."""
    UNSIGNED = "unsigned"
    """The author has no initials, so nobody could be told apart from them."""
    NOBODY = "nobody"
    AUTHOR = "author"
    """Who wrote it may not approve it."""
    DECIDED = "decided"
    """Somebody approved it, sent it back or withdrew it before."""


@dataclass(frozen=True, slots=True)
class SecondPerson(Problem):
    """Not queued: it needs the yes of somebody who did not write it."""

    why: SecondPersonFlaw


@dataclass(frozen=True, slots=True)
class AltTextMissing(Problem):
    pass


class Flaw(StrEnum):
    """Why a rebuttal may not be published (``domain/hoax.py``)."""

    OTHER_BODY = "other_body"
    UNVERIFIABLE = "unverifiable"
    NO_CLAIM = "no_claim"
    NO_SOURCE = "no_source"
    """Nothing official among its sources (INC-28)."""
    INCOMPLETE = "incomplete"
    QUOTES = "quotes"
    REPEATS = "repeats"
    NOT_FACT_FIRST = "not_fact_first"
    CHANGED = "changed"
    """It was edited after the second person had been shown it."""


@dataclass(frozen=True, slots=True)
class RebuttalFlawed(Problem):
    flaw: Flaw


@dataclass(frozen=True, slots=True)
class ImageRefused(Problem):
    why: str
    """``type``, ``size`` or ``unreadable``."""


# --- signing in ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ClientIdMissing(Problem):
    """No public id of an app of ours at X: its page would only show an error."""


@dataclass(frozen=True, slots=True)
class PortsTaken(Problem):
    """Other programs hold every port that X may send the browser back to."""

    ports: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SignInTimedOut(Problem):
    """Nobody consented in the browser in time."""


# --- files, disk, keyring ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NoKeyring(Problem):
    """No safe keyring: tokens live in memory until the window closes."""


@dataclass(frozen=True, slots=True)
class KeyringLocked(Problem):
    pass


@dataclass(frozen=True, slots=True)
class DiskFull(Problem):
    path: Path


@dataclass(frozen=True, slots=True)
class ReadOnly(Problem):
    path: Path


@dataclass(frozen=True, slots=True)
class DatabaseDamaged(Problem):
    path: Path


@dataclass(frozen=True, slots=True)
class DatabaseFromNewerVersion(Problem):
    path: Path


@dataclass(frozen=True, slots=True)
class DatabaseBusy(Problem):
    path: Path


@dataclass(frozen=True, slots=True)
class ProfileInUse(Problem):
    path: Path


@dataclass(frozen=True, slots=True)
class SettingsDamaged(Problem):
    """The settings file could not be read; it was kept aside and defaults are used."""

    path: Path
    kept_as: Path


@dataclass(frozen=True, slots=True)
class FileUnreadable(Problem):
    path: Path
    why: str = ""


@dataclass(frozen=True, slots=True)
class BadRow:
    """One row of an imported file that cannot be used, and why."""

    line: int
    """1-based line in the file as a text editor counts it."""
    field: str
    rule: str
    value: str = ""

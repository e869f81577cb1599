"""What officers and the desk did, chained so that no change of it goes unseen.

ENS op.exp.8 wants who, when, what and on what, from a closed catalogue of acts. A record
holds ids, counts and seals only: no citizen's words, names or handles, so that it may
outlive what was purged (reliability-security §4.1, §4.2).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

CLOCKWORK = "reloj"
"""Who acts when the desk does by the clock what it must."""

GENESIS = "0" * 64
"""What the first record says came before it."""


class Act(StrEnum):
    SENT = "sent"
    """A post of ours became public."""
    ANSWERED_BY_HAND = "answered_by_hand"
    """An officer says that the answer was published on X itself."""
    HIDDEN = "hidden"
    SHOWN = "shown"
    DELETED = "deleted"
    """A post of ours was taken back."""
    TAKEN_OVER = "taken_over"
    """An officer took a conversation that another one held."""
    FAQ_SAVED = "faq_saved"
    FAQ_VERIFIED = "faq_verified"
    FAQ_RETIRED = "faq_retired"
    FAQ_IMPORTED = "faq_imported"
    BLOCK_CHANGED = "block_changed"
    TOPICS_CHANGED = "topics_changed"
    """A topic of the channel was added, renamed, merged, parted or retired."""
    REDIRECT_CHANGED = "redirect_changed"
    """What we say on another body's matters."""
    NORM_CHANGED = "norm_changed"
    """A norm changed; the answers that rest on it went under review."""
    EXPORTED = "exported"
    INCIDENT_PUBLISHED = "incident_published"
    COMPONENTS_CHANGED = "components_changed"
    """The data of services or offices, by hand or from a file."""
    TAKEN_BACK = "taken_back"
    """An officer had a word on an incident deleted from X; why stands beside the word."""
    HOAX_SAVED = "hoax_saved"
    HOAX_REBUTTED = "hoax_rebutted"
    PROPOSED = "proposed"
    """Public words were laid before a second person."""
    APPROVED = "approved"
    RETURNED = "returned"
    """Sent back to their author, or taken back by them."""
    SIGNED_IN = "signed_in"
    SIGNED_OUT = "signed_out"
    SETTINGS_CHANGED = "settings_changed"
    """One that bears on what is sent or kept."""
    POSTS_FORGOTTEN = "posts_forgotten"
    """Gone from X, or no longer public: erased here as well."""
    PURGED = "purged"
    """The retention period ended."""
    PERSON_FORGOTTEN = "person_forgotten"


@dataclass(frozen=True, slots=True)
class Record:
    seq: int | str
    """From 1 without a gap. A value of a wrong type is kept as it was found."""
    at: int | str
    """Microseconds since 1970, UTC."""
    officer: int | str
    """Initials, or :data:`CLOCKWORK`."""
    act: int | str
    subject: int | str
    """Id of what it was done to: an outgoing post, an entry, an incident, or a seal."""
    detail: int | str
    """A JSON object as it is stored."""
    previous: int | str
    hash: int | str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """Where the chain ends, kept apart from it: a cut-off end does not show in the rest."""

    count: int
    hash: str


class Flaw(StrEnum):
    ALTERED = "altered"
    MISSING = "missing"
    HEAD = "head"
    """The records are whole among themselves, but the note of where they end is not theirs."""


@dataclass(frozen=True, slots=True)
class Verdict:
    count: int
    """Records read until the end or the first flaw."""
    hash: str
    """The last good one: written down elsewhere, it proves the end of the chain too."""
    flaw: Flaw | None = None
    seq: int | None = None
    """The first record with a flaw."""


def sealed(record: Record) -> Record:
    """``record`` with its hash."""
    return replace(record, hash=_hash(record))


def detail_text(detail: dict[str, object]) -> str:
    """The canonical form of ``detail``: one text for one meaning."""
    return json.dumps(detail, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def verify(records: Iterable[Record], head: Head | None) -> Verdict:
    """Whether every record is as it was written and none is missing, in the order of seq."""
    count, last = 0, GENESIS
    for record in records:
        expected = count + 1
        if record.seq != expected:
            return Verdict(count, last, Flaw.MISSING, expected)
        if record.previous != last or record.hash != _hash(record):
            return Verdict(count, last, Flaw.ALTERED, expected)
        count, last = expected, str(record.hash)
    if head is not None and head.count > count:
        return Verdict(count, last, Flaw.MISSING, count + 1)
    if (head or Head(0, GENESIS)) != Head(count, last):
        return Verdict(count, last, Flaw.HEAD, max(count, 1))
    return Verdict(count, last)


def _hash(record: Record) -> str:
    told = [
        record.seq,
        record.at,
        record.officer,
        record.act,
        record.subject,
        record.detail,
        record.previous,
    ]
    # A list keeps the parts apart: "ab","c" and "a","bc" are different texts.
    text = json.dumps(told, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()

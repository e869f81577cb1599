"""What an answer of X, or the lack of one, means to the desk (x-platform.md §5).

Two rules are sacred. A write is "refused" or "not sent" only when that is proven; all
else is OutcomeUnknown, which is settled by reading. And one 401 or 403 condemns one
request, never the account: X has had outages that answered both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum
from typing import Any

import aiohttp

from incluinfo_desk.domain.problems import (
    BadAnswer,
    ChannelDown,
    Limited,
    NoCredits,
    Offline,
    OutcomeUnknown,
    Problem,
    ProxyRefused,
    Refusal,
    Refused,
    Unauthorised,
)
from incluinfo_desk.operations.ports import Quota


class Body(StrEnum):
    JSON = "json"
    HTML = "html"
    EMPTY = "empty"
    BROKEN = "broken"
    """Cut off, too big, or JSON that is not an object."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One HTTP answer, already read; headers by lower-case name."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: Body
    document: dict[str, Any] = field(default_factory=dict, repr=False)

    @property
    def ok(self) -> bool:
        return 200 <= self.status < 300 and self.body is Body.JSON

    @property
    def problem_type(self) -> str:
        """Last path segment of the problem's ``type``: hosts differ, the segment does not."""
        value = self.document.get("type")
        return value.rstrip("/").rsplit("/", 1)[-1] if isinstance(value, str) else ""


REFUSING = frozenset({400, 403, 404, 410, 413, 415, 422})
"""Statuses of a write that prove nothing was published, when X's own JSON says so."""

_NOT_SUMMONED = re.compile(
    r"not been mentioned or otherwise engaged|you are mentioned or are the author",
    re.IGNORECASE,
)
_DUPLICATE = re.compile(r"duplicate content|already (?:sent|said) that", re.IGNORECASE)
_GONE = re.compile(r"deleted or not visible|could not find|no status found", re.IGNORECASE)
_TOO_LONG = re.compile(r"too long|bit shorter|exceeds the maximum|character limit", re.IGNORECASE)
_CODES = {
    186: Refusal.TOO_LONG,
    187: Refusal.DUPLICATE,
    144: Refusal.GONE,
    385: Refusal.GONE,
}
"""Codes of the legacy error shape ``{"errors": [{"code", "message"}]}``."""

DETAIL_LIMIT = 300
"""Characters of X's own words that are kept."""


def of_exception(error: BaseException, *, left: bool, write: bool) -> Problem:
    """A request that ended without a readable answer.

    ``left`` tells whether its first byte may have been written: before that it is Offline
    whatever aiohttp calls it; after that a write is unknown.
    """
    if not left:
        return Offline()
    if write:
        return OutcomeUnknown()
    if isinstance(error, aiohttp.ClientPayloadError | aiohttp.ClientResponseError | ValueError):
        return BadAnswer()
    return ChannelDown()


def of_answer(answer: Answer, *, write: bool, now: datetime) -> Problem | None:
    """What is wrong with ``answer``; None when its document may be read."""
    status = answer.status
    if answer.ok:
        return None
    if status == 407:
        return ProxyRefused()
    if status == 401:
        return Unauthorised()
    if status == 402 or (status in (403, 429) and answer.problem_type == "usage-capped"):
        return NoCredits()
    if status == 429:
        return Limited(limited_until(answer.headers, now))
    return _of_write(answer) if write else _of_read(answer)


def _of_write(answer: Answer) -> Problem:
    if answer.status in REFUSING and answer.body is Body.JSON:
        return Refused(_refusal(answer), _detail(answer))
    return OutcomeUnknown()


def _of_read(answer: Answer) -> Problem:
    if answer.status == 511 or 300 <= answer.status < 400:
        return ProxyRefused()
    if answer.status >= 500:
        return ChannelDown()
    if answer.body is Body.HTML:
        # X's API never answers HTML below 500: a captive portal or a filter did.
        return ProxyRefused()
    if answer.status == 403:
        # Scope, enrolment, suspension: the grant as it is does not open this door.
        return Unauthorised()
    return BadAnswer()


def _refusal(answer: Answer) -> Refusal:
    if answer.status in (404, 410):
        return Refusal.GONE
    words = " ".join(_words(answer))
    if _DUPLICATE.search(words):
        return Refusal.DUPLICATE
    if _NOT_SUMMONED.search(words):
        return Refusal.NOT_SUMMONED
    if _GONE.search(words):
        return Refusal.GONE
    if _TOO_LONG.search(words):
        return Refusal.TOO_LONG
    for code in _codes(answer):
        if code in _CODES:
            return _CODES[code]
    return Refusal.FORBIDDEN if answer.status == 403 else Refusal.INVALID


def _documents(answer: Answer) -> Iterator[Mapping[str, Any]]:
    yield answer.document
    errors = answer.document.get("errors")
    if isinstance(errors, list):
        yield from (error for error in errors if isinstance(error, dict))


def _words(answer: Answer) -> Iterator[str]:
    for document in _documents(answer):
        for key in ("detail", "message", "title", "error_description"):
            value = document.get(key)
            if isinstance(value, str):
                yield value


def _codes(answer: Answer) -> Iterator[int]:
    for document in _documents(answer):
        code = document.get("code")
        if isinstance(code, int):
            yield code


def _detail(answer: Answer) -> str:
    first = next((words for words in _words(answer) if words.strip()), "")
    return "".join(c if c.isprintable() else " " for c in first[:DETAIL_LIMIT]).strip()


def _number(value: str | None) -> int | None:
    if value is None or not re.fullmatch(r"\s*\d{1,12}\s*", value):
        return None
    return int(value)


def _skew(headers: Mapping[str, str], now: datetime) -> timedelta:
    """How far this machine's clock runs ahead of X's (an officer's PC may be a day off)."""
    try:
        theirs = parsedate_to_datetime(headers["date"])
    except (KeyError, ValueError, TypeError, IndexError, OverflowError):
        return timedelta(0)
    if theirs.tzinfo is None:
        theirs = theirs.replace(tzinfo=UTC)
    skew = now - theirs
    # Date has whole seconds, and so has a reset: below that nothing is to be corrected.
    return skew if abs(skew) > timedelta(seconds=30) else timedelta(0)


def windows(headers: Mapping[str, str], now: datetime) -> dict[str, Quota]:
    """Rate windows named in ``headers``: ``""`` (15 minutes), ``day`` and ``app_day``.

    ``resets_at`` is told by our clock, whatever X's clock says.
    """
    skew = _skew(headers, now)
    found: dict[str, Quota] = {}
    for name, prefix in (
        ("", "x-rate-limit"),
        ("day", "x-user-limit-24hour"),
        ("app_day", "x-app-limit-24hour"),
    ):
        limit, remaining, reset = (
            _number(headers.get(f"{prefix}-{part}")) for part in ("limit", "remaining", "reset")
        )
        if limit is None or remaining is None or reset is None:
            continue
        try:
            resets_at = datetime.fromtimestamp(reset, UTC) + skew
        except (OverflowError, OSError, ValueError):
            continue
        found[name] = Quota(limit, remaining, resets_at)
    return found


def limited_until(headers: Mapping[str, str], now: datetime) -> datetime | None:
    """When X will listen again: the latest reset of the windows that are used up.

    None when X did not say, or named a time that is over: the caller has its own back-off.
    """
    known = windows(headers, now)
    spent = [quota.resets_at for quota in known.values() if quota.remaining == 0]
    times = spent or [quota.resets_at for quota in known.values()]
    reset = _number(headers.get("x-rate-limit-reset"))
    if not known and reset is not None:
        # A bare reset, without the two other headers.
        times = [
            quota.resets_at
            for quota in windows(
                {**headers, "x-rate-limit-limit": "1", "x-rate-limit-remaining": "0"},
                now,
            ).values()
        ]
    wait = _number(headers.get("retry-after"))
    if wait is not None and wait <= 86_400 * 31:
        times.append(now + timedelta(seconds=wait))
    later = [time for time in times if now < time < now + timedelta(days=31)]
    return max(later, default=None)


def is_about_fields(answer: Answer) -> bool:
    """Whether a 400 complains about the field parameters of one vocabulary."""
    if answer.status != 400:
        return False
    for document in _documents(answer):
        parameters = document.get("parameters")
        named = [*parameters] if isinstance(parameters, dict) else [document.get("parameter")]
        if any(name in _FIELD_PARAMETERS for name in named if isinstance(name, str)):
            return True
    return any(name in words for words in _words(answer) for name in _FIELD_PARAMETERS)


_FIELD_PARAMETERS = ("tweet.fields", "post.fields")

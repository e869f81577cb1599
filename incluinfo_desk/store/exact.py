"""Times and texts as they are stored: exactly. Standard library only, for first_page.py."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

Clock = Callable[[], datetime]
"""Tells the present time, aware UTC."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def micros(moment: datetime) -> int:
    """Microseconds since 1970 of an aware time; no float ever touches it."""
    if moment.tzinfo is None:
        raise ValueError("times are stored aware")
    return (moment - EPOCH) // _MICROSECOND


def moment(value: int) -> datetime:
    """The aware UTC time that :func:`micros` counted."""
    return EPOCH + timedelta(microseconds=value)


def clean(text: str) -> str:
    """``text`` as both databases can hold it.

    PostgreSQL refuses NUL, and neither takes half a surrogate pair: the first is dropped,
    the second becomes U+FFFD. Everything else stays as it came.
    """
    if "\0" in text:
        text = text.replace("\0", "")
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        # A pair given as two halves is joined on the way through UTF-16.
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def folded(text: str) -> str:
    """``text`` for comparison: no case, no accents; SQL's own lower() stops at ASCII."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))

"""What the clocks on the walls of Spain show, on systems that know no time zones too.

Windows has no tz database for Python; the rule is short. Summer time lasts from 01:00 UTC
of the last Sunday of March to 01:00 UTC of the last Sunday of October (Directiva
2000/84/CE; Real Decreto 236/2002). The mainland, the Balearics, Ceuta and Melilla keep
UTC+1 and UTC+2, the Canary Islands one hour less.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone

CANARY_PROVINCES = frozenset({"35", "38"})
"""Las Palmas and Santa Cruz de Tenerife, by their INE codes."""


def madrid(at: datetime) -> datetime:
    """``at`` on the mainland's clock."""
    return _zoned(at, 1)


def canary(at: datetime) -> datetime:
    """``at`` on the clock of the Canary Islands."""
    return _zoned(at, 0)


def spoken(when: datetime, now: datetime, provinces: Iterable[str] = ()) -> str:
    """``las 10:22``, with its day when it is not today, by the mainland's clock.

    With a Canary province among ``provinces`` the islands' time follows: people there read
    the same post.
    """
    said = _said(madrid(when), madrid(now))
    if CANARY_PROVINCES.isdisjoint(provinces):
        return said
    there = canary(when)
    islands = f"{there.hour}:{there.minute:02}"
    if there.date() != madrid(when).date():
        islands += f" del {there.day}/{there.month}"
    return f"{said} ({islands} en Canarias)"


def _said(local: datetime, today: datetime) -> str:
    hour = f"{local.hour}:{local.minute:02}"
    # "la una", "las dos": Spanish has one singular hour.
    article = "la" if local.hour == 1 else "las"
    if local.date() == today.date():
        return f"{article} {hour}"
    return f"{article} {hour} del {local.day}/{local.month}"


def _zoned(at: datetime, hours: int) -> datetime:
    utc = at.astimezone(UTC)
    summer = _last_sunday(utc.year, 3) <= utc < _last_sunday(utc.year, 10)
    return utc.astimezone(timezone(timedelta(hours=hours + summer)))


def _last_sunday(year: int, month: int) -> datetime:
    """01:00 UTC of it; both months have 31 days."""
    last = date(year, month, 31)
    sunday = last - timedelta(days=(last.weekday() + 1) % 7)
    return datetime(year, month, sunday.day, 1, tzinfo=UTC)

"""The clocks of Spain without a tz database, held against the one this machine has."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from incluinfo_desk.domain.spanish_time import canary, madrid, spoken


def test_every_hour_of_thirty_years_agrees_with_the_tz_database() -> None:
    """From 1998 on: before, Spain changed on other days."""
    rng = random.Random(1)
    begin = datetime(1998, 1, 1, tzinfo=UTC)
    moments = [begin + timedelta(minutes=rng.randrange(30 * 525_960)) for _ in range(3_000)]
    for year in range(1998, 2028):
        for month in (3, 10):
            near = datetime(year, month, 24, tzinfo=UTC)
            moments += [near + timedelta(hours=n) for n in range(8 * 24)]
    for at in moments:
        for ours, name in ((madrid, "Europe/Madrid"), (canary, "Atlantic/Canary")):
            wall = at.astimezone(ZoneInfo(name))
            assert ours(at).replace(tzinfo=None) == wall.replace(tzinfo=None), (at, name)
            assert ours(at).utcoffset() == wall.utcoffset()


@pytest.mark.parametrize(
    ("when", "provinces", "words"),
    [
        (datetime(2026, 11, 23, 9, 22, tzinfo=UTC), (), "las 10:22"),
        (datetime(2026, 11, 23, 0, 5, tzinfo=UTC), ("28",), "la 1:05"),
        (datetime(2026, 11, 28, 7, 0, tzinfo=UTC), (), "las 8:00 del 28/11"),
        (datetime(2026, 11, 23, 9, 22, tzinfo=UTC), ("28", "38"), "las 10:22 (9:22 en Canarias)"),
        (
            datetime(2026, 11, 23, 23, 30, tzinfo=UTC),
            ("35",),
            "las 0:30 del 24/11 (23:30 del 23/11 en Canarias)",
        ),
    ],
)
def test_a_time_is_said_as_people_read_it(
    when: datetime, provinces: tuple[str, ...], words: str
) -> None:
    assert spoken(when, datetime(2026, 11, 23, 12, tzinfo=UTC), provinces) == words

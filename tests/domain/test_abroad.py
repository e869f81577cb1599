"""What a clock abroad shows of Spanish hours (INC-16)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from incluinfo_desk.domain.abroad import OfficeAbroad, clocks, in_both

WINTER = datetime(2026, 11, 25, 10, 12, tzinfo=UTC)
SUMMER = datetime(2026, 7, 1, 10, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hours", "now", "offset", "said"),
    [
        ("de 9 a 20 h", WINTER, -5, "de 9 a 20 h (hora de Madrid; en Lima, de 3:00 a 14:00)"),
        ("de 9 a 20 h", SUMMER, -5, "de 9 a 20 h (hora de Madrid; en Lima, de 2:00 a 13:00)"),
        (
            "de lunes a viernes, de 9:00 a 14:30",
            WINTER,
            -9,
            "de lunes a viernes, de 9:00 a 14:30 "
            "(hora de Madrid; en Lima, de 23:00 del día anterior a 4:30)",
        ),
        (
            "de 9 a 20 h",
            WINTER,
            8,
            "de 9 a 20 h (hora de Madrid; en Lima, de 16:00 a 3:00 del día siguiente)",
        ),
        ("de 9 a 20 h", WINTER, 1, "de 9 a 20 h"),
        ("siempre", WINTER, -5, "siempre"),
    ],
)
def test_hours_are_said_by_both_clocks(hours: str, now: datetime, offset: int, said: str) -> None:
    assert in_both(hours, "Lima", now, timedelta(hours=offset)) == said


def test_one_o_clock_is_singular() -> None:
    there = OfficeAbroad("Perú", "Lima", "America/Lima")
    at = datetime(2026, 11, 25, 6, 5, tzinfo=UTC)
    assert clocks(there, at, timedelta(hours=-5)) == "En Lima es la 1:05; en Madrid, las 7:05"

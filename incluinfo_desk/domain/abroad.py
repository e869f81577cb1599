"""The Ministry's offices abroad, and Spanish hours as a clock there shows them (INC-16)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from incluinfo_desk.domain.spanish_time import madrid

TOPIC = "espanoles-exterior"
"""Key of the topic of those who live there, as it ships."""
_HOURS = re.compile(r"\bde (\d{1,2})(?::(\d\d))? a (\d{1,2})(?::(\d\d))?(?: h\b)?")
_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class OfficeAbroad:
    """A Consejería de Trabajo, Migraciones y Seguridad Social of an embassy."""

    country: str
    city: str
    zone: str
    """IANA name of its time zone."""

    @property
    def said(self) -> str:
        """As a citizen is told, in Spanish."""
        return (
            "Consejería de Trabajo, Migraciones y Seguridad Social de la Embajada de España en "
            f"{self.city}"
        )


def read_offices(json_text: str) -> tuple[OfficeAbroad, ...]:
    """The list that ships with the desk. Raises ValueError when the file is damaged."""
    return tuple(OfficeAbroad(**row) for row in json.loads(json_text)["offices"])


def clocks(office: OfficeAbroad, now: datetime, offset: timedelta) -> str:
    """``En Lima son las 5:12; en Madrid, las 11:12``; ``offset`` is the city's from UTC, now."""
    there = (now + offset).replace(tzinfo=None)
    verb = "es" if there.hour == 1 else "son"
    return f"En {office.city} {verb} {_at(there)}; en Madrid, {_at(madrid(now))}"


def in_both(hours: str, city: str, now: datetime, offset: timedelta) -> str:
    """Hours said for Madrid's clock, with those of ``city`` behind each.

    ``de 9 a 20 h`` becomes ``de 9 a 20 h (hora de Madrid; en Lima, de 3:00 a 14:00)``. Words
    without hours, and a city that shares the clock, stay as they are.
    """
    here = madrid(now).utcoffset() or timedelta()
    minutes = round((offset - here).total_seconds() / 60)

    def both(found: re.Match[str]) -> str:
        first, last = (int(found[n]) * 60 + int(found[n + 1] or 0) + minutes for n in (1, 3))
        words = f"de {_clock(first)} a {_clock(last)}"
        return f"{found[0]} (hora de Madrid; en {city}, {words})"

    return _HOURS.sub(both, hours) if minutes else hours


def _at(at: datetime) -> str:
    # "la una", "las dos": Spanish has one singular hour.
    return f"{'la' if at.hour == 1 else 'las'} {at.hour}:{at.minute:02}"


def _clock(minutes: int) -> str:
    words = f"{minutes % _DAY // 60}:{minutes % 60:02}"
    if minutes < 0:
        return f"{words} del día anterior"
    return f"{words} del día siguiente" if minutes >= _DAY else words

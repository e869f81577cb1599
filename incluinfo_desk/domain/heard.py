"""A question that came by another way than X: telephone, counter, e-mail (CTC-13)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Line(StrEnum):
    PHONE = "phone"
    OFFICE = "office"
    EMAIL = "email"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Heard:
    line: Line
    text: str
    """Without personal data."""
    topic: str | None
    at: datetime
    covered: bool = False
    """Whether a verified answer was there for it when it was noted."""

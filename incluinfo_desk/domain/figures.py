"""Figures in a public text, and whether it says where they come from and of when (INC-53).

A hint, never a refusal: what is a figure that wants a source is a person's judgement.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from incluinfo_desk.domain.length import find_urls


@dataclass(frozen=True, slots=True)
class BareFigures:
    """A text that gives figures without all that belongs to them."""

    figures: tuple[str, ...]
    source_missing: bool
    time_missing: bool


_MONTHS = "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
_CLOCK = r"\b\d{1,2}:\d{2}\b"
_DATE = rf"\b\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?\b|\b\d{{1,2}} de (?:{_MONTHS})(?: de \d{{4}})?\b"
_NOT_FIGURES = re.compile(
    "|".join(
        (
            _CLOCK,
            _DATE,
            r"\(\d+/\d+\)",  # the number of a part
            r"\b\d+/\d{4}\b",  # a norm: 19/2021
            r"\b(?:art(?:ículo|s)?|ley|modelo|formulario|real decreto|rd)\.?\s*\d[\d.]*",
            r"\b(?:\d{2,3} ){2,}\d{2,3}\b|\b(?:6|7|8|9)\d{8}\b",  # telephones
            r"(?<![\d.,])0\d{2}\b|\b112\b",  # 020, 060
            r"\b\d{1,2}\s?h\b|\b\d+ (?:horas?|minutos?)\b",
            r"\b(?:19|20)\d{2}\b",  # a year
        )
    ),
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*(?:\s?(?:%|€|millones|mil|euros))?")
_SOURCE = re.compile(r"\b(?:según|fuente|datos de(?:l)?|INE|AEAT|TGSS|INSS|BOE)\b", re.IGNORECASE)
_TIME = re.compile(
    rf"{_CLOCK}|{_DATE}|\b(?:19|20)\d{{2}}\b|\b(?:hoy|ayer|(?:{_MONTHS}))\b", re.IGNORECASE
)


def bare_figures(text: str) -> BareFigures | None:
    """What a text with figures lacks; None when it has none, or says source and time."""
    plain = text
    for url in reversed(find_urls(text)):
        plain = plain[: url.start] + " " + plain[url.end :]
    rest = _NOT_FIGURES.sub(" ", plain)
    figures = tuple(dict.fromkeys(match.group().strip() for match in _FIGURE.finditer(rest)))
    if not figures:
        return None
    source = bool(_SOURCE.search(plain)) or plain != text
    time = bool(_TIME.search(plain))
    if source and time:
        return None
    return BareFigures(figures, not source, not time)

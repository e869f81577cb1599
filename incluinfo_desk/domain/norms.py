"""Norms that answers rest on, and what the official gazette says about them.

Ids are those of the Agencia Estatal BOE: ``BOE-A-2015-11724``, ``DOUE-L-2016-80807``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NewType

NormId = NewType("NormId", str)

_ID = re.compile(r"[A-Z]{2,6}-[A-Za-z]-\d{4}-\d{1,6}")
_IN_TEXT = re.compile(r"\b[A-Z]{2,6}-[A-Za-z]-\d{4}-\d{1,6}\b")


@dataclass(frozen=True, slots=True)
class Norm:
    id: NormId
    short: str
    """As lawyers cite it: "LGSS", "Ley 19/2021"."""
    title: str
    cited_as: tuple[str, ...] = ()
    """How titles in the gazette name it: "Real Decreto Legislativo 8/2015"."""


@dataclass(frozen=True, slots=True)
class NormChange:
    """A norm changes: all answers that rest on it are to be looked at."""

    norm: NormId
    title: str
    """What changes it, in the gazette's words or an officer's."""
    in_force: date
    note: str = ""
    source: str = ""
    """BOE id of what changes it; empty when an officer knows it from elsewhere."""
    by: str = ""
    at: datetime | None = None
    entries: int = 0
    """How many answers went under review with it."""


@dataclass(frozen=True, slots=True)
class Published:
    """One disposition of a day's gazette."""

    id: str
    title: str
    department: str = ""
    general: bool = True
    """It stands in section I: only general dispositions change norms."""
    changes: tuple[NormId, ...] | None = None
    """Norms that its own analysis names as changed; None where only the title is known."""


@dataclass(frozen=True, slots=True)
class Gazette:
    day: date | None
    items: tuple[Published, ...]


def is_norm_id(text: str) -> bool:
    return _ID.fullmatch(text) is not None


def norm_ids(text: str) -> tuple[NormId, ...]:
    """Every id in a text, be it an address of boe.es, once each."""
    return tuple(NormId(found) for found in dict.fromkeys(_IN_TEXT.findall(text)))


def official_text(norm: NormId) -> str:
    """Address of the consolidated text; the Union's gazette has none there."""
    page = "act.php" if norm.startswith("BOE-A-") else "doc.php"
    return f"https://www.boe.es/buscar/{page}?id={norm}"


# --- what a day's gazette changes -------------------------------------------------------------

_VERB = re.compile(
    r"\b(?:modifica(?:n|ndo|ci[oó]n|ciones)?|deroga(?:n|ndo|ci[oó]n)?|prorroga(?:n)?"
    r"|correcci[oó]n de err(?:ores|atas)|corrigen? err(?:ores|atas)|suprimen?"
    r"|deja(?:n)? sin efecto|nueva redacci[oó]n|inconstitucional(?:idad)?)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\b(?:al amparo|en desarrollo|en aplicaci[oó]n|de conformidad|conforme|de acuerdo con"
    r"|previst[oa]s?|establecid[oa]s?|regulad[oa]s?|a (?:la|lo|los|las) que se refieren?"
    r"|en relaci[oó]n con|para adaptar\w*|para su adaptaci[oó]n|en cumplimiento)\b",
    re.IGNORECASE,
)
_REGIONAL = re.compile(r"^(?:comunidad|comunitat|ciudad|principado)\b", re.IGNORECASE)
"""Laws of the regions have numbers of their own: their Ley 12/2009 is not ours."""


def touched(gazette: Gazette, norms: Iterable[Norm]) -> tuple[tuple[Norm, Published], ...]:
    """Which of ``norms`` the gazette changes, each with what changes it.

    Where an item brings its analysis, that decides. Else its title must say that it changes
    the norm; naming it ("en desarrollo de la Ley 39/2015") is not enough. A law that changes
    others without a word in its title is found only by its own XML: a title cannot tell.
    """
    known = tuple(norms)
    found: list[tuple[Norm, Published]] = []
    for item in gazette.items:
        if not item.general or _REGIONAL.match(item.department):
            continue
        found += [(n, item) for n in known if n.id != item.id and _changes(item, n)]
    return tuple(found)


def _changes(item: Published, norm: Norm) -> bool:
    if item.changes is not None:
        return norm.id in item.changes
    return any(_names(part, norm.cited_as) for part in _changed_parts(item.title))


def _changed_parts(title: str) -> list[str]:
    """What of a title says that something is changed: from each verb up to an aside."""
    parts = []
    for verb in _VERB.finditer(title):
        rest = title[verb.end() :]
        aside = _ASIDE.search(rest)
        parts.append(rest[: aside.start()] if aside else rest)
    return parts


def _names(text: str, cited_as: Sequence[str]) -> bool:
    return any(
        re.search(rf"(?<!\w){re.escape(name)}(?![\w/])", text, re.IGNORECASE) for name in cited_as
    )

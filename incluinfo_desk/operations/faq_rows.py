"""Rows of a FAQ file, whatever its format: raw values on one side, entries on the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from incluinfo_desk.domain.blocks import SharedText, called, named
from incluinfo_desk.domain.faq import FaqEntry, FaqState
from incluinfo_desk.domain.problems import BadRow
from incluinfo_desk.domain.suggestion.content import BadFieldError, entry_of

MOST_ROWS = 20_000
"""Entries in one file (reliability-security §3.2): more is a mistake or an attack."""
_BLOCK = "(texto que comparten varias respuestas)"
"""In place of a question; nobody reads it back."""
LONGEST = 20_000
"""Characters of one value; the longest honest one, all variants together, has about 2,000."""


@dataclass(frozen=True, slots=True)
class Exported:
    """An entry as it leaves, with the fingerprints of what it was."""

    entry: FaqEntry
    lineage: tuple[str, ...] = ()
    """Of its revisions, the youngest first (``domain/faq_merge.py``)."""


@dataclass(frozen=True, slots=True)
class Row:
    line: int
    """1-based, where the entry begins in the file."""
    entry: FaqEntry
    has_state: bool
    """Whether the file says who stands behind it; a starter file does not."""
    lineage: tuple[str, ...] = ()
    """What the file says the entry was before; empty for one made by hand."""


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything one file gave."""

    rows: tuple[Row, ...]
    bad: tuple[BadRow, ...]
    notes: tuple[str, ...] = ()
    """What had to be guessed, as keys: ``cp1252``, ``utf-16``, ``delimiter:;``."""
    shared: tuple[SharedText, ...] = ()
    """Blocks that the answers of the file name, as they were where it was written."""


def read_rows(raws: Iterable[tuple[int, dict[str, Any] | BadRow]]) -> Contents:
    """Entries of raw rows with their lines; bad rows by line and reason, good ones kept."""
    rows: list[Row] = []
    bad: list[BadRow] = []
    shared: list[SharedText] = []
    seen: set[str] = set()
    for line, raw in raws:
        if len(rows) + len(bad) + len(shared) >= MOST_ROWS:
            bad.append(BadRow(line, "", "too_many", str(MOST_ROWS)))
            break
        if isinstance(raw, BadRow):
            bad.append(raw)
            continue
        try:
            row = _shared(line, raw) or _row(line, raw)
        except BadFieldError as error:
            bad.append(BadRow(line, error.field, error.why, _shown(raw.get(error.field))))
            continue
        key = row.entry.id if isinstance(row, Row) else row.key
        if key in seen:
            bad.append(BadRow(line, "id", "duplicate"))
            continue
        seen.add(key)
        if isinstance(row, Row):
            rows.append(row)
        else:
            shared.append(row)
    bad.sort(key=lambda b: b.line)
    return Contents(tuple(rows), tuple(bad), shared=tuple(shared))


def raw_of_block(name: str, text: str) -> dict[str, Any]:
    """A block as a row: its name as answers write it, and what it says in their stead."""
    blank = FaqEntry(id=called(name), topic="", question=_BLOCK, reply=text)
    return raw_of(Exported(blank))


def raw_of(exported: Exported) -> dict[str, Any]:
    """One entry as the JSON file holds it; every other format is made from this."""
    entry = exported.entry
    return {
        "id": entry.id,
        "topic": entry.topic,
        "question": entry.question,
        "variants": list(entry.variants),
        "reply": entry.reply,
        "link": entry.link,
        "body": entry.body,
        "needs_private_channel": entry.needs_private_channel,
        "legal_basis": entry.legal_basis,
        "source": entry.source,
        "confidence": entry.confidence,
        "review_by": entry.review_by.isoformat() if entry.review_by else None,
        "valid_from": entry.valid_from.isoformat() if entry.valid_from else None,
        "keywords": list(entry.keywords),
        "language": entry.language,
        "state": entry.state.value,
        "verified_by": entry.verified_by,
        "verified_at": entry.verified_at.isoformat() if entry.verified_at else None,
        "norms": list(entry.norms),
        "no_norm": entry.no_norm,
        "procedure": entry.procedure,
        "translations": {
            t.language: {"reply": t.reply, "link": t.link} for t in entry.translations
        },
        "layer": entry.layer.value,
        "owner": entry.owner,
        "review_reason": entry.review_reason,
        "lineage": list(exported.lineage),
    }


def _shared(line: int, raw: dict[str, Any]) -> SharedText | None:
    key, text = raw.get("id"), raw.get("reply")
    names = named(key) if isinstance(key, str) else ()
    if len(names) != 1 or key != called(names[0]):
        return None
    if not isinstance(text, str):
        raise BadFieldError("reply", "missing" if text is None else "type")
    if len(text) > LONGEST:
        raise BadFieldError("reply", "too_long_value")
    return SharedText(line, names[0], text)


def _row(line: int, raw: dict[str, Any]) -> Row:
    for name, value in raw.items():
        if len(str(value)) > LONGEST:
            raise BadFieldError(name, "too_long_value")
    state = _state(raw)
    by = raw.get("verified_by")
    if not isinstance(by, str | None):
        raise BadFieldError("verified_by", "type")
    entry = replace(entry_of(raw), state=state, verified_by=by or None, verified_at=_moment(raw))
    lineage = raw.get("lineage") or []
    if not isinstance(lineage, list) or not all(isinstance(each, str) for each in lineage):
        raise BadFieldError("lineage", "type")
    return Row(line, entry, "state" in raw, tuple(lineage))


def _state(raw: dict[str, Any]) -> FaqState:
    try:
        return FaqState(raw.get("state", FaqState.DRAFT.value))
    except ValueError:
        raise BadFieldError("state", "value") from None


def _moment(raw: dict[str, Any]) -> datetime | None:
    value = raw.get("verified_at")
    try:
        when = datetime.fromisoformat(value) if value is not None else None
    except (TypeError, ValueError):
        raise BadFieldError("verified_at", "value") from None
    if when is not None and when.tzinfo is None:
        raise BadFieldError("verified_at", "value")
    return when


def _shown(value: object) -> str:
    return "" if value is None or (isinstance(value, Sequence) and not value) else str(value)[:80]

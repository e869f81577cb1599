"""The FAQ as a file: the starter's format, with the state of each entry where it is known."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from incluinfo_desk.domain.faq import FaqEntry, FaqState
from incluinfo_desk.domain.problems import BadRow, FileUnreadable, Trouble
from incluinfo_desk.domain.suggestion.content import read_entries
from incluinfo_desk.paths import problem_of

LARGEST = 50_000_000
"""Bytes; ten thousand entries take about ten million."""


@dataclass(frozen=True, slots=True)
class Row:
    line: int
    """1-based, where the entry begins in the file."""
    entry: FaqEntry
    has_state: bool
    """Whether the file says who stands behind it; a starter file does not."""


def load(path: Path) -> tuple[list[Row], list[BadRow]]:
    """The entries of a file, and the rows that cannot be used. Blocking.

    Raises Trouble(FileUnreadable | ReadOnly): the file itself cannot be read as text.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise Trouble(FileUnreadable(path, "too large"))
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise Trouble(problem_of(error, path)) from error
    except UnicodeDecodeError as error:
        raise Trouble(FileUnreadable(path, "not UTF-8")) from error
    return parse(text)


def parse(text: str) -> tuple[list[Row], list[BadRow]]:
    """As :func:`load`, from the text."""
    entries, bad = read_entries(text)
    if not entries:
        return [], bad
    found = _raw_rows(text)
    rows: list[Row] = []
    for entry in entries:
        line, raw = found[entry.id]
        field = _bad_state_field(raw)
        if field is not None:
            bad.append(BadRow(line, field, "value", str(raw[field])[:80]))
        else:
            rows.append(Row(line, _with_state(entry, raw), "state" in raw))
    return rows, sorted(bad, key=lambda b: b.line)


def save(path: Path, entries: Iterable[FaqEntry]) -> int:
    """Write the file in one step: the old or the new one is there, never half. Blocking.

    Returns how many entries it holds. Raises Trouble(ReadOnly | DiskFull | FileUnreadable).
    """
    rows = [_raw(e) for e in entries]
    text = json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
    temporary: str | None = None
    try:
        handle, temporary = tempfile.mkstemp(".tmp", "faq-", path.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except OSError as error:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        raise Trouble(problem_of(error, path)) from error
    return len(rows)


def _raw_rows(text: str) -> dict[str, tuple[int, dict[str, Any]]]:
    """Each object of the list by its id, with its line; of two with one id, the first."""
    decoder = json.JSONDecoder()
    found: dict[str, tuple[int, dict[str, Any]]] = {}
    at = text.index("[") + 1
    line = text.count("\n", 0, at) + 1
    while True:
        begin = at
        while text[at] in " \t\r\n,":
            at += 1
        line += text.count("\n", begin, at)
        if text[at] == "]":
            return found
        value, end = decoder.raw_decode(text, at)
        if isinstance(value, dict):
            found.setdefault(str(value.get("id")), (line, value))
        line += text.count("\n", at, end)
        at = end


def _bad_state_field(raw: dict[str, Any]) -> str | None:
    state = raw.get("state", FaqState.DRAFT.value)
    if not isinstance(state, str) or state not in {s.value for s in FaqState}:
        return "state"
    if not isinstance(raw.get("verified_by"), str | None):
        return "verified_by"
    when = raw.get("verified_at")
    try:
        if when is not None and datetime.fromisoformat(when).tzinfo is None:
            return "verified_at"
    except (TypeError, ValueError):
        return "verified_at"
    return None


def _with_state(entry: FaqEntry, raw: dict[str, Any]) -> FaqEntry:
    when = raw.get("verified_at")
    return replace(
        entry,
        state=FaqState(raw.get("state", FaqState.DRAFT.value)),
        verified_by=raw.get("verified_by") or None,
        verified_at=datetime.fromisoformat(when) if when else None,
    )


def _raw(entry: FaqEntry) -> dict[str, Any]:
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
        "translations": {
            t.language: {"reply": t.reply, "link": t.link} for t in entry.translations
        },
        "layer": entry.layer.value,
        "owner": entry.owner,
        "review_reason": entry.review_reason,
    }

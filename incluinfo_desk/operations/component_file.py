"""Components and offices as a file: JSON as it ships, or CSV as a spreadsheet writes it.

A file with any row that cannot be used is refused whole, each row with its line and the
reason, and what the desk knows stays as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from incluinfo_desk.domain.incident import Component
from incluinfo_desk.domain.offices import OFFICES, PROVINCES
from incluinfo_desk.domain.problems import BadRow, FileUnreadable, Trouble
from incluinfo_desk.operations import csv_table
from incluinfo_desk.paths import problem_of, write_whole

LARGEST = 5_000_000
"""Bytes; ten thousand offices take about two million."""
GROUPS = ("web", "sede", "apps", "phones", OFFICES)
FIELDS = (
    "id", "name", "group", "words", "link", "province", "hours", "address", "latitude",
    "longitude", "verified", "retired",
)  # fmt: skip
"""The columns of the CSV and the keys of the JSON; only the first three are needed."""

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_LONGEST = {"name": 80, "hours": 120, "address": 200, "link": 500}
_TRUE = {"1", "true", "sí", "si", "yes", "x", "verdadero"}
_FALSE = {"", "0", "false", "no", "falso"}


@dataclass(frozen=True, slots=True)
class Found:
    """What a file would do; nothing is stored yet."""

    new: tuple[Component, ...] = ()
    changed: tuple[Component, ...] = ()
    same: int = 0
    bad: tuple[BadRow, ...] = ()

    @property
    def usable(self) -> tuple[Component, ...]:
        """All that would be stored; nothing while a row is bad."""
        return () if self.bad else (*self.new, *self.changed)


def compare(path: Path, known: Sequence[Component]) -> Found:
    """Read a file and hold it against what is known. Blocking.

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
    rows, bad = parse(text, as_csv=path.suffix.lower() == ".csv")
    before = {each.id: each for each in known}
    new, changed, same = [], [], 0
    for row in rows:
        old = before.get(row.id)
        if old is None:
            new.append(row)
        elif _raw(old) == _raw(row):
            same += 1
        else:
            changed.append(row)
    return Found(tuple(new), tuple(changed), same, tuple(bad))


def parse(text: str, *, as_csv: bool) -> tuple[list[Component], list[BadRow]]:
    """The components of a file's text, and the rows that cannot be used, by line."""
    read, bad = _csv_rows(text) if as_csv else _json_rows(text)
    rows: list[Component] = []
    seen: set[str] = set()
    for line, raw in read:
        flaw = _flaw(raw)
        if flaw is None and raw["id"] in seen:
            flaw = ("id", "twice")
        if flaw is not None:
            field, rule = flaw
            bad.append(BadRow(line, field, rule, str(raw.get(field) or "")[:80]))
            continue
        seen.add(raw["id"])
        rows.append(component_of(raw))
    if not read and not bad:
        bad.append(BadRow(1, "", "nothing"))
    return rows, sorted(bad, key=lambda each: each.line)


def save(path: Path, components: Iterable[Component]) -> int:
    """Write them, as CSV or JSON by the name of the file, in one step. Blocking.

    Returns how many. Raises Trouble(ReadOnly | DiskFull | FileUnreadable).
    """
    rows = [_raw(each) for each in components]
    if path.suffix.lower() == ".csv":
        table = [FIELDS, *([_cell(row[name]) for name in FIELDS] for row in rows)]
        write_whole(path, csv_table.written(table))
    else:
        write_whole(path, _json_text(rows).encode())
    return len(rows)


def flaw_of(component: Component) -> tuple[str, str] | None:
    """Field and rule of what may not be stored, for the form; None when all is well."""
    return _flaw(_raw(component))


def component_of(raw: Mapping[str, Any]) -> Component:
    """One that passed the check, or was shipped."""
    return Component(
        id=raw["id"],
        name=raw["name"].strip(),
        group=raw["group"],
        words=tuple(word.strip() for word in raw.get("words") or () if word.strip()),
        link=raw.get("link") or None,
        province=raw.get("province") or "",
        hours=raw.get("hours") or "",
        address=raw.get("address") or "",
        latitude=raw.get("latitude"),
        longitude=raw.get("longitude"),
        verified=bool(raw.get("verified")),
        retired=bool(raw.get("retired")),
    )


# --- the rules -----------------------------------------------------------------------------


def _flaw(raw: Mapping[str, Any]) -> tuple[str, str] | None:
    """The first field that cannot be used, and why."""
    for name in ("id", "name", "group"):
        if not isinstance(raw.get(name), str) or not raw[name].strip():
            return name, "missing"
    if not _ID.fullmatch(raw["id"]):
        return "id", "id"
    if raw["group"] not in GROUPS:
        return "group", "group"
    for name in ("link", "province", "hours", "address"):
        if not isinstance(raw.get(name), str | None):
            return name, "text"
    for name, longest in _LONGEST.items():
        value = raw.get(name) or ""
        if len(value) > longest:
            return name, "long"
        if not value.isprintable():
            return name, "text"
    if raw.get("link") and not raw["link"].startswith("https://"):
        return "link", "https"
    if raw.get("province") and raw["province"] not in PROVINCES:
        return "province", "province"
    words = raw.get("words") or ()
    if not isinstance(words, list | tuple) or not all(isinstance(w, str) for w in words):
        return "words", "text"
    return _place_flaw(raw) or _switch_flaw(raw)


def _place_flaw(raw: Mapping[str, Any]) -> tuple[str, str] | None:
    for name, most, other in (("latitude", 90, "longitude"), ("longitude", 180, "latitude")):
        value = raw.get(name)
        if value is None:
            if raw.get(other) is not None:
                return name, "missing"
        elif (
            isinstance(value, bool)
            or not isinstance(value, int | float)
            or not (-most <= value <= most)
        ):
            return name, "degrees"
    return None


def _switch_flaw(raw: Mapping[str, Any]) -> tuple[str, str] | None:
    for name in ("verified", "retired"):
        if not isinstance(raw.get(name, False), bool):
            return name, "yes or no"
    return None


# --- CSV -----------------------------------------------------------------------------------


def _csv_rows(text: str) -> tuple[list[tuple[int, dict[str, Any]]], list[BadRow]]:
    try:
        heads, found, _ = csv_table.read(text)
    except csv_table.UnusableError:
        return [], [BadRow(1, "", "half")]
    names = [name.strip().casefold() for name in heads]
    unknown = [name for name in names if name not in FIELDS]
    if unknown:
        return [], [BadRow(1, unknown[0], "column", unknown[0][:80])]
    rows: list[tuple[int, dict[str, Any]]] = []
    bad: list[BadRow] = []
    for line, cells in found:
        if isinstance(cells, BadRow):
            bad.append(cells)
        else:
            rows.append((line, _from_cells(dict(zip(names, cells, strict=True)))))
    return rows, bad


def _from_cells(cells: Mapping[str, str]) -> dict[str, Any]:
    raw: dict[str, Any] = {name: value.strip() for name, value in cells.items()}
    raw["words"] = [word for word in raw.get("words", "").split("|") if word.strip()]
    province = raw.get("province", "")
    if len(province) == 1 and province.isdigit():
        raw["province"] = f"0{province}"  # a spreadsheet ate the zero
    for name in ("latitude", "longitude"):
        raw[name] = _number(raw.get(name, ""))
    for name in ("verified", "retired"):
        word = raw.get(name, "").casefold()
        raw[name] = True if word in _TRUE else False if word in _FALSE else word
    return raw


def _number(cell: str) -> float | str | None:
    if not cell:
        return None
    try:
        return float(cell.replace(",", "."))
    except ValueError:
        return cell


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "sí" if value else ""
        case list():
            return "|".join(value)
        case float():
            return str(value).replace(".", ",")
    return str(value)


# --- JSON ----------------------------------------------------------------------------------


def _json_rows(text: str) -> tuple[list[tuple[int, dict[str, Any]]], list[BadRow]]:
    try:
        whole = json.loads(text)
    except json.JSONDecodeError as error:
        return [], [BadRow(error.lineno, "", "json")]
    except RecursionError:
        return [], [BadRow(1, "", "json")]
    found = whole.get("components") if isinstance(whole, dict) else whole
    if not isinstance(found, list):
        return [], [BadRow(1, "components", "missing")]
    lines = _lines(text, len(found), keyed=isinstance(whole, dict))
    rows: list[tuple[int, dict[str, Any]]] = []
    bad: list[BadRow] = []
    for line, value in zip(lines, found, strict=True):
        if isinstance(value, dict):
            rows.append((line, value))
        else:
            bad.append(BadRow(line, "", "json"))
    return rows, bad


def _lines(text: str, count: int, *, keyed: bool) -> list[int]:
    """In which line each value of the list begins."""
    decoder = json.JSONDecoder()
    at = text.index("[", text.index('"components"') if keyed else 0) + 1
    line, before = text.count("\n", 0, at) + 1, at
    lines: list[int] = []
    try:
        for _ in range(count):
            while text[at] in " \t\r\n,":
                at += 1
            line, before = line + text.count("\n", before, at), at
            lines.append(line)
            at = decoder.raw_decode(text, at)[1]
    except ValueError:  # another list stood under a key of that name
        lines += [line] * (count - len(lines))
    return lines


def _json_text(rows: Sequence[Mapping[str, Any]]) -> str:
    return json.dumps({"components": rows}, ensure_ascii=False, indent=1) + "\n"


def _raw(component: Component) -> dict[str, Any]:
    raw = {name: getattr(component, name) for name in FIELDS}
    raw["words"] = list(component.words)
    return raw

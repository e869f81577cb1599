"""The FAQ as Markdown that people read and edit in any editor, and that comes back the same.

One heading for each entry; short fields as ``- heading: value``, long ones below headings of
the third level. A backslash keeps a line from meaning something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from incluinfo_desk.domain.problems import BadRow
from incluinfo_desk.operations.csv_table import UnusableError
from incluinfo_desk.operations.faq_cells import (
    cells_of,
    headings,
    named,
    raw_of_cells,
)

_TITLE = "# FAQ de @incluinfo"
_NOTE = "<!-- Cada ficha empieza con «## ». Los textos largos van bajo «### ». -->"
_LONG = re.compile(r"reply(?::.*)?$|variants$")
"""Fields with a heading of their own."""


def written(raws: Sequence[Mapping[str, Any]]) -> bytes:
    heads = headings()
    names = named(heads)
    lines = [_TITLE, "", _NOTE, ""]
    for raw in raws:
        cells = dict(zip(names, cells_of(raw), strict=True))
        lines += [f"## {_inline(cells['question'])}", ""]
        long: list[str] = []
        for name, head in zip(names, heads, strict=True):
            text = cells[name]
            if name is None or name == "question" or not text:
                continue
            if _LONG.match(name):
                long += [f"### {head}", "", *map(_line, text.split("\n")), ""]
            else:
                lines.append(f"- {head}: {_inline(text)}")
        lines += ["", *long]
    return "\n".join(lines).encode("utf-8", "replace")


def raw_rows(text: str) -> Iterator[tuple[int, dict[str, Any] | BadRow]]:
    """Entries with the line of their heading. Raises UnusableError("header")."""
    lines = text.replace("\r\n", "\n").split("\n")
    starts = [at for at, line in enumerate(lines) if line.startswith("## ")]
    if not starts:
        raise UnusableError("header")
    heads = headings()
    known = {h.casefold(): name for h, name in zip(heads, named(heads), strict=True) if name}
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield start + 1, _entry(start + 1, lines[start:end], known)


def _entry(line: int, lines: Sequence[str], known: Mapping[str, str]) -> dict[str, Any] | BadRow:
    cells = {"question": _outline(lines[0][3:])}
    field: str | None = None
    block: list[str] = []

    def close() -> None:
        if field is not None:
            while block and not block[0]:
                block.pop(0)
            while block and not block[-1]:
                block.pop()
            cells[field] = "\n".join(each.removeprefix("\\") for each in block)

    for offset, each in enumerate(lines[1:], start=1):
        if each.startswith("### "):
            close()
            head = each[4:].strip().casefold()
            if head not in known:
                return BadRow(line + offset, head[:80], "unknown_field")
            field, block = known[head], []
        elif field is not None:
            block.append(each)
        elif each.startswith("- "):
            head, colon, value = each[2:].partition(":")
            name = known.get(head.strip().casefold())
            if not colon or name is None:
                return BadRow(line + offset, head[:80], "unknown_field")
            cells[name] = _outline(value.removeprefix(" "))
        elif each.strip() and not each.startswith("<!--"):
            return BadRow(line + offset, "", "stray", each[:80])
    close()
    return raw_of_cells(line, cells)


def _line(text: str) -> str:
    """A line of a long text: what would be a heading or an empty end is kept apart."""
    return f"\\{text}" if text.startswith(("#", "\\")) or not text.strip() else text


_OUT = {"\\": "\\\\", "\n": "\\n"}
_IN = {"\\\\": "\\", "\\n": "\n"}


def _inline(text: str) -> str:
    return re.sub(r"[\\\n]", lambda found: _OUT[found.group()], text)


def _outline(text: str) -> str:
    return re.sub(r"\\[\\n]", lambda found: _IN[found.group()], text)

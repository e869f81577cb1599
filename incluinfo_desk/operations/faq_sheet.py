"""The FAQ as a spreadsheet. The only module that knows openpyxl, which costs 0.2 s to import.

A workbook is a zip of XML, so it is looked at before it is opened: limits of
reliability-security §3.2 (a 294 KB file held 97 MB and took 64 s).
"""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font

from incluinfo_desk.domain.problems import BadRow
from incluinfo_desk.operations.csv_table import UnusableError
from incluinfo_desk.operations.faq_cells import (
    MOST_COLUMNS,
    cells_of,
    headings,
    named,
    raw_of_cells,
)

_UNPACKED = 50_000_000
"""Bytes of all parts together."""
_RATIO = 100
_PARTS = 500
_SECONDS = 60.0
"""For reading; 10,000 honest rows take about five on a slow machine."""


def raw_rows(content: bytes) -> Iterator[tuple[int, dict[str, Any] | BadRow]]:
    """Rows of the first sheet. Raises UnusableError: not xlsx, bomb, entities, header, slow."""
    _look_inside(content)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=False)
        sheet = book.worksheets[0]
    except Exception as error:  # openpyxl raises whatever its parsers do
        raise UnusableError("not xlsx") from error
    try:
        yield from _rows(sheet)
    except UnusableError:
        raise
    except Exception as error:
        raise UnusableError("not xlsx") from error
    finally:
        book.close()


def _rows(sheet: Any) -> Iterator[tuple[int, dict[str, Any] | BadRow]]:
    ends = time.monotonic() + _SECONDS
    names: list[str | None] | None = None
    for line, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), start=1):
        if time.monotonic() > ends:
            raise UnusableError("slow")
        if names is None:
            names = named([_text(cell.value) for cell in cells])
            continue
        if all(cell.value is None for cell in cells):
            continue
        formula = next((c for c in cells if c.data_type == "f"), None)
        if formula is not None:
            yield line, BadRow(line, str(formula.coordinate), "formula", _text(formula.value)[:80])
            continue
        yield (
            line,
            raw_of_cells(
                line,
                {
                    name: _text(cell.value)
                    for name, cell in zip(names, cells, strict=False)
                    if name is not None
                },
            ),
        )
    if names is None:
        raise UnusableError("header")


def _text(value: Any) -> str:
    """A cell as text: a date a spreadsheet made of ours is one again."""
    if value is None:
        return ""
    if hasattr(value, "isoformat"):
        text: str = value.isoformat()
        return text.removesuffix("T00:00:00")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    # Excel ends lines inside a cell as old Windows does.
    return str(value).replace("_x000D_", "").replace("\r\n", "\n")


def _look_inside(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
            unpacked = sum(part.file_size for part in parts)
            if len(parts) > _PARTS or unpacked > _UNPACKED:
                raise UnusableError("bomb")
            if any(p.file_size > _RATIO * max(p.compress_size, 1_000) for p in parts):
                raise UnusableError("bomb")
            for part in parts:
                # The stated size may lie: what is read is counted.
                with packed.open(part) as file:
                    data = file.read(part.file_size + 1)
                if len(data) > part.file_size:
                    raise UnusableError("bomb")
                if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
                    raise UnusableError("entities")
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise UnusableError("not xlsx") from error
    except zipfile.zlib.error as error:  # type: ignore[attr-defined]
        raise UnusableError("not xlsx") from error


def written(raws: Sequence[Mapping[str, Any]]) -> bytes:
    """A workbook of plain text cells: nothing in it is ever a formula."""
    book = Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet("FAQ")
    for line, cells in enumerate((headings(), *(cells_of(raw) for raw in raws)), start=1):
        for column, text in enumerate(cells, start=1):
            if not text:
                continue
            cell = sheet.cell(line, column)
            cell.value = _fit(text)
            cell.data_type = "s"
            if line == 1:
                cell.font = Font(bold=True)
    for letter, wide in {"A": 28, "C": 48, "D": 48, "E": 64, "F": 32}.items():
        sheet.column_dimensions[letter].width = wide
    sheet.freeze_panes = "D2"
    for cell in sheet[1]:
        cell.alignment = Alignment(vertical="top", wrap_text=True)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fit(text: str) -> str:
    """Without the control characters that XML cannot hold."""
    return (
        "".join(c for c in text if c >= " " or c in "\n\t")
        .replace("\ufffe", "")
        .replace("\uffff", "")
    )

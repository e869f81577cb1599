"""CSV as spreadsheets in Spain write and read it: text, rows with their lines, harmless cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from incluinfo_desk.domain.problems import BadRow

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""First characters that a spreadsheet may run (OWASP; symfony CVE-2021-41270)."""

Row = tuple[int, list[str] | BadRow]
"""The line it begins on, and its cells as a person typed them."""


class UnusableError(ValueError):
    """The whole file is not what its ending says; the text is a key of the reason."""


def decoded(content: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of a CSV, and the encoding as a note where it had to be guessed.

    Raises UnusableError("not text").
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return content.decode("utf-16"), ("utf-16",)
        except UnicodeDecodeError as error:
            raise UnusableError("not text") from error
    if b"\0" in content:
        raise UnusableError("not text")
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        pass
    try:
        # What Excel for Windows writes in Spain.
        return content.decode("cp1252"), ("cp1252",)
    except UnicodeDecodeError as error:
        raise UnusableError("not text") from error


def read(text: str) -> tuple[list[str], Iterator[Row], str]:
    """The headings, the rows and the delimiter found. Raises UnusableError("header")."""
    first = text[: text.find("\n") + 1] or text
    # A Spanish spreadsheet separates by semicolons: the comma is its decimal mark.
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        heads = next(reader, [])
    except csv.Error as error:
        raise UnusableError("header") from error

    def rows() -> Iterator[Row]:
        while True:
            line = reader.line_num + 1
            try:
                cells = next(reader, None)
            except csv.Error:
                # A quote that never closes takes the rest of the file with it.
                yield line, BadRow(line, "", "half")
                return
            if cells is None:
                return
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) == len(heads):
                yield line, [_plain(cell) for cell in cells]
            else:
                yield line, BadRow(line, "", "half", f"{len(cells)} / {len(heads)}")

    return heads, rows(), delimiter


def written(rows: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with a mark and semicolons: what a Spanish Excel opens with a double click."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet runs; an apostrophe of its own is doubled."""
    return f"'{cell}" if cell.startswith((*_FORMULA, "'")) else cell


def _plain(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith((*_FORMULA, "'")) else cell

"""The FAQ as a file: JSON (the starter's format), CSV, XLSX or Markdown, by its ending.

Whatever comes in is read within limits and never run: formulas, entities and bombs are refused
with the reason. Everything here blocks: call it in a thread.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from incluinfo_desk.domain.problems import BadRow, FileUnreadable, Trouble
from incluinfo_desk.operations import csv_table, faq_cells, faq_markdown
from incluinfo_desk.operations.faq_rows import Contents, Exported, raw_of, raw_of_block, read_rows
from incluinfo_desk.paths import problem_of, write_whole

LARGEST = 50_000_000
"""Bytes; ten thousand entries take about ten million."""
_NONE: Mapping[str, str] = {}
ENDINGS = (".json", ".xlsx", ".csv", ".md")
"""Formats, the one that carries everything first. An unknown ending is read as JSON."""


class Cancelled(Exception):
    """The person gave up while a file was being read; nothing was stored."""


def load(path: Path, stop: Callable[[], bool] = lambda: False) -> Contents:
    """The entries of a file, and the rows that cannot be used.

    ``stop`` is asked between rows. Raises Cancelled, and Trouble(FileUnreadable | ReadOnly):
    the file as a whole cannot be read, ``why`` says why.
    """
    raws, notes = opened(path)
    found = read_rows(_until(raws, stop))
    return replace(found, notes=notes)


def opened(path: Path) -> tuple[Iterator[tuple[int, dict[str, Any] | BadRow]], tuple[str, ...]]:
    """Raw rows with their lines, read as they are asked for, and what had to be guessed.

    Raises Trouble as :func:`load`, also while rows are asked for.
    """
    size_of(path)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Trouble(problem_of(error, path)) from error
    with _told(path):
        raws, notes = _raw_rows(content, path.suffix.lower())
    return _with_reason(raws, path), notes


def size_of(path: Path) -> int:
    """Bytes. Raises Trouble(FileUnreadable | ReadOnly), also for what is too large to read."""
    try:
        found = path.stat()
    except OSError as error:
        raise Trouble(problem_of(error, path)) from error
    if not stat.S_ISREG(found.st_mode):
        raise Trouble(FileUnreadable(path, "no file"))  # a pipe would keep us for ever
    if found.st_size > LARGEST:
        raise Trouble(FileUnreadable(path, "too large"))
    return found.st_size


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except UnicodeDecodeError as error:
        raise Trouble(FileUnreadable(path, "not UTF-8")) from error
    except csv_table.UnusableError as error:
        raise Trouble(FileUnreadable(path, str(error))) from error


def _with_reason(
    raws: Iterable[tuple[int, dict[str, Any] | BadRow]], path: Path
) -> Iterator[tuple[int, dict[str, Any] | BadRow]]:
    with _told(path):
        yield from raws


def _raw_rows(
    content: bytes, ending: str
) -> tuple[Iterable[tuple[int, dict[str, Any] | BadRow]], tuple[str, ...]]:
    if ending == ".xlsx":
        # Only who has a spreadsheet pays for openpyxl.
        from incluinfo_desk.operations import faq_sheet

        return faq_sheet.raw_rows(content), ()
    if ending == ".csv":
        text, notes = csv_table.decoded(content)
        raws, delimiter = faq_cells.csv_rows(text)
        return raws, (*notes, f"delimiter:{delimiter}")
    if ending == ".md":
        return faq_markdown.raw_rows(content.decode("utf-8-sig")), ()
    return json_rows(content.decode("utf-8-sig")), ()


def save(path: Path, entries: Iterable[Exported], blocks: Mapping[str, str] = _NONE) -> int:
    """Write the file in one step: the old or the new one is there, never half.

    ``blocks`` are the shared texts by name. Returns how many entries it holds. Raises
    Trouble(ReadOnly | DiskFull | FileUnreadable).
    """
    raws = [raw_of(each) for each in entries]
    shared = [raw_of_block(name, text) for name, text in sorted(blocks.items())]
    write_whole(path, _written(path.suffix.lower(), [*raws, *shared]))
    return len(raws)


def put(made: Path, path: Path) -> None:
    """Let a finished file take the place of ``path``. Raises Trouble as :func:`save`."""
    try:
        os.replace(made, path)
    except OSError as error:
        raise Trouble(problem_of(error, path)) from error


def _written(ending: str, raws: Sequence[dict[str, Any]]) -> bytes:
    if ending == ".xlsx":
        from incluinfo_desk.operations import faq_sheet

        return faq_sheet.written(raws)
    if ending == ".csv":
        return faq_cells.csv_written(raws)
    if ending == ".md":
        return faq_markdown.written(raws)
    text = json.dumps(raws, ensure_ascii=False, indent=1) + "\n"
    # Half a character, which JSON may carry escaped, is no UTF-8.
    return text.encode("utf-8", "replace")


def json_rows(text: str) -> Iterator[tuple[int, dict[str, Any] | BadRow]]:
    """Each object of a JSON list with the line it begins on."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield getattr(error, "lineno", 1), BadRow(getattr(error, "lineno", 1), "", "json")
        return
    if not isinstance(whole, list):
        yield 1, BadRow(1, "", "not_a_list")
        return
    decoder = json.JSONDecoder()
    at = text.index("[") + 1
    line = text.count("\n", 0, at) + 1
    for row in whole:
        begin = at
        while text[at] in " \t\r\n,":
            at += 1
        line += text.count("\n", begin, at)
        yield line, row if isinstance(row, dict) else BadRow(line, "", "type")
        _, end = decoder.raw_decode(text, at)
        line += text.count("\n", at, end)
        at = end


def _until(
    raws: Iterable[tuple[int, dict[str, Any] | BadRow]], stop: Callable[[], bool]
) -> Iterator[tuple[int, dict[str, Any] | BadRow]]:
    for each in raws:
        if stop():
            raise Cancelled
        yield each

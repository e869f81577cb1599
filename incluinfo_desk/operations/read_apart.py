"""A FAQ file read in a process of its own, which can be ended at any moment.

What a hostile file does to a parser of spreadsheets it does there: the desk keeps its memory,
its time and its window (reliability-security §3.2). Rows come back as lines of JSON; nothing
that the other process says is run.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO, Any, cast

from incluinfo_desk.domain.problems import BadRow, FileUnreadable, Trouble
from incluinfo_desk.gently import gently
from incluinfo_desk.operations import faq_file
from incluinfo_desk.operations.faq_rows import Contents, read_rows

COMMAND = "read-faq"
"""Of the command line (``cli.py``), for this module alone; it stands in no help."""
SECONDS = 60.0
"""After which reading is given up; 10,000 honest rows take about five on a slow machine."""
_MEMORY = 1_500_000_000
"""Bytes of address space, where the system lets a process be held to them (POSIX)."""
_SMALL = 200_000
"""Bytes of plain text up to which our own readers are quicker than the start of a process."""


class Reading:
    """One file being read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._over = False

    def contents(self) -> Contents:
        """The entries, and the rows that cannot be used. Blocks: call it in a thread.

        Raises Cancelled after :meth:`end`, and Trouble as :func:`faq_file.load`.
        """
        size = faq_file.size_of(self._path)
        if size <= _SMALL and self._path.suffix.lower() != ".xlsx":
            return faq_file.load(self._path, lambda: self._over)
        child = self._started()
        pipe = cast(IO[bytes], child.stdout)
        notes: list[str] = []
        try:
            found = read_rows(_rows(pipe, self._path, notes))
        except Trouble:
            if self._over:  # ended in the middle of a row
                raise faq_file.Cancelled from None
            raise
        finally:
            child.kill()
            pipe.close()
            child.wait()
        return replace(found, notes=tuple(notes))

    def end(self) -> None:
        """Give up, whatever is going on there."""
        with self._lock:
            self._over = True
            if self._child is not None:
                self._child.kill()

    def _started(self) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._over:
                raise faq_file.Cancelled
            self._child = subprocess.Popen(  # noqa: S603 - this very program, and no shell
                [*_desk(), COMMAND, str(self._path)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            return self._child


def send(path: Path, out: IO[bytes]) -> None:
    """Write the rows of ``path`` and how it ended, a line each: what the other process does."""
    _hold_back()
    told: dict[str, Any] = {}
    try:
        raws, notes = faq_file.opened(path)
        for line, raw in raws:
            out.write(_line(line, raw))
        told["notes"] = notes
    except Trouble as trouble:
        problem = trouble.problem
        told["unreadable"] = problem.why if isinstance(problem, FileUnreadable) else ""
    except MemoryError:
        told["unreadable"] = "bomb"
    out.write(json.dumps(told).encode() + b"\n")
    out.flush()


def _line(line: int, raw: dict[str, Any] | BadRow) -> bytes:
    if not isinstance(raw, BadRow):
        try:
            return json.dumps([line, raw]).encode() + b"\n"
        except RecursionError:
            raw = BadRow(line, "", "json")
    return json.dumps([line, raw.line, raw.field, raw.rule, raw.value]).encode() + b"\n"


def _rows(
    lines: IO[bytes], path: Path, notes: list[str]
) -> Iterator[tuple[int, dict[str, Any] | BadRow]]:
    for line in gently(lines):
        try:
            said = json.loads(line)
        except ValueError:
            break  # it was ended while it wrote
        if isinstance(said, dict):
            if "notes" not in said:
                raise Trouble(FileUnreadable(path, said["unreadable"]))
            notes += said["notes"]
            return
        number, *rest = said
        yield number, rest[0] if len(rest) == 1 else BadRow(*rest)
    raise Trouble(FileUnreadable(path, "broken off"))


def _desk() -> list[str]:
    """How this desk is started once more, installed or frozen."""
    frozen = getattr(sys, "frozen", False)
    return [sys.executable] if frozen else [sys.executable, "-m", "incluinfo_desk"]


def _hold_back() -> None:
    """The window comes first, and the machine has other work."""
    with contextlib.suppress(ImportError, OSError, ValueError, AttributeError):
        os.nice(5)
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))

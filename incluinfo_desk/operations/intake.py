"""Questions from telephone, counter and e-mail, so that the FAQ lacks nothing they ask (CTC-13)."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from incluinfo_desk.bus import Bus
from incluinfo_desk.domain import privacy
from incluinfo_desk.domain.events import HeardChanged
from incluinfo_desk.domain.heard import Heard, Line
from incluinfo_desk.domain.problems import BadRow, FileUnreadable, Trouble
from incluinfo_desk.domain.suggestion.content import BadFieldError
from incluinfo_desk.domain.topics import Topics
from incluinfo_desk.operations import csv_table, faq_file
from incluinfo_desk.operations.ports import Clock
from incluinfo_desk.operations.suggesting import Suggesting
from incluinfo_desk.paths import problem_of
from incluinfo_desk.store.store import Store

COLUMNS = ("canal", "pregunta", "tema", "fecha")
"""Of the CSV; the last two may be missing."""
LINES: Mapping[str, Line] = {
    "teléfono": Line.PHONE,
    "telefono": Line.PHONE,
    "oficina": Line.OFFICE,
    "correo": Line.EMAIL,
    "otro": Line.OTHER,
}
_LONGEST = 1_000
MOST = 5_000
"""Rows of one file."""


@dataclass(frozen=True, slots=True)
class Intaken:
    """What a file of questions holds. Nothing is stored yet."""

    questions: tuple[Heard, ...]
    bad_rows: tuple[BadRow, ...]


class Intake:
    def __init__(
        self,
        *,
        store: Store,
        suggesting: Suggesting,
        bus: Bus,
        clock: Clock,
        topics: Callable[[], Topics],
    ) -> None:
        self._store, self._suggesting = store, suggesting
        self._bus, self._clock, self._topics = bus, clock, topics

    async def note(self, line: Line, text: str, topic: str | None = None) -> Heard | None:
        """Keep one question; None when there is none. Personal data is masked before the disk."""
        made = await self._made(line, text, topic, self._clock.now())
        if made is not None:
            await self.take([made])
        return made

    async def read(self, path: Path) -> Intaken:
        """A CSV with :data:`COLUMNS`. Raises Trouble(FileUnreadable | ReadOnly)."""
        size = await asyncio.to_thread(faq_file.size_of, path)
        try:
            content = await asyncio.to_thread(path.read_bytes) if size else b""
        except OSError as error:
            raise Trouble(problem_of(error, path)) from error
        found: list[Heard] = []
        bad: list[BadRow] = []
        for line, cells in _table(content, path):
            if isinstance(cells, BadRow):
                bad.append(cells)
                continue
            if len(found) >= MOST:
                bad.append(BadRow(line, "", "too_many", str(MOST)))
                break
            try:
                kind = _line(cells["canal"])
                topic = self._topic(cells.get("tema", ""))
                day = _day(cells.get("fecha", ""))
            except BadFieldError as error:
                bad.append(BadRow(line, error.field, error.why, cells[error.field][:80]))
                continue
            made = await self._made(kind, cells["pregunta"], topic, day or self._clock.now())
            if made is None:
                bad.append(BadRow(line, "pregunta", "missing"))
            else:
                found.append(made)
        return Intaken(tuple(found), tuple(bad))

    async def take(self, questions: tuple[Heard, ...] | list[Heard]) -> None:
        """Store them, all or none."""
        await self._store.heard.add(questions)
        self._bus.publish(HeardChanged())

    # --- inside ----------------------------------------------------------------------------

    async def _made(self, line: Line, text: str, topic: str | None, at: datetime) -> Heard | None:
        words = " ".join(text.split())[:_LONGEST]
        masked = privacy.mask(words, self._suggesting.official).text
        if not masked:
            return None
        ranking = await self._suggesting.for_text(masked, 1)
        covered = False
        if ranking.offer and ranking.suggestions:
            entry = self._suggesting.entry(ranking.suggestions[0].faq_id)
            covered = entry is not None and self._suggesting.not_offerable(entry) is None
        return Heard(line, masked, topic or ranking.topic, at, covered)

    def _topic(self, name: str) -> str | None:
        """Its key, by key or name. Raises BadFieldError."""
        wanted = name.strip().casefold()
        if not wanted:
            return None
        for each in self._topics().all:
            if wanted in {each.key, each.name.casefold(), each.label.casefold()}:
                return each.key
        raise BadFieldError("tema", "value")


def _line(name: str) -> Line:
    try:
        return LINES[name.strip().casefold()]
    except KeyError:
        raise BadFieldError("canal", "value") from None


def _table(content: bytes, path: Path) -> Iterator[tuple[int, dict[str, str] | BadRow]]:
    """The rows by :data:`COLUMNS`. Raises Trouble(FileUnreadable)."""
    try:
        text, _ = csv_table.decoded(content)
        heads, rows, _ = csv_table.read(text)
    except csv_table.UnusableError as error:
        raise Trouble(FileUnreadable(path, str(error))) from error
    names = [head.strip().casefold() for head in heads]
    if not {"canal", "pregunta"} <= set(names) <= set(COLUMNS):
        raise Trouble(FileUnreadable(path, "heard header"))
    for line, cells in rows:
        yield line, cells if isinstance(cells, BadRow) else dict(zip(names, cells, strict=True))


def _day(text: str) -> datetime | None:
    """Noon of that day, so that no zone makes another of it. Raises BadFieldError."""
    if not text.strip():
        return None
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        raise BadFieldError("fecha", "date") from None
    return datetime.combine(day, time(12), UTC)

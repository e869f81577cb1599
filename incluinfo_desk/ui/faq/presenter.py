"""The list of the FAQ: search, filters, counts, and what is done to many entries. No Qt."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from incluinfo_desk.domain import events
from incluinfo_desk.domain.faq import EASY_READ, FaqEntry, FaqRule, FaqState
from incluinfo_desk.domain.faq_book import Book, html
from incluinfo_desk.domain.problems import BrokenRule, Problem, Trouble
from incluinfo_desk.operations import faq_file
from incluinfo_desk.paths import write_whole
from incluinfo_desk.store.faq import FaqFilter
from incluinfo_desk.ui.errands import Errands

if TYPE_CHECKING:
    from incluinfo_desk.operations.desk import Desk
    from incluinfo_desk.operations.edit_faq import Field, Look
    from incluinfo_desk.operations.faq_exchange import Decision, Imported, ImportPreview
    from incluinfo_desk.operations.faq_steps import Walked

PAGE = 50
"""Entries read at a time: more than a screen holds."""
SOON = timedelta(days=30)
"""An answer whose review is nearer than this asks for it."""
LANGUAGES = ("ca", "gl", "eu", "en", EASY_READ)
"""In which an answer may have a version beside the Spanish one."""
_TYPING = 0.2
"""Seconds after the last key before the search runs."""
_AT_ONCE = 200
"""Entries changed between two looks at the cancel button."""

WritePdf = Callable[[Path, Book, Callable[[int, int], None]], Awaitable[None]]
"""Fills a file with a book, and tells how far it has come."""
Ranges = Sequence[tuple[int, int]]
"""First and last place of each run of chosen rows, both included."""


class Only(StrEnum):
    """What the list may be narrowed to, beside :data:`LANGUAGES`: entries without that one."""

    DUE = "due"
    NEVER_USED = "never_used"
    MOST_USED = "most_used"
    NO_NORM = "no_norm"
    """Neither a norm, nor the word of anybody that there is none."""
    MINE = "mine"


_USED: Mapping[str, bool] = {Only.NEVER_USED: False, Only.MOST_USED: True}


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a change to many entries."""

    state: FaqState | None
    """None when it was a field that changed."""
    done: int
    refused: tuple[tuple[str, BrokenRule], ...] = ()
    """Ids of those that may not be changed so, each with its first broken rule."""
    cancelled: bool = False


class FaqListView(Protocol):
    def show_loading(self) -> None: ...
    def show_total(self, total: int, *, anew: bool) -> None: ...
    def show_page(
        self, page: int, entries: Sequence[FaqEntry], uses: Mapping[str, int]
    ) -> None: ...
    def show_counts(self, counts: dict[FaqState, int], everything: int) -> None: ...
    def show_bodies(self, bodies: Sequence[str]) -> None: ...
    def show_first_run(self, drafts: int) -> None: ...
    def show_progress(self, done: int, total: int) -> None: ...
    def show_done(self, done: Done) -> None: ...
    def ask_field(self, ids: Sequence[str], field: Field, look: Look) -> None: ...
    def show_walked(self, walked: Walked | None, *, back: bool) -> None: ...
    def show_failure(self, problem: Problem) -> None: ...
    def say_problem(self, problem: Problem) -> None: ...
    def show_preview(self, path: Path, found: ImportPreview) -> None: ...
    def show_imported(self, result: Imported) -> None: ...
    def show_exported(self, path: Path, count: int) -> None: ...
    def show_book(self, path: Path, count: int) -> None: ...


class FaqPresenter:
    """Fills one :class:`FaqListView` from the desk's store; needs no network."""

    def __init__(self, desk: Desk, view: FaqListView) -> None:
        self._desk, self._view = desk, view
        self._errands = Errands(desk.background, view.say_problem)
        self.filter = self._everything()
        self._wanted: list[int] = []
        self._bodies: frozenset[str] = frozenset()
        self._ends: list[Callable[[], None]] = [
            desk.bus.subscribe(events.FaqChanged, self._on_changed),
            desk.bus.subscribe(events.SettingsChanged, lambda _: self._follow_officer()),
        ]

    def start(self) -> None:
        self._view.show_loading()
        self._load()
        self._errands.anew("faq bodies", self._read_bodies)

    def end(self) -> None:
        for end in self._ends:
            end()
        self._errands.drop("faq list", "faq pages", "faq bodies")

    @property
    def officer(self) -> tuple[str, str]:
        """Name and initials of who verifies."""
        settings = self._desk.settings
        return settings.officer_name, settings.officer_initials

    @property
    def filtered(self) -> bool:
        return self.filter != self._everything()

    def _everything(self) -> FaqFilter:
        """The team's entries and one's own: nobody sees the personal ones of another."""
        return FaqFilter(seen_by=self.officer[1])

    def _follow_officer(self) -> None:
        if self.officer[1] != self.filter.seen_by:
            self.filter = replace(self.filter, seen_by=self.officer[1])
            self._load()

    # --- what the person asks for -------------------------------------------------------------

    def search(self, text: str) -> None:
        if text.strip() != (self.filter.text or ""):
            self.filter = replace(self.filter, text=text.strip() or None)
            self._load(after=_TYPING)

    def choose(
        self,
        topic: str | None,
        body: str | None,
        state: FaqState | None,
        only: str | None = None,
    ) -> None:
        """Show only entries of these; None for any. ``only`` is one of :class:`Only`, or the
        language that is missing."""
        today = self._desk.clock.now().astimezone().date()
        _, initials = self.officer
        wanted = FaqFilter(
            text=self.filter.text,
            topics=self._desk.edit_topics.topics.family(topic) if topic else frozenset(),
            body=body,
            states=frozenset({state}) if state else frozenset(FaqState),
            due_before=today + SOON if only == Only.DUE else None,
            used=_USED.get(only or ""),
            without=only if only in LANGUAGES else None,
            no_norm_said=only == Only.NO_NORM,
            owner=initials if only == Only.MINE else None,
            seen_by=initials,
        )
        if wanted != self.filter:
            self.filter = wanted
            self._load()

    def want(self, page: int) -> None:
        """The view looks at rows of ``page``; the one asked for last comes first."""
        self._wanted.append(page)
        self._errands.once("faq pages", self._read_pages)

    def retry(self) -> None:
        self._view.show_loading()
        self._load()

    # --- what the person does to many -----------------------------------------------------------

    def change(self, ranges: Ranges, state: FaqState, reason: str = "") -> None:
        """Verify, retire, ... the chosen rows; a review may have a reason."""
        self._errands.once("faq change", lambda: self._change_ranges(ranges, state, reason))

    def look_at_field(self, ranges: Ranges, field: Field) -> None:
        """Say what giving ``field`` to the chosen rows would do, and ask."""
        self._errands.once("faq change", lambda: self._look_at_field(ranges, field))

    def set_field(self, ids: Sequence[str], field: Field) -> None:
        self._errands.once("faq change", lambda: self._set_field(ids, field))

    def undo(self) -> None:
        """Take back what was done last in this session."""
        self._errands.once("faq change", lambda: self._walk(self._desk.edit_faq.undo, back=True))

    def redo(self) -> None:
        self._errands.once("faq change", lambda: self._walk(self._desk.edit_faq.redo, back=False))

    def verify_drafts(self) -> None:
        """Verify every draft there is."""
        drafts = replace(self._everything(), states=frozenset({FaqState.DRAFT}))
        self._errands.once("faq change", lambda: self._change_all(drafts, FaqState.VERIFIED))

    def cancel_change(self) -> None:
        """Stop; what is changed stays changed, and the view is told how many that were.

        A file that is being read, or a book being written, is let go: nothing of it stays.
        """
        self._stopping = True
        for name in ("faq preview", "faq book"):
            if self._desk.background.running(name):
                self._errands.drop(name)
                self._view.show_progress(0, 0)

    def verifier_missing(self) -> BrokenRule | None:
        """Why nobody can verify now: whoever answers for an entry has to be named."""
        _, initials = self.officer
        return None if initials else BrokenRule(FaqRule.VERIFIER_MISSING.value)

    def preview(self, path: Path) -> None:
        self._errands.anew("faq preview", lambda: self._preview(path))

    def take(self, found: ImportPreview, decision: Decision) -> None:
        """Store what a file brings, as decided."""
        self._errands.once("faq import", lambda: self._take(found, decision))

    def export_file(self, path: Path) -> None:
        self._errands.once("faq export", lambda: self._export(path))

    def print_book(self, path: Path, language: str, write_pdf: WritePdf) -> None:
        """Write the book of what is verified today: a page for the browser, or a PDF."""
        self._errands.once("faq book", lambda: self._print_book(path, language, write_pdf))

    # --- inside ---------------------------------------------------------------------------------

    _stopping = False

    def _load(self, after: float = 0, *, anew: bool = True) -> None:
        self._errands.anew("faq list", lambda: self._read_list(after, anew))

    def _on_changed(self, event: events.FaqChanged) -> None:
        self._load(anew=False)
        self._errands.anew("faq bodies", self._read_bodies)

    async def _read_list(self, after: float, anew: bool) -> None:
        await asyncio.sleep(after)
        faq, wanted = self._desk.store.faq, self.filter
        try:
            total = await faq.count(wanted)
            entries = await faq.page(wanted, 0, PAGE) if anew else ()
            uses = await self._uses(wanted, entries)
            self._view.show_total(total, anew=anew)
            if anew:
                self._wanted.clear()
                self._view.show_page(0, entries, uses)
            any_state = replace(wanted, states=frozenset(FaqState))
            counts = {
                state: await faq.count(replace(any_state, states=frozenset({state})))
                for state in FaqState
            }
            all_of_us = self._everything()
            everything = await faq.count(all_of_us)
            drafts = await faq.count(replace(all_of_us, states=frozenset({FaqState.DRAFT})))
        except Trouble as trouble:
            self._view.show_failure(trouble.problem)
            return
        self._view.show_counts(counts, everything)
        # Beside verified answers a few drafts are daily work and need no banner.
        self._view.show_first_run(drafts if drafts > everything // 2 else 0)

    async def _read_pages(self) -> None:
        while self._wanted:
            page, wanted = self._wanted.pop(), self.filter
            try:
                entries = await self._desk.store.faq.page(wanted, page * PAGE, PAGE)
                uses = await self._uses(wanted, entries)
            except Trouble as trouble:
                self._view.show_failure(trouble.problem)
                return
            if wanted == self.filter:
                self._view.show_page(page, entries, uses)

    async def _uses(self, wanted: FaqFilter, entries: Sequence[FaqEntry]) -> dict[str, int]:
        """Told where they are what the list is ordered by."""
        if not wanted.used:
            return {}
        return await self._desk.store.faq.uses([entry.id for entry in entries])

    async def _read_bodies(self) -> None:
        """Every body named in the FAQ, for the filter and for the form to propose."""
        with suppress(Trouble):  # the list says what is wrong
            bodies = await self._desk.store.faq.bodies()
            if bodies != self._bodies:
                self._bodies = bodies
                self._view.show_bodies(sorted(bodies, key=str.casefold))

    async def _change_ranges(self, ranges: Ranges, state: FaqState, reason: str) -> None:
        ids = [row.id for row in await self._rows(ranges) if row.state is not state]
        await self._change(ids, state, reason)

    async def _look_at_field(self, ranges: Ranges, field: Field) -> None:
        ids = [row.id for row in await self._rows(ranges)]
        look = await self._desk.edit_faq.look_at_field(ids, field)
        self._view.ask_field(ids, field, look)

    async def _set_field(self, ids: Sequence[str], field: Field) -> None:
        result = await self._desk.edit_faq.set_field(ids, field)
        self._view.show_done(Done(None, result.done, tuple(result.refused.items())))

    async def _walk(self, walk: Callable[[], Awaitable[Walked | None]], *, back: bool) -> None:
        self._view.show_walked(await walk(), back=back)

    async def _rows(self, ranges: Ranges) -> list[FaqEntry]:
        rows: list[FaqEntry] = []
        for first, last in ranges:
            rows += await self._desk.store.faq.page(self.filter, first, last - first + 1)
        return rows

    async def _change_all(self, wanted: FaqFilter, state: FaqState) -> None:
        count = await self._desk.store.faq.count(wanted)
        rows = await self._desk.store.faq.page(wanted, 0, count)
        await self._change([row.id for row in rows], state)

    async def _change(self, ids: Sequence[str], state: FaqState, reason: str = "") -> None:
        done, refused = 0, dict[str, BrokenRule]()
        self._stopping = False
        try:
            for first in range(0, len(ids), _AT_ONCE):
                if self._stopping:
                    break
                self._view.show_progress(first, len(ids))
                part = ids[first : first + _AT_ONCE]
                result = await self._desk.edit_faq.set_state(part, state, reason)
                done += result.done
                refused |= result.refused
        except Trouble as trouble:
            self._view.say_problem(trouble.problem)
        self._view.show_progress(0, 0)
        self._view.show_done(Done(state, done, tuple(refused.items()), self._stopping))

    async def _preview(self, path: Path) -> None:
        try:
            self._view.show_progress(0, 1)
            found = await self._desk.faq_exchange.preview(path, self._view.show_progress)
        finally:
            self._view.show_progress(0, 0)
        self._view.show_preview(path, found)

    async def _take(self, found: ImportPreview, decision: Decision) -> None:
        result = await self._desk.faq_exchange.take(found, decision)
        self._view.show_imported(result)

    async def _export(self, path: Path) -> None:
        count = await self._desk.faq_exchange.export_file(path)
        self._view.show_exported(path, count)

    async def _print_book(self, path: Path, language: str, write_pdf: WritePdf) -> None:
        self._view.show_progress(0, 1)
        # Beside it, so that what is there is whole: the old book or the new one.
        partial = path.with_name(f".{path.name}.part")
        try:
            book = await self._desk.faq_exchange.book(language)
            if path.suffix.lower() == ".pdf":
                await asyncio.to_thread(write_whole, partial, b"")
                await write_pdf(partial, book, self._view.show_progress)
                await asyncio.to_thread(faq_file.put, partial, path)
            else:
                page = await asyncio.to_thread(lambda: "".join(html(book)).encode())
                await asyncio.to_thread(write_whole, path, page)
        finally:
            self._view.show_progress(0, 0)
            partial.unlink(missing_ok=True)
        self._view.show_book(path, book.count)

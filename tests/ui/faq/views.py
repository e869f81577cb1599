"""Views that remember what they were told, for presenters without a window."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from incluinfo_desk.domain.faq import FaqEntry, FaqState, NotOfferable
from incluinfo_desk.domain.plain_language import Hint
from incluinfo_desk.domain.problems import Problem
from incluinfo_desk.operations.desk import Desk
from incluinfo_desk.operations.edit_faq import Field, Look
from incluinfo_desk.operations.faq_exchange import Imported, ImportPreview
from incluinfo_desk.operations.faq_steps import Walked
from incluinfo_desk.operations.find_twins import Twin
from incluinfo_desk.store.faq import Revision
from incluinfo_desk.ui.faq.form_presenter import Choice, FormCheck
from incluinfo_desk.ui.faq.presenter import Done
from incluinfo_desk.ui.faq.trial_presenter import Hit

_WORK = (
    "faq list", "faq pages", "faq bodies", "faq change", "faq preview", "faq import",
    "faq export", "faq recover", "faq open", "faq save", "faq leave", "faq history",
    "faq forget", "faq trial",
)  # fmt: skip


async def quiet(desk: Desk) -> None:
    """Wait until everything the FAQ's presenters began has ended."""
    while any(desk.background.running(name) for name in _WORK):
        for name in _WORK:
            await desk.background.settle(name)


def entry(id: str, **more: Any) -> FaqEntry:
    known: dict[str, Any] = {
        "topic": "imv",
        "question": f"¿Qué es {id}?",
        "reply": "Lo explica esta página: {enlace}",
        "link": "https://www.seg-social.es",
        "body": "INSS",
        "source": "https://www.boe.es",
    }
    return FaqEntry(id=id, **{**known, **more})


class ListNotes:
    def __init__(self) -> None:
        self.total = -1
        self.pages: dict[int, list[str]] = {}
        self.counts: dict[FaqState, int] = {}
        self.bodies: tuple[str, ...] = ()
        self.drafts = -1
        self.progress: list[tuple[int, int]] = []
        self.done: list[Done] = []
        self.fields: list[tuple[tuple[str, ...], Field, Look]] = []
        self.walked: list[Walked | None] = []
        self.problems: list[Problem] = []
        self.previews: list[ImportPreview] = []
        self.imported: list[Imported] = []
        self.books: list[tuple[Path, int]] = []
        self.exported: list[int] = []

    def show_loading(self) -> None:
        self.total = -1

    def show_total(self, total: int, *, anew: bool) -> None:
        self.total = total
        if anew:
            self.pages.clear()

    def show_page(self, page: int, entries: Sequence[FaqEntry], uses: Mapping[str, int]) -> None:
        self.pages[page] = [each.id for each in entries]
        self.uses = dict(uses)

    def show_counts(self, counts: dict[FaqState, int], everything: int) -> None:
        self.counts = counts

    def show_bodies(self, bodies: Sequence[str]) -> None:
        self.bodies = tuple(bodies)

    def show_first_run(self, drafts: int) -> None:
        self.drafts = drafts

    def show_progress(self, done: int, total: int) -> None:
        self.progress.append((done, total))

    def show_done(self, done: Done) -> None:
        self.done.append(done)

    def ask_field(self, ids: Sequence[str], field: Field, look: Look) -> None:
        self.fields.append((tuple(ids), field, look))

    def show_walked(self, walked: Walked | None, *, back: bool) -> None:
        self.walked.append(walked)

    def show_failure(self, problem: Problem) -> None:
        self.problems.append(problem)

    def say_problem(self, problem: Problem) -> None:
        self.problems.append(problem)

    def show_preview(self, path: Path, found: ImportPreview) -> None:
        self.previews.append(found)

    def show_imported(self, result: Imported) -> None:
        self.imported.append(result)

    def show_book(self, path: Path, count: int) -> None:
        self.books.append((path, count))

    def show_exported(self, path: Path, count: int) -> None:
        self.exported.append(count)


class FormNotes:
    def __init__(self) -> None:
        self.entry: FaqEntry | None = None
        self.new = False
        self.check: FormCheck | None = None
        self.hints: Sequence[Hint] = ()
        self.twin: Twin | None = None
        self.pointed: list[str] = []
        self.marked: list[str | None] = []
        self.asked: list[Callable[[Choice], object]] = []
        self.conflicts: list[tuple[FaqEntry, Callable[[Choice], object]]] = []
        self.saved: list[FaqEntry] = []
        self.recovered = 0
        self.proposed = False
        self.tips = 0
        self.problems: list[Problem] = []
        self.revisions: Sequence[Revision] = ()

    def show_closed(self) -> None:
        self.entry = None

    def show_entry(
        self,
        entry: FaqEntry,
        *,
        new: bool,
        used: int,
        why: NotOfferable | None,
        tips: int = 0,
    ) -> None:
        self.entry, self.new, self.tips = entry, new, tips

    def show_check(self, check: FormCheck) -> None:
        self.check = check

    def show_hints(self, hints: Sequence[Hint]) -> None:
        self.hints = hints

    def show_twin(self, twin: Twin | None) -> None:
        self.twin = twin

    def show_saving(self, busy: bool) -> None:
        pass

    def point_at(self, field: str) -> None:
        self.pointed.append(field)

    def ask_unsaved(self, question: str, then: Callable[[Choice], object]) -> None:
        self.asked.append(then)

    def ask_conflict(self, stored: FaqEntry, then: Callable[[Choice], object]) -> None:
        self.conflicts.append((stored, then))

    def mark(self, id: str | None) -> None:
        self.marked.append(id)

    def say_saved(self, entry: FaqEntry) -> None:
        self.saved.append(entry)

    def say_proposed(self) -> None:
        self.proposed = True

    def say_recovered(self) -> None:
        self.recovered += 1

    def say_problem(self, problem: Problem) -> None:
        self.problems.append(problem)

    def show_history(self, revisions: Sequence[Revision]) -> None:
        self.revisions = revisions


class TrialNotes:
    def __init__(self) -> None:
        self.hits: Sequence[Hit] | None = None

    def show_nothing(self) -> None:
        self.hits = None

    def show_hits(self, hits: Sequence[Hit]) -> None:
        self.hits = hits

    def say_problem(self, problem: Problem) -> None:
        raise AssertionError(problem)

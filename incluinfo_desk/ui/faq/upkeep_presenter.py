"""What keeps the FAQ true: gaps, coverage, norms, links. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from incluinfo_desk.domain import events
from incluinfo_desk.domain.problems import Problem
from incluinfo_desk.ui.errands import Errands

if TYPE_CHECKING:
    from incluinfo_desk.domain.gaps import TopicCoverage
    from incluinfo_desk.domain.norms import NormChange
    from incluinfo_desk.operations.check_links import LinkLine, Round
    from incluinfo_desk.operations.desk import Desk
    from incluinfo_desk.operations.find_gaps import Missing
    from incluinfo_desk.operations.watch_norms import BoeReport, NormLine

_WORK = ("upkeep gaps", "upkeep norms", "upkeep links", "upkeep boe")


class UpkeepView(Protocol):
    def show_gaps(self, missing: Sequence[Missing], coverage: Sequence[TopicCoverage]) -> None: ...
    def show_coverage(self, coverage: Sequence[TopicCoverage]) -> None: ...
    def show_norms(self, lines: Sequence[NormLine]) -> None: ...
    def show_links(self, lines: Sequence[LinkLine]) -> None: ...
    def show_progress(self, done: int, total: int) -> None: ...
    def show_round(self, result: Round | None) -> None: ...
    def show_report(self, path: Path, report: BoeReport) -> None: ...
    def say_registered(self, answers: int) -> None: ...
    def say_problem(self, problem: Problem) -> None: ...


class UpkeepPresenter:
    """Fills one :class:`UpkeepView` while it is open; needs no network but for links."""

    def __init__(self, desk: Desk, view: UpkeepView) -> None:
        self._desk, self._view = desk, view
        self._errands = Errands(desk.background, view.say_problem)
        self._ends: list[Callable[[], None]] = [
            desk.bus.subscribe(events.FaqChanged, lambda _: self.start()),
            desk.bus.subscribe(events.LinksChecked, lambda _: self._read_links()),
        ]

    def start(self) -> None:
        """Read everything, anew."""
        self._errands.anew("upkeep gaps", self._gaps)
        self._errands.anew("upkeep norms", self._norms)
        self._read_links()

    def end(self) -> None:
        """The view closes; a round under way is given up and keeps nothing."""
        for end in self._ends:
            end()
        self._errands.drop(*_WORK, "upkeep check")

    # --- what the person does -------------------------------------------------------------------

    def check_links(self) -> None:
        self._errands.once("upkeep check", self._check)

    def cancel_check(self) -> None:
        self._errands.drop("upkeep check")

    def register(self, change: NormChange) -> None:
        self.register_all([change])

    def register_all(self, changes: Sequence[NormChange]) -> None:
        self._errands.also("upkeep register", lambda: self._register(changes))

    def read_boe(self, path: Path) -> None:
        self._errands.anew("upkeep boe", lambda: self._read_boe(path))

    # --- inside ---------------------------------------------------------------------------------

    def _read_links(self) -> None:
        self._errands.anew("upkeep links", self._links)

    async def _gaps(self) -> None:
        gaps = self._desk.upkeep.gaps
        coverage = await gaps.coverage()
        self._view.show_coverage(coverage)
        self._view.show_gaps(await gaps.missing(), coverage)

    async def _norms(self) -> None:
        self._view.show_norms(await self._desk.upkeep.norms.lines())

    async def _links(self) -> None:
        self._view.show_links(await self._desk.upkeep.links.lines())

    async def _check(self) -> None:
        result = None
        try:
            result = await self._desk.upkeep.links.check(self._view.show_progress)
        finally:
            self._view.show_round(result)

    async def _register(self, changes: Sequence[NormChange]) -> None:
        norms = self._desk.upkeep.norms
        if len(changes) == 1:
            count = await norms.register(changes[0])
        else:
            count = await norms.register_all(changes)
        self._view.say_registered(count)
        await self._norms()

    async def _read_boe(self, path: Path) -> None:
        self._view.show_report(path, await self._desk.upkeep.norms.read(path))

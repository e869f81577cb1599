"""What keeps the FAQ true: gaps, coverage, norms, links. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from incluinfo_desk.domain import events
from incluinfo_desk.domain.problems import Problem, Trouble

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
        self._ends: list[Callable[[], None]] = [
            desk.bus.subscribe(events.FaqChanged, lambda _: self.start()),
            desk.bus.subscribe(events.LinksChecked, lambda _: self._read_links()),
        ]

    def start(self) -> None:
        """Read everything, anew."""
        self._run("upkeep gaps", self._gaps(), replace=True)
        self._run("upkeep norms", self._norms(), replace=True)
        self._read_links()

    def end(self) -> None:
        """The view closes; a round under way is given up and keeps nothing."""
        for end in self._ends:
            end()
        for name in (*_WORK, "upkeep check"):
            self._desk.background.cancel(name)

    # --- what the person does -------------------------------------------------------------------

    def check_links(self) -> None:
        if not self._desk.background.running("upkeep check"):
            self._run("upkeep check", self._check())

    def cancel_check(self) -> None:
        self._desk.background.cancel("upkeep check")

    def register(self, change: NormChange) -> None:
        self._run("upkeep register", self._register([change]))

    def register_all(self, changes: Sequence[NormChange]) -> None:
        self._run("upkeep register", self._register(changes))

    def read_boe(self, path: Path) -> None:
        self._run("upkeep boe", self._read_boe(path), replace=True)

    # --- inside ---------------------------------------------------------------------------------

    def _run(self, name: str, work: Coroutine[Any, Any, None], *, replace: bool = False) -> None:
        async def told() -> None:
            try:
                await work
            except Trouble as trouble:
                self._view.say_problem(trouble.problem)

        self._desk.background.start(name, told(), replace=replace)

    def _read_links(self) -> None:
        self._run("upkeep links", self._links(), replace=True)

    async def _gaps(self) -> None:
        gaps = self._desk.upkeep.gaps
        coverage = await gaps.coverage()
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

"""Questions of other channels while their window is open. No Qt."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from incluinfo_desk.domain.heard import Heard, Line
from incluinfo_desk.domain.problems import Problem
from incluinfo_desk.ui.errands import Errands

if TYPE_CHECKING:
    from incluinfo_desk.operations.desk import Desk
    from incluinfo_desk.operations.intake import Intaken


class IntakeView(Protocol):
    def show_noted(self, heard: Heard) -> None: ...
    def ask_take(self, found: Intaken) -> None: ...
    def show_taken(self, count: int) -> None: ...
    def say_problem(self, problem: Problem) -> None: ...


class IntakePresenter:
    """Fills one :class:`IntakeView`; nothing runs twice at a time."""

    def __init__(self, desk: Desk, view: IntakeView) -> None:
        self._desk, self._view = desk, view
        self._errands = Errands(desk.background, view.say_problem)

    def note(self, line: Line, question: str, topic: str | None) -> None:
        async def work() -> None:
            made = await self._desk.intake.note(line, question, topic)
            if made is not None:
                self._view.show_noted(made)

        self._errands.once("intake", work)

    def read(self, path: Path) -> None:
        """Look at a file, and ask before anything is stored."""

        async def work() -> None:
            self._view.ask_take(await self._desk.intake.read(path))

        self._errands.once("intake", work)

    def take(self, found: Intaken) -> None:
        async def work() -> None:
            await self._desk.intake.take(found.questions)
            self._view.show_taken(len(found.questions))

        self._errands.once("intake", work)

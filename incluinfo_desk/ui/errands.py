"""What a presenter has done in the background, by name, and where its trouble is said. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from incluinfo_desk.domain.problems import Problem, Trouble

if TYPE_CHECKING:
    from incluinfo_desk.background import Background

Work = Callable[[], Coroutine[Any, Any, object]]
"""Called only when its turn comes: what is replaced before has not begun."""


class Errands:
    """The background work of one view; a Trouble is said in it, not raised."""

    def __init__(self, background: Background, say_problem: Callable[[Problem], object]) -> None:
        self._background, self._say = background, say_problem

    def once(self, name: str, work: Work) -> None:
        """What a person asks for: nothing more while it is being done."""
        if not self._background.running(name):
            self._background.start(name, self._guarded(work))

    def also(self, name: str, work: Work) -> None:
        """What a person said and nothing may drop: done beside what is under way."""
        self._background.start(name, self._guarded(work))

    def anew(self, name: str, work: Work) -> None:
        """What is read: the last wish counts, an older one is given up."""
        self._background.start(name, self._guarded(work), replace=True)

    def drop(self, *names: str) -> None:
        for name in names:
            self._background.cancel(name)

    async def _guarded(self, work: Work) -> None:
        try:
            await work()
        except Trouble as trouble:
            self._say(trouble.problem)

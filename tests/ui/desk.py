"""A whole desk for presenters: real store and operations, a fake X, no window."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from incluinfo_desk.operations.desk import Desk
from tests.operations.stage import PATIENCE, Stage, seed, stage


@dataclass
class Recorder:
    """A view that notes what it is shown; tests wait for the word they expect."""

    shown: dict[str, Any] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    def __getattr__(self, name: str) -> Callable[..., None]:
        if name.startswith("__"):
            raise AttributeError(name)

        def note(*values: Any, **more: Any) -> None:
            self.calls.append(name)
            self.shown[name] = values[0] if len(values) == 1 else values
            self.shown.update({f"{name}.{key}": value for key, value in more.items()})
            self._changed.set()

        return note

    async def until(self, wanted: Callable[[dict[str, Any]], Any]) -> Any:
        """Wait until ``wanted`` of what is shown is true, and return it."""
        while not (found := wanted(self.shown)):
            self._changed.clear()
            await self._changed.wait()
        return found


def play(folder: Path, act: Callable[[Stage, Desk], Coroutine[Any, Any, None]]) -> None:
    """Run one test on a fresh desk."""

    async def run() -> None:
        async with asyncio.timeout(PATIENCE), stage(folder) as at:
            await act(at, at.desk)

    seed(folder)
    asyncio.run(run())

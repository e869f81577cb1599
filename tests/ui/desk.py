"""A whole desk for presenters: real store and operations, a fake X, no window."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from incluinfo_desk.domain.post import Author
from incluinfo_desk.operations.account import Account
from incluinfo_desk.operations.desk import Desk
from incluinfo_desk.settings import Settings
from tests.operations.fake_channel import US
from tests.operations.stage import PATIENCE, Stage, seed, stage


class OpenGate:
    """X's consent page, already passed."""

    durable = True

    async def sign_in(self, open_url: Callable[[str], None]) -> Author:
        return US

    async def sign_out(self) -> None:
        return None

    async def who(self) -> Author | None:
        return US


def desk_of(at: Stage) -> Desk:
    account = Account(
        gate=OpenGate(),
        store=at.store,
        officer=lambda: at.officer,
        bus=at.bus,
        background=at.background,
        open_url=lambda _: None,
        changed=lambda: None,
    )
    return at.desk(account, Settings(officer_initials=at.officer), lambda _: None)


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
            await act(at, desk_of(at))

    seed(folder)
    asyncio.run(run())

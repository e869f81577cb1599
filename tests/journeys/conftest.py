"""A simulator of X for each journey, and a folder with an officer's settings."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from incluinfo_desk.simulator.thread import SimulatorThread
from incluinfo_desk.store.store import Store
from tests.journeys.person import Script, at_the_desk, write_settings

# Named rather than skipped: elsewhere there is no X server, Secret Service or file mode.
collect_ignore = [
    *([] if sys.platform.startswith("linux") else ["test_real_systems.py"]),
    *([] if os.name == "posix" else ["test_read_only.py"]),
]


@dataclass
class Scene:
    simulator: SimulatorThread
    base_url: str
    folder: Path

    def use_once(self) -> None:
        """Make it a profile that was used before."""

        async def open_and_close() -> None:
            store = await Store.open(self.folder, lambda: datetime.now(UTC))
            await store.close()

        asyncio.run(open_and_close())

    def play(self, script: Script, *, opens: bool = True, language: str | None = "es") -> None:
        """Open the window, play, close it; may be called again to reopen it."""
        at_the_desk(
            self.folder, self.simulator, self.base_url, script, opens=opens, language=language
        )

    def settings(self, **values: Any) -> None:
        """What the officer chose otherwise in Ajustes, before the window opens."""
        write_settings(self.folder, **values)


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    simulator = SimulatorThread(day=False)
    folder = tmp_path / "perfil"
    write_settings(folder)
    try:
        yield Scene(simulator, simulator.start(), folder)
    finally:
        simulator.stop()

"""A simulator of X for each journey, and a folder with an officer's settings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from incluinfo_desk.simulator.thread import SimulatorThread
from tests.journeys.person import Script, at_the_desk, write_settings


@dataclass
class Scene:
    simulator: SimulatorThread
    base_url: str
    folder: Path

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

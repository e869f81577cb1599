"""How long until something is seen, and until the work is seen, beside a bare window."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class StartUp:
    """Medians, in milliseconds from the start of the process."""

    bare: float
    frame: float
    filled: float


def measure(folder: Path, runs: int) -> StartUp:
    """Open both windows ``runs`` times in turn, each in a process of its own."""
    bare, frame, filled = [], [], []
    _marks("probe_start.py", str(folder))  # imports the starter FAQ, warms the disk
    for _ in range(runs):
        bare += _marks("probe_bare.py")
        painted, listed = _marks("probe_start.py", str(folder))
        frame.append(painted)
        filled.append(listed)
    return StartUp(*map(statistics.median, (bare, frame, filled)))


def environment() -> dict[str, str]:
    """Without a screen; what was compiled once stays compiled, as in an installed desk."""
    own = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return own | {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*.warning=false"}


def _marks(script: str, *arguments: str) -> list[float]:
    began = time.perf_counter_ns()
    done = subprocess.run(
        [sys.executable, str(HERE / script), *arguments],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        env=environment(),
    )
    # Linux, macOS and Windows count perf_counter from the start of the machine.
    return [(int(mark) - began) / 1e6 for mark in done.stdout.split()]

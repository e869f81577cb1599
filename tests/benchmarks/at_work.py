"""The window under load: a simulator and a desk, each in a process of its own."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.benchmarks.start_up import environment

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SPEED = "1"


def measure(folder: Path, seconds: float) -> dict[str, Any]:
    """What ``probe_work.py`` saw, on a copy of ``folder``: answers are written into it."""
    copy = folder.with_name(f"{folder.name}-at-work")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy)
    try:
        with simulator() as address:
            done = subprocess.run(
                [sys.executable, str(HERE / "probe_work.py"), str(copy), address, str(seconds)],
                stdout=subprocess.PIPE,
                text=True,
                check=True,
                env=environment(),
            )
    finally:
        shutil.rmtree(copy, ignore_errors=True)
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


@contextmanager
def simulator() -> Iterator[str]:
    process = subprocess.Popen(
        [sys.executable, "-m", "incluinfo_desk", "simulate", "--port", "0", "--speed", SPEED],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    try:
        assert process.stdout is not None
        yield process.stdout.readline().rpartition(" ")[2].strip()
    finally:
        process.terminate()
        process.wait(10)

"""Child process: the desk at work; prints as JSON how it kept up.

    python probe_work.py FOLDER API_URL SECONDS

Mentions come from the simulator at API_URL, a process of its own, as fast as the desk can
ever meet them, while the list scrolls; then citizens are answered by one click.
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import sys
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QModelIndex, Qt, QTimer  # noqa: E402

from incluinfo_desk import app, composition, session  # noqa: E402
from incluinfo_desk.domain.events import Link, LinkChanged  # noqa: E402
from incluinfo_desk.domain.problems import Trouble  # noqa: E402
from incluinfo_desk.operations.answer import Shown  # noqa: E402
from incluinfo_desk.options import WindowOptions  # noqa: E402

PER_SECOND = 50
"""Mentions: about what X delivered to the busiest public account of Spain in a crisis."""
POLL = 1.0
"""Seconds between two polls: the shortest the desk allows."""
BEAT_MS = 5
FRAME = 1 / 60
STEP = 37
"""Pixels a frame: about 2,200 a second, a brisk turn of the wheel."""
FAR = 3_000
"""Cards seen before the memory is measured: more than an officer reads in a day."""
CLICKS = 60
PATIENCE = 60.0


@dataclass
class Heart:
    """Beats every five milliseconds of Qt's loop; a late beat is a window that stood still."""

    gaps: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._last = time.perf_counter()
        self._timer = QTimer(interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps.append(now - self._last)
        self._last = now

    def take(self) -> dict[str, float]:
        """The figures since the last call."""
        gaps, self.gaps = sorted(self.gaps), []
        return {
            "longest_ms": gaps[-1] * 1000,
            "p99_ms": gaps[int(0.99 * len(gaps))] * 1000,
            "dropped": sum(int(gap / FRAME) for gap in gaps),
            "frames": int(sum(gaps) / FRAME),
        }


async def until(seen: Any, what: str) -> None:
    ends = time.perf_counter() + PATIENCE
    while not seen():
        if time.perf_counter() > ends:
            raise SystemExit(f"never happened: {what}")
        await asyncio.sleep(0.01)


def work(
    opened: session.Session, folder: Path, api_url: str, seconds: float, told: dict[str, Any]
) -> Any:
    async def script() -> None:
        heart = Heart()
        links: list[Link] = []
        desk = opened.desk
        assert desk is not None
        desk.bus.subscribe(LinkChanged, lambda event: links.append(event.link))
        await until(lambda: opened.window.pane("inbox"), "the Bandeja")
        pane: Any = opened.window.pane("inbox")
        rows = pane.list.model.rowCount
        await until(lambda: rows(QModelIndex()), "a first page")
        await until(lambda: Link.CONNECTED in links, "the line to X")
        await asyncio.sleep(1)
        told["opening"] = heart.take()

        bar = pane.list.view.verticalScrollBar()
        scroll = QTimer(interval=16, timerType=Qt.TimerType.PreciseTimer)
        scroll.timeout.connect(lambda: bar.setValue(bar.value() + STEP))
        before = await stored(desk)
        await asyncio.to_thread(burst, api_url, round(PER_SECOND * seconds), seconds)
        heart.take()
        scroll.start()
        await asyncio.sleep(seconds + POLL)
        told["busy"] = heart.take()
        scroll.stop()
        await asyncio.sleep(2 * POLL)
        told["arrived"] = await stored(desk) - before
        ends = time.perf_counter() + PATIENCE
        while rows(QModelIndex()) < FAR and time.perf_counter() < ends:
            # To the end of what is loaded, so that the next page is asked for.
            bar.setValue(bar.maximum() - 1)
            bar.setValue(bar.maximum())
            await asyncio.sleep(0.005)
        told["scrolled"] = rows(QModelIndex())
        told["rss_mb"] = resident_mb()
        told["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        told["clicks_ms"] = await clicks(desk)
        told["fsyncs_ms"] = await asyncio.to_thread(fsyncs, folder)

    return script()


async def stored(desk: Any) -> int:
    return sum((await desk.store.conversations.counts()).values())


async def clicks(desk: Any) -> list[float]:
    """Milliseconds from the click to "en cola" on the disk, for whoever may be answered."""
    spent: list[float] = []
    after = None
    while len(spent) < CLICKS:
        page = await desk.store.conversations.waiting(after, 50)
        for row in page.rows:
            offer = await desk.suggesting.for_conversation(row.id)
            if offer.one_click is None or len(spent) == CLICKS:
                continue
            began = time.perf_counter()
            try:
                await desk.answering.one_click(row.id, offer.one_click.id, Shown(row, offer))
            except Trouble:
                continue  # nobody would have been offered the click
            spent.append((time.perf_counter() - began) * 1000)
        if page.next is None:
            break
        after = page.next
    return spent


def fsyncs(folder: Path) -> list[float]:
    """Milliseconds of the least that any durable click could cost on this disk."""
    spent: list[float] = []
    with (folder / "fsync.probe").open("wb", buffering=0) as file:
        for _ in range(CLICKS):
            file.write(b"x" * 16_384)
            began = time.perf_counter()
            os.fsync(file.fileno())
            spent.append((time.perf_counter() - began) * 1000)
    return spent


def burst(api_url: str, count: int, seconds: float) -> None:
    request = urllib.request.Request(  # noqa: S310 - the simulator's own http address
        f"{api_url}/control/burst",
        json.dumps({"count": count, "seconds": seconds}).encode(),
        {"Content-Type": "application/json"},
    )
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(request, timeout=10) as answer:
        answer.read()


def resident_mb() -> float:
    """Now; where the system does not tell, the most there ever was."""
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text("ascii").splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(folder: str, api_url: str, seconds: str) -> int:
    told: dict[str, Any] = {}
    composition.DEMO_POLL = POLL
    options = WindowOptions(data_dir=Path(folder), api_url=api_url, language="es", demo=True)
    code = app.run(
        options, lambda opened: work(opened, Path(folder), api_url, float(seconds), told)
    )
    print(json.dumps(told))  # noqa: T201
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))

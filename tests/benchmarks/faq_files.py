"""Ten thousand answers come in from a file: how long, and how long the window waits.

    python -m tests.benchmarks.faq_files [COUNT]

A real store, the operations of the desk and the window's loop; the longest stall is what one
turn of the loop took, beside the longest in as much time with nothing to do.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from collections.abc import Coroutine
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from incluinfo_desk import memory
from incluinfo_desk.domain.faq import FaqEntry
from incluinfo_desk.operations import faq_file
from incluinfo_desk.operations.faq_rows import Exported
from tests.operations.stage import seed, stage

ENDINGS = ("xlsx", "csv", "json")


@dataclass
class Pulse:
    """Turns of the loop, and the longest of them in seconds."""

    longest: float = 0.0
    late: int = 0
    """Turns longer than 16 ms."""

    async def beat(self) -> None:
        while True:
            since = time.perf_counter()
            await asyncio.sleep(0.001)
            took = time.perf_counter() - since
            self.longest = max(self.longest, took)
            self.late += took > 0.016


async def timed(name: str, work: Coroutine[Any, Any, Any]) -> Any:
    pulse = Pulse()
    beating = asyncio.create_task(pulse.beat())
    since = time.perf_counter()
    result = await work
    took = time.perf_counter() - since
    beating.cancel()
    sys.stdout.write(
        f"{name:28} {took:7.2f} s   longest turn {pulse.longest * 1000:6.1f} ms"
        f"   turns over 16 ms {pulse.late}\n"
    )
    return result


def entries(count: int) -> list[FaqEntry]:
    return [
        FaqEntry(
            id=f"n-{n}",
            topic="imv",
            question=f"¿Qué plazo tiene el trámite {n} de la oficina {n % 97}?",
            reply=f"El trámite {n} se resuelve en {n % 90 + 1} días. Más información: {{enlace}}",
            variants=tuple(f"cuánto tarda lo del {n} variante {v}" for v in range(8)),
            link=f"https://www.seg-social.es/tramites/{n}",
            source="https://www.boe.es",
            body="INSS",
        )
        for n in range(count)
    ]


async def run(folder: Path, count: int) -> None:
    for ending in ENDINGS:
        profile, file = folder / ending, folder / f"faq.{ending}"
        faq_file.save(file, [Exported(entry, ()) for entry in entries(count)])
        async with stage(profile) as s:
            await s.suggesting.load()
            await timed("nothing to do", asyncio.sleep(2))
            found = await timed(f"{ending}: look", s.faq_exchange.preview(file))
            done = await timed(f"{ending}: take and index", s.faq_exchange.take(found))
            assert (done.added, found.bad_rows) == (count, ())
            again = await timed(f"{ending}: look again", s.faq_exchange.preview(file))
            assert again.same == count
            reading = asyncio.create_task(s.faq_exchange.preview(file))
            await asyncio.sleep(0.3)
            reading.cancel()
            await timed(f"{ending}: cancel", asyncio.wait([reading]))


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with ExitStack() as ends, tempfile.TemporaryDirectory() as folder:
        memory.take_over(ends)
        for ending in ENDINGS:
            seed(Path(folder) / ending)
        asyncio.run(run(Path(folder), count))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

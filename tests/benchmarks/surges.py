"""Days of the simulator through the real engine and the surge meter: soon enough, and false.

    .desk/venv/bin/python -m tests.benchmarks.surges [--seeds 20]

For each seed: minutes from the start of the outage to its proposal, and the false proposals
of a simulated week without outage or hoax (five days; the desk has no past on the first).
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from incluinfo_desk.domain.conversation import ConversationId
from incluinfo_desk.domain.surge import Sign, Subject, SurgeMeter
from incluinfo_desk.operations.offers import Reading
from incluinfo_desk.operations.suggesting import Suggesting
from incluinfo_desk.operations.watch_surges import subjects
from incluinfo_desk.simulator.day import Event, seconds, tell

OUTAGE = seconds("10:22")
"""When the demonstration day's outage begins."""
MIDNIGHT = datetime(2026, 3, 2, tzinfo=UTC)


class Engine:
    """Readings of texts by the real :class:`Suggesting`, each text once."""

    def __init__(self, suggesting: Suggesting) -> None:
        self._suggesting, self._known = suggesting, dict[str, Reading]()

    async def read(self, texts: Iterable[str]) -> None:
        fresh = sorted(set(texts) - self._known.keys())
        for text, reading in zip(fresh, await self._suggesting.read(fresh), strict=True):
            self._known[text] = reading

    def __getitem__(self, text: str) -> Reading:
        return self._known[text]


def mentions(seed: int, number: int, *, quiet: bool) -> Iterator[Event]:
    for event in tell(seed, number):
        calm = event.label is None or event.label.kind not in {"outage", "hoax"}
        if event.action == "post" and event.mention and event.at >= 0 and (calm or not quiet):
            yield event


def replay(
    meter: SurgeMeter, engine: Engine, seed: int, number: int, *, quiet: bool
) -> list[tuple[float, Subject]]:
    """(second of the day, subject) of each proposal."""
    proposed: list[tuple[float, Subject]] = []
    known: set[Subject] = set()
    for event in mentions(seed, number, quiet=quiet):
        at = MIDNIGHT + timedelta(days=number, seconds=event.at)
        meter.pass_to(at)
        known &= {each.subject for each in meter.surges()}
        for subject in subjects(engine[event.text]):
            meter.note(Sign(ConversationId(str(event.key)), event.person.handle, at, subject))
        for surge in meter.surges(known):
            known.add(surge.subject)
            proposed.append((event.at, surge.subject))
    return proposed


async def outage(engine: Engine, seed: int) -> float:
    """Minutes from the start of the outage to its proposal; 9,999 without one."""
    await engine.read(event.text for event in mentions(seed, 0, quiet=False))
    for at, subject in replay(SurgeMeter(), engine, seed, 0, quiet=False):
        if at >= OUTAGE and subject.kind == "component" and subject.id.startswith("sede"):
            return (at - OUTAGE) / 60
    return 9_999.0


async def quiet_week(engine: Engine, seed: int) -> list[tuple[float, Subject]]:
    """The false proposals of five days."""
    meter, false = SurgeMeter(), list[tuple[float, Subject]]()
    for number in range(5):
        await engine.read(event.text for event in mentions(seed, number, quiet=True))
        false += replay(meter, engine, seed, number, quiet=True)
    return false


async def main() -> int:
    from tests.operations.stage import stage

    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", type=int, default=20)
    late, most = 0.0, 0
    with tempfile.TemporaryDirectory() as folder:
        async with stage(Path(folder)) as s:
            await s.edit_faq.first_run(verified=True)
            await s.broadcasting.first_run()
            await s.suggesting.load()
            engine = Engine(s.suggesting)
            for seed in range(parser.parse_args().seeds):
                minutes = await outage(engine, seed)
                false = await quiet_week(engine, seed)
                late, most = max(late, minutes), max(most, len(false))
                told = ", ".join(f"{subject.kind} {subject.id}" for _, subject in false)
                sys.stdout.write(
                    f"semilla {seed}: propuesta a los {minutes:.1f} min; "
                    f"falsas en una semana: {len(false)} {told}\n"
                )
    sys.stdout.write(f"peor: {late:.1f} min, {most} falsas por semana\n")
    return 0 if late <= 6 and most <= 1 else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))

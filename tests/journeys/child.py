"""A desk in a process of its own, which a test may kill or start under other conditions.

``python -m tests.journeys.child STORY FOLDER URL``
"""

from __future__ import annotations

import sys
from pathlib import Path

from incluinfo_desk.simulator.thread import SimulatorThread
from tests.journeys.person import Person, at_the_desk

NOBODY = SimulatorThread(day=False)
"""Never started: X is in another process, and these stories do not look at it."""


async def answer(person: Person) -> None:
    """Answer the one mention with one key, and stay."""
    await person.verified()
    await person.sign_in()
    await person.reads("denegado el imv")
    await person.sees("Enviar ya")
    await person.press("R")
    await person.sees("never on the screen", seconds=90)


async def read_only(person: Person) -> None:
    """The data may be read but not written."""
    await person.sees("No se puede escribir en")
    for keys in ("Ctrl+2", "Ctrl+1", "F5"):
        await person.press(keys)
    assert person.window.isVisible()


STORIES = {"answer": answer, "read_only": read_only}

if __name__ == "__main__":
    at_the_desk(
        Path(sys.argv[2]),
        NOBODY,
        sys.argv[3],
        STORIES[sys.argv[1]],
        opens=sys.argv[1] != "read_only",
    )

"""Ten thousand answers are looked after: how long the window waits.

    python -m tests.benchmarks.faq_upkeep [COUNT]

The real window (offscreen where there is no screen), a real store and the desk's operations:
the FAQ opens, then each view of its upkeep, and a law changes that a third of the answers rest
on. The longest stall is what one turn of the loop took, as in ``faq_files``.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from incluinfo_desk import memory
from incluinfo_desk.domain.faq import FaqEntry, FaqState
from incluinfo_desk.domain.norms import NormChange, NormId
from incluinfo_desk.operations.desk import Desk
from incluinfo_desk.settings import Settings
from incluinfo_desk.ui.faq.place import FaqPlace
from incluinfo_desk.ui.faq.upkeep import UpkeepDialog, View
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.window import Window
from tests.benchmarks.faq_files import entries, timed
from tests.ui.desk_kit import desk
from tests.ui.driving import drive
from tests.ui.faq.views import quiet

LAW = NormId("BOE-A-2019-99999")


def answers(count: int) -> list[FaqEntry]:
    return [
        replace(entry, state=FaqState.VERIFIED, verified_by="AP", norms=(LAW,) * (n % 3 == 0))
        for n, entry in enumerate(entries(count))
    ]


async def read(made: Desk) -> None:
    """Until nothing of the FAQ or its upkeep is being read."""
    names = [f"upkeep {each}" for each in ("gaps", "norms", "links", "register")]
    while any(made.background.running(name) for name in names):
        for name in names:
            await made.background.settle(name)
    await quiet(made)


async def opened(window: Window, made: Desk) -> None:
    window.open_place("faq")
    await read(made)


async def looked_after(parent: FaqPlace, made: Desk, view: View) -> None:
    dialog = UpkeepDialog(parent, made, view)
    dialog.open()
    await read(made)
    await asyncio.sleep(0.1)
    dialog.accept()


async def registered(parent: FaqPlace, made: Desk) -> None:
    dialog = UpkeepDialog(parent, made, View.NORMS)
    dialog.open()
    await read(made)
    dialog.presenter.register(NormChange(LAW, "Se modifica", date(2026, 1, 1)))
    await read(made)
    await asyncio.sleep(0.1)
    dialog.accept()


async def run(window: Window, folder: Path, count: int) -> None:
    async with desk(folder, Settings(), entries=answers(count)) as made:
        await made.suggesting.load()
        window.attach(made)
        await timed("nothing to do", asyncio.sleep(2))
        await timed("the FAQ opens", opened(window, made))
        place = window.pane("faq")
        assert isinstance(place, FaqPlace)
        for view in View:
            await timed(f"upkeep: {view.name.lower()}", looked_after(place, made, view))
        await timed("a law changes", registered(place, made))


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    app = QApplication(sys.argv[:1])
    QLocale.setDefault(QLocale("es_ES"))
    look().follow(app, "light", 100)
    window = Window(Settings())
    window.resize(1440, 900)
    window.show()
    with ExitStack() as ends, tempfile.TemporaryDirectory() as folder:
        memory.take_over(ends)
        drive(app, run(window, Path(folder) / "p", count))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

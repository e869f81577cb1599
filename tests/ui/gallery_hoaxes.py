"""Pictures of the register of hoaxes on a real store.

``python -m tests.ui.gallery_hoaxes [FOLDER [light|dark|light-200|narrow [es|en]]]``
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from incluinfo_desk.assets import translations
from incluinfo_desk.domain.hoax import Sighting
from incluinfo_desk.operations.desk import Desk
from incluinfo_desk.settings import Settings
from incluinfo_desk.ui.hoaxes.place import LivingHoaxes
from incluinfo_desk.ui.loop import DeskEventLoop
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.window import Window
from tests.ui.desk_kit import NOW, OURS, Door, desk
from tests.ui.gallery_faq_settings import LOOKS

ANA = Settings(officer_name="Ana Pérez", officer_initials="AP", client_id="ejemplo-de-cliente")


async def rest(seconds: float = 0.4) -> None:
    await asyncio.sleep(seconds)


async def grab(window: Window, path: Path) -> None:
    await rest(0.15)
    window.grab().save(str(path))


async def many(made: Desk, count: int = 40) -> None:
    """The shipped ones, and others up to ``count``, seen on this day and that."""
    await made.rebutting.first_run(prepared=True)
    [letter] = [h for h in await made.store.hoaxes.all() if h.id == "carta-15-dias"]
    more = [
        replace(
            letter,
            id=f"otro-{n}",
            claim=f"{letter.claim} ({n})",
            revision=0,
            seen=(Sighting(NOW.date() - timedelta(days=n), n + 1),),
        )
        for n in range(count - 7)
    ]
    await made.store.hoaxes.add_missing(more, "AP")


async def shoot_place(window: Window, made: Desk, folder: Path, name: str) -> None:
    place = window.open_place("hoaxes")
    assert isinstance(place, LivingHoaxes)
    await rest()
    await grab(window, folder / f"hoaxes-empty-{name}.png")
    await many(made)
    assert place.presenter is not None
    place.presenter.refresh()
    await rest(0.6)
    place.presenter.open("carta-15-dias")
    await rest()
    await grab(window, folder / f"hoaxes-forty-{name}.png")
    area = place._form_page.verticalScrollBar()
    area.setValue(area.maximum())
    await grab(window, folder / f"hoaxes-foot-{name}.png")
    place.presenter.open("devolucion-hacienda-sms")
    await rest()
    await grab(window, folder / f"hoaxes-foreign-{name}.png")
    place.start_new()
    await rest()
    await grab(window, folder / f"hoaxes-new-{name}.png")


async def shoot(folder: Path, app: QApplication, only: str) -> None:
    for name, theme, percent, width, height in LOOKS:
        if only and only != name:
            continue
        look().follow(app, theme, percent)
        with tempfile.TemporaryDirectory() as data:
            settings = replace(ANA, font_scale=percent, undo_seconds=0)
            door = Door(account=OURS)
            async with desk(Path(data), settings, entries=(), door=door) as made:
                window = Window(made.settings)
                window.setWindowState(Qt.WindowState.WindowNoState)
                window.resize(width, height)
                window.show()
                window.attach(made)
                await shoot_place(window, made, folder, name)
                window.close()
        window.deleteLater()
        await rest(0.1)


def main(folder: Path, only: str, language: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    app.setApplicationDisplayName("incluinfo_desk")
    app.setQuitOnLastWindowClosed(False)
    QLocale.setDefault(QLocale("en_GB" if language == "en" else "es_ES"))
    tongue = QTranslator()
    if tongue.load(str(translations() / f"incluinfo_desk_{language}.qm")):
        app.installTranslator(tongue)
    app.setFont(QFont("Inter", 9))
    loop = DeskEventLoop(app)
    asyncio.set_event_loop(loop)
    with loop:
        loop.run_until_complete(shoot(folder, app, only))


if __name__ == "__main__":
    main(
        Path(sys.argv[1] if len(sys.argv) > 1 else "pictures"),
        sys.argv[2] if len(sys.argv) > 2 else "",
        sys.argv[3] if len(sys.argv) > 3 else "es",
    )

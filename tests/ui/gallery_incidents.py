"""Pictures of Incidencias and of what waits for a second person, on a real store.

``python -m tests.ui.gallery_incidents [FOLDER [light|dark|light-200|narrow [es|en]]]``
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
from PySide6.QtWidgets import QApplication, QDialog

from incluinfo_desk.assets import translations
from incluinfo_desk.domain.announcement import Announcement
from incluinfo_desk.domain.incident import ComponentState, Incident, IncidentState
from incluinfo_desk.operations.desk import Desk
from incluinfo_desk.settings import Settings
from incluinfo_desk.ui.incidents.components_dialog import ComponentsDialog
from incluinfo_desk.ui.incidents.pane import IncidentsPane
from incluinfo_desk.ui.loop import DeskEventLoop
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.window import Window
from tests.ui.desk_kit import NOW, OURS, Door, desk
from tests.ui.gallery_faq_settings import LOOKS

ANA = Settings(officer_name="Ana Pérez", officer_initials="AP", client_id="ejemplo-de-cliente")
TEXT = (
    "Una parte del servicio no funciona: sede electrónica. Ocurre desde las 10:22 y ya buscamos "
    "la causa. Siguiente aviso, antes de las 11:30."
)
_STATES = (
    IncidentState.INVESTIGATING,
    IncidentState.IDENTIFIED,
    IncidentState.WATCHING,
)


def outage(number: int, components: tuple[str, ...]) -> Announcement:
    return Announcement(
        title="Incidencia",
        components=components,
        impact=(ComponentState.PARTIAL_OUTAGE, ComponentState.FULL_OUTAGE)[number % 2],
        state=_STATES[number % 3],
        text=f"{TEXT} ({number})",
        started_at=NOW - timedelta(minutes=7 * number),
        next_update_at=NOW + timedelta(minutes=30 - 9 * number),
    )


async def rest(seconds: float = 0.4) -> None:
    await asyncio.sleep(seconds)


async def many(made: Desk, count: int = 40) -> None:
    """Open, overdue and over, of every kind."""
    ids = [c.id for c in await made.broadcasting.components()]
    for number in range(count):
        said = await made.broadcasting.announce(outage(number, (ids[number % len(ids)],)))
        if number > 5 and isinstance(said, Incident):
            await made.broadcasting.update(said.id, IncidentState.RESOLVED, f"Resuelto ({number}).")
    await made.broadcasting.open(
        title="Mantenimiento",
        components=["sede", "importass"],
        impact=ComponentState.MAINTENANCE,
        text="Aviso: el sábado habrá trabajos de mantenimiento en la sede electrónica.",
        started_at=NOW + timedelta(days=3),
        ends_at=NOW + timedelta(days=3, hours=5),
    )


async def grab(window: Window, path: Path) -> None:
    await rest(0.15)
    window.grab().save(str(path))


async def grab_dialog(path: Path) -> None:
    for each in QApplication.topLevelWidgets():
        if isinstance(each, QDialog) and each.isVisible():
            each.grab().save(str(path))
            each.reject()
    await rest(0.1)


async def shoot_place(window: Window, made: Desk, folder: Path, name: str) -> None:
    place = window.open_place("incidents")
    assert isinstance(place, IncidentsPane)
    await rest()
    await grab(window, folder / f"incidents-empty-{name}.png")
    await many(made)
    await rest(0.6)
    place.view.setCurrentIndex(place.model.index(1))
    await rest()
    await grab(window, folder / f"incidents-forty-{name}.png")
    place.start_new()
    place.form.choose(["sede"])
    await rest()
    await grab(window, folder / f"incidents-new-{name}.png")


async def shoot_components(window: Window, folder: Path, name: str) -> None:
    window.actions_.trigger("incident.components")
    await rest()
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, ComponentsDialog)]
    dialog = next(each for each in found if each.isVisible())
    dialog.search.setText("CAISS")
    dialog.list.setCurrentRow(45)
    await rest()
    dialog.grab().save(str(folder / f"components-{name}.png"))
    dialog.form.complain("link", "Debe empezar por https://.")
    file = folder / "malo.csv"
    file.write_text("id;name;group\na;A;otro\nb;;web\n", "utf-8")
    dialog.import_from(str(file))
    await rest()
    await grab_dialog(folder / f"components-bad-{name}.png")


async def shoot_approval(window: Window, made: Desk, folder: Path, name: str) -> None:
    window.actions_.trigger("desk.approvals")
    await rest()
    await grab_dialog(folder / f"approval-empty-{name}.png")
    await made.save_settings(replace(made.settings, second_person_incidents=True))
    await made.broadcasting.announce(outage(1, ("sede",)))
    back = await made.broadcasting.announce(outage(2, ("importass",)))
    assert not isinstance(back, Incident)
    await made.approving.reject(back.id, "MR", "Falta decir qué pueden hacer mientras tanto.")
    await rest()
    await grab(window, folder / f"approval-told-{name}.png")
    window.actions_.trigger("desk.approvals")
    await rest()
    await grab_dialog(folder / f"approval-{name}.png")


async def shoot(folder: Path, app: QApplication, only: str) -> None:
    for name, theme, percent, width, height in LOOKS:
        if only and only != name:
            continue
        look().follow(app, theme, percent)
        with tempfile.TemporaryDirectory() as data:
            settings = replace(ANA, font_scale=percent, undo_seconds=0)
            door = Door(account=OURS)
            async with desk(Path(data), settings, entries=(), door=door) as made:
                await made.broadcasting.first_run()
                window = Window(made.settings)
                window.setWindowState(Qt.WindowState.WindowNoState)
                window.resize(width, height)
                window.show()
                window.attach(made)
                await shoot_place(window, made, folder, name)
                await shoot_components(window, folder, name)
                await shoot_approval(window, made, folder, name)
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

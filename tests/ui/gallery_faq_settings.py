"""Pictures of FAQ and Ajustes on a real store.

``python -m tests.ui.gallery_faq_settings [FOLDER [light|dark|light-200|narrow|many]]``

The starter FAQ as it is imported, some of it verified; ``many``: ten thousand entries and none, in
light and dark, Spanish and English.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea

from incluinfo_desk.assets import translations
from incluinfo_desk.domain.faq import FaqState
from incluinfo_desk.domain.faq_voices import Voice
from incluinfo_desk.domain.norms import NormChange, NormId
from incluinfo_desk.operations.desk import Desk
from incluinfo_desk.settings import Settings
from incluinfo_desk.store.faq import FaqFilter
from incluinfo_desk.ui.channels_dialog import ChannelsDialog
from incluinfo_desk.ui.faq.book_dialog import BookDialog
from incluinfo_desk.ui.faq.conflict_editor import ConflictEditor
from incluinfo_desk.ui.faq.import_dialog import ImportDialog
from incluinfo_desk.ui.faq.place import FaqPlace
from incluinfo_desk.ui.faq.topics_dialog import TopicsDialog
from incluinfo_desk.ui.loop import DeskEventLoop
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.window import Window
from tests.ui.desk_kit import OURS, Door, desk

LOOKS = (
    ("light", "light", 100, 1440, 900),
    ("dark", "dark", 100, 1440, 900),
    ("light-200", "light", 200, 1920, 1200),
    ("narrow", "light", 100, 1000, 760),
)
ANA = Settings(officer_name="Ana Pérez", officer_initials="AP", client_id="ejemplo-de-cliente")


async def rest(seconds: float = 0.4) -> None:
    await asyncio.sleep(seconds)


async def grab(window: Window, path: Path) -> None:
    await rest(0.15)
    window.grab().save(str(path))


async def shoot_faq(window: Window, desk: Desk, folder: Path, name: str) -> None:
    place = window.open_place("faq")
    assert isinstance(place, FaqPlace)
    await rest(0.8)
    await grab(window, folder / f"faq-first-{name}.png")
    model = place.list.model
    place.list.view.setCurrentIndex(model.index(2))
    await rest()
    place.trial.question.setText("m an denegao el imv kien me puede decir como reclamo??")
    await rest(0.6)
    await grab(window, folder / f"faq-entry-{name}.png")
    place.trial.question.clear()
    languages = place.form.fields["translations"]
    languages.editor.setProperty("plainText", "En 20 días, sense cita. " * 3)
    preview = place.form._sheet.preview
    preview.voices.choose(Voice.PHONE)
    preview.languages.choose("ca")
    preview._say()
    place.form._area.ensureWidgetVisible(preview)
    await grab(window, folder / f"faq-voices-{name}.png")
    place.form._area.ensureWidgetVisible(languages)
    await grab(window, folder / f"faq-languages-{name}.png")
    place.form.fields["link"].editor.setProperty("text", "http://sin-cifrar.es")
    place.form._sheet._reply.setPlainText("Texto demasiado largo para X. " * 12)
    area = place.form._area
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum() * 55 // 100)
    await grab(window, folder / f"faq-errors-{name}.png")
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    await grab(window, folder / f"faq-end-{name}.png")
    place._editing.revert()
    await rest()
    place.list.view.selectAll()
    await grab(window, folder / f"faq-several-{name}.png")
    place.list.view.setCurrentIndex(model.index(0))
    place.list.search.setText("zzzz")
    await rest()
    await grab(window, folder / f"faq-none-{name}.png")
    place.list.search.clear()
    await rest()


async def shoot_dialogs(window: Window, desk: Desk, folder: Path, name: str) -> None:
    place = window.open_place("faq")
    assert isinstance(place, FaqPlace)
    BookDialog(window, lambda _: None).open()
    await shoot_dialog(window, folder / f"faq-book-{name}.png")
    file = folder / "fichas.json"
    await desk.faq_exchange.export_file(file)
    text = file.read_text("utf-8")
    text = text.replace("imv-silencio-administrativo", "imv-otro").replace("2027-06-30", "junio", 2)
    file.write_text(text.replace("El plazo", "Nuevo plazo"), "utf-8")
    await desk.store.faq.change(
        ["asilo-plazo-resolucion"], "AP", lambda e: replace(e, reply=f"Aquí: {e.reply}")
    )
    place._entries.preview(file)
    await rest(0.8)
    await shoot_conflict(folder / f"faq-conflict-{name}.png")
    await shoot_dialog(window, folder / f"faq-import-{name}.png")
    place.list.view.setCurrentIndex(place.list.model.index(0))
    await rest()
    place._editing.history()
    await rest(0.5)
    await shoot_dialog(window, folder / f"faq-history-{name}.png")
    change = NormChange(NormId("BOE-A-2021-21007"), "Real Decreto-ley 9/2026", date(2026, 12, 1))
    await desk.upkeep.norms.register(change)
    rows = await desk.store.faq.page(FaqFilter(), 0, 2)
    longer = replace(rows[0], reply=f"{rows[0].reply} Y algo más.", keywords=("plazo",))
    await desk.proposing.propose(longer, rows[0], "La sede lo cuenta ahora de otra manera.")
    await desk.proposing.tip(rows[1].id, "El enlace lleva a una página que ya no está.")
    window.actions_.trigger("faq.proposals")
    await rest(0.6)
    await shoot_dialog(window, folder / f"faq-proposals-{name}.png")
    window.actions_.trigger("faq.intake")
    await rest(0.2)
    await shoot_dialog(window, folder / f"faq-intake-{name}.png")
    ChannelsDialog(window, "vida-laboral", "TGSS", lambda _: None, desk.clock.now()).open()
    await shoot_dialog(window, folder / f"faq-channels-{name}.png")
    await desk.edit_topics.add("Vivienda y alquiler social para jóvenes", "MIVAU")
    await desk.edit_topics.merge("bulos", "canal")
    for view in ("topics", "gaps", "coverage", "norms", "links"):
        window.actions_.trigger(f"faq.{view}")
        await rest(0.8)
        if view == "topics":
            named = next(d for d in QApplication.topLevelWidgets() if isinstance(d, TopicsDialog))
            named.tabs.setCurrentIndex(1)
            await rest(0.2)
            named.grab().save(str(folder / f"faq-redirects-{name}.png"))
            named.tabs.setCurrentIndex(0)
        await shoot_dialog(window, folder / f"faq-{view}-{name}.png")


async def shoot_conflict(path: Path) -> None:
    """The first conflict, written anew and too long."""
    dialog = next(d for d in QApplication.topLevelWidgets() if isinstance(d, ImportDialog))
    for _ in range(5):
        QTest.keyClick(dialog.tree, Qt.Key.Key_Down)
    QTest.keyClick(dialog.tree, Qt.Key.Key_O)
    editor = dialog.findChild(ConflictEditor)
    assert isinstance(editor, ConflictEditor)
    editor.box.setPlainText("Una respuesta que no cabe en X. " * 10)
    await rest(0.1)
    dialog.grab().save(str(path))


async def shoot_dialog(window: Window, path: Path) -> None:
    for each in QApplication.topLevelWidgets():
        if isinstance(each, QDialog) and each.isVisible():
            each.grab().save(str(path))
            each.reject()
    await rest(0.1)


async def shoot_settings(window: Window, folder: Path, name: str) -> None:
    place = window.open_place("settings")
    assert place is not None
    await rest()
    area = place.findChild(QScrollArea)
    assert area is not None
    bar = area.verticalScrollBar()
    for step in range(5):
        bar.setValue(bar.maximum() * step // 4)
        await grab(window, folder / f"settings-{step}-{name}.png")


async def shoot(folder: Path, app: QApplication, only: str) -> None:
    for name, theme, percent, width, height in LOOKS:
        if only and only != name:
            continue
        look().follow(app, theme, percent)
        door = Door(durable=False, account=OURS)
        with tempfile.TemporaryDirectory() as data:
            async with desk(Path(data), replace(ANA, font_scale=percent), door=door) as made:
                rows = await made.store.faq.page(FaqFilter(), 0, 140)
                await made.edit_faq.verify([row.id for row in rows[:3]])
                await made.edit_faq.set_state([rows[3].id], FaqState.UNDER_REVIEW)
                await made.edit_faq.set_state([rows[4].id], FaqState.RETIRED)
                late = replace(rows[5], review_by=date(2026, 10, 1))
                await made.store.faq.save(late, by="AP", expect_revision=1)
                window = Window(made.settings)
                window.setWindowState(Qt.WindowState.WindowNoState)
                window.resize(width, height)
                window.show()
                window.attach(made)
                await shoot_faq(window, made, folder, name)
                if name in {"light", "dark"}:
                    await shoot_dialogs(window, made, folder, name)
                await shoot_settings(window, folder, name)
                window.close()
        window.deleteLater()
        await rest(0.1)


async def shoot_size(folder: Path, app: QApplication, theme: str, count: int, name: str) -> None:
    """The FAQ with ``count`` entries, and how long its first page and its scrolling take."""
    look().follow(app, theme, 100)
    with tempfile.TemporaryDirectory() as data:
        starter = () if not count else None
        async with desk(Path(data), ANA, entries=starter) as made:
            rows = await made.store.faq.all()
            copies = [
                replace(row, id=f"{row.id}-{n}", question=f"{row.question} ({n})")
                for n in range(count // 140 if count else 0)
                for row in rows
            ][: max(0, count - len(rows))]
            await made.store.faq.add_all(copies, "AP")
            window = Window(made.settings)
            window.setWindowState(Qt.WindowState.WindowNoState)
            window.resize(1440, 900)
            window.show()
            window.attach(made)
            began = time.perf_counter()
            place = window.open_place("faq")
            assert isinstance(place, FaqPlace)
            while count and not place.list.model.rowCount():  # noqa: ASYNC110 - a picture only
                await asyncio.sleep(0.005)
            print(f"{name}: first page after {time.perf_counter() - began:.2f} s")  # noqa: T201
            await rest(1)
            longest, bar = 0.0, place.list.view.verticalScrollBar()
            for step in range(101):
                at = time.perf_counter()
                bar.setValue(bar.maximum() * step // 100)
                place.list.view.viewport().repaint()
                longest = max(longest, time.perf_counter() - at)
                await asyncio.sleep(0.016)
            print(f"{name}: longest scroll step {longest * 1000:.1f} ms")  # noqa: T201
            await rest(0.5)
            if count:
                place.list.view.setCurrentIndex(place.list.model.index(count // 2))
                await rest(0.5)
            await grab(window, folder / f"faq-{name}.png")
            for view in ("gaps", "coverage", "norms", "links", "topics", "proposals", "blocks"):
                window.actions_.trigger(f"faq.{view}")
                await rest(0.8)
                await shoot_dialog(window, folder / f"faq-{view}-{name}.png")
            window.close()
            await rest(0.1)


async def shoot_many(folder: Path, app: QApplication) -> None:
    """Ten thousand entries and none, light and dark, in Spanish and English."""
    for language in ("es", "en"):
        translator = QTranslator()
        translator.load(f"incluinfo_desk_{language}.qm", str(translations()))
        app.installTranslator(translator)
        QLocale.setDefault(QLocale("es_ES" if language == "es" else "en_GB"))
        for theme in ("light", "dark"):
            for count in (10_000, 0):
                await shoot_size(folder, app, theme, count, f"{count}-{theme}-{language}")
        app.removeTranslator(translator)


def main(folder: Path, only: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    app.setApplicationDisplayName("incluinfo_desk")
    app.setQuitOnLastWindowClosed(False)
    QLocale.setDefault(QLocale("es_ES"))
    app.setFont(QFont("Inter", 9))
    loop = DeskEventLoop(app)
    asyncio.set_event_loop(loop)
    with loop:
        if only == "many":
            loop.run_until_complete(shoot_many(folder, app))
        else:
            loop.run_until_complete(shoot(folder, app, only))


if __name__ == "__main__":
    main(
        Path(sys.argv[1] if len(sys.argv) > 1 else "pictures"),
        sys.argv[2] if len(sys.argv) > 2 else "",
    )

"""Pictures of every view, from the real window on its demonstration day.

    python packaging/tour.py FOLDER [--dark] [--scale 200] [--lang en] [--size 1440x900]

What is seen is what an officer does: an answer on its way, an incident told, an entry
edited. Run it with the environment's Python (``.desk/venv``), under a screen or offscreen.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from incluinfo_desk import app  # noqa: E402
from incluinfo_desk.options import WindowOptions  # noqa: E402


async def _until(true: Callable[[], Any], seconds: float = 20) -> None:
    for _ in range(int(seconds / 0.05)):
        if true():
            return
        await asyncio.sleep(0.05)
    raise SystemExit("the tour waited for something that never came")


def tour(folder: Path, size: tuple[int, int]) -> Callable[[Any], Awaitable[None]]:
    async def walk(session: Any) -> None:
        window = session.window
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.resize(*size)
        window.activateWindow()

        async def shoot(name: str, widget: Any = None) -> None:
            await asyncio.sleep(0.6)
            (widget or window).grab().save(str(folder / f"{name}.png"))

        def front() -> QWidget:
            return QApplication.activeModalWidget() or QApplication.activeWindow() or window

        def do(action: str) -> None:
            window.actions_.trigger(action)

        await _until(lambda: window.pane("inbox") and window.pane("inbox").list.model.rowCount())
        inbox = window.pane("inbox")
        await _until(lambda: inbox.list.model.rowCount() > 15)
        await shoot("bandeja-vacia-de-lectura")
        for _ in range(2):
            do("list.next")
        await asyncio.sleep(1.5)
        await shoot("bandeja")
        do("reply.insert_2")
        await asyncio.sleep(0.5)
        do("reply.preview")
        await asyncio.sleep(0.5)
        dialog = front()
        await shoot("vista-previa", dialog)
        dialog.close()
        do("list.next")
        await asyncio.sleep(1.2)
        do("reply.one_click")
        await shoot("respuesta-en-espera")
        await asyncio.sleep(9)
        await shoot("respuesta-enviada")
        do("help.palette")
        await asyncio.sleep(0.4)
        await shoot("paleta", front())
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)
        do("help.keys")
        await asyncio.sleep(0.4)
        dialog = front()
        await shoot("teclas", dialog)
        dialog.close()
        do("help.guide")
        await asyncio.sleep(0.4)
        dialog = front()
        await shoot("guia", dialog)
        dialog.close()
        faq = window.open_place("faq")
        await asyncio.sleep(1.5)
        await shoot("faq")
        QTest.keyClick(faq.focusWidget() or faq, Qt.Key.Key_Down)
        QTest.keyClick(faq.focusWidget() or faq, Qt.Key.Key_Down)
        await asyncio.sleep(1)
        await shoot("faq-ficha")
        incidents = window.open_place("incidents")
        await asyncio.sleep(0.8)
        await shoot("incidencias-vacias")
        do("incident.new")
        form = incidents.form
        form.choose(["sede"])
        await asyncio.sleep(0.8)
        await shoot("incidencia-nueva")
        form.publish_asked.emit(False)
        await asyncio.sleep(10)
        do("incident.update")
        await asyncio.sleep(0.8)
        await shoot("incidencia-novedad")
        form.publish_asked.emit(False)
        await asyncio.sleep(10)
        await shoot("incidencia")
        window.open_place("settings")
        await asyncio.sleep(0.8)
        await shoot("ajustes")
        window.open_place("inbox")
        await asyncio.sleep(1.5)
        await shoot("bandeja-con-incidencia")

    return walk


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--scale", type=int, default=100)
    parser.add_argument("--lang", default="es")
    parser.add_argument("--size", default="1440x900")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    width, _, height = given.size.partition("x")
    with tempfile.TemporaryDirectory(prefix="incluinfo-tour-") as data:
        settings = {
            "version": 1,
            "theme": "dark" if given.dark else "light",
            "font_scale": given.scale,
            "officer_name": "Ana Ruiz",
            "officer_initials": "AR",
            "budget_monthly_usd": 300,
        }
        Path(data, "settings.json").write_text(json.dumps(settings), "utf-8")
        return app.run(
            WindowOptions(data_dir=Path(data), language=given.lang, demo=True),
            tour(given.folder, (int(width), int(height))),
        )


if __name__ == "__main__":
    sys.exit(main())

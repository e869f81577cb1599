"""Services and offices in the window: edited, refused with the reason, exchanged with files."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from incluinfo_desk.domain.incident import ComponentState
from incluinfo_desk.operations.desk import Desk
from incluinfo_desk.ui.incidents.components_dialog import ComponentsDialog
from incluinfo_desk.ui.incidents.components_presenter import ComponentsPresenter
from incluinfo_desk.ui.theme import look
from tests.operations.stage import Stage
from tests.ui.desk import play
from tests.ui.driving import clipped, unnamed


@pytest.fixture
def parent(app: QApplication, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


async def opened(desk: Desk, parent: QWidget) -> ComponentsDialog:
    await desk.broadcasting.first_run()
    dialog = ComponentsDialog(parent)
    dialog.presenter = ComponentsPresenter(desk, dialog)
    dialog.show()
    await quiet(desk)
    return dialog


async def quiet(desk: Desk) -> None:
    names = ("component act", "components", "component", "rehint")
    while any(desk.background.running(name) for name in names):
        for name in names:
            await desk.background.settle(name)


def pick(dialog: ComponentsDialog, words: str) -> None:
    rows = [n for n in range(dialog.list.count()) if words in dialog.list.item(n).text()]
    dialog.list.setCurrentRow(rows[0])


def box(parent: QWidget) -> QMessageBox:
    return next(b for b in parent.findChildren(QMessageBox) if b.isVisible())


def test_a_closed_office_shows_its_state_its_past_and_the_nearest_open_one(
    parent: QWidget, tmp_path: Path
) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        dialog = await opened(desk, parent)
        await desk.broadcasting.open(
            title="CAISS de Madrid",
            components=["caiss-madrid"],
            impact=ComponentState.FULL_OUTAGE,
            text="Hoy no abre la oficina de Madrid.",
        )
        await quiet(desk)
        pick(dialog, "CAISS de Madrid · ▲ caída total")
        await quiet(desk)
        known = dialog.form.known.text()
        assert "Oficina abierta más cercana: CAISS de Guadalajara" in known
        assert known.count("caída total") == 2  # its past, and the incident
        assert "datos por comprobar" in dialog.form.state.text()
        dialog.done(0)

    play(tmp_path, act)


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_cut_and_everything_has_a_name(
    app: QApplication, parent: QWidget, tmp_path: Path, percent: int
) -> None:
    look().follow(app, "light", percent)

    async def act(at: Stage, desk: Desk) -> None:
        dialog = await opened(desk, parent)
        pick(dialog, "CAISS de Santa Cruz de Tenerife")
        await quiet(desk)
        for _ in range(4):
            app.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        assert clipped(dialog) == []
        assert unnamed(dialog) == []
        dialog.done(0)

    play(tmp_path, act)


def test_an_edit_is_refused_beside_its_field_or_stored(parent: QWidget, tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        dialog = await opened(desk, parent)
        pick(dialog, "CAISS de Soria")
        await quiet(desk)
        form = dialog.form
        form._lines["link"].setText("http://a.es")
        form._lines["hours"].setText("De 9 a 14 h")
        form.ask_save()
        await quiet(desk)
        assert form.fields["link"].complaint == "Debe empezar por https://."
        assert form._lines["hours"].text() == "De 9 a 14 h"
        form._lines["link"].setText("")
        form.ask_save()
        await quiet(desk)
        known = {c.id: c for c in await desk.broadcasting.components()}
        assert (known["caiss-soria"].hours, known["caiss-soria"].latitude) == ("De 9 a 14 h", 41.76)

        dialog._new()
        form._lines["name"].setText("Sede: nueva")
        form.ask_save()
        await quiet(desk)
        assert form.fields["id"].complaint == "Falta."
        form._lines["id"].setText("sede-nueva")
        form.ask_save()
        await quiet(desk)
        assert (await desk.broadcasting.components())[-1].id == "sede-nueva"
        dialog.done(0)

    play(tmp_path, act)


def test_a_file_with_errors_changes_nothing_and_each_is_named(
    parent: QWidget, tmp_path: Path
) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        dialog = await opened(desk, parent)
        before = await desk.broadcasting.components()
        file = tmp_path / "oficinas.csv"
        head = "id;name;group;province\n"
        file.write_text(head + "caiss-inca;CAISS de Inca;offices;07\nb;B;otro;\n", "utf-8")
        dialog.import_from(str(file))
        await quiet(desk)
        told = box(dialog)
        assert "Línea 3 · Grupo: Debe ser" in told.informativeText()
        told.done(0)
        assert await desk.broadcasting.components() == before

        file.write_text(head + "caiss-inca;CAISS de Inca;offices;07\n", "utf-8")
        dialog.import_from(str(file))
        await quiet(desk)
        asked = [b for b in dialog.findChildren(QMessageBox) if b is not told][-1]
        assert await desk.broadcasting.components() == before
        asked.buttons()[1].click()
        await quiet(desk)
        assert (await desk.broadcasting.components())[-1].name == "CAISS de Inca"
        out = tmp_path / "todo.csv"
        dialog.export_to(str(out))
        await quiet(desk)
        assert out.read_text("utf-8-sig").count("\n") == len(before) + 2
        dialog.done(0)

    play(tmp_path, act)

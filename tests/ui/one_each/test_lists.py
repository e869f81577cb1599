"""Lists of people: a key for each, nothing by itself, nothing cut, everything named."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from incluinfo_desk.domain.incident import ComponentState, IncidentState
from incluinfo_desk.domain.post import AccountId, Author
from incluinfo_desk.operations.desk import Desk
from incluinfo_desk.ui.groups.dialog import open_groups
from incluinfo_desk.ui.loops.dialog import open_loops
from incluinfo_desk.ui.one_each.pane import OneEachPane
from incluinfo_desk.ui.theme import look
from tests.operations.fake_channel import PACO, ROSA
from tests.operations.stage import Stage
from tests.ui.desk import play
from tests.ui.driving import clipped, unnamed

TEXTS = (
    "pedí el imv hace siete meses y no me contestan, ¿está denegado?",
    "Llevo ocho meses esperando contestación del ingreso mínimo vital",
    "nadie me dice nada de mi IMV, ¿lo doy por denegado?",
)


@pytest.fixture
def parent(app: QApplication, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def fits(app: QApplication, dialog: QDialog) -> None:
    for _ in range(4):
        app.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    assert clipped(dialog) == []
    assert unnamed(dialog) == []


async def ready(desk: Desk, pane: OneEachPane) -> None:
    for name in ("one each send", "groups", "one each read", "one each text", "one each text"):
        await desk.background.settle(name)


@pytest.mark.parametrize("percent", [100, 200])
def test_one_answer_is_approved_and_each_person_has_a_key(
    app: QApplication, parent: QWidget, tmp_path: Path, percent: int
) -> None:
    look().follow(app, "light", percent)

    async def act(at: Stage, desk: Desk) -> None:
        await desk.edit_faq.first_run(verified=True)
        for n, text in enumerate(TEXTS):
            await at.asked(text, Author(AccountId(f"7{n}"), f"v{n}", f"Vecina {n}"))
        desk.doubts._touch_all()
        await desk.doubts.look()
        dialog = open_groups(parent, desk)
        await ready(desk, dialog.pane)
        assert dialog.view.item(0).text().startswith("3 · ")
        QTest.keyClick(dialog.pane.view, Qt.Key.Key_Return)  # nobody approved anything yet
        await ready(desk, dialog.pane)
        assert await desk.store.outbox.open_items() == ()
        dialog._do_approve()
        for told in (1, 2):
            await ready(desk, dialog.pane)
            QTest.keyClick(dialog.pane.view, Qt.Key.Key_Return)
            QTest.keyClick(dialog.pane.view, Qt.Key.Key_Return)
            await ready(desk, dialog.pane)
            assert len(await desk.store.outbox.open_items()) == told
        assert dialog.pane.progress.text().startswith("2 de 3 avisadas.")
        fits(app, dialog)
        dialog.done(0)

    play(tmp_path, act)


@pytest.mark.parametrize("percent", [100, 200])
def test_the_list_of_who_asked_fits_full_and_empty(
    app: QApplication, parent: QWidget, tmp_path: Path, percent: int
) -> None:
    look().follow(app, "light", percent)

    async def act(at: Stage, desk: Desk) -> None:
        await desk.broadcasting.first_run()
        incident = await desk.broadcasting.open(
            title="Sede", components=["sede"], impact=ComponentState.FULL_OUTAGE, text="No va."
        )
        empty = open_loops(parent, desk, incident.id, "Sede electrónica")
        await ready(desk, empty.pane)
        fits(app, empty)
        empty.done(0)
        for who in (ROSA, PACO):
            await at.asked("@incluinfo la sede electrónica no carga", who)
        at.clock.move(60)
        await desk.broadcasting.update(incident.id, IncidentState.RESOLVED, "Resuelto.")
        full = open_loops(parent, desk, incident.id, "Sede electrónica")
        await ready(desk, full.pane)
        assert full.pane.progress.text().startswith("0 de 2 avisadas.")
        fits(app, full)
        full.done(0)

    play(tmp_path, act)

"""The second person at the window: initials, one key, and texts that come back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from incluinfo_desk.domain.announcement import Announcement
from incluinfo_desk.domain.approval import Proposal
from incluinfo_desk.domain.incident import ComponentState, IncidentState
from incluinfo_desk.domain.problems import SecondPerson, SecondPersonFlaw
from incluinfo_desk.operations.desk import Desk
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.approval.pane import ApprovalDialog
from incluinfo_desk.ui.approval.presenter import ApprovalPresenter
from incluinfo_desk.ui.messages import EmptyState
from incluinfo_desk.ui.theme import look
from tests.operations.stage import Stage
from tests.ui.desk import play
from tests.ui.driving import clipped, unnamed


def announcement(at: Stage, text: str = "La sede no funciona.") -> Announcement:
    return Announcement(
        title="Sede",
        components=("sede",),
        impact=ComponentState.FULL_OUTAGE,
        state=IncidentState.INVESTIGATING,
        text=text,
        started_at=at.clock.now(),
    )


@pytest.fixture
def parent(app: QApplication, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


async def opened(desk: Desk, parent: QWidget) -> ApprovalDialog:
    dialog = ApprovalDialog(parent)
    dialog.presenter = ApprovalPresenter(desk, dialog)
    dialog.show()
    await quiet(desk)
    return dialog


async def quiet(desk: Desk) -> None:
    await desk.background.settle("approval")
    await desk.background.settle("approvals")


def words(dialog: ApprovalDialog) -> str:
    QApplication.processEvents()
    return "\n".join(each.text() for each in dialog.findChildren(QLabel) if each.isVisible())


def test_initials_and_enter_approve_the_one_text(parent: QWidget, tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        at.second_person = True
        await desk.broadcasting.announce(announcement(at))
        dialog = await opened(desk, parent)
        assert "La sede no funciona." in words(dialog)
        QTest.keyClick(dialog.by, Qt.Key.Key_Return)
        await quiet(desk)
        assert wording.say(SecondPerson(SecondPersonFlaw.NOBODY)).sentence in words(dialog)
        assert await at.store.outbox.open_items() == ()
        dialog.by.setText("AL")
        QTest.keyClick(dialog.by, Qt.Key.Key_Return)
        QTest.keyClick(dialog.by, Qt.Key.Key_Return)
        await quiet(desk)
        assert len(await at.store.outbox.open_items()) == 1
        assert "Aprobado" in words(dialog)
        assert "Ningún texto espera" in dialog.findChildren(EmptyState)[0].sentence
        dialog.done(0)

    play(tmp_path, act)


def test_of_several_texts_enter_only_points_at_the_first(parent: QWidget, tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        at.second_person = True
        for text in ("Uno.", "Dos."):
            await desk.broadcasting.announce(announcement(at, text))
        dialog = await opened(desk, parent)
        dialog.by.setText("AL")
        QTest.keyClick(dialog.by, Qt.Key.Key_Return)
        await quiet(desk)
        assert await at.store.outbox.open_items() == ()
        first = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Aprobar y enviar")
        assert first is dialog._first
        QTest.keyClick(first, Qt.Key.Key_Return)
        await quiet(desk)
        [item] = await at.store.outbox.open_items()
        assert item.text == "Uno."
        dialog.done(0)

    play(tmp_path, act)


def test_a_text_sent_back_tells_why_and_returns_to_its_author(
    parent: QWidget, tmp_path: Path
) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        at.second_person = True
        sent = await desk.broadcasting.announce(announcement(at))
        assert isinstance(sent, Proposal)
        await desk.approving.reject(sent.id, "AL", "Falta la <b>hora</b>")
        dialog = await opened(desk, parent)
        taken: list[Proposal] = []
        dialog.taken_up.connect(taken.append)
        assert "Devuelto por AL: Falta la <b>hora</b>" in words(dialog)
        again = next(b for b in dialog.findChildren(QPushButton) if b.text().startswith("Volver"))
        QTest.mouseClick(again, Qt.MouseButton.LeftButton)
        [back] = taken
        assert replace(back, reason="") == replace(
            sent, state=back.state, decided_by="AL", decided_at=back.decided_at
        )

    play(tmp_path, act)


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_cut_and_everything_has_a_name(
    app: QApplication, parent: QWidget, tmp_path: Path, percent: int
) -> None:
    look().follow(app, "light", percent)

    async def act(at: Stage, desk: Desk) -> None:
        at.second_person = True
        for text in ("La sede no funciona. " * 10, "Otra cosa."):
            sent = await desk.broadcasting.announce(announcement(at, text.strip()))
        assert isinstance(sent, Proposal)
        await desk.approving.reject(sent.id, "AL", "Falta decir qué pueden hacer mientras tanto.")
        dialog = await opened(desk, parent)
        for _ in range(4):
            app.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        assert clipped(dialog) == []
        assert unnamed(dialog) == []
        dialog.done(0)

    play(tmp_path, act)

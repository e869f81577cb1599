"""What reaches the officer outside the list: a figure in the tray, the queue of sendings."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from incluinfo_desk.domain.conversation import ConversationId
from incluinfo_desk.domain.events import PostsArrived
from incluinfo_desk.domain.outgoing import OutgoingState
from incluinfo_desk.domain.problems import TooLateToUndo
from incluinfo_desk.operations.desk import Desk
from incluinfo_desk.ui.conversation.cards import OutgoingCard
from incluinfo_desk.ui.messages import EmptyState
from incluinfo_desk.ui.outbox.pane import OutboxDialog
from incluinfo_desk.ui.outbox.presenter import OutboxPresenter
from incluinfo_desk.ui.status_presenter import Status, StatusPresenter
from incluinfo_desk.ui.tray import Tray
from tests.operations.stage import Stage

from .. import samples
from ..desk import Recorder, play

ARRIVED = PostsArrived((ConversationId("1.2"),), 2)


def test_the_tray_is_silent_when_not_wanted(app: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    quiet, loud = Tray(window, lambda: False), Tray(window, lambda: True)
    for tray in (quiet, loud):
        tray.on_posts(ARRIVED)
        tray.on_posts(ARRIVED)
    assert not quiet._gather.isActive()
    assert loud._gather.isActive()
    assert loud._count == 4


def test_an_empty_queue_says_so(app: QApplication, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = OutboxDialog(parent)
    dialog.show_items(())
    assert "No hay nada en camino" in dialog.findChildren(EmptyState)[0].sentence


def test_the_queue_shows_each_sending(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    async def act(at: Stage, desk: Desk) -> None:
        dialog = OutboxDialog(parent, samples.now)
        dialog.presenter = OutboxPresenter(desk, dialog, lambda _: None)
        id = await at.asked()
        await desk.answering.reply(id, "Puede consultarlo en la sede.")
        await desk.background.settle("outbox")
        assert len(dialog.findChildren(OutgoingCard)) == 1
        dialog.done(0)

    play(tmp_path, act)


def test_undo_takes_the_last_one_back(tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        id = await at.asked()
        view = Recorder()
        presenter = StatusPresenter(desk, view)
        item = await desk.answering.reply(id, "Puede consultarlo en la sede.")

        def undoable(shown: dict[str, object]) -> bool:
            status = shown.get("show_status", (None,))
            first = status[0] if isinstance(status, tuple) else None
            return isinstance(first, Status) and first.undoable == item.id

        await view.until(undoable)
        presenter.undo_last()
        await view.until(lambda _: "say_undone" in view.calls)
        found = await at.store.outbox.get(item.id)
        assert found is not None
        assert found.state is OutgoingState.CANCELLED

    play(tmp_path, act)


def test_too_late_is_told(tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        id = await at.asked()
        told: list[object] = []
        presenter = OutboxPresenter(desk, Recorder(), told.append)
        item = await desk.answering.reply(id, "Puede consultarlo en la sede.")
        await at.store.outbox.advance(
            item.id, expect=OutgoingState.QUEUED, to=OutgoingState.CHECKING
        )
        presenter.undo(item.id)
        await desk.background.settle("outbox act")
        assert told == [TooLateToUndo()]

    play(tmp_path, act)

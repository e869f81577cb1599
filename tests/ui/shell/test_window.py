"""The frame of the desk: light at the first frame, whole by keyboard, true in its words."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from incluinfo_desk.domain.events import Link
from incluinfo_desk.domain.problems import Offline, SignInNeeded
from incluinfo_desk.settings import Settings
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.cheat_sheet import CheatSheet
from incluinfo_desk.ui.inbox.place import InboxPlace
from incluinfo_desk.ui.inbox.presenter import Pile
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.palette import Palette
from incluinfo_desk.ui.state import WindowState
from incluinfo_desk.ui.status_presenter import Status
from incluinfo_desk.ui.window import Window

from .. import samples
from ..hands import click, press, write


def test_the_first_frame_imports_nothing_heavy() -> None:
    """sqlmodel alone would cost two bare windows (qt-stack §4)."""
    heavy = "sqlmodel sqlalchemy pydantic tweepy aiohttp requests numpy keyring snowballstemmer"
    code = (
        "import sys, incluinfo_desk.ui.window, incluinfo_desk.ui.theme;"
        f"print(sorted(set({heavy.split()!r}) & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_before_the_desk_the_window_says_it_is_opening(window: Window) -> None:
    words = [label.text() for label in window.findChildren(PlainLabel) if label.isVisible()]
    assert "Abriendo la mesa…" in words


def test_a_problem_is_told_with_its_action(window: Window) -> None:
    done: list[bool] = []
    window.actions_.bind("account.sign_in", lambda: done.append(True))
    window.say_problem(SignInNeeded())
    button = next(b for b in window.messages.findChildren(Button) if b.isVisible())
    assert button.text() == "Iniciar sesión"
    button.click()
    assert done == [True]
    assert not window.messages.isVisible()


def test_the_palette_does_what_was_chosen_with_the_keyboard(window: Window, qtbot: QtBot) -> None:
    done: list[bool] = []
    window.actions_.bind("desk.poll", lambda: done.append(True))
    palette = Palette(window, window.actions_)
    palette.open()
    write(palette.field, "consultar x")
    press(palette.field, Qt.Key.Key_Return)
    assert done == [True]


def test_the_palette_moves_with_the_arrows(window: Window, qtbot: QtBot) -> None:
    palette = Palette(window, window.actions_)
    qtbot.addWidget(palette)
    palette.show()
    press(palette.field, Qt.Key.Key_Down)
    press(palette.field, Qt.Key.Key_Down)
    assert palette.found.currentRow() == 2
    press(palette.field, Qt.Key.Key_Up)
    assert palette.found.currentRow() == 1


def test_the_cheat_sheet_shows_the_keys_in_force(window: Window, qtbot: QtBot) -> None:
    window.actions_.use({"list.next": "Ctrl+Down"}, single_keys=True)
    sheet = CheatSheet(window, window.actions_)
    qtbot.addWidget(sheet)
    shown = [label.text() for label in sheet.findChildren(PlainLabel)]
    assert "Ctrl Down" in shown
    assert "J" not in shown


def test_the_status_strip_is_words(window: Window) -> None:
    window.show_status(
        Status(
            link=Link.CONNECTED,
            handle="incluinfo",
            problem=None,
            next_poll_at=samples.NOW + timedelta(seconds=12),
            queued=1,
            doubtful=0,
            next_in=6.2,
            undoable="o1",
            month=samples.NOW,
            spent=Decimal("41.2"),
            budget=Decimal(300),
        ),
        samples.NOW,
    )
    words = [w.text() for w in window.strip.findChildren(PlainLabel)]
    words += [w.text() for w in window.strip.findChildren(Button) if w.isVisible()]
    assert "● @incluinfo · Conectado" in words
    assert "Próxima consulta en 12 s" in words
    assert "En cola: 1 (se envía en 6 s)" in words
    assert "Deshacer" in words
    assert "Gasto de noviembre: 41,20 $ de 300,00 $" in words
    assert any("F1: teclas" in each for each in words)


def test_a_broken_link_is_told_as_a_sentence(window: Window) -> None:
    window.strip.show_link(Link.BROKEN, "incluinfo", Offline())
    assert "No hay conexión" in window.strip.link_words
    assert window.strip.link_words.startswith("▲")


def test_undo_in_the_strip_is_the_action(window: Window, qtbot: QtBot) -> None:
    done: list[bool] = []
    window.actions_.bind("reply.undo", lambda: done.append(True))
    window.strip.show_queue(1, 5, undoable=True)
    undo = next(b for b in window.strip.findChildren(Button) if b.text() == "Deshacer")
    click(undo)
    assert done == [True]


def test_the_rail_says_its_count_in_words(window: Window) -> None:
    window.set_count("inbox", 12, "12 nuevas")
    names = [w.accessibleName() for w in window.findChildren(QWidget) if w.accessibleName()]
    assert "Bandeja, 12 nuevas" in names


def test_a_change_of_language_reaches_menus_and_rail(window: Window, app: QApplication) -> None:
    before = [action.text() for action in window.menuBar().actions()]
    QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    assert [action.text() for action in window.menuBar().actions()] == before


def test_counts_survive_a_change_of_language(window: Window, app: QApplication) -> None:
    place = InboxPlace(window)
    window.adopt("inbox", place)
    place.list.show_counts({Pile.NEW: 12})
    QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    assert "Nuevas 12" in [button.text() for button in place.findChildren(Button)]


def test_the_shape_is_remembered(app: QApplication, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "window.ini"
    first = Window(Settings(), path)
    first.setWindowState(Qt.WindowState.WindowNoState)
    first.resize(640, 480)
    first.show()
    app.processEvents()
    first.close()
    second = Window(Settings(), path)
    qtbot.addWidget(first)
    qtbot.addWidget(second)
    assert second.size() == first.size()


def test_columns_are_remembered_by_shape(app: QApplication, tmp_path: Path, qtbot: QtBot) -> None:
    def splitter() -> QSplitter:
        made = QSplitter()
        qtbot.addWidget(made)
        for _ in range(2):
            made.addWidget(QWidget())
        made.resize(400, 100)
        made.show()
        return made

    dragged = splitter()
    state = WindowState(tmp_path / "window.ini")
    state.follow(dragged, lambda: "inbox wide")
    dragged.setSizes([100, 300])
    dragged.splitterMoved.emit(100, 1)
    state.save()
    again = WindowState(tmp_path / "window.ini")
    fresh = splitter()
    assert not again.restore(fresh, "inbox narrow")
    assert again.restore(fresh, "inbox wide")
    assert fresh.sizes() == dragged.sizes()


def test_closing_is_told_once(app: QApplication, qtbot: QtBot) -> None:
    made = Window(Settings())
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.closing):
        made.close()


def test_closing_says_what_is_on_its_way_and_keeps_it(window: Window) -> None:
    window.show_status(
        Status(
            link=Link.CONNECTED, handle="incluinfo", problem=None, next_poll_at=None, queued=3,
            doubtful=1, next_in=6.2, undoable="o1", month=samples.NOW, spent=Decimal(0),
            budget=None,
        ),
        samples.NOW,
    )  # fmt: skip
    window.actions_.trigger("desk.quit")
    (box,) = window.findChildren(QMessageBox)
    assert "2 envío(s) en espera: quedan guardados" in box.informativeText()
    assert "1 envío(s) sin confirmar" in box.informativeText()
    stay, leave = box.buttons()
    stay.click()
    assert window.isVisible()
    window.actions_.trigger("desk.quit")
    leave = window.findChildren(QMessageBox)[-1].buttons()[1]
    leave.click()
    assert not window.isVisible()

"""Nothing from outside is ever read as HTML, and every part says what it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from incluinfo_desk.ui.buttons import Button, key_text
from incluinfo_desk.ui.labels import ElidedLabel, PlainLabel, TooltipFilter, plain_tooltip
from incluinfo_desk.ui.messages import Banner, EmptyState, tell
from incluinfo_desk.ui.widgets import initials

from ..hands import press

HOSTILE = '<b>x</b><img src="file:///etc/passwd">'


def test_a_label_shows_markup_as_it_is(app: QApplication, qtbot: QtBot) -> None:
    label = PlainLabel(HOSTILE)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == HOSTILE


def test_tooltips_are_escaped(app: QApplication, qtbot: QtBot) -> None:
    shield = TooltipFilter(app)
    button = QPushButton()
    qtbot.addWidget(button)
    button.setToolTip(HOSTILE)
    button.show()
    event = QHelpEvent(QEvent.Type.ToolTip, QPoint(1, 1), button.mapToGlobal(QPoint(1, 1)))
    assert shield.eventFilter(button, event)
    assert QToolTip.text() == plain_tooltip(HOSTILE)
    assert "<b>" not in QToolTip.text()
    QToolTip.hideText()


def test_a_message_box_is_plain_and_does_not_block(app: QApplication, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    answers: list[int] = []
    box = tell(parent, HOSTILE, HOSTILE, choices=("No", "Sí"), then=answers.append)
    assert box.textFormat() is Qt.TextFormat.PlainText
    assert isinstance(box, QMessageBox)
    box.buttons()[1].click()
    qtbot.waitUntil(lambda: answers == [1])


def test_escape_takes_the_safe_choice(app: QApplication, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    answers: list[int] = []
    box = tell(parent, "¿?", choices=("No", "Sí"), then=answers.append)
    press(box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: answers == [0])


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Rosa M.", "RM"), ("José Luis Ferrer", "JF"), ("ana", "A"), ("", "··"), ("🌸 🌸", "··")],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


@pytest.mark.parametrize(
    ("keys", "shown"),
    [("R", "R"), ("/", "/"), ("Ctrl+Return", "Ctrl ↵"), ("Ctrl++", "Ctrl +"), ("", "")],
)
def test_keys_as_they_are_shown(app: QApplication, keys: str, shown: str) -> None:
    assert key_text(keys) == shown


def test_a_button_makes_room_for_its_key(app: QApplication, qtbot: QtBot) -> None:
    bare, keyed = Button("Enviar"), Button("Enviar", keys="Ctrl+Return")
    for each in (bare, keyed):
        qtbot.addWidget(each)
    assert keyed.sizeHint().width() > bare.sizeHint().width()
    keyed.set_keys("")
    assert keyed.sizeHint() == bare.sizeHint()


def test_a_pill_does_not_grow_when_chosen(app: QApplication, qtbot: QtBot) -> None:
    pill = Button("Nuevas 25", "pill")
    qtbot.addWidget(pill)
    pill.setCheckable(True)
    pill.show()
    before = pill.sizeHint().width()
    pill.setChecked(True)
    app.processEvents()
    assert abs(pill.sizeHint().width() - before) <= 3


def test_an_elided_label_tells_the_whole_in_its_tooltip(app: QApplication, qtbot: QtBot) -> None:
    label = ElidedLabel("Un nombre larguísimo que no cabe de ninguna manera")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    label.grab()
    assert label.toolTip() == label.text()


def test_an_empty_view_has_one_sentence_and_one_action(app: QApplication, qtbot: QtBot) -> None:
    done: list[bool] = []
    view = EmptyState("No hay nada.", "Consultar", lambda: done.append(True))
    qtbot.addWidget(view)
    view.show()
    button = next(b for b in view.findChildren(QPushButton) if b.isVisible())
    button.click()
    assert done == [True]
    assert view.sentence == "No hay nada."


def test_a_banner_without_words_is_not_there(app: QApplication, qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.say("Caída parcial", "danger")
    assert not banner.isHidden()
    banner.say("")
    assert banner.isHidden()


def test_a_long_address_does_not_push_the_column(app: QApplication, qtbot: QtBot) -> None:
    address = "https://portal.example/Informes%2Bsobre%2Btu%2Bsituacion%2Blaboral/" + "x" * 80
    label = PlainLabel(f"Aquí: {address}").wrapped()
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 260
    assert label.text() == f"Aquí: {address}"
    assert PlainLabel("corta").wrapped().text() == "corta"

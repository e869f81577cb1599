"""One registry: keys act where they belong, never while typing, and are never ambiguous."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPlainTextEdit
from pytestqt.qtbot import QtBot

from incluinfo_desk.ui.action_list import Menu, Spec, is_single, known_actions
from incluinfo_desk.ui.actions import Actions
from incluinfo_desk.ui.fuzzy import score
from incluinfo_desk.ui.places import PLACES

from ..hands import press, write


class Desk(QMainWindow):
    """A window with actions; opening a place only notes it."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.done: list[str] = []
        self.actions_ = Actions(self, self._open)
        for spec in self.actions_.specs():
            self.actions_.bind(spec.id, partial(self.done.append, spec.id))
        self.actions_.set_place("inbox")

    def _open(self, place: str) -> None:
        self.opened.append(place)
        self.actions_.set_place(place)


@pytest.fixture
def desk(app: QApplication, qtbot: QtBot) -> Desk:
    made = Desk()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made).__enter__()
    return made


def test_our_keys_never_mean_two_things(desk: Desk) -> None:
    assert desk.actions_.clashes({}) == ()


def test_a_clash_of_own_keys_is_named(desk: Desk) -> None:
    assert desk.actions_.clashes({"list.next": "K"}) == (("list.next", "list.previous"),)


def test_every_place_can_be_reached(desk: Desk) -> None:
    ids = {spec.id for spec in known_actions()}
    assert {f"go.{key}" for key in PLACES} <= ids
    assert all(spec.place is None or spec.place in PLACES for spec in known_actions())


def test_a_single_key_acts_where_nobody_types(desk: Desk, qtbot: QtBot) -> None:
    desk.setFocus()
    press(desk, Qt.Key.Key_J)
    assert desk.done == ["list.next"]


@pytest.mark.parametrize("field", [QLineEdit, QPlainTextEdit])
def test_a_single_key_is_a_letter_while_typing(
    desk: Desk,
    qtbot: QtBot,
    field: type[QLineEdit] | type[QPlainTextEdit],
) -> None:
    made = field()
    desk.setCentralWidget(made)
    made.setFocus()
    write(made, "jr1/")
    assert desk.done == []
    text = made.text() if isinstance(made, QLineEdit) else made.toPlainText()
    assert text == "jr1/"


def test_chords_act_while_typing(desk: Desk, qtbot: QtBot) -> None:
    field = QPlainTextEdit()
    desk.setCentralWidget(field)
    field.setFocus()
    press(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.done == ["reply.send"]


def test_single_keys_can_be_switched_off(desk: Desk, qtbot: QtBot) -> None:
    desk.actions_.use({}, single_keys=False)
    desk.setFocus()
    press(desk, Qt.Key.Key_J)
    assert desk.done == []
    assert desk.actions_.keys("list.next") == ""
    assert desk.actions_.keys("reply.send") == "Ctrl+Return"


def test_keys_can_be_changed_and_taken_away(desk: Desk, qtbot: QtBot) -> None:
    desk.actions_.use({"list.next": "Ctrl+Down", "list.previous": ""}, single_keys=True)
    desk.setFocus()
    press(desk, Qt.Key.Key_J)
    press(desk, Qt.Key.Key_K)
    assert desk.done == []
    press(desk, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert desk.done == ["list.next"]


def test_one_key_means_another_thing_in_another_place(desk: Desk, qtbot: QtBot) -> None:
    desk.setFocus()
    press(desk, Qt.Key.Key_V)
    desk.actions_.set_place("faq")
    press(desk, Qt.Key.Key_V)
    assert desk.done == ["conversation.open_in_x", "faq.verify"]


def test_an_action_of_another_place_opens_it_first(desk: Desk) -> None:
    assert desk.actions_.trigger("faq.new")
    assert desk.opened == ["faq"]
    assert desk.done == ["faq.new"]


def test_what_is_not_possible_now_does_nothing(desk: Desk) -> None:
    desk.actions_.set_enabled("reply.send", False, "Escriba la respuesta.")
    assert not desk.actions_.trigger("reply.send")
    assert desk.done == []
    assert desk.actions_.action("reply.send").statusTip() == "Escriba la respuesta."


def test_menus_hold_every_action_with_its_key(desk: Desk) -> None:
    desk.actions_.fill(desk.menuBar())
    QApplication.processEvents()
    shown = [
        action
        for title in desk.menuBar().actions()
        for action in (title.menu().actions() if title.menu() else ())  # type: ignore[attr-defined]
        if not action.isSeparator()
    ]
    assert len(shown) == len(desk.actions_.specs())
    assert len(desk.menuBar().actions()) == len(Menu)


def test_another_pane_can_add_its_action(desk: Desk, qtbot: QtBot) -> None:
    desk.actions_.add(Spec("extra.do", Menu.HELP, "Hacer algo más", "Ctrl+Shift+X"))
    desk.actions_.bind("extra.do", lambda: desk.done.append("extra"))
    desk.setFocus()
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(desk, Qt.Key.Key_X, modifiers)
    assert desk.done == ["extra"]


@pytest.mark.parametrize(
    ("keys", "single"),
    [("R", True), ("/", True), ("Shift+A", True), ("Ctrl+R", False), ("F5", False), ("", False)],
)
def test_what_counts_as_a_single_key(keys: str, single: bool) -> None:
    assert is_single(keys) is single


def test_finding_by_some_letters() -> None:
    texts = [spec.text for spec in known_actions()]
    best = max(texts, key=lambda text: score("env resp", text))
    assert best == "Enviar la respuesta"
    assert score("conversacion", "Cerrar la conversación…") > 0
    assert score("xyz", "Enviar") == 0

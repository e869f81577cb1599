"""The list as people use it: keys, mouse, cards in words, nothing moving under the reader."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from incluinfo_desk.domain.conversation import State
from incluinfo_desk.domain.events import Link
from incluinfo_desk.domain.problems import DatabaseBusy, SignInNeeded
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.inbox.list_model import ConversationList
from incluinfo_desk.ui.inbox.place import InboxPlace
from incluinfo_desk.ui.inbox.presenter import OpenIncident, Pile
from incluinfo_desk.ui.inbox.row_delegate import card_height
from incluinfo_desk.ui.inbox.rows import HintKind, chips, hint, row, spoken, waited
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.window import Window

from .. import samples
from ..hands import click, press


@pytest.fixture
def place(window: Window, app: QApplication) -> InboxPlace:
    made = InboxPlace(window)
    made.list.model._now = samples.now
    window.adopt("inbox", made)
    app.processEvents()
    return made


def fill(place: InboxPlace, count: int = 20, more: bool = False) -> None:
    rows = [samples.conversation(n, text=f"Pregunta {n}") for n in range(1, count + 1)]
    place.list.show_rows(rows, more, keep=None)


# --- what a card says -------------------------------------------------------------------------


def test_hints_are_words(app: QApplication) -> None:
    rosa, _, aurora, _, prieto, luis, *_ = samples.conversations()
    assert hint(row(rosa)) == (HintKind.VERIFIED, "● Respuesta verificada")
    assert hint(row(aurora, "Sede electrónica")) == (HintKind.INCIDENT, "▲ Sede electrónica")
    assert hint(row(prieto)) == (HintKind.NONE, "Sin respuesta segura")
    assert hint(row(luis)) == (HintKind.PERSONAL_DATA, "◆ Dato personal oculto")
    answered = replace(rosa, state=State.ANSWERED)
    assert hint(row(answered)) == (HintKind.SILENT, "")


def test_chips_name_topic_language_and_holder(app: QApplication) -> None:
    ferrer = samples.conversations()[1]
    assert chips(row(ferrer)) == ("Pensiones", "CA")
    taken = replace(ferrer, state=State.TAKEN, holder="AB")
    assert chips(row(taken))[-1] == "Tomada · AB"
    again = replace(ferrer, reopened=True)
    assert chips(row(again))[-1] == "Vuelve a escribir"


def test_a_long_wait_is_late(app: QApplication) -> None:
    rosa, _, _, mariam, *_ = samples.conversations()
    assert waited(row(rosa), samples.NOW) == ("4 min", False)
    assert waited(row(mariam), samples.NOW) == ("1 h 52 min", True)


def test_a_card_is_spoken_whole(app: QApplication) -> None:
    words = spoken(row(samples.conversations()[3]), samples.NOW)
    for part in ("Mariam K.", "@mariamk_", "1 h 52 min", "fuera de plazo", "Asilo y migraciones",
                 "Nueva", "Respuesta verificada", "tarjeta roja"):  # fmt: skip
        assert part in words
    assert "●" not in words


def test_hidden_characters_are_shown(app: QApplication) -> None:
    nasty = samples.conversation(1, name="Ana\u202eevil", text="uno\u200bdos\n<b>tres</b>")
    shown = row(nasty)
    assert "\u202e" not in shown.name
    assert "\u200b" not in shown.text
    assert "<b>tres</b>" in shown.text


# --- the model --------------------------------------------------------------------------------


def test_rows_stay_where_they_are_when_they_change(app: QApplication) -> None:
    model = ConversationList(samples.now)
    rows = [row(samples.conversation(n)) for n in range(5)]
    model.show(rows, False)
    changed = replace(rows[2], text="otra")
    model.change([changed, row(samples.conversation(99))])
    assert model.rowCount() == 5
    assert model.row(model.index(2)) == changed


def test_dropped_rows_leave_the_others_in_order(app: QApplication) -> None:
    model = ConversationList(samples.now)
    rows = [row(samples.conversation(n)) for n in range(5)]
    model.show(rows, False)
    model.drop([rows[1].id, rows[3].id, "unknown"])
    kept = [model.row(model.index(n)) for n in range(model.rowCount())]
    assert kept == [rows[0], rows[2], rows[4]]
    assert model.place_of(rows[4].id).row() == 2
    assert not model.place_of(rows[1].id).isValid()


def test_a_page_is_asked_for_once(app: QApplication, qtbot: QtBot) -> None:
    model = ConversationList(samples.now)
    model.show([row(samples.conversation(1))], True)
    root = QModelIndex()
    with qtbot.waitSignal(model.more_wanted):
        model.fetchMore(root)
    assert not model.canFetchMore(root)
    model.append([row(samples.conversation(1)), row(samples.conversation(2))], False)
    assert model.rowCount() == 2
    assert not model.canFetchMore(root)


# --- the pane ---------------------------------------------------------------------------------


def test_j_and_k_walk_the_list(place: InboxPlace, window: Window, qtbot: QtBot) -> None:
    fill(place)
    chosen: list[str] = []
    place.list.chosen.connect(chosen.append)
    place.list.view.setFocus()
    with qtbot.waitActive(window):
        press(place.list.view, Qt.Key.Key_J)
        press(place.list.view, Qt.Key.Key_J)
        press(place.list.view, Qt.Key.Key_K)
    assert place.list.view.currentIndex().row() == 0
    assert len(chosen) == 3


def test_enter_opens_the_card_with_the_frame_and_then_goes_to_the_writing(
    place: InboxPlace,
) -> None:
    fill(place)
    view = place.list.view
    view.setCurrentIndex(place.list.model.index(0))
    view.selectionModel().clearSelection()
    written: list[bool] = []
    place.list.opened.connect(lambda: written.append(True))
    press(view, Qt.Key.Key_Return)
    assert place.list.selected == samples.conversation(1).id
    assert not written
    press(view, Qt.Key.Key_Return)
    assert written


def test_a_click_chooses(place: InboxPlace, qtbot: QtBot) -> None:
    fill(place)
    index = place.list.model.index(2)
    spot = place.list.view.visualRect(index).center()
    click(place.list.view.viewport(), spot)
    assert place.list.selected == samples.conversation(3).id


def test_changes_keep_selection_and_scroll(place: InboxPlace, app: QApplication) -> None:
    fill(place, 40)
    app.processEvents()
    view = place.list.view
    place.list._select(place.list.model.index(20))
    app.processEvents()
    where, chosen = view.verticalScrollBar().value(), place.list.selected
    place.list.change_rows([samples.conversation(3, text="otra cosa", minutes=9)])
    place.list.append_rows([samples.conversation(90)], False)
    place.list.show_news(5)
    app.processEvents()
    assert view.verticalScrollBar().value() == where
    assert place.list.selected == chosen


def test_news_keep_what_is_read_when_they_come_in(place: InboxPlace) -> None:
    fill(place)
    reading = samples.conversation(5)
    chosen: list[str] = []
    place.list.chosen.connect(chosen.append)
    fresh = [samples.conversation(99), *(samples.conversation(n) for n in range(1, 21))]
    place.list.show_rows(fresh, False, keep=reading.id)
    assert place.list.selected == reading.id
    assert chosen == []


def test_the_slash_goes_to_the_search(place: InboxPlace, window: Window, qtbot: QtBot) -> None:
    fill(place)
    place.list.view.setFocus()
    with qtbot.waitActive(window):
        press(place.list.view, Qt.Key.Key_Slash)
    assert place.list.search.hasFocus()


def test_pills_show_their_counts(place: InboxPlace) -> None:
    place.list.show_counts({Pile.NEW: 12, Pile.ANSWERED: 4251})
    words = [b.text() for b in place.list.findChildren(Button)]
    assert {"Nuevas 12", "Mías 0", "Respondidas 4251", "Todas"} <= set(words)


def test_open_incidents_stand_above_the_list(place: InboxPlace) -> None:
    place.list.show_incidents([OpenIncident(samples.incident(), "Sede electrónica")])
    assert place.list._banner.isVisible()
    assert place.list._banner.text.startswith("Sede electrónica · caída parcial. ")
    place.list.show_incidents([])
    assert not place.list._banner.isVisible()


def test_cards_learn_the_name_of_the_incident(place: InboxPlace) -> None:
    rows = samples.conversations()
    place.list.show_rows(rows, False, keep=None)
    place.list.show_incidents([OpenIncident(samples.incident(), "Sede electrónica")])
    shown = place.list.model.row(place.list.model.index(2))
    assert shown is not None
    assert shown.incident == "Sede electrónica"


def test_each_emptiness_has_its_sentence_and_action(place: InboxPlace) -> None:
    place.list.show_rows((), False, keep=None)
    assert place.list._empty.sentence.startswith("No hay menciones nuevas")
    place.list.show_link(Link.SIGNED_OUT, SignInNeeded())
    assert "iniciar sesión" in place.list._empty.sentence
    place.list.show_failure(DatabaseBusy(samples.__file__))  # type: ignore[arg-type]
    assert "está usando" in place.list._empty.sentence


def test_cards_are_list_items_with_names(place: InboxPlace) -> None:
    place.list.show_rows(samples.conversations(), False, keep=None)
    face = QAccessible.queryAccessibleInterface(place.list.view)
    child = face.child(0)
    assert child.role() is QAccessible.Role.ListItem
    assert "Rosa M." in child.text(QAccessible.Text.Name)


def test_cards_grow_with_the_text(app: QApplication) -> None:
    small = card_height()
    look().follow(app, "light", 200)
    assert card_height() == pytest.approx(2 * small, abs=8)


def test_suggestions_move_under_the_editor_where_it_is_narrow(
    place: InboxPlace,
    window: Window,
    app: QApplication,
) -> None:
    window.resize(1440, 800)
    app.processEvents()
    beside = place.suggestions.parentWidget()
    window.resize(900, 800)
    app.processEvents()
    assert place.suggestions.parentWidget() is not beside
    window.resize(1440, 800)
    app.processEvents()
    assert place.suggestions.parentWidget() is beside

"""Writing as it feels: slots, counter, keys, preview, suggestions beside."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from incluinfo_desk.domain.faq import EASY_READ, NotOfferable, Translation
from incluinfo_desk.domain.plain_language import Hint, HintKind
from incluinfo_desk.domain.problems import (
    AccidentalLink,
    AlreadyAnswered,
    EditedMeanwhile,
    MayNotReply,
    OverBudget,
    Problem,
    SaidOften,
    TooLong,
    UnfilledSlot,
)
from incluinfo_desk.domain.suggestion.content import RejectEntry
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.editor.presenter import Check
from incluinfo_desk.ui.editor.text_edit import ReplyEdit
from incluinfo_desk.ui.inbox.place import InboxPlace
from incluinfo_desk.ui.labels import Chip, PlainLabel
from incluinfo_desk.ui.messages import EmptyState
from incluinfo_desk.ui.widgets import Card
from incluinfo_desk.ui.window import Window

from .. import samples
from ..gallery import offer
from ..hands import press, write


@pytest.fixture
def place(window: Window, app: QApplication) -> InboxPlace:
    made = InboxPlace(window)
    window.adopt("inbox", made)
    rosa = samples.conversations()[0]
    made.editor.show_conversation(rosa)
    made.editor.show_text("", 0)
    app.processEvents()
    return made


@pytest.fixture
def edit(app: QApplication, qtbot: QtBot) -> ReplyEdit:
    made = ReplyEdit()
    qtbot.addWidget(made)
    made.show()
    return made


def check(*problems: Problem, length: int = 254) -> Check:
    by_hand = any(isinstance(each, MayNotReply) for each in problems)
    return Check(length, problems, by_hand, Decimal("0.01"), None, False)


def said(place: InboxPlace) -> list[str]:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    labels = [each.text() for each in place.suggestions.findChildren(PlainLabel)]
    return labels + [each.text() for each in place.suggestions.findChildren(Button)]


# --- the field --------------------------------------------------------------------------------


def test_tab_goes_from_slot_to_slot_and_on(edit: ReplyEdit) -> None:
    edit.load("Hasta el {plazo} en {lugar}.", 0)
    press(edit, Qt.Key.Key_Tab)
    assert edit.textCursor().selectedText() == "{plazo}"
    press(edit, Qt.Key.Key_Tab)
    assert edit.textCursor().selectedText() == "{lugar}"
    assert not edit.next_slot()
    write(edit, "la oficina")
    assert edit.text == "Hasta el {plazo} en la oficina."


def test_places_are_characters_also_after_an_emoji(edit: ReplyEdit) -> None:
    edit.load("😀😀 {plazo}", 2)
    assert edit.place == 2
    assert edit.textCursor().position() == 4
    assert edit.next_slot()
    assert edit.textCursor().selectedText() == "{plazo}"


def test_loading_is_not_writing(edit: ReplyEdit) -> None:
    heard: list[tuple[str, int]] = []
    edit.written.connect(lambda text, place: heard.append((text, place)))
    edit.load("Guardado", 3)
    assert heard == []
    write(edit, "x")
    assert heard[-1] == ("Guaxrdado", 4)


def test_what_is_pasted_is_plain(edit: ReplyEdit) -> None:
    data = QMimeData()
    data.setHtml("<b>negrita</b>")
    data.setText("uno\u200b\u00a0dos\u202e\r\ntres")
    edit.insertFromMimeData(data)
    assert edit.text == "uno dos\ntres"


def test_an_insertion_keeps_its_distance(edit: ReplyEdit) -> None:
    edit.load("Hola.", 5)
    edit.insert("Puede pedirlo en {lugar}.")
    assert edit.text == "Hola. Puede pedirlo en {lugar}."
    assert edit.textCursor().selectedText() == "{lugar}"


def test_a_second_insertion_comes_after_and_takes_no_slot_away(edit: ReplyEdit) -> None:
    edit.insert("Puede pedirlo en {lugar}.")
    edit.insert("Llame al 020.")
    assert edit.text == "Puede pedirlo en {lugar}. Llame al 020."
    assert edit.textCursor().selectedText() == "{lugar}"


def test_what_is_inserted_between_words_stands_apart_from_both(edit: ReplyEdit) -> None:
    edit.load("Hola. Gracias.", 6)
    edit.insert("Llame al 020.")
    assert edit.text == "Hola. Llame al 020. Gracias."


# --- the editor -------------------------------------------------------------------------------


def test_the_line_says_the_first_problem(place: InboxPlace) -> None:
    place.editor.show_check(check(UnfilledSlot("plazo"), TooLong(290, 280), length=290))
    assert place.editor.line.text() == "▲ Falta rellenar {plazo}."
    assert place.editor.counter.text() == "290 / 280"
    assert not place.editor._send.isEnabled()
    place.editor.show_check(check())
    assert place.editor.line.text() == "✓ Puede responder · 0,01 $"
    assert place.editor._send.isEnabled()


def test_advice_on_plain_language_is_a_line_of_its_own_and_stops_nothing(
    place: InboxPlace,
) -> None:
    advice = tuple(
        Hint(HintKind.JARGON, 0, 8, word, "corregir") for word in ("subsanar", "a", "b", "c")
    )
    place.editor.show_check(replace(check(), hints=advice))
    words = place.editor.hints
    assert words.text().startswith("Más claro: «subsanar»: mejor «corregir» · ")
    assert words.text().endswith(" · y 1 más")
    assert words.toolTip().count("\n") == 3
    assert place.editor._send.isEnabled()
    place.editor.show_check(check())
    assert not words.isVisibleTo(place.editor)


def test_what_is_added_is_said_and_stands_in_the_preview(place: InboxPlace, window: Window) -> None:
    added = replace(check(), disclaimer="Solo informativo.", public="Ya.\nSolo informativo.")
    place.editor.show_check(added)
    assert place.editor.disclaimer.text() == "Se añadirá: «Solo informativo.»"
    place.editor._show_preview()
    dialog = place.findChildren(QDialog)[-1]
    assert added.public in [each.text() for each in dialog.findChildren(PlainLabel)]
    dialog.close()
    place.editor.show_check(check())
    assert place.editor.disclaimer.isHidden()


def test_a_refusal_offers_the_one_action_that_helps(place: InboxPlace, window: Window) -> None:
    done: list[str] = []
    window.actions_.bind("go.settings", lambda: done.append("go.settings"))
    place.editor.show_check(check(OverBudget(Decimal(10), Decimal(10))))
    assert place.editor.line.text().startswith("▲ Esta respuesta no cabe en el presupuesto")
    assert not place.editor._send.isEnabled()
    assert (place.editor._help.isVisible(), place.editor._help.text()) == (True, "Abrir Ajustes")
    place.editor._help.click()
    assert done == ["go.settings"]
    place.editor.show_check(check())
    assert not place.editor._help.isVisible()


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (SaidOften(4), "ha salido 4 vez(veces) en 24 horas"),
        (AccidentalLink("solicitud.Se", 12), "un enlace de «solicitud.Se» (carácter 12)"),
        (EditedMeanwhile(), "ha cambiado su mensaje"),
        (AlreadyAnswered(), "ya tiene una respuesta nuestra"),
    ],
    ids=lambda v: type(v).__name__,
)
def test_a_warning_is_told_and_does_not_stop(
    place: InboxPlace, problem: Problem, words: str
) -> None:
    place.editor.show_check(replace(check(), warnings=(problem,)))
    assert words in place.editor.line.text()
    assert place.editor.line.property("tone") == "warning"
    assert place.editor._send.isEnabled()


def test_what_is_left_is_said(place: InboxPlace) -> None:
    place.editor.show_check(replace(check(), left=88, budget_left=Decimal("258.8")))
    assert place.editor.line.text() == ("✓ Puede responder · 0,01 $ · quedan 88 · 258,80 $ del mes")


def test_by_hand_is_the_only_way_when_x_would_refuse(place: InboxPlace) -> None:
    place.editor.show_check(check(MayNotReply()))
    shown = {each.text() for each in place.editor.findChildren(Button) if each.isVisible()}
    assert shown == {"Vista previa", "Responder a mano", "Marcar como respondida"}
    assert place.editor.line.text().startswith("▲ Solo a mano")


def test_only_one_button_is_filled(place: InboxPlace) -> None:
    for each in (check(), check(MayNotReply())):
        place.editor.show_check(each)
        filled = [
            button
            for button in place.editor.findChildren(Button)
            if button.isVisible() and button.property("kind") == "primary"
        ]
        assert len(filled) == 1


def test_the_preview_is_exactly_what_will_be_public(place: InboxPlace, window: Window) -> None:
    place.editor.show_check(replace(check(), public="Texto <b>tal cual</b>"))
    window.actions_.trigger("reply.preview")
    dialog = place.editor.findChildren(QDialog)[0]
    assert "Texto <b>tal cual</b>" in [w.text() for w in dialog.findChildren(PlainLabel)]
    dialog.close()


def test_the_field_says_whom_it_answers(place: InboxPlace) -> None:
    assert place.editor.edit.accessibleName() == "Respuesta para @rosamartin71"


def test_figures_are_text_in_the_field(place: InboxPlace) -> None:
    place.editor.show_check(check())
    place.editor.edit.setFocus()
    write(place.editor.edit, "1r z")
    assert place.editor.edit.text == "1r z"


# --- suggestions ------------------------------------------------------------------------------


def test_cards_say_why_and_until_when(place: InboxPlace) -> None:
    place.suggestions.show_offer(offer(), samples.conversations()[0])
    words = said(place)
    assert {"denegado", "IMV", "reclamo"} <= {
        each.text() for each in place.suggestions.findChildren(Chip)
    }
    assert "· variante 3" in words
    assert "● Verificada" in words
    assert "INSS · LRJS art. 71 · revisar antes de 06/2027" in words
    assert "Enviar ya" in words
    assert words.count("Insertar") == 3


def test_a_version_that_does_not_agree_is_not_used_and_that_is_said(place: InboxPlace) -> None:
    made = offer()
    first = next(iter(made.entries))
    entry = replace(made.entries[first], translations=(Translation("ca", "En 90 dies."),))
    place.suggestions.show_offer(
        replace(
            made,
            ranking=replace(made.ranking, language="ca"),
            entries={**made.entries, first: entry},
        ),
        samples.conversations()[0],
    )
    words = said(place)
    assert "▲ La versión en català no dice lo mismo que esta: no se usa" in words
    assert words.count("· sin versión en català") == 2


def test_what_is_easy_to_read_has_a_button_where_it_agrees(place: InboxPlace) -> None:
    made = offer()
    first, second, *_ = made.entries
    easy = Translation(EASY_READ, "Tiene 30 días hábiles para reclamar. Pídalo aquí: {enlace}")
    wrong = replace(easy, reply="Tiene 20 días hábiles para reclamar. Pídalo aquí: {enlace}")
    entries = {
        **made.entries,
        first: replace(made.entries[first], translations=(easy,)),
        second: replace(made.entries[second], translations=(wrong,)),
    }
    place.suggestions.show_offer(replace(made, entries=entries), samples.conversations()[0])
    assert said(place).count("En lectura fácil") == 1


def test_only_the_sure_one_has_the_button(place: InboxPlace) -> None:
    made = offer()
    place.suggestions.show_offer(
        replace(made, one_click=None, why_not=NotOfferable.EXPIRED), samples.conversations()[0]
    )
    words = said(place)
    assert "Enviar ya" not in words
    assert any(
        each.startswith("Pasó su fecha de revisión: ") and each.endswith("Insértela y revísela.")
        for each in words
    )


def test_nothing_tempts_to_a_second_answer_beside_one_on_its_way(place: InboxPlace) -> None:
    place.suggestions.show_offer(offer(), samples.conversations()[0])
    assert "Enviar ya" in said(place)
    place.suggestions.show_on_its_way(True)
    assert "→ Ya tiene una respuesta en camino: está en el hilo." in said(place)
    assert "Enviar ya" not in said(place)
    place.suggestions.show_on_its_way(False)
    assert "Enviar ya" in said(place)


def test_nothing_sure_is_an_empty_view_with_a_way_on(place: InboxPlace, window: Window) -> None:
    made = offer()
    nothing = replace(made, ranking=replace(made.ranking, suggestions=()), one_click=None)
    place.suggestions.show_offer(nothing, samples.conversations()[0])
    view = place.suggestions.findChildren(EmptyState)[0]
    assert view.sentence.startswith("Sin respuesta segura")
    assert not window.actions_.action("reply.insert_1").isEnabled()


def test_the_best_card_is_marked_in_words_too(place: InboxPlace) -> None:
    place.suggestions.show_offer(offer(), samples.conversations()[0])
    tones = [each.property("tone") for each in place.suggestions.findChildren(Card)]
    assert tones[0] == "best"
    assert "best" not in tones[1:]


def test_a_matter_of_another_body_can_be_sent_there(place: InboxPlace) -> None:
    made = offer()
    nothing = replace(made, ranking=replace(made.ranking, suggestions=()), one_click=None)
    other = RejectEntry(
        id="sepe",
        kind="redirect",
        examples=("el paro",),
        reply="Del paro informa el SEPE: {enlace}",
        link="https://www.sepe.es",
        body="SEPE",
    )
    place.suggestions.show_offer(nothing, samples.conversations()[0], other)
    assert "Lo lleva otro organismo: SEPE" in said(place)
    place.suggestions.findChildren(Button)[0].click()
    assert place.editor.edit.text == "Del paro informa el SEPE: https://www.sepe.es"


def test_published_personal_data_has_its_own_answer(place: InboxPlace) -> None:
    warning = samples.entry(
        "canal-datos-personales", reply="Borre el mensaje, por favor.", link=None
    )
    place.suggestions.show_offer(replace(offer(), warning=warning), samples.conversations()[5])
    assert "◆ Publicó un dato personal: pida que lo borre" in said(place)
    place.suggestions.findChildren(Button)[0].click()
    assert place.editor.edit.text == "Borre el mensaje, por favor."


def test_the_field_stays_where_it_is_between_two_conversations(place: InboxPlace) -> None:
    place.editor.show_check(check())
    place.editor.show_switching()
    assert place.editor.isVisible()
    assert place.editor.edit.isReadOnly()
    assert not place.editor._send.isEnabled()
    place.editor.show_text("Otra", 4)
    assert not place.editor.edit.isReadOnly()

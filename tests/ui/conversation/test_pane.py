"""The thread as X wants it shown, ours on its way in words, and our actions outside."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from incluinfo_desk.domain.conversation import Conversation, State
from incluinfo_desk.domain.outgoing import Outgoing, OutgoingState
from incluinfo_desk.domain.post import Link
from incluinfo_desk.operations.forget_person import PersonReport
from incluinfo_desk.store.conversations import StoredPost
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.conversation.cards import OutgoingCard, PostCard, permalink, shown_text
from incluinfo_desk.ui.conversation.links import open_link
from incluinfo_desk.ui.conversation.pane import ConversationPane
from incluinfo_desk.ui.conversation.presenter import ConversationPresenter, Shown
from incluinfo_desk.ui.inbox.rows import row, spoken
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.window import Window

from .. import samples
from ..hands import press


@pytest.fixture
def pane(window: Window) -> ConversationPane:
    made = ConversationPane(window.actions_, samples.now)
    window.adopt("inbox", made)
    return made


def show(
    pane: ConversationPane,
    of: Conversation,
    *posts: StoredPost,
    outgoing: tuple[Outgoing, ...] = (),
    me: str = "AB",
) -> None:
    stored = posts or (StoredPost(samples.post(of), False, False, False),)
    pane.show_conversation(Shown(of, tuple(stored), outgoing, me))


def words(pane: ConversationPane | PostCard | OutgoingCard) -> list[str]:
    labels = [each.text() for each in pane.findChildren(PlainLabel)]
    return labels + [each.text() for each in pane.findChildren(Button) if not each.isHidden()]


def card(item: Outgoing, qtbot: QtBot, said: list[str] | None = None) -> OutgoingCard:
    note = said if said is not None else []

    made = OutgoingCard(
        item,
        on_undo=lambda _: note.append("undo"),
        on_send_now=lambda _: note.append("send now"),
        on_resend=lambda _: note.append("resend"),
        on_discard=lambda _: note.append("discard"),
        on_adopt=lambda _: note.append("adopt"),
        on_rewrite=lambda _: note.append("rewrite"),
        undo_key="Z",
        now=samples.now,
    )
    qtbot.addWidget(made)
    made.show()
    return made


# --- posts ------------------------------------------------------------------------------------


def test_a_post_shows_what_x_asks_for(pane: ConversationPane) -> None:
    rosa = samples.conversations()[0]
    show(pane, rosa)
    said = words(pane)
    assert {"Rosa M.", "@rosamartin71", samples.ROSA, "Ver en X"} <= set(said)
    assert any(each.startswith("22 nov 2026, ") for each in said)


def test_what_x_has_not_shown_for_a_day_is_covered_everywhere(pane: ConversationPane) -> None:
    rosa = replace(samples.conversations()[0], seen_at=samples.NOW - timedelta(hours=25))
    stored = StoredPost(samples.post(rosa), False, False, False, rosa.seen_at)
    show(pane, rosa, stored)
    assert any(each.startswith("Texto oculto: hace más de 24 horas") for each in words(pane))
    assert samples.ROSA not in words(pane)
    said = spoken(row(rosa), samples.NOW)
    assert "Texto oculto" in said
    assert "denegao" not in said


def test_the_time_leads_to_the_post(app: QApplication, qtbot: QtBot) -> None:
    rosa = samples.conversations()[0]
    opened: list[str] = []
    made = PostCard(
        samples.post(rosa), ours=False, masked=False, deleted=False, on_link=opened.append
    )
    qtbot.addWidget(made)
    made.link.click()
    assert opened == [f"https://x.com/rosamartin71/status/{rosa.last_post_id}"]
    assert opened == [permalink(samples.post(rosa))]


def test_short_links_stand_as_x_prints_them(app: QApplication) -> None:
    of = samples.conversations()[0]
    link = Link("sede.example/…", "https://sede.example/largo", "https://t.co/abc")
    post = samples.post(of, "Mire https://t.co/abc #IMV", links=(link,))
    assert shown_text(post) == "Mire sede.example/… #IMV"


def test_markup_in_a_post_is_text(pane: ConversationPane) -> None:
    of = samples.conversation(1, text="<b>hola</b> <img src=x>")
    show(pane, of)
    label = next(each for each in pane.findChildren(PlainLabel) if "hola" in each.text())
    assert label.text() == "<b>hola</b> <img src=x>"
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_masked_and_deleted_posts_say_so(pane: ConversationPane) -> None:
    of = samples.conversations()[5]
    show(
        pane,
        of,
        StoredPost(samples.post(of, "secreto", id="1"), False, False, True),
        StoredPost(samples.post(of), False, True, False),
    )
    said = words(pane)
    assert "La persona borró este mensaje en X." in said
    assert "◆ Dato personal oculto antes de guardarlo" in said
    assert not any("secreto" in each for each in said)


def test_who_only_looks_like_us_is_flagged(pane: ConversationPane) -> None:
    show(pane, samples.conversations()[0])
    assert not any("parece a" in each for each in words(pane))
    show(pane, samples.conversation(1, "Ministerio", "inc1uinfo", "Mándeme su DNI"))
    assert "▲ Se parece a @incluinfo, pero no es esa cuenta" in words(pane)
    assert any("▲ se parece a @incluinfo" in each for each in words(pane))


# --- links ------------------------------------------------------------------------------------


def test_official_links_open_at_once(window: Window) -> None:
    opened: list[str] = []
    open_link(window, "https://sede.seg-social.gob.es/x", opened.append)
    assert opened == ["https://sede.seg-social.gob.es/x"]
    assert not window.findChildren(QMessageBox)


def test_other_links_ask_with_the_real_host(window: Window, qtbot: QtBot) -> None:
    opened: list[str] = []
    open_link(window, "https://sede-seg-social.example/pago", opened.append)
    box = window.findChildren(QMessageBox)[0]
    assert "sede-seg-social.example" in box.text()
    assert opened == []
    box.buttons()[1].click()
    qtbot.waitUntil(lambda: opened == ["https://sede-seg-social.example/pago"])


def test_a_host_that_only_looks_official_is_asked_about_in_punycode(window: Window) -> None:
    opened: list[str] = []
    open_link(window, "https://sede.seg-sociаl.es/pago", opened.append)  # Cyrillic а
    asked = window.findChildren(QMessageBox)[0].text()
    assert "sede.xn--seg-" in asked
    assert "sociаl" not in asked
    assert opened == []


def test_disguised_and_odd_addresses_are_not_opened(window: Window) -> None:
    opened: list[str] = []
    for url in ("file:///etc/passwd", "javascript:alert(1)", "https://sede.gob.es@evil.example"):
        open_link(window, url, opened.append)
    assert opened == []


# --- ours on its way ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "expected", "buttons"),
    [
        (OutgoingState.QUEUED, "En espera · sale en 6 s", ["Deshacer", "Enviar ya"]),
        (OutgoingState.CHECKING, "Comprobando", []),
        (OutgoingState.SENDING, "Enviando", []),
        (OutgoingState.REFUSED, "Rechazado por X", ["Corregir"]),
        (OutgoingState.UNKNOWN, "No sabemos si salió: lo comprobamos", []),
        (
            OutgoingState.UNCONFIRMED,
            "No consta publicado",
            ["Está publicado…", "Reenviar", "Descartar"],
        ),
        (
            OutgoingState.ANSWERED_ELSEWHERE,
            "Respondida desde otro sitio",
            ["Enviar también", "Descartar"],
        ),
    ],
)
def test_each_state_has_words_and_its_ways_out(
    app: QApplication,
    qtbot: QtBot,
    state: OutgoingState,
    expected: str,
    buttons: list[str],
) -> None:
    item = samples.outgoing(samples.conversations()[0], state, sent_at=samples.NOW, looks=7)
    made = card(item, qtbot)
    assert made.state.text() == expected
    assert [each.text() for each in made.findChildren(Button)] == buttons


def test_a_refusal_gives_its_reason(app: QApplication, qtbot: QtBot) -> None:
    item = samples.outgoing(
        samples.conversations()[0], OutgoingState.REFUSED, reason="not_summoned"
    )
    assert any("solo deja responder" in each for each in words(card(item, qtbot)))


def test_doubt_comes_with_its_evidence(app: QApplication, qtbot: QtBot) -> None:
    item = samples.outgoing(
        samples.conversations()[0], OutgoingState.UNCONFIRMED, sent_at=samples.NOW, looks=7
    )
    assert any("tras mirarlo 7" in each for each in words(card(item, qtbot)))


def test_every_way_out_is_a_button(app: QApplication, qtbot: QtBot) -> None:
    of = samples.conversations()[0]
    done: list[str] = []
    for state in (
        OutgoingState.QUEUED,
        OutgoingState.REFUSED,
        OutgoingState.UNCONFIRMED,
        OutgoingState.ANSWERED_ELSEWHERE,
    ):
        made = card(samples.outgoing(of, state), qtbot, done)
        for button in made.findChildren(Button):
            button.click()
    assert done == [
        "undo", "send now", "rewrite", "adopt", "resend", "discard", "resend", "discard",
    ]  # fmt: skip


def test_what_should_have_left_waits_for_the_line(app: QApplication, qtbot: QtBot) -> None:
    item = samples.outgoing(samples.conversations()[0], OutgoingState.QUEUED)
    late = replace(item, not_before=samples.NOW - timedelta(seconds=30))
    assert card(late, qtbot).state.text() == "En espera · sale en cuanto haya conexión"


# --- the pane ---------------------------------------------------------------------------------


def test_actions_stand_outside_the_card(pane: ConversationPane) -> None:
    show(pane, samples.conversations()[0])
    post = pane.findChildren(PostCard)[0]
    inside = {each.text() for each in post.findChildren(Button)}
    assert inside == {"Ver en X"}
    outside = {each.text() for each in pane.findChildren(Button) if not each.isHidden()}
    assert {"Tomar", "Consultar", "Ocultar", "Cerrar", "Tema", "Borrador de FAQ"} <= outside


def test_mine_can_be_given_back(pane: ConversationPane) -> None:
    mine = replace(samples.conversations()[0], state=State.TAKEN, holder="AB")
    show(pane, mine)
    assert "Soltar" in words(pane)
    assert any("la tiene usted" in each for each in words(pane))
    show(pane, replace(mine, holder="XY"))
    assert any("la tiene XY" in each for each in words(pane))
    assert "Tomar" in words(pane)


def test_what_the_state_does_not_allow_is_not_offered(
    pane: ConversationPane, window: Window
) -> None:
    show(pane, replace(samples.conversations()[0], state=State.CLOSED))
    assert not window.actions_.action("conversation.close").isEnabled()
    assert window.actions_.action("conversation.reopen").isEnabled()
    assert "Volver a abrir" in words(pane)
    pane.show_nothing()
    assert not window.actions_.action("conversation.take").isEnabled()


def test_n_hands_the_question_to_the_faq(
    pane: ConversationPane, window: Window, qtbot: QtBot
) -> None:
    show(pane, samples.conversations()[0])
    wanted: list[str] = []
    pane.new_entry_wanted.connect(wanted.append)
    pane.setFocus()
    press(window, Qt.Key.Key_N)
    assert wanted == [samples.ROSA]


def test_keys_act_while_a_text_of_the_thread_has_the_focus(
    pane: ConversationPane, window: Window
) -> None:
    show(pane, samples.conversations()[0])
    wanted: list[str] = []
    pane.new_entry_wanted.connect(wanted.append)
    text = pane.findChildren(PostCard)[0].text
    text.setFocus()
    press(text, Qt.Key.Key_N)
    assert wanted == [samples.ROSA]


def test_a_crowded_thread_shows_this_citizen_and_us_first(
    pane: ConversationPane, app: QApplication
) -> None:
    of = samples.conversations()[0]
    crowd = [
        StoredPost(
            samples.post(of, f"Otro {n}", id=str(n), by=samples.author(f"otro{n}", "Otra")),
            False, False, False,
        )
        for n in range(200)
    ]  # fmt: skip
    mine = StoredPost(samples.post(of), False, False, False)
    ours = StoredPost(samples.post(of, "Respuesta", id="7", by=samples.OURS), True, False, False)
    show(pane, of, ours, mine, *crowd)
    said = words(pane)
    assert samples.ROSA in said
    assert "Respuesta" in said
    assert len(pane.findChildren(PostCard)) == 30
    more = next(b for b in pane.findChildren(Button) if b.text().startswith("Mostrar 30"))
    more.click()
    app.processEvents()
    assert len([card for card in pane.findChildren(PostCard) if card.isVisible()]) == 60


def test_the_same_thread_again_does_not_jump(pane: ConversationPane, app: QApplication) -> None:
    of = samples.conversations()[0]
    many = [
        StoredPost(samples.post(of, f"Mensaje {n}", id=str(n)), False, False, False)
        for n in range(25)
    ]
    show(pane, of, *many)
    for _ in range(3):
        app.processEvents()
    bar = pane._area.verticalScrollBar()
    assert bar.maximum() > 0
    assert bar.value() == bar.maximum()
    bar.setValue(10)
    show(pane, of, *many, outgoing=(samples.outgoing(of, OutgoingState.QUEUED),))
    for _ in range(3):
        app.processEvents()
    assert bar.value() == 10


# --- forgetting one person ----------------------------------------------------------------------


class _Asked:
    """The presenter's part that the pane calls."""

    def __init__(self) -> None:
        self.forgotten: list[str] = []

    def forget_person(self, who: str) -> None:
        self.forgotten.append(who)


@pytest.mark.parametrize("choice", [0, 1])
def test_all_of_a_person_is_erased_only_when_it_is_meant(
    pane: ConversationPane, window: Window, choice: int
) -> None:
    rosa = samples.conversations()[0]
    asked = _Asked()
    pane.presenter = cast(ConversationPresenter, asked)
    show(pane, rosa)
    window.actions_.trigger("conversation.forget_person")
    (box,) = pane.findChildren(QMessageBox)
    assert box.text() == f"¿Borrar todo lo de @{rosa.citizen.handle}?"
    assert box.textFormat() is Qt.TextFormat.PlainText
    assert box.defaultButton() is box.buttons()[0]
    box.buttons()[choice].click()
    assert asked.forgotten == [rosa.citizen.id] * choice


def test_what_was_erased_is_told_in_figures(pane: ConversationPane) -> None:
    pane.say_forgotten(PersonReport("ab" * 32, 3, 1, 1, 2, 1, 0, tidy=True))
    (box,) = pane.findChildren(QMessageBox)
    assert "Mensajes borrados: 3" in box.informativeText()
    assert "siguen públicas en X: 1" in box.informativeText()
    assert "Copias" not in box.informativeText()
    box.close()

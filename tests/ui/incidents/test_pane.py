"""What the incidents place shows: the list in words, the form of each kind."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLabel

from incluinfo_desk.domain.announcement import Announcement, to_payload
from incluinfo_desk.domain.approval import ApprovalKind, Proposal
from incluinfo_desk.domain.incident import (
    Component,
    ComponentState,
    Incident,
    IncidentState,
    Update,
)
from incluinfo_desk.domain.outgoing import OutgoingState
from incluinfo_desk.domain.problems import TooLong
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.incidents.moments import local
from incluinfo_desk.ui.incidents.pane import IncidentsPane
from incluinfo_desk.ui.incidents.presenter import Step
from incluinfo_desk.ui.window import Window
from tests.ui import samples
from tests.ui.desk_kit import NOW

SEDE = Component("sede", "sede electrónica", "sede")
WEB = Component("web", "web de la Seguridad Social", "web")
NAMES = {"sede": SEDE.name, "web": WEB.name}
OUTAGE = Incident(
    id="1",
    title="Sede",
    components=("sede",),
    impact=ComponentState.PARTIAL_OUTAGE,
    state=IncidentState.INVESTIGATING,
    started_at=NOW - timedelta(hours=1),
    next_update_at=NOW + timedelta(minutes=30),
    updates=(Update("u", "1", IncidentState.INVESTIGATING, "No funciona la sede.", NOW, "AR"),),
    waiting=3,
)
OVER = replace(
    OUTAGE,
    id="2",
    state=IncidentState.RESOLVED,
    next_update_at=None,
    ends_at=NOW,
    waiting=0,
)


@pytest.fixture
def pane(window: Window) -> IncidentsPane:
    made = IncidentsPane(window.actions_)
    window.setCentralWidget(made)
    made.show_components([SEDE, WEB])
    return made


def row(pane: IncidentsPane, place: int) -> str:
    return str(pane.model.index(place).data(Qt.ItemDataRole.AccessibleTextRole))


def test_open_incidents_come_first_and_every_row_is_told_in_words(pane: IncidentsPane) -> None:
    pane.show_incidents([OVER, OUTAGE], NAMES, NOW)
    assert "Sede electrónica" in row(pane, 0)
    assert "Próximo aviso" in row(pane, 0)
    assert "Terminó" in row(pane, 1)
    assert pane.model.rowCount(QModelIndex()) == 2


def test_broken_promise_says_so(pane: IncidentsPane) -> None:
    pane.show_incidents([OUTAGE], NAMES, NOW + timedelta(hours=2))
    assert "con retraso" in row(pane, 0)
    pane.show_incident(OUTAGE, ())
    assert pane.detail.needs.text == "Ha pasado la hora del aviso prometido."
    pane.show_incidents([OUTAGE], NAMES, NOW)
    pane.show_incident(OUTAGE, ())
    assert pane.detail.needs.text == ""


def test_what_was_being_written_is_there_again_but_never_over_what_is(pane: IncidentsPane) -> None:
    what = Announcement(
        "Sede", ("sede",), ComponentState.FULL_OUTAGE, IncidentState.IDENTIFIED, "A medias", NOW
    )
    pane.show_recovered(what)
    assert pane.form.text.text == "A medias"
    assert pane.form.own_text
    wanted = pane.form.wanted()
    assert (wanted.components, wanted.impact) == (("sede",), ComponentState.FULL_OUTAGE)
    assert (wanted.state, wanted.next_update_at) == (IncidentState.IDENTIFIED, None)
    pane.show_recovered(replace(what, text="Otra cosa"))
    assert pane.form.text.text == "A medias"


def test_empty_list_teaches_what_it_is_for(pane: IncidentsPane) -> None:
    pane.show_incidents([], NAMES, NOW)
    assert "ábrala aquí" in pane._empty.sentence


def test_new_form_needs_a_service_before_it_can_be_published(pane: IncidentsPane) -> None:
    pane.start_new()
    pane.form.show_check([], 1)
    assert not pane.form._publish.isEnabled()
    pane.form.choose(["sede"])
    assert pane.form.wanted().components == ("sede",)
    assert pane.form._publish.isEnabled()


def test_maintenance_asks_until_when_and_promises_nothing(
    pane: IncidentsPane, app: QApplication
) -> None:
    pane.start_new()
    pane.form._impacts.buttons[ComponentState.MAINTENANCE].click()
    app.processEvents()
    assert pane.form._until.isVisible()
    assert not pane.form._promised.isVisible()
    wanted = pane.form.wanted()
    assert wanted.state is IncidentState.SCHEDULED
    assert wanted.ends_at is not None
    assert wanted.next_update_at is None


def test_update_offers_only_the_states_that_may_follow(pane: IncidentsPane) -> None:
    pane.show_incidents([OUTAGE], NAMES, NOW)
    pane.show_incident(OUTAGE, ())
    pane.start_update()
    assert tuple(pane.form._states.buttons) == (
        IncidentState.INVESTIGATING,
        IncidentState.IDENTIFIED,
        IncidentState.WATCHING,
        IncidentState.RESOLVED,
    )
    assert pane.form.wanted().state is IncidentState.IDENTIFIED


def test_officers_own_words_are_not_overwritten_by_the_template(
    pane: IncidentsPane, app: QApplication
) -> None:
    pane.start_new()
    pane.form.choose(["sede"])
    app.processEvents()
    pane.form.text.setFocus()
    pane.form.text.insert("La sede va lenta.")
    pane.form.show_text("Otra cosa.")
    assert pane.form.text.text == "La sede va lenta."


def test_long_text_offers_the_thread_that_is_shown(pane: IncidentsPane, app: QApplication) -> None:
    pane.start_new()
    pane.form.choose(["sede"])
    pane.form.show_text("La sede electrónica no funciona y lo sentimos. " * 8)
    pane.form.show_check([TooLong(376, 280)], 2)
    app.processEvents()
    assert pane.form._split.isVisible()
    assert not pane.form._publish.isEnabled()
    assert pane.form.preview.cards.count() == 2


def test_image_asks_for_its_words_and_is_seen_without_them(
    pane: IncidentsPane, app: QApplication, tmp_path: Path
) -> None:
    pane.start_new()
    pane.form.choose(["sede"])
    pane.form.show_text("La sede no funciona.")
    pane.form.picture.attach(tmp_path / "captura.png")
    app.processEvents()
    assert pane.form.wanted().image == tmp_path / "captura.png"
    assert pane.form.picture._alt.isVisible()
    pane.form.picture._alt.setText("Aviso en la sede")
    assert pane.form.wanted().alt_text == "Aviso en la sede"
    pane.form.picture.drop()
    assert pane.form.wanted().image is None


def test_a_text_that_came_back_stands_in_its_form_as_it_was(
    pane: IncidentsPane, app: QApplication
) -> None:
    what = Announcement(
        title="Sede",
        components=("sede",),
        impact=ComponentState.MAINTENANCE,
        state=IncidentState.IN_PROGRESS,
        text="Parte (1/2)",
        more=("Parte (2/2)",),
        written="Todo el texto.",
        started_at=NOW - timedelta(hours=2),
        ends_at=NOW + timedelta(hours=2),
    )
    back = Proposal("p", ApprovalKind.INCIDENT, "", "Sede", what.texts, to_payload(what), "AP", NOW)
    pane.take_up(back)
    app.processEvents()
    wanted = pane.form.wanted()
    assert pane.form.text.text == "Todo el texto."
    assert (wanted.components, wanted.impact) == (what.components, what.impact)
    assert (wanted.state, wanted.started_at) == (what.state, what.started_at)
    assert wanted.ends_at == what.ends_at
    pane.form.show_text("La plantilla.")
    assert pane.form.text.text == "Todo el texto."


PLANNED = replace(
    OUTAGE,
    id="3",
    impact=ComponentState.MAINTENANCE,
    state=IncidentState.SCHEDULED,
    started_at=NOW + timedelta(days=1),
    ends_at=NOW + timedelta(days=1, hours=4),
    next_update_at=None,
)


def test_step_of_the_clock_that_nobody_told_is_offered_prepared(pane: IncidentsPane) -> None:
    step = Update("u9", "3", IncidentState.IN_PROGRESS, "", NOW, "reloj")
    begun = replace(PLANNED, state=IncidentState.IN_PROGRESS, updates=(*OUTAGE.updates, step))
    pane.show_incidents([begun], NAMES, NOW)
    pane.show_incident(begun, ())
    assert "En curso" in pane.detail.needs.text
    pane.detail.needs._act()
    assert pane.form.wanted().state is IncidentState.IN_PROGRESS


def test_dates_of_what_has_not_begun_can_be_moved(pane: IncidentsPane, app: QApplication) -> None:
    pane.show_incidents([PLANNED], NAMES, NOW)
    pane.show_incident(PLANNED, ())
    pane.start_update(IncidentState.SCHEDULED)
    app.processEvents()
    assert pane.form._since.isVisible()
    assert pane.form._until.isVisible()
    later = NOW + timedelta(days=2)
    pane.form._since.setDateTime(local(later))
    assert pane.form.wanted().started_at == later


def test_public_word_can_be_corrected_or_taken_back(pane: IncidentsPane, app: QApplication) -> None:
    sent = samples.outgoing(samples.conversations()[0], OutgoingState.SENT)
    pane.show_incidents([OUTAGE], NAMES, NOW)
    pane.show_incident(OUTAGE, [Step(OUTAGE.updates[0], sent)])
    buttons = {b.text(): b for b in pane.detail.findChildren(Button)}
    asked: list[str] = []
    pane.detail.deletion_wanted.connect(asked.append)
    pane.detail.deletion_wanted.disconnect(pane._ask_reason)
    buttons["Borrar de X…"].click()
    assert asked == ["u"]
    buttons["Corregir…"].click()
    app.processEvents()
    wanted = pane.form.wanted()
    assert (wanted.corrects, wanted.state) == ("u", OUTAGE.state)
    assert wanted.next_update_at == OUTAGE.next_update_at
    assert not pane.form._states.isVisible()
    gone = replace(OUTAGE.updates[0], deletion_id="d", deletion_reason="<b>Falso</b>")
    pane.detail.show_incident(OUTAGE, [Step(gone, sent, sent)])
    app.processEvents()
    texts = [label.text() for label in pane.detail.findChildren(QLabel)]
    assert "Borrado de X. Motivo: <b>Falso</b>" in texts


def test_figure_without_its_source_is_hinted_at_and_not_in_the_way(
    pane: IncidentsPane, app: QApplication
) -> None:
    pane.start_new()
    pane.form.choose(["sede"])
    pane.form.show_text("Afecta a 12.000 personas.")
    pane.form.show_check([], 1)
    app.processEvents()
    assert pane.form._hint.isVisible()
    assert "12.000" in pane.form._hint.text()
    assert pane.form._publish.isEnabled()
    pane.form.show_text("Afecta a 12.000 personas, según la TGSS, a las 10:22.")
    pane.form.show_check([], 1)
    app.processEvents()
    assert not pane.form._hint.isVisible()

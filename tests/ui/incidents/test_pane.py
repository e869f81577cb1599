"""What the incidents place shows: the list in words, the form of each kind."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication

from incluinfo_desk.domain.announcement import Announcement, to_payload
from incluinfo_desk.domain.approval import ApprovalKind, Proposal
from incluinfo_desk.domain.incident import (
    Component,
    ComponentState,
    Incident,
    IncidentState,
    Update,
)
from incluinfo_desk.domain.problems import TooLong
from incluinfo_desk.ui.incidents.pane import IncidentsPane
from incluinfo_desk.ui.window import Window
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
    pane.form._impacts[ComponentState.MAINTENANCE].click()
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
    assert tuple(pane.form._states) == (
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
    assert pane.form._cards.count() == 2


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

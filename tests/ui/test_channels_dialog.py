"""The way for one citizen, by single keys, and the contact of the body beside it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt, QTimeZone
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from incluinfo_desk.domain.length import LIMIT, weighted_length
from incluinfo_desk.operations.procedures import contacts, offices_abroad
from incluinfo_desk.ui.channels_dialog import ChannelsDialog
from tests.ui.driving import clipped, unnamed

NOW = datetime(2026, 11, 25, 10, 12, tzinfo=UTC)


def test_three_questions_lead_to_words_for_the_reply(app: QApplication) -> None:
    put: list[str] = []
    dialog = ChannelsDialog(None, "vida-laboral", "TGSS", put.append, NOW)
    dialog.show()
    app.processEvents()
    assert unnamed(dialog) == []
    assert clipped(dialog) == []
    assert dialog.contact_name.text() == "Tesorería General de la Seguridad Social"
    assert "91 541 02 91" in dialog.contact.text()
    assert dialog.way.text() == "Por internet, sin certificado"
    dialog.certificate.click()
    assert dialog.way.text() == "Por internet, con certificado o Cl@ve"
    assert "certificado" in dialog.text.text()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert put == [dialog.text.text()]
    assert put[0].startswith("Descargar el informe de vida laboral: por internet")


def test_without_a_procedure_the_contact_is_there_at_once(app: QApplication) -> None:
    put: list[str] = []
    dialog = ChannelsDialog(None, "", "SEM / Oficinas de Extranjería", put.append, NOW)
    dialog.show()
    assert dialog.contact_name.text() == "Secretaría de Estado de Migraciones"
    assert not dialog._put.isEnabled()
    dialog._put_contact.click()
    assert put == ["https://www.inclusion.gob.es/web/migraciones"]


def test_where_nothing_is_written_nothing_is_put(app: QApplication) -> None:
    dialog = ChannelsDialog(None, "asilo", "", None, NOW)
    dialog.show()
    dialog.travels.click()
    assert "quien le represente" in dialog.text.text()
    assert not dialog._put.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.close()


def test_abroad_the_office_is_named_and_hours_stand_in_both_clocks(app: QApplication) -> None:
    put: list[str] = []
    dialog = ChannelsDialog(None, "", "INSS", put.append, NOW, abroad=True)
    dialog.show()
    dialog.country.setCurrentIndex(dialog.country.findData("Argentina"))
    app.processEvents()
    app.processEvents()  # what its words need is asked for in the first round
    assert unnamed(dialog) == []
    assert clipped(dialog) == []
    assert dialog.clocks.text().startswith("En Buenos Aires son las 7:12; en Madrid, las 11:12.")
    dialog._put_contact.click()
    assert "de 9 a 20 h (hora de Madrid; en Buenos Aires, de 5:00 a 16:00)" in put[0]
    assert put[0].endswith("Embajada de España en Buenos Aires")


@pytest.mark.parametrize("body", contacts())
def test_a_contact_abroad_fits_into_one_post(app: QApplication, body: str) -> None:
    put: list[str] = []
    dialog = ChannelsDialog(None, "", body, put.append, NOW, abroad=True)
    for country, office in offices_abroad().items():
        assert QTimeZone(office.zone.encode()).isValid(), office
        dialog.country.setCurrentIndex(dialog.country.findData(country))
        dialog._put_contact.click()
        assert office.city in put[-1]
        assert weighted_length(put[-1]) <= LIMIT, put[-1]

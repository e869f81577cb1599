"""The way for one citizen, by single keys, and the contact of the body beside it."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt, QTimeZone
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from incluinfo_desk.operations.procedures import offices_abroad
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
    assert "Embajada de España en Buenos Aires (Argentina)" in put[0]
    for office in offices_abroad().values():
        assert QTimeZone(office.zone.encode()).isValid(), office

"""The way for one citizen, by single keys, and the contact of the body beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from incluinfo_desk.ui.channels_dialog import ChannelsDialog
from tests.ui.driving import clipped, unnamed


def test_three_questions_lead_to_words_for_the_reply(app: QApplication) -> None:
    put: list[str] = []
    dialog = ChannelsDialog(None, "vida-laboral", "TGSS", put.append)
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
    dialog = ChannelsDialog(None, "", "SEM / Oficinas de Extranjería", put.append)
    dialog.show()
    assert dialog.contact_name.text() == "Secretaría de Estado de Migraciones"
    assert not dialog._put.isEnabled()
    dialog._put_contact.click()
    assert put == ["https://www.inclusion.gob.es/web/migraciones"]


def test_where_nothing_is_written_nothing_is_put(app: QApplication) -> None:
    dialog = ChannelsDialog(None, "asilo", "", None)
    dialog.show()
    dialog.travels.click()
    assert "quien le represente" in dialog.text.text()
    assert not dialog._put.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.close()

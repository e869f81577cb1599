"""Proposals, tips and questions of other channels by their windows, on a real store."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMessageBox

from incluinfo_desk.domain.faq_proposal import credit_of
from incluinfo_desk.operations.desk import Desk
from incluinfo_desk.settings import Settings
from incluinfo_desk.ui.faq.intake_dialog import IntakeDialog
from incluinfo_desk.ui.faq.proposals_dialog import open_proposals
from incluinfo_desk.ui.tip_dialog import TipDialog
from incluinfo_desk.ui.window import Window
from tests.ui.desk_kit import desk
from tests.ui.driving import clipped, drive, unnamed
from tests.ui.faq.views import entry

ANA = Settings(officer_name="Ana Pérez", officer_initials="AP")
WORK = ("proposals read", "proposals look", "proposals decide", "intake")


async def quiet(made: Desk) -> None:
    while any(made.background.running(name) for name in WORK):
        for name in WORK:
            await made.background.settle(name)


def test_an_editor_refuses_with_a_reason_and_approves_by_one_key(
    qapp: QApplication, window: Window, tmp_path: Path
) -> None:
    async def story() -> None:
        async with desk(tmp_path, ANA, entries=(entry("a"),)) as made:
            stored = await made.store.faq.get("a")
            assert stored is not None
            dialog = open_proposals(window, made)
            await quiet(made)
            assert dialog.list.count() == 0
            assert clipped(dialog) == []
            await made.proposing.propose(replace(stored, reply="Mejor así."), stored, "Es nuevo.")
            await quiet(made)
            await made.proposing.tip("a", "El enlace ha cambiado.")
            await quiet(made)
            assert dialog.list.count() == 2  # what was chosen stays chosen
            assert unnamed(dialog) == []
            dialog._no.click()
            assert "Diga por qué" in dialog._reason.complaint
            dialog._yes.click()
            await quiet(made)
            newest = (await made.store.faq.history("a"))[0]
            assert (newest.entry.reply, credit_of(newest.by)) == ("Mejor así.", ("", "AP"))
            assert dialog.list.count() == 1
            assert dialog._yes.text() == "Hecho"
            dialog._again.click()
            await quiet(made)
            assert await made.proposing.tips("a") == 2
            dialog.reason.setText("Ya está.")
            dialog._no.click()
            await quiet(made)
            assert await made.proposing.open() == ()
            dialog.close()

    drive(qapp, story())


def test_questions_of_other_channels_are_noted_and_a_file_is_looked_at_first(
    qapp: QApplication, window: Window, tmp_path: Path
) -> None:
    file = tmp_path / "llamadas.csv"
    file.write_text("canal;pregunta\nteléfono;¿Y esto?\nfax;¿Y?\n", "utf-8")

    async def story() -> None:
        async with desk(tmp_path / "p", ANA, entries=(entry("a"),)) as made:
            dialog = IntakeDialog(window, made)
            dialog.open()
            assert unnamed(dialog) == []
            assert clipped(dialog) == []
            dialog._save.click()
            assert dialog._question.complaint == "Escriba la pregunta."
            dialog.question.setPlainText("¿Y las gallinas?")
            dialog._save.click()
            await quiet(made)
            assert dialog.message.text.startswith("Anotada en")
            dialog.read(file)
            await quiet(made)
            asked = window.findChild(QMessageBox) or dialog.findChild(QMessageBox)
            assert isinstance(asked, QMessageBox)
            assert "Línea 3 · canal" in asked.informativeText()
            asked.buttons()[-1].click()
            await quiet(made)
            dialog.close()

    drive(qapp, story())


def test_a_tip_asks_for_words(app: QApplication) -> None:
    said: list[str] = []
    dialog = TipDialog(None, "¿Cuánto tarda?", said.append)
    dialog.show()
    assert unnamed(dialog) == []
    dialog._accept()
    assert said == []
    assert dialog.isVisible()
    dialog.words.setPlainText("El plazo es otro.")
    dialog._accept()
    assert said == ["El plazo es otro."]

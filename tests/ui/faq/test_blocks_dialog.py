"""Shared blocks by their window, on a real store: written, asked about, put into a reply."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMessageBox

from incluinfo_desk.domain.faq import FaqState
from incluinfo_desk.operations.desk import Desk
from incluinfo_desk.settings import Settings
from incluinfo_desk.ui.faq.blocks_dialog import BlocksDialog, open_blocks
from incluinfo_desk.ui.messages import MessageBar
from incluinfo_desk.ui.window import Window
from tests.ui.desk_kit import NOW, desk
from tests.ui.driving import clipped, drive, unnamed
from tests.ui.faq.views import entry

ANA = Settings(officer_name="Ana Pérez", officer_initials="AP")


async def quiet(made: Desk) -> None:
    while any(made.background.running(name) for name in ("blocks read", "blocks work")):
        for name in ("blocks read", "blocks work"):
            await made.background.settle(name)


def write(dialog: BlocksDialog, name: str, text: str) -> None:
    dialog.name.setText(name)
    dialog.text.setPlainText(text)
    dialog._save.click()


def rows(dialog: BlocksDialog) -> list[str]:
    return [dialog.list.item(n).text() for n in range(dialog.list.count())]


def test_a_block_is_written_asked_about_and_put_into_a_reply(
    qapp: QApplication, window: Window, tmp_path: Path
) -> None:
    signed = {"state": FaqState.VERIFIED, "verified_by": "MR", "verified_at": NOW}
    known = entry("a", reply="Sí. {{tel}}", link=None, review_by=date(2027, 6, 1), **signed)

    async def story() -> None:
        async with desk(tmp_path, ANA, entries=(known,)) as made:
            dialog = open_blocks(window, made)
            await quiet(made)
            assert unnamed(dialog) == []
            assert clipped(dialog) == []
            write(dialog, "fin", "Gracias.")
            await quiet(made)
            assert rows(dialog) == ["fin · en 0 respuesta(s)"]
            put: list[str] = []
            dialog.insert_wanted.connect(put.append)
            dialog._insert.click()
            assert put == ["{{fin}}"]

            dialog.start_new()
            write(dialog, "tel", "Llame al 020.")
            await quiet(made)
            (box,) = dialog.findChildren(QMessageBox)
            assert box.text() == "Cambia 1 respuesta(s)."
            box.buttons()[2].click()
            await quiet(made)
            stored = await made.store.faq.get("a")
            assert stored is not None
            assert (stored.state, stored.verified_by) == (FaqState.VERIFIED, "AP")
            assert stored.rendered() == "Sí. Llame al 020."

            dialog._remove.click()
            await quiet(made)
            assert dialog.name.text() == "tel"  # refused: nothing is lost
            write(dialog, "fono", "Llame al 060.")
            await quiet(made)
            dialog.findChildren(QMessageBox)[-1].buttons()[0].click()
            await quiet(made)
            assert set(await made.store.blocks.all()) == {"fin", "tel"}  # let go: nothing renamed
            dialog._remove.click()
            await quiet(made)
            said = dialog.findChildren(MessageBar)[0]
            assert "está en uso" in said.text
            dialog.close()

    drive(qapp, story())

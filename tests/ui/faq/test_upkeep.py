"""The FAQ's upkeep in the real window: gaps, coverage, norms, links, history, and the key N."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
)

from incluinfo_desk.domain.faq import FaqState
from incluinfo_desk.domain.norms import NormChange, NormId
from incluinfo_desk.domain.post import PostId
from incluinfo_desk.operations.desk import Desk
from incluinfo_desk.ui.faq.history import HistoryDialog
from incluinfo_desk.ui.faq.lines import Lines
from incluinfo_desk.ui.faq.norms import BoeDialog, ChangeDialog
from incluinfo_desk.ui.faq.place import FaqPlace
from incluinfo_desk.ui.faq.reason import ReasonDialog
from incluinfo_desk.ui.faq.upkeep import UpkeepDialog, View
from incluinfo_desk.ui.inbox.place import LivingInbox
from incluinfo_desk.ui.window import Window
from tests.operations.boe import summary_xml
from tests.store.kit import answers, asks
from tests.ui.desk_kit import NOW
from tests.ui.driving import clipped, drive, in_front, named, unnamed
from tests.ui.faq.test_place import all_words, choose, place_in
from tests.ui.faq.views import entry, quiet

IMV = "BOE-A-2021-21007"
_WORK = ("upkeep gaps", "upkeep norms", "upkeep links", "upkeep boe", "upkeep check",
         "upkeep register")  # fmt: skip
MADE = {"state": FaqState.VERIFIED, "verified_by": "AP", "norms": (IMV,)}


async def settled(desk: Desk) -> None:
    while any(desk.background.running(name) for name in _WORK):
        for name in _WORK:
            await desk.background.settle(name)
    await quiet(desk)


def dialog(window: Window) -> UpkeepDialog:
    return window.findChildren(UpkeepDialog)[-1]


def rows(table: Lines) -> list[tuple[str, ...]]:
    model = table.lines
    return [
        tuple(str(model.index(row, n).data()) for n in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def test_upkeep_shows_gaps_coverage_norms_and_links_and_acts_on_them(
    app: QApplication, window: Window, tmp_path: Path
) -> None:
    made_of = (
        entry("a", **MADE),
        entry("b", topic="bulos", review_by=date(2026, 1, 1), **MADE),
        entry("c", topic="canal"),
    )

    async def work() -> None:
        async with place_in(window, tmp_path / "p", *made_of) as (desk, place):
            said = ("¿el bono térmico cuenta?", "el bono termico cuenta??", "¿y las gafas?")
            posts = [asks(str(n + 10), text, topic=None, minutes=n) for n, text in enumerate(said)]
            await desk.store.conversations.add(posts, PostId("12"))
            QTest.keyClick(place.list.view, Qt.Key.Key_Q)
            await settled(desk)
            shown = dialog(window)
            assert [row[0] for row in rows(shown.gaps.table)] == ["2", "1"]
            assert "0 de 3" in shown.gaps.summary.text()
            assert not unnamed(shown)
            shown.tabs.setCurrentIndex(View.COVERAGE)
            by = {row[0]: row[1:] for row in rows(shown.coverage.table)}
            assert by["IMV"][0] == "1"
            assert by["▲ Bulos"][:4] == ("0", "0", "0", "1"), "expired is not verified"
            assert by["▲ Canal"][:2] == ("0", "1")
            # A norm changes: by hand, then by a file.
            shown.tabs.setCurrentIndex(View.NORMS)
            assert rows(shown.norms.table)[0][2:5] == (IMV, "2", "0")
            named(shown.norms, QPushButton, "Anotar un cambio…").click()
            form = window.findChildren(ChangeDialog)[-1]
            assert "2" in all_words(form)
            named(form, QLineEdit, "Qué la cambia").setText("Reforma")
            named(form, QPushButton, "Poner en revisión").click()
            await settled(desk)
            assert {e.state for e in await desk.store.faq.all()} == {
                FaqState.UNDER_REVIEW, FaqState.DRAFT,
            }  # fmt: skip
            assert rows(shown.norms.table)[0][4] == "2"
            file = tmp_path / "boe.xml"
            file.write_text(
                summary_xml("20261124", [("BOE-A-2026-1", "Ley que modifica la Ley 19/2021.")]),
                "utf-8",
            )
            shown.norms.file_chosen.emit(file)
            await settled(desk)
            boe = window.findChildren(BoeDialog)[-1]
            listed = named(boe, QListWidget, "Cambios propuestos")
            listed.item(0).setCheckState(Qt.CheckState.Unchecked)
            assert not named(boe, QPushButton, "Poner en revisión").isEnabled()
            boe.reject()
            # Links.
            shown.tabs.setCurrentIndex(View.LINKS)
            assert rows(shown.links.table)[0][0] == "○ Sin comprobar"
            named(shown.links, QPushButton, "Comprobar enlaces ahora").click()
            await settled(desk)
            assert rows(shown.links.table)[0][0] == "● Responde"
            assert "Recién comprobados" in shown.links.summary.text()
            for view in reversed(View):
                shown.tabs.setCurrentIndex(view)
                assert not clipped(shown.tabs.currentWidget())
            # N makes a draft of the question, without who asked.
            await in_front(shown)
            shown.gaps.table.setFocus()
            QTest.keyClick(shown.gaps.table, Qt.Key.Key_N)
            await settled(desk)
            assert "bono" in named(place, QLineEdit, "Pregunta").text()

    drive(app, work())


def test_the_form_says_why_an_answer_waits_and_names_its_norms(
    app: QApplication, window: Window, tmp_path: Path
) -> None:
    async def work() -> None:
        async with place_in(window, tmp_path, entry("a", **MADE)) as (desk, place):
            change = NormChange(NormId(IMV), "Reforma", date(2026, 12, 1))
            await desk.upkeep.norms.register(change)
            choose(place, 0)
            await quiet(desk)
            assert "Está en revisión: cambió Ley 19/2021 (BOE-A-2021-21007)" in all_words(
                place.form
            )
            norms = named(place, QLineEdit, "Normas en las que se apoya")
            norms.setText("la LGSS")
            assert "BOE-A-2015-11724" in norms.accessibleDescription()
            norms.setText("https://www.boe.es/buscar/act.php?id=BOE-A-2015-11724, " + IMV)
            window.actions_.trigger("faq.save")
            await quiet(desk)
            stored = await desk.store.faq.get("a")
            assert stored is not None
            assert stored.norms == ("BOE-A-2015-11724", IMV)
            # An officer puts it under review anew, with a reason of her own.
            await desk.edit_faq.set_state(["a"], FaqState.VERIFIED)
            await quiet(desk)
            named(place.form._form, QPushButton, "Poner en revisión").click()
            asked = window.findChildren(ReasonDialog)[-1]
            named(asked, QLineEdit, "¿Por qué pasa a revisión?").setText("lo lee el INSS")
            named(asked, QPushButton, "Poner en revisión").click()
            await quiet(desk)
            assert "Está en revisión: lo lee el INSS" in all_words(place.form)
            # History: what changed, by whom, and one field back.
            window.actions_.trigger("faq.history")
            await quiet(desk)
            history = window.findChildren(HistoryDialog)[-1]
            assert "+ lo lee el INSS" in all_words(history)
            history.list.setCurrentRow(2)
            assert "+ BOE-A-2015-11724" in all_words(history)
            back = "Recuperar lo de antes en «Normas»"
            next(
                each
                for each in history.findChildren(QPushButton)
                if each.accessibleName() == back and each.isVisible()
            ).click()
            assert norms.text() == IMV
            assert named(place.form, QPushButton, "Guardar").isEnabled()

    drive(app, work())


def test_n_takes_question_and_reply_along_and_nothing_of_the_person(
    app: QApplication, window: Window, tmp_path: Path
) -> None:
    async def work() -> None:
        async with place_in(window, tmp_path, entry("a")) as (desk, _):
            asked = asks("10", "Hola @incluinfo soy Rosa, DNI 12345678Z, ¿me toca el bono?")
            reply = answers("11", "10")
            text = "Hola, Rosa. Sí le toca: https://www.seg-social.es/bono"
            reply = replace(reply, post=replace(reply.post, text=text))
            masked = replace(asked, post=desk.suggesting.masked(asked.post).post)
            await desk.store.conversations.add([masked, reply], PostId("11"))
            inbox = window.open_place("inbox")
            assert isinstance(inbox, LivingInbox)
            inbox.list.chosen.emit("10.7")
            inbox.conversation._now = lambda: NOW  # X has shown these words today
            reading = inbox._conversation
            assert reading is not None
            for _ in range(500):
                if reading.shown is not None and inbox.conversation._shown is reading.shown:
                    break
                await asyncio.sleep(0.01)
            window.actions_.trigger("conversation.new_entry")
            place = window.open_place("faq")
            assert isinstance(place, FaqPlace)
            await quiet(desk)
            question = named(place, QLineEdit, "Pregunta").text()
            written = named(place, QPlainTextEdit, "Respuesta").toPlainText()
            assert question == "Soy, DNI, ¿me toca el bono?"
            assert written == "Sí le toca: {enlace}"
            assert named(place, QLineEdit, "Enlace").text() == "https://www.seg-social.es/bono"
            place._editing.edit(topic="imv")
            window.actions_.trigger("faq.save")
            await quiet(desk)
            kept = [e for e in await desk.store.faq.all() if e.id != "a"]
            assert len(kept) == 1
            for piece in ("@", "rosa", "Rosa", "12345678", "▮"):
                assert piece not in repr(kept[0])

    drive(app, work())

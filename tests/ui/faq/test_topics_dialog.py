"""Topics by their window, on a real store: added, renamed, merged, undone; every place follows."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from incluinfo_desk.operations.desk import Desk
from incluinfo_desk.settings import Settings
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.faq.place import FaqPlace
from incluinfo_desk.ui.faq.topics_dialog import TopicsDialog, open_topics
from incluinfo_desk.ui.messages import MessageBar
from incluinfo_desk.ui.window import Window
from tests.ui.desk_kit import desk
from tests.ui.driving import clipped, drive, unnamed
from tests.ui.faq.views import entry

ANA = Settings(officer_name="Ana Pérez", officer_initials="AP")
WORK = ("topics read", "topics work", "redirects read", "redirects work")


async def quiet(made: Desk) -> None:
    while any(made.background.running(name) for name in WORK):
        for name in WORK:
            await made.background.settle(name)


def lines(dialog: TopicsDialog) -> dict[str, str]:
    everything = Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive
    return {each.text(0): each.text(2) for each in dialog.tree.findItems("", everything)}


def said(dialog: TopicsDialog) -> str:
    bar = dialog.findChild(MessageBar)
    assert isinstance(bar, MessageBar)
    return bar.text


def test_a_topic_is_added_renamed_merged_with_its_counts_and_undone(
    qapp: QApplication, window: Window, tmp_path: Path
) -> None:
    entries = (entry("a", topic="bulos"), entry("b", topic="canal"))

    async def story() -> None:
        async with desk(tmp_path, ANA, entries=entries) as made:
            window.attach(made)
            place = window.open_place("faq")
            assert isinstance(place, FaqPlace)
            dialog = open_topics(window, made)
            await quiet(made)
            assert unnamed(dialog) == []
            assert clipped(dialog) == []
            shown = lines(dialog)
            assert (shown["Bulos"], shown["Canal"]) == ("1", "1")

            dialog._new.click()
            QTest.keyClicks(dialog.label, "Vivienda")
            dialog._save.click()
            await quiet(made)
            assert said(dialog) == "Tema nuevo: «Vivienda»."
            topics = place.list.filters.topic
            assert topics.findText("Vivienda") > 0

            dialog.mark("bulos")
            dialog.label.setText("Mentiras")
            dialog._save.click()
            await quiet(made)
            assert wording.topic("bulos") == "Mentiras"

            dialog._merge.click()
            menu = dialog.findChild(QMenu)
            assert isinstance(menu, QMenu)
            next(each for each in menu.actions() if each.text() == "Canal").trigger()
            menu.close()
            await quiet(made)
            shown = lines(dialog)
            assert (shown["Canal"], shown["Mentiras (unido)"]) == ("2", "")
            assert topics.findText("Mentiras") < 0
            assert wording.topic("bulos") == "Canal"

            dialog._undo.click()
            await quiet(made)
            shown = lines(dialog)
            assert (shown["Mentiras"], shown["Canal"]) == ("1", "1")

            dialog.start_new()
            dialog.label.setText("pensiones")
            dialog._save.click()
            assert "Ya hay un tema «pensiones»" in said(dialog)
            dialog.close()

    drive(qapp, story())


def test_what_another_body_deals_with_is_written_and_checked(
    qapp: QApplication, window: Window, tmp_path: Path
) -> None:
    async def story() -> None:
        async with desk(tmp_path, ANA, entries=()) as made:
            dialog = open_topics(window, made)
            await quiet(made)
            dialog.tabs.setCurrentIndex(1)
            page = dialog.redirects
            names = [page.list.item(n).text() for n in range(page.list.count())]
            assert len(set(names)) == len(names) > 3
            assert page.reply.toPlainText()
            assert clipped(dialog) == []
            page.start_new()
            page.body.setText("Ayuntamientos")
            page._save.click()
            await quiet(made)
            assert page.fields["examples"].complaint == "Escriba al menos una forma de preguntarlo."
            page.examples.setPlainText("tarjeta de aparcamiento")
            page.reply.setPlainText("La da su ayuntamiento.")
            page._save.click()
            await quiet(made)
            assert said(dialog) == "Guardado: las menciones ya lo siguen."
            assert page.list.currentItem().text() == "Ayuntamientos"
            dialog.close()

    drive(qapp, story())

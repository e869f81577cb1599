"""The register in the real window, by keys alone, on a real store."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication

from incluinfo_desk.domain.conversation import NOT_A_HOAX, ConversationId
from incluinfo_desk.domain.hoax import Hoax, HoaxState, Source, Verdict
from incluinfo_desk.domain.post import AccountId, Author, Post, PostId
from incluinfo_desk.operations.desk import Desk
from incluinfo_desk.settings import Settings
from incluinfo_desk.ui.hoaxes.place import LivingHoaxes
from incluinfo_desk.ui.inbox.place import LivingInbox
from incluinfo_desk.ui.inbox.rows import HintKind, hint, row
from incluinfo_desk.ui.window import Window
from tests.ui.desk_kit import NOW, desk
from tests.ui.driving import clipped, drive, in_front, unnamed
from tests.ui.hands import press

ANA = Settings(officer_name="Ana Pérez", officer_initials="AP")
ASKED = "¿Es verdad que si no contesto la carta en quince días me quitan la pensión?"
CTRL = Qt.KeyboardModifier.ControlModifier


async def until(true: Callable[[], object]) -> None:
    for _ in range(500):
        if true():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it did not come to be")


async def quiet(made: Desk) -> None:
    """Wait until everything the place began has ended."""
    names = ("hoax read", "hoax work", "hoaxes refresh", "rehint")
    while any(made.background.running(name) for name in names):
        for name in names:
            await made.background.settle(name)


async def mention(made: Desk, text: str) -> ConversationId:
    author = Author(AccountId("9"), "rosa_m", "Rosa")
    post = Post(PostId("500"), author, text, NOW, PostId("500"), mentions=(AccountId("1"),))
    added = await made.store.conversations.add([await made.suggesting.analyse(post)], post.id)
    return added.conversations[0]


async def stored(made: Desk, id: str = "carta-15-dias") -> Hoax:
    found = await made.store.hoaxes.get(id)
    assert found is not None
    return found


async def reading(window: Window, made: Desk) -> LivingInbox:
    """The inbox with its one mention chosen by J."""
    window.attach(made)
    inbox = window.open_place("inbox")
    assert isinstance(inbox, LivingInbox)
    await in_front(window)
    view = inbox.list.view
    await until(lambda: view.model().rowCount() == 1)
    view.setFocus()
    press(view, Qt.Key.Key_J)
    return inbox


def test_b_opens_the_known_hoax_and_one_key_more_publishes(
    qapp: QApplication, window: Window, tmp_path: Path
) -> None:
    async def story() -> None:
        async with desk(tmp_path, ANA, entries=()) as made:
            await made.rebutting.first_run(prepared=True)
            await made.suggesting.follow_hoaxes()
            of = await made.store.conversations.get(await mention(made, ASKED))
            assert of is not None
            assert hint(row(of))[0] is HintKind.HOAX
            inbox = await reading(window, made)
            view = inbox.list.view
            await until(lambda: inbox.conversation._shown is not None)
            press(view, Qt.Key.Key_B)
            place = window.open_place("hoaxes")
            assert isinstance(place, LivingHoaxes)
            await until(lambda: place.form.hoax is not None)
            await quiet(made)
            assert place.form.hoax is not None
            assert place.form.hoax.id == "carta-15-dias"
            assert unnamed(place) == []
            assert clipped(place) == []
            focused = QApplication.focusWidget()
            assert focused is not None
            press(focused, Qt.Key.Key_Return, CTRL)
            await quiet(made)
            said = (await stored(made)).said
            assert [each.author for each in said] == ["AP"]
            await until(lambda: "por AP · todavía no consta en X" in place.form._said.text())

    drive(qapp, story())


def test_shift_b_says_that_it_tells_no_hoax(
    qapp: QApplication, window: Window, tmp_path: Path
) -> None:
    async def story() -> None:
        async with desk(tmp_path, ANA, entries=()) as made:
            await made.rebutting.first_run(prepared=True)
            await made.suggesting.follow_hoaxes()
            cid = await mention(made, ASKED)
            inbox = await reading(window, made)
            view = inbox.list.view
            offered = inbox.suggestions
            await until(lambda: offered._offer is not None and offered._offer.hoax is not None)
            press(view, Qt.Key.Key_B, Qt.KeyboardModifier.ShiftModifier)
            await until(lambda: offered._offer is not None and offered._offer.hoax is None)
            of = await made.store.conversations.get(cid)
            assert of is not None
            assert of.hint.hoax_id == NOT_A_HOAX
            assert hint(row(of))[0] is not HintKind.HOAX

    drive(qapp, story())


def test_b_on_an_unknown_one_begins_an_entry_without_names(
    qapp: QApplication, window: Window, tmp_path: Path
) -> None:
    async def story() -> None:
        async with desk(tmp_path, ANA, entries=()) as made:
            cid = await mention(made, "@incluinfo @pepe dicen que la pensión caduca en enero")
            window.attach(made)
            place = window.open_place("hoaxes")
            assert isinstance(place, LivingHoaxes)
            place.start_from(cid)
            await quiet(made)
            assert place.form.claim.text() == ""
            told = place.form.texts["wordings"].toPlainText()
            assert told == "dicen que la pensión caduca en enero"
            place.form.claim.setText("Las pensiones caducan en enero")
            place.form.verdict.setCurrentIndex(list(Verdict).index(Verdict.OUTDATED))
            place.form.texts["evidence"].setPlainText("https://bulos.example/1\n")
            place.form.texts["sources"].setPlainText(
                "BOE 2026-03-12 https://www.boe.es/x\nLey 2025 https://www.boe.es/y"
            )
            window.actions_.trigger("hoax.publish")  # no source, no text: nothing happens
            window.actions_.trigger("hoax.save")
            await quiet(made)
            [hoax] = await made.store.hoaxes.all()
            assert hoax.state is HoaxState.DRAFT
            assert hoax.said == ()
            assert (hoax.verdict, hoax.evidence) == (Verdict.OUTDATED, ("https://bulos.example/1",))
            assert hoax.sources == (
                Source("BOE", "https://www.boe.es/x", date(2026, 3, 12)),
                Source("Ley 2025", "https://www.boe.es/y"),
            )
            of = await made.store.conversations.get(cid)
            assert of is not None
            assert of.hint.hoax_id == hoax.id
            assert hoax.askers == 1
            spoken = place.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
            assert spoken.startswith("Las pensiones caducan en enero. Borrador")
            assert place.model.rowCount(QModelIndex()) == 1

    drive(qapp, story())


def test_another_bodys_hoax_offers_no_publishing(
    qapp: QApplication, window: Window, tmp_path: Path
) -> None:
    async def story() -> None:
        async with desk(tmp_path, ANA, entries=()) as made:
            await made.rebutting.first_run()
            foreign = await stored(made, "devolucion-hacienda-sms")
            window.attach(made)
            place = window.open_place("hoaxes")
            assert isinstance(place, LivingHoaxes)
            place.show_hoax(replace(foreign), None)
            await quiet(made)
            window.actions_.trigger("hoax.publish")
            await quiet(made)
            assert (await stored(made, foreign.id)).said == ()
            assert not place.form.fields["fact"].isVisibleTo(place.form)
            assert place.form.fields["redirect"].isVisibleTo(place.form)

            window.open_place("faq")
            place.show_hoax(foreign, None)  # read late: somebody has gone on
            assert window.focusWidget() is not place.form.claim

    drive(qapp, story())


def test_what_is_written_stays_when_another_is_chosen_and_after_closing(
    qapp: QApplication, window: Window, tmp_path: Path
) -> None:
    async def story() -> None:
        async with desk(tmp_path, ANA, entries=()) as made:
            await made.rebutting.first_run()
            window.attach(made)
            place = window.open_place("hoaxes")
            assert isinstance(place, LivingHoaxes)
            assert place.presenter is not None
            await quiet(made)
            before = (await stored(made)).note
            place.presenter.open("carta-15-dias")
            await quiet(made)
            place.form.texts["note"].setPlainText("Falta la fecha de la carta.")
            place.presenter.open("devolucion-hacienda-sms")
            await quiet(made)
            assert place.form.texts["note"].toPlainText() != "Falta la fecha de la carta."
            await place.flush()
            again = LivingHoaxes(window, made)
            assert again.presenter is not None
            await made.background.settle("hoaxes recover")
            again.presenter.open("carta-15-dias")
            await quiet(made)
            assert again.form.texts["note"].toPlainText() == "Falta la fecha de la carta."
            assert (await stored(made)).note == before
            again.presenter.discard("carta-15-dias")
            await quiet(made)
            assert again.form.texts["note"].toPlainText() == before
            await again.flush()
            assert await made.store.notes.get("hoaxes.unsaved") == {}
            again.presenter.end()
            again.deleteLater()

    drive(qapp, story())

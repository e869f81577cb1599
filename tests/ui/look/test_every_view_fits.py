"""Every place at every size of text, in both languages and colours: nothing is cut,
everything the keyboard reaches has a name, and Tab comes round to where it began."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from incluinfo_desk.assets import translations
from incluinfo_desk.domain.incident import ComponentState, IncidentState
from incluinfo_desk.operations.desk import Desk
from incluinfo_desk.settings import Settings
from incluinfo_desk.ui.faq.place import FaqPlace
from incluinfo_desk.ui.hoaxes.pane import HoaxesPane
from incluinfo_desk.ui.inbox.place import InboxPlace
from incluinfo_desk.ui.incidents.pane import IncidentsPane
from incluinfo_desk.ui.incidents.presenter import Wanted
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.widgets import Card
from incluinfo_desk.ui.window import Window
from tests.store.kit import answers, asks
from tests.ui import samples
from tests.ui.desk_kit import NOW, desk
from tests.ui.driving import clipped, drive, in_front, unnamed

LONG = (
    "@incluinfo me han denegado el ingreso mínimo vital y en la carta pone que tengo treinta días "
    "para reclamar, pero la sede no me deja entrar con el certificado: "
    "https://sede.seg-social.gob.es/wps/portal/sede/sede/Ciudadanos/una-direccion-muy-larga"
)
SERVICE = "sede"

# Every size with both languages and both colours; every pair once.
DRESSES = (
    (100, "es", "light"),
    (100, "en", "dark"),
    (150, "es", "dark"),
    (150, "en", "light"),
    (200, "es", "light"),
    (200, "en", "dark"),
)


@contextmanager
def speaking(app: QApplication, language: str) -> Iterator[None]:
    translator = QTranslator()
    assert translator.load(str(translations() / f"incluinfo_desk_{language}.qm"))
    app.installTranslator(translator)
    QLocale.setDefault(QLocale(language))
    try:
        yield
    finally:
        app.removeTranslator(translator)
        QLocale.setDefault(QLocale("es_ES"))


async def until(true: Callable[[], object]) -> None:
    for _ in range(800):
        if true():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never came")


async def laid_out(app: QApplication) -> None:
    """Let every layout follow; not by processEvents, which would enter another task."""
    for _ in range(6):
        app.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        await asyncio.sleep(0)


async def still_clipped(app: QApplication, window: Window) -> list[str]:
    """What stays cut once everything that was on its way has come and found its place."""
    for _ in range(100):
        await laid_out(app)
        found = clipped(window)
        if not found:
            return []
        await asyncio.sleep(0.02)
    return found


def stops(window: Window) -> list[QWidget]:
    """Where Tab goes from the part that has the keys, until it comes round."""
    first = window.focusWidget()
    assert first is not None
    found = [first]
    for _ in range(300):
        window.focusNextChild()
        at = window.focusWidget()
        assert at is not None
        if at is first:
            return found
        assert at not in found, f"a trap at {type(at).__name__} {at.accessibleName()}"
        found.append(at)
    raise AssertionError("Tab never came round")


def missed(root: QWidget, reached: list[QWidget]) -> list[str]:
    """Parts that take the keys and that Tab passed by."""
    return [
        each.accessibleName() or type(each).__name__
        for each in root.findChildren(QAbstractButton)
        if each.isVisible()
        and each.isEnabled()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each not in reached
        # Of a group of choices Tab visits one; arrows go to the others.
        and not each.autoExclusive()
        and each.group() is None
    ]


async def seeded(made: Desk) -> None:
    """A long conversation under long names, and an incident that is open."""
    citizen = samples.author("un_nombre_largo", "María de los Ángeles Fernández-Villaverde y Ruiz")
    first = asks("1001", LONG, by=citizen)
    rest = [
        asks(str(1002 + n), LONG, by=citizen, thread="1001", reply_to="1001", minutes=10 + n)
        for n in range(6)
    ]
    await made.store.conversations.add([first, answers("1100", "1001"), *rest], None)
    await made.broadcasting.first_run()
    await made.rebutting.first_run(prepared=True)


def wanted() -> Wanted:
    return Wanted(
        components=(SERVICE,),
        impact=ComponentState.PARTIAL_OUTAGE,
        state=IncidentState.INVESTIGATING,
        started_at=NOW,
        next_update_at=NOW + timedelta(hours=1),
    )


async def inbox(window: Window) -> None:
    place = window.open_place("inbox")
    assert isinstance(place, InboxPlace)
    await until(lambda: place.list.model.rowCount())
    place.list.step(1)
    await until(lambda: place.editor.isVisible() and place.editor.line.text())
    await until(lambda: place.suggestions.findChildren(Card))


async def faq(window: Window) -> None:
    place = window.open_place("faq")
    assert isinstance(place, FaqPlace)
    await until(lambda: place.list.model.entry(place.list.model.index(0)) is not None)
    place.list.view.setCurrentIndex(place.list.model.index(0))
    await until(lambda: place.form.fields["question"].isVisible())


async def incident_form(window: Window) -> None:
    place = window.open_place("incidents")
    assert isinstance(place, IncidentsPane)
    await until(lambda: place.presenter is not None)
    window.actions_.trigger("incident.new")
    await until(lambda: place.form.isVisible())

    def chosen() -> bool:
        place.form.choose([SERVICE])
        return place.form.complete

    await until(chosen)
    await until(lambda: place.form.text.text)


async def incident_detail(window: Window) -> None:
    place = window.open_place("incidents")
    assert isinstance(place, IncidentsPane)
    assert place.presenter is not None
    place.presenter.publish(wanted(), "La sede no funciona desde las 10:00. Ya se repara.")
    await until(lambda: not place.form.isVisible() and place.model.rowCount())


async def hoaxes(window: Window) -> None:
    place = window.open_place("hoaxes")
    assert isinstance(place, HoaxesPane)
    await until(lambda: place.model.rowCount())
    assert place.presenter is not None
    place.presenter.open("carta-15-dias")
    await until(lambda: place.form.isVisible() and place.form.hoax is not None)


async def settings(window: Window) -> None:
    window.open_place("settings")


@pytest.mark.parametrize(("percent", "language", "colours"), DRESSES)
def test_nothing_is_cut_unnamed_or_out_of_reach(
    app: QApplication,
    window: Window,
    tmp_path: Path,
    percent: int,
    language: str,
    colours: str,
) -> None:
    async def work(made_window: Window) -> None:
        officer = Settings(officer_name="Ana Ruiz", officer_initials="AR")
        async with desk(tmp_path, officer, entries=(samples.entry(),)) as made:
            await seeded(made)
            made_window.attach(made)
            await in_front(made_window)
            for view in (inbox, faq, incident_form, incident_detail, hoaxes, settings):
                await view(made_window)
                for width, height in ((1440, 900), (1000, 700)):
                    made_window.resize(width, height)
                    await laid_out(app)
                    at = f"{view.__name__} {width}x{height}"
                    assert (at, await still_clipped(app, made_window)) == (at, [])
                assert (at, unnamed(made_window)) == (at, [])
                assert (at, missed(made_window, stops(made_window))) == (at, [])

    window.close()
    look().follow(app, colours, percent)
    with speaking(app, language):
        made_window = Window(Settings())
        made_window.setWindowState(Qt.WindowState.WindowNoState)
        made_window.resize(1440, 900)
        made_window.show()
        try:
            drive(app, work(made_window))
        finally:
            made_window.close()
            made_window.deleteLater()

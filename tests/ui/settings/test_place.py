"""Ajustes in the real window: by keyboard, by name, stored at once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QWidget,
)

from incluinfo_desk.domain.events import SettingsChanged
from incluinfo_desk.operations.desk import Desk
from incluinfo_desk.settings import Settings, SettingsFile
from incluinfo_desk.ui.settings.place import SettingsPlace
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.window import Window
from tests.ui.desk_kit import OURS, Door, desk
from tests.ui.driving import answer, clipped, drive, in_front, named, unnamed
from tests.ui.settings.test_presenter import quiet


@asynccontextmanager
async def place_in(
    window: Window,
    folder: Path,
    door: Door | None = None,
    settings: Settings | None = None,
    width: int = 1440,
) -> AsyncIterator[tuple[Desk, SettingsPlace]]:
    async with desk(folder, settings, entries=(), door=door) as made:
        made.bus.subscribe(SettingsChanged, lambda _: window.use_settings(made.settings))
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.resize(width, 900)
        window.attach(made)
        place = window.open_place("settings")
        assert isinstance(place, SettingsPlace)
        await quiet(made)
        await in_front(window)
        yield made, place


def all_words(root: QWidget) -> str:
    return "\n".join(each.text() for each in root.findChildren(QLabel) if each.isVisibleTo(root))


def choose_action(place: SettingsPlace, name: str) -> None:
    table = named(place, QTableWidget, "Acciones y sus teclas")
    for row in range(table.rowCount()):
        item = table.item(row, 0)
        if item is not None and item.text() == name:
            table.setCurrentCell(row, 0)
            return
    raise AssertionError(name)


def key_edit(place: SettingsPlace) -> QKeySequenceEdit:
    edit = place.findChild(QKeySequenceEdit)
    assert edit is not None
    return edit


def test_every_field_says_its_name_and_its_label_leads_to_it(
    app: QApplication, window: Window, tmp_path: Path
) -> None:
    async def work() -> None:
        async with place_in(window, tmp_path) as (_, place):
            assert unnamed(place) == []
            for section in place.sections:
                for field in section.fields.values():
                    assert field.editor.accessibleName()
                    assert field.label.buddy() is field.editor

    drive(app, work())


def test_figures_and_switches_are_stored_as_they_change(
    app: QApplication, window: Window, tmp_path: Path
) -> None:
    async def work() -> None:
        async with place_in(window, tmp_path) as (made, place):
            undo = named(place, QSpinBox, "Tiempo para deshacer un envío")
            undo.setFocus()
            undo.selectAll()
            QTest.keyClicks(undo, "15")
            QTest.keyClick(undo, Qt.Key.Key_Return)
            named(place, QCheckBox, "Avisar de las menciones nuevas").setChecked(False)
            days = named(place, QSpinBox, "Conservar los mensajes de los ciudadanos")
            assert (days.minimum(), days.maximum(), days.value()) == (1, 365, 30)
            days.setValue(90)
            await quiet(made)
            stored, _ = SettingsFile(tmp_path / "settings.json").load()
            assert (stored.undo_seconds, stored.notify) == (15, False)
            assert stored.retention_days == 90

    drive(app, work())


def test_a_bad_proxy_is_explained_beside_the_field_and_never_stored(
    app: QApplication, window: Window, tmp_path: Path
) -> None:
    async def work() -> None:
        async with place_in(window, tmp_path) as (made, place):
            proxy = named(place, QLineEdit, "Proxy")
            proxy.setFocus()
            QTest.keyClicks(proxy, "http://ana:clave@proxy.example")
            QTest.keyClick(proxy, Qt.Key.Key_Return)
            await quiet(made)
            assert "sin usuario ni contraseña" in proxy.accessibleDescription()
            assert not (tmp_path / "settings.json").exists()
            proxy.clear()
            QTest.keyClicks(proxy, "http://proxy.example:8080")
            QTest.keyClick(proxy, Qt.Key.Key_Return)
            await quiet(made)
            assert "sin usuario" not in proxy.accessibleDescription()
            assert made.settings.proxy == "http://proxy.example:8080"

    drive(app, work())


def test_a_key_that_another_action_has_is_refused_in_words(
    app: QApplication, window: Window, tmp_path: Path
) -> None:
    async def work() -> None:
        async with place_in(window, tmp_path) as (made, place):
            choose_action(place, "Ficha nueva")
            edit = key_edit(place)
            assert edit.accessibleName() == "Tecla para «Ficha nueva»"
            assert not place.keys.wanted("faq.new", "Ctrl+S")
            await quiet(made)
            assert "ya sirve para «Guardar la ficha»" in edit.accessibleDescription()
            assert made.settings.shortcuts == {}
            assert place.keys.wanted("faq.new", "Ctrl+Alt+N")
            await quiet(made)
            assert window.actions_.keys("faq.new") == "Ctrl+Alt+N"
            named(place, QPushButton, "Volver a la de origen").click()
            await quiet(made)
            assert window.actions_.keys("faq.new") == "Ctrl+N"
            named(place, QPushButton, "Quitar la tecla").click()
            await quiet(made)
            assert window.actions_.keys("faq.new") == ""
            named(place, QPushButton, "Restaurar todas…").click()
            answer(app, "Restaurar")
            await quiet(made)
            assert window.actions_.keys("faq.new") == "Ctrl+N"

    drive(app, work())


def test_single_keys_can_be_switched_off(app: QApplication, window: Window, tmp_path: Path) -> None:
    async def work() -> None:
        async with place_in(window, tmp_path) as (made, place):
            named(place, QCheckBox, "Usar teclas de una sola letra").setChecked(False)
            await quiet(made)
            assert window.actions_.keys("list.next") == ""
            assert window.actions_.keys("faq.save") == "Ctrl+S"

    drive(app, work())


def test_colours_and_size_change_at_once(app: QApplication, window: Window, tmp_path: Path) -> None:
    async def work() -> None:
        async with place_in(window, tmp_path) as (made, place):
            colours = named(place, QComboBox, "Colores")
            colours.setCurrentIndex(colours.findText("Oscuros"))
            named(place, QSpinBox, "Tamaño del texto").setValue(150)
            await quiet(made)
            assert look().theme.dark
            assert look().scale == pytest.approx(1.5, rel=0.2)
            assert made.settings.font_scale == 150

    drive(app, work())


def test_signing_in_and_out_by_the_buttons(
    app: QApplication, window: Window, tmp_path: Path
) -> None:
    door = Door(durable=False)

    async def work() -> None:
        async with place_in(window, tmp_path, door) as (made, place):
            assert "Nadie ha iniciado sesión" in all_words(place.account)
            named(place, QPushButton, "Iniciar sesión en X…").click()
            await door.asked.wait()
            assert "en su navegador" in all_words(place.account)
            named(place.account, QPushButton, "Cancelar").click()
            await quiet(made)
            assert "Nadie ha iniciado sesión" in all_words(place.account)
            door.answer.set()
            named(place, QPushButton, "Iniciar sesión en X…").click()
            await made.background.settle("sign_in")
            assert "@incluinfo" in all_words(place.account)
            assert "hasta que cierre" in all_words(place.account)
            named(place, QPushButton, "Cerrar la sesión…").click()
            answer(app, "Cerrar la sesión")
            await made.background.settle("settings sign out")
            await quiet(made)
            assert "Nadie ha iniciado sesión" in all_words(place.account)

    drive(app, work())


def test_the_list_of_sections_leads_into_their_fields(
    app: QApplication, window: Window, tmp_path: Path
) -> None:
    async def work() -> None:
        async with place_in(window, tmp_path) as (_, place):
            sections = named(place, QListWidget, "Secciones de los ajustes")
            assert window.focusWidget() is sections
            for _ in range(7):
                QTest.keyClick(sections, Qt.Key.Key_Down)
            QTest.keyClick(sections, Qt.Key.Key_Return)
            focused = window.focusWidget()
            assert focused is not None
            assert focused.accessibleName() == "Proxy"

    drive(app, work())


@pytest.mark.parametrize("width", [1300, 1900])
def test_nothing_is_cut_off_at_twice_the_size(
    app: QApplication, window: Window, tmp_path: Path, width: int
) -> None:
    async def work() -> None:
        look().follow(app, "light", 200)
        settings = Settings(font_scale=200)
        async with place_in(window, tmp_path, Door(account=OURS), settings, width) as (_, place):
            assert window.width() == width
            assert clipped(place) == []

    drive(app, work())

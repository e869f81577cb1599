"""The FAQ in the real window, by what a screen reader would find, on a real store."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTreeWidget,
    QWidget,
)

from incluinfo_desk.domain.faq import FaqEntry, FaqState, Translation
from incluinfo_desk.operations.desk import Desk
from incluinfo_desk.settings import Settings
from incluinfo_desk.ui.faq.history import HistoryDialog
from incluinfo_desk.ui.faq.import_dialog import ImportDialog
from incluinfo_desk.ui.faq.place import FaqPlace
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.window import Window
from tests.ui.desk_kit import desk
from tests.ui.driving import answer, clipped, drive, in_front, named, unnamed
from tests.ui.faq.views import entry, quiet

ANA = Settings(officer_name="Ana Pérez", officer_initials="AP")


@asynccontextmanager
async def place_in(
    window: Window,
    folder: Path,
    *entries: FaqEntry,
    settings: Settings = ANA,
    size: tuple[int, int] = (1440, 900),
) -> AsyncIterator[tuple[Desk, FaqPlace]]:
    async with desk(folder, settings, entries=entries) as made:
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.resize(*size)
        window.attach(made)
        place = window.open_place("faq")
        assert isinstance(place, FaqPlace)
        await quiet(made)
        await in_front(window)
        yield made, place


def rows(place: FaqPlace) -> QListView:
    return named(place, QListView, "Fichas de la FAQ")


def choose(place: FaqPlace, row: int) -> None:
    view, index = rows(place), place.list.model.index(row)
    view.setCurrentIndex(index)
    # The first row is current already once the list has the focus.
    view.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def all_words(root: QWidget) -> str:
    return "\n".join(each.text() for each in root.findChildren(QLabel) if each.isVisibleTo(root))


def test_an_edit_is_checked_beside_its_field_stored_and_suggested(
    app: QApplication, window: Window, tmp_path: Path
) -> None:
    async def work() -> None:
        async with place_in(window, tmp_path, entry("a")) as (made, place):
            choose(place, 0)
            await quiet(made)
            reply = named(place, QPlainTextEdit, "Respuesta")
            reply.setPlainText("larga " * 60)
            assert "Sobran" in reply.accessibleDescription()
            save = named(place.form, QPushButton, "Guardar")
            assert save.isEnabled()
            reply.setPlainText("Lo explica la oficina.")
            assert reply.accessibleDescription().startswith("Escriba {enlace}")
            variants = named(place, QPlainTextEdit, "Otras formas de preguntarlo")
            variants.setPlainText("donde esta la ventanilla azul")
            QTest.keyClick(reply, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
            await quiet(made)
            stored = await made.store.faq.get("a")
            assert stored is not None
            assert stored.reply == "Lo explica la oficina."
            assert not save.isEnabled()
            trial = named(place, QLineEdit, "Escriba una pregunta como un ciudadano")
            trial.setText("la ventanilla azul dnd esta")
            await quiet(made)
            assert "Solo como sugerencia" in all_words(place.trial) or "Falta" in all_words(
                place.trial
            )
            assert place.trial.findChildren(QPushButton)

    drive(app, work())


def test_another_language_is_written_by_keyboard_judged_and_seen_in_the_history(
    app: QApplication, window: Window, tmp_path: Path
) -> None:
    async def work() -> None:
        async with place_in(window, tmp_path, entry("a", reply="En 30 días.")) as (made, place):
            choose(place, 0)
            await quiet(made)
            catalan = named(place, QPushButton, "català, vacía")
            catalan.setFocus()
            assert catalan.isChecked()
            QTest.keyClick(catalan, Qt.Key.Key_Right)
            galician = named(place, QPushButton, "galego, vacía")
            assert galician.isChecked()
            text = named(place, QPlainTextEdit, "Respuesta en galego")
            assert text.accessibleDescription().startswith("Vacía")
            text.setPlainText("En 20 días.")
            assert "falta «30 días», sobra «20 días»" in text.accessibleDescription()
            assert galician.accessibleName() == "galego, con avisos"
            text.setPlainText("En 30 días, ao máximo.")
            assert "son las del español" in text.accessibleDescription()
            assert "22 / 280" in all_words(place.form)
            assert unnamed(place.form) == []
            QTest.keyClick(text, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
            await quiet(made)
            stored = await made.store.faq.get("a")
            assert stored is not None
            assert stored.translations == (Translation("gl", "En 30 días, ao máximo."),)
            text.setPlainText("En 30 días, como máximo.")
            named(place.form, QPushButton, "Guardar").click()
            await quiet(made)
            named(place, QPlainTextEdit, "Respuesta").setPlainText("En 40 días.")
            QTest.mouseClick(
                named(place, QPushButton, "Quitar las que tienen avisos"), Qt.MouseButton.LeftButton
            )
            assert text.toPlainText() == ""
            named(place.form, QPushButton, "Guardar").click()
            await quiet(made)
            window.actions_.trigger("faq.history")
            await quiet(made)
            history = place.findChild(HistoryDialog)
            assert history is not None
            assert "− galego: En 30 días, como máximo." in all_words(history)
            history.list.setCurrentRow(1)
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            assert "+ galego: En 30 días, «como» máximo." in all_words(history)
            named(history, QPushButton, "Recuperar lo de antes en «Otras lenguas»").click()
            assert text.toPlainText() == "En 30 días, ao máximo."

    drive(app, work())


def test_the_reader_keeps_an_unsaved_entry_until_it_is_decided(
    app: QApplication, window: Window, tmp_path: Path
) -> None:
    async def work() -> None:
        async with place_in(window, tmp_path, entry("a"), entry("b")) as (made, place):
            choose(place, 0)
            await quiet(made)
            named(place, QLineEdit, "Pregunta").setText("¿Otra pregunta?")
            choose(place, 1)
            assert "¿Otra pregunta?" in answer(app, "Seguir editando")
            assert rows(place).currentIndex().row() == 0
            assert named(place, QLineEdit, "Pregunta").text() == "¿Otra pregunta?"
            choose(place, 1)
            answer(app, "Guardar")
            await quiet(made)
            assert named(place, QLineEdit, "Pregunta").text() == "¿Qué es b?"
            stored = await made.store.faq.get("a")
            assert stored is not None
            assert stored.question == "¿Otra pregunta?"

    drive(app, work())


def test_many_are_verified_by_one_key_after_naming_who_answers_for_them(
    app: QApplication, window: Window, tmp_path: Path
) -> None:
    entries = (entry("a"), entry("b"), entry("c", source=None))

    async def work() -> None:
        async with place_in(window, tmp_path, *entries) as (made, place):
            rows(place).selectAll()
            assert "3 fichas elegidas" in all_words(place.form)
            QTest.keyClick(rows(place), Qt.Key.Key_V)
            assert "3" in answer(app, "Verificar")
            await quiet(made)
            assert "fuente oficial" in window.messages.text
            states = {each.id: each.state for each in await made.store.faq.all()}
            assert states == {
                "a": FaqState.VERIFIED,
                "b": FaqState.VERIFIED,
                "c": FaqState.DRAFT,
            }

    drive(app, work())


def test_without_initials_verifying_points_to_the_settings(
    app: QApplication, window: Window, tmp_path: Path
) -> None:
    async def work() -> None:
        async with place_in(window, tmp_path, entry("a"), settings=Settings()) as (made, place):
            choose(place, 0)
            await quiet(made)
            named(place.form._form, QPushButton, "Verificar").click()
            assert "iniciales" in window.messages.text
            stored = await made.store.faq.get("a")
            assert stored is not None
            assert stored.state is FaqState.DRAFT

    drive(app, work())


def test_edits_and_verification_go_in_one_step(
    app: QApplication, window: Window, tmp_path: Path
) -> None:
    async def work() -> None:
        async with place_in(window, tmp_path, entry("a")) as (made, place):
            choose(place, 0)
            await quiet(made)
            named(place, QPlainTextEdit, "Respuesta").setPlainText("Corregida.")
            named(place.form._form, QPushButton, "Verificar").click()
            answer(app, "Verificar")
            await quiet(made)
            stored = await made.store.faq.get("a")
            assert stored is not None
            assert (stored.reply, stored.state) == ("Corregida.", FaqState.VERIFIED)
            assert (stored.verified_by, stored.revision) == ("AP", 2)

    drive(app, work())


def test_the_list_has_the_keys_as_soon_as_it_is_read(
    app: QApplication, window: Window, tmp_path: Path
) -> None:
    async def work() -> None:
        async with place_in(window, tmp_path, entry("a"), entry("b")) as (made, place):
            assert window.focusWidget() is rows(place)
            QTest.keyClick(rows(place), Qt.Key.Key_Down)
            await quiet(made)
            assert place._editing.entry is not None
            assert place._editing.entry.id == "b"

    drive(app, work())


def test_the_first_run_offers_to_verify_all_drafts(
    app: QApplication, window: Window, tmp_path: Path
) -> None:
    async def work() -> None:
        async with place_in(window, tmp_path, entry("a"), entry("b")) as (made, place):
            assert "como borrador" in all_words(place.list)
            named(place.list, QPushButton, "Verificar todas…").click()
            answer(app, "Verificar")
            await quiet(made)
            assert "como borrador" not in all_words(place.list)
            state = named(place, QComboBox, "Estado")
            words = [state.itemText(n) for n in range(state.count())]
            assert "● Verificada · 2" in words
            assert "○ Borrador · 0" in words

    drive(app, work())


def test_a_search_that_finds_nothing_says_so_and_offers_the_way_back(
    app: QApplication, window: Window, tmp_path: Path
) -> None:
    async def work() -> None:
        async with place_in(window, tmp_path, entry("a")) as (made, place):
            QTest.keyClick(rows(place), Qt.Key.Key_Slash)
            search = named(place, QLineEdit, "Buscar en la FAQ")
            search.setText("zzz")
            await quiet(made)
            assert "Ninguna ficha cumple lo que busca." in all_words(place.list)
            place.list.filters.clear()
            await quiet(made)
            assert place.list.model.rowCount() == 1

    drive(app, work())


def test_dates_can_be_missing_and_come_back(
    app: QApplication, window: Window, tmp_path: Path
) -> None:
    async def work() -> None:
        async with place_in(window, tmp_path, entry("a")) as (made, place):
            choose(place, 0)
            await quiet(made)
            without = named(place, QCheckBox, "Sin fecha")
            assert without.isChecked()
            without.setChecked(False)
            await quiet(made)
            window.actions_.trigger("faq.save")
            await quiet(made)
            stored = await made.store.faq.get("a")
            assert stored is not None
            assert stored.review_by is not None
            without.setChecked(True)
            window.actions_.trigger("faq.save")
            await quiet(made)
            stored = await made.store.faq.get("a")
            assert stored is not None
            assert stored.review_by is None

    drive(app, work())


def test_an_import_names_bad_rows_by_line_and_takes_the_good_ones(
    app: QApplication, window: Window, tmp_path: Path
) -> None:
    good = {"id": "nueva", "topic": "imv", "question": "¿Una más?", "reply": "Sí."}
    file = tmp_path / "fichas.json"
    file.write_text(json.dumps([good, {**good, "id": "mala", "reply": ""}], indent=1), "utf-8")

    async def work() -> None:
        async with place_in(window, tmp_path / "p", entry("a")) as (made, place):
            place._entries.preview(file)
            await quiet(made)
            dialog = place.findChild(ImportDialog)
            assert dialog is not None
            tree = named(dialog, QTreeWidget, "Filas del fichero")
            model = tree.model()
            bad = model.index(0, 0)
            assert model.index(0, 0, bad).data() == "Línea 8 · Respuesta"
            assert model.index(0, 2, bad).data() == "Falta este dato."
            named(dialog, QPushButton, "Importar").click()
            await quiet(made)
            assert await made.store.faq.get("nueva") is not None
            assert place.list.model.rowCount() == 2

    drive(app, work())


def test_an_older_version_is_put_back_from_the_history(
    app: QApplication, window: Window, tmp_path: Path
) -> None:
    async def work() -> None:
        async with place_in(window, tmp_path, entry("a", reply="Primera.")) as (made, place):
            await made.edit_faq.save(entry("a", reply="Segunda."), 1)
            await quiet(made)
            choose(place, 0)
            await quiet(made)
            window.actions_.trigger("faq.history")
            await quiet(made)
            dialog = place.findChild(HistoryDialog)
            assert dialog is not None
            versions = named(dialog, QListWidget, "Versiones")
            assert versions.count() == 2
            versions.setCurrentRow(1)
            assert "Primera." in all_words(dialog)
            named(dialog, QPushButton, "Poner este texto en el formulario").click()
            assert named(place, QPlainTextEdit, "Respuesta").toPlainText() == "Primera."
            assert named(place.form, QPushButton, "Guardar").isEnabled()

    drive(app, work())


def test_markup_in_an_entry_is_shown_as_it_is_written(
    app: QApplication, window: Window, tmp_path: Path
) -> None:
    async def work() -> None:
        bold = entry("a", question="¿Qué es <b>esto</b>?", reply="<img src=x>", link=None)
        async with place_in(window, tmp_path, bold) as (made, place):
            choose(place, 0)
            await quiet(made)
            assert "<b>esto</b>" in all_words(place.form)
            assert all(
                each.textFormat() is Qt.TextFormat.PlainText for each in place.findChildren(QLabel)
            )

    drive(app, work())


def test_a_conversation_begins_an_entry_with_its_question(
    app: QApplication, window: Window, tmp_path: Path
) -> None:
    async def work() -> None:
        async with place_in(window, tmp_path) as (made, place):
            place.start_entry("cuando abren la ventanilla")
            await quiet(made)
            field = named(place, QLineEdit, "Pregunta")
            assert field.text() == "cuando abren la ventanilla"
            assert named(place.form, QPushButton, "Guardar").isEnabled()

    drive(app, work())


@pytest.mark.parametrize("width", [1400, 2400])
def test_everything_has_a_name_and_nothing_is_cut_off_at_twice_the_size(
    app: QApplication, window: Window, tmp_path: Path, width: int
) -> None:
    async def work() -> None:
        look().follow(app, "dark", 200)
        settings, long = replace(ANA, font_scale=200), entry("a", question="¿Larga? " * 20)
        async with place_in(window, tmp_path, long, settings=settings, size=(width, 1300)) as (
            made,
            place,
        ):
            choose(place, 0)
            trial = named(place, QLineEdit, "Escriba una pregunta como un ciudadano")
            trial.setText("larga larga")
            await quiet(made)
            await in_front(window)
            assert unnamed(place) == []
            assert clipped(place) == []

    drive(app, work())


def test_another_language_keeps_what_is_being_written(
    app: QApplication, window: Window, tmp_path: Path
) -> None:
    async def work() -> None:
        async with place_in(window, tmp_path, entry("a", topic="pensiones")) as (made, place):
            choose(place, 0)
            await quiet(made)
            named(place, QLineEdit, "Pregunta").setText("¿A medias?")
            app.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
            await quiet(made)
            assert named(place, QLineEdit, "Pregunta").text() == "¿A medias?"
            topics = place.form.fields["topic"].editor
            assert isinstance(topics, QComboBox)
            assert topics.currentData() == "pensiones"
            assert place._editing.entry is not None
            assert place._editing.entry.topic == "pensiones"

    drive(app, work())

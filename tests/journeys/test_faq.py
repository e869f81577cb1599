"""The FAQ without a network: an edit changes the suggestion at once, and lasts."""

from __future__ import annotations

from tests.journeys.conftest import Scene
from tests.journeys.person import Person

QUESTION = "@incluinfo me han denegado el imv, ¿cómo puedo reclamar?"
ENTRY = "¿Qué puedo hacer si me han denegado el IMV? ¿Cómo puedo reclamar?"
NEW_WORDS = "Respuesta nueva de la casa. "


def test_entry_edited_without_a_network_changes_the_waiting_suggestion_and_lasts(
    scene: Scene,
) -> None:
    async def first(person: Person) -> None:
        await person.verified()
        await person.sign_in()
        person.citizen(QUESTION)
        await person.reads("denegado el imv")
        await person.sees("Enviar ya")
        person.simulator.stop()
        await person.press("Ctrl+2")
        await person.press("/")
        await person.types("me han denegado el IMV reclamar")
        await person.click_row(ENTRY)
        await person.until(lambda: ENTRY in person.screen(), "the entry in the form")
        await person.click_into("Respuesta")
        await person.press("Ctrl+Home")
        await person.types(NEW_WORDS)
        await person.press("Ctrl+S")
        await person.sees("Ficha guardada")
        await person.press("Ctrl+1")
        await person.until(
            lambda: NEW_WORDS in person.screen_of("suggestions"), "the new words suggested"
        )

    async def again(person: Person) -> None:
        await person.reads("denegado el imv")
        await person.until(
            lambda: NEW_WORDS in person.screen_of("suggestions"), "the new words suggested"
        )

    scene.settings(undo_seconds=0)
    scene.play(first)
    scene.play(again)


def test_search_begun_before_the_list_is_read_keeps_the_keys(scene: Scene) -> None:
    async def script(person: Person) -> None:
        person.presses_at_once("Ctrl+2", "/")
        pane = person.window.pane("faq")
        await person.until(lambda: pane.list.model.rowCount(), "the list read")  # type: ignore[union-attr]
        await person.types("reclamar")
        assert pane.list.search.text() == "reclamar"  # type: ignore[union-attr]

    scene.play(script)

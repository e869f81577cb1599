"""The main job: a citizen asks, the officer answers, X has the reply once."""

from __future__ import annotations

from tests.journeys.conftest import Scene
from tests.journeys.person import Person

QUESTION = "@incluinfo me han denegado el imv, ¿cómo puedo reclamar?"


def test_one_key_answers_and_x_has_exactly_one_reply(scene: Scene) -> None:
    async def script(person: Person) -> None:
        await person.verified()
        await person.sign_in()
        asked = person.citizen(QUESTION, handle="rosamartin71", name="Rosa Martín")
        await person.reads("denegado el imv")
        await person.sees("Enviar ya")
        await person.press("R")
        await person.sees("En espera")
        await person.until(lambda: person.replies(asked), "the reply on X")
        [reply] = person.replies(asked)
        assert "reclamación previa" in reply.text
        assert reply.conversation_id == asked
        await person.sees("publicado")

    scene.play(script)


def test_undone_reply_returns_to_the_editor_and_goes_out_once_edited(scene: Scene) -> None:
    scene.settings(undo_seconds=5)

    async def script(person: Person) -> None:
        await person.verified()
        await person.sign_in()
        asked = person.citizen(QUESTION)
        await person.reads("denegado el imv")
        await person.sees("Enviar ya")
        await person.press("R")
        await person.sees("En espera")
        await person.sees("Ya tiene una respuesta en camino")
        await person.press("Z")
        await person.no_longer_sees("En espera")
        editor = person.window.pane("inbox").editor  # type: ignore[union-attr]
        await person.until(lambda: "reclamación previa" in editor.edit.text, "the text again")
        assert person.replies(asked) == []
        await person.press("W")
        await person.press("Ctrl+End")
        await person.types(" Gracias.")
        await person.press("Ctrl+Return")
        await person.until(lambda: person.replies(asked), "the reply on X")
        [reply] = person.replies(asked)
        assert reply.text.endswith("Gracias.")

    scene.play(script)


def test_lost_answer_of_x_settles_by_looking_and_never_posts_twice(scene: Scene) -> None:
    async def script(person: Person) -> None:
        await person.verified()
        await person.sign_in()
        asked = person.citizen(QUESTION)
        await person.reads("denegado el imv")
        await person.sees("Enviar ya")
        person.simulator.call(lambda world: world.fault("POST /2/tweets", "lost"))
        await person.press("R")
        await person.until(lambda: person.replies(asked), "the reply on X")
        await person.sees("publicado", seconds=30)
        assert len(person.replies(asked)) == 1

    scene.play(script)


def test_reply_waits_for_the_line_to_come_back(scene: Scene) -> None:
    async def script(person: Person) -> None:
        await person.verified()
        await person.sign_in()
        asked = person.citizen(QUESTION)
        await person.reads("denegado el imv")
        await person.sees("Enviar ya")
        person.simulator.call(lambda world: world.fault("*", "dropped", times=2))
        await person.press("R")
        await person.until(lambda: person.replies(asked), "the reply on X", seconds=60)
        assert len(person.replies(asked)) == 1

    scene.play(script)


def test_reopened_window_has_the_draft_with_its_cursor_and_the_answered_conversation(
    scene: Scene,
) -> None:
    async def first(person: Person) -> None:
        await person.verified()
        await person.sign_in()
        asked = person.citizen(QUESTION)
        await person.reads("denegado el imv")
        await person.sees("Enviar ya")
        await person.press("R")
        await person.until(lambda: person.replies(asked), "the reply on X")
        person.citizen("@incluinfo ¿dónde pido cita para la jubilación?", handle="pepe")
        await person.reads("cita para la jubilación")
        editor = person.window.pane("inbox").editor  # type: ignore[union-attr]
        await person.until(editor.edit.isEnabled, "the editor open")
        await person.press("W")
        await person.types("Buenos días, puede pedirla")
        await person.until(lambda: editor.edit.text.startswith("Buenos"), "the words")
        await person.press("Home")

    async def again(person: Person) -> None:
        await person.reads("cita para la jubilación")
        editor = person.window.pane("inbox").editor  # type: ignore[union-attr]
        await person.until(lambda: editor.edit.text == "Buenos días, puede pedirla", "the draft")
        assert editor.edit.place == 0
        desk = person.session.desk
        assert desk is not None
        counts = await desk.store.conversations.counts()
        assert sorted(counts.values(), reverse=True)[:2] == [1, 1]

    scene.play(first)
    scene.play(again)

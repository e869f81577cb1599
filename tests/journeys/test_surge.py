"""The sede falls: the desk proposes it, and the first official word is two keys away."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QApplication

from incluinfo_desk.simulator.model import SimPost
from tests.journeys.conftest import Scene
from tests.journeys.person import Person

TEXTS = (
    "la sede no carga, pone error 503",
    "no va la sede!!",
    "Error en la sede electrónica, ¿es cosa mía?",
    "¿se ha caído la sede?",
    "la sede me echa todo el rato",
)


def _ours(person: Person) -> list[SimPost]:
    return person.simulator.call(lambda world: list(world.our_posts))


def _send(person: Person) -> QAbstractButton:
    dialog = QApplication.activeModalWidget() or person.window
    buttons = dialog.findChildren(QAbstractButton)
    return next(each for each in buttons if each.text() == "Enviar a esta persona")


def test_from_the_surge_to_the_first_word_in_two_keys_and_to_the_end_in_one_each(
    scene: Scene,
) -> None:
    scene.settings(undo_seconds=0)

    async def script(person: Person) -> None:
        await person.verified()
        await person.sign_in()
        for n, text in enumerate(TEXTS):
            person.citizen(text, handle=f"vecina{n}", name=f"Vecina {n}")
        await person.press("F5")
        await person.sees("▲ 5 menciones sobre sede electrónica desde las ")
        assert "¿se ha caído la sede?" in person.screen_of("list")

        await person.press("A")
        await person.sees("Una parte del servicio no funciona: sede electrónica")
        await person.sees("✓ Se puede publicar")
        await person.press("Ctrl+Return")
        [first] = await person.until(lambda: _ours(person), "the first official word on X")
        assert first.in_reply_to is None
        assert "sede electrónica" in first.text

        await person.press("Ctrl+1")
        await person.no_longer_sees("▲ 5 menciones sobre")
        await person.sees("Sede electrónica · caída parcial. 5 personas esperan.")
        await person.reads(TEXTS[4])
        await person.sees("▲ Incidencia abierta: sede electrónica")
        await person.press("X")
        await person.sees("Sede electrónica · caída parcial. 4 personas esperan.")
        await person.press("X")
        await person.sees("Sede electrónica · caída parcial. 5 personas esperan.")

        await person.press("Ctrl+3")
        await person.click("Dar por resuelta")
        await person.sees("Resuelto: sede electrónica.")
        await person.sees("✓ Se puede publicar")
        await person.press("Ctrl+Return")
        await person.until(lambda: len(_ours(person)) == 2, "the end of it on X")

        await person.press("C")
        await person.sees("0 de 5 avisadas.")
        for told in range(1, len(TEXTS) + 1):
            await person.sees("Ya está resuelto")
            await person.until(_send(person).isEnabled, "the words ready")
            await person.press("Return")
            await person.sees(f"{told} de 5 avisadas.")
        await person.sees("✓ Nadie queda por avisar.")
        await person.until(lambda: len(_ours(person)) == 7, "everyone told on X")
        answered = [each.in_reply_to for each in _ours(person)[2:]]
        assert len(set(answered)) == 5

    scene.play(script)

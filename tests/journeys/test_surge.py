"""The sede falls: the desk proposes it, and the first official word is two keys away."""

from __future__ import annotations

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


def test_from_the_surge_to_the_first_public_word_in_two_keys(scene: Scene) -> None:
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

    scene.play(script)

"""Two people before anything is public, where Settings ask for it: by keys, in the real window."""

from __future__ import annotations

from incluinfo_desk.simulator.model import SimPost
from tests.journeys.conftest import Scene
from tests.journeys.person import Person


def test_nothing_is_public_until_somebody_else_says_yes(scene: Scene) -> None:
    scene.settings(undo_seconds=0, second_person_incidents=True)

    async def script(person: Person) -> None:
        def ours() -> list[SimPost]:
            return person.simulator.call(lambda world: list(world.our_posts))

        await person.verified()
        await person.sign_in()
        await person.press("Ctrl+3")
        await person.press("Ctrl+I")
        await person.types("sede electrónica")
        await person.ticks("Sede electrónica")
        await person.sees("✓ Se puede publicar")
        await person.press("Ctrl+Return")
        await person.sees("1 texto espera a una segunda persona.")
        assert ours() == []

        await person.press("Ctrl+Shift+A")
        await person.sees("Iniciales de quien aprueba")
        initials = person.window.desk.settings.officer_initials  # type: ignore[union-attr]
        await person.types(initials)
        await person.press("Return")  # whoever wrote it is nobody's second person
        await person.sees("otra persona")
        assert ours() == []
        await person.press("Ctrl+A")
        await person.types("MRZ")
        await person.press("Return")
        await person.until(lambda: len(ours()) == 1, "the notice on X")
        assert "sede electrónica" in ours()[0].text

    scene.play(script)

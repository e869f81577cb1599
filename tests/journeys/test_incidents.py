"""The other first job: something is down, and everyone is told once, in one thread."""

from __future__ import annotations

from incluinfo_desk.simulator.model import SimPost
from tests.journeys.conftest import Scene
from tests.journeys.person import Person


def _ours(person: Person) -> list[SimPost]:
    return person.simulator.call(lambda world: list(world.our_posts))


async def _said(person: Person, count: int) -> list[SimPost]:
    """Publish what stands in the form and wait until X and the pane show it."""
    await person.sees("✓ Se puede publicar")
    await person.press("Ctrl+Return")
    await person.until(lambda: len(_ours(person)) == count, f"{count} posts of ours on X")
    await person.until(
        lambda: person.screen().splitlines().count("Enviado") == count, "each shown as sent"
    )
    return _ours(person)


def test_incident_is_told_updated_and_resolved_in_one_thread(scene: Scene) -> None:
    scene.settings(undo_seconds=0)

    async def script(person: Person) -> None:
        await person.verified()
        await person.sign_in()
        await person.press("Ctrl+3")
        await person.press("Ctrl+I")
        await person.types("sede electrónica")
        await person.ticks("Sede electrónica")
        await person.sees("Una parte del servicio no funciona: sede electrónica")
        form = person.window.pane("incidents").form  # type: ignore[union-attr]
        form.text.setFocus()
        assert not form.text.text.count("{"), form.text.text
        [first] = await _said(person, 1)
        assert first.in_reply_to is None
        assert "sede electrónica" in first.text

        # The update in three keys, from wherever one is: there, write, publish.
        await person.press("Ctrl+1")
        await person.sees("ede electrónica · caída parcial.")
        await person.press("Ctrl+3")
        await person.press("U")
        await person.sees("Ya sabemos por qué falla: sede electrónica")
        _, second = await _said(person, 2)
        assert second.in_reply_to == first.id

        await person.press("Ctrl+3")
        await person.click("Dar por resuelta")
        await person.sees("Resuelto: sede electrónica.")
        _, _, third = await _said(person, 3)
        assert third.in_reply_to == second.id
        assert {first.conversation_id, second.conversation_id, third.conversation_id} == {first.id}
        await person.press("Ctrl+1")
        await person.no_longer_sees("ede electrónica · caída parcial.")

    scene.play(script)

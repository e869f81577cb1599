"""Whose desk it is: consent, its refusal, signing out, and a second start of the same profile."""

from __future__ import annotations

import asyncio
import sys

from tests.journeys.conftest import Scene
from tests.journeys.person import Person


def _living_grants(person: Person) -> int:
    return person.simulator.on_simulator(
        lambda x: sum(token.family.alive for token in x.grants._access.values())
    )


def test_consent_refused_is_told_and_can_be_given_later_and_ends_with_signing_out(
    scene: Scene,
) -> None:
    async def script(person: Person) -> None:
        person.browser.consents = False
        await person.asks_to_sign_in()
        await person.sees("No se ha dado el permiso en X.")
        assert _living_grants(person) == 0
        person.browser.consents = True
        await person.sign_in()
        assert "No se ha dado el permiso" not in person.screen()
        assert _living_grants(person) == 1
        person.citizen("@incluinfo ¿me leen?", handle="pepe")
        await person.reads("¿me leen?")
        await person.signs_out()
        await person.until(lambda: _living_grants(person) == 0, "the consent given back")
        await person.press("Ctrl+1")
        await person.sees("Para leer y responder hay que iniciar sesión en X.")
        # What was received stays readable.
        await person.sees("¿me leen?")

    scene.play(script)


def test_second_start_brings_the_first_window_to_the_front(scene: Scene) -> None:
    async def script(person: Person) -> None:
        person.window.showMinimized()
        await person.until(person.window.isMinimized, "the window put away")
        second = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "incluinfo_desk"),
            *("--data-dir", str(scene.folder), "--api-url", scene.base_url, "--lang", "es"),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        said, complained = await second.communicate()
        assert second.returncode == 0
        assert "ya estaba abierta" in said.decode()
        assert complained == b""
        await person.until(lambda: not person.window.isMinimized(), "the first window back")
        await person.until(person.window.isActiveWindow, "it in front")

    scene.play(script)

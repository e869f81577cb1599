"""Bad input: each is a sentence on the screen, and nothing is overwritten."""

from __future__ import annotations

import sqlite3

import pytest

from incluinfo_desk.paths import Profile
from tests.journeys.conftest import Scene
from tests.journeys.person import Person


def test_settings_damaged_by_hand_are_told_and_kept(scene: Scene) -> None:
    damaged = '{"version": 1, "officer_name": "Ana'
    (scene.folder / "settings.json").write_text(damaged, "utf-8")

    async def script(person: Person) -> None:
        await person.sees("El fichero de ajustes no se podía leer.")
        await person.click("Abrir Ajustes")
        await person.sees("Identificador de cliente")

    scene.play(script)
    kept = [p for p in scene.folder.glob("settings*") if p.read_text("utf-8") == damaged]
    assert len(kept) == 1


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        ("newer", "es de una versión más nueva del programa. Actualícelo."),
        ("garbage", "está dañada. No se ha tocado: recupere la última copia."),
    ],
)
def test_database_that_cannot_be_opened_is_told_and_left_alone(
    scene: Scene, damage: str, sentence: str
) -> None:
    database = Profile(scene.folder).database
    if damage == "newer":
        scene.use_once()
        connection = sqlite3.connect(database)
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
        connection.close()
    else:
        database.write_bytes(bytes(range(256)) * 64)
    before = database.read_bytes()

    async def script(person: Person) -> None:
        await person.sees(sentence)
        # The window goes on living: places open nothing, nothing fails.
        for keys in ("Ctrl+2", "Ctrl+3", "Ctrl+,", "Ctrl+1", "F5", "Z"):
            await person.press(keys)
        assert person.window.isVisible()
        await person.sees(sentence)

    scene.play(script, opens=False)
    assert database.read_bytes() == before


def test_what_is_wrong_with_x_is_said_in_the_status_strip(scene: Scene) -> None:
    async def script(person: Person) -> None:
        await person.sign_in()
        for kind, words in (
            ("captive", "La red de la oficina no deja llegar a X."),
            ("bad_gateway", "X no funciona en este momento."),
            ("strange", "X ha contestado algo que no se entiende."),
            ("credits", "Se ha agotado el crédito de la cuenta en X."),
            ("rate_limited", "X nos pide esperar hasta las"),
            ("unauthorized", "X no reconoce nuestra sesión."),
        ):
            person.simulator.call(
                lambda world, kind=kind: world.fault("*", kind, times=None, seconds=2)  # type: ignore[misc]
            )
            await person.press("F5")
            await person.until(lambda: words in person.window.strip.link_words, words)  # noqa: B023
            person.simulator.call(lambda world: world.faults.clear())
            await person.until_pressing("F5", "@incluinfo · Conectado")

    scene.play(script)

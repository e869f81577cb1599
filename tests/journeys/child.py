"""A desk in a process of its own, which a test may kill or start under other conditions.

``python -m tests.journeys.child STORY FOLDER URL``
"""

from __future__ import annotations

import sys
from pathlib import Path

from incluinfo_desk.connection import _profile_name as profile_name
from incluinfo_desk.credentials import KeyringVault, open_vault
from incluinfo_desk.paths import Profile
from incluinfo_desk.simulator.thread import SimulatorThread
from tests.journeys.person import Person, at_the_desk

NOBODY = SimulatorThread(day=False)
"""Never started: X is in another process, and these stories do not look at it."""
DARK = 40
"""Lightness, of 255, of a screen with nothing on it."""


async def answer(person: Person) -> None:
    """Answer the one mention with one key, and stay."""
    await person.verified()
    await person.sign_in()
    await person.reads("denegado el imv")
    await person.sees("Enviar ya")
    await person.press("R")
    await person.sees("never on the screen", seconds=90)


async def read_only(person: Person) -> None:
    """The data may be read but not written."""
    await person.sees("No se puede escribir en")
    for keys in ("Ctrl+2", "Ctrl+1", "F5"):
        await person.press(keys)
    assert person.window.isVisible()


async def main(person: Person) -> None:
    """Sign in; read; send with one click; take it back; change it; send it with the mouse."""
    await person.until(lambda: on_the_screen(person), "the window painted, untouched")
    await person.verified()
    await person.sign_in()
    await person.reads("denegado el imv")
    await person.click("Enviar ya")
    await person.sees("En espera")
    await person.press("Z")
    await person.no_longer_sees("En espera")
    editor = person.window.pane("inbox").editor  # type: ignore[union-attr]
    await person.until(lambda: "reclamación previa" in editor.edit.text, "the text again")
    await person.click_into("Respuesta para @ciudadana")
    await person.press("Ctrl+End")
    await person.types(" Un saludo.")
    await person.click("Enviar")
    await person.sees("publicado")
    await person.settled()


def on_the_screen(person: Person) -> bool:
    """Whether the screen itself shows the window, as told by the X server."""
    seen = person.window.screen().grabWindow(0).toImage()
    return seen.pixelColor(seen.rect().center()).lightness() > DARK


async def signs_in(person: Person) -> None:
    await person.sign_in()
    await person.press("Ctrl+,")
    await person.sees("La sesión se guarda en el almacén de claves de este equipo.")


async def still_signed_in(person: Person) -> None:
    await person.sees("@incluinfo · Conectado")
    assert person.browser.opened == []
    await person.signs_out()


async def signed_out(person: Person) -> None:
    await person.sees("Para leer y responder hay que iniciar sesión en X.")


def kept(folder: Path) -> list[str]:
    """What the keyring holds of this profile."""
    vault = open_vault(profile_name(Profile.at(folder)))
    assert isinstance(vault, KeyringVault)
    found = (vault.get(name) for name in ("access_token", "refresh_token"))
    return [secret for secret in found if secret]


def keyring(folder: Path, url: str) -> None:
    """Sign in, close, reopen signed in, sign out, reopen signed out; prints the tokens."""
    at_the_desk(folder, NOBODY, url, signs_in)
    tokens = kept(folder)
    assert len(tokens) == 2
    print(*tokens)  # noqa: T201
    at_the_desk(folder, NOBODY, url, still_signed_in)
    assert kept(folder) == []
    at_the_desk(folder, NOBODY, url, signed_out)


def start(story: str, folder: Path, url: str) -> None:
    if story == "keyring":
        keyring(folder, url)
        return
    stories = {"answer": answer, "read_only": read_only, "main": main}
    at_the_desk(folder, NOBODY, url, stories[story], opens=story != "read_only")


if __name__ == "__main__":
    start(sys.argv[1], Path(sys.argv[2]), sys.argv[3])

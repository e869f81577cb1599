"""A citizen's identifiers stay off the screen and off the disk; ours never go out."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from tests.journeys.conftest import Scene
from tests.journeys.person import Person

DNI = "12345678Z"
PHONE = "612345678"
IBAN = "ES9121000418450200051332"


def test_personal_data_of_a_mention_is_nowhere_and_ours_cannot_be_sent(scene: Scene) -> None:
    def nowhere(when: str) -> None:
        for path in scene.folder.rglob("*"):
            if path.is_file():
                found = path.read_bytes()
                for secret in (DNI, PHONE, IBAN):
                    assert secret.encode() not in found, (when, path.name, secret)
                    assert secret.encode("utf-16-le") not in found, (when, path.name, secret)

    async def script(person: Person) -> None:
        await person.verified()
        await person.sign_in()
        asked = person.citizen(
            f"@incluinfo mi dni es {DNI}, móvil {PHONE} y cuenta {IBAN}, ¿cobro la pensión?"
        )
        await person.reads("¿cobro la pensión?")
        await person.sees("Dato personal oculto antes de guardarlo")
        nowhere("while open")  # the write-ahead log too
        for secret in (DNI, PHONE, IBAN):
            assert secret not in person.screen()

        await person.press("W")
        await person.types(f"Su DNI {DNI} ya consta.")
        await person.sees("El texto contiene un dato personal (DNI). Quítelo")
        await person.press("Ctrl+Return")
        desk = person.session.desk
        assert desk is not None
        await person.until(lambda: not desk.background.running("send"), "nothing is being sent")
        assert await desk.store.outbox.open_items() == ()
        assert person.replies(asked) == []
        await person.press("Ctrl+A")
        await person.types("Escríbanos por la sede, por favor.")
        await person.press("Ctrl+Return")
        await person.until(lambda: person.replies(asked), "the harmless reply on X")

    scene.settings(undo_seconds=0)
    scene.play(script)
    nowhere("after closing")


def test_who_did_not_mention_us_is_answered_by_hand(scene: Scene) -> None:
    async def script(person: Person) -> None:
        await person.sign_in()
        ours = person.simulator.call(lambda world: world.we_post("Campaña del IMV").id)
        person.citizen("@incluinfo gracias", handle="rosa", in_reply_to=ours)
        # The mentions do not tell of it; the search for what they missed does.
        asked = person.citizen("¿y los autónomos?", handle="luis", in_reply_to=ours, mention=False)
        await person.reads("¿y los autónomos?")
        await person.sees("Solo a mano: esta persona no nos mencionó")
        await person.press("W")
        await person.types("También, en la sede.")
        await person.click("Responder a mano")
        [page] = [url for url in person.browser.opened if "x.com" in url]
        assert asked in page
        assert QGuiApplication.clipboard().text() == "También, en la sede."
        await person.click("Marcar como respondida")
        await person.sees("Marcada como respondida a mano.")
        assert person.replies(asked) == []

    scene.play(script)

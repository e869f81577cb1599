"""The desk ends at the worst moments; X has the reply exactly once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

from tests.journeys.conftest import Scene
from tests.journeys.person import Person

QUESTION = "@incluinfo me han denegado el imv, ¿cómo puedo reclamar?"


def test_reply_held_when_the_window_closes_goes_out_once_after_reopening(scene: Scene) -> None:
    scene.settings(undo_seconds=5)
    asked: list[str] = []

    async def first(person: Person) -> None:
        await person.verified()
        await person.sign_in()
        asked.append(person.citizen(QUESTION))
        await person.reads("denegado el imv")
        await person.sees("Enviar ya")
        await person.press("R")
        await person.sees("En espera")

    async def again(person: Person) -> None:
        assert person.replies(asked[0]) == []
        await person.sign_in()
        await person.until(lambda: person.replies(asked[0]), "the reply on X")
        await person.settled()
        assert len(person.replies(asked[0])) == 1

    scene.play(first)
    assert scene.simulator.call(lambda world: world.replies_to(asked[0])) == []
    scene.play(again)


def test_desk_killed_while_sending_has_answered_exactly_once(scene: Scene) -> None:
    scene.settings(undo_seconds=0)
    asked = scene.simulator.call(lambda world: world.citizen_posts(QUESTION))
    scene.simulator.call(lambda world: world.fault("POST /2/tweets", "delay_after", seconds=60))

    def replies() -> int:
        return len(scene.simulator.call(lambda world: world.replies_to(asked)))

    with subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.child", "answer", scene.folder, scene.base_url],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as desk:
        ends = time.monotonic() + 40
        while not replies() and desk.poll() is None and time.monotonic() < ends:
            time.sleep(0.02)
        desk.send_signal(signal.SIGKILL)
        said, _ = desk.communicate()
        assert desk.returncode == -signal.SIGKILL, said
    assert replies() == 1, said

    async def again(person: Person) -> None:
        await person.sign_in()
        await person.settled()
        assert len(person.replies(asked)) == 1
        await person.press("Ctrl+1")
        await person.click("Respondidas 1")
        await person.reads("denegado el imv")
        await person.sees("publicado")

    scene.play(again)
    assert replies() == 1


def test_impatient_hand_sends_once(scene: Scene) -> None:
    scene.settings(undo_seconds=0)

    async def script(person: Person) -> None:
        await person.verified()
        await person.sign_in()
        by_key = person.citizen(QUESTION, handle="rosa")
        await person.reads("denegado el imv")
        await person.sees("Enviar ya")
        person.presses_at_once("R", "R")
        await person.until(lambda: person.replies(by_key), "the reply on X")
        await person.settled()
        by_mouse = person.citizen("@incluinfo me denegaron el IMV, cómo reclamo", handle="luis")
        await person.reads("me denegaron el IMV")
        await person.double_click("Enviar ya")
        await person.until(lambda: person.replies(by_mouse), "the reply on X")
        await person.settled()
        assert len(person.replies(by_key)) == 1
        assert len(person.replies(by_mouse)) == 1

    scene.play(script)

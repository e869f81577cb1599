"""The control port, the thread of its own, and the command."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from incluinfo_desk.simulator.main import run
from incluinfo_desk.simulator.server import HOST
from incluinfo_desk.simulator.thread import SimulatorThread
from tests.simulator.scene import MENTIONS, Desk, scene


def fetch(url: str) -> Any:
    with urllib.request.urlopen(url) as answer:  # noqa: S310 (loopback only)
        return json.load(answer)


@scene()
async def test_the_control_port_plays_the_citizen(desk: Desk) -> None:
    control = desk.simulator.control_url
    body: dict[str, Any] = {"text": "¿Cómo pido cita?", "handle": "ana", "name": "Ana"}
    post = (await desk.send("POST", f"{control}/posts", json=body)).body["id"]
    assert (await desk.get(MENTIONS)).ids == [post]
    await desk.post("En la web", post)
    replies = (await desk.send("GET", f"{control}/posts/{post}/replies")).body["posts"]
    assert [(r["handle"], r["text"]) for r in replies] == [("incluinfo", "@ana En la web")]
    edited = await desk.send("POST", f"{control}/posts/{post}/edit", json={"text": "¿Cita?"})
    assert (await desk.get(MENTIONS)).ids == [edited.body["id"]]
    await desk.send("POST", f"{control}/accounts/ana/protect", json={})
    assert (await desk.get(MENTIONS)).ids == []
    await desk.send("POST", f"{control}/accounts/ana/protect", json={"protected": False})
    await desk.send("DELETE", f"{control}/posts/{post}")
    assert (await desk.get(MENTIONS)).ids == []
    gone = (await desk.send("GET", f"{control}/posts/{post}")).body
    assert gone["deleted"] is True
    everything = (await desk.send("GET", f"{control}/posts?author=us")).body["posts"]
    assert len(everything) == 1


@scene()
async def test_the_control_port_spoils_and_winds(desk: Desk) -> None:
    control = desk.simulator.control_url
    fault = {"route": "mentions", "kind": "rate_limited", "times": 1, "seconds": 5}
    got = await desk.send("POST", f"{control}/faults", json=fault)
    assert got.body["faults"][0]["opts"] == {"seconds": 5}
    assert (await desk.get(MENTIONS)).status == 429
    await desk.send("POST", f"{control}/faults", json=fault)
    await desk.send("DELETE", f"{control}/faults")
    assert (await desk.get(MENTIONS)).status == 200
    seen = (await desk.send("GET", f"{control}/requests")).body["requests"]
    assert [(r["route"], r["status"]) for r in seen] == [("mentions", 429), ("mentions", 200)]
    assert desk.token not in json.dumps(seen)
    state = (await desk.send("POST", f"{control}/time", json={"jump": "10:22"})).body
    assert state["story"] == "10:22:00"
    state = (await desk.send("POST", f"{control}/time", json={"speed": 60, "paused": True})).body
    assert (state["speed"], state["paused"]) == (60, True)
    await desk.send("POST", f"{control}/time", json={"advance": 7200})
    assert (await desk.get(MENTIONS)).status == 401
    grant = (await desk.send("POST", f"{control}/grant")).body
    desk.token = grant["access_token"]
    rules = await desk.send("POST", f"{control}/rules", json={"dialect": "new"})
    assert rules.body["dialect"] == "new"
    await desk.send("POST", f"{control}/burst", json={"count": 50, "seconds": 1})
    desk.hand.seconds += 0.5
    assert (await desk.get(MENTIONS, max_results="100")).body["meta"]["result_count"] == 25
    desk.hand.seconds += 1
    assert (await desk.get(MENTIONS, max_results="100")).body["meta"]["result_count"] == 50


@scene()
async def test_the_control_port_says_what_was_wrong(desk: Desk) -> None:
    control = desk.simulator.control_url
    for path, body in (
        ("faults", {"route": "post", "kind": "gremlins"}),
        ("posts", {"text": "a", "colour": "red"}),
        ("time", {"speed": 0}),
        ("time", {"jump": "noon"}),
        ("rules", {"colour": "red"}),
        ("posts", []),
    ):
        got = await desk.send("POST", f"{control}/{path}", json=body)
        assert got.status == 400, path
        assert got.body["error"]
    assert (await desk.send("GET", f"{control}/posts/1")).status == 404


@scene(day=True)
async def test_reset_begins_the_same_day_again(desk: Desk) -> None:
    control = desk.simulator.control_url
    before = (await desk.send("GET", f"{control}/posts")).body["posts"]
    await desk.send("POST", f"{control}/time", json={"jump": "12:00"})
    await desk.send("POST", f"{control}/reset")
    assert (await desk.get(MENTIONS)).status == 401
    after = (await desk.send("GET", f"{control}/posts")).body["posts"]
    assert [p["text"] for p in after] == [p["text"] for p in before]
    assert (await desk.send("GET", f"{control}/state")).body["story"] == "07:55:00"


def test_the_thread_serves_and_hands_out_its_world() -> None:
    thread = SimulatorThread(day=False)
    base = thread.start()
    try:
        post = thread.call(lambda world: world.citizen_posts("¿Hola?"))
        assert fetch(f"{base}/control/posts/{post}")["text"] == "@incluinfo ¿Hola?"
        assert thread.call(lambda _: threading.current_thread().name) == "x-simulator"
        with pytest.raises(ZeroDivisionError):
            thread.call(lambda _: 1 / 0)
    finally:
        thread.stop()
    assert "x-simulator" not in [t.name for t in threading.enumerate()]
    thread.stop()
    with pytest.raises(RuntimeError):
        thread.call(lambda world: world)


def test_a_taken_port_is_said_and_leaves_no_thread() -> None:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(OSError, match=str(port)):
            SimulatorThread(port=port, day=False).start()
    assert "x-simulator" not in [t.name for t in threading.enumerate()]


def test_the_command_refuses_a_speed_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(0, 1, 600) == 1
    assert "No se ha podido iniciar el simulador" in capsys.readouterr().err


def test_the_command_prints_its_address_and_ends_on_sigterm() -> None:
    code = "import sys; from incluinfo_desk.simulator.main import run; sys.exit(run(0, 1, 10))"
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-W", "error", "-c", code],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    ) as process:
        assert process.stdout is not None
        address = process.stdout.readline().split()[-1]
        told = [process.stdout.readline() for _ in range(4)]
        assert fetch(f"{address}/control/state")["speed"] == 10
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=20)
    assert f"  incluinfo-desk --api-url {address}\n" in told
    # Windows has no SIGTERM to catch: it ends the process itself.
    assert process.returncode == (1 if os.name == "nt" else 0)
    assert err == ""

"""The main journey where offscreen Qt and a keyring of our own would prove too little."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.conftest import Scene


def _child(command: list[str], story: str, scene: Scene, **environment: str) -> str:
    """Run a story of ``child.py`` below ``command``; what it printed."""
    inherited = {
        name: value for name, value in os.environ.items() if name != "PYTHON_KEYRING_BACKEND"
    }
    done = subprocess.run(
        [
            *command,
            *(sys.executable, "-m", "tests.journeys.child", story),
            *(str(scene.folder), scene.base_url),
        ],
        env=inherited
        | {"PYTHONPATH": os.pathsep.join(sys.path), "LC_ALL": "C.UTF-8"}
        | environment,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4_000:]
    return done.stdout


@pytest.mark.xvfb
def test_main_journey_on_a_real_x_server(scene: Scene) -> None:
    scene.settings(undo_seconds=5)
    asked = scene.simulator.call(
        lambda world: world.citizen_posts("@incluinfo me han denegado el imv, ¿cómo reclamo?")
    )
    _child(
        [
            *("xvfb-run", "-a", "-s", "-screen 0 1440x900x24", "bash", "-c"),
            'openbox & sleep 0.5; exec "$@"',  # what maps windows on a real workstation
            "bash",
        ],
        "main",
        scene,
        QT_QPA_PLATFORM="xcb",
    )
    replies = scene.simulator.call(lambda world: list(world.replies_to(asked)))
    assert [reply.text.endswith(" Un saludo.") for reply in replies] == [True]


def test_session_is_kept_by_a_real_keyring_and_nowhere_else(scene: Scene, tmp_path: Path) -> None:
    for name in ("home", "run"):
        (tmp_path / name).mkdir(mode=0o700)
    said = _child(
        [
            *("dbus-run-session", "--", "bash", "-c"),
            "printf prueba | gnome-keyring-daemon --unlock --components=secrets >/dev/null; "
            'exec "$@"',
            "bash",
        ],
        "keyring",
        scene,
        HOME=str(tmp_path / "home"),
        XDG_RUNTIME_DIR=str(tmp_path / "run"),
        XDG_DATA_HOME=str(tmp_path / "home" / "data"),
    )
    tokens = said.split()
    assert len(tokens) >= 2
    for path in (*scene.folder.rglob("*"), *(tmp_path / "home").rglob("*")):
        if path.is_file():
            found = path.read_bytes()
            assert not [token for token in tokens if token.encode() in found], path


def test_tools_of_these_tests_are_here() -> None:
    """What would make the two above pass for the wrong reason."""
    if sys.platform.startswith("linux"):
        tools = ("xvfb-run", "openbox", "dbus-run-session", "gnome-keyring-daemon")
        assert all(map(shutil.which, tools))

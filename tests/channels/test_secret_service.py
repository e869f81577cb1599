"""A real Secret Service: gnome-keyring in a D-Bus session of its own, as on a desktop.

Each test is a process of its own below ``dbus-run-session``: a bus and a keyring must not
be shared with the developer's.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

COMMON = """
import asyncio, json, sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from incluinfo_desk.credentials import KeyringVault, MemoryVault, open_vault
from incluinfo_desk.domain.problems import Trouble

FOLDER = Path(sys.argv[1])

def problem(call, *arguments):
    try:
        call(*arguments)
    except Trouble as trouble:
        return type(trouble.problem).__name__
    return None
"""

UNLOCKED = (
    'printf prueba | gnome-keyring-daemon --unlock --components=secrets >/dev/null; exec "$@"'
)
LOCKED = 'gnome-keyring-daemon --start --components=secrets >/dev/null; exec "$@"'
ABSENT = 'exec "$@"'


def run(tmp_path: Path, keyring: str, body: str) -> object:
    """Run ``body`` in Python with that keyring; what it prints last, as JSON."""
    for name in ("home", "run", "empty"):
        (tmp_path / name).mkdir(mode=0o700, exist_ok=True)
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path / "home"),
        "XDG_RUNTIME_DIR": str(tmp_path / "run"),
        "XDG_DATA_HOME": str(tmp_path / "home" / "data"),
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "PYTHONWARNINGS": "error",
    }
    if keyring is ABSENT:
        # Without the service files of the system the bus can start no keyring.
        environment["XDG_DATA_DIRS"] = str(tmp_path / "empty")
        command = ["dbus-run-session", f"--config-file={_bare_bus(tmp_path)}", "--"]
    else:
        command = ["dbus-run-session", "--"]
    done = subprocess.run(
        [
            *command,
            *("bash", "-c", keyring, "bash"),
            *(sys.executable, "-c", COMMON + textwrap.dedent(body), str(tmp_path)),
        ],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    return json.loads(done.stdout.strip().splitlines()[-1])


def _bare_bus(tmp_path: Path) -> Path:
    """A session bus that activates nothing."""
    config = tmp_path / "bus.conf"
    config.write_text(
        "<!DOCTYPE busconfig PUBLIC '-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN' "
        "'http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd'>\n"
        f"<busconfig><type>session</type><listen>unix:tmpdir={tmp_path}/run</listen>"
        "<policy context='default'><allow send_destination='*' eavesdrop='true'/>"
        "<allow eavesdrop='true'/><allow own='*'/></policy></busconfig>\n",
    )
    return config


def test_secrets_are_set_read_and_deleted(tmp_path: Path) -> None:
    found = run(
        tmp_path,
        UNLOCKED,
        """
        vault = open_vault("prueba")
        before = vault.get("token")
        vault.set("token", "corto ñ")
        short = open_vault("prueba").get("token")
        vault.set("token", "largo" * 1_000)
        long = open_vault("prueba").get("token") == "largo" * 1_000
        other = open_vault("otro").get("token")
        vault.delete("token")
        vault.delete("token")
        after = vault.get("token")
        print(json.dumps([vault.durable, before, short, long, other, after]))
        """,
    )
    assert found == [True, None, "corto ñ", True, None, None]
    for path in (tmp_path / "home").rglob("*"):
        if path.is_file():
            assert "corto ñ".encode() not in path.read_bytes()
            assert b"largolargo" not in path.read_bytes()


def test_sign_in_refresh_and_sign_out_over_a_real_keyring(tmp_path: Path) -> None:
    found = run(
        tmp_path,
        UNLOCKED,
        """
        import aiohttp
        from incluinfo_desk.channels.x.channel import XChannel
        from incluinfo_desk.channels.x.sign_in import XGate
        from incluinfo_desk.channels.x.tokens import Tokens
        from incluinfo_desk.simulator.server import Simulator

        def fresh(url, ahead=timedelta(0)):
            return Tokens(
                open_vault("prueba"),
                client_id="escritorio",
                lock=FOLDER / "tokens.lock",
                now=lambda: datetime.now(UTC) + ahead,
                base_url=url,
            )

        async def consent(url):
            async with aiohttp.ClientSession() as session, session.get(url) as answer:
                return await answer.text()

        async def main():
            simulator = Simulator(seed=1, day=False)
            await simulator.start()
            tasks = []
            gate = XGate(tokens=fresh(simulator.base_url), ports=(0,))
            account = await gate.sign_in(
                lambda url: tasks.append(asyncio.create_task(consent(url)))
            )
            page = await tasks[0]
            vault = open_vault("prueba")
            first = vault.get("refresh_token")
            # The next start, two hours later: signed in, and the token is renewed.
            later = fresh(simulator.base_url, timedelta(hours=1, minutes=58))
            again = await XGate(tokens=later).who()
            x = XChannel(base_url=simulator.base_url, tokens=later, now=later.now)
            await x.mentions(None)
            second = vault.get("refresh_token")
            await x.close()
            await XGate(tokens=later).sign_out()
            left = [vault.get(n) for n in ("access_token", "refresh_token", "account")]
            await simulator.stop()
            return [
                gate.durable, account.handle, "escritorio" in page, again == account,
                first != second, bool(first and second), left,
            ]

        print(json.dumps(asyncio.run(main())))
        """,
    )
    assert found == [True, "incluinfo", True, True, True, True, [None, None, None]]


def test_a_locked_keyring_says_so(tmp_path: Path) -> None:
    run(tmp_path, UNLOCKED, "open_vault('prueba').set('token', 'x'); print('null')")
    found = run(
        tmp_path,
        LOCKED,
        """
        vault = open_vault("prueba")
        print(json.dumps([
            type(vault).__name__,
            problem(vault.get, "token"),
            problem(vault.set, "token", "y"),
            problem(vault.delete, "token"),
        ]))
        """,
    )
    assert found == ["KeyringVault", "KeyringLocked", "KeyringLocked", "KeyringLocked"]


@pytest.mark.parametrize("written", [False, True])
def test_without_a_keyring_secrets_stay_in_memory(tmp_path: Path, written: bool) -> None:
    found = run(
        tmp_path,
        ABSENT,
        f"""
        vault = open_vault("prueba")
        if {written}:
            vault.set("token", "secreto-canario")
        print(json.dumps([type(vault).__name__, vault.durable, vault.get("token")]))
        """,
    )
    assert found == ["MemoryVault", False, "secreto-canario" if written else None]
    for path in tmp_path.rglob("*"):
        if path.is_file():
            assert b"secreto-canario" not in path.read_bytes()

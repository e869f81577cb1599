"""What holds for every test: no screen, no network, no keyring and no home of the developer.

Set at import, before anything can import Qt or read the environment.
"""

from __future__ import annotations

import atexit
import ipaddress
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import settings as hypothesis_settings

HOME = Path(tempfile.mkdtemp(prefix="incluinfo-desk-tests-"))
atexit.register(shutil.rmtree, HOME, ignore_errors=True)

for name, folder in (
    ("HOME", "."),
    ("USERPROFILE", "."),
    ("LOCALAPPDATA", "local"),
    ("APPDATA", "roaming"),
    ("XDG_DATA_HOME", "data"),
    ("XDG_CONFIG_HOME", "config"),
    ("XDG_CACHE_HOME", "cache"),
    ("XDG_STATE_HOME", "state"),
    ("XDG_RUNTIME_DIR", "run"),
):
    (HOME / folder).mkdir(mode=0o700, exist_ok=True)
    os.environ[name] = str(HOME / folder)

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_API"] = "pyside6"
# A test that wants a keyring starts its own (and its own D-Bus session).
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "LANGUAGE"):
    os.environ.pop(name, None)
# A proxy of the developer's would make loopback requests leave the machine.
for name in ("http_proxy", "https_proxy", "all_proxy"):
    os.environ.pop(name, None)
    os.environ.pop(name.upper(), None)

# The same examples in every run; HYPOTHESIS_PROFILE=deep looks for new ones.
hypothesis_settings.register_profile(
    "suite", deadline=None, max_examples=60, derandomize=True, database=None
)
hypothesis_settings.register_profile("deep", deadline=None, max_examples=5000, database=None)
hypothesis_settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))


class NetworkClosedError(RuntimeError):
    """A test tried to leave this machine. Not an OSError: the desk would take it for
    being offline, and the test for passed."""


def _only_loopback(event: str, args: tuple[Any, ...]) -> None:
    if event in ("socket.connect", "socket.sendto"):
        address = args[1]
        host = address[0] if isinstance(address, tuple) and address else None
    elif event == "socket.getaddrinfo":
        host = args[0]
    else:
        return
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host is not None and not _is_loopback(str(host)):
        raise NetworkClosedError(f"a test may not reach {host}")


def _is_loopback(host: str) -> bool:
    if host in ("", "localhost"):
        return True
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    # Any port on "all addresses" of a server is ours as well.
    return address.is_loopback or address.is_unspecified


sys.addaudithook(_only_loopback)

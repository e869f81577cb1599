"""What the operating system must bring: Qt's libraries on Linux, and what the tests drive."""

from __future__ import annotations

import ctypes
import os
import shlex
import shutil
import ssl
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from words import say, stop


@dataclass(frozen=True)
class Need:
    """Something of the operating system, and the package that brings it."""

    name: str
    apt: str
    dnf: str
    zypper: str


# Found one by one on a bare Debian 12: importing QtWidgets wants the first six, the xcb
# plugin the others. Fewer, and Qt aborts with "could not load xcb".
LIBRARIES = (
    Need("libglib-2.0.so.0", "libglib2.0-0", "glib2", "libglib-2_0-0"),
    Need("libGL.so.1", "libgl1", "libglvnd-glx", "Mesa-libGL1"),
    Need("libEGL.so.1", "libegl1", "libglvnd-egl", "Mesa-libEGL1"),
    Need("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon0"),
    Need("libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig"),
    Need("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "libdbus-1-3"),
    Need("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "libxcb-cursor0"),
    Need("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11-0"),
    Need("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "libxcb-icccm4"),
    Need("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", "libxcb-keysyms1"),
    Need("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb-shape0"),
)
# What the tests drive: a real X server with a window manager, Secret Service, accessibility bus.
TOOLS = (
    Need("git", "git", "git", "git"),
    Need("Xvfb", "xvfb", "xorg-x11-server-Xvfb", "xorg-x11-server-Xvfb"),
    Need("xauth", "xauth", "xorg-x11-xauth", "xauth"),
    Need("openbox", "openbox", "openbox", "openbox"),
    Need("dbus-run-session", "dbus", "dbus-daemon", "dbus-1"),
    Need("gnome-keyring-daemon", "gnome-keyring", "gnome-keyring", "gnome-keyring"),
    Need("at-spi-bus-launcher", "at-spi2-core", "at-spi2-core", "at-spi2-core"),
)
CERTIFICATES = Need("ca-certificates", "ca-certificates", "ca-certificates", "ca-certificates")
# Ordinary programs' folders first, then those for programs that only other programs start.
TOOL_FOLDERS = ("/usr/libexec", "/usr/lib/at-spi2-core", "/usr/libexec/at-spi2")


def missing_libraries() -> list[Need]:
    """Qt's system libraries that are not here; only Linux lacks any."""
    if sys.platform != "linux":
        return []
    missing = [need for need in LIBRARIES if not loads(need.name)]
    return missing if has_certificates() else [*missing, CERTIFICATES]


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_certificates() -> bool:
    """Whether this Python can check whom it downloads from."""
    known = ssl.get_default_verify_paths()
    if known.cafile or os.environ.get("PIP_CERT"):
        return True
    return bool(known.capath) and any(Path(known.capath).iterdir())


def missing_tools() -> list[Need]:
    """Programs that the tests start and that are not here."""
    if sys.platform != "linux":
        return []
    folders = os.pathsep.join([os.environ.get("PATH", os.defpath), *TOOL_FOLDERS])
    return [need for need in TOOLS if shutil.which(need.name, path=folders) is None]


def require(missing: Sequence[Need]) -> None:
    """Install what is missing where we may, else name the exact command and stop."""
    if not missing:
        return
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if root and shutil.which("apt-get"):
        packages = sorted({need.apt for need in missing})
        say(f"Se instalan del sistema: {' '.join(packages)}")
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (
            ["apt-get", "update", "-qq"],
            ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages],
        ):
            done = subprocess.run(
                command,
                env=quiet,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                check=False,
            )
            if done.returncode:
                stop(f"{shlex.join(command)}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
        return
    say(f"Faltan componentes del sistema: {', '.join(need.name for need in missing)}")
    command_line = install_command(missing, root=root)
    stop(f"Instálelos y repita:\n  {command_line}" if command_line else "Instálelos y repita.")


def install_command(missing: Sequence[Need], *, root: bool) -> str:
    """The line to type on this system, or "" where we do not know it."""
    sudo = "" if root else "sudo "
    for program, line in (
        ("apt-get", "{0}apt-get update && {0}apt-get install -y --no-install-recommends {1}"),
        ("dnf", "{0}dnf install -y {1}"),
        ("zypper", "{0}zypper install -y {1}"),
    ):
        if shutil.which(program):
            field = program.split("-", maxsplit=1)[0]
            return line.format(sudo, " ".join(sorted({getattr(need, field) for need in missing})))
    return ""


def require_screen() -> None:
    """Stop in words where no window can open; Qt would abort."""
    has_screen = any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    )
    if sys.platform == "linux" and not has_screen:
        say("Este equipo no tiene pantalla (DISPLAY está vacío): no se puede abrir la ventana.")
        stop(
            "Con una pantalla virtual (paquetes xvfb y xauth): "
            "xvfb-run -a python3 packaging/desk.py run --demo"
        )

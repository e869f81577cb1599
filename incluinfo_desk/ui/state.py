"""What the window remembers of its own shape: size, columns, last place. Never content."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow, QSplitter


class WindowState:
    """One small file beside the settings; losing it costs nothing but a drag.

    JSON and not QSettings, which costs the first frame 4 ms.
    """

    def __init__(self, path: Path | None) -> None:
        """``path`` None remembers nothing (tests, pictures)."""
        self._path = path
        self._kept: dict[str, str] = {}
        if path is not None:
            with suppress(OSError, ValueError):
                read = json.loads(path.read_text(encoding="utf-8"))
                if isinstance(read, dict):
                    self._kept = {str(key): str(value) for key, value in read.items()}

    def restore_window(self, window: QMainWindow) -> bool:
        """Size and position of last time; False when there is none."""
        found = self._bytes("window")
        return found is not None and window.restoreGeometry(found)

    def keep_window(self, window: QMainWindow) -> None:
        self._keep("window", window.saveGeometry())

    def follow(self, splitter: QSplitter, name: Callable[[], str]) -> None:
        """Remember every drag of ``splitter`` under the name it has at that moment."""
        splitter.splitterMoved.connect(
            lambda *_: self._keep(f"columns/{name()}", splitter.saveState()),
        )

    def restore(self, splitter: QSplitter, name: str) -> bool:
        """Give ``splitter`` the sizes of last time; False when there are none."""
        found = self._bytes(f"columns/{name}")
        return found is not None and splitter.restoreState(found)

    def get(self, name: str, default: str = "") -> str:
        return self._kept.get(f"words/{name}", default)

    def set(self, name: str, value: str) -> None:
        self._kept[f"words/{name}"] = value

    def save(self) -> None:
        """Write it; called when the window closes. A disk that refuses is no matter here."""
        if self._path is not None:
            with suppress(OSError):
                self._path.write_text(json.dumps(self._kept, indent=1), encoding="utf-8")

    def _bytes(self, name: str) -> QByteArray | None:
        kept = self._kept.get(name)
        return QByteArray.fromBase64(kept.encode()) if kept else None

    def _keep(self, name: str, value: QByteArray) -> None:
        self._kept[name] = bytes(value.toBase64().data()).decode()

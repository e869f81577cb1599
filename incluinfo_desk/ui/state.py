"""What the window remembers of its own shape: size, columns, last place. Never content."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow, QSplitter


class WindowState:
    """One small INI file beside the settings; losing it costs nothing but a drag."""

    def __init__(self, path: Path | None) -> None:
        """``path`` None remembers nothing (tests, pictures)."""
        self._file = QSettings(str(path), QSettings.Format.IniFormat) if path else None

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
        value = self._file.value(f"words/{name}", default) if self._file else default
        return value if isinstance(value, str) else default

    def set(self, name: str, value: str) -> None:
        if self._file:
            self._file.setValue(f"words/{name}", value)

    def save(self) -> None:
        if self._file:
            self._file.sync()

    def _bytes(self, name: str) -> QByteArray | None:
        value = self._file.value(name) if self._file else None
        return value if isinstance(value, QByteArray) and not value.isEmpty() else None

    def _keep(self, name: str, value: QByteArray) -> None:
        if self._file:
            self._file.setValue(name, value)

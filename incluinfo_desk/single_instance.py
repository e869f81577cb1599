"""One profile, one owner: a second window shows the first, a command waits its turn.

Besides ``ui/`` and ``app.py`` the only place that knows Qt: ``QLockFile`` notices a dead
owner on every system, which a lock file of our own would have to learn again.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject

_PATIENCE_MS = 1000
"""How long a second start waits for the first window to answer."""


class ProfileLock:
    """Held by whoever may write the profile; the system frees it when its owner dies."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = QLockFile(str(path))
        # Never stale by age: a desk stays open all day. A dead owner is still noticed.
        self._lock.setStaleLockTime(0)

    def take(self) -> bool:
        """Whether the profile is ours now. Raises Trouble(ReadOnly)."""
        if self._lock.tryLock(0):
            return True
        if self._lock.error() is QLockFile.LockError.LockFailedError:
            return False
        from incluinfo_desk.domain.problems import ReadOnly, Trouble

        raise Trouble(ReadOnly(self._path.parent))

    def release(self) -> None:
        self._lock.unlock()


@contextmanager
def sole_owner(path: Path) -> Iterator[None]:
    """Own the profile for the length of a command. Raises Trouble(ProfileInUse | ReadOnly)."""
    lock = ProfileLock(path)
    if not lock.take():
        from incluinfo_desk.domain.problems import ProfileInUse, Trouble

        raise Trouble(ProfileInUse(path.parent))
    try:
        yield
    finally:
        lock.release()


class FirstWindow(QObject):
    """The first window's ear: later starts of its profile ask it to come to the front."""

    def __init__(self, lock: Path, show: Callable[[], None], parent: QObject | None = None) -> None:
        from PySide6.QtNetwork import QLocalServer  # after the first frame

        super().__init__(parent)
        self._show = show
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._asked)
        name = _address(lock)
        # We hold the lock, so whoever listened there before is dead.
        QLocalServer.removeServer(name)
        self._server.listen(name)

    def close(self) -> None:
        self._server.close()

    def _asked(self) -> None:
        # To connect is the whole message: nothing that a stranger sends is read.
        while (asker := self._server.nextPendingConnection()) is not None:
            asker.disconnectFromServer()
            asker.deleteLater()
            self._show()


def show_first_window(lock: Path) -> bool:
    """Ask the window that owns ``lock`` to come to the front; whether it heard."""
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(_address(lock))
    heard = socket.waitForConnected(_PATIENCE_MS)
    socket.abort()
    return heard


def _address(lock: Path) -> str:
    """A name of this profile that fits every system's limits (108 bytes on Linux)."""
    import hashlib  # 2 ms, and asked for only after the first frame

    name = "incluinfo_desk-" + hashlib.sha256(os.fsencode(lock.resolve())).hexdigest()[:24]
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    private = Path(runtime, name) if runtime else None
    return str(private) if private and private.parent.is_dir() and len(str(private)) < 100 else name

"""The data folder of one profile and what lies in it, readable by its owner only."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from incluinfo_desk.domain.problems import Problem

# Before the first frame every millisecond shows: what only a failure needs comes with it.

APP = "incluinfo_desk"
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}  # no quota errors on Windows


@dataclass(frozen=True, slots=True)
class Profile:
    """One data folder. Two windows never share one (``single_instance.py``)."""

    data_dir: Path

    @classmethod
    def at(cls, data_dir: Path | None = None, *, create: bool = True) -> Profile:
        """The profile in ``data_dir``, or in the user's own data folder of this system.

        With ``create`` its folders are made, 0700 on POSIX. Raises Trouble(ReadOnly |
        DiskFull | FileUnreadable).
        """
        chosen = data_dir if data_dir is not None else _own_folder()
        profile = cls(Path(os.path.abspath(os.path.expanduser(chosen))))
        if create:
            profile._create()
        return profile

    @property
    def database(self) -> Path:
        return self.data_dir / "desk.sqlite3"

    @property
    def settings(self) -> Path:
        return self.data_dir / "settings.json"

    @property
    def window_state(self) -> Path:
        """Size and place of the window and its splitters, written by the UI."""
        return self.data_dir / "window.ini"

    @property
    def log_dir(self) -> Path:
        return self.data_dir / "logs"

    @property
    def crash_dir(self) -> Path:
        return self.data_dir / "crashes"

    @property
    def media(self) -> Path:
        """Images that officers attach, until X has them."""
        return self.data_dir / "media"

    @property
    def backups(self) -> Path:
        """Copies of the database made before it is migrated."""
        return self.data_dir / "backups"

    @property
    def index(self) -> Path:
        """The suggestion index of a large FAQ; made anew whenever it is missing."""
        return self.data_dir / "index.npz"

    @property
    def lock(self) -> Path:
        return self.data_dir / "profile.lock"

    def _create(self) -> None:
        for folder in (self.data_dir, self.log_dir, self.crash_dir, self.media, self.backups):
            try:
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                if os.name == "posix":
                    folder.chmod(0o700)
            except OSError as error:
                from incluinfo_desk.domain.problems import Trouble

                raise Trouble(problem_of(error, folder)) from error


def private_files() -> None:
    """From now on every new file of this process is for its owner only.

    SQLite's and Qt's own files come out 0644 otherwise. Called once by ``main``; Windows
    keeps the user's data folder private by its own access lists.
    """
    os.umask(0o077)


def _own_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False)


def problem_of(error: OSError, path: Path) -> Problem:
    """What a failed read or write of ``path`` means to the user."""
    from incluinfo_desk.domain.problems import DiskFull, FileUnreadable, ReadOnly

    if error.errno in _FULL:
        return DiskFull(path)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ReadOnly(path)
    return FileUnreadable(path, error.strerror or type(error).__name__)


def write_whole(path: Path, content: bytes | Iterable[bytes], *, mode: int | None = None) -> None:
    """Put ``content`` at ``path`` in one step: the old file or the new one is there, never half.

    Blocking, down to the disk. ``mode`` is for files that others read too; by itself only the
    owner may. Raises Trouble(ReadOnly | DiskFull | FileUnreadable).
    """
    import tempfile

    from incluinfo_desk.domain.problems import Trouble

    temporary: str | None = None
    try:
        handle, temporary = tempfile.mkstemp(".tmp", f".{path.stem}-", path.parent)
        with os.fdopen(handle, "wb") as file:
            file.writelines([content] if isinstance(content, bytes) else content)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            Path(temporary).chmod(mode)
        os.replace(temporary, path)
    except OSError as error:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        raise Trouble(problem_of(error, path)) from error

"""One place for every error that is a bug: a report in the crash folder, and word to the UI.

Whatever nobody expected ends here: slots, threads, tasks, listeners, destructors, and, by
``faulthandler``, crashes of the interpreter itself, which are found at the next start.
"""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import os
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from incluinfo_desk import __version__

if TYPE_CHECKING:
    import asyncio
    from types import TracebackType

_KEPT = 20
_FATAL = "interpreter.txt"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CrashReport:
    """What went wrong, redacted: may be shown and sent."""

    text: str
    path: Path | None
    """None when the disk did not take it."""


class CrashReporter:
    """Made once by the composition root; ``report`` is what everybody else is handed."""

    def __init__(
        self, folder: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._folder = folder
        self._now = now
        self._listener: Callable[[CrashReport], None] | None = None
        self._seen: dict[str, int] = {}
        self._busy = threading.local()
        self._number = 0
        self._lock = threading.Lock()
        self._fatal: TextIO | None = None
        self._hooks: tuple[Any, Any, Any] | None = None

    def listen(self, listener: Callable[[CrashReport], None]) -> None:
        """Tell ``listener`` of each report, in the thread that failed."""
        self._listener = listener

    def install(self) -> Path | None:
        """Take over Python's own hooks.

        Returns the report of an interpreter crash that ended the last run, if one did.
        """
        self._hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._uncaught
        threading.excepthook = self._in_thread
        sys.unraisablehook = self._unraisable
        _forbid_core_files()
        return self._watch_interpreter()

    def close(self) -> None:
        """Give the hooks back; an orderly end leaves no trace of the watch."""
        if self._hooks is not None:
            sys.excepthook, threading.excepthook, sys.unraisablehook = self._hooks
            self._hooks = None
        if self._fatal is not None:
            faulthandler.disable()
            self._fatal.close()
            self._fatal = None
            with contextlib.suppress(OSError):
                (self._folder / _FATAL).unlink()

    def report(self, error: BaseException, where: str = "") -> CrashReport | None:
        """Write a report and tell the listener; None when the same error was told before.

        Never raises: it is called where nothing else can be done.
        """
        if getattr(self._busy, "now", False):
            return None
        self._busy.now = True
        try:
            return self._report(error, where)
        except Exception:
            _log.exception("the crash reporter failed")
            return None
        finally:
            self._busy.now = False

    def on_loop_error(self, _loop: asyncio.AbstractEventLoop, context: Mapping[str, Any]) -> None:
        """For ``loop.set_exception_handler``."""
        error = context.get("exception")
        if isinstance(error, BaseException):
            self.report(error, "event loop")
        else:
            # Its text may hold the repr of a task's arguments.
            _log.error("event loop: a problem without an exception")

    def _report(self, error: BaseException, where: str) -> CrashReport | None:
        from incluinfo_desk.logs import describe  # not before the first frame

        told = describe(error)
        with self._lock:
            count = self._seen[told] = self._seen.get(told, 0) + 1
        if count > 1:
            # A failing paint event comes sixty times a second.
            if count in (10, 100, 1000, 10_000):
                _log.error("the same error for the %d. time", count)
            return None
        _log.error("unexpected error%s\n%s", f" in {where}" if where else "", told)
        text = "\n".join([*self._circumstances(where), "", told, ""])
        made = CrashReport(text, self._write(text))
        if self._listener is not None:
            self._listener(made)
        return made

    def _circumstances(self, where: str) -> list[str]:
        import platform

        qt = sys.modules.get("PySide6")
        return [
            f"incluinfo_desk {__version__}",
            f"time: {self._now().isoformat(timespec='seconds')}",
            f"where: {where or '-'}",
            f"thread: {threading.current_thread().name}",
            f"python: {platform.python_version()} {sys.platform} {platform.machine()}",
            f"qt: {getattr(qt, '__version__', '-')}",
        ]

    def _write(self, text: str) -> Path | None:
        stamp = self._now().strftime("%Y%m%dT%H%M%SZ")
        try:
            while True:
                # Upwards only: a number that is free again would look older than it is.
                self._number += 1
                path = self._folder / f"crash-{stamp}-{self._number:03d}.txt"
                with contextlib.suppress(FileExistsError):
                    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
                    with os.fdopen(handle, "w", encoding="utf-8") as file:
                        file.write(text)
                    self._forget_oldest()
                    return path
        except OSError:
            _log.warning("the crash report could not be written")
        return None

    def _forget_oldest(self) -> None:
        for path in sorted(self._folder.glob("crash-*.txt"))[:-_KEPT]:
            path.unlink(missing_ok=True)

    def _watch_interpreter(self) -> Path | None:
        """Let ``faulthandler`` write where the next start looks; it tells no values."""
        fatal, previous = self._folder / _FATAL, None
        try:
            if fatal.exists() and fatal.stat().st_size:
                at = datetime.fromtimestamp(fatal.stat().st_mtime, UTC)
                previous = self._folder / f"crash-{at:%Y%m%dT%H%M%SZ}-interpreter.txt"
                os.replace(fatal, previous)
            handle = os.open(fatal, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        except OSError:
            _log.warning("crashes of the interpreter cannot be recorded")
            return previous
        self._fatal = os.fdopen(handle, "w", encoding="utf-8")
        faulthandler.enable(self._fatal)
        return previous

    def _uncaught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, error, trace)
            return
        self.report(error)

    def _in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            self.report(args.exc_value, f"thread {args.thread.name if args.thread else '?'}")

    def _unraisable(self, args: sys.UnraisableHookArgs) -> None:
        if args.exc_value is not None:
            self.report(args.exc_value, "destructor or callback")


def _forbid_core_files() -> None:
    """A core file would hold the tokens of the session."""
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, most))

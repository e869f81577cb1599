"""The desk's own log: what it did, never what anybody wrote or any secret.

Errors are told by their type and our stack frames only. The text of an exception can hold
a request's headers (tweepy), a statement's parameters (SQLAlchemy) or a citizen's words,
so it is kept for those kinds alone whose text the interpreter or the system writes.
"""

from __future__ import annotations

import logging
import logging.handlers
import os
import re
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from incluinfo_desk.paths import problem_of

if TYPE_CHECKING:
    from incluinfo_desk.domain.problems import Problem

FILE = "incluinfo_desk.log"
_BYTES = 1_000_000
_KEPT = 5
_LINKS = 5
"""How many causes of an error, and members of a group, are told."""

REDACTED = "[redacted]"

_LEVELS = {
    "tweepy": logging.INFO,  # DEBUG prints headers and bodies
    "requests_oauthlib": logging.INFO,  # DEBUG prints tokens
    "oauthlib": logging.INFO,
    "urllib3": logging.INFO,
    "aiohttp": logging.WARNING,  # INFO of the access log prints queries
    "asyncio": logging.WARNING,
    "qasync": logging.WARNING,
    "sqlalchemy": logging.WARNING,  # INFO prints statements with their values
    "alembic": logging.INFO,
    "keyring": logging.INFO,
}

_TELLS_NO_VALUES = (AttributeError, ImportError, NameError, TypeError, RuntimeError, IndexError)

_NAMES = (
    r"authorization|proxy-authorization|x-api-key|cookie|set-cookie|password|passwd|secret"
    r"|client_secret|code_verifier|code_challenge|oauth_\w+|\w*token"
)
_SECRET_SHAPES = (
    (re.compile(r"(?i)\b(bearer|basic|oauth)\s+[\w.~+/%=-]{6,}"), rf"\1 {REDACTED}"),
    # name=value, name: value, 'name': 'value'; to the end of the value, not of the line
    (
        re.compile(rf"(?i)\b({_NAMES})\b([\"']?\s*[:=]\s*)(\"[^\"]*\"|'[^']*'|[^\s\"',;&)}}\]]+)"),
        rf"\1\2{REDACTED}",
    ),
    (re.compile(r"(?i)([?&](?:code|state)=)[^\s&#\"']+"), rf"\1{REDACTED}"),
    (re.compile(r"://[^\s/@:]+:[^\s/@]+@"), f"://{REDACTED}@"),
)
_CONTROL = {code: f"\\x{code:02x}" for code in (*range(32), 127)} | {0x2028: " ", 0x2029: " "}

_secrets: set[str] = set()


def register_secret(value: str) -> None:
    """From now on ``value`` is blotted out wherever it would be logged or reported."""
    if len(value) >= 6:  # shorter ones would blot out ordinary words
        _secrets.update({value, quote(value, safe="")})


def redact(text: str) -> str:
    """``text`` without known secrets, what looks like one, and personal data."""
    from incluinfo_desk.domain.privacy import mask  # not before the first frame

    for secret in sorted(_secrets, key=len, reverse=True):
        text = text.replace(secret, REDACTED)
    for shape, instead in _SECRET_SHAPES:
        text = shape.sub(instead, text)
    return mask(text).text


def describe(error: BaseException) -> str:
    """The types and frames of an error and its causes; no values, safe to write down."""
    return redact("\n".join(_lines(error, depth=0)))


def start(log_dir: Path, *, verbose: bool = False) -> Problem | None:
    """Log everything into ``log_dir``; a log that cannot be opened stops nothing.

    Nothing goes to the terminal: what the user must know is told in words elsewhere.
    """
    logging.raiseExceptions = False  # a full disk must not print tracebacks
    stop()
    for name, least in _LEVELS.items():
        logging.getLogger(name).setLevel(least)
    root = logging.getLogger()
    root.setLevel(logging.DEBUG if verbose else logging.INFO)
    handler: logging.Handler
    problem: Problem | None = None
    try:
        handler = _PrivateFile(log_dir / FILE, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8")
    except OSError as error:
        handler, problem = logging.NullHandler(), problem_of(error, log_dir / FILE)
    handler.setFormatter(_Formatter())
    handler.addFilter(_at_least_pinned)
    handler.set_name(FILE)
    root.addHandler(handler)
    return problem


def stop() -> None:
    """Close what :func:`start` opened."""
    root = logging.getLogger()
    for handler in root.handlers[:]:
        if handler.get_name() == FILE:
            root.removeHandler(handler)
            handler.close()


class _PrivateFile(logging.handlers.RotatingFileHandler):
    """A rotating file that only its owner can read, whatever the umask is."""

    def _open(self) -> TextIOWrapper:
        return open(
            self.baseFilename,
            "a",
            encoding="utf-8",
            errors="backslashreplace",
            opener=lambda path, flags: os.open(path, flags, 0o600),
        )


class _Formatter(logging.Formatter):
    """One line a record, and the frames of its error below; the last word on redaction."""

    def format(self, record: logging.LogRecord) -> str:
        when = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        # A line break in a value must not look like another record.
        message = redact(_message(record)).translate(_CONTROL)
        line = f"{when} {record.levelname} {record.name} [{record.threadName}] {message}"
        if record.exc_info and record.exc_info[1] is not None:
            line += "\n  " + describe(record.exc_info[1]).replace("\n", "\n  ")
        return line


def _message(record: logging.LogRecord) -> str:
    arguments = record.args if isinstance(record.args, tuple) else ()
    if not any(isinstance(each, BaseException) for each in arguments):
        return record.getMessage()
    # ``log("%s", error)`` would print the error's text, headers and all.
    safe = tuple(_headline(a) if isinstance(a, BaseException) else a for a in arguments)
    try:
        return str(record.msg) % safe
    except (TypeError, ValueError):
        return str(record.msg)


def _at_least_pinned(record: logging.LogRecord) -> bool:
    """Also hold back records of libraries that set the level of a child logger lower."""
    return record.levelno >= _LEVELS.get(record.name.partition(".")[0], logging.NOTSET)


def _lines(error: BaseException, depth: int) -> Iterator[str]:
    yield _headline(error)
    for frame, number in traceback.walk_tb(error.__traceback__):
        code = frame.f_code
        yield f"  {_short(code.co_filename)}:{number} {code.co_name}"
    if depth >= _LINKS:
        return
    if isinstance(error, BaseExceptionGroup):
        for member in error.exceptions[:_LINKS]:
            yield "with"
            yield from _lines(member, depth + 1)
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if earlier is not None:
        yield "after"
        yield from _lines(earlier, depth + 1)


def _headline(error: BaseException) -> str:
    from incluinfo_desk.domain.problems import Trouble

    kind = type(error)
    name = kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}"
    if isinstance(error, Trouble):
        return f"{name}: {type(error.problem).__name__}"
    if isinstance(error, OSError):
        return f"{name}: [{error.errno}] {error.strerror}" if error.errno is not None else name
    if kind in _TELLS_NO_VALUES:
        return f"{name}: {str(error)[:300]}".translate(_CONTROL)
    return name


def _short(filename: str) -> str:
    """The path from the package on, without the user's folders."""
    parts = Path(filename).parts
    for anchor in ("site-packages", "incluinfo_desk"):
        if anchor in parts:
            at = len(parts) - 1 - parts[::-1].index(anchor)
            return "/".join(parts[at + (anchor == "site-packages") :])
    return parts[-1] if parts else filename

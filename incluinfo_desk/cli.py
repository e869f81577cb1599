"""The command line. Each command imports what it needs; the window's path, next to nothing.

Exit codes: 0 done, 1 could not be done (why is on stderr, in words), 2 not understood.
"""

from __future__ import annotations

import argparse
import builtins
import contextlib
import os
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from incluinfo_desk import __version__
from incluinfo_desk.options import WindowOptions

if TYPE_CHECKING:
    from incluinfo_desk.ui.terminal import TerminalWords

DONE, FAILED, MISUSED = 0, 1, 2


class _MisusedError(Exception):
    """The arguments are not a command of ours."""


class _Parser(argparse.ArgumentParser):
    """Argparse without its own English words: those of ``ui/terminal.py`` take their place."""

    def error(self, message: str) -> NoReturn:
        raise _MisusedError(message)


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say; returns the exit code and lets no traceback out."""
    from incluinfo_desk.paths import private_files

    private_files()
    try:
        options = _parser().parse_args(arguments)
    except _MisusedError as error:
        return _misused(str(error), arguments)
    try:
        if options.help:
            return _help(options.lang)
        if options.version:
            _print(f"incluinfo-desk {__version__}")
            return DONE
        return _COMMANDS[options.command or "window"](options)
    except KeyboardInterrupt:
        return FAILED
    except BrokenPipeError:
        # Whoever read our output has gone (``| head``); Python would complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except Exception as error:
        return _explain(error, options)


def _parser() -> _Parser:
    parser = _Parser(prog="incluinfo-desk", add_help=False, allow_abbrev=False)
    _add_common(parser)
    parser.add_argument("--api-url", type=_address)
    parser.add_argument("--demo", action="store_true")
    parser.add_argument("--version", action="store_true")
    parser.set_defaults(data_dir=None, lang=None, help=False)
    commands = parser.add_subparsers(dest="command", parser_class=_Parser)

    def command(name: str) -> _Parser:
        own = commands.add_parser(name, add_help=False, allow_abbrev=False)
        _add_common(own)
        return own

    simulate = command("simulate")
    simulate.add_argument("--port", type=_whole(0, 65535), default=8790)
    simulate.add_argument("--seed", type=_whole(0, 2**63 - 1), default=1)
    simulate.add_argument("--speed", type=_speed, default=1.0)
    suggest = command("suggest")
    suggest.add_argument("text", nargs="?")
    suggest.add_argument("--jsonl", action="store_true")
    faq = command("faq")
    faq.add_argument("direction", choices=("import", "export"))
    faq.add_argument("file", type=Path)
    faq.add_argument("--overwrite", action="store_true")
    audit = command("audit")
    actions = audit.add_subparsers(dest="action", parser_class=_Parser, required=True)
    for name in ("verify", "export"):
        action = actions.add_parser(name, add_help=False, allow_abbrev=False)
        _add_common(action)
        if name == "export":
            action.add_argument("file", type=Path)
    command("self-test")
    command("read-faq").add_argument("file", type=Path)
    return parser


def _add_common(parser: _Parser) -> None:
    """What may stand before or after the command; absent here, it hides nothing given there."""
    parser.add_argument("--data-dir", type=_folder, default=argparse.SUPPRESS)
    parser.add_argument("--lang", type=_language, default=argparse.SUPPRESS)
    parser.add_argument("-h", "--help", action="store_true", default=argparse.SUPPRESS)


# --- the commands: what they need is imported when they run -----------------------------------


def _window(options: argparse.Namespace) -> int:
    plain_import = builtins.__import__
    from incluinfo_desk import app

    # PySide6 puts its own in its place, for a feature we do not use (``__feature__``): it
    # makes every later import a fifth slower.
    builtins.__import__ = plain_import
    try:
        code: int = app.run(
            WindowOptions(
                data_dir=options.data_dir,
                api_url=options.api_url,
                language=options.lang,
                demo=options.demo,
            )
        )
    except Exception as error:
        # Imported only now: the first frame does not wait for the words of failures.
        from incluinfo_desk.domain.problems import ProfileInUse, Trouble

        if not isinstance(error, Trouble) or not isinstance(error.problem, ProfileInUse):
            raise
        # ``app.run`` has shown the first window: what was asked for is on the screen.
        _print(_words(options).already_open())
        return DONE
    return code


def _simulate(options: argparse.Namespace) -> int:
    from incluinfo_desk.simulator.main import run as run_simulator

    return run_simulator(options.port, options.seed, options.speed)


def _suggest(options: argparse.Namespace) -> int:
    from incluinfo_desk.terminal_commands import suggest_lines, suggest_text

    if options.jsonl == (options.text is not None):
        return _misused(
            "the following arguments are required: text", ["--lang", options.lang or ""]
        )
    if options.jsonl:
        return suggest_lines(options.data_dir, _words(options))
    return suggest_text(options.data_dir, options.text, _words(options))


def _faq(options: argparse.Namespace) -> int:
    from incluinfo_desk.terminal_commands import export_faq, import_faq

    if options.direction == "export":
        return export_faq(options.data_dir, options.file, _words(options))
    overwrite: bool = options.overwrite
    return import_faq(options.data_dir, options.file, _words(options), overwrite=overwrite)


def _audit(options: argparse.Namespace) -> int:
    from incluinfo_desk.terminal_commands import export_audit, verify_audit

    if options.action == "verify":
        return verify_audit(options.data_dir, _words(options))
    return export_audit(options.data_dir, options.file, _words(options))


def _self_test(options: argparse.Namespace) -> int:
    from incluinfo_desk.self_test import missing

    names = missing()
    words = _words(options)  # makes an application without a screen where there is none yet
    if not names:
        _print(words.complete())
        return DONE
    print(words.incomplete(names), file=sys.stderr)  # noqa: T201
    return FAILED


def _read_faq(options: argparse.Namespace) -> int:
    from incluinfo_desk.operations.read_apart import send

    # Without a console of its own a frozen desk has no sys.stdout, but it has the pipe.
    with open(1, "wb", closefd=False) as pipe:
        send(options.file, pipe)
    return DONE


_COMMANDS = {
    "window": _window,
    "simulate": _simulate,
    "suggest": _suggest,
    "faq": _faq,
    "audit": _audit,
    "self-test": _self_test,
    "read-faq": _read_faq,
}


# --- words ------------------------------------------------------------------------------------


def _words(options: argparse.Namespace) -> TerminalWords:
    from incluinfo_desk.ui.terminal import TerminalWords

    return TerminalWords(options.lang)


def _help(language: str | None) -> int:
    from incluinfo_desk.ui.terminal import TerminalWords

    _print(TerminalWords(language).usage())
    return DONE


def _misused(why: str, arguments: Sequence[str]) -> int:
    from incluinfo_desk.ui.terminal import TerminalWords

    print(TerminalWords(_language_in(arguments)).misused(why), file=sys.stderr)  # noqa: T201
    return MISUSED


def _explain(error: Exception, options: argparse.Namespace) -> int:
    """Say in words what went wrong; a bug leaves a report, never a traceback."""
    from incluinfo_desk import logs
    from incluinfo_desk.assets import MissingAssetError
    from incluinfo_desk.crash import CrashReporter
    from incluinfo_desk.domain.problems import Trouble
    from incluinfo_desk.paths import Profile

    words = _words(options)
    if isinstance(error, Trouble):
        sentence = words.problem(error.problem)
    elif isinstance(error, MissingAssetError):
        sentence = words.incomplete([error.wanted])
    else:
        report = None
        # Where the data folder itself is what is broken, the sentence has to do.
        with contextlib.suppress(Trouble):
            profile = Profile.at(options.data_dir)
            logs.start(profile.log_dir)  # else Python's last resort prints the frames
            report = CrashReporter(profile.crash_dir).report(error, "cli")
            logs.stop()
        sentence = words.unexpected(report.path if report else None)
    print(sentence, file=sys.stderr)  # noqa: T201
    return FAILED


def _language_in(arguments: Sequence[str]) -> str | None:
    """The language asked for in arguments that could not be parsed."""
    for at, argument in enumerate(arguments):
        if argument == "--lang":
            return next(iter(arguments[at + 1 : at + 2]), None)
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    return None


def _print(text: str) -> None:
    print(text, flush=True)  # noqa: T201


# --- arguments ----------------------------------------------------------------------------------


def _folder(text: str) -> Path:
    if not text.strip() or "\0" in text:
        raise ValueError(text)
    return Path(text)


def _language(text: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}", text):
        raise ValueError(text)
    return text


def _address(text: str) -> str:
    """A server's address; tokens travel to it, so plain http is for this machine only."""
    found = re.fullmatch(r"(https?)://(\[[0-9a-fA-F:]+\]|[\w.-]+)(:\d{1,5})?(/[\w./-]*)?", text)
    if found is None or (found[1] == "http" and found[2] not in _THIS_MACHINE):
        raise ValueError(text)
    return text.rstrip("/")


_THIS_MACHINE = {"localhost", "127.0.0.1", "[::1]"}


def _speed(text: str) -> float:
    value = float(text)
    if not 0 < value <= 1000:
        raise ValueError(text)
    return value


def _whole(least: int, most: int) -> Callable[[str], int]:
    def check(text: str) -> int:
        value = int(text)
        if not least <= value <= most:
            raise ValueError(text)
        return value

    return check

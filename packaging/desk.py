"""One command from a fresh clone to the open desk, or to the passed tests.

    python3 packaging/desk.py run --demo         the desk with its demonstration day
    python3 packaging/desk.py run [arguments]    whatever ``incluinfo-desk`` understands
    python3 packaging/desk.py test               every check; with arguments: pytest alone
    python3 packaging/desk.py bench              the figures of the README
    python3 packaging/desk.py translations       bring i18n/ up to date
    python3 packaging/desk.py lock               pin the dependencies anew (needs uv)

Needs Python 3.11 and nothing else: no pip, no venv module, no installed package. The
environment lies in ``.desk/`` and is made again only when the lock changes. Running and
testing share it: one lock keeps both on the same versions, for 60 MB more on disk.
The lock holds hashes and no address, so every mirror serves it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from environment import BIN, LOCK, ROOT, environment, working_uv
from system import missing_libraries, missing_tools, require, require_screen
from words import fail, say, stop

LANGUAGES = ("es", "en")


WITHOUT_WINDOW = {"simulate", "suggest", "faq", "self-test", "audit", "--version", "-h", "--help"}
"""Arguments of ``run`` that need no screen."""


def main(arguments: Sequence[str]) -> int:
    """Exit code of the command that ``arguments`` names."""
    commands: dict[str, Callable[[Sequence[str]], int]] = {
        "run": run,
        "test": test,
        "bench": bench,
        "translations": translations,
        "lock": lock,
    }
    if not arguments or arguments[0] not in commands:
        say(f"Uso: python3 packaging/desk.py {'|'.join(commands)} [opciones]")
        say("Para abrir la demostración: python3 packaging/desk.py run --demo")
        return 0 if arguments and arguments[0] in {"-h", "--help"} else 2
    return commands[arguments[0]](arguments[1:])


# --- the commands ---------------------------------------------------------------------------


def run(arguments: Sequence[str]) -> int:
    """Set up what is needed, then become the desk."""
    if not WITHOUT_WINDOW.intersection(arguments):
        require_screen()
    require(missing_libraries())
    python = environment()
    command = [str(python), "-m", "incluinfo_desk", *arguments]
    if os.name == "nt":
        return subprocess.call(command)
    sys.stdout.flush()
    # Signals and the exit code go straight to and from the desk.
    os.execv(command[0], command)  # noqa: S606
    raise AssertionError("execv does not return")


def test(arguments: Sequence[str]) -> int:
    """Every check the project has; with arguments, pytest with these alone."""
    require([*missing_libraries(), *missing_tools()])
    python = str(environment())
    # A developer's own setting must not make every subprocess compile the desk anew.
    settings = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    pytest = [python, "-m", "pytest"]
    if arguments:
        return subprocess.call([*pytest, *arguments], cwd=ROOT, env=settings)
    failed = [
        name
        for name, check in (
            ("ruff check", command_check([python, "-m", "ruff", "check", "."])),
            ("ruff format", command_check([python, "-m", "ruff", "format", "--check", "."])),
            ("mypy --strict", command_check([python, "-m", "mypy"])),
            ("traducciones", stale_translations),
        )
        if not passes(name, check)
    ]
    # Spread by stealing, so that neither core waits for the other's slow file.
    code = subprocess.call([*pytest, "-n", "2", "--dist", "worksteal"], cwd=ROOT, env=settings)
    if failed:
        say(f"No se ha superado: {', '.join(failed)}")
    return code or bool(failed)


def bench(arguments: Sequence[str]) -> int:
    """The figures of the README, as ratios taken in the same run."""
    require(missing_libraries())
    python = str(environment())
    # Compiled once, as in an installed desk: otherwise the start-up pays for compiling.
    subprocess.check_call([python, "-m", "compileall", "-q", "incluinfo_desk"], cwd=ROOT)
    return subprocess.call([python, "tests/benchmarks", *arguments], cwd=ROOT)


def translations(arguments: Sequence[str]) -> int:
    """Bring ``i18n/`` up to date with the sources."""
    environment()
    make_translations(ROOT / "i18n")
    for language, count in unfinished(ROOT / "i18n").items():
        say(f"{language}: {count} textos sin traducir")
    return 0


def lock(arguments: Sequence[str]) -> int:
    """Pin every dependency anew; arguments go to uv, such as ``--upgrade``."""
    uv = working_uv()
    if uv is None:
        return fail(
            "Para renovar el fichero de versiones hace falta uv (https://docs.astral.sh/uv)."
        )
    code = subprocess.call(
        [uv, "pip", "compile", "--universal", "--generate-hashes", "--no-annotate", "--no-header",
         "--group", "dev", "pyproject.toml", "-o", str(LOCK.relative_to(ROOT)), "--quiet",
         *arguments],
        cwd=ROOT,
    )  # fmt: skip
    if code == 0 and "://" in LOCK.read_text(encoding="utf-8"):
        return fail(f"{LOCK.name} contiene una dirección y no debe.")
    return code


# --- checks ---------------------------------------------------------------------------------


def passes(name: str, check: Callable[[], str]) -> bool:
    """Run one check and say in a line how it went; what is wrong follows."""
    start = time.monotonic()
    wrong = check()
    say(f"{'FALLA' if wrong else 'bien '} {name} ({time.monotonic() - start:.0f} s)")
    if wrong:
        say(wrong)
    return not wrong


def command_check(command: Sequence[str]) -> Callable[[], str]:
    """A check that a command ends well; its output is what is wrong."""

    def check() -> str:
        done = subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
        )
        return "" if done.returncode == 0 else (done.stdout + done.stderr).strip() or "?"

    return check


def stale_translations() -> str:
    """What in ``i18n/`` no longer fits the sources, or is not translated."""
    committed = ROOT / "i18n"
    if not committed.is_dir():
        return "Falta i18n/: python3 packaging/desk.py translations"
    with tempfile.TemporaryDirectory() as temporary:
        fresh = Path(temporary) / "i18n"
        shutil.copytree(committed, fresh)
        make_translations(fresh)
        stale = [
            path.name
            for path in sorted(fresh.iterdir())
            if path.read_bytes() != (committed / path.name).read_bytes()
        ]
    if stale:
        return f"Ejecute python3 packaging/desk.py translations: {', '.join(stale)}"
    return ", ".join(
        f"{name}: {count} sin traducir" for name, count in unfinished(committed).items()
    )


def unfinished(folder: Path) -> dict[str, int]:
    """Texts without a finished translation, by language that has any."""
    counts = {
        path.stem.rpartition("_")[2]: path.read_text(encoding="utf-8").count('type="unfinished"')
        for path in sorted(folder.glob("*.ts"))
    }
    return {language: count for language, count in counts.items() if count}


def make_translations(folder: Path) -> None:
    """Extract the texts of the sources into ``folder`` and compile them.

    Spanish is the language of the sources: its file holds plurals only. Without line
    numbers, so that a file changes only when a text does.
    """
    folder.mkdir(exist_ok=True)
    sources = sorted(str(p.relative_to(ROOT)) for p in (ROOT / "incluinfo_desk").rglob("*.py"))
    for language in LANGUAGES:
        texts = folder / f"incluinfo_desk_{language}.ts"
        plurals = ["-pluralonly"] if language == "es" else []
        tool(
            "lupdate",
            [*sources, "-ts", str(texts), "-no-obsolete", "-locations", "none",
             "-source-language", "es", "-target-language", language, *plurals],
        )  # fmt: skip
        tool("lrelease", [str(texts), "-qm", str(texts.with_suffix(".qm"))])


def tool(name: str, arguments: Sequence[str]) -> None:
    """Run one of Qt's own tools, quiet unless it fails."""
    done = subprocess.run(
        [str(BIN / f"pyside6-{name}"), *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        stop(f"pyside6-{name}: {done.stdout}{done.stderr}")


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - this file is what tells an older Python
        stop("Hace falta Python 3.11 o posterior.")
    for stream in (sys.stdout, sys.stderr):
        getattr(stream, "reconfigure", lambda **_: None)(errors="replace")
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)

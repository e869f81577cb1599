import faulthandler
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from incluinfo_desk.crash import CrashReport, CrashReporter

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def reporter(tmp_path: Path) -> CrashReporter:
    return CrashReporter(tmp_path, lambda: NOON)


@pytest.fixture
def told(reporter: CrashReporter) -> list[CrashReport]:
    reports: list[CrashReport] = []
    reporter.listen(reports.append)
    return reports


def raised(error: BaseException) -> BaseException:
    try:
        raise error
    except BaseException as caught:
        return caught


def test_a_report_says_where_and_holds_no_values(
    reporter: CrashReporter, told: list[CrashReport], tmp_path: Path
) -> None:
    made = reporter.report(raised(ValueError("CANARY")), "the inbox")
    assert told == [made]
    assert made is not None
    assert made.path == tmp_path / "crash-20261123T120000Z-001.txt"
    text = made.path.read_text(encoding="utf-8")
    assert "CANARY" not in text
    assert "where: the inbox" in text
    assert "test_crash.py" in text
    assert os.name != "posix" or made.path.stat().st_mode & 0o777 == 0o600


def test_the_same_error_is_told_once(
    reporter: CrashReporter, told: list[CrashReport], tmp_path: Path
) -> None:
    for _ in range(60):
        reporter.report(raised(ValueError()))
    reporter.report(raised(LookupError()))
    assert len(told) == 2
    assert len(list(tmp_path.iterdir())) == 2


def test_old_reports_make_room(reporter: CrashReporter, tmp_path: Path) -> None:
    for number in range(25):
        reporter.report(type(f"Error{number}Error", (Exception,), {})())
    names = sorted(path.name for path in tmp_path.iterdir())
    assert len(names) == 20
    assert names[-1] == "crash-20261123T120000Z-025.txt"


def test_a_failing_listener_does_not_loop(reporter: CrashReporter) -> None:
    calls = []

    def fail(report: CrashReport) -> None:
        calls.append(report)
        reporter.report(raised(KeyError()))
        raise RuntimeError

    reporter.listen(fail)
    assert reporter.report(raised(ValueError())) is None
    assert len(calls) == 1


def test_a_disk_that_takes_nothing_still_tells_the_listener(tmp_path: Path) -> None:
    reporter = CrashReporter(tmp_path / "missing")
    told: list[CrashReport] = []
    reporter.listen(told.append)
    reporter.report(raised(ValueError()))
    assert [report.path for report in told] == [None]


@pytest.fixture
def installed(reporter: CrashReporter) -> Iterator[CrashReporter]:
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    was_on = faulthandler.is_enabled()
    reporter.install()
    yield reporter
    reporter.close()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == hooks
    if was_on:
        faulthandler.enable(sys.__stderr__ or 2)


def test_threads_and_destructors_end_here(
    installed: CrashReporter, told: list[CrashReport]
) -> None:
    def fail() -> None:
        raise ValueError

    thread = threading.Thread(target=fail, name="worker-7")
    thread.start()
    thread.join()

    class Fragile:
        def __del__(self) -> None:
            raise LookupError

    Fragile()
    assert "where: thread worker-7" in told[0].text
    assert "LookupError" in told[1].text


def test_slots_end_here(installed: CrashReporter, told: list[CrashReport]) -> None:
    error = raised(ValueError())
    sys.excepthook(type(error), error, error.__traceback__)
    assert len(told) == 1


def test_the_loop_ends_here(reporter: CrashReporter, told: list[CrashReport]) -> None:
    import asyncio

    async def work() -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(reporter.on_loop_error)
        loop.call_soon(lambda: [][0])
        await asyncio.sleep(0)

    asyncio.run(work())
    assert "IndexError" in told[0].text


def test_a_crash_of_the_interpreter_is_found_at_the_next_start(tmp_path: Path) -> None:
    program = (
        "import ctypes, pathlib, sys\n"
        "from incluinfo_desk.crash import CrashReporter\n"
        "reporter = CrashReporter(pathlib.Path(sys.argv[1]))\n"
        "print(reporter.install())\n"
        "if sys.argv[2] == 'crash': ctypes.string_at(0)\n"
        "reporter.close()"
    )

    def start(how: str) -> str:
        command = [sys.executable, "-c", program, str(tmp_path), how]
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()

    start("crash")
    found = Path(start("end"))
    assert found.name.endswith("-interpreter.txt")
    assert "string_at" in found.read_text(encoding="utf-8")
    assert start("end") == "None"


def test_no_core_file_can_hold_the_tokens(tmp_path: Path) -> None:
    program = (
        "import pathlib, resource, sys\n"
        "from incluinfo_desk.crash import CrashReporter\n"
        "CrashReporter(pathlib.Path(sys.argv[1])).install()\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE)[0])"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "0\n"

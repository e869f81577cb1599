"""A file read in another process: the same as here, and ended with it whenever we like."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from incluinfo_desk.domain.faq import FaqEntry
from incluinfo_desk.domain.problems import FileUnreadable, Trouble
from incluinfo_desk.operations import faq_file
from incluinfo_desk.operations.faq_rows import Exported
from incluinfo_desk.operations.read_apart import COMMAND, Reading

PLAIN = FaqEntry(id="nada", topic="imv", question="¿Y?", reply="Sí.")


def readers() -> list[int]:
    """Processes of ours that read a file."""
    found: list[int] = []
    for task in Path("/proc/self/task").iterdir():
        for child in (task / "children").read_text().split():
            if COMMAND.encode() in Path("/proc", child, "cmdline").read_bytes().split(b"\0"):
                found.append(int(child))
    return found


def written(path: Path, count: int) -> Path:
    faq_file.save(path, [Exported(replace(PLAIN, id=f"n-{n}"), ("abc",)) for n in range(count)])
    return path


@pytest.mark.parametrize("name", ["faq.xlsx", "faq.csv"])
def test_what_another_process_reads_is_what_is_read_here(tmp_path: Path, name: str) -> None:
    path = written(tmp_path / name, 900)
    assert Reading(path).contents() == faq_file.load(path)
    assert readers() == []


def broken(path: Path, end: Callable[[Reading], None]) -> BaseException:
    """How reading ends when ``end`` is done to it as soon as the other process is there."""
    reading, raised = Reading(path), list[BaseException]()

    def read() -> None:
        try:
            reading.contents()
        except (Trouble, faq_file.Cancelled) as error:
            raised.append(error)

    thread = threading.Thread(target=read)
    thread.start()
    while not readers():
        time.sleep(0.001)
    end(reading)
    thread.join(20)
    assert not thread.is_alive()
    assert readers() == []
    return raised[0]


def test_giving_up_ends_the_other_process(tmp_path: Path) -> None:
    path = written(tmp_path / "faq.xlsx", 900)
    assert isinstance(broken(path, Reading.end), faq_file.Cancelled)


def test_a_reader_that_dies_leaves_a_clear_word_and_no_half_file(tmp_path: Path) -> None:
    path = written(tmp_path / "faq.xlsx", 900)
    error = broken(path, lambda _: os.kill(readers()[0], signal.SIGKILL))
    assert isinstance(error, Trouble)
    assert error.problem == FileUnreadable(path, "broken off")


def test_what_is_no_spreadsheet_is_told_with_its_reason(tmp_path: Path) -> None:
    path = tmp_path / "faq.xlsx"
    path.write_bytes(b"PK nothing of the kind")
    with pytest.raises(Trouble) as raised:
        Reading(path).contents()
    assert raised.value.problem == FileUnreadable(path, "not xlsx")


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    path = tmp_path / "faq.json"
    os.mkfifo(path)
    with pytest.raises(Trouble) as raised:
        Reading(path).contents()
    assert raised.value.problem == FileUnreadable(path, "no file")

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from incluinfo_desk.domain.problems import ProfileInUse, Trouble
from incluinfo_desk.single_instance import (
    FirstWindow,
    ProfileLock,
    show_first_window,
    sole_owner,
)

HOLD = (
    "import sys, pathlib\n"
    "from incluinfo_desk.single_instance import ProfileLock\n"
    "lock = ProfileLock(pathlib.Path(sys.argv[1]))\n"
    "print(lock.take(), flush=True)\n"
    "sys.stdin.read()"
)


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that owns the profile."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path / "lock")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "True\n"
        yield process
        process.kill()


def test_a_profile_has_one_owner(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    assert not ProfileLock(tmp_path / "lock").take()
    with pytest.raises(Trouble) as caught, sole_owner(tmp_path / "lock"):
        pass
    assert caught.value.problem == ProfileInUse(tmp_path)


def test_a_dead_owner_does_not_lock_the_profile_for_ever(
    tmp_path: Path, holder: subprocess.Popen[str]
) -> None:
    holder.kill()
    holder.wait()
    lock = ProfileLock(tmp_path / "lock")
    assert lock.take()
    lock.release()


def test_a_command_gives_the_profile_back_even_when_it_fails(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="x"), sole_owner(tmp_path / "lock"):
        raise ValueError("x")
    with sole_owner(tmp_path / "lock"):
        pass


def test_the_second_start_shows_the_first_window(qtbot: QtBot, tmp_path: Path) -> None:
    shown: list[bool] = []
    first = FirstWindow(tmp_path / "lock", lambda: shown.append(True))
    assert show_first_window(tmp_path / "lock")
    qtbot.waitUntil(lambda: shown == [True])
    first.close()


def test_another_profile_is_another_window(qtbot: QtBot, tmp_path: Path) -> None:
    first = FirstWindow(tmp_path / "lock", lambda: None)
    assert not show_first_window(tmp_path / "other")
    first.close()
    assert not show_first_window(tmp_path / "lock")

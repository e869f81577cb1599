import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from incluinfo_desk.domain.problems import DiskFull, FileUnreadable, ReadOnly, Trouble
from incluinfo_desk.paths import Profile, problem_of


def test_everything_of_a_profile_lies_in_its_folder(tmp_path: Path) -> None:
    profile = Profile.at(tmp_path / "a" / "b")
    for path in (
        profile.database,
        profile.settings,
        profile.window_state,
        profile.log_dir,
        profile.crash_dir,
        profile.media,
        profile.backups,
        profile.lock,
    ):
        assert path.parent == profile.data_dir


def test_folders_are_for_their_owner_only(tmp_path: Path) -> None:
    (tmp_path / "p").mkdir(mode=0o755)
    profile = Profile.at(tmp_path / "p")
    modes = {path.stat().st_mode & 0o777 for path in (profile.data_dir, profile.log_dir)}
    assert modes == {0o700} or os.name != "posix"


def test_looking_makes_nothing(tmp_path: Path) -> None:
    Profile.at(tmp_path / "p", create=False)
    assert not (tmp_path / "p").exists()


def test_without_a_folder_the_users_own_is_taken() -> None:
    home = Path(os.environ["HOME"])
    assert home in Profile.at(create=False).data_dir.parents


def test_a_relative_folder_does_not_follow_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert Profile.at(Path("p"), create=False).data_dir == tmp_path / "p"


def test_a_file_in_the_place_of_the_folder_is_a_problem_not_a_bug(tmp_path: Path) -> None:
    (tmp_path / "p").write_text("")
    with pytest.raises(Trouble) as caught:
        Profile.at(tmp_path / "p")
    assert isinstance(caught.value.problem, FileUnreadable)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EROFS, ReadOnly),
        (errno.EACCES, ReadOnly),
        (errno.EIO, FileUnreadable),
    ],
)
def test_errors_of_the_system_become_problems(number: int, kind: type) -> None:
    problem = problem_of(OSError(number, "x"), Path("f"))
    assert isinstance(problem, kind)


def test_private_files_are_private_and_importing_changes_nothing(tmp_path: Path) -> None:
    program = (
        "import os; os.umask(0o022)\n"
        "from incluinfo_desk import paths\n"
        "open('before', 'w').close(); paths.private_files(); open('after', 'w').close()"
    )
    subprocess.run([sys.executable, "-c", program], cwd=tmp_path, check=True)
    modes = [(tmp_path / name).stat().st_mode & 0o777 for name in ("before", "after")]
    assert modes == [0o644, 0o600] or os.name != "posix"

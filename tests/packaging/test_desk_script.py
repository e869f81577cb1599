"""``packaging/desk.py``: what it says and downloads; a bare machine is tried by CI itself."""

import ast
import hashlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import desk
import environment
import pytest
import system

ROOT = Path(__file__).resolve().parents[2]
WHEEL = b"a wheel, as far as the index knows"


BOOTSTRAP = [path for path in (ROOT / "packaging").glob("*.py") if "tour" not in path.name]
"""What runs before anything is installed; the tours are taken from the finished environment."""


@pytest.mark.parametrize("script", sorted(BOOTSTRAP), ids=lambda p: p.name)
def test_scripts_need_nothing_but_python(script: Path) -> None:
    beside = {path.stem for path in script.parent.glob("*.py")}
    for node in ast.walk(ast.parse(script.read_text("utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names = [str(node.module)]
        for name in names:
            assert name.partition(".")[0] in sys.stdlib_module_names | beside, name


def test_without_a_command_the_way_is_shown() -> None:
    done = subprocess.run(
        [sys.executable, "packaging/desk.py"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "packaging/desk.py run --demo" in done.stdout


# --- the screen and the system ---------------------------------------------------------------


def test_a_window_without_a_screen_is_refused_in_words() -> None:
    bare = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    done = subprocess.run(
        [sys.executable, "packaging/desk.py", "run", "--demo"],
        cwd=ROOT,
        env=bare,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "xvfb-run -a python3 packaging/desk.py run --demo" in done.stderr
    assert "Traceback" not in done.stderr


NEEDS = [
    system.Need("libA.so.1", "liba1", "a-libs", "libA1"),
    system.Need("libB.so.2", "libb2", "b-libs", "libB2"),
]


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An otherwise empty PATH to put a package manager in."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    ("program", "root", "line"),
    [
        (
            "apt-get",
            False,
            "sudo apt-get update && sudo apt-get install -y --no-install-recommends liba1 libb2",
        ),
        ("dnf", False, "sudo dnf install -y a-libs b-libs"),
        ("zypper", True, "zypper install -y libA1 libB2"),
        ("other", True, ""),
    ],
)
def test_the_exact_command_is_named(programs: Path, program: str, root: bool, line: str) -> None:
    (programs / program).write_text("#!/bin/sh\n")
    (programs / program).chmod(0o755)
    assert system.install_command(NEEDS, root=root) == line


def test_what_is_missing_is_named_and_ends_it(
    programs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # Without apt-get even root is only told.
    with pytest.raises(SystemExit) as ended:
        system.require(NEEDS)
    assert ended.value.code == 1
    assert "libA.so.1, libB.so.2" in capsys.readouterr().out


def test_what_the_suite_needs_is_here() -> None:
    assert [*system.missing_libraries(), *system.missing_tools()] == []


def test_a_library_that_is_nowhere_is_noticed() -> None:
    assert not system.loads("libincluinfo-no-such.so.9")


# --- pip's wheel -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "listing",
    [
        json.dumps({"files": [{"filename": environment.PIP, "url": f"../../f/{environment.PIP}"}]}),
        f'<html><a href="../../f/{environment.PIP}#sha256=0">{environment.PIP}</a></html>',
    ],
    ids=["json", "html"],
)
def test_the_wheel_is_found_in_both_forms_of_an_index(listing: str) -> None:
    assert environment.wheel_link(listing.encode()) == f"../../f/{environment.PIP}"


@pytest.mark.parametrize("listing", ['{"files": []}', "<html></html>"])
def test_an_index_without_the_wheel_says_so(listing: str) -> None:
    with pytest.raises(LookupError):
        environment.wheel_link(listing.encode())


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A package index on this machine that answers with relative links."""
    url = f"../../files/{environment.PIP}"
    pages = {
        "/simple/pip/": json.dumps({"files": [{"filename": environment.PIP, "url": url}]}).encode(),
        f"/files/{environment.PIP}": WHEEL,
    }

    class Index(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            page = pages.get(self.path)
            self.send_response(200 if page else 404)
            self.end_headers()
            self.wfile.write(page or b"")

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Index)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    monkeypatch.setattr(environment, "HOME", tmp_path)
    monkeypatch.setenv("PIP_INDEX_URL", f"http://127.0.0.1:{server.server_port}/simple/")
    yield url
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_wheel_comes_from_the_users_index(
    index: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "PIP_SHA256", hashlib.sha256(WHEEL).hexdigest())
    assert environment.pip_wheel().read_bytes() == WHEEL
    # The second time it is there.
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:1/simple")
    assert environment.pip_wheel() == tmp_path / environment.PIP


def test_another_wheel_than_ours_is_not_used(
    index: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        environment.pip_wheel()
    assert list(tmp_path.iterdir()) == []
    assert "no es la esperada" in capsys.readouterr().err


def test_no_network_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(environment, "HOME", tmp_path)
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:1/simple")
    with pytest.raises(SystemExit):
        environment.pip_wheel()
    assert "Compruebe la conexión" in capsys.readouterr().err


# --- translations --------------------------------------------------------------------------------


def test_texts_without_translation_are_counted(tmp_path: Path) -> None:
    open_text = '<message><translation type="unfinished"></translation></message>'
    (tmp_path / "incluinfo_desk_en.ts").write_text(open_text * 3, "utf-8")
    (tmp_path / "incluinfo_desk_es.ts").write_text("<translation>x</translation>", "utf-8")
    assert desk.unfinished(tmp_path) == {"en": 3}


def test_a_check_tells_in_one_line_and_shows_what_is_wrong(
    capsys: pytest.CaptureFixture[str],
) -> None:
    good = desk.command_check([sys.executable, "-c", "print('noise')"])
    bad = desk.command_check([sys.executable, "-c", "import sys; sys.exit('this is wrong')"])
    assert desk.passes("one", good)
    assert not desk.passes("two", bad)
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("bien  one")
    assert said[1].startswith("FALLA two")
    assert said[2:] == ["this is wrong"]

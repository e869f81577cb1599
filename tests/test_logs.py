import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from incluinfo_desk import logs
from incluinfo_desk.domain.problems import Offline, Trouble


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(logs, "_secrets", set())
    monkeypatch.setattr(logging, "raiseExceptions", True)
    root, level = logging.getLogger(), logging.getLogger().level
    assert logs.start(tmp_path, verbose=True) is None
    yield tmp_path
    logs.stop()
    root.setLevel(level)


def written(folder: Path) -> str:
    return (folder / logs.FILE).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "line",
    [
        "Authorization: Bearer CANARY-1234567890",
        "{'Authorization': 'Bearer CANARY-1234567890', 'Accept': '*/*'}",
        '{"refresh_token": "CANARY-1234567890", "expires_in": 7200}',
        "oauth_token=CANARY-1234567890&oauth_verifier=CANARY-0987654321",
        "GET /callback?code=CANARY-1234567890&state=CANARY-0987654321 HTTP/1.1",
        "proxy http://officer:CANARY-1234567890@proxy.example:3128",
        "access_token: CANARY-1234567890",
        "code_verifier=CANARY-1234567890",
        "Cookie: CANARY-1234567890",
    ],
)
def test_nothing_that_looks_like_a_secret_is_written(folder: Path, line: str) -> None:
    logging.getLogger("anything").warning("said %s", line)
    assert "CANARY" not in written(folder)
    assert logs.REDACTED in written(folder)


def test_a_registered_secret_is_blotted_out_in_every_spelling(folder: Path) -> None:
    logs.register_secret("s3cr+t/ of mine")
    logging.getLogger("a").error("x s3cr+t/ of mine y s3cr%2Bt%2F%20of%20mine z")
    assert "s3cr" not in written(folder)


def test_personal_data_is_masked(folder: Path) -> None:
    logging.getLogger("a").info("mi DNI es %s", "12345678Z")
    assert "12345678" not in written(folder)


def test_ordinary_words_stay(folder: Path) -> None:
    logging.getLogger("desk.poll").info("read %d mentions, status code: %d, state=new", 7, 200)
    assert "read 7 mentions, status code: 200, state=new" in written(folder)


class TeapotError(Exception):
    """Like a library's: its text holds what it was given."""


def test_an_error_is_told_without_its_values(folder: Path) -> None:
    secret_local = "CANARY-local"
    try:
        try:
            raise TeapotError({"Authorization": "CANARY"}, secret_local)
        except TeapotError as error:
            raise KeyError("CANARY text of a citizen") from error
    except KeyError as error:
        logging.getLogger("a").exception("failed with %s", error)
    text = written(folder)
    assert "CANARY" not in text
    assert "KeyError" in text
    assert "TeapotError" in text
    assert "test_logs.py:" in text
    assert "test_an_error_is_told_without_its_values" in text


def test_errors_whose_text_is_pythons_own_are_told(folder: Path) -> None:
    told = logs.describe(TypeError("f() takes 1 positional argument but 2 were given"))
    assert "takes 1 positional argument" in told
    assert logs.describe(Trouble(Offline())).endswith("Trouble: Offline")
    assert logs.describe(OSError(28, "No space left", "/secret/name")) == (
        "OSError: [28] No space left"
    )


def test_groups_and_loops_of_causes_end(folder: Path) -> None:
    one, two = ValueError("x"), ValueError("y")
    one.__cause__, two.__cause__ = two, one
    group = ExceptionGroup("g", [one, OSError(5, "Input/output error")])
    told = logs.describe(group)
    assert "[5] Input/output error" in told
    assert len(told.splitlines()) < 40


def test_a_line_break_cannot_forge_a_record(folder: Path) -> None:
    logging.getLogger("a").info("one\n2026-01-01 CRITICAL forged\x1b[31m\u2028line")
    assert len(written(folder).splitlines()) == 1


@pytest.mark.parametrize("name", ["tweepy.client", "aiohttp.access", "sqlalchemy.engine.Engine"])
def test_chatty_libraries_are_held_back_even_when_asked_to_chat(folder: Path, name: str) -> None:
    child = logging.getLogger(name)
    child.setLevel(logging.DEBUG)
    try:
        child.debug("headers and values")
    finally:
        child.setLevel(logging.NOTSET)
    assert written(folder) == ""


def test_the_file_is_for_its_owner_only_also_after_turning_over(folder: Path) -> None:
    for number in range(3):
        logging.getLogger("a").info("%d %s", number, "word " * 120_000)
    files = sorted(folder.iterdir())
    assert len(files) >= 2
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600} or os.name != "posix"


def test_a_log_that_cannot_be_opened_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    try:
        assert logs.start(tmp_path / "file") is not None
        logging.getLogger("a").error("still alive")
    finally:
        logs.stop()

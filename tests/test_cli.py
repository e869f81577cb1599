"""The command line as a script sees it: what it prints where, and the exit code."""

import argparse
import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from incluinfo_desk import __version__, cli
from incluinfo_desk.domain.suggestion.content import read_entries
from incluinfo_desk.single_instance import sole_owner


def desk(*arguments: str, given: str | bytes = "") -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "incluinfo_desk", *arguments],
        input=given if isinstance(given, bytes) else given.encode(),
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
    )


def rows(count: int) -> list[dict[str, object]]:
    return [
        {
            "id": f"entry-{number}",
            "topic": "imv",
            "question": f"¿Cómo se pide el trámite número {number}?",
            "reply": "Se pide así.",
            "variants": [],
            "keywords": [],
        }
        for number in range(count)
    ]


def test_version() -> None:
    done = desk("--version")
    assert (done.returncode, done.stdout) == (0, f"incluinfo-desk {__version__}\n")


def test_help_tells_every_command() -> None:
    done = desk("--help")
    assert done.returncode == 0
    for command in ("simulate", "suggest", "faq", "audit", "self-test", "--data-dir", "--demo"):
        assert command in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["--nonsense"],
        ["nonsense"],
        ["simulate", "--port", "x"],
        ["simulate", "--port", "70000"],
        ["simulate", "--speed", "0"],
        ["simulate", "--speed", "nan"],
        ["suggest"],
        ["suggest", "--jsonl", "text"],
        ["faq", "import"],
        ["faq", "sideways", "f.json"],
        ["audit"],
        ["audit", "export"],
        ["audit", "verify", "f.json"],
        ["--lang", "../x"],
        ["--api-url", "http://x.example"],
        ["--api-url", "ftp://127.0.0.1"],
        ["--data-dir"],
    ],
    ids=" ".join,
)
def test_what_is_not_understood_is_2_and_a_sentence(arguments: list[str]) -> None:
    done = desk(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--help" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_suggest_takes_the_starter_faq_where_there_is_no_profile(tmp_path: Path) -> None:
    done = desk(
        "--data-dir", str(tmp_path / "none"), "suggest", "no me contestan a la solicitud del IMV"
    )
    assert done.returncode == 0
    assert "imv-silencio-administrativo" in done.stdout
    assert not (tmp_path / "none").exists()


def test_jsonl_answers_line_by_line_and_names_the_bad_ones(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "a", "text": "¿Cómo pido el ingreso mínimo vital?"}),
        "not json",
        json.dumps({"id": 7, "text": ""}),
        json.dumps({"id": "no text"}),
        json.dumps({"id": "ñ", "text": "\ud83d\ude00 \u0000 <b>"}),
    ]
    done = desk("suggest", "--jsonl", "--data-dir", str(tmp_path), given="\n".join(lines))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert [answer["id"] for answer in answers] == ["a", 7, "ñ"]
    assert set(answers[0]) == {"id", "suggestions", "offer"}
    first = answers[0]["suggestions"]
    assert 1 <= len(first) <= 10
    assert set(first[0]) == {"faq_id", "confidence"}
    assert [s["confidence"] for s in first] == sorted(
        (s["confidence"] for s in first), reverse=True
    )
    assert answers[1] == {"id": 7, "suggestions": [], "offer": False}
    assert [line.split(":")[0] for line in done.stderr.splitlines()] == ["Línea 2", "Línea 4"]


def test_bytes_that_are_no_text_are_a_bad_line(tmp_path: Path) -> None:
    done = desk("suggest", "--jsonl", "--data-dir", str(tmp_path), given=b'{"id": "\xff"}\n')
    assert (done.returncode, done.stdout) == (1, "")
    assert "Línea 1" in done.stderr


def test_faq_goes_out_and_comes_in_unchanged(tmp_path: Path) -> None:
    starter, again = tmp_path / "starter.json", tmp_path / "again.json"
    data = ("--data-dir", str(tmp_path / "p"))
    assert desk("faq", "export", str(starter), *data).returncode == 0
    assert desk("faq", "import", str(starter), *data).returncode == 0
    assert desk("faq", "export", str(again), *data).returncode == 0
    assert again.read_text("utf-8") == starter.read_text("utf-8")
    entries, bad = read_entries(again.read_text("utf-8"))
    assert len(entries) > 100
    assert bad == []


def test_bad_rows_are_named_by_line_and_the_good_ones_taken(tmp_path: Path) -> None:
    good = rows(2)
    file = tmp_path / "faq.json"
    broken: list[object] = [good[0], {"id": "x"}, good[1], good[0]]
    file.write_text("[\n" + ",\n".join(json.dumps(r) for r in broken) + "\n]", "utf-8")
    done = desk("faq", "import", str(file), "--data-dir", str(tmp_path / "p"))
    assert done.returncode == 1
    assert "nuevas: 2" in done.stdout
    assert done.stderr.splitlines() == [
        "Línea 3 · Tema: Falta este dato.",
        "Línea 5 · Identificador: Otra fila lleva el mismo identificador.",
    ]


def test_what_is_here_with_other_words_changes_only_when_asked(tmp_path: Path) -> None:
    file, data = tmp_path / "faq.json", ("--data-dir", str(tmp_path / "p"))
    some = rows(3)
    file.write_text(json.dumps(some), "utf-8")
    desk("faq", "import", str(file), *data)
    some[1]["reply"] = "Ahora se pide de otra manera."
    file.write_text(json.dumps(some), "utf-8")
    done = desk("faq", "import", str(file), *data)
    assert "nuevas: 0. Cambiadas: 0." in done.stdout
    assert "--overwrite" in done.stdout
    done = desk("faq", "import", "--overwrite", str(file), *data)
    assert "nuevas: 0. Cambiadas: 1." in done.stdout
    out = tmp_path / "out.json"
    desk("faq", "export", str(out), *data)
    assert "de otra manera" in out.read_text("utf-8")


@pytest.mark.parametrize("content", [None, b"", b"{}", b"\xff\xfe", b"<html>"])
def test_a_faq_file_that_is_none_is_a_sentence(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "faq.json"
    if content is not None:
        file.write_bytes(content)
    done = desk("faq", "import", str(file), "--data-dir", str(tmp_path / "p"))
    assert done.returncode == 1
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_nobody_writes_a_profile_that_is_in_use(tmp_path: Path) -> None:
    file = tmp_path / "faq.json"
    file.write_text(json.dumps(rows(1)), "utf-8")
    (tmp_path / "p").mkdir()
    with sole_owner(tmp_path / "p" / "profile.lock"):
        done = desk("faq", "import", str(file), "--data-dir", str(tmp_path / "p"))
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "p" / "desk.sqlite3").exists()


def test_a_damaged_database_is_a_sentence_and_stays_as_it_is(tmp_path: Path) -> None:
    database = tmp_path / "desk.sqlite3"
    database.write_bytes(b"this was a database once" * 300)
    before = database.read_bytes()
    done = desk("--data-dir", str(tmp_path), "suggest", "hola")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert database.read_bytes() == before


def test_a_bug_leaves_a_report_and_no_traceback(tmp_path: Path) -> None:
    program = (
        "import sys; from incluinfo_desk import cli\n"
        "def fail(options): raise ValueError('CANARY')\n"
        "cli._COMMANDS['self-test'] = fail\n"
        f"sys.exit(cli.run(['self-test', '--data-dir', {str(tmp_path / 'p')!r}]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    reports = list((tmp_path / "p" / "crashes").iterdir())
    assert len(reports) == 1
    assert reports[0].name in done.stderr
    assert "CANARY" not in reports[0].read_text("utf-8") + done.stderr


def test_whoever_stops_reading_gets_no_complaint(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps({"id": n, "text": "imv"}) for n in range(200))
    with subprocess.Popen(
        [sys.executable, "-m", "incluinfo_desk", "--data-dir", str(tmp_path), "suggest", "--jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        assert process.stderr is not None
        process.stdout.close()
        process.stdin.write(lines.encode())
        process.stdin.close()
        assert process.stderr.read() == b""
        assert process.wait() == 1


def test_without_a_command_the_window_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[object, ...]] = []

    def window(options: argparse.Namespace) -> int:
        asked.append((options.data_dir, options.api_url, options.lang, options.demo))
        return 0

    monkeypatch.setitem(cli._COMMANDS, "window", window)
    monkeypatch.setattr(os, "umask", lambda _: 0)
    assert cli.run([]) == 0
    address = "http://127.0.0.1:8790"
    assert cli.run(["--demo", "--lang", "en", "--data-dir", "d", "--api-url", address]) == 0
    assert asked == [(None, None, None, False), (Path("d"), address, "en", True)]


def _change(profile: Path, statement: str) -> None:
    connection = sqlite3.connect(profile / "desk.sqlite3")
    for (trigger,) in connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit'"
    ).fetchall():
        connection.execute(f"DROP TRIGGER {trigger}")
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_the_record_is_verified_and_the_first_altered_part_is_named(tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    none = desk("--data-dir", str(profile), "audit", "verify")
    assert (none.returncode, none.stdout.splitlines()[0]) == (0, "0 registros, cadena íntegra.")
    assert not profile.exists()
    for number in range(3):
        source = tmp_path / f"{number}.json"
        source.write_text(json.dumps(rows(number + 1)), "utf-8")
        desk("--data-dir", str(profile), "faq", "import", str(source))
    whole = desk("--data-dir", str(profile), "audit", "verify")
    assert (whole.returncode, whole.stdout.splitlines()[0]) == (0, "3 registros, cadena íntegra.")
    written = tmp_path / "record.jsonl"
    assert desk("--data-dir", str(profile), "audit", "export", str(written)).returncode == 0
    lines = [json.loads(line) for line in written.read_text("ascii").splitlines()]
    assert [line["seq"] for line in lines] == [1, 2, 3]
    assert lines[2]["hash"] in whole.stdout
    more = desk("--data-dir", str(profile), "audit", "verify")
    assert more.stdout.splitlines()[0] == "4 registros, cadena íntegra."  # the export itself
    _change(profile, "UPDATE audit SET at = at + 1 WHERE seq = 2")
    altered = desk("--data-dir", str(profile), "audit", "verify")
    assert (altered.returncode, altered.stdout) == (1, "")
    assert altered.stderr.startswith("El registro 2 está alterado.")
    _change(profile, "DELETE FROM audit WHERE seq = 1")
    cut = desk("--data-dir", str(profile), "audit", "verify")
    assert cut.returncode == 1
    assert cut.stderr.startswith("Falta el registro 1 ")

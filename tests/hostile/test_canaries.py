"""After a bad day at DEBUG no token and no identifier is left anywhere but in the keyring."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.leaks import IDENTIFIERS


@pytest.mark.timeout(180)
def test_no_secret_and_no_identifier_is_left_behind(tmp_path: Path) -> None:
    folder = tmp_path / "perfil"
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile.leaks", str(folder)],
        capture_output=True, text=True, timeout=170, check=False,
        cwd=Path(__file__).resolve().parents[2],
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3_000:]
    told: dict[str, str] = json.loads(done.stdout.strip().splitlines()[-1])
    tokens = {name: value for name, value in told.items() if name.endswith("_token")}
    assert len(set(tokens.values())) == 4
    assert all(len(value) > 20 for value in tokens.values())
    canaries = {**tokens, **IDENTIFIERS, "full-width": "７３９４６２５１", "spaced": "687 31 59 42"}
    canaries["iban spaced"] = "2100 0418 4502 0005 1332"
    left = {str(p.relative_to(folder)): p for p in folder.rglob("*") if p.is_file()}
    places = {name: path.read_bytes() for name, path in left.items()}
    # The day left what it should: a database, a log at DEBUG, crash reports, an export.
    assert any(name.endswith(".sqlite3") for name in places)
    assert any(name.startswith("crashes/") for name in places)
    assert "faq-exportada.json" in places
    log = next(content for name, content in places.items() if name.endswith(".log"))
    assert b" DEBUG " in log
    assert "broken" in told["links"]
    places |= {name: told[name].encode() for name in ("argv", "environ")}
    places |= {"stderr": done.stderr.encode()}
    hits = [
        (place, canary)
        for place, content in places.items()
        for canary, value in canaries.items()
        if value.encode() in content or value.encode("utf-16-le") in content
    ]
    assert hits == []
    loose = [name for name, path in left.items() if stat.S_IMODE(path.stat().st_mode) & 0o077]
    assert loose == []

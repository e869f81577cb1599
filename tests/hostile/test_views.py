"""Hostile text in every field of every view of the real window: it stays text.

No widget draws markup, nothing that a text names is opened, by Python or by Qt itself, and
no view fails.
"""

from __future__ import annotations

import base64
import json
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.hostile.corpus import corpus

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
)
VIEWS = {
    "blocks", "topics", "proposals", "tip",
    "hoaxes",
    "list", "conversation", "preview", "link", "queue", "faq", "history", "import", "upkeep",
    "approvals", "boe", "incidents", "people", "services",
    "settings", "message", "crash", "help.palette", "help.keys", "help.about",
}  # fmt: skip


@pytest.mark.timeout(300)
def test_hostile_text_stays_text_in_every_view(tmp_path: Path) -> None:
    folder, probe = tmp_path / "perfil", tmp_path / "probe.png"
    folder.mkdir(mode=0o700)
    probe.write_bytes(PICTURE)
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
        done = subprocess.run(
            [sys.executable, "-m", "tests.hostile.views", str(folder), str(probe), address],
            capture_output=True, text=True, timeout=280, check=False,
            cwd=Path(__file__).resolve().parents[2],
        )  # fmt: skip
        server.setblocking(False)
        with pytest.raises(BlockingIOError):
            server.accept()  # nobody came
    assert done.returncode == 0, done.stderr[-3_000:]
    told: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    assert "error" not in told, told["error"]
    assert told["crashes"] == []
    assert told["rich"] == []
    assert told["probe"] is False
    assert told["seen"] == []
    # The same looks notice a label that does interpret its text, and the file it loads.
    assert told["sensitive"] == {"label": True, "file": True}
    assert set(told["views"]) == VIEWS
    assert told["views"]["conversation"] == told["views"]["faq"] == told["texts"]


def test_the_corpus_is_large_and_each_text_is_there_once() -> None:
    texts = corpus(Path("/probe"), "http://127.0.0.1:9")
    assert len(texts) == len(set(texts)) >= 30

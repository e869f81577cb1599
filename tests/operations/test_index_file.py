"""The index on disk: there from a thousand entries on, whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from incluinfo_desk.domain.faq import FaqEntry
from incluinfo_desk.operations import index_file
from incluinfo_desk.operations.index_file import IndexFile

ENTRIES = [FaqEntry(f"e{n}", "otros", f"¿Dónde está el armario {n}?", "-") for n in range(30)]


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_file, "KEEP_FROM", 30)


def test_the_next_start_has_it_from_the_file(tmp_path: Path) -> None:
    file = IndexFile(tmp_path / "index.npz")
    first = file.make(ENTRIES)
    assert not first.as_kept
    file.keep(first)
    second = file.make(ENTRIES)
    assert second.as_kept
    assert second.suggest("el armario 7") == first.suggest("el armario 7")
    assert [p.name for p in tmp_path.iterdir()] == ["index.npz"]


def test_a_damaged_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "index.npz"
    path.write_bytes(b"PK\x03\x04 half a file")
    file = IndexFile(path)
    index = file.make(ENTRIES)
    assert index.suggest("el armario 7").suggestions[0].faq_id == "e7"
    file.keep(index)
    assert file.make(ENTRIES).as_kept


def test_few_entries_leave_no_file_and_take_the_old_one_away(tmp_path: Path) -> None:
    path = tmp_path / "index.npz"
    file = IndexFile(path)
    file.keep(file.make(ENTRIES))
    assert path.exists()
    file.keep(file.make(ENTRIES[:5]))
    assert not path.exists()


def test_a_disk_that_refuses_stops_nobody(tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    file = IndexFile(folder / "index.npz")
    index = file.make(ENTRIES)
    file.keep(index)
    assert not folder.exists()
    assert index.suggest("el armario 7").suggestions[0].faq_id == "e7"

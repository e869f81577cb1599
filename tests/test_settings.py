import json
import os
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incluinfo_desk import settings as module
from incluinfo_desk.domain.problems import FileUnreadable, SettingsDamaged, Trouble
from incluinfo_desk.settings import Settings, SettingsFile, Theme, from_raw, to_raw, upgraded

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def file_in(folder: Path, text: str | bytes | None = None) -> SettingsFile:
    path = folder / "settings.json"
    if isinstance(text, str):
        path.write_text(text, encoding="utf-8")
    elif text is not None:
        path.write_bytes(text)
    return SettingsFile(path, lambda: NOON)


def test_first_start_has_the_defaults_and_writes_nothing(tmp_path: Path) -> None:
    file = file_in(tmp_path)
    assert file.load() == (Settings(), None)
    assert list(tmp_path.iterdir()) == []


def test_what_was_saved_is_read(tmp_path: Path) -> None:
    wanted = replace(
        Settings(),
        language="ca",
        theme=Theme.DARK,
        undo_seconds=0,
        officer_name="Íñigo Núñez",
        shortcuts={"take": "T", "close": ""},
        prices={"post": 0.015},
        budget_monthly_usd=250.5,
        proxy="http://proxy.example:3128",
    )
    file_in(tmp_path).save(wanted)
    assert file_in(tmp_path).load() == (wanted, None)


def test_the_file_is_for_its_owner_only_and_nothing_else_is_left(tmp_path: Path) -> None:
    file = file_in(tmp_path)
    file.save(Settings())
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]
    assert os.name != "posix" or file.path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '{"a": 1} x', b"\xff\xfe\x00", "[" * 100_000, '"' + "x" * 2_000_000],
    ids=["empty", "cut", "list", "null", "trailing", "not utf-8", "deep", "large"],
)
def test_a_damaged_file_is_kept_aside(tmp_path: Path, text: str | bytes) -> None:
    file = file_in(tmp_path, text)
    before = file.path.read_bytes()
    found, problem = file.load()
    assert found == Settings()
    aside = tmp_path / "settings.damaged-20261123T120000Z.json"
    assert problem == SettingsDamaged(file.path, aside)
    assert aside.read_bytes() == before
    file.save(found)
    assert file_in(tmp_path).load() == (Settings(), None)


def test_a_second_damaged_file_does_not_replace_the_first(tmp_path: Path) -> None:
    for text in ("{1", "{2"):
        file_in(tmp_path, text).load()
    kept = sorted(path.read_text() for path in tmp_path.iterdir())
    assert kept == ["{1", "{2"]


def test_what_can_be_neither_read_nor_kept_aside_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = file_in(tmp_path, "{")

    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "rename", refused)
    assert file.load() == (Settings(), SettingsDamaged(file.path, file.path))
    with pytest.raises(Trouble) as caught:
        file.save(Settings())
    assert caught.value.problem == FileUnreadable(file.path)
    assert file.path.read_text() == "{"


def test_a_bad_value_falls_back_alone_and_is_named(tmp_path: Path) -> None:
    raw = {"undo_seconds": -1, "poll_seconds": "30", "theme": "pink", "language": "gl"}
    file = file_in(tmp_path, json.dumps(raw))
    found, problem = file.load()
    assert problem is None
    assert found == replace(Settings(), language="gl")
    assert file.ignored == ("poll_seconds", "theme", "undo_seconds")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("notify", 1),
        ("retention_days", 0),
        ("retention_days", 366),
        ("undo_seconds", True),
        ("undo_seconds", 8.0),
        ("font_scale", 10),
        ("budget_monthly_usd", float("nan")),
        ("budget_monthly_usd", -3),
        ("prices", {"post": "dear"}),
        ("shortcuts", ["J"]),
        ("officer_name", "a\nb"),
        ("client_id", "with space"),
        ("proxy", "http://user:password@proxy.example"),
        ("proxy", "javascript:alert(1)"),
        ("language", "../x"),
    ],
)
def test_values_that_make_no_sense_are_refused(name: str, value: object) -> None:
    found, ignored = from_raw({name: value})
    assert ignored == (name,)
    assert getattr(found, name) == getattr(Settings(), name)


def test_keys_of_a_newer_version_survive(tmp_path: Path) -> None:
    file = file_in(tmp_path, json.dumps({"version": 99, "hologram": [1, {"a": None}]}))
    found, _ = file.load()
    file.save(replace(found, language="en"))
    kept = json.loads(file.path.read_text())
    assert kept["hologram"] == [1, {"a": None}]
    assert kept["version"] == 99
    assert kept["language"] == "en"


def test_older_files_pass_every_step_once() -> None:
    def second(raw: dict[str, Any]) -> dict[str, Any]:
        return {"seconds": raw["delay"]}

    def third(raw: dict[str, Any]) -> dict[str, Any]:
        return {**raw, "seconds": raw["seconds"] * 2}

    steps = {1: second, 2: third}
    before = {"delay": 4}
    assert upgraded(before, steps, 3) == {"seconds": 8, "version": 3}
    assert before == {"delay": 4}
    assert upgraded({"version": 2, "seconds": 4}, steps, 3) == {"seconds": 8, "version": 3}
    assert upgraded({"version": 3, "seconds": 4}, steps, 3) == {"seconds": 4, "version": 3}


def test_every_older_version_has_its_step() -> None:
    assert set(module.UPGRADES) == set(range(1, module.VERSION))


@pytest.mark.parametrize("version", [None, "2", 0, -1, True, 1.5])
def test_a_version_written_by_hand_is_the_first(version: object) -> None:
    assert upgraded({"version": version}, {}, 1) == {"version": 1}


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = file_in(tmp_path)
    file.save(Settings())
    before = file.path.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Trouble):
        file.save(replace(Settings(), language="en"))
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]
    assert file.path.read_bytes() == before


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
names = st.sampled_from([*(f for f in to_raw(Settings())), "new", "unknown"])


@given(st.dictionaries(names, json_values))
def test_no_content_stops_the_desk_and_the_good_part_survives(raw: dict[str, Any]) -> None:
    found, _ = from_raw(upgraded(raw, module.UPGRADES, module.VERSION))
    again, ignored = from_raw(json.loads(json.dumps(to_raw(found))))
    assert ignored == ()
    assert plain(again) == plain(found)


def plain(found: Settings) -> str:
    """Comparable even with NaN in an unknown key."""
    raw: Mapping[str, Any] = to_raw(found)
    return json.dumps(raw, sort_keys=True)

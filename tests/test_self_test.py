from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from incluinfo_desk import assets, self_test

ROOT = Path(__file__).resolve().parent.parent


def test_all_but_the_keyring_is_here(qtbot: QtBot) -> None:
    # The suite has no keyring, and the command must say so.
    assert self_test.missing() == ["keyring"]


def test_what_is_missing_is_named(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("resources/icons", "resources/style", "resources/faq", "i18n"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "resources/icons/broken.svg").write_text("<svg", "utf-8")
    (tmp_path / "resources/style/desk.qss").write_text("", "utf-8")
    (tmp_path / "i18n/incluinfo_desk_es.qm").write_bytes(b"no translation")
    monkeypatch.setattr(assets, "_root", lambda: tmp_path)
    found = self_test.missing()
    assert {
        "resources/icons/broken.svg",
        "resources/style/desk.qss",
        "i18n/incluinfo_desk_es.qm",
        "i18n/incluinfo_desk_en.qm",
        "content (MissingAssetError)",
        "keyring",
    } <= set(found)

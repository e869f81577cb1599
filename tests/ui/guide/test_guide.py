"""The guide is whole in each language it claims, and readable offline."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from incluinfo_desk.ui.guide import LANGUAGES, Guide, read_guide


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_sections_and_none_is_empty(language: str) -> None:
    found = read_guide(language)
    assert len(found) == len(read_guide("es")) >= 10
    assert all(title and body for title, body in found)


def test_unwritten_language_reads_the_spanish_one() -> None:
    assert read_guide("gl") == read_guide("es")


def test_choosing_a_section_shows_its_text(qtbot: QtBot) -> None:
    QLocale.setDefault(QLocale("es"))
    parent = QWidget()
    qtbot.addWidget(parent)
    guide = Guide(parent)
    titles, body = guide.findChild(QListWidget), guide.findChild(QPlainTextEdit)
    assert isinstance(titles, QListWidget)
    assert isinstance(body, QPlainTextEdit)
    titles.setCurrentRow(5)
    assert body.toPlainText().startswith(read_guide("es")[5][1][:40])

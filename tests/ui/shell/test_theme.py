"""Contrast is measured for every pair that is drawn; nothing of the style sheet is left over."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from incluinfo_desk.assets import resource
from incluinfo_desk.ui.theme import (
    DARK,
    LIGHT,
    TEXT_PAIRS,
    Theme,
    contrast,
    high_contrast,
    look,
    pixmap,
    style_sheet,
)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("pair", TEXT_PAIRS, ids=lambda pair: " on ".join(pair))
def test_text_can_be_read(theme: Theme, pair: tuple[str, str]) -> None:
    words, ground = pair
    assert contrast(getattr(theme, words), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_edges_and_focus_can_be_seen(theme: Theme) -> None:
    for line in (theme.edge, theme.accent):
        for ground in (theme.background, theme.surface, theme.raised):
            assert contrast(line, ground) >= 3


def test_contrast_is_the_one_of_wcag() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_style_sheet_is_filled_in_whole(app: QApplication, scale: float) -> None:
    for theme in (LIGHT, DARK):
        sheet = style_sheet(theme, scale)
        assert "@" not in sheet
        assert not re.search(r"\d+dp\b", sheet)
        assert theme.accent in sheet


def test_high_contrast_takes_the_colours_of_the_system(app: QApplication) -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor("#000000"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#FFFF00"))
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#00FFFF"))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor("#000000"))
    theme = high_contrast(palette)
    assert (theme.text, theme.background, theme.accent) == ("#FFFF00", "#000000", "#00FFFF")
    for words, ground in TEXT_PAIRS:
        assert contrast(getattr(theme, words), getattr(theme, ground)) >= 4.5


def test_weak_system_colours_become_black_and_white(app: QApplication) -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor("#808080"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#909090"))
    theme = high_contrast(palette)
    assert contrast(theme.text, theme.background) == pytest.approx(21)


def test_dark_and_twice_as_large(app: QApplication) -> None:
    before = look().px(100)
    look().follow(app, "dark", 200)
    assert look().theme is DARK
    assert look().px(100) == 2 * before
    assert app.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.background


def test_a_change_of_look_is_told(app: QApplication) -> None:
    told: list[Theme] = []
    look().changed.connect(lambda: told.append(look().theme))
    look().follow(app, "dark", 100)
    look().follow(app, "dark", 100)
    assert told == [DARK]


def test_every_icon_is_drawn_in_the_colour_asked_for(app: QApplication) -> None:
    names = sorted(path.stem for path in resource("icons").glob("*.svg"))
    assert {"inbox", "faq", "incidents", "settings", "search"} <= set(names)
    for name in names:
        image = pixmap(name, "#0B57A4", 24).toImage()
        assert any(
            image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(24)
        ), name

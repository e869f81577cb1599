"""Another language while the window is open."""

from __future__ import annotations

from PySide6.QtCore import QTranslator
from PySide6.QtTest import QTest

from incluinfo_desk.assets import translations
from tests.journeys.conftest import Scene
from tests.journeys.person import Person


def _in_english(context: str, source: str) -> str:
    """What the catalogue says; the source where it says nothing yet."""
    catalogue = QTranslator()
    assert catalogue.load(str(translations() / "incluinfo_desk_en.qm"))
    return catalogue.translate(context, source) or source


def test_window_speaks_english_from_the_moment_it_is_chosen_and_after_reopening(
    scene: Scene,
) -> None:
    title = _in_english("Actions", "&Incidencias")
    setting = _in_english("LookSection", "Idioma de la ventana")

    async def first(person: Person) -> None:
        await person.press("Ctrl+,")
        box = await person.combo("Idioma de la ventana")
        box.setFocus()
        QTest.keyClicks(box, "Eng")
        await person.sees(setting)
        titles = [action.text() for action in person.window.menuBar().actions()]
        assert title in titles

    async def again(person: Person) -> None:
        titles = [action.text() for action in person.window.menuBar().actions()]
        assert title in titles

    scene.play(first, language=None)
    scene.play(again, language=None)

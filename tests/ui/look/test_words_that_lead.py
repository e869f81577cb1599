"""Words that lead: answered is not answered twice, a newcomer begins, a key is found."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from incluinfo_desk.domain.conversation import State
from incluinfo_desk.domain.events import Link
from incluinfo_desk.ui.buttons import Button, key_text
from incluinfo_desk.ui.inbox.place import InboxPlace
from incluinfo_desk.ui.inbox.presenter import Pile
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.messages import EmptyState
from incluinfo_desk.ui.window import Window
from tests.ui import samples
from tests.ui.gallery import offer


@pytest.fixture
def place(window: Window, app: QApplication) -> InboxPlace:
    made = InboxPlace(window)
    window.adopt("inbox", made)
    return made


def test_an_answered_one_has_no_button_that_sends(place: InboxPlace) -> None:
    of = replace(samples.conversations()[0], state=State.ANSWERED)
    place.suggestions.show_offer(offer(), of)
    assert "Enviar ya" not in [each.text() for each in place.suggestions.findChildren(Button)]
    words = [each.text() for each in place.suggestions.findChildren(PlainLabel)]
    assert any(each.startswith("✓ Ya respondida") for each in words)


def test_who_has_not_begun_is_told_how(place: InboxPlace) -> None:
    sentence = place.conversation.findChildren(EmptyState)[0]
    place.list.show_link(Link.SIGNED_OUT, None)
    place.list.show_counts(dict.fromkeys(Pile, 0))
    assert sentence.sentence.startswith("Para empezar: inicie sesión en X")
    place.list.show_link(Link.CONNECTED, None)
    assert sentence.sentence.startswith("Elija una conversación")


def test_keys_are_written_as_on_the_keyboard_in_every_language(app: QApplication) -> None:
    translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    assert translator.load("qtbase_es", folder)
    app.installTranslator(translator)
    try:
        assert "Retorno" not in key_text("Ctrl+Return")
    finally:
        app.removeTranslator(translator)

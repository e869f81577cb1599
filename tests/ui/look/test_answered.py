"""An answered conversation does not tempt to answer twice; a newcomer is told how to begin."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from incluinfo_desk.domain.conversation import State
from incluinfo_desk.domain.events import Link
from incluinfo_desk.ui.inbox.place import InboxPlace
from incluinfo_desk.ui.inbox.presenter import Pile
from incluinfo_desk.ui.widgets import Button, EmptyState, PlainLabel
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

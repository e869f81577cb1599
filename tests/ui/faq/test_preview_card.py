"""The preview of the form: the same answer as X, the telephone and a page have it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from incluinfo_desk.domain.faq import FaqEntry, Translation
from incluinfo_desk.domain.faq_voices import Voice
from incluinfo_desk.ui.faq.preview_card import PreviewCard

ENTRY = FaqEntry(
    id="a", topic="imv", question="¿Y?", reply="Sí: {enlace}", link="https://www.seg-social.es",
    translations=(Translation("eu", "Bai: {enlace}"),),
)  # fmt: skip


def test_what_is_chosen_is_shown_and_copied_and_stays_while_it_is_edited(
    qapp: QApplication,
) -> None:
    card = PreviewCard()
    card.load(ENTRY)
    assert card.text.text() == "Sí: https://www.seg-social.es"
    assert card.counter.text() == "27 / 280"
    card.voices.buttons[Voice.PHONE].click()
    card.languages.buttons["eu"].click()
    assert card.text.text() == "Bai: seg marratxo social puntu es"
    card._copy.click()
    assert QGuiApplication.clipboard().text() == card.text.text()
    card.load(replace(ENTRY, translations=(Translation("eu", "Ez."),)))
    assert card.text.text() == "Ez."
    card.load(replace(ENTRY, translations=()))
    assert card.text.text() == "Sí: seg guion social punto es"
    card.load(replace(ENTRY, reply=""))
    assert not card._copy.isEnabled()

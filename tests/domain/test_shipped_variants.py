"""The variants that ship with the starter FAQ: there, agreeing, short enough, easy to read."""

from __future__ import annotations

from incluinfo_desk.assets import resource
from incluinfo_desk.domain.faq import EASY_READ
from incluinfo_desk.domain.plain_language import LONGEST_SENTENCE, HintKind, PlainLanguage
from incluinfo_desk.domain.suggestion.content import read_entries
from incluinfo_desk.domain.variants import LANGUAGES, variant_flaws

ENTRIES, _ = read_entries(resource("faq", "starter_faq.json").read_text("utf-8"))
SPOKEN = [entry for entry in ENTRIES if entry.translations]
PLAIN = PlainLanguage.from_json(resource("faq", "plain_language.json").read_text("utf-8"))
QUESTIONS = 14
"""Of the product's list, Q01 to Q14, which come first."""


def test_every_variant_says_what_the_spanish_says_and_fits() -> None:
    flaws = [flaw for e in SPOKEN for t in e.translations for flaw in variant_flaws(e, t)]
    assert flaws == []
    assert all(variant.language in LANGUAGES for e in SPOKEN for variant in e.translations)


def test_ten_of_the_fourteen_questions_are_answered_in_easy_read_and_five_in_each_language() -> (
    None
):
    first = ENTRIES[:QUESTIONS]
    assert sum(entry.translation_in(EASY_READ) is not None for entry in first) >= 10
    for language in LANGUAGES:
        assert sum(entry.translation_in(language) is not None for entry in first) >= 5


def test_easy_read_has_short_sentences_and_no_jargon() -> None:
    for entry in SPOKEN:
        easy = entry.translation_in(EASY_READ)
        assert easy is not None
        assert {hint.kind for hint in PLAIN.hints(easy.reply)} <= {HintKind.ACRONYM}, easy.reply
        longest = max(len(part.split()) for part in easy.reply.replace("?", ".").split("."))
        assert longest <= LONGEST_SENTENCE

"""The variants of an entry in other languages, as the form shows them. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from incluinfo_desk.domain.faq import FaqEntry, Translation
from incluinfo_desk.domain.length import weighted_length
from incluinfo_desk.domain.variants import LANGUAGES, VariantFlaw, variant_flaws, variant_text


@dataclass(frozen=True, slots=True)
class VariantLine:
    """One language of the form."""

    language: str
    length: int = 0
    """Units that it weighs for X, with its link; 0 for none."""
    flaws: tuple[VariantFlaw, ...] = ()
    written: bool = False


def languages(translations: Sequence[Translation]) -> tuple[str, ...]:
    """Those that the desk offers, and what else came from a file."""
    return tuple(dict.fromkeys((*LANGUAGES, *(each.language for each in translations))))


def variant_lines(entry: FaqEntry, official: frozenset[str]) -> tuple[VariantLine, ...]:
    """Every language with what is wrong in it. Half a millisecond for each new text."""
    return tuple(_line(entry, each, official) for each in languages(entry.translations))


def with_variant(
    translations: Sequence[Translation], language: str, *, reply: str, link: str
) -> tuple[Translation, ...]:
    """The variants with this one as it is now; without text and link there is none."""
    others = [each for each in translations if each.language != language]
    if not reply.strip() and not link.strip():
        return tuple(others)
    order = languages(translations)
    all_of_them = [*others, Translation(language, reply, link or None)]
    return tuple(sorted(all_of_them, key=lambda each: order.index(each.language)))


def tidied(translations: Sequence[Translation]) -> tuple[Translation, ...]:
    """Without blanks at the ends, as it is stored."""
    return tuple(
        replace(each, reply=each.reply.strip(), link=(each.link or "").strip() or None)
        for each in translations
    )


def _line(entry: FaqEntry, language: str, official: frozenset[str]) -> VariantLine:
    variant = entry.translation_in(language)
    if variant is None:
        return VariantLine(language)
    return VariantLine(
        language,
        weighted_length(variant_text(entry, variant)),
        variant_flaws(entry, variant, official),
        written=True,
    )

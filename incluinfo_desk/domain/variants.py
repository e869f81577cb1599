"""What is wrong with a variant of an answer, in another language or easy to read.

Whoever verifies an entry answers for its variants too: the desk sends them by one key.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from incluinfo_desk.domain import privacy
from incluinfo_desk.domain.agreement import Disagreement, translation_disagreements
from incluinfo_desk.domain.blocks import expand
from incluinfo_desk.domain.faq import EASY_READ, LINK_SLOT, FaqEntry, FaqRule, Translation
from incluinfo_desk.domain.identifiers import Kind
from incluinfo_desk.domain.length import LIMIT, weighted_length

LANGUAGES = ("ca", "gl", "eu", "en", EASY_READ)
"""Variants that the form and the tables offer, in their order."""
CONTACTS = frozenset({Kind.PHONE, Kind.EMAIL})
"""An answer may name an office's telephone; whoever verifies it says it is one."""


@dataclass(frozen=True, slots=True)
class VariantFlaw:
    """One thing that keeps an entry with this variant from being verified."""

    rule: FaqRule
    language: str
    over: int = 0
    """Units that do not fit, of ``VARIANT_TOO_LONG``."""
    differs: Disagreement | None = None
    """Of ``VARIANT_DISAGREES``."""


def variant_text(entry: FaqEntry, variant: Translation) -> str:
    """The variant with its link in place, as X will show it."""
    link, said = variant.link or entry.link, expand(variant.reply, entry.blocks)
    return said.replace(LINK_SLOT, link) if link else said


def variant_flaws(
    entry: FaqEntry, variant: Translation, official: frozenset[str] = privacy.OFFICIAL
) -> tuple[VariantFlaw, ...]:
    """Everything that is wrong with one variant of ``entry``; empty when it may be sent.

    ``official`` are the public telephones and addresses that are nobody's data.
    """
    language = variant.language

    def flaw(rule: FaqRule, over: int = 0) -> VariantFlaw:
        return VariantFlaw(rule, language, over)

    if not variant.reply.strip():
        return (flaw(FaqRule.VARIANT_EMPTY),)
    found: list[VariantFlaw] = []
    over = weighted_length(variant_text(entry, variant)) - LIMIT
    if over > 0:
        found.append(flaw(FaqRule.VARIANT_TOO_LONG, over))
    if is_private(expand(variant.reply, entry.blocks), official):
        found.append(flaw(FaqRule.VARIANT_PERSONAL_DATA))
    if variant.link is not None and not is_https(variant.link):
        found.append(flaw(FaqRule.VARIANT_LINK))
    found += (
        VariantFlaw(FaqRule.VARIANT_DISAGREES, language, differs=each)
        for each in translation_disagreements(entry, variant)
    )
    return tuple(found)


def is_private(text: str, official: frozenset[str]) -> bool:
    """Whether a text of the FAQ holds personal data."""
    return any(finding.kind not in CONTACTS for finding in privacy.find(text, official))


def is_https(link: str) -> bool:
    """Whether it is an address that an answer may name."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return parts.scheme == "https" and bool(parts.hostname) and " " not in link

"""What an officer typed into an entry, as it is stored. No Qt."""

from __future__ import annotations

from dataclasses import replace

from incluinfo_desk.domain.faq import FaqEntry
from incluinfo_desk.domain.slug import slug
from incluinfo_desk.ui.faq.variants_presenter import tidied

_ID_WORDS = 6
_ID_LONGEST = 70
_SMALL = frozenset(
    [
        "a", "al", "como", "con", "cual", "cuando", "de", "del", "desde", "donde", "el", "en",
        "es", "esta", "hay", "he", "la", "las", "lo", "los", "me", "mi", "no", "o", "para", "por",
        "puedo", "que", "se", "si", "su", "tengo", "un", "una", "y", "ya",
    ],
)  # fmt: skip
"""Words that say nothing in an identifier."""


def identifier(entry: FaqEntry) -> str:
    """A name for a new entry out of its question; "" while there is none."""
    words = [word for word in slug(entry.question).split("-") if word]
    telling = [word for word in words if word not in _SMALL] or words
    if not telling:
        return ""
    parts = [entry.topic] if entry.topic and slug(entry.topic) == entry.topic else []
    return "-".join([*parts, *telling[:_ID_WORDS]])[:_ID_LONGEST].strip("-")


def tidy(entry: FaqEntry) -> FaqEntry:
    """Without blanks at the ends and empty lines, which nobody means."""
    return replace(
        entry,
        question=entry.question.strip(),
        reply=entry.reply.strip(),
        translations=tidied(entry.translations),
        body=entry.body.strip(),
        link=(entry.link or "").strip() or None,
        legal_basis=(entry.legal_basis or "").strip() or None,
        source=(entry.source or "").strip() or None,
        variants=tuple(line.strip() for line in entry.variants if line.strip()),
        keywords=tuple(word.strip() for word in entry.keywords if word.strip()),
        norms=tuple(dict.fromkeys(norm.strip() for norm in entry.norms if norm.strip())),
    )

"""Entries of the FAQ as rows of the table and as revisions of the history, and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date, datetime
from typing import Any

from incluinfo_desk.domain.faq import FaqEntry, FaqState, Layer, Translation
from incluinfo_desk.store.exact import clean, folded, micros, moment

_NAMES = tuple(each.name for each in fields(FaqEntry) if each.name != "blocks")
_LISTS = ("variants", "keywords", "norms")
_DATES = ("review_by", "valid_from", "link_dead_since")
_TIMES = ("verified_at", "updated_at")


def cleaned(entry: FaqEntry) -> FaqEntry:
    """The entry as it will be read back, so that what save() returns is what is stored."""
    changes: dict[str, Any] = {}
    for name in _NAMES:
        value = getattr(entry, name)
        if type(value) is str:
            changes[name] = clean(value)
        elif name in _LISTS:
            changes[name] = tuple(clean(each) for each in value)
    changes["translations"] = tuple(
        replace(each, reply=clean(each.reply), link=each.link and clean(each.link))
        for each in entry.translations
    )
    return replace(entry, **changes)


def values_of(entry: FaqEntry) -> dict[str, Any]:
    """The row of an entry, with the words that are searched."""
    row = {name: getattr(entry, name) for name in _NAMES}
    row |= {name: list(row[name]) for name in _LISTS}
    row["translations"] = _packed(entry.translations)
    searched = (entry.id, entry.question, *entry.variants, *entry.keywords, entry.reply)
    row["folded"] = folded("\n".join(searched))
    return row


def entry_of(row: Any) -> FaqEntry:
    """The entry of a row."""
    values = {name: row[name] for name in _NAMES}
    values |= {name: tuple(values[name]) for name in _LISTS}
    values["translations"] = tuple(Translation(*each) for each in values["translations"])
    values["state"] = FaqState(values["state"])
    values["layer"] = Layer(values["layer"])
    return FaqEntry(**values)


def _packed(translations: Sequence[Translation]) -> list[list[str | None]]:
    return [[each.language, each.reply, each.link] for each in translations]


def revised(entry: FaqEntry, at: datetime, by: str) -> dict[str, Any]:
    """Its row in the history."""
    return {
        "faq_id": entry.id,
        "revision": entry.revision,
        "at": at,
        "by": by,
        "entry": frozen(entry),
    }


def frozen(entry: FaqEntry) -> dict[str, Any]:
    """The entry as a revision keeps it, for JSON."""
    raw = {name: getattr(entry, name) for name in _NAMES}
    raw |= {name: list(raw[name]) for name in _LISTS}
    raw["translations"] = _packed(entry.translations)
    raw |= {name: raw[name] and raw[name].isoformat() for name in _DATES}
    raw |= {name: raw[name] and micros(raw[name]) for name in _TIMES}
    return raw


def thawed(raw: dict[str, Any]) -> FaqEntry:
    """A stored revision; fields that came later have their default."""
    values = {name: raw[name] for name in _NAMES if name in raw}
    values |= {
        name: values[name] and date.fromisoformat(values[name]) for name in _DATES if name in values
    }
    values |= {name: None if values[name] is None else moment(values[name]) for name in _TIMES}
    return entry_of({**{f.name: f.default for f in fields(FaqEntry)}, **values})

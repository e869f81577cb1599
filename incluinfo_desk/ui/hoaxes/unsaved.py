"""Hoaxes being edited, as a note that survives another choice, closing and a crash. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from incluinfo_desk.domain.hoax import Harm, Hoax, Rebuttal, Scope, Source, Verdict

NOTE = "hoaxes.unsaved"
"""Key in the store's notes."""
_PLAIN = ("claim", "body", "redirect", "note")
_LISTS = ("wordings", "evidence")
_EDITED = (*_PLAIN, *_LISTS, "scope", "verdict", "harm", "sources", "rebuttal")


def edited(hoax: Hoax, stored: Hoax) -> bool:
    """Whether an officer wrote something into ``hoax`` that is not stored."""
    return any(getattr(hoax, name) != getattr(stored, name) for name in _EDITED)


def over(stored: Hoax, hoax: Hoax) -> Hoax:
    """The entry as it is stored now, with what an officer wrote into ``hoax``."""
    return replace(stored, **{name: getattr(hoax, name) for name in _EDITED})


def pack(hoaxes: Mapping[str, Hoax]) -> dict[str, Any]:
    """What the note holds: only what an officer edits."""
    return {
        hoax.id: {
            "first_seen": hoax.first_seen.isoformat(),
            **{name: getattr(hoax, name) for name in _PLAIN},
            **{name: list(getattr(hoax, name)) for name in _LISTS},
            **{name: getattr(hoax, name).value for name in ("scope", "verdict", "harm")},
            "sources": [
                [each.title, each.url, each.date and each.date.isoformat()] for each in hoax.sources
            ],
            "rebuttal": asdict(hoax.rebuttal),
        }
        for hoax in hoaxes.values()
    }


def unpack(note: Any) -> dict[str, Hoax]:
    """The entries of a note, each with its edits alone; a damaged note holds nothing."""
    try:
        return {id: _hoax(id, fields) for id, fields in (note or {}).items()}
    except (AttributeError, KeyError, TypeError, ValueError):
        return {}


def _hoax(id: str, fields: Mapping[str, Any]) -> Hoax:
    return Hoax(
        id=id,
        first_seen=date.fromisoformat(fields["first_seen"]),
        claim=str(fields["claim"]),
        body=str(fields["body"]),
        redirect=str(fields["redirect"]),
        note=str(fields["note"]),
        wordings=tuple(map(str, fields["wordings"])),
        evidence=tuple(map(str, fields["evidence"])),
        scope=Scope(fields["scope"]),
        verdict=Verdict(fields["verdict"]),
        harm=Harm(fields["harm"]),
        sources=tuple(
            Source(title, url, date.fromisoformat(day) if day else None)
            for title, url, day in fields["sources"]
        ),
        rebuttal=Rebuttal(**fields["rebuttal"]),
    )

"""An entry being edited, as a note that survives a crash. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from incluinfo_desk.domain.faq import FaqEntry, Layer, Translation, editable_fields

NOTE = "faq.unsaved"
"""Key in the store's notes."""
_LISTS = ("variants", "keywords", "norms")
_DATES = ("review_by", "valid_from")


@dataclass(frozen=True, slots=True)
class Unsaved:
    entry: FaqEntry
    """As it was being edited."""
    new: bool


def pack(entry: FaqEntry, *, new: bool) -> dict[str, Any]:
    """What the note holds: only what an officer edits."""
    fields: dict[str, Any] = {}
    for name in editable_fields():
        value = getattr(entry, name)
        if name in _LISTS:
            value = list(value)
        elif name == "translations":
            value = [[each.language, each.reply, each.link] for each in value]
        elif name in _DATES:
            value = value.isoformat() if value else None
        fields[name] = value
    return {
        "id": entry.id,
        "new": new,
        "revision": entry.revision,
        "owner": entry.owner if entry.layer is Layer.PERSONAL else "",
        "fields": fields,
    }


def unpack(note: Any, stored: FaqEntry | None) -> Unsaved | None:
    """The entry of a note over the ``stored`` one; None when there is nothing to recover."""
    try:
        # A note of an older desk knows less.
        known = {"translations": [], "no_norm": False, "procedure": "", **note["fields"]}
        fields = {name: known[name] for name in editable_fields()}
        new = bool(note["new"])
        for name in _LISTS:
            fields[name] = tuple(str(each) for each in fields[name])
        for name in _DATES:
            fields[name] = date.fromisoformat(fields[name]) if fields[name] else None
        fields["translations"] = tuple(
            Translation(str(language), str(reply), str(link) if link else None)
            for language, reply, link in fields["translations"]
        )
        for name in ("needs_private_channel", "no_norm"):
            fields[name] = bool(fields[name])
        fields["procedure"] = str(fields["procedure"])
        revision = int(note["revision"])
        if owner := str(note.get("owner", "")):
            fields |= {"layer": Layer.PERSONAL, "owner": owner}
    except (KeyError, TypeError, ValueError):
        return None
    if new:
        return Unsaved(replace(blank(), **fields), new=True)
    if stored is None:
        return None
    return Unsaved(replace(stored, revision=revision, **fields), new=False)


def blank(question: str = "", topic: str = "") -> FaqEntry:
    """An entry that nobody has filled in."""
    return FaqEntry(id="", topic=topic, question=question, reply="", revision=0)

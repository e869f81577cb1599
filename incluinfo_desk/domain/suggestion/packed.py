"""An index as one file, so that ten thousand entries need not be read anew at every start.

Nothing in it but what the FAQ, the glossary and the reject entries say: never a post.
"""

from __future__ import annotations

import json
from dataclasses import fields
from typing import IO, Any
from zipfile import BadZipFile

import numpy as np

from incluinfo_desk.domain.suggestion.features import BUCKETS, Repair, Vocabulary
from incluinfo_desk.domain.suggestion.index import FIELDS, Field, Shelf, Snapshot

FORMAT = 1
"""How texts become numbers. To be raised whenever that changes: ``test_packed.py`` notices."""
_ARRAYS = tuple(f.name for f in fields(Field) if f.name != "average")
_SHELF = ("variants", "borders", *Shelf.PARTS)


def write(snapshot: Snapshot, key: str, out: IO[bytes]) -> None:
    """Write the base; edits must have been folded in before."""
    shelf = snapshot.documents
    arrays: dict[str, Any] = {f"shelf.{name}": getattr(shelf, name) for name in _SHELF}
    for name in FIELDS:
        field: Field = getattr(snapshot, name)
        arrays |= {f"{name}.{part}": getattr(field, part) for part in _ARRAYS}
    surfaces, keys = snapshot.repair.known()
    head = {
        "key": [FORMAT, key],
        "ids": shelf.ids,
        "topics": shelf.topics,
        "marks": [mark.hex() for mark in shelf.marks],
        "averages": {name: getattr(snapshot, name).average for name in FIELDS},
        "surfaces": sorted(surfaces),
        "keys": sorted(keys),
    }
    arrays["head"] = np.frombuffer(json.dumps(head).encode(), np.uint8)
    np.savez(out, **arrays)


def read(source: IO[bytes], key: str) -> Snapshot | None:
    """What :func:`write` wrote under this key; None for anything else, damaged or foreign."""
    try:
        with np.load(source, allow_pickle=False) as held:
            head = json.loads(held["head"].tobytes())
            if head["key"] != [FORMAT, key]:
                return None
            shelf = Shelf(
                ids=tuple(head["ids"]),
                topics=tuple(head["topics"]),
                marks=tuple(bytes.fromhex(mark) for mark in head["marks"]),
                **{name: held[f"shelf.{name}"] for name in _SHELF},
            )
            made = {
                name: Field(
                    **{part: held[f"{name}.{part}"] for part in _ARRAYS},
                    average=float(head["averages"][name]),
                )
                for name in FIELDS
            }
    except (OSError, ValueError, KeyError, TypeError, EOFError, BadZipFile):
        return None
    if not _whole(shelf, made):
        return None
    vocabulary = Vocabulary(head["keys"])
    vocabulary.surfaces = set(head["surfaces"])
    return Snapshot(
        documents=shelf,
        places={doc_id: number for number, doc_id in enumerate(shelf.ids)},
        gone=frozenset(),
        fresh=(),
        repair=Repair(vocabulary),
        **made,
    )


def _whole(shelf: Shelf, made: dict[str, Field]) -> bool:
    """Whether every number points to something; the archive itself holds checksums."""
    n = len(shelf)
    if not len(shelf.topics) == len(shelf.marks) == len(shelf.variants) == n:
        return False
    if shelf.borders.shape != (n + 1, len(Shelf.PARTS)):
        return False
    lasts = [len(getattr(shelf, name)) for name in Shelf.PARTS]
    if shelf.borders[-1].tolist() != lasts:
        return False
    return all(
        len(field.frequency) == BUCKETS[name]
        and len(field.starts) == BUCKETS[name] + 1
        and len(field.docs) == len(field.saturation) == int(field.starts[-1])
        for name, field in made.items()
    )

"""The audit record as a file: one JSON object a line, for whoever must read it elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from incluinfo_desk.domain.audit import Record
from incluinfo_desk.paths import write_whole


def save(path: Path, records: Iterable[Record]) -> int:
    """Write the file in one step; how many records it holds. Blocking.

    ``detail`` stays the text that was hashed, so that the chain can be verified from the
    file alone. Raises Trouble(ReadOnly | DiskFull | FileUnreadable).
    """
    count = 0

    def lines() -> Iterator[bytes]:
        nonlocal count
        for record in records:
            count += 1
            yield json.dumps(asdict(record)).encode("ascii") + b"\n"

    write_whole(path, lines())
    return count

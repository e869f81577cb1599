"""The audit record as a file: one JSON object a line, for whoever must read it elsewhere."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from incluinfo_desk.domain.audit import Record
from incluinfo_desk.domain.problems import Trouble
from incluinfo_desk.paths import problem_of


def save(path: Path, records: Iterable[Record]) -> int:
    """Write the file in one step; how many records it holds. Blocking.

    ``detail`` stays the text that was hashed, so that the chain can be verified from the
    file alone. Raises Trouble(ReadOnly | DiskFull | FileUnreadable).
    """
    count = 0
    temporary: str | None = None
    try:
        handle, temporary = tempfile.mkstemp(".tmp", "audit-", path.parent)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            for record in records:
                file.write(json.dumps(asdict(record)) + "\n")
                count += 1
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except OSError as error:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        raise Trouble(problem_of(error, path)) from error
    return count

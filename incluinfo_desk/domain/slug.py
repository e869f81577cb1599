"""Names for keys and files out of what people write."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container


def slug(text: str) -> str:
    """Lower-case ASCII letters and figures joined by hyphens; "" when there are none."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def free(wanted: str, taken: Container[str]) -> str:
    """``wanted``, or with the first number from 2 that nobody has."""
    found, number = wanted, 1
    while found in taken:
        number += 1
        found = f"{wanted}-{number}"
    return found

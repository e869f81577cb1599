"""Which schemas this program knows; apart, so that a glance at a file imports nothing."""

from __future__ import annotations

REVISIONS = (
    "0001",
    "0002",
    "0003",
    "0004",
    "0005",
    "0006",
    "0007",
    "0008",
    "0009",
    "0010",
    "0011",
)
"""Every revision this program knows, oldest first; a test holds it against the scripts."""

HEAD = REVISIONS[-1]

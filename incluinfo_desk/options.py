"""What the command line asks of the window; without any import that would delay it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class WindowOptions:
    """The window's own command line; None leaves the choice to the settings."""

    data_dir: Path | None = None
    api_url: str | None = None
    """Any server that speaks X's API; None is X itself."""
    language: str | None = None
    demo: bool = False
    """Open with the demonstration channel, in a profile of its own."""

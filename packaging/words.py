"""How the scripts in this folder speak to whoever runs them: short, in Spanish."""

from __future__ import annotations

import sys
from typing import NoReturn


def say(text: str) -> None:
    print(text, flush=True)


def fail(text: str) -> int:
    print(text, file=sys.stderr, flush=True)
    return 1


def stop(text: str) -> NoReturn:
    """End in words, not in a traceback."""
    sys.exit(fail(text))

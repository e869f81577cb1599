"""When garbage is collected, and by whom: by the window's thread alone, in small steps.

Python collects in whatever thread happens to allocate. A widget or timer of Qt that dies in
another thread than its own takes the process down, and one full collection among the half
million objects of a start holds the window still for 80 ms.
"""

from __future__ import annotations

import gc
import sys
from contextlib import ExitStack

SWITCH = 0.0005
"""Seconds after which a busy thread hands over. Python's own 5 ms is a third of a frame, and
painting a card asks for its turn a dozen times."""

_EVERY = 0.5
_FULL_EVERY = 60
"""Seconds between two looks at the young objects, and at all that came since the start."""


def take_over(ends: ExitStack) -> None:
    """Stop collecting by itself until the desk is closed; see :func:`collect`."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH)
    ends.callback(sys.setswitchinterval, before)
    gc.disable()
    ends.callback(gc.enable)
    ends.callback(gc.unfreeze)


def keep() -> None:
    """What there is now stays to the end: no collection need look at it again."""
    gc.freeze()


async def collect() -> None:
    """Collect until cancelled. Belongs on the window's loop."""
    import asyncio

    turns = round(_FULL_EVERY / _EVERY)
    while True:
        for turn in range(turns):
            await asyncio.sleep(_EVERY)
            gc.collect(2 if turn == turns - 1 else 1)

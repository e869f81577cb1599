"""How a thread that computes for seconds lets the window go first."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

_BREATH, _PAUSE = 20, 0.0005
"""Items between two pauses, and seconds of one."""


def gently(items: Iterable[T]) -> Iterator[T]:
    """``items``, with a pause every few of them. Blocking: never on the loop.

    A thread that lets go of the interpreter only when it is asked to kept the window waiting
    for up to 0.3 s on two cores (``tests/benchmarks/faq_files.py``); one that pauses, for 7 ms.
    """
    for place, each in enumerate(items):
        if place and place % _BREATH == 0:
            time.sleep(_PAUSE)
        yield each

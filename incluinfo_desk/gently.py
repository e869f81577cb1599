"""How a thread that computes for seconds lets the window go first."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

_WORK, _PAUSE = 0.008, 0.0005
"""Seconds of work after which there is a pause, half a frame; and seconds of the pause."""


def gently(items: Iterable[T]) -> Iterator[T]:
    """``items``, with a pause in time for each frame. Blocking: never on the loop.

    A thread that lets go of the interpreter only when it is asked to kept the window waiting
    for up to 0.3 s on two cores (``tests/benchmarks/faq_files.py``); one that pauses, for 10 ms.
    """
    since = time.perf_counter()
    for each in items:
        if time.perf_counter() - since > _WORK:
            time.sleep(_PAUSE)
            since = time.perf_counter()
        yield each

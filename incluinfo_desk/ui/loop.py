"""The asyncio loop of the window: qasync with one heap and one precise timer.

qasync 0.28 starts a native Qt timer for every ``call_soon`` and ``call_later`` and does
not free it when the handle is cancelled: 2,000 requests left 2,022 timers, and Windows
allows 10,000 handles per process. Its timers are coarse too (``sleep(1)`` came back 49 ms
early) and its handles have no ``when()``. This is the one place where that is put right;
it leans on qasync's internals, which is why ``pyproject.toml`` pins 0.28.
"""

from __future__ import annotations

import asyncio
import heapq
import math
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import Context
from typing import Any, cast

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

_TURN = 0.008
"""Seconds of callbacks before Qt may paint and read keys: half a frame at 60 Hz."""

_SLACK = 0.0005
"""Seconds: a timer due this soon counts as due, so that rounding never spins the loop."""

_SWEEP_FROM = 100
"""Cancelled timers that may lie in the heap before it is cleaned."""

_THREADS = 4
"""Threads for ``asyncio.to_thread``: short disk and keyring work, never a long job."""


class DeskEventLoop(QEventLoop):  # type: ignore[misc]  # qasync is untyped
    """Runs coroutines inside Qt's loop; callbacks never starve the window."""

    def __init__(self, app: QApplication | None = None) -> None:
        # The base class may already schedule, so these come first.
        self._ready_now: deque[asyncio.Handle] = deque()
        self._timers: list[asyncio.TimerHandle] = []
        self._cancelled_timers = 0
        self._armed_for: float | None = None
        self._wake = QTimer()
        self._wake.setSingleShot(True)
        self._wake.setTimerType(Qt.TimerType.PreciseTimer)
        self._wake.timeout.connect(self._turn)
        super().__init__(app)
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="desk")
        self.set_default_executor(self._threads)

    def call_soon(
        self,
        callback: Callable[..., Any],
        *args: Any,
        context: Context | None = None,
    ) -> asyncio.Handle:
        self._check_closed()
        handle = asyncio.Handle(callback, args, self, context)
        self._ready_now.append(handle)
        if self._armed_for is None or self._armed_for > 0:
            self._armed_for = 0
            self._wake.start(0)
        return handle

    def call_later(
        self,
        delay: float,
        callback: Callable[..., Any],
        *args: Any,
        context: Context | None = None,
    ) -> asyncio.TimerHandle:
        return self.call_at(time.monotonic() + delay, callback, *args, context=context)

    def call_at(
        self,
        when: float,
        callback: Callable[..., Any],
        *args: Any,
        context: Context | None = None,
    ) -> asyncio.TimerHandle:
        self._check_closed()
        handle = asyncio.TimerHandle(when, callback, args, self, context)
        heapq.heappush(self._timers, handle)
        _mark_scheduled(handle, True)
        if self._timers[0] is handle:
            self._arm()
        return handle

    def close(self) -> None:
        if not self.is_closed() and not self.is_running():
            # A thread's last word is a posted event: it must arrive while we still listen.
            self._threads.shutdown(cancel_futures=True)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall)
            self._wake.stop()
            self._wake.timeout.disconnect(self._turn)
            self._ready_now.clear()
            self._timers.clear()
        super().close()

    @property
    def waiting_timers(self) -> int:
        """Timers in the heap, cancelled ones that were not swept yet included."""
        return len(self._timers)

    def _timer_handle_cancelled(self, _handle: asyncio.TimerHandle) -> None:
        """asyncio tells us here; the heap is cleaned when half of it is dead."""
        self._cancelled_timers += 1
        if self._cancelled_timers > _SWEEP_FROM and self._cancelled_timers * 2 > len(self._timers):
            for handle in self._timers:
                if handle.cancelled():
                    _mark_scheduled(handle, False)
            self._timers = [handle for handle in self._timers if not handle.cancelled()]
            heapq.heapify(self._timers)
            self._cancelled_timers = 0

    def _arm(self) -> None:
        """Set the one timer for whatever is due first."""
        if self._ready_now:
            delay = 0
        elif self._timers:
            left = self._timers[0].when() - time.monotonic()
            # Qt counts whole milliseconds: rounding up is what keeps timers from being early.
            delay = max(0, math.ceil(left * 1000))
        else:
            return
        due = time.monotonic() + delay / 1000
        if self._armed_for is None or due < self._armed_for - _SLACK:
            self._armed_for = due
            self._wake.start(delay)

    def _turn(self) -> None:
        self._armed_for = None
        self._move_due_timers()
        ends = time.monotonic() + _TURN
        left = len(self._ready_now)
        if left > 1 or self._timers:
            self._arm()  # a callback may spin a nested Qt loop, such as a native dialog
        try:
            while left and self._ready_now and time.monotonic() < ends:
                left -= 1
                handle = self._ready_now.popleft()
                if not handle.cancelled():
                    handle._run()  # noqa: SLF001 - what asyncio's own loops call
        finally:
            self._armed_for = None
            self._arm()

    def _move_due_timers(self) -> None:
        now = time.monotonic() + _SLACK
        while self._timers and (self._timers[0].cancelled() or self._timers[0].when() <= now):
            handle = heapq.heappop(self._timers)
            _mark_scheduled(handle, False)
            if handle.cancelled():
                self._cancelled_timers -= 1
            else:
                self._ready_now.append(handle)


def _mark_scheduled(handle: asyncio.TimerHandle, scheduled: bool) -> None:
    """asyncio tells the loop of a cancelled handle only while it is marked so."""
    cast(Any, handle)._scheduled = scheduled  # noqa: SLF001

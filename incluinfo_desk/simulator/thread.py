"""The simulator on a thread of its own, so that it never takes time from the window."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from incluinfo_desk.simulator.server import Simulator
from incluinfo_desk.simulator.world import World

T = TypeVar("T")

START_SECONDS = 10.0


class SimulatorThread:
    """A :class:`Simulator` with its own loop on a daemon thread."""

    def __init__(
        self,
        *,
        seed: int = 1,
        speed: float = 1.0,
        port: int = 0,
        day: bool = True,
        auto_consent: bool = True,
    ) -> None:
        self._make: Callable[[], Simulator] = lambda: Simulator(
            seed=seed,
            speed=speed,
            port=port,
            day=day,
            auto_consent=auto_consent,
        )
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._simulator: Simulator | None = None
        self._over: asyncio.Event | None = None

    def start(self) -> str:
        """Start and return the base URL; raises what the server raised (OSError: port taken)."""
        if self._thread is not None:
            raise RuntimeError("already started")
        ready: Future[str] = Future()
        self._thread = threading.Thread(
            target=lambda: asyncio.run(self._live(ready)),
            name="x-simulator",
            daemon=True,
        )
        self._thread.start()
        try:
            return ready.result(START_SECONDS)
        except BaseException:
            self._thread.join(START_SECONDS)
            self._thread = None
            raise

    def stop(self) -> None:
        """Close the port and end the thread; safe to call twice."""
        thread, self._thread = self._thread, None
        if thread is None or self._loop is None or self._over is None:
            return
        self._loop.call_soon_threadsafe(self._over.set)
        thread.join(START_SECONDS)

    def call(self, act: Callable[[World], T]) -> T:
        """Run ``act`` on the world in the simulator's loop; blocks for its result."""
        return self.on_simulator(lambda simulator: act(simulator.world))

    def on_simulator(self, act: Callable[[Simulator], T]) -> T:
        """As :meth:`call`, for what is not of the world: grants, restart."""
        if self._thread is None or self._loop is None or self._simulator is None:
            raise RuntimeError("not started")
        simulator = self._simulator
        done: Future[T] = Future()

        def run() -> None:
            try:
                done.set_result(act(simulator))
            except Exception as error:
                done.set_exception(error)

        self._loop.call_soon_threadsafe(run)
        return done.result(START_SECONDS)

    async def _live(self, ready: Future[str]) -> None:
        self._loop = asyncio.get_running_loop()
        self._over = asyncio.Event()
        try:
            self._simulator = self._make()
            await self._simulator.start()
        except Exception as error:
            ready.set_exception(error)
            return
        ready.set_result(self._simulator.base_url)
        try:
            await self._over.wait()
        finally:
            await self._simulator.stop()

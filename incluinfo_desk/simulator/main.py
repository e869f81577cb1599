"""``incluinfo-desk simulate``: the simulator by itself, for training and tests."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys

from incluinfo_desk.simulator.server import Simulator

DEMO_SPEED = 10.0
"""The working day in 55 minutes: a post every 10 to 20 seconds."""


def run(port: int, seed: int, speed: float) -> int:
    """Serve until Ctrl+C or SIGTERM. Returns the exit code: 1 when it could not start."""
    try:
        simulator = Simulator(seed=seed, speed=speed, port=port)
        return asyncio.run(_serve(simulator))
    except KeyboardInterrupt:
        # Windows has no signal handlers on its loop: Ctrl+C ends up here.
        return 0
    except (OSError, ValueError) as error:
        sys.stderr.write(f"No se ha podido iniciar el simulador: {error}\n")
        return 1


async def _serve(simulator: Simulator) -> int:
    over = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(name, over.set)
    await simulator.start()
    try:
        sys.stdout.write(
            f"Simulador de X en marcha: {simulator.base_url}\n"
            "Abra la mesa con:\n"
            f"  incluinfo-desk --api-url {simulator.base_url}\n"
            f"Control del simulador: {simulator.control_url}/state\n"
            "Pulse Ctrl+C para terminar.\n",
        )
        sys.stdout.flush()
        await over.wait()
    finally:
        await simulator.stop()
    return 0

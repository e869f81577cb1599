"""Child process: the desk as its command opens it; prints when it could be seen.

    python probe_start.py FOLDER

Two readings of the clock that all processes share: the first frame painted, the first
list painted.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from incluinfo_desk import cli  # noqa: E402

PATIENCE = 60.0
"""Seconds until the list counts as never filled."""


def main(folder: str) -> int:
    from incluinfo_desk import app

    seen: list[int] = []
    live = app._live

    async def wait_for_list(session: app.Session) -> None:
        from PySide6.QtCore import QModelIndex

        ends = time.perf_counter() + PATIENCE
        while time.perf_counter() < ends:
            pane = session.window.pane("inbox")
            listed = getattr(pane, "list", None)
            if listed is not None and listed.model.rowCount(QModelIndex()):
                listed.view.viewport().repaint()
                seen.append(time.perf_counter_ns())
                return
            await asyncio.sleep(0.002)
        raise SystemExit("the list stayed empty")

    def live_with_eyes(
        session: app.Session,
        beside: Callable[[app.Session], Awaitable[None]] | None,
    ) -> int:
        # ``run`` has just shown the window and let Qt paint it.
        seen.append(time.perf_counter_ns())
        return live(session, wait_for_list)

    app._live = live_with_eyes
    # No port answers there: what starts after the list must not reach the real X.
    code = cli.run(["--data-dir", folder, "--lang", "es", "--api-url", "http://127.0.0.1:9"])
    print(*seen)  # noqa: T201
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

"""Child process: the desk as its command opens it; prints when it could be seen.

    python probe_start.py FOLDER

Two readings of the clock that all processes share: the first frame painted, the first
list painted.
"""

from __future__ import annotations

import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from incluinfo_desk import cli  # noqa: E402

if TYPE_CHECKING:
    from incluinfo_desk.session import Session

PATIENCE = 60.0
"""Seconds until the list counts as never filled."""


def main(folder: str) -> int:
    from incluinfo_desk import app
    from incluinfo_desk.ui.window import Window

    seen: list[int] = []
    furnish = Window.furnish

    def furnish_after_first_frame(window: Window) -> None:
        from PySide6.QtCore import QModelIndex, QTimer

        # ``run`` has just shown the window and let Qt paint it.
        seen.append(time.perf_counter_ns())
        furnish(window)
        look = QTimer(window, interval=1)

        def look_for_list() -> None:
            listed = getattr(window.pane("inbox"), "list", None)
            if listed is not None and listed.model.rowCount(QModelIndex()):
                look.stop()
                listed.view.viewport().repaint()
                seen.append(time.perf_counter_ns())

        look.timeout.connect(look_for_list)
        look.start()

    async def wait_for_list(session: Session) -> None:
        import asyncio

        ends = time.perf_counter() + PATIENCE
        while len(seen) < 2:
            if time.perf_counter() > ends:
                raise SystemExit("the list stayed empty")
            await asyncio.sleep(0.002)

    # ``setattr``: mock's own import would be measured too.
    setattr(Window, "furnish", furnish_after_first_frame)  # noqa: B010
    setattr(app, "run", partial(app.run, beside=wait_for_list))  # noqa: B010
    # No port answers there: what starts after the list must not reach the real X.
    code = cli.run(["--data-dir", folder, "--lang", "es", "--api-url", "http://127.0.0.1:9"])
    print(*seen)  # noqa: T201
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

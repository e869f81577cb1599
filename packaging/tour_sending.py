"""Pictures of an answer's less happy ways, from the real window against the simulator.

    python packaging/tour_sending.py FOLDER [--dark]

Nothing is staged in the window: the simulated X cuts lines, refuses and holds requests, and
the desk does what it does. Only the waits are short: the quarter of an hour in which an
unknown outcome is looked for takes some seconds here. Run it as ``tour.py``.
"""

# ruff: noqa: SLF001 - a guided tour opens doors that a visitor does not
from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
from collections.abc import Awaitable, Callable
from datetime import timedelta
from operator import methodcaller
from pathlib import Path
from typing import Any

from tour import _until  # makes the sources importable and the screen offscreen

from incluinfo_desk import app  # isort: skip
from incluinfo_desk.domain.events import ConversationsChanged  # isort: skip
from incluinfo_desk.domain.outgoing import OutgoingState as S  # isort: skip
from incluinfo_desk.operations import settle_outbox  # isort: skip
from incluinfo_desk.options import WindowOptions  # isort: skip
from incluinfo_desk.simulator import rules  # isort: skip
from incluinfo_desk.simulator.thread import SimulatorThread  # isort: skip
from PySide6.QtCore import Qt  # isort: skip
from PySide6.QtWidgets import QApplication, QMessageBox, QScrollArea  # isort: skip

SILENCE = "pedí el IMV hace siete meses y no me contestan, ¿está denegado?"
PEOPLE = (
    ("manu", "Manuel Ortega", "mi DNI es 12345678Z, ¿podéis mirar mi expediente del IMV?"),
    ("lola", "Lola Sanz", f"{SILENCE} gracias"),
    ("paco", "Paco Ruiz", SILENCE),
    ("nuria", "Núria Vidal", f"buenas, {SILENCE}"),
    ("jon", "Jon Etxeberria", f"oye, {SILENCE}"),
    ("sara", "Sara Gil", f"hola, {SILENCE}"),
)


def tour(folder: Path, x: SimulatorThread) -> Callable[[Any], Awaitable[None]]:
    async def walk(session: Any) -> None:
        window = session.window
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.resize(1440, 900)
        window.activateWindow()
        await _until(lambda: window.pane("inbox") and session.desk)
        inbox, desk = window.pane("inbox"), session.desk
        for _ in range(100):
            inbox.list._show_news()  # what arrived waits behind its line
            if inbox.list.model.rowCount() > len(PEOPLE):
                break
            await asyncio.sleep(0.3)
        inbox.list.view.setFocus()

        async def shoot(name: str, widget: Any = None) -> None:
            await asyncio.sleep(0.8)
            (widget or window).grab().save(str(folder / f"{name}.png"))

        async def read(handle: str) -> Any:
            rows = [inbox.list.model.index(n) for n in range(inbox.list.model.rowCount())]
            row = next(
                r for r in rows if inbox.list.model.row(r).conversation.citizen.handle == handle
            )
            inbox.list.view.setCurrentIndex(row)
            await asyncio.sleep(1.2)
            return inbox.list.model.row(row).conversation

        async def answer(handle: str, *faults: tuple[str, str, int, dict[str, Any]]) -> Any:
            of = await read(handle)
            for route, kind, times, options in faults:
                x.call(methodcaller("fault", route, kind, times, **options))
            window.actions_.trigger("reply.one_click")
            await asyncio.sleep(0.5)
            return of

        async def comes_to(of: Any, *states: S) -> Any:
            for _ in range(1200):
                (item, *_) = await desk.store.outbox.for_conversation(of.id) or (None,)
                if item is not None and item.state in states:
                    return item
                await asyncio.sleep(0.05)
            raise SystemExit(f"never came to {states}")

        def box() -> QMessageBox:
            return next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox))

        await read("manu")
        await shoot("dato-personal")
        await read("pilar")
        await shoot("responder-a-mano")

        waits = await answer("lola")
        await shoot("deshacer")
        window.actions_.trigger("desk.quit")
        await shoot("cerrar-con-envios", box())
        box().buttons()[0].click()
        window.actions_.trigger("reply.undo")
        await comes_to(waits, S.CANCELLED)
        await shoot("deshecho")

        # The answer of X is lost, and our own posts cannot be read for a while.
        lost = await answer(
            "paco", ("post", "lost", 1, {}), ("own_posts", "unavailable", 2, {"after": 1})
        )
        await desk.answering.send_now((await desk.store.outbox.for_conversation(lost.id))[0].id)
        await comes_to(lost, S.UNKNOWN)
        await shoot("no-se-sabe")
        await comes_to(lost, S.SENT)
        await shoot("no-se-sabe-resuelto")

        cut = await answer("nuria", ("post", "dropped", 1, {}))
        item = (await desk.store.outbox.for_conversation(cut.id))[0]
        await desk.answering.send_now(item.id)
        await comes_to(cut, S.UNCONFIRMED)
        await shoot("no-consta")
        inbox.conversation._resend(await desk.store.outbox.get(item.id), "")
        await shoot("reenviar", box())
        box().buttons()[1].click()
        await comes_to(cut, S.SENT)
        x.call(lambda w: w.we_post(item.text, str(item.target_id)))
        await asyncio.sleep(4)
        bar = inbox.conversation.findChild(QScrollArea).verticalScrollBar()
        bar.setValue(bar.maximum())
        await shoot("publicada-dos-veces")

        refused = await answer("jon", ("post", "forbidden", 1, {"reason": "not_permitted"}))
        await desk.answering.send_now((await desk.store.outbox.for_conversation(refused.id))[0].id)
        await comes_to(refused, S.REFUSED)
        await shoot("rechazada")
        window.actions_.trigger("list.next")
        refused = await answer("sara", ("post", "forbidden", 1, {"reason": "not_summoned"}))
        await desk.answering.send_now((await desk.store.outbox.for_conversation(refused.id))[0].id)
        await comes_to(refused, S.REFUSED)
        await shoot("rechazada-a-mano")

        rows = (await desk.store.conversations.waiting()).rows
        old = desk.clock.now() - timedelta(hours=25)
        await desk.store.retention.checked([row.last_post_id for row in rows], old)
        desk.bus.publish(ConversationsChanged(tuple(row.id for row in rows)))
        await read("lola")
        await shoot("texto-oculto")
        window._seen = None  # the tour ends without being asked

    return walk


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dark", action="store_true")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    second = timedelta(seconds=1)
    settle_outbox.SPAN_NEEDED = 3 * second
    settle_outbox._WAITS = (2 * second,)
    settle_outbox.TWIN_AFTER = (2 * second,)
    x = SimulatorThread(day=False)
    address = x.start()

    def people(world: Any) -> None:
        rules.refuse_duplicate = lambda *_: None  # X's filter is no promise
        ours = world.we_post("Hoy le contamos cómo se pide el ingreso mínimo vital.").id
        world.citizen_posts(
            "y a mí quién me contesta, llevo siete meses", handle="pilar", name="Pilar Soto",
            in_reply_to=ours, mention=False, absent_from_mentions=True,
        )  # fmt: skip
        for handle, name, text in PEOPLE:
            world.citizen_posts(f"@incluinfo {text}", handle=handle, name=name)

    x.call(people)
    with tempfile.TemporaryDirectory(prefix="incluinfo-tour-") as data:
        settings = {
            "version": 1,
            "theme": "dark" if given.dark else "light",
            "officer_name": "Ana Ruiz",
            "officer_initials": "AR",
            "budget_monthly_usd": 300,
        }
        Path(data, "settings.json").write_text(json.dumps(settings), "utf-8")
        options = WindowOptions(data_dir=Path(data), language="es", demo=True, api_url=address)
        code = app.run(options, tour(given.folder, x))
    x.stop()
    return code


if __name__ == "__main__":
    sys.exit(main())

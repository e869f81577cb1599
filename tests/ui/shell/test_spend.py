"""The month's spend as a table, from the menu."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from PySide6.QtWidgets import QApplication

from incluinfo_desk.store.ledger import Spent
from incluinfo_desk.ui.spend import SpendDialog
from incluinfo_desk.ui.window import Window

from ..desk_kit import NOW, desk
from ..driving import drive


def cells(dialog: SpendDialog) -> list[list[str]]:
    model = dialog.table.model()
    return [
        [str(model.index(row, place).data()) for place in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_each_day_and_kind_is_a_row(window: Window) -> None:
    rows = {
        (date(2026, 11, 23), "read_mentions"): Spent(2_880, Decimal("1.2")),
        (date(2026, 11, 23), "reply"): Spent(30, Decimal("0.3")),
    }
    assert cells(SpendDialog(window, rows)) == [
        ["23 nov 2026", "Leer menciones", "2880", "1,20 $"],
        ["23 nov 2026", "Respuesta", "30", "0,30 $"],
    ]


def test_it_opens_with_what_the_ledger_knows(
    app: QApplication, window: Window, tmp_path: Path
) -> None:
    async def act() -> None:
        async with desk(tmp_path, entries=()) as made:
            await made.store.ledger.add("read_search", 1, Decimal("0.5"), NOW)
            await made.store.ledger.add("read_search", 1, Decimal("0.5"), NOW - timedelta(days=60))
            window.attach(made)
            window.actions_.trigger("desk.spend")
            await made.background.settle("spend")
            dialog = window.findChildren(SpendDialog)[0]
            assert [row[1:] for row in cells(dialog)] == [["Buscar e hilos", "1", "0,50 $"]]
            dialog.reject()

    drive(app, act())

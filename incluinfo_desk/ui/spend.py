"""What X has cost this month, day by day and by what was asked of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from incluinfo_desk.domain.outgoing import Kind
from incluinfo_desk.store.ledger import Spent
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.theme import look


def kind_words(kind: str) -> str:
    """Name of a kind of the ledger: a read (``operations/spending.py``) or an outgoing."""
    reads = {
        "read_mentions": QCoreApplication.translate("Spend", "Leer menciones"),
        "read_search": QCoreApplication.translate("Spend", "Buscar e hilos"),
        "read_lookup": QCoreApplication.translate("Spend", "Comprobar mensajes"),
        "read_own_posts": QCoreApplication.translate("Spend", "Leer nuestro perfil"),
        "read_user": QCoreApplication.translate("Spend", "Leer cuentas"),
    }
    if kind in reads:
        return reads[kind]
    try:
        return wording.outgoing_kind(Kind(kind))
    except ValueError:
        return kind


class SpendDialog(QDialog):
    """A table to read; it does not block."""

    def __init__(self, parent: QWidget, rows: Mapping[tuple[date, str], Spent]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Gasto en X este mes"))
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(16))
        column.setSpacing(px(12))
        note = self.tr("Estimado con los precios de Ajustes. X cobra cada mensaje una vez al día.")
        column.addWidget(PlainLabel(note, "muted").wrapped())
        self.table = QTableWidget(len(rows), 4)
        self.table.setAccessibleName(self.windowTitle())
        self.table.setHorizontalHeaderLabels(
            [self.tr("Día"), self.tr("Concepto"), self.tr("Peticiones"), self.tr("Coste")],
        )
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for row, ((day, kind), spent) in enumerate(rows.items()):
            cells = (
                wording.day(day),
                kind_words(kind),
                wording.number(spent.count),
                wording.money(spent.cost_usd),
            )
            for place, words in enumerate(cells):
                item = QTableWidgetItem(words)
                if place > 1:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                self.table.setItem(row, place, item)
        column.addWidget(self.table, 1)
        close = Button(self.tr("Cerrar"), on_click=self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(px(620), px(420))

"""What a file would bring; nothing is stored before it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from incluinfo_desk.domain.faq import FaqRule
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.domain.problems import BadRow
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.widgets import Button, PlainLabel

if TYPE_CHECKING:
    from incluinfo_desk.operations.edit_faq import ImportPreview

_SHOWN = 500
"""Rows listed of each kind; the heading counts all of them."""


class ImportDialog(QDialog):
    """New, changed, same and unusable rows of a file; nothing is stored before "Importar"."""

    def __init__(
        self,
        parent: QWidget,
        path: Path,
        found: ImportPreview,
        take: Callable[[bool], object],
    ) -> None:
        """``take`` is called with whether the changed entries are replaced too."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Importar fichas"))
        self._take = take
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(16))
        column.setSpacing(px(12))
        column.addWidget(PlainLabel(path.name, "title").wrapped())
        column.addWidget(PlainLabel(self._summary(found), "muted").wrapped())
        tree = QTreeWidget()
        tree.setAccessibleName(self.tr("Filas del fichero"))
        tree.setColumnCount(2)
        tree.setHeaderLabels([self.tr("Ficha"), self.tr("Detalle")])
        tree.setUniformRowHeights(True)
        tree.setColumnWidth(0, px(240))
        new = self.tr("%Ln nueva(s)", "", len(found.entries))
        changed = self.tr("%Ln cambia(n)", "", len(found.changed))
        bad = self.tr("%Ln no se puede(n) usar", "", len(found.bad_rows))
        _branch(tree, bad, [(self._place(r), self._why(r)) for r in found.bad_rows[:_SHOWN]])
        _branch(tree, changed, [(e.id, e.question) for e in found.changed[:_SHOWN]])
        _branch(tree, new, [(e.id, e.question) for e in found.entries[:_SHOWN]])
        column.addWidget(tree, 1)
        self._overwrite = QCheckBox(
            self.tr("Sustituir también las %Ln que cambian", "", len(found.changed))
        )
        self._overwrite.setVisible(bool(found.changed))
        self._overwrite.toggled.connect(lambda _: self._enable(found))
        column.addWidget(self._overwrite)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addStretch()
        row.addWidget(Button(self.tr("Cancelar"), on_click=self.reject))
        self._import = Button(self.tr("Importar"), "primary", on_click=self._accept)
        self._import.setDefault(True)
        row.addWidget(self._import)
        column.addLayout(row)
        self._enable(found)
        self.resize(look().room(self, 720, 520))

    def _accept(self) -> None:
        self._take(self._overwrite.isChecked())
        self.accept()

    def _enable(self, found: ImportPreview) -> None:
        some = bool(found.entries) or (bool(found.changed) and self._overwrite.isChecked())
        self._import.setEnabled(some)

    def _summary(self, found: ImportPreview) -> str:
        parts = [
            self.tr("%Ln ficha(s) nueva(s)", "", len(found.entries)),
            self.tr("%Ln con otro texto", "", len(found.changed)),
            self.tr("%Ln igual(es)", "", found.same),
            self.tr("%Ln fila(s) que no sirve(n)", "", len(found.bad_rows)),
        ]
        words = ", ".join(parts) + "."
        if found.bad_rows:
            words += " " + self.tr("Puede importar las buenas y corregir después las otras.")
        return words

    def _place(self, row: BadRow) -> str:
        line = self.tr("Línea {numero}").replace("{numero}", wording.number(row.line))
        return f"{line} · {displayable(row.field)}" if row.field else line

    def _why(self, row: BadRow) -> str:
        words = {
            "missing": self.tr("Falta este dato."),
            "type": self.tr("El dato no es de la clase que debe ser."),
            "date": self.tr("La fecha debe escribirse como 2027-06-30."),
            "duplicate": self.tr("Otra fila lleva el mismo identificador."),
            "value": self.tr("El valor no es ninguno de los posibles."),
            "json": self.tr("El fichero no es JSON: está cortado o mal escrito en esta línea."),
            "not_a_list": self.tr("El fichero no contiene una lista de fichas."),
        }.get(row.rule)
        if words is None:
            try:
                words = wording.faq_rule(FaqRule(row.rule))
            except ValueError:
                words = row.rule
        return f"{words} ({displayable(row.value)})" if row.value else words


def _branch(tree: QTreeWidget, title: str, rows: Sequence[tuple[str, str]]) -> None:
    if not rows:
        return
    top = QTreeWidgetItem([title, ""])
    tree.addTopLevelItem(top)
    for first, second in rows:
        child = QTreeWidgetItem([displayable(first), displayable(second)])
        child.setToolTip(1, displayable(second))
        top.addChild(child)
    top.setExpanded(True)

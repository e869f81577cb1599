"""What a file would bring, and every earlier version of an entry; neither blocks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from incluinfo_desk.domain.faq import FaqEntry, FaqRule
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.domain.problems import BadRow
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.faq.rows import state_words
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.widgets import Button, Card, PlainLabel

if TYPE_CHECKING:
    from incluinfo_desk.operations.edit_faq import ImportPreview
    from incluinfo_desk.store.faq import Revision

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


class HistoryDialog(QDialog):
    """Who changed an entry and when; an older text can be put back into the form."""

    def __init__(
        self,
        parent: QWidget,
        revisions: Sequence[Revision],
        restore: Callable[[FaqEntry], object],
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Historial de la ficha"))
        self._revisions, self._restore = tuple(revisions), restore
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(16))
        column.setSpacing(px(12))
        middle = QHBoxLayout()
        middle.setSpacing(px(16))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Versiones"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setMinimumWidth(px(220))
        self.list.setSpacing(px(4))
        for each in self._revisions:
            state = state_words(each.entry.state)[0]
            head = self.tr("Versión {numero}").replace("{numero}", str(each.entry.revision))
            who = each.by or self.tr("sin nombre")
            words = f"{head} · {state}\n{wording.day_and_time(each.at)} · {who}"
            self.list.addItem(QListWidgetItem(words))
        self.list.currentRowChanged.connect(self._show)
        middle.addWidget(self.list, 2)
        card = Card()
        card.body.setContentsMargins(px(16), px(14), px(16), px(14))
        self._question = PlainLabel("", "strong").wrapped().selectable()
        self._reply = PlainLabel("", "reading").wrapped().selectable()
        self._rest = PlainLabel("", "meta").wrapped().selectable()
        for label in (self._question, self._reply, self._rest):
            card.body.addWidget(label)
        card.body.addStretch()
        middle.addWidget(card, 3)
        column.addLayout(middle, 1)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addStretch()
        row.addWidget(Button(self.tr("Cerrar"), on_click=self.reject))
        self._put_back = Button(
            self.tr("Poner este texto en el formulario"), "primary", on_click=self._accept
        )
        row.addWidget(self._put_back)
        column.addLayout(row)
        self.resize(look().room(self, 760, 460))
        self.list.setCurrentRow(0)

    def _show(self, place: int) -> None:
        self._put_back.setEnabled(place > 0)  # the first is what the form holds
        if not 0 <= place < len(self._revisions):
            return
        entry = self._revisions[place].entry
        self._question.setText(displayable(entry.question))
        self._reply.setText(displayable(entry.rendered()))
        count = self.tr("%Ln forma(s) de preguntarlo", "", len(entry.variants))
        self._rest.setText(
            wording.listed((entry.body, entry.legal_basis or "", entry.source or "", count))
        )

    def _accept(self) -> None:
        place = self.list.currentRow()
        if 0 <= place < len(self._revisions):
            self._restore(self._revisions[place].entry)
        self.accept()


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

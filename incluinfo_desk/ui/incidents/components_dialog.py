"""Services and offices: the list, the data of each, its states, and files in and out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from incluinfo_desk.domain.incident import Component, ComponentState
from incluinfo_desk.domain.problems import NotAllowed, Problem
from incluinfo_desk.operations.component_file import Found
from incluinfo_desk.operations.edit_components import Record
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.flow import FlowLayout
from incluinfo_desk.ui.incidents import component_words
from incluinfo_desk.ui.incidents.component_form import ComponentForm
from incluinfo_desk.ui.incidents.components_presenter import ComponentsPresenter
from incluinfo_desk.ui.messages import MessageBar, tell
from incluinfo_desk.ui.theme import look

if TYPE_CHECKING:
    from incluinfo_desk.operations.desk import Desk

_SIDE_BY_SIDE = 600
"""Width, as drawn, that the list and the form want beside each other."""
_SHOWN = 15
"""Bad rows that are listed; one who has more mends these first."""


class ComponentsDialog(QDialog):
    """Does not block. Implements ``ComponentsView``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter: ComponentsPresenter | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Servicios y oficinas"))
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(16))
        column.setSpacing(px(12))
        self._message = MessageBar()
        column.addWidget(self._message)
        self._halves = halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        halves.setHandleWidth(1)
        halves.addWidget(self._build_list())
        self.form = ComponentForm()
        self.form.saved.connect(self._save)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.form)
        halves.addWidget(area)
        halves.setStretchFactor(1, 1)
        halves.setSizes([px(280), px(520)])
        column.addWidget(halves, 1)
        foot = FlowLayout(px(8), right=True)
        for button in (
            Button(self.tr("Guardar"), "primary", on_click=self.form.ask_save),
            Button(self.tr("Cerrar"), on_click=self.accept),
        ):
            button.setAutoDefault(False)
            foot.addWidget(button)
        column.addLayout(foot)
        self.resize(look().room(self, 860, 680))
        self.finished.connect(self._ended)
        self.search.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list stands above the form where both have no room side by side."""
        super().resizeEvent(event)
        side_by_side = event.size().width() >= look().px(_SIDE_BY_SIDE)
        wanted = Qt.Orientation.Horizontal if side_by_side else Qt.Orientation.Vertical
        if self._halves.orientation() is not wanted:
            self._halves.setOrientation(wanted)
            long = event.size().width() if side_by_side else event.size().height()
            self._halves.setSizes([long * 2 // 5, long * 3 // 5])

    # --- what the presenter says -----------------------------------------------------------

    def show_components(self, components: Sequence[Component]) -> None:
        chosen = self._chosen()
        self.list.blockSignals(True)
        self.list.clear()
        for each in components:
            item = QListWidgetItem(self._line(each))
            item.setData(Qt.ItemDataRole.UserRole, each.id)
            self.list.addItem(item)
            if each.id == chosen:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self._narrow(self.search.text())
        if chosen is not None and self.presenter is not None:
            self.presenter.select(chosen)

    def show_record(self, record: Record) -> None:
        self.form.show_record(record)

    def show_saved(self, component: Component) -> None:
        self._message.say(self.tr("Guardado."), "ok")
        self.form.set_known(component)

    def show_preview(self, found: Found) -> None:
        """Every bad row with its line and reason, or what would change, before anything does."""
        if found.bad:
            lines = [component_words.bad_row(each) for each in found.bad[:_SHOWN]]
            if len(found.bad) > _SHOWN:
                lines.append(self.tr("… y %n más", "", len(found.bad) - _SHOWN))
            text = self.tr(
                "No se ha importado nada: hay %n fila(s) con errores.", "", len(found.bad)
            )
            tell(self, text, "\n".join(lines), choices=(self.tr("Cerrar"),))
            return
        changes = [
            self.tr("Nuevos: {cuantos}").replace("{cuantos}", str(len(found.new))),
            self.tr("Cambiados: {cuantos}").replace("{cuantos}", str(len(found.changed))),
            self.tr("Sin cambios: {cuantos}").replace("{cuantos}", str(found.same)),
        ]
        changes += [each.name for each in found.usable[:_SHOWN]]
        tell(
            self,
            self.tr("¿Importar el fichero?"),
            "\n".join(changes),
            choices=(self.tr("Cancelar"), self.tr("Importar")),
            then=lambda choice: self._apply(found) if choice == 1 else None,
        )

    def show_exported(self, path: Path, count: int) -> None:
        words = self.tr("%n servicio(s) y oficina(s) en {fichero}", "", count)
        self._message.say(words.replace("{fichero}", str(path)), "ok")

    def say_problem(self, problem: Problem) -> None:
        if isinstance(problem, NotAllowed) and problem.what == "component":
            self.form.complain(problem.old, component_words.rule(problem.new))
        else:
            self._message.say(wording.say(problem).sentence, "danger")

    # --- inside ----------------------------------------------------------------------------

    def _build_list(self) -> QWidget:
        px = look().px
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, px(12), 0)
        column.setSpacing(px(8))
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(self.tr("Buscar un servicio u oficina"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.textChanged.connect(self._narrow)
        self.list = QListWidget()
        self.list.setObjectName("framed")
        self.list.setAccessibleName(self.windowTitle())
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(lambda now, _: self._select(now))
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        buttons = FlowLayout(px(8))
        for words, act in (
            (self.tr("Nuevo"), self._new),
            (self.tr("Importar…"), self._ask_import),
            (self.tr("Exportar…"), self._ask_export),
        ):
            button = Button(words, on_click=act)
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column.addLayout(buttons)
        return left

    def _line(self, component: Component) -> str:
        words = wording.sentence_case(component.name)
        if component.retired:
            words += " · " + self.tr("ya no existe")
        elif component.state is not ComponentState.OPERATIONAL:
            words += " · ▲ " + wording.component_state(component.state)
        return words

    def _chosen(self) -> str | None:
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else None

    def _narrow(self, text: str) -> None:
        wanted = text.strip().casefold()
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(bool(wanted) and wanted not in item.text().casefold())

    def _select(self, item: QListWidgetItem | None) -> None:
        if item is not None and self.presenter is not None:
            self.presenter.select(str(item.data(Qt.ItemDataRole.UserRole)))

    def _new(self) -> None:
        self.list.blockSignals(True)
        self.list.setCurrentRow(-1)
        self.list.blockSignals(False)
        self.form.start_new()

    def _save(self, component: Component) -> None:
        if self.presenter is not None:
            self.presenter.save(component)

    def _apply(self, found: Found) -> None:
        if self.presenter is not None:
            self.presenter.apply(found)

    def _ask_import(self) -> None:
        dialog = QFileDialog(self, self.tr("Importar servicios y oficinas"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Ficheros ({tipos})").replace("{tipos}", "*.csv *.json"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.import_from)
        dialog.open()

    def import_from(self, path: str) -> None:
        if self.presenter is not None:
            self.presenter.preview(Path(path))

    def _ask_export(self) -> None:
        dialog = QFileDialog(self, self.tr("Exportar servicios y oficinas"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["CSV (*.csv)", "JSON (*.json)"])
        dialog.setDefaultSuffix("csv")
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix("json" if "json" in chosen else "csv")
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.export_to)
        dialog.open()

    def export_to(self, path: str) -> None:
        if self.presenter is not None:
            self.presenter.export(Path(path))

    def _ended(self) -> None:
        if self.presenter is not None:
            self.presenter.end()


def open_components(parent: QWidget, desk: Desk) -> ComponentsDialog:
    dialog = ComponentsDialog(parent)
    dialog.presenter = ComponentsPresenter(desk, dialog)
    dialog.open()
    return dialog

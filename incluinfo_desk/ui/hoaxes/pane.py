"""The register of hoaxes: the list beside the entry that is open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListView,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from incluinfo_desk.domain.hoax import Advice, Hoax, HoaxState
from incluinfo_desk.domain.problems import Problem
from incluinfo_desk.ui.actions import Actions
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.hoaxes.form import HoaxForm
from incluinfo_desk.ui.hoaxes.hoax_list import HOAX, HoaxDelegate, HoaxList
from incluinfo_desk.ui.hoaxes.presenter import HoaxesPresenter
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.messages import EmptyState
from incluinfo_desk.ui.plurals import Plurals
from incluinfo_desk.ui.theme import look


class HoaxesPane(QWidget):
    """Implements :class:`~incluinfo_desk.ui.hoaxes.presenter.HoaxesView`."""

    said = Signal(str, str)
    recovered = Signal(str, str, str)
    """Words, the label of the way back, the entry."""
    problem_raised = Signal(object)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter: HoaxesPresenter | None = None
        self._actions = actions
        self.model = HoaxList()
        self.dragged = False
        self._build()
        self.retranslate()
        self._bind()

    # --- what the presenter says -----------------------------------------------------------

    def show_hoaxes(self, hoaxes: Sequence[Hoax], today: date) -> None:
        self.model.show(hoaxes, today)
        self._lists.setCurrentWidget(self.view if hoaxes else self._empty)
        hoax = self.form.hoax
        if hoax is not None:
            self._mark(hoax.id)
            for each in hoaxes:
                if each.id == hoax.id:
                    self.form.show_said(each.said)

    def show_hoax(self, hoax: Hoax, advice: Advice | None) -> None:
        self._pages.setCurrentWidget(self._form_page)
        self.form.show_hoax(hoax, advice)
        self._form_page.verticalScrollBar().setValue(0)
        self._mark(hoax.id)
        for action in ("hoax.save", "hoax.publish"):
            self._actions.set_enabled(action, True)
        # Read late, it takes no keys from the place somebody has gone on to.
        if self.isVisible() and not self.view.hasFocus():
            self.form.claim.setFocus()

    def show_check(self, problems: Sequence[Problem], parts: Sequence[str]) -> None:
        self.form.show_check(problems, parts)

    def show_saved(self, hoax: Hoax) -> None:
        self.said.emit(self.tr("Ficha guardada."), "ok")
        if self.presenter is not None:
            self.presenter.open(hoax.id)

    def show_recovered(self, hoax: Hoax) -> None:
        self.recovered.emit(
            self.tr("Estaba sin guardar: sigue como lo dejó."),
            self.tr("Descartar los cambios"),
            hoax.id,
        )

    def show_published(self, *, proposed: bool) -> None:
        if proposed:
            words = self.tr("El texto espera a una segunda persona. No se ha publicado nada.")
        else:
            words = self.tr("Desmentido en espera. Puede deshacerlo con Z.")
        self.said.emit(words, "ok")
        self.view.setFocus()

    def show_busy(self, busy: bool) -> None:
        self.form.set_busy(busy)

    def say_problem(self, problem: Problem) -> None:
        self.problem_raised.emit(problem)

    # --- what the officer does -------------------------------------------------------------

    def start_new(self) -> None:
        self.view.clearSelection()
        if self.presenter is not None:
            self.presenter.open_new()
            self.form.claim.setFocus()

    def _save(self) -> None:
        hoax = self.form.hoax
        if hoax is not None and self.presenter is not None:
            self.presenter.save(hoax)

    def _publish(self, in_parts: bool) -> None:
        hoax = self.form.hoax
        if hoax is not None and self.presenter is not None:
            self.presenter.publish(hoax, in_parts=in_parts)

    def _archive(self) -> None:
        hoax = self.form.hoax
        if hoax is not None and self.presenter is not None:
            self.presenter.archive(hoax, archived=hoax.state is not HoaxState.ARCHIVED)

    def _ask_folder(self) -> None:
        hoax = self.form.hoax
        if hoax is None or self.presenter is None:
            return
        dialog = QFileDialog(self, self.tr("Carpeta para el desmentido"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        presenter = self.presenter
        dialog.fileSelected.connect(lambda folder: presenter.export(hoax.id, Path(folder)))
        dialog.open()

    def show_exported(self, count: int) -> None:
        self.said.emit(Plurals().files_written(count), "ok")

    def _ask_check(self) -> None:
        hoax = self.form.hoax
        if hoax is not None and self.presenter is not None:
            self.presenter.check(hoax)

    def _chosen(self, current: QModelIndex) -> None:
        hoax = current.data(HOAX) if current.isValid() else None
        shown = self.form.hoax
        if not isinstance(hoax, Hoax) or self.presenter is None:
            return
        if shown is None or shown.id != hoax.id:
            self.presenter.open(hoax.id)

    # --- building --------------------------------------------------------------------------

    def _build(self) -> None:
        px = look().px
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        self.columns.setChildrenCollapsible(False)
        self.columns.setHandleWidth(1)
        self.columns.splitterMoved.connect(self._drag)
        whole.addWidget(self.columns)
        left = QWidget()
        left.setMinimumWidth(px(280))
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(px(16), px(14), px(16), px(10))
        self._title = PlainLabel("", "title")
        self._new = Button("", keys=self._actions.keys("hoax.new"), on_click=self.start_new)
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self._new)
        column.addLayout(head)
        self._lists = QStackedWidget()
        self._empty = EmptyState(icon="hoaxes")
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(HoaxDelegate(self.view))
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.selectionModel().currentChanged.connect(lambda now, _: self._chosen(now))
        self._lists.addWidget(self._empty)
        self._lists.addWidget(self.view)
        column.addWidget(self._lists, 1)
        self.columns.addWidget(left)
        self._pages = QStackedWidget()
        self._nothing = EmptyState(icon="hoaxes")
        self._pages.addWidget(self._nothing)
        self.form = HoaxForm()
        self.form.written.connect(self._ask_check)
        self.form.save_asked.connect(self._save)
        self.form.publish_asked.connect(self._publish)
        self.form.archive_asked.connect(self._archive)
        self.form.export_asked.connect(self._ask_folder)
        self._form_page = QScrollArea()
        self._form_page.setWidgetResizable(True)
        self._form_page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._form_page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form.setMaximumWidth(px(860))
        self._form_page.setWidget(self.form)
        self._form_page.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._pages.addWidget(self._form_page)
        self.columns.addWidget(self._pages)
        self.columns.setStretchFactor(0, 0)
        self.columns.setStretchFactor(1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.dragged:
            px, width = look().px, event.size().width()
            left = min(px(384), max(px(280), width - px(620)))
            self.columns.setSizes([left, width - left])

    def _drag(self) -> None:
        self.dragged = True

    def retranslate(self) -> None:
        self._title.setText(self.tr("Bulos"))
        self._new.setText(self.tr("Nuevo"))
        self._new.setAccessibleName(self.tr("Anotar un bulo"))
        self.view.setAccessibleName(self.tr("Bulos, primero los que hacen preguntar"))
        self._empty.say(
            self.tr("No hay bulos anotados. Pulse B en una mención para anotar el que cuenta."),
            icon="hoaxes",
        )
        self._nothing.say(
            self.tr("Elija un bulo para ver qué se sabe y qué se ha dicho, o anote uno."),
            self.tr("Anotar un bulo"),
            self.start_new,
            "hoaxes",
        )
        self.form.retranslate()

    def _bind(self) -> None:
        self._actions.bind("hoax.new", self.start_new)
        self._actions.bind("hoax.save", self._save)
        self._actions.bind("hoax.publish", self.form.ask_publish)
        self._actions.changed.connect(self._show_keys)
        self._show_keys()
        for action in ("hoax.save", "hoax.publish"):
            self._actions.set_enabled(action, False)

    def _show_keys(self) -> None:
        keys = self._actions.keys
        self.form.show_keys(keys("hoax.save"), keys("hoax.publish"))

    def _mark(self, hoax_id: str) -> None:
        place = self.model.place_of(hoax_id)
        if place.isValid() and self.view.currentIndex() != place:
            self.view.selectionModel().setCurrentIndex(
                place, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )

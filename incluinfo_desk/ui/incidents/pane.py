"""The incidents: the list, the words said so far, and the form of the next one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QListView,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from incluinfo_desk.domain.announcement import Announcement, from_payload
from incluinfo_desk.domain.approval import Proposal
from incluinfo_desk.domain.incident import Component, ComponentState, Incident, IncidentState
from incluinfo_desk.domain.problems import Problem
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.actions import Actions
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.incidents.detail import IncidentDetail
from incluinfo_desk.ui.incidents.form import IncidentForm
from incluinfo_desk.ui.incidents.incident_list import (
    INCIDENT,
    IncidentDelegate,
    IncidentList,
)
from incluinfo_desk.ui.incidents.presenter import IncidentsPresenter, Step
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.messages import Banner, EmptyState
from incluinfo_desk.ui.plurals import Plurals
from incluinfo_desk.ui.theme import look


class IncidentsPane(QWidget):
    """Implements :class:`~incluinfo_desk.ui.incidents.presenter.IncidentsView`."""

    said = Signal(str, str)
    """A passing word and its tone."""
    problem_raised = Signal(object)
    loops_wanted = Signal(str, str)
    """Id and name of an incident that is over: those who asked are to hear of it."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter: IncidentsPresenter | None = None
        self._actions = actions
        self._incident: Incident | None = None
        self._steps: Sequence[Step] = ()
        self.model = IncidentList()
        self.dragged = False
        """The officer chose the width of the list: it is left alone."""
        self._build()
        self.retranslate()
        self._bind()

    # --- what the presenter says -----------------------------------------------------------

    def show_components(self, components: Sequence[Component]) -> None:
        self.form.show_components(components)

    def show_incidents(
        self, incidents: Sequence[Incident], names: Mapping[str, str], now: datetime
    ) -> None:
        self.model.show(incidents, names, now)
        self._lists.setCurrentWidget(self.view if incidents else self._empty)
        if self._incident is not None:
            self._mark(self._incident.id)

    def show_incident(self, incident: Incident | None, steps: Sequence[Step]) -> None:
        self._incident, self._steps = incident, steps
        for action in ("incident.update", "incident.resolve", "incident.export"):
            self._actions.set_enabled(action, incident is not None)
        if self._pages.currentWidget() is self._form_page:
            return
        if incident is None:
            self._pages.setCurrentWidget(self._nothing)
            return
        self.detail.show_incident(incident, steps)
        self._pages.setCurrentWidget(self._detail_page)

    def show_text(self, text: str) -> None:
        self.form.show_text(text)

    def show_check(self, problems: Sequence[Problem], parts: int) -> None:
        self.form.show_check(problems, parts)

    def show_recovered(self, what: Announcement) -> None:
        """What was being written when the desk ended; never over what is being written now."""
        if self._pages.currentWidget() is self._form_page:
            return
        self._incident = self.model.incident(what.incident_id) if what.incident_id else None
        self._pages.setCurrentWidget(self._form_page)
        self.form.take_up(what, self._incident, None)
        self.said.emit(self.tr("Estaba sin publicar: sigue como lo dejó."), "warning")

    def show_published(self, incident: Incident) -> None:
        self._incident = incident
        self._pages.setCurrentWidget(self._detail_page)
        self.said.emit(self.tr("Aviso en espera. Puede deshacerlo con Z."), "ok")
        self.view.setFocus()

    def show_proposed(self) -> None:
        self._pages.setCurrentWidget(self._nothing)
        self.show_incident(self._incident, self._steps)
        self.said.emit(
            self.tr("El texto espera a una segunda persona. No se ha publicado nada."), "ok"
        )
        self.view.setFocus()

    def show_approvals(self, waiting: int, returned: int) -> None:
        words = []
        if waiting:
            words.append(Plurals().wait_for_second_person(waiting))
        if returned:
            words.append(Plurals().came_back(returned))
        self._approvals.say(
            " ".join(words),
            "warning",
            self.tr("Ver") if words else "",
            lambda: self._actions.trigger("desk.approvals"),
        )

    def show_exported(self, files: Sequence[Path]) -> None:
        words = self.tr("Guardado en {carpeta}: {ficheros}")
        words = words.replace("{carpeta}", str(files[0].parent))
        self.said.emit(words.replace("{ficheros}", ", ".join(each.name for each in files)), "ok")

    def show_busy(self, busy: bool) -> None:
        self.form.set_busy(busy)

    def say_problem(self, problem: Problem) -> None:
        self.problem_raised.emit(problem)

    # --- what the officer does -------------------------------------------------------------

    def start_new(self) -> None:
        """A form for an incident that nobody has told yet."""
        if self.presenter is not None:
            self.presenter.select(None)
        self.view.clearSelection()
        self._incident = None
        self._pages.setCurrentWidget(self._form_page)
        self.form.open_new()

    def start_proposed(
        self, components: Sequence[str], impact: ComponentState, started_at: datetime
    ) -> None:
        """The form of an incident that many mentions propose."""
        self.start_new()
        self.form.open_proposed(components, impact, started_at)

    def start_update(self, state: IncidentState | None = None) -> None:
        """The next word on the incident that is open."""
        if self._incident is not None:
            self._pages.setCurrentWidget(self._form_page)
            self.form.open_update(self._incident, state)

    def show_one(self, incident_id: str) -> None:
        """Open this incident; what is being written is left alone."""
        if self._pages.currentWidget() is not self._form_page:
            self._mark(incident_id)
            if self.presenter is not None:
                self.presenter.select(incident_id)

    def take_up(self, proposal: Proposal) -> None:
        """A text that came back: its form again, as it was, for its author to change."""
        what = from_payload(proposal.payload)
        incident = self.model.incident(what.incident_id) if what.incident_id else None
        if self.presenter is not None:
            self.presenter.begin(what.incident_id, proposal)
            image = self.presenter.image_of(what)
        else:
            image = None
        self._incident = incident
        self._pages.setCurrentWidget(self._form_page)
        self.form.take_up(what, incident, image)

    def _resolve(self) -> None:
        if self._incident is not None:
            over = IncidentState.COMPLETED if self._incident.planned else IncidentState.RESOLVED
            self.start_update(over)

    def _close_loops(self) -> None:
        if self._incident is not None and not self._incident.open:
            self.loops_wanted.emit(self._incident.id, self.model.title(self._incident))

    def start_erratum(self, update_id: str) -> None:
        """Correct something that we said, as an answer to it."""
        if self._incident is not None:
            self._pages.setCurrentWidget(self._form_page)
            self.form.open_erratum(self._incident, update_id)

    def _ask_reason(self, update_id: str) -> None:
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Borrar de X"))
        dialog.setLabelText(
            self.tr("Se borrará de X. Aquí queda el texto, con el motivo que escriba:")
        )
        dialog.textValueSelected.connect(lambda reason: self._take_back(update_id, reason))
        dialog.open()

    def _take_back(self, update_id: str, reason: str) -> None:
        if self.presenter is not None:
            self.presenter.take_back(update_id, reason)

    def _ask_folder(self) -> None:
        if self._incident is None:
            return
        dialog = QFileDialog(
            self, self.tr("Guardar el texto para la web, los teléfonos y las oficinas")
        )
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.export_to)
        dialog.open()

    def export_to(self, folder: str) -> None:
        """Write the text pack of the incident that is open into ``folder``."""
        if self.presenter is not None:
            status = {each.value: wording.incident_state(each) for each in IncidentState}
            self.presenter.export(Path(folder), status)

    def _leave_form(self) -> None:
        if self.presenter is not None:
            self.presenter.forget()
        self._pages.setCurrentWidget(self._nothing)
        self.show_incident(self._incident, self._steps)
        self.view.setFocus()

    def _publish_shown(self) -> None:
        """By its key: the form that is on the screen, if it may go out."""
        if self._pages.currentWidget() is self._form_page:
            self.form.ask_publish()

    def _show_keys(self) -> None:
        self.detail.show_keys()
        self.form.show_publish_keys(self._actions.keys("incident.publish"))

    def _publish(self, in_parts: bool) -> None:
        if self.presenter is not None and self.form.complete:
            self.presenter.publish(self.form.wanted(), self.form.text.text, in_parts=in_parts)

    def _chosen(self, current: QModelIndex) -> None:
        incident = current.data(INCIDENT) if current.isValid() else None
        if isinstance(incident, Incident) and self.presenter is not None:
            if self._pages.currentWidget() is self._form_page:
                self._pages.setCurrentWidget(self._nothing)
            self.presenter.select(incident.id)

    def _ask_prefill(self) -> None:
        if self.presenter is not None and self.form.complete:
            self.presenter.prefill(self.form.wanted())

    def _ask_check(self) -> None:
        if self.presenter is None:
            return
        text = self.form.text.text
        self.presenter.check(text, self.form.image, self.form.alt_text)
        if self.form.own_text:
            self.presenter.keep(self.form.wanted(), text)

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
        self._new = Button("", keys=self._actions.keys("incident.new"), on_click=self.start_new)
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self._new)
        column.addLayout(head)
        self._approvals = Banner()
        column.addWidget(self._approvals)
        self._lists = QStackedWidget()
        self._empty = EmptyState(icon="incidents")
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(IncidentDelegate(self.view))
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.selectionModel().currentChanged.connect(lambda now, _: self._chosen(now))
        self._lists.addWidget(self._empty)
        self._lists.addWidget(self.view)
        column.addWidget(self._lists, 1)
        self.columns.addWidget(left)
        self._pages = QStackedWidget()
        self._nothing = EmptyState(icon="incidents")
        self._pages.addWidget(self._nothing)
        self.form = IncidentForm()
        self.form.wanted_changed.connect(self._ask_prefill)
        self.form.written.connect(self._ask_check)
        self.form.publish_asked.connect(self._publish)
        self.form.left.connect(self._leave_form)
        self._form_page = _scrolled(self.form)
        self._form_page.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take the keys
        self._pages.addWidget(self._form_page)
        self.detail = IncidentDetail(self._actions, self.model)
        self.detail.word_wanted.connect(self.start_update)
        self.detail.erratum_wanted.connect(self.start_erratum)
        self.detail.deletion_wanted.connect(self._ask_reason)
        self._detail_page = _scrolled(self.detail)
        self._pages.addWidget(self._detail_page)
        self.columns.addWidget(self._pages)
        self.columns.setStretchFactor(0, 0)
        self.columns.setStretchFactor(1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list takes its width of the design, less where the form has need of it."""
        super().resizeEvent(event)
        if not self.dragged:
            px, width = look().px, event.size().width()
            left = min(px(384), max(px(280), width - px(620)))
            self.columns.setSizes([left, width - left])

    def _drag(self) -> None:
        self.dragged = True

    def retranslate(self) -> None:
        self._title.setText(self.tr("Incidencias"))
        self._new.setText(self.tr("Abrir"))
        self._new.setAccessibleName(self.tr("Abrir una incidencia"))
        self.view.setAccessibleName(self.tr("Incidencias, las abiertas primero"))
        self._empty.say(
            self.tr("No hay incidencias. Cuando algo falle, ábrala aquí y se publicará en X."),
            icon="incidents",
        )
        self._nothing.say(
            self.tr("Elija una incidencia para ver lo que se ha dicho, o abra una nueva."),
            self.tr("Abrir una incidencia"),
            self.start_new,
            "incidents",
        )
        self.detail.retranslate()
        self._detail_page.setAccessibleName(self.detail.said_title.text())
        self.form.retranslate()
        if self._incident is not None:
            self.detail.show_incident(self._incident, self._steps)

    def _bind(self) -> None:
        self._actions.bind("incident.new", self.start_new)
        self._actions.bind("incident.update", self.start_update)
        self._actions.bind("incident.resolve", self._resolve)
        self._actions.bind("incident.loops", self._close_loops)
        self._actions.bind("incident.publish", self._publish_shown)
        self._actions.bind("incident.export", self._ask_folder)
        self._actions.changed.connect(self._show_keys)
        self._show_keys()

    def _mark(self, incident_id: str) -> None:
        place = self.model.place_of(incident_id)
        if place.isValid() and self.view.currentIndex() != place:
            self.view.selectionModel().setCurrentIndex(
                place, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )


def _scrolled(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    page.setMaximumWidth(look().px(860))
    page.setProperty("plain", True)
    area.setWidget(page)
    area.setAlignment(Qt.AlignmentFlag.AlignLeft)
    return area

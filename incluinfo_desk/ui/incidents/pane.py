"""The incidents: the list, the words said so far, and the form of the next one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from incluinfo_desk.domain.announcement import from_payload
from incluinfo_desk.domain.approval import Proposal
from incluinfo_desk.domain.incident import Component, Incident, IncidentState
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.domain.problems import Problem
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.actions import Actions
from incluinfo_desk.ui.flow import FlowLayout
from incluinfo_desk.ui.incidents.form import IncidentForm
from incluinfo_desk.ui.incidents.incident_list import (
    INCIDENT,
    IncidentDelegate,
    IncidentList,
    state_line,
)
from incluinfo_desk.ui.incidents.presenter import IncidentsPresenter, Step
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.widgets import Banner, Button, Card, Chip, EmptyState, PlainLabel, clear


class IncidentsPane(QWidget):
    """Implements :class:`~incluinfo_desk.ui.incidents.presenter.IncidentsView`."""

    said = Signal(str, str)
    """A passing word and its tone."""
    problem_raised = Signal(object)

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
        for action in ("incident.update", "incident.resolve"):
            self._actions.set_enabled(action, incident is not None)
        if self._pages.currentWidget() is self._form_page:
            return
        if incident is None:
            self._pages.setCurrentWidget(self._nothing)
            return
        self._show_detail(incident, steps)
        self._pages.setCurrentWidget(self._detail_page)

    def show_text(self, text: str) -> None:
        self.form.show_text(text)

    def show_check(self, problems: Sequence[Problem], parts: int) -> None:
        self.form.show_check(problems, parts)

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
            words.append(self.tr("%n texto(s) esperan a una segunda persona.", "", waiting))
        if returned:
            words.append(self.tr("%n texto(s) han vuelto a quien los escribió.", "", returned))
        self._approvals.say(
            " ".join(words),
            "warning",
            self.tr("Ver") if words else "",
            lambda: self._actions.trigger("desk.approvals"),
        )

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

    def start_update(self, state: IncidentState | None = None) -> None:
        """The next word on the incident that is open."""
        if self._incident is not None:
            self._pages.setCurrentWidget(self._form_page)
            self.form.open_update(self._incident, state)

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

    def _leave_form(self) -> None:
        self._pages.setCurrentWidget(self._nothing)
        self.show_incident(self._incident, self._steps)
        self.view.setFocus()

    def _publish_shown(self) -> None:
        """By its key: the form that is on the screen, if it may go out."""
        if self._pages.currentWidget() is self._form_page:
            self.form.ask_publish()

    def _show_keys(self) -> None:
        self._update.set_keys(self._actions.keys("incident.update"))
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
        if self.presenter is not None:
            self.presenter.check(self.form.text.text, self.form.image, self.form.alt_text)

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
        self._detail_page = self._build_detail()
        self._pages.addWidget(self._detail_page)
        self.columns.addWidget(self._pages)
        self.columns.setStretchFactor(0, 0)
        self.columns.setStretchFactor(1, 1)

    def _build_detail(self) -> QWidget:
        px = look().px
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(px(24), px(16), px(24), px(24))
        column.setSpacing(px(8))
        self._name = PlainLabel("", "title").wrapped()
        self._how = PlainLabel("", "muted").wrapped()
        self._promise = PlainLabel("", "strong").wrapped()
        self._waiting = PlainLabel("", "muted").wrapped()
        for label in (self._name, self._how, self._promise, self._waiting):
            column.addWidget(label)
        buttons = FlowLayout(px(8))
        self._update = Button(
            "",
            "primary",
            self._actions.keys("incident.update"),
            lambda: self._actions.trigger("incident.update"),
        )
        self._over = Button("", on_click=lambda: self._actions.trigger("incident.resolve"))
        buttons.addWidget(self._update)
        buttons.addWidget(self._over)
        column.addLayout(buttons)
        column.addSpacing(px(8))
        self._said_title = PlainLabel("", "heading")
        column.addWidget(self._said_title)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(px(8))
        column.addLayout(self._cards)
        column.addStretch()
        return _scrolled(page)

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
        self._update.setText(self.tr("Publicar una novedad"))
        self._over.setText(self.tr("Dar por resuelta"))
        self._said_title.setText(self.tr("Lo que hemos dicho"))
        self._detail_page.setAccessibleName(self._said_title.text())
        self.form.retranslate()
        if self._incident is not None:
            self._show_detail(self._incident, self._steps)

    def _bind(self) -> None:
        self._actions.bind("incident.new", self.start_new)
        self._actions.bind("incident.update", self.start_update)
        self._actions.bind("incident.resolve", self._resolve)
        self._actions.bind("incident.publish", self._publish_shown)
        self._actions.changed.connect(self._show_keys)
        self._show_keys()

    def _show_detail(self, incident: Incident, steps: Sequence[Step]) -> None:
        self._name.setText(self.model.title(incident))
        self._how.setText(state_line(incident))
        self._promise.setText(self.model.promise(incident))
        self._promise.set_tone("warning" if incident.is_overdue(self.model.now) else "")
        self._waiting.setText(self.tr("%n persona(s) esperan esta respuesta", "", incident.waiting))
        self._waiting.setVisible(incident.waiting > 0)
        self._update.setVisible(incident.open or bool(incident.next_states()))
        self._update.setText(
            self.tr("Publicar una novedad") if incident.open else self.tr("Volver a abrir")
        )
        self._over.setVisible(incident.open)
        self._over.setText(
            self.tr("Dar por completado") if incident.planned else self.tr("Dar por resuelta")
        )
        clear(self._cards)
        for step in reversed(steps):
            self._cards.addWidget(self._step_card(step))

    def _step_card(self, step: Step) -> Card:
        card = Card("ours" if step.outgoing is not None else "")
        head = QHBoxLayout()
        head.addWidget(Chip(wording.incident_state(step.update.state), "accent"))
        when = f"{wording.day_and_time(step.update.at)} · {step.update.author}".rstrip(" ·")
        head.addWidget(PlainLabel(when, "meta"))
        head.addStretch()
        if step.outgoing is not None:
            head.addWidget(PlainLabel(wording.outgoing_state(step.outgoing.state), "strong"))
        card.body.addLayout(head)
        text = step.update.text or self.tr("Cambio de estado según el horario previsto.")
        card.body.addWidget(PlainLabel(displayable(text), "reading").wrapped().selectable())
        return card

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

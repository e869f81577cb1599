"""One incident: how it stands, what it needs, and every word we have said about it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from incluinfo_desk.domain.incident import Incident
from incluinfo_desk.domain.outgoing import OutgoingState
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.actions import Actions
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.flow import FlowLayout
from incluinfo_desk.ui.incidents.incident_list import IncidentList, state_line
from incluinfo_desk.ui.incidents.presenter import Step
from incluinfo_desk.ui.labels import Chip, PlainLabel
from incluinfo_desk.ui.messages import Banner
from incluinfo_desk.ui.theme import look, set_property
from incluinfo_desk.ui.widgets import Card, clear


class IncidentDetail(QWidget):
    word_wanted = Signal(object)
    """The state to prepare a word for; None leaves it to the form."""
    erratum_wanted = Signal(str)
    """Id of the update that is wrong."""
    deletion_wanted = Signal(str)

    def __init__(self, actions: Actions, model: IncidentList, parent: QWidget | None = None):
        super().__init__(parent)
        self._actions, self._model = actions, model
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(24))
        column.setSpacing(px(8))
        self._name = PlainLabel("", "title").wrapped()
        self._how = PlainLabel("", "muted").wrapped()
        self._promise = PlainLabel("", "strong").wrapped()
        self._waiting = PlainLabel("", "muted").wrapped()
        for label in (self._name, self._how, self._promise, self._waiting):
            column.addWidget(label)
        self.needs = Banner()
        column.addWidget(self.needs)
        buttons = FlowLayout(px(8))
        self._update = Button("", "primary", on_click=lambda: actions.trigger("incident.update"))
        self._over = Button("", on_click=lambda: actions.trigger("incident.resolve"))
        self._export = Button("", on_click=lambda: actions.trigger("incident.export"))
        self._loops = Button("", "primary", on_click=lambda: actions.trigger("incident.loops"))
        for button in (self._loops, self._update, self._over, self._export):
            buttons.addWidget(button)
        column.addLayout(buttons)
        column.addSpacing(px(8))
        self.said_title = PlainLabel("", "heading")
        column.addWidget(self.said_title)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(px(8))
        column.addLayout(self._cards)
        column.addStretch()

    def show_keys(self) -> None:
        self._update.set_keys(self._actions.keys("incident.update"))
        self._loops.set_keys(self._actions.keys("incident.loops"))

    def retranslate(self) -> None:
        self._update.setText(self.tr("Publicar una novedad"))
        self._over.setText(self.tr("Dar por resuelta"))
        self._loops.setText(self.tr("Avisar a quienes preguntaron"))
        self._export.setText(self.tr("Texto para otros canales…"))
        self.said_title.setText(self.tr("Lo que hemos dicho"))

    def show_incident(self, incident: Incident, steps: Sequence[Step]) -> None:
        self._name.setText(self._model.title(incident))
        self._how.setText(state_line(incident))
        self._promise.setText(self._model.promise(incident))
        self._promise.set_tone("danger" if incident.is_overdue(self._model.now) else "")
        self._show_need(incident)
        self._waiting.setText(self.tr("%n persona(s) esperan esta respuesta", "", incident.waiting))
        self._waiting.setVisible(incident.waiting > 0)
        self._update.setVisible(incident.open or bool(incident.next_states()))
        self._update.setText(
            self.tr("Publicar una novedad") if incident.open else self.tr("Volver a abrir")
        )
        self._over.setVisible(incident.open)
        # Once it is over, those who asked come first; the only filled button of the view.
        self._loops.setVisible(not incident.open)
        set_property(self._update, "kind", "primary" if incident.open else "")
        self._over.setText(
            self.tr("Dar por completado") if incident.planned else self.tr("Dar por resuelta")
        )
        clear(self._cards)
        for step in reversed(steps):
            self._cards.addWidget(self._step_card(step))

    def _show_need(self, incident: Incident) -> None:
        """Somebody has to say something: the step that the clock took, or what was promised."""
        untold = incident.untold
        if untold is not None:
            words = self.tr("Según el horario está en «{estado}» y no se ha dicho en X.")
            words = words.replace("{estado}", wording.incident_state(untold.state))
        elif incident.is_overdue(self._model.now):
            words = self.tr("Ha pasado la hora del aviso prometido.")
        else:
            self.needs.say("")
            return
        state = untold.state if untold is not None else None
        self.needs.say(
            words,
            "warning" if untold is not None else "danger",
            self.tr("Preparar el aviso"),
            lambda: self.word_wanted.emit(state),
        )

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
        if step.update.corrects is not None:
            card.body.addWidget(PlainLabel(self.tr("Corrige un aviso anterior."), "meta"))
        if step.deletion is not None:
            card.body.addWidget(self._deleted(step))
        elif step.outgoing is not None and step.outgoing.state is OutgoingState.SENT:
            card.body.addLayout(self._corrections(step))
        return card

    def _deleted(self, step: Step) -> PlainLabel:
        words = self.tr("Borrado de X. Motivo: {motivo}")
        if step.deletion is not None and step.deletion.state is not OutgoingState.SENT:
            words = self.tr("El borrado de X está en camino. Motivo: {motivo}")
        words = words.replace("{motivo}", displayable(step.update.deletion_reason))
        label = PlainLabel(words, "strong").wrapped()
        label.set_tone("danger")
        return label

    def _corrections(self, step: Step) -> FlowLayout:
        """The two ways to put right what is wrong and public."""
        row = FlowLayout(look().px(8))
        id, when = step.update.id, wording.day_and_time(step.update.at)
        for text, spoken, signal in (
            (self.tr("Corregir…"), self.tr("Corregir lo dicho"), self.erratum_wanted),
            (self.tr("Borrar de X…"), self.tr("Borrar de X lo dicho"), self.deletion_wanted),
        ):
            button = Button(text, "small", on_click=partial(signal.emit, id))
            button.setAccessibleName(f"{spoken} · {when}")
            row.addWidget(button)
        return row

"""A proposed incident below the list: how many, about what, since when, and their words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.domain.problems import Problem
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.actions import Actions
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.flow import FlowLayout
from incluinfo_desk.ui.labels import ElidedLabel, PlainLabel
from incluinfo_desk.ui.messages import announce
from incluinfo_desk.ui.surge.presenter import Proposed, SurgePresenter
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.widgets import Card, clear

_QUOTED = 3
"""Mentions quoted, the youngest; all of them stand in the list above."""


class SurgeBanner(QWidget):
    """Implements :class:`~incluinfo_desk.ui.surge.presenter.SurgeView`.

    It stands below the list, so that what is read above stays where it is.
    """

    opened = Signal(object)
    """A :class:`Proposed` whose incident the officer wants to open."""
    group_wanted = Signal(str)
    """Id of the entry about which many have the same doubt."""
    problem_raised = Signal(object)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter: SurgePresenter | None = None
        self._actions = actions
        self._proposed: Proposed | None = None
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(8), px(12), px(12))
        card = Card("danger")
        card.body.setContentsMargins(px(12), px(8), px(12), px(10))
        self._words = PlainLabel("", "strong").wrapped()
        self._words.set_tone("danger")
        self._usual = PlainLabel("", "meta").wrapped()
        self._quotes = QVBoxLayout()
        self._quotes.setSpacing(px(2))
        buttons = FlowLayout(px(6))
        self._open = Button("", "small", on_click=self._do_open)
        self._dismiss = Button("", "small", on_click=self._do_dismiss)
        for button in (self._open, self._dismiss):
            buttons.addWidget(button)
        card.body.addWidget(self._words)
        card.body.addWidget(self._usual)
        card.body.addLayout(self._quotes)
        card.body.addSpacing(px(4))
        card.body.addLayout(buttons)
        column.addWidget(card)
        actions.bind("surge.open", self._do_open)
        actions.bind("surge.dismiss", self._do_dismiss)
        actions.changed.connect(self.retranslate)
        self.show_proposed(None)

    def show_proposed(self, proposed: Proposed | None) -> None:
        before, self._proposed = self._proposed, proposed
        self.setVisible(proposed is not None)
        for action in ("surge.open", "surge.dismiss"):
            self._actions.set_enabled(action, proposed is not None)
        self.retranslate()
        if proposed is not None and (before is None or before.subject != proposed.subject):
            announce(self._words, self._words.text())

    def say_problem(self, problem: Problem) -> None:
        self.problem_raised.emit(problem)

    def retranslate(self) -> None:
        of = self._proposed
        clear(self._quotes)
        if of is None:
            return
        count = len(of.evidence)
        said = (
            self.tr("%n mención(es) sobre {que} desde las {hora}", "", count)
            if of.subject.kind == "component"
            else self.tr("%n mención(es) con la misma duda desde las {hora}: {que}", "", count)
        )
        said = said.replace("{hora}", wording.clock_time(of.since))
        self._words.setText("▲ " + said.replace("{que}", displayable(of.name)))
        usual = self.tr("Lo habitual a esta hora: {cuantas} cada 10 minutos.")
        self._usual.setText(usual.replace("{cuantas}", wording.number(max(1, round(of.usual)))))
        for each in of.evidence[-_QUOTED:]:
            quote = " ".join(displayable(each.last_text).split())
            hour = wording.clock_time(each.last_at)
            self._quotes.addWidget(ElidedLabel(f"{hour} · «{quote}»", "muted"))
        component = of.subject.kind == "component"
        self._open.setText(
            self.tr("Abrir la incidencia") if component else self.tr("Responder a todas")
        )
        self._dismiss.setText(self.tr("Descartar"))
        self._dismiss.setToolTip(self.tr("No se propone otra vez durante una hora"))
        self._open.set_keys(self._actions.keys("surge.open"))
        self._dismiss.set_keys(self._actions.keys("surge.dismiss"))

    def _do_open(self) -> None:
        if self._proposed is None:
            return
        if self._proposed.subject.kind == "component":
            self.opened.emit(self._proposed)
        else:
            self.group_wanted.emit(self._proposed.subject.id)

    def _do_dismiss(self) -> None:
        if self._proposed is not None and self.presenter is not None:
            self.presenter.dismiss(self._proposed.subject)

"""Incidencias: the pane with its presenter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from incluinfo_desk.ui.incidents.components_dialog import open_components
from incluinfo_desk.ui.incidents.pane import IncidentsPane
from incluinfo_desk.ui.incidents.presenter import IncidentsPresenter
from incluinfo_desk.ui.loops.dialog import open_loops

if TYPE_CHECKING:
    from incluinfo_desk.operations.desk import Desk
    from incluinfo_desk.ui.window import Window


class LivingIncidents(IncidentsPane):
    def __init__(self, window: Window, desk: Desk) -> None:
        super().__init__(window.actions_)
        self.said.connect(lambda words, tone: window.say(words, tone))
        self.problem_raised.connect(window.say_problem)
        self.loops_wanted.connect(lambda id, name: open_loops(window, desk, id, name))
        self.dragged = window.state.restore(self.columns, "incidents")
        window.state.follow(self.columns, lambda: "incidents")
        self.presenter = IncidentsPresenter(desk, self, desk.data_dir)
        self.presenter.start()
        window.actions_.bind("incident.components", lambda: open_components(window, desk))

    def arrive(self) -> None:
        self.view.setFocus()


def make(window: Window, desk: Desk) -> QWidget:
    return LivingIncidents(window, desk)

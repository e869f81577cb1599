"""Tells the officer, wherever the window is, that an incident needs a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from incluinfo_desk.domain.events import IncidentNeedsWord
from incluinfo_desk.ui.words import incident_needs

if TYPE_CHECKING:
    from incluinfo_desk.bus import Bus
    from incluinfo_desk.ui.tray import Tray
    from incluinfo_desk.ui.window import Window


def follow_incidents(window: Window, bus: Bus, tray: Tray) -> None:
    """In the message line, with one key to the incident, and in the tray."""

    def told(event: IncidentNeedsWord) -> None:
        def show() -> None:
            window.messages.hide()
            pane = window.open_place("incidents")
            select = getattr(pane, "show_one", None)
            if select is not None:
                select(event.incident_id)

        action = QCoreApplication.translate("Wording", "Ver la incidencia")
        window.say(incident_needs(event), "warning", action, show)
        tray.on_incident(event)

    bus.subscribe(IncidentNeedsWord, told)

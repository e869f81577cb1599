"""The places of the desk and where each is built. A place is loaded on its first visit.

To add one: its key here, its words in :func:`title`, an icon of that name, and a module
with ``make(window, desk) -> QWidget``. What it may do besides showing itself it says by
methods of these names, all optional: ``attach(desk)`` when the desk comes after the first
frame, ``arrive()`` on each visit, ``leave()``, ``retranslate()``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from incluinfo_desk.operations.desk import Desk
    from incluinfo_desk.ui.window import Window

Maker = Callable[["Window", "Desk"], QWidget]


@dataclass(frozen=True, slots=True)
class Place:
    key: str
    maker: str
    """``module:function``."""
    at_the_end: bool = False
    """Shown at the lower end of the rail."""


PLACES: dict[str, Place] = {
    place.key: place
    for place in (
        Place("inbox", "incluinfo_desk.ui.inbox.place:make"),
        Place("faq", "incluinfo_desk.ui.faq.place:make"),
        Place("incidents", "incluinfo_desk.ui.incidents.place:make"),
        Place("hoaxes", "incluinfo_desk.ui.hoaxes.place:make"),
        Place("settings", "incluinfo_desk.ui.settings.place:make", at_the_end=True),
    )
}


def title(key: str) -> str:
    names = {
        "inbox": QCoreApplication.translate("Places", "Bandeja"),
        "faq": QCoreApplication.translate("Places", "FAQ"),
        "incidents": QCoreApplication.translate("Places", "Incidencias"),
        "hoaxes": QCoreApplication.translate("Places", "Bulos"),
        "settings": QCoreApplication.translate("Places", "Ajustes"),
    }
    return names.get(key, key)


def load(key: str) -> Maker:
    """Import what makes the place ``key``; the first visit pays for it."""
    module, _, function = PLACES[key].maker.partition(":")
    return cast(Maker, getattr(import_module(module), function))

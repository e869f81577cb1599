"""Opening an address from outside: only http(s), with the real host said first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from incluinfo_desk.domain.plain_text import displayable, host_of, is_official
from incluinfo_desk.ui.messages import tell

_KNOWN = frozenset({"x.com", "twitter.com"})


def open_link(
    parent: QWidget,
    url: str,
    open_url: Callable[[str], object] | None = None,
) -> None:
    """Open ``url`` in the system browser; ask first unless it is official or X itself."""
    opener = open_url or (lambda address: QDesktopServices.openUrl(QUrl(address)))
    host = host_of(url)
    if host is None:
        tell(
            parent,
            QCoreApplication.translate("Links", "Esta dirección no se puede abrir."),
            displayable(url),
            choices=(QCoreApplication.translate("Links", "Cerrar"),),
        )
        return
    if host in _KNOWN or is_official(url):
        opener(url)
        return
    tell(
        parent,
        QCoreApplication.translate("Links", "El enlace lleva a {sitio}").replace("{sitio}", host),
        QCoreApplication.translate(
            "Links",
            "No es una página oficial. Dirección completa:\n{enlace}",
        ).replace("{enlace}", displayable(url)),
        choices=(
            QCoreApplication.translate("Links", "No abrir"),
            QCoreApplication.translate("Links", "Abrir"),
        ),
        then=lambda choice: opener(url) if choice == 1 else None,
    )

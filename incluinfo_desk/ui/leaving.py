"""What is said when the window is closed while something of ours is on its way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from incluinfo_desk.ui.messages import tell
from incluinfo_desk.ui.plurals import Plurals


def ask_to_leave(
    window: QWidget, waiting: int, doubtful: int, leave: Callable[[], object]
) -> QMessageBox:
    """Say what stays here; ``leave`` when the person closes all the same. Nothing is lost."""
    words, plurals = [], Plurals()
    if waiting:
        words.append(plurals.kept_in_hold(waiting))
    if doubtful:
        words.append(plurals.kept_in_doubt(doubtful))
    return tell(
        window,
        QCoreApplication.translate("Leaving", "Hay envíos sin terminar. No se pierde nada."),
        "\n".join(words),
        choices=(
            QCoreApplication.translate("Leaving", "Seguir aquí"),
            QCoreApplication.translate("Leaving", "Cerrar"),
        ),
        then=lambda choice: leave() if choice == 1 else None,
    )

"""What a person is asked before a post in doubt is decided."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QInputDialog, QWidget

from incluinfo_desk.domain.outgoing import Outgoing, OutgoingState
from incluinfo_desk.ui.messages import tell


def ask_to_resend(parent: QWidget, item: Outgoing, then: Callable[[str], object]) -> None:
    """``then`` with the id, once the person knows what a second request may bring."""
    if item.state is not OutgoingState.UNCONFIRMED:
        then(item.id)
        return
    tell(
        parent,
        QCoreApplication.translate("Deciding", "¿Reenviar este texto?"),
        QCoreApplication.translate(
            "Deciding",
            "Antes de enviarlo miraremos otra vez nuestro perfil. Aun así, si X retiene todavía "
            "el primer envío, podrían publicarse los dos: lo vigilaremos durante un día y le "
            "avisaremos para borrar el repetido.",
        ),
        choices=(
            QCoreApplication.translate("Deciding", "No reenviar"),
            QCoreApplication.translate("Deciding", "Mirar y reenviar"),
        ),
        then=lambda choice: then(item.id) if choice == 1 else None,
    )


def ask_address(parent: QWidget, item: Outgoing, then: Callable[[str, str], object]) -> None:
    """Ask for the address of the public post, which proves that it is out."""
    dialog = QInputDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(QCoreApplication.translate("Deciding", "Está publicado"))
    dialog.setLabelText(
        QCoreApplication.translate(
            "Deciding", "Dirección del mensaje en X (la que termina en cifras):"
        ),
    )
    dialog.textValueSelected.connect(lambda text: then(item.id, text))
    dialog.open()

"""The words around erasing all of one person: asked before, told after."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from incluinfo_desk.ui.messages import tell

if TYPE_CHECKING:
    from incluinfo_desk.domain.post import Author
    from incluinfo_desk.operations.forget_person import PersonReport

_SEAL = 16
"""Signs of the seal that are shown: enough to find it in the record."""


def ask_to_forget(parent: QWidget, citizen: Author, do: Callable[[], object]) -> None:
    """Ask whether ``do``: what is erased here is nowhere else."""

    def chosen(choice: int) -> None:
        if choice == 1:
            do()

    tell(
        parent,
        QCoreApplication.translate("ForgetPerson", "¿Borrar todo lo de @{quien}?").replace(
            "{quien}", citizen.handle
        ),
        QCoreApplication.translate(
            "ForgetPerson",
            "Se borran de este equipo sus mensajes, sus conversaciones, los borradores y las "
            "respuestas que aún no han salido. Lo que ya es público sigue en X. "
            "No se puede deshacer.",
        ),
        choices=(
            QCoreApplication.translate("ForgetPerson", "No borrar"),
            QCoreApplication.translate("ForgetPerson", "Borrar todo"),
        ),
        then=chosen,
    )


def say_forgotten(parent: QWidget, report: PersonReport) -> None:
    """Tell what was erased, for the answer that the person is owed."""
    lines = [
        QCoreApplication.translate("ForgetPerson", "Mensajes borrados: {0}").format(report.posts),
        QCoreApplication.translate("ForgetPerson", "Conversaciones borradas: {0}").format(
            report.conversations
        ),
        QCoreApplication.translate("ForgetPerson", "Borradores eliminados: {0}").format(
            report.drafts
        ),
        QCoreApplication.translate(
            "ForgetPerson", "Respuestas anuladas antes de salir: {0}"
        ).format(report.cancelled),
    ]
    if report.public:
        lines.append(
            QCoreApplication.translate(
                "ForgetPerson", "Respuestas que siguen públicas en X: {0}"
            ).format(report.public)
        )
    if report.copies:
        lines.append(
            QCoreApplication.translate(
                "ForgetPerson", "Copias de seguridad que se borrarán al vencer su plazo: {0}"
            ).format(report.copies)
        )
    if not report.tidy:
        lines.append(
            QCoreApplication.translate(
                "ForgetPerson", "El borrado definitivo del disco se completa en segundo plano."
            )
        )
    lines.append(
        QCoreApplication.translate("ForgetPerson", "Sello en el registro: {0}").format(
            report.seal[:_SEAL]
        )
    )
    tell(
        parent,
        QCoreApplication.translate("ForgetPerson", "Se ha borrado todo lo de esta persona."),
        "\n".join(lines),
        choices=(QCoreApplication.translate("ForgetPerson", "Entendido"),),
    )

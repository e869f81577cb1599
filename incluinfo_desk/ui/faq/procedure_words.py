"""Procedures and ways in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.domain.procedure import Because, Way
from incluinfo_desk.operations.procedures import shipped_procedures


def procedure_name(id: str) -> str:
    """As citizens call it; an unknown one is shown as it is, none as nothing."""
    known = shipped_procedures().get(id)
    if known is None:
        return displayable(id)
    return known.name[:1].upper() + known.name[1:]


def way(kind: Way) -> str:
    match kind:
        case Way.ONLINE_ID:
            return QCoreApplication.translate("Procedures", "Por internet, con certificado o Cl@ve")
        case Way.ONLINE_OPEN:
            return QCoreApplication.translate("Procedures", "Por internet, sin certificado")
        case Way.PHONE:
            return QCoreApplication.translate("Procedures", "Por teléfono")
        case Way.OFFICE:
            return QCoreApplication.translate("Procedures", "En una oficina")
        case Way.POST:
            return QCoreApplication.translate("Procedures", "Por correo postal")
        case Way.ABROAD:
            return QCoreApplication.translate("Procedures", "Desde el extranjero")


def because(reason: Because) -> str:
    match reason:
        case Because.HAS_ID:
            return QCoreApplication.translate("Procedures", "Tiene con qué identificarse.")
        case Because.NO_ID_NEEDED:
            return QCoreApplication.translate("Procedures", "No le piden certificado.")
        case Because.CAN_TRAVEL:
            return QCoreApplication.translate("Procedures", "Sin certificado, puede acudir.")
        case Because.FROM_HOME:
            return QCoreApplication.translate("Procedures", "No puede acudir: desde casa.")
        case Because.FROM_ABROAD:
            return QCoreApplication.translate("Procedures", "Vive fuera de España.")
        case Because.ONLY_WAY:
            return QCoreApplication.translate("Procedures", "No hay otra manera.")
        case Because.SOMEBODY_ELSE:
            return QCoreApplication.translate(
                "Procedures", "Hay que acudir y no puede: que vaya quien le represente."
            )

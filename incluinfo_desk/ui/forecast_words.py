"""What stands in the way of an answer before it is sent, and of signing in, in words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from incluinfo_desk.domain import problems as p
from incluinfo_desk.domain.incident import IncidentState
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.ui.plurals import Plurals
from incluinfo_desk.ui.words import clock_time, incident_state, money


@dataclass(frozen=True, slots=True)
class Words:
    sentence: str
    action: str | None = None
    """Id of the action that helps, for a button beside the sentence."""
    label: str = ""
    """What that button says."""


def settings(sentence: str) -> Words:
    label = QCoreApplication.translate("Wording", "Abrir Ajustes")
    return Words(sentence, "go.settings", label)


def over_budget(problem: p.OverBudget) -> Words:
    return settings(
        QCoreApplication.translate(
            "Wording",
            "Esta respuesta no cabe en el presupuesto del mes: van {gasto} de {tope}.",
        )
        .replace("{gasto}", money(problem.spent))
        .replace("{tope}", money(problem.budget)),
    )


def window_spent(problem: p.WindowSpent) -> Words:
    return Words(
        QCoreApplication.translate(
            "Wording",
            "X no admite más respuestas hasta las {hora}: lo que queda se reserva para avisos "
            "de incidencias.",
        ).replace("{hora}", clock_time(problem.until)),
        "reply.manual",
        QCoreApplication.translate("Wording", "Responder a mano"),
    )


def said_often(problem: p.SaidOften) -> Words:
    return Words(Plurals().said_often(problem.times))


def accidental_link(problem: p.AccidentalLink) -> Words:
    return Words(
        QCoreApplication.translate(
            "Wording",
            "X hará un enlace de «{enlace}» (carácter {lugar}) y costará más. Ponga un espacio.",
        )
        .replace("{lugar}", str(problem.place))
        .replace("{enlace}", displayable(problem.link)),
    )


def ports_taken(problem: p.PortsTaken) -> Words:
    return Words(
        QCoreApplication.translate(
            "Wording",
            "Otros programas ocupan los puertos {puertos} de este equipo, por los que X "
            "devuelve el permiso. Ciérrelos e inténtelo otra vez.",
        ).replace("{puertos}", ", ".join(map(str, problem.ports))),
        "account.sign_in",
        QCoreApplication.translate("Wording", "Iniciar sesión"),
    )


def second_person(problem: p.SecondPerson) -> Words:
    sentences = {
        p.SecondPersonFlaw.NEEDED: QCoreApplication.translate(
            "Wording",
            "Esto necesita el visto bueno de una segunda persona antes de publicarse.",
        ),
        p.SecondPersonFlaw.UNSIGNED: QCoreApplication.translate(
            "Wording",
            "Ponga sus iniciales en Ajustes: sin ellas no se sabe quién es la segunda persona.",
        ),
        p.SecondPersonFlaw.NOBODY: QCoreApplication.translate(
            "Wording", "Escriba las iniciales de quien lo aprueba o lo devuelve."
        ),
        p.SecondPersonFlaw.AUTHOR: QCoreApplication.translate(
            "Wording", "Quien escribió el texto no puede aprobarlo. Llame a otra persona."
        ),
    }
    decided = QCoreApplication.translate("Wording", "Este texto ya estaba decidido.")
    if problem.why == p.SecondPersonFlaw.UNSIGNED:
        return settings(sentences[p.SecondPersonFlaw.UNSIGNED])
    by_words = {flaw.value: words for flaw, words in sentences.items()}
    return Words(by_words.get(problem.why, decided))


def incident_refused(problem: p.NotAllowed) -> Words:
    sentences = {
        "incident dates": QCoreApplication.translate(
            "Wording", "El final tiene que ser posterior al comienzo. Cambie las fechas."
        ),
        "deletion reason": QCoreApplication.translate(
            "Wording", "Escriba por qué se borra: el motivo queda junto al texto."
        ),
        "deletion": QCoreApplication.translate(
            "Wording", "No hay nada público que borrar en ese aviso."
        ),
    }
    if problem.what == "component":
        return Words(QCoreApplication.translate("Wording", "Esos datos no se pueden guardar."))
    if problem.what in sentences:
        return Words(sentences[problem.what])
    try:
        new = incident_state(IncidentState(problem.new))
        old = incident_state(IncidentState(problem.old)) if problem.old else ""
    except ValueError:
        return Words(QCoreApplication.translate("Wording", "Esa incidencia ya no está."))
    if not old:
        words = QCoreApplication.translate(
            "Wording", "Una incidencia no puede empezar en «{nuevo}»."
        )
    elif problem.old == problem.new:
        words = QCoreApplication.translate(
            "Wording", "La incidencia ya está en «{nuevo}». Para decir algo más, vuelva a abrirla."
        )
    else:
        words = QCoreApplication.translate("Wording", "De «{viejo}» no se puede pasar a «{nuevo}».")
    return Words(words.replace("{viejo}", old).replace("{nuevo}", new))


def rebuttal_flawed(problem: p.RebuttalFlawed) -> Words:
    """Why a rebuttal may not be published."""
    match problem.flaw:
        case p.Flaw.OTHER_BODY:
            sentence = QCoreApplication.translate(
                "Wording",
                "Este bulo es de otro organismo: se remite, no se desmiente aquí.",
            )
        case p.Flaw.UNVERIFIABLE:
            sentence = QCoreApplication.translate(
                "Wording", "No hay nada oficial con que contrastarlo: no se puede desmentir."
            )
        case p.Flaw.NO_CLAIM:
            sentence = QCoreApplication.translate("Wording", "Escriba qué se afirma.")
        case p.Flaw.NO_SOURCE:
            sentence = QCoreApplication.translate(
                "Wording",
                "Falta una fuente oficial: una página de gob.es, Seguridad Social o BOE.",
            )
        case p.Flaw.INCOMPLETE:
            sentence = QCoreApplication.translate(
                "Wording", "Faltan partes: el hecho, por qué es falso y dónde comprobarlo."
            )
        case p.Flaw.QUOTES:
            sentence = QCoreApplication.translate(
                "Wording", "El texto cita el bulo o enlaza con él: así se difunde más."
            )
        case p.Flaw.REPEATS:
            sentence = QCoreApplication.translate(
                "Wording", "La primera frase repite lo que se afirma. Empiece por el hecho."
            )
        case p.Flaw.NOT_FACT_FIRST:
            sentence = QCoreApplication.translate(
                "Wording", "Empiece por el hecho, no por el desmentido ni por una pregunta."
            )
        case _:
            sentence = QCoreApplication.translate(
                "Wording", "La ficha del bulo ha cambiado desde que se escribió este texto."
            )
    return Words(sentence)


def topic_refused(problem: p.TopicRefused) -> Words:
    words = {
        p.TopicFlaw.NAME: QCoreApplication.translate(
            "Wording", "Escriba un nombre corto para el tema, con letras."
        ),
        p.TopicFlaw.TAKEN: QCoreApplication.translate(
            "Wording", "Ya hay un tema «{tema}». Elija otro nombre, o únalos."
        ),
        p.TopicFlaw.GONE: QCoreApplication.translate(
            "Wording", "El tema «{tema}» ya no está como se veía. Mire la lista de nuevo."
        ),
        p.TopicFlaw.INTO: QCoreApplication.translate(
            "Wording", "No se puede unir con «{tema}»: elija otro tema que esté en uso."
        ),
        p.TopicFlaw.LAST: QCoreApplication.translate(
            "Wording", "Es el último tema en uso: añada otro antes de retirarlo."
        ),
    }[problem.topic_flaw]
    return Words(words.replace("{tema}", displayable(problem.name)))


def block_refused(problem: p.BlockRefused) -> Words:
    words = {
        p.BlockFlaw.NAME: QCoreApplication.translate(
            "Wording",
            "El nombre «{bloque}» no sirve o ya es de otro bloque: use letras, cifras y guiones.",
        ),
        p.BlockFlaw.EMPTY: QCoreApplication.translate("Wording", "Escriba el texto del bloque."),
        p.BlockFlaw.TOO_LONG: QCoreApplication.translate(
            "Wording", "El bloque no cabe en ninguna respuesta: acórtelo."
        ),
        p.BlockFlaw.ROUND: QCoreApplication.translate(
            "Wording", "El bloque «{bloque}» se nombraría a sí mismo. Quite ese nombre del texto."
        ),
        p.BlockFlaw.UNKNOWN: QCoreApplication.translate(
            "Wording", "El texto nombra el bloque «{bloque}», que no existe. Escríbalo antes."
        ),
        p.BlockFlaw.USED: QCoreApplication.translate(
            "Wording", "El bloque «{bloque}» está en uso: quítelo antes de quien lo dice."
        ),
        p.BlockFlaw.PERSONAL_DATA: QCoreApplication.translate(
            "Wording", "El texto contiene un dato personal: quítelo antes de guardar."
        ),
    }[problem.block_flaw]
    return Words(words.replace("{bloque}", displayable(problem.name)))

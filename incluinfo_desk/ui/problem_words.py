"""What each problem says, and the one action that helps. Asked for through ``wording.say``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from incluinfo_desk.domain import problems as p
from incluinfo_desk.domain.faq import FaqRule, NotOfferable
from incluinfo_desk.ui import forecast_words
from incluinfo_desk.ui.forecast_words import Words
from incluinfo_desk.ui.plurals import Plurals
from incluinfo_desk.ui.words import clock_time, faq_rule, not_offerable


def refusal(reason: p.Refusal) -> str:
    match reason:
        case p.Refusal.NOT_SUMMONED:
            return QCoreApplication.translate(
                "Wording",
                "X solo deja responder desde el programa a quien nos menciona o nos cita. "
                "Responda a mano.",
            )
        case p.Refusal.DUPLICATE:
            return QCoreApplication.translate(
                "Wording",
                "X dice que ya publicamos ese mismo texto. Cambie alguna palabra.",
            )
        case p.Refusal.FORBIDDEN:
            return QCoreApplication.translate(
                "Wording",
                "X no permite esta publicación. Compruebe si la persona nos ha bloqueado.",
            )
        case p.Refusal.GONE:
            return QCoreApplication.translate(
                "Wording",
                "El mensaje al que respondía ya no está en X.",
            )
        case p.Refusal.TOO_LONG:
            return QCoreApplication.translate("Wording", "X dice que el texto es demasiado largo.")
        case p.Refusal.INVALID:
            return QCoreApplication.translate("Wording", "X no ha aceptado el texto. Revíselo.")


def say(problem: p.Problem) -> Words:
    """What to tell the officer about ``problem``."""
    return _SAY[type(problem)](problem)


def _plain(sentence: Callable[[], str]) -> Callable[[Any], Words]:
    return lambda _: Words(sentence())


def _limited(problem: p.Limited) -> Words:
    if problem.until is None:
        return Words(
            QCoreApplication.translate(
                "Wording",
                "X nos pide esperar un poco. El programa lo vuelve a intentar solo.",
            ),
        )
    return Words(
        QCoreApplication.translate(
            "Wording",
            "X nos pide esperar hasta las {hora}. El programa lo vuelve a intentar solo.",
        ).replace("{hora}", clock_time(problem.until)),
    )


def _refused(problem: p.Refused) -> Words:
    manual = problem.reason is p.Refusal.NOT_SUMMONED
    return Words(
        refusal(problem.reason),
        "reply.manual" if manual else None,
        QCoreApplication.translate("Wording", "Responder a mano") if manual else "",
    )


def _too_long(problem: p.TooLong) -> Words:
    text = Plurals().characters_over(problem.length - problem.limit)
    return Words(text.replace("{limite}", str(problem.limit)))


def _slot(problem: p.UnfilledSlot) -> Words:
    return Words(
        QCoreApplication.translate("Wording", "Falta rellenar {hueco}.").replace(
            "{hueco}",
            problem.slot if problem.slot.startswith("{") else "{" + problem.slot + "}",
        ),
        "reply.next_slot",
        QCoreApplication.translate("Wording", "Ir al hueco"),
    )


def _personal(problem: p.HoldsPersonalData) -> Words:
    return Words(
        QCoreApplication.translate(
            "Wording",
            "El texto contiene un dato personal ({clase}). Quítelo: la respuesta es pública.",
        ).replace("{clase}", personal_data(problem.kind)),
    )


def personal_data(kind: str) -> str:
    """Name of a kind of personal data; ``kind`` is a key of ``domain.privacy.Kind``."""
    names = {
        "dni": QCoreApplication.translate("Wording", "DNI"),
        "nie": QCoreApplication.translate("Wording", "NIE"),
        "cif": QCoreApplication.translate("Wording", "NIF de una entidad"),
        "nif": QCoreApplication.translate("Wording", "NIF"),
        "naf": QCoreApplication.translate("Wording", "número de la Seguridad Social"),
        "ccc": QCoreApplication.translate("Wording", "código de cuenta de cotización"),
        "iban": QCoreApplication.translate("Wording", "cuenta bancaria"),
        "card": QCoreApplication.translate("Wording", "tarjeta bancaria"),
        "phone": QCoreApplication.translate("Wording", "teléfono"),
        "email": QCoreApplication.translate("Wording", "correo electrónico"),
        "file": QCoreApplication.translate("Wording", "número de expediente"),
        "case_number": QCoreApplication.translate("Wording", "número de expediente"),
    }
    return names.get(kind, QCoreApplication.translate("Wording", "identificador"))


def _not_offered(problem: p.NotOffered) -> Words:
    try:
        why = not_offerable(NotOfferable(problem.why))
    except ValueError:
        why = QCoreApplication.translate("Wording", "Ya no está entre las sugerencias")
    return Words(
        QCoreApplication.translate(
            "Wording",
            "Esa respuesta no se puede enviar con una tecla: {motivo}. Insértela y revísela.",
        ).replace("{motivo}", why[:1].lower() + why[1:]),
    )


def _not_allowed(problem: p.NotAllowed) -> Words:
    if problem.what == "holder":
        return Words(
            QCoreApplication.translate(
                "Wording",
                "Esta conversación la tiene {quien}. Pídasela antes de responder.",
            ).replace("{quien}", problem.old),
        )
    if problem.what.startswith(("incident", "deletion", "component")):
        return forecast_words.incident_refused(problem)
    if problem.what == "post_id":
        return Words(
            QCoreApplication.translate("Wording", "Esa dirección no es la de un mensaje de X."),
        )
    if problem.what == "hide":
        return Words(
            QCoreApplication.translate(
                "Wording",
                "X solo deja ocultar respuestas a mensajes nuestros, y este no lo es.",
            ),
        )
    if problem.what == "person":
        return Words(
            QCoreApplication.translate(
                "Wording",
                "Una respuesta a esta persona está saliendo ahora. Espere a saber si es pública y "
                "vuelva a borrar.",
            ),
        )
    if problem.what == "faq":
        return Words(
            QCoreApplication.translate(
                "Wording",
                "Otra persona ha cambiado esta ficha mientras usted la editaba. "
                "Copie su texto, vuelva a abrirla y repita el cambio.",
            ),
        )
    return Words(
        QCoreApplication.translate(
            "Wording",
            "Ese cambio no es posible ahora: la situación ha cambiado mientras tanto.",
        ),
    )


def _broken_rule(problem: p.BrokenRule) -> Words:
    if problem.variant is not None:
        from incluinfo_desk.ui import variant_words  # its rules are not for the first frame

        return Words(variant_words.named(problem.variant))
    try:
        return Words(faq_rule(FaqRule(problem.rule)))
    except ValueError:
        return Words(problem.rule)


def _image(problem: p.ImageRefused) -> Words:
    sentences = {
        "type": QCoreApplication.translate("Wording", "La imagen debe ser PNG, JPEG, GIF o WebP."),
        "size": QCoreApplication.translate("Wording", "La imagen es demasiado grande para X."),
        "unreadable": QCoreApplication.translate("Wording", "La imagen no se puede leer."),
    }
    return Words(sentences.get(problem.why, sentences["unreadable"]))


def _path(sentence: Callable[[], str]) -> Callable[[Any], Words]:
    return lambda problem: Words(sentence().replace("{ruta}", str(problem.path)))


def _unreadable(problem: p.FileUnreadable) -> Words:
    sentence = QCoreApplication.translate("Wording", "No se puede leer {ruta}.")
    why = {
        "too large": QCoreApplication.translate("Wording", "Es demasiado grande."),
        "not UTF-8": QCoreApplication.translate("Wording", "No es texto que la mesa conozca."),
        "not text": QCoreApplication.translate("Wording", "No es texto que la mesa conozca."),
        "not xlsx": QCoreApplication.translate(
            "Wording", "No es una hoja de cálculo .xlsx, o está dañada."
        ),
        "bomb": QCoreApplication.translate(
            "Wording", "Desempaquetado ocuparía demasiado: no se abre."
        ),
        "entities": QCoreApplication.translate(
            "Wording", "Contiene instrucciones que la mesa no ejecuta."
        ),
        "header": QCoreApplication.translate(
            "Wording", "No tiene las columnas de la FAQ. Exporte una vez para ver cuáles son."
        ),
        "slow": QCoreApplication.translate("Wording", "Ha tardado demasiado en leerse."),
        "broken off": QCoreApplication.translate("Wording", "Su lectura se ha interrumpido."),
        "heard header": QCoreApplication.translate(
            "Wording", "Sus columnas deben ser canal, pregunta, tema y fecha."
        ),
        "no file": QCoreApplication.translate("Wording", "No es un fichero."),
    }.get(problem.why, "")
    return Words(" ".join(filter(None, (sentence.replace("{ruta}", str(problem.path)), why))))


def _damaged_settings(problem: p.SettingsDamaged) -> Words:
    return Words(
        QCoreApplication.translate(
            "Wording",
            "El fichero de ajustes no se podía leer. Se usan los valores de partida y el "
            "anterior se guarda en {copia}.",
        ).replace("{copia}", str(problem.kept_as)),
        "go.settings",
        QCoreApplication.translate("Wording", "Abrir Ajustes"),
    )


def _sign_in(sentence: Callable[[], str]) -> Callable[[Any], Words]:
    return lambda _: Words(
        sentence(),
        "account.sign_in",
        QCoreApplication.translate("Wording", "Iniciar sesión"),
    )


_SAY: dict[type[p.Problem], Callable[[Any], Words]] = {
    p.Offline: _plain(
        lambda: QCoreApplication.translate(
            "Wording",
            "No hay conexión. Puede seguir trabajando: lo que envíe saldrá al volver la red.",
        ),
    ),
    p.ProxyRefused: lambda _: Words(
        QCoreApplication.translate(
            "Wording",
            "La red de la oficina no deja llegar a X. Revise el proxy en Ajustes o avise a "
            "informática.",
        ),
        "go.settings",
        QCoreApplication.translate("Wording", "Abrir Ajustes"),
    ),
    p.Limited: _limited,
    p.SignInNeeded: _sign_in(
        lambda: QCoreApplication.translate(
            "Wording",
            "Para leer y responder hay que iniciar sesión en X.",
        ),
    ),
    p.Unauthorised: _sign_in(
        lambda: QCoreApplication.translate(
            "Wording",
            "X no reconoce nuestra sesión. Si dura más de unos minutos, iníciela otra vez.",
        ),
    ),
    p.NoCredits: _plain(
        lambda: QCoreApplication.translate(
            "Wording",
            "Se ha agotado el crédito de la cuenta en X. Hay que ampliarlo en el portal de X.",
        ),
    ),
    p.Refused: _refused,
    p.OutcomeUnknown: _plain(
        lambda: QCoreApplication.translate(
            "Wording",
            "No sabemos si salió. El programa lo comprueba en X y no lo repite.",
        ),
    ),
    p.BadAnswer: _plain(
        lambda: QCoreApplication.translate(
            "Wording",
            "X ha contestado algo que no se entiende. El programa lo vuelve a intentar solo.",
        ),
    ),
    p.ChannelDown: _plain(
        lambda: QCoreApplication.translate(
            "Wording",
            "X no funciona en este momento. El programa lo vuelve a intentar solo.",
        ),
    ),
    p.EmptyText: _plain(
        lambda: QCoreApplication.translate("Wording", "Escriba la respuesta."),
    ),
    p.TooLong: _too_long,
    p.UnfilledSlot: _slot,
    p.HoldsPersonalData: _personal,
    p.MayNotReply: lambda _: Words(
        QCoreApplication.translate(
            "Wording",
            "Solo a mano: esta persona no nos mencionó y X no deja responder desde el programa.",
        ),
        "reply.manual",
        QCoreApplication.translate("Wording", "Responder a mano"),
    ),
    p.OverBudget: forecast_words.over_budget,
    p.WindowSpent: forecast_words.window_spent,
    p.SaidOften: forecast_words.said_often,
    p.EditedMeanwhile: _plain(
        lambda: QCoreApplication.translate(
            "Wording",
            "La persona ha cambiado su mensaje mientras usted escribía. Vuelva a leerlo.",
        ),
    ),
    p.AlreadyAnswered: _plain(
        lambda: QCoreApplication.translate(
            "Wording",
            "Este mensaje ya tiene una respuesta nuestra. Si envía otra, se verán las dos.",
        ),
    ),
    p.AccidentalLink: forecast_words.accidental_link,
    p.AlreadyQueued: lambda _: Words(
        QCoreApplication.translate(
            "Wording",
            "Ya hay una respuesta en camino para este mensaje.",
        ),
        "desk.queue",
        QCoreApplication.translate("Wording", "Ver la cola"),
    ),
    p.NotOffered: _not_offered,
    p.TargetGone: lambda _: Words(
        QCoreApplication.translate(
            "Wording",
            "La persona ha borrado el mensaje al que respondía. No se ha publicado nada.",
        ),
        "list.next",
        QCoreApplication.translate("Wording", "Ir a la siguiente"),
    ),
    p.PostedTwice: _plain(
        lambda: QCoreApplication.translate(
            "Wording",
            "Una respuesta reenviada se ha publicado dos veces: X retenía el primer envío. Borre "
            "la repetida en su conversación.",
        ),
    ),
    p.TooLateToUndo: _plain(
        lambda: QCoreApplication.translate(
            "Wording",
            "Ya no se puede deshacer: la respuesta ha salido.",
        ),
    ),
    p.NotAllowed: _not_allowed,
    p.BrokenRule: _broken_rule,
    p.SecondPerson: forecast_words.second_person,
    p.BlockRefused: forecast_words.block_refused,
    p.TopicRefused: forecast_words.topic_refused,
    p.RebuttalFlawed: forecast_words.rebuttal_flawed,
    p.AltTextMissing: _plain(
        lambda: QCoreApplication.translate(
            "Wording",
            "Describa la imagen para quien no puede verla.",
        ),
    ),
    p.ImageRefused: _image,
    p.ClientIdMissing: lambda _: forecast_words.settings(
        QCoreApplication.translate(
            "Wording",
            "Falta el identificador de cliente de X. Escríbalo en Ajustes, en Cuenta, y vuelva "
            "a iniciar sesión.",
        ),
    ),
    p.PortsTaken: forecast_words.ports_taken,
    p.SignInTimedOut: _sign_in(
        lambda: QCoreApplication.translate(
            "Wording",
            "Se acabó el tiempo para dar el permiso en X. Puede volver a intentarlo.",
        ),
    ),
    p.NoKeyring: _plain(
        lambda: QCoreApplication.translate(
            "Wording",
            "Este equipo no tiene un almacén seguro de claves: la sesión durará hasta que "
            "cierre el programa.",
        ),
    ),
    p.KeyringLocked: _plain(
        lambda: QCoreApplication.translate(
            "Wording",
            "El almacén de claves está bloqueado. Desbloquéelo con su contraseña del equipo.",
        ),
    ),
    p.DiskFull: _path(
        lambda: QCoreApplication.translate(
            "Wording",
            "El disco está lleno y no se puede guardar en {ruta}. Libere espacio.",
        ),
    ),
    p.ReadOnly: _path(
        lambda: QCoreApplication.translate(
            "Wording",
            "No se puede escribir en {ruta}. Pida permiso de escritura o use otra carpeta.",
        ),
    ),
    p.DatabaseDamaged: _path(
        lambda: QCoreApplication.translate(
            "Wording",
            "La base de datos {ruta} está dañada. No se ha tocado: recupere la última copia.",
        ),
    ),
    p.DatabaseFromNewerVersion: _path(
        lambda: QCoreApplication.translate(
            "Wording",
            "La base de datos {ruta} es de una versión más nueva del programa. Actualícelo.",
        ),
    ),
    p.DatabaseBusy: _path(
        lambda: QCoreApplication.translate(
            "Wording",
            "Otro programa está usando {ruta}. Ciérrelo e inténtelo de nuevo.",
        ),
    ),
    p.ProfileInUse: _path(
        lambda: QCoreApplication.translate(
            "Wording",
            "El programa ya está abierto con la carpeta {ruta}.",
        ),
    ),
    p.SettingsDamaged: _damaged_settings,
    p.FileUnreadable: _unreadable,
}


def knows(kind: type[p.Problem]) -> bool:
    """Whether :func:`say` has words for it; a test asks for every class."""
    return kind in _SAY


def refused_reason(key: str | None) -> str:
    """Words for ``Outgoing.reason``, the key of the problem that refused or doubts it."""
    if not key:
        return ""
    try:
        return refusal(p.Refusal(key))
    except ValueError:
        pass
    problem = _REASONS.get(key)
    return say(problem).sentence if problem is not None else ""


_REASONS: dict[str, p.Problem] = {
    "offline": p.Offline(),
    "proxy_refused": p.ProxyRefused(),
    "limited": p.Limited(None),
    "sign_in_needed": p.SignInNeeded(),
    "unauthorised": p.Unauthorised(),
    "no_credits": p.NoCredits(),
    "outcome_unknown": p.OutcomeUnknown(),
    "channel_down": p.ChannelDown(),
}
"""The keys of ``operations.outcomes.reason_of`` that are no :class:`~.problems.Refusal`."""

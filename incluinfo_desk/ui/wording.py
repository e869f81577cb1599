"""Every state, problem and figure in words. Nothing else in the desk makes sentences of them.

Plain Spanish, formal "usted"; each problem says what happened and what to do, and may name
the one action that helps (an id of ``ui/actions.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

from incluinfo_desk.domain import problems as p
from incluinfo_desk.domain.conversation import CloseReason, State
from incluinfo_desk.domain.events import Link
from incluinfo_desk.domain.faq import FaqRule, FaqState, NotOfferable
from incluinfo_desk.domain.incident import ComponentState, IncidentState
from incluinfo_desk.domain.outgoing import Kind, OutgoingState


@dataclass(frozen=True, slots=True)
class Words:
    sentence: str
    action: str | None = None
    """Id of the action that helps, for a button beside the sentence."""
    label: str = ""
    """What that button says."""


# --- states ---------------------------------------------------------------------------------


def conversation_state(state: State) -> str:
    match state:
        case State.NEW:
            return QCoreApplication.translate("Wording", "Nueva")
        case State.TAKEN:
            return QCoreApplication.translate("Wording", "Tomada")
        case State.IN_CONSULTATION:
            return QCoreApplication.translate("Wording", "En consulta")
        case State.ANSWERED:
            return QCoreApplication.translate("Wording", "Respondida")
        case State.CLOSED:
            return QCoreApplication.translate("Wording", "Cerrada")


def close_reason(reason: CloseReason) -> str:
    match reason:
        case CloseReason.DONE:
            return QCoreApplication.translate("Wording", "Resuelta: no hay nada más que decir")
        case CloseReason.NO_QUESTION:
            return QCoreApplication.translate("Wording", "No es una pregunta")
        case CloseReason.SPAM:
            return QCoreApplication.translate("Wording", "Publicidad o mensajes en masa")
        case CloseReason.HIDDEN:
            return QCoreApplication.translate("Wording", "Oculta por las normas de uso")
        case CloseReason.DELETED:
            return QCoreApplication.translate("Wording", "La persona borró su mensaje")


def outgoing_state(state: OutgoingState) -> str:
    match state:
        case OutgoingState.QUEUED:
            return QCoreApplication.translate("Wording", "En espera")
        case OutgoingState.CHECKING:
            return QCoreApplication.translate("Wording", "Comprobando")
        case OutgoingState.SENDING:
            return QCoreApplication.translate("Wording", "Enviando")
        case OutgoingState.SENT:
            return QCoreApplication.translate("Wording", "Enviado")
        case OutgoingState.REFUSED:
            return QCoreApplication.translate("Wording", "Rechazado por X")
        case OutgoingState.UNKNOWN:
            return QCoreApplication.translate("Wording", "No sabemos si salió: lo comprobamos")
        case OutgoingState.UNCONFIRMED:
            return QCoreApplication.translate("Wording", "No consta publicado")
        case OutgoingState.ANSWERED_ELSEWHERE:
            return QCoreApplication.translate("Wording", "Respondida desde otro sitio")
        case OutgoingState.CANCELLED:
            return QCoreApplication.translate("Wording", "Anulado")


def outgoing_kind(kind: Kind) -> str:
    match kind:
        case Kind.REPLY:
            return QCoreApplication.translate("Wording", "Respuesta")
        case Kind.STANDALONE:
            return QCoreApplication.translate("Wording", "Publicación")
        case Kind.THREAD_PART:
            return QCoreApplication.translate("Wording", "Continuación del hilo")
        case Kind.DELETION:
            return QCoreApplication.translate("Wording", "Borrado")
        case Kind.HIDE:
            return QCoreApplication.translate("Wording", "Ocultación")
        case Kind.UNHIDE:
            return QCoreApplication.translate("Wording", "Fin de la ocultación")


def faq_state(state: FaqState) -> str:
    match state:
        case FaqState.DRAFT:
            return QCoreApplication.translate("Wording", "Borrador")
        case FaqState.VERIFIED:
            return QCoreApplication.translate("Wording", "Verificada")
        case FaqState.UNDER_REVIEW:
            return QCoreApplication.translate("Wording", "En revisión")
        case FaqState.ANTICIPATED:
            return QCoreApplication.translate("Wording", "Anticipada")
        case FaqState.RETIRED:
            return QCoreApplication.translate("Wording", "Retirada")


def not_offerable(why: NotOfferable) -> str:
    match why:
        case NotOfferable.NOT_VERIFIED:
            return QCoreApplication.translate("Wording", "Falta que alguien la verifique")
        case NotOfferable.NO_SOURCE:
            return QCoreApplication.translate("Wording", "No tiene fuente oficial")
        case NotOfferable.UNDER_REVIEW:
            return QCoreApplication.translate("Wording", "Está en revisión")
        case NotOfferable.EXPIRED:
            return QCoreApplication.translate("Wording", "Pasó su fecha de revisión")
        case NotOfferable.NOT_YET:
            return QCoreApplication.translate("Wording", "Todavía no está en vigor")
        case NotOfferable.RETIRED:
            return QCoreApplication.translate("Wording", "Está retirada")
        case NotOfferable.REJECT:
            return QCoreApplication.translate("Wording", "No es una pregunta para este canal")


def faq_rule(rule: FaqRule) -> str:
    match rule:
        case FaqRule.ID:
            return QCoreApplication.translate(
                "Wording",
                "El identificador solo admite minúsculas, cifras y guiones, y no puede repetirse.",
            )
        case FaqRule.QUESTION_EMPTY:
            return QCoreApplication.translate("Wording", "Escriba la pregunta.")
        case FaqRule.REPLY_EMPTY:
            return QCoreApplication.translate("Wording", "Escriba la respuesta.")
        case FaqRule.TOPIC_UNKNOWN:
            return QCoreApplication.translate("Wording", "Elija uno de los temas del canal.")
        case FaqRule.LINK_NOT_HTTPS:
            return QCoreApplication.translate("Wording", "El enlace debe empezar por https://.")
        case FaqRule.LINK_SLOT_WITHOUT_LINK:
            return QCoreApplication.translate(
                "Wording",
                "La respuesta usa {enlace}, pero la ficha no tiene enlace.",
            )
        case FaqRule.TOO_LONG:
            return QCoreApplication.translate(
                "Wording",
                "La respuesta no cabe en un mensaje de X: acórtela.",
            )
        case FaqRule.SOURCE_MISSING:
            return QCoreApplication.translate(
                "Wording",
                "Para verificarla hace falta la fuente oficial.",
            )
        case FaqRule.VERIFIER_MISSING:
            return QCoreApplication.translate(
                "Wording",
                "Para verificarla, ponga antes sus iniciales en Ajustes.",
            )
        case FaqRule.PERSONAL_DATA:
            return QCoreApplication.translate(
                "Wording",
                "Contiene un dato personal: quítelo antes de guardar.",
            )


def incident_state(state: IncidentState) -> str:
    match state:
        case IncidentState.INVESTIGATING:
            return QCoreApplication.translate("Wording", "En estudio")
        case IncidentState.IDENTIFIED:
            return QCoreApplication.translate("Wording", "Causa localizada")
        case IncidentState.WATCHING:
            return QCoreApplication.translate("Wording", "En observación")
        case IncidentState.RESOLVED:
            return QCoreApplication.translate("Wording", "Resuelta")
        case IncidentState.SCHEDULED:
            return QCoreApplication.translate("Wording", "Programado")
        case IncidentState.IN_PROGRESS:
            return QCoreApplication.translate("Wording", "En curso")
        case IncidentState.VERIFYING:
            return QCoreApplication.translate("Wording", "En comprobación")
        case IncidentState.COMPLETED:
            return QCoreApplication.translate("Wording", "Terminado")
        case IncidentState.CANCELLED:
            return QCoreApplication.translate("Wording", "Cancelado")


def component_state(state: ComponentState) -> str:
    match state:
        case ComponentState.OPERATIONAL:
            return QCoreApplication.translate("Wording", "funciona")
        case ComponentState.DEGRADED:
            return QCoreApplication.translate("Wording", "funciona con lentitud")
        case ComponentState.PARTIAL_OUTAGE:
            return QCoreApplication.translate("Wording", "caída parcial")
        case ComponentState.FULL_OUTAGE:
            return QCoreApplication.translate("Wording", "caída total")
        case ComponentState.MAINTENANCE:
            return QCoreApplication.translate("Wording", "mantenimiento")


def link_state(link: Link) -> str:
    match link:
        case Link.SIGNED_OUT:
            return QCoreApplication.translate("Wording", "Sin iniciar sesión")
        case Link.CONNECTING:
            return QCoreApplication.translate("Wording", "Conectando…")
        case Link.CONNECTED:
            return QCoreApplication.translate("Wording", "Conectado")
        case Link.WAITING:
            return QCoreApplication.translate("Wording", "X pide esperar")
        case Link.BROKEN:
            return QCoreApplication.translate("Wording", "Sin conexión")
        case Link.PAUSED:
            return QCoreApplication.translate("Wording", "En pausa")


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


def topic(key: str | None) -> str:
    """Name of a topic of the channel; an unknown key is shown as it is."""
    names = {
        "imv": QCoreApplication.translate("Wording", "IMV"),
        "pensiones": QCoreApplication.translate("Wording", "Pensiones"),
        "prestaciones": QCoreApplication.translate("Wording", "Prestaciones"),
        "asilo-migraciones": QCoreApplication.translate("Wording", "Asilo y migraciones"),
        "cita-previa-y-tramites": QCoreApplication.translate("Wording", "Cita y trámites"),
        "autonomos": QCoreApplication.translate("Wording", "Autónomos"),
        "afiliacion-cotizacion": QCoreApplication.translate("Wording", "Afiliación y cotización"),
        "espanoles-exterior": QCoreApplication.translate("Wording", "Españoles en el exterior"),
        "incidencias": QCoreApplication.translate("Wording", "Incidencia"),
        "bulos": QCoreApplication.translate("Wording", "Bulos"),
        "canal": QCoreApplication.translate("Wording", "Canal"),
    }
    return names.get(key or "", key or "")


TOPICS = (
    "imv", "pensiones", "prestaciones", "asilo-migraciones", "cita-previa-y-tramites",
    "autonomos", "afiliacion-cotizacion", "espanoles-exterior", "incidencias", "bulos", "canal",
)  # fmt: skip
"""Keys in the order of the menus, as in ``resources/faq/starter_faq.json``."""


def language(code: str) -> str:
    """A language's own name: ``ca`` → "català"."""
    name = QLocale(code).nativeLanguageName()
    return name or code


# --- problems -------------------------------------------------------------------------------


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
    text = QCoreApplication.translate(
        "Wording",
        "Sobran %n carácter(es): caben {limite}.",
        None,
        problem.length - problem.limit,
    )
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
        why = problem.why
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
    if problem.what == "hide":
        return Words(
            QCoreApplication.translate(
                "Wording",
                "X solo deja ocultar respuestas a mensajes nuestros, y este no lo es.",
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
    p.AlreadyQueued: _plain(
        lambda: QCoreApplication.translate(
            "Wording",
            "Ya hay una respuesta en camino para este mensaje.",
        ),
    ),
    p.NotOffered: _not_offered,
    p.TargetGone: _plain(
        lambda: QCoreApplication.translate(
            "Wording",
            "La persona ha borrado el mensaje al que respondía. No se ha publicado nada.",
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
    p.AltTextMissing: _plain(
        lambda: QCoreApplication.translate(
            "Wording",
            "Describa la imagen para quien no puede verla.",
        ),
    ),
    p.ImageRefused: _image,
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
    p.FileUnreadable: _path(
        lambda: QCoreApplication.translate("Wording", "No se puede leer {ruta}."),
    ),
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
    known = {kind.__name__: kind for kind in _SAY}
    kind = known.get(key)
    if kind is None or kind in {p.Limited, p.Refused}:
        return ""
    try:
        return say(kind()).sentence
    except TypeError:  # it carries figures that the key alone does not give
        return ""


# --- figures, times, money --------------------------------------------------------------------


def span(length: timedelta) -> str:
    """How long: "ahora", "4 min", "1 h 52 min", "3 días"."""
    minutes = max(0, int(length.total_seconds() // 60))
    if minutes < 1:
        return QCoreApplication.translate("Wording", "ahora")
    if minutes < 60:
        return QCoreApplication.translate("Wording", "{minutos} min").replace(
            "{minutos}",
            str(minutes),
        )
    hours, minutes = divmod(minutes, 60)
    if hours < 48:
        return (
            QCoreApplication.translate("Wording", "{horas} h {minutos} min")
            .replace("{horas}", str(hours))
            .replace("{minutos}", f"{minutes:02d}")
        )
    return QCoreApplication.translate("Wording", "%n día(s)", None, hours // 24)


def seconds(count: float) -> str:
    """A short countdown: "6 s", "2 min"."""
    if count < 90:
        return QCoreApplication.translate("Wording", "{segundos} s").replace(
            "{segundos}",
            str(max(0, round(count))),
        )
    return span(timedelta(seconds=count))


def clock_time(at: datetime) -> str:
    """Local time of day: "11:30"."""
    return at.astimezone().strftime("%H:%M")


def day_and_time(at: datetime) -> str:
    """Local date and time: "22 nov 2026, 10:41"."""
    local = at.astimezone()
    return f"{day(local.date())}, {local:%H:%M}"


def day(when: date) -> str:
    """ "22 nov 2026" in the language of the desk."""
    month = QLocale().standaloneMonthName(when.month, QLocale.FormatType.ShortFormat)
    return f"{when.day} {month.rstrip('.')} {when.year}"


def month_name(at: datetime) -> str:
    """ "noviembre"."""
    return QLocale().standaloneMonthName(at.astimezone().month)


def month_year(when: date) -> str:
    """ "06/2027"."""
    return f"{when:%m/%Y}"


def money(amount: Decimal | float) -> str:
    """US dollars, as X bills: "0,01 $"."""
    return QLocale().toString(float(amount), "f", 2) + " $"


def number(count: int) -> str:
    return QLocale().toString(count)


def listed(names: Iterable[str]) -> str:
    return " · ".join(name for name in names if name)

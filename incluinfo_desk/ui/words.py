"""States, figures, dates and money in plain Spanish. Asked for through ``ui.wording``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QLocale

from incluinfo_desk.domain.conversation import CloseReason, State
from incluinfo_desk.domain.events import IncidentNeedsWord, Link, WordNeeded
from incluinfo_desk.domain.faq import EASY_READ, FaqRule, FaqState, NotOfferable
from incluinfo_desk.domain.incident import ComponentState, IncidentState
from incluinfo_desk.domain.outgoing import Kind, OutgoingState
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.domain.topics import Topics
from incluinfo_desk.ui.plurals import Plurals

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
        case NotOfferable.LINK_DEAD:
            return QCoreApplication.translate("Wording", "Su enlace no responde")
        case NotOfferable.PERSONAL:
            return QCoreApplication.translate("Wording", "Es un texto personal, sin verificar")
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
        case FaqRule.TOPIC_RETIRED:
            return QCoreApplication.translate(
                "Wording",
                "Ese tema está retirado: elija otro para una ficha nueva.",
            )
        case FaqRule.BODY_EMPTY:
            return QCoreApplication.translate("Wording", "Escriba quién lo lleva.")
        case FaqRule.NOTE_EMPTY:
            return QCoreApplication.translate(
                "Wording",
                "Escriba qué conviene mejorar: sin nombres ni datos de nadie no queda nada.",
            )
        case FaqRule.PERSONAL_LAYER:
            return QCoreApplication.translate(
                "Wording",
                "Una ficha personal no se propone: hágala antes del equipo.",
            )
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
        case FaqRule.TAKEN:
            return QCoreApplication.translate(
                "Wording", "Ese identificador es de una ficha personal de otra persona: cámbielo."
            )
        case FaqRule.BLOCK_UNKNOWN:
            return QCoreApplication.translate(
                "Wording",
                "Nombra un bloque que no existe: escríbalo en «Bloques compartidos» o quítelo.",
            )
        case FaqRule.NORM_ID:
            return QCoreApplication.translate(
                "Wording",
                "Escriba cada norma con su identificador, como BOE-A-2015-11724.",
            )
        case FaqRule.REVIEW_PAST:
            return QCoreApplication.translate(
                "Wording",
                "La fecha de revisión ya pasó: ponga una nueva para verificarla.",
            )
        case FaqRule.START_MISSING:
            return QCoreApplication.translate(
                "Wording",
                "Para anticiparla, ponga desde qué día vale o la norma que espera.",
            )
        case FaqRule.VARIANT_EMPTY:
            return QCoreApplication.translate(
                "Wording",
                "Una variante en otra lengua está vacía: escríbala o quítela.",
            )
        case FaqRule.VARIANT_TOO_LONG:
            return QCoreApplication.translate(
                "Wording",
                "Una variante en otra lengua no cabe en un mensaje de X.",
            )
        case FaqRule.VARIANT_PERSONAL_DATA:
            return QCoreApplication.translate(
                "Wording",
                "Una variante en otra lengua contiene un dato personal.",
            )
        case FaqRule.VARIANT_LINK:
            return QCoreApplication.translate(
                "Wording",
                "El enlace de una variante en otra lengua debe empezar por https://.",
            )
        case FaqRule.VARIANT_DISAGREES:
            return QCoreApplication.translate(
                "Wording",
                "Una variante en otra lengua no dice lo mismo que la respuesta.",
            )
        case FaqRule.MOVE:
            return QCoreApplication.translate(
                "Wording",
                "Desde su estado actual no puede pasar a ese.",
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


_topics = Topics(())


def follow_topics(topics: Topics) -> None:
    """Name topics as the desk has them from now on, and offer those that it offers."""
    global _topics
    _topics = topics


def topics() -> tuple[str, ...]:
    """Keys of the topics that may be chosen, in the order of the menus."""
    return tuple(each.key for each in _topics.living) or _SHIPPED


def topic_key(key: str) -> str:
    """The topic that ``key`` means today, where topics were merged."""
    return _topics.home(key)


def topic(key: str | None) -> str:
    """Name of a topic of the channel; an unknown key is shown as it is."""
    known = _topics.of(key or "")
    if known is not None and known.label:
        return displayable(known.label)
    return shipped_topic(known.key if known is not None else key or "")


def shipped_topic(key: str) -> str:
    """What the desk itself calls a topic, whatever officers call it."""
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
    return names.get(key, displayable(key))


_SHIPPED = (
    "imv", "pensiones", "prestaciones", "asilo-migraciones", "cita-previa-y-tramites",
    "autonomos", "afiliacion-cotizacion", "espanoles-exterior", "incidencias", "bulos", "canal",
)  # fmt: skip
"""Keys in the order of the menus, as in ``resources/faq/starter_faq.json``."""


def language(code: str) -> str:
    """A language's own name: ``ca`` → "català"; easy read is none, and has words too."""
    if code == EASY_READ:
        return QCoreApplication.translate("Wording", "lectura fácil")
    return _OWN_NAMES.get(code) or QLocale(code).nativeLanguageName() or code


_OWN_NAMES = {"en": "English", "es": "español"}
"""Where Qt's also names a country."""


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
    return Plurals().days(hours // 24)


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
    """US dollars, as X bills: "0,01 $", or "$0.01" where the sign comes first."""
    figure = QLocale().toString(float(amount), "f", 2)
    return QCoreApplication.translate("Wording", "{importe} $").replace("{importe}", figure)


def number(count: int) -> str:
    return QLocale().toString(count)


def listed(names: Iterable[str]) -> str:
    return " · ".join(name for name in names if name)


def sentence_case(words: str) -> str:
    """``words`` with a capital at its beginning."""
    return words[:1].upper() + words[1:]


def incident_needs(event: IncidentNeedsWord) -> str:
    """Why somebody has to say something about an incident now."""
    if event.why is WordNeeded.PROMISE:
        words = QCoreApplication.translate(
            "Wording", "{cual}: ha pasado la hora del aviso prometido."
        )
    else:
        words = QCoreApplication.translate(
            "Wording", "{cual}: el mantenimiento ha cambiado de fase y hay que decirlo."
        )
    return words.replace("{cual}", sentence_case(event.title))

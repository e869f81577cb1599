"""The register of hoaxes in the officers' words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QObject

from incluinfo_desk.domain.hoax import (
    Advice,
    Harm,
    Hoax,
    HoaxState,
    Reason,
    Said,
    Scope,
    Step,
    Verdict,
    Why,
)
from incluinfo_desk.ui.wording import day_and_time, month_year


class _Counted(QObject):
    """lupdate finds a plural only where ``self`` asks for it."""

    def now(self, count: int) -> str:
        return self.tr("Visto %n vez(ces) ahora", "", count)

    def before(self, count: int) -> str:
        return self.tr("%n vez(ces) antes, en {mes}", "", count)

    def ask(self, count: int) -> str:
        return self.tr("Preguntan %n persona(s) hoy.", "", count)

    def lately(self, count: int) -> str:
        return self.tr("%n mención(es) en una hora.", "", count)


def state(of: HoaxState) -> str:
    return {
        HoaxState.DRAFT: QCoreApplication.translate("Hoaxes", "Borrador"),
        HoaxState.PREPARED: QCoreApplication.translate("Hoaxes", "Preparado"),
        HoaxState.REBUTTED: QCoreApplication.translate("Hoaxes", "Rebatido"),
        HoaxState.ARCHIVED: QCoreApplication.translate("Hoaxes", "Archivado"),
    }[of]


def scope(of: Scope) -> str:
    return {
        Scope.OURS: QCoreApplication.translate("Hoaxes", "Es materia nuestra"),
        Scope.OTHER_BODY: QCoreApplication.translate("Hoaxes", "Es de otro organismo: se remite"),
        Scope.UNVERIFIABLE: QCoreApplication.translate("Hoaxes", "No se puede comprobar"),
    }[of]


def harm(of: Harm) -> str:
    return {
        Harm.LOW: QCoreApplication.translate("Hoaxes", "Poco daño"),
        Harm.MEDIUM: QCoreApplication.translate("Hoaxes", "Asusta o deja sin un derecho"),
        Harm.HIGH: QCoreApplication.translate("Hoaxes", "Roba dinero o datos"),
    }[of]


def verdict(of: Verdict) -> str:
    return {
        Verdict.FALSE: QCoreApplication.translate("Hoaxes", "Es falso"),
        Verdict.MISLEADING: QCoreApplication.translate("Hoaxes", "Engaña con algo cierto"),
        Verdict.OUTDATED: QCoreApplication.translate("Hoaxes", "Fue cierto y ya no lo es"),
    }[of]


def said(of: Said) -> str:
    """Who said it in public, when, and whose yes it had: the record of one rebuttal."""
    by = QCoreApplication.translate("Hoaxes", "{fecha}, por {quien}")
    if of.approved_by:
        by = QCoreApplication.translate("Hoaxes", "{fecha}, por {quien}; aprobado por {otra}")
    if of.post_id is None:
        by += QCoreApplication.translate("Hoaxes", " · todavía no consta en X")
    when = day_and_time(of.at)
    return (
        by.replace("{fecha}", when).replace("{quien}", of.author).replace("{otra}", of.approved_by)
    )


def seen(hoax: Hoax, today: date) -> str:
    """``Visto 4 veces ahora · 3 veces antes, en 09/2025``, the month it was seen last then."""
    before = hoax.before(today)
    parts = []
    now = hoax.total - (before.count if before is not None else 0)
    if now:
        parts.append(_Counted().now(now))
    if before is not None:
        words = _Counted().before(before.count)
        parts.append(words.replace("{mes}", month_year(before.until)))
    return " · ".join(parts) or QCoreApplication.translate("Hoaxes", "Sin menciones todavía")


def advice(of: Advice) -> str:
    """The step and all its reasons, as one sentence each."""
    step = {
        Step.IGNORE: QCoreApplication.translate(
            "Hoaxes", "No responder todavía: hacerlo lo difundiría."
        ),
        Step.PREPARE: QCoreApplication.translate("Hoaxes", "Preparar el texto, sin publicarlo."),
        Step.REBUT: QCoreApplication.translate("Hoaxes", "Rebatir."),
        Step.FORWARD: QCoreApplication.translate("Hoaxes", "Remitir a quien le corresponde."),
    }[of.step]
    return " ".join((step, *(_reason(each) for each in of.reasons)))


def _reason(of: Reason) -> str:
    n = of.number
    match of.why:
        case Why.MANY_ASK | Why.SOME_ASK:
            return _Counted().ask(n)
        case Why.FEW_ASK:
            return QCoreApplication.translate("Hoaxes", "Apenas pregunta nadie.")
        case Why.FAST:
            return _Counted().lately(n)
        case Why.HARMS:
            return QCoreApplication.translate("Hoaxes", "Quien lo cree pierde dinero o datos.")
        case Why.RETURNS:
            return QCoreApplication.translate("Hoaxes", "Ya circuló antes.")
        case Why.UNVERIFIABLE:
            return QCoreApplication.translate("Hoaxes", "No hay con qué contrastarlo.")
    return QCoreApplication.translate("Hoaxes", "No es materia nuestra.")

"""What keeps a variant in another language from being sent, in sentences."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QLocale

from incluinfo_desk.domain.agreement import Disagreement, Drift
from incluinfo_desk.domain.agreement_words import HABIL
from incluinfo_desk.domain.faq import FaqRule
from incluinfo_desk.domain.length import LIMIT
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.domain.variants import VariantFlaw
from incluinfo_desk.ui.plurals import Plurals
from incluinfo_desk.ui.words import faq_rule, language


def named(flaw: VariantFlaw) -> str:
    """The language first: "català: Faltan cifras: 6 meses."."""
    return f"{displayable(language(flaw.language))}: {sentence(flaw)}"


def sentence(flaw: VariantFlaw) -> str:
    """What is wrong, below the field that names the language."""
    if flaw.rule is FaqRule.VARIANT_DISAGREES and flaw.differs is not None:
        return _differs(flaw.differs)
    match flaw.rule:
        case FaqRule.VARIANT_EMPTY:
            return QCoreApplication.translate("VariantWords", "Está vacía: escríbala o quítela.")
        case FaqRule.VARIANT_TOO_LONG:
            over = Plurals().characters_over(flaw.over)
            return over.replace("{limite}", str(LIMIT))
        case FaqRule.VARIANT_PERSONAL_DATA:
            return QCoreApplication.translate("VariantWords", "Contiene un dato personal: quítelo.")
        case FaqRule.VARIANT_LINK:
            return QCoreApplication.translate(
                "VariantWords", "Su enlace debe empezar por https://."
            )
        case _:
            return faq_rule(flaw.rule)


def _differs(found: Disagreement) -> str:
    if found.kind is Drift.ORDER:
        return (
            QCoreApplication.translate(
                "VariantWords", "Datos cambiados de sitio: en español {uno}; aquí {otro}."
            )
            .replace("{uno}", _listed(found.missing))
            .replace("{otro}", _listed(found.extra))
        )
    if found.kind is Drift.NEGATION:
        if found.missing:
            return QCoreApplication.translate(
                "VariantWords", "Falta una negación que el español tiene (no, sin…)."
            )
        return QCoreApplication.translate(
            "VariantWords", "Hay una negación que el español no tiene (no, sin…)."
        )
    said: list[str] = []
    if found.missing:
        lacks = QCoreApplication.translate("VariantWords", "falta {que}")
        said.append(lacks.replace("{que}", _listed(found.missing)))
    if found.extra:
        more = QCoreApplication.translate("VariantWords", "sobra {que}")
        said.append(more.replace("{que}", _listed(found.extra)))
    return f"{_kind(found.kind)}: {', '.join(said)}."


def _kind(kind: Drift) -> str:
    match kind:
        case Drift.NUMBER:
            return QCoreApplication.translate("VariantWords", "Cifras")
        case Drift.DATE:
            return QCoreApplication.translate("VariantWords", "Fechas")
        case Drift.LINK:
            return QCoreApplication.translate("VariantWords", "Enlaces")
        case _:
            return QCoreApplication.translate("VariantWords", "Huecos")


def _listed(facts: Iterable[str]) -> str:
    return ", ".join(f"«{displayable(_fact(fact))}»" for fact in facts)


def _fact(fact: str) -> str:
    """A fact of ``domain/agreement.py`` as people say it: ``6 m`` is "6 meses"."""
    what, _, rest = fact.partition(" ")
    if what == "month":
        return QLocale().standaloneMonthName(int(rest))
    if what == "day":
        return QLocale().standaloneDayName(int(rest))
    if fact == HABIL:
        return _unit(HABIL, many=True)
    if rest in {"d", HABIL, "w", "m", "y", "h", "eur"}:
        return f"{what} {_unit(rest, many=what != '1')}"
    return fact


def _unit(unit: str, *, many: bool) -> str:
    match unit:
        case "d":
            one = QCoreApplication.translate("VariantWords", "día")
            more = QCoreApplication.translate("VariantWords", "días")
        case "w":
            one = QCoreApplication.translate("VariantWords", "semana")
            more = QCoreApplication.translate("VariantWords", "semanas")
        case "m":
            one = QCoreApplication.translate("VariantWords", "mes")
            more = QCoreApplication.translate("VariantWords", "meses")
        case "y":
            one = QCoreApplication.translate("VariantWords", "año")
            more = QCoreApplication.translate("VariantWords", "años")
        case "h":
            one = QCoreApplication.translate("VariantWords", "hora")
            more = QCoreApplication.translate("VariantWords", "horas")
        case "eur":
            one = more = "€"
        case _:
            one = QCoreApplication.translate("VariantWords", "día hábil")
            more = QCoreApplication.translate("VariantWords", "días hábiles")
    return more if many else one

"""Who is competent for what is asked, by topic (INC-12 pensions and benefits, INC-13 the
self-employed, INC-14 registration and contributions)."""

from __future__ import annotations

import re

import pytest

from incluinfo_desk.domain.faq import FaqEntry
from incluinfo_desk.domain.suggestion.engine import SuggestionIndex

ROUTES = (
    ("pensiones", "¿Con qué edad puedo jubilarme?", "INSS"),
    ("pensiones", "soy marinero, ¿dónde pido la jubilación?", "INSS / ISM"),
    ("pensiones", "se ha muerto mi marido, ¿tengo pensión de viudedad?", "INSS / ISM / mutua"),
    ("pensiones", "pensión no contributiva, nunca he cotizado, ¿dónde se pide?",
     "Comunidad autónoma / Imserso"),
    ("prestaciones", "acabo de ser madre, como pido el permiso por nacimiento y cuidado",
     "INSS / ISM"),
    ("prestaciones", "¿qué tengo que hacer para pedir la incapacidad permanente?", "INSS / ISM"),
    ("autonomos", "¿cuánto pago de cuota de autónomos?", "TGSS"),
    ("autonomos", "soy autónomo y estoy de baja, ¿quién me paga?", "Mutua"),
    ("afiliacion-cotizacion", "como saco la vida laboral", "TGSS"),
    ("afiliacion-cotizacion", "¿Cómo doy de alta a una empleada de hogar?", "TGSS"),
    ("afiliacion-cotizacion", "mi empresa no me ha dado de alta en la seguridad social",
     "TGSS / ITSS"),
    ("espanoles-exterior", "emigré a argentina y quiero volver a españa, ayudas al retorno",
     "SEM"),
    ("asilo-migraciones", "como pido el asilo", "Ministerio del Interior"),
)  # fmt: skip


def bodies(text: str) -> set[str]:
    """Those named, without the office in brackets."""
    return {each.strip() for each in re.sub(r"\(.*?\)", "", text).split("/")}


@pytest.mark.parametrize(("topic", "post", "competent"), ROUTES)
def test_a_question_goes_to_who_is_competent(
    topic: str, post: str, competent: str, index: SuggestionIndex, entries: list[FaqEntry]
) -> None:
    ranking = index.suggest(post)
    first = next(e for e in entries if e.id == ranking.suggestions[0].faq_id)
    assert ranking.redirect is None
    assert (first.topic, bodies(first.body)) == (topic, bodies(competent))


def test_contributions_and_benefits_of_the_self_employed_propose_both_bodies(
    index: SuggestionIndex, entries: list[FaqEntry]
) -> None:
    text = "¿Cuánto pago de cuota de autónomo? ¿Cómo pido la baja por enfermedad siendo autónomo?"
    first, second = index.suggest(text).suggestions[:2]
    found = [bodies(e.body) for e in entries if e.id in (first.faq_id, second.faq_id)]
    assert sorted(map(sorted, found)) == [["Mutua"], ["TGSS"]]
    assert None not in (first.part, second.part)

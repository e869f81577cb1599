"""What the starter FAQ holds beside its texts: procedures, norms or none, covered topics."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from incluinfo_desk.assets import resource
from incluinfo_desk.domain.faq import FaqEntry
from incluinfo_desk.domain.suggestion.content import read_entries
from incluinfo_desk.operations.edit_topics import shipped_topics
from incluinfo_desk.operations.procedures import shipped_procedures

ENTRIES = read_entries(resource("faq", "starter_faq.json").read_text("utf-8"))[0]
DONE_THERE = (
    "tramites.seg-social.es", "sede.seg-social.gob.es", "/Categorias/", "inss.seg-social.es/cita",
    "clave.gob.es", "sede.fnmt", "prestaciones.seg-social.es/servicio", "icpplus",
)  # fmt: skip
"""Pages where something is done, not only read."""
ABOUT = {"incidencias", "bulos", "canal"}
"""Topics whose answers tell of something else than a procedure."""


def test_every_answer_that_leads_to_a_procedure_is_tied_to_it() -> None:
    for entry in ENTRIES:
        there = any(each in (entry.link or "") for each in DONE_THERE)
        if there and entry.topic not in ABOUT:
            assert entry.procedure, entry.id
        if entry.procedure:
            assert entry.procedure in shipped_procedures(), entry.id


def test_every_procedure_has_answers() -> None:
    assert {each.procedure for each in ENTRIES if each.procedure} == set(shipped_procedures())


def test_every_answer_names_a_norm_or_says_that_there_is_none() -> None:
    assert [e.id for e in ENTRIES if bool(e.norms) == e.no_norm] == []


def test_every_topic_has_answers_fit_to_be_verified() -> None:
    ready = Counter(each.topic for each in ENTRIES if each.source and each.review_by)
    assert [t.key for t in shipped_topics().living if not ready[t.key]] == []


@pytest.mark.parametrize(
    ("topic", "bodies"),
    [
        ("imv", {"INSS"}),
        ("pensiones", {"INSS", "ISM", "Imserso"}),
        ("prestaciones", {"INSS", "ISM", "Mutua", "mutua"}),
        ("autonomos", {"TGSS", "INSS", "Mutua", "mutua"}),
        ("afiliacion-cotizacion", {"TGSS"}),
        ("espanoles-exterior", {"INSS", "ISM", "TGSS", "SEM"}),
    ],
)
def test_each_topic_goes_to_the_bodies_that_are_competent(topic: str, bodies: set[str]) -> None:
    """INC-12, INC-13, INC-14: who is named first deals with it, or says who does."""
    of: list[FaqEntry] = [each for each in ENTRIES if each.topic == topic]
    named = {part for each in of for part in each.body.replace("/", " ").split()}
    assert bodies & named == bodies
    first = Counter(each.body.replace("/", " ").split()[0] for each in of)
    assert first.most_common(1)[0][0] in bodies


def test_the_bodies_of_the_topics_are_known() -> None:
    content = json.loads(resource("faq", "topics.json").read_text("utf-8"))
    known = {each["key"] for each in content["bodies"]}
    assert {each.body for each in shipped_topics().all} <= known

"""What a day's gazette changes: every norm it names as changed, and no other."""

# ruff: noqa: E501 - titles as the gazette prints them

from __future__ import annotations

import json
from pathlib import Path

import pytest

from incluinfo_desk.domain.norms import (
    Gazette,
    Norm,
    NormId,
    Published,
    is_norm_id,
    norm_ids,
    official_text,
    touched,
)

RESOURCES = Path(__file__).resolve().parents[2] / "resources" / "faq"
NORMS = [
    Norm(NormId(r["id"]), r["short"], r["title"], tuple(r["cited_as"]))
    for r in json.loads((RESOURCES / "norms.json").read_text("utf-8"))
]


def changed(
    title: str, department: str = "JEFATURA DEL ESTADO", *, general: bool = True
) -> set[str]:
    gazette = Gazette(None, (Published("BOE-A-2026-9999", title, department, general),))
    return {norm.short for norm, _ in touched(gazette, NORMS)}


@pytest.mark.parametrize(
    ("title", "norms"),
    [
        (
            "Real Decreto-ley 9/2026, de 3 de noviembre, por el que se modifica el texto refundido de "
            "la Ley General de la Seguridad Social, aprobado por el Real Decreto Legislativo 8/2015, "
            "de 30 de octubre.",
            {"LGSS"},
        ),
        (
            "Real Decreto 322/2026, de 26 de marzo, por el que se modifican el Reglamento General "
            "sobre inscripción de empresas y afiliación, altas, bajas y variaciones de datos de "
            "trabajadores en la Seguridad Social, aprobado por el Real Decreto 84/1996, de 26 de "
            "enero, y el Reglamento General sobre Cotización y Liquidación de otros Derechos de la "
            "Seguridad Social, aprobado por el Real Decreto 2064/1995, de 22 de diciembre.",
            {"RD 84/1996", "RD 2064/1995"},
        ),
        (
            "Real Decreto-ley 9/2025, de 29 de julio, por el que se amplía el permiso de nacimiento y "
            "cuidado, mediante la modificación del texto refundido de la Ley del Estatuto de los "
            "Trabajadores, aprobado por el Real Decreto Legislativo 2/2015, de 23 de octubre, y del "
            "texto refundido de la Ley General de la Seguridad Social, aprobado por el Real Decreto "
            "Legislativo 8/2015, de 30 de octubre.",
            {"ET", "LGSS"},
        ),
        ("Corrección de errores del Real Decreto 1155/2024, de 19 de noviembre, por el que se aprueba "
         "el Reglamento de la Ley Orgánica 4/2000.", {"RD 1155/2024"}),
        ("Ley 2/2026, por la que se modifica la Ley 19/2021, de 20 de diciembre, por la que se "
         "establece el ingreso mínimo vital.", {"Ley 19/2021"}),
        ("Ley 8/2026, de 8 de junio, por la que se modifica el Código Civil en materia de "
         "nacionalidad.", {"Código Civil"}),
        ("Real Decreto 90/2026, por el que se deroga el Real Decreto 453/2022, de 14 de junio.",
         {"RD 453/2022"}),
    ],
)  # fmt: skip
def test_a_title_that_says_so_changes_the_norm(title: str, norms: set[str]) -> None:
    assert changed(title) == norms


@pytest.mark.parametrize(
    ("title", "department", "general"),
    [
        ("Orden ISM/12/2026, por la que se desarrollan las normas de cotización a la Seguridad "
         "Social previstas en la Ley 31/2025.", "MINISTERIO DE INCLUSIÓN", True),
        ("Real Decreto 100/2026, por el que se modifica el Real Decreto 1/2020, dictado en "
         "desarrollo de la Ley 39/2015, de 1 de octubre.", "MINISTERIO", True),
        ("Resolución de 9 de enero de 2026, por la que se ordena la publicación del Acuerdo de "
         "convalidación del Real Decreto-ley 3/2026.", "CORTES GENERALES", True),
        ("Orden TES/1/2026, por la que se modifica la Orden TES/2/2020 conforme a la Ley 39/2015.",
         "MINISTERIO", True),
        ("Ley 5/2026, de modificación de la Ley 12/2009, de 10 de julio, de educación.",
         "COMUNIDAD AUTÓNOMA DE CATALUÑA", True),
        ("Decreto-ley 3/2026, por el que se modifica el Decreto-ley 13/2022.",
         "COMUNITAT VALENCIANA", True),
        ("Real Decreto 7/2026, por el que se modifica el Real Decreto 184/1996.", "MINISTERIO", True),
        ("Real Decreto 8/2026, por el que se modifica el Real Decreto 84/19967.", "MINISTERIO", True),
        ("Resolución por la que se corrigen errores en la de 4 de mayo, por la que se convocan "
         "ayudas previstas en la Ley 20/2007.", "MINISTERIO", True),
        ("Anuncio de modificación del contrato regulado por el Real Decreto 84/1996.", "AYUNTAMIENTO",
         False),
        ("Modificación del convenio al amparo de la Ley 36/2011.", "MINISTERIO", False),
    ],
)  # fmt: skip
def test_naming_a_norm_is_not_changing_it(title: str, department: str, general: bool) -> None:
    assert changed(title, department, general=general) == set()


def test_the_analysis_of_a_disposition_decides_where_its_title_is_silent() -> None:
    omnibus = Published(
        "BOE-A-2026-3",
        "Real Decreto-ley 4/2026, de medidas urgentes en materia social.",
        changes=(NormId("BOE-A-2015-11724"), NormId("BOE-A-1900-1")),
    )
    loud = Published("BOE-A-2026-4", "Ley por la que se modifica la Ley 39/2015.", changes=())
    found = touched(Gazette(None, (omnibus, loud)), NORMS)
    assert [(norm.short, item.id) for norm, item in found] == [("LGSS", "BOE-A-2026-3")]


def test_ids_are_found_in_what_people_paste() -> None:
    pasted = "https://www.boe.es/buscar/act.php?id=BOE-A-2015-11724&p=2 y DOUE-L-2016-80807"
    assert norm_ids(pasted) == ("BOE-A-2015-11724", "DOUE-L-2016-80807")
    assert all(is_norm_id(norm) for norm in norm_ids(pasted))
    assert not is_norm_id("Ley 39/2015")
    assert official_text(NormId("BOE-A-2015-11724")).endswith("act.php?id=BOE-A-2015-11724")
    assert "doc.php" in official_text(NormId("DOUE-L-2016-80807"))


def test_the_starter_names_only_norms_we_know_and_most_of_it_names_one() -> None:
    rows = json.loads((RESOURCES / "starter_faq.json").read_text("utf-8"))
    named = [norm for row in rows for norm in row.get("norms", ())]
    assert set(named) <= {norm.id for norm in NORMS}
    assert len({norm.id for norm in NORMS}) == len(NORMS)
    with_basis = [row for row in rows if row["legal_basis"]]
    assert sum(bool(row.get("norms")) for row in with_basis) >= 0.9 * len(with_basis)

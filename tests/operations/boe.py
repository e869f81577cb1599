"""Files as the BOE's open data gives them, made small."""

from __future__ import annotations

import json
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

Item = tuple[str, str]
"""Id and title."""
STATE, HEAD = "JEFATURA DEL ESTADO", "MINISTERIO DE INCLUSIÓN, SEGURIDAD SOCIAL Y MIGRACIONES"


def summary_xml(day: str, general: Sequence[Item], others: Sequence[Item] = ()) -> str:
    """The summary of ``day`` (AAAAMMDD): section I, and section III."""

    def section(code: str, name: str, items: Sequence[Item]) -> str:
        rows = "".join(
            f"<item><identificador>{id}</identificador><titulo>{escape(title)}</titulo>"
            f"<url_xml>https://www.boe.es/diario_boe/xml.php?id={id}</url_xml></item>"
            for id, title in items
        )
        return (
            f"<seccion codigo={quoteattr(code)} nombre={quoteattr(name)}>"
            f"<departamento codigo='7723' nombre={quoteattr(STATE)}>"
            f"<epigrafe nombre='Seguridad Social'>{rows}</epigrafe></departamento></seccion>"
        )

    return (
        "<?xml version='1.0' encoding='UTF-8'?><response><status><code>200</code>"
        "<text>ok</text></status><data><sumario><metadatos><publicacion>BOE</publicacion>"
        f"<fecha_publicacion>{day}</fecha_publicacion></metadatos><diario numero='284'>"
        f"<sumario_diario><identificador>BOE-S-{day[:4]}-284</identificador></sumario_diario>"
        + section("1", "I. Disposiciones generales", general)
        + section("3", "III. Otras disposiciones", others)
        + "</diario></sumario></data></response>"
    )


def summary_json(day: str, item: Item) -> str:
    """The same as JSON, with one item: the BOE then writes objects where lists could be."""
    row = {"identificador": item[0], "titulo": item[1]}
    return json.dumps(
        {
            "status": {"code": "200", "text": "ok"},
            "data": {
                "sumario": {
                    "metadatos": {"publicacion": "BOE", "fecha_publicacion": day},
                    "diario": [
                        {
                            "numero": "284",
                            "seccion": {
                                "codigo": "1",
                                "nombre": "I. Disposiciones generales",
                                "departamento": {
                                    "nombre": STATE,
                                    "epigrafe": {"nombre": "Seguridad Social", "item": row},
                                },
                            },
                        }
                    ],
                }
            },
        },
        ensure_ascii=False,
    )


def document_xml(id: str, title: str, changes: str, cites: str) -> str:
    """One disposition, whose analysis names a norm it changes and one it only cites."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<documento fecha_actualizacion="20261124"><metadatos><identificador>{id}</identificador>
<titulo>{escape(title)}</titulo><departamento codigo="7723">{STATE}</departamento>
<fecha_publicacion>20261124</fecha_publicacion></metadatos><analisis><referencias>
<anteriores><anterior referencia="{changes}" orden="2015"><palabra codigo="270">MODIFICA</palabra>
<texto>el art. 318</texto></anterior><anterior referencia="{cites}" orden="2020">
<palabra codigo="330">CITA</palabra><texto>la Ley</texto></anterior></anteriores>
<posteriores/></referencias></analisis></documento>"""

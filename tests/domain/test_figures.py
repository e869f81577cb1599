"""Figures want source and time; what is no figure is left alone."""

from __future__ import annotations

import json

import pytest

from incluinfo_desk.assets import resource
from incluinfo_desk.domain.figures import BareFigures, bare_figures


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hay 2.300.000 beneficiarios del IMV.", BareFigures(("2.300.000",), True, True)),
        ("El paro baja un 3,2 %, según el INE.", BareFigures(("3,2 %",), False, True)),
        ("A 25 de septiembre había 21 millones de afiliados.",
         BareFigures(("21 millones",), True, False)),
        ("Según datos de la TGSS, a 25 de septiembre de 2026 hay 21,9 millones.", None),
        ("Hoy hay 340 avisos: https://www.seg-social.es/datos2026", None),
        ("No funciona desde las 10:22. Llame al 91 542 11 76 o al 020, de 9 a 20 h.",
         BareFigures(("9",), True, False)),
        ("No funciona desde las 10:22 del 23/11. Llame al 91 542 11 76 o al 020.", None),
        ("Ley 19/2021, art. 28.3, y Real Decreto 893/2024 (1/3).", None),
        ("Resuelto. Gracias.", None),
    ],
)  # fmt: skip
def test_a_figure_without_source_or_time_is_found(text: str, found: BareFigures | None) -> None:
    assert bare_figures(text) == found


def test_no_shipped_template_is_suspected() -> None:
    words = json.loads(resource("incidents", "templates.json").read_text("utf-8"))
    for text in (*words["alternatives"].values(), *(t["text"] for t in words["templates"])):
        assert bare_figures(text) is None, text

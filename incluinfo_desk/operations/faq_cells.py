"""The FAQ as a table of text cells: the columns of XLSX and CSV, and CSV itself.

Headings and states are in Spanish, which the officers who open the file in a spreadsheet
read; the names of the JSON format are understood too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from incluinfo_desk.domain.faq import FaqState
from incluinfo_desk.domain.problems import BadRow
from incluinfo_desk.domain.variants import LANGUAGES
from incluinfo_desk.operations import csv_table
from incluinfo_desk.operations.csv_table import UnusableError

COLUMNS: Mapping[str, str] = {
    "id": "identificador",
    "topic": "tema",
    "question": "pregunta",
    "variants": "otras formas de preguntarlo",
    "reply": "respuesta",
    "link": "enlace",
    "body": "organismo",
    "legal_basis": "base jurídica",
    "norms": "normas (BOE)",
    "no_norm": "sin norma",
    "procedure": "trámite",
    "source": "fuente",
    "confidence": "confianza",
    "needs_private_channel": "canal privado",
    "review_by": "revisar antes de",
    "valid_from": "en vigor desde",
    "keywords": "palabras clave",
    "language": "idioma",
    "state": "estado",
    "verified_by": "verificada por",
    "verified_at": "verificada el",
    "review_reason": "motivo de la revisión",
    "layer": "capa",
    "owner": "de quién",
    "lineage": "versiones (no tocar)",
}
"""Raw name and heading of each column, in their order; translations come before the last."""
FLAGS = ("needs_private_channel", "no_norm")
LISTS = ("variants", "norms", "keywords", "lineage")
STATES: Mapping[str, str] = {
    FaqState.DRAFT.value: "borrador",
    FaqState.VERIFIED.value: "verificada",
    FaqState.UNDER_REVIEW.value: "en revisión",
    FaqState.ANTICIPATED.value: "anticipada",
    FaqState.RETIRED.value: "retirada",
}
_YES, _NO = "sí", "no"
MOST_COLUMNS = 200


# --- one row -----------------------------------------------------------------------------------


def headings() -> list[str]:
    *most, lineage = COLUMNS.values()
    per_language = [f"{what} ({code})" for code in LANGUAGES for what in ("respuesta", "enlace")]
    return [*most, *per_language, lineage]


def cells_of(raw: Mapping[str, Any]) -> list[str]:
    """The cells of one entry, under :func:`headings`."""
    *most, lineage = COLUMNS
    translations = raw["translations"]
    per_language: list[str] = []
    for code in LANGUAGES:
        each = translations.get(code) or {}
        per_language += [each.get("reply") or "", each.get("link") or ""]
    return [*(_cell(n, raw[n]) for n in most), *per_language, _cell(lineage, raw[lineage])]


def _cell(name: str, value: Any) -> str:
    if name in LISTS:
        # A line break inside an element would make two of it.
        return "\n".join(" ".join(str(each).split("\n")) for each in value)
    if name in FLAGS:
        return _YES if value else _NO
    if name == "state":
        return STATES[value]
    return "" if value is None else str(value)


def raw_of_cells(line: int, cells: Mapping[str, str]) -> dict[str, Any] | BadRow:
    """The raw row of cells by raw name, as :func:`named` makes them; empty ones say nothing."""
    raw: dict[str, Any] = {}
    translations: dict[str, dict[str, str | None]] = {}
    for name, text in cells.items():
        what, _, code = name.partition(":")
        if code:
            if text:
                translations.setdefault(code, {"link": None})[what] = text
        elif name in LISTS:
            raw[name] = [each.strip() for each in text.split("\n") if each.strip()]
        elif name in FLAGS:
            word = text.strip().casefold()
            if word not in {"", _NO, _YES, "si", "true", "false", "1", "0"}:
                return BadRow(line, name, "value", text[:80])
            raw[name] = word in {_YES, "si", "true", "1"}
        elif name == "state":
            word = text.strip().casefold()
            if word:
                raw[name] = next((k for k, v in STATES.items() if v == word), word)
        elif text != "":
            raw[name] = text
    for code, each in translations.items():
        if "reply" not in each:
            return BadRow(line, f"respuesta ({code})", "missing")
    raw["translations"] = translations
    return raw


def named(heads: Sequence[str]) -> list[str | None]:
    """The raw name of each heading, ``reply:ca`` for a translation, None for a strange one.

    Raises UnusableError("header"): these are not the columns of a FAQ.
    """
    names: dict[str, str] = {h.casefold(): n for n, h in COLUMNS.items()}
    names |= {n: n for n in COLUMNS}
    for code in LANGUAGES:
        names[f"respuesta ({code})"] = f"reply:{code}"
        names[f"enlace ({code})"] = f"link:{code}"
    found = [names.get(head.strip().casefold()) for head in heads[:MOST_COLUMNS]]
    if not {"id", "topic", "question", "reply"} <= set(found):
        raise UnusableError("header")
    return found


# --- CSV ---------------------------------------------------------------------------------------


def csv_rows(text: str) -> tuple[Iterator[tuple[int, dict[str, Any] | BadRow]], str]:
    """Rows with the line each begins on, and the delimiter found. Raises UnusableError."""
    heads, rows, delimiter = csv_table.read(text)
    names = named(heads)

    def raws() -> Iterator[tuple[int, dict[str, Any] | BadRow]]:
        for line, cells in rows:
            if isinstance(cells, BadRow):
                yield line, cells
                continue
            by_name = {n: c for n, c in zip(names, cells, strict=True) if n is not None}
            yield line, raw_of_cells(line, by_name)

    return raws(), delimiter


def csv_written(raws: Sequence[Mapping[str, Any]]) -> bytes:
    return csv_table.written([headings(), *(cells_of(raw) for raw in raws)])

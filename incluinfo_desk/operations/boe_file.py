"""What the BOE publishes as open data, read from a file that somebody carried here.

Three kinds: the summary of a day as XML or JSON (``/datosabiertos/api/boe/sumario/AAAAMMDD``),
and the XML of one disposition (``/diario_boe/xml.php?id=…``), whose analysis names exactly
what it changes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from incluinfo_desk.domain.norms import Gazette, NormId, Published
from incluinfo_desk.domain.problems import FileUnreadable, Trouble
from incluinfo_desk.paths import problem_of

LARGEST = 30_000_000
"""Bytes. A full summary has some three hundred thousand."""
_GENERAL = {"1", "1A", "I"}
"""Codes of section I, general dispositions."""
_CHANGING = {"210", "230", "235", "270", "407"}
"""DEROGA, DECLARA inconstitucional, SUPRIME, MODIFICA, AÑADE in the BOE's list of words."""
_CHANGING_WORDS = ("modifica", "deroga", "suprime", "añade", "sustituye", "corri", "correc",
                   "prorroga", "inconstitucional", "deja sin efecto")  # fmt: skip


def load(path: Path) -> Gazette:
    """Read a file of the BOE. Blocking. Raises Trouble(FileUnreadable | ReadOnly)."""
    try:
        if path.stat().st_size > LARGEST:
            raise Trouble(FileUnreadable(path, "too large"))
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise Trouble(problem_of(error, path)) from error
    except UnicodeDecodeError as error:
        raise Trouble(FileUnreadable(path, "not UTF-8")) from error
    try:
        return parse(text)
    except (ValueError, RecursionError, ElementTree.ParseError) as error:
        raise Trouble(FileUnreadable(path, "not of the BOE")) from error


def parse(text: str) -> Gazette:
    """The gazette in ``text``. Raises ValueError or ElementTree.ParseError when it is none."""
    if text.lstrip()[:1] == "{":
        return _from_json(json.loads(text))
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise ValueError("the BOE's files declare nothing; entities are how a bomb is built")
    root = ElementTree.fromstring(text)  # noqa: S314 - declarations were refused above
    if root.tag == "documento" or root.find(".//documento") is not None:
        return _from_document(root if root.tag == "documento" else root.find(".//documento"))
    return _from_summary(root)


def _from_summary(root: ElementTree.Element) -> Gazette:
    items: list[Published] = []
    for section in root.iter("seccion"):
        general = (section.get("codigo") or section.get("num") or "").upper() in _GENERAL
        for department in section.iter("departamento"):
            name = department.get("nombre") or ""
            for item in department.iter("item"):
                id = item.findtext("identificador") or item.get("id") or ""
                title = " ".join((item.findtext("titulo") or "").split())
                items.append(Published(id, title, name, general))
    if not items and root.find(".//sumario") is None and root.tag != "sumario":
        raise ValueError("no summary")
    return Gazette(_day(root.findtext(".//fecha_publicacion") or ""), tuple(items))


def _from_document(root: ElementTree.Element | None) -> Gazette:
    if root is None:
        raise ValueError("no document")
    changes = [
        NormId(each.get("referencia") or "")
        for each in root.iterfind(".//analisis/referencias/anteriores/anterior")
        if _is_change(each.find("palabra"))
    ]
    item = Published(
        id=root.findtext(".//metadatos/identificador") or "",
        title=" ".join((root.findtext(".//metadatos/titulo") or "").split()),
        department=root.findtext(".//metadatos/departamento") or "",
        changes=tuple(dict.fromkeys(changes)),
    )
    if not item.id:
        raise ValueError("no document")
    return Gazette(_day(root.findtext(".//metadatos/fecha_publicacion") or ""), (item,))


def _is_change(word: ElementTree.Element | None) -> bool:
    if word is None:
        return False
    said = (word.text or "").casefold()
    return word.get("codigo") in _CHANGING or any(each in said for each in _CHANGING_WORDS)


def _from_json(content: Any) -> Gazette:
    data = content.get("data") if isinstance(content, dict) else None
    summary = data.get("sumario") if isinstance(data, dict) else None
    if not isinstance(summary, dict):
        raise ValueError("no summary")
    items: list[Published] = []
    for journal in _each(summary.get("diario")):
        for section in _each(journal.get("seccion")):
            general = str(section.get("codigo", "")).upper() in _GENERAL
            for department in _each(section.get("departamento")):
                name = str(department.get("nombre", ""))
                for item in _items(department):
                    title = " ".join(str(item.get("titulo", "")).split())
                    items.append(
                        Published(str(item.get("identificador", "")), title, name, general)
                    )
    meta = summary.get("metadatos")
    day = meta.get("fecha_publicacion", "") if isinstance(meta, dict) else ""
    return Gazette(_day(str(day)), tuple(items))


def _items(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Items of a department, below its epigraphs or at once."""
    for key in ("epigrafe", "texto"):
        for inner in _each(node.get(key)):
            yield from _items(inner)
    yield from _each(node.get("item"))


def _each(value: Any) -> list[dict[str, Any]]:
    """One object or a list of them: the BOE's JSON writes a list of one as the object."""
    many = value if isinstance(value, list) else [value]
    return [each for each in many if isinstance(each, dict)]


def _day(text: str) -> date | None:
    digits = "".join(c for c in text if c.isdigit())
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None

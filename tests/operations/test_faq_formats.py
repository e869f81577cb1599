"""Every format gives back what it was given; what is hostile in a file stays harmless."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from incluinfo_desk.domain.faq import FaqEntry, FaqState, Translation
from incluinfo_desk.domain.problems import FileUnreadable, Trouble
from incluinfo_desk.operations import faq_file
from incluinfo_desk.operations.faq_rows import Exported

EVIL = FaqEntry(
    id="todo",
    topic="imv",
    question="=cmd|'/c calc'!A1 ¿y \\n esto?",
    reply="# Título\n\n- lista: {enlace}\n\\barra\n+34 ¡ñ! 😀 <b>x</b>\n\n### no es un campo\n",
    variants=("@una", "-dos; con, comas", "'tres", '"cuatro"'),
    keywords=("a", "b c"),
    link="https://sede.seg-social.gob.es",
    body="INSS",
    legal_basis="Ley 19/2021, art. 28.3",
    source="https://www.boe.es",
    confidence="sourced",
    needs_private_channel=True,
    review_by=date(2027, 6, 30),
    valid_from=date(2026, 1, 1),
    state=FaqState.VERIFIED,
    verified_by="AB",
    verified_at=datetime(2026, 11, 1, 9, 30, 0, 123, UTC),
    norms=("BOE-A-2021-21007", "BOE-A-2015-11724"),
    translations=(Translation("ca", "Sis\nmesos", "https://x.cat"), Translation("es-facil", "6")),
    review_reason="norm:BOE-A-2021-21007",
)
PLAIN = FaqEntry(id="nada", topic="imv", question="¿Y?", reply="Sí.")


@pytest.mark.parametrize("ending", faq_file.ENDINGS)
def test_every_format_gives_back_every_field(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"faq{ending}"
    assert faq_file.save(path, [Exported(EVIL, ("aa", "bb")), Exported(PLAIN)]) == 2
    found = faq_file.load(path)
    assert found.bad == ()
    assert [row.entry for row in found.rows] == [EVIL, PLAIN]
    assert [row.lineage for row in found.rows] == [("aa", "bb"), ()]
    assert all(row.has_state for row in found.rows)


def test_nothing_written_is_a_formula(tmp_path: Path) -> None:
    sheet, text = tmp_path / "faq.xlsx", tmp_path / "faq.csv"
    for path in (sheet, text):
        faq_file.save(path, [Exported(EVIL)])
    cells = [c for row in load_workbook(sheet).worksheets[0].iter_rows() for c in row if c.value]
    assert {cell.data_type for cell in cells} == {"s"}
    assert ";'=cmd|" in text.read_text("utf-8-sig")


@pytest.mark.parametrize(
    ("encoding", "delimiter", "notes"),
    [
        ("utf-8", ",", ("delimiter:,",)),
        ("utf-8-sig", ";", ("delimiter:;",)),
        ("utf-16", "\t", ("utf-16", "delimiter:\t")),
        ("cp1252", ";", ("cp1252", "delimiter:;")),
    ],
)
def test_a_csv_of_any_office_is_read_and_what_was_guessed_is_said(
    tmp_path: Path, encoding: str, delimiter: str, notes: tuple[str, ...]
) -> None:
    path = tmp_path / "faq.csv"
    lines = [["id", "topic", "pregunta", "respuesta"], ["uno", "imv", "¿Año?", "Sí, €"]]
    text = "\r\n".join(delimiter.join(f'"{cell}"' for cell in line) for line in lines)
    path.write_bytes(text.encode(encoding))
    found = faq_file.load(path)
    assert [row.entry for row in found.rows] == [
        FaqEntry(id="uno", topic="imv", question="¿Año?", reply="Sí, €")
    ]
    assert (found.rows[0].has_state, found.notes) == (False, notes)


def workbook(*rows: Iterable[Any]) -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (("id", "topic", "question", "reply"), *rows):
        sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def rezipped(content: bytes, name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            new.writestr(part.filename, data if part.filename == name else old.read(part))
    return out.getvalue()


def hostile() -> dict[str, tuple[str, bytes]]:
    """Ending and content, by name, of files that are refused as a whole."""
    good = workbook(("a", "imv", "¿?", "Sí."))
    sheet = "xl/worksheets/sheet1.xml"
    entities = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aa">]><worksheet/>'
    return {
        "bomb": (".xlsx", rezipped(good, sheet, b" " * 30_000_000)),
        "entities": (".xlsx", rezipped(good, sheet, entities)),
        "cut": (".xlsx", good[: len(good) // 2]),
        "no xml": (".xlsx", rezipped(good, sheet, b"<worksheet><sheetData><row")),
        "no zip": (".xlsx", b"hola"),
        "empty book": (".xlsx", rezipped(good, sheet, b"<worksheet/>")),
        "binary": (".csv", b"id;topic\0;question;reply"),
        "other columns": (".csv", b"nombre;apellido\r\nA;B"),
        "empty": (".csv", b""),
        "prose": (".md", b"Hola"),
        "latin-1": (".md", b"## \xbf?"),
    }


@pytest.mark.parametrize("name", hostile())
def test_a_hostile_file_is_refused_whole(tmp_path: Path, name: str) -> None:
    ending, content = hostile()[name]
    path = tmp_path / f"faq{ending}"
    path.write_bytes(content)
    with pytest.raises(Trouble) as raised:
        faq_file.load(path)
    problem = raised.value.problem
    assert isinstance(problem, FileUnreadable)
    assert problem.why


def test_bad_rows_of_a_sheet_are_named_and_the_others_kept(tmp_path: Path) -> None:
    path = tmp_path / "f.xlsx"
    path.write_bytes(
        workbook(
            ("a", "imv", "¿?", "Sí."), ("b", "imv", "=1+1", "No."), ("c", "imv", "¿?", None),
            ("a", "imv", "¿?", "Otra."), ("d", "imv", "¿?", "x" * 20_001),
        )
    )  # fmt: skip
    found = faq_file.load(path)
    assert [row.entry.id for row in found.rows] == ["a"]
    assert [(b.line, b.field, b.rule) for b in found.bad] == [
        (3, "C3", "formula"), (4, "reply", "missing"), (5, "id", "duplicate"),
        (6, "reply", "too_long_value"),
    ]  # fmt: skip


def test_bad_rows_of_a_csv_are_named_and_the_others_kept(tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    path.write_text('id,topic,question,reply,estado\na,imv,¿?,Sí.,\nb,imv,¿?\nc,imv,"¿?', "utf-8")
    found = faq_file.load(path)
    assert [row.entry.id for row in found.rows] == ["a"]
    assert [(b.line, b.rule) for b in found.bad] == [(3, "half"), (4, "half")]


def test_bad_entries_of_markdown_are_named_by_their_line(tmp_path: Path) -> None:
    path = tmp_path / "f.md"
    path.write_text(
        "## ¿?\n- identificador: a\n- tema: imv\n- color: azul\n\n## ¿Y?\nhola\n", "utf-8"
    )
    found = faq_file.load(path)
    assert [(b.line, b.field, b.rule) for b in found.bad] == [
        (4, "color", "unknown_field"), (7, "", "stray"),
    ]  # fmt: skip


def test_reading_stops_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "faq.json"
    faq_file.save(path, [Exported(replace(PLAIN, id=f"n-{n}")) for n in range(10)])
    asked = iter([False, False, True])
    with pytest.raises(faq_file.Cancelled):
        faq_file.load(path, lambda: next(asked))

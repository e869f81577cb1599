"""Components from a file: whole or not at all, each fault with its line."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from incluinfo_desk.domain.incident import Component
from incluinfo_desk.domain.problems import BadRow, FileUnreadable, Trouble
from incluinfo_desk.operations.component_file import compare, parse, save

OFFICE = Component(
    "caiss-inca", "CAISS de Inca; centro", "offices", ("oficina de inca", "=inca"),
    "https://www.seg-social.es", province="07", hours="De 9 a 14", address='C/ "Major", 1',
    latitude=39.72, longitude=-2.91, verified=True,
)  # fmt: skip
WEB = Component("web", "-Web", "web")


@pytest.mark.parametrize("name", ["a.csv", "a.json"])
def test_what_is_written_is_read_again(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    assert save(file, [OFFICE, WEB]) == 2
    found = compare(file, [])
    assert (found.new, found.bad) == ((OFFICE, WEB), ())
    again = compare(file, [OFFICE, Component("web", "La web", "web")])
    assert (again.new, again.changed, again.same) == ((), (WEB,), 1)


def test_a_spreadsheet_may_eat_the_zero_and_write_commas() -> None:
    text = (
        "id;name;group;province;latitude;longitude;verified\r\na;CAISS A;offices;7;39,5;2,6;Sí\r\n"
    )
    [row], bad = parse(text, as_csv=True)
    assert (row.province, row.latitude, row.longitude, row.verified) == ("07", 39.5, 2.6, True)
    assert bad == []


CSV = "id;name;group;words;link;province;latitude;longitude;verified\n"


@pytest.mark.parametrize(
    ("text", "bad"),
    [
        ("id,nombre\n", BadRow(1, "nombre", "column", "nombre")),
        (CSV + "a;A;web;;;;;;\n\nB C;B;web;;;;;;\n", BadRow(4, "id", "id", "B C")),
        (CSV + 'a;"A\nA";web;;;;;;\nb;;web;;;;;;\n', BadRow(2, "name", "text", "A\nA")),
        (CSV + "a;A;webs;;;;;;\n", BadRow(2, "group", "group", "webs")),
        (CSV + "a;A;web;;http://a.es;;;;\n", BadRow(2, "link", "https", "http://a.es")),
        (CSV + "a;A;offices;;;53;;;\n", BadRow(2, "province", "province", "53")),
        (CSV + "a;A;offices;;;28;91;1;\n", BadRow(2, "latitude", "degrees", "91.0")),
        (CSV + "a;A;offices;;;28;40;;\n", BadRow(2, "longitude", "missing", "")),
        (CSV + "a;A;web;;;;;;quizá\n", BadRow(2, "verified", "yes or no", "quizá")),
        (CSV + "a;A;web;;;;;;\na;A;web;;;;;;\n", BadRow(3, "id", "twice", "a")),
        (CSV + "a;A\n", BadRow(2, "", "half", "2 / 9")),
        (CSV + 'a;"A\n', BadRow(2, "", "half")),
        ("", BadRow(1, "", "nothing")),
    ],
)
def test_a_fault_is_named_by_line_and_reason(text: str, bad: BadRow) -> None:
    found = parse(text, as_csv=True)[1]
    assert bad in found


def test_json_names_the_line_too() -> None:
    first = '{"id": "a", "name": "A", "group": "web"}'
    text = '{"note": "[", "components": [\n ' + first + ',\n 7,\n {"id": 1}]}'
    rows, bad = parse(text, as_csv=False)
    assert [row.id for row in rows] == ["a"]
    assert bad == [BadRow(3, "", "json"), BadRow(4, "id", "missing", "1")]
    assert parse('[{"id": "a",\n}]', as_csv=False)[1] == [BadRow(2, "", "json")]


def test_one_bad_row_makes_the_whole_file_unusable(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(CSV + "a;A;web;;;;;;\nb;B;otra;;;;;;\n", "utf-8")
    found = compare(file, [])
    assert len(found.new) == 1
    assert found.usable == ()


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(b"\xff\xfe\x00")
    for path in (file, tmp_path / "missing.json"):
        with pytest.raises(Trouble) as raised:
            compare(path, [])
        assert isinstance(raised.value.problem, FileUnreadable)


def test_no_content_is_a_crash() -> None:
    rng = random.Random(7)
    shipped = json.dumps({"components": [{"id": "a", "name": "A", "group": "web", "words": []}]})
    alphabet = '{}[]",:;\n\r\x00 a1-ñ😀' + "\u2028"
    for _ in range(1_500):
        text = list(rng.choice([shipped, CSV + "a;A;web;;;;;;\n", ""]))
        for _ in range(rng.randrange(1, 8)):
            text.insert(rng.randrange(len(text) + 1), rng.choice(alphabet))
        for as_csv in (True, False):
            rows, bad = parse("".join(text), as_csv=as_csv)
            assert rows or bad

"""One text for the web team, the phones and the offices, and nobody's data in it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest

from incluinfo_desk.domain.incident import (
    Component,
    ComponentState,
    Incident,
    IncidentState,
    Update,
)
from incluinfo_desk.domain.post import PostId
from incluinfo_desk.domain.problems import Trouble
from incluinfo_desk.operations.text_pack import (
    Pack,
    Said,
    Source,
    incident_pack,
    save,
    to_html,
    to_json,
    to_text,
)

NOW = datetime(2026, 11, 23, 10, 40, tzinfo=UTC)
HOSTILE = '<script>alert("1")</script> & «ñ»'
STATES = {"investigating": "En estudio", "identified": "Causa localizada"}


def pack() -> Pack:
    sede = Component("sede", "sede electrónica", "sede", link="https://sede.seg-social.gob.es")
    office = Component("caiss", "CAISS de Tenerife", "offices", province="38")
    updates = (
        Update("u1", "i", IncidentState.INVESTIGATING, HOSTILE, NOW, "INICIALES", "o", PostId("9")),
        Update("u2", "i", IncidentState.IDENTIFIED, "", NOW, "reloj"),
        Update("u3", "i", IncidentState.IDENTIFIED, "Se repara.\nYa falta poco.", NOW, "INICIALES"),
    )
    made = Incident(
        id="i", title="Sede electrónica", components=("sede", "caiss"),
        impact=ComponentState.FULL_OUTAGE, state=IncidentState.IDENTIFIED,
        started_at=NOW - timedelta(minutes=18), next_update_at=NOW + timedelta(hours=1),
        updates=updates, waiting=41,
    )  # fmt: skip
    return incident_pack(made, [sede, office], NOW, STATES)


class Page(HTMLParser):
    """Checks that what is opened is closed, and keeps what may be read."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_newest_words_come_first_and_nobody_is_named() -> None:
    for text in (to_text(pack()), to_html(pack()), to_json(pack())):
        assert text.index("Se repara.") < text.index("alert(")
        assert "INICIALES" not in text
        assert "reloj" not in text
        assert "41" not in text
    text = to_text(pack())
    assert text.startswith("Aviso de incidencia: Sede electrónica\nCausa localizada\n")
    assert "Desde: 23/11/2026, 11:22 (hora peninsular; 10:22 en Canarias)" in text
    assert "https://x.com/incluinfo/status/9" in text


def test_the_page_is_whole_escaped_and_readable_by_everyone() -> None:
    page = Page()
    page.feed(to_html(pack()))
    page.close()
    assert page.open == []
    tags = [tag for tag, _ in page.tags]
    assert not {"script", "img", "link", "iframe"} & set(tags)
    assert (tags.count("h1"), tags.count("main")) == (1, 1)
    assert dict(page.tags)["html"] == {"lang": "es"}
    assert HOSTILE in page.text
    hrefs = [a["href"] for tag, a in page.tags if tag == "a"]
    assert hrefs == ["https://x.com/incluinfo/status/9", "https://sede.seg-social.gob.es"]


def test_a_rebuttal_is_packed_by_the_same_function(tmp_path: Path) -> None:
    rebuttal = Pack(
        kind="rebuttal",
        title="El IMV no se retira por viajar",
        said=(Said("No se pierde el IMV por viajar menos de 90 días."),),
        made_at=NOW,
        sources=(Source("Ley 19/2021, art. 36", "javascript:alert(1)"), Source("BOE")),
    )
    assert to_text(rebuttal).startswith("Aclaración: El IMV no se retira por viajar")
    assert 'href="javascript' not in to_html(rebuttal)
    raw = json.loads(to_json(rebuttal))
    assert (raw["kind"], raw["made_at"]) == ("rebuttal", "2026-11-23T10:40:00+00:00")
    first, second = save(rebuttal, tmp_path), save(rebuttal, tmp_path)
    assert len({*first, *second}) == 6
    assert [p.suffix for p in first] == [".txt", ".html", ".json"]
    assert first[0].name == "el-imv-no-se-retira-por-viajar-20261123-1140.txt"
    assert first[0].read_text("utf-8-sig") == to_text(rebuttal)


def test_a_folder_that_is_not_there_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Trouble):
        save(replace(pack(), title="../../x"), tmp_path / "no")
    assert list(tmp_path.iterdir()) == []

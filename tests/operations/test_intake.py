"""Questions from telephone and counter: masked, counted with mentions, bad rows named."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from incluinfo_desk.domain.heard import Line
from incluinfo_desk.domain.problems import FileUnreadable, Trouble

from .stage import Stage, play

KNOWN = "He solicitado el IMV y no me han contestado, ¿significa que está denegado?"
UNKNOWN = "¿Pierdo la ayuda si crío aves de corral en el patio?"


def test_what_is_heard_counts_as_missing_and_in_the_coverage(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        await s.edit_faq.verify(["imv-silencio-administrativo"])
        for text in (UNKNOWN, "si crio aves de corral pierdo la ayuda"):
            assert await s.intake.note(Line.PHONE, text, "imv") is not None
        heard = await s.intake.note(Line.OFFICE, KNOWN)
        assert heard is not None
        assert (heard.topic, heard.covered) == ("imv", True)
        missing = await s.upkeep.gaps.missing()
        assert [each.gap.count for each in missing if "aves" in each.gap.example.text] == [2]
        coverage = {each.topic: each for each in await s.upkeep.gaps.coverage()}
        assert (coverage["imv"].asked, coverage["imv"].covered) == (3, 1)

    play(tmp_path, act)


def test_personal_data_never_reaches_the_disk_and_words_are_purged_in_time(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        made = await s.intake.note(Line.EMAIL, "Soy 73946251D, ¿y mi ayuda?")
        assert made is not None
        assert "73946251D" not in made.text
        assert await s.intake.note(Line.PHONE, "  ") is None
        now = s.clock.now()
        await s.store.heard.purge(now + timedelta(days=1))
        assert await s.store.heard.coverage(now - timedelta(days=1)) == ()

    play(tmp_path, act)


def test_a_file_names_its_bad_rows_and_stores_nothing_by_itself(tmp_path: Path) -> None:
    file = tmp_path / "llamadas.csv"
    file.write_text(
        "canal;pregunta;tema;fecha\n"
        "Teléfono;¿Cuánto tarda el IMV?;imv;2026-11-20\n"
        "oficina;Quiero cita;;\n"
        "fax;¿Y esto?;;\n"
        "correo;¿Y esto?;pensiones de marte;\n"
        "correo;¿Y esto?;;20 de mayo\n"
        "otro;  ;;\n"
        "otro;de más;;;;\n",
        "utf-8",
    )

    async def act(s: Stage) -> None:
        found = await s.intake.read(file)
        assert (found.questions[0].line, found.questions[0].topic) == (Line.PHONE, "imv")
        assert len(found.questions) == 2
        assert [(row.line, row.field, row.rule) for row in found.bad_rows] == [
            (4, "canal", "value"),
            (5, "tema", "value"),
            (6, "fecha", "date"),
            (7, "pregunta", "missing"),
            (8, "", "half"),
        ]
        since = s.clock.now() - timedelta(days=60)
        assert await s.store.heard.coverage(since) == ()
        await s.intake.take(found.questions)
        assert sum(each.asked for each in await s.store.heard.coverage(since)) == 2

    play(tmp_path / "perfil", act)


@pytest.mark.parametrize("content", [b"", b"una;dos\n1;2\n", b"\0\1"])
def test_what_is_no_list_of_questions_is_said_so(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x.csv"
    file.write_bytes(content)

    async def act(s: Stage) -> None:
        with pytest.raises(Trouble) as raised:
            await s.intake.read(file)
        assert isinstance(raised.value.problem, FileUnreadable)

    play(tmp_path / "perfil", act)

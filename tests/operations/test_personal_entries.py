"""An officer's own entries are suggested to nobody else, and leave the desk in no file."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

from incluinfo_desk.bus import Bus
from incluinfo_desk.domain.faq import FaqEntry, Layer
from incluinfo_desk.operations.suggesting import Suggesting, starter_index
from incluinfo_desk.store.store import Store

from .clock import MovableClock
from .stage import Stage, play

ASKED = "¿Cuál es la contraseña del wifi de la sala de prensa?"


def test_they_are_ranked_for_their_owner_alone(tmp_path: Path) -> None:
    async def work() -> None:
        sitting = ["AB"]
        clock = MovableClock()
        store = await Store.open(tmp_path, clock.now)
        own = FaqEntry("mia", "canal", ASKED, "En recepción.", layer=Layer.PERSONAL, owner="AB")
        team = FaqEntry("suya", "canal", "¿Y el horario?", "De 9 a 14 h.")
        await store.faq.add_all([own, team], "AB")
        suggesting = Suggesting(
            store=store, make_index=starter_index, clock=clock, bus=Bus(print),
            officer=lambda: sitting[0],
        )  # fmt: skip

        async def found() -> list[str]:
            return [s.faq_id for s in (await suggesting.for_text(ASKED)).suggestions]

        assert "mia" in await found()
        sitting[0] = "CD"
        await suggesting.follow_officer()
        assert "mia" not in await found()
        await suggesting.follow([own])
        assert "mia" not in await found()
        sitting[0] = ""
        await suggesting.follow_officer()
        assert "mia" not in await found()
        await store.close()

    asyncio.run(work())


def test_a_report_on_links_names_them_to_their_owner_alone(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        own = FaqEntry(
            "mia", "canal", ASKED, "Aquí: {enlace}", link="https://intranet.es/mia",
            layer=Layer.PERSONAL, owner="AB",
        )  # fmt: skip
        await s.store.faq.add_all([own], "AB")

        async def named() -> list[str]:
            lines = await s.upkeep.links.lines()
            return [line.record.url for line in lines if "mia" in line.entries]

        for officer, seen in (("AB", [own.link]), ("CD", []), ("", [])):
            s.officer = officer
            assert await named() == seen

    play(tmp_path, act)


def test_a_late_word_of_an_edit_does_not_undo_a_newer_one(tmp_path: Path) -> None:
    async def work() -> None:
        clock = MovableClock()
        store = await Store.open(tmp_path, clock.now)
        first = FaqEntry("a", "canal", ASKED, "Uno.")
        await store.faq.add_all([first], "AB")
        suggesting = Suggesting(store=store, make_index=starter_index, clock=clock, bus=Bus(print))
        await suggesting.load()
        second = await store.faq.save(replace(first, reply="Dos."), by="AB", expect_revision=1)
        await suggesting.follow([second])
        await suggesting.follow([first])
        now = suggesting.entry("a")
        assert now is not None
        assert now.reply == "Dos."
        assert [each.id for each in await store.faq.these(["a", "z"])] == ["a"]
        assert await store.faq.bodies() == frozenset()
        await store.close()

    asyncio.run(work())

"""What other bodies deal with, on a real store: officers change it, suggestions follow (INC-10)."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from incluinfo_desk.domain.problems import BrokenRule, NotAllowed, Trouble
from incluinfo_desk.domain.suggestion.content import RejectEntry

from .stage import Stage, play

CULTURE = RejectEntry(
    "", "redirect",
    ("¿Cómo pido el bono cultural joven?", "bono cultural 18 años, donde se solicita",
     "400 euros para cultura al cumplir 18"),
    "El bono cultural joven lo da el Ministerio de Cultura: {enlace}", "https://bonoculturajoven.gob.es",
    "Ministerio de Cultura",
)  # fmt: skip
MINE = "ministerio-de-cultura"
POST = "hola cumplo 18 en mayo, donde se solicita el bono cultural??"


async def redirect_of(s: Stage, text: str) -> str | None:
    return (await s.suggesting.for_text(text)).redirect


@pytest.mark.parametrize(
    ("post", "to"),
    [
        ("se me acaba el paro, ¿cómo pido el subsidio?", "sepe"),
        ("cuando me devuelven la renta de este año", "agencia-tributaria"),
    ],
)
def test_unemployment_and_taxes_get_the_competent_body_and_no_answer(
    tmp_path: Path, post: str, to: str
) -> None:
    async def act(s: Stage) -> None:
        await s.edit_faq.first_run(verified=True)
        ranking = await s.suggesting.for_text(post)
        assert (ranking.redirect, ranking.offer) == (to, False)
        redirect = await s.edit_redirects.of(to)
        assert redirect is not None
        assert (redirect.rendered() or "").count("https://") == 1

    play(tmp_path, act)


def test_a_new_one_is_followed_at_once_and_after_a_restart(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        await s.edit_faq.first_run(verified=True)
        assert await redirect_of(s, POST) != MINE
        id = await s.edit_redirects.save(CULTURE)
        assert (id, await redirect_of(s, POST)) == (
            "ministerio-de-cultura",
            "ministerio-de-cultura",
        )
        await s.suggesting.load()
        assert await redirect_of(s, POST) == MINE
        await s.edit_redirects.save(replace(CULTURE, id=id, off=True))
        assert await redirect_of(s, POST) != MINE
        assert await s.edit_redirects.of(id) is None

    play(tmp_path, act)


async def changed_ones(s: Stage) -> list[str]:
    return [each.entry.id for each in await s.edit_redirects.all() if each.changed]


def test_two_who_save_at_once_lose_nothing_of_each_other(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        two = (CULTURE, replace(CULTURE, body="Otro ministerio"))
        done = await asyncio.gather(*map(s.edit_redirects.save, two), return_exceptions=True)
        stored = {each.entry.id for each in await s.edit_redirects.all()}
        saved = [each for each in done if isinstance(each, str)]
        assert saved
        assert set(saved) <= stored
        for failed in (each for each in done if not isinstance(each, str)):
            assert isinstance(failed, Trouble)
            assert isinstance(failed.problem, NotAllowed)
        told = [r for r in await s.store.audit.all() if r.act == "redirect_changed"]
        assert len(told) == len(saved)

    play(tmp_path, act)


def test_one_that_ships_is_changed_taken_out_of_use_and_brought_back(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        shipped = await s.edit_redirects.of("dgt")
        assert shipped is not None
        await s.edit_redirects.save(replace(shipped, reply="Pregunte a la DGT: {enlace}"))
        changed = await s.edit_redirects.of("dgt")
        assert changed is not None
        assert changed.reply == "Pregunte a la DGT: {enlace}"
        assert await changed_ones(s) == ["dgt"]
        await s.edit_redirects.save(replace(changed, off=True))
        assert await redirect_of(s, "tengo que renovar el carnet de conducir") != "dgt"
        await s.edit_redirects.restore("dgt")
        assert await s.edit_redirects.of("dgt") == shipped
        assert await redirect_of(s, "tengo que renovar el carnet de conducir") == "dgt"
        assert await changed_ones(s) == []
        told = [r for r in await s.store.audit.all() if r.act == "redirect_changed"]
        assert len(told) == 3

    play(tmp_path, act)


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"body": " "}, "body_empty"),
        ({"examples": (" ",)}, "question_empty"),
        ({"reply": ""}, "reply_empty"),
        ({"link": "http://x.es"}, "link_not_https"),
        ({"link": None}, "link_slot_without_link"),
        ({"reply": "x" * 281}, "too_long"),
        ({"reply": "Su DNI 73946251D consta."}, "personal_data"),
    ],
)
def test_what_may_not_be_said_is_not_stored(
    tmp_path: Path, changes: dict[str, object], rule: str
) -> None:
    async def act(s: Stage) -> None:
        with pytest.raises(Trouble) as raised:
            await s.edit_redirects.save(replace(CULTURE, **changes))  # type: ignore[arg-type]
        assert raised.value.problem == BrokenRule(rule)
        assert await s.edit_redirects.of(MINE) is None

    play(tmp_path, act)

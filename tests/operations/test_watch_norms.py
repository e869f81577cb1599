"""The law changes, and every answer that rests on it leaves the one key the same moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from incluinfo_desk.domain.audit import Act
from incluinfo_desk.domain.events import ConversationsChanged
from incluinfo_desk.domain.faq import FaqEntry, FaqState, NotOfferable
from incluinfo_desk.domain.faq_life import norm_reason
from incluinfo_desk.domain.norms import NormChange, NormId, touched
from incluinfo_desk.domain.problems import BrokenRule, FileUnreadable, Trouble
from incluinfo_desk.operations import boe_file
from incluinfo_desk.operations.watch_norms import shipped_norms

from .boe import document_xml, summary_json, summary_xml
from .stage import QUESTION, SILENCE, Stage, play

IMV, LGSS = NormId("BOE-A-2021-21007"), NormId("BOE-A-2015-11724")
TOMORROW = date(2026, 11, 24)
AMENDS = "Ley 3/2026, por la que se modifica la Ley 19/2021, de 20 de diciembre."


async def entry(s: Stage, faq_id: str = SILENCE) -> FaqEntry:
    found = await s.store.faq.get(faq_id)
    assert found is not None
    return found


async def resting(s: Stage, norm: NormId) -> list[FaqEntry]:
    return [e for e in await s.store.faq.all() if norm in e.norms]


def test_a_registered_change_takes_every_answer_on_it_off_the_one_key(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        cid = await s.asked(QUESTION)
        assert (await s.suggesting.for_conversation(cid)).one_click is not None
        before = await s.store.faq.all()
        count = await s.upkeep.norms.register(NormChange(IMV, "Reforma", TOMORROW, "del 3 %"))
        on_it = [e for e in before if IMV in e.norms]
        assert count == len(on_it) > 5
        for each in await s.store.faq.all():
            old = next(e for e in before if e.id == each.id)
            if IMV in old.norms:
                assert each.state is FaqState.UNDER_REVIEW
                assert each.review_reason == norm_reason(IMV)
            else:
                assert each == old
        offer = await s.suggesting.for_conversation(cid)
        assert (offer.one_click, offer.why_not) == (None, NotOfferable.UNDER_REVIEW)
        await s.background.settle("rehint")
        assert (await s.conversation(cid)).hint.faq_id is None
        assert s.heard(ConversationsChanged)
        records = await s.store.audit.page(0)
        assert (records[-1].act, records[-1].subject) == (Act.NORM_CHANGED, IMV)
        line = next(x for x in await s.upkeep.norms.lines() if x.norm.id == IMV)
        assert (line.norm.short, line.answers, line.under_review) == ("Ley 19/2021", count, count)
        assert line.last is not None
        assert (line.last.note, line.last.by, line.last.entries) == ("del 3 %", "MR", count)
        await s.edit_faq.verify([SILENCE])
        again = await entry(s)
        assert (again.state, again.review_reason) == (FaqState.VERIFIED, "")
        assert (await s.suggesting.for_conversation(cid)).one_click == again
        with pytest.raises(Trouble) as raised:
            await s.upkeep.norms.register(NormChange(NormId("la LGSS"), "", TOMORROW))
        assert raised.value.problem == BrokenRule("norm_id")
        assert len(await s.store.norms.changes()) == 1

    play(tmp_path, act)


KINDS = (
    summary_xml("20261124", [("BOE-A-2026-20001", AMENDS)]),
    summary_json("20261124", ("BOE-A-2026-20001", AMENDS)),
    document_xml("BOE-A-2026-20001", "Ley 3/2026, de medidas.", IMV, LGSS),
)


@pytest.mark.parametrize("text", KINDS)
def test_each_kind_of_file_names_the_norm_it_changes(text: str, tmp_path: Path) -> None:
    file = tmp_path / "boe"
    file.write_text(text, "utf-8")
    gazette = boe_file.load(file)
    assert gazette.day == TOMORROW
    found = touched(gazette, shipped_norms().values())
    assert [(norm.id, item.id) for norm, item in found] == [(IMV, "BOE-A-2026-20001")]


def test_a_file_of_the_boe_is_proposed_taken_and_never_proposed_again(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        file = tmp_path / "boe.xml"
        file.write_text(KINDS[0], "utf-8")
        report = await s.upkeep.norms.read(file)
        assert [(c.norm, c.source, c.in_force) for c in report.changes] == [
            (IMV, "BOE-A-2026-20001", TOMORROW)
        ]
        assert (await entry(s)).state is FaqState.VERIFIED, "reading changes nothing"
        done = await s.upkeep.norms.register_all(report.changes)
        assert done == len(await resting(s, IMV)) == report.changes[0].entries
        assert {e.state for e in await resting(s, IMV)} == {FaqState.UNDER_REVIEW}
        again = await s.upkeep.norms.read(file)
        assert (again.changes, again.known) == ((), 1)
        await s.edit_faq.verify([SILENCE])
        assert await s.upkeep.norms.register_all(report.changes) == 0
        assert (await entry(s)).state is FaqState.VERIFIED

    play(tmp_path / "p", act)


QUIET = (
    "Orden ISM/{n}/2026, por la que se desarrollan las normas de cotización de la Ley {n}.",
    "Real Decreto {n}/2026, por el que se modifica el Real Decreto {n}/2019, en desarrollo de "
    "la Ley 39/2015, de 1 de octubre.",
    "Resolución de {n} de noviembre, por la que se publica el Acuerdo de convalidación del "
    "Real Decreto-ley 3/2026.",
    "Orden INT/{n}/2026, por la que se convocan ayudas al amparo de la Ley 12/2009.",
    "Real Decreto {n}/2026, por el que se modifica el Real Decreto {n}8415/2004.",
)


def test_thirty_quiet_days_flag_nothing() -> None:
    norms = shipped_norms().values()
    for n in range(1, 31):
        general = [(f"BOE-A-2026-{n}{k}", words.format(n=n)) for k, words in enumerate(QUIET)]
        others = [(f"BOE-A-2026-9{n}", AMENDS)]  # section III changes no law
        gazette = boe_file.parse(summary_xml(f"202611{n:02}", general, others))
        assert len(gazette.items) == 6
        assert touched(gazette, norms) == ()


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe<\x00", b"", b"[1]", b"{}", b"<html></html>", b"{" * 20_000, b"<a>" * 50_000,
        b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><x>&b;</x>",
        b"<documento></documento>", b'{"data": {"sumario": 3}}', b'{"data": 3}',
    ],
)  # fmt: skip
def test_a_file_that_is_none_of_the_boes_says_so(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "boe.xml"
    file.write_bytes(content)
    with pytest.raises(Trouble) as raised:
        boe_file.load(file)
    assert isinstance(raised.value.problem, FileUnreadable)


def test_an_anticipated_answer_is_offered_from_its_day_on_and_no_day_before(
    tmp_path: Path,
) -> None:
    async def act(s: Stage) -> None:
        soon = replace(
            await entry(s), state=FaqState.ANTICIPATED, valid_from=TOMORROW, verified_by="AB"
        )
        await s.edit_faq.save(soon, soon.revision)
        cid = await s.asked(QUESTION)
        assert (await s.suggesting.for_conversation(cid)).why_not is NotOfferable.NOT_YET
        assert (await s.conversation(cid)).hint.faq_id is None
        s.background.start("watch_norms", s.upkeep.norms.run())
        wait = await s.clock.asleep(60)
        assert (await entry(s)).state is FaqState.ANTICIPATED
        s.clock.move(wait)
        while (await entry(s)).state is FaqState.ANTICIPATED:
            await s.clock.asleep(60)
        await s.background.settle("rehint")
        woken = await entry(s)
        assert (woken.state, woken.verified_by) == (FaqState.VERIFIED, "MR")
        assert (await s.suggesting.for_conversation(cid)).one_click == woken
        assert (await s.conversation(cid)).hint.faq_id == SILENCE
        assert (await s.store.faq.history(SILENCE))[0].by == "reloj"
        last = await s.edit_faq.save(replace(woken, review_by=TOMORROW), woken.revision)
        s.clock.move(await s.clock.asleep(60))
        while (await s.conversation(cid)).hint.faq_id is not None:
            await s.background.settle("rehint")
        assert s.suggesting.not_offerable(last) is NotOfferable.EXPIRED

    play(tmp_path, act)

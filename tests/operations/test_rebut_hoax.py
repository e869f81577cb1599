"""A hoax from its first mention to the answer for who asks; nothing twice, nothing of anybody."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from incluinfo_desk.assets import resource
from incluinfo_desk.domain.approval import Proposal
from incluinfo_desk.domain.conversation import NOT_A_HOAX, State
from incluinfo_desk.domain.hoax import Hoax, HoaxState, Scope, Sighting, Step, Why, flaws
from incluinfo_desk.domain.length import LIMIT, weighted_length
from incluinfo_desk.domain.outgoing import OutgoingState
from incluinfo_desk.domain.problems import (
    AlreadyQueued,
    Flaw,
    NotAllowed,
    Problem,
    RebuttalFlawed,
    SecondPerson,
    Trouble,
)
from incluinfo_desk.operations.rebut_hoax import shipped

from .fake_channel import PACO, ROSA
from .stage import Stage, play

LETTER = "carta-15-dias"
ASKED = "¿Es verdad que si no contesto la carta en quince días me quitan la pensión?"
ORDINARY = "¿Qué documentos hacen falta para pedir la jubilación parcial?"


async def seeded(s: Stage) -> Hoax:
    await s.rebutting.first_run(prepared=True)
    await s.suggesting.load()
    return await stored(s)


async def stored(s: Stage, id: str = LETTER) -> Hoax:
    found = await s.store.hoaxes.get(id)
    assert found is not None
    return found


async def public(s: Stage) -> Hoax:
    """The hoax with its rebuttal on X."""
    said = (await s.rebutting.publish(LETTER, in_parts=True)).said[-1]  # type: ignore[union-attr]
    assert said.outgoing_id is not None
    s.publish()
    await s.until(said.outgoing_id, OutgoingState.SENT)
    await s.suggesting.follow_hoaxes()
    return await stored(s)


async def refused(s: Stage, *, in_parts: bool = False) -> Problem:
    with pytest.raises(Trouble) as caught:
        await s.rebutting.publish(LETTER, in_parts=in_parts)
    return caught.value.problem


def test_from_the_mention_to_the_answer_with_one_thread_on_x(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        await seeded(s)
        cid = await s.asked(ASKED)
        of = await s.conversation(cid)
        assert of.hint.hoax_id == LETTER
        offer = await s.suggesting.for_conversation(cid)
        assert offer.hoax is not None
        assert "quince dias" in offer.hoax.words
        assert offer.hoax.answer == ""  # nothing of ours is public yet: nothing to send

        hoax = await public(s)
        assert hoax.state is HoaxState.REBUTTED
        first, *rest = s.channel.ours()
        assert first.text.startswith(hoax.rebuttal.fact)
        assert first.quotes is None
        assert first.in_reply_to is None
        assert [post.in_reply_to for post in rest] == [first.id][: len(rest)]
        assert all(weighted_length(post.text) <= LIMIT for post in s.channel.ours())

        offer = await s.suggesting.for_conversation(cid)
        assert offer.hoax is not None
        assert offer.one_click is None  # the rebuttal leads
        assert f"/status/{first.id}" in offer.hoax.answer
        item = await s.answering.reply(cid, offer.hoax.answer)
        await s.until(item, OutgoingState.SENT)
        assert (await s.conversation(cid)).state is State.ANSWERED
        assert (await stored(s)).askers == 0

    play(tmp_path, act)


def test_two_presses_make_one_rebuttal_and_the_same_words_none(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        await seeded(s)
        await s.rebutting.publish(LETTER, in_parts=True)
        assert isinstance(await refused(s, in_parts=True), AlreadyQueued)
        item = (await stored(s)).said[-1].outgoing_id
        assert item is not None
        s.publish()
        await s.until(item, OutgoingState.SENT)
        assert isinstance(await refused(s, in_parts=True), AlreadyQueued)
        before = len(s.channel.ours())
        # It came back: a further word goes below the first thread.
        hoax = await stored(s)
        again = replace(hoax, rebuttal=replace(hoax.rebuttal, why_false="Sigue siendo falso."))
        await s.rebutting.save(again)
        await s.rebutting.publish(LETTER)
        item = (await stored(s)).said[-1].outgoing_id
        assert item is not None
        await s.until(item, OutgoingState.SENT)
        posts = s.channel.ours()
        assert posts[before].in_reply_to == posts[before - 1].id

    play(tmp_path, act)


def test_undone_it_was_never_rebutted(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        await seeded(s)
        await s.rebutting.publish(LETTER, in_parts=True)
        first = (await stored(s)).said[-1].first_id
        assert first is not None
        await s.answering.undo(first)
        assert (await stored(s)).state is HoaxState.PREPARED
        assert await s.rebutting.publish(LETTER, in_parts=True)

    play(tmp_path, act)


def test_a_second_person_says_yes_and_only_to_what_they_saw(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        hoax = await seeded(s)
        s.second_person = True
        proposal = await s.rebutting.publish(LETTER, in_parts=True)
        assert isinstance(proposal, Proposal)
        assert (await stored(s)).said == ()
        with pytest.raises(Trouble) as caught:
            await s.approving.approve(proposal.id, "mr")  # the author
        assert isinstance(caught.value.problem, SecondPerson)
        await s.rebutting.save(replace(hoax, note="Otra nota."))
        with pytest.raises(Trouble) as caught:
            await s.approving.approve(proposal.id, "AB")
        assert caught.value.problem == RebuttalFlawed(Flaw.CHANGED)
        await s.approving.withdraw(proposal.id)
        proposal = await s.rebutting.publish(LETTER, in_parts=True, replaces=proposal.id)
        assert isinstance(proposal, Proposal)
        await s.approving.approve(proposal.id, "AB")
        said = (await stored(s)).said
        assert [(each.author, each.approved_by) for each in said] == [("MR", "AB")]

    play(tmp_path, act)


def test_what_is_approved_is_what_who_asks_is_told(tmp_path: Path) -> None:
    """An edit afterwards, seen by nobody else, does not reach citizens by one key."""

    async def act(s: Stage) -> None:
        await seeded(s)
        hoax = await public(s)
        edited = replace(hoax, rebuttal=replace(hoax.rebuttal, fact="Otra cosa muy distinta."))
        await s.rebutting.save(edited)
        of = await s.conversation(await s.asked(ASKED))
        told = s.rebutting.answer_for(await stored(s), of)
        assert hoax.rebuttal.fact in told
        assert "distinta" not in told

    play(tmp_path, act)


def test_another_bodys_hoax_is_forwarded_and_never_rebutted(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        hoax = await seeded(s)
        foreign = replace(
            hoax, scope=Scope.OTHER_BODY, body="Agencia Tributaria", redirect="Pregunte allí."
        )
        saved = await s.rebutting.save(foreign)
        assert await refused(s) == RebuttalFlawed(Flaw.OTHER_BODY)
        assert (await s.rebutting.advice(saved)).step is Step.FORWARD
        offer = await s.suggesting.for_conversation(await s.asked(ASKED))
        assert offer.hoax is not None
        assert "Pregunte allí." in offer.hoax.answer
        assert s.channel.ours() == []

    play(tmp_path, act)


def test_each_post_is_counted_once_and_counts_outlive_the_posts(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        await seeded(s)
        today = s.clock.now().date()
        post = s.channel.says(ROSA, ASKED)
        await s.arrives(post)
        await s.arrives(post)  # the poll's overlap
        await s.asked(ORDINARY, PACO)
        await s.suggesting.rehint()
        await s.suggesting.rehint()
        assert Sighting(today, 1) in (await stored(s)).seen
        hoax = await stored(s)
        assert hoax.askers == 1
        before = hoax.before(today)
        assert before is not None
        assert (before.count, before.until) == (3, date(2025, 11, 3))
        await s.store.retention.purge(s.clock.now() + timedelta(days=1))
        assert (await stored(s)).seen == hoax.seen

    play(tmp_path, act)


def test_a_new_hoax_finds_those_who_already_asked_about_it(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        await s.suggesting.load()
        cid = await s.asked("Dicen que la pensión se cobrará en moneda digital que caduca, ¿sí?")
        assert (await s.conversation(cid)).hint.hoax_id is None
        of = await s.conversation(cid)
        blank = s.rebutting.blank(f"@incluinfo @ana {of.last_text}")
        assert "@" not in blank.wordings[0]
        saved = await s.rebutting.save(
            replace(blank, claim="Las pensiones se pagarán en una moneda digital que caduca")
        )
        assert saved.state is HoaxState.DRAFT  # neither source nor rebuttal yet
        await s.suggesting.rehint()
        assert (await s.conversation(cid)).hint.hoax_id == saved.id
        assert (await stored(s, saved.id)).total == 1

    play(tmp_path, act)


def test_by_hand_a_conversation_is_linked_and_stays_so(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        await seeded(s)
        cid = await s.asked("¿Y lo que cuenta mi prima, qué?")
        await s.rebutting.link(cid, LETTER)
        await s.rebutting.link(cid, LETTER)
        await s.suggesting.rehint()
        assert (await s.conversation(cid)).hint.hoax_id == LETTER
        assert (await stored(s)).total == 4
        assert await s.rebutting.waiting(LETTER) == (cid,)

    play(tmp_path, act)


def test_what_a_person_says_of_it_comes_before_what_the_words_look_like(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        await seeded(s)
        other = next(h for h in await s.store.hoaxes.all() if h.id != LETTER)
        post = s.channel.says(ROSA, ASKED)
        cid = await s.arrives(post)
        counted = (await stored(s)).total
        await s.rebutting.link(cid, other.id)
        await s.suggesting.rehint()
        offer = await s.suggesting.for_conversation(cid)
        assert offer.hoax is not None
        assert (offer.hoax.hoax.id, offer.hoax.words) == (other.id, ())

        await s.rebutting.link(cid, LETTER)
        await s.rebutting.unlink(cid)
        assert (await stored(s)).total == counted - 1
        await s.suggesting.rehint()
        assert await s.arrives(s.channel.says(ROSA, ASKED + " ¿Sí o no?", to=post)) == cid
        assert (await s.conversation(cid)).hint.hoax_id == NOT_A_HOAX
        assert (await s.suggesting.for_conversation(cid)).hoax is None
        assert await s.rebutting.waiting(LETTER) == ()

    play(tmp_path, act)


def test_many_who_ask_climb_the_ladder(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        hoax = await seeded(s)
        assert (await s.rebutting.advice(hoax)).step is Step.PREPARE  # it has come before
        for n in range(3):
            who = replace(ROSA, id=f"30{n}", handle=f"r{n}")  # type: ignore[arg-type]
            await s.asked(ASKED, who)
        advice = await s.rebutting.advice(await stored(s))
        assert advice.step is Step.REBUT
        assert {reason.why for reason in advice.reasons} == {Why.SOME_ASK, Why.RETURNS}

    play(tmp_path, act)


def test_two_who_edit_at_once_do_not_overwrite_each_other(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        hoax = await seeded(s)
        await s.rebutting.save(replace(hoax, note="Uno."))
        with pytest.raises(Trouble) as caught:
            await s.rebutting.save(replace(hoax, note="Dos."))
        assert isinstance(caught.value.problem, NotAllowed)
        assert (await stored(s)).note == "Uno."
        archived = await s.rebutting.archive(LETTER)
        assert archived.state is HoaxState.ARCHIVED
        assert (await s.rebutting.archive(LETTER, archived=False)).state is HoaxState.PREPARED

    play(tmp_path, act)


def _bytes_of(folder: Path, text: str) -> list[Path]:
    files = [file for file in folder.rglob("*.sqlite3*") if file.is_file()]
    assert files
    return [file for file in files if text.encode() in file.read_bytes()]


def test_nobodys_data_enters_the_register(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        hoax = await seeded(s)
        number = "12345678Z"
        await s.rebutting.save(
            replace(hoax, wordings=(*hoax.wordings, f"mi DNI es {number}"), note=f"De {number}")
        )
        assert number not in str(await stored(s))
        assert await asyncio.to_thread(_bytes_of, tmp_path, number) == []

    play(tmp_path, act)


def test_what_ships_is_complete_and_says_what_has_to_be_looked_up() -> None:
    hoaxes = shipped()
    assert len({hoax.id for hoax in hoaxes}) == len(hoaxes) >= 6
    for hoax in hoaxes:
        assert hoax.state is HoaxState.DRAFT
        assert "verificar" in hoax.note
        found = {each.flaw for each in flaws(hoax) if isinstance(each, RebuttalFlawed)}
        assert found <= ({Flaw.OTHER_BODY, Flaw.INCOMPLETE} if hoax.body else set()), hoax.id


def test_the_demonstrations_hoax_is_known_in_what_it_tells(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        await seeded(s)
        told = json.loads(resource("demo", "hoax.json").read_text("utf-8"))
        texts = [*told["claims"], *told["asks"]]
        known = 0
        for n, text in enumerate(texts):
            who = replace(ROSA, id=f"40{n}", handle=f"q{n}")  # type: ignore[arg-type]
            known += (await s.conversation(await s.asked(text, who))).hint.hoax_id == LETTER
        assert known >= 0.85 * len(texts)

    play(tmp_path, act)

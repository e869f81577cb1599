"""The words that an answer is information alone: once for each citizen in a thread (INC-41)."""

from __future__ import annotations

from pathlib import Path

import pytest

from incluinfo_desk.domain.disclaimer import added, due, without
from incluinfo_desk.domain.length import LIMIT, weighted_length
from incluinfo_desk.domain.outgoing import OutgoingState
from incluinfo_desk.domain.post import PostId
from incluinfo_desk.domain.problems import TooLong, Trouble

from .fake_channel import PACO, ROSA
from .stage import SILENCE, Stage, play

S = OutgoingState
SAYS = "Información general, sin valor jurídico."
SHORT = "Solo informativo."


def test_it_is_said_in_the_first_answer_and_not_again(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        s.disclaimer = SAYS
        s.publish()
        cid = await s.asked()
        first = await s.answering.reply(cid, "Son seis meses.")
        assert first.text == f"Son seis meses.\n{SAYS}"
        public = await s.until(first, S.SENT)
        ours = s.channel.world[PostId(str(public.post_id))]
        assert await s.arrives(s.channel.says(ROSA, "@incluinfo ¿dónde lo miro?", to=ours)) == cid
        again = await s.answering.reply(cid, "En la sede.")
        assert again.text == "En la sede."
        other = await s.answering.reply(await s.asked(author=PACO), "En la sede.")
        assert other.text == f"En la sede.\n{SAYS}"

    play(tmp_path, act)


def test_what_was_called_back_said_nothing_and_is_not_said_twice(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        s.disclaimer = SAYS
        cid = await s.asked()
        first = await s.answering.reply(cid, "Son seis meses.")
        await s.answering.undo(first.id)
        draft = await s.answering.draft(cid)
        assert draft is not None
        again = await s.answering.reply(cid, draft.text)
        assert again.text.count(SAYS) == 1

    play(tmp_path, act)


def test_it_counts_in_the_length_and_the_greeting_makes_room_for_it(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        cid = await s.asked()
        plain = (await s.suggesting.for_conversation(cid)).entries[SILENCE].rendered()
        s.disclaimer = "x" * (LIMIT - weighted_length(plain) - 1)
        item = await s.answering.one_click(cid, SILENCE)
        assert item.text == f"{plain}\n{s.disclaimer}"
        await s.answering.undo(item.id)
        s.disclaimer += "x"
        with pytest.raises(Trouble) as raised:
            await s.answering.one_click(cid, SILENCE)
        assert raised.value.problem == TooLong(LIMIT + 1, LIMIT)
        forecast = await s.answering.facts(cid)
        assert weighted_length(forecast.public(plain)) == LIMIT + 1

    play(tmp_path, act)


def test_an_accepted_answer_stays_accepted_with_it(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        s.disclaimer, s.learns = SHORT, True
        s.publish()
        cid = await s.asked()
        item = await s.answering.one_click(cid, SILENCE)
        assert item.text.endswith(SHORT)
        await s.until(item, S.SENT)
        await s.learning.learn(item.id)
        assert {each.verdict.value for each in await s.store.evidence.all()} == {"accepted"}

    play(tmp_path, act)


@pytest.mark.parametrize(
    "text", ["", "  ", f"Ya. {SAYS}", f"YA, INFORMACIÓN  GENERAL,\n{SAYS[21:]}"]
)
def test_nothing_is_added_to_nothing_or_where_it_stands(text: str) -> None:
    assert added(text, SAYS) == text


def test_what_was_added_can_be_taken_away() -> None:
    assert without(added("Hola.", SAYS), SAYS) == "Hola."
    assert without("Hola.", "") == "Hola."
    assert due("  ", []) == ""
    assert due(SAYS, ["Hola."]) == SAYS
    assert due(SAYS, [f"Hola.\n{SAYS}"]) == ""

"""From the editor to the outbox: one click, refusals, undo, and the second click."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from incluinfo_desk.domain.conversation import ConversationId, State
from incluinfo_desk.domain.faq import FaqEntry, FaqState, NotOfferable
from incluinfo_desk.domain.outgoing import Outgoing, OutgoingState
from incluinfo_desk.domain.post import PostId
from incluinfo_desk.domain.problems import (
    AlreadyQueued,
    EmptyText,
    HoldsPersonalData,
    MayNotReply,
    NotAllowed,
    NotOffered,
    OutcomeUnknown,
    Problem,
    TargetGone,
    TooLateToUndo,
    TooLong,
    Trouble,
    UnfilledSlot,
)
from incluinfo_desk.domain.reply import Draft, quick_reply
from incluinfo_desk.operations.answer import NOT_SUGGESTED, Shown

from .fake_channel import PACO, ROSA, Fault
from .stage import SILENCE, Stage, play, starter

S = OutgoingState


async def edited(s: Stage, faq_id: str, **changes: object) -> FaqEntry:
    entry = await s.store.faq.get(faq_id)
    assert entry is not None
    changed = replace(entry, **changes)  # type: ignore[arg-type]
    saved = await s.store.faq.save(changed, by="AB", expect_revision=entry.revision)
    await s.suggesting.follow([saved])
    return saved


def problem_of(raised: pytest.ExceptionInfo[Trouble]) -> Problem:
    return raised.value.problem


async def draft(s: Stage, cid: ConversationId, text: str, cursor: int) -> None:
    conversation = await s.conversation(cid)
    await s.answering.save_draft(Draft(cid, text, cursor, conversation.last_post_id, s.clock.now()))


def test_one_click_greets_by_name_and_waits_the_hold(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        cid = await s.asked()
        offer = await s.suggesting.for_conversation(cid)
        assert offer.one_click is not None
        assert offer.one_click.id == SILENCE
        await draft(s, cid, "a medias", 3)
        item = await s.answering.one_click(cid, SILENCE)
        assert item.text == quick_reply(offer.one_click.rendered(), "Rosa Martín")
        assert item.not_before - s.clock.now() == timedelta(seconds=8)
        assert (item.faq_id, item.author, item.state) == (SILENCE, "MR", S.QUEUED)
        assert await s.answering.draft(cid) is None
        assert (await s.conversation(cid)).state is State.NEW
        s.publish()
        await s.until(item, S.SENT)
        assert await s.store.faq.used(SILENCE) == 1

    play(tmp_path, act)


def test_a_double_click_is_one_post(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        cid = await s.asked()
        item = await s.answering.one_click(cid, SILENCE)
        with pytest.raises(Trouble) as raised:
            await s.answering.one_click(cid, SILENCE)
        assert problem_of(raised) == AlreadyQueued()
        s.publish()
        await s.until(item, S.SENT)
        with pytest.raises(Trouble) as raised:
            await s.answering.one_click(cid, SILENCE)
        assert problem_of(raised) == AlreadyQueued()
        assert len(s.channel.written) == 1

    play(tmp_path, act)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"state": FaqState.DRAFT}, NotOfferable.NOT_VERIFIED),
        ({"state": FaqState.UNDER_REVIEW}, NotOfferable.UNDER_REVIEW),
        ({"review_by": date(2026, 11, 20)}, NotOfferable.EXPIRED),
        ({"valid_from": date(2027, 1, 1)}, NotOfferable.NOT_YET),
        ({"source": None}, NotOfferable.NO_SOURCE),
    ],
)
def test_what_nobody_answers_for_today_is_not_sent_by_one_click(
    tmp_path: Path, changes: dict[str, object], why: NotOfferable
) -> None:
    async def act(s: Stage) -> None:
        cid = await s.asked()
        await edited(s, SILENCE, **changes)
        offer = await s.suggesting.for_conversation(cid)
        assert (offer.one_click, offer.why_not) == (None, why)
        with pytest.raises(Trouble) as raised:
            await s.answering.one_click(cid, SILENCE)
        assert problem_of(raised) == NotOffered(why.value)
        assert await s.store.outbox.open_items() == ()

    play(tmp_path, act)


def test_only_what_is_shown_is_sent_by_one_click(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        cid = await s.asked()
        shown = (await s.suggesting.for_conversation(cid)).entries
        other = next(e.id for e in starter() if e.id not in shown)
        with pytest.raises(Trouble) as raised:
            await s.answering.one_click(cid, other)
        assert problem_of(raised) == NotOffered(NOT_SUGGESTED)
        second = next(i for i in shown if i != SILENCE)
        assert (await s.answering.one_click(cid, second)).faq_id == second

    play(tmp_path, act)


def test_what_was_shown_is_sent_unless_it_is_no_longer_what_would_be_shown(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        cid = await s.asked()
        shown = Shown(await s.conversation(cid), await s.suggesting.for_conversation(cid))
        await edited(s, SILENCE, reply="Son seis meses.")
        # Not the wording that stood there: the entry was edited since.
        assert "Son seis meses." in (await s.answering.one_click(cid, SILENCE, shown)).text

        other = await s.asked(author=PACO)
        shown = Shown(await s.conversation(other), await s.suggesting.for_conversation(other))
        asked = await s.store.conversations.thread(other)
        more = s.channel.says(PACO, "@incluinfo son ya siete meses", to=asked[0].post)
        await s.arrives(more)
        # Decided anew: it answers what the citizen wrote last.
        assert (await s.answering.one_click(other, SILENCE, shown)).target_id == more.id

    play(tmp_path, act)


def test_a_one_click_answer_with_an_open_slot_is_refused(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        cid = await s.asked()
        await edited(s, SILENCE, reply="Su plazo acaba el {fecha}.")
        with pytest.raises(Trouble) as raised:
            await s.answering.one_click(cid, SILENCE)
        assert problem_of(raised) == UnfilledSlot("fecha")

    play(tmp_path, act)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("  ", EmptyText()),
        ("Le llamamos, {nombre}.", UnfilledSlot("nombre")),
        ("Su DNI 12345678Z consta.", HoldsPersonalData("dni")),
        ("a" * 281, TooLong(281, 280)),
    ],
)
def test_a_text_that_may_not_go_out_says_why(tmp_path: Path, text: str, problem: Problem) -> None:
    async def act(s: Stage) -> None:
        cid = await s.asked()
        assert s.answering.check(await s.conversation(cid), text)[0] == problem
        with pytest.raises(Trouble) as raised:
            await s.answering.reply(cid, text)
        assert problem_of(raised) == problem
        assert await s.store.outbox.open_items() == ()

    play(tmp_path, act)


def test_who_did_not_summon_us_is_answered_by_hand(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        cid = await s.arrives(s.channel.says(PACO, "El IMV no llega", mentions=False))
        assert await s.answering.may_answer(cid) == MayNotReply()
        with pytest.raises(Trouble) as raised:
            await s.answering.reply(cid, "Buenos días.")
        assert problem_of(raised) == MayNotReply()
        conversation = await s.conversation(cid)
        url = s.answering.intent_url(conversation, "Sí & no: 100 %")
        assert url == (
            f"https://x.com/intent/post?in_reply_to={conversation.last_post_id}"
            "&text=S%C3%AD+%26+no%3A+100+%25"
        )
        await draft(s, cid, "Sí & no", 0)
        await s.answering.mark_sent_by_hand(cid, "Sí & no")
        assert (await s.conversation(cid)).state is State.ANSWERED
        assert await s.answering.draft(cid) is None

    play(tmp_path, act)


def test_a_deleted_post_is_not_answered(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        cid = await s.asked()
        await s.store.conversations.forget_posts([(await s.conversation(cid)).last_post_id])
        with pytest.raises(Trouble) as raised:
            await s.answering.reply(cid, "Buenos días.")
        assert problem_of(raised) == TargetGone()

    play(tmp_path, act)


def test_undo_brings_the_text_back_where_it_was(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        cid = await s.asked()
        item = await s.answering.reply(cid, "Buenos días, seis meses.", cursor=12)
        s.publish_by_the_clock()
        await s.clock.asleep()
        s.clock.move(7)
        await s.answering.undo(item.id)
        back = await s.answering.draft(cid)
        assert back is not None
        assert (back.text, back.cursor) == ("Buenos días, seis meses.", 12)
        s.clock.move(60)
        again = await s.answering.reply(cid, "Mejor así.", cursor=3)
        await s.clock.asleep()
        s.clock.move(8)
        await s.until(again, S.SENT)
        assert [t for t, _ in s.channel.written] == ["Mejor así."]

    play(tmp_path, act)


def test_undo_of_the_first_part_calls_all_back(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        cid = await s.asked()
        items = await s.answering.reply_in_parts(cid, ["Uno.", "Dos."])
        await s.answering.undo(items[0].id)
        back = await s.answering.draft(cid)
        assert back is not None
        assert back.text == "Uno.\n\nDos."
        assert await s.store.outbox.open_items() == ()

    play(tmp_path, act)


def test_after_the_hold_it_is_too_late_to_undo(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        cid = await s.asked()
        item = await s.answering.reply(cid, "Buenos días.")
        s.publish()
        await s.until(item, S.SENT)
        with pytest.raises(Trouble) as raised:
            await s.answering.undo(item.id)
        assert problem_of(raised) == TooLateToUndo()

    play(tmp_path, act)


def test_send_now_ends_the_hold(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        cid = await s.asked()
        item = await s.answering.reply(cid, "Buenos días.")
        s.publish_by_the_clock()
        await s.clock.asleep()
        assert s.channel.written == []
        await s.answering.send_now(item.id)
        await s.until(item, S.SENT)

    play(tmp_path, act)


def test_a_follow_up_reopens_and_is_answered_on_its_own(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        question = s.channel.says(ROSA, "@incluinfo ¿cuánto tarda el IMV?")
        cid = await s.arrives(question)
        s.publish()
        first = await s.until(await s.answering.reply(cid, "Seis meses."), S.SENT)
        ours = s.channel.world[PostId(str(first.post_id))]
        more = s.channel.says(ROSA, "@incluinfo ¿y si no contestan?", to=ours)
        assert await s.arrives(more) == cid
        conversation = await s.conversation(cid)
        assert (conversation.state, conversation.reopened) == (State.NEW, True)
        second = await s.answering.reply(cid, "Puede reclamar.")
        assert second.target_id == more.id
        await s.until(second, S.SENT)
        assert (await s.conversation(cid)).state is State.ANSWERED

    play(tmp_path, act)


def test_a_further_answer_to_the_same_post_must_be_meant(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        cid = await s.asked()
        s.publish()
        await s.until(await s.answering.reply(cid, "Seis meses."), S.SENT)
        with pytest.raises(Trouble):
            await s.answering.reply(cid, "Y puede reclamar.")
        more = await s.answering.reply(cid, "Y puede reclamar.", again=True)
        await s.until(more, S.SENT)
        assert [p.text for p in s.channel.ours()] == ["Seis meses.", "Y puede reclamar."]

    play(tmp_path, act)


async def unconfirmed(s: Stage) -> Outgoing:
    cid = await s.asked()
    item = await s.answering.reply(cid, "Seis meses.")
    s.channel.write_faults.append(Fault(OutcomeUnknown()))
    s.publish()
    return await s.until(item, S.UNCONFIRMED)


def test_a_person_may_say_that_it_is_public(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        item = await unconfirmed(s)
        with pytest.raises(Trouble):
            await s.answering.adopt(item.id, "https://x.com/incluinfo")
        await s.answering.adopt(item.id, "https://x.com/incluinfo/status/1234567890?s=20")
        sent = await s.until(item, S.SENT)
        assert sent.post_id == "1234567890"
        assert item.conversation_id is not None
        assert (await s.conversation(item.conversation_id)).state is State.ANSWERED

    play(tmp_path, act)


def test_a_person_may_let_it_go(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        item = await unconfirmed(s)
        await s.answering.discard(item.id)
        assert item.conversation_id is not None
        with pytest.raises(Trouble) as raised:
            await s.answering.discard(item.id)
        assert isinstance(problem_of(raised), NotAllowed)
        again = await s.answering.reply(item.conversation_id, "De nuevo.")
        await s.until(again, S.SENT)

    play(tmp_path, act)


def test_the_same_text_to_many_is_counted(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        for author in (ROSA, PACO):
            cid = await s.asked(f"@incluinfo ¿y mi IMV? {author.name}", author)
            await s.answering.reply(cid, "Son seis meses.")
        assert await s.answering.times_sent("Son  seis meses.") == 2
        assert await s.answering.times_sent("Otra cosa.") == 0

    play(tmp_path, act)


def test_who_published_personal_data_gets_the_warning_one_key_away(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        cid = await s.asked("@incluinfo mi DNI es 12345678Z, ¿cómo va mi IMV?")
        conversation = await s.conversation(cid)
        assert conversation.has_personal_data
        offer = await s.suggesting.for_conversation(cid)
        assert offer.warning is not None
        item = await s.answering.one_click(cid, offer.warning.id)
        assert item.faq_id == "canal-datos-personales"

    play(tmp_path, act)


def test_an_identifier_in_a_draft_does_not_reach_the_disk(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        cid = await s.asked()
        await draft(s, cid, "Su DNI 73946251D, sí.", 20)
        kept = await s.answering.draft(cid)
        assert kept is not None
        assert (kept.text, kept.cursor) == ("Su DNI ▮▮▮▮▮▮▮▮▮, sí.", 20)
        await s.answering.mark_sent_by_hand(cid, "Su DNI 73946251D, sí.")
        noted = await s.store.notes.get(f"by_hand.{cid}")
        assert noted["text"] == "Su DNI ▮▮▮▮▮▮▮▮▮, sí."

    play(tmp_path, act)

"""Never twice, never lost: each outcome of a send, and each place where it may be cut."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from incluinfo_desk.domain.conversation import CloseReason, ConversationId, State
from incluinfo_desk.domain.events import Link, LinkChanged
from incluinfo_desk.domain.outgoing import Outgoing, OutgoingState
from incluinfo_desk.domain.post import PostId
from incluinfo_desk.domain.problems import (
    AlreadyQueued,
    BadAnswer,
    ChannelDown,
    Limited,
    NoCredits,
    Offline,
    OutcomeUnknown,
    Problem,
    ProxyRefused,
    Refusal,
    Refused,
    SignInNeeded,
    Trouble,
    Unauthorised,
)

from .fake_channel import PACO, US, Fault
from .stage import Stage, play

TEXT = "Buenos días. El plazo para resolver es de seis meses."
S = OutgoingState


async def queued(s: Stage, text: str = TEXT) -> tuple[ConversationId, Outgoing]:
    cid = await s.asked()
    return cid, await s.answering.reply(cid, text)


def test_an_answer_goes_out_once_and_the_conversation_is_answered(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        cid, item = await queued(s)
        s.publish()
        sent = await s.until(item, S.SENT)
        conversation = await s.conversation(cid)
        assert conversation.state is State.ANSWERED
        assert conversation.waiting_since is None
        thread = await s.store.conversations.thread(cid)
        assert [(p.ours, p.post.id) for p in thread][1] == (True, sent.post_id)
        assert s.channel.written == [(TEXT, item.target_id)]
        await s.kill()
        spent = await s.store.ledger.by_kind(s.clock.now() - timedelta(days=1))
        assert {kind: each.count for kind, each in spent.items()} == {"reply": 1}

    play(tmp_path, act)


def test_sending_is_on_disk_before_the_first_byte_leaves(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        _, item = await queued(s)
        seen: list[Outgoing | None] = []
        original = s.channel.post

        async def post(*args: object, **kwargs: object) -> PostId:
            seen.append(await s.store.outbox.get(item.id))
            return await original(*args, **kwargs)  # type: ignore[arg-type]

        s.channel.post = post  # type: ignore[method-assign]
        s.publish()
        await s.until(item, S.SENT)
        assert seen[0] is not None
        assert (seen[0].state, seen[0].attempts) == (S.SENDING, 1)
        assert seen[0].watermark is not None

    play(tmp_path, act)


@pytest.mark.parametrize(
    "problem",
    [
        Offline(), ProxyRefused(), SignInNeeded(), Unauthorised(), NoCredits(), Limited(None),
    ],
    ids=lambda p: type(p).__name__,
)  # fmt: skip
def test_what_was_proven_not_sent_is_sent_later(tmp_path: Path, problem: Problem) -> None:
    async def act(s: Stage) -> None:
        _, item = await queued(s)
        s.channel.write_faults.append(Fault(problem))
        s.publish()
        sent = await s.until(item, S.SENT)
        assert sent.attempts == 2
        assert len(s.channel.ours()) == 1

    play(tmp_path, act)


@pytest.mark.parametrize(
    "problem", [Offline(), ChannelDown(), BadAnswer()], ids=lambda p: type(p).__name__
)
def test_a_check_that_cannot_read_sends_nothing_and_waits(tmp_path: Path, problem: Problem) -> None:
    async def act(s: Stage) -> None:
        s.undo_seconds = 0
        _, item = await queued(s)
        s.channel.read_faults.append(problem)
        s.publish_by_the_clock()
        await s.clock.asleep()
        waiting = await s.store.outbox.get(item.id)
        assert waiting is not None
        assert waiting.state is S.QUEUED
        assert waiting.not_before > s.clock.now()
        assert s.channel.written == []
        s.clock.move(60)
        await s.until(item, S.SENT)

    play(tmp_path, act)


def test_a_limit_is_waited_out_to_the_second(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        s.undo_seconds = 0
        reset = s.clock.now() + timedelta(minutes=11)
        s.channel.write_faults.append(Fault(Limited(reset)))
        _, item = await queued(s)
        s.publish_by_the_clock()
        await s.clock.asleep()
        waiting = await s.store.outbox.get(item.id)
        assert waiting is not None
        assert (waiting.state, waiting.not_before, waiting.reason) == (
            S.QUEUED, reset, "limited",
        )  # fmt: skip
        # Being connected does not end a limit.
        s.bus.publish(LinkChanged(Link.CONNECTED))
        s.clock.move(10 * 60)
        await s.clock.asleep()
        assert len(s.channel.written) == 1
        s.clock.move(60)
        await s.until(item, S.SENT)

    play(tmp_path, act)


def test_one_limit_holds_the_whole_queue_without_more_requests(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        s.undo_seconds = 0
        s.channel.write_faults.append(Fault(Limited(s.clock.now() + timedelta(minutes=5))))
        first = (await queued(s))[1]
        other = await s.asked("@incluinfo ¿cómo pido cita previa?", PACO)
        second = await s.answering.reply(other, "Puede pedirla en la sede.")
        s.publish_by_the_clock()
        await s.clock.asleep()
        assert len(s.channel.written) == 1
        s.clock.move(300)
        await s.until(first, S.SENT)
        await s.until(second, S.SENT)
        assert [t for t, _ in s.channel.written] == [TEXT, TEXT, "Puede pedirla en la sede."]

    play(tmp_path, act)


@pytest.mark.parametrize(
    "reason",
    [
        Refusal.NOT_SUMMONED, Refusal.FORBIDDEN, Refusal.TOO_LONG, Refusal.INVALID,
        Refusal.DUPLICATE,
    ],
)  # fmt: skip
def test_a_refusal_is_final_and_says_why(tmp_path: Path, reason: Refusal) -> None:
    async def act(s: Stage) -> None:
        cid, item = await queued(s)
        s.channel.write_faults.append(Fault(Refused(reason)))
        s.publish()
        refused = await s.until(item, S.REFUSED)
        assert refused.reason == reason.value
        assert (await s.conversation(cid)).state is State.NEW
        draft = await s.answering.rewrite(item.id)
        assert draft.text == TEXT
        again = await s.answering.reply(cid, "De otro modo.")
        await s.until(again, S.SENT)

    play(tmp_path, act)


def test_accepted_then_cut_is_found_and_never_sent_again(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        cid, item = await queued(s)
        s.channel.write_faults.append(Fault(OutcomeUnknown(), public=True))
        s.publish()
        sent = await s.until(item, S.SENT)
        assert sent.attempts == 1
        assert [p.id for p in s.channel.ours()] == [sent.post_id]
        assert (await s.conversation(cid)).state is State.ANSWERED

    play(tmp_path, act)


def test_a_timeline_that_lags_is_read_until_it_shows_the_post(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        s.undo_seconds = 0
        _, item = await queued(s)
        s.channel.write_faults.append(Fault(OutcomeUnknown(), public=True))
        s.publish_by_the_clock()
        await s.until(item, S.UNKNOWN)
        s.channel.lagging.update(p.id for p in s.channel.ours())
        for wait in (5, 10, 30, 75):
            await s.clock.asleep()
            s.clock.move(wait)
        await s.clock.asleep()
        doubtful = await s.store.outbox.get(item.id)
        assert doubtful is not None
        assert doubtful.state is S.UNKNOWN
        s.channel.lagging.clear()
        s.clock.move(180)
        await s.until(item, S.SENT)
        assert len(s.channel.written) == 1

    play(tmp_path, act)


def test_what_is_never_found_is_left_to_a_person(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        cid, item = await queued(s)
        s.channel.write_faults.append(Fault(OutcomeUnknown()))
        begin = s.clock.now()
        s.publish()
        doubtful = await s.until(item, S.UNCONFIRMED)
        assert doubtful.looks >= 4
        assert doubtful.changed_at - begin >= timedelta(minutes=15)
        assert len(s.channel.written) == 1
        with pytest.raises(Trouble) as raised:
            await s.answering.reply(cid, "Otra cosa.")
        assert raised.value.problem == AlreadyQueued()
        await s.answering.resend(item.id)
        await s.until(item, S.SENT)
        assert len(s.channel.written) == 2

    play(tmp_path, act)


def test_sending_again_by_hand_looks_first(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        _, item = await queued(s)
        s.channel.write_faults.append(Fault(OutcomeUnknown()))
        s.publish()
        await s.until(item, S.UNCONFIRMED)
        await s.kill()
        late = s.channel.says(US, TEXT, to=s.channel.world[PostId(str(item.target_id))])
        await s.answering.resend(item.id)
        s.publish()
        sent = await s.until(item, S.SENT)
        assert sent.post_id == late.id
        assert len(s.channel.written) == 1

    play(tmp_path, act)


def test_a_duplicate_after_a_doubt_is_no_refusal(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        _, item = await queued(s)
        s.channel.write_faults += [
            Fault(OutcomeUnknown()),
            Fault(Refused(Refusal.DUPLICATE)),
        ]
        s.publish()
        await s.until(item, S.UNCONFIRMED)
        await s.answering.resend(item.id)
        doubtful = await s.until(item, S.UNKNOWN, S.REFUSED)
        assert (doubtful.state, doubtful.reason) == (S.UNKNOWN, "duplicate")

    play(tmp_path, act)


def test_a_bug_in_the_channel_is_reported_and_taken_for_a_doubt(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        reports: list[dict[str, object]] = []
        asyncio.get_running_loop().set_exception_handler(lambda _, c: reports.append(c))
        _, item = await queued(s)
        s.channel.write_faults.append(Fault(KeyError("data"), public=True))
        s.publish()
        await s.until(item, S.SENT)
        assert len(s.channel.written) == 1
        assert [type(r["exception"]) for r in reports] == [KeyError]

    play(tmp_path, act)


def test_a_colleagues_answer_on_the_web_stops_ours_until_a_person_decides(
    tmp_path: Path,
) -> None:
    async def act(s: Stage) -> None:
        cid, item = await queued(s)
        target = s.channel.world[PostId(str(item.target_id))]
        theirs = s.channel.says(US, "Le contestamos por aquí: seis meses.", to=target)
        s.publish()
        await s.until(item, S.ANSWERED_ELSEWHERE)
        assert s.channel.written == []
        assert (await s.conversation(cid)).state is State.ANSWERED
        thread = await s.store.conversations.thread(cid)
        assert theirs.id in [p.post.id for p in thread]
        await s.answering.resend(item.id)
        await s.until(item, S.SENT)
        assert len(s.channel.answers_to(target)) == 2

    play(tmp_path, act)


def test_the_same_answer_already_there_is_adopted(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        _, item = await queued(s)
        target = s.channel.world[PostId(str(item.target_id))]
        theirs = s.channel.says(US, "@rosa_m " + TEXT, to=target)
        s.publish()
        sent = await s.until(item, S.SENT)
        assert (sent.post_id, s.channel.written) == (theirs.id, [])

    play(tmp_path, act)


def test_a_deleted_question_is_not_answered_and_is_forgotten(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        cid, item = await queued(s)
        del s.channel.world[PostId(str(item.target_id))]
        s.publish()
        refused = await s.until(item, S.REFUSED)
        assert (refused.reason, s.channel.written) == ("gone", [])
        conversation = await s.conversation(cid)
        assert (conversation.state, conversation.close_reason) == (
            State.CLOSED, CloseReason.DELETED,
        )  # fmt: skip
        assert "IMV" not in conversation.last_text

    play(tmp_path, act)


def test_parts_go_in_order_each_below_the_one_before(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        cid = await s.asked()
        one, two, three = await s.answering.reply_in_parts(cid, ["Uno.", "Dos.", "Tres."])
        s.channel.write_faults.append(Fault(Offline()))
        s.publish()
        await s.until(three, S.SENT)
        first, second, third = s.channel.ours()
        assert [p.text for p in s.channel.ours()] == ["Uno.", "Dos.", "Tres."]
        assert first.in_reply_to == one.target_id
        assert (second.in_reply_to, third.in_reply_to) == (first.id, second.id)
        sent = await s.store.outbox.get(two.id)
        assert sent is not None
        assert sent.post_id == second.id

    play(tmp_path, act)


def test_a_refused_part_stops_the_rest_where_it_can_be_seen(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        cid = await s.asked()
        one, two, three = await s.answering.reply_in_parts(cid, ["Uno.", "Dos.", "Tres."])
        s.publish_by_the_clock()
        await s.clock.asleep()
        s.channel.write_faults.append(Fault(Refused(Refusal.FORBIDDEN)))
        s.clock.move(8)
        await s.until(one, S.REFUSED)
        other = await s.asked("@incluinfo ¿cómo pido cita previa?", PACO)
        s.undo_seconds = 0
        await s.until(await s.answering.reply(other, "En la sede."), S.SENT)
        rest = [await s.store.outbox.get(i.id) for i in (two, three)]
        assert [r.state for r in rest if r] == [S.QUEUED, S.QUEUED]
        assert [t for t, _ in s.channel.written] == ["Uno.", "En la sede."]

    play(tmp_path, act)


def test_a_lost_answer_to_a_part_is_found_below_the_part_before(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        cid = await s.asked()
        _, two = await s.answering.reply_in_parts(cid, ["Uno.", "Dos."])
        s.publish_by_the_clock()
        await s.clock.asleep()
        s.channel.write_faults += [
            Fault(OutcomeUnknown(), public=True),
            Fault(OutcomeUnknown(), public=True),
        ]
        s.clock.move(8)
        await s.until(two, S.SENT)
        assert [p.text for p in s.channel.ours()] == ["Uno.", "Dos."]

    play(tmp_path, act)


def test_closing_the_desk_waits_for_the_answer_of_a_call_under_way(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        s.undo_seconds = 0
        _, item = await queued(s)
        s.channel.hold_posts = asyncio.Event()
        s.publish()
        await s.channel.posting.wait()
        asyncio.get_running_loop().call_soon(s.channel.hold_posts.set)
        await s.kill()
        sent = await s.store.outbox.get(item.id)
        assert sent is not None
        assert sent.state is S.SENT

    play(tmp_path, act)


@pytest.mark.parametrize("state", [S.CHECKING, S.SENDING])
@pytest.mark.parametrize("public", [False, True], ids=["not_public", "public"])
def test_a_desk_that_died_on_the_way_begins_where_it_must(
    tmp_path: Path, state: OutgoingState, public: bool
) -> None:
    """The row as a killed process leaves it; ``public``: X had taken the post."""

    async def act(s: Stage) -> None:
        _, item = await queued(s)
        target = s.channel.world[PostId(str(item.target_id))]
        await s.store.outbox.advance(item.id, expect=S.QUEUED, to=S.CHECKING)
        if state is S.SENDING:
            await s.store.outbox.advance(
                item.id, expect=S.CHECKING, to=S.SENDING,
                attempts=1, watermark=target.id, sent_at=s.clock.now(),
            )  # fmt: skip
        if public:
            s.channel.says(US, TEXT, to=target)
        s.publish()
        if public or state is S.CHECKING:
            await s.until(item, S.SENT)
            assert len(s.channel.answers_to(target)) == 1
        else:
            await s.until(item, S.UNCONFIRMED)
            assert s.channel.written == []

    play(tmp_path, act)


def test_the_queue_written_offline_goes_out_in_order_when_the_line_is_back(
    tmp_path: Path,
) -> None:
    async def act(s: Stage) -> None:
        s.undo_seconds = 0
        s.signed_in = None  # X could not be asked yet who we are
        texts = ["Respuesta 1.", "Respuesta 2.", "Respuesta 3."]
        items = []
        for number, text in enumerate(texts):
            cid = await s.asked(f"@incluinfo pregunta {number} sobre el IMV", PACO)
            items.append(await s.answering.reply(cid, text))
        s.publish_by_the_clock()
        await s.clock.asleep()
        assert s.channel.written == []
        s.signed_in = US
        s.bus.publish(LinkChanged(Link.CONNECTED, US))
        await s.until(items[-1], S.SENT)
        assert [t for t, _ in s.channel.written] == texts

    play(tmp_path, act)


def test_a_second_answer_waits_for_the_doubtful_first(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        s.undo_seconds = 0
        cid, first = await queued(s)
        question = s.channel.world[PostId(str(first.target_id))]
        s.channel.write_faults.append(Fault(OutcomeUnknown()))
        s.publish_by_the_clock()
        await s.until(first, S.UNKNOWN)
        s.clock.move(1)
        await s.arrives(
            s.channel.says(s.channel.world[question.id].author, "¿Y si no?", to=question)
        )
        second = await s.answering.reply(cid, "Segunda.")
        await s.clock.asleep()
        assert [t for t, _ in s.channel.written] == [TEXT]
        s.clock.runs = True
        s.clock.move(1000)
        await s.until(first, S.UNCONFIRMED)
        await s.until(second, S.SENT)

    play(tmp_path, act)


def test_hiding_closes_the_conversation_once_x_has_hidden_it(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        root = s.channel.says(US, "Hoy hablamos del IMV.")
        cid = await s.arrives(root, s.channel.says(PACO, "Sois unos inútiles", to=root))
        item = await s.triage.hide(cid, "insultos")
        s.channel.write_faults.append(Fault(OutcomeUnknown()))
        s.publish()
        await s.until(item, S.UNCONFIRMED)
        assert (await s.conversation(cid)).state is State.NEW
        await s.answering.resend(item.id)
        await s.until(item, S.SENT)
        conversation = await s.conversation(cid)
        assert (conversation.state, conversation.close_reason) == (
            State.CLOSED, CloseReason.HIDDEN,
        )  # fmt: skip

    play(tmp_path, act)


@pytest.mark.parametrize("fault", [None, Offline(), OutcomeUnknown()], ids=str)
def test_cut_at_any_step_and_started_again_it_is_public_once(
    tmp_path: Path, fault: Problem | None
) -> None:
    async def act(s: Stage) -> None:
        s.undo_seconds = 0
        for turns in range(0, 40, 2):
            cid = await s.asked(f"@incluinfo pregunta {turns} sobre el IMV", PACO)
            texts = [f"Uno {turns}.", f"Dos {turns}."]
            items = await s.answering.reply_in_parts(cid, texts)
            if fault is not None:
                s.channel.write_faults.append(Fault(fault, public=fault == OutcomeUnknown()))
            s.publish()
            for _ in range(turns):
                await asyncio.sleep(0)
            await s.kill()
            s.publish()
            ended = await s.until(items[1], S.SENT)
            assert ended.state is S.SENT
            await s.kill()
            s.channel.write_faults.clear()
            assert [p.text for p in s.channel.ours()][-2:] == texts
            assert len(s.channel.ours()) == turns + 2

    play(tmp_path, act)

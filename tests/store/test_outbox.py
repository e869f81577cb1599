"""Never twice, never lost: what the outbox holds to."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from incluinfo_desk.domain.conversation import ConversationId, State
from incluinfo_desk.domain.outgoing import LIVE, Kind, Outgoing, OutgoingState
from incluinfo_desk.domain.post import PostId
from incluinfo_desk.domain.problems import AlreadyQueued, NotAllowed
from incluinfo_desk.domain.reply import Draft
from incluinfo_desk.store.store import Store
from incluinfo_desk.store.tables import outbox
from tests.store.kit import (
    US,
    Hand,
    answers,
    asks,
    at,
    conversation,
    desk,
    post,
    problem,
    reply,
    run,
)

Q, C, S = OutgoingState.QUEUED, OutgoingState.CHECKING, OutgoingState.SENDING
SENT, UNKNOWN = OutgoingState.SENT, OutgoingState.UNKNOWN


def draft(thread: str = "10", words: str = "El plazo", cursor: int = 3) -> Draft:
    return Draft(conversation(thread), words, cursor, PostId(thread), at(0), "imv-plazo")


async def _sending(store: Store, id: str) -> None:
    assert await store.outbox.advance(id, expect=Q, to=C)
    assert await store.outbox.advance(id, expect=C, to=S, attempts=1, sent_at=at(1))


def test_fifty_clicks_on_one_post_make_one_reply(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add([asks("10")], None)
            outcomes = await asyncio.gather(
                *(store.outbox.queue([reply(f"o{n}", "10")]) for n in range(50)),
                return_exceptions=True,
            )
            refused = [o for o in outcomes if o is not None]
            assert [getattr(o, "problem", o) for o in refused] == [AlreadyQueued()] * 49
            assert len(await store.outbox.for_conversation(conversation("10"))) == 1

    run(story())


@pytest.mark.parametrize("state", sorted(LIVE))
def test_the_index_itself_refuses_a_second_live_row(tmp_path: Path, state: OutgoingState) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add([asks("10")], None)
            await store.outbox.queue([reply("o1", "10", state=state)])
            row = {name: getattr(reply("o2", "10"), name) for name in Outgoing.__dataclass_fields__}
            row |= {"once": "reply:10", "text_normal": ""}
            with pytest.raises(IntegrityError, match="UNIQUE"):
                await store.database.write(
                    lambda session: session.execute(insert(outbox).values(row)) and None,
                )

    run(story())


def test_a_sent_reply_blocks_another_unless_it_is_meant(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add([asks("10")], None)
            await store.outbox.queue([reply("o1", "10")])
            await _sending(store, "o1")
            assert await store.outbox.sent("o1", expect=S, post=None, post_id=PostId("90"))
            assert await problem(store.outbox.queue([reply("o2", "10")])) == AlreadyQueued()
            await store.outbox.queue([reply("o3", "10")], again=True)
            assert (
                await problem(
                    store.outbox.queue([reply("o4", "10")], again=True),
                )
                == AlreadyQueued()
            )

    run(story())


@pytest.mark.parametrize("end", [OutgoingState.CANCELLED, OutgoingState.REFUSED])
def test_what_was_called_back_or_refused_blocks_nothing(tmp_path: Path, end: OutgoingState) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add([asks("10")], None)
            await store.outbox.queue([reply("o1", "10")])
            if end is OutgoingState.CANCELLED:
                assert await store.outbox.undo("o1", at(0))
            else:
                await _sending(store, "o1")
                assert await store.outbox.advance("o1", expect=S, to=end, reason="forbidden")
            await store.outbox.queue([reply("o2", "10")])
            kept = await store.outbox.for_conversation(conversation("10"))
            assert [(o.id, o.state) for o in kept] == [("o1", end), ("o2", Q)]

    run(story())


def test_other_kinds_and_other_targets_do_not_block(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add([asks("10"), asks("11")], None)
            alone: dict[str, Any] = {"conversation_id": None, "target_id": None}
            await store.outbox.queue(
                [
                    reply("o1", "10"),
                    reply("o2", "11"),
                    reply("o3", "10", kind=Kind.HIDE),
                    reply("o4", "10", kind=Kind.DELETION),
                    reply("s1", "10", kind=Kind.STANDALONE, **alone),
                    reply("s2", "10", kind=Kind.STANDALONE, **alone),
                    reply("p1", "10", kind=Kind.THREAD_PART, after_id="s1", **alone),
                    reply("p2", "10", kind=Kind.THREAD_PART, after_id="p1", **alone),
                ],
            )
            assert len(await store.outbox.open_items()) == 8
            for kind in (Kind.HIDE, Kind.UNHIDE):
                again = reply("o9", "10", kind=kind)
                assert await problem(store.outbox.queue([again])) == AlreadyQueued()
            assert (
                await problem(
                    store.outbox.queue([reply("s1", "10", kind=Kind.STANDALONE, **alone)]),
                )
                == AlreadyQueued()
            )

    run(story())


def test_one_blocked_item_keeps_the_whole_call_out_and_the_draft_in(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add([asks("10"), asks("11")], None)
            await store.drafts.save(draft())
            await store.outbox.queue([reply("o1", "10")])
            refused = store.outbox.queue([reply("o2", "11"), reply("o3", "10")], conversation("10"))
            assert await problem(refused) == AlreadyQueued()
            assert await store.outbox.get("o2") is None
            assert await store.drafts.get(conversation("10")) == draft()

    run(story())


def test_queue_and_draft_change_together_and_undo_brings_the_draft_back(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            key = conversation("10")
            await store.conversations.add([asks("10")], None)
            await store.drafts.save(draft())
            item = reply("o1", "10", "El plazo", cursor=3, faq_id="imv-plazo")
            await store.outbox.queue([item], key)
            assert await store.drafts.get(key) is None
            assert await store.outbox.get("o1") == item
            undone = await store.outbox.undo("o1", at(1))
            assert undone is not None
            assert undone.state is OutgoingState.CANCELLED
            back = await store.drafts.get(key)
            assert back == replace(draft(), updated_at=at(1))
            assert await store.outbox.undo("o1", at(2)) is None

    run(story())


def test_undo_loses_no_words_begun_meanwhile(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            key = conversation("10")
            await store.conversations.add([asks("10")], None)
            await store.outbox.queue([reply("o1", "10", "Primero")], key)
            await store.drafts.save(draft(words="Segundo"))
            await store.outbox.undo("o1", at(1))
            back = await store.drafts.get(key)
            assert back is not None
            assert (back.text, back.cursor) == ("Primero\n\nSegundo", 7)

    run(story())


def test_undo_stops_the_parts_behind(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add([asks("10")], None)
            part = reply("o2", "10", "dos", kind=Kind.THREAD_PART, target_id=None, after_id="o1")
            await store.outbox.queue([reply("o1", "10", "uno"), part])
            await store.outbox.undo("o1", at(1))
            stopped = await store.outbox.get("o2")
            assert stopped is not None
            assert stopped.state is OutgoingState.CANCELLED
            back = await store.drafts.get(conversation("10"))
            assert back is not None
            assert back.text == "uno\n\ndos"

    run(story())


def test_undo_is_too_late_once_it_is_being_checked(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add([asks("10")], None)
            await store.outbox.queue([reply("o1", "10")])
            races = await asyncio.gather(
                store.outbox.advance("o1", expect=Q, to=C),
                store.outbox.undo("o1", at(0)),
            )
            assert [r is None for r in races] == [False, True]
            assert await store.drafts.get(conversation("10")) is None

    run(story())


def test_of_many_who_advance_one_wins(tmp_path: Path) -> None:
    async def story() -> None:
        now = Hand()
        async with desk(tmp_path, now) as store:
            await store.conversations.add([asks("10")], None)
            await store.outbox.queue([reply("o1", "10")])
            now.time = at(4)
            won = await asyncio.gather(
                *(store.outbox.advance("o1", expect=Q, to=C, attempts=n) for n in range(30)),
            )
            (only,) = [w for w in won if w is not None]
            assert await store.outbox.get("o1") == only
            assert only.changed_at == at(4)
            assert await store.outbox.advance("none", expect=Q, to=C) is None

    run(story())


def test_only_known_moves_and_never_the_text(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add([asks("10")], None)
            await store.outbox.queue([reply("o1", "10")])
            refused = await problem(store.outbox.advance("o1", expect=SENT, to=Q))
            assert refused == NotAllowed("outgoing", "sent", "queued")
            for change in ({"text": "otro"}, {"state": SENT}, {"id": "x"}):
                with pytest.raises(TypeError):
                    await store.outbox.advance("o1", expect=Q, to=C, **change)
            looked = await store.outbox.advance("o1", expect=Q, to=Q, looks=2, not_before=at(9))
            assert looked is not None
            assert (looked.looks, looked.not_before, looked.state) == (2, at(9), Q)

    run(story())


def test_sent_stores_our_post_and_ends_the_wait(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            key = conversation("10")
            await store.conversations.add([asks("10")], None)
            await store.outbox.queue([reply("o1", "10", faq_id="imv-plazo")])
            await _sending(store, "o1")
            ours = post("90", "El plazo", by=US, thread="10", reply_to="10", minutes=2)
            sent = await store.outbox.sent("o1", expect=S, post=ours, post_id=PostId("90"))
            assert sent is not None
            assert (sent.state, sent.post_id) == (SENT, "90")
            card = await store.conversations.get(key)
            assert card is not None
            assert (card.state, card.waiting_since) == (State.ANSWERED, None)
            thread = await store.conversations.thread(key)
            assert [p.post for p in thread if p.ours] == [ours]
            assert await store.faq.used("imv-plazo") == 1
            assert await store.faq.uses(["imv-plazo", "vejez"]) == {"imv-plazo": 1, "vejez": 0}
            assert await store.outbox.sent("o1", expect=S, post=ours, post_id=None) is None
            # The poll brings the same post.
            await store.conversations.add([answers("90", "10")], None)
            assert len(await store.conversations.thread(key)) == 2

    run(story())


def test_sent_after_the_poll_saw_it_stores_nothing_twice(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add([asks("10")], None)
            await store.outbox.queue([reply("o1", "10")])
            await _sending(store, "o1")
            await store.conversations.add([answers("90", "10")], None)
            ours = post("90", "El plazo", by=US, thread="10", reply_to="10", minutes=5)
            assert await store.outbox.sent("o1", expect=S, post=ours, post_id=None)
            assert len(await store.conversations.thread(conversation("10"))) == 2

    run(story())


def test_what_the_citizen_added_after_the_click_still_waits(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            key = conversation("10")
            await store.conversations.add([asks("10")], None)
            await store.outbox.queue([reply("o1", "10")])
            await store.conversations.add([asks("11", "¿Y el NIE?", thread="10", minutes=3)], None)
            await _sending(store, "o1")
            assert await store.outbox.sent("o1", expect=S, post=None, post_id=PostId("90"))
            card = await store.conversations.get(key)
            assert card is not None
            assert (card.state, card.waiting_since, card.reopened) == (State.NEW, at(3), True)

    run(story())


def test_hiding_and_deleting_answer_nobody(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add([asks("10")], None)
            await store.outbox.queue([reply("o1", "10", kind=Kind.HIDE)])
            await _sending(store, "o1")
            assert await store.outbox.advance("o1", expect=S, to=SENT)
            card = await store.conversations.get(conversation("10"))
            assert card is not None
            assert card.state is State.NEW

    run(story())


def test_due_is_the_oldest_first_and_parts_wait_for_the_one_before(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            alone: dict[str, Any] = {"conversation_id": None, "target_id": None}
            items = [
                reply("s1", "10", kind=Kind.STANDALONE, not_before=at(2), **alone),
                reply("p2", "10", kind=Kind.THREAD_PART, after_id="s1", **alone),
                reply("p3", "10", kind=Kind.THREAD_PART, after_id="p2", **alone),
                reply("s4", "10", kind=Kind.STANDALONE, not_before=at(1), **alone),
            ]
            assert await store.outbox.next_due() is None
            await store.outbox.queue(items)
            assert await store.outbox.next_due() == at(1)
            assert await store.outbox.due(at(0)) == ()
            assert [o.id for o in await store.outbox.due(at(1))] == ["s4"]
            assert [o.id for o in await store.outbox.due(at(2))] == ["s1", "s4"]
            await _sending(store, "s1")
            assert [o.id for o in await store.outbox.due(at(5))] == ["s4"]
            await store.outbox.sent("s1", expect=S, post=None, post_id=PostId("77"))
            second, _ = await store.outbox.due(at(5))
            assert (second.id, second.target_id) == ("p2", "77")

    run(story())


def test_a_restart_doubts_what_was_being_sent(tmp_path: Path) -> None:
    async def story() -> None:
        now = Hand()
        async with desk(tmp_path, now) as store:
            await store.conversations.add([asks(str(n)) for n in range(10, 14)], None)
            await store.outbox.queue([reply(f"o{n}", str(n)) for n in range(10, 14)])
            await store.outbox.advance("o11", expect=Q, to=C)
            await store.outbox.advance("o12", expect=Q, to=C)
            now.time = at(7)
            await store.outbox.advance("o12", expect=C, to=S)
            await _sending(store, "o13")
        async with desk(tmp_path, now) as store:
            now.time = at(60)
            assert await store.outbox.recover() == 3
            items = {o.id: o for o in await store.outbox.open_items()}
            assert {id: o.state for id, o in items.items()} == {
                "o10": Q,
                "o11": Q,
                "o12": UNKNOWN,
                "o13": UNKNOWN,
            }
            # When the last byte may have left: as recorded, or when sending began.
            assert (items["o12"].sent_at, items["o13"].sent_at) == (at(7), at(1))
            assert [o.id for o in await store.outbox.unsettled()] == ["o12", "o13"]
            assert await store.outbox.recover() == 0

    run(story())


def test_the_same_words_are_counted_as_x_would(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add([asks(str(n)) for n in range(10, 14)], None)
            await store.outbox.queue(
                [
                    reply("o10", "10", "El  plazo", created_at=at(0)),
                    reply("o11", "11", "@rosa El plazo", created_at=at(10)),
                    reply("o12", "12", "Otro", created_at=at(10)),
                    reply("o13", "13", "El plazo", created_at=at(11)),
                ],
            )
            await store.outbox.undo("o13", at(12))
            assert await store.outbox.same_text_since("El plazo", at(0)) == 2
            assert await store.outbox.same_text_since("El plazo", at(5)) == 1

    run(story())


def test_an_answer_to_no_conversation_is_refused(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            lost = reply("o1", "10", conversation_id=ConversationId("nobody"))
            with pytest.raises(IntegrityError, match="FOREIGN KEY"):
                await store.outbox.queue([lost])

    run(story())


def test_an_edited_post_is_still_the_post_we_answered(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add([asks("10")], None)
            await store.outbox.queue([reply("o1", "10")])
            edited = asks("15", "Otra", thread="10", minutes=1, versions=("10", "15"))
            await store.conversations.add([edited], None)
            second = reply("o2", "15", conversation_id=conversation("10"))
            assert await problem(store.outbox.queue([second])) == AlreadyQueued()
            await _sending(store, "o1")
            await store.outbox.sent("o1", expect=S, post=None, post_id=PostId("90"))
            assert await problem(store.outbox.queue([second])) == AlreadyQueued()
            # The edit came after the click: somebody looks at it.
            card = await store.conversations.get(conversation("10"))
            assert card is not None
            assert (card.state, card.reopened) == (State.NEW, True)
            await store.outbox.queue([second], again=True)

    run(story())

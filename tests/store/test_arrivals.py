"""What arriving posts do to conversations."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from incluinfo_desk.domain.conversation import CloseReason, Hint, State
from incluinfo_desk.domain.post import AccountId, Author, Link, PostId
from incluinfo_desk.store.conversations import Added, Filter
from tests.store.kit import PABLO, ROSA, answers, asks, at, conversation, desk, post, run


def test_a_question_becomes_a_new_conversation_with_all_its_card_shows(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            hint = Hint("imv-plazo", "caida-sede")
            added = await store.conversations.add(
                [asks("10", "¿Y mi IMV?", hint=hint, personal=True, minutes=3)],
                PostId("10"),
            )
            assert added == Added((conversation("10"),), 1)
            card = await store.conversations.get(conversation("10"))
            assert card is not None
            assert card.citizen == ROSA
            assert (card.state, card.last_text, card.last_at) == (State.NEW, "¿Y mi IMV?", at(3))
            assert (card.waiting_since, card.topic, card.language) == (at(3), "imv", "es")
            assert (card.hint, card.has_personal_data) == (hint, True)
            assert await store.conversations.cursor() == "10"

    run(story())


def test_the_same_posts_again_change_nothing(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            batch = [asks("10"), answers("11", "10"), asks("12", by=PABLO)]
            await store.conversations.add(batch, PostId("12"))
            before = await store.conversations.page(Filter())
            assert await store.conversations.add(batch, PostId("12")) == Added((), 0)
            assert await store.conversations.add(batch * 2, None) == Added((), 0)
            assert await store.conversations.page(Filter()) == before
            assert len(await store.conversations.thread(conversation("10"))) == 2

    run(story())


def test_hundreds_below_one_broadcast_are_each_a_matter_of_their_own(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            people = [Author(AccountId(str(n)), f"u{n}", f"U {n}") for n in range(300)]
            posts = [
                asks(str(1000 + n), by=who, thread="500", minutes=n) for n, who in enumerate(people)
            ]
            assert (await store.conversations.add(posts, None)).new == 300
            assert (await store.conversations.counts())[State.NEW] == 300
            thread = await store.conversations.thread(conversation("500", people[7]))
            assert [p.post.id for p in thread] == [str(1000 + n) for n in range(300)]

    run(story())


def test_a_follow_up_while_we_have_not_answered_keeps_the_first_wait_and_the_question(
    tmp_path: Path,
) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            hint = Hint("imv-plazo")
            await store.conversations.add([asks("10", hint=hint)], None)
            await store.conversations.move(conversation("10"), State.TAKEN, "AB")
            added = await store.conversations.add(
                [asks("11", "¿Hola?", thread="10", minutes=9, question=False, topic=None)],
                None,
            )
            assert added == Added((conversation("10"),), 0)
            card = await store.conversations.get(conversation("10"))
            assert card is not None
            assert (card.state, card.holder, card.reopened) == (State.TAKEN, "AB", False)
            assert (card.last_post_id, card.last_text) == ("11", "¿Hola?")
            assert card.waiting_since == at(0)
            assert (card.is_question, card.hint, card.topic) == (True, hint, "imv")

    run(story())


def test_a_follow_up_after_the_answer_or_the_end_reopens(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            for thread, state in (("10", State.ANSWERED), ("20", State.CLOSED)):
                key = conversation(thread)
                await store.conversations.add([asks(thread)], None)
                await store.conversations.move(key, state, "AB", CloseReason.DONE)
                added = await store.conversations.add(
                    [asks(f"{thread}1", thread=thread, minutes=30, question=False)],
                    None,
                )
                assert added == Added((key,), 1)
                card = await store.conversations.get(key)
                assert card is not None
                assert (card.state, card.reopened, card.holder) == (State.NEW, True, None)
                assert (card.close_reason, card.waiting_since) == (None, at(30))
                assert card.is_question is False

    run(story())


def test_an_older_post_that_comes_late_does_not_become_the_last(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add([asks("12", thread="10", minutes=5)], None)
            await store.conversations.add([asks("10", "Primero", minutes=1)], None)
            card = await store.conversations.get(conversation("10"))
            assert card is not None
            assert (card.last_post_id, card.waiting_since) == ("12", at(1))
            thread = await store.conversations.thread(conversation("10"))
            assert [p.post.id for p in thread] == ["10", "12"]

    run(story())


def test_our_answer_from_elsewhere_ends_the_wait(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add([asks("10")], None)
            added = await store.conversations.add([answers("11", "10")], None)
            assert added == Added((conversation("10"),), 0)
            card = await store.conversations.get(conversation("10"))
            assert card is not None
            assert (card.state, card.waiting_since) == (State.ANSWERED, None)
            thread = await store.conversations.thread(conversation("10"))
            assert [(p.post.id, p.ours) for p in thread] == [("10", False), ("11", True)]

    run(story())


def test_our_answer_that_came_before_the_question_counts_too(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add([answers("11", "10")], None)
            assert (await store.conversations.add([asks("10")], None)).new == 0
            card = await store.conversations.get(conversation("10"))
            assert card is not None
            assert card.state is State.ANSWERED

    run(story())


def test_our_post_elsewhere_in_the_thread_changes_no_state(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add(
                [asks("10"), asks("12", by=PABLO, thread="10", minutes=1)],
                None,
            )
            await store.conversations.add([answers("13", "12", thread="10")], None)
            rosa = await store.conversations.get(conversation("10"))
            pablo = await store.conversations.get(conversation("10", PABLO))
            assert rosa is not None
            assert pablo is not None
            assert (rosa.state, pablo.state) == (State.NEW, State.ANSWERED)
            assert "13" in [p.post.id for p in await store.conversations.thread(rosa.id)]

    run(story())


def test_an_answer_to_an_older_post_leaves_the_younger_one_waiting(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add(
                [asks("10"), asks("12", "Otra cosa", thread="10", minutes=8)],
                None,
            )
            await store.conversations.add([answers("11", "10", minutes=5)], None)
            card = await store.conversations.get(conversation("10"))
            assert card is not None
            assert (card.state, card.waiting_since) == (State.NEW, at(8))

    run(story())


def test_an_edit_replaces_the_text_and_keeps_every_id(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add([asks("10", "Mi dni")], None)
            edited = asks("15", "Mi pensión", thread="10", minutes=2, versions=("10", "15"))
            added = await store.conversations.add([edited], None)
            assert added == Added((conversation("10"),), 0)
            card = await store.conversations.get(conversation("10"))
            assert card is not None
            assert (card.last_post_id, card.last_text) == ("15", "Mi pensión")
            (only,) = await store.conversations.thread(card.id)
            assert (only.post.id, only.post.versions) == ("15", ("10", "15"))
            # The old version comes again from a slow page: it is known and older.
            old = asks("10", "Mi dni")
            assert await store.conversations.add([old, edited], None) == Added((), 0)
            (only,) = await store.conversations.thread(card.id)
            assert only.post.text == "Mi pensión"
            # An answer to the id it had then still counts.
            await store.conversations.add([answers("16", "10")], None)
            card = await store.conversations.get(card.id)
            assert card is not None
            assert card.state is State.ANSWERED

    run(story())


def test_question_and_edit_in_one_page_are_one_post(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            edited = asks("15", "Bien", thread="10", minutes=2, versions=("10", "15"))
            added = await store.conversations.add([edited, asks("10", "Mal")], None)
            assert added.new == 1
            (only,) = await store.conversations.thread(conversation("10"))
            assert (only.post.id, only.post.text) == ("15", "Bien")

    run(story())


def test_a_post_comes_back_as_it_was(tmp_path: Path) -> None:
    async def story() -> None:
        full = replace(
            post("10", "Mire https://t.co/a", versions=("10",)),
            quotes=PostId("5"),
            mentions=(AccountId("1"), AccountId("99")),
            links=(Link("inclusion.gob.es/ñ…", "https://inclusion.gob.es/ñ", "https://t.co/a"),),
            language="gl",
            hidden=True,
            author=replace(ROSA, verified=True, protected=True),
        )
        async with desk(tmp_path) as store:
            await store.conversations.add([replace(asks("10"), post=full)], None)
        async with desk(tmp_path) as store:
            (stored,) = await store.conversations.thread(conversation("10"))
            assert stored.post == full
            assert (stored.ours, stored.deleted) == (False, False)

    run(story())


def test_a_new_name_of_the_citizen_is_shown(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add([asks("10")], None)
            renamed = replace(ROSA, handle="rosa_p", name="Rosa P.")
            await store.conversations.add(
                [asks("11", by=renamed, thread="10", minutes=1)],
                None,
            )
            card = await store.conversations.get(conversation("10"))
            assert card is not None
            assert card.citizen == renamed

    run(story())


def test_the_cursor_moves_with_its_posts_or_not_at_all(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            assert await store.conversations.cursor() is None
            await store.conversations.add([asks("10")], PostId("10"))
            broken = replace(asks("11"), post=replace(post("11"), text=None))  # type: ignore[arg-type]
            with pytest.raises(IntegrityError, match="NOT NULL"):
                await store.conversations.add([asks("12"), broken], PostId("12"))
            assert await store.conversations.cursor() == "10"
            assert await store.conversations.get(conversation("12")) is None
            await store.conversations.add([], PostId("13"))
            await store.conversations.add([asks("14")], None)
            assert await store.conversations.cursor() == "13"

    run(story())


def test_a_large_page_is_as_good_as_many_small_ones(tmp_path: Path) -> None:
    async def story() -> None:
        batch = [asks(str(1000 + n), thread=str(1000 + n - n % 3), minutes=n) for n in range(1300)]
        async with desk(tmp_path / "one") as one, desk(tmp_path / "many") as many:
            added = await one.conversations.add(batch, None)
            for item in batch[:60]:
                await many.conversations.add([item], None)
            await many.conversations.add(batch[60:], None)
            assert added.new == 434
            first = await one.conversations.page(Filter(), limit=1000)
            assert first == await many.conversations.page(Filter(), limit=1000)

    run(story())


def test_versions_that_came_without_their_history_do_not_stop_what_follows(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add([asks("10"), asks("12", thread="10", minutes=1)], None)
            for n, chain in enumerate(
                (("10", "12"), ("10", "11", "12"), ("10", "11", "12", "13"), ("9", "13")),
            ):
                last = asks(chain[-1], f"v{n}", thread="10", minutes=1, versions=chain)
                await store.conversations.add([last, last], PostId("13"))
            card = await store.conversations.get(conversation("10"))
            assert card is not None
            assert (card.last_post_id, card.last_text) == ("13", "v2")

    run(story())

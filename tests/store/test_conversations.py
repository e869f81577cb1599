"""Reading the list, searching it, moving and forgetting."""

from __future__ import annotations

from pathlib import Path

import pytest

from incluinfo_desk.domain.conversation import (
    WAITING,
    CloseReason,
    ConversationId,
    Hint,
    State,
)
from incluinfo_desk.domain.post import AccountId, Author, PostId
from incluinfo_desk.domain.problems import NotAllowed
from incluinfo_desk.store.conversations import Cursor, Filter
from incluinfo_desk.store.faq import FaqFilter
from incluinfo_desk.store.store import Store
from tests.store.kit import PABLO, ROSA, answers, asks, at, conversation, desk, problem, run


async def _all(store: Store, filter: Filter, limit: int) -> list[str]:
    found: list[str] = []
    after: Cursor | None = None
    while True:
        page = await store.conversations.page(filter, after, limit)
        assert len(page.rows) <= limit
        found += [row.id for row in page.rows]
        if page.next is None:
            return found
        after = page.next


def test_pages_lead_through_everything_once_youngest_first(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            # Many in the same microsecond: the order is still total.
            await store.conversations.add(
                [asks(str(100 + n), minutes=n // 5) for n in range(57)],
                None,
            )
            moved = [conversation(str(100 + n)) for n in range(0, 57, 4)]
            for key in moved:
                await store.conversations.move(key, State.TAKEN, "AB")
            for limit in (1, 7, 50, 57, 100):
                found = await _all(store, Filter(), limit)
                assert len(found) == len(set(found)) == 57
                cards = await store.conversations.many([ConversationId(f) for f in found])
                times = [c.last_at for c in cards]
                assert times == sorted(times, reverse=True)
            taken = Filter(states=frozenset({State.TAKEN}))
            assert set(await _all(store, taken, 4)) == set(moved)
            both = Filter(states=WAITING)
            assert await _all(store, both, 6) == await _all(store, Filter(), 50)
            assert await _all(store, Filter(states=frozenset()), 6) == []

    run(story())


def test_what_arrives_meanwhile_does_not_move_the_pages(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add([asks(str(100 + n), minutes=n) for n in range(20)], None)
            first = await store.conversations.page(Filter(), limit=10)
            await store.conversations.add([asks("500", minutes=99)], None)
            second = await store.conversations.page(Filter(), first.next, 10)
            ids = [row.id for row in (*first.rows, *second.rows)]
            assert ids == [conversation(str(100 + n)) for n in reversed(range(20))]

    run(story())


def test_filters_and_counts_agree(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add(
                [
                    asks("10", topic="imv"),
                    asks("11", topic="pensiones", question=False),
                    asks("12", topic="imv", hint=Hint(None, "caida")),
                    asks("13", topic=None),
                ],
                None,
            )
            await store.conversations.move(conversation("12"), State.TAKEN, "AB")
            await store.conversations.move(conversation("13"), State.ANSWERED, "AB")
            expected = {
                Filter(): 4,
                Filter(topic="imv"): 2,
                Filter(topic="imv", states=frozenset({State.NEW})): 1,
                Filter(only_questions=True): 3,
                Filter(holder="AB"): 2,
                Filter(holder="AB", states=WAITING): 1,
                Filter(incident_id="caida"): 1,
                Filter(incident_id="otra"): 0,
                Filter(text="contestan", topic="imv"): 2,
            }
            for filter, number in expected.items():
                assert await store.conversations.count(filter) == number, filter
                assert len((await store.conversations.page(filter)).rows) == number, filter
            counts = await store.conversations.counts()
            assert set(counts) == set(State)
            assert (counts[State.NEW], counts[State.TAKEN], counts[State.CLOSED]) == (2, 1, 0)
            assert await store.conversations.mine("AB") == 1
            assert await store.conversations.mine("ZZ") == 0
            waiting = await store.conversations.waiting()
            assert {row.id for row in waiting.rows} == {conversation(i) for i in ("10", "11", "12")}

    run(story())


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("jubilacion", {"10"}),
        ("JUBILACIÓN anticipada", {"10"}),
        ("anticipada ingreso", set()),
        ("jubil", {"10"}),
        ("jub", set()),
        ("nandu", {"11"}),
        ("nuñez", {"11"}),
        ("@pablo77", {"11"}),
        ("@rosa_perez", {"10"}),
        ("@rosa_per", {"10"}),
        ("perez", {"10"}),
        ("@jubilacion", set()),
        ("rosa jubilación", {"10"}),
        ('"jubilación', {"10"}),
        ("jubilación OR ñandú", set()),
        ("jubilación*", {"10"}),
        ("NEAR(jubilación", set()),
        ("text:jubilación", set()),
        ("¿¿??", set()),
        ("!!! \" ' * ( ) -", set()),
        ("😀", set()),
        ("\0", set()),
        ("\ud800", set()),
        ("jubilación 😀 ?", {"10"}),
        ("", {"10", "11"}),
        ("   ", {"10", "11"}),
        ("020", {"11"}),
    ],
)
def test_search(tmp_path: Path, query: str, found: set[str]) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add(
                [
                    asks("10", "¿Jubilación anticipada?"),
                    asks("11", "Un ñandú llama al 020", by=PABLO),
                ],
                None,
            )
            filter = Filter(text=query)
            page = await store.conversations.page(filter)
            assert {row.thread_id for row in page.rows} == found
            assert await store.conversations.count(filter) == len(found)

    run(story())


def test_search_shows_each_conversation_once_at_its_youngest_match(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            batch = [
                asks(str(1000 + n), "pensión", thread=str(100 + n % 40), minutes=n)
                for n in range(200)
            ]
            await store.conversations.add(batch, None)
            newest = [conversation(str(100 + n)) for n in reversed(range(40))]
            for limit in (1, 7, 39, 40, 41):
                assert await _all(store, Filter(text="pension"), limit) == newest
            assert await store.conversations.count(Filter(text="pension")) == 40

    run(story())


def test_search_finds_our_answers_and_edited_texts_but_nothing_erased(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add([asks("10", "viudedad"), answers("11", "10")], None)
            assert await store.conversations.count(Filter(text="hola")) == 1
            await store.conversations.add(
                [asks("15", "orfandad", thread="10", versions=("10", "15"))],
                None,
            )
            assert await store.conversations.count(Filter(text="viudedad")) == 0
            assert await store.conversations.count(Filter(text="orfandad")) == 1
            await store.conversations.forget_posts([PostId("15")])
            assert await store.conversations.count(Filter(text="orfandad")) == 0

    run(story())


def test_moves_follow_the_rules_of_the_desk(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            key = conversation("10")
            await store.conversations.add([asks("10")], None)
            taken = await store.conversations.move(key, State.TAKEN, "AB")
            assert (taken.state, taken.holder, taken.waiting_since) == (State.TAKEN, "AB", at(0))
            closed = await store.conversations.move(key, State.CLOSED, "AB", CloseReason.SPAM)
            assert (closed.close_reason, closed.waiting_since) == (CloseReason.SPAM, None)
            assert await store.conversations.get(key) == closed
            refused = await problem(store.conversations.move(key, State.ANSWERED, "AB"))
            assert refused == NotAllowed("conversation", "closed", "answered")
            again = await store.conversations.move(key, State.NEW, None)
            assert (again.holder, again.close_reason, again.waiting_since) == (None, None, at(0))
            nobody = await problem(
                store.conversations.move(ConversationId("1.1"), State.TAKEN, "AB"),
            )
            assert nobody == NotAllowed("conversation", "", "taken")

    run(story())


def test_what_an_officer_chose_outlives_the_engine(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            ids = [conversation("10"), conversation("11")]
            await store.conversations.add([asks("10"), asks("11")], None)
            await store.conversations.set_topic(ids[0], "pensiones")
            await store.incidents.tie([ids[0]], "caida")
            await store.conversations.set_hints(
                dict.fromkeys(ids, Hint("imv-plazo", "otra")),
                dict.fromkeys(ids, "extranjeria"),
            )
            one, two = await store.conversations.many(ids)
            assert (one.topic, one.hint) == ("pensiones", Hint("imv-plazo", "caida"))
            assert (two.topic, two.hint) == ("extranjeria", Hint("imv-plazo", "otra"))
            await store.conversations.add(
                [asks("12", thread="10", topic="imv", hint=Hint("x", "y"), minutes=2)],
                None,
            )
            card = await store.conversations.get(ids[0])
            assert card is not None
            assert (card.topic, card.hint) == ("pensiones", Hint("x", "caida"))

    run(story())


def test_many_keeps_the_order_asked_for_and_leaves_out_the_unknown(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add([asks("10"), asks("11")], None)
            ids = [conversation("11"), ConversationId("none"), conversation("10")]
            found = await store.conversations.many(ids)
            assert [c.id for c in found] == [ids[0], ids[2]]
            assert await store.conversations.many([]) == ()
            assert await store.conversations.thread(ConversationId("none")) == ()

    run(story())


def test_forgetting_the_last_post_closes_the_conversation(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            key = conversation("10")
            await store.conversations.add([asks("10", "secreto 123"), asks("11", "b")], None)
            assert await store.conversations.forget_posts([PostId("10"), PostId("99")]) == (key,)
            card = await store.conversations.get(key)
            assert card is not None
            assert (card.state, card.close_reason) == (State.CLOSED, CloseReason.DELETED)
            assert (card.last_text, card.waiting_since) == ("", None)
            (stored,) = await store.conversations.thread(key)
            assert (stored.post.text, stored.deleted) == ("", True)
            assert await store.conversations.forget_posts([PostId("10")]) == ()
            # It comes again from a slow page of X: it stays forgotten.
            await store.conversations.add([asks("10", "secreto 123")], None)
            (stored,) = await store.conversations.thread(key)
            assert stored.post.text == ""
        # secreto is in no page of the file: SQLite overwrites what it frees.
        assert b"secreto 123" not in (tmp_path / "desk.sqlite3").read_bytes()

    run(story())


def test_forgetting_one_of_several_shows_what_remains(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            key = conversation("10")
            await store.conversations.add(
                [asks("10", "a", minutes=1), asks("11", "b", thread="10", minutes=2)],
                None,
            )
            await store.conversations.forget_posts([PostId("11")])
            card = await store.conversations.get(key)
            assert card is not None
            assert (card.state, card.last_post_id, card.last_text) == (State.NEW, "10", "a")
            # An answered one whose follow-up goes is answered again.
            await store.conversations.add([answers("12", "10", minutes=3)], None)
            await store.conversations.add([asks("13", "c", thread="10", minutes=4)], None)
            await store.conversations.forget_posts([PostId("13")])
            card = await store.conversations.get(key)
            assert card is not None
            assert (card.state, card.waiting_since, card.reopened) == (State.ANSWERED, None, False)

    run(story())


def test_ids_since_are_citizens_posts_that_are_still_there(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add(
                [asks(str(10 + n), minutes=n) for n in range(6)] + [answers("30", "11")],
                None,
            )
            await store.conversations.forget_posts([PostId("14")])
            assert await store.conversations.ids_since(at(2), 10) == ("15", "13", "12")
            assert await store.conversations.ids_since(at(2), 1) == ("15",)

    run(story())


def test_two_citizens_of_one_thread_never_share_a_page_row(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            other = Author(AccountId("70"), ROSA.handle, ROSA.name)
            await store.conversations.add(
                [asks("10"), asks("11", by=other, thread="10")],
                None,
            )
            page = await store.conversations.page(Filter())
            assert {row.citizen.id for row in page.rows} == {"7", "70"}

    run(story())


def test_a_whole_page_pasted_into_the_search_is_no_trouble(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add([asks("10", "palabra " * 50)], None)
            assert await store.conversations.count(Filter(text="palabra " * 20_000)) == 1
            assert await store.faq.count(FaqFilter(text="palabra " * 20_000)) == 0

    run(story())

"""Every question the list asks is answered by an index, however many posts there are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import event

from incluinfo_desk.domain.conversation import WAITING, State
from incluinfo_desk.domain.post import PostId
from incluinfo_desk.store.conversations import Filter
from incluinfo_desk.store.store import Store
from tests.store.kit import asks, at, conversation, desk, reply, run

NEW = frozenset({State.NEW})


@contextmanager
def _plans(store: Store) -> Iterator[list[tuple[str, list[str]]]]:
    """Each statement run meanwhile, with SQLite's plan for it."""
    plans: list[tuple[str, list[str]]] = []

    def explain(conn: Any, cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        if statement.startswith(("SELECT", "UPDATE")):
            rows = conn.connection.driver_connection.execute(
                f"EXPLAIN QUERY PLAN {statement}",
                parameters,
            )
            plans.append((statement, [row[3] for row in rows]))

    reader = store.database._reader
    assert reader is not None
    event.listen(reader, "before_cursor_execute", explain)
    try:
        yield plans
    finally:
        event.remove(reader, "before_cursor_execute", explain)


def _check(plans: list[tuple[str, list[str]]]) -> None:
    assert plans
    for statement, plan in plans:
        for step in plan:
            assert not step.startswith("SCAN posts"), (statement, plan)
            if step.startswith("SCAN conversations"):
                assert "INDEX" in step, (statement, plan)
            if step.startswith("SCAN outbox"):
                raise AssertionError((statement, plan))


def test_pages_come_in_the_order_of_an_index(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add([asks(str(n), minutes=n) for n in range(10, 20)], None)
            first = await store.conversations.page(Filter(), limit=3)
            with _plans(store) as plans:
                for filter in (
                    Filter(),
                    Filter(states=NEW),
                    Filter(states=WAITING, only_questions=True),
                    Filter(states=NEW, topic="imv"),
                    Filter(states=NEW, holder="AB"),
                    Filter(states=NEW, incident_id="i1"),
                ):
                    for after in (None, first.next):
                        await store.conversations.page(filter, after, 3)
            _check(plans)
            for statement, plan in plans:
                assert not any("TEMP B-TREE" in step for step in plan), (statement, plan)

    run(story())


def test_counts_read_an_index_alone(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            with _plans(store) as plans:
                await store.conversations.counts()
                for filter in (
                    Filter(),
                    Filter(states=NEW),
                    Filter(states=WAITING, only_questions=True),
                    Filter(topic="imv"),
                    Filter(topic="imv", states=WAITING, only_questions=True),
                ):
                    await store.conversations.count(filter)
                await store.conversations.mine("AB")
            _check(plans)
            for statement, plan in plans:
                assert all("COVERING INDEX" in step for step in plan), (statement, plan)

    run(story())


def test_search_begins_in_the_text_index_and_stops_at_a_page(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            with _plans(store) as plans:
                await store.conversations.page(Filter(text="pension"))
                await store.conversations.page(Filter(text="pension", states=NEW))
            _check(plans)
            for statement, plan in plans:
                assert plan[0].startswith("SCAN post_search VIRTUAL TABLE"), (statement, plan)
                assert not any("TEMP B-TREE" in step for step in plan), (statement, plan)

    run(story())


def test_the_rest_looks_things_up(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add([asks("10")], PostId("10"))
            await store.outbox.queue([reply("o1", "10")])
            with _plans(store) as plans:
                await store.conversations.cursor()
                await store.conversations.thread(conversation("10"))
                await store.conversations.many([conversation("10")])
                await store.conversations.ids_since(at(0), 100)
                await store.outbox.due(at(9))
                await store.outbox.next_due()
                await store.outbox.unsettled()
                await store.outbox.open_items()
                await store.outbox.for_conversation(conversation("10"))
                await store.outbox.same_text_since("x", at(0))
                await store.faq.used("x")
                await store.incidents.waiting("i1")
                await store.ledger.spent(at(0))
            _check(plans)
            for statement, plan in plans:
                assert not any(step.startswith("SCAN") for step in plan), (statement, plan)

    run(story())


def test_what_x_must_be_asked_about_is_found_by_an_index(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add([asks(str(n), minutes=n) for n in range(10, 20)], None)
            with _plans(store) as plans:
                await store.retention.unchecked(at(99), 5)
            _check(plans)
            ((_, plan),) = plans
            assert "ix_posts_checked_at" in plan[0]
            assert len(plan) == 1  # in the order of the index, without sorting

    run(story())

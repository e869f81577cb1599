"""What must go is gone from every file; what must stay is there."""

from __future__ import annotations

import random
from datetime import timedelta
from pathlib import Path

import pytest

from incluinfo_desk.domain.audit import Act
from incluinfo_desk.domain.conversation import State
from incluinfo_desk.domain.outgoing import OutgoingState
from incluinfo_desk.domain.post import AccountId, Author, PostId
from incluinfo_desk.domain.problems import NotAllowed
from incluinfo_desk.domain.reply import Draft
from incluinfo_desk.store import schema
from incluinfo_desk.store.conversations import Filter
from incluinfo_desk.store.retention import Count, Purged
from incluinfo_desk.store.store import Store
from tests.store.kit import (
    PABLO,
    ROSA,
    START,
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

DAY = 24 * 60.0
S = OutgoingState


def everything(folder: Path) -> bytes:
    """Every byte of every file of the profile."""
    return b"\0".join(p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file())


async def _purged(store: Store, before: float, limit: int = 500) -> Purged:
    posts = 0
    while True:
        done = await store.retention.purge(at(before), limit)
        posts += done.posts
        if not done.more:
            return Purged(posts, done.conversations, done.drafts)


async def _send(store: Store, id: str, target: str, text: str, upto: S = S.SENT) -> None:
    await store.outbox.queue([reply(id, target, text, conversation_id=conversation(target))])
    for before, after in ((S.QUEUED, S.CHECKING), (S.CHECKING, S.SENDING)):
        if upto is before:
            return
        await store.outbox.advance(id, expect=before, to=after)
    if upto is S.SENT:
        own = post(f"9{target}", text, by=US, thread=target, reply_to=target, minutes=1)
        await store.outbox.sent(id, expect=S.SENDING, post=own, post_id=own.id)


def test_what_citizens_wrote_goes_with_its_time_and_our_own_words_stay(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add(
                [
                    asks("10", "una zarzaparrilla"),
                    asks("11", "otra zarzaparrilla", by=PABLO, topic=None, minutes=1),
                    asks("12", "corregida", versions=("12", "13"), minutes=2),
                    asks("20", "de ayer", minutes=29 * DAY),
                ],
                PostId("20"),
            )
            await _send(store, "o1", "10", "Seis meses.")
            await store.conversations.move(conversation("12"), State.CLOSED, "AB")
            await store.drafts.save(
                Draft(conversation("11", PABLO), "Hola", 4, PostId("11"), at(9))
            )
            await store.notes.set(f"by_hand.{conversation('12')}", {"text": "x"})
            done = await _purged(store, 1 * DAY)
            assert (done.posts, done.drafts) == (3, 1)
            assert set(done.conversations) == {
                conversation("10"), conversation("11", PABLO), conversation("12"),
            }  # fmt: skip
            page = await store.conversations.page(Filter())
            assert [row.id for row in page.rows] == [conversation("20")]
            assert await store.conversations.count(Filter(text="zarzaparrilla")) == 0
            assert await store.notes.get(f"by_hand.{conversation('12')}") is None
            sent = await store.outbox.get("o1")
            assert sent is not None
            assert (sent.text, sent.state, sent.conversation_id) == ("Seis meses.", S.SENT, None)
            day = START.date()
            assert await store.retention.counts(day) == (
                Count(day, "", State.NEW, 1),
                Count(day, "imv", State.ANSWERED, 1),
                Count(day, "imv", State.CLOSED, 1),
            )
            records = await store.audit.page(0)
            assert records[-1].act == Act.PURGED
            assert '"posts":3' in str(records[-1].detail)
            assert await _purged(store, 1 * DAY) == Purged()
            assert len(await store.audit.page(0)) == len(records)

    run(story())


def test_an_old_thread_that_goes_on_loses_only_its_old_posts(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add(
                [asks("10", "viejo"), asks("11", "nuevo", thread="10", minutes=20 * DAY)], None
            )
            assert (await _purged(store, 10 * DAY)).conversations == ()
            (left,) = await store.conversations.thread(conversation("10"))
            assert left.post.text == "nuevo"
            card = await store.conversations.get(conversation("10"))
            assert card is not None
            assert card.last_text == "nuevo"

    run(story())


def test_what_is_not_settled_keeps_its_card_and_a_fresh_draft_its_question(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add([asks("10", "una"), asks("11", "dos")], None)
            await _send(store, "o1", "10", "Seis meses.", upto=S.SENDING)
            await store.drafts.save(
                Draft(conversation("11"), "Hola", 4, PostId("11"), at(39 * DAY))
            )
            assert (await _purged(store, 10 * DAY)).posts == 1
            card = await store.conversations.get(conversation("10"))
            assert card is not None
            assert card.last_text == ""
            item = await store.outbox.get("o1")
            assert item is not None
            assert item.text == "Seis meses."
            assert await store.drafts.get(conversation("11")) is not None
            assert len(await store.conversations.thread(conversation("11"))) == 1
            assert (await _purged(store, 40 * DAY)).conversations == (conversation("11"),)

    run(story())


def test_after_a_purge_the_words_are_in_no_file(tmp_path: Path) -> None:
    """Posts of all lengths, written, edited and erased in any order, among those that stay."""
    dice = random.Random(7)

    def words(mark: str) -> str:
        filler = " ".join(dice.choice(("plazo", "imv", "cita", "recurso")) for _ in range(700))
        length = dice.choice((20, 200, 900, 4000))
        return f"{mark}zarza {filler[:length]} {mark}parrilla"

    async def story() -> None:
        async with desk(tmp_path) as store:
            for batch in range(12):
                incoming = []
                for number in range(40):
                    id = str(1000 + batch * 40 + number)
                    old = dice.random() < 0.6
                    mark = "vieja" if old else "nueva"
                    who = Author(AccountId(f"a{id}"), f"{mark}mano{id}", f"{mark}nombre {id}")
                    minutes = dice.random() * DAY + (0 if old else 50 * DAY)
                    incoming.append(asks(id, words(mark), by=who, minutes=minutes))
                await store.conversations.add(incoming, None)
                known = range(1000, 1040 + batch * 40)
                gone = [PostId(str(dice.choice(known))) for _ in range(8)]
                await store.conversations.forget_posts(gone)
            await _purged(store, 20 * DAY, limit=37)
            assert await store.retention.tidy()
            now = everything(tmp_path)
            assert b"nuevazarza" in now
            assert b"nuevamano" in now
            for word in (b"viejazarza", b"viejaparrilla", b"viejamano", b"viejanombre"):
                assert word not in now
            assert b"viej" not in now  # nor a prefix of it in the text index
            assert await store.conversations.count(Filter(text="nuevazarza")) > 0
            assert await store.conversations.count(Filter(text="viejazarza")) == 0

    run(story())


def test_copies_older_than_the_period_are_deleted(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()

    async def story() -> Path:
        async with desk(tmp_path / "profile") as store:
            return store.database.path

    file = run(story())
    made = [schema.back_up(file, folder, "0001", at(day * DAY), 5) for day in range(3)]
    assert schema.drop_backups(folder, at(1 * DAY)) == 1
    assert schema.backups(folder) == made[1:]


# --- by a person's wish ---------------------------------------------------------------------


def test_all_of_one_person_goes_and_nothing_of_the_others(tmp_path: Path) -> None:
    async def story() -> None:
        now = Hand()
        async with desk(tmp_path, now) as store:
            mine = "zarzaparrilla"
            await store.conversations.add(
                [
                    asks("10", f"mi {mine}"),
                    asks("12", f"y mi {mine}", versions=("11", "12")),
                    asks("13", f"{mine} en cola"),
                    asks("20", "lo de Pablo", by=PABLO),
                ],
                PostId("20"),
            )
            await _send(store, "o1", "10", f"Hola, Rosa: {mine}")
            await _send(store, "o2", "13", f"Rosa, {mine}", upto=S.QUEUED)
            await store.drafts.save(Draft(conversation("12"), f"{mine}…", 4, PostId("12"), at(9)))
            who = await store.retention.person("@Rosa_Perez")
            assert who == ROSA.id
            assert await store.retention.person("nadie") is None
            done = await store.retention.forget_person(ROSA.id, "AB")
            assert (done.posts, done.drafts, done.cancelled, done.public) == (3, 1, ("o2",), 1)
            assert set(done.conversations) == {conversation(n) for n in ("10", "12", "13")}
            assert done.seal == await store.audit.pseudonym(ROSA.id)
            assert [row.id for row in (await store.conversations.page(Filter())).rows] == [
                conversation("20", PABLO)
            ]
            assert await store.outbox.open_items() == ()
            assert sum(c.count for c in await store.retention.counts(START.date())) == 3
            assert await store.retention.person(ROSA.handle) is None
            record = (await store.audit.page(0))[-1]
            assert (record.act, record.officer, record.subject) == (
                Act.PERSON_FORGOTTEN, "AB", done.seal,
            )  # fmt: skip
            # The overlap of the next poll brings the same posts again, one of them edited.
            again = [asks("10", mine), asks("14", mine, thread="12", versions=("11", "12", "14"))]
            assert (await store.conversations.add(again, None)).conversations == ()
            assert await store.retention.tidy()
            left = everything(tmp_path)
            assert b"lo de Pablo" in left
            for word in (mine.encode(), b"rosa", b"Rosa"):
                assert word not in left
            # The ids wait for their time, then they go as well.
            now.time += timedelta(days=31)
            assert (await _purged(store, 1 * DAY)).posts == 4
            # Who writes anew is answered anew.
            assert (await store.conversations.add([asks("90", minutes=60 * DAY)], None)).new == 1

    run(story())


@pytest.mark.parametrize("state", [S.SENDING, S.CHECKING])
def test_while_an_answer_may_be_on_its_way_nobody_is_forgotten(tmp_path: Path, state: S) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add([asks("10")], None)
            await _send(store, "o1", "10", "Hola", upto=state)
            forgetting = store.retention.forget_person(ROSA.id, "AB")
            assert await problem(forgetting) == NotAllowed("person", state, "forgotten")
            assert await store.conversations.get(conversation("10")) is not None

    run(story())


# --- asking X again -------------------------------------------------------------------------


def test_the_longest_unasked_come_first(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.conversations.add(
                [asks("10"), asks("11", minutes=1), answers("12", "10"), asks("13", minutes=700)],
                None,
            )
            retention = store.retention
            assert await retention.unchecked(at(600), 10) == ("10", "11")
            await retention.checked([PostId("10")], at(650))
            assert await retention.unchecked(at(800), 10) == ("11", "10", "13")
            assert await retention.unchecked(at(800), 2) == ("11", "10")
            await store.conversations.forget_posts([PostId("11")])
            assert await retention.unchecked(at(800), 10) == ("10", "13")

    run(story())

"""The FAQ: revisions, filters, and two who edit at once."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from incluinfo_desk.domain.faq import FaqEntry, FaqState, Layer, Translation
from incluinfo_desk.domain.outgoing import OutgoingState
from incluinfo_desk.domain.post import PostId
from incluinfo_desk.domain.problems import NotAllowed
from incluinfo_desk.store.faq import FaqFilter
from tests.store.kit import Hand, asks, at, desk, problem, reply, run

QUEUED, CHECKING, SENDING = (
    OutgoingState.QUEUED,
    OutgoingState.CHECKING,
    OutgoingState.SENDING,
)


def entry(id: str = "imv-plazo", **more: object) -> FaqEntry:
    base = FaqEntry(
        id=id,
        topic="imv",
        question="¿Cuánto tarda el IMV?",
        reply="Seis meses: {enlace}",
        variants=("Llevo meses esperando", "¿Plazo?"),
        keywords=("imv", "resolución"),
        link="https://inclusion.gob.es/imv",
        body="INSS",
        legal_basis="Ley 19/2021, art. 28.3",
        source="https://www.boe.es/x",
        confidence="sourced",
        needs_private_channel=True,
        review_by=date(2027, 6, 30),
        valid_from=date(2026, 1, 1),
        norms=("BOE-A-2021-21007",),
        translations=(
            Translation("ca", "Sis mesos: {enlace}"),
            Translation("en", "Six", "https://x.es"),
        ),
        layer=Layer.PERSONAL,
        owner="AB",
        review_reason="norm:BOE-A-2021-21007",
        link_dead_since=date(2026, 11, 1),
    )
    return replace(base, **more)  # type: ignore[arg-type]


def test_an_entry_comes_back_whole_with_its_next_revision(tmp_path: Path) -> None:
    async def story() -> None:
        now = Hand()
        async with desk(tmp_path, now) as store:
            assert await store.faq.is_empty()
            first = await store.faq.save(entry(), by="AB", expect_revision=None)
            assert (first.revision, first.updated_at) == (1, at(0))
            assert await store.faq.get("imv-plazo") == first == entry()
            now.time = at(5)
            changed = replace(first, reply="Tres meses.\0", variants=())
            second = await store.faq.save(changed, by="CD", expect_revision=1)
            assert second == replace(changed, reply="Tres meses.", revision=2)
            assert second.updated_at == at(5)
            assert await store.faq.all() == (second,)
            newest, oldest = await store.faq.history("imv-plazo")
            assert (newest.at, newest.by, newest.entry) == (at(5), "CD", second)
            assert (oldest.at, oldest.by, oldest.entry) == (at(0), "AB", first)
            assert not await store.faq.is_empty()
            assert await store.faq.get("none") is None

    run(story())


def test_who_edits_an_older_revision_is_told(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            assert await problem(
                store.faq.save(entry(), by="AB", expect_revision=3),
            ) == NotAllowed("faq", "", "3")
            await store.faq.save(entry(), by="AB", expect_revision=None)
            assert await problem(
                store.faq.save(entry(), by="AB", expect_revision=None),
            ) == NotAllowed("faq", "1", "")
            races = await asyncio.gather(
                *(
                    store.faq.save(entry(reply=str(n)), by="AB", expect_revision=1)
                    for n in range(10)
                ),
                return_exceptions=True,
            )
            won = [r for r in races if isinstance(r, FaqEntry)]
            assert len(won) == 1
            assert await store.faq.get("imv-plazo") == won[0]
            assert len(await store.faq.history("imv-plazo")) == 2

    run(story())


def test_importing_leaves_known_entries_alone(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            mine = await store.faq.save(entry(reply="Mía"), by="AB", expect_revision=None)
            many = [entry(f"e{n}") for n in range(600)]
            assert await store.faq.add_all([entry(), *many, many[0]], "AB") == 600
            assert await store.faq.add_all(many, "AB") == 0
            assert await store.faq.get("imv-plazo") == mine
            assert len(await store.faq.all()) == 601

    run(story())


def test_verifying_and_changing_the_state_are_revisions(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.faq.add_all([entry("a"), entry("b"), entry("c")], "AB")
            assert await store.faq.verify(["a", "b", "a", "none"], "CD", at(3)) == 2
            found = await store.faq.get("a")
            assert found is not None
            assert (found.state, found.verified_by) == (FaqState.VERIFIED, "CD")
            assert (found.verified_at, found.revision) == (at(3), 2)
            assert await store.faq.set_state(["a", "b", "c"], FaqState.VERIFIED, "EF") == 1
            assert await store.faq.set_state(["a"], FaqState.RETIRED, "EF") == 1
            revisions = await store.faq.history("a")
            assert [r.entry.state for r in revisions] == [
                FaqState.RETIRED,
                FaqState.VERIFIED,
                FaqState.DRAFT,
            ]
            assert await store.faq.count(FaqFilter(states=frozenset({FaqState.RETIRED}))) == 1

    run(story())


@pytest.mark.parametrize(
    ("filter", "found"),
    [
        (FaqFilter(), {"imv-plazo", "vejez", "nie"}),
        (FaqFilter(text="RESOLUCION"), {"imv-plazo"}),
        (FaqFilter(text="pension jubil"), {"vejez"}),
        (FaqFilter(text="pensión imv"), set()),
        (FaqFilter(text="esperando"), {"imv-plazo"}),
        (FaqFilter(text="imv-plazo"), {"imv-plazo"}),
        (FaqFilter(text="100%"), {"nie"}),
        (FaqFilter(text="BOE-A-2021-21007"), {"imv-plazo"}),
        (FaqFilter(text="BOE-A-2021-2100"), set()),
        (FaqFilter(text="https://inclusion.gob.es/imv"), {"imv-plazo"}),
        (FaqFilter(text="https://x.es"), {"imv-plazo"}),
        (FaqFilter(text="_"), set()),
        (FaqFilter(text="¿?"), set()),
        (FaqFilter(text=" "), {"imv-plazo", "vejez", "nie"}),
        (FaqFilter(topics=frozenset({"imv"})), {"imv-plazo"}),
        (FaqFilter(body="TGSS"), {"nie"}),
        (FaqFilter(states=frozenset({FaqState.VERIFIED})), set()),
        (FaqFilter(states=frozenset()), set()),
        (FaqFilter(due_before=date(2027, 6, 30)), {"vejez"}),
        (FaqFilter(without="ca"), {"vejez", "nie"}),
        (FaqFilter(without="gl"), {"imv-plazo", "vejez", "nie"}),
        (FaqFilter(owner="AB"), {"imv-plazo", "nie"}),
        (FaqFilter(owner="CD"), set()),
        (FaqFilter(seen_by="AB"), {"imv-plazo", "vejez", "nie"}),
        (FaqFilter(seen_by="CD"), {"vejez"}),
        (FaqFilter(seen_by=""), {"vejez"}),
        (FaqFilter(used=False), {"imv-plazo", "vejez", "nie"}),
        (FaqFilter(used=True), set()),
    ],
)
def test_filters(tmp_path: Path, filter: FaqFilter, found: set[str]) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.faq.add_all(
                [
                    entry(),
                    FaqEntry(
                        "vejez",
                        "pensiones",
                        "Pensión de jubilación",
                        "x",
                        review_by=date(2027, 1, 1),
                    ),
                    FaqEntry(
                        "nie",
                        "extranjeria",
                        "¿NIE al 100 %?",
                        '100 ["gl", "x"]',
                        body="TGSS",
                        layer=Layer.PERSONAL,
                        owner="AB",
                    ),
                ],
                "AB",
            )
            page = await store.faq.page(filter, 0, 10)
            assert {e.id for e in page} == found
            assert await store.faq.count(filter) == len(found)

    run(story())


def test_pages_are_by_topic_then_id(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.faq.add_all(
                [entry(f"{n:02}", topic="ba"[n % 2]) for n in range(10)],
                "AB",
            )
            got = [
                e.id
                for offset in range(0, 10, 3)
                for e in await store.faq.page(FaqFilter(), offset, 3)
            ]
            assert got == ["01", "03", "05", "07", "09", "00", "02", "04", "06", "08"]

    run(story())


def test_the_most_used_come_first_and_what_did_not_go_out_is_no_use(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.faq.add_all([entry(id) for id in ("a", "b", "c", "d")], "AB")
            answered = ("b", "c", "b", "d")
            await store.conversations.add([asks(str(n)) for n in range(10, 14)], None)
            for n, faq_id in enumerate(answered, 10):
                await store.outbox.queue([reply(f"o{n}", str(n), faq_id=faq_id)])
                if faq_id == "d":
                    continue  # still in its hold
                for before, after in pairwise((QUEUED, CHECKING, SENDING)):
                    await store.outbox.advance(f"o{n}", expect=before, to=after)
                await store.outbox.sent(f"o{n}", expect=SENDING, post=None, post_id=PostId("9"))
            most, never = FaqFilter(used=True), FaqFilter(used=False)
            assert [e.id for e in await store.faq.page(most, 0, 10)] == ["b", "c"]
            assert await store.faq.count(most) == 2
            assert [e.id for e in await store.faq.page(never, 0, 10)] == ["a", "d"]
            assert await store.faq.uses(["a", "b"]) == {"a": 0, "b": 2}

    run(story())

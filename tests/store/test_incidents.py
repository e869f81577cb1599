"""Incidents, and the small tables: drafts, notes, the ledger."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from incluinfo_desk.domain.conversation import Hint, State
from incluinfo_desk.domain.incident import (
    Component,
    ComponentState,
    Incident,
    IncidentState,
    Update,
)
from incluinfo_desk.domain.outgoing import Kind, Outgoing, OutgoingState
from incluinfo_desk.domain.post import PostId
from incluinfo_desk.domain.problems import AlreadyQueued, NotAllowed
from incluinfo_desk.domain.reply import Draft
from incluinfo_desk.store.ledger import Spent
from incluinfo_desk.store.store import Store
from tests.store.kit import asks, at, conversation, desk, problem, reply, run

SEDE = Component("sede", "Sede electrónica", "sede", ("la sede", "clave"), "https://sede.gob.es")
WEB = Component("web", "Web", "web")
OUTAGE, DEGRADED = ComponentState.FULL_OUTAGE, ComponentState.DEGRADED


def incident(id: str = "i1", **more: Any) -> Incident:
    base = Incident(
        id=id,
        title="Caída de la sede",
        components=("sede",),
        impact=OUTAGE,
        state=IncidentState.INVESTIGATING,
        started_at=at(0),
        next_update_at=at(30),
    )
    return replace(base, **more)


def word(id: str, of: Incident, outgoing_id: str | None = None) -> Update:
    return Update(id, of.id, of.state, f"Palabra {id}", at(1), "AB", outgoing_id)


def public(id: str, after: str | None = None) -> Outgoing:
    kind = Kind.THREAD_PART if after else Kind.STANDALONE
    return reply(id, "0", kind=kind, after_id=after, target_id=None, conversation_id=None)


async def states(store: Store) -> dict[str, ComponentState]:
    return {c.id: c.state for c in await store.incidents.components()}


def test_an_incident_its_first_word_and_its_post_are_one_step(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.incidents.save_components([SEDE, WEB])
            first = word("u1", incident(), "s1")
            await store.incidents.add(incident(), first, [public("s1")])
            stored = await store.incidents.get("i1")
            assert stored == incident(updates=(first,))
            assert await states(store) == {"sede": OUTAGE, "web": ComponentState.OPERATIONAL}
            # Refused as a whole: the post is queued already.
            other = incident("i2", components=("web",))
            refused = store.incidents.add(other, word("u2", other, "s1"), [public("s1")])
            assert await problem(refused) == AlreadyQueued()
            assert await store.incidents.get("i2") is None
            assert (await states(store))["web"] is ComponentState.OPERATIONAL
            twice = store.incidents.add(incident(), word("u3", incident()), [])
            assert await problem(twice) == NotAllowed("incident", "investigating", "investigating")

    run(story())


def test_updates_follow_and_the_end_frees_the_components(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.incidents.save_components([SEDE, WEB])
            one = incident()
            two = incident("i2", components=("sede", "web"), impact=DEGRADED, started_at=at(5))
            await store.incidents.add(one, word("u1", one, "s1"), [public("s1")])
            await store.incidents.add(two, word("u2", two), [])
            assert await states(store) == {"sede": OUTAGE, "web": DEGRADED}
            assert [i.id for i in await store.incidents.all()] == ["i2", "i1"]

            over = replace(one, state=IncidentState.RESOLVED, next_update_at=None, ends_at=at(20))
            await store.incidents.add_update(over, word("u3", over, "p2"), [public("p2", "s1")])
            assert await states(store) == {"sede": DEGRADED, "web": DEGRADED}
            assert [i.id for i in await store.incidents.all(open_only=True)] == ["i2"]
            stored = await store.incidents.get("i1")
            assert stored is not None
            assert (stored.state, stored.ends_at) == (IncidentState.RESOLVED, at(20))
            assert [u.id for u in stored.updates] == ["u1", "u3"]

            wrong = replace(one, state=IncidentState.WATCHING)
            refused = store.incidents.add_update(wrong, word("u4", wrong), [])
            assert await problem(refused) == NotAllowed("incident", "resolved", "watching")
            nowhere = incident("i9")
            refused = store.incidents.add_update(nowhere, word("u5", nowhere), [])
            assert await problem(refused) == NotAllowed("incident", "", "investigating")

    run(story())


def test_planned_maintenance_touches_nothing_until_it_begins(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.incidents.save_components([SEDE])
            plan = incident(impact=ComponentState.MAINTENANCE, state=IncidentState.SCHEDULED)
            await store.incidents.add(plan, word("u1", plan), [])
            assert (await states(store))["sede"] is ComponentState.OPERATIONAL
            now = replace(plan, state=IncidentState.IN_PROGRESS)
            await store.incidents.add_update(now, word("u2", now), [])
            assert (await states(store))["sede"] is ComponentState.MAINTENANCE

    run(story())


def test_the_public_post_of_an_update_is_known_once_sent(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.incidents.add(incident(), word("u1", incident(), "s1"), [public("s1")])
            for step in (
                (OutgoingState.QUEUED, OutgoingState.CHECKING),
                (OutgoingState.CHECKING, OutgoingState.SENDING),
            ):
                await store.outbox.advance("s1", expect=step[0], to=step[1])
            await store.outbox.sent(
                "s1", expect=OutgoingState.SENDING, post=None, post_id=PostId("77")
            )
            stored = await store.incidents.get("i1")
            assert stored is not None
            assert stored.updates[0].post_id == "77"

    run(story())


def test_who_waits_for_an_incident(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.incidents.add(incident(), word("u1", incident()), [])
            await store.conversations.add(
                [asks(str(n), minutes=-n) for n in range(10, 13)]
                + [asks("13", hint=Hint(None, "i1"))],
                None,
            )
            tied = [conversation("10"), conversation("11")]
            await store.incidents.tie(tied, "i1")
            waiting = [conversation("11"), conversation("10"), conversation("13")]
            assert list(await store.incidents.waiting("i1")) == waiting
            await store.conversations.move(tied[0], State.ANSWERED, "AB")
            await store.incidents.tie([tied[1]], None)
            (stored,) = await store.incidents.all()
            assert stored.waiting == 1
            assert await store.incidents.waiting("i1") == (conversation("13"),)

    run(story())


def test_components_keep_their_order_and_may_be_saved_again(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.incidents.save_components([SEDE, WEB])
            made = incident()
            await store.incidents.add(made, word("u1", made))
            assert await store.incidents.components() == (replace(SEDE, state=OUTAGE), WEB)
            renamed = replace(WEB, name="La web")
            phone = Component("tel", "Teléfono", "phones")
            await store.incidents.save_components([phone, renamed])
            assert [c.id for c in await store.incidents.components()] == ["tel", "web", "sede"]
            assert renamed in await store.incidents.components()
            await store.incidents.save_components([replace(SEDE, hours="De 9 a 14")])
            assert (await states(store))["sede"] is OUTAGE
            assert await store.incidents.add_components([WEB, replace(WEB, id="app")]) == 1
            assert (await store.incidents.components())[-1].id == "app"

    run(story())


def test_a_draft_is_kept_replaced_and_discarded(tmp_path: Path) -> None:
    async def story() -> None:
        key = conversation("10")
        draft = Draft(key, "línea 1\nlínea 2", 4, PostId("10"), at(1), "imv-plazo")
        async with desk(tmp_path) as store:
            await store.conversations.add([asks("10")], None)
            assert await store.drafts.get(key) is None
            await store.drafts.save(draft)
            await store.drafts.save(replace(draft, text="otro", cursor=0, faq_id=None))
            await store.drafts.save(draft)
        async with desk(tmp_path) as store:
            assert await store.drafts.get(key) == draft
            await store.drafts.discard(key)
            await store.drafts.discard(key)
            assert await store.drafts.get(key) is None

    run(story())


def test_notes_hold_any_json(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            values: list[Any] = [{"a": [1, None, "ñ"]}, "texto", 0, False, [], None]
            for value in values:
                await store.notes.set("clave", value)
                assert await store.notes.get("clave") == value
            assert await store.notes.get("otra") is None

    run(story())


def test_money_adds_up_to_the_last_digit(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            assert await store.ledger.spent(at(0)) == 0
            for n in range(30):
                await store.ledger.note("mentions", 2, Decimal("0.1"), at(n))
            await store.ledger.note("post", 1, Decimal("0.015000001"), at(40))
            assert await store.ledger.spent(at(0)) == Decimal("3.015000001")
            assert await store.ledger.spent(at(20)) == Decimal("1.015000001")
            assert await store.ledger.by_kind(at(28)) == {
                "mentions": Spent(4, Decimal("0.2")),
                "post": Spent(1, Decimal("0.015000001")),
            }

    run(story())


def test_every_state_a_component_was_in_is_known_with_its_incident(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.incidents.save_components([SEDE, WEB])
            first, second = incident(), incident("i2", impact=DEGRADED, components=("sede", "web"))
            await store.incidents.add(first, word("u1", first))
            await store.incidents.add(second, word("u2", second))
            over = replace(first, state=IncidentState.RESOLVED)
            await store.incidents.add_update(over, word("u3", over))
            over = replace(second, state=IncidentState.RESOLVED)
            await store.incidents.add_update(over, word("u4", over))
            told = [(c.state, c.incident_id) for c in await store.incidents.history("sede")]
            assert told == [
                (ComponentState.OPERATIONAL, "i2"), (DEGRADED, "i1"), (OUTAGE, "i1"),
            ]  # fmt: skip
            assert [i.id for i in await store.incidents.touching("web")] == ["i2"]
            assert {i.id for i in await store.incidents.touching("sede")} == {"i1", "i2"}
            assert await store.incidents.touching("sed") == ()

    run(story())

"""From mentions to a proposed incident: the demonstration day, quiet days, and a restart."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from incluinfo_desk.domain.events import PostsArrived, SurgesChanged
from incluinfo_desk.domain.incident import ComponentState
from incluinfo_desk.domain.post import AccountId, Author
from incluinfo_desk.domain.surge import DISMISSED_FOR, Subject
from incluinfo_desk.operations.watch_surges import Surges
from tests.benchmarks.surges import Engine, outage, quiet_week

from .stage import Stage, play

SEDE = Subject("component", "sede")
TEXTS = (
    "la sede no carga",
    "no va la sede!!",
    "error 503 en la sede electrónica",
    "¿se ha caído la sede?",
    "la sede me echa todo el rato",
    "imposible entrar en la sede",
)


def _new(s: Stage) -> Surges:
    return Surges(store=s.store, suggesting=s.suggesting, bus=s.bus, clock=s.clock)


async def _ask(s: Stage, texts: tuple[str, ...] = TEXTS) -> PostsArrived:
    ids = []
    for n, text in enumerate(texts):
        s.clock.move(30)
        ids.append(await s.asked(text, Author(AccountId(f"77{n}"), f"vecina{n}", f"Vecina {n}")))
    return PostsArrived(tuple(ids), len(ids))


def test_the_outage_of_the_demonstration_is_proposed_in_time_and_calm_days_are_calm(
    tmp_path: Path,
) -> None:
    async def act(s: Stage) -> None:
        await s.edit_faq.first_run(verified=True)
        await s.broadcasting.first_run()
        engine = Engine(s.suggesting)
        assert await outage(engine, 1) <= 6
        assert len(await quiet_week(engine, 1)) <= 1

    play(tmp_path, act)


def test_a_proposal_carries_its_posts_is_dismissed_and_stays_so_after_a_restart(
    tmp_path: Path,
) -> None:
    async def act(s: Stage) -> None:
        await s.broadcasting.first_run()
        surges = _new(s)
        await surges.load()
        surges._arrived(await _ask(s))
        await surges.look()
        [surge] = surges.current()
        assert surge.subject == SEDE
        assert [c.last_text for c in await surges.evidence(surge)] == list(TEXTS)
        assert any(isinstance(each, SurgesChanged) for each in s.events)

        again = _new(s)
        await again.load()
        assert again.current() == (surge,)
        await again.dismiss(SEDE)
        assert again.current() == ()
        third = _new(s)
        await third.load()
        assert third.current() == ()
        s.clock.move((DISMISSED_FOR - timedelta(minutes=40)).total_seconds())
        await _ask(s)
        s.clock.move(41 * 60)
        assert third.current() == (surge,)

    play(tmp_path, act)


def test_nothing_is_proposed_while_an_incident_on_it_is_open(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        await s.broadcasting.first_run()
        surges = _new(s)
        await surges.load()
        surges._arrived(await _ask(s))
        await s.broadcasting.open(
            title="Sede", components=["sede"], impact=ComponentState.FULL_OUTAGE, text="No va."
        )
        await surges.look()
        assert surges.current() == ()

    play(tmp_path, act)

"""A second person before public words are queued: who may, once, and what comes back."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import event

from incluinfo_desk.domain.announcement import Announcement, from_payload
from incluinfo_desk.domain.approval import ApprovalKind, Decision, Proposal, ProposalState, Proposed
from incluinfo_desk.domain.audit import Act
from incluinfo_desk.domain.events import ProposalsChanged
from incluinfo_desk.domain.incident import ComponentState, Incident, IncidentState
from incluinfo_desk.domain.outgoing import OutgoingState
from incluinfo_desk.domain.problems import NotAllowed, SecondPerson, SecondPersonFlaw, Trouble
from tests.store.kit import POSIX

from .stage import Stage, play, seed, stage

Flaw = SecondPersonFlaw
TEXT = "La sede electrónica no funciona desde las 10:22."


def outage(s: Stage, **more: object) -> Announcement:
    values: dict[str, object] = {
        "title": "Sede", "components": ("sede",), "impact": ComponentState.FULL_OUTAGE,
        "state": IncidentState.INVESTIGATING, "text": TEXT, "started_at": s.clock.now(), **more,
    }  # fmt: skip
    return Announcement(**values)  # type: ignore[arg-type]


async def proposed(s: Stage, **more: object) -> Proposal:
    s.second_person = True
    found = await s.broadcasting.announce(outage(s, **more))
    assert isinstance(found, Proposal)
    return found


def test_without_the_setting_it_is_published_at_once(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        assert isinstance(await s.broadcasting.announce(outage(s)), Incident)
        assert await s.approving.waiting() == ()

    play(tmp_path, act)


def test_nothing_is_queued_before_a_second_person_says_yes(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        waiting = await proposed(s, more=("Segunda parte.",))
        assert (waiting.state, waiting.author) == (ProposalState.WAITING, "MR")
        assert waiting.texts == (TEXT, "Segunda parte.")
        assert await s.store.outbox.open_items() == ()
        assert await s.store.incidents.all() == ()
        with pytest.raises(Trouble) as raised:
            await s.broadcasting.open(
                title="Sede", components=["sede"], impact=ComponentState.DEGRADED, text=TEXT
            )
        assert raised.value.problem == SecondPerson(Flaw.NEEDED)

        await s.approving.approve(waiting.id, " al ")
        first, second = await s.store.outbox.open_items()
        assert (first.text, second.text) == (TEXT, "Segunda parte.")
        assert {first.author, second.author} == {"MR"}
        [incident] = await s.store.incidents.all()
        assert incident.updates[0].author == "MR"
        assert await s.approving.waiting() == ()
        assert s.heard(ProposalsChanged)[-1].proposals == (waiting.id,)
        acts = [(r.act, r.officer) for r in await s.store.audit.all()]
        assert acts[-3:] == [
            (Act.PROPOSED, "MR"),
            (Act.APPROVED, "al"),
            (Act.INCIDENT_PUBLISHED, "MR"),
        ]

    play(tmp_path, act)


@pytest.mark.parametrize(
    ("by", "why"),
    [("", Flaw.NOBODY), (" . ", Flaw.NOBODY), ("mr", Flaw.AUTHOR), (" M. R. ", Flaw.AUTHOR)],
)
def test_neither_the_author_nor_nobody_may_decide(tmp_path: Path, by: str, why: Flaw) -> None:
    async def act(s: Stage) -> None:
        waiting = await proposed(s)
        for attempt in (
            s.approving.approve(waiting.id, by),
            s.approving.reject(waiting.id, by, "x"),
        ):
            with pytest.raises(Trouble) as raised:
                await attempt
            assert raised.value.problem == SecondPerson(why)
        # The store itself refuses too: whoever calls it, nothing is queued.
        with pytest.raises(Trouble):
            await s.store.outbox.queue([], decision=Decision(waiting.id, by))
        assert [p.state for p in await s.approving.waiting()] == [ProposalState.WAITING]
        assert await s.store.outbox.open_items() == ()

    play(tmp_path, act)


def test_an_author_without_initials_can_propose_nothing(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        s.officer = " "
        with pytest.raises(Trouble) as raised:
            await proposed(s)
        assert raised.value.problem == SecondPerson(Flaw.UNSIGNED)

    play(tmp_path, act)


def test_two_at_once_queue_once(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        waiting = await proposed(s)
        told = await asyncio.gather(
            *(s.approving.approve(waiting.id, by) for by in ("AL", "JB", "AL")),
            return_exceptions=True,
        )
        refused = [t for t in told if isinstance(t, Trouble)]
        assert [t.problem for t in refused] == [SecondPerson(Flaw.DECIDED)] * 2
        assert len(await s.store.outbox.open_items()) == 1
        assert len(await s.store.incidents.all()) == 1

    play(tmp_path, act)


def test_what_comes_back_keeps_its_words_until_they_are_written_anew(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        waiting = await proposed(s, image="media/a.png", alt_text="Aviso")
        await s.approving.reject(waiting.id, "AL", " Falta la hora. ")
        [back] = await s.approving.waiting()
        assert (back.returned, back.decided_by, back.reason) == (True, "AL", "Falta la hora.")
        assert from_payload(back.payload) == outage(s, image="media/a.png", alt_text="Aviso")
        with pytest.raises(Trouble) as raised:
            await s.approving.approve(back.id, "AL")
        assert raised.value.problem == SecondPerson(Flaw.DECIDED)

        again = await s.broadcasting.announce(outage(s, text=TEXT + " Sí."), replaces=back.id)
        assert isinstance(again, Proposal)
        assert await s.approving.waiting() == (again,)
        await s.approving.withdraw(again.id)
        await s.approving.discard(again.id)
        assert await s.approving.waiting() == ()
        assert await s.store.outbox.open_items() == ()

    play(tmp_path, act)


def test_a_world_that_changed_meanwhile_is_told_and_the_text_goes_on_waiting(
    tmp_path: Path,
) -> None:
    async def act(s: Stage) -> None:
        opened = await s.broadcasting.announce(outage(s))
        assert isinstance(opened, Incident)
        update = await proposed(s, incident_id=opened.id, state=IncidentState.WATCHING)
        s.second_person = False
        await s.broadcasting.update(opened.id, IncidentState.RESOLVED, "Resuelto.")
        queued = len(await s.store.outbox.open_items())
        with pytest.raises(Trouble) as raised:
            await s.approving.approve(update.id, "AL")
        assert raised.value.problem == NotAllowed("incident", "resolved", "watching")
        assert [p.state for p in await s.approving.waiting()] == [ProposalState.WAITING]
        assert len(await s.store.outbox.open_items()) == queued

    play(tmp_path, act)


def test_what_could_not_be_published_is_not_laid_before_anybody(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        for broken in ({"text": "Desde {desde}."}, {"image": "a.png"}, {"more": ("{hueco}",)}):
            with pytest.raises(Trouble):
                await proposed(s, **broken)
        assert await s.approving.waiting() == ()

    play(tmp_path, act)


def test_other_words_spend_a_yes_with_the_outbox(tmp_path: Path) -> None:
    """As a rebuttal does: its own kind, queued through the outbox."""

    async def act(s: Stage) -> None:
        s.second_person = True
        waiting = await s.approving.propose(Proposed(ApprovalKind.HOAX, "Bulo", (TEXT,)))
        queue = s.broadcasting._posts("u", outage(s), None, waiting.author)

        async def enact(proposal: Proposal, decision: Decision) -> None:
            await s.store.outbox.queue(queue, decision=decision)

        s.approving.serve(ApprovalKind.HOAX, enact)
        await s.approving.approve(waiting.id, "AL")
        [item] = await s.store.outbox.open_items()
        assert (item.text, item.state) == (TEXT, OutgoingState.QUEUED)

    play(tmp_path, act)


@pytest.mark.parametrize("when", ["before", "after"] if POSIX else [])
def test_a_desk_killed_while_it_is_approved_queues_once(tmp_path: Path, when: str) -> None:
    seed(tmp_path)

    async def first() -> str:
        async with stage(tmp_path) as s:
            return (await proposed(s)).id

    async def then(id: str) -> int:
        async with stage(tmp_path) as s:
            s.second_person = True
            for waiting in await s.approving.waiting():
                await s.approving.approve(waiting.id, "AL")
            with pytest.raises(Trouble):
                await s.approving.approve(id, "AL")
            return len(await s.store.outbox.open_items())

    id = asyncio.run(first())
    died = subprocess.run(
        [sys.executable, "-m", "tests.operations.test_approval", str(tmp_path), id, when],
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert died.returncode == -signal.SIGKILL
    assert asyncio.run(then(id)) == 1


async def _approve_and_die(folder: Path, id: str, when: str) -> None:
    """The process of the test above: killed beside the commit that spends the yes."""
    async with stage(folder) as s:
        engine = s.store.database._writer
        if when == "before":
            event.listen(engine, "commit", lambda _: os.kill(os.getpid(), signal.SIGKILL))
        s.second_person = True
        await s.approving.approve(id, "AL")
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    asyncio.run(_approve_and_die(Path(sys.argv[1]), sys.argv[2], sys.argv[3]))

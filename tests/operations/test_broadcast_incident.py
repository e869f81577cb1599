"""Incidents: the first word, the thread, the clock, the promises, and those who ask."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from incluinfo_desk.assets import resource
from incluinfo_desk.domain.announcement import Announcement
from incluinfo_desk.domain.audit import Act
from incluinfo_desk.domain.conversation import State
from incluinfo_desk.domain.events import IncidentNeedsWord, IncidentsChanged, WordNeeded
from incluinfo_desk.domain.incident import MOVES, ComponentState, Incident, IncidentState, Kind
from incluinfo_desk.domain.length import LIMIT, weighted_length
from incluinfo_desk.domain.outgoing import OutgoingState
from incluinfo_desk.domain.problems import (
    AltTextMissing,
    FileUnreadable,
    ImageRefused,
    NotAllowed,
    Offline,
    OutcomeUnknown,
    Problem,
    Refusal,
    Refused,
    Trouble,
    UnfilledSlot,
)
from incluinfo_desk.domain.reply import slots

from .fake_channel import PACO, Fault
from .stage import Stage, play

S = OutgoingState
Step = IncidentState
HOUR = timedelta(hours=1)


async def outage(s: Stage, text: str = "La sede no funciona.", **more: object) -> Incident:
    if not await s.broadcasting.components():
        await s.broadcasting.first_run()
    return await s.broadcasting.open(
        title="Sede caída",
        components=["sede"],
        impact=ComponentState.FULL_OUTAGE,
        text=text,
        **more,  # type: ignore[arg-type]
    )


async def component_state(s: Stage, component_id: str) -> ComponentState:
    return next(c.state for c in await s.broadcasting.components() if c.id == component_id)


def last_outgoing(incident: Incident) -> str:
    found = incident.updates[-1].outgoing_id
    assert found is not None
    return found


def test_updates_form_one_thread_and_the_end_frees_the_component(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        opened = await outage(s)
        assert await component_state(s, "sede") is ComponentState.FULL_OUTAGE
        s.publish()
        await s.until(last_outgoing(opened), S.SENT)
        known = await s.broadcasting.update(
            opened.id, Step.IDENTIFIED, "Ya sabemos por qué.", more=["Se repara ahora."]
        )
        # Queued while the one before is still on its way.
        over = await s.broadcasting.update(opened.id, Step.RESOLVED, "Resuelto.")
        await s.until(last_outgoing(known), S.SENT)
        await s.until(last_outgoing(over), S.SENT)
        posts = s.channel.ours()
        assert [p.text for p in posts] == [
            "La sede no funciona.", "Ya sabemos por qué.", "Se repara ahora.", "Resuelto.",
        ]  # fmt: skip
        assert [p.in_reply_to for p in posts] == [None, posts[0].id, posts[1].id, posts[2].id]
        assert (over.state, over.open, over.next_update_at) == (Step.RESOLVED, False, None)
        assert await component_state(s, "sede") is ComponentState.OPERATIONAL
        stored = await s.store.incidents.get(opened.id)
        assert stored is not None
        assert [u.post_id for u in stored.updates] == [posts[0].id, posts[2].id, posts[3].id]

    play(tmp_path, act)


def test_a_broken_line_in_the_middle_of_a_thread_doubles_nothing(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        parts = ["Uno.", "Dos.", "Tres.", "Cuatro."]
        opened = await outage(s, parts[0], more=parts[1:])
        s.channel.write_faults += [
            Fault(Offline()), Fault(OutcomeUnknown(), public=True), Fault(Offline()),
        ]  # fmt: skip
        s.publish()
        await s.until(last_outgoing(opened), S.SENT)
        assert [p.text for p in s.channel.ours()] == parts

    play(tmp_path, act)


def test_after_a_first_post_that_was_refused_the_next_word_opens_the_thread(
    tmp_path: Path,
) -> None:
    async def act(s: Stage) -> None:
        s.channel.write_faults.append(Fault(Refused(Refusal.FORBIDDEN)))
        opened = await outage(s)
        s.publish()
        await s.until(last_outgoing(opened), S.REFUSED)
        again = await s.broadcasting.update(opened.id, Step.INVESTIGATING, "La sede falla.")
        await s.until(last_outgoing(again), S.SENT)
        assert s.channel.ours()[0].in_reply_to is None

    play(tmp_path, act)


@pytest.mark.parametrize("state", list(IncidentState))
def test_an_illegal_jump_is_refused_and_publishes_nothing(
    tmp_path: Path, state: IncidentState
) -> None:
    async def act(s: Stage) -> None:
        opened = await outage(s)
        queue = len(await s.store.outbox.open_items())
        if state in MOVES[Step.INVESTIGATING] or state is Step.INVESTIGATING:
            moved = await s.broadcasting.update(opened.id, state, "Seguimos.")
            assert moved.state is state
            return
        with pytest.raises(Trouble) as raised:
            await s.broadcasting.update(opened.id, state, "Seguimos.")
        assert raised.value.problem == NotAllowed("incident", "investigating", state)
        assert len(await s.store.outbox.open_items()) == queue

    play(tmp_path, act)


def test_what_is_over_says_no_more_until_it_is_reopened(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        opened = await outage(s)
        await s.broadcasting.update(opened.id, Step.RESOLVED, "Resuelto.")
        with pytest.raises(Trouble):
            await s.broadcasting.update(opened.id, Step.RESOLVED, "Resuelto otra vez.")
        again = await s.broadcasting.update(opened.id, Step.INVESTIGATING, "Vuelve a fallar.")
        assert again.open
        assert await component_state(s, "sede") is ComponentState.FULL_OUTAGE

    play(tmp_path, act)


def test_no_incident_begins_at_its_end(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        with pytest.raises(Trouble) as raised:
            await outage(s, state=Step.RESOLVED)
        assert raised.value.problem == NotAllowed("incident", "", Step.RESOLVED)
        assert await s.store.incidents.all() == ()

    play(tmp_path, act)


def test_an_open_slot_or_a_picture_without_words_is_refused(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        with pytest.raises(Trouble) as raised:
            await outage(s, "No funciona {servicio}.")
        assert raised.value.problem == UnfilledSlot("servicio")
        with pytest.raises(Trouble) as raised:
            await outage(s, image="media/a.png", alt_text=" ")
        assert raised.value.problem == AltTextMissing()
        assert await s.store.incidents.all() == ()
        opened = await outage(s, image="media/a.png", alt_text="Aviso de la sede")
        s.publish()
        await s.until(last_outgoing(opened), S.SENT)
        assert s.channel.uploads == [(tmp_path / "media/a.png", "Aviso de la sede")]

    play(tmp_path, act)


@pytest.mark.parametrize(
    ("problem", "state"),
    [
        (OutcomeUnknown(), S.SENT),
        (Offline(), S.SENT),
        (ImageRefused("size"), S.REFUSED),
        (FileUnreadable(Path("a.png")), S.REFUSED),
    ],
    ids=lambda v: type(v).__name__,
)
def test_an_image_that_does_not_arrive_leaves_no_doubt_about_the_post(
    tmp_path: Path, problem: Problem, state: OutgoingState
) -> None:
    async def act(s: Stage) -> None:
        opened = await outage(s, image="media/a.png", alt_text="Aviso")
        s.channel.upload_faults.append(problem)
        s.publish()
        await s.until(last_outgoing(opened), state)
        assert len(s.channel.written) == (1 if state is S.SENT else 0)

    play(tmp_path, act)


async def maintenance(s: Stage) -> Incident:
    await s.broadcasting.first_run()
    return await s.broadcasting.open(
        title="Mantenimiento de la sede",
        components=["sede", "importass"],
        impact=ComponentState.MAINTENANCE,
        text="Habrá mantenimiento.",
        started_at=s.clock.now() + HOUR,
        ends_at=s.clock.now() + 3 * HOUR,
    )


async def state_now(s: Stage, incident: Incident) -> IncidentState:
    await s.broadcasting.tick()
    found = await s.store.incidents.get(incident.id)
    assert found is not None
    return found.state


def test_a_maintenance_moves_with_the_clock_and_publishes_nothing(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        planned = await maintenance(s)
        assert await state_now(s, planned) is Step.SCHEDULED
        assert await component_state(s, "sede") is ComponentState.OPERATIONAL
        s.clock.move(3600)
        assert await state_now(s, planned) is Step.IN_PROGRESS
        assert await component_state(s, "importass") is ComponentState.MAINTENANCE
        s.clock.move(2 * 3600)
        assert await state_now(s, planned) is Step.VERIFYING
        s.clock.move(14 * 60)
        assert await state_now(s, planned) is Step.VERIFYING
        s.clock.move(60)
        assert await state_now(s, planned) is Step.COMPLETED
        assert await component_state(s, "sede") is ComponentState.OPERATIONAL
        assert len(await s.store.outbox.open_items()) == 1  # the first announcement

    play(tmp_path, act)


def test_a_desk_that_slept_takes_every_step_once_and_none_backwards(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        planned = await maintenance(s)
        s.clock.move(24 * 3600)
        assert await state_now(s, planned) is Step.COMPLETED
        s.clock.move(-24 * 3600)
        assert await state_now(s, planned) is Step.COMPLETED
        stored = await s.store.incidents.get(planned.id)
        assert stored is not None
        assert [u.state for u in stored.updates] == [
            Step.SCHEDULED, Step.IN_PROGRESS, Step.VERIFYING, Step.COMPLETED,
        ]  # fmt: skip

    play(tmp_path, act)


def test_a_broken_promise_is_told_once(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        opened = await outage(s, next_update_at=s.clock.now() + HOUR)
        s.events.clear()
        await s.broadcasting.tick()
        assert s.heard(IncidentsChanged) == []
        s.clock.move(3601)
        await s.broadcasting.tick()
        await s.broadcasting.tick()
        assert s.heard(IncidentsChanged) == [IncidentsChanged((opened.id,))]
        assert s.heard(IncidentNeedsWord) == [
            IncidentNeedsWord(opened.id, "Sede caída", WordNeeded.PROMISE)
        ]
        stored = await s.store.incidents.get(opened.id)
        assert stored is not None
        assert stored.is_overdue(s.clock.now())

    play(tmp_path, act)


def test_the_clock_runs_in_the_background(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        planned = await maintenance(s)
        s.background.start("incidents", s.broadcasting.run())
        for _ in range(2):
            await s.clock.asleep()
            s.clock.move(3600)
        while (found := await s.store.incidents.get(planned.id)) is not None:
            if found.state is Step.IN_PROGRESS:
                break

    play(tmp_path, act)


def test_who_asks_about_it_waits_for_it_and_is_answered_with_one_key(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        before = await s.asked("@incluinfo ¿no funciona la sede electrónica?")
        opened = await outage(s)
        await s.background.settle("rehint")
        after = await s.asked("@incluinfo la Sede Electrónica me da error", PACO)
        other = await s.asked("@incluinfo la cita en Soria", PACO)
        assert set(await s.broadcasting.waiting(opened.id)) == {before, after}
        await s.broadcasting.tie([other], opened.id)
        assert other in await s.broadcasting.waiting(opened.id)
        await s.broadcasting.tie([other], None)
        text = await s.broadcasting.reply_for(opened, await s.conversation(before))
        assert text.startswith(("Hola, Rosa. Gracias", "Gracias por avisar"))
        assert slots(text) == []
        item = await s.answering.reply(before, text)
        s.publish()
        await s.until(item, S.SENT)
        assert (await s.conversation(before)).state is State.ANSWERED
        assert await s.broadcasting.waiting(opened.id) == (after,)

    play(tmp_path, act)


async def sent(s: Stage, incident: Incident) -> str:
    """The latest word once it is public; its id."""
    await s.until(last_outgoing(incident), S.SENT)
    return incident.updates[-1].id


def test_an_erratum_answers_what_it_corrects_and_leaves_the_state(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        s.publish()
        opened = await outage(s)
        wrong = await sent(s, opened)
        known = await s.broadcasting.update(opened.id, Step.IDENTIFIED, "Ya sabemos por qué.")
        await sent(s, known)
        erratum = Announcement(
            title=known.title, components=known.components, impact=known.impact,
            state=known.state, text="Corrección: es solo una parte.", corrects=wrong,
            started_at=known.started_at, incident_id=known.id,
        )  # fmt: skip
        said = await s.broadcasting.announce(erratum)
        assert isinstance(said, Incident)
        await sent(s, said)
        first, _, third = s.channel.ours()
        assert third.in_reply_to == first.id
        assert (said.updates[-1].corrects, said.state) == (wrong, Step.IDENTIFIED)

    play(tmp_path, act)


def test_a_word_taken_back_is_deleted_in_all_its_parts_and_the_record_stays(
    tmp_path: Path,
) -> None:
    async def act(s: Stage) -> None:
        s.publish()
        opened = await outage(s)
        await sent(s, opened)
        wrong = await s.broadcasting.update(
            opened.id, Step.IDENTIFIED, "Mal uno.", more=["Mal dos."]
        )
        id = await sent(s, wrong)
        for reason, why in ((" ", "deletion reason"), ("Cifra falsa", "")):
            if why:
                with pytest.raises(Trouble) as raised:
                    await s.broadcasting.take_back(opened.id, id, reason)
                assert raised.value.problem == NotAllowed(why, "", "")
            else:
                await s.broadcasting.take_back(opened.id, id, reason)
        with pytest.raises(Trouble):
            await s.broadcasting.take_back(opened.id, id, "Otra vez")
        for item in await s.store.outbox.open_items():
            await s.until(item, S.SENT)
        again = await s.broadcasting.update(opened.id, Step.WATCHING, "Bien.")
        await sent(s, again)
        root, last = s.channel.ours()
        assert (last.text, last.in_reply_to) == ("Bien.", root.id)
        kept = again.updates[1]
        assert (kept.text, kept.deletion_reason) == ("Mal uno.", "Cifra falsa")
        acts = [r.act for r in await s.store.audit.all()]
        assert acts.count(Act.TAKEN_BACK) == 1
        assert acts.count(Act.DELETED) == 2

    play(tmp_path, act)


def test_nothing_that_is_not_public_can_be_taken_back(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        opened = await outage(s)
        for id in (opened.updates[0].id, "nobody"):
            with pytest.raises(Trouble) as raised:
                await s.broadcasting.take_back(opened.id, id, "Estaba mal")
            assert raised.value.problem == NotAllowed("deletion", "", "")

    play(tmp_path, act)


def test_other_dates_have_their_own_words(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        planned = await maintenance(s)
        (template,) = await s.broadcasting.templates(
            Step.SCHEDULED, ComponentState.MAINTENANCE, Kind.MOVED, "ca"
        )
        text = await s.broadcasting.prefill(
            template,
            [c for c in await s.broadcasting.components() if c.id == "sede"],
            started_at=planned.started_at + 24 * HOUR,
            ends_at=planned.started_at + 26 * HOUR,
            before=planned.started_at,
        )
        assert s.broadcasting.check(text) == []
        moved = await s.broadcasting.update(
            planned.id, Step.SCHEDULED, text,
            started_at=planned.started_at + 24 * HOUR, ends_at=planned.started_at + 26 * HOUR,
        )  # fmt: skip
        s.clock.move(12 * 3600)
        assert await state_now(s, moved) is Step.SCHEDULED
        s.clock.move(14 * 3600)
        assert await state_now(s, moved) is Step.IN_PROGRESS
        assert [e.why for e in s.heard(IncidentNeedsWord)] == [WordNeeded.STEP]
        stored = await s.store.incidents.get(moved.id)
        assert stored is not None
        assert stored.untold is not None
        assert stored.untold.state is Step.IN_PROGRESS

    play(tmp_path, act)


def shipped() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(resource("incidents", "templates.json").read_text("utf-8"))
    return content


def test_every_template_filled_fits_one_post_in_every_state_and_impact(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        await s.broadcasting.first_run()
        known = await s.broadcasting.components()
        # Of the offices those with the longest words: the islands' have two times.
        components = [c for c in known if c.group != "offices" or c.province in ("20", "35", "38")]
        used: set[str] = set()
        for impact in ComponentState:
            for state in IncidentState:
                found = await s.broadcasting.templates(state, impact)
                used.update(t.id for t in found)
                for template in found:
                    for component in components:
                        text = await s.broadcasting.prefill(
                            template,
                            [component],
                            started_at=s.clock.now() - 26 * HOUR,
                            next_update_at=s.clock.now() + 26 * HOUR,
                            ends_at=s.clock.now() + 30 * HOUR,
                        )
                        assert s.broadcasting.check(text) == [], (template.id, component.id)
        assert used == {row["id"] for row in shipped()["templates"] if "kind" not in row}
        for impact in ComponentState:
            planned = impact is ComponentState.MAINTENANCE
            for state in (
                [Step.SCHEDULED, Step.CANCELLED] if planned else [Step.INVESTIGATING, Step.RESOLVED]
            ):
                assert await s.broadcasting.templates(state, impact)

    play(tmp_path, act)


def test_every_state_has_its_answer_for_those_who_ask() -> None:
    content = shipped()
    assert set(content["replies"]) == {s.value for s in IncidentState}
    assert max(map(weighted_length, content["replies"].values())) < LIMIT - 60


def test_times_are_said_as_the_clocks_of_the_mainland_show_them(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        (template, *_) = await s.broadcasting.templates(Step.SCHEDULED, ComponentState.MAINTENANCE)
        zone = timezone(timedelta(hours=1))  # wherever this desk stands
        text = await s.broadcasting.prefill(
            template,
            [],
            started_at=datetime(2026, 11, 23, 13, 5, tzinfo=zone),
            ends_at=datetime(2026, 11, 28, 1, 0, tzinfo=zone),
        )
        assert "desde las 13:05 hasta la 1:00 del 28/11" in text

    play(tmp_path, act)

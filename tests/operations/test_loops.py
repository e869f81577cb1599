"""Nobody who asked is left waiting: the waiting line, its end, and the same doubt of many."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from incluinfo_desk.domain.closing import Excuse, LoopState
from incluinfo_desk.domain.conversation import CloseReason
from incluinfo_desk.domain.incident import ComponentState, Incident, IncidentState
from incluinfo_desk.domain.outgoing import OutgoingState
from incluinfo_desk.domain.post import AccountId, Author, Post
from incluinfo_desk.domain.problems import AlreadyAnswered, MayNotReply, Trouble
from incluinfo_desk.operations.close_loops import Loops
from incluinfo_desk.operations.watch_surges import Surges
from incluinfo_desk.simulator.day import seconds, tell

from .fake_channel import PACO, ROSA
from .stage import Stage, play

EVA = Author(AccountId("3003"), "eva", "Eva")
SEDE = "@incluinfo la sede electrónica no carga"


async def _open(s: Stage, components: tuple[str, ...] = ("sede",)) -> Incident:
    await s.broadcasting.first_run()
    opened = await s.broadcasting.open(
        title="Sede", components=components, impact=ComponentState.FULL_OUTAGE, text="No funciona."
    )
    await s.background.settle("rehint")
    return opened


async def _resolve(s: Stage, incident: Incident) -> None:
    s.clock.move(60)
    await s.broadcasting.update(incident.id, IncidentState.RESOLVED, "Resuelto.")
    await s.background.settle("rehint")
    s.clock.move(1)


async def _states(s: Stage, incident: Incident) -> dict[str, tuple[LoopState, Excuse | None]]:
    loops = await s.loops.of(incident.id)
    return {each.conversation.citizen.handle: (each.state, each.excuse) for each in loops}


def test_who_asked_is_told_once_and_a_restart_goes_on_where_it_was(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        opened = await _open(s)
        s.publish()
        rosa, paco = await s.asked(SEDE, ROSA), await s.asked(SEDE, PACO)
        during = await s.answering.reply(rosa, "Gracias por avisar, lo estamos mirando.")
        await s.until(during, OutgoingState.SENT)
        await s.arrives(s.channel.says(PACO, "gracias", to=s.channel.ours()[0]))
        assert await s.loops.of(opened.id) == ()
        await _resolve(s, opened)
        assert await _states(s, opened) == {
            "rosa_m": (LoopState.WAITING, None),
            "paco77": (LoopState.WAITING, None),
        }
        text = await s.loops.text_for(opened.id, await s.conversation(rosa))
        assert "Ya está resuelto" in text
        told = await s.loops.tell(opened.id, rosa, text)
        again = Loops(store=s.store, answering=s.answering, broadcasting=s.broadcasting)
        with pytest.raises(Trouble) as twice:
            await again.tell(opened.id, rosa, text)
        assert twice.value.problem == AlreadyAnswered()
        await s.until(told, OutgoingState.SENT)
        assert await _states(s, opened) == {
            "rosa_m": (LoopState.TOLD, None),
            "paco77": (LoopState.WAITING, None),
        }
        await s.answering.mark_sent_by_hand(paco, text)
        assert (await _states(s, opened))["paco77"] == (LoopState.TOLD, None)

    play(tmp_path, act)


def test_who_deleted_was_answered_or_closed_is_skipped_with_the_reason(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        opened = await _open(s)
        asks = [s.channel.says(who, SEDE) for who in (ROSA, PACO, EVA)]
        keys = [await s.arrives(post) for post in asks]
        await _resolve(s, opened)
        await s.store.conversations.forget_posts([asks[0].id])
        ours = s.channel.says(s.channel.account, "Ya funciona.", to=asks[1])
        await s.store.conversations.add([await s.suggesting.analyse(ours, ours=True)], None)
        await s.triage.close(keys[2], CloseReason.DONE)
        assert await _states(s, opened) == {
            "rosa_m": (LoopState.EXCUSED, Excuse.GONE),
            "paco77": (LoopState.EXCUSED, Excuse.ANSWERED),
            "eva": (LoopState.EXCUSED, Excuse.CLOSED),
        }
        with pytest.raises(Trouble):
            await s.loops.tell(opened.id, keys[1], "Ya funciona.")

    play(tmp_path, act)


def test_untied_by_hand_stays_untied(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        opened = await _open(s)
        rosa = await s.asked(SEDE)
        await s.broadcasting.tie([rosa], None)
        await s.suggesting.rehint()
        await s.asked(SEDE)
        assert (await s.conversation(rosa)).hint.incident_id is None
        await s.broadcasting.tie([rosa], opened.id)
        assert rosa in await s.broadcasting.waiting(opened.id)

    play(tmp_path, act)


def test_the_same_words_are_not_said_to_many(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        opened = await _open(s)
        keys = [
            await s.asked(SEDE, Author(AccountId(f"44{n}"), f"x{n}", f"x{n}")) for n in range(8)
        ]
        await _resolve(s, opened)
        said: list[str] = []
        for key in keys:
            text = await s.loops.text_for(opened.id, await s.conversation(key))
            said.append(text)
            await s.loops.tell(opened.id, key, text)
        assert max(said.count(text) for text in said) <= 2

    play(tmp_path, act)


def test_the_same_doubt_of_many_is_one_group_and_is_answered_one_by_one(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        await s.edit_faq.first_run(verified=True)
        texts = (
            "pedí el imv hace siete meses y no me contestan, ¿está denegado?",
            "Llevo ocho meses esperando contestación del ingreso mínimo vital",
            "nadie me dice nada de mi IMV, ¿lo doy por denegado?",
        )
        keys = [
            await s.asked(text, who) for text, who in zip(texts, (ROSA, PACO, EVA), strict=True)
        ]
        await s.asked("¿Dónde pido cita para jubilarme?", PACO)
        await s.doubts.look()
        assert s.doubts.groups() == ()
        s.doubts._touch_all()
        await s.doubts.look()
        [group] = s.doubts.groups()
        assert set(group.members) == set(keys)
        entry = s.doubts.prepared(group)
        assert entry is not None
        assert await s.store.outbox.open_items() == ()
        text = await s.doubts.text_for(entry.rendered(), await s.conversation(keys[0]))
        await s.doubts.tell(keys[0], text, entry.id)
        states = {each.conversation.id: each.state for each in await s.doubts.waiting(group)}
        assert [states[key] for key in keys] == [
            LoopState.TOLD, LoopState.WAITING, LoopState.WAITING,
        ]  # fmt: skip
        assert len(await s.store.outbox.open_items()) == 1

    play(tmp_path, act)


def test_at_the_end_of_the_demonstration_day_every_loop_is_closed_or_excused(
    tmp_path: Path,
) -> None:
    """The whole day at speed: proposed, opened, asked about, resolved, and everyone told."""

    async def act(s: Stage) -> None:
        await s.edit_faq.first_run(verified=True)
        await s.broadcasting.first_run()
        midnight = datetime(2026, 3, 2, tzinfo=UTC)
        surges = Surges(store=s.store, suggesting=s.suggesting, bus=s.bus, clock=s.clock)
        posts: dict[int, Post] = {}
        incident: Incident | None = None
        resolved = False
        for event in tell(1):
            s.clock.time = midnight + timedelta(seconds=event.at)
            if event.at >= seconds("12:00"):
                break
            if event.at >= seconds("11:40") and incident is not None and not resolved:
                resolved = True
                await s.broadcasting.update(incident.id, IncidentState.RESOLVED, "Resuelto.")
            if event.action == "delete" and event.about in posts:
                await s.store.conversations.forget_posts([posts[event.about].id])
            if event.action != "post" or event.at < seconds("10:15"):
                continue
            who = Author(AccountId(event.person.handle), event.person.handle, event.person.name)
            post = s.channel.says(who, event.text, mentions=event.mention)
            posts[event.key] = post
            key = await s.arrives(post)
            if incident is None:
                await surges.take([await s.conversation(key)])
                for surge in surges.current():
                    assert surge.subject.id == "sede"
                    incident = await _open(s, (surge.subject.id,))
        assert incident is not None
        assert resolved
        linked = await s.loops.of(incident.id)
        assert len(linked) >= 15
        by_hand = 0
        for loop in linked:
            if loop.state is not LoopState.WAITING:
                continue
            of = loop.conversation
            text = await s.loops.text_for(incident.id, of)
            if isinstance(await s.answering.may_answer(of.id), MayNotReply):
                by_hand += 1
                await s.answering.mark_sent_by_hand(of.id, text)
            else:
                await s.loops.tell(incident.id, of.id, text)
        left = [each for each in await s.loops.of(incident.id) if each.state is LoopState.WAITING]
        assert left == []
        assert by_hand < len(linked)

    play(tmp_path, act)

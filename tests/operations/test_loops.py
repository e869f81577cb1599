"""Nobody who asked is left waiting: the waiting line, its end, and the same doubt of many."""

from __future__ import annotations

from pathlib import Path

import pytest

from incluinfo_desk.domain.closing import Excuse, LoopState
from incluinfo_desk.domain.conversation import CloseReason
from incluinfo_desk.domain.incident import ComponentState, Incident, IncidentState
from incluinfo_desk.domain.outgoing import OutgoingState
from incluinfo_desk.domain.post import AccountId, Author
from incluinfo_desk.domain.problems import AlreadyAnswered, Trouble
from incluinfo_desk.operations.close_loops import Loops

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

"""Who holds what, and the moves the desk refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from incluinfo_desk.domain.conversation import CloseReason, State
from incluinfo_desk.domain.events import ConversationsChanged
from incluinfo_desk.domain.problems import NotAllowed, Trouble

from .fake_channel import PACO, US
from .stage import Stage, play


def test_a_conversation_goes_through_the_hands_of_an_officer(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        cid = await s.asked()
        taken = await s.triage.take(cid)
        assert (taken.state, taken.holder) == (State.TAKEN, "MR")
        asked = await s.triage.consult(cid)
        assert (asked.state, asked.holder) == (State.IN_CONSULTATION, "MR")
        released = await s.triage.release(cid)
        assert (released.state, released.holder) == (State.NEW, None)
        closed = await s.triage.close(cid, CloseReason.NO_QUESTION)
        assert (closed.state, closed.close_reason) == (State.CLOSED, CloseReason.NO_QUESTION)
        assert closed.waiting_since is None
        with pytest.raises(Trouble) as raised:
            await s.triage.consult(cid)
        assert raised.value.problem == NotAllowed("conversation", "closed", "in_consultation")
        assert (await s.triage.reopen(cid)).waiting_since is not None
        await s.triage.set_topic(cid, "pensiones")
        assert (await s.conversation(cid)).topic == "pensiones"
        assert [e.conversations for e in s.heard(ConversationsChanged)] == [(cid,)] * 6

    play(tmp_path, act)


def test_taking_over_from_a_colleague_must_be_meant(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        cid = await s.asked()
        await s.triage.take(cid)
        s.officer = "AB"
        with pytest.raises(Trouble) as raised:
            await s.triage.take(cid)
        assert raised.value.problem == NotAllowed("holder", "MR", "AB")
        assert (await s.triage.take(cid, over=True)).holder == "AB"

    play(tmp_path, act)


def test_only_below_our_own_posts_can_be_hidden(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        theirs = await s.asked("@incluinfo sois unos inútiles", PACO)
        with pytest.raises(Trouble) as raised:
            await s.triage.hide(theirs, "insultos")
        assert raised.value.problem == NotAllowed("hide", "new", "hidden")
        root = s.channel.says(US, "Hoy hablamos del IMV.")
        ours = await s.arrives(root, s.channel.says(PACO, "Inútiles", to=root))
        item = await s.triage.hide(ours, "insultos")
        await s.answering.undo(item.id)
        assert await s.store.outbox.open_items() == ()
        assert await s.answering.draft(ours) is None

    play(tmp_path, act)

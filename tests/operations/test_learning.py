"""Answers that became public teach; what is called back, forgotten or purged does not."""

from __future__ import annotations

from pathlib import Path

from incluinfo_desk.domain.conversation import ConversationId
from incluinfo_desk.domain.events import ConversationsChanged, LearntChanged
from incluinfo_desk.domain.learning import Learnt
from incluinfo_desk.domain.outgoing import Outgoing, OutgoingState
from incluinfo_desk.store.store import Store

from .fake_channel import PACO, ROSA
from .stage import SILENCE, Stage, play, stage

S = OutgoingState
ODD = "perdi la clavija esa y no me reconoce"
OTHER = "imv-requisitos"


async def answered(s: Stage, cid: ConversationId, faq_id: str) -> Outgoing:
    entry = s.suggesting.entry(faq_id)
    assert entry is not None
    item = await s.answering.reply(cid, entry.rendered(), faq_id=faq_id)
    await s.until(item, S.SENT)
    await s.background.settle(f"learn {item.id}")
    return item


async def place(s: Stage, text: str, faq_id: str) -> int:
    ids = [each.faq_id for each in (await s.suggesting.for_text(text)).suggestions]
    return ids.index(faq_id) if faq_id in ids else 10


def test_a_sent_answer_is_learnt_survives_a_restart_and_is_forgotten_exactly(
    tmp_path: Path,
) -> None:
    async def act(s: Stage) -> None:
        s.learns = True
        before = await s.suggesting.for_text(ODD)
        assert await place(s, ODD, SILENCE) > 0
        cid = await s.asked(ODD)
        s.publish()
        item = await answered(s, cid, SILENCE)
        assert await place(s, ODD, SILENCE) == 0
        learnt = await s.learning.learnt()
        assert learnt.answers == 1
        await s.learning.learn(item.id)
        assert await s.learning.learnt() == learnt
        assert s.heard(LearntChanged)
        async with stage(s.folder / "copy") as empty:
            assert await empty.learning.learnt() == Learnt()
        again = await Store.open(s.folder, s.clock.now)
        kept = await again.evidence.all()
        await again.close()
        assert {e.faq_id for e in kept} >= {SILENCE}
        assert all(ODD.encode() not in e.trace for e in kept)
        s.suggesting._learnt = ()
        await s.learning.load()
        assert await place(s, ODD, SILENCE) == 0
        # Switched off it is not used, and not lost.
        s.learns = False
        await s.learning.load()
        assert await s.suggesting.for_text(ODD) == before
        s.learns = True
        await s.learning.load()
        assert await place(s, ODD, SILENCE) == 0
        await s.learning.forget()
        assert await s.suggesting.for_text(ODD) == before
        assert await s.learning.learnt() == Learnt()

    play(tmp_path, act)


def test_what_is_called_back_or_erased_teaches_nothing(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        s.learns = True
        first = await s.asked(ODD)
        item = await s.answering.reply(first, "Le respondemos luego.", faq_id=SILENCE)
        await s.answering.undo(item.id)
        await s.background.settle(f"learn {item.id}")
        assert await s.learning.learnt() == Learnt()
        s.publish()
        await answered(s, first, SILENCE)
        second = await s.asked(f"{ODD} de nuevo", PACO)
        await answered(s, second, OTHER)
        assert (await s.learning.learnt()).answers == 2
        await s.forgetting.forget(PACO.id)
        await s.background.settle("learning posts")
        assert (await s.learning.learnt()).answers == 1
        post = (await s.conversation(first)).last_post_id
        touched = await s.store.conversations.forget_posts([post])
        s.bus.publish(ConversationsChanged(tuple(touched)))
        await s.background.settle("learning posts")
        assert await s.learning.learnt() == Learnt()
        assert s.suggesting._learnt == ()

    play(tmp_path, act)


def test_retention_takes_what_the_posts_taught(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        s.learns = True
        cid = await s.asked(ODD, ROSA)
        s.publish()
        await answered(s, cid, SILENCE)
        s.clock.runs = False
        s.clock.move(40 * 24 * 3600)
        await s.purging.purge()
        await s.background.settle("learning posts")
        assert await s.learning.learnt() == Learnt()
        assert s.suggesting._learnt == ()

    play(tmp_path, act)

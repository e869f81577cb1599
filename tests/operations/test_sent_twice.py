"""A person sends again while X still holds the first request: seen, told, and deletable."""

from __future__ import annotations

import asyncio
from pathlib import Path

from incluinfo_desk.domain.events import ProblemRaised
from incluinfo_desk.domain.outgoing import OutgoingState
from incluinfo_desk.domain.post import PostId
from incluinfo_desk.domain.problems import OutcomeUnknown, PostedTwice

from .fake_channel import US, Fault
from .stage import Stage, play

S = OutgoingState
TEXT = "Son seis meses: https://www.seg-social.es/imv"


def test_the_first_request_turning_up_beside_the_second_is_told_and_deleted(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        cid = await s.asked()
        item = await s.answering.reply(cid, TEXT)
        s.channel.write_faults.append(Fault(OutcomeUnknown()))
        s.publish()
        await s.until(item, S.UNCONFIRMED)
        target = s.channel.world[PostId(str(item.target_id))]
        late = s.channel.says(US, TEXT, to=target)
        s.channel.lagging.add(late.id)  # X has it, and shows it to nobody yet
        told = asyncio.Event()
        end = s.bus.subscribe(
            ProblemRaised, lambda e: told.set() if e.problem == PostedTwice() else None
        )
        await s.answering.resend(item.id)
        sent = await s.until(item, S.SENT)
        s.channel.lagging.clear()
        await told.wait()
        end()
        thread = [p.post.id for p in await s.store.conversations.thread(cid) if p.ours]
        assert set(thread) == {late.id, sent.post_id}
        gone = await s.triage.delete_repeated(cid)
        await s.until(gone, S.SENT)
        assert len(s.channel.answers_to(target)) == 1
        assert len(s.channel.written) == 2

    play(tmp_path, act)

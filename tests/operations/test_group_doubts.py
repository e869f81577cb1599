"""Live groups stay a day's work, however much the store holds."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from incluinfo_desk.domain.closing import Loop
from incluinfo_desk.operations import group_doubts
from incluinfo_desk.operations.group_doubts import Doubts

from .stage import QUESTION, Stage, play


def test_at_the_start_the_youngest_are_read_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(group_doubts, "MOST", 3)

    async def closings() -> tuple[str, ...]:
        return ()

    async def act(s: Stage) -> None:
        asked = []
        for _ in range(5):
            s.clock.move(timedelta(minutes=1).total_seconds())
            asked.append(await s.asked(QUESTION))
        doubts = Doubts(
            store=s.store, suggesting=s.suggesting, answering=s.answering, closings=closings,
            bus=s.bus, clock=s.clock,
        )  # fmt: skip
        doubts._all_stale = True
        await doubts.look()
        [group] = doubts.groups()
        assert list(group.members) == asked[-3:]
        waiting = await doubts.waiting(group)
        assert all(isinstance(each, Loop) for each in waiting)
        assert [each.conversation.id for each in waiting] == asked[-3:]

    play(tmp_path, act)

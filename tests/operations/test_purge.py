"""The daily purge, and forgetting one person, as the window asks for them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from incluinfo_desk.domain.audit import Act
from incluinfo_desk.domain.events import ConversationsChanged, OutgoingChanged, SettingsChanged
from incluinfo_desk.domain.outgoing import OutgoingState
from incluinfo_desk.domain.problems import TargetGone, Trouble
from incluinfo_desk.operations.forget_person import ForgetPerson
from incluinfo_desk.operations.purge import EVERY, Purging
from incluinfo_desk.paths import Profile
from incluinfo_desk.store import schema
from incluinfo_desk.store.conversations import Filter
from tests.operations.stage import Stage, play
from tests.store.test_retention import everything

from .fake_channel import PACO, ROSA

DAY = timedelta(days=1)


class Days:
    def __init__(self) -> None:
        self.number = 30

    def __call__(self) -> int:
        return self.number


def purging_of(s: Stage, days: Days) -> Purging:
    backups = Profile(s.folder).backups
    return Purging(store=s.store, bus=s.bus, clock=s.clock, retention_days=days, backups=backups)


def test_every_day_what_is_too_old_leaves_and_says_so(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        days = Days()
        cid = await s.asked("@incluinfo mi zarzaparrilla")
        backups = Profile(s.folder).backups
        schema.back_up(s.store.database.path, backups, "0001", s.clock.now(), 5)
        s.background.start("purge", purging_of(s, days).run())
        assert await s.clock.asleep(1) == EVERY
        s.clock.move(29 * EVERY)
        await s.clock.asleep(1)
        assert await s.store.conversations.get(cid) is not None
        assert len(schema.backups(backups)) == 1
        s.clock.move(2 * EVERY)
        await s.clock.asleep(1)
        assert await s.store.conversations.get(cid) is None
        assert s.heard(ConversationsChanged)[-1].conversations == (cid,)
        assert b"zarzaparrilla" not in everything(tmp_path)
        assert (await s.store.audit.page(0))[-1].act == Act.PURGED

    play(tmp_path, act)


def test_a_shorter_period_counts_from_the_next_day_on(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        days = Days()
        await s.asked()
        s.clock.time += 3 * DAY
        s.background.start("purge", purging_of(s, days).run())
        await s.clock.asleep(1)
        days.number = 2
        s.bus.publish(SettingsChanged())
        assert await s.store.conversations.count(Filter()) == 1
        s.clock.move(EVERY)
        await s.clock.asleep(1)
        assert await s.store.conversations.count(Filter()) == 0

    play(tmp_path, act)


def test_one_person_is_forgotten_with_what_waits_for_them(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        mine = await s.asked("@incluinfo pedí el IMV, zarzaparrilla")
        other = await s.asked("@incluinfo ¿y lo mío?", PACO)
        item = await s.answering.reply(mine, "Hola, Rosa: zarzaparrilla.")
        backups = Profile(s.folder).backups
        forgetting = ForgetPerson(
            store=s.store, bus=s.bus, officer=lambda: s.officer, backups=backups
        )
        with pytest.raises(Trouble) as raised:
            await forgetting.find("@nadie")
        assert raised.value.problem == TargetGone()
        report = await forgetting.forget(await forgetting.find(f"@{ROSA.handle.upper()}"))
        assert (report.posts, report.conversations, report.cancelled) == (1, 1, 1)
        assert (report.public, report.copies, report.tidy) == (0, 0, True)
        assert s.heard(ConversationsChanged)[-1].conversations == (mine,)
        assert s.heard(OutgoingChanged)[-1].outgoing_id == item.id
        s.publish()
        cancelled = await s.store.outbox.get(item.id)
        assert cancelled is not None
        assert cancelled.state is OutgoingState.CANCELLED
        assert s.channel.written == []
        assert b"zarzaparrilla" not in everything(tmp_path)
        assert (await s.conversation(other)).citizen.handle == PACO.handle
        record = (await s.store.audit.page(0))[-1]
        assert (record.act, record.officer) == (Act.PERSON_FORGOTTEN, "MR")
        assert record.subject == report.seal

    play(tmp_path, act)

"""What is gone from X goes from the desk, in time and whatever the line does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from incluinfo_desk.domain.audit import Act
from incluinfo_desk.domain.conversation import CloseReason, State
from incluinfo_desk.domain.events import ConversationsChanged
from incluinfo_desk.domain.post import AccountId, Author
from incluinfo_desk.domain.problems import Limited, Offline, SignInNeeded
from incluinfo_desk.operations.ports import Quota
from incluinfo_desk.operations.recheck_posts import APART, HURRY, IDLE, PostsRecheck
from incluinfo_desk.paths import Profile
from incluinfo_desk.simulator.world import World
from incluinfo_desk.store.conversations import Filter
from incluinfo_desk.store.first_page import first_page
from tests.operations import test_over_http
from tests.operations.stage import Stage, play

from .fake_channel import PACO, ROSA

HOUR = 3600.0


def recheck_of(s: Stage) -> PostsRecheck:
    return PostsRecheck(
        channel=s.channel, store=s.store, suggesting=s.suggesting, bus=s.bus, clock=s.clock
    )


async def many_ask(s: Stage, count: int) -> None:
    people = [Author(AccountId(f"7{number}"), f"c{number}", "C") for number in range(count)]
    said = [s.channel.says(who, "¿Y lo mío?") for who in people]
    await s.store.conversations.add(
        [s.suggesting.masked(post, ours=False) for post in said], said[-1].id
    )


def test_a_post_that_is_gone_goes_within_twelve_hours(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        gone, stays = s.channel.says(ROSA, "zarzaparrilla"), s.channel.says(PACO, "sigue")
        cid = await s.arrives(gone)
        await s.arrives(stays)
        s.background.start("recheck", recheck_of(s).run())
        await s.clock.asleep(IDLE)
        del s.channel.world[gone.id]
        begun = s.clock.now()
        while (await s.conversation(cid)).close_reason is None:
            s.clock.move(IDLE)
            await s.clock.asleep(1)
        assert s.clock.now() - begun <= timedelta(hours=12)
        closed = await s.conversation(cid)
        assert (closed.close_reason, closed.last_text) == (CloseReason.DELETED, "")
        assert s.heard(ConversationsChanged)[-1].conversations == (cid,)
        record = (await s.store.audit.page(0))[-1]
        assert (record.act, gone.id in str(record.detail)) == (Act.POSTS_FORGOTTEN, True)
        due = await s.store.retention.unchecked(s.clock.now(), 10)
        assert due in ((), (stays.id,))
        assert await s.store.conversations.count(Filter(text="sigue")) == 1

    play(tmp_path, act)


def test_what_became_private_goes_as_well(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        post = s.channel.says(ROSA, "hola")
        cid = await s.arrives(post)
        s.channel.world[post.id] = replace(post, author=replace(ROSA, protected=True))
        s.clock.time += timedelta(days=2)
        s.background.start("recheck", recheck_of(s).run())
        await s.clock.asleep(APART)
        assert (await s.conversation(cid)).state is State.CLOSED

    play(tmp_path, act)


def test_after_a_day_without_a_line_words_are_veiled_until_x_is_asked_again(
    tmp_path: Path,
) -> None:
    async def act(s: Stage) -> None:
        s.clock.time += timedelta(hours=30)
        old = s.channel.says(ROSA, "zarzaparrilla", at=s.clock.now() - timedelta(hours=29))
        cid = await s.arrives(old)

        async def veils() -> list[bool]:
            now, conversations = s.clock.now(), s.store.conversations
            (listed,) = (await conversations.page(Filter())).rows
            (found,) = (await conversations.page(Filter(text="zarzaparrilla"))).rows
            (ahead,) = first_page(Profile(s.folder).database, 5)
            (stored,) = await conversations.thread(cid)
            single = await s.conversation(cid)
            return [each.veiled(now) for each in (listed, found, ahead, stored, single)]

        assert not any(await veils())  # X showed it just now, however old it is
        s.clock.time += timedelta(hours=24)
        assert not any(await veils())
        s.clock.time += timedelta(minutes=1)
        assert all(await veils())
        s.background.start("recheck", recheck_of(s).run())
        await s.clock.asleep(1)
        assert not any(await veils())
        assert s.heard(ConversationsChanged)[-1].conversations == (cid,)

    play(tmp_path, act)


def test_after_days_without_a_line_all_are_asked_for_batch_by_batch(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        for number in range(230):
            await s.arrives(
                s.channel.says(Author(AccountId(f"7{number}"), f"c{number}", "C"), "eh")
            )
        s.clock.time += timedelta(days=3)
        s.channel.read_faults.extend([Offline(), SignInNeeded(), Limited(None)])
        s.background.start("recheck", recheck_of(s).run())
        s.clock.runs = False
        waits = []
        while await s.store.retention.unchecked(s.clock.now() - timedelta(hours=1), 1):
            waits.append(await s.clock.asleep(1))
            s.clock.move(waits[-1])
            await s.clock.asleep(1)
        assert s.channel.read_faults == type(s.channel.read_faults)()
        assert waits[-2:] == [HURRY, HURRY]
        assert sum(waits) < HOUR
        assert await s.store.conversations.count(Filter()) == 230

    play(tmp_path, act)


def test_a_scarce_window_is_left_to_the_answers(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        await s.arrives(s.channel.says(ROSA, "hola"))
        s.clock.time += timedelta(days=1)
        s.channel.quotas["lookup"] = Quota(900, 200, s.clock.now() + timedelta(minutes=9))
        s.background.start("recheck", recheck_of(s).run())
        assert await s.clock.asleep(1) == 540

    play(tmp_path, act)


def test_an_empty_x_is_believed_at_the_second_look_only(tmp_path: Path) -> None:
    async def act(s: Stage) -> None:
        for number in range(20):
            await s.arrives(
                s.channel.says(Author(AccountId(f"7{number}"), f"c{number}", "C"), "eh")
            )
        world, s.channel.world = s.channel.world, {}
        s.clock.time += timedelta(days=1)
        s.background.start("recheck", recheck_of(s).run())
        assert await s.clock.asleep(1) == IDLE
        deleted = Filter(states=frozenset({State.CLOSED}))
        assert await s.store.conversations.count(deleted) == 0
        s.channel.world = dict(list(world.items())[:5])
        s.clock.move(IDLE)
        assert await s.clock.asleep(1) == IDLE  # other posts are missing now
        s.clock.move(IDLE)
        await s.clock.asleep(1)
        assert await s.store.conversations.count(deleted) == 15

    play(tmp_path, act)


def test_over_http_an_edit_is_followed_and_a_deletion_too(tmp_path: Path) -> None:
    async def act(s: Stage, world: World) -> None:
        edited = world.citizen_posts("@incluinfo primera", handle="rosa", name="Rosa")
        deleted = world.citizen_posts("@incluinfo borrada", handle="paco", name="Paco")
        hidden = world.citizen_posts("@incluinfo cerrada", handle="ana", name="Ana")
        await test_over_http.poll(s)
        assert await s.store.conversations.count(Filter()) == 3
        s.clock.time += timedelta(minutes=20)
        newest = world.citizen_edits(edited, "@incluinfo segunda, mi DNI es 12345678Z")
        world.citizen_deletes(deleted)
        world.citizen_protects("ana")
        s.clock.time += timedelta(hours=12)
        s.background.start("recheck", recheck_of(s).run())
        await s.clock.asleep(APART)
        rows = (await s.store.conversations.page(Filter())).rows
        by_handle = {row.citizen.handle: row for row in rows}
        assert by_handle["rosa"].last_post_id == newest
        assert "segunda" in by_handle["rosa"].last_text
        assert "12345678Z" not in by_handle["rosa"].last_text
        for handle, post in (("paco", deleted), ("ana", hidden)):
            assert by_handle[handle].close_reason is CloseReason.DELETED, post
        assert await s.store.retention.unchecked(s.clock.now() - timedelta(hours=1), 9) == ()

    test_over_http.play(tmp_path, act)

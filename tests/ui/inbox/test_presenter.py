"""The list follows the store: pages, piles, search, and news that wait their turn."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

from incluinfo_desk.domain.conversation import Conversation, ConversationId, State
from incluinfo_desk.domain.events import ConversationsChanged, PostsArrived
from incluinfo_desk.operations.desk import Desk
from incluinfo_desk.ui.inbox import presenter as module
from incluinfo_desk.ui.inbox.presenter import InboxPresenter, Pile
from tests.operations.fake_channel import PACO, ROSA
from tests.operations.stage import Stage

from ..desk import Recorder, play


async def ask(at: Stage, count: int) -> list[ConversationId]:
    ids = []
    for number in range(count):
        at.clock.time += timedelta(seconds=1)
        ids.append(await at.asked(f"@incluinfo pregunta {number} sobre la cita previa, ¿cómo?"))
    return ids


def ids_of(rows: Iterable[Conversation]) -> list[str]:
    return [row.id for row in rows]


def test_the_newest_come_first_and_are_counted(tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        ids = await ask(at, 3)
        view = Recorder()
        InboxPresenter(desk, view).start()
        rows, more = await view.until(lambda s: s.get("show_rows"))
        assert ids_of(rows) == ids[::-1]
        assert not more
        counts = await view.until(lambda s: s.get("show_counts"))
        assert (counts[Pile.NEW], counts[Pile.MINE], counts[Pile.ALL]) == (3, 0, 3)

    play(tmp_path, act)


def test_pages_are_read_as_they_are_wanted(tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        ids = await ask(at, module.PAGE + 5)
        view = Recorder()
        presenter = InboxPresenter(desk, view)
        presenter.start()
        rows, more = await view.until(lambda s: s.get("show_rows"))
        assert (len(rows), more) == (module.PAGE, True)
        await desk.background.settle("inbox page")
        presenter.more()
        rest, more = await view.until(lambda s: s.get("append_rows"))
        assert (ids_of(rest), more) == (ids[4::-1], False)

    play(tmp_path, act)


def test_news_wait_behind_their_line(tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        await ask(at, 1)
        view = Recorder()
        presenter = InboxPresenter(desk, view)
        presenter.start()
        await view.until(lambda s: s.get("show_rows"))
        view.shown.clear()
        new = await at.asked("@incluinfo otra pregunta, ¿cuándo?", PACO)
        desk.bus.publish(PostsArrived((new,), 1))
        await view.until(lambda s: s.get("show_news") == 1)
        assert "show_rows" not in view.shown
        presenter.show_news()
        rows, _ = await view.until(lambda s: s.get("show_rows"))
        assert ids_of(rows)[0] == new
        assert view.shown["show_news"] == 0

    play(tmp_path, act)


def test_an_empty_list_takes_news_at_once(tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        view = Recorder()
        InboxPresenter(desk, view).start()
        await view.until(lambda s: "show_rows" in s and not s["show_rows"][0])
        new = await at.asked()
        desk.bus.publish(PostsArrived((new,), 1))
        await view.until(lambda s: ids_of(s["show_rows"][0]) == [new])

    play(tmp_path, act)


def test_what_is_being_read_stays_until_the_reader_moves_on(tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        first, second = await ask(at, 2)
        view = Recorder()
        presenter = InboxPresenter(desk, view)
        presenter.start()
        rows, _ = await view.until(lambda s: s.get("show_rows"))
        presenter.select(rows[0].id)
        await at.triage.close(rows[0].id)
        changed = await view.until(lambda s: s.get("change_rows"))
        assert changed[0].state is State.CLOSED
        assert "drop_rows" not in view.shown
        presenter.select(rows[1].id)
        assert view.shown["drop_rows"] == [second]
        assert first == rows[1].id

    play(tmp_path, act)


def test_what_leaves_the_pile_leaves_the_list(tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        first, _ = await ask(at, 2)
        view = Recorder()
        InboxPresenter(desk, view).start()
        rows, _ = await view.until(lambda s: s.get("show_rows"))
        await at.triage.take(rows[1].id)
        assert await view.until(lambda s: s.get("drop_rows")) == [first]
        await view.until(
            lambda s: (s["show_counts"][Pile.MINE], s["show_counts"][Pile.NEW]) == (1, 1)
        )

    play(tmp_path, act)


def test_what_is_erased_leaves_the_list_even_while_it_is_read(tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        mine = await at.asked()
        other = await at.asked("@incluinfo ¿y lo mío, cuándo?", PACO)
        view = Recorder()
        presenter = InboxPresenter(desk, view)
        presenter.start()
        await view.until(lambda s: s.get("show_rows"))
        presenter.select(mine)
        await desk.forgetting.forget(ROSA.id)
        assert await view.until(lambda s: s.get("drop_rows")) == [mine]
        counts = await view.until(lambda s: s["show_counts"][Pile.ALL] == 1 and s["show_counts"])
        assert counts[Pile.NEW] == 1
        assert await at.conversation(other)

    play(tmp_path, act)


def test_my_pile_holds_mine_only(tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        mine, other, _ = await ask(at, 3)
        rows = {row.id: row for row in (await at.store.conversations.many([mine, other]))}
        await at.triage.take(rows[mine].id)
        at.officer = "OT"
        await at.triage.take(rows[other].id)
        at.officer = "MR"
        view = Recorder()
        presenter = InboxPresenter(desk, view)
        presenter.start()
        presenter.choose(Pile.MINE)
        shown, _ = await view.until(lambda s: s.get("show_rows"))
        assert ids_of(shown) == [mine]

    play(tmp_path, act)


def test_search_looks_for_words(tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        await at.asked("@incluinfo ¿cómo pido la jubilación?", ROSA)
        wanted = await at.asked("@incluinfo mi tarjeta sanitaria no llega", PACO)
        view = Recorder()
        presenter = InboxPresenter(desk, view)
        presenter.start()
        await view.until(lambda s: len(s.get("show_rows", ((),))[0]) == 2)
        presenter.search("tarjeta")
        await view.until(lambda s: ids_of(s["show_rows"][0]) == [wanted])

    play(tmp_path, act)


def test_a_burst_is_read_once(tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        ids = await ask(at, 2)
        view = Recorder()
        InboxPresenter(desk, view).start()
        await view.until(lambda s: s.get("show_counts"))
        view.calls.clear()
        rows = await at.store.conversations.many(ids)
        for _ in range(50):
            desk.bus.publish(ConversationsChanged(tuple(row.id for row in rows)))
        await view.until(lambda _: view.calls.count("show_counts"))
        assert view.calls.count("change_rows") == 1

    play(tmp_path, act)


def test_an_ended_presenter_listens_no_more(tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        view = Recorder()
        presenter = InboxPresenter(desk, view)
        presenter.start()
        await view.until(lambda s: s.get("show_counts"))
        presenter.end()
        view.calls.clear()
        new = await at.asked()
        desk.bus.publish(PostsArrived((new,), 1))
        await desk.background.settle("inbox follow")
        assert view.calls == []

    play(tmp_path, act)

"""The conversation that is open is always the true one."""

from __future__ import annotations

from pathlib import Path

from incluinfo_desk.domain.conversation import CloseReason, State
from incluinfo_desk.domain.outgoing import OutgoingState
from incluinfo_desk.domain.post import PostId
from incluinfo_desk.domain.problems import NotAllowed, TooLateToUndo
from incluinfo_desk.domain.reply import Draft
from incluinfo_desk.operations.desk import Desk
from incluinfo_desk.ui.conversation.presenter import ConversationPresenter
from tests.operations.stage import Stage

from ..desk import Recorder, play


def test_it_shows_thread_state_and_what_is_on_its_way(tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        id = await at.asked()
        view = Recorder()
        presenter = ConversationPresenter(desk, view)
        presenter.open(id)
        shown = await view.until(lambda s: s.get("show_conversation"))
        assert (len(shown.posts), shown.outgoing, shown.me) == (1, (), "MR")
        item = await desk.answering.reply(id, "Puede consultarlo en la sede.")
        shown = await view.until(lambda s: s["show_conversation"].outgoing and s)
        assert shown["show_conversation"].outgoing[0].id == item.id
        presenter.undo(item.id)
        await view.until(lambda s: not s["show_conversation"].outgoing)
        assert view.shown["say_done"] == "undone"

    play(tmp_path, act)


def test_c_takes_and_gives_back(tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        id = await at.asked()
        view = Recorder()
        presenter = ConversationPresenter(desk, view)
        presenter.open(id)
        await view.until(lambda s: s.get("show_conversation"))
        presenter.take_or_release()
        await view.until(lambda s: s["show_conversation"].conversation.state is State.TAKEN)
        presenter.take_or_release()
        await view.until(lambda s: s["show_conversation"].conversation.state is State.NEW)

    play(tmp_path, act)


def test_closing_keeps_its_reason_and_can_be_taken_back(tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        id = await at.asked()
        view = Recorder()
        presenter = ConversationPresenter(desk, view)
        presenter.open(id)
        await view.until(lambda s: s.get("show_conversation"))
        presenter.close(CloseReason.SPAM)
        await view.until(
            lambda s: s["show_conversation"].conversation.close_reason is CloseReason.SPAM
        )
        presenter.reopen()
        await view.until(lambda s: s["show_conversation"].conversation.state is State.NEW)

    play(tmp_path, act)


def test_problems_are_told(tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        id = await at.asked()
        view = Recorder()
        presenter = ConversationPresenter(desk, view)
        presenter.open(id)
        item = await desk.answering.reply(id, "Puede consultarlo en la sede.")
        await at.store.outbox.advance(
            item.id, expect=OutgoingState.QUEUED, to=OutgoingState.CHECKING
        )
        presenter.undo(item.id)
        assert isinstance(await view.until(lambda s: s.get("say_problem")), TooLateToUndo)
        view.shown.clear()
        presenter.adopt(item.id, "no es una dirección")
        assert isinstance(await view.until(lambda s: s.get("say_problem")), NotAllowed)

    play(tmp_path, act)


def test_nothing_open_shows_nothing(tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        id = await at.asked()
        view = Recorder()
        presenter = ConversationPresenter(desk, view)
        presenter.open(id)
        await view.until(lambda s: s.get("show_conversation"))
        presenter.open(None)
        assert view.calls[-1] == "show_nothing"
        view.calls.clear()
        await at.triage.take(id)
        await desk.background.settle("conversation")
        assert view.calls == []

    play(tmp_path, act)


def test_all_of_one_person_goes_and_the_pane_with_it(tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        id = await at.asked()
        view = Recorder()
        presenter = ConversationPresenter(desk, view)
        presenter.open(id)
        shown = await view.until(lambda s: s.get("show_conversation"))
        presenter.forget_person(shown.conversation.citizen.id)
        report = await view.until(lambda s: s.get("say_forgotten"))
        assert (report.posts, report.conversations) == (1, 1)
        await view.until(lambda _: "show_nothing" in view.calls)
        # Its editor may be open still: what it saves now is kept nowhere.
        await desk.answering.save_draft(Draft(id, "Hola", 4, PostId("1"), at.clock.now()))
        assert await desk.answering.draft(id) is None

    play(tmp_path, act)


def test_while_an_answer_goes_out_nobody_is_forgotten(tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        id = await at.asked()
        item = await desk.answering.reply(id, "Puede consultarlo en la sede.")
        await at.store.outbox.advance(
            item.id, expect=OutgoingState.QUEUED, to=OutgoingState.CHECKING
        )
        view = Recorder()
        presenter = ConversationPresenter(desk, view)
        presenter.open(id)
        shown = await view.until(lambda s: s.get("show_conversation"))
        presenter.forget_person(shown.conversation.citizen.id)
        problem = await view.until(lambda s: s.get("say_problem"))
        assert problem == NotAllowed("person", "checking", "forgotten")

    play(tmp_path, act)

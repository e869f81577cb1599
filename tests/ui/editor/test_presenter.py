"""Drafts are never lost and never wander; nothing leaves that should not."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from incluinfo_desk.domain.conversation import ConversationId
from incluinfo_desk.domain.faq import EASY_READ, FaqState
from incluinfo_desk.domain.outgoing import OutgoingState
from incluinfo_desk.domain.post import Post
from incluinfo_desk.domain.problems import (
    AccidentalLink,
    AlreadyAnswered,
    AlreadyQueued,
    EmptyText,
    HoldsPersonalData,
    MayNotReply,
    NotOffered,
    SaidOften,
    UnfilledSlot,
)
from incluinfo_desk.operations.desk import Desk
from incluinfo_desk.ui.editor import presenter as module
from incluinfo_desk.ui.editor.presenter import EditorPresenter
from tests.operations.fake_channel import PACO
from tests.operations.stage import SILENCE, Stage

from ..desk import Recorder, play

TEXT = "Puede consultarlo en la sede."


async def opened(at: Stage, desk: Desk) -> tuple[EditorPresenter, Recorder, str]:
    id = await at.asked()
    view = Recorder()
    presenter = EditorPresenter(desk, view)
    presenter.open(id)
    await view.until(lambda s: s.get("show_offer") and s["show_offer"][0])
    return presenter, view, id


async def queue(at: Stage) -> list[str]:
    return [item.text for item in await at.store.outbox.open_items()]


def test_what_is_written_is_on_disk_soon_after_the_last_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "QUIET", 0.02)

    async def act(at: Stage, desk: Desk) -> None:
        presenter, _, id = await opened(at, desk)
        presenter.write("Hola", 4)
        await desk.background.settle("draft")
        draft = await at.store.drafts.get(id)  # type: ignore[arg-type]
        assert draft is not None
        assert (draft.text, draft.cursor) == ("Hola", 4)

    play(tmp_path, act)


def test_uninterrupted_typing_is_saved_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "QUIET", 60)
    monkeypatch.setattr(module, "LONGEST", 0.02)

    async def act(at: Stage, desk: Desk) -> None:
        presenter, _, id = await opened(at, desk)
        presenter.write("Hola, sigo escribiendo", 4)
        await desk.background.settle("draft")
        draft = await at.store.drafts.get(id)  # type: ignore[arg-type]
        assert draft is not None
        assert draft.text == "Hola, sigo escribiendo"

    play(tmp_path, act)


def test_a_draft_never_moves_to_another_conversation(tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        presenter, view, first = await opened(at, desk)
        presenter.write("Para Rosa", 9)
        other = await at.asked("@incluinfo ¿cómo pido cita?", PACO)
        presenter.open(other)
        await view.until(lambda _: presenter.conversation and presenter.conversation.id == other)
        assert view.shown["show_text"] == ("", 0)
        await desk.background.settle("draft of before")
        presenter.open(first)  # type: ignore[arg-type]
        assert await view.until(lambda s: s["show_text"][0] and s["show_text"]) == ("Para Rosa", 9)
        assert await at.store.drafts.get(other) is None

    play(tmp_path, act)


def test_flush_saves_at_once(tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        presenter, _, id = await opened(at, desk)
        presenter.write("A medias", 8)
        await presenter.flush()
        draft = await at.store.drafts.get(id)  # type: ignore[arg-type]
        assert draft is not None
        assert draft.text == "A medias"

    play(tmp_path, act)


def test_closing_during_a_save_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "QUIET", 0.02)

    async def act(at: Stage, desk: Desk) -> None:
        presenter, _, id = await opened(at, desk)
        free = Event()
        database = at.store.database
        busy = asyncio.ensure_future(database._submit(database._write_thread, free.wait))
        presenter.write("A medias", 8)
        await asyncio.sleep(0.1)  # the save has been asked for, and waits its turn
        presenter.write("A medias", 0)
        asyncio.get_running_loop().call_later(0.1, free.set)
        await presenter.flush()
        await desk.background.close()
        free.set()
        await busy
        draft = await at.store.drafts.get(id)  # type: ignore[arg-type]
        assert draft is not None
        assert (draft.text, draft.cursor) == ("A medias", 0)

    play(tmp_path, act)


def test_the_line_follows_every_key(tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        presenter, view, _ = await opened(at, desk)
        assert view.shown["show_check"].problems == (EmptyText(),)
        presenter.write("Hasta el {plazo}.", 3)
        assert view.shown["show_check"].problems == (UnfilledSlot("plazo"),)
        presenter.write("Su DNI 12345678Z", 3)
        assert isinstance(view.shown["show_check"].problems[0], HoldsPersonalData)
        presenter.write(TEXT, 3)
        check = view.shown["show_check"]
        assert (check.problems, check.length, check.by_hand) == ((), len(TEXT), False)

    play(tmp_path, act)


def test_links_are_warned_of_at_the_key_and_repetition_when_it_pauses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "QUIET", 0.02)

    async def act(at: Stage, desk: Desk) -> None:
        for _ in range(3):
            await desk.answering.reply(await at.asked(), TEXT)
        presenter, view, _ = await opened(at, desk)
        presenter.write("Ya está.Se", 3)
        check = view.shown["show_check"]
        assert check.warnings == (AccidentalLink("está.Se", 4),)
        assert check.price == Decimal("0.200")
        presenter.write(TEXT, 3)
        assert view.shown["show_check"].warnings == ()
        await view.until(lambda s: s["show_check"].warnings == (SaidOften(3),))
        presenter.write(TEXT + " Hola.", 3)
        assert view.shown["show_check"].warnings == ()

    play(tmp_path, act)


def test_plainer_words_are_advised_when_it_pauses_and_the_setting_changes_the_advice_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "QUIET", 0.02)
    text = "Puedes subsanar la solicitud en la sede."

    def found(shown: dict[str, Any]) -> list[str]:
        return [hint.found for hint in shown["show_check"].hints]

    async def act(at: Stage, desk: Desk) -> None:
        presenter, view, _ = await opened(at, desk)
        presenter.write(text, 3)
        await view.until(lambda s: found(s) == ["Puedes", "subsanar"])
        assert view.shown["show_check"].problems == ()
        for address, told in (("tu", ["subsanar"]), ("off", []), ("usted", ["Puedes", "subsanar"])):
            await desk.save_settings(replace(desk.settings, address=address))
            await view.until(lambda s, told=told: found(s) == told)  # type: ignore[misc]
        presenter.write("Pots esmenar la sol·licitud a la seu electrònica.", 3)
        await view.until(lambda s: found(s) == [])

    play(tmp_path, act)


def test_the_disclaimer_counts_while_it_is_written_and_is_what_goes_out(tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        presenter, view, id = await opened(at, desk)
        presenter.write(TEXT, 3)
        at.disclaimer = "Solo informativo."
        await desk.save_settings(replace(desk.settings, disclaimer=at.disclaimer))
        await view.until(lambda s: s["show_check"].disclaimer == "Solo informativo.")
        check = view.shown["show_check"]
        assert check.public == f"{TEXT}\nSolo informativo."
        assert check.length == len(check.public)
        presenter.send()
        await view.until(lambda s: s.get("say_sent") == "queued")
        (item,) = await at.store.outbox.for_conversation(ConversationId(id))
        assert item.text == check.public
        presenter.write("Otra cosa.", 3)
        await view.until(lambda s: s["show_check"].disclaimer == "")

    play(tmp_path, act)


def test_sending_queues_once_and_clears(tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        presenter, view, id = await opened(at, desk)
        presenter.write(TEXT, len(TEXT))
        presenter.send()
        presenter.send()  # a double press
        assert await view.until(lambda s: s.get("say_sent")) == "queued"
        await desk.background.settle("send")
        assert await queue(at) == [TEXT]
        assert view.shown["show_text"] == ("", 0)
        assert await at.store.drafts.get(id) is None  # type: ignore[arg-type]

    play(tmp_path, act)


def test_undo_brings_text_and_cursor_back(tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        presenter, view, _ = await opened(at, desk)
        presenter.write(TEXT, 6)
        presenter.send()
        await desk.background.settle("send")
        item = (await at.store.outbox.open_items())[0]
        await desk.answering.undo(item.id)
        assert await view.until(lambda s: s["show_text"][0] and s["show_text"]) == (TEXT, 6)

    play(tmp_path, act)


def test_a_second_answer_must_be_meant(tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        presenter, view, id = await opened(at, desk)
        first = await desk.answering.reply(id, "Primera.")  # type: ignore[arg-type]
        await view.until(lambda s: AlreadyQueued() in s["show_check"].problems)
        at.publish()
        await at.until(first, OutgoingState.SENT)
        await view.until(lambda s: AlreadyAnswered() in s["show_check"].warnings)
        presenter.write(TEXT, 0)
        presenter.send()
        await view.until(lambda _: "ask_again" in view.calls)
        await desk.background.settle("send")
        await desk.background.settle("draft of before")
        draft = await at.store.drafts.get(id)  # type: ignore[arg-type]
        assert draft is not None
        assert draft.text == TEXT
        assert await at.store.outbox.open_items() == ()

    play(tmp_path, act)


def test_r_sends_the_sure_answer_with_the_name(tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        presenter, view, _ = await opened(at, desk)
        assert presenter.offer is not None
        assert presenter.offer.one_click is not None
        assert presenter.offer.one_click.id == SILENCE
        presenter.one_click()
        assert await view.until(lambda s: s.get("say_sent")) == "queued"
        item = (await at.store.outbox.open_items())[0]
        assert (item.faq_id, item.state) == (SILENCE, OutgoingState.QUEUED)

    play(tmp_path, act)


def test_r_never_discards_a_text_half_written(tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        presenter, view, _ = await opened(at, desk)
        presenter.write("Esto es mío", 3)
        presenter.one_click()
        assert view.shown["say_sent"] == "half_written"
        assert await queue(at) == []

    play(tmp_path, act)


def test_r_says_why_not(tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        await at.suggesting.load()
        await desk.edit_faq.set_state([SILENCE], FaqState.UNDER_REVIEW)
        presenter, view, _ = await opened(at, desk)
        presenter.one_click()
        assert view.shown["say_problem"] == NotOffered("under_review")

    play(tmp_path, act)


def test_an_edited_answer_changes_the_offer_at_once(tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        presenter, view, _ = await opened(at, desk)
        assert presenter.offer is not None
        assert presenter.offer.one_click is not None
        await desk.edit_faq.set_state([SILENCE], FaqState.UNDER_REVIEW)
        await view.until(lambda s: s["show_offer"][0] and s["show_offer"][0].one_click is None)

    play(tmp_path, act)


def test_insertion_greets_only_in_an_empty_field(tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        presenter, _, _ = await opened(at, desk)
        assert presenter.offer is not None
        entry = presenter.offer.entries[SILENCE]
        whole = presenter.insertion(0)
        assert whole is not None
        assert whole.endswith(entry.rendered())
        presenter.write("Buenos días.", 12)
        assert presenter.insertion(0) == entry.rendered()
        easy = entry.translation_in(EASY_READ)
        assert easy is not None
        assert presenter.insertion(0, EASY_READ) == easy.reply.replace("{enlace}", entry.link or "")
        assert presenter.insertion(9) is None

    play(tmp_path, act)


def test_who_may_not_be_answered_is_answered_by_hand(tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        post: Post = at.channel.says(PACO, "no entiendo nada de la seguridad social")
        from dataclasses import replace

        id = await at.arrives(replace(post, mentions=()))
        view = Recorder()
        presenter = EditorPresenter(desk, view)
        presenter.open(id)
        check = await view.until(lambda s: s.get("show_check"))
        assert check.by_hand
        assert check.problems[0] == MayNotReply()
        presenter.write(TEXT, 0)
        presenter.send()
        assert view.shown["say_problem"] == MayNotReply()
        presenter.manual()
        url, text = view.shown["open_manual"]
        assert url.startswith("https://x.com/intent/post?")
        assert text == TEXT
        presenter.mark_sent()
        assert await view.until(lambda s: s.get("say_sent")) == "by_hand"
        await asyncio.sleep(0)
        assert (await at.conversation(id)).waiting_since is None

    play(tmp_path, act)


def test_i_answers_with_the_open_incident(tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        presenter, view, _ = await opened(at, desk)
        presenter.answer_with_incident()
        assert await view.until(lambda s: s.get("say_sent")) == "no_incident"

    play(tmp_path, act)


def test_a_question_for_another_body_comes_with_the_way_there(tmp_path: Path) -> None:
    async def act(at: Stage, desk: Desk) -> None:
        id = await at.asked("@incluinfo ¿cómo sello el paro en el SEPE?")
        view = Recorder()
        presenter = EditorPresenter(desk, view)
        presenter.open(id)
        offer, _, redirect = await view.until(
            lambda s: s.get("show_offer") and s["show_offer"][0] and s["show_offer"]
        )
        assert (redirect is None) == (offer.ranking.redirect is None)
        assert redirect is not None
        assert redirect.rendered()

    play(tmp_path, act)

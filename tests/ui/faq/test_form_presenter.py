"""One entry in the form, on a real store: what is checked, stored, asked and recovered."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from incluinfo_desk.domain.faq import FaqEntry, FaqRule, FaqState, Layer, Translation
from incluinfo_desk.domain.problems import BrokenRule
from incluinfo_desk.domain.variants import LANGUAGES
from incluinfo_desk.operations.desk import Desk
from incluinfo_desk.operations.find_twins import Twin
from incluinfo_desk.settings import Settings
from incluinfo_desk.ui import variant_words
from incluinfo_desk.ui.faq.entry_text import identifier
from incluinfo_desk.ui.faq.form_presenter import Choice, FormPresenter
from incluinfo_desk.ui.faq.unsaved import pack, unpack
from incluinfo_desk.ui.faq.variants_presenter import with_variant
from tests.ui.desk_kit import desk
from tests.ui.faq.views import FormNotes, entry, quiet

ANA = Settings(officer_name="Ana Pérez", officer_initials="AP")


@asynccontextmanager
async def form(
    folder: Path, *entries: FaqEntry, settings: Settings = ANA
) -> AsyncIterator[tuple[Desk, FormPresenter, FormNotes]]:
    async with desk(folder, settings, entries=entries) as made:
        notes = FormNotes()
        presenter = FormPresenter(made, notes)
        presenter.start()
        await quiet(made)
        yield made, presenter, notes


def test_a_new_entry_is_stored_under_a_name_made_of_its_question(tmp_path: Path) -> None:
    async def work() -> None:
        async with form(tmp_path) as (made, presenter, notes):
            presenter.new(topic="imv")
            presenter.edit(question="¿Cómo pido el IMV en línea?  ", reply="Aquí: {enlace}")
            presenter.edit(link="https://www.seg-social.es", variants=("", " m lo pides? ", ""))
            presenter.save()
            await quiet(made)
            stored = await made.store.faq.get("imv-pido-imv-linea")
            assert stored is not None
            assert stored.question == "¿Cómo pido el IMV en línea?"
            assert stored.variants == ("m lo pides?",)
            assert (stored.state, stored.revision) == (FaqState.DRAFT, 1)
            assert not presenter.dirty
            assert notes.saved == [stored]

    asyncio.run(work())


def test_two_entries_with_one_question_keep_apart(tmp_path: Path) -> None:
    async def work() -> None:
        async with form(tmp_path) as (made, presenter, _):
            for _ in range(2):
                presenter.new(topic="imv")
                presenter.edit(question="¿Qué es el IMV?", reply="Una prestación.")
                presenter.save()
                await quiet(made)
            stored = {each.id for each in await made.store.faq.all()}
            assert len(stored) == 2

    asyncio.run(work())


def test_identifiers_have_no_accents_and_no_small_words() -> None:
    made = identifier(entry("x", topic="pensiones", question="¿Cuándo cobraré la jubilación?"))
    assert made == "pensiones-cobrare-jubilacion"
    assert identifier(entry("x", topic="imv", question="¿?")) == ""


def test_an_empty_form_is_not_scolded_until_it_is_saved(tmp_path: Path) -> None:
    async def work() -> None:
        async with form(tmp_path) as (made, presenter, notes):
            presenter.new()
            assert notes.check is not None
            assert not notes.check.broken
            presenter.edit(keywords=("algo",))
            presenter.save()
            await quiet(made)
            assert notes.check.broken == {
                "question": FaqRule.QUESTION_EMPTY,
                "reply": FaqRule.REPLY_EMPTY,
                "topic": FaqRule.TOPIC_UNKNOWN,
            }
            assert await made.store.faq.is_empty()

    asyncio.run(work())


def test_each_broken_rule_stands_beside_its_field_and_stops_the_saving(tmp_path: Path) -> None:
    async def work() -> None:
        async with form(tmp_path, entry("a")) as (made, presenter, notes):
            presenter.open("a")
            await quiet(made)
            presenter.edit(link="http://sin-cifrar.es", reply="larga " * 60 + "{enlace}")
            assert notes.check is not None
            assert notes.check.broken == {
                "link": FaqRule.LINK_NOT_HTTPS,
                "reply": FaqRule.TOO_LONG,
            }
            assert notes.check.length > 280
            presenter.save()
            await quiet(made)
            stored = await made.store.faq.get("a")
            assert stored is not None
            assert stored.revision == 1
            assert notes.pointed == ["link"] or notes.pointed == ["reply"]

    asyncio.run(work())


def test_the_preview_is_what_x_will_show(tmp_path: Path) -> None:
    async def work() -> None:
        async with form(tmp_path, entry("a")) as (made, presenter, notes):
            presenter.open("a")
            await quiet(made)
            assert notes.check is not None
            assert (
                notes.check.entry.rendered() == "Lo explica esta página: https://www.seg-social.es"
            )
            assert notes.check.length == len("Lo explica esta página: ") + 23

    asyncio.run(work())


def test_the_answer_is_read_for_plain_words(tmp_path: Path) -> None:
    async def work() -> None:
        async with form(tmp_path) as (made, presenter, notes):
            presenter.new(topic="imv")
            presenter.edit(reply="Debe subsanar la solicitud.")
            await made.background.settle("faq advice")
            assert [hint.instead for hint in notes.hints] == ["corregir"]
            presenter.edit(reply="Debe corregir la solicitud.")
            await made.background.settle("faq advice")
            assert notes.hints == ()

    asyncio.run(work())


def test_what_is_there_already_is_told_while_it_is_written(tmp_path: Path) -> None:
    known = entry("imv-plazo", question="¿Cuánto tarda en resolverse el ingreso mínimo vital?")

    async def work() -> None:
        async with form(tmp_path, known) as (made, presenter, notes):

            async def told() -> Twin | None:
                await made.background.settle("faq advice")
                return notes.twin

            presenter.new(topic="imv")
            presenter.edit(question="cuanto tarda en resolverse el ingreso minimo vital")
            assert await told() == Twin("imv-plazo", known.question)
            presenter.edit(question="¿Dónde pido la jubilación desde Francia?")
            assert await told() is None
            presenter.edit(variants=("cuanto tarda el ingreso minimo vital en resolverse",))
            assert await told() is not None
            presenter.open("imv-plazo")
            await quiet(made)
            notes.asked[0](Choice.DISCARD)
            await quiet(made)
            assert await told() is None

    asyncio.run(work())


def test_a_variant_is_read_while_it_is_written_and_keeps_the_entry_from_being_verified(
    tmp_path: Path,
) -> None:
    async def work() -> None:
        async with form(tmp_path, entry("a", reply="En 30 días: {enlace}")) as (made, shown, notes):
            shown.open("a")
            await quiet(made)
            assert notes.check is not None
            assert [line.language for line in notes.check.variants] == [*LANGUAGES]
            assert not any(line.written for line in notes.check.variants)
            wrong = with_variant((), "eu", reply="20 egunetan: {enlace} ", link="")
            shown.edit(translations=wrong)
            (basque,) = [line for line in notes.check.variants if line.written]
            assert (basque.language, basque.length) == ("eu", len("20 egunetan: ") + 23 + 1)
            told = [variant_words.named(flaw) for flaw in basque.flaws]
            assert told == ["euskara: Cifras: falta «30 días», sobra «20 días»."]
            assert not notes.check.broken, "a draft may be half done"
            shown.save(FaqState.VERIFIED)
            assert notes.check.broken == {"translations": FaqRule.VARIANT_DISAGREES}
            assert notes.pointed == ["translations"]
            shown.edit(
                translations=with_variant(wrong, "eu", reply="30 egunetan: {enlace} ", link="")
            )
            shown.save(FaqState.VERIFIED)
            await quiet(made)
            stored = await made.store.faq.get("a")
            assert stored is not None
            assert stored.state is FaqState.VERIFIED
            assert stored.translations == (Translation("eu", "30 egunetan: {enlace}"),)
            assert with_variant(stored.translations, "eu", reply=" ", link="") == ()

    asyncio.run(work())


def test_a_new_entry_may_be_ones_own_and_that_outlives_a_crash(tmp_path: Path) -> None:
    async def work() -> None:
        async with form(tmp_path) as (made, presenter, _):
            presenter.new(topic="imv")
            presenter.edit(question="¿Mi muletilla?", reply="Un saludo.", layer=Layer.PERSONAL)
            assert presenter.entry is not None
            assert presenter.entry.owner == "AP"
            back = unpack(pack(presenter.entry, new=True), None)
            assert back is not None
            assert (back.entry.layer, back.entry.owner) == (Layer.PERSONAL, "AP")
            presenter.save()
            await quiet(made)
            (stored,) = await made.store.faq.all()
            assert (stored.layer, stored.owner) == (Layer.PERSONAL, "AP")
            presenter.edit(layer=Layer.TEAM)
            assert presenter.entry is not None
            assert presenter.entry.owner == ""

    asyncio.run(work())


def test_saving_over_someone_elses_change_is_asked_and_loses_neither(tmp_path: Path) -> None:
    async def work() -> None:
        async with form(tmp_path, entry("a")) as (made, presenter, notes):
            presenter.open("a")
            await quiet(made)
            presenter.edit(reply="Lo mío.")
            await made.store.faq.save(entry("a", reply="Lo de otra."), by="LB", expect_revision=1)
            presenter.save()
            await quiet(made)
            (stored, answer) = notes.conflicts[0]
            assert stored.reply == "Lo de otra."
            assert presenter.entry is not None
            assert presenter.entry.reply == "Lo mío."
            answer(Choice.SAVE)
            await quiet(made)
            now = await made.store.faq.get("a")
            assert now is not None
            assert (now.reply, now.revision) == ("Lo mío.", 3)
            history = await made.store.faq.history("a")
            assert [each.entry.reply for each in history][1] == "Lo de otra."

    asyncio.run(work())


def test_leaving_edits_asks_and_each_answer_does_what_it_says(tmp_path: Path) -> None:
    async def work() -> None:
        async with form(tmp_path, entry("a"), entry("b"), entry("c")) as (made, presenter, notes):
            presenter.open("a")
            await quiet(made)
            presenter.edit(reply="Otra.")
            presenter.open("b")
            notes.asked[-1](Choice.STAY)
            assert presenter.entry is not None
            assert presenter.entry.reply == "Otra."
            assert notes.marked[-1] == "a"
            presenter.open("b")
            notes.asked[-1](Choice.SAVE)
            await quiet(made)
            saved = await made.store.faq.get("a")
            assert saved is not None
            assert saved.reply == "Otra."
            assert notes.entry is not None
            assert notes.entry.id == "b"
            presenter.edit(reply="Nada.")
            presenter.open("c")
            notes.asked[-1](Choice.DISCARD)
            await quiet(made)
            left = await made.store.faq.get("b")
            assert left is not None
            assert left.revision == 1
            assert notes.entry.id == "c"

    asyncio.run(work())


def test_an_edit_that_cannot_be_saved_is_not_left_behind(tmp_path: Path) -> None:
    async def work() -> None:
        async with form(tmp_path, entry("a"), entry("b")) as (made, presenter, notes):
            presenter.open("a")
            await quiet(made)
            presenter.edit(reply="")
            presenter.open("b")
            notes.asked[-1](Choice.SAVE)
            await quiet(made)
            assert notes.entry is not None
            assert notes.entry.id == "a"
            assert notes.marked[-1] == "a"
            assert notes.check is not None
            assert notes.check.broken == {"reply": FaqRule.REPLY_EMPTY}

    asyncio.run(work())


def test_edits_survive_the_end_of_the_desk(tmp_path: Path) -> None:
    async def before() -> None:
        async with form(tmp_path, entry("a")) as (made, presenter, _):
            presenter.open("a")
            await quiet(made)
            presenter.edit(reply="A medias", review_by=None, variants=("una", "dos"))
            presenter.edit(translations=(Translation("gl", "A medio camiño"),))
            await presenter.flush()

    async def after() -> None:
        async with form(tmp_path) as (made, presenter, notes):
            assert notes.recovered == 1
            assert presenter.entry is not None
            assert presenter.entry.reply == "A medias"
            assert presenter.entry.variants == ("una", "dos")
            assert presenter.entry.translations == (Translation("gl", "A medio camiño"),)
            assert presenter.dirty
            presenter.revert()
            await quiet(made)
            assert not presenter.dirty

    async def at_last() -> None:
        async with form(tmp_path) as (_, presenter, notes):
            assert notes.recovered == 0
            assert presenter.entry is None

    asyncio.run(before())
    asyncio.run(after())
    asyncio.run(at_last())


def test_who_saves_a_verified_entry_answers_for_it(tmp_path: Path) -> None:
    async def work() -> None:
        async with form(tmp_path, entry("a")) as (made, presenter, notes):
            await made.edit_faq.verify(["a"])
            presenter.open("a")
            await quiet(made)
            presenter.edit(reply="Nueva.", link=None)
            assert notes.check is not None
            assert notes.check.spoken_for
            made.settings = replace(made.settings, officer_initials="LB")
            presenter.save()
            await quiet(made)
            stored = await made.store.faq.get("a")
            assert stored is not None
            assert (stored.state, stored.verified_by) == (FaqState.VERIFIED, "LB")

    asyncio.run(work())


def test_nobody_without_initials_can_verify(tmp_path: Path) -> None:
    async def work() -> None:
        async with form(tmp_path, entry("a"), settings=Settings()) as (made, presenter, notes):
            presenter.open("a")
            await quiet(made)
            presenter.edit(reply="Nueva.", link=None)
            presenter.save(FaqState.VERIFIED)
            await quiet(made)
            assert notes.problems == [BrokenRule(FaqRule.VERIFIER_MISSING.value)]
            stored = await made.store.faq.get("a")
            assert stored is not None
            assert stored.revision == 1
            assert presenter.dirty

    asyncio.run(work())


def test_an_older_text_comes_back_into_the_form_and_is_stored_only_when_saved(
    tmp_path: Path,
) -> None:
    async def work() -> None:
        async with form(tmp_path, entry("a", reply="Primera.")) as (made, presenter, notes):
            await made.edit_faq.save(entry("a", reply="Segunda."), 1)
            presenter.open("a")
            await quiet(made)
            presenter.history()
            await quiet(made)
            assert [each.entry.reply for each in notes.revisions] == ["Segunda.", "Primera."]
            presenter.restore(notes.revisions[1].entry)
            stored = await made.store.faq.get("a")
            assert stored is not None
            assert stored.reply == "Segunda."
            presenter.save()
            await quiet(made)
            stored = await made.store.faq.get("a")
            assert stored is not None
            assert (stored.reply, stored.revision) == ("Primera.", 3)

    asyncio.run(work())


def test_a_change_from_elsewhere_shows_at_once_where_nothing_is_being_edited(
    tmp_path: Path,
) -> None:
    async def work() -> None:
        async with form(tmp_path, entry("a")) as (made, presenter, notes):
            presenter.open("a")
            await quiet(made)
            await made.edit_faq.verify(["a"])
            await quiet(made)
            assert notes.entry is not None
            assert notes.entry.state is FaqState.VERIFIED

    asyncio.run(work())


def test_what_is_proposed_leaves_the_faq_as_it_is(tmp_path: Path) -> None:
    async def act() -> None:
        async with desk(tmp_path, ANA, entries=(entry("a"),)) as made:
            notes = FormNotes()
            presenter = FormPresenter(made, notes)
            presenter.start()
            await made.proposing.tip("a", "El enlace ha cambiado.")
            presenter.open("a")
            await quiet(made)
            assert notes.tips == 1
            presenter.edit(reply="Otra cosa.")
            presenter.propose()
            await quiet(made)
            assert notes.proposed
            assert not presenter.dirty
            stored = await made.store.faq.get("a")
            assert stored is not None
            assert stored.reply != "Otra cosa."
            proposed = [p for p in await made.proposing.open() if p.entry is not None]
            assert [p.entry.reply for p in proposed if p.entry is not None] == ["Otra cosa."]
            presenter.end()

    asyncio.run(act())

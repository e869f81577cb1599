"""The list of the FAQ on a real store: filters, counts, changes to many, files."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from incluinfo_desk.domain.faq import FaqEntry, FaqRule, FaqState, Layer, Translation
from incluinfo_desk.domain.problems import BrokenRule, FileUnreadable
from incluinfo_desk.operations.desk import Desk
from incluinfo_desk.operations.edit_faq import Field
from incluinfo_desk.operations.faq_exchange import Decision
from incluinfo_desk.settings import Settings
from incluinfo_desk.ui.faq.presenter import PAGE, FaqPresenter, Only
from incluinfo_desk.ui.faq.trial_presenter import TrialPresenter
from tests.ui.desk_kit import desk
from tests.ui.faq.views import ListNotes, TrialNotes, entry, quiet

ANA = Settings(officer_name="Ana Pérez", officer_initials="AP")


@asynccontextmanager
async def listed(
    folder: Path, *entries: FaqEntry, settings: Settings = ANA
) -> AsyncIterator[tuple[Desk, FaqPresenter, ListNotes]]:
    async with desk(folder, settings, entries=entries) as made:
        notes = ListNotes()
        presenter = FaqPresenter(made, notes)
        presenter.start()
        await quiet(made)
        yield made, presenter, notes


def test_search_and_filters_narrow_the_list_and_count_the_states(tmp_path: Path) -> None:
    entries = (
        entry(
            "a",
            review_by=date(2026, 12, 1),
            translations=(Translation("ca", "Ho explica: {enlace}"),),
        ),
        entry("b", topic="pensiones", body="TGSS", question="¿Cuándo cobro la jubilación?"),
        entry("c", state=FaqState.RETIRED, review_by=date(2027, 12, 1)),
    )

    async def work() -> None:
        async with listed(tmp_path, *entries) as (made, presenter, notes):
            assert notes.pages[0] == ["a", "c", "b"]
            assert notes.bodies == ("INSS", "TGSS")
            presenter.search("JUBILACION")
            await quiet(made)
            assert notes.pages[0] == ["b"]
            presenter.search("")
            presenter.choose("imv", None, None)
            await quiet(made)
            assert notes.pages[0] == ["a", "c"]
            assert notes.counts[FaqState.RETIRED] == 1
            assert notes.counts[FaqState.DRAFT] == 1
            presenter.choose(None, None, FaqState.RETIRED)
            await quiet(made)
            assert notes.pages[0] == ["c"]
            presenter.choose(None, None, None, Only.DUE)
            await quiet(made)
            assert notes.pages[0] == ["a"]
            presenter.choose(None, "TGSS", None)
            await quiet(made)
            assert notes.pages[0] == ["b"]
            presenter.choose(None, None, None, "ca")
            await quiet(made)
            assert notes.pages[0] == ["c", "b"]
            assert presenter.filtered

    asyncio.run(work())


def test_a_personal_entry_is_its_owners_alone(tmp_path: Path) -> None:
    entries = (
        entry("team"),
        entry("mine", layer=Layer.PERSONAL, owner="AP"),
        entry("other", layer=Layer.PERSONAL, owner="MR"),
    )

    async def work() -> None:
        async with listed(tmp_path, *entries) as (made, presenter, notes):
            assert notes.pages[0] == ["mine", "team"]
            assert not presenter.filtered
            presenter.choose(None, None, None, Only.MINE)
            await quiet(made)
            assert notes.pages[0] == ["mine"]
            presenter.choose(None, None, None)
            await made.save_settings(replace(made.settings, officer_initials="MR"))
            await quiet(made)
            assert notes.pages[0] == ["other", "team"]

    asyncio.run(work())


def test_a_field_of_many_is_asked_about_set_and_taken_back(tmp_path: Path) -> None:
    entries = (entry("a"), entry("b", body="TGSS"), entry("c"))

    async def work() -> None:
        async with listed(tmp_path, *entries) as (made, presenter, notes):
            presenter.look_at_field([(0, 1)], Field("body", "TGSS"))
            await quiet(made)
            ((ids, field, look),) = notes.fields
            assert (ids, look.changes, look.same) == (("a", "b"), 1, 1)
            presenter.set_field(ids, field)
            await quiet(made)
            assert (notes.done[-1].state, notes.done[-1].done) == (None, 1)
            presenter.choose(None, "TGSS", None)
            await quiet(made)
            assert notes.pages[0] == ["a", "b"]
            presenter.undo()
            await quiet(made)
            assert notes.total == 1
            presenter.redo()
            await quiet(made)
            assert notes.total == 2
            assert [walked and walked.ids for walked in notes.walked] == [("a",), ("a",)]

    asyncio.run(work())


def test_only_looked_at_pages_are_read_the_last_wanted_first(tmp_path: Path) -> None:
    entries = [entry(f"e{n:04}") for n in range(PAGE * 3)]

    async def work() -> None:
        async with listed(tmp_path, *entries) as (made, presenter, notes):
            assert notes.total == PAGE * 3
            assert set(notes.pages) == {0}
            presenter.want(1)
            presenter.want(2)
            await quiet(made)
            assert list(notes.pages) == [0, 2, 1]
            assert notes.pages[2][0] == f"e{PAGE * 2:04}"

    asyncio.run(work())


def test_the_starter_asks_to_be_verified_until_it_is(tmp_path: Path) -> None:
    async def work() -> None:
        entries = (entry("a"), entry("b"), entry("c", source=None))
        async with listed(tmp_path, *entries) as (made, presenter, notes):
            assert notes.drafts == 3
            presenter.verify_drafts()
            await quiet(made)
            (done,) = notes.done
            assert done.done == 2
            assert done.refused == (("c", BrokenRule(FaqRule.SOURCE_MISSING.value)),)
            assert notes.drafts == 0
            verified = await made.store.faq.get("a")
            assert verified is not None
            assert verified.verified_by == "AP"

    asyncio.run(work())


def test_chosen_rows_are_changed_also_where_they_were_never_read(tmp_path: Path) -> None:
    entries = [entry(f"e{n:04}") for n in range(PAGE * 3)]

    async def work() -> None:
        async with listed(tmp_path, *entries) as (made, presenter, notes):
            presenter.change([(0, 0), (PAGE + 5, PAGE * 3 - 1)], FaqState.RETIRED)
            await quiet(made)
            assert notes.done[0].done == 1 + PAGE * 2 - 5
            assert notes.counts[FaqState.RETIRED] == 1 + PAGE * 2 - 5

    asyncio.run(work())


def test_a_long_change_can_be_stopped_and_says_how_far_it_came(tmp_path: Path) -> None:
    entries = [entry(f"e{n:04}") for n in range(450)]

    async def work() -> None:
        async with listed(tmp_path, *entries) as (made, presenter, notes):
            show = notes.show_progress

            def stop_at_once(done: int, total: int) -> None:
                show(done, total)
                presenter.cancel_change()

            notes.show_progress = stop_at_once  # type: ignore[method-assign]
            presenter.change([(0, 449)], FaqState.UNDER_REVIEW)
            await quiet(made)
            (done,) = notes.done
            assert done.cancelled
            assert 0 < done.done < 450
            assert notes.progress[-1] == (0, 0)
            assert notes.counts[FaqState.UNDER_REVIEW] == done.done

    asyncio.run(work())


def test_without_initials_it_says_what_is_missing(tmp_path: Path) -> None:
    async def work() -> None:
        async with listed(tmp_path, entry("a"), settings=Settings()) as (_, presenter, _):
            missing = BrokenRule(FaqRule.VERIFIER_MISSING.value)
            assert presenter.verifier_missing() == missing

    asyncio.run(work())


def test_a_file_is_shown_before_it_is_taken_and_its_good_rows_come_in(tmp_path: Path) -> None:
    file = tmp_path / "fichas.json"
    good = {"id": "nueva", "topic": "imv", "question": "¿Una más?", "reply": "Sí."}
    rows = [good, {**good, "id": "a"}, {**good, "id": "mala", "review_by": "junio"}]
    file.write_text(json.dumps(rows, ensure_ascii=False, indent=1), "utf-8")

    async def work() -> None:
        async with listed(tmp_path / "p", entry("a")) as (made, presenter, notes):
            presenter.preview(file)
            await quiet(made)
            (found,) = notes.previews
            assert [each.id for each in found.entries] == ["nueva"]
            assert [each.ours.id for each in found.changes] == ["a"]
            assert [(row.line, row.field, row.rule) for row in found.bad_rows] == [
                (14, "review_by", "date"),
            ]
            presenter.take(found, Decision())
            await quiet(made)
            assert (notes.imported[0].added, notes.imported[0].left) == (1, 1)
            kept = await made.store.faq.get("a")
            assert kept is not None
            assert kept.revision == 1
            presenter.export_file(tmp_path / "otra.json")
            await quiet(made)
            assert notes.exported == [2]

    asyncio.run(work())


def test_a_file_that_is_not_there_is_a_problem_in_words(tmp_path: Path) -> None:
    async def work() -> None:
        async with listed(tmp_path / "p") as (made, presenter, notes):
            presenter.preview(tmp_path / "no.json")
            await quiet(made)
            assert isinstance(notes.problems[0], FileUnreadable)

    asyncio.run(work())


def test_trying_a_question_follows_each_edit_without_a_network(tmp_path: Path) -> None:
    async def work() -> None:
        async with desk(tmp_path, ANA) as made:
            notes = TrialNotes()
            trial = TrialPresenter(made, notes)
            question = "m an denegao el imv kien me dice como reclamo??"
            trial.ask(question)
            await quiet(made)
            assert notes.hits
            first = notes.hits[0]
            assert first.entry.id == "imv-denegado-reclamacion-previa"
            assert first.sure
            assert first.why_not is not None
            await made.edit_faq.verify([first.entry.id])
            await quiet(made)
            assert notes.hits[0].why_not is None
            await made.edit_faq.set_state([first.entry.id], FaqState.RETIRED)
            await quiet(made)
            assert notes.hits[0].entry.id != first.entry.id
            trial.ask("  ")
            await quiet(made)
            assert notes.hits is None

    asyncio.run(work())

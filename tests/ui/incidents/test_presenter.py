"""Incidencias on a real profile: prefilled, refused, told once, followed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from incluinfo_desk.domain.announcement import Announcement
from incluinfo_desk.domain.incident import Component, ComponentState, Incident, IncidentState
from incluinfo_desk.domain.outgoing import Kind, OutgoingState
from incluinfo_desk.domain.problems import AltTextMissing, Problem, TooLong, UnfilledSlot
from incluinfo_desk.operations.desk import Desk
from incluinfo_desk.ui.incidents import presenter as module
from incluinfo_desk.ui.incidents.presenter import IncidentsPresenter, Step, Wanted
from tests.ui.desk_kit import NOW, desk

_WORK = ("incidents refresh", "incident read", "incident prefill", "incident publish")


class Notes:
    """What the place was told to show."""

    def __init__(self) -> None:
        self.components: Sequence[Component] = ()
        self.incidents: Sequence[Incident] = ()
        self.incident: Incident | None = None
        self.steps: Sequence[Step] = ()
        self.texts: list[str] = []
        self.wrong: Sequence[Problem] = ()
        self.parts = 0
        self.published: list[Incident] = []
        self.recovered: list[Announcement] = []
        self.problems: list[Problem] = []
        self.busy: list[bool] = []
        self.proposed = 0
        self.files: Sequence[Path] = ()
        self.approvals = (0, 0)

    def show_components(self, components: Sequence[Component]) -> None:
        self.components = components

    def show_incidents(
        self, incidents: Sequence[Incident], names: Mapping[str, str], now: datetime
    ) -> None:
        self.incidents = incidents

    def show_incident(self, incident: Incident | None, steps: Sequence[Step]) -> None:
        self.incident, self.steps = incident, steps

    def show_text(self, text: str) -> None:
        self.texts.append(text)

    def show_check(self, problems: Sequence[Problem], parts: int) -> None:
        self.wrong, self.parts = problems, parts

    def show_recovered(self, what: Announcement) -> None:
        self.recovered.append(what)

    def show_published(self, incident: Incident) -> None:
        self.published.append(incident)

    def show_proposed(self) -> None:
        self.proposed += 1

    def show_approvals(self, waiting: int, returned: int) -> None:
        self.approvals = (waiting, returned)

    def show_exported(self, files: Sequence[Path]) -> None:
        self.files = files

    def show_busy(self, busy: bool) -> None:
        self.busy.append(busy)

    def say_problem(self, problem: Problem) -> None:
        self.problems.append(problem)


async def quiet(made: Desk) -> None:
    while any(made.background.running(name) for name in _WORK):
        for name in _WORK:
            await made.background.settle(name)


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[tuple[Desk, Notes, IncidentsPresenter]]:
    async with desk(folder, entries=()) as made:
        await made.broadcasting.first_run()
        notes = Notes()
        presenter = IncidentsPresenter(made, notes, folder)
        presenter.start()
        await quiet(made)
        yield made, notes, presenter
        presenter.end()


def outage(**values: object) -> Wanted:
    given: dict[str, object] = {
        "components": ("sede",),
        "impact": ComponentState.PARTIAL_OUTAGE,
        "state": IncidentState.INVESTIGATING,
        "started_at": NOW,
        "next_update_at": NOW + timedelta(hours=1),
        **values,
    }
    return Wanted(**given)  # type: ignore[arg-type]


def test_what_is_being_written_outlives_the_desk_until_it_is_said_or_let_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_REST", 0.01)

    async def run() -> None:
        async with opened(tmp_path) as (made, notes, presenter):
            presenter.keep(outage(), "La sede no carga. Mi DNI: 12345678Z")
            await made.background.settle("incident keep")

            async def again() -> list[Announcement]:
                other = Notes()
                second = IncidentsPresenter(made, other, tmp_path)
                second.start()
                await made.background.settle("incident recover")
                second.end()
                return other.recovered

            (what,) = await again()
            assert (what.components, what.next_update_at) == (("sede",), NOW + timedelta(hours=1))
            assert what.text.startswith("La sede no carga. Mi DNI: ")
            assert "12345678Z" not in what.text
            presenter.publish(outage(), "La sede no carga.")
            await quiet(made)
            await made.background.settle("incident keep")
            assert len(notes.published) == 1
            assert await again() == []
            presenter.keep(outage(), "Otra cosa.")
            presenter.forget()
            await made.background.settle("incident keep")
            assert await again() == []

    asyncio.run(run())


def test_real_services_are_there_on_the_first_day(tmp_path: Path) -> None:
    async def run() -> None:
        async with opened(tmp_path) as (_, notes, _presenter):
            assert {"sede", "importass", "telefono-020"} <= {c.id for c in notes.components}

    asyncio.run(run())


def test_prepared_words_have_every_known_slot_filled(tmp_path: Path) -> None:
    async def run() -> None:
        async with opened(tmp_path) as (made, notes, presenter):
            presenter.prefill(outage())
            await quiet(made)
            presenter.check(notes.texts[-1], None, "")
            assert "sede electrónica" in notes.texts[-1]
            assert notes.wrong == []

    asyncio.run(run())


def test_published_incident_is_one_post_and_its_update_answers_it(tmp_path: Path) -> None:
    async def run() -> None:
        async with opened(tmp_path) as (made, notes, presenter):
            presenter.publish(outage(), "La sede no funciona desde las 10:00.")
            presenter.publish(outage(), "La sede no funciona desde las 10:00.")
            await quiet(made)
            assert len(notes.published) == 1
            assert notes.busy == [True, False]
            presenter.publish(
                outage(state=IncidentState.IDENTIFIED), "Ya sabemos la causa. Se repara."
            )
            await quiet(made)
            first, second = await made.store.outbox.open_items()
            assert (first.kind, second.kind) == (Kind.STANDALONE, Kind.THREAD_PART)
            assert second.after_id == first.id
            assert [step.update.state for step in notes.steps] == [
                IncidentState.INVESTIGATING,
                IncidentState.IDENTIFIED,
            ]
            assert all(step.outgoing is not None for step in notes.steps)
            assert notes.incident is not None
            assert notes.incident.state is IncidentState.IDENTIFIED

    asyncio.run(run())


def test_unfilled_slot_and_image_without_words_are_refused(tmp_path: Path) -> None:
    async def run() -> None:
        async with opened(tmp_path) as (made, notes, presenter):
            presenter.check("No funciona: {servicio}.", Path("captura.png"), "")
            assert [type(p) for p in notes.wrong] == [UnfilledSlot, AltTextMissing]
            presenter.publish(outage(), "No funciona: {servicio}.")
            await quiet(made)
            assert [type(p) for p in notes.problems] == [UnfilledSlot]
            assert notes.published == []
            assert await made.store.incidents.all() == ()

    asyncio.run(run())


def test_long_text_is_offered_in_parts_and_published_as_a_thread(tmp_path: Path) -> None:
    async def run() -> None:
        async with opened(tmp_path) as (made, notes, presenter):
            text = "La sede electrónica no funciona y lo sentimos mucho. " * 8
            presenter.check(text.strip(), None, "")
            assert [type(p) for p in notes.wrong] == [TooLong]
            assert notes.parts == 2
            presenter.publish(outage(), text.strip(), in_parts=True)
            await quiet(made)
            first, second = await made.store.outbox.open_items()
            assert second.after_id == first.id
            assert second.state is OutgoingState.QUEUED

    asyncio.run(run())


def test_missing_image_is_told_and_nothing_is_published(tmp_path: Path) -> None:
    async def run() -> None:
        async with opened(tmp_path) as (made, notes, presenter):
            gone = outage(image=tmp_path / "borrada.png", alt_text="Aviso en la sede")
            presenter.publish(gone, "La sede no funciona.")
            await quiet(made)
            assert len(notes.problems) == 1
            assert await made.store.incidents.all() == ()

    asyncio.run(run())


def test_attached_image_is_kept_inside_the_profile(tmp_path: Path) -> None:
    async def run() -> None:
        async with opened(tmp_path) as (made, _notes, presenter):
            (tmp_path / "media").mkdir(exist_ok=True)
            image = tmp_path / "captura.png"
            image.write_bytes(b"\x89PNG\r\n\x1a\n")
            presenter.publish(
                outage(image=image, alt_text="Aviso en la sede"), "La sede no funciona."
            )
            await quiet(made)
            image.unlink()
            [item] = await made.store.outbox.open_items()
            assert item.media is not None
            assert (tmp_path / item.media).read_bytes().startswith(b"\x89PNG")
            assert item.alt_text == "Aviso en la sede"

    asyncio.run(run())


def test_where_a_second_person_is_asked_for_nothing_is_published(tmp_path: Path) -> None:
    async def run() -> None:
        async with opened(tmp_path) as (made, notes, presenter):
            wants = replace(made.settings, officer_initials="AP", second_person_incidents=True)
            await made.save_settings(wants)
            presenter.publish(outage(), "La sede no funciona.")
            await quiet(made)
            assert (notes.published, notes.proposed, notes.approvals) == ([], 1, (1, 0))
            assert await made.store.outbox.open_items() == ()
            [waiting] = await made.approving.waiting()
            await made.approving.reject(waiting.id, "AL", "Falta la hora")
            await quiet(made)
            assert notes.approvals == (0, 1)
            presenter.begin(None, waiting)
            presenter.publish(outage(), "La sede no funciona desde las 10:22.")
            await quiet(made)
            assert notes.approvals == (1, 0)

    asyncio.run(run())


def test_moved_dates_and_errata_have_their_own_prepared_words(tmp_path: Path) -> None:
    async def run() -> None:
        async with opened(tmp_path) as (made, notes, presenter):
            later = NOW + timedelta(days=1)
            planned = outage(
                impact=ComponentState.MAINTENANCE, state=IncidentState.SCHEDULED,
                started_at=later, ends_at=later + timedelta(hours=4), next_update_at=None,
            )  # fmt: skip
            presenter.publish(planned, "Aviso: mañana habrá trabajos.")
            await quiet(made)
            presenter.prefill(planned)
            await quiet(made)
            assert notes.texts[-1].startswith("Aviso: desde las 11:00 del 24/11")
            moved = replace(planned, started_at=later + timedelta(hours=3))
            presenter.prefill(moved)
            await quiet(made)
            assert notes.texts[-1].startswith(
                "Cambio de fecha. El mantenimiento anunciado para las 11:00 del 24/11 será desde "
                "las 14:00 del 24/11"
            )
            [incident] = await made.store.incidents.all()
            presenter.prefill(replace(planned, corrects=incident.updates[0].id))
            await quiet(made)
            assert notes.texts[-1].startswith("Corrección de nuestro aviso de las 11:00 sobre sede")
            presenter.check(notes.texts[-1], None, "")
            assert [type(p) for p in notes.wrong] == [UnfilledSlot]

    asyncio.run(run())


def test_one_action_writes_the_text_for_other_channels(tmp_path: Path) -> None:
    async def run() -> None:
        async with opened(tmp_path) as (made, notes, presenter):
            presenter.publish(outage(), "La sede no funciona desde las 10:22.")
            await quiet(made)
            folder = tmp_path / "salida"
            folder.mkdir()
            presenter.export(folder, {"investigating": "En estudio"})
            await made.background.settle("incident act")
            assert [each.suffix for each in notes.files] == [".txt", ".html", ".json"]
            text = notes.files[0].read_text("utf-8-sig")
            assert text.startswith("Aviso de incidencia: sede electrónica\nEn estudio\n")
            assert "La sede no funciona desde las 10:22." in text
            presenter.export(tmp_path / "no", {})
            await made.background.settle("incident act")
            assert len(notes.problems) == 1

    asyncio.run(run())

"""Ajustes on a real profile: what is refused, what is stored, the account."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from decimal import Decimal
from pathlib import Path

from incluinfo_desk.domain.learning import Learnt
from incluinfo_desk.domain.problems import Offline, Problem, Refusal, Refused
from incluinfo_desk.operations.desk import Desk
from incluinfo_desk.settings import Settings, SettingsFile, Theme
from incluinfo_desk.ui.settings.presenter import (
    AccountState,
    SettingsPresenter,
    languages,
    prices,
)
from tests.ui.desk_kit import NOW, OURS, Door, desk

_WORK = ("settings save", "settings account", "settings spent", "settings sign out")


class Notes:
    def __init__(self) -> None:
        self.settings: list[Settings] = []
        self.account: list[AccountState] = []
        self.spent = Decimal(-1)
        self.learnt: Learnt | None = None
        self.wrong: set[str] = set()
        self.problems: list[Problem] = []

    def show_settings(self, settings: Settings) -> None:
        self.settings.append(settings)

    def show_account(self, state: AccountState) -> None:
        self.account.append(state)

    def show_spent(self, spent: Decimal) -> None:
        self.spent = spent

    def show_learnt(self, learnt: Learnt) -> None:
        self.learnt = learnt

    def complain(self, name: str) -> None:
        self.wrong.add(name)

    def accept(self, name: str) -> None:
        self.wrong.discard(name)

    def say_problem(self, problem: Problem) -> None:
        self.problems.append(problem)


async def quiet(made: Desk) -> None:
    while any(made.background.running(name) for name in _WORK):
        for name in _WORK:
            await made.background.settle(name)


@asynccontextmanager
async def opened(
    folder: Path, settings: Settings | None = None, door: Door | None = None
) -> AsyncIterator[tuple[Desk, SettingsPresenter, Notes]]:
    async with desk(folder, settings, entries=(), door=door) as made:
        notes = Notes()
        presenter = SettingsPresenter(made, notes)
        presenter.start()
        await quiet(made)
        yield made, presenter, notes


def test_changes_in_a_row_are_all_stored(tmp_path: Path) -> None:
    async def work() -> None:
        async with opened(tmp_path) as (made, presenter, notes):
            presenter.change("undo_seconds", 20)
            presenter.change("theme", "dark")
            presenter.change("undo_seconds", 30)
            presenter.change("officer_name", "  Ana Pérez ")
            await quiet(made)
            stored, problem = SettingsFile(tmp_path / "settings.json").load()
            assert problem is None
            assert stored == made.settings
            assert (stored.undo_seconds, stored.theme) == (30, Theme.DARK)
            assert stored.officer_name == "Ana Pérez"
            assert notes.settings[-1] == stored

    asyncio.run(work())


def test_what_may_not_stand_in_the_file_is_refused_beside_its_field(tmp_path: Path) -> None:
    async def work() -> None:
        async with opened(tmp_path) as (made, presenter, notes):
            assert not presenter.change("proxy", "http://ana:secreto@proxy.example:80")
            assert not presenter.change("client_id", "dos palabras")
            assert not presenter.change("undo_seconds", 61)
            assert notes.wrong == {"proxy", "client_id", "undo_seconds"}
            assert presenter.change("proxy", "http://proxy.example:8080")
            await quiet(made)
            assert notes.wrong == {"client_id", "undo_seconds"}
            assert made.settings == Settings(proxy="http://proxy.example:8080")

    asyncio.run(work())


def test_a_profile_that_cannot_be_written_says_so_and_shows_what_holds(tmp_path: Path) -> None:
    async def work() -> None:
        async with opened(tmp_path) as (made, presenter, notes):
            made.write_settings = SettingsFile(tmp_path / "gone" / "settings.json").save
            presenter.change("undo_seconds", 20)
            await quiet(made)
            assert len(notes.problems) == 1
            assert notes.settings[-1].undo_seconds == Settings().undo_seconds
            assert presenter.settings == made.settings

    asyncio.run(work())


def test_keys_of_ones_own_come_and_go(tmp_path: Path) -> None:
    async def work() -> None:
        async with opened(tmp_path) as (made, presenter, _):
            presenter.set_shortcut("faq.verify", "Ctrl+Alt+V")
            presenter.set_shortcut("faq.new", "")
            await quiet(made)
            assert made.settings.shortcuts == {"faq.verify": "Ctrl+Alt+V", "faq.new": ""}
            presenter.set_shortcut("faq.new", None)
            await quiet(made)
            assert made.settings.shortcuts == {"faq.verify": "Ctrl+Alt+V"}

    asyncio.run(work())


def test_only_prices_that_differ_from_the_list_are_stored(tmp_path: Path) -> None:
    async def work() -> None:
        async with opened(tmp_path) as (made, presenter, _):
            presenter.set_price("post", Decimal("0.02"))
            presenter.set_price("hide", Decimal("0.005"))
            await quiet(made)
            assert made.settings.prices == {"post": 0.02}
            assert prices(made.settings)["post"] == Decimal("0.02")
            presenter.set_price("post", Decimal("0.015"))
            await quiet(made)
            assert made.settings.prices == {}

    asyncio.run(work())


def test_the_spend_of_the_month_is_read_from_the_ledger(tmp_path: Path) -> None:
    async def work() -> None:
        async with opened(tmp_path) as (made, presenter, notes):
            await made.store.ledger.note("post", 2, Decimal("0.40"), NOW)
            await made.store.ledger.note("post", 9, Decimal("1.80"), NOW.replace(month=10))
            presenter.refresh_spent()
            await quiet(made)
            assert notes.spent == Decimal("0.40")

    asyncio.run(work())


def test_signing_in_waits_for_the_browser_and_names_the_account(tmp_path: Path) -> None:
    door = Door(durable=False)

    async def work() -> None:
        async with opened(tmp_path, door=door) as (made, presenter, notes):
            assert notes.account == [AccountState(None, False)]
            presenter.sign_in()
            door.answer.set()
            await made.background.settle("sign_in")
            await quiet(made)
            assert door.opened
            assert notes.account[1].busy
            assert notes.account[-1] == AccountState(OURS, False)
            presenter.sign_out()
            await quiet(made)
            assert notes.account[-1] == AccountState(None, False)

    asyncio.run(work())


def test_a_sign_in_can_be_given_up_and_a_refusal_is_told(tmp_path: Path) -> None:
    door = Door(refusal=Refused(Refusal.FORBIDDEN))

    async def work() -> None:
        async with opened(tmp_path, door=door) as (made, presenter, notes):
            presenter.sign_in()
            presenter.cancel_sign_in()
            await quiet(made)
            assert notes.account[-1] == AccountState(None, True)
            presenter.sign_in()
            door.answer.set()
            await made.background.settle("sign_in")
            await quiet(made)
            assert notes.account[-1] == AccountState(None, True, problem=door.refusal)

    asyncio.run(work())


def test_only_languages_that_are_installed_are_offered() -> None:
    found = languages()
    assert next(iter(found)) == "es"
    assert "en" in found
    assert set(found.values()) <= {"Español", "Català", "Galego", "Euskara", "English"}


def test_offline_is_no_reason_to_forget_the_account(tmp_path: Path) -> None:
    door = Door(account=OURS, refusal=Offline())

    async def work() -> None:
        async with opened(tmp_path, door=door) as (_, _, notes):
            assert notes.account == [AccountState(OURS, True)]

    asyncio.run(work())

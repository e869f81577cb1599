"""Ajustes: each change is checked, stored and told at once; the account; the spend. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from dataclasses import replace as changed
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from incluinfo_desk.assets import translations
from incluinfo_desk.domain import events
from incluinfo_desk.domain.eligibility import Prices
from incluinfo_desk.domain.learning import Learnt
from incluinfo_desk.domain.post import Author
from incluinfo_desk.domain.problems import Problem, Trouble
from incluinfo_desk.settings import Settings, from_raw, to_raw

if TYPE_CHECKING:
    from incluinfo_desk.operations.desk import Desk

SOURCE_LANGUAGE = "es"
LANGUAGES = {
    "es": "Español",
    "ca": "Català",
    "gl": "Galego",
    "eu": "Euskara",
    "en": "English",
}
"""Each by its own name; all but the first only where their translation is installed."""
_SIGN_IN = "sign_in"
"""The task that ``Account.cancel`` ends."""


@dataclass(frozen=True, slots=True)
class AccountState:
    who: Author | None
    durable: bool
    """Whether the next start is still signed in."""
    busy: bool = False
    """The browser is open and waits for consent."""
    problem: Problem | None = None


class SettingsView(Protocol):
    def show_settings(self, settings: Settings) -> None: ...
    def show_account(self, state: AccountState) -> None: ...
    def show_spent(self, spent: Decimal) -> None: ...
    def show_learnt(self, learnt: Learnt) -> None: ...
    def complain(self, name: str) -> None: ...
    def accept(self, name: str) -> None: ...
    def say_problem(self, problem: Problem) -> None: ...


class SettingsPresenter:
    def __init__(self, desk: Desk, view: SettingsView) -> None:
        self._desk, self._view = desk, view
        self._waiting: dict[str, Any] = {}
        self._ends: list[Callable[[], None]] = [
            desk.bus.subscribe(events.SettingsChanged, lambda _: self._show()),
            desk.bus.subscribe(events.LinkChanged, lambda _: self._look_at_account()),
            desk.bus.subscribe(events.LearntChanged, lambda _: self.refresh_learnt()),
        ]

    def start(self) -> None:
        self._show()
        self._look_at_account()
        self.refresh_spent()
        self.refresh_learnt()

    def end(self) -> None:
        for end in self._ends:
            end()
        for name in ("settings account", "settings spent", "settings learnt"):
            self._desk.background.cancel(name)

    @property
    def settings(self) -> Settings:
        """As they will be once everything asked for is stored."""
        return changed(self._desk.settings, **self._waiting)

    @property
    def data_dir(self) -> Path:
        return self._desk.data_dir

    # --- what the person changes -----------------------------------------------------------------

    def change(self, name: str, value: Any) -> bool:
        """Store ``value`` at once; False, with words beside its field, when it cannot be."""
        clean = checked(name, value)
        if clean is None:
            self._view.complain(name)
            return False
        self._view.accept(name)
        if clean[0] == getattr(self.settings, name):
            return True
        self._waiting[name] = clean[0]
        if not self._desk.background.running("settings save"):
            self._desk.background.start("settings save", self._save())
        return True

    def set_shortcut(self, action: str, keys: str | None) -> None:
        """Give an action other keys; "" for none, None for ours again."""
        own = dict(self.settings.shortcuts)
        if keys is None:
            own.pop(action, None)
        else:
            own[action] = keys
        self.change("shortcuts", own)

    def set_price(self, name: str, price: Decimal) -> None:
        """The price of the contract; X's own list price is not stored."""
        own = dict(self.settings.prices)
        own.pop(name, None)
        if price != getattr(Prices(), name):
            own[name] = float(price)
        self.change("prices", own)

    # --- the account ------------------------------------------------------------------------------

    def sign_in(self) -> None:
        """Open X in the system browser and wait for consent."""
        self._desk.background.start(_SIGN_IN, self._sign_in(), replace=True)

    def cancel_sign_in(self) -> None:
        self._desk.account.cancel()
        self._desk.background.start("settings account", self._after_sign_in(), replace=True)

    def sign_out(self) -> None:
        self._desk.background.start("settings sign out", self._sign_out())

    def refresh_spent(self) -> None:
        self._desk.background.start("settings spent", self._read_spent(), replace=True)

    # --- what the desk learnt ------------------------------------------------------------------

    def refresh_learnt(self) -> None:
        self._desk.background.start("settings learnt", self._read_learnt(), replace=True)

    def forget_learnt(self) -> None:
        self._desk.background.start("settings forget learnt", self._forget_learnt())

    # --- inside ----------------------------------------------------------------------------

    def _show(self) -> None:
        self._view.show_settings(self.settings)

    async def _save(self) -> None:
        while self._waiting:
            taken = dict(self._waiting)
            try:
                await self._desk.save_settings(changed(self._desk.settings, **taken))
            except Trouble as trouble:
                self._waiting.clear()
                self._view.say_problem(trouble.problem)
                self._show()
                return
            # What was changed again meanwhile is stored in the next round.
            for name, value in taken.items():
                if self._waiting.get(name) == value:
                    del self._waiting[name]

    def _look_at_account(self, problem: Problem | None = None) -> None:
        if not self._desk.background.running(_SIGN_IN):
            self._desk.background.start(
                "settings account", self._read_account(problem), replace=True
            )

    async def _read_account(self, problem: Problem | None) -> None:
        who = None
        try:
            who = await self._desk.account.who()
        except Trouble as trouble:
            problem = problem or trouble.problem
        durable = self._desk.account.durable
        self._view.show_account(AccountState(who, durable, problem=problem))

    async def _sign_in(self) -> None:
        durable = self._desk.account.durable
        self._view.show_account(AccountState(None, durable, busy=True))
        try:
            await self._desk.account.sign_in()
        except Trouble as trouble:
            await self._read_account(trouble.problem)
            return
        await self._read_account(None)

    async def _after_sign_in(self) -> None:
        await self._desk.background.settle(_SIGN_IN)
        await self._read_account(None)

    async def _sign_out(self) -> None:
        try:
            await self._desk.account.sign_out()
        except Trouble as trouble:
            self._view.say_problem(trouble.problem)
        self._look_at_account()

    async def _read_spent(self) -> None:
        now = self._desk.clock.now().astimezone()
        month = now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        try:
            self._view.show_spent(await self._desk.store.ledger.spent(month))
        except Trouble as trouble:
            self._view.say_problem(trouble.problem)

    async def _read_learnt(self) -> None:
        try:
            self._view.show_learnt(await self._desk.learning.learnt())
        except Trouble as trouble:
            self._view.say_problem(trouble.problem)

    async def _forget_learnt(self) -> None:
        try:
            await self._desk.learning.forget()
        except Trouble as trouble:
            self._view.say_problem(trouble.problem)


def checked(name: str, value: Any) -> tuple[Any] | None:
    """``value`` as it would be stored, in a tuple; None when it may not stand there."""
    raw = dict(value) if isinstance(value, Mapping) else value
    settings, ignored = from_raw({name: raw})
    return None if ignored else (getattr(settings, name),)


def languages() -> dict[str, str]:
    """What the window speaks, code to name: Spanish, and those whose translation is here."""
    folder = translations()
    return {
        code: name
        for code, name in LANGUAGES.items()
        if code == SOURCE_LANGUAGE or (folder / f"incluinfo_desk_{code}.qm").is_file()
    }


def price_names() -> tuple[str, ...]:
    """The operations that X bills, in the order of the form."""
    return tuple(each.name for each in fields(Prices))


def prices(settings: Settings) -> dict[str, Decimal]:
    """What each operation costs by these settings."""
    own = to_raw(settings)["prices"]
    return {
        name: Decimal(str(own[name])) if name in own else getattr(Prices(), name)
        for name in price_names()
    }

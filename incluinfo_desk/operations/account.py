"""Whose account the desk speaks for."""

from __future__ import annotations

from collections.abc import Callable

from incluinfo_desk.background import Background
from incluinfo_desk.bus import Bus
from incluinfo_desk.domain.audit import Act
from incluinfo_desk.domain.events import Link, LinkChanged
from incluinfo_desk.domain.post import Author
from incluinfo_desk.operations.ports import Gate
from incluinfo_desk.store.store import Store

_TASK = "sign_in"


class Account:
    def __init__(
        self,
        *,
        gate: Gate,
        store: Store,
        officer: Callable[[], str],
        bus: Bus,
        background: Background,
        open_url: Callable[[str], None],
        changed: Callable[[], None],
    ) -> None:
        """``changed`` is told after each sign-in and sign-out (the watch asks X anew)."""
        self._gate = gate
        self._store = store
        self._officer = officer
        self._bus = bus
        self._background = background
        self._open_url = open_url
        self._changed = changed

    @property
    def durable(self) -> bool:
        """Whether the next start will still be signed in; False without a safe keyring."""
        return self._gate.durable

    async def sign_in(self) -> Author:
        """Let a person consent in the system browser. :meth:`cancel` gives up.

        Raises Trouble: Offline, Refused (the person said no), KeyringLocked, BadAnswer.
        """
        author = await self._gate.sign_in(self._open_url)
        self._changed()
        await self._store.audit.note(Act.SIGNED_IN, self._officer(), author.id)
        return author

    def start_sign_in(self) -> None:
        """The same in the background, one at a time; a second replaces the first."""
        self._background.start(_TASK, self.sign_in(), replace=True)

    def cancel(self) -> None:
        self._background.cancel(_TASK)

    async def sign_out(self) -> None:
        """Revoke at X where it can be reached; the tokens are gone here in any case."""
        self.cancel()
        try:
            await self._gate.sign_out()
        finally:
            self._bus.publish(LinkChanged(Link.SIGNED_OUT))
            self._changed()
            await self._store.audit.note(Act.SIGNED_OUT, self._officer())

    async def who(self) -> Author | None:
        """The account whose tokens we hold; None when signed out."""
        return await self._gate.who()

"""Makes the channel and the gate on first need, both on the same tokens.

Part of the composition root, like ``app.py``: tweepy, aiohttp and the keyring are imported
here, in a thread, when the first of them is asked for.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable
from importlib import import_module
from typing import TYPE_CHECKING

from incluinfo_desk.paths import Profile
from incluinfo_desk.settings import Settings

if TYPE_CHECKING:
    from incluinfo_desk.channels.x.tokens import Tokens
    from incluinfo_desk.operations.ports import Channel, Gate, Prober, Vault

DEMO_CLIENT = "incluinfo-demo"


async def imported(*modules: str) -> None:
    """Import in a thread, so that the window goes on painting."""
    await asyncio.to_thread(lambda: [import_module(name) for name in modules])


class Connection:
    """One account's line to X, as the settings say when it is first needed."""

    def __init__(
        self,
        profile: Profile,
        address: Callable[[], Awaitable[str]],
        settings: Callable[[], Settings],
        *,
        demo: bool,
    ) -> None:
        self._profile = profile
        self._address = address
        self._settings = settings
        self._demo = demo
        self._making = asyncio.Lock()
        self._tokens: Tokens | None = None

    async def channel(self) -> Channel:
        tokens = await self._shared_tokens()
        from incluinfo_desk.channels.x.channel import XChannel

        return XChannel(
            base_url=tokens.base_url,
            tokens=tokens,
            now=tokens.now,
            proxy=self._settings().proxy or None,
        )

    async def gate(self) -> Gate:
        tokens = await self._shared_tokens()
        from incluinfo_desk.channels.x.sign_in import XGate

        return XGate(tokens=tokens)

    async def prober(self) -> Prober:
        await imported("incluinfo_desk.channels.links")
        from incluinfo_desk.channels.links import WebProber

        return WebProber(lambda: self._settings().proxy or None)

    def follow_settings(self) -> None:
        """Another client id counts from the next sign-in on, without a restart."""
        if self._tokens is not None:
            self._tokens.client_id = self._client_id()

    def _client_id(self) -> str:
        return self._settings().client_id or (DEMO_CLIENT if self._demo else "")

    async def _shared_tokens(self) -> Tokens:
        async with self._making:
            if self._tokens is None:
                await imported(
                    "incluinfo_desk.channels.x.channel", "incluinfo_desk.channels.x.sign_in"
                )
                from incluinfo_desk.channels.x.tokens import Tokens
                from incluinfo_desk.clock import SystemClock

                settings = self._settings()
                self._tokens = Tokens(
                    await asyncio.to_thread(self._vault),
                    client_id=self._client_id(),
                    lock=self._profile.data_dir / "tokens.lock",
                    now=SystemClock().now,
                    base_url=await self._address(),
                    proxy=settings.proxy or None,
                )
            return self._tokens

    def _vault(self) -> Vault:
        """The keyring; the demonstration's make-believe tokens stay out of it."""
        from incluinfo_desk.credentials import MemoryVault, open_vault

        return MemoryVault() if self._demo else open_vault(_profile_name(self._profile))


def _profile_name(profile: Profile) -> str:
    """Tells the keyring items of two data folders apart without naming a path in them."""
    return hashlib.sha256(str(profile.data_dir).encode()).hexdigest()[:12]

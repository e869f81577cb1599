"""The channel and its tokens as tests put them together."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from incluinfo_desk.channels.x.channel import XChannel
from incluinfo_desk.channels.x.line import Timeouts
from incluinfo_desk.channels.x.tokens import Tokens
from incluinfo_desk.credentials import MemoryVault
from incluinfo_desk.domain.problems import Problem, Trouble

US = "1318200041986527234"
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ACCESS, REFRESH = "token-de-acceso-canario", "token-de-refresco-canario"
SHORT = Timeouts(connect=0.3, read=0.3, write=0.3)


@dataclass
class Time:
    """The clock of a test; it stands still until moved."""

    at: datetime = NOW

    def __call__(self) -> datetime:
        return self.at

    def pass_(self, **passed: float) -> None:
        self.at += timedelta(**passed)


def vault(
    access: str | None = ACCESS,
    refresh: str | None = REFRESH,
    expires_at: datetime = NOW + timedelta(hours=2),
    *,
    account: bool = True,
) -> MemoryVault:
    """A vault that holds a grant of @incluinfo."""
    held = MemoryVault()
    if access is not None:
        held.set("access_token", access)
        held.set("expires_at", expires_at.isoformat())
    if account:
        held.set("account", json.dumps({"id": US, "handle": "incluinfo", "name": "Inclusión"}))
    if refresh is not None:
        held.set("refresh_token", refresh)
    return held


def tokens(base_url: str, folder: Path, held: Any = None, **options: Any) -> Tokens:
    return Tokens(
        held if held is not None else vault(),
        client_id="escritorio",
        lock=folder / "tokens.lock",
        now=options.pop("now", Time()),
        base_url=base_url,
        **options,
    )


@asynccontextmanager
async def channel(
    base_url: str,
    folder: Path,
    *,
    held: Any = None,
    now: Callable[[], datetime] | None = None,
    **options: Any,
) -> AsyncIterator[XChannel]:
    time = now or Time()
    kept = tokens(base_url, folder, held, now=time, timeouts=options.get("timeouts"))
    x = XChannel(base_url=base_url, tokens=kept, now=time, **options)
    try:
        yield x
    finally:
        await x.close()


async def problem_of(action: Awaitable[object]) -> Problem:
    """The problem that ``action`` raises; no other outcome will do."""
    with pytest.raises(Trouble) as caught:
        await action
    assert caught.value.__context__ is None or caught.value.__suppress_context__
    return caught.value.problem

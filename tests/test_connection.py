"""Both halves of the line to X follow what the officer sets."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from incluinfo_desk.connection import Connection
from incluinfo_desk.domain.problems import ClientIdMissing, Trouble
from incluinfo_desk.paths import Profile
from incluinfo_desk.settings import Settings


def test_a_client_id_given_later_needs_no_restart(tmp_path: Path) -> None:
    async def act() -> None:
        settings = Settings()

        async def address() -> str:
            return "http://127.0.0.1:1"

        connection = Connection(Profile.at(tmp_path), address, lambda: settings, demo=False)
        gate = await connection.gate()
        with pytest.raises(Trouble) as refused:
            await gate.sign_in(lambda _: None)
        assert refused.value.problem == ClientIdMissing()
        settings = replace(settings, client_id="escritorio")
        connection.follow_settings()
        opened: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        consent = asyncio.ensure_future(gate.sign_in(opened.set_result))
        assert "client_id=escritorio" in await opened
        consent.cancel()
        await asyncio.gather(consent, return_exceptions=True)

    asyncio.run(act())

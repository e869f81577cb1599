"""A refresh token works once: one refresh at a time, kept before it is used."""

from __future__ import annotations

import asyncio
import sys
import textwrap
import threading
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest

from incluinfo_desk.channels.x.channel import XChannel
from incluinfo_desk.channels.x.tokens import Grant, Tokens, file_lock
from incluinfo_desk.credentials import MemoryVault
from incluinfo_desk.domain.post import AccountId, Author
from incluinfo_desk.domain.problems import (
    BadAnswer,
    ChannelDown,
    KeyringLocked,
    Offline,
    Problem,
    SignInNeeded,
    Trouble,
    Unauthorised,
)
from incluinfo_desk.simulator.server import Simulator

from .odd_server import Odd, OddServer, Reply, http
from .parts import ACCESS, NOW, REFRESH, SHORT, Time, channel, problem_of, tokens, vault

INVALID = {"error": "invalid_request", "error_description": "Value passed for the token was ..."}
EMPTY = http(200, {"meta": {"result_count": 0}})


def granted(number: int = 2, **more: Any) -> bytes:
    return http(
        200,
        {
            "token_type": "bearer",
            "expires_in": 7200,
            "access_token": f"acceso-{number}",
            "refresh_token": f"refresco-{number}",
            **more,
        },
    )


class Watched(MemoryVault):
    """Notes the order of what happens, and can be locked."""

    def __init__(self, *held: tuple[str, str]) -> None:
        super().__init__()
        self.log: list[str] = []
        self.locked = self.read_only = False
        self._secrets.update(held)

    def _check(self) -> None:
        assert threading.current_thread() is not threading.main_thread()
        if self.locked:
            raise Trouble(KeyringLocked())

    def get(self, name: str) -> str | None:
        self._check()
        return super().get(name)

    def set(self, name: str, secret: str) -> None:
        self._check()
        if self.read_only:
            raise Trouble(KeyringLocked())
        self.log.append(name)
        super().set(name, secret)


def watched(**options: Any) -> Watched:
    return Watched(*vault(**options)._secrets.items())


def soon(**left: float) -> dict[str, Any]:
    return {"expires_at": NOW + timedelta(**left)}


async def test_a_fresh_token_is_used_as_it_is(tmp_path: Path) -> None:
    kept = tokens("http://127.0.0.1:1", tmp_path, vault(**soon(minutes=6)))
    assert await kept.access() == ACCESS


async def test_a_token_about_to_expire_is_renewed_by_form(tmp_path: Path) -> None:
    held = vault(**soon(minutes=4))
    async with OddServer(granted()) as server:
        assert await tokens(server.url, tmp_path, held).access() == "acceso-2"
        [seen] = server.seen
    assert (seen.method, seen.path) == ("POST", "/2/oauth2/token")
    assert parse_qs(seen.body.decode()) == {
        "grant_type": ["refresh_token"],
        "refresh_token": [REFRESH],
        "client_id": ["escritorio"],
    }
    assert "authorization" not in seen.headers
    assert held.get("access_token") == "acceso-2"
    assert held.get("refresh_token") == "refresco-2"
    assert held.get("expires_at") == (NOW + timedelta(hours=2)).isoformat()


async def test_the_new_pair_is_kept_before_anybody_has_it_refresh_token_first(
    tmp_path: Path,
) -> None:
    held = watched(**soon(minutes=1))
    async with OddServer(granted()) as server:
        await tokens(server.url, tmp_path, held).access()
    assert held.log == ["refresh_token", "access_token", "expires_at"]


async def test_a_pair_that_cannot_be_kept_is_not_used_and_not_lost(tmp_path: Path) -> None:
    held = watched(**soon(minutes=-1))
    async with OddServer(granted()) as server:
        kept = tokens(server.url, tmp_path, held)
        assert await kept.account() is not None
        held.read_only = True
        assert await problem_of(kept.access()) == KeyringLocked()
        held.read_only = False
        assert await kept.access() == "acceso-2"
        assert len(server.seen) == 1
    assert held._secrets["refresh_token"] == "refresco-2"


async def test_a_missing_or_torn_expiry_only_renews(tmp_path: Path) -> None:
    for text in (None, "", "ayer", "2026-11-23T12:00:00"):
        held = vault()
        held.delete("expires_at")
        if text is not None:
            held.set("expires_at", text)
        async with OddServer(granted()) as server:
            assert await tokens(server.url, tmp_path, held).access() == "acceso-2"


async def test_an_answer_without_a_refresh_token_keeps_the_old_one(tmp_path: Path) -> None:
    held = vault(**soon(minutes=1))
    async with OddServer(granted(refresh_token=None, expires_in="?")) as server:
        await tokens(server.url, tmp_path, held).access()
    assert held.get("refresh_token") == REFRESH
    assert held.get("expires_at") == (NOW + timedelta(hours=2)).isoformat()


@pytest.mark.parametrize("error", ["invalid_request", "invalid_grant"])
async def test_only_the_token_endpoint_ends_a_grant(error: str, tmp_path: Path) -> None:
    held = vault(**soon(minutes=1))
    async with OddServer(http(400, {"error": error})) as server:
        kept = tokens(server.url, tmp_path, held)
        assert await problem_of(kept.access()) == SignInNeeded()
        assert await problem_of(kept.access()) == SignInNeeded()
        assert await kept.account() is None
        assert len(server.seen) == 1
    assert held._secrets == {}


KEEPS: dict[str, tuple[Reply, Problem]] = {
    "401": (http(401, {"title": "Unauthorized"}), Unauthorised()),
    "400 of another kind": (http(400, {"error": "unauthorized_client"}), BadAnswer()),
    "400 without a word": (http(400), BadAnswer()),
    "503": (http(503, b"<html>", kind="text/html"), ChannelDown()),
    "empty": (http(200), BadAnswer()),
    "no token in it": (http(200, {"access_token": None}), BadAnswer()),
    "cut": (http(200, b'{"access', length=99), BadAnswer()),
    "no answer": (Odd.HANG, ChannelDown()),
    "closed": (Odd.CLOSE, ChannelDown()),
}


@pytest.mark.parametrize("row", KEEPS)
async def test_nothing_else_costs_a_token(row: str, tmp_path: Path) -> None:
    reply, expected = KEEPS[row]
    held = vault(**soon(seconds=0))
    before = dict(held._secrets)
    async with OddServer(reply) as server:
        kept = tokens(server.url, tmp_path, held, timeouts=SHORT)
        assert await problem_of(kept.access()) == expected
    assert held._secrets == before


async def test_while_the_old_token_works_a_failed_renewal_waits(tmp_path: Path) -> None:
    time = Time()
    held = vault(**soon(minutes=4))
    async with OddServer(http(503), granted()) as server:
        kept = tokens(server.url, tmp_path, held, now=time)
        assert await kept.access() == ACCESS
        assert await kept.access() == ACCESS
        assert len(server.seen) == 1
        time.pass_(seconds=31)
        assert await kept.access() == "acceso-2"


async def test_no_tokens_means_sign_in(tmp_path: Path) -> None:
    kept = tokens("http://127.0.0.1:1", tmp_path, MemoryVault())
    assert await problem_of(kept.access()) == SignInNeeded()
    assert await kept.account() is None


async def test_without_a_refresh_token_an_expired_grant_is_over(tmp_path: Path) -> None:
    kept = tokens("http://127.0.0.1:1", tmp_path, vault(refresh=None, **soon(seconds=0)))
    assert await problem_of(kept.access()) == SignInNeeded()


async def test_a_locked_keyring_asks_for_signing_in_on_the_channel(tmp_path: Path) -> None:
    held = watched()
    held.locked = True
    async with channel("http://127.0.0.1:1", tmp_path, held=held) as x:
        assert await problem_of(x.mentions(None)) == SignInNeeded()
        assert await problem_of(x.post("Hola")) == SignInNeeded()


# --- 401 ------------------------------------------------------------------------------------


async def test_a_401_is_renewed_and_repeated_once(tmp_path: Path) -> None:
    made = http(201, {"data": {"id": "5"}})
    async with OddServer(http(401), granted(), made) as server:
        async with channel(server.url, tmp_path) as x:
            assert await x.post("Hola") == "5"
        assert [seen.headers.get("authorization") for seen in server.seen] == [
            f"Bearer {ACCESS}",
            None,
            "Bearer acceso-2",
        ]


async def test_a_401_that_stays_is_x_s_outage_and_the_tokens_are_kept(tmp_path: Path) -> None:
    time, held = Time(), vault()
    replies = (http(401), granted(2), http(401), http(401), http(401), granted(3), EMPTY)
    async with (
        OddServer(*replies) as server,
        channel(server.url, tmp_path, held=held, now=time) as x,
    ):
        assert await problem_of(x.mentions(None)) == Unauthorised()
        assert await problem_of(x.mentions(None)) == Unauthorised()
        assert held.get("access_token") == "acceso-2"
        # Renewing at every poll of an outage would spend a token each time.
        assert [s.path for s in server.seen].count("/2/oauth2/token") == 1
        time.pass_(minutes=3)
        assert await x.mentions(None) == []
    assert held.get("access_token") == "acceso-3"


@pytest.mark.parametrize("reply", [http(503), http(401), http(200)])
async def test_a_401_without_a_renewal_keeps_the_tokens(reply: bytes, tmp_path: Path) -> None:
    held = vault()
    async with (
        OddServer(http(401), reply) as server,
        channel(server.url, tmp_path, held=held) as x,
    ):
        assert await problem_of(x.post("Hola")) == Unauthorised()
    assert held.get("access_token") == ACCESS


async def test_a_401_with_a_grant_that_is_over_asks_for_signing_in(tmp_path: Path) -> None:
    held = vault()
    async with (
        OddServer(http(401), http(400, INVALID)) as server,
        channel(server.url, tmp_path, held=held) as x,
    ):
        assert await problem_of(x.post("Hola")) == SignInNeeded()
    assert held._secrets == {}


async def test_twenty_401s_at_once_are_one_refresh(tmp_path: Path) -> None:
    simulator = Simulator(seed=3, day=False)
    await simulator.start()
    try:
        access, refresh = simulator.grants.grant()
        simulator.grants._access[access].expires = 0  # X forgot it; we do not know
        held = vault(access, refresh)
        async with channel(simulator.base_url, tmp_path, held=held) as x:
            pages = await asyncio.gather(*(x.mentions(None) for _ in range(20)))
        assert pages == [[]] * 20
        asked = [seen.route for seen in simulator.world.requests]
        assert asked.count("token") == 1
        assert asked.count("mentions") >= 21
    finally:
        await simulator.stop()
    assert held.get("refresh_token") != refresh


async def test_a_cancelled_caller_does_not_cancel_the_refresh(tmp_path: Path) -> None:
    held = watched(**soon(minutes=1))
    async with OddServer(granted()) as server:
        kept = tokens(server.url, tmp_path, held)
        asking = asyncio.create_task(kept.access())
        await server.asked.wait()
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)
        await kept.settle()
    assert asking.cancelled()
    assert held._secrets["refresh_token"] == "refresco-2"


async def test_closing_the_channel_waits_for_the_new_pair(tmp_path: Path) -> None:
    held = vault(**soon(minutes=1))
    async with OddServer(granted(), EMPTY) as server:
        async with channel(server.url, tmp_path, held=held) as x:
            asking = asyncio.create_task(x.mentions(None))
            await server.asked.wait()
            asking.cancel()
        assert held.get("access_token") == "acceso-2"
        await asyncio.gather(asking, return_exceptions=True)


async def test_a_renewal_under_way_does_not_undo_signing_out_or_in(tmp_path: Path) -> None:
    for sign_in_again in (False, True):
        held = watched(**soon(minutes=1))
        async with OddServer(granted(2)) as server:
            kept = tokens(server.url, tmp_path, held)
            asking = asyncio.create_task(kept.access())
            await server.asked.wait()
            if sign_in_again:
                other = Grant("acceso-9", "refresco-9", NOW + timedelta(hours=2))
                await kept.keep(other, Author(AccountId("9"), "otra", "Otra"))
                assert await kept.access() == "acceso-9"
                assert held._secrets["refresh_token"] == "refresco-9"
            else:
                await kept.forget()
                assert await kept.account() is None
                assert held._secrets == {}
            await asking


# --- other processes --------------------------------------------------------------------------


async def test_a_pair_that_another_process_renewed_is_taken_over(tmp_path: Path) -> None:
    held = vault()
    async with OddServer(http(500)) as server:
        first = tokens(server.url, tmp_path, held)
        assert await first.access() == ACCESS
        # Another process of this user writes its pair into the same keyring.
        for name, value in vault("acceso-9", "refresco-9")._secrets.items():
            held.set(name, value)
        assert await first.renew(ACCESS) == "acceso-9"
        assert server.seen == []


async def test_two_users_of_one_vault_refresh_once(tmp_path: Path) -> None:
    held = vault(**soon(minutes=1))
    async with OddServer(granted(2), http(400, INVALID)) as server:
        pair = [tokens(server.url, tmp_path, held) for _ in range(2)]
        assert await asyncio.gather(*(kept.access() for kept in pair)) == ["acceso-2"] * 2
        assert len(server.seen) == 1


async def test_the_lock_holds_across_processes_and_falls_with_them(tmp_path: Path) -> None:
    path = tmp_path / "tokens.lock"
    holder = textwrap.dedent(
        """
        import asyncio, sys
        from pathlib import Path
        from incluinfo_desk.channels.x.tokens import file_lock

        async def main():
            async with file_lock(Path(sys.argv[1])):
                print("held", flush=True)
                await asyncio.Event().wait()

        asyncio.run(main())
        """,
    )
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        holder,
        str(path),
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    assert await process.stdout.readline() == b"held\n"
    entered = asyncio.Event()

    async def enter() -> None:
        async with file_lock(path):
            entered.set()

    waiting = asyncio.create_task(enter())
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(entered.wait(), 0.2)
    process.kill()
    await asyncio.gather(waiting, process.wait())
    assert entered.is_set()
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o077 == 0


async def test_without_a_place_for_the_lock_it_still_renews(tmp_path: Path) -> None:
    async with OddServer(granted()) as server:
        kept = tokens(server.url, tmp_path / "absent", vault(**soon(minutes=1)))
        assert await kept.access() == "acceso-2"


async def test_secrets_do_not_show_in_a_repr(tmp_path: Path) -> None:
    kept = tokens("http://127.0.0.1:1", tmp_path)
    await kept.access()
    assert isinstance(kept, Tokens)
    assert ACCESS not in repr(vars(kept)) + repr(kept)
    assert REFRESH not in repr(vars(kept))


async def test_offline_is_told_as_offline(tmp_path: Path) -> None:
    async with OddServer(http(500)) as server:
        pass
    async with channel(server.url, tmp_path, held=vault(**soon(seconds=0))) as x:
        assert isinstance(x, XChannel)
        assert await problem_of(x.own_posts(None)) == Offline()

"""Signing in: PKCE, one listener on loopback, one answer, all or nothing."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest

from incluinfo_desk.channels.x.sign_in import PORTS, SCOPES, XGate
from incluinfo_desk.credentials import MemoryVault
from incluinfo_desk.domain.post import AccountId, Author
from incluinfo_desk.domain.problems import (
    BadAnswer,
    ChannelDown,
    ClientIdMissing,
    KeyringLocked,
    Offline,
    PortsTaken,
    Refusal,
    Refused,
    SignInTimedOut,
    Trouble,
)
from incluinfo_desk.simulator.server import Simulator

from .odd_server import OddServer, http
from .parts import US, problem_of, tokens, vault

ANY = (0,)
"""Any free port: the suite runs many of these at once."""

GRANT = http(200, {"access_token": "a", "refresh_token": "r", "expires_in": 7200})


class Browser:
    """What a person's browser does with the address it is given."""

    def __init__(self) -> None:
        self.opened: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    def open(self, url: str) -> None:
        self.opened.set_result(url)

    async def asked(self) -> dict[str, str]:
        parts = urlsplit(await self.opened)
        return {key: values[0] for key, values in parse_qs(parts.query).items()}

    async def get(self, url: str, **options: Any) -> tuple[int, str, dict[str, str]]:
        async with aiohttp.ClientSession() as session, session.get(url, **options) as answer:
            return answer.status, await answer.text(), dict(answer.headers)

    async def redirect(self, **query: str) -> tuple[int, str, dict[str, str]]:
        asked = await self.asked()
        return await self.get(asked["redirect_uri"], params={"state": asked["state"], **query})


@asynccontextmanager
async def simulated() -> AsyncIterator[Simulator]:
    simulator = Simulator(seed=5, day=False)
    await simulator.start()
    try:
        yield simulator
    finally:
        await simulator.stop()


@asynccontextmanager
async def signing_in(
    gate: XGate,
) -> AsyncIterator[tuple[Browser, asyncio.Task[Author]]]:
    browser = Browser()
    task = asyncio.create_task(gate.sign_in(browser.open))
    try:
        yield browser, task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def test_a_person_signs_in_and_out_again(tmp_path: Path) -> None:
    held = MemoryVault()
    async with simulated() as simulator:
        gate = XGate(tokens=tokens(simulator.base_url, tmp_path, held), ports=ANY)
        assert await gate.who() is None
        async with signing_in(gate) as (browser, task):
            status, page, _ = await browser.get(await browser.opened)
            account = await task
        assert (status, account.id, account.handle) == (200, US, "incluinfo")
        assert "Ya puede volver al escritorio" in page
        assert await gate.who() == account
        me = f"{simulator.base_url}/2/users/me"
        headers = {"Authorization": f"Bearer {held.get('access_token')}"}
        assert (await browser.get(me, headers=headers))[0] == 200
        await gate.sign_out()
        assert await gate.who() is None
        assert held._secrets == {}
        assert (await browser.get(me, headers=headers))[0] == 401


async def test_the_next_start_is_still_signed_in(tmp_path: Path) -> None:
    gate = XGate(tokens=tokens("http://127.0.0.1:1", tmp_path, vault()))
    assert (await gate.who()) == Author(AccountId(US), "incluinfo", "Inclusión")
    assert not gate.durable


async def test_the_consent_page_is_asked_as_x_wants_it(tmp_path: Path) -> None:
    gate = XGate(tokens=tokens("https://api.x.com", tmp_path), ports=ANY)
    async with signing_in(gate) as (browser, _):
        url = await browser.opened
        asked = await browser.asked()
    assert url.startswith("https://x.com/i/oauth2/authorize?")
    assert asked["response_type"] == "code"
    assert asked["client_id"] == "escritorio"
    assert asked["scope"] == " ".join(SCOPES)
    assert asked["code_challenge_method"] == "S256"
    assert len(asked["code_challenge"]) == 43
    assert len(asked["state"]) >= 32
    host, _, port = urlsplit(asked["redirect_uri"]).netloc.partition(":")
    assert (host, port.isdecimal()) == ("127.0.0.1", True)
    assert asked["redirect_uri"].endswith("/callback")


async def test_each_sign_in_has_its_own_state_and_challenge(tmp_path: Path) -> None:
    gate = XGate(tokens=tokens("http://127.0.0.1:1", tmp_path), ports=ANY)
    seen = []
    for _ in range(2):
        async with signing_in(gate) as (browser, _task):
            seen.append(await browser.asked())
    assert seen[0]["state"] != seen[1]["state"]
    assert seen[0]["code_challenge"] != seen[1]["code_challenge"]


async def test_another_state_or_host_or_path_is_turned_away(tmp_path: Path) -> None:
    gate = XGate(tokens=tokens("http://127.0.0.1:1", tmp_path), ports=ANY)
    async with signing_in(gate) as (browser, task):
        asked = await browser.asked()
        uri, state = asked["redirect_uri"], asked["state"]
        for params in ({"code": "c"}, {"code": "c", "state": "otro"}, {"state": "ñ"}):
            assert (await browser.get(uri, params=params))[0] == 400
        whole = {"code": "c", "state": state}
        other_host = {"Host": "evil.example:80"}
        assert (await browser.get(uri, params=whole, headers=other_host))[0] == 400
        root = uri.removesuffix("/callback")
        assert (await browser.get(f"{root}/", params=whole))[0] == 404
        async with aiohttp.ClientSession() as session:
            for method in ("HEAD", "POST"):
                async with session.request(method, uri, params=whole) as answer:
                    assert answer.status == 405
        assert not task.done()


async def test_the_page_is_plain_and_leads_nowhere(tmp_path: Path) -> None:
    async with OddServer(http(400, {"error": "invalid_request"})) as server:
        gate = XGate(tokens=tokens(server.url, tmp_path, MemoryVault()), ports=ANY)
        async with signing_in(gate) as (browser, task):
            _, page, headers = await browser.redirect(code="<b>c</b>")
            found = await problem_of(task)
    assert found == Refused(Refusal.INVALID)
    assert "<b>" not in page
    assert not any(word in page for word in ("http", "src=", "href=", "<script"))
    assert headers["Content-Security-Policy"] == "default-src 'none'"
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"


async def test_a_person_who_says_no_is_understood(tmp_path: Path) -> None:
    gate = XGate(tokens=tokens("http://127.0.0.1:1", tmp_path, MemoryVault()), ports=ANY)
    async with signing_in(gate) as (browser, task):
        status, page, _ = await browser.redirect(error="access_denied")
        assert await problem_of(task) == Refused(Refusal.FORBIDDEN, "access_denied")
    assert status == 200
    assert "volver al escritorio" in page


async def test_a_person_who_does_nothing_is_not_waited_for_for_ever(tmp_path: Path) -> None:
    gate = XGate(tokens=tokens("http://127.0.0.1:1", tmp_path), ports=ANY, seconds=0.05)
    assert await problem_of(gate.sign_in(lambda _: None)) == SignInTimedOut()


async def test_without_the_id_of_an_app_no_page_of_x_is_opened(tmp_path: Path) -> None:
    kept = tokens("http://127.0.0.1:1", tmp_path)
    kept.client_id = ""
    opened: list[str] = []
    assert await problem_of(XGate(tokens=kept).sign_in(opened.append)) == ClientIdMissing()
    assert opened == []


async def test_giving_up_frees_the_port(tmp_path: Path) -> None:
    gate = XGate(tokens=tokens("http://127.0.0.1:1", tmp_path), ports=ANY)
    async with signing_in(gate) as (browser, task):
        uri = (await browser.asked())["redirect_uri"]
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    with pytest.raises(aiohttp.ClientConnectorError):
        await browser.get(uri)


async def test_the_ports_are_tried_in_turn(tmp_path: Path) -> None:
    assert PORTS == (47811, 47812, 47813)
    with socket.socket() as held, socket.socket() as free:
        for each in (held, free):
            each.bind(("127.0.0.1", 0))
        held.listen()
        ports = (held.getsockname()[1], free.getsockname()[1])
        free.close()
        gate = XGate(tokens=tokens("http://127.0.0.1:1", tmp_path), ports=ports)
        async with signing_in(gate) as (browser, _task):
            assert f":{ports[1]}/" in (await browser.asked())["redirect_uri"]
        gate = XGate(tokens=tokens("http://127.0.0.1:1", tmp_path), ports=ports[:1])
        opened: list[str] = []
        found = await problem_of(gate.sign_in(opened.append))
        assert found == PortsTaken(ports[:1])
        assert opened == []


async def test_the_exchange_proves_who_asked(tmp_path: Path) -> None:
    me = http(200, {"data": {"id": US, "username": "incluinfo", "name": "Inclusión"}})
    async with OddServer(GRANT, me) as server:
        gate = XGate(tokens=tokens(server.url, tmp_path, MemoryVault()), ports=ANY)
        async with signing_in(gate) as (browser, task):
            asked = await browser.asked()
            await browser.redirect(code="c")
            await task
        form = {key: values[0] for key, values in parse_qs(server.seen[0].body.decode()).items()}
    assert 43 <= len(form.pop("code_verifier")) <= 128
    assert form == {
        "grant_type": "authorization_code",
        "code": "c",
        "redirect_uri": asked["redirect_uri"],
        "client_id": "escritorio",
    }


class Locked(MemoryVault):
    def set(self, name: str, secret: str) -> None:
        raise Trouble(KeyringLocked())


ME = http(200, {"data": {"id": US, "username": "incluinfo", "name": "Inclusión"}})
LOST: dict[str, tuple[bytes, Callable[[], MemoryVault], object]] = {
    "x does not say who we are": (http(503), MemoryVault, ChannelDown()),
    "x says it oddly": (http(200, {"data": []}), MemoryVault, BadAnswer()),
    "the keyring is locked": (ME, Locked, KeyringLocked()),
}


@pytest.mark.parametrize("row", LOST)
async def test_a_grant_that_cannot_be_kept_is_given_back(row: str, tmp_path: Path) -> None:
    reply, make_vault, expected = LOST[row]
    held = make_vault()
    async with OddServer(GRANT, reply, http(200, {"revoked": True})) as server:
        gate = XGate(tokens=tokens(server.url, tmp_path, held), ports=ANY)
        async with signing_in(gate) as (browser, task):
            await browser.redirect(code="c")
            assert await problem_of(task) == expected
        assert [seen.path for seen in server.seen[2:]] == ["/2/oauth2/revoke"] * 2
        assert await gate.who() is None
    assert held._secrets == {}


async def test_no_way_to_x_is_offline(tmp_path: Path) -> None:
    gate = XGate(tokens=tokens("http://127.0.0.1:1", tmp_path, MemoryVault()), ports=ANY)
    async with signing_in(gate) as (browser, task):
        await browser.redirect(code="c")
        assert await problem_of(task) == Offline()


@pytest.mark.parametrize("url", ["http://127.0.0.1:1", None])
async def test_signing_out_forgets_even_when_x_does_not_hear(
    url: str | None,
    tmp_path: Path,
) -> None:
    held = vault()
    async with OddServer(http(503, b"<html>", kind="text/html")) as server:
        gate = XGate(tokens=tokens(url or server.url, tmp_path, held))
        await gate.sign_out()
        await gate.sign_out()
        assert await gate.who() is None
    assert held._secrets == {}

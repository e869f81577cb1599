"""Every row of the error table (x-platform.md §5), over a real socket."""

from __future__ import annotations

import asyncio
import logging
import socket
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from incluinfo_desk.channels.x.channel import XChannel
from incluinfo_desk.domain.post import PostId
from incluinfo_desk.domain.problems import (
    BadAnswer,
    ChannelDown,
    Limited,
    NoCredits,
    Offline,
    OutcomeUnknown,
    Problem,
    ProxyRefused,
    Refusal,
    Refused,
    Trouble,
    Unauthorised,
)
from incluinfo_desk.operations.ports import Quota

from .odd_server import Odd, OddServer, Reply, http
from .parts import ACCESS, NOW, REFRESH, SHORT, channel, problem_of, tokens, vault

HTML = "text/html"
PAGE_503 = http(503, b"<html><h1>Over capacity</h1></html>", kind=HTML)
PORTAL = http(200, b"<!DOCTYPE html><form action=/login>", kind=HTML)
CREATED = {"data": {"id": "2000000000000000001", "text": "x"}}
NO_POSTS = {"meta": {"result_count": 0}}


def problem(status: int, title: str, detail: str, kind: str = "about:blank") -> Any:
    return http(
        status,
        {"title": title, "detail": detail, "type": kind, "status": status},
        kind="application/problem+json",
    )


CREDITS = [
    problem(
        402,
        "Payment Required",
        "credits depleted",
        "https://api.twitter.com/2/problems/credits-depleted",
    ),
    problem(
        402,
        "CreditsDepleted",
        "Your enrolled account does not have any credits",
        "https://api.x.com/2/problems/credits",
    ),
    http(402),
]
SUMMONS = [
    problem(
        403,
        "Forbidden",
        "Reply to this conversation is not allowed because you have not been mentioned or "
        "otherwise engaged by the author of the post you are replying to.",
    ),
    problem(
        403,
        "Authorization Error",
        "You can only reply to or quote posts where you are mentioned or are the author.",
        "https://api.x.com/2/problems/not-authorized-for-resource",
    ),
]
DUPLICATE = "You are not allowed to create a Tweet with duplicate content."
NOT_PERMITTED = "You are not permitted to perform this action."
TOO_LONG = "Your Tweet text is too long. For more information see twitter-text."
GONE = "You attempted to reply to a Tweet that is deleted or not visible to you."
INVALID = "One or more parameters to your request was invalid."
CAPPED = "https://api.twitter.com/2/problems/usage-capped"
HEADERS = "x-rate-limit"


async def ask(x: XChannel, write: bool) -> object:
    return await x.post("Hola", PostId("1999999999999999999")) if write else await x.mentions(None)


async def after(reply: Reply, folder: Path, *, write: bool, **options: Any) -> Problem:
    async with OddServer(reply) as server, channel(server.url, folder, **options) as x:
        return await problem_of(ask(x, write))


def refused(reason: Refusal, detail: str) -> Refused:
    return Refused(reason, detail)


WRITES: dict[str, tuple[Reply, Problem]] = {
    "400": (problem(400, "Invalid Request", INVALID), refused(Refusal.INVALID, INVALID)),
    "400 too long": (problem(400, "Invalid", TOO_LONG), refused(Refusal.TOO_LONG, TOO_LONG)),
    "400 html": (http(400, b"<html>", kind=HTML), OutcomeUnknown()),
    "402": (CREDITS[0], NoCredits()),
    "402 other words": (CREDITS[1], NoCredits()),
    "402 empty": (CREDITS[2], NoCredits()),
    "403 duplicate": (problem(403, "Forbidden", DUPLICATE), refused(Refusal.DUPLICATE, DUPLICATE)),
    "403 duplicate, legacy": (
        http(403, {"errors": [{"code": 187, "message": "Status is a duplicate."}]}),
        refused(Refusal.DUPLICATE, "Status is a duplicate."),
    ),
    "403 deleted": (problem(403, "Forbidden", GONE), refused(Refusal.GONE, GONE)),
    "403 other": (
        problem(403, "Forbidden", NOT_PERMITTED),
        refused(Refusal.FORBIDDEN, NOT_PERMITTED),
    ),
    "403 html": (http(403, b"<html>blocked</html>", kind=HTML), OutcomeUnknown()),
    "404": (problem(404, "Not Found", "Not there"), refused(Refusal.GONE, "Not there")),
    "407": (http(407, b"<html>Proxy</html>", kind=HTML), ProxyRefused()),
    "408": (problem(408, "Request Timeout", ""), OutcomeUnknown()),
    "409": (problem(409, "Conflict", ""), OutcomeUnknown()),
    "429 usage capped": (problem(429, "UsageCapExceeded", "", CAPPED), NoCredits()),
    "429 bare": (http(429, b"Rate limit exceeded", kind="text/plain"), Limited(None)),
    "302": (http(302, b"", Location="http://portal/"), OutcomeUnknown()),
    "500": (problem(500, "Internal Error", ""), OutcomeUnknown()),
    "503 html": (PAGE_503, OutcomeUnknown()),
    "511": (http(511, b"<html>", kind=HTML), OutcomeUnknown()),
    "201 html": (http(201, b"<html>", kind=HTML), OutcomeUnknown()),
    "200 portal": (PORTAL, OutcomeUnknown()),
    "201 empty": (http(201), OutcomeUnknown()),
    "201 truncated": (http(201, b'{"data":{"id":"200000000'), OutcomeUnknown()),
    "201 cut": (http(201, b'{"data":{"id":"2000', length=400), OutcomeUnknown()),
    "201 list": (http(201, [CREATED]), OutcomeUnknown()),
    "201 null": (http(201, None), OutcomeUnknown()),
    "201 no id": (http(201, {"data": {}}), OutcomeUnknown()),
    "201 id of another shape": (http(201, {"data": {"id": "x"}}), OutcomeUnknown()),
    "200 with errors": (http(200, {"errors": [{"title": "?"}]}), OutcomeUnknown()),
    "no http": (b"SSH-2.0-OpenSSH_9.2\r\n\r\n", OutcomeUnknown()),
    "closed": (Odd.CLOSE, OutcomeUnknown()),
    "reset": (Odd.RESET, OutcomeUnknown()),
}

READS: dict[str, tuple[Reply, Problem]] = {
    "400": (problem(400, "Invalid Request", INVALID), BadAnswer()),
    "402": (CREDITS[0], NoCredits()),
    "402 other words": (CREDITS[1], NoCredits()),
    "403": (problem(403, "Forbidden", NOT_PERMITTED), Unauthorised()),
    "403 html": (http(403, b"<html>blocked</html>", kind=HTML), ProxyRefused()),
    "404": (problem(404, "Not Found", ""), BadAnswer()),
    "407": (http(407), ProxyRefused()),
    "409": (problem(409, "Conflict", ""), BadAnswer()),
    "429 bare": (http(429), Limited(None)),
    "302": (http(302, b"", Location="http://portal/"), ProxyRefused()),
    "500": (problem(500, "Internal Error", ""), ChannelDown()),
    "503 html": (PAGE_503, ChannelDown()),
    "511": (http(511, b"<html>", kind=HTML), ProxyRefused()),
    "200 portal": (PORTAL, ProxyRefused()),
    "200 empty": (http(200), BadAnswer()),
    "200 truncated": (http(200, b'{"data":[{"id":"20'), BadAnswer()),
    "200 nothing": (http(200, {}), BadAnswer()),
    "200 errors only": (
        http(200, {"errors": [{"resource_type": "user", "title": "Not Found Error"}]}),
        BadAnswer(),
    ),
    "200 data of another shape": (http(200, {"data": {"id": "1"}}), BadAnswer()),
    "200 posts without ids": (http(200, {"data": [{"text": "Hola"}]}), BadAnswer()),
    "200 cut": (http(200, b'{"data":[{"id":"20', length=400), BadAnswer()),
    "200 list": (http(200, [1, 2]), BadAnswer()),
    "200 latin-1": (http(200, '{"data":"ñ"}'.encode("latin-1")), BadAnswer()),
    "200 deep": (http(200, b"[" * 100_000), BadAnswer()),
    "200 huge number": (http(200, b'{"data":' + b"9" * 10_000 + b"}"), BadAnswer()),
    "200 too big": (http(200, b'{"a":"' + b"x" * (8 * 1024 * 1024) + b'"}'), BadAnswer()),
    "no http": (b"SSH-2.0-OpenSSH_9.2\r\n\r\n", BadAnswer()),
    "closed": (Odd.CLOSE, ChannelDown()),
    "reset": (Odd.RESET, ChannelDown()),
}


@pytest.mark.parametrize("row", WRITES)
async def test_a_write_is_refused_only_when_that_is_proven(row: str, tmp_path: Path) -> None:
    reply, expected = WRITES[row]
    assert await after(reply, tmp_path, write=True) == expected


@pytest.mark.parametrize("row", READS)
async def test_a_read_tells_what_came_instead(row: str, tmp_path: Path) -> None:
    reply, expected = READS[row]
    async with OddServer(reply) as server, channel(server.url, tmp_path) as x:
        assert await problem_of(x.mentions(None)) == expected
        # What is not there to be read is never taken for "not published".
        assert await problem_of(x.own_posts(None)) == expected


@pytest.mark.parametrize("reply", SUMMONS)
async def test_both_wordings_of_the_reply_rule_are_known(reply: bytes, tmp_path: Path) -> None:
    found = await after(reply, tmp_path, write=True)
    assert isinstance(found, Refused)
    assert found.reason is Refusal.NOT_SUMMONED


async def test_a_write_without_an_answer_in_time_is_unknown(tmp_path: Path) -> None:
    found = await after(Odd.HANG, tmp_path, write=True, timeouts=SHORT)
    assert found == OutcomeUnknown()


async def test_a_read_without_an_answer_in_time_finds_the_channel_down(tmp_path: Path) -> None:
    assert await after(Odd.HANG, tmp_path, write=False, timeouts=SHORT) == ChannelDown()


@pytest.mark.parametrize("write", [True, False])
async def test_a_handshake_that_does_not_come_is_offline(write: bool, tmp_path: Path) -> None:
    async with OddServer(Odd.DEAF) as server:
        url = server.url.replace("http:", "https:")
        async with channel(url, tmp_path, timeouts=SHORT) as x:
            assert await problem_of(ask(x, write)) == Offline()


@pytest.mark.parametrize("write", [True, False])
async def test_tls_that_fails_is_offline(write: bool, tmp_path: Path) -> None:
    async with OddServer(Odd.GREET) as server:
        async with channel(server.url.replace("http:", "https:"), tmp_path) as x:
            assert await problem_of(ask(x, write)) == Offline()
        assert server.seen == []


@pytest.mark.parametrize("write", [True, False])
async def test_nobody_listening_is_offline(write: bool, tmp_path: Path) -> None:
    async with OddServer(http(200)) as server:
        pass
    async with channel(server.url, tmp_path) as x:
        assert await problem_of(ask(x, write)) == Offline()


@pytest.mark.parametrize("write", [True, False])
async def test_a_name_that_is_not_found_is_offline(
    write: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    async with channel("https://api.example.invalid", tmp_path) as x:
        assert await problem_of(ask(x, write)) == Offline()


@pytest.mark.parametrize("status", [407, 403, 502])
async def test_a_proxy_that_refuses_the_tunnel_is_named(status: int, tmp_path: Path) -> None:
    async with OddServer(http(status, b"<html>", kind=HTML)) as proxy:
        async with channel("https://api.example.invalid", tmp_path, proxy=proxy.url) as x:
            assert await problem_of(ask(x, write=True)) == ProxyRefused()
        assert proxy.seen[0].method == "CONNECT"
        assert all("authorization" not in seen.headers for seen in proxy.seen)


async def test_a_proxy_that_is_not_there_is_offline(tmp_path: Path) -> None:
    async with OddServer(http(200)) as proxy:
        pass
    async with channel("https://api.example.invalid", tmp_path, proxy=proxy.url) as x:
        assert await problem_of(ask(x, write=True)) == Offline()


async def test_reads_share_a_connection_and_every_write_has_a_new_one(tmp_path: Path) -> None:
    replies = [http(200, NO_POSTS, keep=True)] * 3 + [http(201, CREATED, keep=True)] * 2
    async with OddServer(*replies) as server, channel(server.url, tmp_path) as x:
        for _ in range(3):
            await x.mentions(None)
        assert server.connections == 1
        for _ in range(2):
            await x.post("Hola")
        assert server.connections == 3


async def test_a_post_into_a_tunnel_is_offline_although_a_read_just_went_well(
    tmp_path: Path,
) -> None:
    reply = http(200, NO_POSTS, keep=True)
    async with OddServer(reply) as server, channel(server.url, tmp_path) as x:
        await x.mentions(None)
        server.stop_listening()
        assert await problem_of(x.post("Hola")) == Offline()


async def test_a_proxy_password_goes_to_the_proxy(tmp_path: Path) -> None:
    async with OddServer(http(201, CREATED)) as proxy:
        url = proxy.url.replace("//", "//usuario:clave@")
        async with channel("http://api.example.invalid", tmp_path, proxy=url) as x:
            assert await x.post("Hola") == CREATED["data"]["id"]
        assert proxy.seen[0].headers["proxy-authorization"].startswith("Basic ")


async def test_the_proxy_of_the_environment_is_used(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with OddServer(http(200, NO_POSTS)) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url.removeprefix("http://"))
        async with channel("http://api.example.invalid", tmp_path) as x:
            assert await x.mentions(None) == []
        assert proxy.seen[0].path.startswith("http://api.example.invalid/2/users/")


async def test_loopback_goes_through_no_proxy(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with OddServer(http(502)) as proxy, OddServer(http(200, NO_POSTS)) as server:
        monkeypatch.setenv("http_proxy", proxy.url)
        monkeypatch.setenv("no_proxy", "")
        async with channel(server.url, tmp_path) as x:
            assert await x.mentions(None) == []
        assert proxy.seen == []


async def test_a_netrc_of_the_user_does_not_touch_our_requests(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("default login nadie password nada\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    async with OddServer(http(200, NO_POSTS)) as server:
        async with channel(server.url, tmp_path) as x:
            await x.mentions(None)
        assert server.seen[0].headers["authorization"] == f"Bearer {ACCESS}"


# --- 429 ---------------------------------------------------------------------------------


def epoch(time: datetime) -> str:
    return str(int(time.timestamp()))


async def test_the_wait_ends_with_the_window_that_is_used_up(tmp_path: Path) -> None:
    day = NOW + timedelta(hours=9)
    reply = http(
        429,
        {"title": "Too Many Requests"},
        x_rate_limit_limit="100",
        x_rate_limit_remaining="40",
        x_rate_limit_reset=epoch(NOW + timedelta(minutes=15)),
        x_user_limit_24hour_limit="100",
        x_user_limit_24hour_remaining="0",
        x_user_limit_24hour_reset=epoch(day),
    )
    async with OddServer(reply) as server, channel(server.url, tmp_path) as x:
        assert await problem_of(x.post("Hola")) == Limited(day)
        assert x.quotas == {
            "post": Quota(100, 40, NOW + timedelta(minutes=15)),
            "post_day": Quota(100, 0, day),
        }


async def test_retry_after_counts_from_now(tmp_path: Path) -> None:
    found = await after(http(429, b"", Retry_After="120"), tmp_path, write=True)
    assert found == Limited(NOW + timedelta(seconds=120))


@pytest.mark.parametrize("reset", ["", "mañana", "-1", "1", "999999999999", "9" * 40])
async def test_a_senseless_reset_is_no_reset(reset: str, tmp_path: Path) -> None:
    reply = http(429, b"", x_rate_limit_reset=reset.encode().decode("latin-1"))
    assert await after(reply, tmp_path, write=False) == Limited(None)


async def test_the_wait_is_told_by_our_clock_when_it_is_a_day_off(tmp_path: Path) -> None:
    theirs = NOW + timedelta(days=1)
    reply = http(
        429,
        b"",
        Date=theirs.strftime("%a, %d %b %Y %H:%M:%S GMT"),
        x_rate_limit_reset=epoch(theirs + timedelta(minutes=10)),
    )
    found = await after(reply, tmp_path, write=False)
    assert found == Limited(NOW + timedelta(minutes=10))
    assert found.until is not None
    assert found.until.tzinfo is UTC


# --- what must not get out -----------------------------------------------------------------


async def test_no_token_in_any_log_or_traceback(
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    replies = (Odd.CLOSE, PAGE_503, http(401), Odd.RESET, http(200, b"{", length=9))
    for reply in replies:
        async with OddServer(reply) as server, channel(server.url, tmp_path) as x:
            for write in (True, False):
                try:
                    await ask(x, write)
                except Trouble as trouble:
                    seen: BaseException | None = trouble
                    while seen is not None:
                        assert ACCESS not in repr(seen)
                        seen = None if seen.__suppress_context__ else seen.__context__
            assert ACCESS not in repr(x) + repr(vars(x))
    assert ACCESS not in caplog.text
    assert REFRESH not in caplog.text
    assert "Bearer" not in caplog.text


async def test_a_closed_channel_is_offline(tmp_path: Path) -> None:
    async with OddServer(http(200, NO_POSTS)) as server:
        async with channel(server.url, tmp_path) as x:
            await x.mentions(None)
        assert await problem_of(x.mentions(None)) == Offline()
        await x.close()


async def test_a_cancelled_request_leaves_nothing_behind(tmp_path: Path) -> None:
    async with OddServer(Odd.HANG) as server, channel(server.url, tmp_path) as x:
        asking = asyncio.create_task(x.post("Hola"))
        await server.asked.wait()
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking


async def test_x_out_of_reach_of_the_token_endpoint_means_the_write_never_left(
    tmp_path: Path,
) -> None:
    async with OddServer(PAGE_503) as server:
        async with channel(server.url, tmp_path, held=vault(expires_at=NOW)) as x:
            assert await problem_of(x.post("Hola")) == Offline()
            assert await problem_of(x.mentions(None)) == ChannelDown()
        assert {seen.path for seen in server.seen} == {"/2/oauth2/token"}
        assert await tokens(server.url, tmp_path).account() is not None

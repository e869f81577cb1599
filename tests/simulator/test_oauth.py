"""Signing in: PKCE, codes of 30 seconds, refresh tokens that rotate."""

from __future__ import annotations

import base64
import hashlib
from urllib.parse import parse_qs, urlsplit

from tests.simulator.scene import Desk, Got, scene

VERIFIER = "v" * 64
CHALLENGE = base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).decode()
ASK = {
    "response_type": "code",
    "client_id": "mesa",
    "redirect_uri": "http://127.0.0.1:47811/callback",
    "scope": "tweet.read users.read tweet.write offline.access",
    "state": "s-1",
    "code_challenge": CHALLENGE.rstrip("="),
    "code_challenge_method": "S256",
}
AUTHORIZE = "/i/oauth2/authorize"


async def code(desk: Desk) -> str:
    got = await desk.get(AUTHORIZE, **ASK)
    assert got.status == 302
    query = parse_qs(urlsplit(got.headers["location"]).query)
    assert query["state"] == ["s-1"]
    return query["code"][0]


async def redeem(desk: Desk, value: str, verifier: str = VERIFIER) -> Got:
    form = {
        "grant_type": "authorization_code",
        "client_id": "mesa",
        "code": value,
        "redirect_uri": ASK["redirect_uri"],
        "code_verifier": verifier,
    }
    return await desk.send("POST", "/2/oauth2/token", data=form)


async def renew(desk: Desk, value: str) -> Got:
    form = {"grant_type": "refresh_token", "client_id": "mesa", "refresh_token": value}
    return await desk.send("POST", "/2/oauth2/token", data=form)


@scene()
async def test_consent_leads_to_tokens_that_work(desk: Desk) -> None:
    got = await redeem(desk, await code(desk))
    assert got.status == 200
    assert got.body["token_type"] == "bearer"
    assert got.body["expires_in"] == 7200
    desk.token = got.body["access_token"]
    assert (await desk.get("/2/users/me")).body["data"]["username"] == "incluinfo"


@scene()
async def test_a_code_is_good_once_and_for_thirty_seconds(desk: Desk) -> None:
    first = await code(desk)
    assert (await redeem(desk, first)).status == 200
    assert (await redeem(desk, first)).status == 400
    late = await code(desk)
    desk.hand.seconds += 30
    got = await redeem(desk, late)
    assert got.status == 400
    assert got.body["error"] == "invalid_request"


@scene()
async def test_a_wrong_verifier_gets_nothing_and_burns_the_code(desk: Desk) -> None:
    value = await code(desk)
    assert (await redeem(desk, value, "w" * 64)).status == 400
    assert (await redeem(desk, value)).status == 400


@scene()
async def test_refresh_tokens_rotate_and_reuse_ends_the_family(desk: Desk) -> None:
    first = (await redeem(desk, await code(desk))).body
    second = (await renew(desk, first["refresh_token"])).body
    assert second["refresh_token"] != first["refresh_token"]
    desk.token = second["access_token"]
    assert (await desk.get("/2/users/me")).status == 200
    again = await renew(desk, first["refresh_token"])
    assert again.status == 400
    assert again.body["error_description"] == "Value passed for the token was invalid."
    assert (await renew(desk, second["refresh_token"])).status == 400
    assert (await desk.get("/2/users/me")).status == 401


@scene()
async def test_access_ends_after_two_hours(desk: Desk) -> None:
    desk.hand.seconds += 7199
    assert (await desk.get("/2/users/me")).status == 200
    desk.hand.seconds += 1
    got = await desk.get("/2/users/me")
    assert (got.status, got.body["title"]) == (401, "Unauthorized")


@scene()
async def test_revoking_ends_both_tokens(desk: Desk) -> None:
    got = await desk.send(
        "POST", "/2/oauth2/revoke", data={"token": desk.token, "client_id": "mesa"}
    )
    assert got.body == {"revoked": True}
    assert (await desk.get("/2/users/me")).status == 401
    assert (await renew(desk, desk.refresh)).status == 400


@scene(auto_consent=False)
async def test_the_consent_page_asks_in_spanish_and_may_be_refused(desk: Desk) -> None:
    shown = await desk.get(AUTHORIZE, **ASK)
    assert shown.status == 200
    assert ">Autorizar</button>" in shown.text
    assert "@incluinfo" in shown.text
    no = await desk.send("POST", AUTHORIZE, params=ASK, data={"decision": "deny"})
    assert "error=access_denied" in no.headers["location"]
    yes = await desk.send("POST", AUTHORIZE, params=ASK, data={"decision": "allow"})
    assert "code=" in yes.headers["location"]
    assert (await desk.get(AUTHORIZE, **ASK, auto="1")).status == 302


@scene()
async def test_the_consent_page_refuses_what_x_refuses(desk: Desk) -> None:
    for name, value in {
        "redirect_uri": "http://localhost:1/callback",
        "code_challenge_method": "plain",
        "response_type": "token",
        "state": "",
        "code_challenge": "short",
    }.items():
        got = await desk.get(AUTHORIZE, **(ASK | {name: value}))
        assert got.status == 400, name
        assert "location" not in got.headers


@scene()
async def test_what_the_client_id_says_is_never_markup(desk: Desk) -> None:
    got = await desk.get(AUTHORIZE, **(ASK | {"client_id": "<img src=x>"}), auto="0")
    assert "<img" not in got.text


@scene()
async def test_without_the_scope_a_write_is_forbidden(desk: Desk) -> None:
    desk.token, none = desk.simulator.grants.grant(("tweet.read", "users.read"))
    assert none == ""
    got = await desk.post("Hola")
    assert got.status == 403
    assert "tweet.write" in got.body["detail"]
    assert desk.world.our_posts == []

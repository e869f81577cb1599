"""Everything that goes wrong on purpose, seen through real HTTP."""

from __future__ import annotations

import aiohttp
import pytest

from incluinfo_desk.simulator.faults import FORBIDDEN, KINDS, Faults
from incluinfo_desk.simulator.world import World
from tests.simulator.scene import MENTIONS, OWN, SEARCH, START, Desk, scene


@scene()
async def test_a_burst_of_401_passes_and_the_token_lives(desk: Desk) -> None:
    desk.world.fault("*", "unauthorized", times=2)
    assert [(await desk.get("/2/users/me")).status for _ in range(3)] == [401, 401, 200]


@scene()
async def test_revoked_means_the_token_endpoint_says_so_too(desk: Desk) -> None:
    desk.world.fault("mentions", "revoked")
    assert (await desk.get(MENTIONS)).status == 401
    assert (await desk.get("/2/users/me")).status == 401
    form = {"grant_type": "refresh_token", "client_id": "x", "refresh_token": desk.refresh}
    got = await desk.send("POST", "/2/oauth2/token", data=form)
    assert got.body["error"] == "invalid_request"


@scene()
async def test_402_comes_in_its_three_shapes(desk: Desk) -> None:
    seen = set()
    for variant in range(3):
        desk.world.fault("me", "credits", variant=variant)
        got = await desk.get("/2/users/me")
        assert got.status == 402
        seen.add((got.body["type"], got.body["title"]))
    assert len(seen) == 3


@scene()
async def test_429_with_and_without_a_reset(desk: Desk) -> None:
    desk.world.fault("mentions", "rate_limited", seconds=60)
    got = await desk.get(MENTIONS)
    assert (got.status, got.headers["x-rate-limit-reset"]) == (429, str(int(START) + 60))
    desk.world.fault("mentions", "rate_limited", header=False)
    assert "x-rate-limit-reset" not in (await desk.get(MENTIONS)).headers
    desk.world.fault("post", "rate_limited", header=False, day=True)
    got = await desk.post("Hola")
    assert got.headers["x-user-limit-24hour-reset"] == str(int(START) + 86_400)
    assert got.headers["x-app-limit-24hour-remaining"] == "0"
    assert desk.world.our_posts == []


@pytest.mark.parametrize("reason", sorted(FORBIDDEN))
def test_every_403_can_be_had(reason: str) -> None:
    @scene()
    async def play(desk: Desk) -> None:
        desk.world.fault("post", "forbidden", reason=reason)
        got = await desk.post("Hola")
        assert got.status == 403
        assert got.body["detail"]
        assert desk.world.our_posts == []

    play()


@scene()
async def test_bodies_that_are_not_the_json_expected(desk: Desk) -> None:
    desk.world.citizen_posts("¿Hola?")
    wanted = {
        "unavailable": (503, "text/html"),
        "bad_gateway": (502, "text/html"),
        "captive": (200, "text/html"),
        "truncated": (200, "application/json"),
        "strange": (200, "application/json"),
        "empty": (200, "application/json"),
    }
    for kind, (status, content) in wanted.items():
        desk.world.fault("mentions", kind)
        got = await desk.get(MENTIONS)
        assert (got.status, got.headers["content-type"].split(";")[0]) == (status, content)
        assert not isinstance(got.body, dict), kind
    desk.world.fault("mentions", "empty")
    empty = await desk.get(MENTIONS)
    assert (empty.status, empty.text) == (200, "")
    assert (await desk.get(MENTIONS)).status == 200


@scene()
async def test_the_line_breaks_before_after_and_in_the_middle(desk: Desk) -> None:
    published = {"dropped": 0, "lost": 1, "reset": 2}
    for kind, count in published.items():
        desk.world.fault("post", kind)
        with pytest.raises(aiohttp.ClientError):
            await desk.post(f"Aviso {kind}")
        assert len(desk.world.our_posts) == count, kind
    assert [r.status for r in desk.world.requests] == [None, None, None]


@scene()
async def test_a_spoilt_answer_may_hide_a_published_post(desk: Desk) -> None:
    desk.world.fault("post", "unavailable")
    assert (await desk.post("Aviso")).status == 503
    assert desk.world.our_posts == []
    desk.world.fault("post", "unavailable", processed=True)
    assert (await desk.post("Aviso")).status == 503
    assert len(desk.world.our_posts) == 1
    assert (await desk.post("Aviso")).status == 403


@scene()
async def test_a_post_may_appear_long_after_its_bad_answer(desk: Desk) -> None:
    asked = desk.world.citizen_posts("¿Hola?")
    desk.world.fault("post", "late", seconds=20)
    assert (await desk.post("Buenos días", asked)).status == 503
    desk.hand.seconds += 19
    assert (await desk.get(OWN)).body["meta"]["result_count"] == 0
    desk.hand.seconds += 60
    got = await desk.get(OWN, **{"tweet.fields": "created_at"})
    assert got.body["data"][0]["created_at"] == "2026-11-18T11:07:00.000Z"
    assert len(desk.world.replies_to(asked)) == 1


@scene()
async def test_delays_stand_before_or_after_the_work(desk: Desk) -> None:
    quick = aiohttp.ClientTimeout(total=0.15)
    for kind, count in (("delay_before", 0), ("delay_after", 1)):
        desk.world.fault("post", kind, seconds=0.5)
        with pytest.raises(TimeoutError):
            await desk.send("POST", "/2/tweets", json={"text": kind}, timeout=quick)
        assert len(desk.world.our_posts) == count, kind


@scene()
async def test_deliveries_are_doubled_mixed_and_forgotten(desk: Desk) -> None:
    ids = []
    for n in range(4):
        desk.hand.seconds += 1
        ids.append(desk.world.citizen_posts(f"¿{n}?"))
    desk.world.fault("mentions", "duplicate")
    assert (await desk.get(MENTIONS, since_id=ids[2])).ids == [ids[3], ids[3], ids[2]]
    desk.world.fault("mentions", "out_of_order")
    mixed = (await desk.get(MENTIONS)).ids
    assert sorted(mixed) == ids
    assert mixed != ids[::-1]
    desk.world.fault("mentions", "missing")
    assert (await desk.get(MENTIONS)).ids == ids[2::-1]
    assert (await desk.get(MENTIONS)).ids == ids[2::-1]
    assert (await desk.get(SEARCH, query="@incluinfo")).ids == ids[::-1]
    hidden = desk.world.citizen_posts("¿y yo?", absent_from_mentions=True)
    assert hidden not in (await desk.get(MENTIONS)).ids


@scene()
async def test_the_servers_clock_may_be_wrong(desk: Desk) -> None:
    right = await desk.get(MENTIONS)
    desk.world.fault("mentions", "skew", times=None, seconds=-86_400)
    wrong = await desk.get(MENTIONS)
    gap = int(right.headers["x-rate-limit-reset"]) - int(wrong.headers["x-rate-limit-reset"])
    assert gap == 86_400
    assert right.headers["date"] != wrong.headers["date"]


@scene()
async def test_a_fault_waits_for_its_turn_and_only_strikes_its_route(desk: Desk) -> None:
    desk.world.fault("mentions", "unavailable", after=1)
    assert (await desk.get("/2/users/me")).status == 200
    assert [(await desk.get(MENTIONS)).status for _ in range(3)] == [200, 503, 200]
    assert [r.faults for r in desk.world.requests][2] == ("unavailable",)


def test_chance_is_the_same_for_the_same_seed() -> None:
    def struck(seed: int) -> list[bool]:
        world = World(seed)
        world.fault("post", "unavailable", times=None, probability=0.3)
        return [bool(world.faults.take("post")) for _ in range(200)]

    assert struck(1) == struck(1)
    assert struck(1) != struck(2)
    assert 30 <= sum(struck(1)) <= 90


def test_an_unknown_fault_is_a_mistake_of_the_test() -> None:
    with pytest.raises(ValueError, match="no such fault"):
        World().fault("post", "gremlins")
    with pytest.raises(ValueError, match="no such reason"):
        World().fault("post", "forbidden", reason="mood")
    assert "late" in KINDS
    assert Faults(1).take("post") == []

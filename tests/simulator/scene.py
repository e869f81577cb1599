"""A simulator over real HTTP with a clock that the test moves."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from incluinfo_desk.simulator.clock import SimClock
from incluinfo_desk.simulator.server import Simulator
from incluinfo_desk.simulator.world import OUR_ID, World

START = 1_795_000_000.0
MENTIONS = f"/2/users/{OUR_ID}/mentions"
OWN = f"/2/users/{OUR_ID}/tweets"
SEARCH = "/2/tweets/search/recent"


@dataclass
class Hand:
    """Seconds that pass only when a test says so."""

    seconds: float = 0.0

    def __call__(self) -> float:
        return self.seconds


@dataclass
class Got:
    status: int
    headers: dict[str, str]
    text: str
    body: Any = None

    @property
    def ids(self) -> list[str]:
        return [item["id"] for item in self.body.get("data", [])]


@dataclass
class Desk:
    simulator: Simulator
    http: aiohttp.ClientSession
    hand: Hand
    token: str
    refresh: str
    json_types: tuple[str, ...] = field(default=("application/json", "application/problem+json"))

    @property
    def world(self) -> World:
        return self.simulator.world

    async def send(self, method: str, path: str, **how: Any) -> Got:
        url = path if path.startswith("http") else self.simulator.base_url + path
        headers = {"Authorization": f"Bearer {self.token}"} | how.pop("headers", {})
        async with self.http.request(
            method, url, headers=headers, allow_redirects=False, **how
        ) as answer:
            text = await answer.text()
            got = Got(answer.status, {k.lower(): v for k, v in answer.headers.items()}, text)
            if answer.content_type in self.json_types and text:
                try:
                    got.body = await answer.json(content_type=None)
                except ValueError:
                    got.body = None
            return got

    async def get(self, path: str, **params: str) -> Got:
        return await self.send("GET", path, params=params)

    async def post(self, text: str, to: str | None = None, **more: Any) -> Got:
        body: dict[str, Any] = {"text": text, **more}
        if to is not None:
            body["reply"] = {"in_reply_to_tweet_id": to}
        return await self.send("POST", "/2/tweets", json=body)


def scene(
    *,
    day: bool = False,
    seed: int = 1,
    speed: float = 1.0,
    auto_consent: bool = True,
) -> Callable[[Callable[[Desk], Awaitable[None]]], Callable[[], None]]:
    """Make a test of a coroutine that gets a desk before a running simulator."""

    def made(act: Callable[[Desk], Awaitable[None]]) -> Callable[[], None]:
        async def play() -> None:
            hand = Hand()
            clock = SimClock(speed, epoch=lambda: START, monotonic=hand)
            simulator = Simulator(
                seed=seed, speed=speed, day=day, auto_consent=auto_consent, clock=clock
            )
            await simulator.start()
            try:
                async with aiohttp.ClientSession() as http:
                    token, refresh = simulator.grants.grant()
                    await act(Desk(simulator, http, hand, token, refresh))
            finally:
                await simulator.stop()

        def test() -> None:
            asyncio.run(play())

        test.__name__ = getattr(act, "__name__", "test")
        test.__doc__ = act.__doc__
        return test

    return made

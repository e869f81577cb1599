"""The counter every request passes: time, faults, credentials, limits, headers, the log."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.utils import formatdate
from typing import Any

from aiohttp import web

from incluinfo_desk.simulator import errors, faults
from incluinfo_desk.simulator.errors import RefusedError
from incluinfo_desk.simulator.faults import FaultRule
from incluinfo_desk.simulator.limits import Window
from incluinfo_desk.simulator.model import RequestSeen
from incluinfo_desk.simulator.oauth import Grants
from incluinfo_desk.simulator.world import World

API_VERSION = "2.167"
LOCAL_HOSTS = frozenset({"127.0.0.1", "localhost"})


@dataclass(slots=True)
class Call:
    """One request, read whole."""

    world: World
    path: dict[str, str]
    query: dict[str, str]
    body: Any = None
    """Parsed JSON; None without a body or when it was no JSON."""
    form: dict[str, str] = field(default_factory=dict)
    file: bytes | None = None
    data_faults: tuple[FaultRule, ...] = ()
    at: float | None = None
    """Wall time at which it takes effect, when that is not now."""

    def fault(self, kind: str) -> FaultRule | None:
        return next((rule for rule in self.data_faults if rule.kind == kind), None)


@dataclass(slots=True)
class Answer:
    body: Mapping[str, Any] | None = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Route:
    method: str
    path: str
    name: str
    """What faults and limits call it."""
    handler: Callable[[Call], Answer]
    scope: str | None = None
    public: bool = False
    """No access token asked: the token endpoint itself."""


class Front:
    """Serves routes over aiohttp. Handlers are plain functions on the world."""

    def __init__(self, world: World, grants: Grants) -> None:
        self._world = world
        self._grants = grants
        self._served = 0

    def mount(self, app: web.Application, routes: list[Route]) -> None:
        for route in routes:
            app.router.add_route(route.method, route.path, self._handler(route))

    def _handler(self, route: Route) -> Callable[[web.Request], Any]:
        async def serve(request: web.Request) -> web.StreamResponse:
            return await self._serve(route, request)

        return serve

    async def _serve(self, route: Route, request: web.Request) -> web.StreamResponse:
        call = await _read(self._world, request)
        self._world.settle()
        struck = self._world.faults.take(route.name)
        call.data_faults = tuple(rule for rule in struck if rule.kind in faults.DATA)
        spoil = next(
            (r for r in struck if r.kind not in faults.DELAYS and r.kind not in faults.DATA),
            None,
        )
        await self._wait(struck, "delay_before")
        answer = self._answer(route, request, call, spoil)
        await self._wait(struck, "delay_after")
        answer.headers |= self._headers(call)
        cut = spoil is not None and spoil.kind in faults.CUTS
        self._world.requests.append(
            RequestSeen(
                at=self._world.clock.now(),
                method=route.method,
                path=request.path,
                route=route.name,
                query=call.query,
                status=None if cut else answer.status,
                faults=tuple(rule.kind for rule in struck),
            ),
        )
        return await _send(request, answer, spoil)

    async def _wait(self, struck: list[FaultRule], kind: str) -> None:
        for rule in struck:
            if rule.kind == kind:
                await asyncio.sleep(float(rule.opts.get("seconds", 1)))
                self._world.settle()

    def _answer(
        self,
        route: Route,
        request: web.Request,
        call: Call,
        spoil: FaultRule | None,
    ) -> Answer:
        rate: dict[str, str] = {}
        try:
            if spoil is not None and spoil.kind == "revoked":
                self._grants.revoke_all()
            if spoil is not None and spoil.kind in faults.REFUSALS:
                raise faults.refusal(spoil, self._world.clock.wall())
            if not route.public:
                self._grants.check(request.headers.get("Authorization"), route.scope)
                if self._world.rules.out_of_credits:
                    raise errors.credits_depleted()
                rate = self._limit(route, call)
            if spoil is not None and spoil.kind == "late":
                self._postpone(route, call, float(spoil.opts.get("seconds", 5)))
                return _spoilt(Answer({}, headers=rate), spoil)
            if spoil is not None and not spoil.processed:
                return _spoilt(Answer({}, headers=rate), spoil)
            answer = route.handler(call)
        except RefusedError as refused:
            answer = Answer(refused.body, refused.status, dict(refused.headers))
        answer.headers = rate | answer.headers
        return _spoilt(answer, spoil)

    def _postpone(self, route: Route, call: Call, seconds: float) -> None:
        def act(at: float) -> None:
            call.at = at
            try:
                route.handler(call)
            except RefusedError:
                # X took it, answered badly, and refused it in the end: nobody is told.
                return

        self._world.later(seconds, act)

    def _limit(self, route: Route, call: Call) -> dict[str, str]:
        wall = self._world.clock.wall()
        skew = call.fault("skew")
        shift = float(skew.opts.get("seconds", 0)) if skew else 0.0
        taken = self._world.buckets.take(route.name, wall)
        if taken is None:
            return {}
        window, passed = taken
        headers = _rate_headers("x-rate-limit", window, shift)
        if route.name == "post" and passed:
            day, passed = self._world.buckets.take_day(wall)
            headers |= _rate_headers("x-app-limit-24hour", day, shift)
            headers |= _rate_headers("x-user-limit-24hour", day, shift)
        if not passed:
            refused = errors.problem(429, "Too Many Requests", "Too Many Requests")
            refused.headers |= headers
            raise refused
        return headers

    def _headers(self, call: Call) -> dict[str, str]:
        self._served += 1
        wall = self._world.clock.wall()
        if skew := call.fault("skew"):
            wall += float(skew.opts.get("seconds", 0))
        return {
            "x-transaction-id": f"{self._world.seed:08x}{self._served:08x}",
            "api-version": API_VERSION,
            "Date": formatdate(wall, usegmt=True),
        }


@web.middleware
async def only_local(
    request: web.Request,
    handler: Callable[[web.Request], Any],
) -> web.StreamResponse:
    """A page in a browser must not reach the simulator under a name of its own."""
    if (request.url.host or "") not in LOCAL_HOSTS:
        return web.Response(status=421, text="loopback only\n")
    answer: web.StreamResponse = await handler(request)
    return answer


async def unknown(request: web.Request) -> web.StreamResponse:
    refused = errors.problem(404, "Not Found", "Not Found")
    return _json(Answer(refused.body, 404))


def _rate_headers(prefix: str, window: Window, shift: float) -> dict[str, str]:
    return {
        f"{prefix}-limit": str(window.limit),
        f"{prefix}-remaining": str(window.remaining),
        f"{prefix}-reset": str(int(window.resets_at + shift)),
    }


async def _read(world: World, request: web.Request) -> Call:
    call = Call(world, dict(request.match_info), dict(request.query))
    if request.content_type in {"multipart/form-data", "application/x-www-form-urlencoded"}:
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                call.file = value.file.read()
            elif isinstance(value, bytes | bytearray):
                call.file = bytes(value)
            else:
                call.form[name] = value
    elif request.can_read_body:
        try:
            call.body = json.loads(await request.text())
        except ValueError:
            call.body = None
    return call


def _spoilt(answer: Answer, spoil: FaultRule | None) -> Answer:
    """Give the answer the status that the fault shows; :func:`_send` spoils its body."""
    if spoil is None:
        return answer
    kind = spoil.opts.get("answer", "unavailable") if spoil.kind == "late" else spoil.kind
    if kind in {"unavailable", "bad_gateway"}:
        answer.status = 503 if kind == "unavailable" else 502
    elif kind == "captive":
        answer.status = 200
    elif kind == "strange":
        answer.status = int(spoil.opts.get("status", answer.status))
    return answer


async def _send(
    request: web.Request,
    answer: Answer,
    spoil: FaultRule | None,
) -> web.StreamResponse:
    whole = _json(answer)
    if spoil is None or spoil.kind in faults.REFUSALS:
        return whole
    kind = str(spoil.opts.get("answer", "unavailable")) if spoil.kind == "late" else spoil.kind
    pages = {
        "unavailable": faults.HTML_503,
        "bad_gateway": faults.HTML_502,
        "captive": faults.HTML_PORTAL,
    }
    if kind in pages:
        return web.Response(
            status=answer.status,
            text=pages[kind],
            content_type="text/html",
            headers=answer.headers,
        )
    body = whole.body if isinstance(whole.body, bytes) else b""
    if kind in {"empty", "truncated"}:
        cut = body[: max(1, len(body) // 2)] if kind == "truncated" else b""
        return web.Response(
            status=answer.status,
            body=cut,
            content_type="application/json",
            headers=answer.headers,
        )
    if kind == "strange":
        # Lists and null errors broke tweepy (x-platform §6.6).
        shape = spoil.opts.get("body", [{"message": "?"}])
        return web.json_response(shape, status=answer.status, headers=answer.headers)
    if kind == "reset":
        return await _cut_in_the_middle(request, whole, body)
    return _hang_up(request)


async def _cut_in_the_middle(
    request: web.Request,
    whole: web.Response,
    body: bytes,
) -> web.StreamResponse:
    response = web.StreamResponse(status=whole.status, headers=whole.headers)
    response.content_length = len(body)
    await response.prepare(request)
    await response.write(body[: max(1, len(body) // 2)])
    if request.transport is not None:
        request.transport.abort()
    return response


def _hang_up(request: web.Request) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def _json(answer: Answer) -> web.Response:
    problem = answer.status >= 400 and "error" not in (answer.body or {})
    return web.Response(
        status=answer.status,
        body=json.dumps(answer.body, ensure_ascii=False).encode() if answer.body else b"{}",
        content_type="application/problem+json" if problem else "application/json",
        charset="utf-8",
        headers=answer.headers,
    )

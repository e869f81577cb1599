"""X's side of a run: the simulator, and before it a line that breaks as the plan says.

Both live in a process of their own, which outlives every death of the desk. The line sees
the bytes of a post go by, so it knows the moment at which the desk is to be killed.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import re
import signal
import socket
import struct
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import timedelta
from typing import Any

from incluinfo_desk.simulator import rules
from incluinfo_desk.simulator.clock import SimClock
from incluinfo_desk.simulator.model import SimPost
from incluinfo_desk.simulator.server import HOST, Simulator

from .plan import Run
from .shared import START, Shared

ASKED = "pedí el IMV hace siete meses y no me contestan, ¿está denegado?"
POST = "post"
OWN = "own_posts"
LAG = 100.0
"""Seconds by which the lagging timeline is late: within the quarter of an hour we look."""
LONG_LAG = 2500.0
"""And beyond it."""

LINE_FAULTS = frozenset(
    {"rst_before", "rst_after", "timeout_before", "timeout_after", "proxy_407"},
)
LOST_AS_WELL = frozenset(
    {"timeline_503", "timeline_lag", "timeline_lag_long", "duplicate_filter",
     "clock_forward", "clock_back", "clock_leap"},
)  # fmt: skip
"""Faults that matter only when the answer to the post was lost."""


def serve(run: Run, shared: Shared, ready: int, over: int, report: int) -> None:
    """Serve until ``over`` can be read; then write what is public into ``report``."""
    logging.disable()  # the server complains of every line that breaks
    asyncio.run(_serve(run, shared, ready, over, report))


async def _serve(run: Run, shared: Shared, ready: int, over: int, report: int) -> None:
    asyncio.get_running_loop().set_exception_handler(lambda *_: None)
    clock = SimClock(epoch=START.timestamp, monotonic=lambda: shared.seconds)
    simulator = Simulator(day=False, clock=clock)
    await simulator.start()
    world = simulator.world
    target = world.citizen_posts(ASKED, handle="rosa", name="Rosa Martín")
    seeded = _plan(run, simulator)
    line = Line(run, shared, int(simulator.base_url.rsplit(":", 1)[1]))
    port = await line.open()
    access, refresh = simulator.grants.grant()
    hello = {
        "url": f"http://{HOST}:{port}", "access": access, "refresh": refresh, "target": target,
        "again": [simulator.grants.grant() for _ in range(4)],
    }  # fmt: skip
    os.write(ready, json.dumps(hello).encode() + b"\n")
    ended = asyncio.Event()
    asyncio.get_running_loop().add_reader(over, ended.set)
    await ended.wait()
    shared.seconds += 86_400  # whatever X still has up its sleeve
    told = {
        "posts": [
            {"id": p.id, "text": p.text, "to": p.in_reply_to}
            for p in world.our_posts
            if p.id not in seeded
        ],
        "requests": len(world.requests),
        "writes": sum(r.route == POST for r in world.requests),
    }
    os.write(report, json.dumps(told).encode() + b"\n")


def _plan(run: Run, simulator: Simulator) -> set[str]:
    """Tell the simulator what goes wrong; returns our posts that were there before."""
    world, at = simulator.world, run.struck
    post_faults: dict[str, tuple[str, dict[str, Any]]] = {
        "html503_before": ("unavailable", {}),
        "html503_after": ("unavailable", {"processed": True}),
        "truncated_201": ("truncated", {}),
        "reset_201": ("reset", {}),
        "empty_201": ("empty", {}),
        "errors_before": ("strange", {"processed": False, "body": _ERRORS}),
        "errors_after": ("strange", {"body": _ERRORS}),
        "false_duplicate": ("forbidden", {"reason": "duplicate"}),
        "policy_403": ("forbidden", {"reason": "not_permitted"}),
        "limited_429": ("rate_limited", {"seconds": 700}),
        "unauthorised_401": ("unauthorized", {}),
        "credits_402": ("credits", {}),
        "captive_portal": ("captive", {}),
        "late_inside": ("late", {"seconds": 120}),
        "late_outside": ("late", {"seconds": 3000}),
        "late_weekend": ("late", {"seconds": 3000}),
    }
    if run.fault in post_faults:
        kind, options = post_faults[run.fault]
        world.fault(POST, kind, after=at, **options)
    if run.fault == "captive_reads":
        world.fault(OWN, "captive", 2, after=at)
        world.fault("lookup", "captive", 1, after=at)
    if run.fault == "timeline_503":
        world.fault(OWN, "unavailable", 5, after=at + 1)
    if run.fault not in ("duplicate_filter", "true_duplicate"):
        # X's filter is no promise (reliability-security §1.2), and it would hide a double.
        rules.refuse_duplicate = lambda *_: None
    if run.fault == "duplicate_filter":
        world.rules.duplicates = "account"
    if run.fault == "true_duplicate":
        world.rules.duplicates = "account"
        other = world.citizen_posts("¿Y a mí?", handle="luis", name="Luis")
        return {world.we_post(run.texts[at], other).id}
    if run.fault in ("timeline_lag", "clock_leap", "timeline_lag_long"):
        _lag(simulator, LONG_LAG if run.fault == "timeline_lag_long" else LAG, run.texts[at])
    return set()


_ERRORS = {
    "errors": [
        {
            "title": "Internal Error",
            "detail": "Something went wrong.",
            "type": "https://api.x.com/2/problems/internal-error",
        },
    ],
}


def _lag(simulator: Simulator, seconds: float, text: str) -> None:
    """Our timeline shows the spoilt part that much later; nobody else sees it earlier."""
    world = simulator.world
    newest = world._newest

    def late(numbers: list[int]) -> Iterator[SimPost]:
        oldest = world.clock.now() - timedelta(seconds=seconds)
        return (p for p in newest(numbers) if text not in p.text or p.created_at <= oldest)

    world._newest = late  # type: ignore[method-assign]


class Line:
    """Between the desk and X: passes bytes on, except for the post it is to spoil."""

    def __init__(self, run: Run, shared: Shared, port: int) -> None:
        self._run = run
        self._shared = shared
        self._port = port
        self._marker = _as_json(run.texts[run.struck])
        self._server: asyncio.Server | None = None

    async def open(self) -> int:
        self._server = await asyncio.start_server(self._met, HOST, 0)
        return int(self._server.sockets[0].getsockname()[1])

    async def _met(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with closing(writer), suppress(ConnectionError, asyncio.IncompleteReadError):
            if self._shared.posting and self._kills("connected"):
                return
            await self._pass(reader, writer)

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        onward_reader, onward = await asyncio.open_connection(HOST, self._port)
        with closing(onward):
            if not head.startswith(b"POST /2/tweets "):
                onward.write(head)
                await asyncio.gather(_pump(reader, onward), _pump(onward_reader, writer))
                return
            found = re.search(rb"(?i)content-length: (\d+)", head)
            body = await reader.readexactly(int(found[1]) if found else 0)
            if self._marker not in body:
                onward.write(head + body)
                await _pump(onward_reader, writer)
                return
            await self._spoil(head, body, reader, onward_reader, onward, writer)

    async def _spoil(
        self,
        head: bytes,
        body: bytes,
        desk: asyncio.StreamReader,
        answer: asyncio.StreamReader,
        onward: asyncio.StreamWriter,
        back: asyncio.StreamWriter,
    ) -> None:
        if self._dies_at("half_body"):
            onward.write(head + body[: len(body) // 2])
            await onward.drain()
            self._kills("half_body")
            return
        fault = self._fault()
        if fault == "proxy_407":
            back.write(_PROXY_SAYS_NO)
            await back.drain()
        if fault == "rst_before":
            _reset(back)
        if fault == "timeout_before":
            await desk.read()  # until it gives up
        if fault in ("proxy_407", "rst_before", "timeout_before"):
            self._kills("fully_written")
            return
        onward.write(head + body)
        await onward.drain()
        if self._kills("fully_written"):
            await answer.read()
            return
        if fault is None:
            await _pump(answer, back)
            return
        await answer.readuntil(b"\r\n\r\n")
        if fault == "rst_after":
            _reset(back)
        else:
            await desk.read()

    def _fault(self) -> str | None:
        fault = "rst_after" if self._run.fault in LOST_AS_WELL else self._run.fault
        if fault not in LINE_FAULTS or self._shared.struck:
            return None
        self._shared.struck += 1
        return fault

    def _dies_at(self, point: str) -> bool:
        kills = int(self._shared.kills)
        return kills < len(self._run.crashes) and self._run.crashes[kills] == point

    def _kills(self, point: str) -> bool:
        if not self._dies_at(point):
            return False
        self._shared.kills += 1
        self._shared.posting = 0
        os.kill(int(self._shared.pid), signal.SIGKILL)
        return True


_PROXY_SAYS_NO = (
    b"HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Negotiate\r\n"
    b"Content-Type: text/html\r\nContent-Length: 13\r\nConnection: close\r\n\r\n<html></html>"
)


def _as_json(text: str) -> bytes:
    """``text`` as it stands in a JSON body of the desk."""
    return json.dumps(text)[1:-1].encode()


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(ConnectionError):
        while data := await reader.read(65_536):
            writer.write(data)
            await writer.drain()
    with suppress(OSError):
        if writer.can_write_eof():
            writer.write_eof()


def _reset(writer: asyncio.StreamWriter) -> None:
    """RST, not FIN: what a dying router sends."""
    connection = writer.get_extra_info("socket")
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()

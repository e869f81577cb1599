"""A TCP server that answers with exactly the bytes it is told: what no real server sends."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from enum import Enum
from types import TracebackType
from typing import Any, Self


class Odd(Enum):
    HANG = "hang"
    """Read the request, answer nothing, keep the line open."""
    CLOSE = "close"
    """Read the request, close without a word."""
    RESET = "reset"
    DEAF = "deaf"
    """Accept the connection and never read: a TLS handshake that does not come."""
    GREET = "greet"
    """Speak first, and not TLS."""


@dataclass(frozen=True, slots=True)
class Seen:
    method: str
    path: str
    headers: dict[str, str] = field(repr=False)
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


Reply = bytes | Odd


def http(
    status: int,
    body: Any = b"",
    *,
    kind: str = "application/json",
    length: int | None = None,
    keep: bool = False,
    **headers: str,
) -> bytes:
    """One whole answer; ``body`` that is no bytes is JSON; ``length`` lies about its size."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    lines = [
        f"HTTP/1.1 {status} Status",
        f"Content-Type: {kind}",
        f"Content-Length: {len(content) if length is None else length}",
        f"Connection: {'keep-alive' if keep else 'close'}",
        *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items()),
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + content


class OddServer:
    """Answers request n with reply n, and with the last one from then on."""

    def __init__(self, *replies: Reply) -> None:
        self.replies = list(replies)
        self.seen: list[Seen] = []
        self.connections = 0
        self.asked = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.port: int = self._server.sockets[0].getsockname()[1]
        return self

    def stop_listening(self) -> None:
        """Lines that are open stay open; new ones are refused."""
        self._server.close()

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self.connections += 1
        try:
            while await self._serve(reader, writer):
                pass
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass  # the client is gone, or the test is over
        finally:
            self._tasks.discard(task)
            writer.transport.abort()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """One request; whether the line is kept for another."""
        if self.replies[0] is Odd.DEAF:
            await asyncio.Event().wait()
        if self.replies[0] is Odd.GREET:
            writer.write(b"220 mail ready\r\n")
            await reader.read()
            return False
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *lines = head.strip().split("\r\n")
        headers = {k.lower(): v.strip() for k, _, v in (line.partition(":") for line in lines)}
        body = await reader.readexactly(int(headers.get("content-length", "0")))
        method, path, _ = first.split(" ")
        self.seen.append(Seen(method, path, headers, body))
        self.asked.set()
        reply = self.replies[min(len(self.seen), len(self.replies)) - 1]
        if reply is Odd.HANG:
            await asyncio.Event().wait()
        if isinstance(reply, bytes):
            writer.write(reply)
            await writer.drain()
            if b"Connection: keep-alive" in reply:
                return True
            writer.write_eof()
            await reader.read()
        return False

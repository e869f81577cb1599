"""One HTTP line to X: timeouts, proxy, certificates, and bodies that cannot hurt.

It knows for each request whether a byte may have left this machine. That is what tells
"proven not sent" from "unknown", and no exception class of aiohttp does.
"""

from __future__ import annotations

import asyncio
import json as jsonlib
import logging
import ssl
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any

import aiohttp
from yarl import URL

from incluinfo_desk import __version__
from incluinfo_desk.channels.x import failures
from incluinfo_desk.channels.x.failures import Answer, Body
from incluinfo_desk.domain.problems import Offline, Problem, ProxyRefused, Trouble

MAX_BODY = 8 * 1024 * 1024
"""Bytes after decompression. A full page of 100 long posts is below 1 MB."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds. A write waits longer: giving up early only makes an outcome unknown."""

    connect: float = 10
    read: float = 30
    write: float = 60


class Line:
    """Requests below one base address, through sessions made at first use.

    Reads share kept connections. Each write has a new one: on a kept connection that died
    in a tunnel or in the machine's sleep a post would go into the void and its outcome be
    unknown; a connection that cannot be made is proof that nothing was sent.

    :meth:`send` raises Trouble for what happens to the line (Offline, ProxyRefused,
    ChannelDown, BadAnswer, and for writes OutcomeUnknown); every answer with a status is
    returned for the caller to judge.
    """

    def __init__(
        self,
        base_url: str,
        *,
        proxy: str | None = None,
        timeouts: Timeouts | None = None,
    ) -> None:
        self._base = base_url.rstrip("/")
        self._proxy = _with_scheme(proxy)
        self._timeouts = timeouts or Timeouts()
        self._sessions: dict[bool, aiohttp.ClientSession] = {}
        self._opening = asyncio.Lock()
        self._closed = False

    async def __aenter__(self) -> Line:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        self._closed = True
        async with self._opening:
            for session in self._sessions.values():
                await session.close()

    async def send(
        self,
        method: str,
        path: str,
        *,
        write: bool,
        headers: Mapping[str, str] | None = None,
        params: Mapping[str, Any] | None = None,
        json: Any = None,
        form: Mapping[str, str] | aiohttp.FormData | None = None,
    ) -> Answer:
        """One request, never repeated after a byte may have reached X's side."""
        session = await self._open(write)
        left = _Left()
        problem: Problem
        try:
            async with session.request(
                method,
                self._base + path,
                headers=headers,
                params=params,
                json=json,
                data=form,
                proxy=self._proxy,
                allow_redirects=False,
                trace_request_ctx=left,
                timeout=aiohttp.ClientTimeout(
                    total=self._timeouts.write if write else self._timeouts.read,
                    connect=self._timeouts.connect,
                ),
            ) as response:
                answer = await _read(response)
        except aiohttp.ClientHttpProxyError as error:
            kind, problem = type(error).__name__, ProxyRefused()
        except (aiohttp.ClientError, OSError, TimeoutError, ValueError) as error:
            kind = type(error).__name__
            problem = failures.of_exception(error, left=left.happened, write=write)
        else:
            _log.debug(
                "%s %s: %d, transaction %s",
                method,
                path,
                answer.status,
                answer.headers.get("x-transaction-id", "-")[:64],
            )
            return answer
        # Outside the except block: aiohttp's errors carry our Authorization header, and
        # an exception that hangs on ``__context__`` is printed with a traceback.
        _log.info("%s %s: %s, %s", method, path, kind, type(problem).__name__)
        raise Trouble(problem)

    async def _open(self, write: bool) -> aiohttp.ClientSession:
        async with self._opening:
            if self._closed:
                raise Trouble(Offline())
            if write not in self._sessions:
                # Certificates and the system's proxy come from disk or the registry.
                secure = self._base.startswith("https:")
                context = await asyncio.to_thread(ssl.create_default_context) if secure else True
                if self._proxy is None:
                    self._proxy = await asyncio.to_thread(system_proxy, self._base)
                trace = aiohttp.TraceConfig()
                trace.on_request_headers_sent.append(_on_headers_sent)
                self._sessions[write] = aiohttp.ClientSession(
                    connector=aiohttp.TCPConnector(ssl=context, limit=16, force_close=write),
                    cookie_jar=aiohttp.DummyCookieJar(),
                    headers={"User-Agent": f"incluinfo-desk/{__version__}"},
                    trace_configs=[trace],
                    # Proxies of the environment are honoured by system_proxy():
                    # trust_env would read ~/.netrc too, and a ``default`` line there
                    # makes aiohttp refuse every request that has an Authorization header.
                    trust_env=False,
                )
            return self._sessions[write]


def system_proxy(base_url: str) -> str | None:
    """The proxy that this system's settings or environment name for ``base_url``.

    Loopback never goes through one: the simulator lives there.
    """
    url = URL(base_url)
    host = url.host or ""
    if _is_loopback(host) or urllib.request.proxy_bypass(host):
        return None
    proxies = urllib.request.getproxies()
    return _with_scheme(proxies.get(url.scheme) or proxies.get("all"))


def _with_scheme(proxy: str | None) -> str | None:
    """``proxy:3128`` is how administrators write it, and aiohttp takes addresses only."""
    return f"http://{proxy}" if proxy and "://" not in proxy else proxy


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@dataclass(slots=True)
class _Left:
    """Whether a request may have left: set just before its first byte is written."""

    happened: bool = False


async def _on_headers_sent(_session: Any, context: Any, _params: Any) -> None:
    context.trace_request_ctx.happened = True


async def _read(response: aiohttp.ClientResponse) -> Answer:
    headers = {name.lower(): value for name, value in response.headers.items()}
    content = bytearray()
    async for chunk in response.content.iter_chunked(64 * 1024):
        content += chunk
        if len(content) > MAX_BODY:
            response.close()
            return Answer(response.status, headers, Body.BROKEN)
    return parse(response.status, headers, bytes(content))


def parse(status: int, headers: Mapping[str, str], content: bytes) -> Answer:
    """What X said, or what kind of thing came instead of JSON."""
    if not content.strip():
        return Answer(status, headers, Body.EMPTY)
    try:
        document = jsonlib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        html = "html" in headers.get("content-type", "").lower() or content.lstrip()[:1] == b"<"
        return Answer(status, headers, Body.HTML if html else Body.BROKEN)
    if not isinstance(document, dict):
        return Answer(status, headers, Body.BROKEN)
    return Answer(status, headers, Body.JSON, document)

"""Looking whether the pages that answers name are there: HEAD, then GET where HEAD is refused.

It honours the proxy and the certificates of the system as the line to X does, sends no
cookies, and reads nothing but the head of an answer.
"""

from __future__ import annotations

import asyncio
import logging
import socket
import ssl
from collections.abc import Callable
from urllib.parse import urljoin, urlsplit

import aiohttp

from incluinfo_desk import __version__
from incluinfo_desk.channels.x.line import system_proxy
from incluinfo_desk.domain.links import Answer, Fault

SECONDS = 20.0
_HOPS = 6
_PERMANENT = {301, 308}
_REDIRECT = {301, 302, 303, 307, 308}
_NO_HEAD = {400, 401, 403, 404, 405, 406, 410, 429, 500, 501, 502, 503}
"""Statuses that servers give to HEAD alone; GET decides."""
_PORTAL = {407, 511}
"""Proxy Authentication Required, Network Authentication Required (RFC 6585)."""

_log = logging.getLogger(__name__)


class WebProber:
    """Implements :class:`~incluinfo_desk.operations.ports.Prober`."""

    def __init__(self, proxy: Callable[[], str | None] = lambda: None) -> None:
        """``proxy`` is the one of the settings; None for the system's."""
        self._proxy = proxy
        self._session: aiohttp.ClientSession | None = None
        self._opening = asyncio.Lock()

    async def look(self, url: str) -> Answer:
        session = await self._open()
        answer = await self._tried(session, "HEAD", url)
        # Servers that answer HEAD wrongly, with a body or not at all, answer GET.
        if answer.fault is Fault.NO_ANSWER or answer.status in _NO_HEAD:
            answer = await self._tried(session, "GET", url)
        _log.debug("link of %s: %s %s", urlsplit(url).hostname, answer.status, answer.fault.value)
        return answer

    async def close(self) -> None:
        async with self._opening:
            if self._session is not None:
                await self._session.close()
                self._session = None

    async def _open(self) -> aiohttp.ClientSession:
        async with self._opening:
            if self._session is None:
                # Certificates come from disk.
                context = await asyncio.to_thread(ssl.create_default_context)
                self._session = aiohttp.ClientSession(
                    connector=aiohttp.TCPConnector(ssl=context, limit=8, force_close=True),
                    cookie_jar=aiohttp.DummyCookieJar(),
                    headers={
                        "User-Agent": f"incluinfo-desk/{__version__}",
                        "Accept": "text/html,application/pdf;q=0.9,*/*;q=0.8",
                        "Accept-Language": "es",
                    },
                    trust_env=False,  # it would read ~/.netrc too
                    timeout=aiohttp.ClientTimeout(total=SECONDS, connect=10),
                )
            return self._session

    async def _tried(self, session: aiohttp.ClientSession, method: str, url: str) -> Answer:
        try:
            return await self._follow(session, method, url)
        except aiohttp.ClientHttpProxyError:
            return Answer(None, url, Fault.PROXY)
        except (aiohttp.ClientConnectorCertificateError, aiohttp.ClientConnectorSSLError):
            return Answer(None, url, Fault.CERTIFICATE)
        except aiohttp.ClientConnectorError as error:
            no_name = isinstance(error.os_error, socket.gaierror)
            return Answer(None, url, Fault.NO_NAME if no_name else Fault.NO_ANSWER)
        except (aiohttp.ClientError, OSError, TimeoutError, ValueError):
            return Answer(None, url, Fault.NO_ANSWER)

    async def _follow(self, session: aiohttp.ClientSession, method: str, url: str) -> Answer:
        """The end of the way that begins at ``url``; each hop is ours to judge."""
        at, for_good, hops = url, True, 0
        while True:
            if urlsplit(at).scheme not in {"http", "https"}:
                return Answer(None, at, Fault.REDIRECTS)
            proxy = self._proxy() or await asyncio.to_thread(system_proxy, at)
            async with session.request(method, at, proxy=proxy, allow_redirects=False) as response:
                status, place = response.status, response.headers.get("Location", "")
            if status in _PORTAL:
                return Answer(None, at, Fault.PROXY)
            if status not in _REDIRECT or not place:
                return Answer(status, at, moved_for_good=for_good and hops > 0)
            hops += 1
            if hops > _HOPS:
                return Answer(None, at, Fault.REDIRECTS)
            for_good = for_good and status in _PERMANENT
            at = urljoin(at, place)

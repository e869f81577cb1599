"""Signing in to X: OAuth 2.0 with PKCE in the system browser, as a public native app.

X wants the redirect to match exactly and knows no "any loopback port", so three fixed
addresses are registered with the app. The listener lives for one answer, on 127.0.0.1 only.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import logging
import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress
from urllib.parse import quote, urlencode

from aiohttp import web

from incluinfo_desk.channels.x import failures, translate
from incluinfo_desk.channels.x.tokens import Grant, Tokens
from incluinfo_desk.domain.post import Author
from incluinfo_desk.domain.problems import (
    BadAnswer,
    ClientIdMissing,
    PortsTaken,
    Refusal,
    Refused,
    SignInNeeded,
    SignInTimedOut,
    Trouble,
)
from incluinfo_desk.operations.ports import Gate

HOST = "127.0.0.1"
PORTS = (47811, 47812, 47813)
"""Registered with the app as ``http://127.0.0.1:<port>/callback``."""
PATH = "/callback"

SCOPES = (
    "tweet.read",
    "users.read",
    "tweet.write",
    "tweet.moderate.write",
    "media.write",
    "mute.read",
    "mute.write",
    "offline.access",
)
"""What the desk does, and no more (x-platform §3)."""

SECONDS = 180.0
"""How long a person has in the browser."""

REVOKE_SECONDS = 10.0
"""How long signing out waits for X before it forgets the tokens regardless."""

X_AUTHORIZE = "https://x.com/i/oauth2/authorize"
X_API = "https://api.x.com"

_log = logging.getLogger(__name__)


class XGate(Gate):
    """Sign in and out of X. Only one sign-in at a time; see the port for what it raises.

    ``authorize_url`` is X's own page, or that of the server which ``tokens`` speaks to.
    """

    def __init__(
        self,
        *,
        tokens: Tokens,
        authorize_url: str | None = None,
        ports: Sequence[int] = PORTS,
        seconds: float = SECONDS,
    ) -> None:
        self._tokens = tokens
        self._authorize_url = authorize_url or (
            X_AUTHORIZE if tokens.base_url == X_API else f"{tokens.base_url}/i/oauth2/authorize"
        )
        self._ports = ports
        self._seconds = seconds

    @property
    def durable(self) -> bool:
        return self._tokens.durable

    async def sign_in(self, open_url: Callable[[str], None]) -> Author:
        if not self._tokens.client_id:
            raise Trouble(ClientIdMissing())
        verifier = secrets.token_urlsafe(64)
        state = secrets.token_urlsafe(32)
        listener = _Listener(state)
        port = await listener.open(self._ports)
        redirect_uri = f"http://{HOST}:{port}{PATH}"
        try:
            open_url(self._address(redirect_uri, state, verifier))
            try:
                async with asyncio.timeout(self._seconds):
                    code = await listener.code
            except TimeoutError:
                raise Trouble(SignInTimedOut()) from None
            # At once and before the listener is closed: X honours a code for 30 seconds.
            grant = await self._exchange(code, verifier, redirect_uri)
        finally:
            await listener.close()
        return await self._keep(grant)

    async def sign_out(self) -> None:
        try:
            with suppress(Trouble, TimeoutError):
                async with asyncio.timeout(REVOKE_SECONDS):
                    await self._tokens.revoke()
        finally:
            await self._tokens.forget()

    async def who(self) -> Author | None:
        return await self._tokens.account()

    def _address(self, redirect_uri: str, state: str, verifier: str) -> str:
        digest = hashlib.sha256(verifier.encode()).digest()
        query = {
            "response_type": "code",
            "client_id": self._tokens.client_id,
            "redirect_uri": redirect_uri,
            "scope": " ".join(SCOPES),
            "state": state,
            "code_challenge": base64.urlsafe_b64encode(digest).decode().rstrip("="),
            "code_challenge_method": "S256",
        }
        return f"{self._authorize_url}?{urlencode(query, quote_via=quote)}"

    async def _exchange(self, code: str, verifier: str, redirect_uri: str) -> Grant:
        try:
            return await self._tokens.exchange(code, verifier, redirect_uri)
        except Trouble as trouble:
            if isinstance(trouble.problem, SignInNeeded):
                # The code was too old or not ours; there are no tokens it could end.
                raise Trouble(Refused(Refusal.INVALID)) from None
            raise

    async def _keep(self, grant: Grant) -> Author:
        """All or nothing: a grant that cannot be used or kept is given back."""
        try:
            account = await self._me(grant)
            await self._tokens.keep(grant, account)
        except BaseException as error:
            _log.info("sign-in given up: %s", type(error).__name__)
            with suppress(Trouble, TimeoutError):
                async with asyncio.timeout(REVOKE_SECONDS):
                    await self._tokens.revoke(grant)
            raise
        return account

    async def _me(self, grant: Grant) -> Author:
        async with self._tokens.line() as line:
            answer = await line.send(
                "GET",
                "/2/users/me",
                write=False,
                headers={"Authorization": f"Bearer {grant.access}"},
                params=translate.USER_PARAMETERS,
            )
        problem = failures.of_answer(answer, write=False, now=self._tokens.now())
        if problem is not None:
            raise Trouble(problem)
        account = translate.author(answer.document)
        if account is None:
            raise Trouble(BadAnswer())
        return account


class _Listener:
    """Waits on loopback for the one redirect that carries our state."""

    def __init__(self, state: str) -> None:
        self.code: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._state = state
        self._runner: web.AppRunner | None = None
        self._port = 0

    async def open(self, ports: Sequence[int]) -> int:
        """Listen on the first free port. Raises Trouble(PortsTaken)."""
        app = web.Application()
        app.router.add_get(PATH, self._callback, allow_head=False)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await runner.setup()
        for port in ports:
            try:
                await web.TCPSite(runner, HOST, port).start()
            except OSError:
                continue
            self._runner, self._port = runner, int(runner.addresses[0][1])
            return self._port
        await runner.cleanup()
        raise Trouble(PortsTaken(tuple(ports)))

    async def close(self) -> None:
        if not self.code.done():
            self.code.cancel()
        elif not self.code.cancelled():
            self.code.exception()  # retrieved, should nobody have waited for it
        if self._runner is not None:
            await self._runner.cleanup()

    async def _callback(self, request: web.Request) -> web.Response:
        query = request.query
        if request.host != f"{HOST}:{self._port}" or not hmac.compare_digest(
            query.get("state", "").encode(),
            self._state.encode(),
        ):
            # Another page of this machine's browser, or an old tab: not our answer.
            return _page(400, "Esta página no corresponde a ninguna conexión en curso.")
        if self.code.done():
            return _page(400, "Esta conexión ya ha terminado.")
        code = query.get("code", "")
        if not code or "error" in query:
            self.code.set_exception(Trouble(Refused(Refusal.FORBIDDEN, query.get("error", ""))))
            return _page(200, "No se ha dado el permiso. Ya puede volver al escritorio.")
        self.code.set_result(code)
        return _page(200, "Ya puede volver al escritorio.")


def _page(status: int, sentence: str) -> web.Response:
    return web.Response(
        status=status,
        text=(
            "<!DOCTYPE html>\n"
            '<html lang="es"><head><meta charset="utf-8"><title>incluinfo_desk</title></head>\n'
            f"<body><main><h1>incluinfo_desk</h1><p>{sentence}</p></main></body></html>\n"
        ),
        content_type="text/html",
        charset="utf-8",
        headers={
            "Cache-Control": "no-store",
            "Connection": "close",
            "Content-Security-Policy": "default-src 'none'",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
        },
    )

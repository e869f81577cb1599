"""tweepy's ``AsyncClient`` with its one request method replaced (x-platform.md §6, override B).

tweepy gives the routes and the bodies. Its own ``request`` has a fixed host, no timeout,
no session that survives an error, an endless wait on rate limits, crashes on any answer
that is not JSON, and prints the token at DEBUG.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, cast

import aiohttp
from tweepy.asynchronous.client import AsyncClient

from incluinfo_desk.channels.x import failures, translate
from incluinfo_desk.channels.x.failures import Answer
from incluinfo_desk.channels.x.line import Line
from incluinfo_desk.channels.x.tokens import Tokens
from incluinfo_desk.domain.problems import (
    BadAnswer,
    ChannelDown,
    KeyringLocked,
    NoKeyring,
    Offline,
    Problem,
    SignInNeeded,
    Trouble,
    Unauthorised,
)
from incluinfo_desk.operations.ports import Quota

_ROUTES = (
    ("me", "GET", r"/2/users/me"),
    ("mentions", "GET", r"/2/users/\d+/mentions"),
    ("own_posts", "GET", r"/2/users/\d+/tweets"),
    ("search", "GET", r"/2/tweets/search/recent"),
    ("lookup", "GET", r"/2/tweets"),
    ("post", "POST", r"/2/tweets"),
    ("hide", "PUT", r"/2/tweets/\d+/hidden"),
    ("delete", "DELETE", r"/2/tweets/\d+"),
    ("upload", "POST", r"/2/media/upload.*"),
    ("upload_status", "GET", r"/2/media/upload"),
    ("alt_text", "POST", r"/2/media/metadata"),
)


class XClient(AsyncClient):
    """Raw documents of X, or Trouble with a problem of the Channel port."""

    def __init__(self, *, line: Line, tokens: Tokens, now: Callable[[], datetime]) -> None:
        super().__init__(return_type=dict)  # type: ignore[no-untyped-call]
        self.quotas: dict[str, Quota] = {}
        self._line = line
        self._tokens = tokens
        self._now = now
        self._dialect = translate.DIALECT

    async def read(self, route: str, **params: str | int | None) -> dict[str, Any]:
        """GET ``route``; not tweepy's own methods, which know the old vocabulary only.

        A parameter of None is left out.
        """
        document = await self._make_request(  # type: ignore[no-untyped-call]
            "GET",
            route,
            # It maps "_" back to "." by the second argument, and warns of all else.
            params={name.replace(".", "_"): value for name, value in params.items()},
            endpoint_parameters=tuple(params),
        )
        return cast(dict[str, Any], document)

    async def read_posts(self, route: str, **params: str | int | None) -> dict[str, Any]:
        """GET posts with the fields we need, in the dialect that X obeys.

        A refused or silently ignored field parameter changes the dialect for good and asks
        once more: X has announced no date for the end of the old one.
        """
        first = self._dialect
        try:
            document = await self.read(route, **params, **first.parameters)
        except FieldsRefused:
            document = None
        if document is not None and not translate.lacks_fields(document):
            return document
        try:
            other = await self.read(route, **params, **first.other.parameters)
        except FieldsRefused:
            if document is None:
                raise
            return document
        if document is not None and translate.lacks_fields(other):
            return document
        self._dialect = first.other
        return other

    async def request(
        self,
        method: str,
        route: str,
        params: Mapping[str, Any] | None = None,
        json: Any = None,
        user_auth: bool = False,
    ) -> _Document:
        """tweepy's door to the network. ``user_auth`` would mean OAuth 1.0a: never ours."""
        if user_auth:
            raise ValueError("OAuth 1.0a is not used")
        return _Document(await self.send(method, route, params=params, json=json))

    async def send(
        self,
        method: str,
        route: str,
        *,
        params: Mapping[str, Any] | None = None,
        json: Any = None,
        form: Callable[[], aiohttp.FormData] | None = None,
    ) -> dict[str, Any]:
        """One request with one renewal of the token after a 401.

        A 401 proves that nothing was done, so a write is repeated as well.
        """
        write = method != "GET"
        token = await self._token(write)
        answer = await self._once(token, method, route, params, json, form)
        if answer.status == 401:
            try:
                token = await self._tokens.renew(token)
            except Trouble as trouble:
                raise Trouble(_after_401(trouble.problem)) from None
            answer = await self._once(token, method, route, params, json, form)
        problem = failures.of_answer(answer, write=write, now=self._now())
        if problem is None:
            return answer.document
        if isinstance(problem, BadAnswer) and failures.is_about_fields(answer):
            raise FieldsRefused(problem)
        raise Trouble(problem)

    async def _token(self, write: bool) -> str:
        try:
            return await self._tokens.access()
        except Trouble as trouble:
            problem = trouble.problem
        if isinstance(problem, KeyringLocked | NoKeyring):
            raise Trouble(SignInNeeded())
        if write and isinstance(problem, ChannelDown | BadAnswer):
            # The write itself never left; only the renewal before it went wrong.
            raise Trouble(Offline())
        raise Trouble(problem)

    async def _once(
        self,
        token: str,
        method: str,
        route: str,
        params: Mapping[str, Any] | None,
        json: Any,
        form: Callable[[], aiohttp.FormData] | None,
    ) -> Answer:
        answer = await self._line.send(
            method,
            route,
            write=method != "GET",
            headers={"Authorization": f"Bearer {token}"},
            params=params,
            json=json,
            form=form() if form is not None else None,
        )
        name = next(
            (n for n, verb, path in _ROUTES if verb == method and re.fullmatch(path, route)),
            "other",
        )
        for window, quota in failures.windows(answer.headers, self._now()).items():
            self.quotas[f"{name}_{window}" if window else name] = quota
        return answer


class FieldsRefused(Trouble):
    """400 that names our field parameters: X speaks the other vocabulary."""


class _Document:
    """What ``_make_request`` wants of a response."""

    def __init__(self, document: dict[str, Any]) -> None:
        self._document = document

    async def json(self) -> dict[str, Any]:
        return self._document


def _after_401(problem: Problem) -> Problem:
    """X said 401 and the renewal failed: the problem that leaves the account as it is."""
    if isinstance(problem, KeyringLocked | NoKeyring):
        return SignInNeeded()
    return Unauthorised() if isinstance(problem, ChannelDown | BadAnswer) else problem

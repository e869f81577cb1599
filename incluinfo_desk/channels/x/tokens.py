"""The grant X gave us: an access token of two hours and a refresh token that works once.

A refresh token is spent by its first use, and showing a spent one kills the whole family
(reliability-security §0.7). So one refresh at a time, in this process and on this machine,
and the new pair is in the vault before anybody uses it. X answers 401 to good tokens when
it is ill: only the token endpoint's own word ends a grant.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from incluinfo_desk.channels.x import failures
from incluinfo_desk.channels.x.line import Line, Timeouts
from incluinfo_desk.domain.post import AccountId, Author
from incluinfo_desk.domain.problems import BadAnswer, SignInNeeded, Trouble, Unauthorised
from incluinfo_desk.operations.ports import Vault

EARLY = timedelta(minutes=5)
"""A token is renewed when less than this is left of it."""

AFTER_FAILURE = timedelta(seconds=30)
"""How long a failed early renewal is not tried again while the old token still works."""

AFTER_RESCUE = timedelta(minutes=2)
"""How long a second 401 is believed to be X's outage and not the token's fault."""

INVALID = frozenset({"invalid_request", "invalid_grant"})
"""What the token endpoint answers, with 400, for a grant that is over."""

_REFRESH, _ACCESS, _EXPIRY, _ACCOUNT = "refresh_token", "access_token", "expires_at", "account"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Grant:
    access: str = field(repr=False)
    refresh: str | None = field(repr=False)
    expires_at: datetime


class Tokens:
    """One account's tokens, read from the vault once and kept in memory.

    ``lock`` is the path of a lock file next to the profile: another process of the same
    user may be renewing the same grant. Raises Trouble(SignInNeeded | KeyringLocked), and
    where X is asked Offline, ProxyRefused, Limited, Unauthorised, ChannelDown or BadAnswer.
    """

    def __init__(
        self,
        vault: Vault,
        *,
        client_id: str,
        lock: Path,
        now: Callable[[], datetime],
        base_url: str = "https://api.x.com",
        proxy: str | None = None,
        timeouts: Timeouts | None = None,
    ) -> None:
        self.client_id = client_id
        self.base_url = base_url.rstrip("/")
        self._vault = vault
        self._lock = lock
        self._now = now
        self._proxy = proxy
        self._timeouts = timeouts
        self._reading = asyncio.Lock()
        self._read = False
        self._grant: Grant | None = None
        self._account: Author | None = None
        self._unsaved: Grant | None = None
        self._renewal: asyncio.Task[Grant] | None = None
        self._failed_at: datetime | None = None
        self._rescued: tuple[str, datetime] | None = None

    @property
    def durable(self) -> bool:
        return self._vault.durable

    def line(self) -> Line:
        """A short-lived line to the same server; the caller closes it."""
        return Line(self.base_url, proxy=self._proxy, timeouts=self._timeouts)

    @property
    def now(self) -> Callable[[], datetime]:
        return self._now

    # --- using ---------------------------------------------------------------------------

    async def access(self) -> str:
        """A token that should work, renewed when it is about to expire."""
        grant = await self._held()
        now = self._now()
        if grant.expires_at - now > EARLY:
            return grant.access
        usable = grant.expires_at > now
        if usable and self._failed_at is not None and now - self._failed_at < AFTER_FAILURE:
            return grant.access
        try:
            return (await self._renew(grant.access)).access
        except Trouble as trouble:
            if not usable or isinstance(trouble.problem, SignInNeeded):
                raise
            self._failed_at = now
            return grant.access

    async def renew(self, rejected: str) -> str:
        """Another token than ``rejected``, which X answered with 401.

        Many requests may come with the same one: the first renews it and the others get
        the result. Raises Trouble(Unauthorised) when the new one was rejected just as well:
        then it is not the token.
        """
        grant = await self._held()
        if grant.access != rejected:
            return grant.access
        if self._rescued is not None:
            token, at = self._rescued
            if token == rejected and self._now() - at < AFTER_RESCUE:
                raise Trouble(Unauthorised())
        renewed = await self._renew(rejected)
        self._rescued = (renewed.access, self._now())
        return renewed.access

    async def account(self) -> Author | None:
        """Whose tokens these are; None when there are none."""
        await self._load()
        return self._account if self._grant is not None else None

    async def settle(self) -> None:
        """Wait for a renewal under way: its new pair must reach the vault."""
        if self._renewal is not None:
            with suppress(Trouble):
                await asyncio.shield(self._renewal)

    # --- coming and going ----------------------------------------------------------------

    async def exchange(self, code: str, verifier: str, redirect_uri: str) -> Grant:
        """The grant for an authorisation code, which X honours for 30 seconds."""
        return await self._ask(
            {
                "grant_type": "authorization_code",
                "code": code,
                "redirect_uri": redirect_uri,
                "code_verifier": verifier,
                "client_id": self.client_id,
            },
        )

    async def keep(self, grant: Grant, account: Author) -> None:
        """From now on these are the tokens, and they are in the vault."""
        # Under the lock: a renewal of the old grant must not end after this and undo it.
        async with file_lock(self._lock):
            await asyncio.to_thread(self._write, grant, account)
            self._grant, self._account, self._unsaved, self._read = grant, account, None, True
            self._failed_at = self._rescued = None

    async def remember(self, account: Author) -> None:
        """The account as X describes it now (a handle may change)."""
        if account != await self.account():
            await asyncio.to_thread(self._vault.set, _ACCOUNT, _account_text(account))
            self._account = account

    async def forget(self) -> None:
        """No tokens any more, here and in the vault; memory is emptied even if that fails."""
        async with file_lock(self._lock):
            await self._wipe()

    async def revoke(self, grant: Grant | None = None) -> None:
        """Tell X that ``grant``, or the one we hold, is over."""
        if grant is None:
            await self._load()
            grant = self._grant
        if grant is None:
            return
        async with self.line() as line:
            for token in filter(None, (grant.refresh, grant.access)):
                answer = await line.send(
                    "POST",
                    "/2/oauth2/revoke",
                    write=False,
                    form={"token": token, "client_id": self.client_id},
                )
                _log.info("revoked a token: %d", answer.status)

    # --- inside --------------------------------------------------------------------------

    async def _held(self) -> Grant:
        await self._load()
        if self._grant is None:
            raise Trouble(SignInNeeded())
        return self._grant

    async def _load(self) -> None:
        async with self._reading:
            if not self._read:
                self._grant, self._account = await asyncio.to_thread(self._stored)
                self._read = True

    async def _renew(self, stale: str) -> Grant:
        if self._renewal is None:
            # A task of its own: whoever waits may be cancelled, the exchange may not.
            self._renewal = asyncio.create_task(self._renewed(stale), name="x-token-renewal")
            self._renewal.add_done_callback(self._renewal_over)
        return await asyncio.shield(self._renewal)

    def _renewal_over(self, task: asyncio.Task[Grant]) -> None:
        self._renewal = None
        if not task.cancelled():
            task.exception()  # retrieved, should every waiter be gone

    async def _renewed(self, stale: str) -> Grant:
        async with file_lock(self._lock):
            if self._unsaved is not None:
                grant = self._unsaved
            else:
                stored, account = await asyncio.to_thread(self._stored)
                if stored is None:
                    self._grant = self._account = None
                    raise Trouble(SignInNeeded())
                if stored.access != stale:
                    # Another process was quicker; its pair is in the vault already.
                    self._grant, self._account = stored, account
                    return stored
                grant = await self._refreshed(stored)
            self._unsaved = grant
            await asyncio.to_thread(self._write, grant)
            self._unsaved = None
            self._grant = grant
            self._failed_at = None
            return grant

    async def _refreshed(self, old: Grant) -> Grant:
        if old.refresh is None:
            raise Trouble(SignInNeeded())
        try:
            new = await self._ask(
                {
                    "grant_type": "refresh_token",
                    "refresh_token": old.refresh,
                    "client_id": self.client_id,
                },
            )
        except Trouble as trouble:
            if isinstance(trouble.problem, SignInNeeded):
                _log.warning("X says the grant is over; its tokens are forgotten")
                await self._wipe()
            raise
        return new if new.refresh else Grant(new.access, old.refresh, new.expires_at)

    async def _ask(self, form: Mapping[str, str]) -> Grant:
        """The token endpoint. Raises Trouble(SignInNeeded) when it says the grant is over."""
        asked_at = self._now()
        async with self.line() as line:
            answer = await line.send("POST", "/2/oauth2/token", write=False, form=form)
        document = answer.document
        if answer.status == 400 and document.get("error") in INVALID:
            raise Trouble(SignInNeeded())
        problem = failures.of_answer(answer, write=False, now=self._now())
        if problem is not None:
            raise Trouble(problem)
        access, refresh = document.get("access_token"), document.get("refresh_token")
        seconds = document.get("expires_in", 7200)
        if not isinstance(access, str) or not access:
            raise Trouble(BadAnswer())
        if not isinstance(seconds, int) or not 0 < seconds <= 365 * 86_400:
            seconds = 7200
        return Grant(
            access,
            refresh if isinstance(refresh, str) and refresh else None,
            asked_at + timedelta(seconds=seconds),
        )

    async def _wipe(self) -> None:
        self._grant = self._account = self._unsaved = None
        self._read = True
        await asyncio.to_thread(self._erase)

    # In a thread: the keyring takes 20 ms a call, and a prompt as long as a person takes.

    def _stored(self) -> tuple[Grant | None, Author | None]:
        access = self._vault.get(_ACCESS)
        refresh = self._vault.get(_REFRESH)
        if access is None:
            return None, None
        try:
            expires_at = datetime.fromisoformat(self._vault.get(_EXPIRY) or "")
        except ValueError:
            expires_at = self._now()
        if expires_at.tzinfo is None:
            expires_at = self._now()
        return Grant(access, refresh, expires_at), _account_of(self._vault.get(_ACCOUNT))

    def _write(self, grant: Grant, account: Author | None = None) -> None:
        # The refresh token first: should we die between two items, an old access token
        # with the new refresh token is renewed; the other way round the grant is lost.
        if grant.refresh is None:
            self._vault.delete(_REFRESH)
        else:
            self._vault.set(_REFRESH, grant.refresh)
        self._vault.set(_ACCESS, grant.access)
        self._vault.set(_EXPIRY, grant.expires_at.isoformat())
        if account is not None:
            self._vault.set(_ACCOUNT, _account_text(account))

    def _erase(self) -> None:
        first: Trouble | None = None
        for name in (_REFRESH, _ACCESS, _EXPIRY, _ACCOUNT):
            try:
                self._vault.delete(name)
            except Trouble as trouble:
                first = first or trouble
        if first is not None:
            raise first


def _account_text(account: Author) -> str:
    return json.dumps(asdict(account))


def _account_of(text: str | None) -> Author | None:
    try:
        stored = json.loads(text or "")
        return Author(
            AccountId(str(stored["id"])),
            str(stored["handle"]),
            str(stored["name"]),
            verified=stored.get("verified") is True,
            protected=stored.get("protected") is True,
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


@asynccontextmanager
async def file_lock(path: Path) -> AsyncIterator[None]:
    """Hold ``path`` against other processes; the system lets go of it when we die.

    Without a writable folder it goes on unlocked: the profile's own lock stands before it.
    """
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        _log.warning("the lock file of the tokens cannot be opened")
        yield
        return
    try:
        # Tried again, not waited for in a thread: a waiting thread cannot be cancelled.
        while not _try_lock(handle):  # noqa: ASYNC110
            await asyncio.sleep(0.05)
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

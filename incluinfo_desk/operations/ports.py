"""What the desk needs from the world it does not own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from incluinfo_desk.domain.links import Answer as LinkAnswer
from incluinfo_desk.domain.post import Author, Post, PostId


class Clock(Protocol):
    """Time as the operations see it, so that tests can move it."""

    def now(self) -> datetime:
        """Aware UTC."""
        ...

    async def sleep(self, seconds: float) -> None: ...


@dataclass(frozen=True, slots=True)
class Quota:
    """What is left of one rate window, as X's headers said it last."""

    limit: int
    remaining: int
    resets_at: datetime


@dataclass(frozen=True, slots=True)
class Found:
    """A lookup by id: what is there, and what is gone, protected or withheld."""

    posts: tuple[Post, ...]
    missing: tuple[PostId, ...]


class Channel(Protocol):
    """A public channel. X today; the contract tests hold for any other (INC-54).

    Every method raises :class:`~incluinfo_desk.domain.problems.Trouble` and nothing else
    when the world is at fault. Reads raise Offline, ProxyRefused, Limited, SignInNeeded,
    Unauthorised, NoCredits, ChannelDown or BadAnswer. Writes raise those that prove
    nothing was published (Offline, ProxyRefused, Limited, SignInNeeded, Unauthorised,
    NoCredits, Refused), or OutcomeUnknown for everything that does not.
    """

    @property
    def quotas(self) -> dict[str, Quota]:
        """Last known windows by name: ``mentions``, ``search``, ``post``, ..."""
        ...

    async def me(self) -> Author: ...

    async def mentions(self, since: PostId | None) -> Sequence[Post]:
        """Posts that mention us and are younger than ``since``, oldest first, all pages.

        ``None`` reads the newest page only: a first start does not import the past.
        """
        ...

    async def thread(self, thread_id: PostId) -> Sequence[Post]:
        """The posts of a thread that X still finds (7 days), oldest first, ours included."""
        ...

    async def search_mentions(self, since: PostId | None) -> Sequence[Post]:
        """The slow sweep for what ``mentions`` missed; the same posts may come again."""
        ...

    async def lookup(self, ids: Sequence[PostId]) -> Found: ...

    async def own_posts(self, since: PostId | None) -> Sequence[Post]:
        """Our own newest posts younger than ``since``, newest first (one page)."""
        ...

    async def post(
        self,
        text: str,
        in_reply_to: PostId | None = None,
        media: Sequence[str] = (),
    ) -> PostId: ...

    async def upload_image(self, path: Path, alt_text: str) -> str:
        """Media id for :meth:`post`; the alternative text is part of the upload."""
        ...

    async def delete(self, post_id: PostId) -> None: ...

    async def hide(self, post_id: PostId, hidden: bool) -> None: ...

    async def close(self) -> None: ...


class Vault(Protocol):
    """Where secrets live. Blocking: call it through a thread, never from the loop.

    Raises Trouble(NoKeyring | KeyringLocked).
    """

    @property
    def durable(self) -> bool:
        """False when secrets are kept in memory only, for want of a safe keyring."""
        ...

    def get(self, name: str) -> str | None: ...

    def set(self, name: str, secret: str) -> None: ...

    def delete(self, name: str) -> None:
        """Forget it; forgetting what is not there is fine."""
        ...


class Gate(Protocol):
    """Signing in to the channel as an account; tokens never pass through here."""

    @property
    def durable(self) -> bool:
        """Whether the next start will still be signed in."""
        ...

    async def sign_in(self, open_url: Callable[[str], None]) -> Author:
        """Let a person consent in the system browser; cancelling the task gives up.

        Raises Trouble: ClientIdMissing, PortsTaken, SignInTimedOut, Offline, Refused (the
        person said no), KeyringLocked, BadAnswer; NoKeyring is told by :attr:`durable`.
        """
        ...

    async def sign_out(self) -> None:
        """Revoke at X where possible, and forget the tokens in any case."""
        ...

    async def who(self) -> Author | None:
        """The account whose tokens we hold, from local memory; None when signed out."""
        ...


class Prober(Protocol):
    """Looks whether pages on the web are there. It never raises for what the web does."""

    async def look(self, url: str) -> LinkAnswer:
        """One look at ``url``, redirects followed and noted; nothing of the page is kept."""
        ...

    async def close(self) -> None: ...

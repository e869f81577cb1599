"""All that the desk holds of one person, erased at their wish (RGPD art. 17)."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from incluinfo_desk.bus import Bus
from incluinfo_desk.domain.events import ConversationsChanged, OutgoingChanged
from incluinfo_desk.domain.post import AccountId
from incluinfo_desk.domain.problems import TargetGone, Trouble
from incluinfo_desk.store import schema
from incluinfo_desk.store.store import Store


@dataclass(frozen=True, slots=True)
class PersonReport:
    """What to tell the person; it names nobody."""

    seal: str
    """Under which the erasure stands in the audit record."""
    posts: int
    conversations: int
    drafts: int
    cancelled: int
    """Answers that had not gone out and never will."""
    public: int
    """Answers of ours that stand on X: they are deleted there, not here."""
    copies: int
    """Older copies of the database that may still hold the person until their time ends."""
    tidy: bool
    """Whether nothing is left in the desk's own files; else the daily purge does it."""


class ForgetPerson:
    def __init__(
        self,
        *,
        store: Store,
        bus: Bus,
        officer: Callable[[], str],
        backups: Path,
    ) -> None:
        self._store = store
        self._bus = bus
        self._officer = officer
        self._backups = backups

    async def find(self, who: str) -> AccountId:
        """The account behind an id or a handle. Raises Trouble(TargetGone): nobody here."""
        found = await self._store.retention.person(who)
        if found is None:
            raise Trouble(TargetGone())
        return found

    async def forget(self, who: AccountId) -> PersonReport:
        """Erase all of ``who``; counts, our public answers' ids and the receipt stay.

        Raises Trouble(NotAllowed("person", ...)) while an answer may be on its way at X.
        """
        done = await self._store.retention.forget_person(who, self._officer())
        for outgoing_id in done.cancelled:
            self._bus.publish(OutgoingChanged(outgoing_id, None))
        self._bus.publish(ConversationsChanged(done.conversations))
        tidy = await self._store.retention.tidy()
        copies = await asyncio.to_thread(schema.backups, self._backups)
        return PersonReport(
            seal=done.seal,
            posts=done.posts,
            conversations=len(done.conversations),
            drafts=done.drafts,
            cancelled=len(done.cancelled),
            public=done.public,
            copies=len(copies),
            tidy=tidy,
        )

"""The shared texts that answers may name, and the entries that follow a change of one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import Text, cast, or_, select
from sqlalchemy.orm import Session

from incluinfo_desk.domain.audit import Act
from incluinfo_desk.domain.blocks import renamed
from incluinfo_desk.domain.faq import FaqEntry
from incluinfo_desk.domain.problems import NotAllowed, Trouble
from incluinfo_desk.store.audit import Entry, append
from incluinfo_desk.store.database import Database
from incluinfo_desk.store.exact import Clock, clean
from incluinfo_desk.store.notes import read_note, write_note
from incluinfo_desk.store.tables import faq

if TYPE_CHECKING:
    from incluinfo_desk.store.faq import Faq

_BLOCKS = "faq.blocks"
"""Key in the notes: a few dozen names, read with every entry."""
_NAMING = select(faq.c.id).where(
    or_(faq.c.reply.contains("{{"), cast(faq.c.translations, Text).contains("{{"))
)
"""The entries that name a block, whichever."""


def read_blocks(session: Session) -> Mapping[str, str]:
    found: Mapping[str, str] = read_note(session, _BLOCKS) or {}
    return found


def write_block(
    session: Session, at: datetime, by: str, name: str, text: str | None, was: str | None
) -> Mapping[str, str]:
    """One block and its line in the record; all blocks as they are then.

    Raises Trouble(NotAllowed("block", …)) when it is not as it ``was``.
    """
    known = read_blocks(session)
    if known.get(name) != was:
        raise Trouble(NotAllowed("block", name, ""))
    now = {key: said for key, said in known.items() if key != name}
    if text is not None:
        now[name] = clean(text)
    write_note(session, _BLOCKS, now)
    append(session, at, Entry(Act.BLOCK_CHANGED, by, name, {"text": text, "was": was}))
    return now


def naming(session: Session) -> tuple[str, ...]:
    """Ids of the entries that name a block, whichever."""
    return tuple(session.scalars(_NAMING))


class Blocks:
    def __init__(self, database: Database, now: Clock, faq: Faq) -> None:
        self._database, self._now, self._faq = database, now, faq

    async def all(self) -> Mapping[str, str]:
        """The shared texts that answers may name, by their names."""
        return await self._database.read(read_blocks)

    async def set(
        self,
        name: str,
        text: str | None,
        *,
        was: str | None,
        by: str,
        change: Callable[[FaqEntry], FaqEntry],
    ) -> tuple[str, ...]:
        """Write a block (``text`` None takes it away), and let ``change`` make the next
        revision of every entry that names any block, which it sees with the blocks as they
        are then; all in one transaction. Returns the ids of those entries.

        Raises Trouble(NotAllowed("block", …)) when the block is not as it ``was``; what
        ``change`` raises undoes all.
        """

        def work(session: Session) -> tuple[str, ...]:
            now = write_block(session, self._now(), by, name, text, was)
            ids = naming(session)
            self._faq.change_in(session, ids, by, lambda e: change(replace(e, blocks=now)))
            return ids

        return await self._database.write(work)

    async def rename(
        self,
        old: str,
        new: str,
        *,
        by: str,
        change: Callable[[FaqEntry], FaqEntry],
    ) -> tuple[str, ...]:
        """Under another name, and ``change`` for the entries that name any, at once; their ids.

        Raises Trouble(NotAllowed("block", …)) when it has gone, or the name is taken.
        """

        def work(session: Session) -> tuple[str, ...]:
            known = dict(read_blocks(session))
            if old not in known or new in known:
                raise Trouble(NotAllowed("block", old, new))
            known[new] = known.pop(old)
            write_note(session, _BLOCKS, {k: renamed(said, old, new) for k, said in known.items()})
            append(session, self._now(), Entry(Act.BLOCK_CHANGED, by, new, {"was_named": old}))
            ids = naming(session)
            self._faq.change_in(session, ids, by, change)
            return ids

        return await self._database.write(work)

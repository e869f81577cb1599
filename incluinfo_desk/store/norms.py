"""Norms that changed, and which answers rest on which norm."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Text, cast, func, insert, select
from sqlalchemy.orm import Session

from incluinfo_desk.domain.audit import Act
from incluinfo_desk.domain.faq import FaqState
from incluinfo_desk.domain.faq_life import after_change
from incluinfo_desk.domain.norms import NormChange, NormId
from incluinfo_desk.store.audit import Entry, append
from incluinfo_desk.store.database import Database
from incluinfo_desk.store.exact import Clock
from incluinfo_desk.store.faq import Faq
from incluinfo_desk.store.tables import faq, norm_changes

_F, _N = faq.c, norm_changes.c


@dataclass(frozen=True, slots=True)
class NormUse:
    answers: int
    """Entries that rest on the norm, retired ones left out."""
    under_review: int


class Norms:
    def __init__(self, database: Database, now: Clock, entries: Faq) -> None:
        self._database = database
        self._now = now
        self._entries = entries

    async def register(self, change: NormChange, by: str) -> tuple[str, ...]:
        """Note the change and put every answer that rests on the norm under review.

        One transaction: there is no moment at which the change is known and one of them is
        still for one click. Returns their ids; none when the same change (norm and source)
        was registered before.
        """

        def work(session: Session) -> tuple[str, ...]:
            if change.source and session.scalar(
                select(_N.number).where(_N.norm == change.norm, _N.source == change.source)
            ):
                return ()
            # The quotes keep BOE-A-2015-1 apart from BOE-A-2015-11724.
            resting = session.scalars(
                select(_F.id).where(cast(_F.norms, Text).contains(f'"{change.norm}"'))
            ).all()
            touched = self._entries.change_in(
                session, resting, by, lambda entry: after_change(entry, change)
            )
            at = self._now()
            session.execute(
                insert(norm_changes).values(
                    norm=change.norm,
                    title=change.title,
                    in_force=change.in_force,
                    note=change.note,
                    source=change.source,
                    by=by,
                    at=at,
                    entries=len(touched),
                )
            )
            told = {"entries": len(touched), "source": change.source}
            append(session, at, Entry(Act.NORM_CHANGED, by, change.norm, told))
            return touched

        return await self._database.write(work)

    async def changes(self, limit: int = 500) -> tuple[NormChange, ...]:
        """The youngest first."""
        statement = select(norm_changes).order_by(_N.number.desc()).limit(limit)
        return await self._database.read(
            lambda session: tuple(_change(row) for row in session.execute(statement).mappings())
        )

    async def known(self, norm: NormId, source: str) -> bool:
        """Whether this very change was registered."""
        statement = select(func.count()).where(_N.norm == norm, _N.source == source)
        return await self._database.read(lambda session: bool(session.scalar(statement)))

    async def uses(self) -> dict[NormId, NormUse]:
        """Every norm that answers rest on."""
        statement = select(_F.norms, _F.state).where(
            _F.state != FaqState.RETIRED, cast(_F.norms, Text) != "[]"
        )

        def work(session: Session) -> dict[NormId, NormUse]:
            answers, waiting = Counter[str](), Counter[str]()
            for norms, state in session.execute(statement):
                answers.update(norms)
                if state == FaqState.UNDER_REVIEW:
                    waiting.update(norms)
            return {NormId(n): NormUse(count, waiting[n]) for n, count in answers.items()}

        return await self._database.read(work)

    async def waiting_to_start(self, today: date) -> tuple[str, ...]:
        """Anticipated entries whose day has come (INC-21)."""
        statement = select(_F.id).where(_F.state == FaqState.ANTICIPATED, _F.valid_from <= today)
        return await self._database.read(lambda session: tuple(session.scalars(statement)))


def _change(row: Any) -> NormChange:
    return NormChange(
        norm=NormId(row["norm"]),
        title=row["title"],
        in_force=row["in_force"],
        note=row["note"],
        source=row["source"],
        by=row["by"],
        at=row["at"],
        entries=row["entries"],
    )

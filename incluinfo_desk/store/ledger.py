"""What the channel's API has cost (INC-47: the budget is a promise too)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from incluinfo_desk.store.database import Database
from incluinfo_desk.store.tables import spending

_UNIT = Decimal("1e-9")


@dataclass(frozen=True, slots=True)
class Spent:
    count: int
    cost_usd: Decimal


class Ledger:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def note(self, kind: str, count: int, cost_usd: Decimal, at: datetime) -> None:
        """Record ``count`` operations of ``kind`` that cost ``cost_usd`` together."""
        row = {"at": at, "kind": kind, "count": count, "cost": round(cost_usd / _UNIT)}

        def work(session: Session) -> None:
            session.execute(insert(spending).values(row))

        await self._database.write(work)

    async def add(self, kind: str, count: int, cost_usd: Decimal, at: datetime) -> None:
        """The same for what happens all the time: one row an hour and kind grows with it."""
        hour = at.replace(minute=0, second=0, microsecond=0)
        s, cost = spending.c, round(cost_usd / _UNIT)

        def work(session: Session) -> None:
            same = select(func.min(s.number)).where(s.kind == kind, s.at == hour)
            grown = session.execute(
                update(spending)
                .where(s.number == same.scalar_subquery())
                .values(count=s.count + count, cost=s.cost + cost),
            )
            if grown.rowcount != 1:  # type: ignore[attr-defined]
                row = {"at": hour, "kind": kind, "count": count, "cost": cost}
                session.execute(insert(spending).values(row))

        await self._database.write(work)

    async def spent(self, since: datetime) -> Decimal:
        """US dollars since then."""
        return await self._database.read(lambda session: read_spent(session, since))

    async def by_kind(self, since: datetime) -> dict[str, Spent]:
        """Count and US dollars of each kind since then."""
        statement = (
            select(spending.c.kind, func.sum(spending.c.count), func.sum(spending.c.cost))
            .where(spending.c.at >= since)
            .group_by(spending.c.kind)
            .order_by(spending.c.kind)
        )

        def work(session: Session) -> dict[str, Spent]:
            rows = session.execute(statement)
            return {kind: Spent(int(count), _dollars(cost)) for kind, count, cost in rows}

        return await self._database.read(work)

    async def by_day(self, since: datetime) -> dict[tuple[date, str], Spent]:
        """Count and US dollars of each local day and kind since then, the latest day first."""
        s = spending.c
        statement = select(s.at, s.kind, s.count, s.cost).where(s.at >= since).order_by(s.at.desc())

        def work(session: Session) -> dict[tuple[date, str], Spent]:
            found: dict[tuple[date, str], Spent] = {}
            for at, kind, count, cost in session.execute(statement):
                key = (at.astimezone().date(), kind)
                before = found.get(key, Spent(0, Decimal(0)))
                found[key] = Spent(before.count + count, before.cost_usd + _dollars(cost))
            return found

        return await self._database.read(work)


def read_spent(session: Session, since: datetime) -> Decimal:
    statement = select(func.sum(spending.c.cost)).where(spending.c.at >= since)
    return _dollars(session.scalar(statement) or 0)


def _dollars(units: int | Decimal) -> Decimal:
    return (Decimal(int(units)) * _UNIT).normalize() + Decimal(0)

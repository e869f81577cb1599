"""What is known of the addresses that answers name, and which answers a dead one holds back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from incluinfo_desk.domain.audit import CLOCKWORK
from incluinfo_desk.domain.faq import FaqEntry, FaqState
from incluinfo_desk.domain.links import Fault, LinkRecord, address
from incluinfo_desk.store.arrivals import chunks
from incluinfo_desk.store.database import Database
from incluinfo_desk.store.exact import clean
from incluinfo_desk.store.faq import Faq, visible_to
from incluinfo_desk.store.tables import faq, links

_F, _L = faq.c, links.c


class Links:
    def __init__(self, database: Database, entries: Faq) -> None:
        self._database = database
        self._entries = entries

    async def used(self, seen_by: str | None = None) -> dict[str, tuple[str, ...]]:
        """Each address that an answer in use names, with the ids of those answers.

        ``seen_by``: without the personal ones of others than this officer.
        """
        statement = (
            select(_F.id, _F.link, _F.translations)
            .where(_F.state != FaqState.RETIRED)
            .order_by(_F.id)
        )
        if seen_by is not None:
            statement = statement.where(visible_to(seen_by))

        def work(session: Session) -> dict[str, tuple[str, ...]]:
            found: defaultdict[str, list[str]] = defaultdict(list)
            for id, link, translations in session.execute(statement):
                others = (each[2] for each in translations)
                for url in dict.fromkeys(address(x) for x in (link, *others) if x):
                    found[url].append(id)
            return {url: tuple(ids) for url, ids in sorted(found.items())}

        return await self._database.read(work)

    async def all(self) -> dict[str, LinkRecord]:
        """Everything known, by address."""
        return await self._database.read(
            lambda session: {
                row["url"]: _record(row) for row in session.execute(select(links)).mappings()
            }
        )

    async def dead(self, urls: Iterable[str]) -> datetime | None:
        """Since when the first of ``urls`` to die is dead; None while all count as alive."""
        wanted = sorted({clean(url) for url in urls})
        statement = select(_L.dead_since).where(_L.url.in_(wanted), _L.dead_since.is_not(None))
        return await self._database.read(
            lambda session: min(session.scalars(statement.order_by(_L.dead_since)), default=None)
        )

    async def keep(
        self, records: Sequence[LinkRecord], users: Mapping[str, Sequence[str]], today: date
    ) -> tuple[str, ...]:
        """Store what a round found and hold back, or give back, the answers it concerns.

        One transaction. Addresses no answer names any more are forgotten. Returns the ids of
        the entries whose :attr:`FaqEntry.link_dead_since` changed.
        """
        dead = {each.url for each in records if each.dead_since is not None}
        concerned = sorted({id for each in records for id in users.get(each.url, ())})

        def judged(entry: FaqEntry) -> FaqEntry:
            down = any(url in dead for url in addresses(entry))
            if down == (entry.link_dead_since is not None):
                return entry
            return replace(entry, link_dead_since=today if down else None)

        def work(session: Session) -> tuple[str, ...]:
            for part in chunks([clean(each.url) for each in records]):
                session.execute(delete(links).where(_L.url.in_(part)))
            if records:
                session.execute(insert(links), [_values(each) for each in records])
            named = {clean(url) for url in users}
            gone = [url for url in session.scalars(select(_L.url)) if url not in named]
            for part in chunks(gone):
                session.execute(delete(links).where(_L.url.in_(part)))
            return self._entries.change_in(session, concerned, CLOCKWORK, judged)

        return await self._database.write(work)


def addresses(entry: FaqEntry) -> tuple[str, ...]:
    """Every address the entry's answer names, in any language."""
    named = (entry.link, *(each.link for each in entry.translations))
    return tuple(dict.fromkeys(address(link) for link in named if link))


def _values(record: LinkRecord) -> dict[str, Any]:
    return {
        "url": record.url,
        "checked_at": record.checked_at,
        "status": record.status,
        "fault": record.fault.value,
        "final_url": record.final_url,
        "moved_for_good": record.moved_for_good,
        "failures": record.failures,
        "failing_since": record.failing_since,
        "dead_since": record.dead_since,
    }


def _record(row: Any) -> LinkRecord:
    return LinkRecord(**{**row, "fault": Fault(row["fault"])})

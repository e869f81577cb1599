"""Proposals for the FAQ, and questions that came by another way than X."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Integer, cast, delete, func, insert, select, update
from sqlalchemy.orm import Session

from incluinfo_desk.domain.audit import Act
from incluinfo_desk.domain.faq import FaqEntry
from incluinfo_desk.domain.faq_proposal import FaqProposal, ProposalState
from incluinfo_desk.domain.gaps import TopicCoverage
from incluinfo_desk.domain.heard import Heard, Line
from incluinfo_desk.domain.problems import NotAllowed, Trouble
from incluinfo_desk.store.audit import Entry, append
from incluinfo_desk.store.database import Database
from incluinfo_desk.store.exact import Clock, clean
from incluinfo_desk.store.faq import Faq
from incluinfo_desk.store.faq_rows import frozen, thawed
from incluinfo_desk.store.tables import faq_proposals, heard

_P, _H = faq_proposals.c, heard.c


class FaqProposals:
    def __init__(self, database: Database, now: Clock, faq: Faq) -> None:
        self._database, self._now, self._faq = database, now, faq

    async def add(self, proposal: FaqProposal) -> None:
        def work(session: Session) -> None:
            session.execute(insert(faq_proposals).values(_row(proposal)))
            told = {"faq": proposal.faq_id, "tip": proposal.is_tip}
            append(session, self._now(), Entry(Act.PROPOSED, proposal.by, proposal.id, told))

        await self._database.write(work)

    async def open(self) -> tuple[FaqProposal, ...]:
        """Those that wait for an editor, the oldest first."""
        statement = (
            select(faq_proposals).where(_P.state == ProposalState.OPEN.value).order_by(_P.at, _P.id)
        )
        return await self._database.read(
            lambda session: tuple(_of(row) for row in session.execute(statement).mappings())
        )

    async def get(self, id: str) -> FaqProposal | None:
        statement = select(faq_proposals).where(_P.id == id)

        def work(session: Session) -> FaqProposal | None:
            row = session.execute(statement).mappings().first()
            return None if row is None else _of(row)

        return await self._database.read(work)

    async def tips(self, faq_id: str) -> int:
        """How many citizens said something of this answer that still waits."""
        statement = select(func.coalesce(func.sum(_P.count), 0)).where(
            _P.faq_id == faq_id, _P.state == ProposalState.OPEN.value, _P.entry.is_(None)
        )
        return int(await self._database.read(lambda session: session.scalar(statement)) or 0)

    async def said_again(self, id: str) -> None:
        """One more citizen said the same. Raises Trouble(NotAllowed) when it was decided."""

        def work(session: Session) -> None:
            statement = update(faq_proposals).where(_open(id)).values(count=_P.count + 1)
            if session.execute(statement).rowcount != 1:  # type: ignore[attr-defined]
                raise Trouble(NotAllowed("proposal", id, ""))

        await self._database.write(work)

    async def decide(
        self,
        id: str,
        state: ProposalState,
        by: str,
        *,
        reason: str = "",
        entry: FaqEntry | None = None,
        expect_revision: int | None = None,
        credit: str = "",
    ) -> FaqEntry | None:
        """Settle it once, and write ``entry`` beside, in one transaction.

        Raises Trouble(NotAllowed("proposal", …)) when it was decided before, and
        Trouble(NotAllowed("faq", …)) when the entry changed since it was looked at.
        """

        def work(session: Session) -> FaqEntry | None:
            at = self._now()
            statement = (
                update(faq_proposals)
                .where(_open(id))
                .values(state=state.value, decided_by=by, reason=clean(reason), decided_at=at)
            )
            if session.execute(statement).rowcount != 1:  # type: ignore[attr-defined]
                raise Trouble(NotAllowed("proposal", id, state.value))
            accepted = state is ProposalState.ACCEPTED
            act = Act.APPROVED if accepted else Act.RETURNED
            append(session, at, Entry(act, by, id, {"how": state.value}))
            if entry is None:
                return None
            return self._faq.save_in(session, entry, credit or by, expect_revision)

        return await self._database.write(work)


class HeardQuestions:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, questions: Sequence[Heard]) -> None:
        """All of them or none."""
        rows = [
            {
                "line": each.line.value,
                "text": clean(each.text),
                "topic": each.topic,
                "at": each.at,
                "covered": each.covered,
            }
            for each in questions
        ]
        if rows:
            await self._database.write(lambda session: session.execute(insert(heard), rows))

    async def uncovered(self, since: datetime, limit: int) -> tuple[Heard, ...]:
        """Those without an answer, the youngest first."""
        recent = (_H.at >= since) & ~_H.covered
        statement = select(heard).where(recent).order_by(_H.at.desc()).limit(limit)
        return await self._database.read(
            lambda session: tuple(
                Heard(Line(row["line"]), row["text"], row["topic"], row["at"], row["covered"])
                for row in session.execute(statement).mappings()
            )
        )

    async def coverage(self, since: datetime) -> tuple[TopicCoverage, ...]:
        """How many there were by topic, and for how many an answer stood; "" for none."""
        topic = func.coalesce(_H.topic, "")
        statement = (
            select(topic, func.count(), func.sum(cast(_H.covered, Integer)))
            .where(_H.at >= since)
            .group_by(topic)
        )
        return await self._database.read(
            lambda session: tuple(
                TopicCoverage(key, {}, asked, covered)
                for key, asked, covered in session.execute(statement)
            )
        )

    async def purge(self, before: datetime) -> None:
        """Nobody's words are kept longer than those of X."""
        statement = delete(heard).where(_H.at < before)
        await self._database.write(lambda session: session.execute(statement))


def _open(id: str) -> Any:
    return (_P.id == id) & (_P.state == ProposalState.OPEN.value)


def _row(proposal: FaqProposal) -> dict[str, Any]:
    return {
        "id": proposal.id,
        "faq_id": proposal.faq_id,
        "by": clean(proposal.by),
        "at": proposal.at,
        "entry": frozen(proposal.entry) if proposal.entry is not None else None,
        "base": frozen(proposal.base) if proposal.base is not None else None,
        "note": clean(proposal.note),
        "count": proposal.count,
        "state": proposal.state.value,
        "decided_by": proposal.decided_by,
        "reason": clean(proposal.reason),
        "decided_at": proposal.decided_at,
    }


def _of(row: Any) -> FaqProposal:
    values = dict(row)
    values["state"] = ProposalState(values["state"])
    for name in ("entry", "base"):
        values[name] = thawed(values[name]) if values[name] is not None else None
    return FaqProposal(**values)

"""Proposals before a second person: kept until decided, spent once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, insert, select, update
from sqlalchemy.orm import Session

from incluinfo_desk.domain.approval import ApprovalKind, Decision, Proposal, ProposalState, flaw
from incluinfo_desk.domain.audit import Act
from incluinfo_desk.domain.problems import SecondPerson, SecondPersonFlaw, Trouble
from incluinfo_desk.store.audit import Entry, append, seal
from incluinfo_desk.store.database import Database
from incluinfo_desk.store.exact import Clock, clean
from incluinfo_desk.store.tables import proposals

_P = proposals.c


class Approvals:
    def __init__(self, database: Database, now: Clock) -> None:
        self._database = database
        self._now = now

    async def add(self, proposal: Proposal, replaces: str | None = None) -> None:
        """Keep it; ``replaces`` is a returned one whose text it took up, settled with it.

        Raises Trouble(SecondPerson) when that one was not returned.
        """

        def work(session: Session) -> None:
            if replaces is not None:
                _settle(session, replaces)
            session.execute(insert(proposals).values(_row(proposal)))
            told = {
                "kind": proposal.kind.value,
                "subject": proposal.subject,
                "text": seal(session, "\n\n".join(proposal.texts)),
            }
            append(session, self._now(), Entry(Act.PROPOSED, proposal.author, proposal.id, told))

        await self._database.write(work)

    async def get(self, id: str) -> Proposal | None:
        found = await self._all(_P.id == id)
        return found[0] if found else None

    async def unsettled(self) -> tuple[Proposal, ...]:
        """What waits for somebody, the oldest first: a second person's yes, or its author."""
        return await self._all(_P.settled.is_(False))

    async def send_back(self, id: str, to: ProposalState, by: str, reason: str) -> None:
        """Return it to its author as REJECTED or WITHDRAWN.

        Raises Trouble(SecondPerson) when it was decided before.
        """

        def work(session: Session) -> None:
            _decide(session, self._now(), id, to, by, reason=reason, settled=False)
            told = {"how": to.value}
            append(session, self._now(), Entry(Act.RETURNED, by, id, told))

        await self._database.write(work)

    async def settle(self, id: str) -> None:
        """A returned one is done with: thrown away. Raises Trouble(SecondPerson)."""
        await self._database.write(lambda session: _settle(session, id))

    async def _all(self, condition: ColumnElement[bool]) -> tuple[Proposal, ...]:
        statement = select(proposals).where(condition).order_by(_P.number)
        return await self._database.read(
            lambda session: tuple(_of(row) for row in session.execute(statement).mappings()),
        )


def approved(session: Session, now: datetime, decision: Decision) -> None:
    """Spend the decision in this transaction, beside what it allows.

    Raises Trouble(SecondPerson) unless it waits and somebody else than its author says so.
    """
    id = decision.proposal_id
    author = session.scalar(select(_P.author).where(_P.id == id))
    problem = flaw(author or "", decision.by)
    if problem is not None:
        raise Trouble(problem)
    _decide(session, now, id, ProposalState.APPROVED, decision.by, settled=True)
    append(session, now, Entry(Act.APPROVED, decision.by, id, {"author": author}))


def _decide(
    session: Session,
    now: datetime,
    id: str,
    to: ProposalState,
    by: str,
    *,
    settled: bool,
    reason: str = "",
) -> None:
    done = session.execute(
        update(proposals)
        .where(_P.id == id, _P.state == ProposalState.WAITING.value)
        .values(
            state=to.value,
            decided_by=by,
            decided_at=now,
            reason=reason,
            settled=settled,
        ),
    )
    if done.rowcount != 1:  # type: ignore[attr-defined]
        raise Trouble(SecondPerson(SecondPersonFlaw.DECIDED))


def _settle(session: Session, id: str) -> None:
    returned = [ProposalState.REJECTED.value, ProposalState.WITHDRAWN.value]
    done = session.execute(
        update(proposals)
        .where(_P.id == id, _P.state.in_(returned), _P.settled.is_(False))
        .values(settled=True),
    )
    if done.rowcount != 1:  # type: ignore[attr-defined]
        raise Trouble(SecondPerson(SecondPersonFlaw.DECIDED))


def _row(proposal: Proposal) -> dict[str, Any]:
    return {
        "id": proposal.id,
        "kind": proposal.kind.value,
        "subject": proposal.subject,
        "title": proposal.title,
        "texts": _cleaned(proposal.texts),
        "payload": dict(proposal.payload),
        "author": proposal.author,
        "at": proposal.at,
        "state": proposal.state.value,
        "decided_by": proposal.decided_by,
        "decided_at": proposal.decided_at,
        "reason": proposal.reason,
        "settled": proposal.settled,
    }


def _cleaned(texts: Sequence[str]) -> list[str]:
    return [clean(text) for text in texts]


def _of(row: Any) -> Proposal:
    return Proposal(
        id=row["id"],
        kind=ApprovalKind(row["kind"]),
        subject=row["subject"],
        title=row["title"],
        texts=tuple(row["texts"]),
        payload=row["payload"],
        author=row["author"],
        at=row["at"],
        state=ProposalState(row["state"]),
        decided_by=row["decided_by"],
        decided_at=row["decided_at"],
        reason=row["reason"],
        settled=row["settled"],
    )

"""What sent answers say about the FAQ's entries; each row goes with the post it came from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Select, delete, func, insert, select
from sqlalchemy.orm import Session

from incluinfo_desk.domain.learning import MOST, MOST_PER_ENTRY, Evidence, Learnt, Verdict
from incluinfo_desk.domain.post import PostId
from incluinfo_desk.store.database import Database
from incluinfo_desk.store.tables import evidence, posts

_E, _P = evidence.c, posts.c


class EvidenceRows:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(
        self, outgoing_id: str, post_id: PostId, found: Sequence[Evidence], at: datetime
    ) -> bool:
        """Keep what one answer to ``post_id`` says, once; False when it is known or gone."""
        return await self._database.write(
            lambda session: _add(session, outgoing_id, post_id, found, at)
        )

    async def all(self) -> tuple[Evidence, ...]:
        """Newest first."""
        statement = select(_E.faq_id, _E.verdict, _E.trace).order_by(_E.number.desc())

        def work(session: Session) -> tuple[Evidence, ...]:
            rows = session.execute(statement)
            return tuple(Evidence(r.faq_id, Verdict(r.verdict), r.trace) for r in rows)

        return await self._database.read(work)

    async def learnt(self) -> Learnt:
        statement = select(
            func.count(_E.outgoing_id.distinct()), func.count(_E.faq_id.distinct())
        )  # fmt: skip

        def work(session: Session) -> Learnt:
            answers, entries = session.execute(statement).one()
            return Learnt(answers, entries)

        return await self._database.read(work)

    async def forget(self) -> None:
        """All of it."""
        await self._database.write(lambda session: session.execute(delete(evidence)))


def _add(
    session: Session, outgoing_id: str, post_id: PostId, found: Sequence[Evidence], at: datetime
) -> bool:
    post = session.scalar(select(_P.number).where(_P.id == post_id, ~_P.deleted))
    known = session.scalar(select(_E.number).where(_E.outgoing_id == outgoing_id).limit(1))
    if post is None or known is not None or not found:
        return False
    for each in found:
        session.execute(
            insert(evidence).values(
                outgoing_id=outgoing_id, faq_id=each.faq_id, verdict=each.verdict.value,
                post=post, trace=each.trace, at=at,
            )
        )  # fmt: skip
        _trim(session, select(_E.number).where(_E.faq_id == each.faq_id), MOST_PER_ENTRY)
    _trim(session, select(_E.number), MOST)
    return True


def _trim(session: Session, numbers: Select[tuple[int]], most: int) -> None:
    """Let the oldest go."""
    newest = numbers.order_by(_E.number.desc()).offset(most).limit(MOST)
    old = session.scalars(newest).all()
    if old:
        session.execute(delete(evidence).where(_E.number.in_(old)))


def drop_of(session: Session, numbers: Sequence[int]) -> None:
    """Forget what came from these posts; their number in ``posts``."""
    session.execute(delete(evidence).where(_E.post.in_(numbers)))

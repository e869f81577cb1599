"""What was asked and what there is to answer it with, counted from the tables themselves."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime

from sqlalchemy import case, exists, func, or_, select
from sqlalchemy.orm import Session

from incluinfo_desk.domain.conversation import VEIL_AFTER, CloseReason, ConversationId
from incluinfo_desk.domain.faq import FaqState
from incluinfo_desk.domain.faq_life import Standing
from incluinfo_desk.domain.gaps import Asked, TopicCoverage
from incluinfo_desk.domain.outgoing import OutgoingState
from incluinfo_desk.store.database import Database
from incluinfo_desk.store.tables import conversations, faq, outbox, posts

_C, _F, _O, _P = conversations.c, faq.c, outbox.c, posts.c
_NO_QUESTION = (
    CloseReason.NO_QUESTION.value,
    CloseReason.SPAM.value,
    CloseReason.HIDDEN.value,
    CloseReason.DELETED.value,
)
_ASKED = (
    _C.is_question,
    or_(_C.close_reason.is_(None), _C.close_reason.not_in(_NO_QUESTION)),
)
_SENT_FROM_FAQ = exists().where(
    _O.conversation_id == _C.id,
    _O.faq_id.is_not(None),
    _O.state == OutgoingState.SENT.value,
)
_COVERED = or_(_C.hint_faq_id.is_not(None), _SENT_FROM_FAQ)
"""A verified answer is offered for it, or one of the FAQ went out."""


class Gaps:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def unanswered(self, since: datetime, now: datetime, limit: int) -> tuple[Asked, ...]:
        """Questions since then that no verified answer covers, the youngest first.

        What asks about an open incident is answered by the incident, not by the FAQ. Words
        under the veil (:data:`VEIL_AFTER`) stay out until X was asked again.
        """
        shown = exists().where(_P.id == _C.last_post_id, _P.checked_at >= now - VEIL_AFTER)
        statement = (
            select(_C.id, _C.last_text, _C.topic, _C.last_at)
            .where(*_ASKED, _C.last_at >= since, ~_COVERED, _C.hint_incident_id.is_(None), shown)
            .order_by(_C.last_at.desc(), _C.id)
            .limit(limit)
        )
        return await self._database.read(
            lambda session: tuple(
                Asked(ConversationId(id), text, topic, at)
                for id, text, topic, at in session.execute(statement)
            )
        )

    async def coverage(self, since: datetime, today: date) -> tuple[TopicCoverage, ...]:
        """Each topic that has entries or was asked about, by its key.

        Questions of no topic stand under the empty key, so that the sum is of all of them.
        """
        late = (_F.review_by < today) & _F.state.in_(
            (FaqState.VERIFIED.value, FaqState.ANTICIPATED.value)
        )
        stands = case((late, Standing.EXPIRED.value), else_=_F.state)
        entries = select(_F.topic, stands, func.count()).group_by(_F.topic, stands)
        topic = func.coalesce(_C.topic, "")
        asked = (
            select(topic, func.count(), func.sum(case((_COVERED, 1), else_=0)))
            .where(*_ASKED, _C.last_at >= since)
            .group_by(topic)
        )

        def work(session: Session) -> tuple[TopicCoverage, ...]:
            counts: defaultdict[str, dict[Standing, int]] = defaultdict(dict)
            for key, standing, count in session.execute(entries):
                counts[key][Standing(standing)] = count
            questions = {key: (n, int(yes or 0)) for key, n, yes in session.execute(asked)}
            return tuple(
                TopicCoverage(key, counts.get(key, {}), *questions.get(key, (0, 0)))
                for key in sorted({*counts, *questions})
            )

        return await self._database.read(work)

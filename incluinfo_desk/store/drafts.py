"""What officers are writing, so that a crash loses none of it."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy import delete
from sqlalchemy.orm import Session

from incluinfo_desk.domain.conversation import ConversationId
from incluinfo_desk.domain.post import PostId
from incluinfo_desk.domain.reply import Draft
from incluinfo_desk.store.database import Database
from incluinfo_desk.store.tables import ConversationRow, DraftRow, drafts


class Drafts:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def save(self, draft: Draft) -> None:
        """Keep it, in place of the conversation's older one.

        A conversation that was erased meanwhile takes none: its editor may be open still.
        """

        def work(session: Session) -> None:
            if session.get(ConversationRow, draft.conversation_id) is not None:
                write_draft(session, draft)

        await self._database.write(work)

    async def get(self, conversation_id: ConversationId) -> Draft | None:
        """As it was saved last, be it by a save still under way.

        Who leaves a conversation and comes straight back must not be shown, and then save
        again, the text of a second ago.
        """
        await self._database.settle()
        return await self._database.read(lambda session: read_draft(session, conversation_id))

    async def discard(self, conversation_id: ConversationId) -> None:
        await self._database.write(lambda session: drop_draft(session, conversation_id))


def read_draft(session: Session, conversation_id: str) -> Draft | None:
    row = session.get(DraftRow, conversation_id)
    if row is None:
        return None
    return Draft(
        conversation_id=ConversationId(row.conversation_id),
        text=row.text,
        cursor=row.cursor,
        target_id=PostId(row.target_id),
        updated_at=row.updated_at,
        faq_id=row.faq_id,
    )


def write_draft(session: Session, draft: Draft) -> None:
    session.merge(DraftRow(**asdict(draft)))


def drop_draft(session: Session, conversation_id: str) -> None:
    session.execute(delete(drafts).where(drafts.c.conversation_id == conversation_id))

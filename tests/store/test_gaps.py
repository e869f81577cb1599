"""Coverage and gaps: the figures are those of the raw tables."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

from incluinfo_desk.domain.conversation import CloseReason, Hint, State
from incluinfo_desk.domain.faq import FaqEntry, FaqState
from incluinfo_desk.domain.faq_life import Standing
from incluinfo_desk.domain.gaps import share
from incluinfo_desk.domain.post import PostId
from tests.store.kit import START, asks, at, conversation, desk, reply, run

ENTRY = FaqEntry("a", "imv", "¿?", "Sí.", state=FaqState.VERIFIED, review_by=date(2027, 1, 1))

RAW = """
SELECT count(*),
       sum(hint_faq_id IS NOT NULL OR EXISTS (SELECT 1 FROM outbox
           WHERE outbox.conversation_id = conversations.id AND outbox.faq_id IS NOT NULL
             AND outbox.state = 'sent'))
  FROM conversations
 WHERE is_question AND last_at >= ?
   AND (close_reason IS NULL OR close_reason NOT IN ('no_question', 'spam', 'hidden', 'deleted'))
"""


def test_coverage_is_what_the_raw_tables_say(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as store:
            await store.faq.add_all(
                [
                    ENTRY,
                    replace(ENTRY, id="b", review_by=date(2026, 1, 1)),
                    replace(ENTRY, id="c", topic="bulos", state=FaqState.DRAFT),
                ],
                "AB",
            )
            await store.conversations.add(
                [
                    asks("10", hint=Hint("a")),
                    asks("20", "¿Y lo mío?", minutes=1),
                    asks("30", topic=None, minutes=2),
                    asks("40", question=False, minutes=3),
                    asks("50", minutes=4),
                    asks("60", minutes=5, hint=Hint(None, "caida")),
                    asks("70", minutes=-60 * 24 * 40),
                    asks("80", topic="bulos", minutes=6),
                ],
                PostId("80"),
            )
            await store.conversations.move(conversation("50"), State.CLOSED, "AB", CloseReason.SPAM)
            await store.outbox.queue([reply("o1", "80", faq_id="c")])
            since = at(-60)
            rows = await store.gaps.coverage(since, START.date())
            by = {row.topic: row for row in rows}
            assert by["imv"].standings == {Standing.VERIFIED: 1, Standing.EXPIRED: 1}
            assert (by["imv"].asked, by["imv"].covered) == (3, 1)
            assert by["bulos"].lacks
            assert not by["imv"].lacks
            assert (by[""].asked, by[""].covered) == (1, 0)
            raw = sqlite3.connect(tmp_path / "desk.sqlite3")
            raw.execute("UPDATE outbox SET state = 'sent'")
            raw.commit()
            rows = await store.gaps.coverage(since, START.date())
            micros = int(since.timestamp() * 1_000_000)
            asked, covered = raw.execute(RAW, (micros,)).fetchone()
            raw.close()
            assert share(rows) == (covered, asked) == (2, 5)
            left = await store.gaps.unanswered(since, at(60), 10)
            assert [each.conversation for each in left] == [conversation("30"), conversation("20")]
            assert left[1].text == "¿Y lo mío?"
            later = at(60 * 24 + 90)
            assert await store.gaps.unanswered(since, later, 10) == (), "X was not asked since"

    run(story())

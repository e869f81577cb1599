"""Everything that edits the FAQ, joined: topics, entries, blocks, files, proposals, questions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from incluinfo_desk.background import Background
from incluinfo_desk.bus import Bus
from incluinfo_desk.operations.edit_blocks import EditBlocks
from incluinfo_desk.operations.edit_faq import EditFaq
from incluinfo_desk.operations.edit_redirects import EditRedirects
from incluinfo_desk.operations.edit_topics import EditTopics
from incluinfo_desk.operations.faq_exchange import FaqExchange
from incluinfo_desk.operations.intake import Intake
from incluinfo_desk.operations.ports import Clock
from incluinfo_desk.operations.propose import Proposing
from incluinfo_desk.operations.suggesting import Suggesting
from incluinfo_desk.store.store import Store


@dataclass(frozen=True, slots=True)
class Knowledge:
    edit_topics: EditTopics
    edit_faq: EditFaq
    edit_blocks: EditBlocks
    edit_redirects: EditRedirects
    faq_exchange: FaqExchange
    proposing: Proposing
    intake: Intake

    @classmethod
    def joined(
        cls,
        *,
        store: Store,
        suggesting: Suggesting,
        bus: Bus,
        background: Background,
        clock: Clock,
        officer: Callable[[], str],
    ) -> Knowledge:
        """``officer``: the initials of who sits here, as they are now."""
        topics = EditTopics(store=store, bus=bus, clock=clock, officer=officer)
        faq = EditFaq(
            store=store,
            suggesting=suggesting,
            bus=bus,
            background=background,
            clock=clock,
            officer=officer,
            topics=lambda: topics.topics,
        )
        blocks = EditBlocks(
            store=store, edit_faq=faq, suggesting=suggesting, clock=clock, officer=officer
        )
        return cls(
            topics,
            faq,
            blocks,
            EditRedirects(
                store=store,
                suggesting=suggesting,
                bus=bus,
                background=background,
                officer=officer,
            ),
            FaqExchange(store=store, edit_faq=faq, edit_blocks=blocks, officer=officer),
            Proposing(
                store=store,
                edit_faq=faq,
                suggesting=suggesting,
                bus=bus,
                clock=clock,
                officer=officer,
            ),
            Intake(
                store=store,
                suggesting=suggesting,
                bus=bus,
                clock=clock,
                topics=lambda: topics.topics,
            ),
        )

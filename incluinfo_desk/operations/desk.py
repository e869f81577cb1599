"""Everything the window works with, in one place; made by ``composition.py`` only."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from incluinfo_desk.background import Background
from incluinfo_desk.bus import Bus
from incluinfo_desk.domain.audit import Act
from incluinfo_desk.domain.events import SettingsChanged
from incluinfo_desk.operations.account import Account
from incluinfo_desk.operations.answer import Answering
from incluinfo_desk.operations.approval import Approving
from incluinfo_desk.operations.broadcast_incident import Broadcasting
from incluinfo_desk.operations.close_loops import Loops
from incluinfo_desk.operations.edit_blocks import EditBlocks
from incluinfo_desk.operations.edit_faq import EditFaq
from incluinfo_desk.operations.edit_redirects import EditRedirects
from incluinfo_desk.operations.edit_topics import EditTopics
from incluinfo_desk.operations.faq_exchange import FaqExchange
from incluinfo_desk.operations.forget_person import ForgetPerson
from incluinfo_desk.operations.group_doubts import Doubts
from incluinfo_desk.operations.intake import Intake
from incluinfo_desk.operations.learning import Learning
from incluinfo_desk.operations.ports import Clock, Quota
from incluinfo_desk.operations.propose import Proposing
from incluinfo_desk.operations.publish_outbox import Publisher
from incluinfo_desk.operations.purge import Purging
from incluinfo_desk.operations.rebut_hoax import Rebutting
from incluinfo_desk.operations.recheck_posts import PostsRecheck
from incluinfo_desk.operations.suggesting import Suggesting
from incluinfo_desk.operations.triage import Triage
from incluinfo_desk.operations.upkeep import Upkeep
from incluinfo_desk.operations.watch_mentions import MentionsWatch
from incluinfo_desk.operations.watch_surges import Surges
from incluinfo_desk.settings import Settings
from incluinfo_desk.store.store import Store

_AUDITED = frozenset(
    {
        "undo_seconds",
        "poll_seconds",
        "client_id",
        "enterprise",
        "budget_monthly_usd",
        "prices",
        "proxy",
        "retention_days",
        "learn",
        "officer_name",
        "officer_initials",
        "second_person_incidents",
        "second_person_hoaxes",
    },
)
"""Settings that bear on what is sent, in whose name, and on what is kept."""


@dataclass(slots=True)
class Desk:
    store: Store
    suggesting: Suggesting
    watch: MentionsWatch
    answering: Answering
    publisher: Publisher
    triage: Triage
    edit_faq: EditFaq
    edit_blocks: EditBlocks
    edit_topics: EditTopics
    edit_redirects: EditRedirects
    faq_exchange: FaqExchange
    proposing: Proposing
    intake: Intake
    upkeep: Upkeep
    approving: Approving
    broadcasting: Broadcasting
    surges: Surges
    loops: Loops
    doubts: Doubts
    rebutting: Rebutting
    account: Account
    recheck: PostsRecheck
    purging: Purging
    forgetting: ForgetPerson
    learning: Learning
    bus: Bus
    background: Background
    clock: Clock
    settings: Settings
    """As they are now; change them with :meth:`save_settings`."""
    write_settings: Callable[[Settings], None]
    """Blocking; ``SettingsFile.save``."""
    data_dir: Path
    """The profile's folder."""
    quotas: Callable[[], Mapping[str, Quota]] = dict
    """What is left of X's windows, as its headers said last."""

    @property
    def budget(self) -> Decimal | None:
        """US dollars a month for X's API; None without a limit."""
        amount = self.settings.budget_monthly_usd
        return None if amount is None else Decimal(str(amount))

    def start(self) -> None:
        """Begin what runs for as long as the desk is open. Needs the running loop."""
        self.background.start("publish_outbox", self.publisher.run())
        self.background.start("watch_mentions", self.watch.run())
        self.background.start("incidents", self.broadcasting.run())
        self.background.start("surges", self.surges.run())
        self.background.start("doubts", self.doubts.run())
        self.background.start("recheck_posts", self.recheck.run())
        self.background.start("purge", self.purging.run())
        self.upkeep.start(self.background)

    async def save_settings(self, settings: Settings) -> None:
        """Record, store, then tell. Raises Trouble(ReadOnly | DiskFull | FileUnreadable)."""
        old = self.settings
        changed = sorted(n for n in _AUDITED if getattr(old, n) != getattr(settings, n))
        if changed:
            # First: a record of what then fails does no harm, a change without one does.
            told: dict[str, object] = {"changed": changed}
            for name in (
                "undo_seconds",
                "enterprise",
                "retention_days",
                "second_person_incidents",
                "second_person_hoaxes",
            ):
                if name in changed:
                    told[name] = getattr(settings, name)
            await self.store.audit.note(Act.SETTINGS_CHANGED, old.officer_initials, "", told)
        await asyncio.to_thread(self.write_settings, settings)
        self.settings = settings
        self.bus.publish(SettingsChanged())

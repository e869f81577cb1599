"""Everything the desk keeps, in one file of the profile.

No row leaves this package: callers get the domain's frozen dataclasses. Every method is
asynchronous and may raise Trouble(DiskFull | ReadOnly | DatabaseBusy | DatabaseDamaged |
FileUnreadable) beside what it names itself.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from incluinfo_desk.paths import Profile
from incluinfo_desk.store.approvals import Approvals
from incluinfo_desk.store.audit import Audit
from incluinfo_desk.store.blocks import Blocks
from incluinfo_desk.store.conversations import Conversations
from incluinfo_desk.store.database import BUSY_SECONDS, Database
from incluinfo_desk.store.drafts import Drafts
from incluinfo_desk.store.evidence import EvidenceRows
from incluinfo_desk.store.faq import Faq
from incluinfo_desk.store.faq_proposals import FaqProposals, HeardQuestions
from incluinfo_desk.store.gaps import Gaps
from incluinfo_desk.store.hoaxes import Hoaxes
from incluinfo_desk.store.incidents import Incidents
from incluinfo_desk.store.ledger import Ledger
from incluinfo_desk.store.links import Links
from incluinfo_desk.store.norms import Norms
from incluinfo_desk.store.notes import Notes
from incluinfo_desk.store.outbox import Outbox
from incluinfo_desk.store.retention import Retention


class Store:
    def __init__(self, database: Database, clock_now: Callable[[], datetime]) -> None:
        self.database = database
        self.conversations = Conversations(database, clock_now)
        self.drafts = Drafts(database)
        self.evidence = EvidenceRows(database)
        self.faq = Faq(database, clock_now)
        self.blocks = Blocks(database, clock_now, self.faq)
        self.norms = Norms(database, clock_now, self.faq)
        self.links = Links(database, self.faq)
        self.gaps = Gaps(database)
        self.faq_proposals = FaqProposals(database, clock_now, self.faq)
        self.heard = HeardQuestions(database)
        self.outbox = Outbox(database, clock_now)
        self.incidents = Incidents(database, clock_now)
        self.hoaxes = Hoaxes(database, clock_now)
        self.approvals = Approvals(database, clock_now)
        self.notes = Notes(database, clock_now)
        self.ledger = Ledger(database)
        self.audit = Audit(database, clock_now)
        self.retention = Retention(database, clock_now)

    @classmethod
    async def open(
        cls,
        profile_dir: Path,
        clock_now: Callable[[], datetime],
        *,
        busy_seconds: float = BUSY_SECONDS,
    ) -> Store:
        """Open the profile's database, making or migrating it first where needed.

        Raises Trouble: DatabaseFromNewerVersion, DatabaseDamaged (the file is left as it
        is in both cases), ReadOnly, DiskFull, DatabaseBusy, FileUnreadable.
        """
        profile = Profile(profile_dir)
        database = await Database.open(
            profile.database,
            profile.backups,
            clock_now,
            busy_seconds,
        )
        return cls(database, clock_now)

    async def close(self) -> None:
        """Wait for what is being written, then close. Closing twice is fine."""
        await self.database.close()

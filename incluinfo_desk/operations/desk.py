"""Everything the window works with, in one place, and how its parts are joined.

Made after the first frame, for what it imports takes longer than a window; what stands behind
the ports is handed in by ``composition.py``, or by a test.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from incluinfo_desk.background import Background
from incluinfo_desk.bus import Bus
from incluinfo_desk.domain.audit import Act
from incluinfo_desk.domain.eligibility import Prices
from incluinfo_desk.domain.events import SettingsChanged
from incluinfo_desk.domain.post import AccountId, Author
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
from incluinfo_desk.operations.index_file import IndexFile
from incluinfo_desk.operations.intake import Intake
from incluinfo_desk.operations.knowledge import Knowledge
from incluinfo_desk.operations.learning import Learning
from incluinfo_desk.operations.ports import Channel, Clock, Gate, Prober, Quota
from incluinfo_desk.operations.propose import Proposing
from incluinfo_desk.operations.publish_outbox import Publisher
from incluinfo_desk.operations.purge import Purging
from incluinfo_desk.operations.rebut_hoax import Rebutting
from incluinfo_desk.operations.recheck_posts import PostsRecheck
from incluinfo_desk.operations.spending import Spending
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

    @classmethod
    def joined(
        cls,
        *,
        store: Store,
        bus: Bus,
        background: Background,
        clock: Clock,
        in_force: Callable[[], Settings],
        write_settings: Callable[[Settings], None],
        data_dir: Path,
        backups: Path,
        channel: Channel,
        gate: Gate,
        prober: Prober,
        open_url: Callable[[str], None],
        index: IndexFile,
        spending: Spending | None = None,
        account: Callable[[], Author | None] | None = None,
        poll_seconds: Callable[[], float] | None = None,
        link_hours: Callable[[], int] | None = None,
    ) -> Desk:
        """Every operation with what it needs; the one place where they are joined.

        ``in_force`` are the settings whenever they are asked for. ``account`` is whose replies
        go out, by itself the one that the watch found; ``poll_seconds`` and ``link_hours`` stand
        in the settings otherwise.
        """

        def officer() -> str:
            return in_force().officer_initials

        def undo_seconds() -> float:
            return in_force().undo_seconds

        def disclaimer() -> str:
            return in_force().disclaimer

        suggesting = Suggesting(
            store=store,
            make_index=index.make,
            clock=clock,
            bus=bus,
            keep_index=index.keep,
            officer=officer,
        )
        watch = MentionsWatch(
            channel=channel,
            store=store,
            suggesting=suggesting,
            bus=bus,
            clock=clock,
            poll_seconds=poll_seconds or (lambda: in_force().poll_seconds),
        )
        ours = account or (lambda: watch.account)

        def our_id() -> AccountId | None:
            found = ours()
            return found.id if found is not None else None

        approving = Approving(
            store=store,
            bus=bus,
            clock=clock,
            officer=officer,
            wanted=lambda kind: in_force().second_person(kind.value),
        )
        knowledge = Knowledge.joined(
            store=store,
            suggesting=suggesting,
            bus=bus,
            background=background,
            clock=clock,
            officer=officer,
        )
        answering = Answering(
            store=store,
            suggesting=suggesting,
            bus=bus,
            clock=clock,
            undo_seconds=undo_seconds,
            officer=officer,
            our_id=our_id,
            enterprise=lambda: in_force().enterprise,
            spending=spending,
            quotas=lambda: channel.quotas,
            disclaimer=disclaimer,
        )
        broadcasting = Broadcasting(
            approving=approving,
            store=store,
            suggesting=suggesting,
            bus=bus,
            background=background,
            clock=clock,
            undo_seconds=undo_seconds,
            officer=officer,
        )
        return cls(
            store=store,
            suggesting=suggesting,
            watch=watch,
            answering=answering,
            publisher=Publisher(
                channel=channel,
                store=store,
                bus=bus,
                clock=clock,
                account=ours,
                data_dir=data_dir,
                prices=lambda: spending.prices if spending is not None else Prices(),
            ),
            triage=Triage(
                store=store, bus=bus, clock=clock, officer=officer, undo_seconds=undo_seconds
            ),
            edit_faq=knowledge.edit_faq,
            edit_blocks=knowledge.edit_blocks,
            edit_topics=knowledge.edit_topics,
            edit_redirects=knowledge.edit_redirects,
            faq_exchange=knowledge.faq_exchange,
            proposing=knowledge.proposing,
            intake=knowledge.intake,
            upkeep=Upkeep.joined(
                store=store,
                edit_faq=knowledge.edit_faq,
                edit_topics=knowledge.edit_topics,
                suggesting=suggesting,
                bus=bus,
                background=background,
                clock=clock,
                officer=officer,
                prober=prober,
                link_hours=link_hours or (lambda: in_force().link_check_hours),
            ),
            approving=approving,
            broadcasting=broadcasting,
            surges=Surges(store=store, suggesting=suggesting, bus=bus, clock=clock),
            loops=Loops(store=store, answering=answering, broadcasting=broadcasting),
            doubts=Doubts(
                store=store,
                suggesting=suggesting,
                answering=answering,
                closings=broadcasting.closings,
                bus=bus,
                clock=clock,
            ),
            rebutting=Rebutting(
                approving=approving,
                store=store,
                suggesting=suggesting,
                bus=bus,
                background=background,
                clock=clock,
                undo_seconds=undo_seconds,
                officer=officer,
            ),
            account=Account(
                gate=gate,
                store=store,
                officer=officer,
                bus=bus,
                background=background,
                open_url=open_url,
                changed=watch.forget_account,
            ),
            recheck=PostsRecheck(
                channel=channel, store=store, suggesting=suggesting, bus=bus, clock=clock
            ),
            purging=Purging(
                store=store,
                bus=bus,
                clock=clock,
                retention_days=lambda: in_force().retention_days,
                backups=backups,
            ),
            forgetting=ForgetPerson(store=store, bus=bus, officer=officer, backups=backups),
            learning=Learning(
                store=store,
                suggesting=suggesting,
                bus=bus,
                background=background,
                clock=clock,
                wanted=lambda: in_force().learn,
                disclaimer=disclaimer,
            ),
            bus=bus,
            background=background,
            clock=clock,
            settings=in_force(),
            write_settings=write_settings,
            data_dir=data_dir,
            quotas=lambda: channel.quotas,
        )

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

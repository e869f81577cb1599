"""Every operation with what it needs: the one place where the desk is joined.

Called after the first frame, for what it imports takes longer than a window; the channel
itself is imported at first use (``channels/late.py``).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from incluinfo_desk.background import Background
from incluinfo_desk.bus import Bus
from incluinfo_desk.channels.late import LateChannel, LateGate, LateProber
from incluinfo_desk.connection import Connection
from incluinfo_desk.domain.approval import ApprovalKind
from incluinfo_desk.domain.eligibility import Prices
from incluinfo_desk.domain.events import SettingsChanged
from incluinfo_desk.operations.account import Account
from incluinfo_desk.operations.answer import Answering
from incluinfo_desk.operations.approval import Approving
from incluinfo_desk.operations.broadcast_incident import Broadcasting
from incluinfo_desk.operations.close_loops import Loops
from incluinfo_desk.operations.desk import Desk
from incluinfo_desk.operations.forget_person import ForgetPerson
from incluinfo_desk.operations.group_doubts import Doubts
from incluinfo_desk.operations.index_file import IndexFile
from incluinfo_desk.operations.knowledge import Knowledge
from incluinfo_desk.operations.learning import Learning
from incluinfo_desk.operations.ports import Channel, Clock, Gate, Prober
from incluinfo_desk.operations.publish_outbox import Publisher
from incluinfo_desk.operations.purge import Purging
from incluinfo_desk.operations.rebut_hoax import Rebutting
from incluinfo_desk.operations.recheck_posts import PostsRecheck
from incluinfo_desk.operations.spending import MeteredChannel, Spending
from incluinfo_desk.operations.suggesting import Suggesting
from incluinfo_desk.operations.triage import Triage
from incluinfo_desk.operations.upkeep import Upkeep
from incluinfo_desk.operations.watch_mentions import MentionsWatch
from incluinfo_desk.operations.watch_surges import Surges
from incluinfo_desk.paths import Profile
from incluinfo_desk.settings import Settings
from incluinfo_desk.store.store import Store

DEMO_POLL = 5.0
"""Seconds: the demonstration's day runs ten times as fast as ours."""


@dataclass(frozen=True, slots=True)
class Composed:
    """The desk, and what has to be closed after it."""

    desk: Desk
    channel: Channel
    prober: Prober


def compose(
    *,
    store: Store,
    clock: Clock,
    profile: Profile,
    settings: Callable[[], Settings],
    write_settings: Callable[[Settings], None],
    x_address: Callable[[], Awaitable[str]],
    report: Callable[[BaseException], None],
    demo: bool,
) -> Composed:
    """``settings`` are those in force whenever they are asked for."""

    def officer() -> str:
        return settings().officer_initials

    def undo_seconds() -> float:
        return settings().undo_seconds

    def second_person(kind: ApprovalKind) -> bool:
        return settings().second_person(kind.value)

    bus = Bus(report)
    background = Background(report)
    connection = Connection(profile, x_address, settings, demo=demo)
    bus.subscribe(SettingsChanged, lambda _: connection.follow_settings())
    spending = Spending(
        store=store,
        clock=clock,
        prices=lambda: Prices.of(settings().prices),
        budget=lambda: _dollars(settings().budget_monthly_usd),
    )
    channel: Channel = MeteredChannel(LateChannel(connection.channel), spending)
    gate: Gate = LateGate(connection.gate)
    index_file = IndexFile(profile.index)
    suggesting = Suggesting(
        store=store,
        make_index=index_file.make,
        clock=clock,
        bus=bus,
        keep_index=index_file.keep,
        officer=officer,
    )
    watch = MentionsWatch(
        channel=channel,
        store=store,
        suggesting=suggesting,
        bus=bus,
        clock=clock,
        poll_seconds=lambda: DEMO_POLL if demo else settings().poll_seconds,
    )
    approving = Approving(store=store, bus=bus, clock=clock, officer=officer, wanted=second_person)
    knowledge = Knowledge.joined(
        store=store,
        suggesting=suggesting,
        bus=bus,
        background=background,
        clock=clock,
        officer=officer,
    )
    prober = LateProber(connection.prober)
    answering = Answering(
        store=store,
        suggesting=suggesting,
        bus=bus,
        clock=clock,
        undo_seconds=undo_seconds,
        officer=officer,
        our_id=lambda: watch.account.id if watch.account is not None else None,
        enterprise=lambda: settings().enterprise,
        spending=spending,
        quotas=lambda: channel.quotas,
        disclaimer=lambda: settings().disclaimer,
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
    made = Desk(
        store=store,
        suggesting=suggesting,
        watch=watch,
        answering=answering,
        publisher=Publisher(
            channel=channel,
            store=store,
            bus=bus,
            clock=clock,
            account=lambda: watch.account,
            data_dir=profile.data_dir,
            prices=lambda: spending.prices,
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
            # The demonstration's world is this machine: it asks nobody outside by itself.
            link_hours=lambda: 0 if demo else settings().link_check_hours,
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
            open_url=_open_quietly if demo else _open_in_browser,
            changed=watch.forget_account,
        ),
        recheck=PostsRecheck(
            channel=channel, store=store, suggesting=suggesting, bus=bus, clock=clock
        ),
        purging=Purging(
            store=store,
            bus=bus,
            clock=clock,
            retention_days=lambda: settings().retention_days,
            backups=profile.backups,
        ),
        forgetting=ForgetPerson(store=store, bus=bus, officer=officer, backups=profile.backups),
        learning=Learning(
            store=store,
            suggesting=suggesting,
            bus=bus,
            background=background,
            clock=clock,
            wanted=lambda: settings().learn,
            disclaimer=lambda: settings().disclaimer,
        ),
        bus=bus,
        background=background,
        clock=clock,
        settings=settings(),
        write_settings=write_settings,
        data_dir=profile.data_dir,
        quotas=lambda: channel.quotas,
    )
    return Composed(made, channel, prober)


def _dollars(amount: float | None) -> Decimal | None:
    return None if amount is None else Decimal(str(amount))


def _open_in_browser(url: str) -> None:
    QDesktopServices.openUrl(QUrl(url))


def _open_quietly(url: str) -> None:
    """The demonstration consents by itself: its X is on this machine and asks nobody."""

    import threading
    import urllib.request

    def visit() -> None:
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with suppress(OSError), opener.open(url, timeout=10):
            pass

    threading.Thread(target=visit, name="demo-consent", daemon=True).start()

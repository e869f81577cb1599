"""The desk with the outside world behind its ports: X, the keyring, the web, the browser.

Called after the first frame; the channel itself is imported at first use
(``channels/late.py``).
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
from incluinfo_desk.domain.eligibility import Prices
from incluinfo_desk.domain.events import SettingsChanged
from incluinfo_desk.operations.desk import Desk
from incluinfo_desk.operations.index_file import IndexFile
from incluinfo_desk.operations.ports import Channel, Clock, Prober
from incluinfo_desk.operations.spending import MeteredChannel, Spending
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

    bus = Bus(report)
    connection = Connection(profile, x_address, settings, demo=demo)
    bus.subscribe(SettingsChanged, lambda _: connection.follow_settings())
    spending = Spending(
        store=store,
        clock=clock,
        prices=lambda: Prices.of(settings().prices),
        budget=lambda: _dollars(settings().budget_monthly_usd),
    )
    channel: Channel = MeteredChannel(LateChannel(connection.channel), spending)
    prober = LateProber(connection.prober)
    made = Desk.joined(
        store=store,
        bus=bus,
        background=Background(report),
        clock=clock,
        in_force=settings,
        write_settings=write_settings,
        data_dir=profile.data_dir,
        backups=profile.backups,
        channel=channel,
        gate=LateGate(connection.gate),
        prober=prober,
        open_url=_open_quietly if demo else _open_in_browser,
        index=IndexFile(profile.index),
        spending=spending,
        poll_seconds=(lambda: DEMO_POLL) if demo else None,
        # The demonstration's world is this machine: it asks nobody outside by itself.
        link_hours=(lambda: 0) if demo else None,
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

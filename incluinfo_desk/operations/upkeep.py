"""What keeps the FAQ true by itself: the law, the links, and what nobody wrote yet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from incluinfo_desk.background import Background
from incluinfo_desk.bus import Bus
from incluinfo_desk.domain.events import Link, LinkChanged
from incluinfo_desk.domain.problems import Offline, ProxyRefused
from incluinfo_desk.operations.check_links import CheckLinks
from incluinfo_desk.operations.edit_faq import EditFaq
from incluinfo_desk.operations.edit_topics import EditTopics
from incluinfo_desk.operations.find_gaps import FindGaps
from incluinfo_desk.operations.ports import Clock, Prober
from incluinfo_desk.operations.suggesting import Suggesting
from incluinfo_desk.operations.watch_norms import WatchNorms
from incluinfo_desk.store.store import Store


@dataclass(frozen=True, slots=True)
class Upkeep:
    norms: WatchNorms
    links: CheckLinks
    gaps: FindGaps

    @classmethod
    def joined(
        cls,
        *,
        store: Store,
        edit_faq: EditFaq,
        edit_topics: EditTopics,
        suggesting: Suggesting,
        bus: Bus,
        background: Background,
        clock: Clock,
        officer: Callable[[], str],
        prober: Prober,
        link_hours: Callable[[], int],
    ) -> Upkeep:
        """``link_hours``: how often links are looked at; 0 for never."""
        return cls(
            WatchNorms(
                store=store,
                edit_faq=edit_faq,
                suggesting=suggesting,
                bus=bus,
                background=background,
                clock=clock,
                officer=officer,
            ),
            CheckLinks(
                store=store,
                edit_faq=edit_faq,
                prober=prober,
                bus=bus,
                clock=clock,
                every_hours=link_hours,
                online=_Ear(bus),
                officer=officer,
            ),
            FindGaps(store=store, suggesting=suggesting, edit_topics=edit_topics, clock=clock),
        )

    def start(self, background: Background) -> None:
        """Begin what runs for as long as the desk is open."""
        background.start("watch_norms", self.norms.run())
        background.start("check_links", self.links.run())


class _Ear:
    """Whether this machine has a line, as the watch of mentions found last.

    Signed out it has said nothing: then a round may try, and throws itself away if it must.
    """

    def __init__(self, bus: Bus) -> None:
        self._down = False
        bus.subscribe(LinkChanged, self._hear)

    def __call__(self) -> bool:
        return not self._down

    def _hear(self, event: LinkChanged) -> None:
        lost = isinstance(event.problem, Offline | ProxyRefused)
        self._down = event.link is Link.BROKEN and lost

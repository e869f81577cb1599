"""What is on its way, kept true while it is looked at. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from incluinfo_desk.domain.events import OutgoingChanged
from incluinfo_desk.domain.outgoing import Outgoing
from incluinfo_desk.domain.problems import Problem
from incluinfo_desk.ui.errands import Errands

if TYPE_CHECKING:
    from incluinfo_desk.operations.desk import Desk


class OutboxView(Protocol):
    def show_items(self, items: Sequence[Outgoing]) -> None: ...


class OutboxPresenter:
    def __init__(
        self,
        desk: Desk,
        view: OutboxView,
        on_problem: Callable[[Problem], object],
    ) -> None:
        self._desk, self._view = desk, view
        self._errands = Errands(desk.background, on_problem)
        self._end = desk.bus.subscribe(OutgoingChanged, lambda _: self._read())
        self._read()

    def end(self) -> None:
        self._end()
        self._errands.drop("outbox")

    def undo(self, outgoing_id: str) -> None:
        self._errands.also("outbox act", lambda: self._desk.answering.undo(outgoing_id))

    def send_now(self, outgoing_id: str) -> None:
        self._errands.also("outbox act", lambda: self._desk.answering.send_now(outgoing_id))

    def resend(self, outgoing_id: str) -> None:
        self._errands.also("outbox act", lambda: self._desk.answering.resend(outgoing_id))

    def discard(self, outgoing_id: str) -> None:
        self._errands.also("outbox act", lambda: self._desk.answering.discard(outgoing_id))

    def adopt(self, outgoing_id: str, post: str) -> None:
        self._errands.also("outbox act", lambda: self._desk.answering.adopt(outgoing_id, post))

    def _read(self) -> None:
        self._errands.anew("outbox", self._load)

    async def _load(self) -> None:
        self._view.show_items(await self._desk.store.outbox.open_items())

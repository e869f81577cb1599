"""What is on its way, kept true while it is looked at. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from incluinfo_desk.domain.events import OutgoingChanged
from incluinfo_desk.domain.outgoing import Outgoing
from incluinfo_desk.domain.problems import Problem, Trouble

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
        self._desk, self._view, self._on_problem = desk, view, on_problem
        self._end = desk.bus.subscribe(OutgoingChanged, lambda _: self._read())
        self._read()

    def end(self) -> None:
        self._end()
        self._desk.background.cancel("outbox")

    def undo(self, outgoing_id: str) -> None:
        self._do(self._desk.answering.undo(outgoing_id))

    def send_now(self, outgoing_id: str) -> None:
        self._do(self._desk.answering.send_now(outgoing_id))

    def resend(self, outgoing_id: str) -> None:
        self._do(self._desk.answering.resend(outgoing_id))

    def discard(self, outgoing_id: str) -> None:
        self._do(self._desk.answering.discard(outgoing_id))

    def adopt(self, outgoing_id: str, post: str) -> None:
        self._do(self._desk.answering.adopt(outgoing_id, post))

    def _read(self) -> None:
        self._desk.background.start("outbox", self._load(), replace=True)

    async def _load(self) -> None:
        try:
            self._view.show_items(await self._desk.store.outbox.open_items())
        except Trouble as trouble:
            self._on_problem(trouble.problem)

    def _do(self, work: Coroutine[Any, Any, Any]) -> None:
        self._desk.background.start("outbox act", self._done(work))

    async def _done(self, work: Coroutine[Any, Any, Any]) -> None:
        try:
            await work
        except Trouble as trouble:
            self._on_problem(trouble.problem)

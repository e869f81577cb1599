"""One answer to many, a key for each: whom, with which words, and what became of it. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from incluinfo_desk.domain.closing import Loop, LoopState
from incluinfo_desk.domain.conversation import Conversation, ConversationId
from incluinfo_desk.domain.events import ConversationsChanged, OutgoingChanged, PostsArrived
from incluinfo_desk.domain.oracle import Forecast
from incluinfo_desk.domain.problems import Problem
from incluinfo_desk.ui.errands import Errands

if TYPE_CHECKING:
    from incluinfo_desk.operations.desk import Desk


class People(Protocol):
    """Where the list comes from: the end of an incident, or a group of the same doubt."""

    async def loops(self) -> Sequence[Loop]: ...
    async def text_for(self, conversation: Conversation) -> str:
        """ "" while nobody has approved any words."""
        ...

    async def tell(self, conversation_id: ConversationId, text: str) -> object: ...


class OneEachView(Protocol):
    def show_loops(self, loops: Sequence[Loop]) -> None: ...
    def show_text(self, of: ConversationId, text: str, forecast: Forecast | None) -> None: ...
    def show_told(self, id: ConversationId) -> None: ...
    def open_manual(self, url: str, text: str) -> None: ...
    def say_problem(self, problem: Problem) -> None: ...


class OneEachPresenter:
    """Sends nothing but what a key asks for, and to one person at a time."""

    def __init__(self, desk: Desk, view: OneEachView, people: People) -> None:
        self._desk, self._view, self._people = desk, view, people
        self._errands = Errands(desk.background, view.say_problem)
        self._loops: dict[ConversationId, Loop] = {}
        self._chosen: ConversationId | None = None
        self._text = ""
        self._forecast: Forecast | None = None
        bus = desk.bus
        self._ends: list[Callable[[], None]] = [
            bus.subscribe(OutgoingChanged, lambda _: self.refresh()),
            bus.subscribe(ConversationsChanged, lambda _: self.refresh()),
            bus.subscribe(PostsArrived, lambda _: self.refresh()),
        ]

    def end(self) -> None:
        for end in self._ends:
            end()
        self._errands.drop("one each read", "one each text")

    def show(self, people: People) -> None:
        """Another list in the same view."""
        self._people, self._chosen, self._text = people, None, ""
        self._loops = {}
        self.refresh()

    def refresh(self) -> None:
        self._errands.anew("one each read", self._read)

    def choose(self, id: ConversationId | None) -> None:
        """The words for this person are worked out and shown."""
        if id != self._chosen:
            self._chosen, self._text, self._forecast = id, "", None
            self.write()

    def write(self) -> None:
        """The words anew, after other ones were approved."""
        self._errands.anew("one each text", self._write)

    def send(self) -> None:
        """Queue what is shown for the person who is shown; one press, one reply."""
        if self._ready:
            self._errands.once("one each send", self._send)

    def manual(self) -> None:
        """X's own page with the words, for what the API may not answer."""
        loop = self._loops.get(self._chosen) if self._chosen else None
        if loop is not None and self._text:
            url = self._desk.answering.intent_url(loop.conversation, self._text)
            self._view.open_manual(url, self._text)

    def mark(self) -> None:
        """The person was answered on X by hand."""
        if self._ready:
            self._errands.once("one each send", self._mark)

    @property
    def _ready(self) -> bool:
        loop = self._loops.get(self._chosen) if self._chosen else None
        return loop is not None and loop.state is LoopState.WAITING and bool(self._text)

    async def _read(self) -> None:
        found = {each.conversation.id: each for each in await self._people.loops()}
        for id, before in self._loops.items():
            # Who was answered leaves the source; in the list they stay, as told.
            found.setdefault(id, Loop(before.conversation, LoopState.TOLD))
        self._loops = found
        self._view.show_loops(tuple(found.values()))

    async def _write(self) -> None:
        loop = self._loops.get(self._chosen) if self._chosen else None
        if loop is None:
            return
        of, forecast = loop.conversation, None
        text = await self._people.text_for(of)
        if text and loop.state is LoopState.WAITING:
            forecast = await self._desk.answering.forecast(of.id, text)
        if self._chosen == of.id:
            self._text, self._forecast = text, forecast
            self._view.show_text(of.id, text, forecast)

    async def _send(self) -> None:
        id = self._chosen
        if id is None:
            return
        await self._people.tell(id, self._text)
        await self._read()
        self._view.show_told(id)

    async def _mark(self) -> None:
        id = self._chosen
        if id is None:
            return
        await self._desk.answering.mark_sent_by_hand(id, self._text)
        await self._read()
        self._view.show_told(id)

"""What the hoaxes place shows and does. No Qt."""

from __future__ import annotations

from asyncio import sleep, to_thread
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from incluinfo_desk.domain import events
from incluinfo_desk.domain.approval import Proposal
from incluinfo_desk.domain.conversation import ConversationId
from incluinfo_desk.domain.hoax import Advice, Hoax, in_order
from incluinfo_desk.domain.problems import NotAllowed, Problem, TooLong, Trouble
from incluinfo_desk.ui.errands import Errands, Work
from incluinfo_desk.ui.hoaxes.unsaved import NOTE, edited, over, pack, unpack

if TYPE_CHECKING:
    from incluinfo_desk.operations.desk import Desk


_REST = 1.0
"""Seconds after the last key until what is written is noted."""


class HoaxesView(Protocol):
    def show_hoaxes(self, hoaxes: Sequence[Hoax], today: date) -> None: ...
    def show_hoax(self, hoax: Hoax, advice: Advice | None) -> None: ...
    def show_check(self, problems: Sequence[Problem], parts: Sequence[str]) -> None: ...
    def show_saved(self, hoax: Hoax) -> None: ...
    def show_recovered(self, hoax: Hoax) -> None: ...
    def show_published(self, *, proposed: bool) -> None: ...
    def show_exported(self, count: int) -> None: ...
    def show_busy(self, busy: bool) -> None: ...
    def say_problem(self, problem: Problem) -> None: ...


class HoaxesPresenter:
    """Keeps one :class:`HoaxesView` in step with the desk."""

    def __init__(self, desk: Desk, view: HoaxesView) -> None:
        self._desk, self._view = desk, view
        self._errands = Errands(desk.background, view.say_problem)
        self._hoaxes: tuple[Hoax, ...] = ()
        self._asked_by: ConversationId | None = None
        self._taken_up: Proposal | None = None
        self._stored: Hoax | None = None
        """What the entry on the screen was when it was opened."""
        self._unsaved: dict[str, Hoax] = {}
        """What is written and not saved, by entry: it stays when another is chosen."""
        bus = desk.bus
        self._ends: list[Callable[[], None]] = [
            bus.subscribe(events.HoaxesChanged, lambda _: self.refresh()),
            bus.subscribe(events.OutgoingChanged, self._on_outgoing),
            bus.subscribe(events.PostsArrived, lambda _: self.refresh()),
        ]

    def start(self) -> None:
        self._errands.also("hoaxes recover", self._recover)
        self.refresh()

    async def flush(self) -> None:
        """Note what is unsaved, before the desk closes."""
        self._errands.drop("hoaxes keep")
        await self._keep(0)

    def discard(self, hoax_id: str) -> None:
        """Let go of what is written and not saved of one entry."""
        self._forget(hoax_id)
        if self._stored is not None and self._stored.id == hoax_id:
            self._view.show_hoax(self._stored, None)
            if self._stored.revision:
                self.open(hoax_id)

    def end(self) -> None:
        for end in self._ends:
            end()

    def refresh(self) -> None:
        self._errands.anew("hoaxes refresh", self._read)

    def open(self, hoax_id: str) -> None:
        self._asked_by = self._taken_up = None
        self._errands.anew("hoax read", lambda: self._open(hoax_id))

    def open_new(self) -> None:
        self._asked_by = self._taken_up = None
        known = {hoax.id for hoax in self._hoaxes}
        begun = [hoax for hoax in self._unsaved.values() if hoax.id not in known]
        blank = self._desk.rebutting.blank()
        if begun:
            self._show(replace(blank, id=begun[-1].id), None)
        else:
            self._show(blank, None)

    def open_from(self, conversation_id: ConversationId) -> None:
        """The known hoax that a conversation tells, else a new entry that begins with it."""
        self._errands.anew("hoax read", lambda: self._from(conversation_id))

    def take_up(self, proposal: Proposal) -> None:
        """A rebuttal came back: its entry again, for its author to change."""
        self.open(proposal.subject)
        self._taken_up = proposal

    def check(self, hoax: Hoax) -> None:
        """Say what is wrong with the entry as it is written, and keep what is written."""
        if self._stored is not None and self._stored.id == hoax.id:
            if edited(hoax, self._stored):
                self._unsaved[hoax.id] = hoax
                self._errands.anew("hoaxes keep", lambda: self._keep(_REST))
            elif hoax.id in self._unsaved:
                self._forget(hoax.id)
        whole = self._desk.rebutting.parts(hoax, in_parts=False)
        problems = self._desk.rebutting.check(hoax, whole)
        parts = whole
        if any(isinstance(each, TooLong) for each in problems):
            parts = self._desk.rebutting.parts(hoax, in_parts=True)
        self._view.show_check(problems, parts)

    def save(self, hoax: Hoax) -> None:
        self._run(lambda: self._save(hoax))

    def publish(self, hoax: Hoax, *, in_parts: bool) -> None:
        """Keep the entry as it stands on the screen, then say it; nothing runs twice at a time."""
        self._run(lambda: self._publish(hoax, in_parts))

    def archive(self, hoax: Hoax, *, archived: bool) -> None:
        self._run(lambda: self._archive(hoax.id, archived))

    def export(self, hoax_id: str, folder: Path) -> None:
        self._run(lambda: self._export(hoax_id, folder))

    # --- inside ----------------------------------------------------------------------------

    def _run(self, work: Work) -> None:
        self._errands.once("hoax work", lambda: self._busily(work))

    async def _busily(self, work: Work) -> None:
        self._view.show_busy(True)
        try:
            await work()
        finally:
            self._view.show_busy(False)
            self.refresh()

    def _on_outgoing(self, event: events.OutgoingChanged) -> None:
        if event.conversation is None:
            self.refresh()

    def _today(self) -> date:
        return self._desk.clock.now().astimezone(UTC).date()

    async def _read(self) -> None:
        self._hoaxes = tuple(in_order(await self._desk.store.hoaxes.all()))
        self._view.show_hoaxes(self._hoaxes, self._today())

    async def _open(self, hoax_id: str) -> None:
        hoax = await self._desk.store.hoaxes.get(hoax_id)
        if hoax is None:
            raise Trouble(NotAllowed("hoax", "", ""))
        advice = await self._desk.rebutting.advice(hoax)
        self._show(hoax, advice)

    def _show(self, stored: Hoax, advice: Advice | None) -> None:
        """An entry, with what was written into it and not saved."""
        self._stored = stored
        written = self._unsaved.get(stored.id)
        self._view.show_hoax(over(stored, written) if written is not None else stored, advice)
        if written is not None:
            self._view.show_recovered(stored)

    def _forget(self, hoax_id: str) -> None:
        if self._unsaved.pop(hoax_id, None) is not None:
            self._errands.anew("hoaxes keep", lambda: self._keep(0))

    async def _keep(self, after: float) -> None:
        await sleep(after)
        await self._desk.store.notes.set(NOTE, pack(self._unsaved))

    async def _recover(self) -> None:
        found = unpack(await self._desk.store.notes.get(NOTE))
        self._unsaved = {**found, **self._unsaved}

    async def _from(self, conversation_id: ConversationId) -> None:
        of = await self._desk.store.conversations.get(conversation_id)
        offer = await self._desk.suggesting.for_conversation(conversation_id)
        if of is None:
            return
        if offer.hoax is not None:
            await self._open(offer.hoax.hoax.id)
            return
        self._asked_by = conversation_id
        self._show(self._desk.rebutting.blank(of.last_text), None)

    async def _save(self, hoax: Hoax) -> Hoax:
        saved = await self._desk.rebutting.save(hoax)
        self._stored = saved
        self._forget(saved.id)
        if self._asked_by is not None:
            await self._desk.rebutting.link(self._asked_by, saved.id)
            self._asked_by = None
        self._view.show_saved(saved)
        return saved

    async def _publish(self, hoax: Hoax, in_parts: bool) -> None:
        stored = await self._desk.store.hoaxes.get(hoax.id)
        if stored is None or replace(hoax, askers=stored.askers, seen=stored.seen) != stored:
            hoax = await self._save(hoax)
        replaces = self._taken_up.id if self._taken_up is not None else None
        said = await self._desk.rebutting.publish(hoax.id, in_parts=in_parts, replaces=replaces)
        self._taken_up = None
        self._view.show_published(proposed=isinstance(said, Proposal))

    async def _export(self, hoax_id: str, folder: Path) -> None:
        from incluinfo_desk.operations.hoax_export import export

        hoax = await self._desk.store.hoaxes.get(hoax_id)
        if hoax is not None:
            made = await to_thread(export, hoax, folder, self._desk.clock.now())
            self._view.show_exported(len(made))

    async def _archive(self, hoax_id: str, archived: bool) -> None:
        self._view.show_saved(await self._desk.rebutting.archive(hoax_id, archived=archived))

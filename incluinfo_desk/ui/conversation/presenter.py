"""One conversation: its thread, what of ours is on its way, and what may be done. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from incluinfo_desk.domain import events
from incluinfo_desk.domain.conversation import (
    CloseReason,
    Conversation,
    ConversationId,
    State,
)
from incluinfo_desk.domain.outgoing import Outgoing, OutgoingState
from incluinfo_desk.domain.plain_text import OFFICIAL_ACCOUNTS
from incluinfo_desk.domain.post import AccountId
from incluinfo_desk.domain.problems import Problem, Trouble

if TYPE_CHECKING:
    from incluinfo_desk.operations.desk import Desk
    from incluinfo_desk.operations.forget_person import PersonReport
    from incluinfo_desk.store.conversations import StoredPost

_NOT_SHOWN = frozenset({OutgoingState.SENT, OutgoingState.CANCELLED})
"""SENT stands in the thread as a post of ours; CANCELLED is back in the editor."""


@dataclass(frozen=True, slots=True)
class Shown:
    """All a conversation pane shows at one moment."""

    conversation: Conversation
    posts: tuple[StoredPost, ...]
    outgoing: tuple[Outgoing, ...]
    me: str
    """Initials of the officer at this desk."""
    accounts: tuple[str, ...] = OFFICIAL_ACCOUNTS
    """Official accounts; who only looks like one of them is flagged."""


def visible(shown: Shown, most: int) -> tuple[StoredPost, ...]:
    """At most ``most`` posts of the thread in their order: this citizen's and ours first.

    Below a broadcast of ours hundreds write in one thread; they are other conversations.
    """
    if len(shown.posts) <= most:
        return shown.posts
    of = shown.conversation

    def rank(number: int) -> tuple[bool, int]:
        stored = shown.posts[number]
        known = stored.ours or stored.post.author.id == of.citizen.id
        return not known, -number

    chosen = sorted(sorted(range(len(shown.posts)), key=rank)[:most])
    return tuple(shown.posts[number] for number in chosen)


def last_reply(shown: Shown) -> str:
    """What we answered this citizen last: public already, or on its way; "" for nothing."""
    if shown.outgoing:
        return shown.outgoing[-1].text
    theirs = {p.post.id for p in shown.posts if p.post.author.id == shown.conversation.citizen.id}
    ours = [p.post for p in shown.posts if p.ours and p.post.in_reply_to in theirs]
    return ours[-1].text if ours else ""


class ConversationView(Protocol):
    def show_nothing(self) -> None: ...
    def show_loading(self) -> None: ...
    def show_conversation(self, shown: Shown) -> None: ...
    def show_failure(self, problem: Problem) -> None: ...
    def say_problem(self, problem: Problem) -> None: ...
    def say_done(self, what: str) -> None: ...
    def say_forgotten(self, report: PersonReport) -> None: ...


class ConversationPresenter:
    """Shows the conversation that was opened last, and keeps it true."""

    def __init__(self, desk: Desk, view: ConversationView) -> None:
        self._desk, self._view = desk, view
        self._id: ConversationId | None = None
        self._shown: Shown | None = None
        bus = desk.bus
        self._ends: list[Callable[[], None]] = [
            bus.subscribe(events.PostsArrived, lambda e: self._on(e.conversations)),
            bus.subscribe(events.ConversationsChanged, lambda e: self._on(e.conversations)),
            bus.subscribe(events.OutgoingChanged, lambda e: self._on((e.conversation,))),
        ]

    @property
    def shown(self) -> Shown | None:
        return self._shown

    def open(self, id: ConversationId | None) -> None:
        if id == self._id:
            return
        self._id, self._shown = id, None
        if id is None:
            self._desk.background.cancel("conversation")
            self._view.show_nothing()
            return
        self._read()

    def reload(self) -> None:
        if self._id is not None:
            self._read()

    def end(self) -> None:
        for end in self._ends:
            end()

    # --- what the person does --------------------------------------------------------------

    def take_or_release(self) -> None:
        if self._shown is None:
            return
        of, triage = self._shown.conversation, self._desk.triage
        mine = of.holder == self._shown.me and of.state is not State.NEW
        self._do("released" if mine else "taken", (triage.release if mine else triage.take)(of.id))

    def consult(self) -> None:
        if self._id is not None:
            self._do("consulted", self._desk.triage.consult(self._id))

    def close(self, reason: CloseReason) -> None:
        if self._id is not None:
            self._do("closed", self._desk.triage.close(self._id, reason))

    def reopen(self) -> None:
        if self._id is not None:
            self._do("reopened", self._desk.triage.reopen(self._id))

    def hide(self, rule: str) -> None:
        if self._id is not None:
            self._do("hidden", self._desk.triage.hide(self._id, rule))

    def set_topic(self, topic: str | None) -> None:
        if self._id is not None:
            self._do("topic", self._desk.triage.set_topic(self._id, topic))

    def not_hoax(self) -> None:
        """It only looked like a known hoax."""
        if self._shown is not None and self._shown.conversation.hint.hoax_id:
            self._do("not_hoax", self._desk.rebutting.unlink(self._shown.conversation.id))

    def delete_repeated(self) -> None:
        if self._id is not None:
            self._do("deleting", self._desk.triage.delete_repeated(self._id))

    def undo(self, outgoing_id: str) -> None:
        self._do("undone", self._desk.answering.undo(outgoing_id))

    def send_now(self, outgoing_id: str) -> None:
        self._do("hurried", self._desk.answering.send_now(outgoing_id))

    def resend(self, outgoing_id: str) -> None:
        self._do("resent", self._desk.answering.resend(outgoing_id))

    def discard(self, outgoing_id: str) -> None:
        self._do("discarded", self._desk.answering.discard(outgoing_id))

    def adopt(self, outgoing_id: str, post: str) -> None:
        self._do("adopted", self._desk.answering.adopt(outgoing_id, post))

    def by_hand(self, text: str) -> str:
        """Address of X's own composer with ``text`` in it; the officer marks it as sent."""
        assert self._shown is not None  # noqa: S101 - asked for by what is shown
        return self._desk.answering.intent_url(self._shown.conversation, text)

    def forget_person(self, who: AccountId) -> None:
        """Erase all of ``who``; the person confirmed it for this very account."""
        self._desk.background.start("conversation act", self._forgotten(who))

    # --- inside ----------------------------------------------------------------------------

    def _on(self, ids: tuple[ConversationId | None, ...]) -> None:
        if self._id is not None and self._id in ids:
            self._read()

    def _read(self) -> None:
        self._desk.background.start("conversation", self._load(), replace=True)

    async def _load(self) -> None:
        id = self._id
        if id is None:
            return
        store = self._desk.store
        try:
            conversation = await store.conversations.get(id)
            if conversation is None:
                self._view.show_nothing()
                return
            posts = await store.conversations.thread(id)
            outgoing = await store.outbox.for_conversation(id)
        except Trouble as trouble:
            self._view.show_failure(trouble.problem)
            return
        shown = Shown(
            conversation,
            tuple(posts),
            tuple(each for each in outgoing if each.state not in _NOT_SHOWN),
            self._desk.settings.officer_initials,
            self._accounts(),
        )
        if shown != self._shown:
            self._shown = shown
            self._view.show_conversation(shown)

    def _accounts(self) -> tuple[str, ...]:
        us = self._desk.watch.account
        own = (us.handle,) if us is not None else ()
        return tuple(dict.fromkeys((*own, *OFFICIAL_ACCOUNTS)))

    def _do(self, what: str, work: Coroutine[Any, Any, Any]) -> None:
        self._desk.background.start("conversation act", self._done(what, work))

    async def _done(self, what: str, work: Coroutine[Any, Any, Any]) -> None:
        try:
            await work
        except Trouble as trouble:
            self._view.say_problem(trouble.problem)
        else:
            self._view.say_done(what)

    async def _forgotten(self, who: AccountId) -> None:
        try:
            report = await self._desk.forgetting.forget(who)
        except Trouble as trouble:
            self._view.say_problem(trouble.problem)
        else:
            self._view.say_forgotten(report)

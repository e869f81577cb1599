"""The reply being written: draft kept, checked, sent; what is proposed beside it. No Qt."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, Protocol

from incluinfo_desk.domain import events
from incluinfo_desk.domain.conversation import Conversation, ConversationId
from incluinfo_desk.domain.faq import FaqEntry
from incluinfo_desk.domain.problems import (
    AlreadyQueued,
    NotOffered,
    Problem,
    Trouble,
)
from incluinfo_desk.domain.reply import Draft, quick_reply
from incluinfo_desk.ui.editor.outlook import Check as Check
from incluinfo_desk.ui.editor.outlook import Outlook

if TYPE_CHECKING:
    from incluinfo_desk.domain.suggestion.content import RejectEntry
    from incluinfo_desk.operations.desk import Desk
    from incluinfo_desk.operations.offers import Offer

Sending = Coroutine[Any, Any, str]

QUIET = 1.0
"""Seconds after the last key until the draft is on disk (PRD-3)."""
LONGEST = 1.0
"""Seconds of uninterrupted typing after which it is written all the same: a kill at any
moment costs at most the last second. One small write on the store's thread."""


class EditorView(Protocol):
    def show_closed(self) -> None: ...
    def show_switching(self) -> None: ...
    def show_text(self, text: str, cursor: int) -> None: ...
    def show_check(self, check: Check) -> None: ...
    def show_offer(
        self,
        offer: Offer | None,
        conversation: Conversation | None,
        redirect: RejectEntry | None,
    ) -> None: ...
    def insert(self, text: str) -> None: ...
    def show_sending(self, busy: bool) -> None: ...
    def say_problem(self, problem: Problem) -> None: ...
    def say_sent(self, how: str) -> None: ...
    def ask_again(self) -> None: ...
    def open_manual(self, url: str, text: str) -> None: ...


class EditorPresenter:
    """Holds the text of one conversation at a time; a draft never moves to another."""

    def __init__(self, desk: Desk, view: EditorView) -> None:
        self._desk, self._view = desk, view
        self._conversation: Conversation | None = None
        self._text, self._cursor = "", 0
        self._faq_id: str | None = None
        self._offer: Offer | None = None
        self._outlook = Outlook(desk, self._check, view.say_problem)
        self._unsaved_since: float | None = None
        self._stored = ("", 0)
        """Text and cursor as the store is known to have them."""
        self._last_key = 0.0
        self._sending = False
        bus = desk.bus
        self._ends: list[Callable[[], None]] = [
            bus.subscribe(events.OutgoingChanged, self._on_outgoing),
            bus.subscribe(events.ConversationsChanged, self._on_conversations),
            bus.subscribe(events.PostsArrived, self._on_conversations),
            bus.subscribe(events.FaqChanged, lambda _: self._suggest()),
            bus.subscribe(events.RedirectsChanged, lambda _: self._suggest()),
            bus.subscribe(events.SettingsChanged, lambda _: self._settings_changed()),
        ]

    @property
    def conversation(self) -> Conversation | None:
        return self._conversation

    @property
    def offer(self) -> Offer | None:
        return self._offer

    def open(self, id: ConversationId | None) -> None:
        """Write for ``id`` from now on; what was written for another is saved first."""
        if self._conversation is not None and id == self._conversation.id:
            return
        self._keep_now()
        self._conversation, self._offer = None, None
        self._text, self._cursor, self._faq_id = "", 0, None
        self._view.show_offer(None, None, None)
        if id is None:
            self._view.show_closed()
        else:
            self._view.show_switching()
            self._desk.background.start("editor", self._load(id), replace=True)

    def bring_back(self, outgoing_id: str) -> None:
        """Put the text of a refused answer into the editor; never over what stands there."""
        if self._text.strip():
            self._view.say_sent("half_written")
        else:
            self._desk.background.start("bring back", self._bring_back(outgoing_id))

    async def _bring_back(self, outgoing_id: str) -> None:
        try:
            draft = await self._desk.answering.rewrite(outgoing_id)
        except Trouble as trouble:
            self._view.say_problem(trouble.problem)
            return
        of = self._conversation
        if of is not None and of.id == draft.conversation_id:
            self._show_draft(draft)

    def end(self) -> None:
        for end in self._ends:
            end()

    def keep(self) -> None:
        """The person turns to another place: save now rather than in a second."""
        self._keep_now()

    async def flush(self) -> None:
        """Save what is not saved; before the desk closes.

        Closing cancels tasks, and a write that has not begun is then never done: what is
        being sent or saved is waited for, and what no save has confirmed is saved again.
        """
        for task in ("send", "draft of before"):
            await self._desk.background.settle(task)
        draft = self._draft()
        if draft is not None and (draft.text, draft.cursor) != self._stored:
            self._unsaved_since = None
            await self._desk.answering.save_draft(draft)

    # --- what the person does --------------------------------------------------------------

    def write(self, text: str, cursor: int) -> None:
        """Each change of the text or the cursor."""
        if self._conversation is None:
            return
        changed, self._cursor = text != self._text, cursor
        self._text = text
        if not changed:
            return
        now = asyncio.get_running_loop().time()
        self._last_key = now
        self._unsaved_since = now if self._unsaved_since is None else self._unsaved_since
        self._check()
        if not self._desk.background.running("draft"):
            self._desk.background.start("draft", self._autosave())

    def insertion(self, place: int, language: str = "") -> str | None:
        """What the suggestion at ``place`` (from 0) puts at the cursor; None without one.

        ``language``: another version of it than the one on the card, as easy read.
        """
        entry = self.suggested(place)
        if entry is not None and language:
            entry = self._desk.suggesting.entry(entry.id, language)
        if entry is None or self._conversation is None:
            return None
        self._faq_id = entry.id
        if self._text.strip():
            return entry.rendered()
        return quick_reply(entry.rendered(), self._conversation.citizen.name, entry.language)

    def send(self, *, again: bool = False) -> None:
        """``again`` says knowingly that a post already answered gets a further answer."""
        of = self._conversation
        if of is None or self._sending:
            return
        problems = self._outlook.check(self._text).problems
        if problems:
            self._view.say_problem(problems[0])
            return
        self._send(self._reply(of.id, self._text, self._cursor, again=again), again=again)

    def answer_with_incident(self) -> None:
        """Put what we say about the open incident at the cursor; a person still sends it."""
        if self._conversation is not None:
            self._desk.background.start("incident reply", self._incident(self._conversation))

    async def _incident(self, of: Conversation) -> None:
        try:
            incidents = await self._desk.store.incidents.all(open_only=True)
            asked = [each for each in incidents if each.id == of.hint.incident_id] or incidents
            if not asked:
                self._view.say_sent("no_incident")
                return
            text = await self._desk.broadcasting.reply_for(asked[0], of)
        except Trouble as trouble:
            self._view.say_problem(trouble.problem)
            return
        if self._conversation is of:
            self._view.insert(text)

    def one_click(self) -> None:
        """Send the sure suggestion at once; never over a text half written."""
        of = self._conversation
        if of is None or self._sending:
            return
        if self._text.strip():
            self._view.say_sent("half_written")
        elif self._offer is not None and self._offer.hoax is not None and self._offer.hoax.answer:
            self._send(self._reply(of.id, self._offer.hoax.answer, 0, again=False))
        elif self._offer is None or self._offer.one_click is None:
            why = self._offer.why_not if self._offer is not None else None
            if why is not None:
                self._view.say_problem(NotOffered(why.value))
            else:
                self._view.say_sent("nothing_sure")
        else:
            self._send(self._one_click(of, self._offer.one_click.id, self._offer))

    def manual(self) -> None:
        """Hand the text to X's own page, where a person sends it."""
        of = self._conversation
        if of is not None:
            public = self._outlook.check(self._text).public
            self._view.open_manual(self._desk.answering.intent_url(of, public), public)

    def mark_sent(self) -> None:
        of = self._conversation
        if of is not None and not self._sending:
            self._send(self._mark_sent(of.id, self._text))

    # --- inside ----------------------------------------------------------------------------

    async def _load(self, id: ConversationId) -> None:
        store = self._desk.store
        try:
            conversation = await store.conversations.get(id)
            if conversation is None:
                return
            draft = await self._desk.answering.draft(id)
            await self._outlook.read(conversation)
        except Trouble as trouble:
            self._view.say_problem(trouble.problem)
            return
        self._conversation = conversation
        self._show_draft(draft)
        await self._read_offer()

    def _show_draft(self, draft: Draft | None) -> None:
        self._text = draft.text if draft is not None else ""
        self._cursor = draft.cursor if draft is not None else 0
        self._faq_id = draft.faq_id if draft is not None else None
        self._unsaved_since = None
        self._stored = (self._text, self._cursor)
        self._view.show_text(self._text, self._cursor)
        self._check()
        if self._text.strip():
            self._desk.background.start("outlook", self._outlook.count(self._text), replace=True)

    def _suggest(self) -> None:
        if self._conversation is not None:
            self._desk.background.start("offer", self._read_offer(), replace=True)

    async def _read_offer(self) -> None:
        of = self._conversation
        if of is None:
            return
        if of.veiled(self._desk.clock.now()):
            # Nobody answers words that may have been taken back.
            self._offer = None
            self._view.show_offer(None, of, None)
            return
        try:
            offer = await self._desk.suggesting.for_conversation(of.id)
        except Trouble as trouble:
            self._view.say_problem(trouble.problem)
            return
        redirect = None
        if offer.ranking.redirect is not None:
            redirect = await self._desk.edit_redirects.of(offer.ranking.redirect)
        if self._conversation is of:
            self._offer = offer
            self._view.show_offer(offer, of, redirect)

    def suggested(self, place: int = 0) -> FaqEntry | None:
        """The entry that stands at ``place`` (from 0) beside the reply, if one does."""
        if self._offer is None or place >= len(self._offer.ranking.suggestions):
            return None
        return self._offer.entries.get(self._offer.ranking.suggestions[place].faq_id)

    def _settings_changed(self) -> None:
        self._check()
        if self._conversation is not None:
            follow = self._outlook.follow(self._conversation)
            self._desk.background.start("outlook facts", follow, replace=True)
        if self._text.strip():
            self._desk.background.start("outlook", self._outlook.count(self._text), replace=True)

    def _check(self) -> None:
        if self._conversation is not None:
            self._view.show_check(self._outlook.check(self._text))

    # --- drafts ------------------------------------------------------------------------------

    def _draft(self) -> Draft | None:
        of = self._conversation
        if of is None:
            return None
        return Draft(
            conversation_id=of.id,
            text=self._text,
            cursor=self._cursor,
            target_id=of.last_post_id,
            updated_at=self._desk.clock.now(),
            faq_id=self._faq_id,
        )

    async def _autosave(self) -> None:
        loop = asyncio.get_running_loop()
        while self._unsaved_since is not None:
            wait = min(self._last_key + QUIET, self._unsaved_since + LONGEST) - loop.time()
            if wait > 0:
                await asyncio.sleep(wait)
                continue
            draft = self._draft()
            self._unsaved_since = None
            if draft is not None:
                await self._save(draft)
                # Beside it: what is advised must never hold up what is kept.
                count = self._outlook.count(self._text)
                self._desk.background.start("outlook", count, replace=True)

    def _keep_now(self) -> None:
        draft = self._draft()
        if draft is not None and self._unsaved_since is not None:
            self._unsaved_since = None
            self._desk.background.start("draft of before", self._save(draft))

    async def _save(self, draft: Draft) -> None:
        try:
            await self._desk.answering.save_draft(draft)
        except Trouble as trouble:
            self._view.say_problem(trouble.problem)
            return
        if self._conversation is not None and self._conversation.id == draft.conversation_id:
            self._stored = (draft.text, draft.cursor)

    # --- sending -----------------------------------------------------------------------------

    def _send(self, work: Sending, *, again: bool = False) -> None:
        self._sending = True
        self._unsaved_since = None
        self._view.show_sending(True)
        self._desk.background.start("send", self._finish(work, again))

    async def _finish(self, work: Sending, again: bool) -> None:
        of = self._conversation
        try:
            how = await work
        except Trouble as trouble:
            asked = again or not self._text.strip()
            if isinstance(trouble.problem, AlreadyQueued) and not asked:
                self._view.ask_again()
            else:
                self._view.say_problem(trouble.problem)
            # Still only on the screen: the draft is written again.
            self._unsaved_since = asyncio.get_running_loop().time() - LONGEST
            self._keep_now()
        else:
            if self._conversation is of:
                self._text, self._cursor, self._faq_id = "", 0, None
                self._stored = ("", 0)
                self._view.show_text("", 0)
                self._check()
            self._view.say_sent(how)
        finally:
            self._sending = False
            self._view.show_sending(False)

    async def _reply(
        self,
        id: ConversationId,
        text: str,
        cursor: int,
        *,
        again: bool,
    ) -> str:
        await self._desk.answering.reply(
            id,
            text,
            faq_id=self._faq_id,
            cursor=cursor,
            again=again,
        )
        return "queued"

    async def _one_click(self, of: Conversation, faq_id: str, offer: Offer) -> str:
        # The list is on the screen before the operations are imported.
        from incluinfo_desk.operations.answer import Shown

        await self._desk.answering.one_click(of.id, faq_id, Shown(of, offer))
        return "queued"

    async def _mark_sent(self, id: ConversationId, text: str) -> str:
        await self._desk.answering.mark_sent_by_hand(id, text)
        return "by_hand"

    # --- events ------------------------------------------------------------------------------

    def _on_outgoing(self, event: events.OutgoingChanged) -> None:
        """An undo brings the text back; it may also have been pressed in another pane."""
        of = self._conversation
        if of is None:
            return
        self._desk.background.start("outlook facts", self._outlook.follow(of), replace=True)
        if event.conversation == of.id and not self._text.strip():
            self._desk.background.start("draft back", self._draft_back(of), replace=True)

    async def _draft_back(self, of: Conversation) -> None:
        draft = await self._desk.answering.draft(of.id)
        if self._conversation is of and draft is not None and not self._text.strip():
            self._show_draft(draft)

    def _on_conversations(self, event: events.ConversationsChanged | events.PostsArrived) -> None:
        of = self._conversation
        if of is not None and of.id in event.conversations:
            self._desk.background.start("editor follow", self._follow(of), replace=True)

    async def _follow(self, of: Conversation) -> None:
        """The citizen wrote again, or somebody moved it: what a reply answers may be another."""
        now = await self._desk.store.conversations.get(of.id)
        if now is None or self._conversation is not of:
            return
        asked, moved = now.last_text != of.last_text, now.state is not of.state
        asked = asked or now.seen_at != of.seen_at  # X was asked again: the veil is lifted
        asked = asked or now.hint.hoax_id != of.hint.hoax_id
        self._conversation = now
        await self._outlook.follow(now)
        if asked or moved:
            await self._read_offer()

"""From the editor to the outbox: every refusal beside the text, then one transaction."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from urllib.parse import urlencode
from uuid import uuid4

from incluinfo_desk.bus import Bus
from incluinfo_desk.domain import disclaimer, oracle
from incluinfo_desk.domain.conversation import Conversation, ConversationId, State
from incluinfo_desk.domain.eligibility import may_reply
from incluinfo_desk.domain.events import ConversationsChanged, OutgoingChanged
from incluinfo_desk.domain.faq import FaqEntry
from incluinfo_desk.domain.oracle import Facts, Forecast, Window
from incluinfo_desk.domain.outgoing import LIVE, Kind, Outgoing, OutgoingState
from incluinfo_desk.domain.post import AccountId, Post, PostId
from incluinfo_desk.domain.privacy import mask
from incluinfo_desk.domain.problems import (
    EmptyText,
    MayNotReply,
    NotAllowed,
    NotOffered,
    Problem,
    TargetGone,
    TooLateToUndo,
    Trouble,
)
from incluinfo_desk.domain.reply import Draft, check_reply, quick_reply
from incluinfo_desk.operations.offers import Offer
from incluinfo_desk.operations.ports import Clock, Quota
from incluinfo_desk.operations.spending import Spending
from incluinfo_desk.operations.suggesting import Suggesting
from incluinfo_desk.store.grounds import Grounds
from incluinfo_desk.store.store import Store

NOT_SUGGESTED = "not_suggested"
"""``NotOffered.why`` when the entry does not stand among the suggestions shown."""
_UNSAID = frozenset(
    {OutgoingState.REFUSED, OutgoingState.CANCELLED, OutgoingState.ANSWERED_ELSEWHERE}
)
_STATUS = re.compile(r"(?:/status(?:es)?/)?(\d{1,25})(?:[/?#].*)?\Z")


@dataclass(frozen=True, slots=True)
class Shown:
    """What an officer saw when the key was pressed."""

    conversation: Conversation
    offer: Offer


class _Moved(Exception):
    """The citizen wrote again between the look and the key."""


class Answering:
    """Queues what officers decide to say. Nothing here talks to the channel."""

    def __init__(
        self,
        *,
        store: Store,
        suggesting: Suggesting,
        bus: Bus,
        clock: Clock,
        undo_seconds: Callable[[], float],
        officer: Callable[[], str],
        our_id: Callable[[], AccountId | None],
        enterprise: Callable[[], bool] = lambda: False,
        spending: Spending | None = None,
        quotas: Callable[[], Mapping[str, Quota]] = dict,
        disclaimer: Callable[[], str] = str,
    ) -> None:
        self._store = store
        self._suggesting = suggesting
        self._bus = bus
        self._clock = clock
        self._undo_seconds = undo_seconds
        self._officer = officer
        self._our_id = our_id
        self._enterprise = enterprise
        self._spending = spending or Spending(store=store, clock=clock)
        self._quotas = quotas
        self._disclaimer = disclaimer

    # --- before the key -------------------------------------------------------------------

    def check(self, conversation: Conversation, text: str) -> list[Problem]:
        """Why this text may not be sent as it stands, the gravest first. Pure and quick."""
        return check_reply(text, self._suggesting.official)

    async def may_answer(self, conversation_id: ConversationId) -> Problem | None:
        """Why the API may not answer this citizen, before anything is written."""
        return self._obstacle(_found(await self._grounds(conversation_id)))

    async def facts(self, conversation_id: ConversationId) -> Facts:
        """All that the oracle must know, but for the text. Raises Trouble(TargetGone)."""
        return self._facts(_found(await self._grounds(conversation_id)))

    async def forecast(self, conversation_id: ConversationId, text: str) -> Forecast:
        """What would become of ``text`` as the answer, told before the key is pressed."""
        facts = await self.facts(conversation_id)
        public = facts.public(text)
        return oracle.forecast(facts, public, await self.times_sent(public))

    async def times_sent(self, text: str) -> int:
        """How often this same text went out lately (:data:`~.oracle.OFTEN_WITHIN`)."""
        if not text.strip():
            return 0
        since = self._clock.now() - oracle.OFTEN_WITHIN
        return await self._store.outbox.same_text_since(text, since)

    # --- saying something -----------------------------------------------------------------

    async def reply(
        self,
        conversation_id: ConversationId,
        text: str,
        faq_id: str | None = None,
        cursor: int | None = None,
        *,
        again: bool = False,
    ) -> Outgoing:
        """Queue ``text`` as the answer to the citizen's latest post and clear the draft.

        ``again`` says knowingly that this is a further answer to a post already answered.
        Raises Trouble: what :meth:`check` says, what :meth:`forecast` refuses, AlreadyQueued.
        """
        items = await self.reply_in_parts(
            conversation_id, [text], faq_id=faq_id, cursor=cursor, again=again
        )
        return items[0]

    async def reply_in_parts(
        self,
        conversation_id: ConversationId,
        parts: Sequence[str],
        *,
        faq_id: str | None = None,
        cursor: int | None = None,
        again: bool = False,
    ) -> tuple[Outgoing, ...]:
        """Queue an answer split by the officer; each part waits until the one before is out."""
        return await self._queue(conversation_id, parts, faq_id, cursor, again=again)

    async def one_click(
        self,
        conversation_id: ConversationId,
        faq_id: str,
        shown: Shown | None = None,
    ) -> Outgoing:
        """Queue a suggested answer as it stands, greeting the citizen by name where it fits.

        The entry must be among the suggestions shown for this conversation and offerable
        today: ``shown`` is what the window shows, and is asked for anew when the citizen
        wrote again or the entry was edited since. Raises Trouble(NotOffered) beside what
        :meth:`reply` raises.
        """
        if shown is not None and faq_id in shown.offer.entries:
            entry = shown.offer.entries[faq_id]
            if entry == self._suggesting.entry(faq_id, shown.offer.ranking.language):
                try:
                    return await self._click(shown.conversation, entry, seen=True)
                except _Moved:
                    pass
        conversation = await self._get(conversation_id)
        offer = await self._suggesting.for_conversation(conversation_id)
        found = offer.entries.get(faq_id)
        if found is None:
            raise Trouble(NotOffered(NOT_SUGGESTED))
        return await self._click(conversation, found, seen=False)

    async def _click(self, conversation: Conversation, entry: FaqEntry, *, seen: bool) -> Outgoing:
        why_not = self._suggesting.not_offerable(entry)
        if why_not is not None:
            raise Trouble(NotOffered(why_not.value))
        text = quick_reply(entry.rendered(), conversation.citizen.name, entry.language)
        target = conversation.last_post_id if seen else None
        items = await self._queue(
            conversation.id, [text], entry.id, None, seen=target, shorter=entry.rendered()
        )
        return items[0]

    async def _queue(
        self,
        conversation_id: ConversationId,
        parts: Sequence[str],
        faq_id: str | None,
        cursor: int | None,
        *,
        again: bool = False,
        seen: PostId | None = None,
        shorter: str | None = None,
    ) -> tuple[Outgoing, ...]:
        """Decide on what stands in the store and commit, in one transaction (PRD-1).

        What needs only the text is checked before it. Where the disclaimer leaves no room
        for the last part, ``shorter`` is said in its place. Raises :class:`_Moved` when the
        citizen's latest post is not ``seen``.
        """
        if not parts:
            raise Trouble(EmptyText())
        for part in parts:
            for problem in check_reply(part, self._suggesting.official):
                raise Trouble(problem)

        def decide(found: Grounds | None) -> list[Outgoing]:
            grounds = _found(found)
            if seen is not None and grounds.conversation.last_post_id != seen:
                raise _Moved
            facts = self._facts(grounds)
            items: list[Outgoing] = []
            for part in (*parts[:-1], self._last_part(facts, parts[-1], shorter)):
                for problem in oracle.forecast(facts, part).refusals:
                    raise Trouble(problem)
                items.append(self._outgoing(grounds.conversation, part, faq_id, cursor, items))
            return items

        month = self._spending.month()
        items = await self._store.outbox.answer(conversation_id, month, decide, again=again)
        for item in items:
            self._tell(item)
        return items

    def _last_part(self, facts: Facts, text: str, shorter: str | None) -> str:
        """With the disclaimer that is still due. Raises Trouble(TooLong | …)."""
        public = facts.public(text)
        if public == text:
            return text
        problems = check_reply(public, self._suggesting.official)
        if problems and shorter is not None:
            public = facts.public(shorter)
            problems = check_reply(public, self._suggesting.official)
        for problem in problems:
            raise Trouble(problem)
        return public

    # --- after the key --------------------------------------------------------------------

    async def undo(self, outgoing_id: str) -> None:
        """Call it back, with the parts behind it; its text is in the draft again.

        Raises Trouble(TooLateToUndo) once it is on its way.
        """
        undone = await self._store.outbox.undo(outgoing_id, self._clock.now())
        if undone is None:
            raise Trouble(TooLateToUndo())
        self._tell(undone)

    async def send_now(self, outgoing_id: str) -> None:
        """End the hold. What is on its way already needs nothing."""
        item = await self._store.outbox.advance(
            outgoing_id,
            expect=OutgoingState.QUEUED,
            to=OutgoingState.QUEUED,
            not_before=self._clock.now(),
        )
        if item is not None:
            self._tell(item)

    async def resend(self, outgoing_id: str) -> None:
        """A person decided: try an unconfirmed post again, or answer although another did.

        Our timeline is read once more before the second attempt. Raises Trouble(NotAllowed).
        """
        item = await self._outgoing_by(outgoing_id)
        if item.state is OutgoingState.QUEUED:
            await self.send_now(outgoing_id)
            return
        changed = await self._store.outbox.advance(
            outgoing_id,
            expect=item.state,
            to=OutgoingState.QUEUED,
            not_before=self._clock.now(),
            reason=None,
        )
        self._changed(changed, item, OutgoingState.QUEUED)

    async def discard(self, outgoing_id: str) -> None:
        """A person decided not to send it. Raises Trouble(NotAllowed)."""
        item = await self._outgoing_by(outgoing_id)
        if item.state is OutgoingState.CANCELLED:
            raise Trouble(NotAllowed("outgoing", item.state, OutgoingState.CANCELLED))
        changed = await self._store.outbox.advance(
            outgoing_id, expect=item.state, to=OutgoingState.CANCELLED
        )
        self._changed(changed, item, OutgoingState.CANCELLED)

    async def rewrite(self, outgoing_id: str) -> Draft:
        """The text of a refused answer, back in the editor. Raises Trouble(NotAllowed)."""
        item = await self._outgoing_by(outgoing_id)
        if item.conversation_id is None or item.state is not OutgoingState.REFUSED:
            raise Trouble(NotAllowed("outgoing", item.state, "draft"))
        conversation = await self._get(item.conversation_id)
        draft = Draft(
            conversation_id=item.conversation_id,
            text=item.text,
            cursor=len(item.text),
            target_id=conversation.last_post_id,
            updated_at=self._clock.now(),
            faq_id=item.faq_id,
        )
        await self._store.drafts.save(draft)
        return draft

    async def adopt(self, outgoing_id: str, post: str) -> None:
        """A person saw it on X: ``post`` is its id or its address.

        Raises Trouble(NotAllowed) for a state that needs no such word, or no such address.
        """
        item = await self._outgoing_by(outgoing_id)
        found = _STATUS.search(post.strip())
        if found is None:
            raise Trouble(NotAllowed("post_id", post.strip(), ""))
        changed = await self._store.outbox.sent(
            outgoing_id, expect=item.state, post=None, post_id=PostId(found.group(1))
        )
        self._changed(changed, item, OutgoingState.SENT)
        if item.conversation_id is not None:
            self._bus.publish(ConversationsChanged((item.conversation_id,)))

    # --- drafts ---------------------------------------------------------------------------

    async def save_draft(self, draft: Draft) -> None:
        """Keep it, any identifier in it masked: no such text may be sent, nor reach the disk.

        A mask has the length of what it covers, so the cursor stays where it was.
        """
        await self._store.drafts.save(replace(draft, text=self._masked(draft.text)))

    async def draft(self, conversation_id: ConversationId) -> Draft | None:
        return await self._store.drafts.get(conversation_id)

    async def discard_draft(self, conversation_id: ConversationId) -> None:
        await self._store.drafts.discard(conversation_id)

    # --- by hand --------------------------------------------------------------------------

    def intent_url(self, conversation: Conversation, text: str) -> str:
        """X's own composer with the text in it, for what the API may not answer."""
        query = urlencode({"in_reply_to": conversation.last_post_id, "text": text})
        return f"https://x.com/intent/post?{query}"

    async def mark_sent_by_hand(self, conversation_id: ConversationId, text: str) -> None:
        """The officer published it on X itself: the citizen waits no more.

        The next read of the thread brings the post; until then ``text`` stays noted under
        ``by_hand.<conversation>``.
        """
        now = self._clock.now()
        await self._store.notes.set(
            f"by_hand.{conversation_id}",
            {"text": self._masked(text), "by": self._officer(), "at": now.isoformat()},
        )
        await self._store.conversations.move(conversation_id, State.ANSWERED, self._officer())
        await self._store.drafts.discard(conversation_id)
        self._bus.publish(ConversationsChanged((conversation_id,)))

    # --- inside ---------------------------------------------------------------------------

    def _masked(self, text: str) -> str:
        return mask(text, self._suggesting.official).text

    async def _grounds(self, conversation_id: ConversationId) -> Grounds | None:
        return await self._store.outbox.grounds(conversation_id, self._spending.month())

    def _facts(self, grounds: Grounds) -> Facts:
        """Pure: also called inside a transaction, on the store's thread."""
        last = grounds.conversation.last_post_id
        target = next((s.post for s in grounds.posts if s.post.id == last), None)
        ids = {last, *(target.versions if target is not None else ())}
        obstacle = self._obstacle(grounds)
        aimed = [r for r in grounds.outgoing if r.kind is Kind.REPLY and r.target_id in ids]
        draft = grounds.draft
        return Facts(
            now=self._clock.now(),
            gone=isinstance(obstacle, TargetGone),
            summoned=not isinstance(obstacle, MayNotReply),
            in_queue=any(r.state in LIVE for r in aimed),
            answered=any(r.state is OutgoingState.SENT for r in aimed)
            or any(s.ours and not s.deleted and s.post.in_reply_to in ids for s in grounds.posts),
            edited=draft is not None and draft.target_id != last and draft.target_id in ids,
            window=post_window(self._quotas()),
            spent=grounds.spent,
            budget=self._spending.budget,
            prices=self._spending.prices,
            disclaimer=disclaimer.due(self._disclaimer(), _said(grounds)),
        )

    def _obstacle(self, grounds: Grounds) -> MayNotReply | TargetGone | None:
        target: Post | None = None
        for stored in grounds.posts:
            if stored.post.id == grounds.conversation.last_post_id:
                if stored.deleted:
                    return TargetGone()
                target = stored.post
        if target is None:
            return TargetGone()
        ours = frozenset(s.post.id for s in grounds.posts if s.ours)
        our_id = self._our_id()
        if our_id is None:
            # Signed out: the text waits in the queue, and X has the last word.
            return None
        return None if may_reply(target, our_id, self._enterprise(), ours) else MayNotReply()

    def _outgoing(
        self,
        conversation: Conversation,
        text: str,
        faq_id: str | None,
        cursor: int | None,
        before: Sequence[Outgoing],
    ) -> Outgoing:
        now = self._clock.now()
        return Outgoing(
            id=uuid4().hex,
            kind=Kind.THREAD_PART if before else Kind.REPLY,
            text=text,
            state=OutgoingState.QUEUED,
            created_at=now,
            not_before=now + timedelta(seconds=self._undo_seconds()),
            changed_at=now,
            conversation_id=conversation.id,
            target_id=None if before else conversation.last_post_id,
            after_id=before[-1].id if before else None,
            faq_id=None if before else faq_id,
            author=self._officer(),
            cursor=None if before else cursor,
        )

    async def _get(self, conversation_id: ConversationId) -> Conversation:
        conversation = await self._store.conversations.get(conversation_id)
        if conversation is None:
            raise Trouble(TargetGone())
        return conversation

    async def _outgoing_by(self, outgoing_id: str) -> Outgoing:
        item = await self._store.outbox.get(outgoing_id)
        if item is None:
            raise Trouble(NotAllowed("outgoing", "", ""))
        return item

    def _changed(self, changed: Outgoing | None, item: Outgoing, to: OutgoingState) -> None:
        if changed is None:  # it moved on meanwhile
            raise Trouble(NotAllowed("outgoing", item.state, to))
        self._tell(changed)

    def _tell(self, item: Outgoing) -> None:
        self._bus.publish(OutgoingChanged(item.id, item.conversation_id))


def post_window(quotas: Mapping[str, Quota]) -> Window | None:
    """X's window for posts, once its headers have told of it."""
    quota = quotas.get("post")
    return Window(quota.limit, quota.remaining, quota.resets_at) if quota is not None else None


def _said(grounds: Grounds) -> Iterator[str]:
    """All that this citizen was told in this thread, or is about to be."""
    theirs = {s.post.id for s in grounds.posts if not s.ours}
    yield from (r.text for r in grounds.outgoing if r.state not in _UNSAID)
    yield from (s.post.text for s in grounds.posts if s.ours and s.post.in_reply_to in theirs)


def _found(grounds: Grounds | None) -> Grounds:
    if grounds is None:
        raise Trouble(TargetGone())
    return grounds

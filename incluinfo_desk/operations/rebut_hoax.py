"""The register of hoaxes at work: kept, advised on, rebutted once, told to who asks."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from incluinfo_desk.assets import resource
from incluinfo_desk.background import Background
from incluinfo_desk.bus import Bus
from incluinfo_desk.domain.approval import ApprovalKind, Decision, Proposal, Proposed
from incluinfo_desk.domain.audit import CLOCKWORK
from incluinfo_desk.domain.conversation import Conversation, ConversationId
from incluinfo_desk.domain.events import ConversationsChanged, HoaxesChanged, OutgoingChanged
from incluinfo_desk.domain.hoax import (
    Advice,
    Harm,
    Hoax,
    HoaxState,
    Reach,
    Rebuttal,
    Said,
    Scope,
    Sighting,
    Source,
    Verdict,
    advise,
    answer,
    compose,
    flaws,
    state_after,
    with_wording,
)
from incluinfo_desk.domain.length import split_thread
from incluinfo_desk.domain.outgoing import Kind, Outgoing, OutgoingState
from incluinfo_desk.domain.privacy import mask
from incluinfo_desk.domain.problems import NotAllowed, Problem, Trouble
from incluinfo_desk.domain.reply import check_reply
from incluinfo_desk.operations.approval import Approving
from incluinfo_desk.operations.ports import Clock
from incluinfo_desk.operations.suggesting import Suggesting
from incluinfo_desk.store.store import Store

_STOPPED = frozenset({OutgoingState.REFUSED, OutgoingState.CANCELLED})


class Rebutting:
    """Nothing here publishes by itself; words go through the outbox, as incidents' do."""

    def __init__(
        self,
        *,
        store: Store,
        bus: Bus,
        clock: Clock,
        undo_seconds: Callable[[], float],
        officer: Callable[[], str],
        suggesting: Suggesting,
        background: Background,
        approving: Approving,
    ) -> None:
        self._store = store
        self._bus = bus
        self._clock = clock
        self._undo_seconds = undo_seconds
        self._officer = officer
        self._suggesting = suggesting
        self._background = background
        self._approving = approving
        approving.serve(ApprovalKind.HOAX, self._enact)

    # --- the register -----------------------------------------------------------------------

    async def first_run(self, *, prepared: bool = False) -> int:
        """Store the hoaxes that ship with the desk and are not there yet; how many.

        They come as drafts whose sources an officer has still to look at; ``prepared``, for
        the demonstration, takes them as looked at.
        """
        seeds = await asyncio.to_thread(shipped)
        if prepared:
            seeds = tuple(replace(hoax, state=state_after(hoax)) for hoax in seeds)
        return await self._store.hoaxes.add_missing(seeds, CLOCKWORK)

    async def save(self, hoax: Hoax) -> Hoax:
        """Keep an entry as edited, with personal data masked in every text that is ours to keep.

        Raises Trouble(NotAllowed) when somebody changed it meanwhile.
        """
        official = self._suggesting.official
        hoax = replace(
            hoax,
            claim=mask(hoax.claim.strip(), official).text,
            wordings=tuple(mask(each, official).text for each in hoax.wordings),
            note=mask(hoax.note, official).text,
        )
        saved = await self._store.hoaxes.save(
            replace(hoax, state=state_after(hoax)), self._officer()
        )
        await self._tell(saved.id)
        return saved

    async def archive(self, hoax_id: str, *, archived: bool = True) -> Hoax:
        """Put it aside, or take it up again; it is known again either way."""
        hoax = await self._get(hoax_id)
        back = HoaxState.REBUTTED if hoax.public_post else state_after(_open(hoax))
        state = HoaxState.ARCHIVED if archived else back
        saved = await self._store.hoaxes.save(replace(hoax, state=state), self._officer())
        await self._tell(hoax_id)
        return saved

    def blank(self, wording: str = "") -> Hoax:
        """A new entry; ``wording`` is the masked text of the mention it was found in."""
        fresh = Hoax(id=uuid4().hex, claim="", first_seen=self._today())
        return with_wording(fresh, wording)

    async def link(self, conversation_id: ConversationId, hoax_id: str) -> None:
        """An officer says that this conversation is about it."""
        await self._store.hoaxes.link(conversation_id, hoax_id)
        self._bus.publish(ConversationsChanged((conversation_id,)))
        self._bus.publish(HoaxesChanged((hoax_id,)))

    async def unlink(self, conversation_id: ConversationId) -> None:
        """An officer says that it tells no hoax; the desk will not see one in it again."""
        linked = await self._store.hoaxes.unlink(conversation_id)
        self._bus.publish(ConversationsChanged((conversation_id,)))
        if linked is not None:
            self._bus.publish(HoaxesChanged((linked,)))

    async def advice(self, hoax: Hoax) -> Advice:
        """What the ladder says now, with its reasons."""
        people, lately = await self._store.hoaxes.reach(hoax.id, self._clock.now())
        earlier = len(hoax.earlier_waves(self._today()))
        return advise(hoax.scope, hoax.harm, Reach(people, lately, earlier))

    # --- saying it --------------------------------------------------------------------------

    def check(self, hoax: Hoax, parts: Sequence[str]) -> list[Problem]:
        """Why this may not be published as it stands, the gravest first. Pure."""
        problems = flaws(hoax)
        for part in parts:
            problems += check_reply(part, self._suggesting.official)
        return problems

    def parts(self, hoax: Hoax, *, in_parts: bool) -> tuple[str, ...]:
        """The posts it would be."""
        text = compose(hoax)
        return tuple(split_thread(text)) if in_parts else (text,)

    async def publish(
        self, hoax_id: str, *, in_parts: bool = False, replaces: str | None = None
    ) -> Hoax | Proposal:
        """Queue its rebuttal, or lay it before a second person where Settings want one.

        Raises Trouble: what :meth:`check` says, in both cases; AlreadyQueued.
        """
        hoax = await self._get(hoax_id)
        parts = self.parts(hoax, in_parts=in_parts)
        problems = self.check(hoax, parts)
        if problems:
            raise Trouble(problems[0])
        if self._approving.wanted(ApprovalKind.HOAX):
            return await self._approving.propose(
                Proposed(
                    kind=ApprovalKind.HOAX,
                    title=hoax.claim,
                    texts=parts,
                    subject=hoax.id,
                    payload={"revision": hoax.revision},
                ),
                replaces=replaces,
            )
        await self._say(hoax, hoax.revision, parts, self._officer(), None)
        if replaces is not None:
            await self._approving.discard(replaces)
        return await self._get(hoax_id)

    async def _enact(self, proposal: Proposal, decision: Decision) -> None:
        hoax = await self._get(proposal.subject)
        problems = self.check(hoax, proposal.texts)
        if problems:
            raise Trouble(problems[0])
        revision = proposal.payload["revision"]
        assert isinstance(revision, int)  # noqa: S101 - we wrote it
        await self._say(hoax, revision, proposal.texts, proposal.author, decision)

    async def _say(
        self,
        hoax: Hoax,
        revision: int,
        parts: Sequence[str],
        author: str,
        decision: Decision | None,
    ) -> None:
        said_id, now = uuid4().hex, self._clock.now()
        before = await self._last_post(hoax)
        items = self._posts(said_id, parts, before, author, now)
        said = Said(
            id=said_id,
            text=compose(hoax) if decision is None else "\n\n".join(parts),
            at=now,
            author=author,
            approved_by=decision.by if decision is not None else "",
        )
        await self._store.hoaxes.say(hoax.id, revision, said, items, decision)
        for item in items:
            self._bus.publish(OutgoingChanged(item.id, None))
        await self._tell(hoax.id)

    async def _last_post(self, hoax: Hoax) -> Outgoing | None:
        """The last post of its thread that is public; None begins the thread."""
        for said in reversed(hoax.said):
            item = await self._store.outbox.get(said.outgoing_id) if said.outgoing_id else None
            if item is not None and item.state not in _STOPPED:
                return item
        return None

    def _posts(
        self,
        said_id: str,
        parts: Sequence[str],
        before: Outgoing | None,
        author: str,
        now: datetime,
    ) -> list[Outgoing]:
        items: list[Outgoing] = []
        for text in parts:
            items.append(
                Outgoing(
                    id=uuid4().hex,
                    kind=Kind.STANDALONE if before is None else Kind.THREAD_PART,
                    text=text,
                    state=OutgoingState.QUEUED,
                    created_at=now,
                    not_before=now + timedelta(seconds=self._undo_seconds()),
                    changed_at=now,
                    target_id=before.post_id if before is not None else None,
                    after_id=before.id if before is not None else None,
                    broadcast_id=said_id,
                    author=author,
                )
            )
            before = items[-1]
        return items

    # --- those who ask ----------------------------------------------------------------------

    async def waiting(self, hoax_id: str) -> tuple[ConversationId, ...]:
        """Who waits for a word on it, the longest waiting first."""
        return await self._store.hoaxes.waiting(hoax_id)

    def answer_for(self, hoax: Hoax, conversation: Conversation) -> str:
        """What to tell this person; "" while nothing of ours on it is public."""
        return answer(hoax, conversation.citizen.name)

    # --- inside -----------------------------------------------------------------------------

    async def _get(self, hoax_id: str) -> Hoax:
        hoax = await self._store.hoaxes.get(hoax_id)
        if hoax is None:
            raise Trouble(NotAllowed("hoax", "", ""))
        return hoax

    def _today(self) -> date:
        return self._clock.now().astimezone(UTC).date()

    async def _tell(self, hoax_id: str) -> None:
        """The engine first: who tells or asks about it is known from now on."""
        await self._suggesting.follow_hoaxes()
        self._bus.publish(HoaxesChanged((hoax_id,)))
        self._background.start("rehint", self._suggesting.rehint(), replace=True)


def _open(hoax: Hoax) -> Hoax:
    return replace(hoax, state=HoaxState.DRAFT)


def shipped() -> tuple[Hoax, ...]:
    """The hoaxes of ``starter_hoaxes.json``. Reads a file."""
    rows = json.loads(resource("hoaxes", "starter_hoaxes.json").read_text("utf-8"))
    return tuple(
        Hoax(
            id=row["id"],
            claim=row["claim"],
            first_seen=date.fromisoformat(row["first_seen"]),
            wordings=tuple(row["wordings"]),
            scope=Scope(row["scope"]),
            body=row.get("body", ""),
            redirect=row.get("redirect", ""),
            verdict=Verdict(row["verdict"]),
            harm=Harm(row["harm"]),
            sources=tuple(Source(s["title"], s["url"]) for s in row["sources"]),
            evidence=tuple(row["evidence"]),
            rebuttal=Rebuttal(**row["rebuttal"]),
            note=row["note"],
            seen=tuple(
                Sighting(date.fromisoformat(day), count) for day, count in row["seen"].items()
            ),
        )
        for row in rows
    )

"""Proposals for the FAQ: a colleague's answer, a citizen's tip; an editor's yes, with credit."""

from __future__ import annotations

import asyncio
import re
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from incluinfo_desk.bus import Bus
from incluinfo_desk.domain.events import FaqProposalsChanged
from incluinfo_desk.domain.faq import FaqEntry, FaqRule, Layer
from incluinfo_desk.domain.faq_candidate import scrubbed
from incluinfo_desk.domain.faq_diff import FieldChange, changes
from incluinfo_desk.domain.faq_merge import Conflict, Side
from incluinfo_desk.domain.faq_proposal import (
    FaqProposal,
    ProposalState,
    credited,
    outcome,
)
from incluinfo_desk.domain.problems import BrokenRule, NotAllowed, Trouble
from incluinfo_desk.operations.edit_faq import EditFaq
from incluinfo_desk.operations.ports import Clock
from incluinfo_desk.operations.suggesting import Suggesting
from incluinfo_desk.store.store import Store

_ADDRESS = re.compile(r"https?://\S+")
"""It may lead to the very post."""
_LONGEST = 500
"""Letters of a tip: it says what to mend, it tells nobody's story."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A proposal beside what stands here today."""

    proposal: FaqProposal
    ours: FaqEntry | None
    """None for a new answer."""
    changes: tuple[FieldChange, ...]
    """What taking it would change, field by field."""
    conflicts: tuple[Conflict, ...]
    """Fields that changed here too since; the editor says which side stands."""


class Proposing:
    def __init__(
        self,
        *,
        store: Store,
        edit_faq: EditFaq,
        suggesting: Suggesting,
        bus: Bus,
        clock: Clock,
        officer: Callable[[], str],
    ) -> None:
        self._store, self._edit_faq, self._suggesting = store, edit_faq, suggesting
        self._bus, self._clock, self._officer = bus, clock, officer

    async def propose(self, entry: FaqEntry, base: FaqEntry | None, note: str = "") -> FaqProposal:
        """Lay an answer before an editor; ``base`` is what it was written over.

        Nothing of the FAQ changes. Raises Trouble(BrokenRule): what may not be stored may not
        be proposed, personal data above all.
        """
        if entry.layer is Layer.PERSONAL:
            raise Trouble(BrokenRule(FaqRule.PERSONAL_LAYER.value))
        for broken in await asyncio.to_thread(self._edit_faq.faults, entry, new=base is None):
            if broken.rule != FaqRule.VERIFIER_MISSING:
                raise Trouble(broken)
        made = FaqProposal(
            uuid.uuid4().hex,
            entry.id,
            self._officer(),
            self._clock.now(),
            entry,
            base,
            self._scrubbed(note),
        )
        await self._add(made)
        return made

    async def tip(self, faq_id: str, words: str, names: Sequence[str] = ()) -> FaqProposal:
        """Note what a citizen taught us about an answer, in the officer's own words.

        Nothing of the person is kept: no handle, no name of ``names``, nothing that has the
        shape of personal data, and no trace of the post. Raises Trouble(BrokenRule) when
        nothing is left to say.
        """
        note = self._scrubbed(words, names)
        if not re.search(r"\w", note):
            raise Trouble(BrokenRule(FaqRule.NOTE_EMPTY.value))
        made = FaqProposal(uuid.uuid4().hex, faq_id, self._officer(), self._clock.now(), note=note)
        await self._add(made)
        return made

    async def said_again(self, id: str) -> None:
        """Another citizen said the same. Raises Trouble(NotAllowed) when it was decided."""
        await self._store.faq_proposals.said_again(id)
        self._bus.publish(FaqProposalsChanged())

    async def open(self) -> tuple[FaqProposal, ...]:
        return await self._store.faq_proposals.open()

    async def tips(self, faq_id: str) -> int:
        """How many citizens said something of this answer that still waits."""
        return await self._store.faq_proposals.tips(faq_id)

    async def laid(self, proposal: FaqProposal) -> Laid:
        """Beside what stands here now."""
        ours = await self._store.faq.get(proposal.faq_id)
        if proposal.entry is None:
            return Laid(proposal, ours, (), ())
        entry, merged = outcome(proposal, ours, Side.THEIRS)
        before = ours or replace(entry, question="", reply="", variants=(), link=None)
        conflicts = merged.conflicts if merged is not None else ()
        return Laid(proposal, ours, tuple(changes(before, entry)), conflicts)

    async def accept(self, id: str, everything: Side | None = None) -> FaqEntry | None:
        """Take it, merged with what changed here since; the history names both.

        ``everything`` settles what both changed. A tip is settled as done and changes nothing.
        Twice does nothing the second time: Trouble(NotAllowed).
        """
        proposal = await self._store.faq_proposals.get(id)
        if proposal is None:
            raise Trouble(NotAllowed("proposal", id, ""))
        me, ours, entry, expect = self._officer(), None, None, None
        if proposal.entry is not None:
            ours = await self._store.faq.get(proposal.faq_id)
            entry, _ = outcome(proposal, ours, everything)
            expect = ours.revision if ours is not None else None
            for broken in await asyncio.to_thread(self._edit_faq.faults, entry, new=ours is None):
                raise Trouble(broken)
        saved = await self._store.faq_proposals.decide(
            id,
            ProposalState.ACCEPTED,
            me,
            entry=entry,
            expect_revision=expect,
            credit=credited(proposal.by, me),
        )
        if saved is not None:
            await self._edit_faq.accepted(ours, saved)
        self._bus.publish(FaqProposalsChanged())
        return saved

    async def refuse(self, id: str, reason: str) -> None:
        """Turn it down, and say why. Raises Trouble(NotAllowed) when it was decided."""
        await self._store.faq_proposals.decide(
            id, ProposalState.REFUSED, self._officer(), reason=self._scrubbed(reason)
        )
        self._bus.publish(FaqProposalsChanged())

    # --- inside ----------------------------------------------------------------------------

    async def _add(self, proposal: FaqProposal) -> None:
        await self._store.faq_proposals.add(proposal)
        self._bus.publish(FaqProposalsChanged())

    def _scrubbed(self, words: str, names: Sequence[str] = ()) -> str:
        text = _ADDRESS.sub("", words)
        return scrubbed(text, names, self._suggesting.official, any_case=True)[:_LONGEST]

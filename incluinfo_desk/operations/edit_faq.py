"""Keeping the FAQ: edit, verify, import, export; suggestions follow at once, offline too."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Any

from incluinfo_desk.assets import resource
from incluinfo_desk.background import Background
from incluinfo_desk.bus import Bus
from incluinfo_desk.domain import faq_life
from incluinfo_desk.domain.audit import CLOCKWORK
from incluinfo_desk.domain.blocks import unknown
from incluinfo_desk.domain.events import FaqChanged
from incluinfo_desk.domain.faq import LINK_SLOT, FaqEntry, FaqRule, FaqState
from incluinfo_desk.domain.length import LIMIT, weighted_length
from incluinfo_desk.domain.norms import is_norm_id
from incluinfo_desk.domain.problems import BrokenRule, Trouble
from incluinfo_desk.domain.topics import Topics
from incluinfo_desk.domain.variants import VariantFlaw, is_https, is_private, variant_flaws
from incluinfo_desk.operations import faq_file
from incluinfo_desk.operations.faq_steps import Change, FaqSteps, Walked
from incluinfo_desk.operations.ports import Clock
from incluinfo_desk.operations.suggesting import Suggesting
from incluinfo_desk.store.links import addresses
from incluinfo_desk.store.store import Store

STARTER = "incluinfo_desk"
"""Who added the entries that ship with the desk."""
EDITION = 2
"""Of what the starter's entries hold beside their text: variants in other languages (1),
procedures and the mark that there is no norm (2)."""
_EDITION_NOTE = "faq.starter_variants"
"""Key in the store's notes: the edition that this profile has."""
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_ID = 80
_SPOKEN_FOR = frozenset({FaqState.VERIFIED, FaqState.ANTICIPATED})
"""States in which somebody answers for the text."""
_AT_VERIFICATION = frozenset({FaqRule.VARIANT_EMPTY, FaqRule.VARIANT_DISAGREES})
"""Faults of a variant that a draft may have: they are what is still to be worked on."""


@dataclass(frozen=True, slots=True)
class Verification:
    done: int
    refused: Mapping[str, BrokenRule] = field(default_factory=dict)
    """Entries that may not be verified as they are, each with its first broken rule."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field that many entries may be given at once."""

    name: str
    """``topic``, ``body`` or ``review_by``."""
    value: Any


@dataclass(frozen=True, slots=True)
class Look:
    """What giving a field to many would do."""

    changes: int
    same: int
    """Have it already."""
    refused: Mapping[str, BrokenRule]


class EditFaq:
    def __init__(
        self,
        *,
        store: Store,
        suggesting: Suggesting,
        bus: Bus,
        background: Background,
        clock: Clock,
        officer: Callable[[], str],
        topics: Callable[[], Topics],
    ) -> None:
        self._store = store
        self._suggesting = suggesting
        self._bus = bus
        self._background = background
        self._clock = clock
        self._officer = officer
        self.topics = topics
        self._steps = FaqSteps(store, officer, lambda: suggesting.blocks)

    async def first_run(self, *, verified: bool = False) -> int:
        """Fill an empty FAQ with the starter's drafts; how many. Before the index is loaded.

        ``verified`` is for the demonstration: there everything is taken as verified.
        """
        if not await self._store.faq.is_empty():
            await self._bring_edition()
            return 0
        starter = await asyncio.to_thread(faq_file.load, resource("faq", "starter_faq.json"))
        entries = [row.entry for row in starter.rows]
        if verified:
            now = self._clock.now()
            entries = [
                replace(e, state=FaqState.VERIFIED, verified_by=STARTER, verified_at=now)
                for e in entries
            ]
        added = await self._store.faq.add_all(entries, STARTER)
        await self._store.notes.set(_EDITION_NOTE, EDITION)
        self._bus.publish(FaqChanged(tuple(each.id for each in entries)))
        return added

    async def _bring_edition(self) -> None:
        """Give the starter's entries what ships with them since: variants, to drafts that
        nobody touched; procedure and mark, wherever the answer is still the one that ships."""
        if await self._store.notes.get(_EDITION_NOTE) == EDITION:
            return
        starter = await asyncio.to_thread(faq_file.load, resource("faq", "starter_faq.json"))
        shipped = {row.entry.id: row.entry for row in starter.rows}

        def brought(entry: FaqEntry) -> FaqEntry:
            now = shipped[entry.id]
            if (entry.reply, entry.link) != (now.reply, now.link):
                return entry
            untouched = entry.revision == 1 and entry.state is FaqState.DRAFT
            if untouched and not entry.translations:
                entry = replace(entry, translations=now.translations)
            if not entry.procedure:
                entry = replace(entry, procedure=now.procedure)
            return entry if entry.norms else replace(entry, no_norm=entry.no_norm or now.no_norm)

        await self._store.faq.change(list(shipped), STARTER, brought)
        await self._store.notes.set(_EDITION_NOTE, EDITION)

    def check(self, entry: FaqEntry, *, new: bool = False) -> list[BrokenRule]:
        """Why nobody may store ``entry`` here in its state, in the order of the form.

        Whoever stores a verified one verifies it now, so its review must be to come.
        """
        broken = self.faults(entry, new=new)
        spoken, today = entry.state in _SPOKEN_FOR, self.today()
        if spoken and entry.review_by is not None and entry.review_by < today:
            broken.append(BrokenRule(FaqRule.REVIEW_PAST.value))
        return broken

    def faults(self, entry: FaqEntry, *, new: bool = False) -> list[BrokenRule]:
        """What no entry may have in its state, wherever it comes from: a form, or a file.

        ``new``: it was not here before, so that a topic out of use takes it no more.

        A review that is past is none: there an answer went stale on its way, and is stored
        and not offered.
        """
        if not entry.blocks:
            entry = replace(entry, blocks=self._suggesting.blocks)
        broken = [BrokenRule(rule.value) for rule in self._broken(entry)]
        topic = self.topics().of(entry.topic)
        if new and topic is not None and topic.retired:
            broken.insert(0, BrokenRule(FaqRule.TOPIC_RETIRED.value))
        return broken + [BrokenRule(flaw.rule.value, flaw) for flaw in self.variant_faults(entry)]

    def variant_faults(self, entry: FaqEntry) -> list[VariantFlaw]:
        """What is wrong with the variants of ``entry``, of those faults that count in its state."""
        official, spoken = self._suggesting.official, entry.state in _SPOKEN_FOR
        flaws = (flaw for v in entry.translations for flaw in variant_flaws(entry, v, official))
        return [flaw for flaw in flaws if spoken or flaw.rule not in _AT_VERIFICATION]

    async def save(self, entry: FaqEntry, expect_revision: int | None) -> FaqEntry:
        """Store an entry; in a verified state, the officer who saves answers for it.

        ``expect_revision`` is the revision that was edited, None for a new entry. Raises
        Trouble(BrokenRule), or Trouble(NotAllowed("faq", ...)) when somebody was quicker.
        """
        me = self._officer()
        if entry.state in _SPOKEN_FOR:
            entry = replace(entry, verified_by=me or None, verified_at=self._clock.now())
        if entry.state is not FaqState.UNDER_REVIEW:
            entry = replace(entry, review_reason="")
        for broken in self.check(entry, new=expect_revision is None):
            raise Trouble(broken)
        # Another address is another matter: what is known of it decides, not of the old one.
        dead = await self._store.links.dead(addresses(entry))
        entry = replace(entry, link_dead_since=dead.astimezone().date() if dead else None)
        before = await self._store.faq.get(entry.id) if expect_revision is not None else None
        saved = await self._store.faq.save(entry, by=me, expect_revision=expect_revision)
        self._steps.note([Change(before, saved)])
        await self._spread([saved])
        return saved

    async def undo(self) -> Walked | None:
        """Take the last step of this session back; None when there is none. Raises Trouble."""
        return await self._walked(await self._steps.undo())

    async def redo(self) -> Walked | None:
        """Do again what was undone last; None when there is none. Raises Trouble."""
        return await self._walked(await self._steps.redo())

    async def _walked(self, walked: Walked | None) -> Walked | None:
        if walked is not None:
            await self.spread(walked.ids)
        return walked

    async def verify(self, ids: Sequence[str]) -> Verification:
        """Answer for these as they are, one or many; those with a broken rule stay."""
        return await self.set_state(ids, FaqState.VERIFIED)

    async def set_state(
        self, ids: Sequence[str], state: FaqState, reason: str = ""
    ) -> Verification:
        """Verify, anticipate, retire, put under review with a reason, ...

        An entry whose state does not allow the move, or that breaks a rule of the new state,
        stays as it is and is named with the rule.
        """
        me, now = self._officer(), self._clock.now()

        def changed(entry: FaqEntry) -> FaqEntry:
            if not faq_life.may_move(entry.state, state):
                return entry  # somebody was quicker
            if state in _SPOKEN_FOR:
                return replace(faq_life.verified(entry, me or None, now), state=state)
            return entry if entry.state is state else faq_life.moved(entry, state, reason)

        def refusal(entry: FaqEntry) -> BrokenRule | None:
            if not faq_life.may_move(entry.state, state):
                return BrokenRule(FaqRule.MOVE.value)
            broken = self.check(changed(entry)) if state in _SPOKEN_FOR else []
            return broken[0] if broken else None

        good, refused = await self._sorted(ids, refusal)
        return Verification(await self._change(good, changed), refused)

    async def look_at_field(self, ids: Sequence[str], field: Field) -> Look:
        """What :meth:`set_field` would do to these; nothing is changed."""
        good, refused = await self._sorted(ids, partial(self._field_refusal, field=field))
        same = sum(getattr(entry, field.name) == field.value for entry in good)
        return Look(len(good) - same, same, refused)

    async def set_field(self, ids: Sequence[str], field: Field) -> Verification:
        """Give one field of these the same value, in one transaction.

        Whoever sets the review of a verified answer answers for it until then. What may not
        have the value stays as it is and is named with the rule.
        """
        good, refused = await self._sorted(ids, partial(self._field_refusal, field=field))
        done = await self._change(good, lambda entry: self._with_field(entry, field))
        return Verification(done, refused)

    def _with_field(self, entry: FaqEntry, field: Field) -> FaqEntry:
        if getattr(entry, field.name) == field.value:
            return entry
        changed = replace(entry, **{field.name: field.value})
        if field.name == "review_by" and entry.state in _SPOKEN_FOR:
            verified = faq_life.verified(changed, self._officer() or None, self._clock.now())
            return replace(verified, state=entry.state)
        return changed

    def _field_refusal(self, entry: FaqEntry, field: Field) -> BrokenRule | None:
        before = {each.rule for each in self.check(entry)}
        new = [e for e in self.check(self._with_field(entry, field)) if e.rule not in before]
        return new[0] if new else None

    async def _sorted(
        self, ids: Sequence[str], refusal: Callable[[FaqEntry], BrokenRule | None]
    ) -> tuple[list[FaqEntry], dict[str, BrokenRule]]:
        """Those that may be changed, and why the others may not; off the window's thread, for
        each costs milliseconds with its variants and there may be thousands."""
        known = {e.id: e for e in await self._store.faq.these(ids)}

        def sort() -> tuple[list[FaqEntry], dict[str, BrokenRule]]:
            good, refused = list[FaqEntry](), dict[str, BrokenRule]()
            for entry in (known[id] for id in dict.fromkeys(ids) if id in known):
                broken = refusal(entry)
                if broken is None:
                    good.append(entry)
                else:
                    refused[entry.id] = broken
            return good, refused

        return await asyncio.to_thread(sort)

    async def _change(
        self, entries: Sequence[FaqEntry], change: Callable[[FaqEntry], FaqEntry]
    ) -> int:
        """One transaction, one step that can be taken back; how many were changed."""
        ids = [entry.id for entry in entries]
        changes: list[Change] = []

        def noted(entry: FaqEntry) -> FaqEntry:
            now = change(entry)
            if now != entry:
                changes.append(Change(entry, replace(now, revision=entry.revision + 1)))
            return now

        done = await self._store.faq.change(ids, self._officer(), noted) if ids else 0
        self._steps.note(changes)
        await self.spread(ids)
        return done

    async def wake(self) -> int:
        """Let anticipated answers whose day has come be verified ones (INC-21); how many."""
        today = self.today()
        due = await self._store.norms.waiting_to_start(today)
        done = await self._store.faq.change(
            due, CLOCKWORK, lambda e: faq_life.awake(e) if faq_life.wakes(e, today) else e
        )
        await self.spread(due)
        return done

    def _broken(self, entry: FaqEntry) -> list[FaqRule]:
        link = entry.link or ""
        spoken = entry.state in _SPOKEN_FOR
        said = "\n".join((entry.question, entry.spoken, *entry.variants))
        texts = (entry.reply, *(each.reply for each in entry.translations))
        private = is_private(said, self._suggesting.official)
        rules = (
            (FaqRule.ID, not _ID.fullmatch(entry.id) or len(entry.id) > _LONGEST_ID),
            (FaqRule.TOPIC_UNKNOWN, entry.topic not in self.topics()),
            (FaqRule.QUESTION_EMPTY, not entry.question.strip()),
            (FaqRule.REPLY_EMPTY, not entry.reply.strip()),
            (FaqRule.LINK_NOT_HTTPS, bool(link) and not is_https(link)),
            (FaqRule.LINK_SLOT_WITHOUT_LINK, LINK_SLOT in entry.spoken and not link),
            (FaqRule.TOO_LONG, weighted_length(entry.rendered()) > LIMIT),
            (FaqRule.PERSONAL_DATA, private),
            (FaqRule.SOURCE_MISSING, spoken and not (entry.source or "").strip()),
            (FaqRule.VERIFIER_MISSING, spoken and not entry.verified_by),
            (FaqRule.BLOCK_UNKNOWN, any(unknown(text, entry.blocks) for text in texts)),
            (FaqRule.NORM_ID, not all(is_norm_id(norm) for norm in entry.norms)),
            (FaqRule.START_MISSING, _begins_never(entry)),
        )
        return [rule for rule, broken in rules if broken]

    def today(self) -> date:
        """The day on this desk's calendar."""
        return self._clock.now().astimezone().date()

    async def spread(self, ids: Sequence[str]) -> None:
        """Have suggestions and screens follow entries that the store has changed."""
        if ids:
            await self._spread(await self._store.faq.these(ids))

    async def accepted(self, before: FaqEntry | None, saved: FaqEntry) -> None:
        """A colleague's proposal was stored: a step that may be taken back, and all follow."""
        self._steps.note([Change(before, saved)])
        await self._spread([saved])

    async def _spread(self, entries: Sequence[FaqEntry]) -> None:
        """The index first, so that whoever hears of the change asks the new one."""
        await self._suggesting.follow(entries)
        self._bus.publish(FaqChanged(tuple(e.id for e in entries)))
        self._background.start("rehint", self._suggesting.rehint(), replace=True)


def _begins_never(entry: FaqEntry) -> bool:
    waits = entry.state is FaqState.ANTICIPATED
    return waits and entry.valid_from is None and not entry.norms

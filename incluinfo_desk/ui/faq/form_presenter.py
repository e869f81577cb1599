"""One entry being read or edited: what is wrong with it, what changed, never lost. No Qt."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

from incluinfo_desk.domain import events
from incluinfo_desk.domain.faq import (
    FaqEntry,
    FaqRule,
    FaqState,
    Layer,
    NotOfferable,
    editable_fields,
)
from incluinfo_desk.domain.length import weighted_length
from incluinfo_desk.domain.problems import BrokenRule, NotAllowed, Problem, Trouble
from incluinfo_desk.ui.errands import Errands
from incluinfo_desk.ui.faq.advice import Advice, AdviceView
from incluinfo_desk.ui.faq.entry_text import identifier, tidy
from incluinfo_desk.ui.faq.unsaved import NOTE, blank, pack, unpack
from incluinfo_desk.ui.faq.variants_presenter import VariantLine, variant_lines

if TYPE_CHECKING:
    from incluinfo_desk.operations.desk import Desk
    from incluinfo_desk.store.faq import Revision

_REST = 1.0
"""Seconds after the last key before what is unsaved is noted on disk."""

FIELD_OF: Mapping[FaqRule, str] = {
    FaqRule.ID: "question",
    FaqRule.QUESTION_EMPTY: "question",
    FaqRule.REPLY_EMPTY: "reply",
    FaqRule.TOPIC_UNKNOWN: "topic",
    FaqRule.TOPIC_RETIRED: "topic",
    FaqRule.LINK_NOT_HTTPS: "link",
    FaqRule.LINK_SLOT_WITHOUT_LINK: "link",
    FaqRule.TOO_LONG: "reply",
    FaqRule.BLOCK_UNKNOWN: "reply",
    FaqRule.TAKEN: "question",
    FaqRule.SOURCE_MISSING: "source",
    FaqRule.VERIFIER_MISSING: "source",
    FaqRule.PERSONAL_DATA: "reply",
    FaqRule.NORM_ID: "norms",
    FaqRule.REVIEW_PAST: "review_by",
    FaqRule.START_MISSING: "valid_from",
    FaqRule.VARIANT_EMPTY: "translations",
    FaqRule.VARIANT_TOO_LONG: "translations",
    FaqRule.VARIANT_PERSONAL_DATA: "translations",
    FaqRule.VARIANT_LINK: "translations",
    FaqRule.VARIANT_DISAGREES: "translations",
    FaqRule.MOVE: "question",
}
"""Beside which field a broken rule is told."""
_NOT_YET = frozenset({FaqRule.QUESTION_EMPTY, FaqRule.REPLY_EMPTY, FaqRule.TOPIC_UNKNOWN})
"""Told only after the first try to save: nobody is scolded for an empty new form."""


class Choice(StrEnum):
    """What to do with edits that are not saved."""

    SAVE = "save"
    DISCARD = "discard"
    STAY = "stay"


@dataclass(frozen=True, slots=True)
class FormCheck:
    broken: Mapping[str, FaqRule]
    """First broken rule by field."""
    entry: FaqEntry
    """With its edits."""
    length: int
    """Units that it weighs for X."""
    dirty: bool
    spoken_for: bool
    """Saving it means to answer for it: it is verified."""
    variants: tuple[VariantLine, ...] = ()
    """Every language, with what is wrong in it, whether that stops the saving or not."""


class FaqFormView(AdviceView, Protocol):
    def show_closed(self) -> None: ...
    def show_entry(
        self,
        entry: FaqEntry,
        *,
        new: bool,
        used: int,
        why: NotOfferable | None,
        tips: int = 0,
    ) -> None: ...
    def show_check(self, check: FormCheck) -> None: ...
    def show_saving(self, busy: bool) -> None: ...
    def point_at(self, field: str) -> None: ...
    def ask_unsaved(self, question: str, then: Callable[[Choice], object]) -> None: ...
    def ask_conflict(self, stored: FaqEntry, then: Callable[[Choice], object]) -> None: ...
    def mark(self, id: str | None) -> None: ...
    def say_saved(self, entry: FaqEntry) -> None: ...
    def say_proposed(self) -> None: ...
    def say_recovered(self) -> None: ...
    def say_problem(self, problem: Problem) -> None: ...
    def show_history(self, revisions: Sequence[Revision]) -> None: ...


class FormPresenter:
    """Fills one :class:`FaqFormView`; the entry it holds is the only one that can change."""

    def __init__(self, desk: Desk, view: FaqFormView) -> None:
        self._desk, self._view = desk, view
        self._errands = Errands(desk.background, view.say_problem)
        self._advice = Advice(desk, view)
        self._stored: FaqEntry | None = None
        self._entry: FaqEntry | None = None
        self._new = False
        self._tried = False
        self._noted = False
        self._ends: list[Callable[[], None]] = [
            desk.bus.subscribe(events.FaqChanged, self._on_changed),
        ]

    def start(self) -> None:
        """Show nothing yet, or what was being edited when the desk ended last."""
        self._view.show_closed()
        self._errands.also("faq recover", self._recover)

    def end(self) -> None:
        for end in self._ends:
            end()

    @property
    def entry(self) -> FaqEntry | None:
        """The entry in the form, with its edits."""
        return self._entry

    @property
    def dirty(self) -> bool:
        return self._entry is not None and self._entry != self._stored

    # --- what the person does -------------------------------------------------------------------

    def open(self, id: str) -> None:
        """Show another entry; edits of this one are asked about first."""
        if self._entry is not None and self._entry.id == id and not self._new:
            return
        self._leave(lambda: self._errands.anew("faq open", lambda: self._open(id)))

    def new(
        self, question: str = "", topic: str = "", *, reply: str = "", link: str | None = None
    ) -> None:
        """Begin an entry."""
        entry = replace(blank(question, topic), reply=reply, link=link)
        self._leave(lambda: self._begin(blank(), entry, new=True))

    def edit(self, **changes: Any) -> None:
        """Take over fields of the form, by their names in :class:`FaqEntry`."""
        if self._entry is None:
            return
        blocks = self._desk.suggesting.blocks
        self._entry = replace(self._entry, **changes, blocks=blocks)
        if "layer" in changes:
            personal = self._entry.layer is Layer.PERSONAL
            owner = self._desk.settings.officer_initials if personal else ""
            self._entry = replace(self._entry, owner=owner)
        self._check()
        self._errands.anew("faq keep", lambda: self._keep(_REST))

    def save(self, state: FaqState | None = None) -> None:
        """Store the entry, with ``state`` as its new state."""
        if self._entry is None or self._desk.background.running("faq save"):
            return
        entry = replace(self._entry, state=state) if state is not None else self._entry
        self._tried = True
        broken = self._check(entry)
        if broken:
            self._view.point_at(next(iter(broken)))
            return
        if entry != self._stored:
            expected = self._expected
            self._errands.once("faq save", lambda: self._save(entry, expected))

    def propose(self) -> None:
        """Lay what is written before an editor, and leave the FAQ as it is."""
        if self._entry is None or not self.dirty or self._desk.background.running("faq save"):
            return
        self._tried = True
        broken = self._check()
        if broken:
            self._view.point_at(next(iter(broken)))
            return
        entry = self._entry
        self._errands.once("faq save", lambda: self._propose(entry))

    def revert(self) -> None:
        """Back to what is stored."""
        if self._new:
            self._forget()
            self._close()
        elif self._stored is not None:
            id = self._stored.id
            self._forget()
            self._begin(self._stored, self._stored, new=False)
            self._errands.anew("faq open", lambda: self._open(id))

    def restore(self, revision: FaqEntry) -> None:
        """Put an older text into the form; nothing is stored until it is saved."""
        if self._entry is None:
            return
        self._entry = replace(
            self._entry, **{name: getattr(revision, name) for name in editable_fields()}
        )
        self._show(0)
        self._errands.anew("faq keep", lambda: self._keep(0))

    def restore_field(self, name: str, value: Any) -> None:
        """Put one field of an older text into the form."""
        if self._entry is not None and name in editable_fields():
            self._entry = replace(self._entry, **{name: value})
            self._show(0)
            self._errands.anew("faq keep", lambda: self._keep(0))

    def history(self) -> None:
        if self._stored is not None and not self._new:
            id = self._stored.id
            self._errands.anew("faq history", lambda: self._history(id))

    async def flush(self) -> None:
        """Note what is unsaved, before the desk closes."""
        self._errands.drop("faq keep")
        await self._keep(0)

    # --- inside ---------------------------------------------------------------------------------

    @property
    def _expected(self) -> int | None:
        return None if self._new or self._stored is None else self._stored.revision

    def _leave(self, then: Callable[[], object]) -> None:
        if not self.dirty or self._entry is None:
            then()
            return

        def decided(choice: Choice) -> None:
            if choice is Choice.STAY:
                self._view.mark(self._entry.id if self._entry and not self._new else None)
            elif choice is Choice.DISCARD:
                self._forget()
                self._stored = self._entry
                then()
            else:
                self._save_then(then)

        self._view.ask_unsaved(self._entry.question, decided)

    def _save_then(self, then: Callable[[], object]) -> None:
        async def work() -> None:
            task = self._desk.background.running("faq save")
            if task:
                await self._desk.background.settle("faq save")
            if not self.dirty:
                then()
            else:
                self._view.mark(self._entry.id if self._entry and not self._new else None)

        self.save()
        self._errands.anew("faq leave", work)

    def _begin(
        self, stored: FaqEntry, entry: FaqEntry, *, new: bool, used: int = 0, tips: int = 0
    ) -> None:
        self._stored, self._entry, self._new, self._tried = stored, entry, new, False
        self._view.mark(None if new else entry.id)
        self._show(used, tips)
        if new:
            self._view.point_at("question")

    def _show(self, used: int, tips: int = 0) -> None:
        if self._entry is None:
            return
        why = self._desk.suggesting.not_offerable(self._stored or self._entry)
        self._view.show_entry(self._entry, new=self._new, used=used, why=why, tips=tips)
        self._check()

    def _close(self) -> None:
        self._stored = self._entry = None
        self._new = False
        self._view.mark(None)
        self._view.show_closed()

    def _check(self, entry: FaqEntry | None = None) -> dict[str, FaqRule]:
        entry = entry or self._entry
        if entry is None:
            return {}
        named = replace(entry, id=entry.id or identifier(entry) or "-")
        broken: dict[str, FaqRule] = {}
        for each in self._desk.edit_faq.check(named, new=self._new):
            rule = FaqRule(each.rule)
            if rule is FaqRule.VERIFIER_MISSING:
                continue  # whoever saves is the verifier; told when there is none
            if rule in _NOT_YET and not self._tried:
                continue
            if rule is FaqRule.ID and not entry.question.strip():
                continue  # it is made of the question
            broken.setdefault(FIELD_OF[rule], rule)
        self._view.show_check(
            FormCheck(
                broken=broken,
                entry=entry,
                length=weighted_length(entry.rendered()),
                dirty=self.dirty,
                spoken_for=entry.state in {FaqState.VERIFIED, FaqState.ANTICIPATED},
                variants=variant_lines(entry, self._desk.suggesting.official),
            ),
        )
        self._advice.follow(entry, self._stored)
        return broken

    def _on_changed(self, event: events.FaqChanged) -> None:
        entry = self._entry
        if entry is None or self._new or entry.id not in event.entries or self.dirty:
            return
        if not self._desk.background.running("faq save"):
            self._errands.anew("faq open", lambda: self._open(entry.id))

    async def _open(self, id: str) -> None:
        entry = await self._desk.store.faq.get(id)
        used = await self._desk.store.faq.used(id)
        tips = await self._desk.proposing.tips(id)
        if entry is None:
            self._close()
        elif not self.dirty:  # someone may have begun to write while it was read
            self._begin(entry, entry, new=False, used=used, tips=tips)

    async def _save(self, entry: FaqEntry, expected: int | None) -> None:
        self._view.show_saving(True)
        try:
            if self._new:
                entry = replace(entry, id=await self._free_id(entry))
            saved = await self._desk.edit_faq.save(tidy(entry), expected)
        except Trouble as trouble:
            await self._not_saved(entry, trouble.problem)
            return
        finally:
            self._view.show_saving(False)
        used = await self._desk.store.faq.used(saved.id)
        self._forget()
        self._begin(saved, saved, new=False, used=used)
        self._view.say_saved(saved)

    async def _propose(self, entry: FaqEntry) -> None:
        base = None if self._new else self._stored
        if self._new:
            entry = replace(entry, id=await self._free_id(entry))
        await self._desk.proposing.propose(tidy(entry), base)
        self._forget()
        if base is None:
            self._close()
        else:
            self._begin(base, base, new=False)
        self._view.say_proposed()

    async def _not_saved(self, entry: FaqEntry, problem: Problem) -> None:
        if not isinstance(problem, NotAllowed):
            self._view.say_problem(problem)
            if isinstance(problem, BrokenRule):
                self._view.point_at(FIELD_OF[FaqRule(problem.rule)])
            return
        stored = await self._desk.store.faq.get(entry.id)
        if stored is None:
            self._view.say_problem(problem)
            return

        def decided(choice: Choice) -> None:
            if choice is Choice.SAVE:
                self._stored = stored
                self._errands.also("faq save", lambda: self._save(entry, stored.revision))
            elif choice is Choice.DISCARD:
                self._forget()
                self._begin(stored, stored, new=False)

        self._view.ask_conflict(stored, decided)

    async def _free_id(self, entry: FaqEntry) -> str:
        wanted = identifier(entry)
        number, id = 1, wanted
        while await self._desk.store.faq.get(id) is not None:
            number += 1
            id = f"{wanted}-{number}"
        return id

    async def _history(self, id: str) -> None:
        revisions = await self._desk.store.faq.history(id)
        self._view.show_history(revisions)

    # --- edits that outlive a crash ---------------------------------------------------------------

    async def _keep(self, after: float) -> None:
        await asyncio.sleep(after)
        if self._entry is None or not (self.dirty or self._noted):
            return
        note = pack(self._entry, new=self._new) if self.dirty else None
        self._noted = note is not None
        await self._desk.store.notes.set(NOTE, note)

    def _forget(self) -> None:
        self._errands.drop("faq keep")
        if self._noted:
            self._noted = False
            self._errands.also("faq forget", self._drop_note)

    async def _drop_note(self) -> None:
        await self._desk.store.notes.set(NOTE, None)

    async def _recover(self) -> None:
        note = await self._desk.store.notes.get(NOTE)
        if not isinstance(note, dict):
            return
        stored = await self._desk.store.faq.get(str(note.get("id")))
        found = unpack(note, stored)
        if found is None or self._entry is not None:
            return
        self._noted = True
        base = blank() if found.new or stored is None else stored
        if not found.new and found.entry.revision != base.revision:
            base = replace(base, revision=found.entry.revision)  # saving will tell of the clash
        self._begin(base, found.entry, new=found.new)
        self._view.say_recovered()

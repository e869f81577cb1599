"""The FAQ in and out of files: a look first, then a merge that loses nothing.

A file is merged with what changed here since it was exported (``domain/faq_merge.py``): an
export carries the fingerprints of each entry's revisions, so the last common text is found in
this desk's own history, whichever desk wrote the file. What a person decides against stays in
that history as a revision.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from incluinfo_desk.domain import faq_life
from incluinfo_desk.domain.audit import Act
from incluinfo_desk.domain.blocks import SharedText, reached
from incluinfo_desk.domain.faq import FaqEntry, FaqRule, FaqState, Layer
from incluinfo_desk.domain.faq_book import Book, bound
from incluinfo_desk.domain.faq_merge import (
    LINEAGE,
    Choice,
    Merge,
    Own,
    Side,
    base_of,
    fingerprint,
    merge,
)
from incluinfo_desk.domain.faq_voices import SPANISH
from incluinfo_desk.domain.problems import BadRow, BrokenRule, FileUnreadable, Trouble
from incluinfo_desk.gently import gently
from incluinfo_desk.operations import faq_file
from incluinfo_desk.operations.edit_blocks import EditBlocks, reviewed
from incluinfo_desk.operations.edit_faq import EditFaq
from incluinfo_desk.operations.faq_rows import Contents, Exported, Row
from incluinfo_desk.operations.read_apart import SECONDS, Reading
from incluinfo_desk.store.faq import Taken
from incluinfo_desk.store.store import Store

_AT_ONCE = 200
"""Rows looked at between two words on the progress."""

SHARED = "block"
"""What a conflict over a block is called where an entry has the name of a field."""

Progress = Callable[[int, int], None]
"""How many of how many; called on the loop's thread."""


@dataclass(frozen=True, slots=True)
class Change:
    """An entry that is here with other words than in the file."""

    line: int
    base: FaqEntry | None
    """The last text both desks had, where one is known."""
    ours: FaqEntry
    theirs: FaqEntry
    merged: Merge
    """With ours wherever a person has to decide."""

    @property
    def decided(self) -> bool:
        """Whether it may be merged without asking anybody."""
        return self.base is not None and not self.merged.conflicts


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What a file would do. Nothing is stored yet."""

    entries: tuple[FaqEntry, ...] = ()
    """New here."""
    changes: tuple[Change, ...] = ()
    same: int = 0
    """Entries that bring nothing: equal, or older than what is here."""
    bad_rows: tuple[BadRow, ...] = ()
    notes: tuple[str, ...] = ()
    """As :attr:`Contents.notes`."""
    shared: tuple[SharedText, ...] = ()
    """Blocks that are new here, and those that say something else here."""


@dataclass(frozen=True, slots=True)
class Imported:
    added: int
    replaced: int
    """Changed by the file, merged or replaced."""
    left: int
    """Left as they were, for want of a decision."""
    bad_rows: tuple[BadRow, ...]
    shared: int = 0
    """Blocks written."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person says about the changes of a preview."""

    choices: Mapping[str, Mapping[str, Choice]] = field(default_factory=dict)
    """By entry, by field of its conflicts. An entry that is named here is merged. A block is
    named by its key, and has the one field :data:`SHARED`."""
    everything: Side | None = None
    """The answer to every conflict not in ``choices``; None leaves such entries alone."""


class FaqExchange:
    def __init__(
        self,
        *,
        store: Store,
        edit_faq: EditFaq,
        edit_blocks: EditBlocks,
        officer: Callable[[], str],
    ) -> None:
        self._store = store
        self._edit_faq = edit_faq
        self._edit_blocks = edit_blocks
        self._officer = officer

    async def preview(self, path: Path, progress: Progress | None = None) -> ImportPreview:
        """What a file would do. Cancelling ends the reading at once.

        Raises Trouble(FileUnreadable | ReadOnly).
        """
        reading = Reading(path)
        work = asyncio.ensure_future(asyncio.to_thread(reading.contents))
        try:
            async with asyncio.timeout(SECONDS):
                contents = await asyncio.shield(work)
        except TimeoutError:
            raise Trouble(FileUnreadable(path, "slow")) from None
        finally:
            reading.end()
            if not work.done():
                with suppress(faq_file.Cancelled, Trouble):
                    await work
        return await self._compared(contents, progress or (lambda done, total: None))

    def decided(
        self, change: Change, choices: Mapping[str, Choice]
    ) -> tuple[FaqEntry, list[BrokenRule]]:
        """What an entry would be with ``choices``, and why it may not be stored so."""
        entry = merge(change.base, change.ours, change.theirs, choices).entry
        return entry, self._edit_faq.faults(entry)

    async def take(self, found: ImportPreview, decision: Decision | None = None) -> Imported:
        """Store what a preview found: all new entries, and the changes that are decided.

        One transaction: all of it or nothing. Raises Trouble(NotAllowed("faq", ...)) when an
        entry was edited here after the preview: look at the file again; and
        Trouble(BrokenRule) when what a person wrote may not be stored.
        """
        decision = decision or Decision()
        await asyncio.to_thread(self._refuse, found.changes, decision)
        taken: list[Taken] = []
        left = 0
        for change in found.changes:
            merged = _decided(change, decision)
            if merged is None:
                left += 1
            elif merged != change.ours:
                rejected = change.theirs if merged != change.theirs else None
                taken.append(Taken(merged, change.ours.revision, rejected))
        me = self._officer()
        shared = [each for each in found.shared if _taken_over(each, decision)]
        if found.entries or taken or shared:
            names = [each.name for each in shared if each.ours is not None]
            followed = await self._store.faq.take(
                found.entries, taken, me, shared, lambda entry: reviewed(entry, names)
            )
            if shared:
                await self._edit_blocks.follow(())
            brought = (*(e.id for e in found.entries), *(t.entry.id for t in taken))
            await self._edit_faq.spread(tuple(dict.fromkeys((*brought, *followed))))
        return Imported(len(found.entries), len(taken), left, found.bad_rows, len(shared))

    def _refuse(self, changes: Sequence[Change], decision: Decision) -> None:
        """The file was looked at row by row; what was written in its place, only here."""
        for change in changes:
            choices = decision.choices.get(change.ours.id, {})
            if any(isinstance(each, Own) for each in choices.values()):
                _, broken = self.decided(change, choices)
                if broken:
                    raise Trouble(broken[0])

    async def export_file(self, path: Path) -> int:
        """Write every entry of the team in the format of the ending; how many.

        Raises Trouble(ReadOnly | DiskFull | FileUnreadable).
        """
        entries = [e for e in await self._store.faq.all() if e.layer is Layer.TEAM]
        lineages = await self._store.faq.lineages()
        blocks = await self._store.blocks.all()
        told = {"entries": len(entries)}
        await self._store.audit.note(Act.EXPORTED, self._officer(), "faq", told)
        return await asyncio.to_thread(
            lambda: faq_file.save(path, exported(entries, lineages), blocks)
        )

    async def book(self, language: str = SPANISH) -> Book:
        """What is verified and current today, bound for telephone and counter (CTC-13)."""
        entries = await self._store.faq.all()
        today = self._edit_faq.today()
        topics = self._edit_faq.topics()
        names = {each.key: each.name for each in topics.shown}

        def made() -> Book:
            homed = [replace(each, topic=topics.home(each.topic)) for each in entries]
            return bound(homed, names, today, language=language)

        book = await asyncio.to_thread(made)
        told = {"entries": book.count}
        await self._store.audit.note(Act.EXPORTED, self._officer(), "faq_book", told)
        return book

    async def _compared(self, contents: Contents, progress: Progress) -> ImportPreview:
        stored = {e.id: e for e in await self._store.faq.all()}
        ours = await self._store.blocks.all()
        bad = list(contents.bad)
        shared = await asyncio.to_thread(self._look_at_blocks, contents.shared, ours, bad)
        blocks = {**{each.name: each.text for each in shared}, **ours}
        agreed = frozenset(s.name for s in contents.shared if blocks.get(s.name) == s.text)
        new: list[FaqEntry] = []
        changes: list[Change] = []
        same = 0
        for first in range(0, len(contents.rows), _AT_ONCE):
            progress(first, len(contents.rows))
            part = contents.rows[first : first + _AT_ONCE]
            differ = [row for row in part if row.entry.id in stored]
            histories = await self._store.faq.histories([row.entry.id for row in differ])
            said = [replace(row, entry=replace(row.entry, blocks=blocks)) for row in part]
            found = await asyncio.to_thread(self._look, said, stored, histories, agreed)
            for each in found:
                if isinstance(each, BadRow):
                    bad.append(each)
                elif isinstance(each, Change):
                    changes.append(each)
                elif each is None:
                    same += 1
                else:
                    new.append(each)
        return ImportPreview(
            tuple(new),
            tuple(changes),
            same,
            tuple(sorted(bad, key=lambda b: b.line)),
            contents.notes,
            shared,
        )

    def _look_at_blocks(
        self, shared: Sequence[SharedText], ours: Mapping[str, str], bad: list[BadRow]
    ) -> tuple[SharedText, ...]:
        """Those that are not here so, each with what is here; unusable ones go to ``bad``."""
        whole = {**{each.name: each.text for each in shared}, **ours}
        found = []
        for each in shared:
            if ours.get(each.name) == each.text:
                continue
            flaw = self._edit_blocks.flaw(each.name, each.text, whole)
            if flaw is not None:
                bad.append(BadRow(each.line, each.key, f"block_{flaw.block_flaw}"))
            else:
                found.append(replace(each, ours=ours.get(each.name)))
        return tuple(found)

    def _look(
        self,
        rows: Sequence[Row],
        stored: Mapping[str, FaqEntry],
        histories: Mapping[str, Sequence[FaqEntry]],
        agreed: frozenset[str],
    ) -> list[FaqEntry | Change | BadRow | None]:
        found = []
        for row in gently(rows):
            ours = stored.get(row.entry.id)
            row = _unanswered(row, ours, agreed)
            found.append(self._one(row, ours, histories.get(row.entry.id, ())))
        return found

    def _one(
        self, row: Row, ours: FaqEntry | None, history: Sequence[FaqEntry]
    ) -> FaqEntry | Change | BadRow | None:
        """A new entry, a change, a row that may not be stored, or nothing new."""
        if ours is not None and not ours.is_for(self._officer()):
            # Somebody's own: neither shown nor written over.
            return BadRow(row.line, row.entry.id, FaqRule.TAKEN, "")
        broken = self._edit_faq.faults(row.entry, new=ours is None)
        if broken:
            variant = broken[0].variant
            where = variant.language if variant is not None else ""
            return BadRow(row.line, row.entry.id, broken[0].rule, where)
        if ours is None:
            return row.entry
        theirs = _kept_here(row, ours)
        mark = fingerprint(theirs)
        if mark == fingerprint(ours):
            return None
        # A file made by hand has no lineage, but may be a text that this desk once had.
        base = base_of(history, row.lineage or (mark,))
        merged = merge(base, ours, theirs)
        if merged.entry == ours and not merged.conflicts:
            return None
        return Change(row.line, base, ours, theirs, merged)


def exported(
    entries: Sequence[FaqEntry], lineages: Mapping[str, Sequence[FaqEntry]]
) -> list[Exported]:
    """Entries with the fingerprints of their revisions, for a file."""
    return [
        Exported(e, tuple(dict.fromkeys(map(fingerprint, (e, *lineages.get(e.id, ())[:LINEAGE])))))
        for e in entries
    ]


def _taken_over(shared: SharedText, decision: Decision) -> bool:
    """Whether a block of a file is written: always a new one, another only when chosen."""
    if shared.ours is None:
        return True
    chosen = decision.choices.get(shared.key, {}).get(SHARED, decision.everything)
    return chosen is Side.THEIRS


def _unanswered(row: Row, ours: FaqEntry | None, agreed: frozenset[str]) -> Row:
    """A verified text that names shared blocks says here what ours say: unless it is the one
    that stands here, or the file has ``agreed`` on them, nobody has answered for that."""
    entry = row.entry
    texts = (entry.reply, *(each.reply for each in entry.translations))
    same = ours is not None and (ours.reply, ours.translations) == (entry.reply, entry.translations)
    blocks = sorted(reached(texts, entry.blocks) - agreed)
    if not blocks or same or entry.state not in {FaqState.VERIFIED, FaqState.ANTICIPATED}:
        return row
    reason = f"block:{blocks[0]}"
    return replace(row, entry=faq_life.moved(entry, FaqState.UNDER_REVIEW, reason))


def _kept_here(row: Row, ours: FaqEntry) -> FaqEntry:
    """The file's entry with what only this desk knows."""
    theirs = replace(
        row.entry,
        revision=ours.revision,
        updated_at=ours.updated_at,
        link_dead_since=ours.link_dead_since if row.entry.link == ours.link else None,
    )
    if row.has_state:
        return theirs
    return replace(
        theirs,
        state=ours.state,
        verified_by=ours.verified_by,
        verified_at=ours.verified_at,
        review_reason=ours.review_reason,
    )


def _decided(change: Change, decision: Decision) -> FaqEntry | None:
    """What the entry becomes; None when nobody has said."""
    chosen = decision.choices.get(change.ours.id)
    if chosen is None and change.decided:
        return change.merged.entry
    if chosen is None and decision.everything is None:
        return None
    chosen = chosen or {}
    settled = {
        c.field: chosen.get(c.field, decision.everything or Side.OURS)
        for c in change.merged.conflicts
    }
    return merge(change.base, change.ours, change.theirs, settled).entry

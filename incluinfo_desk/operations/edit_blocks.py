"""The texts that many answers share: who uses them, and what becomes of those who do."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from incluinfo_desk.domain import faq_life
from incluinfo_desk.domain.blocks import (
    expand,
    is_name,
    renamed,
    turns_round,
    unknown,
    users,
)
from incluinfo_desk.domain.faq import FaqEntry, FaqState
from incluinfo_desk.domain.length import LIMIT, weighted_length
from incluinfo_desk.domain.privacy import mask
from incluinfo_desk.domain.problems import BlockFlaw, BlockRefused, Trouble
from incluinfo_desk.operations.edit_faq import EditFaq
from incluinfo_desk.operations.ports import Clock
from incluinfo_desk.operations.suggesting import Suggesting
from incluinfo_desk.store.store import Store

_SPOKEN_FOR = frozenset({FaqState.VERIFIED, FaqState.ANTICIPATED})


@dataclass(frozen=True, slots=True)
class Block:
    name: str
    text: str
    used: int
    """Answers that say it, themselves or through another block; retired ones apart."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change of a block does to the answers that say it."""

    used: int
    verified: int
    """Of them, those that somebody answers for."""
    broken: int
    """Of those, the ones that could not be verified as they would be: too long, say."""


class EditBlocks:
    def __init__(
        self,
        *,
        store: Store,
        edit_faq: EditFaq,
        suggesting: Suggesting,
        clock: Clock,
        officer: Callable[[], str],
    ) -> None:
        self._store, self._edit_faq, self._suggesting = store, edit_faq, suggesting
        self._clock, self._officer = clock, officer

    async def all(self) -> tuple[Block, ...]:
        """By name."""
        blocks, entries = await self._store.blocks.all(), await self._seen()
        return tuple(
            Block(name, text, sum(_says(entry, name, blocks) for entry in entries))
            for name, text in sorted(blocks.items())
        )

    async def look(self, name: str, text: str) -> Effect:
        """What saving ``text`` would do; nothing is changed. Raises Trouble(BlockRefused)."""
        blocks = await self._store.blocks.all()
        if flaw := self.flaw(name, text, blocks):
            raise Trouble(flaw)
        then = {**blocks, name: text}
        entries = [e for e in await self._seen() if _says(e, name, then)]
        spoken = [replace(e, blocks=then) for e in entries if e.state in _SPOKEN_FOR]
        broken = await asyncio.to_thread(
            lambda: sum(bool(self._edit_faq.faults(e)) for e in spoken)
        )
        return Effect(len(entries), len(spoken), broken)

    async def save(self, name: str, text: str, *, was: str | None, verify: bool = False) -> None:
        """Write a block. Verified answers that say it go under review, or are verified anew by
        the officer who saves (``verify``), where they may be.

        ``was`` is the text that was edited, None for a new block. Raises Trouble(BlockRefused)
        or Trouble(NotAllowed) when somebody was quicker.
        """
        blocks = await self._store.blocks.all()
        if flaw := self.flaw(name, text, blocks):
            raise Trouble(flaw)
        me, now = self._officer(), self._clock.now()

        def change(entry: FaqEntry) -> FaqEntry:
            if not _says(entry, name, entry.blocks) or entry.state not in _SPOKEN_FOR:
                return entry
            if not entry.is_for(me):
                return entry  # somebody's own is theirs to look at; it goes by no single key
            if verify and me:
                verified = replace(faq_life.verified(entry, me, now), state=entry.state)
                if not self._edit_faq.check(verified):
                    return verified
            return reviewed(entry, [name])

        ids = await self._store.blocks.set(name, text, was=was, by=me, change=change)
        await self.follow(ids)

    async def rename(self, old: str, new: str) -> None:
        """Under another name; whoever says it follows. Raises Trouble(BlockRefused)."""
        blocks = await self._store.blocks.all()
        if not is_name(new) or new in blocks or old not in blocks:
            raise Trouble(BlockRefused(BlockFlaw.NAME, new))

        def change(entry: FaqEntry) -> FaqEntry:
            return replace(
                entry,
                reply=renamed(entry.reply, old, new),
                translations=tuple(
                    replace(each, reply=renamed(each.reply, old, new))
                    for each in entry.translations
                ),
            )

        ids = await self._store.blocks.rename(old, new, by=self._officer(), change=change)
        await self.follow(ids)

    async def remove(self, name: str) -> None:
        """Take away a block that nobody says. Raises Trouble(BlockRefused)."""
        blocks = await self._store.blocks.all()
        used = Trouble(BlockRefused(BlockFlaw.USED, name))
        if users(name, (text for key, text in blocks.items() if key != name), {}):
            raise used

        def unused(entry: FaqEntry) -> FaqEntry:
            if users(name, _texts(entry), {}):
                raise used
            return entry

        was, me = blocks.get(name), self._officer()
        ids = await self._store.blocks.set(name, None, was=was, by=me, change=unused)
        await self.follow(ids)

    # --- inside ---------------------------------------------------------------------------

    def flaw(self, name: str, text: str, blocks: Mapping[str, str]) -> BlockRefused | None:
        """Why ``text`` may not be what the block says beside the others; None when it may."""
        said = expand(text, blocks)
        missing = unknown(text, blocks)
        if not is_name(name):
            return BlockRefused(BlockFlaw.NAME, name)
        if not text.strip():
            return BlockRefused(BlockFlaw.EMPTY, name)
        if turns_round(name, text, blocks):
            return BlockRefused(BlockFlaw.ROUND, name)
        if weighted_length(said) > LIMIT:
            return BlockRefused(BlockFlaw.TOO_LONG, name)
        if missing:
            return BlockRefused(BlockFlaw.UNKNOWN, missing[0])
        if mask(said, self._suggesting.official).findings:
            return BlockRefused(BlockFlaw.PERSONAL_DATA, name)
        return None

    async def follow(self, ids: Sequence[str]) -> None:
        """Have suggestions and screens follow blocks, and the entries ``ids`` that say them."""
        await self._suggesting.follow_blocks()
        await self._edit_faq.spread(ids)

    async def _live(self) -> list[FaqEntry]:
        return [e for e in await self._store.faq.all() if e.state is not FaqState.RETIRED]

    async def _seen(self) -> list[FaqEntry]:
        """The team's and the officer's own."""
        return [e for e in await self._live() if e.is_for(self._officer())]


def reviewed(entry: FaqEntry, names: Iterable[str]) -> FaqEntry:
    """Under review when somebody answers for it and it says one of the blocks ``names``."""
    said = next((name for name in names if _says(entry, name, entry.blocks)), None)
    if said is None or entry.state not in _SPOKEN_FOR:
        return entry
    return faq_life.moved(entry, FaqState.UNDER_REVIEW, f"block:{said}")


def _texts(entry: FaqEntry) -> tuple[str, ...]:
    return (entry.reply, *(each.reply for each in entry.translations))


def _says(entry: FaqEntry, name: str, blocks: Mapping[str, str]) -> bool:
    return users(name, _texts(entry), blocks)

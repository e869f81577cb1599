"""What to know of an entry while it is written; read when the typing pauses. No Qt."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from incluinfo_desk.domain.faq import FaqEntry
from incluinfo_desk.domain.problems import Trouble

if TYPE_CHECKING:
    from incluinfo_desk.domain.plain_language import Hint
    from incluinfo_desk.operations.desk import Desk
    from incluinfo_desk.operations.find_twins import Twin

_PAUSE = 0.4
"""Seconds after the last key."""


class AdviceView(Protocol):
    def show_hints(self, hints: Sequence[Hint]) -> None: ...
    def show_twin(self, twin: Twin | None) -> None: ...


class Advice:
    """Plainer words for the answer, and the entry that asks the same already."""

    def __init__(self, desk: Desk, view: AdviceView) -> None:
        self._desk, self._view = desk, view
        self._of: FaqEntry | None = None

    def follow(self, entry: FaqEntry, stored: FaqEntry | None) -> None:
        """``entry`` as it stands in the form; ``stored`` as it was before."""
        if self._of is None or entry.id != self._of.id:
            self._view.show_twin(None)
        self._of = entry
        self._desk.background.start("faq advice", self._give(entry, stored), replace=True)

    async def _give(self, entry: FaqEntry, stored: FaqEntry | None) -> None:
        from incluinfo_desk.operations.find_twins import twin_of
        from incluinfo_desk.operations.plain_hints import plain_hints

        await asyncio.sleep(_PAUSE)
        address = self._desk.settings.address
        self._view.show_hints(await asyncio.to_thread(plain_hints, entry.spoken, address))
        # Sisters that stand side by side since long are nobody's news.
        before = {stored.question, *stored.variants} if stored is not None else set()
        twin = None
        try:
            for text in (entry.question, *entry.variants):
                if twin is None and text not in before:
                    twin = await twin_of(text, entry, self._desk.suggesting)
        except Trouble:
            return  # the list says what is wrong with the store
        self._view.show_twin(twin)

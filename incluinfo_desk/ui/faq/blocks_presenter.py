"""The shared blocks while their window is open. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from incluinfo_desk.domain import events
from incluinfo_desk.domain.problems import Problem
from incluinfo_desk.ui.errands import Errands

if TYPE_CHECKING:
    from incluinfo_desk.operations.desk import Desk
    from incluinfo_desk.operations.edit_blocks import Block, Effect


class BlocksView(Protocol):
    def show_blocks(self, blocks: Sequence[Block]) -> None: ...
    def ask_save(self, old: str | None, name: str, text: str, effect: Effect) -> None: ...
    def show_saved(self, name: str) -> None: ...
    def show_removed(self) -> None: ...
    def say_problem(self, problem: Problem) -> None: ...


class BlocksPresenter:
    """Fills one :class:`BlocksView`; nothing runs twice at a time."""

    def __init__(self, desk: Desk, view: BlocksView) -> None:
        self._desk, self._view = desk, view
        self._errands = Errands(desk.background, view.say_problem)
        self._blocks: dict[str, Block] = {}
        self._end: Callable[[], None] = desk.bus.subscribe(
            events.FaqChanged, lambda _: self.start()
        )

    @property
    def signs(self) -> bool:
        """Whether somebody is named who could verify."""
        return bool(self._desk.settings.officer_initials)

    def start(self) -> None:
        self._errands.anew("blocks read", self._read)

    def end(self) -> None:
        self._end()
        self._errands.drop("blocks read")

    def look(self, old: str | None, name: str, text: str) -> None:
        """Say what saving would do, and ask; a block that no answer says is saved at once.

        ``old`` is the name it had, None for a new one.
        """
        self._errands.once("blocks work", lambda: self._look(old, name, text))

    def save(self, old: str | None, name: str, text: str, *, verify: bool) -> None:
        self._errands.once("blocks work", lambda: self._save(old, name, text, verify))

    def remove(self, name: str) -> None:
        self._errands.once("blocks work", lambda: self._remove(name))

    # --- inside ----------------------------------------------------------------------------

    async def _read(self) -> None:
        blocks = await self._desk.edit_blocks.all()
        self._blocks = {block.name: block for block in blocks}
        self._view.show_blocks(blocks)

    async def _look(self, old: str | None, name: str, text: str) -> None:
        known = self._blocks.get(old or name)
        unchanged = known is not None and known.text == text
        # By its old name: nothing is renamed before the officer has said yes.
        effect = None if unchanged else await self._desk.edit_blocks.look(old or name, text)
        if effect is not None and effect.verified:
            self._view.ask_save(old, name, text, effect)
        else:
            await self._save(old, name, text, False)

    async def _save(self, old: str | None, name: str, text: str, verify: bool) -> None:
        edit = self._desk.edit_blocks
        if old is not None and old != name:
            await edit.rename(old, name)
            await self._read()
        known = self._blocks.get(name)
        if known is None or known.text != text:
            was = known.text if known is not None else None
            await edit.save(name, text, was=was, verify=verify)
        await self._read()
        self._view.show_saved(name)

    async def _remove(self, name: str) -> None:
        await self._desk.edit_blocks.remove(name)
        self._view.show_removed()
        await self._read()

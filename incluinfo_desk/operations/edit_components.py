"""Services and offices, edited in the window or brought in from a file."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from incluinfo_desk.domain.audit import Act
from incluinfo_desk.domain.incident import Component, Incident, StateChange
from incluinfo_desk.domain.offices import nearest_open
from incluinfo_desk.domain.problems import NotAllowed, Trouble
from incluinfo_desk.operations import component_file
from incluinfo_desk.operations.component_file import Found
from incluinfo_desk.store.store import Store


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of one component besides its data."""

    component: Component
    history: tuple[StateChange, ...]
    """The youngest first."""
    incidents: tuple[Incident, ...]
    """Those that touched it, the youngest first."""
    nearest: Component | None
    """The nearest open office of the same body, for an office."""


class EditComponents:
    def __init__(
        self,
        store: Store,
        officer: Callable[[], str],
        changed: Callable[[], Awaitable[None]],
    ) -> None:
        """``changed`` is awaited after every change, so that who asks is tied anew."""
        self._store, self._officer, self._changed = store, officer, changed

    async def record(self, id: str) -> Record | None:
        known = await self._store.incidents.components()
        found = next((each for each in known if each.id == id), None)
        if found is None:
            return None
        return Record(
            found,
            await self._store.incidents.history(id),
            await self._store.incidents.touching(id),
            nearest_open(found, known),
        )

    async def save(self, component: Component) -> None:
        """Store one, new or known. Raises Trouble(NotAllowed) naming the field and its rule."""
        flaw = component_file.flaw_of(component)
        if flaw is not None:
            raise Trouble(NotAllowed("component", *flaw))
        await self._store.incidents.change_component(component)
        await self._told([component.id], "window")

    async def preview(self, path: Path) -> Found:
        """What the file would change; nothing is stored. Raises Trouble(FileUnreadable)."""
        known = await self._store.incidents.components()
        return await asyncio.to_thread(component_file.compare, path, known)

    async def apply(self, found: Found) -> int:
        """Store what a file brings, if every row of it is good; how many.

        Raises Trouble(NotAllowed) while a row is bad: then nothing is stored.
        """
        if found.bad:
            first = found.bad[0]
            raise Trouble(NotAllowed("component", first.field, first.rule))
        await self._store.incidents.change_components(found.usable)
        await self._told([each.id for each in found.usable], "file")
        return len(found.usable)

    async def export(self, path: Path) -> int:
        """Write all of them to a CSV or JSON file; how many. Raises Trouble(ReadOnly…)."""
        known = await self._store.incidents.components()
        await self._store.audit.note(
            Act.EXPORTED, self._officer(), "components", {"count": len(known)}
        )
        return await asyncio.to_thread(component_file.save, path, known)

    async def _told(self, ids: list[str], how: str) -> None:
        told: dict[str, object] = {"count": len(ids), "ids": ids[:50], "from": how}
        await self._store.audit.note(Act.COMPONENTS_CHANGED, self._officer(), "", told)
        await self._changed()

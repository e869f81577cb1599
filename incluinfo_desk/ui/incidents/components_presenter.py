"""The services and offices: read, edited, and exchanged with files. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from incluinfo_desk.domain.events import IncidentsChanged
from incluinfo_desk.domain.incident import Component
from incluinfo_desk.domain.problems import Problem
from incluinfo_desk.operations.component_file import Found
from incluinfo_desk.operations.edit_components import Record
from incluinfo_desk.ui.errands import Errands

if TYPE_CHECKING:
    from incluinfo_desk.operations.desk import Desk


class ComponentsView(Protocol):
    def show_components(self, components: Sequence[Component]) -> None: ...
    def show_record(self, record: Record) -> None: ...
    def show_saved(self, component: Component) -> None: ...
    def show_preview(self, found: Found) -> None: ...
    def show_exported(self, path: Path, count: int) -> None: ...
    def say_problem(self, problem: Problem) -> None: ...


class ComponentsPresenter:
    def __init__(self, desk: Desk, view: ComponentsView) -> None:
        self._desk, self._view = desk, view
        self._errands = Errands(desk.background, view.say_problem)
        self._edit = desk.broadcasting.catalogue
        self._end = desk.bus.subscribe(IncidentsChanged, lambda _: self.refresh())
        self.refresh()

    def end(self) -> None:
        self._end()
        self._errands.drop("components", "component")

    def refresh(self) -> None:
        self._errands.anew("components", self._read)

    def select(self, id: str) -> None:
        async def read() -> None:
            record = await self._edit.record(id)
            if record is not None:
                self._view.show_record(record)

        self._errands.anew("component", read)

    def save(self, component: Component) -> None:
        async def write() -> None:
            await self._edit.save(component)
            self._view.show_saved(component)

        self._errands.once("component act", write)

    def preview(self, path: Path) -> None:
        async def read() -> None:
            self._view.show_preview(await self._edit.preview(path))

        self._errands.once("component act", read)

    def apply(self, found: Found) -> None:
        async def write() -> None:
            await self._edit.apply(found)

        self._errands.once("component act", write)

    def export(self, path: Path) -> None:
        async def write() -> None:
            self._view.show_exported(path, await self._edit.export(path))

        self._errands.once("component act", write)

    async def _read(self) -> None:
        self._view.show_components(await self._desk.broadcasting.components())

"""The FAQ's upkeep in one window: what is missing, coverage, norms, links."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QTabWidget, QVBoxLayout, QWidget

from incluinfo_desk.domain.problems import Problem
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.faq.gaps import CoverageTab, GapsTab
from incluinfo_desk.ui.faq.links import LinksTab
from incluinfo_desk.ui.faq.norms import BoeDialog, NormsTab
from incluinfo_desk.ui.faq.tab import UpkeepTab
from incluinfo_desk.ui.faq.upkeep_presenter import UpkeepPresenter
from incluinfo_desk.ui.messages import MessageBar
from incluinfo_desk.ui.theme import look

if TYPE_CHECKING:
    from incluinfo_desk.domain.gaps import TopicCoverage
    from incluinfo_desk.operations.check_links import LinkLine, Round
    from incluinfo_desk.operations.desk import Desk
    from incluinfo_desk.operations.find_gaps import Missing
    from incluinfo_desk.operations.watch_norms import BoeReport, NormLine


T = TypeVar("T", bound=UpkeepTab)


class View(IntEnum):
    """The tabs in their order."""

    GAPS = 0
    COVERAGE = 1
    NORMS = 2
    LINKS = 3


class UpkeepDialog(QDialog):
    """Implements :class:`~incluinfo_desk.ui.faq.upkeep_presenter.UpkeepView`."""

    entry_wanted = Signal(str)
    search_wanted = Signal(str)
    topic_wanted = Signal(str)
    draft_wanted = Signal(str)

    def __init__(self, parent: QWidget, desk: Desk, view: View) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Cuidado de la FAQ"))
        self.presenter = UpkeepPresenter(desk, self)
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(16))
        column.setSpacing(px(12))
        self._pages: list[QVBoxLayout] = []
        self._waits: dict[int, Callable[[], None]] = {}
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(self.windowTitle())
        names = (
            self.tr("Qué falta"), self.tr("Cobertura"), self.tr("Normas"), self.tr("Enlaces")
        )  # fmt: skip
        for name in names:
            page = QWidget()
            self._pages.append(QVBoxLayout(page))
            self._pages[-1].setContentsMargins(0, 0, 0, 0)
            self.tabs.addTab(page, name)
        self.tabs.setCurrentIndex(view)
        self.tabs.currentChanged.connect(self._tab)
        column.addWidget(self.tabs, 1)
        self._said = MessageBar()
        column.addWidget(self._said)
        close = Button(self.tr("Cerrar"), on_click=self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.finished.connect(lambda _: self.presenter.end())
        self.resize(look().room(self, 1000, 640))
        self._tab(view).table.setFocus()
        self.presenter.start()

    # --- the tabs: each grows when it is looked at ------------------------------------------

    @cached_property
    def gaps(self) -> GapsTab:
        tab = self._grown(View.GAPS, GapsTab())
        tab.draft_wanted.connect(self._leave)
        tab.draft_wanted.connect(self.draft_wanted)
        draft = QShortcut(QKeySequence("N"), tab)
        draft.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        draft.activated.connect(tab.open_chosen)
        return tab

    @cached_property
    def coverage(self) -> CoverageTab:
        tab = self._grown(View.COVERAGE, CoverageTab())
        tab.topic_wanted.connect(self._leave)
        tab.topic_wanted.connect(self.topic_wanted)
        return tab

    @cached_property
    def norms(self) -> NormsTab:
        tab = self._grown(View.NORMS, NormsTab())
        tab.changed.connect(self.presenter.register)
        tab.file_chosen.connect(self.presenter.read_boe)
        return tab

    @cached_property
    def links(self) -> LinksTab:
        return self._grown(
            View.LINKS, LinksTab(self.presenter.check_links, self.presenter.cancel_check)
        )

    def _tab(self, view: int) -> UpkeepTab:
        tab: UpkeepTab = getattr(self, View(view).name.lower())
        self._waits.pop(view, lambda: None)()
        return tab

    def _show(self, view: View, fill: Callable[[], None]) -> None:
        """Now, in the tab that is looked at; in another when somebody does."""
        self._waits[view] = fill
        if view == self.tabs.currentIndex():
            self._tab(view)

    def _grown(self, view: View, tab: T) -> T:
        self._pages[view].addWidget(tab)
        tab.entry_wanted.connect(self._leave)
        tab.entry_wanted.connect(self.entry_wanted)
        tab.search_wanted.connect(self._leave)
        tab.search_wanted.connect(self.search_wanted)
        return tab

    # --- what the presenter says -----------------------------------------------------------

    def show_gaps(self, missing: Sequence[Missing], coverage: Sequence[TopicCoverage]) -> None:
        self._show(View.GAPS, lambda: self.gaps.fill(missing, coverage))

    def show_coverage(self, coverage: Sequence[TopicCoverage]) -> None:
        self._show(View.COVERAGE, lambda: self.coverage.fill(coverage))

    def show_norms(self, lines: Sequence[NormLine]) -> None:
        self._show(View.NORMS, lambda: self.norms.fill(lines))

    def show_links(self, lines: Sequence[LinkLine]) -> None:
        self._show(View.LINKS, lambda: self.links.fill(lines))

    def show_progress(self, done: int, total: int) -> None:
        self.links.show_progress(done, total)

    def show_round(self, result: Round | None) -> None:
        self.links.show_round(result)

    def show_report(self, path: Path, report: BoeReport) -> None:
        BoeDialog(self, path, report, self.presenter.register_all).open()

    def say_registered(self, answers: int) -> None:
        words = self.tr("Cambio anotado: %Ln respuesta(s) en revisión.", "", answers)
        self._said.say(words, "ok")

    def say_problem(self, problem: Problem) -> None:
        self._said.say(wording.say(problem).sentence, "danger")

    # --- inside ----------------------------------------------------------------------------

    def _leave(self) -> None:
        """Back to the FAQ, where there is something to do."""
        self.accept()

"""The FAQ's upkeep in one window: what is missing, coverage, norms, links."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QTabWidget, QVBoxLayout, QWidget

from incluinfo_desk.domain.problems import Problem
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.faq.gaps import CoverageTab, GapsTab
from incluinfo_desk.ui.faq.links import LinksTab
from incluinfo_desk.ui.faq.norms import BoeDialog, NormsTab
from incluinfo_desk.ui.faq.upkeep_presenter import UpkeepPresenter
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.widgets import Button, MessageBar

if TYPE_CHECKING:
    from incluinfo_desk.domain.gaps import TopicCoverage
    from incluinfo_desk.operations.check_links import LinkLine, Round
    from incluinfo_desk.operations.desk import Desk
    from incluinfo_desk.operations.find_gaps import Missing
    from incluinfo_desk.operations.watch_norms import BoeReport, NormLine


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
        self.gaps, self.coverage, self.norms = GapsTab(), CoverageTab(), NormsTab()
        self.links = LinksTab(self.presenter.check_links, self.presenter.cancel_check)
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(16))
        column.setSpacing(px(12))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(self.windowTitle())
        self.tabs.addTab(self.gaps, self.tr("Qué falta"))
        self.tabs.addTab(self.coverage, self.tr("Cobertura"))
        self.tabs.addTab(self.norms, self.tr("Normas"))
        self.tabs.addTab(self.links, self.tr("Enlaces"))
        self.tabs.setCurrentIndex(view)
        column.addWidget(self.tabs, 1)
        self._said = MessageBar()
        column.addWidget(self._said)
        close = Button(self.tr("Cerrar"), on_click=self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self._connect()
        self.resize(look().room(self, 1000, 640))
        self.presenter.start()
        (self.gaps, self.coverage, self.norms, self.links)[view].table.setFocus()

    # --- what the presenter says -----------------------------------------------------------

    def show_gaps(self, missing: Sequence[Missing], coverage: Sequence[TopicCoverage]) -> None:
        self.gaps.fill(missing, coverage)
        self.coverage.fill(coverage)

    def show_norms(self, lines: Sequence[NormLine]) -> None:
        self.norms.fill(lines)

    def show_links(self, lines: Sequence[LinkLine]) -> None:
        self.links.fill(lines)

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

    def _connect(self) -> None:
        for tab in (self.gaps, self.coverage, self.norms, self.links):
            tab.entry_wanted.connect(self._leave)
            tab.entry_wanted.connect(self.entry_wanted)
            tab.search_wanted.connect(self._leave)
            tab.search_wanted.connect(self.search_wanted)
        self.coverage.topic_wanted.connect(self._leave)
        self.coverage.topic_wanted.connect(self.topic_wanted)
        self.gaps.draft_wanted.connect(self._leave)
        self.gaps.draft_wanted.connect(self.draft_wanted)
        self.norms.changed.connect(self.presenter.register)
        self.norms.file_chosen.connect(self.presenter.read_boe)
        draft = QShortcut(QKeySequence("N"), self.gaps)
        draft.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        draft.activated.connect(self.gaps.open_chosen)
        self.finished.connect(lambda _: self.presenter.end())

    def _leave(self) -> None:
        """Back to the FAQ, where there is something to do."""
        self.accept()

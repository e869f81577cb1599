"""The FAQ: list and form side by side, and below the form a box to try it out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QScrollArea, QSplitter, QVBoxLayout, QWidget

from incluinfo_desk.domain import abroad
from incluinfo_desk.domain.faq import FaqState
from incluinfo_desk.domain.faq_candidate import candidate
from incluinfo_desk.ui.channels_dialog import ChannelsDialog
from incluinfo_desk.ui.faq.blocks_dialog import open_blocks
from incluinfo_desk.ui.faq.book_dialog import BookDialog
from incluinfo_desk.ui.faq.book_pdf import write_pdf
from incluinfo_desk.ui.faq.form_pane import FormPane
from incluinfo_desk.ui.faq.form_presenter import FormPresenter
from incluinfo_desk.ui.faq.history import HistoryDialog
from incluinfo_desk.ui.faq.import_dialog import ImportDialog
from incluinfo_desk.ui.faq.intake_dialog import IntakeDialog
from incluinfo_desk.ui.faq.pane import FaqPane
from incluinfo_desk.ui.faq.presenter import FaqPresenter
from incluinfo_desk.ui.faq.proposals_dialog import open_proposals
from incluinfo_desk.ui.faq.reason import ReasonDialog
from incluinfo_desk.ui.faq.topics_dialog import open_topics
from incluinfo_desk.ui.faq.trial_pane import TrialPane
from incluinfo_desk.ui.faq.trial_presenter import TrialPresenter
from incluinfo_desk.ui.faq.upkeep import UpkeepDialog, View
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.widgets import ruler

if TYPE_CHECKING:
    from collections.abc import Sequence

    from incluinfo_desk.operations.desk import Desk
    from incluinfo_desk.operations.faq_exchange import ImportPreview
    from incluinfo_desk.store.faq import Revision
    from incluinfo_desk.ui.window import Window


_LIST = 280
"""Narrower than this the filters and the banner have no room for their words."""


class FaqPlace(QWidget):
    """The place with its presenters."""

    def __init__(self, window: Window, desk: Desk) -> None:
        # From the outside in: whatever a widget already holds is dressed anew each time it
        # gets another parent.
        super().__init__(window.places)
        self._window, self._desk = window, desk
        actions = window.actions_
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._columns = QSplitter(Qt.Orientation.Horizontal, self)
        self._columns.setChildrenCollapsible(False)
        self._columns.setHandleWidth(1)
        column.addWidget(self._columns)
        self.list = FaqPane(actions, self._columns)
        # Large text in a small window: the form's head is scrolled away, never cut.
        self._right = QScrollArea(self._columns)
        self._right.setWidgetResizable(True)
        self._right.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._right.setMinimumWidth(look().px(280))
        right = QWidget(self._right.viewport())
        inner = QVBoxLayout(right)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        self.form = FormPane(actions, right)
        self.trial = TrialPane(right)
        inner.addWidget(self.form, 1)
        inner.addWidget(ruler())
        inner.addWidget(self.trial)
        self._right.setWidget(right)
        self._columns.addWidget(self.list)
        self._columns.addWidget(self._right)
        self._columns.setStretchFactor(0, 0)
        self._columns.setStretchFactor(1, 1)
        window.state.follow(self._columns, lambda: "faq")
        self._dragged = window.state.restore(self._columns, "faq")
        self._columns.splitterMoved.connect(self._drag)
        self._entries = FaqPresenter(desk, self.list)
        self._editing = FormPresenter(desk, self.form)
        self._trying = TrialPresenter(desk, self.trial)
        self.list.presenter = self._entries
        self.form.presenter = self._editing
        self.trial.presenter = self._trying
        self._connect()
        self._bind()
        self._entries.start()
        self._editing.start()

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(560), look().px(360))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.list.setMinimumWidth(look().px(_LIST))
        self.trial.limit(event.size().height() // 5)
        if not self._dragged:
            px, width = look().px, event.size().width()
            left = min(px(384), max(px(_LIST), width - px(620)))
            self._columns.setSizes([left, width - left])

    def _drag(self) -> None:
        self._dragged = True

    def start_entry(self, question: str, reply: str = "", names: Sequence[str] = ()) -> None:
        """Begin a draft with a citizen's question, and with what we answered, if we did.

        Nothing of the person goes along: ``names`` are the citizen's, to be left out.
        """
        draft = candidate(question, reply, names, self._desk.suggesting.official)
        self._editing.new(draft.question, reply=draft.reply, link=draft.link)

    def arrive(self) -> None:
        self.list.take_focus()

    async def flush(self) -> None:
        """Note an edit that is not saved, so that the next start brings it back."""
        await self._editing.flush()

    def retranslate(self) -> None:
        for pane in (self.list, self.form, self.trial):
            pane.retranslate()

    # --- inside ----------------------------------------------------------------------------

    def _connect(self) -> None:
        window = self._window
        for pane in (self.list, self.form):
            pane.said.connect(lambda words, tone: window.say(words, tone))
            pane.problem_raised.connect(window.say_problem)
        self.trial.problem_raised.connect(window.say_problem)
        self.list.chosen.connect(self._open)
        self.list.several.connect(self.form.show_several)
        self.list.opened.connect(lambda: self.form.point_at("question"))
        self.list.bodies_known.connect(self.form.know_bodies)
        self.list.preview_ready.connect(self._show_preview)
        self.form.marked.connect(self.list.mark)
        self.form.history_ready.connect(self._show_history)
        self.form.state_wanted.connect(self._change)
        self.form.field_wanted.connect(self.list.change_field)
        self.trial.entry_wanted.connect(self._open)

    def _bind(self) -> None:
        bind = self._window.actions_.bind
        bind("faq.new", self._new)
        bind("faq.search", self.list.focus_search)
        bind("faq.save", self._editing.save)
        bind("faq.revert", self._editing.revert)
        bind("faq.history", self._editing.history)
        bind("faq.verify", lambda: self._change(FaqState.VERIFIED))
        bind("faq.review", lambda: self._change(FaqState.UNDER_REVIEW))
        bind("faq.retire", lambda: self._change(FaqState.RETIRED))
        bind("faq.anticipate", lambda: self._change(FaqState.ANTICIPATED))
        bind("faq.undo", self._entries.undo)
        bind("faq.redo", self._entries.redo)
        bind("faq.blocks", self._open_blocks)
        bind("faq.propose", self._editing.propose)
        bind("faq.proposals", self._open_proposals)
        bind("faq.intake", lambda: IntakeDialog(self, self._desk).open())
        bind("faq.topics", lambda: open_topics(self, self._desk))
        bind("faq.channels", self._open_channels)
        bind("faq.gaps", lambda: self._open_upkeep(View.GAPS))
        bind("faq.coverage", lambda: self._open_upkeep(View.COVERAGE))
        bind("faq.norms", lambda: self._open_upkeep(View.NORMS))
        bind("faq.links", lambda: self._open_upkeep(View.LINKS))
        bind("faq.import", self._ask_import)
        bind("faq.export", self._ask_export)
        bind("faq.book", self._ask_book)

    def _open(self, id: str) -> None:
        self.form.show_several(1)
        self._editing.open(id)

    def _new(self) -> None:
        self.form.show_several(1)
        self._editing.new(topic=self.list.filters.chosen_topic or "")

    def _change(self, state: FaqState) -> None:
        """Change what is chosen; an entry with edits is saved in the same step."""
        if state is FaqState.UNDER_REVIEW:
            ReasonDialog(self, lambda reason: self._change_now(state, reason)).open()
        else:
            self._change_now(state, "")

    def _change_now(self, state: FaqState, reason: str) -> None:
        if self._editing.dirty:
            self._editing.edit(review_reason=reason)
            self.list.confirm(1, state, lambda: self._editing.save(state))
        else:
            self.list.change_chosen(state, reason)

    def _open_upkeep(self, view: View) -> None:
        dialog = UpkeepDialog(self, self._desk, view)
        dialog.entry_wanted.connect(self._open)
        dialog.search_wanted.connect(self._look_for)
        dialog.topic_wanted.connect(self._look_at_topic)
        dialog.draft_wanted.connect(self.start_entry)
        dialog.open()

    def _open_blocks(self) -> None:
        dialog = open_blocks(self, self._desk)
        dialog.insert_wanted.connect(self.form.insert)

    def _open_proposals(self) -> None:
        open_proposals(self, self._desk).entry_wanted.connect(self._open)

    def _open_channels(self) -> None:
        entry = self._editing.entry
        procedure, body = (entry.procedure, entry.body) if entry is not None else ("", "")
        ChannelsDialog(
            self,
            procedure,
            body,
            self.form.insert if entry else None,
            self._desk.clock.now(),
            abroad=entry is not None and entry.topic == abroad.TOPIC,
        ).open()

    def _look_for(self, words: str) -> None:
        self.list.filters.clear()
        self.list.search.setText(words)

    def _look_at_topic(self, key: str) -> None:
        self.list.filters.clear()
        topics = self.list.filters.topic
        topics.setCurrentIndex(max(0, topics.findData(key)))

    def _ask_import(self) -> None:
        dialog = self._file_dialog(self.tr("Importar fichas"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self._entries.preview(Path(name)))
        dialog.open()

    def _ask_export(self) -> None:
        dialog = self._file_dialog(self.tr("Exportar la FAQ"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # The ending decides; without one, the format that officers open with a double click.
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile("faq.xlsx")
        dialog.fileSelected.connect(lambda name: self._entries.export_file(Path(name)))
        dialog.open()

    def _ask_book(self) -> None:
        BookDialog(self, self._ask_book_file).open()

    def _ask_book_file(self, language: str) -> None:
        dialog = QFileDialog(self, self.tr("Libro de la FAQ"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(
            [self.tr("Libro (*.pdf *.html)"), "PDF (*.pdf)", self.tr("Página web (*.html)")]
        )
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(self.tr("libro-faq.pdf"))
        dialog.fileSelected.connect(
            lambda name: self._entries.print_book(Path(name), language, write_pdf)
        )
        dialog.open()

    def _file_dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilters(
            [
                self.tr("Fichas (*.xlsx *.csv *.json *.md)"),
                self.tr("Hoja de cálculo (*.xlsx)"),
                self.tr("Texto con separadores (*.csv)"),
                "JSON (*.json)",
                "Markdown (*.md)",
            ]
        )
        return dialog

    def _show_preview(self, path: Path, found: ImportPreview) -> None:
        decide = self._desk.faq_exchange.decided
        ImportDialog(
            self, path, found, lambda decision: self._entries.take(found, decision), decide
        ).open()

    def _show_history(self, revisions: Sequence[Revision]) -> None:
        HistoryDialog(self, revisions, self._editing.restore, self._editing.restore_field).open()


def make(window: Window, desk: Desk) -> QWidget:
    return FaqPlace(window, desk)

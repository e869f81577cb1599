"""The list of the FAQ: search, filters, entries; what is done to many of them at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from incluinfo_desk.domain.faq import FaqEntry, FaqState
from incluinfo_desk.domain.problems import Problem
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.actions import Actions
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.faq.bulk_words import BulkWords
from incluinfo_desk.ui.faq.filters import Filters
from incluinfo_desk.ui.faq.list_model import FaqList
from incluinfo_desk.ui.faq.presenter import Done, FaqPresenter
from incluinfo_desk.ui.faq.row_delegate import EntryDelegate
from incluinfo_desk.ui.faq.row_view import RowView
from incluinfo_desk.ui.flow import FlowLayout
from incluinfo_desk.ui.labels import KeyBadge, PlainLabel
from incluinfo_desk.ui.messages import Banner, EmptyState, announce, tell
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.widgets import ruler

if TYPE_CHECKING:
    from incluinfo_desk.operations.edit_faq import Field, Look
    from incluinfo_desk.operations.faq_exchange import Imported, ImportPreview
    from incluinfo_desk.operations.faq_steps import Walked


class FaqPane(QWidget):
    """Implements :class:`~incluinfo_desk.ui.faq.presenter.FaqListView`."""

    chosen = Signal(str)
    """Id of the one entry to show."""
    several = Signal(int)
    """How many are chosen, when it is more than one."""
    opened = Signal()
    """Enter or double click: go on to the form."""
    said = Signal(str, str)
    problem_raised = Signal(object)
    preview_ready = Signal(object, object)
    bodies_known = Signal(object)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter: FaqPresenter | None = None
        self._actions = actions
        self._marked: str | None = None
        self._marking = False
        self._focus_wanted = False
        self._drafts = 0
        self._words = BulkWords(self)
        self.model = FaqList(self)
        self.model.page_wanted.connect(self._want)
        self._build()
        self.retranslate()
        look().changed.connect(self.view.doItemsLayout)
        actions.changed.connect(self._show_keys)

    # --- what the presenter says -----------------------------------------------------------

    def show_loading(self) -> None:
        self._empty.say(self.tr("Leyendo la FAQ…"), icon="faq", busy=True)
        self._pages.setCurrentWidget(self._empty)

    def show_total(self, total: int, *, anew: bool) -> None:
        if anew:
            self.model.show(total)
            self.view.scrollToTop()
        else:
            self.model.refresh(total)
        self.filters.show_found(total)
        self._show_emptiness()

    def show_page(self, page: int, entries: Sequence[FaqEntry], uses: Mapping[str, int]) -> None:
        self.model.put(page, entries, uses)
        if any(entry.id == self._marked for entry in entries):
            self.mark(self._marked)

    def show_counts(self, counts: dict[FaqState, int], everything: int) -> None:
        self.filters.show_counts(counts)
        self.search.setPlaceholderText(
            self.tr("Buscar en {cuantas} fichas").replace("{cuantas}", wording.number(everything)),
        )

    def show_bodies(self, bodies: Sequence[str]) -> None:
        self.filters.show_bodies(bodies)
        self.bodies_known.emit(tuple(bodies))

    def show_first_run(self, drafts: int) -> None:
        self._drafts = drafts
        words = self.tr(
            "%Ln respuesta(s) importada(s) como borrador. Verifíquelas antes de ofrecerlas.",
            "",
            drafts,
        )
        self._banner.say(
            words if drafts else "",
            "warning",
            self.tr("Verificar todas…"),
            self._verify_drafts,
        )

    def show_progress(self, done: int, total: int) -> None:
        self._progress_box.setVisible(total > 0)
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        words = self.tr("{hechas} de {total}")
        self._progress_words.setText(
            words.replace("{hechas}", wording.number(done)).replace(
                "{total}", wording.number(total)
            ),
        )

    def show_done(self, done: Done) -> None:
        self.said.emit(self._words.done(done), "warning" if done.refused else "ok")

    def ask_field(self, ids: Sequence[str], field: Field, look: Look) -> None:
        """What would change is said before it does."""
        if self.presenter is None:
            return
        presenter, question = self.presenter, self._words.field_question(field, look)
        if not look.changes:
            self.said.emit(question.detail, "warning")
            return
        tell(
            self,
            question.ask,
            question.detail,
            choices=(self.tr("Cancelar"), question.yes),
            then=lambda choice: presenter.set_field(ids, field) if choice == 1 else None,
        )

    def show_walked(self, walked: Walked | None, *, back: bool) -> None:
        tone = "warning" if walked is None or walked.left else "ok"
        self.said.emit(self._words.walked(walked, back=back), tone)

    def show_failure(self, problem: Problem) -> None:
        words = wording.say(problem)
        self._empty.say(words.sentence, self.tr("Volver a intentarlo"), self._retry, "faq")
        self._pages.setCurrentWidget(self._empty)

    def say_problem(self, problem: Problem) -> None:
        self.problem_raised.emit(problem)

    def show_preview(self, path: Path, found: ImportPreview) -> None:
        self.preview_ready.emit(path, found)

    def show_imported(self, result: Imported) -> None:
        tone = "warning" if result.bad_rows else "ok"
        self.said.emit(self._words.imported(result), tone)

    def show_exported(self, path: Path, count: int) -> None:
        words = self.tr("%Ln ficha(s) guardada(s) en {fichero}.", "", count)
        self.said.emit(words.replace("{fichero}", str(path)), "ok")

    def show_book(self, path: Path, count: int) -> None:
        words = self.tr("Libro con %Ln respuesta(s) guardado en {fichero}.", "", count)
        self.said.emit(words.replace("{fichero}", str(path)), "ok")

    # --- what others ask of it -----------------------------------------------------------------

    def mark(self, id: str | None) -> None:
        """Show which entry is in the form, without asking for it again."""
        self._marked = id
        place = self.model.place_of(id) if id else QModelIndex()
        self._marking = True
        if place.isValid():
            if self._ranges() != [(place.row(), place.row())]:
                # Two steps: what is current already is not selected by making it current.
                flags = QItemSelectionModel.SelectionFlag
                chosen = self.view.selectionModel()
                chosen.setCurrentIndex(place, flags.NoUpdate)
                chosen.select(place, flags.ClearAndSelect)
                self.view.scrollTo(place)
        elif id is None:
            self.view.selectionModel().clearSelection()
            self.view.selectionModel().clearCurrentIndex()
        self._marking = False

    def change_chosen(self, state: FaqState, reason: str = "") -> None:
        """Ask, then change the chosen entries to ``state``; ``reason`` is of a review."""
        ranges = self._ranges()
        count = sum(last - first + 1 for first, last in ranges)
        if not count or self.presenter is None:
            self.said.emit(self.tr("Elija antes una o varias fichas de la lista."), "warning")
            return
        presenter = self.presenter
        self.confirm(count, state, lambda: presenter.change(ranges, state, reason))

    def change_field(self, field: Field) -> None:
        """Look first, then ask, then give ``field`` to the chosen entries."""
        if self.presenter is not None:
            self.presenter.look_at_field(self._ranges(), field)

    def take_focus(self) -> None:
        """Have the list take the keys, at once or as soon as it is read."""
        self._focus_wanted = self._pages.currentWidget() is not self.view
        if not self._focus_wanted:
            self.view.setFocus()

    def focus_search(self) -> None:
        self._focus_wanted = False  # the list, once read, must not take the keys from here
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def retranslate(self) -> None:
        self._title.setText(self.tr("FAQ"))
        self._new.setText(self.tr("Nueva"))
        self._new.setAccessibleName(self.tr("Ficha nueva"))
        self._upkeep.setText(self.tr("Qué falta…"))
        self._import.setText(self.tr("Importar…"))
        self._export.setText(self.tr("Exportar…"))
        self.search.setAccessibleName(self.tr("Buscar en la FAQ"))
        self.search.setPlaceholderText(self.tr("Buscar en la FAQ"))
        self.view.setAccessibleName(self.tr("Fichas de la FAQ"))
        self._stop.setText(self.tr("Cancelar"))
        self.filters.retranslate()
        self.show_first_run(self._drafts)
        self._show_emptiness()
        self._show_keys()

    # --- inside ----------------------------------------------------------------------------

    def _build(self) -> None:
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(px(16), px(14), px(16), px(8))
        head.setSpacing(px(8))
        self._title = PlainLabel("", "title")
        first = QHBoxLayout()
        first.addWidget(self._title, 1)
        trigger = self._actions.trigger
        self._new = Button("", "", on_click=lambda: trigger("faq.new"))
        first.addWidget(self._new)
        head.addLayout(first)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self._slash = KeyBadge("/")
        inside = QHBoxLayout(self.search)
        inside.setContentsMargins(0, 0, px(8), 0)
        inside.addStretch()
        inside.addWidget(self._slash)
        self.search.textChanged.connect(lambda text: self._slash.setVisible(not text))
        self.search.textChanged.connect(
            lambda text: self.presenter.search(text) if self.presenter else None,
        )
        head.addWidget(self.search)
        self.filters = Filters()
        self.filters.changed.connect(self._filter)
        self.filters.cleared.connect(self.search.clear)
        head.addWidget(self.filters)
        self._banner = Banner()
        head.addWidget(self._banner)
        self._progress_box = self._build_progress()
        head.addWidget(self._progress_box)
        column.addLayout(head)
        column.addWidget(ruler())
        self._pages = QStackedWidget(self)
        column.addWidget(self._pages, 1)
        self.view = RowView(self._pages)
        self.view.setModel(self.model)
        self.view.setItemDelegate(EntryDelegate(self.view))
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._selected())
        self.view.activated.connect(lambda _: self.opened.emit())
        self._empty = EmptyState(parent=self._pages)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty)
        column.addWidget(ruler())
        foot = FlowLayout(px(8))
        foot.setContentsMargins(px(16), px(8), px(16), px(8))
        self._import = Button("", "small", on_click=lambda: trigger("faq.import"))
        self._export = Button("", "small", on_click=lambda: trigger("faq.export"))
        self._upkeep = Button("", "small", on_click=lambda: trigger("faq.gaps"))
        foot.addWidget(self._upkeep)
        foot.addWidget(self._import)
        foot.addWidget(self._export)
        column.addLayout(foot)

    def _build_progress(self) -> QFrame:
        box = QFrame()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(8))
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress_words = PlainLabel("", "meta")
        self._stop = Button(
            "", "small", on_click=lambda: self.presenter.cancel_change() if self.presenter else None
        )
        row.addWidget(self._progress, 1)
        row.addWidget(self._progress_words)
        row.addWidget(self._stop)
        box.hide()
        return box

    def _want(self, page: int) -> None:
        if self.presenter is not None:
            self.presenter.want(page)

    def _retry(self) -> None:
        if self.presenter is not None:
            self.presenter.retry()

    def _filter(self) -> None:
        if self.presenter is not None:
            chosen = self.filters
            self.presenter.choose(
                chosen.chosen_topic, chosen.chosen_body, chosen.chosen_state, chosen.chosen_only
            )

    def _ranges(self) -> list[tuple[int, int]]:
        """First and last place of each run of chosen rows."""
        places = sorted(each.row() for each in self.view.selectionModel().selectedRows())
        ranges: list[tuple[int, int]] = []
        for place in places:
            if ranges and ranges[-1][1] == place - 1:
                ranges[-1] = (ranges[-1][0], place)
            else:
                ranges.append((place, place))
        return ranges

    def _selected(self) -> None:
        if self._marking:
            return
        ranges = self._ranges()
        count = sum(last - first + 1 for first, last in ranges)
        if count > 1:
            self.several.emit(count)
            return
        if not ranges:
            return
        entry = self.model.entry(self.model.index(ranges[0][0]))
        if entry is not None:
            self._marked = entry.id
            self.chosen.emit(entry.id)

    def _verify_drafts(self) -> None:
        if self.presenter is not None:
            self.confirm(self._drafts, FaqState.VERIFIED, self.presenter.verify_drafts)

    def confirm(self, count: int, state: FaqState, then: Callable[[], object]) -> None:
        """Ask before an officer answers for entries, or takes them away."""
        if self.presenter is None:
            return
        spoken = state in {FaqState.VERIFIED, FaqState.ANTICIPATED}
        missing = self.presenter.verifier_missing() if spoken else None
        if missing is not None:
            self.problem_raised.emit(missing)
            return
        question = self._words.question(count, state, *self.presenter.officer)
        if question is None:
            then()
            return
        tell(
            self,
            question.ask,
            question.detail,
            choices=(self.tr("Cancelar"), question.yes),
            then=lambda choice: then() if choice == 1 else None,
        )

    def _show_keys(self) -> None:
        self._new.set_keys(self._actions.keys("faq.new"))
        self._upkeep.set_keys(self._actions.keys("faq.gaps"))
        self._slash.setText(self._actions.keys("faq.search"))

    def _show_emptiness(self) -> None:
        filtered = self.presenter is not None and self.presenter.filtered
        self.filters.show_filtered(filtered)
        if self.model.rowCount():
            self._pages.setCurrentWidget(self.view)
            if self._focus_wanted:
                self._focus_wanted = False
                self.view.setFocus()
            return
        self._pages.setCurrentWidget(self._empty)
        if filtered:
            words = self.tr("Ninguna ficha cumple lo que busca.")
            self._empty.say(words, self.tr("Quitar filtros"), self.filters.clear, "search")
            announce(self._empty, words)
        else:
            self._empty.say(
                self.tr("La FAQ está vacía. Escriba la primera ficha o importe un fichero."),
                self.tr("Ficha nueva"),
                lambda: self._actions.trigger("faq.new"),
                "faq",
            )

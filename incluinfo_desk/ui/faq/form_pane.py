"""The form of one entry, for people who are no programmers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from incluinfo_desk.domain.faq import FaqEntry, FaqState, Layer, NotOfferable
from incluinfo_desk.domain.faq_life import MOVES
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.domain.problems import Problem
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.actions import Actions
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.faq.bulk_page import BulkPage
from incluinfo_desk.ui.faq.form_presenter import Choice, FormCheck, FormPresenter
from incluinfo_desk.ui.faq.form_sheet import FormSheet
from incluinfo_desk.ui.faq.rows import date_words, offer_words, revision_words, state_words
from incluinfo_desk.ui.flow import FlowLayout
from incluinfo_desk.ui.labels import ElidedLabel, PlainLabel
from incluinfo_desk.ui.messages import EmptyState, tell
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.widgets import ruler

if TYPE_CHECKING:
    from incluinfo_desk.domain.plain_language import Hint
    from incluinfo_desk.operations.find_twins import Twin
    from incluinfo_desk.store.faq import Revision

_FOOT = 480
"""Below this width, as drawn, what is to be said stands above the buttons."""


class FormPane(QWidget):
    """Implements :class:`~incluinfo_desk.ui.faq.form_presenter.FaqFormView`."""

    said = Signal(str, str)
    problem_raised = Signal(object)
    marked = Signal(object)
    """Id of the entry in the form, None for none or a new one."""
    history_ready = Signal(object)
    state_wanted = Signal(object)
    field_wanted = Signal(object)
    """A field for all the entries that are chosen."""
    """The state that a button of the form asks for."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter: FormPresenter | None = None
        self._actions = actions
        self._entry: FaqEntry | None = None
        self._facts: tuple[bool, int, NotOfferable | None] = (False, 0, None)
        self._tips = 0
        self._check: FormCheck | None = None
        self._several = 0
        self._build()
        self.retranslate()
        actions.changed.connect(self._show_keys)
        self.show_closed()

    # --- what the presenter says -----------------------------------------------------------

    def show_closed(self) -> None:
        self._entry = self._check = None
        self._enable()
        self._show_empty()

    def show_entry(
        self,
        entry: FaqEntry,
        *,
        new: bool,
        used: int,
        why: NotOfferable | None,
        tips: int = 0,
    ) -> None:
        other = self._entry is None or self._entry.id != entry.id
        self._entry, self._facts, self._tips = entry, (new, used, why), tips
        self._sheet.load(entry)
        self._sheet.allow_personal(new or entry.layer is Layer.PERSONAL)
        self._show_head()
        self._pages.setCurrentWidget(self._form)
        if other:
            self._area.verticalScrollBar().setValue(0)

    def show_check(self, check: FormCheck) -> None:
        self._check = check
        self._sheet.show_check(check)
        self._enable()
        self._show_line()

    def insert(self, text: str) -> None:
        """Put ``text`` at the cursor of the reply, when an entry is open."""
        if self._entry is not None:
            self._sheet.insert(text)

    def show_hints(self, hints: Sequence[Hint]) -> None:
        self._sheet.show_hints(hints)

    def show_twin(self, twin: Twin | None) -> None:
        self._sheet.show_twin(twin)

    def show_saving(self, busy: bool) -> None:
        self._save.setEnabled(not busy)
        self._line.setText(self.tr("Guardando…") if busy else "")

    def point_at(self, field: str) -> None:
        found = self.fields[field]
        found.point()
        self._area.ensureWidgetVisible(found)

    def ask_unsaved(self, question: str, then: Callable[[Choice], object]) -> None:
        choices = (Choice.STAY, Choice.DISCARD, Choice.SAVE)
        words = self.tr("¿Guardar los cambios de «{pregunta}»?")
        tell(
            self,
            words.replace("{pregunta}", question or self.tr("ficha nueva")),
            self.tr("Hay cambios que no ha guardado."),
            choices=(self.tr("Seguir editando"), self.tr("Descartar"), self.tr("Guardar")),
            then=lambda which: then(choices[which] if which >= 0 else Choice.STAY),
        )

    def ask_conflict(self, stored: FaqEntry, then: Callable[[Choice], object]) -> None:
        choices = (Choice.STAY, Choice.DISCARD, Choice.SAVE)
        tell(
            self,
            self.tr("Alguien ha cambiado esta ficha mientras usted la editaba."),
            self.tr(
                "Ahora está guardada la versión {numero}, con esta respuesta:\n\n{respuesta}\n\n"
                "Si guarda la suya encima, la otra queda en el historial.",
            )
            .replace("{numero}", str(stored.revision))
            .replace("{respuesta}", displayable(stored.rendered())),
            choices=(
                self.tr("Seguir editando"),
                self.tr("Descartar lo mío"),
                self.tr("Guardar lo mío encima"),
            ),
            then=lambda which: then(choices[which] if which >= 0 else Choice.STAY),
        )

    def mark(self, id: str | None) -> None:
        self.marked.emit(id)

    def say_saved(self, entry: FaqEntry) -> None:
        state = wording.faq_state(entry.state)
        words = self.tr("Ficha guardada: {estado}, versión {numero}.")
        self.said.emit(
            words.replace("{estado}", state.lower()).replace("{numero}", str(entry.revision)),
            "ok",
        )

    def say_proposed(self) -> None:
        self.said.emit(
            self.tr("Propuesta hecha: la decide quien edita. La ficha sigue igual."), "ok"
        )

    def say_recovered(self) -> None:
        self.said.emit(
            self.tr("Se han recuperado los cambios que no guardó la última vez."), "warning"
        )

    def say_problem(self, problem: Problem) -> None:
        self.problem_raised.emit(problem)

    def show_history(self, revisions: Sequence[Revision]) -> None:
        self.history_ready.emit(revisions)

    # --- what others ask of it -----------------------------------------------------------------

    def show_several(self, count: int) -> None:
        """Many entries are chosen in the list: offer what can be done to all of them."""
        self._several = count
        if count > 1:
            self._bulk.show_several(count)
            self._pages.setCurrentWidget(self._bulk)
        elif self._pages.currentWidget() is self._bulk:
            self._pages.setCurrentWidget(self._form if self._entry else self._empty)

    def retranslate(self) -> None:
        self._sheet.retranslate()
        for state, button in (*self._form_buttons.items(), *self._bulk_buttons.items()):
            button.setText(self._state_action(state))
        self._history.setText(self.tr("Historial…"))
        self._revert.setText(self.tr("Deshacer cambios"))
        self._save.setText(self.tr("Guardar"))
        self._show_keys()
        self._show_empty()
        self.show_several(self._several)
        if self._entry is not None:
            self._show_head()

    # --- inside ----------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._pages = QStackedWidget(self)
        column.addWidget(self._pages)
        self._empty = EmptyState(parent=self._pages)
        self._form = QWidget(self._pages)
        self._bulk = BulkPage(self._pages)
        self._bulk.field_wanted.connect(self.field_wanted)
        self._bulk_buttons = self._add_state_buttons(self._bulk.states)
        inner = QVBoxLayout(self._form)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self._build_head())
        inner.addWidget(ruler())
        self._area = QScrollArea(self._form)
        self._area.setMinimumHeight(look().px(96))
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sheet = FormSheet(self._area.viewport())
        self._sheet.edited.connect(self._edited)
        self._sheet.twin_wanted.connect(self._open_twin)
        self.fields = self._sheet.fields
        self._area.setWidget(self._sheet)
        inner.addWidget(self._area, 1)
        inner.addWidget(ruler())
        inner.addWidget(self._build_foot())
        for page in (self._empty, self._form, self._bulk):
            self._pages.addWidget(page)

    def _build_head(self) -> QWidget:
        px = look().px
        head = QWidget(self._form)
        column = QVBoxLayout(head)
        column.setContentsMargins(px(24), px(14), px(24), px(10))
        column.setSpacing(px(6))
        self._title = PlainLabel("", "title").wrapped()
        column.addWidget(self._title)
        facts = QWidget(head)
        flow = FlowLayout(px(8), facts)
        self._state, self._id = PlainLabel("", "meta"), PlainLabel("", "meta").selectable()
        self._offer, self._review, self._who, self._used = (
            ElidedLabel("", "meta") for _ in range(4)
        )
        for fact in (self._offer, self._review, self._who, self._used):
            fact.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        for label in (
            self._state,
            self._offer,
            self._review,
            self._who,
            self._used,
            self._id,
        ):
            flow.addWidget(label)
        column.addWidget(facts)
        buttons = QWidget(head)
        row = FlowLayout(px(8), buttons)
        self._form_buttons = self._add_state_buttons(row)
        self._history = Button("", "small", on_click=lambda: self._actions.trigger("faq.history"))
        row.addWidget(self._history)
        column.addWidget(buttons)
        return head

    def _add_state_buttons(self, row: FlowLayout) -> dict[FaqState, Button]:
        made: dict[FaqState, Button] = {}
        for state in (
            FaqState.VERIFIED,
            FaqState.ANTICIPATED,
            FaqState.UNDER_REVIEW,
            FaqState.DRAFT,
            FaqState.RETIRED,
        ):
            button = Button("", "small", on_click=partial(self.state_wanted.emit, state))
            row.addWidget(button)
            made[state] = button
        return made

    def _build_foot(self) -> QWidget:
        px = look().px
        foot = QWidget(self._form)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight, foot)
        self._foot.setContentsMargins(px(24), px(8), px(24), px(8))
        self._foot.setSpacing(px(8))
        self._line = PlainLabel("", "meta").wrapped()
        self._foot.addWidget(self._line, 1)
        row = FlowLayout(px(8), right=True)
        trigger = self._actions.trigger
        self._revert = Button("", "", on_click=lambda: trigger("faq.revert"))
        self._save = Button("", "primary", on_click=lambda: trigger("faq.save"))
        row.addWidget(self._revert)
        row.addWidget(self._save)
        self._foot.addLayout(row)
        return foot

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= look().px(_FOOT)
        self._foot.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )
        side = look().px(24 if wide else 12)
        self._foot.setContentsMargins(side, look().px(8), side, look().px(8))
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Room for the head as it breaks at this width, for a field, and for the buttons."""
        least = super().minimumSizeHint()
        layout = self._form.layout()
        if layout is None or self._pages.currentWidget() is not self._form:
            return least
        high = layout.totalMinimumHeightForWidth(self.width())
        return QSize(least.width(), max(least.height(), high))

    def know_bodies(self, bodies: Sequence[str]) -> None:
        """Bodies to propose; others can be written."""
        self._sheet.know_bodies(bodies)
        self._bulk.know_bodies(bodies)

    def _edited(self, name: str, value: object) -> None:
        if self._entry is not None and self.presenter is not None:
            self.presenter.edit(**{name: value})

    def _open_twin(self, id: str) -> None:
        if self.presenter is not None:
            self.presenter.open(id)

    def _show_head(self) -> None:
        entry = self._entry
        if entry is None:
            return
        new, used, why = self._facts
        title = self.tr("Ficha nueva") if new else displayable(entry.question)
        self._title.setText(title)
        words, tone = state_words(entry.state)
        self._state.setText(words)
        self._state.set_tone("" if tone == "muted" else tone)
        self._offer.setText(f"· {offer_words(entry, why)}" if not new else "")
        self._offer.set_tone("warning" if why in _TOLD else "")
        review, tone = date_words(entry, date.today())  # noqa: DTZ011
        self._review.setText(f"· {review}" if not new else "")
        self._review.set_tone("" if tone == "muted" else tone)
        who, used_words = [revision_words(entry)], ""
        if entry.verified_by and entry.verified_at:
            by = self.tr("verificada por {quien} el {fecha}")
            when = wording.day(entry.verified_at.astimezone().date())
            who.append(by.replace("{quien}", entry.verified_by).replace("{fecha}", when))
        if used:
            used_words = self.tr("usada %Ln vez(veces)", "", used)
        if self._tips:
            said = self.tr("%Ln persona(s) han señalado una mejora", "", self._tips)
            used_words = " · ".join(filter(None, (used_words, said)))
        self._used.setText(f"· {used_words}" if used_words else "")
        self._who.setText("· " + " · ".join(who) if not new else "")
        self._id.setText(f"· {entry.id}" if not new else "")
        for label in (self._offer, self._review, self._who, self._id):
            label.setVisible(not new)
        self._used.setVisible(bool(used_words) and not new)
        for state, button in self._form_buttons.items():
            button.setVisible(not new and state in MOVES[entry.state] - {entry.state})
        self._history.setVisible(not new)
        self.updateGeometry()

    def _show_empty(self) -> None:
        self._bulk.retranslate()
        self._empty.say(
            self.tr("Aquí se lee y se cambia la ficha que elija en la lista."),
            self.tr("Ficha nueva"),
            lambda: self._actions.trigger("faq.new"),
            "faq",
        )
        if self._entry is None and self._pages.currentWidget() is not self._bulk:
            self._pages.setCurrentWidget(self._empty)

    def _show_line(self) -> None:
        check = self._check
        if check is None:
            return
        tone, words = "", ""
        if check.broken:
            count = len(check.broken)
            tone, words = "danger", self.tr("▲ Hay %Ln campo(s) que corregir.", "", count)
        elif check.dirty and check.spoken_for:
            tone = "warning"
            words = self.tr("▲ Al guardar, usted responde de esta ficha verificada.")
        elif check.dirty:
            tone, words = "warning", self.tr("● Cambios sin guardar")
        self._line.setText(words)
        self._line.set_tone(tone)

    def _enable(self) -> None:
        dirty = self._check is not None and self._check.dirty
        self._save.setEnabled(dirty)
        self._revert.setEnabled(dirty)
        self._actions.set_enabled("faq.save", dirty)
        self._actions.set_enabled("faq.revert", dirty)
        self._actions.set_enabled("faq.propose", dirty)
        self._actions.set_enabled("faq.history", self._entry is not None and not self._facts[0])

    def _show_keys(self) -> None:
        self._save.set_keys(self._actions.keys("faq.save"))
        for state, button in (*self._form_buttons.items(), *self._bulk_buttons.items()):
            button.set_keys(self._actions.keys(_ACTIONS[state]) if state in _ACTIONS else "")

    def _state_action(self, state: FaqState) -> str:
        match state:
            case FaqState.VERIFIED:
                return self.tr("Verificar")
            case FaqState.ANTICIPATED:
                return self.tr("Anticipar")
            case FaqState.UNDER_REVIEW:
                return self.tr("Poner en revisión")
            case FaqState.RETIRED:
                return self.tr("Retirar")
            case _:
                return self.tr("Volver a borrador")


_TOLD = frozenset(
    {NotOfferable.UNDER_REVIEW, NotOfferable.EXPIRED, NotOfferable.LINK_DEAD, NotOfferable.NOT_YET}
)
"""What an officer has to do something about, or to wait for."""
_ACTIONS = {FaqState.VERIFIED: "faq.verify", FaqState.RETIRED: "faq.retire"}

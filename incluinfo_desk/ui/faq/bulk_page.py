"""What can be done to many entries at once: their state, and one field of all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QVBoxLayout, QWidget

from incluinfo_desk.operations.edit_faq import Field
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.flow import FlowLayout
from incluinfo_desk.ui.form_field import FormField
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.theme import look

_NEXT_REVIEW = timedelta(days=180)
"""What the date proposes: half a year, as the starter FAQ does."""
_WIDEST = 520


class BulkPage(QWidget):
    field_wanted = Signal(object)
    """A :class:`~incluinfo_desk.operations.edit_faq.Field` for all that are chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(24), px(24), px(24))
        column.setSpacing(px(12))
        self._title = PlainLabel("", "title").wrapped()
        self._hint = PlainLabel("", "muted").wrapped()
        self.states = FlowLayout(px(8))
        """The buttons that change the state; the pane fills it."""
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addLayout(self.states)
        self.topic, self.body, self.review = QComboBox(), QComboBox(), QDateEdit()
        self.body.setEditable(True)
        self.body.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.review.setCalendarPopup(True)
        ahead = date.today() + _NEXT_REVIEW  # noqa: DTZ011 - the officer's own calendar
        self.review.setDate(QDate(ahead.year, ahead.month, ahead.day))
        self._buttons: list[Button] = []
        self._fields = [
            self._row(self.topic, lambda: Field("topic", self.topic.currentData() or "")),
            self._row(self.body, lambda: Field("body", self.body.currentText().strip())),
            self._row(self.review, lambda: Field("review_by", self._day())),
        ]
        for field in self._fields:
            column.addWidget(field)
        column.addStretch()

    def show_several(self, count: int) -> None:
        self._title.setText(self.tr("%Ln fichas elegidas", "", count))

    def know_bodies(self, bodies: Sequence[str]) -> None:
        words = self.body.currentText()
        self.body.clear()
        self.body.addItems(list(bodies))
        self.body.setCurrentText(words)

    def retranslate(self) -> None:
        self._hint.setText(
            self.tr("Lo que pulse aquí vale para todas. Antes de hacerlo se le pregunta.")
        )
        topic = self.topic.currentData()
        self.topic.clear()
        for key in wording.topics():
            self.topic.addItem(wording.topic(key), key)
        self.topic.setCurrentIndex(max(0, self.topic.findData(topic)))
        names = (self.tr("Tema"), self.tr("Organismo competente"), self.tr("Revisar antes de"))
        for field, name, button in zip(self._fields, names, self._buttons, strict=True):
            field.say(name)
            button.setText(self.tr("Poner a todas…"))
            spoken = self.tr("Poner a todas: {campo}")
            button.setAccessibleName(spoken.replace("{campo}", name))

    def _row(self, editor: QWidget, made: Callable[[], Field]) -> FormField:
        editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button = Button("", "small", on_click=lambda: self.field_wanted.emit(made()))
        self._buttons.append(button)
        field = FormField(editor, button)
        field.setMaximumWidth(look().px(_WIDEST))
        return field

    def _day(self) -> date:
        chosen = self.review.date()
        return date(chosen.year(), chosen.month(), chosen.day())

"""Every version of an entry: who changed what and when, and the way back, whole or by field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from incluinfo_desk.domain.audit import CLOCKWORK
from incluinfo_desk.domain.faq import FaqEntry, editable_fields
from incluinfo_desk.domain.faq_diff import FieldChange, changes
from incluinfo_desk.domain.faq_proposal import credit_of
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.faq.change_words import change_lines, field_name
from incluinfo_desk.ui.faq.rows import state_words
from incluinfo_desk.ui.form_field import Sheet
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.widgets import Card, clear

if TYPE_CHECKING:
    from incluinfo_desk.store.faq import Revision


class HistoryDialog(QDialog):
    """The versions at the left; at the right what each one changed against the one before."""

    def __init__(
        self,
        parent: QWidget,
        revisions: Sequence[Revision],
        restore: Callable[[FaqEntry], object],
        restore_field: Callable[[str, object], object],
    ) -> None:
        """``restore`` puts a version into the form, ``restore_field`` one field of it."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Historial de la ficha"))
        self._revisions = tuple(revisions)
        self._restore, self._restore_field = restore, restore_field
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(16))
        column.setSpacing(px(12))
        middle = QHBoxLayout()
        middle.setSpacing(px(16))
        middle.addWidget(self._build_list(), 2)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(self.tr("Qué cambió"))
        inner = Sheet()
        self._cards = QVBoxLayout(inner)
        self._cards.setContentsMargins(0, 0, px(8), 0)
        self._cards.setSpacing(px(8))
        self._area.setWidget(inner)
        middle.addWidget(self._area, 4)
        column.addLayout(middle, 1)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addStretch()
        row.addWidget(Button(self.tr("Cerrar"), on_click=self.reject))
        self._put_back = Button(
            self.tr("Poner este texto en el formulario"), "primary", on_click=self._accept
        )
        row.addWidget(self._put_back)
        column.addLayout(row)
        self.resize(look().room(self, 900, 560))
        self.list.setCurrentRow(0)

    # --- inside ----------------------------------------------------------------------------

    def _build_list(self) -> QListWidget:
        px = look().px
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Versiones"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setMinimumWidth(px(130))
        self.list.setSpacing(px(4))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        for each in self._revisions:
            state = state_words(each.entry.state)[0]
            head = self.tr("Versión {numero}").replace("{numero}", str(each.entry.revision))
            words = f"{head} · {state}\n{wording.day_and_time(each.at)} · {self._who(each.by)}"
            self.list.addItem(QListWidgetItem(words))
        self.list.currentRowChanged.connect(self._show)
        return self.list

    def _who(self, by: str) -> str:
        if by == CLOCKWORK:
            return self.tr("la mesa, por sí misma")
        author, editor = credit_of(by)
        name = displayable(editor) or self.tr("sin nombre")
        if not author:
            return name
        words = self.tr("propuesta de {autor}, aprobada por {editor}")
        return words.replace("{autor}", displayable(author)).replace("{editor}", name)

    def _show(self, place: int) -> None:
        clear(self._cards)
        self._put_back.setEnabled(place > 0)  # the first is what the form holds
        if not 0 <= place < len(self._revisions):
            return
        entry = self._revisions[place].entry
        if place + 1 < len(self._revisions):
            before = self._revisions[place + 1].entry
            found = changes(before, entry)
            parts: list[QWidget] = [self._card(change) for change in found]
            parts = parts or [PlainLabel(self.tr("Se guardó sin cambios."), "muted")]
        else:
            parts = [self._first(entry)]
        for part in parts:
            self._cards.addWidget(part)
            part.show()  # at once, so that a screen reader finds it
        self._cards.addStretch()
        self._area.verticalScrollBar().setValue(0)

    def _first(self, entry: FaqEntry) -> Card:
        card = Card()
        card.body.addWidget(PlainLabel(self.tr("Así empezó"), "meta"))
        question = PlainLabel(displayable(entry.question), "strong").wrapped().selectable()
        card.body.addWidget(question)
        card.body.addWidget(PlainLabel(displayable(entry.rendered())).wrapped().selectable())
        facts = (entry.body, entry.legal_basis or "", entry.source or "")
        card.body.addWidget(PlainLabel(wording.listed(facts), "meta").wrapped().selectable())
        return card

    def _card(self, change: FieldChange) -> Card:
        card = change_card(change)
        if change.name in editable_fields():
            back = Button(
                self.tr("Recuperar"),
                "small",
                on_click=partial(self._bring_back, change.name, change.before),
            )
            back.setAccessibleName(
                self.tr("Recuperar lo de antes en «{campo}»").replace(
                    "{campo}", field_name(change.name)
                )
            )
            card.body.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _bring_back(self, name: str, value: object) -> None:
        self._restore_field(name, value)
        self.accept()

    def _accept(self) -> None:
        place = self.list.currentRow()
        if 0 <= place < len(self._revisions):
            self._restore(self._revisions[place].entry)
        self.accept()


def change_card(change: FieldChange) -> Card:
    """What went and what came in one field."""
    card = Card()
    card.body.setSpacing(look().px(6))
    card.body.addWidget(PlainLabel(field_name(change.name), "strong").wrapped())
    for sign, words, tone in change_lines(change):
        label = PlainLabel(f"{sign} {words}").wrapped().selectable()
        label.set_tone(tone)
        card.body.addWidget(label)
    return card

"""What colleagues would have answers say, and what citizens taught us; an editor decides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from incluinfo_desk.domain.faq_merge import Side
from incluinfo_desk.domain.faq_proposal import FaqProposal
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.domain.problems import Problem
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.faq.change_words import field_name
from incluinfo_desk.ui.faq.history import change_card
from incluinfo_desk.ui.faq.proposals_presenter import ProposalsPresenter
from incluinfo_desk.ui.flow import FlowLayout
from incluinfo_desk.ui.form_field import FormField, Sheet
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.messages import EmptyState, MessageBar
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.widgets import clear

if TYPE_CHECKING:
    from incluinfo_desk.operations.desk import Desk
    from incluinfo_desk.operations.propose import Laid

_ID = Qt.ItemDataRole.UserRole


class ProposalsDialog(QDialog):
    """Does not block. Implements :class:`~.proposals_presenter.ProposalsView`."""

    entry_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter: ProposalsPresenter | None = None
        self._proposals: dict[str, FaqProposal] = {}
        self._laid: Laid | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Propuestas para la FAQ"))
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(16))
        column.setSpacing(px(12))
        self._message = MessageBar()
        column.addWidget(self._message)
        self._none = EmptyState()
        self._none.say(
            self.tr("Ninguna propuesta espera. Quien edite una ficha puede proponerla con P."),
            icon="faq",
        )
        column.addWidget(self._none, 1)
        halves = QHBoxLayout()
        halves.setSpacing(px(16))
        column.addLayout(halves, 1)
        self.list = QListWidget()
        self.list.setObjectName("framed")
        self.list.setAccessibleName(self.tr("Propuestas"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(lambda *_: self._look())
        halves.addWidget(self.list, 4)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sheet = Sheet()
        self._cards = QVBoxLayout(sheet)
        self._cards.setContentsMargins(0, 0, px(8), 0)
        self._cards.setSpacing(px(8))
        self._area.setWidget(sheet)
        halves.addWidget(self._area, 6)
        self.reason = QLineEdit()
        self._reason = FormField(self.reason)
        self._reason.say(self.tr("Por qué no"), self.tr("Lo lee quien la propuso."))
        column.addWidget(self._reason)
        column.addLayout(self._build_foot())
        for key, do in (("A", self._take), ("E", self._open)):
            QShortcut(QKeySequence(key), self.list).activated.connect(do)
        self._enable()
        self.resize(look().room(self, 900, 600))

    # --- what the presenter says -----------------------------------------------------------

    def show_proposals(self, proposals: Sequence[FaqProposal]) -> None:
        chosen = self._chosen()
        self._proposals = {each.id: each for each in proposals}
        with QSignalBlocker(self.list):
            self.list.clear()
            for each in proposals:
                item = QListWidgetItem(self._line(each))
                item.setData(_ID, each.id)
                self.list.addItem(item)
                if chosen is not None and each.id == chosen.id:
                    self.list.setCurrentItem(item)
            if self.list.currentRow() < 0 and proposals:
                self.list.setCurrentRow(0)
        self._none.setVisible(not proposals)
        self.list.setVisible(bool(proposals))
        self._area.setVisible(bool(proposals))
        self._look()

    def show_laid(self, laid: Laid) -> None:
        if laid.proposal.id != getattr(self._chosen(), "id", None):
            return
        self._laid = laid
        clear(self._cards)
        for part in self._parts(laid):
            self._cards.addWidget(part)
            part.show()  # at once, so that a screen reader finds it
        self._cards.addStretch()
        self._area.verticalScrollBar().setValue(0)
        self._enable()

    def say_done(self, *, accepted: bool) -> None:
        self.reason.clear()
        words = self.tr("Aprobada.") if accepted else self.tr("Devuelta con su motivo.")
        self._message.say(words, "ok")

    def say_problem(self, problem: Problem) -> None:
        self._message.say(wording.say(problem).sentence, "danger")

    # --- building --------------------------------------------------------------------------

    def _build_foot(self) -> FlowLayout:
        row = FlowLayout(look().px(8), right=True)
        self._again = Button(self.tr("Otra persona lo dice"), on_click=self._once_more)
        self._see = Button(self.tr("Ver la ficha"), "", "E", self._open)
        self._no = Button(self.tr("Devolver"), on_click=self._refuse)
        self._ours = Button(
            self.tr("Aprobar lo que no choca"), on_click=lambda: self._take(Side.OURS)
        )
        self._yes = Button(self.tr("Aprobar"), "primary", "A", self._take)
        close = Button(self.tr("Cerrar"), on_click=self.close)
        for button in (self._again, self._see, self._no, self._ours, self._yes, close):
            row.addWidget(button)
        return row

    def _line(self, proposal: FaqProposal) -> str:
        who = displayable(proposal.by) or self.tr("sin nombre")
        head = self.tr("{quien}, {cuando}").replace("{quien}", who)
        head = head.replace("{cuando}", wording.day_and_time(proposal.at))
        if proposal.is_tip:
            said = self.tr("Lo han dicho %Ln persona(s)", "", proposal.count)
            return f"{displayable(proposal.note)}\n{said} · {head}"
        question = proposal.entry.question if proposal.entry is not None else ""
        kind = self.tr("Cambio") if proposal.base is not None else self.tr("Ficha nueva")
        return f"{displayable(question)}\n{kind} · {head}"

    def _parts(self, laid: Laid) -> list[QWidget]:
        parts: list[QWidget] = []
        question = laid.ours.question if laid.ours is not None else laid.proposal.faq_id
        parts.append(PlainLabel(displayable(question), "heading").wrapped())
        if laid.proposal.note:
            parts.append(PlainLabel(displayable(laid.proposal.note), "reading").wrapped())
        if laid.conflicts:
            names = ", ".join(field_name(each.field.partition(":")[0]) for each in laid.conflicts)
            words = self.tr("▲ También cambió aquí desde entonces: {campos}.")
            warned = PlainLabel(words.replace("{campos}", names)).wrapped()
            warned.set_tone("warning")
            parts.append(warned)
        for change in laid.changes:
            parts.append(change_card(change))
        if not laid.changes and not laid.proposal.is_tip:
            parts.append(PlainLabel(self.tr("La ficha ya dice lo mismo."), "muted").wrapped())
        return parts

    # --- what the officer does -------------------------------------------------------------

    def _chosen(self) -> FaqProposal | None:
        item = self.list.currentItem()
        return self._proposals.get(item.data(_ID)) if item is not None else None

    def _look(self) -> None:
        proposal = self._chosen()
        self._laid = None
        if proposal is not None and self.presenter is not None:
            self.presenter.look(proposal)
        self._enable()

    def _enable(self) -> None:
        chosen, tip = self._laid is not None, self._laid is not None and self._laid.proposal.is_tip
        for button in (self._yes, self._no):
            button.setEnabled(chosen)
        self._again.setVisible(tip)
        self._ours.setVisible(self._laid is not None and bool(self._laid.conflicts))
        self._see.setEnabled(self._laid is not None and self._laid.ours is not None)
        self._yes.setText(self.tr("Hecho") if tip else self.tr("Aprobar"))
        self._reason.setVisible(bool(self._proposals))

    def _take(self, side: Side = Side.THEIRS) -> None:
        if self.presenter is not None and self._laid is not None:
            self.presenter.accept(self._laid.proposal.id, side)

    def _refuse(self) -> None:
        if not self.reason.text().strip():
            self._reason.complain(self.tr("Diga por qué, para que pueda mejorarla."))
            self.reason.setFocus()
        elif self.presenter is not None and self._laid is not None:
            self._reason.complain("")
            self.presenter.refuse(self._laid.proposal.id, self.reason.text().strip())

    def _once_more(self) -> None:
        if self.presenter is not None and self._laid is not None:
            self.presenter.said_again(self._laid.proposal.id)

    def _open(self) -> None:
        if self._laid is not None and self._laid.ours is not None:
            self.entry_wanted.emit(self._laid.ours.id)
            self.accept()


def open_proposals(parent: QWidget, desk: Desk) -> ProposalsDialog:
    """The window, filled while it is open."""
    dialog = ProposalsDialog(parent)
    presenter = ProposalsPresenter(desk, dialog)
    dialog.presenter = presenter
    dialog.finished.connect(lambda _: presenter.end())
    presenter.start()
    dialog.open()
    dialog.list.setFocus()
    return dialog

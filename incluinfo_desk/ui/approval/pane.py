"""Texts before a second person: who approves gives initials, reads, and says yes or no."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QInputDialog,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from incluinfo_desk.domain.approval import ApprovalKind, Proposal, ProposalState
from incluinfo_desk.domain.length import LIMIT, weighted_length
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.domain.problems import Problem
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.approval.presenter import ApprovalPresenter
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.flow import FlowLayout
from incluinfo_desk.ui.form_field import FormField
from incluinfo_desk.ui.labels import Chip, PlainLabel
from incluinfo_desk.ui.messages import EmptyState, MessageBar
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.widgets import Card, clear, tab_in_order

if TYPE_CHECKING:
    from incluinfo_desk.operations.desk import Desk
    from incluinfo_desk.ui.window import Window

PLACE_OF = {ApprovalKind.INCIDENT: "incidents", ApprovalKind.HOAX: "hoaxes"}
"""Where a returned text is written again: that place has ``take_up(proposal)``."""


def kind_words(kind: ApprovalKind) -> str:
    if kind is ApprovalKind.INCIDENT:
        return QCoreApplication.translate("Approval", "Incidencia")
    return QCoreApplication.translate("Approval", "Desmentido")


class ApprovalDialog(QDialog):
    """Does not block. Implements :class:`~incluinfo_desk.ui.approval.presenter.ApprovalView`."""

    taken_up = Signal(object)
    """A returned :class:`Proposal` whose author wants to write it again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter: ApprovalPresenter | None = None
        self._waiting: list[Proposal] = []
        self._first: Button | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Textos por aprobar"))
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(16))
        column.setSpacing(px(12))
        self._message = MessageBar()
        column.addWidget(self._message)
        self.by = QLineEdit()
        self.by.setMaxLength(8)
        self.by.setMaximumWidth(px(160))
        self.by.returnPressed.connect(self._enter)
        self._who = FormField(self.by)
        self._who.say(
            self.tr("Iniciales de quien aprueba"),
            self.tr(
                "Otra persona que la que escribió el texto. Lo que ponga consta en el registro; "
                "el programa no comprueba quién está sentado."
            ),
        )
        column.addWidget(self._who)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName(self.windowTitle())
        inner = QWidget()
        inner.setProperty("plain", True)
        self._cards = QVBoxLayout(inner)
        self._cards.setContentsMargins(0, 0, px(8), 0)
        self._cards.setSpacing(px(12))
        area.setWidget(inner)
        column.addWidget(area, 1)
        close = Button(self.tr("Cerrar"), on_click=self.accept)
        close.setAutoDefault(False)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(look().room(self, 620, 620))
        self.finished.connect(self._ended)

    # --- what the presenter says -----------------------------------------------------------

    def show_proposals(self, proposals: Sequence[Proposal]) -> None:
        self._waiting = [each for each in proposals if each.state is ProposalState.WAITING]
        self._first = None
        self._who.setVisible(bool(self._waiting))
        clear(self._cards)
        if not proposals:
            self._cards.addWidget(
                EmptyState(self.tr("Ningún texto espera el visto bueno de una segunda persona."))
            )
            return
        for each in proposals:
            self._cards.addWidget(self._card(each))
        self._cards.addStretch()
        tab_in_order(self)
        if self._waiting and not self.by.text():
            self.by.setFocus()

    def show_approved(self) -> None:
        self._message.say(self.tr("Aprobado: ya está en la cola de envíos."), "ok")

    def say_problem(self, problem: Problem) -> None:
        self._message.say(wording.say(problem).sentence, "danger")

    # --- inside ----------------------------------------------------------------------------

    def _enter(self) -> None:
        """One text is approved by Enter; of several the first is pointed at, to be read."""
        if len(self._waiting) == 1:
            self._approve(self._waiting[0])
        elif self._first is not None:
            self._first.setFocus()

    def _approve(self, proposal: Proposal) -> None:
        if self.presenter is not None:
            self.presenter.approve(proposal.id, self.by.text())

    def _card(self, proposal: Proposal) -> Card:
        card = Card("warning" if proposal.returned else "")
        head = QHBoxLayout()
        head.addWidget(Chip(kind_words(proposal.kind), "accent"))
        head.addWidget(PlainLabel(displayable(proposal.title), "strong").wrapped(), 1)
        card.body.addLayout(head)
        wrote = self.tr("Lo escribió {quien} · {cuando}")
        wrote = wrote.replace("{cuando}", wording.day_and_time(proposal.at))
        card.body.addWidget(
            PlainLabel(wrote.replace("{quien}", displayable(proposal.author)), "meta").wrapped()
        )
        if proposal.returned:
            card.body.addWidget(PlainLabel(self._why(proposal), "strong").wrapped())
        for text in proposal.texts:
            part = Card("raised")
            words = PlainLabel(displayable(text), "reading").wrapped().selectable()
            part.body.addWidget(words)
            count = PlainLabel(f"{weighted_length(text)} / {LIMIT}", "meta")
            part.body.addWidget(count, 0, Qt.AlignmentFlag.AlignRight)
            card.body.addWidget(part)
        self._add_image(card, proposal)
        buttons = FlowLayout(look().px(8))
        for button in self._buttons(proposal):
            button.setAutoDefault(button is self._first)
            buttons.addWidget(button)
        card.body.addLayout(buttons)
        return card

    def _add_image(self, card: Card, proposal: Proposal) -> None:
        alt = proposal.payload.get("alt_text")
        if proposal.payload.get("image") and alt:
            words = self.tr("Imagen: {descripcion}").replace("{descripcion}", str(alt))
            card.body.addWidget(PlainLabel(displayable(words), "meta").wrapped())

    def _buttons(self, proposal: Proposal) -> list[Button]:
        if proposal.returned:
            again = Button(self.tr("Volver a escribirlo"), on_click=partial(self._take, proposal))
            drop = Button(self.tr("Descartar"), on_click=partial(self._discard, proposal.id))
            return [again, drop]
        approve = Button(
            self.tr("Aprobar y enviar"),
            "primary" if len(self._waiting) == 1 else "",
            on_click=partial(self._approve, proposal),
        )
        if self._first is None:
            self._first = approve
        back = Button(self.tr("Devolver…"), on_click=partial(self._ask_reason, proposal.id))
        undo = Button(self.tr("Retirarlo"), on_click=partial(self._withdraw, proposal.id))
        for button, words in (
            (approve, self.tr("Aprobar y enviar: {titulo}")),
            (back, self.tr("Devolver: {titulo}")),
            (undo, self.tr("Retirar: {titulo}")),
        ):
            button.setAccessibleName(words.replace("{titulo}", displayable(proposal.title)))
        return [approve, back, undo]

    def _why(self, proposal: Proposal) -> str:
        if proposal.state is ProposalState.WITHDRAWN:
            return self.tr("Lo retiró quien lo escribió.")
        words = self.tr("Devuelto por {quien}: {motivo}")
        reason = displayable(proposal.reason) or self.tr("sin motivo escrito")
        return words.replace("{motivo}", reason).replace(
            "{quien}", displayable(proposal.decided_by)
        )

    def _ask_reason(self, id: str) -> None:
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Devolver el texto"))
        dialog.setLabelText(self.tr("Qué hay que cambiar:"))
        dialog.textValueSelected.connect(lambda reason: self._reject(id, reason))
        dialog.open()

    def _reject(self, id: str, reason: str) -> None:
        if self.presenter is not None:
            self.presenter.reject(id, self.by.text(), reason)

    def _withdraw(self, id: str) -> None:
        if self.presenter is not None:
            self.presenter.withdraw(id)

    def _discard(self, id: str) -> None:
        if self.presenter is not None:
            self.presenter.discard(id)

    def _take(self, proposal: Proposal) -> None:
        self.taken_up.emit(proposal)
        self.accept()

    def _ended(self) -> None:
        if self.presenter is not None:
            self.presenter.end()


def open_approvals(window: Window, desk: Desk) -> ApprovalDialog:
    """Show what waits; a returned text opens again in the place it came from."""
    dialog = ApprovalDialog(window)
    dialog.presenter = ApprovalPresenter(desk, dialog)
    dialog.taken_up.connect(partial(_take_up, window))
    dialog.open()
    return dialog


def _take_up(window: Window, proposal: Proposal) -> None:
    pane = window.open_place(PLACE_OF[proposal.kind])
    take: Callable[[Proposal], object] | None = getattr(pane, "take_up", None)
    if take is not None:
        take(proposal)

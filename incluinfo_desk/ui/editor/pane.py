"""Where the reply is written: field, counter, first problem in words, preview, send."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from incluinfo_desk.domain.conversation import Conversation
from incluinfo_desk.domain.length import LIMIT
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.domain.problems import AlreadyQueued, EmptyText, MayNotReply, Problem
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.actions import Actions
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.conversation.links import open_link
from incluinfo_desk.ui.editor.presenter import Check, EditorPresenter
from incluinfo_desk.ui.editor.preview import preview
from incluinfo_desk.ui.editor.text_edit import ReplyEdit
from incluinfo_desk.ui.flow import FlowLayout
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.messages import tell
from incluinfo_desk.ui.theme import look, set_property
from incluinfo_desk.ui.widgets import ruler

if TYPE_CHECKING:
    from incluinfo_desk.domain.plain_language import Hint


class EditorPane(QWidget):
    """Implements :class:`~incluinfo_desk.ui.editor.presenter.EditorView` but for the offer,
    which :class:`~incluinfo_desk.ui.editor.suggestions.SuggestionsPane` shows."""

    said = Signal(str, str)
    problem_raised = Signal(object)
    sent = Signal()
    """A reply is on its way: the keyboard may go back to the list."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter: EditorPresenter | None = None
        self._actions = actions
        self._check: Check | None = None
        self._handle, self._name = "", ""
        self._build()
        self._bind()
        self.retranslate()
        self.show_closed()

    # --- what the presenter says -----------------------------------------------------------

    def show_closed(self) -> None:
        self._check = None
        self.edit.load("", 0)
        self.setVisible(False)
        self._enable(False)

    def show_switching(self) -> None:
        """Another conversation is being read: the field stays where it is, and waits."""
        self._check = None
        self.edit.load("", 0)
        self.edit.setReadOnly(True)
        self.line.setText("")
        self._enable(False)

    def show_text(self, text: str, cursor: int) -> None:
        self.edit.setReadOnly(False)
        self.edit.load(text, cursor)
        self.setVisible(True)

    def show_check(self, check: Check) -> None:
        self._check = check
        self.counter.setText(f"{check.length} / {LIMIT}")
        self.counter.setAccessibleName(
            self.tr("{largo} de {tope} caracteres")
            .replace("{largo}", str(check.length))
            .replace("{tope}", str(LIMIT)),
        )
        self.counter.set_tone("danger" if check.length > LIMIT else "")
        self._show_disclaimer(check.disclaimer)
        self._show_hints(check.hints)
        self._show_line(check)
        self._manual.setVisible(check.by_hand)
        self._mark.setVisible(check.by_hand)
        self._send.setVisible(not check.by_hand)
        self._enable(True)

    def show_sending(self, busy: bool) -> None:
        self.edit.setReadOnly(busy)
        self._actions.set_enabled("reply.send", not busy and self._may_send())
        self._send.setEnabled(not busy and self._may_send())

    def say_problem(self, problem: Problem) -> None:
        self.problem_raised.emit(problem)

    def say_sent(self, how: str) -> None:
        words = {
            "queued": self.tr("Respuesta en espera. Puede deshacerla con {tecla}.").replace(
                "{tecla}",
                self._actions.keys("reply.undo"),
            ),
            "by_hand": self.tr("Marcada como respondida a mano."),
            "half_written": self.tr(
                "Hay un texto a medias: envíelo con Ctrl+↵ o bórrelo antes de usar R.",
            ),
            "no_incident": self.tr("No hay ninguna incidencia abierta."),
            "nothing_sure": self.tr(
                "Ninguna respuesta es segura: inserte una con 1, 2 o 3 y revísela.",
            ),
        }[how]
        done = how in {"queued", "by_hand"}
        self.said.emit(words, "ok" if done else "warning")
        if done:
            self.sent.emit()

    def ask_again(self) -> None:
        """There is an answer to this post already; a second one must be meant."""
        tell(
            self,
            self.tr("Este mensaje ya tiene una respuesta nuestra."),
            self.tr("¿Quiere enviar también esta? Se verán las dos."),
            choices=(self.tr("No enviar"), self.tr("Enviar otra respuesta")),
            then=self._asked_again,
        )

    def _asked_again(self, choice: int) -> None:
        if choice == 1 and self.presenter is not None:
            self.presenter.send(again=True)

    def open_manual(self, url: str, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        open_link(self, url)
        self.said.emit(
            self.tr(
                "Texto copiado y X abierto en el navegador. Cuando lo haya publicado, pulse "
                "«Marcar como respondida».",
            ),
            "warning",
        )

    def show_conversation(self, conversation: Conversation | None) -> None:
        """Whom the reply is for: the field says it to a screen reader."""
        self._handle = conversation.citizen.handle if conversation else ""
        self._name = conversation.citizen.name if conversation else ""
        self.edit.setAccessibleName(
            self.tr("Respuesta para @{usuario}").replace("{usuario}", self._handle),
        )

    def insert(self, text: str) -> None:
        self.edit.insert(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The line moves above the buttons where it would be cut short beside them."""
        super().resizeEvent(event)
        self._place_line()
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Room for the line and the buttons as they break at this width."""
        least = super().minimumSizeHint()
        layout = self.layout()
        if layout is None:
            return least
        return QSize(least.width(), layout.totalMinimumHeightForWidth(self.width()))

    def _place_line(self) -> None:
        words = self.line.fontMetrics().horizontalAdvance(self.line.text())
        wide = words + self._row.sizeHint().width() + look().px(96) <= self.width()
        side = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._foot.direction() is not side:
            self._foot.setDirection(side)
        self.updateGeometry()

    def retranslate(self) -> None:
        self.edit.setPlaceholderText(
            self.tr("Escriba la respuesta, o inserte una sugerencia con 1, 2 o 3."),
        )
        self._preview.setText(self.tr("Vista previa"))
        self._send.setText(self.tr("Enviar"))
        self._manual.setText(self.tr("Responder a mano"))
        self._mark.setText(self.tr("Marcar como respondida"))
        self._send.set_keys(self._actions.keys("reply.send"))
        if self._check is not None:
            self._show_line(self._check)

    # --- inside ----------------------------------------------------------------------------

    def _build(self) -> None:
        px = look().px
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(24), px(4), px(24), px(16))
        self._box = QFrame()
        self._box.setObjectName("editorBox")
        outer.addWidget(self._box)
        column = QVBoxLayout(self._box)
        column.setContentsMargins(px(2), px(2), px(2), px(2))
        column.setSpacing(0)
        self.edit = ReplyEdit()
        self.edit.setMinimumHeight(px(76))
        self.edit.written.connect(self._written)
        self.edit.focused.connect(lambda on: set_property(self._box, "focused", on))
        field = QHBoxLayout()
        field.setContentsMargins(px(12), px(10), px(12), px(6))
        field.addWidget(self.edit)
        column.addLayout(field, 1)
        self.disclaimer = PlainLabel("", "meta").wrapped()
        self.disclaimer.setContentsMargins(px(14), 0, px(14), px(8))
        self.disclaimer.hide()
        column.addWidget(self.disclaimer)
        self.hints = PlainLabel("", "meta").wrapped()
        self.hints.setContentsMargins(px(14), 0, px(14), px(8))
        self.hints.hide()
        column.addWidget(self.hints)
        column.addWidget(ruler())
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.setContentsMargins(px(14), px(8), px(10), px(8))
        self._foot.setSpacing(px(8))
        row = self._row = FlowLayout(px(10), right=True)
        self.line = PlainLabel().wrapped()
        self.counter = PlainLabel("", "muted")
        self._help = Button("", "link", on_click=self._do_help)
        self._help_action: str | None = None
        self._preview = Button("", on_click=lambda: self._actions.trigger("reply.preview"))
        self._manual = Button("", "primary", on_click=self._do_manual)
        self._mark = Button("", on_click=lambda: self._actions.trigger("reply.mark_sent"))
        self._send = Button("", "primary", on_click=lambda: self._actions.trigger("reply.send"))
        self._foot.addWidget(self.line, 1)
        self._foot.addLayout(row)
        for part in (self._help, self.counter, self._preview, self._mark, self._manual, self._send):
            row.addWidget(part)
        column.addLayout(self._foot)

    def _bind(self) -> None:
        bind = self._actions.bind
        bind("reply.write", self.edit.setFocus)
        bind("reply.next_slot", self._next_slot)
        bind("reply.preview", self._show_preview)
        bind("reply.send", lambda: self.presenter.send() if self.presenter else None)
        bind("reply.one_click", lambda: self.presenter.one_click() if self.presenter else None)
        bind("reply.manual", self._do_manual)
        bind("reply.incident", self._answer_with_incident)
        bind("reply.mark_sent", lambda: self.presenter.mark_sent() if self.presenter else None)
        for place in range(3):
            bind(f"reply.insert_{place + 1}", partial(self.insert_suggestion, place))
        self._actions.changed.connect(self.retranslate)

    def insert_suggestion(self, place: int, language: str = "") -> None:
        text = self.presenter.insertion(place, language) if self.presenter is not None else None
        if text is not None:
            self.insert(text)

    def _answer_with_incident(self) -> None:
        if self.presenter is not None:
            self.presenter.answer_with_incident()

    def _written(self, text: str, cursor: int) -> None:
        if self.presenter is not None:
            self.presenter.write(text, cursor)

    def _next_slot(self) -> None:
        self.edit.setFocus()
        if not self.edit.next_slot():
            self.edit.next_slot(from_start=True)

    def _do_manual(self) -> None:
        if self.presenter is not None:
            self.presenter.manual()

    def _do_help(self) -> None:
        if self._help_action:
            self._actions.trigger(self._help_action)

    def _show_preview(self) -> None:
        if self._check is not None:
            preview(self, self._handle, self._check)

    def _may_send(self) -> bool:
        return self._check is not None and not self._check.problems

    def _enable(self, open_: bool) -> None:
        may = open_ and self._may_send()
        self._send.setEnabled(may)
        why = ""
        if self._check is not None and self._check.problems:
            why = wording.say(self._check.problems[0]).sentence
        self._actions.set_enabled("reply.send", may, why)
        self._send.setToolTip(why)
        for key in ("reply.preview", "reply.write", "reply.next_slot", "reply.manual"):
            self._actions.set_enabled(key, open_)
        self._actions.set_enabled("reply.mark_sent", open_)

    def _show_line(self, check: Check) -> None:
        """The gravest refusal with the one action that helps, or what to know, or the price."""
        graver = [p for p in check.problems if not isinstance(p, EmptyText)]
        first = next((p for p in graver if isinstance(p, MayNotReply)), None) or next(
            iter(graver),
            None,
        )
        told = first or next(iter(check.warnings), None)
        self._help_with(told if not check.by_hand else None)
        if told is None:
            self.line.setText(self._facts_words(check))
            self.line.set_tone("ok")
        else:
            self.line.setText(f"▲ {wording.say(told).sentence}")
            calm = first is None or isinstance(first, AlreadyQueued | MayNotReply)
            self.line.set_tone("warning" if calm else "danger")
        self._place_line()

    def _show_disclaimer(self, disclaimer: str) -> None:
        words = self.tr("Se añadirá: «{aviso}»").replace("{aviso}", displayable(disclaimer))
        self.disclaimer.setText(words if disclaimer else "")
        if self.disclaimer.isHidden() == bool(disclaimer):
            self.disclaimer.setVisible(bool(disclaimer))
            self.updateGeometry()

    def _show_hints(self, hints: Sequence[Hint]) -> None:
        """Advice, never an obstacle: nothing is rewritten, nothing is stopped."""
        from incluinfo_desk.ui import hint_words

        words = hint_words.line(hints)
        if words:
            words = self.tr("Más claro: {consejos}").replace("{consejos}", words)
        if words != self.hints.text():
            self.hints.setText(words)
            self.hints.setToolTip(hint_words.whole(hints))
            self.hints.setVisible(bool(words))
            self.updateGeometry()

    def _facts_words(self, check: Check) -> str:
        price = wording.money(check.price)
        words = self.tr("✓ Puede responder · {precio}").replace("{precio}", price)
        if check.left is not None:
            words += " · " + self.tr("quedan %n", "", check.left)
        if check.budget_left is not None:
            left = self.tr("{dinero} del mes").replace("{dinero}", wording.money(check.budget_left))
            words += " · " + left
        return words

    def _help_with(self, problem: Problem | None) -> None:
        words = wording.say(problem) if problem is not None else None
        self._help_action = words.action if words is not None else None
        self._help.setText(words.label if words is not None else "")
        self._help.setVisible(bool(self._help_action))

"""The conversation: who, the whole thread, ours on the way, and what may be done about it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from incluinfo_desk.domain.conversation import CloseReason, State
from incluinfo_desk.domain.outgoing import Kind, Outgoing, repeated
from incluinfo_desk.domain.plain_text import displayable, imitated
from incluinfo_desk.domain.problems import Problem
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.actions import Actions
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.conversation import choices
from incluinfo_desk.ui.conversation.cards import OutgoingCard, PostCard, permalink
from incluinfo_desk.ui.conversation.deciding import ask_address, ask_to_resend
from incluinfo_desk.ui.conversation.forgetting import ask_to_forget, say_forgotten
from incluinfo_desk.ui.conversation.links import open_link
from incluinfo_desk.ui.conversation.presenter import ConversationPresenter, Shown, visible
from incluinfo_desk.ui.flow import FlowLayout
from incluinfo_desk.ui.labels import ElidedLabel
from incluinfo_desk.ui.messages import Banner, EmptyState
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.widgets import clear

if TYPE_CHECKING:
    from incluinfo_desk.operations.forget_person import PersonReport

_BUTTONS = (
    "conversation.take",
    "conversation.consult",
    "conversation.hide",
    "conversation.close",
    "conversation.reopen",
    "conversation.topic",
    "conversation.new_entry",
)

_LOOK_MS = 60_000
_BLOCK = 30
"""Posts shown at once: a card costs about a millisecond, and a frame has sixteen."""


class ConversationPane(QWidget):
    """Implements :class:`~incluinfo_desk.ui.conversation.presenter.ConversationView`."""

    hoax_wanted = Signal(str)
    """Id of the conversation that tells one."""
    new_entry_wanted = Signal(str)
    """Text of the question for a draft of the FAQ."""
    filled = Signal()
    """Other controls stand here now: whoever keeps the order of Tab must look again."""
    rewrite_wanted = Signal(str)
    """Id of a refused answer whose text is wanted in the editor."""
    said = Signal(str, str)
    """A word for the message line, and its tone."""
    problem_raised = Signal(object)

    def __init__(
        self,
        actions: Actions,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.presenter: ConversationPresenter | None = None
        self._actions, self._now = actions, now
        self._shown: Shown | None = None
        self._most = _BLOCK
        self._first_steps = False
        self._build()
        self._bind()
        self.retranslate()
        self.show_nothing()
        look().changed.connect(self._again)
        self._veils: tuple[bool, ...] = ()
        self._clock = QTimer(self, interval=_LOOK_MS)
        self._clock.timeout.connect(self._veil)
        self._clock.start()

    # --- what the presenter says -----------------------------------------------------------

    def show_nothing(self) -> None:
        self._shown = None
        if self._first_steps:
            self._empty.say(
                self.tr(
                    "Para empezar: inicie sesión en X y escriba su nombre en Ajustes. Después "
                    "revise la FAQ: solo las fichas verificadas se envían con una tecla.",
                ),
                self.tr("Revisar la FAQ"),
                lambda: self._actions.trigger("go.faq"),
                "faq",
            )
        else:
            self._empty.say(
                self.tr("Elija una conversación de la lista para leerla y responder."),
                icon="inbox",
            )
        self._pages.setCurrentWidget(self._empty)
        self._enable()

    def show_first_steps(self, on: bool) -> None:
        """Instead of a conversation: how a newcomer begins."""
        if on != self._first_steps:
            self._first_steps = on
            if self._shown is None:
                self.show_nothing()

    def show_loading(self) -> None:
        self._empty.say(self.tr("Leyendo la conversación…"), busy=True)
        self._pages.setCurrentWidget(self._empty)

    def show_conversation(self, shown: Shown) -> None:
        other = self._shown is None or self._shown.conversation.id != shown.conversation.id
        bar = self._area.verticalScrollBar()
        at_end = other or bar.value() >= bar.maximum() - look().px(40)
        self._shown = shown
        if other:
            self._most = _BLOCK
        of = shown.conversation
        self._name.setText(displayable(of.citizen.name) or of.citizen.handle)
        self._about.setText(self._about_words(shown))
        self._fill(shown)
        self._enable()
        self._pages.setCurrentWidget(self._page)
        self.filled.emit()
        if at_end:
            QTimer.singleShot(0, self, self._scroll_to_end)

    def show_failure(self, problem: Problem) -> None:
        self._empty.say(
            wording.say(problem).sentence,
            self.tr("Volver a intentarlo"),
            lambda: self.presenter.reload() if self.presenter else None,
        )
        self._pages.setCurrentWidget(self._empty)

    def say_problem(self, problem: Problem) -> None:
        self.problem_raised.emit(problem)

    def say_done(self, what: str) -> None:
        words = {
            "taken": self.tr("La conversación es suya."),
            "released": self.tr("La conversación vuelve a estar libre."),
            "consulted": self.tr("La conversación queda en consulta."),
            "closed": self.tr("Conversación cerrada."),
            "reopened": self.tr("Conversación abierta de nuevo."),
            "undone": self.tr("Envío anulado: el texto vuelve al editor."),
            "not_hoax": self.tr("Anotado: no cuenta ningún bulo."),
            "discarded": self.tr("Descartado: el texto vuelve al editor."),
        }.get(what, "")
        if words:
            self.said.emit(words, "ok")

    def say_forgotten(self, report: PersonReport) -> None:
        say_forgotten(self, report)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Conversación"))
        self._area.setAccessibleName(self.tr("Hilo de la conversación"))
        for key, button in self._buttons.items():
            button.setText(self._button_words(key))
            button.set_keys(self._actions.keys(key))
        if self._shown is not None:
            self.show_conversation(self._shown)
        else:
            self.show_nothing()

    # --- inside ----------------------------------------------------------------------------

    def _build(self) -> None:
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._pages = QStackedWidget()
        column.addWidget(self._pages)
        self._empty = EmptyState()
        self._page = QWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._page)
        inner = QVBoxLayout(self._page)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(px(24), px(14), px(24), px(10))
        head.setSpacing(px(8))
        self._name = ElidedLabel("", "title")
        self._about = ElidedLabel("", "meta")
        self._name.setSizePolicy(
            self._name.sizePolicy().Policy.Maximum,
            self._name.sizePolicy().verticalPolicy(),
        )
        head.addWidget(self._name)
        head.addWidget(self._about, 1)
        inner.addLayout(head)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        thread = QWidget()
        thread.setProperty("plain", True)
        self._thread = QVBoxLayout(thread)
        self._thread.setContentsMargins(px(24), px(4), px(24), px(12))
        self._thread.setSpacing(px(12))
        self._area.setWidget(thread)
        inner.addWidget(self._area, 1)
        self._acts = QWidget(self)  # kept here while the thread is filled anew
        self._acts.hide()
        flow = FlowLayout(px(6), self._acts)
        flow.setContentsMargins(px(56), 0, 0, 0)
        self._buttons: dict[str, Button] = {}
        for key in _BUTTONS:
            button = Button("", "small", on_click=partial(self._actions.trigger, key))
            self._buttons[key] = button
            flow.addWidget(button)

    def _bind(self) -> None:
        bind = self._actions.bind
        bind("conversation.take", lambda: self._ask("take_or_release"))
        bind("conversation.consult", lambda: self._ask("consult"))
        bind("conversation.reopen", lambda: self._ask("reopen"))
        bind("conversation.close", lambda: self._choose("close", choices.reasons(self._close)))
        bind("conversation.hide", lambda: self._choose("hide", choices.rules(self._hide)))
        bind("conversation.topic", lambda: self._choose("topic", choices.topics(self._topic)))
        bind("conversation.new_entry", self._new_entry)
        bind("conversation.hoax", self._hoax)
        bind("conversation.not_hoax", lambda: self._ask("not_hoax"))
        bind("conversation.open_in_x", self._open_in_x)
        bind("conversation.forget_person", self._forget_person)
        self._actions.changed.connect(self.retranslate)

    def _ask(self, what: str) -> None:
        if self.presenter is not None and self._shown is not None:
            getattr(self.presenter, what)()

    def _fill(self, shown: Shown) -> None:
        px = look().px
        self._veils = self._veiled(shown)
        self._acts.setParent(self)
        clear(self._thread)
        last = shown.conversation.last_post_id
        posts = visible(shown, self._most)
        if hidden := len(shown.posts) - len(posts):
            words = self.tr("Mostrar %n mensaje(s) más del hilo", "", min(hidden, _BLOCK))
            self._thread.addWidget(Button(words, "link", on_click=self._show_more))
        for stored in posts:
            card = PostCard(
                stored.post,
                ours=stored.ours,
                masked=stored.has_personal_data,
                deleted=stored.deleted,
                veiled=stored.veiled(self._now()),
                on_link=lambda url: open_link(self, url),
                accounts=shown.accounts,
            )
            self._thread.addWidget(_indented(card, px(56)) if stored.ours else card)
            if stored.post.id == last:
                self._thread.addWidget(self._acts)
                self._acts.show()
        presenter = self.presenter
        going = {item.target_id for item in shown.outgoing if item.kind is Kind.DELETION}
        twin = repeated(s.post for s in shown.posts if s.ours and not s.deleted)
        if twin is not None and twin.id not in going:
            twice = Banner("danger")
            twice.say(
                self.tr("Esta respuesta se ha publicado dos veces: X retenía el primer envío."),
                "danger",
                self.tr("Borrar la repetida"),
                lambda: self._ask("delete_repeated"),
            )
            self._thread.addWidget(_indented(twice, px(56)))
        for item in shown.outgoing:
            sending = OutgoingCard(
                item,
                on_undo=presenter.undo if presenter else _nothing,
                on_send_now=presenter.send_now if presenter else _nothing,
                on_resend=partial(self._resend, item),
                on_discard=presenter.discard if presenter else _nothing,
                on_adopt=self._adopt,
                on_rewrite=self.rewrite_wanted.emit,
                on_look=self._look_in_x,
                on_manual=self._by_hand,
                undo_key=self._actions.keys("reply.undo"),
                now=self._now,
            )
            self._thread.addWidget(_indented(sending, px(56)))
        self._thread.addStretch()

    def _show_more(self) -> None:
        self._most += _BLOCK
        if self._shown is not None:
            self._fill(self._shown)
            self.filled.emit()

    def _enable(self) -> None:
        state = self._shown.conversation.state if self._shown else None
        over = state in {State.ANSWERED, State.CLOSED}
        for key in (*_BUTTONS, "conversation.open_in_x", "conversation.forget_person"):
            self._actions.set_enabled(key, state is not None)
        self._actions.set_enabled("conversation.close", state not in {None, State.CLOSED})
        self._actions.set_enabled("conversation.reopen", over)
        self._actions.set_enabled(
            "conversation.consult",
            state in {State.NEW, State.TAKEN},
        )
        for key, button in self._buttons.items():
            button.setText(self._button_words(key))
            button.setVisible(self._actions.action(key).isEnabled())

    def _about_words(self, shown: Shown) -> str:
        of = shown.conversation
        words = [f"@{displayable(of.citizen.handle)}", wording.conversation_state(of.state)]
        if of.holder:
            mine = of.holder == shown.me
            words.append(
                self.tr("la tiene usted")
                if mine
                else self.tr("la tiene {quien}").replace("{quien}", of.holder),
            )
        alike = imitated(of.citizen.handle, of.citizen.name, shown.accounts)
        if alike is not None:
            words.append(self.tr("▲ se parece a @{cuenta}").replace("{cuenta}", alike))
        if of.state is State.CLOSED and of.close_reason is not None:
            words.append(wording.close_reason(of.close_reason))
        return wording.listed(words)

    def _button_words(self, key: str) -> str:
        shown = self._shown
        mine = shown is not None and bool(shown.me) and shown.conversation.holder == shown.me
        match key:
            case "conversation.take":
                return self.tr("Soltar") if mine else self.tr("Tomar")
            case "conversation.consult":
                return self.tr("Consultar")
            case "conversation.hide":
                return self.tr("Ocultar")
            case "conversation.close":
                return self.tr("Cerrar")
            case "conversation.reopen":
                return self.tr("Volver a abrir")
            case "conversation.topic":
                return self.tr("Tema")
            case _:
                return self.tr("Borrador de FAQ")

    def _choose(self, what: str, offered: choices.Choices) -> None:
        choices.choose(self, self._buttons[f"conversation.{what}"], offered)

    def _close(self, reason: CloseReason) -> None:
        if self.presenter is not None:
            self.presenter.close(reason)

    def _hide(self, rule: str) -> None:
        if self.presenter is not None:
            self.presenter.hide(rule)

    def _topic(self, key: str) -> None:
        if self.presenter is not None:
            self.presenter.set_topic(key)

    def _hoax(self) -> None:
        if self._shown is not None:
            self.hoax_wanted.emit(self._shown.conversation.id)

    def _new_entry(self) -> None:
        if self._shown is not None:
            of = self._shown.conversation
            self.new_entry_wanted.emit("" if of.veiled(self._now()) else of.last_text)

    def _open_in_x(self) -> None:
        if self._shown is None:
            return
        last = self._shown.conversation.last_post_id
        post = next((each.post for each in self._shown.posts if each.post.id == last), None)
        if post is not None:
            open_link(self, permalink(post))

    def _forget_person(self) -> None:
        if self._shown is not None and self.presenter is not None:
            citizen = self._shown.conversation.citizen
            ask_to_forget(self, citizen, partial(self.presenter.forget_person, citizen.id))

    def _resend(self, item: Outgoing, _: str) -> None:
        if self.presenter is not None:
            ask_to_resend(self, item, self.presenter.resend)

    def _adopt(self, item: Outgoing) -> None:
        if self.presenter is not None:
            ask_address(self, item, self.presenter.adopt)

    def _look_in_x(self, item: Outgoing) -> None:
        """Our own replies, where a post in doubt would stand."""
        account = self._shown.accounts[0] if self._shown is not None else ""
        open_link(self, f"https://x.com/{account.lstrip('@')}/with_replies")

    def _by_hand(self, item: Outgoing) -> None:
        if self._shown is not None and self.presenter is not None:
            QGuiApplication.clipboard().setText(item.text)
            open_link(self, self.presenter.by_hand(item.text))

    def _again(self) -> None:
        if self._shown is not None:
            self._fill(self._shown)

    def _veil(self) -> None:
        """What X has not shown for a day is covered while the window stands open."""
        if self._shown is not None and self._veils != self._veiled(self._shown):
            self._fill(self._shown)
            self.filled.emit()

    def _veiled(self, shown: Shown) -> tuple[bool, ...]:
        now = self._now()
        return tuple(stored.veiled(now) for stored in shown.posts)

    def _scroll_to_end(self) -> None:
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.maximum())


def _indented(card: QWidget, by: int) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(by, 0, 0, 0)
    row.addWidget(card)
    return holder


def _nothing(_: str) -> None:
    return None

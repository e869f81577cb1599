"""The Bandeja: list, conversation with editor, suggestions; columns that can be dragged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSplitter, QVBoxLayout, QWidget

from incluinfo_desk.domain import abroad
from incluinfo_desk.domain.conversation import Conversation, ConversationId
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.domain.problems import AlreadyQueued, Problem
from incluinfo_desk.ui.conversation.pane import ConversationPane
from incluinfo_desk.ui.conversation.presenter import ConversationPresenter, last_reply
from incluinfo_desk.ui.editor.pane import EditorPane
from incluinfo_desk.ui.editor.presenter import Check, EditorPresenter
from incluinfo_desk.ui.editor.suggestions import SuggestionsPane
from incluinfo_desk.ui.errands import Errands
from incluinfo_desk.ui.groups.dialog import open_groups
from incluinfo_desk.ui.inbox.pane import InboxPane
from incluinfo_desk.ui.inbox.presenter import InboxPresenter
from incluinfo_desk.ui.surge.line_presenter import LinePresenter
from incluinfo_desk.ui.surge.presenter import Proposed, SurgePresenter
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.widgets import tab_in_order

if TYPE_CHECKING:
    from incluinfo_desk.domain.faq import FaqEntry
    from incluinfo_desk.domain.suggestion.content import RejectEntry
    from incluinfo_desk.operations.desk import Desk
    from incluinfo_desk.operations.offers import Offer
    from incluinfo_desk.ui.window import Window

NARROW = 1100
"""Below this width, as drawn, the suggestions move under the editor."""


class InboxPlace(QWidget):
    """The panes side by side; it has no desk of its own (see :func:`make`)."""

    def __init__(self, window: Window) -> None:
        super().__init__()
        self._window = window
        actions = window.actions_
        self.list = InboxPane(actions)
        self.conversation = ConversationPane(actions)
        self.editor = EditorPane(actions)
        self.suggestions = SuggestionsPane(
            actions,
            self.editor.insert_suggestion,
            self.editor.insert,
        )
        self._middle = QSplitter(Qt.Orientation.Vertical)
        self._middle.setChildrenCollapsible(False)
        self._middle.addWidget(self.conversation)
        self._middle.addWidget(self.editor)
        self._middle.setStretchFactor(0, 1)
        self._middle.setStretchFactor(1, 0)
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        self._columns.setChildrenCollapsible(False)
        # Large text in a small window: what has no room is scrolled to, never cut or covered.
        self._reading = _area(self._middle)
        self._reading.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for pane, stretch in ((self.list, 0), (self._reading, 1), (self.suggestions, 0)):
            self._columns.addWidget(pane)
            self._columns.setStretchFactor(self._columns.indexOf(pane), stretch)
        for splitter in (self._columns, self._middle):
            splitter.setHandleWidth(1)
        self._narrow: bool | None = None
        px = look().px
        self.list.setMinimumWidth(px(280))
        self.conversation.setMinimumHeight(px(140))
        self._reading.setMinimumWidth(px(350))
        self.suggestions.setMinimumSize(px(240), px(180))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(_area(self._columns))
        self.list.opened.connect(self.editor.edit.setFocus)
        self.list.surge.opened.connect(self._open_proposed)
        self.list.surge.problem_raised.connect(window.say_problem)
        self.list.incident_wanted.connect(lambda _: window.open_place("incidents"))
        for speaker in (self.conversation, self.editor):
            speaker.said.connect(lambda words, tone: window.say(words, tone))
            speaker.problem_raised.connect(window.say_problem)
        self.editor.sent.connect(self.list.view.setFocus)
        self.editor.edit.focused.connect(
            lambda on: self._reading.ensureWidgetVisible(self.editor) if on else None,
        )
        self.list.first_steps.connect(self.conversation.show_first_steps)
        self._order = QTimer(self, singleShot=True, interval=0)
        self._order.timeout.connect(lambda: tab_in_order(self))
        self.conversation.filled.connect(self._order.start)
        self.suggestions.filled.connect(self._order.start)
        window.state.follow(self._columns, lambda: self._shape("columns"))
        window.state.follow(self._middle, lambda: self._shape("rows"))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(280), look().px(240))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < look().px(NARROW - 72)
        if narrow != self._narrow:
            self._narrow = narrow
            (self._middle if narrow else self._columns).addWidget(self.suggestions)
            self._give_sizes()

    def _give_sizes(self) -> None:
        """Those of the last drag in this shape, else those of the design."""
        px, state = look().px, self._window.state
        if not state.restore(self._columns, self._shape("columns")):
            rest = self.width() - px(384)
            wide = [px(384), rest - px(352), px(352)]
            least = min(px(384), max(px(280), self.width() * 45 // 100))
            self._columns.setSizes([least, self.width() - least] if self._narrow else wide)
        if not state.restore(self._middle, self._shape("rows")):
            high, editor = max(self.height(), self._middle.minimumSizeHint().height()), px(210)
            if self._narrow:
                self._middle.setSizes([high * 4 // 10, editor, high * 6 // 10 - editor])
            else:
                self._middle.setSizes([high - editor, editor])

    def _shape(self, what: str) -> str:
        return f"inbox {what} {'narrow' if self._narrow else 'wide'}"

    def _open_proposed(self, proposed: Proposed) -> None:
        """The incident's form as the mentions propose it."""
        pane = self._window.open_place("incidents")
        start = getattr(pane, "start_proposed", None)
        if start is not None:
            start((proposed.subject.id,), proposed.impact, proposed.since)

    def retranslate(self) -> None:
        for pane in (self.list, self.conversation, self.editor, self.suggestions):
            pane.retranslate()

    def arrive(self) -> None:
        self.list.take_focus()
        self._order.start()


def _area(inner: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    return area


class _EditorView:
    """One view of two panes: the editor, and the suggestions beside it."""

    def __init__(self, place: InboxPlace) -> None:
        self._editor, self._suggestions = place.editor, place.suggestions

    def show_closed(self) -> None:
        self._editor.show_closed()

    def show_switching(self) -> None:
        self._editor.show_switching()

    def show_text(self, text: str, cursor: int) -> None:
        self._editor.show_text(text, cursor)

    def show_check(self, check: Check) -> None:
        self._editor.show_check(check)
        held = any(isinstance(each, AlreadyQueued) for each in check.problems)
        self._suggestions.show_on_its_way(held)

    def show_offer(
        self,
        offer: Offer | None,
        conversation: Conversation | None,
        redirect: RejectEntry | None,
    ) -> None:
        self._editor.show_conversation(conversation)
        self._suggestions.show_offer(offer, conversation, redirect)

    def insert(self, text: str) -> None:
        self._editor.insert(text)

    def show_sending(self, busy: bool) -> None:
        self._editor.show_sending(busy)

    def say_problem(self, problem: Problem) -> None:
        self._editor.say_problem(problem)

    def say_sent(self, how: str) -> None:
        self._editor.say_sent(how)

    def ask_again(self) -> None:
        self._editor.ask_again()

    def open_manual(self, url: str, text: str) -> None:
        self._editor.open_manual(url, text)


class _LineView:
    """The open incident among the suggestions, and what is said of a tie."""

    def __init__(self, place: InboxPlace) -> None:
        self._place = place
        self.show_line = place.suggestions.show_line

    def say_tied(self, title: str | None) -> None:
        words = QCoreApplication.translate("WaitingLine", "Ya no está unida a la incidencia.")
        if title is not None:
            words = QCoreApplication.translate("WaitingLine", "Unida a la incidencia: {cual}")
        self._place.editor.said.emit(words.replace("{cual}", displayable(title or "")), "ok")

    def say_no_incident(self) -> None:
        self._place.editor.say_sent("no_incident")

    def say_problem(self, problem: Problem) -> None:
        self._place.editor.say_problem(problem)


class LivingInbox(InboxPlace):
    """The place with its presenters, once there is a desk (:meth:`attach`)."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._editor: EditorPresenter | None = None
        self._conversation: ConversationPresenter | None = None

    def show_ahead(self, rows: Sequence[Conversation]) -> None:
        """What stood in the database at the start, to read while the desk is made."""
        if rows:
            self.list.show_rows(rows, more=False, keep=None)

    def attach(self, desk: Desk) -> None:
        """Bring the place to life; what was chosen meanwhile is opened."""
        list_ = InboxPresenter(desk, self.list)
        conversation = ConversationPresenter(desk, self.conversation)
        editor = EditorPresenter(desk, _EditorView(self))
        line = LinePresenter(desk, _LineView(self))
        self.list.surge.presenter = SurgePresenter(desk, self.list.surge)
        self.list.surge.presenter.start()
        self._editor, self._conversation = editor, conversation
        self.list.presenter = list_
        self.conversation.presenter = conversation
        self.editor.presenter = editor

        def open_(id: str) -> None:
            wanted = ConversationId(id) if id else None
            conversation.open(wanted)
            editor.open(wanted)
            line.open(wanted)

        self.list.chosen.connect(open_)
        bind = self._window.actions_.bind
        bind("conversation.tie", line.toggle)
        bind("list.groups", lambda: open_groups(self._window, desk))
        bind("conversation.tip", lambda: self._note_tip(desk))
        bind("conversation.channels", lambda: self._open_channels(desk))
        self.list.surge.group_wanted.connect(lambda id: open_groups(self._window, desk, id))
        self.conversation.new_entry_wanted.connect(self._new_entry)
        self.conversation.hoax_wanted.connect(self._open_hoax)
        self.conversation.rewrite_wanted.connect(editor.bring_back)
        chosen = self.list.selected
        if chosen is not None:
            list_.select(ConversationId(chosen))
            open_(chosen)
        list_.start()

    def leave(self) -> None:
        if self._editor is not None:
            self._editor.keep()

    async def flush(self) -> None:
        """Save the reply being written."""
        if self._editor is not None:
            await self._editor.flush()

    def _open_channels(self, desk: Desk) -> None:
        """For what the chosen mention asks, as far as the desk knows."""
        from incluinfo_desk.ui.channels_dialog import ChannelsDialog

        of, entry = self._suggested()
        topic = desk.edit_topics.topics.of(of.topic or "") if of is not None else None
        body = entry.body if entry is not None else topic.body if topic is not None else ""
        insert = self.editor.insert if of is not None else None
        procedure = entry.procedure if entry is not None else ""
        ChannelsDialog(
            self,
            procedure,
            body,
            insert,
            desk.clock.now(),
            abroad=topic is not None and topic.key == abroad.TOPIC,
        ).open()

    def _note_tip(self, desk: Desk) -> None:
        """What the chosen mention teaches us of the answer that fits it best."""
        from incluinfo_desk.ui.tip_dialog import TipDialog

        of, entry = self._suggested()
        if of is None or entry is None:
            self._window.say(self.tr("Ninguna ficha se parece a lo que dice."), "warning")
            return
        id, names = entry.id, (of.citizen.handle, of.citizen.name)
        errands = Errands(desk.background, self._window.say_problem)

        def take(words: str) -> None:
            async def noted() -> None:
                await desk.proposing.tip(id, words, names)
                self._window.say(self.tr("Mejora anotada, sin nadie dentro."), "ok")

            errands.also("tip", noted)

        TipDialog(self, entry.question, take).open()

    def _suggested(self) -> tuple[Conversation | None, FaqEntry | None]:
        """The chosen mention, and the answer that fits it best."""
        if self._editor is None:
            return None, None
        return self._editor.conversation, self._editor.suggested()

    def _open_hoax(self, conversation_id: str) -> None:
        start = getattr(self._window.open_place("hoaxes"), "start_from", None)
        if start is not None:
            start(conversation_id)

    def _new_entry(self, question: str) -> None:
        """Hand the question to the FAQ as a draft, with the reply written or sent last."""
        reply, names = self.editor.edit.toPlainText().strip(), tuple[str, ...]()
        shown = self._conversation.shown if self._conversation is not None else None
        if shown is not None:
            citizen = shown.conversation.citizen
            names = (citizen.handle, citizen.name)
            reply = reply or last_reply(shown)
        pane = self._window.open_place("faq")
        start = getattr(pane, "start_entry", None)
        if start is not None:
            start(question, reply, names)


def make(window: Window, desk: Desk) -> QWidget:
    place = LivingInbox(window)
    place.attach(desk)
    return place

"""The list of people and the words for the one chosen: Enter says them, and goes on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from incluinfo_desk.domain.closing import Excuse, Loop, LoopState
from incluinfo_desk.domain.conversation import ConversationId
from incluinfo_desk.domain.length import LIMIT, weighted_length
from incluinfo_desk.domain.oracle import Forecast
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.domain.problems import Problem
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.flow import FlowLayout
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.messages import EmptyState, MessageBar
from incluinfo_desk.ui.one_each.presenter import OneEachPresenter
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.widgets import Card

_ID = Qt.ItemDataRole.UserRole


class OneEachPane(QWidget):
    """Implements :class:`~incluinfo_desk.ui.one_each.presenter.OneEachView`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter: OneEachPresenter | None = None
        self._loops: dict[str, Loop] = {}
        self._forecast: Forecast | None = None
        self._text = ""
        self.without_words = ""
        """What is said in the place of the words while there are none."""
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        self._message = MessageBar()
        self.progress = PlainLabel("", "strong").wrapped()
        column.addWidget(self._message)
        column.addWidget(self.progress)
        self.view = QListWidget()
        self.view.setAccessibleName(self.tr("Personas"))
        self.view.setWordWrap(True)
        self.view.setSpacing(px(4))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.currentItemChanged.connect(lambda now, _: self._choose(now))
        self.view.installEventFilter(self)
        self._words = PlainLabel("", "reading").wrapped().selectable()
        self._count = PlainLabel("", "meta")
        self._verdict = PlainLabel("", "meta").wrapped()
        below = QWidget()
        under = QVBoxLayout(below)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(px(8))
        card = Card("raised")
        self._title = PlainLabel("", "heading").wrapped()
        card.body.addWidget(self._title)
        card.body.addWidget(self._words)
        card.body.addWidget(self._count, 0, Qt.AlignmentFlag.AlignRight)
        under.addWidget(card)
        under.addWidget(self._verdict)
        buttons = FlowLayout(px(8))
        self._send = Button(self.tr("Enviar a esta persona"), "primary", "Return", self._do_send)
        self._manual = Button(
            self.tr("A mano en X"), "", "Ctrl+Shift+Return", lambda: self._do("manual")
        )
        self._mark = Button(
            self.tr("Marcar como respondida"), "", "Ctrl+M", lambda: self._do("mark")
        )
        for button in (self._send, self._manual, self._mark):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        under.addLayout(buttons)
        under.addStretch()
        self._parts = parts = QSplitter(Qt.Orientation.Vertical)
        parts.setHandleWidth(1)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.view)
        below.setProperty("plain", True)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setMinimumHeight(px(120))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(below)
        parts.addWidget(area)
        parts.setStretchFactor(0, 1)
        self.view.setMinimumHeight(px(96))
        column.addWidget(parts, 1)
        self._empty = EmptyState()
        column.addWidget(self._empty, 1)
        self.show_loops(())

    # --- what the presenter says -----------------------------------------------------------

    def show_loops(self, loops: Sequence[Loop]) -> None:
        self._loops = {each.conversation.id: each for each in loops}
        items = {str(self.view.item(n).data(_ID)): n for n in range(self.view.count())}
        if items.keys() != self._loops.keys():
            chosen = self._chosen
            self.view.blockSignals(True)
            self.view.clear()
            for id in self._loops:
                item = QListWidgetItem()
                item.setData(_ID, id)
                self.view.addItem(item)
            self.view.blockSignals(False)
            items = {id: n for n, id in enumerate(self._loops)}
            if self._loops:
                self.view.setCurrentRow(items.get(chosen, self._first_waiting()))
        for id, row in items.items():
            self.view.item(row).setText(self._line(self._loops[id]))
        begun = self._parts.isHidden() and bool(loops)
        self._show_progress()
        self._show_buttons()
        if begun:
            self.view.setFocus()  # the first key is for the first person

    def show_text(self, of: ConversationId, text: str, forecast: Forecast | None) -> None:
        self._text, self._forecast = text, forecast
        self._words.setText(displayable(text) or self.without_words)
        self._count.setText(f"{weighted_length(text)} / {LIMIT}" if text else "")
        told = (*forecast.refusals, *forecast.warnings) if forecast is not None else ()
        self._verdict.setText("\n".join(f"▲ {wording.say(each).sentence}" for each in told))
        self._verdict.set_tone("danger" if forecast and forecast.refusals else "warning")
        self._verdict.setVisible(bool(told))
        self._show_buttons()

    def show_told(self, id: ConversationId) -> None:
        """Go on to the next who waits; the focus stays in the list, for the next key."""
        self.view.setCurrentRow(self._first_waiting())
        self.view.setFocus()

    def open_manual(self, url: str, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        QDesktopServices.openUrl(QUrl(url))
        self._message.say(
            self.tr("Texto copiado. Publíquelo en X y márquela después como respondida."), "ok"
        )

    def say_problem(self, problem: Problem) -> None:
        self._message.say(wording.say(problem).sentence, "danger")

    # --- inside ----------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the list says it, once a press however long it is held."""
        pressed = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if watched is self.view and pressed and self._key(event):
            return True
        return super().eventFilter(watched, event)

    def _key(self, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = Qt.KeyboardModifier.ControlModifier
        if enter and held == Qt.KeyboardModifier.NoModifier:
            if not event.isAutoRepeat():
                self._do_send()
        elif enter and held == control | Qt.KeyboardModifier.ShiftModifier:
            self._do("manual")
        elif event.key() == Qt.Key.Key_M and held == control:
            self._do("mark")
        else:
            return False
        return True

    @property
    def _chosen(self) -> str:
        item = self.view.currentItem()
        return str(item.data(_ID)) if item is not None else ""

    def _choose(self, item: QListWidgetItem | None) -> None:
        self._text, self._forecast = "", None
        loop = self._loops.get(str(item.data(_ID))) if item is not None else None
        self._title.setText(self._to(loop) if loop is not None else "")
        for label in (self._words, self._count, self._verdict):
            label.setText("")
        self._show_buttons()
        if self.presenter is not None:
            self.presenter.choose(loop.conversation.id if loop is not None else None)

    def _to(self, loop: Loop) -> str:
        name = displayable(loop.conversation.citizen.name)
        return self.tr("Para {nombre}").replace("{nombre}", name)

    def _do_send(self) -> None:
        if self.presenter is not None and self._send.isEnabled():
            self.presenter.send()

    def _do(self, what: str) -> None:
        if self.presenter is not None:
            if what == "manual":
                self.presenter.manual()
            else:
                self.presenter.mark()

    def _first_waiting(self) -> int:
        states = [each.state for each in self._loops.values()]
        if LoopState.WAITING in states:
            return states.index(LoopState.WAITING)
        return max(0, self.view.currentRow())

    def _show_progress(self) -> None:
        states = [each.state for each in self._loops.values()]
        waiting = states.count(LoopState.WAITING)
        words = self.tr("{hechas} de {todas} avisadas. {excusadas} no lo necesitan.")
        for name, value in (
            ("{hechas}", states.count(LoopState.TOLD)),
            ("{todas}", len(states)),
            ("{excusadas}", states.count(LoopState.EXCUSED)),
        ):
            words = words.replace(name, wording.number(value))
        self.progress.setVisible(bool(states))
        self._parts.setVisible(bool(states))
        self._empty.setVisible(not states)
        self._empty.say(self.tr("Nadie espera esta respuesta."))
        if not waiting:
            words = "✓ " + self.tr("Nadie queda por avisar.") + " " + words
        self.progress.setText(words)
        self.progress.set_tone("ok" if states and not waiting else "")

    def _show_buttons(self) -> None:
        loop = self._loops.get(self._chosen)
        waits = loop is not None and loop.state is LoopState.WAITING and bool(self._text)
        refused = self._forecast is not None and bool(self._forecast.refusals)
        self._send.setEnabled(waits and not refused)
        self._manual.setEnabled(waits)
        self._mark.setEnabled(waits)

    def _line(self, loop: Loop) -> str:
        of = loop.conversation
        said = " ".join(displayable(of.last_text).split())
        day = of.last_at.astimezone().date() != datetime.now(UTC).astimezone().date()
        when = wording.day_and_time(of.last_at) if day else wording.clock_time(of.last_at)
        head = f"{self._state(loop)} · {displayable(of.citizen.name)} · {when}"
        return f"{head}\n{said}" if said else head

    def _state(self, loop: Loop) -> str:
        if loop.state is LoopState.WAITING:
            return "○ " + self.tr("Espera")
        if loop.state is LoopState.TOLD:
            return "✓ " + self.tr("Avisada")
        match loop.excuse:
            case Excuse.GONE:
                return "— " + self.tr("Borró su mensaje")
            case Excuse.ANSWERED:
                return "— " + self.tr("Ya respondida en X")
            case _:
                return "— " + self.tr("Conversación cerrada")

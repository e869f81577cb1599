"""The window: rail, places, message line, status strip.

It comes in three steps. The first frame is bare but for a word, because every widget and
every import before it is waited for; :meth:`Window.furnish` puts everything in its place;
:meth:`Window.attach` hands over the desk once it is open. Nothing here imports the store,
the channel or a place: a place is loaded on its first visit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from incluinfo_desk.settings import Settings
from incluinfo_desk.ui.state import WindowState
from incluinfo_desk.ui.theme import look

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from incluinfo_desk.domain.problems import Problem
    from incluinfo_desk.operations.desk import Desk
    from incluinfo_desk.ui.status_presenter import Status, StatusPresenter

_CALM = 2.0
"""Seconds after the desk is there before anything is read ahead."""
_MESSAGE_MS = 12_000
"""How long a passing word of success stays; problems stay until answered or replaced."""


class Window(QMainWindow):
    """The desk's only window. Make it, show it, then :meth:`attach` the desk."""

    closing = Signal()
    """The person closes the window; who runs the desk ends it."""
    place_opened = Signal(str)
    _furnished = False

    def __init__(
        self,
        settings: Settings,
        state_path: Path | None = None,
        *,
        furnished: bool = True,
    ) -> None:
        """With ``furnished`` False only the first frame; :meth:`furnish` must follow."""
        super().__init__()
        self.settings = settings
        self.state = WindowState(state_path)
        self.desk: Desk | None = None
        self._status: StatusPresenter | None = None
        self._built: dict[str, QWidget] = {}
        self._seen: Status | None = None
        self._paused = False
        self._may_undo = False
        self._place = ""
        self.setWindowTitle(self.tr("Mesa de @incluinfo"))
        if not self.state.restore_window(self):
            self._first_size()
        if furnished:
            self.furnish()
        else:
            # For a frame or two; the status bar's words are plain and cost no import.
            self.statusBar().showMessage(self._opening_words())

    def furnish(self) -> None:
        """Build all that every place shares."""
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

        from incluinfo_desk.ui.actions import Actions
        from incluinfo_desk.ui.messages import EmptyState, MessageBar
        from incluinfo_desk.ui.rail import Rail
        from incluinfo_desk.ui.status_strip import StatusStrip

        self.actions_ = Actions(self, self.open_place)
        self._rail = Rail(self.open_place)
        self._stack = QStackedWidget()
        self._stack.setObjectName("places")
        self._opening = EmptyState(icon="inbox")
        self._stack.addWidget(self._opening)
        self.messages = MessageBar()
        self._message_ends = QTimer(self, singleShot=True, interval=_MESSAGE_MS)
        self._message_ends.timeout.connect(self.messages.hide)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        # Below the place: what is being read stays where it is when a word comes and goes.
        column.addWidget(self.messages)
        row.addWidget(self._rail)
        row.addLayout(column, 1)
        self.setCentralWidget(middle)
        # After the places, so that Tab comes to it last.
        self.strip = StatusStrip(
            on_undo=lambda: self.actions_.trigger("reply.undo"),
            on_queue=lambda: self.actions_.trigger("desk.queue"),
        )
        self.setStatusBar(self.strip)
        self._furnished = True
        self._bind()
        self.actions_.use(self.settings.shortcuts, self.settings.single_keys)
        self.actions_.fill(self.menuBar())
        self.actions_.changed.connect(self._show_keys)
        self._show_keys()
        self._show_opening()
        self._rail.mark("inbox")

    # --- life ---------------------------------------------------------------------------

    def attach(self, desk: Desk) -> None:
        """Give the window its desk: the place that is open comes to life."""
        self.desk = desk
        from incluinfo_desk.domain.events import PostsArrived
        from incluinfo_desk.ui.incidents.telling import follow_incidents
        from incluinfo_desk.ui.status_presenter import StatusPresenter
        from incluinfo_desk.ui.topic_names import follow_topics
        from incluinfo_desk.ui.tray import Tray

        follow_topics(desk, self._built.values)
        self._status = StatusPresenter(desk, self)
        self.actions_.bind("reply.undo", self._status.undo_last)
        self.actions_.bind("desk.poll", desk.watch.poll_now)
        self.actions_.bind("desk.pause", self._toggle_pause)
        self.actions_.bind("desk.queue", self._open_queue)
        self.actions_.bind("desk.approvals", self._open_approvals)
        self.actions_.bind("desk.spend", self._open_spend)
        tray = Tray(self, lambda: self.settings.notify)
        desk.bus.subscribe(PostsArrived, tray.on_posts)
        follow_incidents(self, desk.bus, tray)
        for pane in self._built.values():
            come_to_life = getattr(pane, "attach", None)
            if come_to_life is not None:
                come_to_life(desk)
        self.open_place(self._place or "inbox")
        desk.background.start("read places ahead", self._read_ahead())

    async def _read_ahead(self) -> None:
        """Import the other places in a thread, so that their first visit only builds them."""
        import asyncio

        from incluinfo_desk.ui import places

        await asyncio.sleep(_CALM)
        for key in places.PLACES:
            if key not in self._built:
                await asyncio.to_thread(places.load, key)

    @property
    def places(self) -> QWidget:
        """What holds the places: one that grows in it from the start is dressed once."""
        return self._stack

    def open_place(self, key: str) -> QWidget | None:
        """Show the place ``key``, building it on its first visit; None before the desk is there."""
        from incluinfo_desk.ui import places

        self._place = key
        self._rail.mark(key)
        self.actions_.set_place(key)
        if self.desk is None:
            return None
        pane = self._built.get(key)
        if pane is None:
            pane = places.load(key)(self, self.desk)
            self._built[key] = pane
            self._stack.addWidget(pane)
        before = self._stack.currentWidget()
        if before is not pane:
            _call(before, "leave")
            self._stack.setCurrentWidget(pane)
        self._show_title(places.title(key))
        _call(pane, "arrive")
        self.place_opened.emit(key)
        return pane

    def adopt(self, key: str, pane: QWidget) -> None:
        """Show ``pane`` as the place ``key``, however it was made."""
        self._built[key] = pane
        self._place = key
        self._stack.addWidget(pane)
        self._stack.setCurrentWidget(pane)
        self._rail.mark(key)
        self.actions_.set_place(key)
        _call(pane, "arrive")

    async def flush(self) -> None:
        """Let every place save what is only on the screen; await it before closing the desk.

        What one cannot save is no reason to lose what the next one has.
        """
        from contextlib import suppress

        from incluinfo_desk.domain.problems import Trouble

        for pane in self._built.values():
            work = getattr(pane, "flush", None)
            if work is not None:
                with suppress(Trouble):
                    await work()

    @property
    def place(self) -> str:
        """Key of the place that is open."""
        return self._place

    def pane(self, key: str) -> QWidget | None:
        """The place ``key`` if it was visited."""
        return self._built.get(key)

    def use_settings(self, settings: Settings) -> None:
        """Take changed settings: look, keys. Who stores them is the desk."""
        self.settings = settings
        app = QApplication.instance()
        if isinstance(app, QApplication):
            look().follow(app, settings.theme.value, settings.font_scale)
        self.actions_.use(settings.shortcuts, settings.single_keys)

    # --- words --------------------------------------------------------------------------

    def say(
        self,
        text: str,
        tone: str = "ok",
        action: str = "",
        on_click: Callable[[], object] | None = None,
    ) -> None:
        """A passing word below the place; warnings and problems stay until replaced."""
        self.messages.say(text, tone, action, on_click)
        if tone in {"", "ok"}:
            self._message_ends.start()
        else:
            self._message_ends.stop()

    def say_problem(self, problem: Problem) -> None:
        """Tell a problem in words, with the one action that helps."""
        from incluinfo_desk.ui.wording import say

        words = say(problem)
        action = words.action

        def help_out() -> None:
            self.messages.hide()
            if action:
                self.actions_.trigger(action)

        self.say(words.sentence, "danger", words.label or self.tr("Cerrar"), help_out)

    def set_count(self, place: str, count: int, words: str = "") -> None:
        """The figure on the rail; ``words`` says it to a screen reader: "12 nuevas"."""
        self._rail.set_count(place, count, words)

    def show_status(self, status: Status, now: datetime) -> None:
        self._seen = status
        self._paused = status.link.value == "paused"
        if self._may_undo and status.undoable is None and self._message_ends.isActive():
            # "You may undo it" is no longer true, whether it went out or came back.
            self.messages.hide()
        self._may_undo = status.undoable is not None
        self.strip.show_link(status.link, status.handle, status.problem)
        self.strip.show_next_poll(status.next_poll_at, now)
        self.strip.show_queue(status.queued, status.next_in, status.undoable is not None)
        self.strip.show_spend(status.month, status.spent, status.budget)

    def say_undone(self) -> None:
        self.say(self.tr("Envío anulado: el texto vuelve al editor."))

    def show_new(self, count: int) -> None:
        self.set_count("inbox", count, self.tr("%n nueva(s)", "", count))

    def show_open_incidents(self, count: int) -> None:
        self.set_count("incidents", count, self.tr("%n abierta(s)", "", count))

    def changeEvent(self, event: QEvent) -> None:
        if self._furnished and event.type() is QEvent.Type.LanguageChange:
            from incluinfo_desk.ui import places

            self.actions_.retranslate()
            self.actions_.fill(self.menuBar())
            self._rail.retranslate()
            self._show_opening()
            self._show_keys()
            for key, pane in self._built.items():
                _call(pane, "retranslate")
                if key == self._place:
                    self._show_title(places.title(key))
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        app = QApplication.instance()
        logs_off = isinstance(app, QApplication) and app.isSavingSession()
        if event.spontaneous() and not logs_off and self._unfinished():
            event.ignore()
            self._quit()
            return
        self.state.keep_window(self)
        self.state.save()
        for pane in self._built.values():
            _call(pane, "leave")
        self.closing.emit()
        super().closeEvent(event)

    # --- inside -------------------------------------------------------------------------

    def _bind(self) -> None:
        from incluinfo_desk.ui import places

        actions = self.actions_
        for key in places.PLACES:
            actions.bind(f"go.{key}", partial(self.open_place, key))
        actions.bind("desk.quit", self._quit)
        actions.bind("help.palette", self._open_palette)
        actions.bind("help.keys", self._open_cheat_sheet)
        actions.bind("help.guide", self._open_guide)
        actions.bind("help.about", self._about)
        actions.bind("view.larger", lambda: self._zoom(10))
        actions.bind("view.smaller", lambda: self._zoom(-10))
        actions.bind("view.normal", lambda: self._zoom(0))

    def _unfinished(self) -> bool:
        return self._seen is not None and self._seen.queued > 0

    def _quit(self) -> None:
        """Close, once the person knows what is still on its way (PRD-4)."""
        if self._seen is None or not self._seen.queued:
            self.close()
            return
        from incluinfo_desk.ui.leaving import ask_to_leave

        doubtful = self._seen.doubtful
        ask_to_leave(self, self._seen.queued - doubtful, doubtful, self.close)

    def _show_title(self, place: str) -> None:
        desk = self.tr("Mesa de @incluinfo")
        self.setWindowTitle(f"{place} · {desk}")

    def _toggle_pause(self) -> None:
        if self.desk is not None:
            (self.desk.watch.resume if self._paused else self.desk.watch.pause)()

    def _open_palette(self) -> None:
        from incluinfo_desk.ui.palette import Palette

        Palette(self, self.actions_).open()

    def _open_cheat_sheet(self) -> None:
        from incluinfo_desk.ui.cheat_sheet import CheatSheet

        CheatSheet(self, self.actions_).open()

    def _open_queue(self) -> None:
        from incluinfo_desk.ui.outbox.pane import OutboxDialog
        from incluinfo_desk.ui.outbox.presenter import OutboxPresenter

        if self.desk is not None:
            dialog = OutboxDialog(self)
            dialog.presenter = OutboxPresenter(self.desk, dialog, self.say_problem)
            dialog.open()

    def _open_approvals(self) -> None:
        from incluinfo_desk.ui.approval.pane import open_approvals

        if self.desk is not None:
            open_approvals(self, self.desk)

    def _open_spend(self) -> None:
        if self.desk is not None:
            self.desk.background.start("spend", self._show_spend(self.desk), replace=True)

    async def _show_spend(self, desk: Desk) -> None:
        from incluinfo_desk.domain.problems import Trouble
        from incluinfo_desk.ui.spend import SpendDialog

        month = desk.clock.now().astimezone().replace(day=1, hour=0, minute=0, second=0)
        try:
            rows = await desk.store.ledger.by_day(month.replace(microsecond=0))
        except Trouble as trouble:
            self.say_problem(trouble.problem)
            return
        SpendDialog(self, rows).open()

    def _open_guide(self) -> None:
        from incluinfo_desk.ui.guide import Guide

        Guide(self).open()

    def _about(self) -> None:
        from incluinfo_desk import __version__
        from incluinfo_desk.ui.messages import tell

        tell(
            self,
            self.tr("incluinfo_desk {version}").replace("{version}", __version__),
            self.tr(
                "Mesa de atención ciudadana de @incluinfo. Las respuestas son informativas: "
                "a efectos jurídicos valen el BOE y la resolución de cada expediente.\n\n"
                "Licencia EUPL-1.2. Usa Qt y PySide6 (LGPL-3.0).",
            ),
            choices=(self.tr("Cerrar"),),
        )

    def _zoom(self, step: int) -> None:
        percent = min(200, max(80, self.settings.font_scale + step)) if step else 100
        changed = replace(self.settings, font_scale=percent)
        if self.desk is not None:
            self.desk.background.start("zoom", self._keep(changed), replace=True)
        self.use_settings(changed)

    async def _keep(self, settings: Settings) -> None:
        from incluinfo_desk.domain.problems import Trouble

        if self.desk is not None:
            try:
                await self.desk.save_settings(settings)
            except Trouble as trouble:
                self.say_problem(trouble.problem)

    def _show_keys(self) -> None:
        from incluinfo_desk.ui.buttons import key_text

        self.strip.show_keys(
            key_text(self.actions_.keys("help.palette")),
            key_text(self.actions_.keys("help.keys")),
        )

    def _show_opening(self) -> None:
        self._opening.say(self._opening_words(), icon="inbox", busy=True)

    def _opening_words(self) -> str:
        return self.tr("Abriendo la mesa…")

    def _first_size(self) -> None:
        screen = self.screen().availableSize() if self.screen() else None
        width, height = look().px(1440), look().px(900)
        if screen is not None:
            width, height = min(width, screen.width()), min(height, screen.height())
        self.resize(width, height)
        if screen is not None and (width >= screen.width() or height >= screen.height()):
            from PySide6.QtCore import Qt

            self.setWindowState(Qt.WindowState.WindowMaximized)


def _call(pane: QWidget | None, name: str) -> None:
    method = getattr(pane, name, None)
    if method is not None:
        method()

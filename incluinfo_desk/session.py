"""The desk behind one window: made after the first frame, taken apart in order.

What follows the frame of ``app.py``; the parts are joined in ``operations/desk.py``. The order
is the start-up budget (qt-stack §4): the list as it stood; then, in a thread, the store; and
only then the suggestion engine, tweepy and the keyring, which nothing on the screen waits for.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from incluinfo_desk import memory
from incluinfo_desk.connection import imported
from incluinfo_desk.crash import CrashReport, CrashReporter
from incluinfo_desk.domain.events import SettingsChanged
from incluinfo_desk.domain.problems import Problem, Trouble
from incluinfo_desk.options import WindowOptions
from incluinfo_desk.paths import Profile
from incluinfo_desk.settings import Settings, SettingsFile
from incluinfo_desk.single_instance import FirstWindow
from incluinfo_desk.ui.loop import DeskEventLoop
from incluinfo_desk.ui.window import Window

if TYPE_CHECKING:
    from incluinfo_desk.app import Tongue
    from incluinfo_desk.operations.desk import Desk
    from incluinfo_desk.operations.ports import Channel, Prober
    from incluinfo_desk.simulator.thread import SimulatorThread
    from incluinfo_desk.store.store import Store

_AHEAD = 60
"""Conversations read ahead of the store: more than a screen."""

X_API = "https://api.x.com"

Beside = Callable[["Session"], Awaitable[None]]
"""What lives beside the window while it is open: the journeys of the tests."""


def live(session: Session, beside: Beside | None) -> int:
    """Run the window's loop until it is closed; returns the exit code."""
    loop = DeskEventLoop(session.app)
    asyncio.set_event_loop(loop)
    loop.set_exception_handler(session.reporter.on_loop_error)
    try:
        with loop:
            loop.run_until_complete(session.run(beside))
            loop.run_until_complete(loop.shutdown_asyncgens())
    finally:
        asyncio.set_event_loop(None)
    return 0


class Session:
    """One opened window: makes the desk behind it, and takes it apart in order."""

    def __init__(
        self,
        *,
        options: WindowOptions,
        profile: Profile,
        settings: Settings,
        settings_file: SettingsFile,
        app: QApplication,
        window: Window,
        tongue: Tongue,
        reporter: CrashReporter,
        told: tuple[Problem, ...],
        last_crash: Path | None,
    ) -> None:
        self.options = options
        self.profile = profile
        self.app = app
        self.window = window
        self.reporter = reporter
        self._settings = settings
        self._settings_file = settings_file
        self._tongue = tongue
        self._told = told
        self._last_crash = last_crash
        self._closed = asyncio.Event()
        self._simulator: SimulatorThread | None = None
        self._simulator_address = ""
        self._store: Store | None = None
        self._channel: Channel | None = None
        self._prober: Prober | None = None
        self._ear: FirstWindow | None = None
        self.desk: Desk | None = None

    async def run(self, beside: Beside | None = None) -> None:
        """From the first frame to the last."""
        loop = asyncio.get_running_loop()
        self.window.closing.connect(self._closed.set)

        def tell(report: CrashReport) -> None:
            loop.call_soon_threadsafe(self._tell_crash, report)

        self.reporter.listen(tell)
        collecting = loop.create_task(memory.collect(), name="collecting")
        try:
            opening = loop.create_task(self._open(), name="opening")
            closing = loop.create_task(self._closed.wait(), name="closing")
            await asyncio.wait({opening, closing}, return_when=asyncio.FIRST_COMPLETED)
            if opening.done():
                await opening
                if beside is not None:
                    await beside(self)
                    self.window.close()
                await closing
            else:
                opening.cancel()
                with suppress(asyncio.CancelledError):
                    await opening
        finally:
            if self._ear is not None:
                self._ear.close()
            await self._stop()
            collecting.cancel()
            await asyncio.wait({collecting})

    async def _open(self) -> None:
        try:
            await self._open_desk()
        except Trouble as trouble:
            # The window stays, says what is wrong and what to do, and touches nothing.
            self.window.say_problem(trouble.problem)
            return
        for problem in self._told:
            self.window.say_problem(problem)
        if self._last_crash is not None:
            self._tell_crash(CrashReport(self._last_crash.read_text("utf-8"), self._last_crash))

    async def _open_desk(self) -> None:
        await self._show_list_ahead()
        self._ear = FirstWindow(self.profile.lock, self._come_to_front)
        await imported("incluinfo_desk.store.store", "incluinfo_desk.ui.inbox.place")
        from incluinfo_desk.clock import SystemClock
        from incluinfo_desk.store.store import Store

        clock = SystemClock()
        store = await Store.open(self.profile.data_dir, clock.now)
        self._store = store
        # The list needs the store alone; everything else is imported while it is read.
        await imported("incluinfo_desk.composition")
        from incluinfo_desk.composition import compose

        made = compose(
            store=store,
            clock=clock,
            profile=self.profile,
            settings=self._in_force,
            write_settings=self._settings_file.save,
            x_address=self._x_address,
            report=self._report,
            demo=self.options.demo,
        )
        self._channel, self._prober = made.channel, made.prober
        self.desk = desk = made.desk
        desk.bus.subscribe(SettingsChanged, lambda _: self._follow_settings())
        self.window.attach(desk)
        desk.background.start("begin", self._begin(desk))

    async def _show_list_ahead(self) -> None:
        """The list as it stood, before the libraries that keep it up to date are there."""
        await imported("incluinfo_desk.store.first_page")
        from incluinfo_desk.store.first_page import first_page

        try:
            rows = await asyncio.to_thread(first_page, self.profile.database, _AHEAD)
            if rows:
                await imported("incluinfo_desk.ui.inbox.place")
                from incluinfo_desk.ui.inbox.place import LivingInbox

                place = LivingInbox(self.window)
                place.show_ahead(rows)
                self.window.adopt("inbox", place)
        finally:
            self.window.setUpdatesEnabled(True)
            # Qt forgets to ask for what became dirty while a window manager mapped the window.
            self.window.repaint()

    async def _begin(self, desk: Desk) -> None:
        """What nothing on the screen waits for, in the order an officer needs it."""
        from incluinfo_desk.operations import procedures

        try:
            await desk.edit_faq.first_run(verified=self.options.demo)
            await desk.broadcasting.first_run()
            await desk.rebutting.first_run(prepared=self.options.demo)
            await desk.edit_topics.load()
            await desk.suggesting.load()
            await desk.learning.load()
            await asyncio.to_thread(procedures.read_ahead)
            if self.options.demo:
                await desk.account.sign_in()
        except Trouble as trouble:
            self.window.say_problem(trouble.problem)
        memory.keep()
        desk.start()

    async def _x_address(self) -> str:
        """Where X's API is: real, given on the command line, or the demonstration's own."""
        if self.options.api_url is not None:
            return self.options.api_url
        if not self.options.demo:
            return X_API
        if self._simulator is None:
            await imported("incluinfo_desk.simulator.thread")
            from incluinfo_desk.simulator.main import DEMO_SPEED
            from incluinfo_desk.simulator.thread import SimulatorThread

            self._simulator = SimulatorThread(speed=DEMO_SPEED)
            self._simulator_address = await asyncio.to_thread(self._simulator.start)
        return self._simulator_address

    def _follow_settings(self) -> None:
        if self.desk is None:
            return
        settings = self.desk.settings
        if settings.language != self._tongue.language:
            self._tongue.speak(settings.language)
        self.window.use_settings(settings)
        follow = self.desk.suggesting.follow_officer()
        self.desk.background.start("follow officer", follow, replace=True)

    def _come_to_front(self) -> None:
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def _in_force(self) -> Settings:
        return self.desk.settings if self.desk is not None else self._settings

    def _report(self, error: BaseException) -> None:
        self.reporter.report(error)

    def _tell_crash(self, report: CrashReport) -> None:
        from incluinfo_desk.ui.crash_report import show_crash

        show_crash(self.window, report.text, report.path)

    async def _stop(self) -> None:
        """Tasks first, then the line, then the disk: each may still need the next."""
        await self.window.flush()
        if self.desk is not None:
            await self.desk.background.close()
        if self._channel is not None:
            await self._channel.close()
        if self._prober is not None:
            await self._prober.close()
        if self._store is not None:
            await self._store.close()
        if self._simulator is not None:
            await asyncio.to_thread(self._simulator.stop)
        self.window.hide()
        self.window.deleteLater()
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)

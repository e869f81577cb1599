"""An officer at the real window: keys, mouse and eyes, and nothing else of the program.

The window is the real one, X is the simulator over HTTP on a thread of its own, the
database is a real file. What a journey looks at is what stands on the screen, and what the
simulator got.
"""

from __future__ import annotations

import asyncio
import json
import threading
import time
import urllib.request
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import (
    QEvent,
    QMessageLogContext,
    QModelIndex,
    QObject,
    Qt,
    QtMsgType,
    QUrl,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtGui import QDesktopServices, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QWidget,
)

from incluinfo_desk import app
from incluinfo_desk.options import WindowOptions
from incluinfo_desk.session import Session
from incluinfo_desk.simulator.model import SimPost
from incluinfo_desk.simulator.thread import SimulatorThread
from incluinfo_desk.ui.inbox.list_model import ROW

T = TypeVar("T")
PATIENCE = 20.0
"""Seconds until a journey says that something never happened."""


class Browser(QObject):
    """The officer's browser, which consents: Qt's own hook for http addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.consents = True
        for scheme in ("http", "https"):
            QDesktopServices.setUrlHandler(scheme, self, "visit")  # type: ignore[arg-type]

    @Slot(QUrl)
    def visit(self, url: QUrl) -> None:
        self.opened.append(url.toString())
        if url.host() == "127.0.0.1":
            address = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
            threading.Thread(target=_fetch, args=(address, self.consents), daemon=True).start()

    def close(self) -> None:
        for scheme in ("http", "https"):
            QDesktopServices.unsetUrlHandler(scheme)


def _fetch(url: str, consents: bool) -> None:
    """Open X's page, press *Autorizar* or *Cancelar*, and follow where it leads."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    decision = f"decision={'allow' if consents else 'deny'}".encode()
    with opener.open(url + "&auto=0", timeout=10) as page:
        page.read()
    with opener.open(url + "&auto=0", decision, timeout=10) as answer:
        answer.read()


class Person:
    """What an officer can do with one open window."""

    def __init__(self, session: Session, simulator: SimulatorThread, browser: Browser) -> None:
        self.session = session
        self.browser = browser
        self.window = session.window
        self.simulator = simulator

    # --- waiting and seeing ----------------------------------------------------------------

    async def until(self, seen: Callable[[], T | None], what: str, seconds: float = PATIENCE) -> T:
        """Wait until ``seen`` is true; fails with ``what`` and the texts on the screen."""
        ends = time.monotonic() + seconds
        while True:
            found = seen()
            if found:
                return found
            if time.monotonic() > ends:
                raise AssertionError(f"never happened: {what}\n{self.screen()}")
            await asyncio.sleep(0.02)

    async def sees(self, text: str, seconds: float = PATIENCE) -> None:
        await self.until(lambda: text in self.screen(), f"«{text}» on the screen", seconds)

    async def no_longer_sees(self, text: str, seconds: float = PATIENCE) -> None:
        await self.until(lambda: text not in self.screen(), f"«{text}» gone", seconds)

    def screen(self) -> str:
        """Every text that can be read now."""
        texts: list[str] = []
        for widget in QApplication.allWidgets():
            if not widget.isVisible():
                continue
            if isinstance(widget, QLabel | QAbstractButton):
                texts.append(widget.text())
            elif isinstance(widget, QPlainTextEdit):
                texts.append(widget.toPlainText())
        texts.extend(row.text for row in self.rows())
        return "\n".join(text for text in texts if text)

    def screen_of(self, part: str) -> str:
        """The texts of one part of the Bandeja: list, conversation, editor, suggestions."""
        widget = getattr(self.window.pane("inbox"), part)
        labels = widget.findChildren(QLabel) + widget.findChildren(QAbstractButton)
        return "\n".join(each.text() for each in labels if each.isVisible())

    def rows(self) -> list[Any]:
        """The cards of the Bandeja, from the top."""
        pane = self.window.pane("inbox")
        if pane is None:
            return []
        model = pane.list.model  # type: ignore[attr-defined]
        return [model.index(i).data(ROW) for i in range(model.rowCount(QModelIndex()))]

    # --- doing -----------------------------------------------------------------------------

    def focused(self) -> QWidget:
        """Who gets the next key."""
        return QApplication.focusWidget() or QApplication.activeWindow() or self.window

    async def press(self, keys: str) -> None:
        """Press ``keys`` (``R``, ``Ctrl+Return``) where the focus is."""
        stroke = QKeySequence(keys)[0]  # type: ignore[index]
        QTest.keyClick(self.focused(), stroke.key(), stroke.keyboardModifiers())
        await asyncio.sleep(0.05)

    async def until_pressing(self, keys: str, text: str) -> None:
        """Press ``keys`` again and again until ``text`` is on the screen."""
        for _ in range(200):
            if text in self.screen():
                return
            await self.press(keys)
        await self.sees(text, 0)

    def presses_at_once(self, *keys: str) -> None:
        """Keys so close that the window does nothing in between."""
        for each in keys:
            stroke = QKeySequence(each)[0]  # type: ignore[index]
            QTest.keyClick(self.focused(), stroke.key(), stroke.keyboardModifiers())

    async def types(self, text: str) -> None:
        """Type ``text`` letter by letter; QTest itself knows no accents."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self.focused(), event)
        await asyncio.sleep(0)

    async def click(self, name: str) -> None:
        """Click the visible button that reads ``name``."""
        button = await self.until(lambda: self._button(name), f"a button «{name}»")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        await asyncio.sleep(0.05)

    def _button(self, name: str) -> QAbstractButton | None:
        for widget in QApplication.allWidgets():
            if (
                isinstance(widget, QAbstractButton)
                and widget.isVisible()
                and widget.isEnabled()
                and name in (widget.text(), widget.accessibleName())
            ):
                return widget
        return None

    async def double_click(self, name: str) -> None:
        """Click the button that reads ``name`` twice, as fast as an impatient hand."""
        button = await self.until(lambda: self._button(name), f"a button «{name}»")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
        await asyncio.sleep(0.05)

    async def answers(self, choice: str) -> None:
        """Press ``choice`` in the question that the window asks."""
        box = await self.until(lambda: QApplication.activeModalWidget(), "a question")
        button = next(each for each in box.findChildren(QAbstractButton) if each.text() == choice)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        await self.until(lambda: QApplication.activeModalWidget() is None, "the question gone")

    async def click_into(self, field: str) -> None:
        """Click into the field that a screen reader calls ``field``."""

        def there() -> QWidget | None:
            for widget in QApplication.allWidgets():
                if (
                    isinstance(widget, QPlainTextEdit | QLineEdit)
                    and widget.isVisible()
                    and widget.accessibleName() == field
                ):
                    return widget
            return None

        found = await self.until(there, f"a field «{field}»")
        target = found.viewport() if isinstance(found, QPlainTextEdit) else found
        assert target is not None
        QTest.mouseClick(target, Qt.MouseButton.LeftButton)
        await self.until(found.hasFocus, f"the cursor in «{field}»")

    async def click_row(self, question: str) -> None:
        """Click the entry ``question`` in the list of the FAQ."""
        pane = self.window.pane("faq").list  # type: ignore[union-attr]

        def there() -> QModelIndex | None:
            for row in range(pane.model.rowCount()):
                index: QModelIndex = pane.model.index(row)
                entry = pane.model.entry(index)
                if entry is not None and entry.question == question:
                    return index
            return None

        index = await self.until(there, f"«{question}» in the list")
        at = pane.view.visualRect(index).center()
        QTest.mouseClick(
            pane.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at
        )

    async def combo(self, name: str) -> QComboBox:
        """The box of choices that a screen reader calls ``name``."""

        def there() -> QComboBox | None:
            for widget in QApplication.allWidgets():
                if (
                    isinstance(widget, QComboBox)
                    and widget.isVisible()
                    and widget.accessibleName() == name
                ):
                    return widget
            return None

        return await self.until(there, f"a choice «{name}»")

    async def ticks(self, name: str) -> None:
        """Go to the row ``name`` of the list on the screen and tick it with the space bar."""

        def there() -> tuple[QListWidget, int] | None:
            for widget in QApplication.allWidgets():
                if isinstance(widget, QListWidget) and widget.isVisible():
                    for row in range(widget.count()):
                        item = widget.item(row)
                        if item.text() == name and not item.isHidden():
                            return widget, row
            return None

        box, row = await self.until(there, f"a row «{name}»")
        box.setFocus()
        box.setCurrentRow(row)
        await self.press("Space")
        assert box.item(row).checkState() is Qt.CheckState.Checked

    async def sign_in(self) -> None:
        """In Ajustes, with the browser's consent, and back to the Bandeja."""
        await self.asks_to_sign_in()
        await self.sees("● @incluinfo · Inclusión, Seg. Social y Migraciones")
        await self.press("Ctrl+1")
        await self.sees("@incluinfo · Conectado")

    async def asks_to_sign_in(self) -> None:
        await self.press("Ctrl+,")
        await self.click("Iniciar sesión en X…")

    async def signs_out(self) -> None:
        await self.press("Ctrl+,")
        await self.click("Cerrar la sesión…")
        await self.answers("Cerrar la sesión")
        await self.sees("Nadie ha iniciado sesión")

    async def verified(self) -> None:
        """The starter answers stand behind a name before any of them goes out."""
        desk = self.session.desk
        assert desk is not None
        await self.until(lambda: not desk.background.running("begin"), "the desk ready")
        await desk.edit_faq.verify([entry.id for entry in await desk.store.faq.all()])

    async def settled(self) -> None:
        """Wait until nothing of ours is on its way or in doubt."""
        desk = self.session.desk
        assert desk is not None
        ends = time.monotonic() + PATIENCE
        while await desk.store.outbox.open_items() or desk.background.running("send"):
            assert time.monotonic() < ends, f"never settled\n{self.screen()}"
            await asyncio.sleep(0.02)

    async def reads(self, text: str) -> None:
        """Go down the list to the card with ``text``."""

        def there() -> bool:
            return any(text in row.text for row in self.rows())

        for _ in range(200):
            if there():
                break
            await self.press("F5")
            if any("mención" in t for t in self.screen().splitlines() if t.startswith("↑")):
                await self.press("U")
            await asyncio.sleep(0.1)
        await self.until(there, f"a card with «{text}»")
        pane = self.window.pane("inbox")
        pane.list.view.setFocus()  # type: ignore[union-attr]
        for _ in range(len(self.rows()) + 2):
            wanted = next(i for i, row in enumerate(self.rows()) if text in row.text)
            chosen = pane.list.view.selectedIndexes()  # type: ignore[union-attr]
            current = chosen[0].row() if chosen else -1
            if current == wanted:
                break
            await self.press("J" if current < wanted else "K")
        await self.until(
            lambda: text in self.screen_of("conversation"), f"«{text}» in the conversation"
        )
        write = self.window.actions_.action("reply.write")
        await self.until(write.isEnabled, "the editor open")

    # --- the other side --------------------------------------------------------------------

    def citizen(self, text: str, **who: Any) -> str:
        """A citizen writes; returns the post's id."""
        return self.simulator.call(lambda world: world.citizen_posts(text, **who))

    def replies(self, post_id: str) -> list[SimPost]:
        """What the citizen finds below the post."""
        return self.simulator.call(lambda world: list(world.replies_to(post_id)))


Script = Callable[[Person], Awaitable[None]]


def write_settings(folder: Path, **values: Any) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    settings = {
        "version": 1,
        "officer_name": "Ana Ruiz",
        "officer_initials": "AR",
        "client_id": "escritorio",
        "undo_seconds": 1,
        "poll_seconds": 10,
        **values,
    }
    (folder / "settings.json").write_text(json.dumps(settings), "utf-8")


def at_the_desk(
    folder: Path,
    simulator: SimulatorThread,
    base_url: str,
    script: Script,
    *,
    opens: bool = True,
    language: str | None = "es",
) -> None:
    """Open the window on ``folder``, let ``script`` work with it, close it.

    Fails on a crash report, a task that outlives the window, and anything Qt warns of. With
    ``opens`` False the desk is not expected to open: the window only says why.
    """
    browser = Browser()
    failed: list[BaseException] = []
    left: list[str] = []
    loops: list[asyncio.AbstractEventLoop] = []

    async def beside(session: Session) -> None:
        loops.append(asyncio.get_running_loop())
        person = Person(session, simulator, browser)
        try:
            session.window.activateWindow()
            await person.until(session.window.isActiveWindow, "the window in front")
            if opens:
                await person.until(lambda: session.window.pane("inbox"), "the Bandeja")
            await script(person)
        except BaseException as error:
            failed.append(error)

    try:
        options = WindowOptions(data_dir=folder, api_url=base_url, language=language)
        with qt_complaints() as complaints:
            assert app.run(options, beside) == 0
        left.extend(task.get_name() for loop in loops for task in asyncio.all_tasks(loop))
    finally:
        browser.close()
    if failed:
        raise failed[0]
    assert left == []
    assert complaints == []
    reports = sorted((folder / "crashes").glob("*"))
    assert not reports, reports[0].read_text("utf-8")


@contextmanager
def qt_complaints() -> Iterator[list[str]]:
    """What Qt warns of meanwhile; but for what the screenless platform says of itself."""
    said: list[str] = []

    def hear(kind: QtMsgType, _: QMessageLogContext, text: str | None) -> None:
        harmless = kind in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}
        # The screenless platform's own words; a real one knows these things.
        if not harmless and not (text or "").startswith("This plugin does not support "):
            said.append(text or "")

    before = qInstallMessageHandler(hear)
    try:
        yield said
    finally:
        qInstallMessageHandler(before)

"""The line at the foot of the window: account, link, next look, queue, spend, keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStatusBar, QWidget

from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.labels import ElidedLabel
from incluinfo_desk.ui.messages import announce
from incluinfo_desk.ui.theme import look

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal

    from incluinfo_desk.domain.events import Link
    from incluinfo_desk.domain.problems import Problem


class StatusStrip(QStatusBar):
    """Shows what it was told last; everything in words."""

    def __init__(
        self,
        on_undo: Callable[[], object],
        on_queue: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._link = _shrinking()
        self._poll = _shrinking()
        self._queue = Button("", "link", on_click=on_queue)
        self._undo = Button("", "link", on_click=on_undo)
        self._spend = _shrinking()
        self._keys = _shrinking()
        self._last_link = ""
        px = look().px
        self.setContentsMargins(px(12), 0, px(12), 0)
        for part in (self._link, self._poll, self._queue, self._undo):
            part.setContentsMargins(px(4), 0, px(8), 0)
            self.addWidget(part)
        for part in (self._spend, self._keys):
            part.setContentsMargins(px(8), 0, px(4), 0)
            self.addPermanentWidget(part)
        self._undo.hide()
        self._queue.hide()
        self._undo.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_link(self, link: Link, handle: str | None, problem: Problem | None) -> None:
        """The account and the line to X; a change of it is read aloud."""
        from incluinfo_desk.domain.events import Link  # after the first frame
        from incluinfo_desk.ui.wording import link_state, say

        words = link_state(link)
        if problem is not None and link in {Link.BROKEN, Link.WAITING, Link.SIGNED_OUT}:
            words = say(problem).sentence
        sign = {Link.CONNECTED: "●", Link.BROKEN: "▲", Link.SIGNED_OUT: "▲"}.get(link, "○")
        account = f"@{handle} · " if handle else ""
        self._link.setText(f"{sign} {account}{words}")
        tones = {Link.CONNECTED: "ok", Link.BROKEN: "danger", Link.SIGNED_OUT: "danger"}
        self._link.set_tone(tones.get(link, "warning"))
        self._make_room()
        if words != self._last_link:
            if self._last_link:
                announce(self, words)
            self._last_link = words

    def show_next_poll(self, at: datetime | None, now: datetime) -> None:
        if at is None:
            self._poll.setText("")
            return
        from incluinfo_desk.ui.wording import seconds

        left = max(0.0, (at - now).total_seconds())
        self._poll.setText(
            self.tr("Próxima consulta en {tiempo}").replace("{tiempo}", seconds(left)),
        )
        self._make_room()

    def show_queue(self, waiting: int, next_in: float | None, undoable: bool) -> None:
        """``next_in``: seconds until the first one leaves; None while it is leaving."""
        self._queue.setVisible(waiting > 0)
        self._undo.setVisible(undoable)
        self._undo.setText(self.tr("Deshacer"))
        if not waiting:
            self._make_room()
            return
        from incluinfo_desk.ui.wording import seconds

        words = self.tr("En cola: {cuantas}").replace("{cuantas}", str(waiting))
        if next_in is not None and next_in > 0:
            words += " " + self.tr("(se envía en {tiempo})").replace("{tiempo}", seconds(next_in))
        self._queue.setText(words)
        self._make_room()

    def show_spend(self, month: datetime, spent: Decimal, budget: Decimal | None) -> None:
        from incluinfo_desk.ui.wording import money, month_name

        if budget is None:
            words = self.tr("Gasto de {mes}: {gasto}")
        else:
            words = self.tr("Gasto de {mes}: {gasto} de {tope}").replace("{tope}", money(budget))
        self._spend.setText(
            words.replace("{mes}", month_name(month)).replace("{gasto}", money(spent))
        )
        self._spend.set_tone("danger" if budget is not None and spent > budget else "")

    def show_keys(self, palette: str, cheat_sheet: str) -> None:
        words = self.tr("{acciones}: acciones · {teclas}: teclas")
        self._keys.setText(words.replace("{acciones}", palette).replace("{teclas}", cheat_sheet))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """In a narrow window what can be read elsewhere goes first; the link to X stays whole."""
        left = self.width() - look().px(32)
        for part in (self._link, self._queue, self._undo, self._spend, self._poll, self._keys):
            if part in (self._queue, self._undo) and part.isHidden():
                continue
            left -= part.sizeHint().width() + look().px(6)
            if part in (self._spend, self._poll, self._keys):
                part.setVisible(left >= 0)

    @property
    def link_words(self) -> str:
        return self._link.text()


def _shrinking() -> ElidedLabel:
    """A label of its own width that gives way where the window is narrow."""
    label = ElidedLabel()
    label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return label

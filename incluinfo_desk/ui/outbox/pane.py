"""The queue: everything of ours that is on its way or in doubt, wherever it belongs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

from incluinfo_desk.domain.outgoing import Outgoing
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.conversation.cards import OutgoingCard
from incluinfo_desk.ui.conversation.deciding import ask_address, ask_to_resend
from incluinfo_desk.ui.messages import EmptyState
from incluinfo_desk.ui.outbox.presenter import OutboxPresenter
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.widgets import clear


class OutboxDialog(QDialog):
    """Opened from the status bar; does not block. Implements ``OutboxView``."""

    def __init__(
        self,
        parent: QWidget,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        super().__init__(parent)
        self.presenter: OutboxPresenter | None = None
        self._now = now
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Cola de envíos"))
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(16))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName(self.windowTitle())
        inner = QWidget()
        inner.setProperty("plain", True)
        self._cards = QVBoxLayout(inner)
        self._cards.setContentsMargins(0, 0, px(8), 0)
        self._cards.setSpacing(px(10))
        area.setWidget(inner)
        column.addWidget(area, 1)
        close = Button(self.tr("Cerrar"), on_click=self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(look().room(self, 560, 520))
        self.finished.connect(self._ended)

    def show_items(self, items: Sequence[Outgoing]) -> None:
        clear(self._cards)
        presenter = self.presenter
        if presenter is None or not items:
            self._cards.addWidget(
                EmptyState(
                    self.tr("No hay nada en camino. Lo que envíe se verá aquí hasta que salga."),
                ),
            )
            return
        for item in items:
            self._cards.addWidget(
                OutgoingCard(
                    item,
                    on_undo=presenter.undo,
                    on_send_now=presenter.send_now,
                    on_resend=partial(self._resend, item),
                    on_discard=presenter.discard,
                    on_adopt=lambda each: ask_address(self, each, presenter.adopt),
                    on_rewrite=lambda _: None,
                    now=self._now,
                ),
            )
        self._cards.addStretch()

    def _resend(self, item: Outgoing, _: str) -> None:
        if self.presenter is not None:
            ask_to_resend(self, item, self.presenter.resend)

    def _ended(self) -> None:
        if self.presenter is not None:
            self.presenter.end()

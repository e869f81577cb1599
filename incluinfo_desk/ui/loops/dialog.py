"""Closing the loops of an incident that is over: everyone who asked, one key each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from incluinfo_desk.domain.closing import Loop
from incluinfo_desk.domain.conversation import Conversation, ConversationId
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.one_each.pane import OneEachPane
from incluinfo_desk.ui.one_each.presenter import OneEachPresenter
from incluinfo_desk.ui.theme import look

if TYPE_CHECKING:
    from incluinfo_desk.operations.desk import Desk


class WhoAsked:
    """The people of one incident."""

    def __init__(self, desk: Desk, incident_id: str) -> None:
        self._loops, self._id = desk.loops, incident_id

    async def loops(self) -> Sequence[Loop]:
        return await self._loops.of(self._id)

    async def text_for(self, conversation: Conversation) -> str:
        return await self._loops.text_for(self._id, conversation)

    async def tell(self, conversation_id: ConversationId, text: str) -> object:
        return await self._loops.tell(self._id, conversation_id, text)


class LoopsDialog(QDialog):
    """Does not block; may be closed half way and opened again."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Avisar a quienes preguntaron"))
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(16))
        column.setSpacing(px(8))
        column.addWidget(PlainLabel(displayable(title), "title").wrapped())
        self.pane = OneEachPane()
        column.addWidget(self.pane, 1)
        close = Button(self.tr("Cerrar"), on_click=self.accept)
        close.setAutoDefault(False)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(look().room(self, 640, 680))
        self.pane.view.setFocus()
        self.finished.connect(self._ended)

    def _ended(self) -> None:
        if self.pane.presenter is not None:
            self.pane.presenter.end()


def open_loops(parent: QWidget, desk: Desk, incident_id: str, title: str) -> LoopsDialog:
    dialog = LoopsDialog(title, parent)
    dialog.pane.presenter = OneEachPresenter(desk, dialog.pane, WhoAsked(desk, incident_id))
    dialog.pane.presenter.refresh()
    dialog.open()
    return dialog

"""The same doubt of many: the groups, the answer that is approved, and a key for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from incluinfo_desk.domain.closing import Loop
from incluinfo_desk.domain.conversation import Conversation, ConversationId
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.editor.text_edit import ReplyEdit
from incluinfo_desk.ui.groups.presenter import Doubt, GroupsPresenter
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.messages import EmptyState
from incluinfo_desk.ui.one_each.pane import OneEachPane
from incluinfo_desk.ui.one_each.presenter import OneEachPresenter
from incluinfo_desk.ui.theme import look

if TYPE_CHECKING:
    from incluinfo_desk.operations.desk import Desk

_KEY = Qt.ItemDataRole.UserRole


class SameDoubt:
    """The people of one group, and the words approved for them."""

    def __init__(self, desk: Desk, doubt: Doubt, approved: Callable[[], str]) -> None:
        self._doubts, self._doubt, self._approved = desk.doubts, doubt, approved

    async def loops(self) -> Sequence[Loop]:
        return await self._doubts.waiting(self._doubt.group)

    async def text_for(self, conversation: Conversation) -> str:
        approved = self._approved()
        return await self._doubts.text_for(approved, conversation) if approved else ""

    async def tell(self, conversation_id: ConversationId, text: str) -> object:
        return await self._doubts.tell(conversation_id, text, self._doubt.group.faq_id)


class GroupsDialog(QDialog):
    """Does not block. Implements :class:`~incluinfo_desk.ui.groups.presenter.GroupsView`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter: GroupsPresenter | None = None
        self.people_of: Callable[[Doubt, Callable[[], str]], SameDoubt] | None = None
        self._doubts: dict[str, Doubt] = {}
        self._shown: str | None = None
        self._approved = ""
        self._wanted: str | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("La misma duda, muchas personas"))
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(16))
        column.setSpacing(px(8))
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        self._columns.setChildrenCollapsible(False)
        self.view = QListWidget()
        self.view.setAccessibleName(self.tr("Dudas repetidas, la de más personas primero"))
        self.view.setWordWrap(True)
        self.view.setSpacing(px(2))
        self.view.setMinimumWidth(px(220))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.currentItemChanged.connect(lambda now, _: self._choose(now))
        right = QWidget()
        inside = QVBoxLayout(right)
        inside.setContentsMargins(px(12), 0, 0, 0)
        inside.setSpacing(px(8))
        self._title = PlainLabel("", "title").wrapped()
        self._why = PlainLabel("", "meta").wrapped()
        self._label = PlainLabel(self.tr("Respuesta para todas"), "strong")
        self.text = ReplyEdit()
        self.text.setMinimumHeight(px(72))
        self.text.setMaximumHeight(px(110))
        self.text.textChanged.connect(self._changed)
        self._label.setBuddy(self.text)
        self.text.setAccessibleName(self._label.text())
        self._approve = Button(
            self.tr("Aprobar esta respuesta"), "", "Ctrl+Return", self._do_approve
        )
        self._approve.setShortcut("Ctrl+Return")
        self._approve.setAutoDefault(False)
        self.pane = OneEachPane()
        self.pane.without_words = self.tr("Apruebe antes la respuesta para todas.")
        for widget in (self._title, self._why, self._label, self.text):
            inside.addWidget(widget)
        inside.addWidget(self._approve, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self.pane, 1)
        self._columns.addWidget(self.view)
        self._columns.addWidget(right)
        self._columns.setStretchFactor(1, 1)
        self._columns.setSizes([px(280), px(560)])
        self._empty = EmptyState(
            self.tr("Ahora no hay dudas repetidas entre las menciones pendientes.")
        )
        column.addWidget(self._empty, 1)
        column.addWidget(self._columns, 1)
        close = Button(self.tr("Cerrar"), on_click=self.accept)
        close.setAutoDefault(False)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(look().room(self, 920, 720))
        self.finished.connect(self._ended)
        self.show_doubts(())

    # --- what the presenter says -----------------------------------------------------------

    def show_doubts(self, doubts: Sequence[Doubt]) -> None:
        known = {each.group.key: each for each in doubts}
        if self._shown is not None and self._shown not in known and self._shown in self._doubts:
            known[self._shown] = self._doubts[self._shown]  # it is being answered
        self._doubts = known
        self._empty.setVisible(not known)
        self._columns.setVisible(bool(known))
        keys = [str(self.view.item(n).data(_KEY)) for n in range(self.view.count())]
        if keys != list(known):
            self.view.blockSignals(True)
            self.view.clear()
            for key in known:
                item = QListWidgetItem()
                item.setData(_KEY, key)
                self.view.addItem(item)
            wanted = self._shown or self._wanted
            row = list(known).index(wanted) if wanted in known else 0
            self.view.setCurrentRow(row)
            self.view.blockSignals(False)
        for row, each in enumerate(known.values()):
            count = wording.number(len(each.group.members))
            self.view.item(row).setText(f"{count} · {displayable(each.title)}")
        current = self.view.currentItem()
        if current is not None and current.data(_KEY) != self._shown:
            self._choose(current)

    def want(self, faq_id: str) -> None:
        """Begin with the group of this entry."""
        self._wanted = f"faq:{faq_id}"

    # --- inside ----------------------------------------------------------------------------

    def _choose(self, item: QListWidgetItem | None) -> None:
        doubt = self._doubts.get(str(item.data(_KEY))) if item is not None else None
        if doubt is None or doubt.group.key == self._shown or self.people_of is None:
            return
        self._shown, self._approved = doubt.group.key, ""
        self._title.setText(displayable(doubt.title))
        self._why.setText(
            self.tr("Agrupadas porque la ficha más probable es la misma.")
            if doubt.group.faq_id is not None
            else self.tr("Agrupadas porque sus palabras se parecen.")
        )
        self.text.load(doubt.prepared, 0)
        self._changed()
        if self.pane.presenter is not None:
            self.pane.presenter.show(self.people_of(doubt, lambda: self._approved))

    def _changed(self) -> None:
        written = self.text.text.strip()
        if written != self._approved:
            self._approved = ""
        self._approve.setEnabled(bool(written) and not self._approved)
        self._approve.setText(
            "✓ " + self.tr("Respuesta aprobada")
            if self._approved
            else self.tr("Aprobar esta respuesta")
        )

    def _do_approve(self) -> None:
        """From now on Enter sends it, to one person at a time."""
        self._approved = self.text.text.strip()
        self._changed()
        if self.pane.presenter is not None:
            self.pane.presenter.write()
        self.pane.view.setFocus()

    def _ended(self) -> None:
        if self.pane.presenter is not None:
            self.pane.presenter.end()
        if self.presenter is not None:
            self.presenter.end()


def open_groups(parent: QWidget, desk: Desk, faq_id: str | None = None) -> GroupsDialog:
    """Show the groups; ``faq_id`` says with which to begin."""
    dialog = GroupsDialog(parent)
    if faq_id is not None:
        dialog.want(faq_id)
    dialog.people_of = lambda doubt, approved: SameDoubt(desk, doubt, approved)
    dialog.pane.presenter = OneEachPresenter(desk, dialog.pane, _Nobody())
    dialog.presenter = GroupsPresenter(desk, dialog)
    dialog.presenter.refresh()
    dialog.open()
    return dialog


class _Nobody:
    async def loops(self) -> Sequence[Loop]:
        return ()

    async def text_for(self, conversation: Conversation) -> str:
        return ""

    async def tell(self, conversation_id: ConversationId, text: str) -> object:
        return None

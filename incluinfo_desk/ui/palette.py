"""Ctrl+K: every action by some of its letters, with the keyboard alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from incluinfo_desk.ui.action_list import Spec
from incluinfo_desk.ui.actions import Actions
from incluinfo_desk.ui.fuzzy import score
from incluinfo_desk.ui.labels import KeyBadge, PlainLabel
from incluinfo_desk.ui.theme import look

_ID = Qt.ItemDataRole.UserRole


class Palette(QDialog):
    """Type, choose with the arrows, Enter does it, Escape leaves."""

    def __init__(self, parent: QWidget, actions: Actions) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Buscar una acción"))
        self._actions = actions
        px = look().px
        frame = QFrame(self)
        frame.setObjectName("palette")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        column = QVBoxLayout(frame)
        column.setContentsMargins(px(12), px(12), px(12), px(12))
        column.setSpacing(px(8))
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("¿Qué quiere hacer?"))
        self.field.setAccessibleName(self.windowTitle())
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._find)
        self.found = QListWidget()
        self.found.setAccessibleName(self.tr("Acciones"))
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.found.itemClicked.connect(lambda _: self._do())
        self._nothing = PlainLabel(self.tr("Ninguna acción con esas letras."), "muted")
        column.addWidget(self.field)
        column.addWidget(self.found, 1)
        column.addWidget(self._nothing)
        self.resize(look().room(self, 560, 420))
        top = parent.window().mapToGlobal(QPoint(parent.width() // 2, px(96)))
        self.move(top.x() - self.width() // 2, top.y())
        self._find("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8}.get(
                Qt.Key(event.key()),
                0,
            )
            if step:
                row = min(max(self.found.currentRow() + step, 0), self.found.count() - 1)
                self.found.setCurrentRow(row)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._do()
                return True
        return False

    def _find(self, query: str) -> None:
        ranked = [
            (score(query, spec.text), -n, spec) for n, spec in enumerate(self._actions.specs())
        ]
        self.found.clear()
        for points, _, spec in sorted(ranked, key=lambda each: each[:2], reverse=True):
            if points > 0 and self._actions.action(spec.id).isEnabled():
                self._add(spec)
        self.found.setCurrentRow(0)
        self.found.setVisible(self.found.count() > 0)
        self._nothing.setVisible(self.found.count() == 0)

    def _add(self, spec: Spec) -> None:
        item = QListWidgetItem()
        item.setData(_ID, spec.id)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spec.text)
        row = QWidget()
        line = QHBoxLayout(row)
        px = look().px
        line.setContentsMargins(px(8), px(4), px(8), px(4))
        line.addWidget(PlainLabel(spec.text), 1)
        if keys := self._actions.keys(spec.id):
            line.addWidget(KeyBadge(keys))
        item.setSizeHint(row.sizeHint())
        self.found.addItem(item)
        self.found.setItemWidget(item, row)

    def _do(self) -> None:
        item = self.found.currentItem()
        self.accept()
        if item is not None:
            self._actions.trigger(item.data(_ID))

"""What a person writes where this desk and a file say different things, in place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from incluinfo_desk.domain.faq import Translation
from incluinfo_desk.domain.length import LIMIT
from incluinfo_desk.ui.form_field import FormField, TextBox
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.theme import look

_LONG = frozenset({"reply", "question", "translations"})
"""Fields that may need more than one line."""
_DATES = frozenset({"review_by", "valid_from"})
_MAY_MISS = frozenset({"link", "legal_basis", "source"})
"""Empty, they are None."""
_DAY = "%d/%m/%Y"


class NoDayError(ValueError):
    """What is written is no day of the calendar."""


class ConflictEditor(QWidget):
    """One field. Escape or Ctrl+Return go back to the list; what was written stays."""

    edited = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._field, self._language = "", ""
        self.box = TextBox(7)
        self.line = QLineEdit()
        self.address = QLineEdit()
        self._long, self._short = FormField(self.box), FormField(self.line)
        self._link = FormField(self.address)
        self._counter = PlainLabel("", "meta")
        self._faults = PlainLabel("", "meta").wrapped()
        self._faults.set_tone("danger")
        below = QHBoxLayout()
        below.setSpacing(look().px(8))
        below.addWidget(self._faults, 1)
        below.addWidget(self._counter, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(4))
        for part in (self._long, self._short, self._link):
            column.addWidget(part)
        column.addLayout(below)
        column.addStretch()
        self.box.textChanged.connect(self.edited)
        for edit in (self.line, self.address):
            edit.textChanged.connect(self.edited)
        for editor in (self.box, self.line, self.address):
            editor.installEventFilter(self)

    def open(self, field: str, value: Any) -> None:
        """Hold ``value`` of a field by its name in a :class:`Conflict`."""
        self._field, _, self._language = field.partition(":")
        long = self._field in _LONG
        self._long.setVisible(long)
        self._short.setVisible(not long)
        self._link.setVisible(bool(self._language))
        words = self.tr("Otra")
        if self._field in _DATES:
            words = self.tr("Otra fecha (día/mes/año; vacía, ninguna)")
        self._long.say(words)
        self._short.say(words)
        self._link.say(self.tr("Su enlace"))
        self.address.setPlaceholderText(self.tr("El mismo de la ficha"))
        text, link = _texts(value)
        with QSignalBlocker(self.box), QSignalBlocker(self.line), QSignalBlocker(self.address):
            self.box.setPlainText(text)
            self.line.setText(text)
            self.address.setText(link)

    def value(self) -> Any:
        """As the entry holds it. Raises NoDayError."""
        if self._field not in _LONG:
            return _short_value(self._field, self.line.text().strip())
        text = self.box.toPlainText().replace("\u2029", "\n").strip()
        if not self._language:
            return text
        link = self.address.text().strip()
        return Translation(self._language, text, link or None) if text or link else None

    def tell(self, faults: Sequence[str], length: int | None) -> None:
        """Say what is wrong with it, and what it weighs for X where that counts."""
        words = "\n".join(f"▲ {each}" for each in faults)
        self._faults.setText(words)
        for editor in (self.box, self.line):
            editor.setAccessibleDescription(words)
        self._counter.setVisible(length is not None)
        self._counter.setText(f"{length} / {LIMIT}")
        self._counter.set_tone("danger" if (length or 0) > LIMIT else "")

    def point(self) -> None:
        """Take the cursor to the end of what is written."""
        if self._field in _LONG:
            self.box.moveCursor(self.box.textCursor().MoveOperation.End)
            self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that end the writing, and neither close the window nor import."""
        if event.type() in {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride} and isinstance(
            event, QKeyEvent
        ):
            enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            ends = event.key() == Qt.Key.Key_Escape or (
                enter and (held or isinstance(watched, QLineEdit))
            )
            if ends:
                event.accept()
                if event.type() is QEvent.Type.KeyPress:
                    self.left.emit()
                return True
        return super().eventFilter(watched, event)


def _texts(value: Any) -> tuple[str, str]:
    if isinstance(value, Translation):
        return value.reply, value.link or ""
    if isinstance(value, date):
        return value.strftime(_DAY), ""
    return str(value or ""), ""


def _short_value(field: str, text: str) -> Any:
    if field in _DATES:
        if not text:
            return None
        try:
            return datetime.strptime(text, _DAY).date()  # noqa: DTZ007 - a day has no zone
        except ValueError as error:
            raise NoDayError(text) from error
    return None if not text and field in _MAY_MISS else text

"""One field of a form: its label, what it is for, and what is wrong with it, in words."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.messages import announce
from incluinfo_desk.ui.theme import look, set_property


class FormField(QWidget):
    """``editor`` under its label (its buddy); hint and complaint below are read with it."""

    def __init__(self, editor: QWidget, *after: QWidget, parent: QWidget | None = None) -> None:
        """``after`` stand beside the editor, as a button or a unit does."""
        super().__init__(parent)
        self.editor = editor
        self._hint_words = ""
        column = self.column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(4))
        self.label = PlainLabel("", "strong").wrapped()
        self.label.setBuddy(editor)
        if isinstance(editor, QCheckBox):
            self.label.hide()  # and never show(): without a parent that opens a window
        column.addWidget(self.label)
        if after:
            row = QHBoxLayout()
            row.setSpacing(look().px(8))
            row.addWidget(editor, 1)
            for each in after:
                row.addWidget(each, 0, Qt.AlignmentFlag.AlignVCenter)
            column.addLayout(row)
        else:
            column.addWidget(editor)
        self._hint = PlainLabel("", "meta").wrapped()
        self._hint.hide()
        self._complaint = PlainLabel("", "meta").wrapped()
        self._complaint.set_tone("danger")
        self._complaint.hide()
        column.addWidget(self._hint)
        column.addWidget(self._complaint)

    def say(self, label: str, hint: str = "") -> None:
        """Name the field and tell what belongs into it."""
        self.label.setText(label)
        self.editor.setAccessibleName(label)
        if isinstance(self.editor, QCheckBox):
            self.editor.setText(label)
        self._hint_words = hint
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._describe()

    def complain(self, words: str) -> None:
        """Say beside the field what is wrong with it; "" takes it back."""
        if words == self.complaint:
            return
        self._complaint.setText(f"▲ {words}" if words else "")
        self._complaint.setVisible(bool(words))
        set_property(self.editor, "invalid", bool(words))
        self._describe()
        if words:
            announce(self.editor, words)

    def point(self) -> None:
        """Take the cursor to it."""
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def complaint(self) -> str:
        """What is wrong with the field, "" when nothing is."""
        return self._complaint.text().removeprefix("▲ ")

    def _describe(self) -> None:
        parts = (self._hint_words, self.complaint)
        self.editor.setAccessibleDescription(" ".join(part for part in parts if part))


class Sheet(QWidget):
    """What a form stands on inside its scroll area: as high as its fields are at its width.

    Qt would take the height that wrapped labels want in the narrowest column.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("plain", True)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class TextBox(QPlainTextEdit):
    """Plain text of some lines; Tab goes on to the next field."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        self._resize()
        look().changed.connect(self._resize)

    def _resize(self) -> None:
        around = round(self.document().documentMargin()) + look().px(10) + 2
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + around)

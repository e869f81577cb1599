"""The field in which a reply is written: plain text, slots that ask to be filled."""

from __future__ import annotations

import re

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from incluinfo_desk.domain.length import find_urls
from incluinfo_desk.ui.theme import look

_SLOT = re.compile(r"\{[^\W\d]\w{0,39}\}")


class ReplyEdit(QPlainTextEdit):
    """Tab goes to the next slot, and on to the next control when none is left."""

    written = Signal(str, int)
    """Text and place of the cursor, in characters, on every change."""
    focused = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self._colours = _Highlighter(self.document())
        self._loading = False
        self.textChanged.connect(self._tell)
        self.cursorPositionChanged.connect(self._tell)
        look().changed.connect(self._colours.rehighlight)

    def sizeHint(self) -> QSize:
        return QSize(look().px(320), look().px(112))

    @property
    def text(self) -> str:
        return self.toPlainText()

    @property
    def place(self) -> int:
        """Place of the cursor in characters; Qt counts UTF-16 units."""
        units = self.textCursor().position()
        return len(self.text.encode("utf-16-le")[: units * 2].decode("utf-16-le", "ignore"))

    def load(self, text: str, cursor: int) -> None:
        """Show another text; nobody typed it, so :attr:`written` is silent."""
        self._loading = True
        self.setPlainText(text)
        self._place(cursor)
        self._loading = False

    def insert(self, text: str) -> None:
        """Put ``text`` at the cursor as one step of undo, apart from the words around it.

        A slot that is selected was chosen by the editor, to be filled: it stays, and ``text``
        comes after all that is there. A slot lost unseen would no longer hold the reply back.
        """
        where = self.textCursor()
        if _SLOT.fullmatch(where.selectedText()):
            where.movePosition(QTextCursor.MoveOperation.End)
        starts, ends = where.selectionStart(), where.selectionEnd()
        words = self.document()
        if starts > 0 and not words.characterAt(starts - 1).isspace():
            text = " " + text
        # Past its last character a document still holds one end of paragraph.
        if ends < words.characterCount() - 1 and words.characterAt(ends).isalnum():
            text += " "
        where.insertText(text)
        self.setTextCursor(where)
        self.next_slot(from_start=True)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_slot(self, *, from_start: bool = False) -> bool:
        """Select the next slot after the cursor; False when there is none."""
        start = 0 if from_start else self.textCursor().selectionEnd()
        units = [
            (_units(self.text, found.start()), _units(self.text, found.end()))
            for found in _SLOT.finditer(self.text)
        ]
        for begins, ends in units:
            if begins >= start:
                cursor = self.textCursor()
                cursor.setPosition(begins)
                cursor.setPosition(ends, QTextCursor.MoveMode.KeepAnchor)
                self.setTextCursor(cursor)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Tab and not event.modifiers() and self.next_slot():
            return
        if event.key() == Qt.Key.Key_Escape:
            self.focusNextPrevChild(False)
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Only text comes in, without the invisible signs that other programs carry."""
        if source.hasText():
            text = source.text().replace("\r\n", "\n").replace("\u00a0", " ")
            self.textCursor().insertText("".join(c for c in text if c == "\n" or c.isprintable()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit(False)

    def _place(self, cursor: int) -> None:
        where = self.textCursor()
        where.setPosition(min(_units(self.text, cursor), _units(self.text, len(self.text))))
        self.setTextCursor(where)

    def _tell(self) -> None:
        if not self._loading:
            self.written.emit(self.text, self.place)


class _Highlighter(QSyntaxHighlighter):
    """Slots and links stand out; the words say it too, in the line beside the button."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)

    def highlightBlock(self, text: str) -> None:
        slot = QTextCharFormat()
        slot.setBackground(look().colour("warning_soft"))
        slot.setForeground(look().colour("warning"))
        link = QTextCharFormat()
        link.setBackground(look().colour("accent_soft"))
        link.setForeground(look().colour("accent"))
        for url in find_urls(text):
            start = _units(text, url.start)
            self.setFormat(start, _units(text, url.end) - start, link)
        for found in _SLOT.finditer(text):
            start = _units(text, found.start())
            self.setFormat(start, _units(text, found.end()) - start, slot)


def _units(text: str, characters: int) -> int:
    """UTF-16 units of the first ``characters`` characters."""
    return len(text[:characters].encode("utf-16-le")) // 2

"""The guide: what an officer needs to know, in sections, without a network."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from incluinfo_desk.assets import resource
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.theme import look

LANGUAGES = ("es", "en")
"""Languages the guide is written in; the others read the Spanish one."""


def sections(text: str) -> list[tuple[str, str]]:
    """Title and body of each ``## `` section of a guide file."""
    found: list[tuple[str, str]] = []
    for part in text.split("\n## ")[1:]:
        title, _, body = part.partition("\n")
        found.append((title.strip(), body.strip()))
    return found


def read_guide(language: str) -> list[tuple[str, str]]:
    """The guide in ``language``, or in Spanish where it is not written yet."""
    name = language if language in LANGUAGES else LANGUAGES[0]
    return sections(resource("help", f"guide.{name}.md").read_text("utf-8"))


class Guide(QDialog):
    """Sections on the left, the one that is chosen on the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        px = look().px
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Guía de la mesa"))
        self.resize(look().room(self, 820, 560))
        self._sections = read_guide(QLocale().name()[:2])
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(16))
        column.setSpacing(px(12))
        row = QHBoxLayout()
        row.setSpacing(px(16))
        self._titles = QListWidget()
        self._titles.setObjectName("guide")
        self._titles.setAccessibleName(self.tr("Apartados de la guía"))
        self._titles.addItems([title for title, _ in self._sections])
        self._titles.setMaximumWidth(px(260))
        self._titles.setWordWrap(True)
        self._body = QPlainTextEdit()
        self._body.setReadOnly(True)
        self._body.setFont(look().font(15))
        self._body.setAccessibleName(self.tr("Texto del apartado"))
        row.addWidget(self._titles)
        row.addWidget(self._body, 1)
        column.addLayout(row, 1)
        close = Button(self.tr("Cerrar"), on_click=self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self._titles.currentRowChanged.connect(self._show)
        self._titles.setCurrentRow(0)
        self._titles.setFocus()

    def _show(self, row: int) -> None:
        body = self._sections[row][1]
        self._body.setPlainText(body.replace("\n", "\n\n"))

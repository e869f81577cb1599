"""The book of the FAQ on paper: laid out answer by answer, so that the window never waits.

Measured first, then drawn: the index needs to know on which page each answer came to stand.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from incluinfo_desk.domain.faq_book import NOTHING, TITLE, Answer, Book, preface
from incluinfo_desk.domain.problems import DiskFull, Trouble

_DPI = 300
_SCREEN = 96
"""Dots an inch in which Qt takes margins before it scales them to the paper."""
_MARGIN_MM = 20.0
_GAP = 0.22
"""Inches between two pieces."""
_FOOT = 0.35
"""Inches at the end of each page for the day and the number."""
_SLICE = 0.004
"""Seconds of work between two turns of the window's loop: what one piece takes comes on top."""
_FONT = "DejaVu Sans, Noto Sans, Segoe UI, Arial"

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class _Style:
    points: float
    above: float = 0.0
    """In points, as :attr:`below`."""
    below: float = 0.0
    bold: bool = False
    colour: str = "#000000"


_TITLE = _Style(20, below=10, bold=True)
_CHAPTER = _Style(15, above=10, below=7, bold=True)
_QUESTION = _Style(11, below=3, bold=True)
_PLAIN = _Style(10, below=4)
_SAID = _Style(11, below=5)
_FACT = _Style(8.5, below=1, colour="#333333")
_WARNING = _Style(10, below=4, bold=True, colour="#8a1f11")


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph of plain text; whatever an entry holds, nothing in it is markup."""

    style: _Style
    text: str
    label: str = ""
    """Bold, before the text."""


@dataclass(slots=True)
class _Piece:
    """What is not torn apart where it fits on a page."""

    lines: tuple[_Line, ...]
    indexed: str = ""
    """Line of the index that leads to it; empty for none."""
    chapter: bool = False
    """A chapter begins on a new page and stands bold in the index."""
    page: int = 0
    top: float = 0.0
    height: float = 0.0


async def write_pdf(path: Path, book: Book, progress: Progress) -> None:
    """Write ``book`` into ``path``. Raises Trouble(DiskFull) when the paper cannot be filled.

    ``progress`` hears how many pieces of how many are done. May be cancelled between them.
    """
    writer = QPdfWriter(str(path))
    writer.setResolution(_DPI)
    writer.setTitle(TITLE)
    writer.setCreator("incluinfo_desk")
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM),
            QPageLayout.Unit.Millimeter,
        )
    )
    layout = _Layout(writer)
    pieces = list(_pieces(book))
    total = len(pieces) * 2
    await asyncio.sleep(0)
    breath = _Breath(progress)
    for number, piece in enumerate(pieces):
        piece.height = layout.made(piece.lines).size().height()
        await breath(number, total)
    front = _Piece((_Line(_TITLE, TITLE), _Line(_PLAIN, preface(book)), _Line(_CHAPTER, "Índice")))
    front.height = layout.made(front.lines).size().height()
    rows = [piece for piece in pieces if piece.indexed]
    index = layout.index_pages(front.height, len(rows))
    last = layout.place(pieces, first_page=index + 1)
    await asyncio.sleep(0)
    painter = QPainter()
    if not painter.begin(writer):
        raise Trouble(DiskFull(path))
    try:
        sheet = _Sheet(layout, painter, book.stand, last)
        sheet.draw(front, 0.0)
        top = front.height
        for row in rows:
            if top + layout.line > layout.room:
                sheet.turn()
                top = 0.0
            sheet.index_line(row, top)
            top += layout.line
            await breath(len(pieces), total)
        for number, piece in enumerate(pieces):
            while sheet.page < piece.page:
                sheet.turn()
            sheet.draw(piece, piece.top)
            await breath(len(pieces) + number, total)
        sheet.foot()
        await asyncio.sleep(0)
    finally:
        painter.end()


class _Breath:
    """Lets the loop run whenever a slice of time is used up."""

    def __init__(self, told: Progress) -> None:
        self._told = told
        self._since = time.perf_counter()

    async def __call__(self, done: int, total: int) -> None:
        if time.perf_counter() - self._since >= _SLICE:
            self._told(done, total)
            await asyncio.sleep(0)
            self._since = time.perf_counter()


class _Layout:
    """Sizes in dots of the paper, and where each piece stands."""

    def __init__(self, writer: QPdfWriter) -> None:
        self.writer = writer
        self.width = float(writer.width())
        self.room = writer.height() - _FOOT * _DPI
        self.gap = _GAP * _DPI
        self.line = 0.22 * _DPI

    def made(self, lines: Sequence[_Line]) -> QTextDocument:
        document = QTextDocument()
        document.documentLayout().setPaintDevice(self.writer)
        document.setDocumentMargin(0)
        document.setTextWidth(self.width)
        cursor = QTextCursor(document)
        for number, line in enumerate(lines):
            style, block, letters = line.style, QTextBlockFormat(), QTextCharFormat()
            block.setTopMargin(style.above * _SCREEN / 72)
            block.setBottomMargin(style.below * _SCREEN / 72)
            letters.setForeground(QColor(style.colour))
            if number:
                cursor.insertBlock(block)
            else:
                cursor.setBlockFormat(block)
            if line.label:
                letters.setFont(font(style.points, bold=True))
                cursor.insertText(f"{line.label}: ", letters)
            letters.setFont(font(style.points, bold=style.bold))
            # A line break inside a paragraph, not a new one.
            cursor.insertText(line.text.replace("\n", "\u2028"), letters)
        return document

    def index_pages(self, used: float, rows: int) -> int:
        """How many pages title and index take."""
        pages, top = 1, used
        for _ in range(rows):
            if top + self.line > self.room:
                pages, top = pages + 1, 0.0
            top += self.line
        return pages

    def place(self, pieces: list[_Piece], first_page: int) -> int:
        """Give each piece its page and its height on it; the last page."""
        page, top = first_page, 0.0
        begun = False
        for number, piece in enumerate(pieces):
            wanted = piece.height
            if piece.chapter and number + 1 < len(pieces):
                wanted += self.gap + pieces[number + 1].height  # no title alone at the end
            if begun and (piece.chapter or top + wanted > self.room):
                page, top = page + 1, 0.0
            piece.page, piece.top = page, top
            begun = True
            top += piece.height + self.gap
            while top - self.gap > self.room:  # longer than a page: it goes on on the next
                page, top = page + 1, top - self.room
        return page


class _Sheet:
    """The page that is drawn on."""

    def __init__(self, layout: _Layout, painter: QPainter, stand: str, last: int) -> None:
        self._layout, self._painter = layout, painter
        self._stand, self._last = stand, last
        self.page = 1

    def turn(self) -> None:
        self.foot()
        self._layout.writer.newPage()
        self.page += 1

    def foot(self) -> None:
        layout, painter = self._layout, self._painter
        height = _FOOT * _DPI
        box = QRectF(0, layout.room, layout.width, height)
        painter.setFont(font(8))
        painter.setPen(QColor("#444444"))
        low = Qt.AlignmentFlag.AlignBottom
        painter.drawText(box, low | Qt.AlignmentFlag.AlignLeft, self._stand)
        number = f"Página {self.page} de {self._last}"
        painter.drawText(box, low | Qt.AlignmentFlag.AlignRight, number)

    def index_line(self, row: _Piece, top: float) -> None:
        layout, painter = self._layout, self._painter
        chosen = font(10, bold=row.chapter)
        painter.setFont(chosen)
        painter.setPen(QColor("#000000"))
        indent = 0.0 if row.chapter else 0.2 * _DPI
        number = 0.5 * _DPI
        words = painter.fontMetrics().elidedText(
            row.indexed,
            Qt.TextElideMode.ElideRight,
            int(layout.width - indent - number),
        )
        middle = Qt.AlignmentFlag.AlignVCenter
        line = QRectF(indent, top, layout.width - indent - number, layout.line)
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignLeft, words)
        end = QRectF(layout.width - number, top, number, layout.line)
        painter.drawText(end, middle | Qt.AlignmentFlag.AlignRight, str(row.page))

    def draw(self, piece: _Piece, top: float) -> None:
        """Draw a piece, over as many pages as it is high."""
        layout, painter = self._layout, self._painter
        document = layout.made(piece.lines)
        drawn = 0.0
        while True:
            part = min(layout.room - top, piece.height - drawn)
            clip = QRectF(0, drawn, layout.width, part)
            context = QAbstractTextDocumentLayout.PaintContext()
            context.clip = clip
            # The screen may be dark; paper is not.
            context.palette.setColor(QPalette.ColorRole.Text, QColor("#000000"))
            painter.save()
            painter.translate(0, top - drawn)
            painter.setClipRect(clip)
            document.documentLayout().draw(painter, context)
            painter.restore()
            drawn += part
            if drawn >= piece.height - 1:
                return
            self.turn()
            top = 0.0


def font(points: float, *, bold: bool = False) -> QFont:
    made = QFont()
    made.setFamilies(_FONT.split(", "))
    made.setPointSizeF(points)
    made.setBold(bold)
    return made


def _pieces(book: Book) -> Iterator[_Piece]:
    if not book.chapters:
        yield _Piece((_Line(_PLAIN, NOTHING),))
    for chapter in book.chapters:
        yield _Piece((_Line(_CHAPTER, chapter.title),), chapter.title, chapter=True)
        for answer in chapter.answers:
            yield _Piece(tuple(_lines(answer)), answer.question)


def _lines(answer: Answer) -> Iterator[_Line]:
    yield _Line(_QUESTION, answer.question)
    if answer.warning:
        yield _Line(_WARNING, answer.warning)
    yield _Line(_SAID, answer.spoken)
    if answer.link:
        yield _Line(_FACT, answer.link, "Dirección")
    for label, text in answer.facts:
        yield _Line(_FACT, text, label)

"""Draws an entry of the list: question, topic, state and review in words, one height."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from incluinfo_desk.domain.faq import FaqEntry
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.faq.list_model import ENTRY, FaqList, Index
from incluinfo_desk.ui.faq.rows import review_words, revision_words, state_words
from incluinfo_desk.ui.theme import look

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LINES = 2
_ELIDE = Qt.TextElideMode.ElideRight


class EntryDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(look().px(240), row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry, model = index.data(ENTRY), index.model()
        painter.save()
        area: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(
            painter, area, chosen, bool(option.state & QStyle.StateFlag.State_HasFocus)
        )
        px = look().px
        inner = area.adjusted(px(16), px(10), -px(16), -px(10))
        if isinstance(entry, FaqEntry) and isinstance(model, FaqList):
            line = _line(look().font(bold=True))
            question = QRect(inner.left(), inner.top(), inner.width(), line * _LINES)
            _paint_question(painter, entry.question, question, line)
            foot = QRect(inner.left(), question.bottom() + px(5), inner.width(), px(18))
            self._paint_state(painter, foot, entry, chosen)
            foot.translate(0, px(18) + px(4))
            self._paint_review(painter, foot, entry, model)
        else:
            painter.setPen(look().colour("muted"))
            painter.drawText(inner, _LEFT, "…")
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRect, chosen: bool, focus: bool) -> None:
        if chosen:
            painter.fillRect(area, look().colour("accent_soft"))
            bar = QRect(area.left(), area.top(), look().px(3), area.height())
            painter.fillRect(bar, look().colour("accent"))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), look().colour("line"))
        if focus:
            painter.setPen(QPen(look().colour("accent"), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -2))

    def _paint_state(self, painter: QPainter, area: QRect, entry: FaqEntry, chosen: bool) -> None:
        """Topic in its chip and the body on the left, the state on the right."""
        px = look().px
        words, tone = state_words(entry.state)
        font = look().font(12, bold=True)
        painter.setFont(font)
        painter.setPen(look().colour(tone))
        painter.drawText(area, _RIGHT, words)
        room = area.width() - QFontMetrics(font).horizontalAdvance(words) - px(10)
        font = look().font(12)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        topic = metrics.elidedText(wording.topic(entry.topic), _ELIDE, room - px(12))
        box = QRectF(area.left(), area.top(), metrics.horizontalAdvance(topic) + px(12), px(18))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().colour("surface" if chosen else "key"))
        painter.drawRoundedRect(box, px(4), px(4))
        painter.setPen(look().colour("muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, topic)
        left = int(box.right()) + px(8)
        room -= left - area.left()
        if entry.body and room > px(24):
            body = metrics.elidedText(displayable(entry.body), _ELIDE, room)
            painter.drawText(QRect(left, area.top(), room, area.height()), _LEFT, body)

    def _paint_review(
        self, painter: QPainter, area: QRect, entry: FaqEntry, model: FaqList
    ) -> None:
        words, tone = review_words(entry, model.today())
        version = revision_words(entry, model.uses(entry))
        font = look().font(12)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(look().colour("muted"))
        room = area.width() - metrics.horizontalAdvance(version) - look().px(10)
        painter.drawText(area, _RIGHT, version)
        painter.setFont(look().font(12, bold=tone == "danger"))
        painter.setPen(look().colour(tone))
        metrics = QFontMetrics(painter.font())
        painter.drawText(area, _LEFT, metrics.elidedText(words, _ELIDE, room))


def row_height() -> int:
    px = look().px
    return _line(look().font(bold=True)) * _LINES + px(10 + 5 + 18 + 4 + 18 + 10) + 1


def _line(font: QFont) -> int:
    return max(look().px(19), QFontMetrics(font).height())


def _paint_question(painter: QPainter, text: str, area: QRect, line: int) -> None:
    """Up to two lines broken between words, the last ending in "…" when there is more."""
    font = look().font(bold=True)
    metrics = QFontMetrics(font)
    painter.setFont(font)
    painter.setPen(look().colour("text"))
    words = displayable(text[:300]).split()
    first = ""
    while words:
        longer = f"{first} {words[0]}".strip()
        if first and metrics.horizontalAdvance(longer) > area.width():
            break
        first = longer
        words.pop(0)
    rows = [first, " ".join(words)] if words else [first]
    top = area.top()
    for row in rows:
        shown = metrics.elidedText(row, _ELIDE, area.width())
        painter.drawText(QRect(area.left(), top, area.width(), line), _LEFT, shown)
        top += line

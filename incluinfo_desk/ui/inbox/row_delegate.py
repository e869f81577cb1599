"""Draws a card of the list: plain text, fixed height, every state in words."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from incluinfo_desk.ui.inbox.list_model import ROW, ConversationList, Index
from incluinfo_desk.ui.inbox.rows import HintKind, Row, chips, hint, waited, words
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.widgets import initials, paint_avatar

_TONES = {
    HintKind.VERIFIED: "ok",
    HintKind.INCIDENT: "danger",
    HintKind.HOAX: "warning",
    HintKind.PERSONAL_DATA: "danger",
    HintKind.NONE: "muted",
}
_LINES = 2


class RowDelegate(QStyledItemDelegate):
    """Cards of one height, so that a hundred thousand of them scroll as one does."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(look().px(240), card_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        model = index.model()
        if not isinstance(row, Row) or not isinstance(model, ConversationList):
            return
        painter.save()
        state = option.state
        area: QRect = option.rect
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, area, chosen, bool(state & QStyle.StateFlag.State_HasFocus))
        px = look().px
        inner = area.adjusted(px(16), px(11), -px(16), -px(10))
        face = QRect(inner.left(), inner.top() + px(1), px(36), px(36))
        paint_avatar(painter, face, initials(row.name))
        inner.setLeft(face.right() + px(11))
        font, line = look().font(), _line(look().font())
        self._paint_who(painter, QRect(inner.left(), inner.top(), inner.width(), line), row, model)
        top = inner.top() + line + px(2)
        colour = "muted" if row.conversation.veiled(model.now) else "text"
        painter.setPen(look().colour(colour))
        _paint_text(painter, words(row, model.now), font, inner.left(), top, inner.width())
        foot = QRect(inner.left(), top + _LINES * line + px(6), inner.width(), px(18))
        self._paint_foot(painter, foot, row, chosen)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRect, chosen: bool, focus: bool) -> None:
        px = look().px
        if chosen:
            painter.fillRect(area, look().colour("accent_soft"))
            painter.fillRect(
                QRect(area.left(), area.top(), px(3), area.height()), look().colour("accent")
            )
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), look().colour("line"))
        if focus:
            painter.setPen(QPen(look().colour("accent"), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -2))

    def _paint_who(
        self,
        painter: QPainter,
        area: QRect,
        row: Row,
        model: ConversationList,
    ) -> None:
        length, late = waited(row, model.now)
        font = look().font(12, bold=late)
        width = QFontMetrics(font).horizontalAdvance(length)
        painter.setFont(font)
        painter.setPen(look().colour("warning" if late else "muted"))
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, length)
        room = area.width() - width - look().px(8)
        bold = look().font(bold=True)
        name = QFontMetrics(bold).elidedText(row.name, Qt.TextElideMode.ElideRight, room)
        painter.setFont(bold)
        painter.setPen(look().colour("text"))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, left, name)
        taken = QFontMetrics(bold).horizontalAdvance(name) + look().px(6)
        room -= taken
        if room > look().px(30):
            font = look().font()
            handle = QFontMetrics(font).elidedText(
                f"@{row.conversation.citizen.handle}",
                Qt.TextElideMode.ElideRight,
                room,
            )
            painter.setFont(font)
            painter.setPen(look().colour("muted"))
            painter.drawText(area.adjusted(taken, 0, 0, 0), left, handle)

    def _paint_foot(self, painter: QPainter, area: QRect, row: Row, chosen: bool) -> None:
        px = look().px
        kind, told = hint(row)
        room = area.width()
        if told:
            font = look().font(12, bold=kind is not HintKind.NONE)
            told = QFontMetrics(font).elidedText(told, Qt.TextElideMode.ElideRight, room)
            painter.setFont(font)
            painter.setPen(look().colour(_TONES[kind]))
            painter.drawText(
                area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, told
            )
            room -= QFontMetrics(font).horizontalAdvance(told) + px(8)
        font = look().font(12)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        left = area.left()
        for chip in chips(row):
            space = room - (left - area.left()) - px(12)
            text = metrics.elidedText(chip, Qt.TextElideMode.ElideRight, space)
            if space < px(20) or text == "…":
                break
            box = QRectF(left, area.top(), metrics.horizontalAdvance(text) + px(12), area.height())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look().colour("surface" if chosen else "key"))
            painter.drawRoundedRect(box, px(4), px(4))
            painter.setPen(look().colour("muted"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
            left = int(box.right()) + px(6)


def card_height() -> int:
    """Of every card, from the size of the text in force."""
    px = look().px
    return px(11) + _line(look().font()) * (1 + _LINES) + px(2) + px(6) + px(18) + px(10) + 1


def _line(font: QFont) -> int:
    return max(look().px(19), QFontMetrics(font).height())


def _paint_text(painter: QPainter, text: str, font: QFont, left: int, top: int, width: int) -> None:
    painter.setFont(font)
    line = _line(font)
    for number, part in enumerate(_two_lines(text, font.toString(), width)):
        box = QRect(left, top + number * line, width, line)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, part)


@lru_cache(maxsize=2_000)
def _two_lines(text: str, font_key: str, width: int) -> tuple[str, ...]:
    """``text`` broken for the card, the last line ending in "…" when there is more."""
    font = QFont()
    font.fromString(font_key)
    text = text[:400]
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[str] = []
    layout.beginLayout()
    while len(lines) < _LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, 0))
        start = line.textStart()
        if len(lines) == _LINES - 1:
            metrics = QFontMetrics(font)
            rest = metrics.elidedText(text[start:], Qt.TextElideMode.ElideRight, width)
            lines.append(rest)
        else:
            lines.append(text[start : start + line.textLength()].rstrip())
    layout.endLayout()
    return tuple(lines)

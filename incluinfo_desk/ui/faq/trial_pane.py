"""Ask like a citizen: what the desk would propose, and why, while one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.domain.problems import Problem
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.faq.trial_presenter import Hit, TrialPresenter
from incluinfo_desk.ui.flow import FlowLayout
from incluinfo_desk.ui.form_field import Sheet
from incluinfo_desk.ui.labels import Chip, PlainLabel
from incluinfo_desk.ui.messages import announce
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.widgets import clear


class TrialPane(QFrame):
    """Implements :class:`~incluinfo_desk.ui.faq.trial_presenter.TrialView`."""

    entry_wanted = Signal(str)
    problem_raised = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter: TrialPresenter | None = None
        self._hits: Sequence[Hit] | None = None
        self._room = look().px(150)
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(10), px(24), px(12))
        column.setSpacing(px(8))
        head = QHBoxLayout()
        head.setSpacing(px(8))
        self._label = PlainLabel("", "strong")
        self.question = QLineEdit()
        self.question.setClearButtonEnabled(True)
        self._label.setBuddy(self.question)
        self.question.textChanged.connect(
            lambda text: self.presenter.ask(text) if self.presenter else None,
        )
        head.addWidget(self._label)
        head.addWidget(self.question, 1)
        column.addLayout(head)
        inner = Sheet()
        self._rows = QVBoxLayout(inner)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(px(8))
        self._results = QScrollArea()
        self._results.setWidgetResizable(True)
        self._results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._results.setWidget(inner)
        self._results.hide()
        column.addWidget(self._results)
        look().changed.connect(self._again)
        self.retranslate()

    def limit(self, height: int) -> None:
        """Take no more than ``height`` pixels for the results: the form needs its room."""
        self._room = height
        self._fit()

    def show_nothing(self) -> None:
        self._hits = None
        clear(self._rows)
        self._results.hide()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        self._hits = hits
        clear(self._rows)
        if not hits:
            words = self.tr("Ninguna ficha se parece. Puede escribir una nueva.")
            self._rows.addWidget(PlainLabel(words, "muted").wrapped())
            announce(self.question, words)
        for place, hit in enumerate(hits, 1):
            self._rows.addWidget(self._row(place, hit))
        self._results.show()
        QTimer.singleShot(0, self, self._fit)  # the rows know their height once laid out
        if hits:
            first = self.tr("Primera: {pregunta}")
            announce(self.question, first.replace("{pregunta}", hits[0].entry.question))

    def say_problem(self, problem: Problem) -> None:
        self.problem_raised.emit(problem)

    def retranslate(self) -> None:
        self._label.setText(self.tr("Probar"))
        words = self.tr("Escriba una pregunta como un ciudadano")
        self.question.setPlaceholderText(words)
        self.question.setAccessibleName(words)
        self._again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        inner = self._results.widget()
        if inner is not None and self._hits is not None:
            wanted = inner.heightForWidth(self._results.viewport().width())
            self._results.setFixedHeight(max(look().px(40), min(wanted, self._room)))

    def _again(self) -> None:
        if self._hits is not None:
            self.show_hits(self._hits)

    def _row(self, place: int, hit: Hit) -> QWidget:
        """One suggestion: its question as a link to it, and the reasons below."""
        px = look().px
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        entry = hit.entry
        words = f"{place}. {displayable(entry.question)}"
        column.addWidget(_Link(words, partial(self.entry_wanted.emit, entry.id)))
        reasons = QWidget()
        flow = FlowLayout(px(4), reasons)
        verdict, tone = self._verdict(hit)
        sure = PlainLabel(verdict, "meta")
        sure.set_tone(tone)
        flow.addWidget(sure)
        sureness = str(round(hit.suggestion.confidence * 100))
        percent = self.tr("· seguridad {tanto} %").replace("{tanto}", sureness)
        flow.addWidget(
            PlainLabel(
                percent.replace("{tanto}", str(round(hit.suggestion.confidence * 100))), "meta"
            )
        )
        if hit.suggestion.matched:
            flow.addWidget(PlainLabel(self.tr("· coincide:"), "meta"))
            for word in hit.suggestion.matched:
                flow.addWidget(Chip(displayable(word), "warning"))
        if hit.suggestion.variant is not None:
            words = self.tr("· variante {numero}").replace("{numero}", str(hit.suggestion.variant))
            flow.addWidget(PlainLabel(words, "meta"))
        column.addWidget(reasons)
        return holder

    def _verdict(self, hit: Hit) -> tuple[str, str]:
        if hit.sure and hit.why_not is None:
            return self.tr("● Se enviaría con una tecla"), "ok"
        if hit.sure and hit.why_not is not None:
            return f"▲ {wording.not_offerable(hit.why_not)}", "warning"
        return self.tr("Solo como sugerencia"), ""


class _Link(Button):
    """A question that leads to its entry; it ends in "…" instead of widening the window."""

    def __init__(self, words: str, on_click: Callable[[], object]) -> None:
        super().__init__("", "link", on_click=on_click)
        self._words = words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(self.fontMetrics().horizontalAdvance(words) + look().px(16))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(60), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = event.size().width() - look().px(8)
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
        self.setToolTip("" if shown == self._words else self._words)

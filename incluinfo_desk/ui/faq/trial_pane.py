"""Ask like a citizen: what the desk would propose, and why, while one types."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.domain.problems import Problem
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.faq.trial_presenter import Hit, TrialPresenter
from incluinfo_desk.ui.flow import FlowLayout
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.widgets import Button, Chip, PlainLabel, announce, clear


class TrialPane(QFrame):
    """Implements :class:`~incluinfo_desk.ui.faq.trial_presenter.TrialView`."""

    entry_wanted = Signal(str)
    problem_raised = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter: TrialPresenter | None = None
        self._hits: Sequence[Hit] | None = None
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
        self._results = QWidget()
        self._rows = QVBoxLayout(self._results)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(px(8))
        self._results.hide()
        column.addWidget(self._results)
        look().changed.connect(self._again)
        self.retranslate()

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
        title = Button(
            "", "link", on_click=partial(self.entry_wanted.emit, entry.id), parent=holder
        )
        title.setText(f"{place}. {displayable(entry.question)}".replace("&", "&&"))
        title.setAccessibleName(displayable(entry.question))
        # A long question gives way instead of widening the window.
        title.setMinimumWidth(px(60))
        title.setSizePolicy(title.sizePolicy().Policy.Ignored, title.sizePolicy().Policy.Fixed)
        title.setToolTip(displayable(entry.question))
        column.addWidget(title)
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
        holder.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, False)
        return holder

    def _verdict(self, hit: Hit) -> tuple[str, str]:
        if hit.sure and hit.why_not is None:
            return self.tr("● Se enviaría con una tecla"), "ok"
        if hit.sure and hit.why_not is not None:
            return f"▲ {wording.not_offerable(hit.why_not)}", "warning"
        return self.tr("Solo como sugerencia"), ""

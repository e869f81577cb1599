"""What other bodies deal with: whose matter it is, how people ask for it, what we say then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from incluinfo_desk.domain.faq import FaqRule
from incluinfo_desk.domain.length import LIMIT
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.domain.problems import Problem
from incluinfo_desk.domain.suggestion.content import RejectEntry
from incluinfo_desk.operations.edit_redirects import Redirect
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.faq.redirects_presenter import (
    RedirectCheck,
    RedirectsPresenter,
)
from incluinfo_desk.ui.flow import FlowLayout
from incluinfo_desk.ui.form_field import FormField, Sheet, TextBox
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.theme import look

_ID = Qt.ItemDataRole.UserRole
_FIELD = {
    FaqRule.BODY_EMPTY: "body",
    FaqRule.QUESTION_EMPTY: "examples",
    FaqRule.REPLY_EMPTY: "reply",
    FaqRule.TOO_LONG: "reply",
    FaqRule.PERSONAL_DATA: "reply",
    FaqRule.LINK_SLOT_WITHOUT_LINK: "link",
    FaqRule.LINK_NOT_HTTPS: "link",
}


class RedirectsPage(QWidget):
    """Implements :class:`~.redirects_presenter.RedirectsView`."""

    said = Signal(str, str)
    """Words and tone of what just happened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter: RedirectsPresenter | None = None
        self._lines: dict[str, Redirect] = {}
        self._id = ""
        """The one in the fields; empty for a new one."""
        self._tried = False
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(12), 0, 0)
        column.setSpacing(px(12))
        column.addWidget(
            PlainLabel(
                self.tr(
                    "A quien pregunta por esto se le dice quién lo lleva, y no se le propone "
                    "ninguna ficha."
                ),
                "muted",
            ).wrapped()
        )
        halves = QHBoxLayout()
        halves.setSpacing(px(24))
        column.addLayout(halves, 1)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setObjectName("framed")
        self.list.setAccessibleName(self.tr("Organismos"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(lambda *_: self._show())
        halves.addWidget(self.list, 4)
        halves.addWidget(self._build_form(), 6)
        column.addLayout(self._build_foot())

    # --- what the presenter says -----------------------------------------------------------

    def show_redirects(self, lines: Sequence[Redirect]) -> None:
        self._lines = {line.entry.id: line for line in lines}
        named = Counter(line.entry.body for line in lines)
        with QSignalBlocker(self.list):
            self.list.clear()
            for line in lines:
                words = displayable(line.entry.body or line.entry.id)
                if named[line.entry.body] > 1 and line.entry.examples:
                    words += f" · {displayable(line.entry.examples[0])}"  # which of them
                if line.entry.off:
                    words = self.tr("{organismo} (sin usar)").replace("{organismo}", words)
                item = QListWidgetItem(words)
                item.setData(_ID, line.entry.id)
                item.setToolTip(displayable(line.entry.rendered() or ""))
                self.list.addItem(item)
        writing = not self._id and bool(self.body.text())
        if lines and not writing:
            self.mark(self._id or lines[0].entry.id)

    def show_check(self, check: RedirectCheck) -> None:
        broken = {_FIELD[rule]: rule for rule in reversed(check.broken)}
        for name, field in self.fields.items():
            rule = broken.get(name) if self._tried or self._id else None
            field.complain(self._rule_words(rule) if rule is not None else "")
        self._counter.setText(f"{check.length} / {LIMIT}")
        self._counter.set_tone("danger" if check.length > LIMIT else "")

    def show_saved(self, id: str) -> None:
        self._tried = False
        self.mark(id)
        self.said.emit(self.tr("Guardado: las menciones ya lo siguen."), "ok")

    def say_problem(self, problem: Problem) -> None:
        self.said.emit(wording.say(problem).sentence, "danger")

    def mark(self, id: str) -> None:
        for place in range(self.list.count()):
            if self.list.item(place).data(_ID) == id:
                self.list.setCurrentRow(place)
                self._show()

    # --- building --------------------------------------------------------------------------

    def _build_form(self) -> QScrollArea:
        px = look().px
        self.body, self.link = QLineEdit(), QLineEdit()
        self.examples, self.reply = TextBox(5), TextBox(4)
        self.used = QCheckBox(self.tr("En uso"))
        self.fields = {
            "body": FormField(self.body),
            "examples": FormField(self.examples),
            "reply": FormField(self.reply),
            "link": FormField(self.link),
        }
        say = {name: field.say for name, field in self.fields.items()}
        say["body"](self.tr("Quién lo lleva"))
        say["examples"](
            self.tr("Cómo se pregunta"), self.tr("Una por línea, como las escribe la gente.")
        )
        say["reply"](
            self.tr("Lo que respondemos"), self.tr("Escriba {enlace} donde deba ir el enlace.")
        )
        say["link"](self.tr("Enlace"), self.tr("Página oficial, con https://"))
        self._counter = PlainLabel(f"0 / {LIMIT}", "meta")
        sheet = Sheet()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, px(8), 0)
        column.setSpacing(px(12))
        for name in ("body", "examples", "reply"):
            column.addWidget(self.fields[name])
        column.addWidget(self._counter)
        column.addWidget(self.fields["link"])
        column.addWidget(self.used)
        column.addStretch()
        for line in (self.body, self.link):
            line.textChanged.connect(self._typed)
        for box in (self.examples, self.reply):
            box.textChanged.connect(self._typed)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(sheet)
        return area

    def _build_foot(self) -> FlowLayout:
        row = FlowLayout(look().px(8))
        self._save = Button(self.tr("Guardar"), "primary", on_click=self._keep)
        self._new = Button(self.tr("Otro organismo"), on_click=self.start_new)
        self._restore = Button(self.tr("Como venía"), on_click=self._bring_back)
        for button in (self._save, self._new, self._restore):
            row.addWidget(button)
        return row

    # --- what the officer does -------------------------------------------------------------

    def start_new(self) -> None:
        self._id, self._tried = "", False
        self.list.setCurrentRow(-1)
        self._fill(RejectEntry("", "redirect", ()))
        self.body.setFocus()

    def _show(self) -> None:
        item = self.list.currentItem()
        line = self._lines.get(item.data(_ID)) if item is not None else None
        if line is not None:
            self._id = line.entry.id
            self._fill(line.entry)
            self._restore.setEnabled(line.changed)

    def _fill(self, redirect: RejectEntry) -> None:
        blockers = [QSignalBlocker(f.editor) for f in self.fields.values()]
        self.body.setText(displayable(redirect.body or ""))
        self.link.setText(redirect.link or "")
        self.examples.setPlainText("\n".join(redirect.examples))
        self.reply.setPlainText(redirect.reply or "")
        self.used.setChecked(not redirect.off)
        for line in (self.body, self.link):
            line.setCursorPosition(0)
        del blockers
        self._restore.setEnabled(False)
        self._typed()

    def _written(self) -> RejectEntry:
        return RejectEntry(
            self._id,
            "redirect",
            tuple(self.examples.toPlainText().splitlines()),
            self.reply.toPlainText().replace("\u2029", "\n") or None,
            self.link.text() or None,
            self.body.text() or None,
            off=not self.used.isChecked(),
        )

    def _typed(self) -> None:
        if self.presenter is not None:
            self.presenter.check(self._written())

    def _keep(self) -> None:
        self._tried = True
        self._typed()
        if self.presenter is not None:
            self.presenter.save(self._written())

    def _bring_back(self) -> None:
        if self.presenter is not None and self._id:
            self.presenter.restore(self._id)

    def _rule_words(self, rule: FaqRule) -> str:
        if rule is FaqRule.QUESTION_EMPTY:
            return self.tr("Escriba al menos una forma de preguntarlo.")
        return wording.faq_rule(rule)

"""The fields of the FAQ's form and what X will show of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from incluinfo_desk.domain.faq import FaqEntry, FaqRule, Layer
from incluinfo_desk.domain.length import LIMIT
from incluinfo_desk.domain.plain_language import Hint
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.operations.procedures import shipped_procedures
from incluinfo_desk.ui import hint_words, wording
from incluinfo_desk.ui.faq.form_presenter import FormCheck
from incluinfo_desk.ui.faq.norms_field import NormsField
from incluinfo_desk.ui.faq.preview_card import PreviewCard
from incluinfo_desk.ui.faq.procedure_words import procedure_name
from incluinfo_desk.ui.faq.variants_section import VariantsSection
from incluinfo_desk.ui.form_field import FormField, Sheet, TextBox
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.messages import Banner
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.widgets import Card

if TYPE_CHECKING:
    from incluinfo_desk.operations.find_twins import Twin

_WIDEST = 760
"""Longer lines are hard to read."""


class FormSheet(Sheet):
    edited = Signal(str, object)
    twin_wanted = Signal(str)
    """Id of the entry that asks the same already."""
    """Name of a field of the entry and what it holds now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loading = False
        self._build()

    def load(self, entry: FaqEntry) -> None:
        """Put the entry into the fields that differ, so that no cursor jumps."""
        self._loading = True
        for edit, words in (
            (self._question, entry.question),
            (self._link, entry.link or ""),
            (self._basis, entry.legal_basis or ""),
            (self._source, entry.source or ""),
            (self._keywords, ", ".join(entry.keywords)),
        ):
            if edit.text() != words:
                edit.setText(words)
                edit.setCursorPosition(0)
        for box, words in ((self._variants, "\n".join(entry.variants)), (self._reply, entry.reply)):
            if box.toPlainText() != words:
                box.setPlainText(words)
        self._norms.load(entry.norms)
        self._others.load(entry)
        self._choose_topic(entry.topic)
        self._body.setCurrentText(entry.body)
        self._private.setChecked(entry.needs_private_channel)
        self._personal.setChecked(entry.layer is Layer.PERSONAL)
        self._no_norm.setChecked(entry.no_norm)
        self._choose_procedure(entry.procedure)
        for when, none, day in (
            (self._review_by, self._no_review, entry.review_by),
            (self._valid_from, self._no_start, entry.valid_from),
        ):
            none.setChecked(day is None)
            when.setEnabled(day is not None)
            shown = day or date.today()  # noqa: DTZ011 - the officer's own calendar
            when.setDate(QDate(shown.year, shown.month, shown.day))
        self._loading = False

    def _choose_topic(self, key: str) -> None:
        """What it means today."""
        key = wording.topic_key(key)
        _choose(self._topic, key, wording.topic(key))

    def _choose_procedure(self, id: str) -> None:
        _choose(self._procedure, id, procedure_name(id))

    def allow_personal(self, allowed: bool) -> None:
        """What the team has is not taken from it: only a new entry may be one's own."""
        self._personal.setEnabled(allowed)

    def show_check(self, check: FormCheck) -> None:
        """Say beside each field what is wrong, and show what will be public."""
        for name, field in self.fields.items():
            rule = check.broken.get(name)
            if field is not self._others:
                field.complain(self._rule_words(rule, check) if rule is not None else "")
        self._others.show_lines(check.variants, broken="translations" in check.broken)
        self.preview.load(check.entry)

    def insert(self, text: str) -> None:
        self._reply.insertPlainText(text)

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """Advice on plain language, below what will be public; "" where there is none."""
        words = hint_words.line(hints)
        if words:
            words = self.tr("Más claro: {consejos}").replace("{consejos}", words)
        self._hints.setText(words)
        self._hints.setToolTip(hint_words.whole(hints))
        self._hints.setVisible(bool(words))

    def show_twin(self, twin: Twin | None) -> None:
        """The entry that asks the same already, with the way to it."""
        if twin is None:
            self._twin.say("")
            return
        words = self.tr("Se parece a una ficha que ya está: «{pregunta}»")
        words = words.replace("{pregunta}", displayable(twin.question))
        self._twin.say(words, "", self.tr("Verla"), lambda: self.twin_wanted.emit(twin.faq_id))

    def know_bodies(self, bodies: Sequence[str]) -> None:
        """Bodies to propose; others can be written."""
        box = self._body
        with QSignalBlocker(box):
            words = box.currentText()
            box.clear()
            box.addItems(list(bodies))
            box.setCurrentText(words)

    def retranslate(self) -> None:
        self._name_fields()
        self._groups["question"].setText(self.tr("Lo que pregunta la ciudadanía"))
        self._groups["reply"].setText(self.tr("La respuesta pública"))
        self._groups["languages"].setText(self.tr("Otras lenguas"))
        self._groups["backing"].setText(self.tr("Qué la respalda"))
        self.preview.retranslate()
        self._no_review.setText(self.tr("Sin fecha"))
        self._no_start.setText(self.tr("Ya"))
        with QSignalBlocker(self._procedure):
            procedure = self._procedure.currentData()
            self._procedure.clear()
            self._procedure.addItem(self.tr("Ninguno"), "")
            for id in shipped_procedures():
                self._procedure.addItem(procedure_name(id), id)
            self._choose_procedure(procedure or "")
        with QSignalBlocker(self._topic):
            topic = self._topic.currentData()
            self._topic.clear()
            self._topic.addItem(self.tr("Elija un tema"), "")
            for key in wording.topics():
                self._topic.addItem(wording.topic(key), key)
            self._choose_topic(topic or "")

    def _name_fields(self) -> None:
        self._norms.retranslate()
        self._others.retranslate()
        say = {name: field.say for name, field in self.fields.items()}
        say["question"](self.tr("Pregunta"))
        say["variants"](
            self.tr("Otras formas de preguntarlo"),
            self.tr("Una por línea, como las escribe la gente, con sus faltas."),
        )
        say["keywords"](self.tr("Palabras clave"), self.tr("Separadas por comas."))
        say["reply"](
            self.tr("Respuesta"),
            self.tr(
                "Escriba {enlace} donde deba ir el enlace. Los demás huecos se rellenan al usarla."
            ),
        )
        say["link"](self.tr("Enlace"), self.tr("Página oficial, con https://"))
        say["needs_private_channel"](
            self.tr("Necesita canal privado"),
            self.tr("El caso concreto no se puede resolver en público."),
        )
        say["layer"](
            self.tr("Solo para mí"),
            self.tr("La ve quien tenga sus iniciales; no sale con una tecla ni en los ficheros."),
        )
        say["procedure"](
            self.tr("Trámite"), self.tr("Desde una mención dice por dónde puede hacerlo cada uno.")
        )
        say["no_norm"](
            self.tr("No se apoya en ninguna norma"),
            self.tr("Para que se sepa que alguien lo miró."),
        )
        say["topic"](self.tr("Tema"))
        say["body"](self.tr("Organismo competente"))
        say["legal_basis"](self.tr("Base legal"), self.tr("Norma y artículo."))
        say["source"](
            self.tr("Fuente oficial"), self.tr("Sin ella no se puede verificar la ficha.")
        )
        say["review_by"](
            self.tr("Revisar antes del"), self.tr("Desde ese día deja de ofrecerse sin revisión.")
        )
        say["valid_from"](self.tr("En vigor desde"), self.tr("Antes de ese día no se ofrece."))

    # --- inside ----------------------------------------------------------------------------

    def _build(self) -> None:
        px = look().px
        outer = QHBoxLayout(self)
        outer.setContentsMargins(px(24), px(16), px(24), px(20))
        self._inside = QWidget(self)
        outer.addWidget(self._inside, 100)
        outer.addStretch(1)
        self._limit_width()
        look().changed.connect(self._limit_width)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        self._question, self._link, self._basis, self._source, self._keywords = (
            self._line_edit(name)
            for name in ("question", "link", "legal_basis", "source", "keywords")
        )
        self._twin = Banner()
        self._variants = TextBox(6)
        self._variants.textChanged.connect(
            lambda: self._edited("variants", tuple(self._variants.toPlainText().splitlines()))
        )
        self._reply = TextBox(4)
        self._reply.textChanged.connect(
            lambda: self._edited("reply", self._reply.toPlainText().replace("\u2029", "\n"))
        )
        self._topic = QComboBox()
        self._topic.currentIndexChanged.connect(
            lambda: self._edited("topic", self._topic.currentData() or "")
        )
        self._body = QComboBox()
        self._body.setEditable(True)
        self._body.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._body.editTextChanged.connect(lambda words: self._edited("body", words))
        self._procedure = QComboBox()
        self._procedure.currentIndexChanged.connect(
            lambda: self._edited("procedure", self._procedure.currentData() or "")
        )
        for combo in (self._topic, self._body, self._procedure):
            combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            combo.installEventFilter(self)
        self._private = QCheckBox()
        self._private.toggled.connect(lambda on: self._edited("needs_private_channel", on))
        self._personal = QCheckBox()
        self._personal.toggled.connect(
            lambda on: self._edited("layer", Layer.PERSONAL if on else Layer.TEAM)
        )
        self._no_norm = QCheckBox()
        self._no_norm.toggled.connect(lambda on: self._edited("no_norm", on))
        self._review_by, self._no_review = self._date_edit("review_by")
        self._valid_from, self._no_start = self._date_edit("valid_from")
        self.preview = PreviewCard()
        self._norms = NormsField(lambda norms: self._edited("norms", norms))
        self._others = VariantsSection(lambda variants: self._edited("translations", variants))
        self.fields = {
            "question": FormField(self._question),
            "variants": FormField(self._variants),
            "keywords": FormField(self._keywords),
            "reply": FormField(self._reply),
            "link": FormField(self._link),
            "needs_private_channel": FormField(self._private),
            "layer": FormField(self._personal),
            "translations": self._others,
            "topic": FormField(self._topic),
            "body": FormField(self._body),
            "legal_basis": FormField(self._basis),
            "norms": self._norms,
            "no_norm": FormField(self._no_norm),
            "procedure": FormField(self._procedure),
            "source": FormField(self._source),
            "review_by": FormField(self._review_by, self._no_review),
            "valid_from": FormField(self._valid_from, self._no_start),
        }
        f = self.fields
        self._groups: dict[str, PlainLabel] = {}
        column.addWidget(
            self._group("question", f["question"], self._twin, f["variants"], f["keywords"])
        )
        column.addWidget(
            self._group(
                "reply",
                f["reply"],
                self.preview,
                self._build_hints(),
                f["link"],
                f["needs_private_channel"],
            )
        )
        column.addWidget(self._group("languages", f["translations"]))
        column.addWidget(
            self._group(
                "backing",
                _Pair(f["topic"], f["body"]),
                f["procedure"],
                _Pair(f["legal_basis"], f["source"]),
                f["norms"],
                f["no_norm"],
                _Pair(f["review_by"], f["valid_from"]),
                f["layer"],
            )
        )
        column.addStretch()

    def _limit_width(self) -> None:
        self._inside.setMaximumWidth(look().px(_WIDEST))

    def _build_hints(self) -> PlainLabel:
        self._hints = PlainLabel("", "meta").wrapped()
        self._hints.hide()
        return self._hints

    def _group(self, key: str, *parts: QWidget) -> Card:
        card = Card(parent=self._inside)
        px = look().px
        card.body.setContentsMargins(px(16), px(14), px(16), px(16))
        card.body.setSpacing(px(14))
        title = PlainLabel("", "heading").wrapped()
        title.set_tone("accent")
        self._groups[key] = title
        card.body.addWidget(title)
        for part in parts:
            card.body.addWidget(part)
        return card

    def _line_edit(self, name: str) -> QLineEdit:
        edit = QLineEdit()

        def changed(text: str) -> None:
            if name == "keywords":
                self._edited(name, tuple(part.strip() for part in text.split(",")))
            else:
                self._edited(name, text)

        edit.textChanged.connect(changed)
        return edit

    def _date_edit(self, name: str) -> tuple[QDateEdit, QCheckBox]:
        edit = QDateEdit()
        edit.setCalendarPopup(True)
        edit.setDisplayFormat("dd/MM/yyyy")
        edit.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        edit.installEventFilter(self)
        none = QCheckBox()

        def changed() -> None:
            edit.setEnabled(not none.isChecked())
            when = edit.date()
            chosen = None if none.isChecked() else date(when.year(), when.month(), when.day())
            self._edited(name, chosen)

        edit.dateChanged.connect(changed)
        none.toggled.connect(changed)
        return edit, none

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls the form; it never changes a field that is only passed over."""
        passing = isinstance(watched, QWidget) and not watched.hasFocus()
        if passing and event.type() is QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _edited(self, name: str, value: Any) -> None:
        if not self._loading:
            self.edited.emit(name, value)

    def _rule_words(self, rule: FaqRule, check: FormCheck) -> str:
        if rule is FaqRule.TOO_LONG:
            over = check.length - LIMIT
            return self.tr("Sobran %Ln carácter(es): en X caben 280.", "", over)
        if rule is FaqRule.ID:
            return self.tr("La pregunta necesita alguna palabra con letras.")
        return wording.faq_rule(rule)


class _Pair(QWidget):
    """Fields beside each other where there is room, else below each other."""

    def __init__(self, *fields: FormField) -> None:
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look().px(14))
        for field in fields:
            self._row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= look().px(440)
        self._row.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )


def _choose(box: QComboBox, key: str, name: str) -> None:
    """One that is out of use stands in the list for its own entries."""
    at = box.findData(key)
    if at < 0:
        box.addItem(name, key)
        at = box.count() - 1
    box.setCurrentIndex(at)

"""Questions that came by telephone, at a counter or by e-mail, one by one or from a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from incluinfo_desk.domain.heard import Heard, Line
from incluinfo_desk.domain.problems import Problem
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.faq import row_words
from incluinfo_desk.ui.faq.intake_presenter import IntakePresenter
from incluinfo_desk.ui.form_field import FormField, TextBox
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.messages import MessageBar, tell
from incluinfo_desk.ui.pills import Pills
from incluinfo_desk.ui.theme import look

if TYPE_CHECKING:
    from incluinfo_desk.operations.desk import Desk
    from incluinfo_desk.operations.intake import Intaken

_NAMED = 5
"""Bad rows named; the rest are counted."""


class IntakeDialog(QDialog):
    """Does not block; stays open for the next question."""

    def __init__(self, parent: QWidget | None, desk: Desk) -> None:
        super().__init__(parent)
        self._presenter = IntakePresenter(desk, self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Preguntas de otros canales"))
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(16))
        column.setSpacing(px(12))
        self.message = MessageBar()
        column.addWidget(self.message)
        words = self.tr(
            "Cuentan junto a las menciones en «Qué falta» y en la cobertura. Los datos "
            "personales se tapan antes de guardar."
        )
        column.addWidget(PlainLabel(words, "muted").wrapped())
        self.lines: Pills[Line] = Pills()
        self.lines.offer(
            {
                Line.PHONE: self.tr("Teléfono"),
                Line.OFFICE: self.tr("Oficina"),
                Line.EMAIL: self.tr("Correo"),
                Line.OTHER: self.tr("Otro"),
            }
        )
        column.addWidget(self.lines)
        self.question, self.topic = TextBox(3), QComboBox()
        self._question, topic = FormField(self.question), FormField(self.topic)
        self._question.say(self.tr("Qué preguntan"))
        topic.say(self.tr("Tema"), self.tr("Si no lo elige, lo pone la mesa."))
        self.topic.addItem(self.tr("El que parezca"), None)
        for key in wording.topics():
            self.topic.addItem(wording.topic(key), key)
        column.addWidget(self._question)
        column.addWidget(topic)
        column.addStretch()
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(Button(self.tr("De un fichero CSV…"), on_click=self._ask_file))
        row.addStretch()
        row.addWidget(Button(self.tr("Cerrar"), on_click=self.close))
        self._save = Button(self.tr("Anotar"), "primary", "Ctrl+↵", self._note)
        self._save.setShortcut("Ctrl+Return")
        row.addWidget(self._save)
        column.addLayout(row)
        self.resize(look().room(self, 560, 420))
        self.question.setFocus()

    def read(self, path: Path) -> None:
        """Look at a file, and ask before anything is stored."""
        self._presenter.read(path)

    def show_noted(self, heard: Heard) -> None:
        self.message.say(self._words(heard), "ok")
        self.question.clear()
        self.question.setFocus()

    def ask_take(self, found: Intaken) -> None:
        bad = [row_words.line(row) for row in found.bad_rows[:_NAMED]]
        left = len(found.bad_rows) - len(bad)
        if left > 0:
            bad.append(self.tr("Y %Ln más.", "", left))
        tell(
            self,
            self.tr("%Ln pregunta(s) para anotar.", "", len(found.questions)),
            "\n".join(bad) or self.tr("Todas las filas sirven."),
            choices=(self.tr("Cancelar"), self.tr("Anotarlas"))
            if found.questions
            else (self.tr("Cerrar"),),
            then=lambda which: self._presenter.take(found) if which == 1 else None,
        )

    def show_taken(self, count: int) -> None:
        self.message.say(self.tr("%Ln pregunta(s) anotada(s).", "", count), "ok")

    def say_problem(self, problem: Problem) -> None:
        self.message.say(wording.say(problem).sentence, "danger")

    # --- inside ----------------------------------------------------------------------------

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Preguntas de otros canales"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Canal; pregunta; tema; fecha (*.csv)")])
        dialog.fileSelected.connect(lambda name: self.read(Path(name)))
        dialog.open()

    def _note(self) -> None:
        if not self.question.toPlainText().strip():
            self._question.complain(self.tr("Escriba la pregunta."))
            return
        self._question.complain("")
        self._presenter.note(
            self.lines.value(Line.PHONE), self.question.toPlainText(), self.topic.currentData()
        )

    def _words(self, made: Heard) -> str:
        topic = wording.topic(made.topic) or self.tr("sin tema")
        said = self.tr("Anotada en «{tema}».").replace("{tema}", topic)
        more = self.tr("La FAQ ya la responde.") if made.covered else ""
        return f"{said} {more}".strip()

"""Asks why entries go under review; whoever reviews them reads it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.form_field import FormField
from incluinfo_desk.ui.theme import look

_LONGEST = 200


class ReasonDialog(QDialog):
    """One line, which may stay empty; does not block."""

    def __init__(self, parent: QWidget, take: Callable[[str], object]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Poner en revisión"))
        self._take = take
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(16))
        column.setSpacing(px(16))
        self._line = QLineEdit()
        self._line.setMaxLength(_LONGEST)
        field = FormField(self._line)
        field.say(
            self.tr("¿Por qué pasa a revisión?"),
            self.tr("Lo verá quien la revise, y quien la tenga entre las sugeridas."),
        )
        column.addWidget(field)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addStretch()
        row.addWidget(Button(self.tr("Cancelar"), on_click=self.reject))
        yes = Button(self.tr("Poner en revisión"), "primary", on_click=self._accept)
        yes.setDefault(True)
        row.addWidget(yes)
        column.addLayout(row)
        self.resize(look().room(self, 480, 170))
        self._line.setFocus()

    def _accept(self) -> None:
        self._take(self._line.text().strip())
        self.accept()

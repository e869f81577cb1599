"""The field of the form that names the norms an answer rests on, and opens their text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QMenu

from incluinfo_desk.domain.norms import is_norm_id, norm_ids
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.faq.norms import open_official
from incluinfo_desk.ui.form_field import FormField
from incluinfo_desk.ui.standing_words import norm_name


class NormsField(FormField):
    """Ids apart by commas; a pasted address of boe.es becomes its id."""

    def __init__(self, edited: Callable[[tuple[str, ...]], object]) -> None:
        self._line = QLineEdit()
        self._open = Button("", "small", on_click=self._open_texts)
        super().__init__(self._line, self._open)
        self._line.textChanged.connect(lambda text: self._changed(text, edited))
        self._enable()

    def load(self, norms: tuple[str, ...]) -> None:
        if self.ids() != norms:
            self._line.setText(", ".join(norms))
            self._line.setCursorPosition(0)

    def ids(self) -> tuple[str, ...]:
        """What stands in the field, right or wrong, so that what is wrong can be named."""
        parts = (part.strip() for part in self._line.text().split(","))
        found: list[str] = []
        for part in parts:
            found += norm_ids(part) or ([part] if part else [])
        return tuple(dict.fromkeys(found))

    def retranslate(self) -> None:
        self.say(
            QCoreApplication.translate("Norms", "Normas en las que se apoya"),
            QCoreApplication.translate(
                "Norms",
                "Identificadores del BOE separados por comas, o pegue su dirección.",
            ),
        )
        self._line.setPlaceholderText(QCoreApplication.translate("Norms", "Sin norma"))
        self._open.setText(QCoreApplication.translate("Norms", "Texto oficial"))

    def _changed(self, text: str, edited: Callable[[tuple[str, ...]], object]) -> None:
        self._enable()
        edited(self.ids())

    def _enable(self) -> None:
        self._open.setEnabled(any(is_norm_id(norm) for norm in self.ids()))

    def _open_texts(self) -> None:
        norms = norm_ids(", ".join(self.ids()))
        if len(norms) == 1:
            open_official(norms[0])
            return
        menu = QMenu(self)
        for norm in norms:
            menu.addAction(norm_name(norm)).triggered.connect(
                lambda _=False, norm=norm: open_official(norm)
            )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._open.mapToGlobal(self._open.rect().bottomLeft()))

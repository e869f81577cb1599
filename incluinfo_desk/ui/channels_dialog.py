"""By which way a citizen has something done, and how to reach the body: one key from a mention.

INC-46 wants web, sede, telephone and office in one step; INC-50, the way for who has no
certificate or cannot travel; INC-16, the office abroad and its clock beside Madrid's. The words
may be put where the officer writes.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QDateTime, Qt, QTimeZone
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from incluinfo_desk.domain.abroad import OfficeAbroad, clocks, in_both
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.domain.procedure import Person, find, sentence
from incluinfo_desk.operations.procedures import (
    Contact,
    contact_of,
    offices_abroad,
    shipped_procedures,
)
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.faq import procedure_words
from incluinfo_desk.ui.faq.procedure_words import procedure_name
from incluinfo_desk.ui.flow import FlowLayout
from incluinfo_desk.ui.form_field import FormField
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.widgets import Card


class ChannelsDialog(QDialog):
    """Does not block. ``insert`` puts text at the cursor; None where nothing is written.

    ``now`` is aware; ``abroad`` says that whoever asks seems to live there.
    """

    def __init__(
        self,
        parent: QWidget | None,
        procedure: str,
        body: str,
        insert: Callable[[str], object] | None,
        now: datetime,
        *,
        abroad: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Por dónde y con quién"))
        self._insert, self._body, self._now = insert, body, now
        self._procedures, self._offices = shipped_procedures(), offices_abroad()
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(16))
        column.setSpacing(px(12))
        self._contact = Card()
        self._contact.body.setContentsMargins(px(16), px(12), px(16), px(14))
        self.contact = PlainLabel("", "reading").wrapped().selectable()
        self.contact_name = PlainLabel("", "strong").wrapped()
        self._contact.body.addWidget(self.contact_name)
        self._contact.body.addWidget(self.contact)
        self.clocks = PlainLabel("", "meta").wrapped()
        self._contact.body.addWidget(self.clocks)
        column.addWidget(self._contact)
        column.addWidget(self._build_questions())
        column.addWidget(self._build_answer())
        column.addStretch()
        column.addLayout(self._build_foot())
        self._choose(procedure)
        self.abroad.setChecked(abroad)
        self._say()
        self.resize(look().room(self, 640, 560))
        self.procedure.setFocus()

    # --- building --------------------------------------------------------------------------

    def _build_questions(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        self.procedure = QComboBox()
        self.procedure.addItem(self.tr("Elija un trámite"), "")
        for id in self._procedures:
            self.procedure.addItem(procedure_name(id), id)
        self.procedure.setMaxVisibleItems(16)
        field = FormField(self.procedure)
        field.say(self.tr("¿Qué quiere hacer?"))
        column.addWidget(field)
        row = FlowLayout(look().px(16))
        self.certificate = QCheckBox(self.tr("&1  Tiene certificado o Cl@ve"))
        self.travels = QCheckBox(self.tr("&2  Puede acudir a una oficina"))
        self.abroad = QCheckBox(self.tr("&3  Vive en el extranjero"))
        self.travels.setChecked(True)
        for number, check in enumerate((self.certificate, self.travels, self.abroad), 1):
            row.addWidget(check)
            check.toggled.connect(self._say)
            QShortcut(QKeySequence(str(number)), self).activated.connect(check.toggle)
        column.addLayout(row)
        self.procedure.currentIndexChanged.connect(self._say)
        self.country = QComboBox()
        self.country.addItem(self.tr("Elija el país"), "")
        for each in self._offices:
            self.country.addItem(each, each)
        self.country.setMaxVisibleItems(16)
        self.country.currentIndexChanged.connect(self._say)
        self._country = FormField(self.country)
        self._country.say(self.tr("¿Dónde vive?"))
        column.addWidget(self._country)
        return box

    def _build_answer(self) -> Card:
        px = look().px
        self._answer = Card("ours")
        self._answer.body.setContentsMargins(px(16), px(12), px(16), px(14))
        self._answer.body.setSpacing(px(4))
        self.way = PlainLabel("", "strong").wrapped()
        self.why = PlainLabel("", "meta").wrapped()
        self.text = PlainLabel("", "reading").wrapped().selectable()
        for label in (self.way, self.why, self.text):
            self._answer.body.addWidget(label)
        return self._answer

    def _build_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(look().px(8))
        self._put_contact = Button(self.tr("Insertar el contacto"), on_click=self._give_contact)
        self._put = Button(self.tr("Insertar"), "primary", on_click=self._give)
        self._put.setDefault(True)
        for button in (self._put_contact, self._put):
            button.setVisible(self._insert is not None)
        row.addWidget(self._put_contact)
        row.addStretch()
        row.addWidget(Button(self.tr("Cerrar"), on_click=self.reject))
        row.addWidget(self._put)
        return row

    # --- inside ----------------------------------------------------------------------------

    def _choose(self, id: str) -> None:
        self.procedure.setCurrentIndex(max(0, self.procedure.findData(id)))

    def _say(self) -> None:
        chosen = self._procedures.get(self.procedure.currentData() or "")
        self._country.setVisible(self.abroad.isChecked())
        office = self._office()
        self._answer.setVisible(chosen is not None)
        self._put.setEnabled(chosen is not None)
        self._say_contact(contact_of(chosen.body if chosen is not None else self._body), office)
        if chosen is None:
            self.text.setText("")
            return
        person = Person(
            self.certificate.isChecked(), self.travels.isChecked(), self.abroad.isChecked()
        )
        found = find(chosen, person)
        self.way.setText(procedure_words.way(found.channel.way))
        who = self.tr("Puede hacerlo: {quien}").replace("{quien}", chosen.who)
        self.why.setText(f"{procedure_words.because(found.because)} {who}")
        self.text.setText(displayable(sentence(chosen, found)))

    def _office(self) -> OfficeAbroad | None:
        return self._offices.get(self.country.currentData()) if self.abroad.isChecked() else None

    def _say_contact(self, contact: Contact | None, office: OfficeAbroad | None) -> None:
        lines = _lines(contact, here=office is None) if contact is not None else []
        names = [contact.name] if contact is not None else []
        self.clocks.setVisible(office is not None)
        if office is not None:
            offset = _offset(office.zone, self._now)
            lines = [in_both(each, office.city, self._now, offset) for each in lines]
            lines.append(office.said)
            words = self.tr("{hora}. Compruebe en su web que la oficina atiende.")
            self.clocks.setText(words.replace("{hora}", clocks(office, self._now, offset)))
        self._contact.setVisible(bool(lines))
        self._put_contact.setEnabled(bool(lines))
        self.contact_name.setText("".join(names))
        self.contact_name.setVisible(bool(names))
        self.contact.setText("\n".join(lines))

    def _give(self) -> None:
        if self._insert is not None and self.text.text():
            self._insert(self.text.text())
            self.accept()

    def _give_contact(self) -> None:
        if self._insert is not None and self.contact.text():
            self._insert(self.contact.text().replace("\n", ". "))
            self.accept()


def _lines(contact: Contact, *, here: bool) -> list[str]:
    """In Spanish, as it is told to citizens; appointments are for who is ``here``."""
    lines = (
        contact.phones and f"Teléfono: {contact.phones}",
        contact.hours and contact.hours[:1].upper() + contact.hours[1:],
        here and contact.appointment and f"Cita: {contact.appointment}",
        contact.web,
    )
    return [line for line in lines if line]


def _offset(zone: str, now: datetime) -> timedelta:
    """From UTC. Qt brings the rules of every zone, also where the system has none."""
    at = QDateTime.fromSecsSinceEpoch(int(now.timestamp()), QTimeZone.utc())
    return timedelta(seconds=QTimeZone(zone.encode()).offsetFromUtc(at))

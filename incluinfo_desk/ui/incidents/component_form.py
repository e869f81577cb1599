"""The data of one service or office, and what is known of it besides."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from incluinfo_desk.domain.incident import Component
from incluinfo_desk.domain.offices import OFFICES, PROVINCES
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.operations.component_file import GROUPS
from incluinfo_desk.operations.edit_components import Record
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.form_field import FormField, Sheet
from incluinfo_desk.ui.incidents import component_words
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.theme import look

_STATES_SHOWN = 12


class ComponentForm(Sheet):
    saved = Signal(object)
    """A :class:`Component` to be stored."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = look().px
        self._base = Component("", "", "web")
        self._lines = {name: QLineEdit() for name in ("name", "id", "link", "hours", "address")}
        self._group = QComboBox()
        for key in GROUPS:
            self._group.addItem(component_words.group(key), key)
        self._group.currentIndexChanged.connect(lambda _: self._arrange())
        self._province = QComboBox()
        self._province.addItem(self.tr("Toda España"), "")
        for each in sorted(PROVINCES.values(), key=lambda each: each.name.lstrip("ÁA")):
            self._province.addItem(each.name, each.code)
        self._words = QPlainTextEdit()
        self._words.setTabChangesFocus(True)
        self._words.setMaximumHeight(px(96))
        self._verified, self._retired = QCheckBox(), QCheckBox()
        editors: dict[str, QWidget] = {
            "name": self._lines["name"], "id": self._lines["id"], "group": self._group,
            "words": self._words, "link": self._lines["link"], "province": self._province,
            "hours": self._lines["hours"], "address": self._lines["address"],
            "verified": self._verified, "retired": self._retired,
        }  # fmt: skip
        hints = {
            "id": self.tr("Minúsculas, cifras y guiones. No cambia nunca."),
            "words": self.tr("Una por línea: por ellas se sabe quién pregunta por esto."),
            "verified": self.tr("Alguien los ha comparado con la página oficial."),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), 0, px(12), px(12))
        column.setSpacing(px(12))
        self.state = PlainLabel("", "strong").wrapped()
        column.addWidget(self.state)
        self.fields: dict[str, FormField] = {}
        for name, editor in editors.items():
            self.fields[name] = FormField(editor)
            self.fields[name].say(component_words.field(name), hints.get(name, ""))
            column.addWidget(self.fields[name])
        self.known = PlainLabel("", "muted").wrapped().selectable()
        column.addWidget(self.known)
        column.addStretch()
        self.start_new()

    def start_new(self) -> None:
        self._load(Component("", "", "web"))
        self.state.setText(self.tr("Servicio u oficina sin guardar"))
        self.known.setText("")
        self._lines["name"].setFocus()

    def show_record(self, record: Record) -> None:
        component = record.component
        if component.id != self._base.id or component != self._base:
            self._load(component)
        words = wording.sentence_case(wording.component_state(component.state))
        if not component.verified:
            words += " · " + self.tr("datos por comprobar")
        self.state.setText(words)
        self.known.setText("\n".join(self._known(record)))

    def set_known(self, component: Component) -> None:
        """It is stored: its identifier does not change any more."""
        self._base = component
        self.fields["id"].hide()

    def complain(self, name: str, words: str) -> None:
        """Say beside its field what cannot be stored."""
        if name in self.fields:
            self.fields[name].complain(words)
            self.fields[name].editor.setFocus()

    def component(self) -> Component:
        """What the form says; what it does not show stays as it was."""
        line = {name: edit.text().strip() for name, edit in self._lines.items()}
        office = self._group.currentData() == OFFICES
        return replace(
            self._base,
            id=self._base.id or line["id"],
            name=line["name"],
            group=str(self._group.currentData()),
            words=tuple(w.strip() for w in self._words.toPlainText().split("\n") if w.strip()),
            link=line["link"] or None,
            province=str(self._province.currentData()) if office else "",
            hours=line["hours"],
            address=line["address"] if office else "",
            verified=self._verified.isChecked(),
            retired=self._retired.isChecked(),
        )

    # --- inside ----------------------------------------------------------------------------

    def _known(self, record: Record) -> list[str]:
        lines: list[str] = []
        if record.nearest is not None:
            nearest = self.tr("Oficina abierta más cercana: {oficina}")
            lines += [nearest.replace("{oficina}", displayable(record.nearest.name)), ""]
        lines.append(self.tr("Estados por los que ha pasado"))
        lines += [
            f"{wording.day_and_time(each.at)} · {wording.component_state(each.state)}"
            for each in record.history[:_STATES_SHOWN]
        ] or [self.tr("Ninguno todavía.")]
        lines += ["", self.tr("Incidencias que lo han tocado")]
        lines += [
            f"{wording.day_and_time(each.started_at)} · {wording.component_state(each.impact)} · "
            f"{wording.incident_state(each.state)}"
            for each in record.incidents[:_STATES_SHOWN]
        ] or [self.tr("Ninguna todavía.")]
        return lines

    def _load(self, component: Component) -> None:
        self._base = component
        for name, edit in self._lines.items():
            edit.setText(getattr(component, name) or "")
        self._group.setCurrentIndex(max(0, self._group.findData(component.group)))
        self._province.setCurrentIndex(max(0, self._province.findData(component.province)))
        self._words.setPlainText("\n".join(component.words))
        self._verified.setChecked(component.verified)
        self._retired.setChecked(component.retired)
        for each in self.fields.values():
            each.complain("")
        self.fields["id"].setVisible(not component.id)
        self._arrange()

    def _arrange(self) -> None:
        office = self._group.currentData() == OFFICES
        for name in ("province", "address"):
            if name in self.fields:
                self.fields[name].setVisible(office)

    def ask_save(self) -> None:
        """As it stands, to whoever stores it."""
        for each in self.fields.values():
            each.complain("")
        self.saved.emit(self.component())

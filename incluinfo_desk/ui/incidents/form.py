"""The form of one public word on an incident: what, since when, and the text itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from incluinfo_desk.domain.announcement import Announcement
from incluinfo_desk.domain.incident import (
    Component,
    ComponentState,
    Incident,
    IncidentState,
)
from incluinfo_desk.domain.length import LIMIT, weighted_length
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.domain.problems import Problem, TooLong
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.editor.text_edit import ReplyEdit
from incluinfo_desk.ui.flow import FlowLayout
from incluinfo_desk.ui.incidents.image_row import ImageRow
from incluinfo_desk.ui.incidents.moments import aware, local, moment_edit, rounded
from incluinfo_desk.ui.incidents.presenter import Wanted
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.widgets import Button, Card, PlainLabel, clear

_IMPACTS = (
    ComponentState.DEGRADED,
    ComponentState.PARTIAL_OUTAGE,
    ComponentState.FULL_OUTAGE,
    ComponentState.MAINTENANCE,
)
_PROMISE = timedelta(hours=1)
"""What is promised unless the officer says otherwise: the next word within the hour."""


_NARROW = 440
"""Below this width, as drawn, a label and the longest choice do not fit side by side."""


class IncidentForm(QWidget):
    """Opens an incident, or says its next word; :attr:`wanted_changed` asks for a prefill."""

    wanted_changed = Signal()
    written = Signal()
    publish_asked = Signal(bool)
    """True to publish the text in the parts that were shown."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._incident: Incident | None = None
        self._own_text = False
        self._problems: Sequence[Problem] = ()
        self._parts = 1
        self._states: dict[IncidentState, Button] = {}
        self._impacts: dict[ComponentState, Button] = {}
        self._build()
        self.retranslate()

    # --- what the place says ---------------------------------------------------------------

    def show_components(self, components: Sequence[Component]) -> None:
        chosen = set(self._chosen())
        self._components.clear()
        for each in components:
            item = QListWidgetItem(each.name[:1].upper() + each.name[1:])
            item.setData(Qt.ItemDataRole.UserRole, each.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(
                Qt.CheckState.Checked if each.id in chosen else Qt.CheckState.Unchecked
            )
            self._components.addItem(item)
        self._narrow(self._filter.text())

    def open_new(self) -> None:
        """An empty form for an incident that nobody has told yet."""
        self._incident = None
        self._title.setText(self.tr("Abrir una incidencia"))
        for row in range(self._components.count()):
            self._components.item(row).setCheckState(Qt.CheckState.Unchecked)
        self._filter.clear()
        now = datetime.now(UTC)
        self._since.setDateTime(local(now))
        self._impacts[ComponentState.PARTIAL_OUTAGE].setChecked(True)
        self._arrange()
        self._begin(now)
        self._filter.setFocus()

    def open_update(self, incident: Incident, state: IncidentState | None = None) -> None:
        """The next word of ``incident``; ``state`` preselects where it goes."""
        self._incident = incident
        self._title.setText(self.tr("Publicar una novedad"))
        self._impacts[incident.impact].setChecked(True)
        self._arrange()
        # The same words twice are refused by X: what follows is the likelier choice.
        following = [each for each in self._states if each is not incident.state]
        chosen = state if state in self._states else next(iter(following), incident.state)
        if chosen in self._states:
            self._states[chosen].setChecked(True)
        self._begin(datetime.now(UTC))
        self.text.setFocus()

    def take_up(self, what: Announcement, incident: Incident | None, image: Path | None) -> None:
        """A text that came back, as it was when it was proposed."""
        if incident is None:
            self.open_new()
            self.choose(what.components)
            self._since.setDateTime(local(what.started_at))
            self._impacts[what.impact].setChecked(True)
            self._arrange()
            if what.state in self._states:
                self._states[what.state].setChecked(True)
        else:
            self.open_update(incident, what.state)
        self._promise.setChecked(what.next_update_at is not None)
        if what.next_update_at is not None:
            self._next.setDateTime(local(what.next_update_at))
        if what.ends_at is not None:
            self._until.setDateTime(local(what.ends_at))
        self._own_text = True
        self.text.load(what.written or what.text, 0)
        if image is not None:
            self.picture.attach(image, what.alt_text or "")
        self._show_text()
        self.text.setFocus()

    def show_text(self, text: str) -> None:
        """The prepared words; what the officer wrote is not overwritten."""
        if not self._own_text:
            self.text.load(text, 0)
            self._show_text()
            self.text.next_slot(from_start=True)

    def show_check(self, problems: Sequence[Problem], parts: int) -> None:
        self._problems, self._parts = problems, parts
        self._show_line()

    def ask_publish(self) -> None:
        """As a press of the button: nothing happens while it is not possible."""
        if self._publish.isEnabled():
            self.publish_asked.emit(False)

    def show_publish_keys(self, keys: str) -> None:
        self._publish.set_keys(keys)

    def set_busy(self, busy: bool) -> None:
        self._publish.setEnabled(not busy and not self._problems)

    def choose(self, components: Sequence[str]) -> None:
        """Tick these services; an open incident keeps its own."""
        for row in range(self._components.count()):
            item = self._components.item(row)
            if item.data(Qt.ItemDataRole.UserRole) in components:
                item.setCheckState(Qt.CheckState.Checked)

    # --- what it holds ---------------------------------------------------------------------

    @property
    def incident(self) -> Incident | None:
        return self._incident

    @property
    def image(self) -> Path | None:
        return self.picture.path

    @property
    def alt_text(self) -> str:
        return self.picture.alt_text

    def wanted(self) -> Wanted:
        incident = self._incident
        if incident is not None:
            components, started = incident.components, incident.started_at
        else:
            components, started = self._chosen(), aware(self._since)
        promised = self._promise.isChecked() and self._promise.isVisibleTo(self)
        return Wanted(
            components=components,
            impact=self._impact(),
            state=self._state(),
            started_at=started,
            next_update_at=aware(self._next) if promised else None,
            ends_at=aware(self._until) if self._impact() is ComponentState.MAINTENANCE else None,
            image=self.image,
            alt_text=self.alt_text,
        )

    @property
    def complete(self) -> bool:
        """Whether anything is named that could be broken."""
        return self._incident is not None or bool(self._chosen())

    # --- building --------------------------------------------------------------------------

    def _build(self) -> None:
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(24))
        column.setSpacing(px(12))
        self._title = PlainLabel("", "title").wrapped()
        column.addWidget(self._title)
        self._fields = form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(px(16))
        form.setVerticalSpacing(px(12))
        self._what = QWidget()
        what = QVBoxLayout(self._what)
        what.setContentsMargins(0, 0, 0, 0)
        what.setSpacing(px(4))
        self._filter = QLineEdit()
        self._filter.setClearButtonEnabled(True)
        self._filter.textChanged.connect(self._narrow)
        self._components = QListWidget()
        self._components.setObjectName("components")
        self._components.setMinimumHeight(px(132))
        self._components.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._components.setMaximumHeight(px(176))
        self._components.itemChanged.connect(self._changed)
        what.addWidget(self._filter)
        what.addWidget(self._components)
        self._impact_row, self._impact_group = self._pills()
        for impact in _IMPACTS:
            self._impacts[impact] = self._pill(self._impact_row, self._impact_group)
        self._impact_group.buttonClicked.connect(lambda _: self._arrange_and_ask())
        self._state_row, self._state_group = self._pills()
        self._state_group.buttonClicked.connect(lambda _: self._changed())
        self._since, self._until, self._next = (moment_edit() for _ in range(3))
        for moment in (self._since, self._until, self._next):
            moment.dateTimeChanged.connect(lambda _: self._changed())
            moment.setMaximumWidth(px(240))
        self._promise = QCheckBox()
        self._promise.setChecked(True)
        self._promise.toggled.connect(self._next.setEnabled)
        self._promise.toggled.connect(lambda _: self._changed())
        self._promised = QWidget()
        promised = FlowLayout(px(8), self._promised)
        promised.addWidget(self._promise)
        promised.addWidget(self._next)
        self._labels = {
            name: PlainLabel("", "strong")
            for name in ("what", "impact", "state", "since", "until", "next", "text", "image")
        }
        self._labels["what"].setBuddy(self._filter)
        self._labels["since"].setBuddy(self._since)
        for name, field in (
            ("what", self._what),
            ("impact", self._impact_row),
            ("since", self._since),
            ("until", self._until),
            ("state", self._state_row),
            ("next", self._promised),
        ):
            form.addRow(self._labels[name], field)
        column.addLayout(form)
        column.addWidget(self._labels["text"])
        self.text = ReplyEdit()
        self.text.setMinimumHeight(px(104))
        self.text.setMaximumHeight(px(160))
        self.text.textChanged.connect(self._typed)
        self._labels["text"].setBuddy(self.text)
        column.addWidget(self.text)
        line = QHBoxLayout()
        self._line = PlainLabel().wrapped()
        self._count = PlainLabel("", "muted")
        line.addWidget(self._line, 1)
        line.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        self.picture = ImageRow()
        self.picture.changed.connect(self.written.emit)
        column.addWidget(self.picture)
        self._seen = PlainLabel("", "heading")
        column.addWidget(self._seen)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(px(8))
        column.addLayout(self._cards)
        foot = FlowLayout(px(8), right=True)
        self._cancel = Button("", on_click=self.left.emit)
        self._split = Button("", on_click=lambda: self.publish_asked.emit(True))
        self._publish = Button("", "primary", on_click=lambda: self.publish_asked.emit(False))
        for button in (self._cancel, self._split, self._publish):
            foot.addWidget(button)
        column.addLayout(foot)
        column.addStretch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The labels stand above their fields where both have no room side by side."""
        super().resizeEvent(event)
        policy = QFormLayout.RowWrapPolicy
        narrow = event.size().width() < look().px(_NARROW)
        self._fields.setRowWrapPolicy(policy.WrapAllRows if narrow else policy.WrapLongRows)

    def _pills(self) -> tuple[QWidget, QButtonGroup]:
        row = QWidget()
        FlowLayout(look().px(6), row)
        return row, QButtonGroup(row)

    def _pill(self, row: QWidget, group: QButtonGroup) -> Button:
        button = Button("", "pill")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        group.addButton(button)
        layout = row.layout()
        if layout is not None:
            layout.addWidget(button)
        return button

    def retranslate(self) -> None:
        texts = {
            "what": self.tr("Qué falla"),
            "impact": self.tr("Cómo está"),
            "state": self.tr("Estado"),
            "since": self.tr("Desde"),
            "until": self.tr("Hasta"),
            "next": self.tr("Próximo aviso"),
            "text": self.tr("Texto público"),
        }
        for name, words in texts.items():
            self._labels[name].setText(words)
        self._filter.setPlaceholderText(self.tr("Buscar un servicio u oficina"))
        self._filter.setAccessibleName(self.tr("Buscar un servicio u oficina"))
        self._components.setAccessibleName(self.tr("Servicios y oficinas afectados"))
        self._since.setAccessibleName(texts["since"])
        self._until.setAccessibleName(texts["until"])
        self._next.setAccessibleName(texts["next"])
        self._promise.setText(self.tr("Prometer otro aviso antes de"))
        self.text.setAccessibleName(texts["text"])
        self.picture.retranslate()
        self._seen.setText(self.tr("Así se verá en X"))
        self._cancel.setText(self.tr("Cancelar"))
        self._publish.setText(self.tr("Publicar"))
        for impact, button in self._impacts.items():
            words = wording.component_state(impact)
            button.setText(words[:1].upper() + words[1:])
        for state, button in self._states.items():
            button.setText(wording.incident_state(state))
        self._show_line()

    # --- inside ----------------------------------------------------------------------------

    def _begin(self, now: datetime) -> None:
        self._own_text = False
        self.picture.drop()
        self._promise.setChecked(True)
        self._next.setDateTime(local(rounded(now + _PROMISE)))
        self._until.setDateTime(
            local(
                self._incident.ends_at
                if self._incident is not None and self._incident.ends_at is not None
                else now + 4 * _PROMISE
            )
        )
        self.text.load("", 0)
        self._show_text()
        self.wanted_changed.emit()

    def _arrange_and_ask(self) -> None:
        self._arrange()
        self._changed()

    def _arrange(self) -> None:
        """Show the rows that this kind of incident has, and the states it may go to."""
        planned = self._impact() is ComponentState.MAINTENANCE
        new = self._incident is None
        for name, field, shown in (
            ("what", self._what, new),
            ("impact", self._impact_row, new),
            ("since", self._since, new),
            ("until", self._until, planned),
            ("next", self._promised, not planned),
        ):
            self._labels[name].setVisible(shown)
            field.setVisible(shown)
        states: Sequence[IncidentState]
        if self._incident is not None:
            now = self._incident.state
            states = ([now] if self._incident.open else []) + list(self._incident.next_states())
        elif planned:
            states = (IncidentState.SCHEDULED, IncidentState.IN_PROGRESS)
        else:
            states = (
                IncidentState.INVESTIGATING,
                IncidentState.IDENTIFIED,
                IncidentState.WATCHING,
            )
        if tuple(self._states) != tuple(states):
            for button in self._states.values():
                self._state_group.removeButton(button)
            layout = self._state_row.layout()
            if layout is not None:
                clear(layout)
            self._states = {
                state: self._pill(self._state_row, self._state_group) for state in states
            }
            for state, button in self._states.items():
                button.setText(wording.incident_state(state))
            first = next(iter(self._states.values()), None)
            if first is not None:
                first.setChecked(True)

    def _impact(self) -> ComponentState:
        return next(
            (each for each, button in self._impacts.items() if button.isChecked()),
            ComponentState.PARTIAL_OUTAGE,
        )

    def _state(self) -> IncidentState:
        return next(
            (each for each, button in self._states.items() if button.isChecked()),
            IncidentState.INVESTIGATING,
        )

    def _chosen(self) -> tuple[str, ...]:
        items = (self._components.item(row) for row in range(self._components.count()))
        return tuple(
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        )

    def _narrow(self, text: str) -> None:
        wanted = text.strip().casefold()
        for row in range(self._components.count()):
            item = self._components.item(row)
            item.setHidden(
                bool(wanted)
                and wanted not in item.text().casefold()
                and item.checkState() is not Qt.CheckState.Checked
            )

    def _changed(self, *_: object) -> None:
        self.wanted_changed.emit()
        self._show_line()

    def _typed(self) -> None:
        if self.text.hasFocus():
            self._own_text = bool(self.text.text.strip())
        self._show_text()

    def _show_text(self) -> None:
        length = weighted_length(self.text.text)
        self._count.setText(f"{length} / {LIMIT}")
        self._count.set_tone("danger" if length > LIMIT else "")
        self.written.emit()

    def _show_line(self) -> None:
        first = self._problems[0] if self._problems else None
        if not self.complete:
            words, tone = self.tr("Elija al menos un servicio u oficina."), "warning"
        elif first is not None:
            words, tone = wording.say(first).sentence, "warning"
        else:
            words, tone = self.tr("✓ Se puede publicar"), "ok"
        self._line.setText(words)
        self._line.set_tone(tone)
        only_long = bool(self._problems) and all(isinstance(p, TooLong) for p in self._problems)
        self._publish.setEnabled(self.complete and not self._problems)
        self._split.setVisible(only_long and self._parts > 1)
        self._split.setEnabled(self.complete)
        self._split.setText(self.tr("Publicar en un hilo de %n parte(s)", "", self._parts))
        self._show_cards()

    def _show_cards(self) -> None:
        from incluinfo_desk.domain.length import split_thread

        clear(self._cards)
        text = self.text.text.strip()
        parts = split_thread(text) if self._parts > 1 else [text]
        for part in parts if text else ():
            card = Card("raised")
            card.body.addWidget(PlainLabel(displayable(part), "reading").wrapped())
            if self.image is not None and part is parts[0]:
                alt = self.alt_text or self.tr("falta el texto alternativo")
                card.body.addWidget(
                    PlainLabel(
                        self.tr("Imagen: {descripcion}").replace("{descripcion}", alt), "meta"
                    ).wrapped(),
                )
            self._cards.addWidget(card)
        self._seen.setVisible(bool(text))

"""The form of one public word on an incident: what, since when, and the text itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from incluinfo_desk.domain.announcement import Announcement
from incluinfo_desk.domain.figures import bare_figures
from incluinfo_desk.domain.incident import (
    Component,
    ComponentState,
    Incident,
    IncidentState,
)
from incluinfo_desk.domain.length import LIMIT, weighted_length
from incluinfo_desk.domain.problems import Problem, TooLong
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.editor.text_edit import ReplyEdit
from incluinfo_desk.ui.flow import FlowLayout
from incluinfo_desk.ui.incidents.image_row import ImageRow
from incluinfo_desk.ui.incidents.moments import aware, local, moment_edit, rounded
from incluinfo_desk.ui.incidents.picker import ComponentPicker
from incluinfo_desk.ui.incidents.post_preview import PostPreview
from incluinfo_desk.ui.incidents.presenter import Wanted
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.pills import Pills
from incluinfo_desk.ui.theme import look

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
        self._corrects: str | None = None
        self._own_text = False
        self._problems: Sequence[Problem] = ()
        self._parts = 1
        self._build()
        self.retranslate()

    # --- what the place says ---------------------------------------------------------------

    def show_components(self, components: Sequence[Component]) -> None:
        self._what.show_components(components)

    def open_new(self) -> None:
        """An empty form for an incident that nobody has told yet."""
        self._incident = None
        self._title.setText(self.tr("Abrir una incidencia"))
        self._corrects = None
        self._what.clear()
        now = datetime.now(UTC)
        self._since.setDateTime(local(now))
        self._impacts.choose(ComponentState.PARTIAL_OUTAGE)
        self._arrange()
        self._begin(now)
        self._what.search.setFocus()

    def open_proposed(
        self, components: Sequence[str], impact: ComponentState, started_at: datetime
    ) -> None:
        """A new incident as the mentions propose it; the cursor in its text, to be read."""
        self.open_new()
        self._since.setDateTime(local(started_at))
        self._impacts.choose(impact)
        self._arrange()
        self.choose(components)
        self._changed()
        self.text.setFocus()

    def open_update(self, incident: Incident, state: IncidentState | None = None) -> None:
        """The next word of ``incident``; ``state`` preselects where it goes."""
        self._open(incident, self.tr("Publicar una novedad"))
        # The same words twice are refused by X: what follows is the likelier choice.
        following = [each for each in self._states.buttons if each is not incident.state]
        chosen = state if state in self._states.buttons else next(iter(following), incident.state)
        self._states.choose(chosen)
        self._begin(datetime.now(UTC))
        self.text.setFocus()

    def open_erratum(self, incident: Incident, update_id: str) -> None:
        """The correction of something that we said; the state stays as it is."""
        self._open(incident, self.tr("Corregir lo publicado"), update_id)
        self._states.choose(incident.state)
        self._begin(datetime.now(UTC))
        if incident.next_update_at is not None:
            self._next.setDateTime(local(incident.next_update_at))
        self._promise.setChecked(incident.next_update_at is not None)
        self.text.setFocus()

    def _open(self, incident: Incident, title: str, corrects: str | None = None) -> None:
        self._incident, self._corrects = incident, corrects
        self._title.setText(title)
        self._since.setDateTime(local(incident.started_at))
        self._impacts.choose(incident.impact)
        self._arrange()

    def take_up(self, what: Announcement, incident: Incident | None, image: Path | None) -> None:
        """A text that came back, as it was when it was proposed."""
        if incident is None:
            self.open_new()
            self.choose(what.components)
            self._since.setDateTime(local(what.started_at))
            self._impacts.choose(what.impact)
            self._arrange()
            self._states.choose(what.state)
        else:
            self.open_update(incident, what.state)
            self._corrects = what.corrects
            self._since.setDateTime(local(what.started_at))
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
        self._what.choose(components)

    # --- what it holds ---------------------------------------------------------------------

    @property
    def incident(self) -> Incident | None:
        return self._incident

    @property
    def own_text(self) -> bool:
        """Whether the officer wrote anything of it."""
        return self._own_text

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
            if incident.state is IncidentState.SCHEDULED:
                started = aware(self._since)
        else:
            components, started = self._what.chosen(), aware(self._since)
        promised = self._promise.isChecked() and self._impact() is not ComponentState.MAINTENANCE
        return Wanted(
            components=components,
            impact=self._impact(),
            state=self._state(),
            started_at=started,
            next_update_at=aware(self._next) if promised else None,
            ends_at=aware(self._until) if self._impact() is ComponentState.MAINTENANCE else None,
            image=self.image,
            alt_text=self.alt_text,
            corrects=self._corrects,
        )

    @property
    def complete(self) -> bool:
        """Whether anything is named that could be broken."""
        return self._incident is not None or bool(self._what.chosen())

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
        self._what = ComponentPicker()
        self._what.changed.connect(self._changed)
        self._impacts: Pills[ComponentState] = Pills()
        self._impacts.chosen.connect(self._arrange_and_ask)
        self._states: Pills[IncidentState] = Pills()
        self._states.chosen.connect(self._changed)
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
        self._labels["what"].setBuddy(self._what.search)
        self._labels["since"].setBuddy(self._since)
        for name, field in (
            ("what", self._what),
            ("impact", self._impacts),
            ("since", self._since),
            ("until", self._until),
            ("state", self._states),
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
        self._hint = PlainLabel("", "meta").wrapped()
        self._hint.set_tone("warning")
        self._hint.hide()
        column.addWidget(self._hint)
        self.picture = ImageRow()
        self.picture.changed.connect(self.written.emit)
        column.addWidget(self.picture)
        self.preview = PostPreview()
        column.addWidget(self.preview)
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
        self._what.retranslate()
        self.preview.retranslate()
        self._since.setAccessibleName(texts["since"])
        self._until.setAccessibleName(texts["until"])
        self._next.setAccessibleName(texts["next"])
        self._promise.setText(self.tr("Prometer otro aviso antes de"))
        self.text.setAccessibleName(texts["text"])
        self.picture.retranslate()
        self._cancel.setText(self.tr("Cancelar"))
        self._publish.setText(self.tr("Publicar"))
        self._impacts.offer(
            {each: wording.sentence_case(wording.component_state(each)) for each in _IMPACTS}
        )
        self._states.offer({each: wording.incident_state(each) for each in self._states.buttons})
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
        told_again = self._corrects is not None
        movable = self._incident is not None and self._incident.state is IncidentState.SCHEDULED
        for name, field, shown in (
            ("what", self._what, new),
            ("impact", self._impacts, new),
            ("since", self._since, new or movable),
            ("until", self._until, planned and not told_again),
            ("next", self._promised, not planned and not told_again),
            ("state", self._states, not told_again),
        ):
            self._labels[name].setVisible(shown)
            field.setVisible(shown)
        states: Sequence[IncidentState]
        if self._incident is not None:
            now = self._incident.state
            stays = self._incident.open or told_again
            states = ([now] if stays else []) + list(self._incident.next_states())
        elif planned:
            states = (IncidentState.SCHEDULED, IncidentState.IN_PROGRESS)
        else:
            states = (
                IncidentState.INVESTIGATING,
                IncidentState.IDENTIFIED,
                IncidentState.WATCHING,
            )
        self._states.offer({each: wording.incident_state(each) for each in states})

    def _impact(self) -> ComponentState:
        return self._impacts.value(ComponentState.PARTIAL_OUTAGE)

    def _state(self) -> IncidentState:
        return self._states.value(IncidentState.INVESTIGATING)

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
        self._show_hint()
        self.preview.show_post(self.text.text, self._parts, self.image is not None, self.alt_text)

    def _show_hint(self) -> None:
        """A figure without source or time: worth a look, never in the way."""
        bare = bare_figures(self.text.text)
        if bare is not None:
            words = self.tr("Cifra sin fuente ni fecha: {cifras}")
            if not bare.source_missing:
                words = self.tr("Cifra sin fecha: {cifras}")
            elif not bare.time_missing:
                words = self.tr("Cifra sin fuente: {cifras}")
            self._hint.setText(words.replace("{cifras}", wording.listed(bare.figures)))
        self._hint.setVisible(bare is not None)

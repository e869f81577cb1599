"""One section of Ajustes: a card with fields, each stored as soon as it is changed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from incluinfo_desk.settings import Settings
from incluinfo_desk.ui.form_field import FormField
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.widgets import Card

_WIDE, _NARROW = 520, 220


class Section(Card):
    """Base of the sections. ``fields`` are by the names of :class:`Settings`."""

    changed = Signal(str, object)
    """A field of the settings and its new value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        px = look().px
        self.body.setContentsMargins(px(16), px(14), px(16), px(16))
        self.body.setSpacing(px(14))
        self.title = PlainLabel("", "heading").wrapped()
        self.title.set_tone("accent")
        self.body.addWidget(self.title)
        self.fields: dict[str, FormField] = {}
        self._loading = False
        self._widest: list[tuple[QWidget, int]] = []

    def show_settings(self, settings: Settings) -> None:
        """Put the settings into the fields; nobody changed them, so nothing is stored."""
        self._loading = True
        self.load(settings)
        self._loading = False

    def load(self, settings: Settings) -> None:
        """Fill the fields of this section."""

    def retranslate(self) -> None:
        """Say everything again, in the language in force."""

    def wrong(self, name: str) -> str:
        """Why the field's value cannot be stored."""
        return self.tr("Este valor no es posible.")

    def tell(self, name: str, value: object) -> None:
        """Have ``value`` stored, unless it is only being shown."""
        if not self._loading:
            self.changed.emit(name, value)

    # --- fields -----------------------------------------------------------------------------

    def add_line(self, name: str, longest: int = 200) -> QLineEdit:
        edit = QLineEdit()
        edit.setMaxLength(longest)
        edit.editingFinished.connect(lambda: self.tell(name, edit.text().strip()))
        self._limit(edit, _WIDE)
        self._add(name, FormField(edit))
        return edit

    def add_figure(self, name: str, least: int, most: int, step: int = 1) -> QSpinBox:
        box = QSpinBox()
        box.setRange(least, most)
        box.setSingleStep(step)
        box.setKeyboardTracking(False)  # "120" is not 1, then 12, then 120
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.installEventFilter(self)
        box.valueChanged.connect(lambda value: self.tell(name, value))
        self._limit(box, _NARROW)
        self._add(name, FormField(box))
        return box

    def add_choice(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.installEventFilter(self)
        box.currentIndexChanged.connect(lambda: self.tell(name, box.currentData()))
        self._limit(box, _NARROW)
        self._add(name, FormField(box))
        return box

    def fill(self, box: QComboBox, choices: Iterable[tuple[str, str]]) -> None:
        """Words and value of each choice, in the language in force; what is chosen stays."""
        before, self._loading = self._loading, True
        chosen = box.currentData()
        box.clear()
        for words, value in choices:
            box.addItem(words, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        self._loading = before

    def add_switch(self, name: str) -> QCheckBox:
        box = QCheckBox()
        box.toggled.connect(lambda on: self.tell(name, on))
        self._add(name, FormField(box))
        return box

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls the page; it never changes a field that is only passed over."""
        passing = isinstance(watched, QWidget) and not watched.hasFocus()
        if passing and event.type() is QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _add(self, name: str, field: FormField) -> None:
        self.fields[name] = field
        self.body.addWidget(field)

    def _limit(self, editor: QWidget, widest: int) -> None:
        editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._widest.append((editor, widest))

    def fit(self) -> None:
        """Take the sizes of the look in force."""
        for editor, widest in self._widest:
            editor.setMaximumWidth(look().px(widest))
            if isinstance(editor, QAbstractSpinBox):
                indent(editor)


def indent(box: QAbstractSpinBox) -> None:
    """Set the figure off from the edge; the style sheet does not reach that far in."""
    box.lineEdit().setTextMargins(look().px(7), 0, 0, 0)

"""The keys of every action: see them, change them, have ours back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QKeySequenceEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from incluinfo_desk.settings import Settings
from incluinfo_desk.ui import places
from incluinfo_desk.ui.actions import Actions
from incluinfo_desk.ui.buttons import Button, key_text
from incluinfo_desk.ui.flow import FlowLayout
from incluinfo_desk.ui.form_field import FormField
from incluinfo_desk.ui.messages import tell
from incluinfo_desk.ui.settings.section import Section
from incluinfo_desk.ui.theme import look

_HIGH = 320


class KeysSection(Section):
    key_wanted = Signal(str, object)
    """An action and its new keys: "" for none, None for ours."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self._own: dict[str, str] = {}
        self._single = self.add_switch("single_keys")
        self.table = QTableWidget(0, 3)
        self.table.setObjectName("keys")
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.currentCellChanged.connect(lambda *_: self._show_chosen())
        self.table.cellActivated.connect(self._go_to_edit)
        self.body.addWidget(self.table)
        self.edit = QKeySequenceEdit()
        self.edit.setMaximumSequenceLength(1)
        self.edit.setFinishingKeyCombinations([])
        self.edit.editingFinished.connect(self._take)
        self._limit(self.edit, 320)
        self._field = FormField(self.edit)
        self.body.addWidget(self._field)
        buttons = QWidget()
        row = FlowLayout(look().px(8), buttons)
        self._none = Button("", "", on_click=lambda: self._want(""))
        self._ours = Button("", "", on_click=lambda: self._want(None))
        self._all = Button("", "", on_click=self._ask_all)
        for button in (self._none, self._ours, self._all):
            row.addWidget(button)
        self.body.addWidget(buttons)

    def load(self, settings: Settings) -> None:
        self._own = dict(settings.shortcuts)
        self._single.setChecked(settings.single_keys)
        self._fill()

    def retranslate(self) -> None:
        self.title.setText(self.tr("Teclas"))
        self.fields["single_keys"].say(
            self.tr("Usar teclas de una sola letra"),
            self.tr(
                "No actúan mientras escribe. Quítelas si dicta por voz o las pulsa sin querer."
            ),
        )
        self.table.setAccessibleName(self.tr("Acciones y sus teclas"))
        self.table.setHorizontalHeaderLabels(
            [self.tr("Acción"), self.tr("Dónde"), self.tr("Tecla")]
        )
        self._none.setText(self.tr("Quitar la tecla"))
        self._ours.setText(self.tr("Volver a la de origen"))
        self._all.setText(self.tr("Restaurar todas…"))
        self._fill()

    def wanted(self, action: str, keys: str) -> bool:
        """Ask for ``keys`` for ``action``; False, told in words, when another has them."""
        self._field.complain("")
        others = [
            pair[0] if pair[1] == action else pair[1]
            for pair in self._actions.clashes({**self._own, action: keys})
            if action in pair
        ]
        if keys and others:
            spec = next(each for each in self._actions.specs() if each.id == others[0])
            words = self.tr("{tecla} ya sirve para «{accion}». Elija otra, o quítela allí primero.")
            self._field.complain(
                words.replace("{tecla}", key_text(keys)).replace("{accion}", spec.text)
            )
            return False
        self.key_wanted.emit(action, keys)
        return True

    # --- inside ----------------------------------------------------------------------------

    @property
    def _chosen(self) -> str:
        item = self.table.item(self.table.currentRow(), 0)
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def _keys(self, action: str) -> str:
        spec = next(each for each in self._actions.specs() if each.id == action)
        return self._own.get(action, spec.keys)

    def _fill(self) -> None:
        """Rows stay where they are, so that the one being changed is still chosen."""
        specs = self._actions.specs()
        if self.table.rowCount() != len(specs):
            self.table.setRowCount(len(specs))
            for row in range(len(specs)):
                for column in range(3):
                    self.table.setItem(row, column, QTableWidgetItem())
        for row, spec in enumerate(specs):
            where = places.title(spec.place) if spec.place else self.tr("En todas partes")
            keys = self._own.get(spec.id, spec.keys)
            shown = key_text(keys) or self.tr("ninguna")
            if spec.id in self._own:
                shown += " " + self.tr("(propia)")
            for column, words in enumerate((spec.text, where, shown)):
                item = self.table.item(row, column)
                if item is not None:
                    item.setText(words)
                    item.setData(Qt.ItemDataRole.UserRole, spec.id)
        if self.table.currentRow() < 0 and specs:
            self.table.setCurrentCell(0, 0)
        self._show_chosen()

    def _show_chosen(self) -> None:
        action = self._chosen
        if not action:
            return
        self._field.complain("")
        spec = next(each for each in self._actions.specs() if each.id == action)
        self._field.say(
            self.tr("Tecla para «{accion}»").replace("{accion}", spec.text),
            self.tr("Pulse aquí la tecla o la combinación nueva."),
        )
        self.edit.setKeySequence(QKeySequence(self._keys(action)))
        self._none.setEnabled(bool(self._keys(action)))
        self._ours.setEnabled(action in self._own)
        self._all.setEnabled(bool(self._own))

    def _go_to_edit(self) -> None:
        self.edit.setFocus(Qt.FocusReason.TabFocusReason)

    def _take(self) -> None:
        keys = self.edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        action = self._chosen
        if action and keys and keys != self._keys(action):
            self.wanted(action, keys)

    def _want(self, keys: str | None) -> None:
        action = self._chosen
        if not action:
            return
        spec = next(each for each in self._actions.specs() if each.id == action)
        if keys is None and spec.keys and not self.wanted(action, spec.keys):
            return
        self.key_wanted.emit(action, keys)

    def _ask_all(self) -> None:
        tell(
            self,
            self.tr("¿Volver a las teclas de origen?"),
            self.tr("Se pierden las %Ln que ha cambiado.", "", len(self._own)),
            choices=(self.tr("Cancelar"), self.tr("Restaurar")),
            then=lambda choice: self.tell("shortcuts", {}) if choice == 1 else None,
        )

    def fit(self) -> None:
        super().fit()
        self.table.setFixedHeight(look().px(_HIGH))
        self.table.verticalHeader().setDefaultSectionSize(look().px(28))

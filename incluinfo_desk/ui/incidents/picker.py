"""What fails: the services and offices, found by typing, ticked by the keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from incluinfo_desk.domain.incident import Component
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.wording import sentence_case


class ComponentPicker(QWidget):
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self._list = QListWidget()
        self._list.setObjectName("framed")
        self._list.setMinimumHeight(px(132))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setMaximumHeight(px(176))
        self._list.itemChanged.connect(lambda _: self.changed.emit())
        column.addWidget(self.search)
        column.addWidget(self._list)
        self._awaited: frozenset[str] = frozenset()
        """To be ticked as soon as they are known."""

    def show_components(self, components: Sequence[Component]) -> None:
        """Those that exist; what is ticked stays so."""
        chosen = set(self.chosen()) | self._awaited
        self._list.clear()
        for each in components:
            if each.retired and each.id not in chosen:
                continue
            item = QListWidgetItem(sentence_case(each.name))
            item.setData(Qt.ItemDataRole.UserRole, each.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(
                Qt.CheckState.Checked if each.id in chosen else Qt.CheckState.Unchecked
            )
            self._list.addItem(item)
        self._narrow(self.search.text())
        if self._awaited and self._list.count():
            self._awaited = frozenset()
            self.changed.emit()

    def clear(self) -> None:
        self._awaited = frozenset()
        for item in self._items():
            item.setCheckState(Qt.CheckState.Unchecked)
        self.search.clear()

    def choose(self, components: Sequence[str]) -> None:
        """Tick these too, now or when they are known."""
        if not self._list.count():
            self._awaited |= set(components)
        for item in self._items():
            if item.data(Qt.ItemDataRole.UserRole) in components:
                item.setCheckState(Qt.CheckState.Checked)

    def chosen(self) -> tuple[str, ...]:
        return tuple(
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in self._items()
            if item.checkState() is Qt.CheckState.Checked
        )

    def retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("Buscar un servicio u oficina"))
        self.search.setAccessibleName(self.tr("Buscar un servicio u oficina"))
        self._list.setAccessibleName(self.tr("Servicios y oficinas afectados"))

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(row) for row in range(self._list.count())]

    def _narrow(self, text: str) -> None:
        wanted = text.strip().casefold()
        for item in self._items():
            item.setHidden(
                bool(wanted)
                and wanted not in item.text().casefold()
                and item.checkState() is not Qt.CheckState.Checked
            )

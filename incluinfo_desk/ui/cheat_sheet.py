"""F1: every key in force, by menu, always true because it is read from the registry."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from incluinfo_desk.ui.action_list import Menu, menu_title
from incluinfo_desk.ui.actions import Actions
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.labels import KeyBadge, PlainLabel
from incluinfo_desk.ui.theme import look


class CheatSheet(QDialog):
    """Actions that have a key, in the order of the menus."""

    def __init__(self, parent: QWidget, actions: Actions) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Teclas"))
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(16))
        column.setSpacing(px(12))
        column.addWidget(
            PlainLabel(
                self.tr(
                    "Las teclas de una letra no actúan mientras escribe. Puede cambiarlas o "
                    "quitarlas en Ajustes.",
                ),
                "muted",
            ).wrapped(),
        )
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(self.windowTitle())
        sheet = QWidget()
        sheet.setProperty("plain", True)
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, px(12), 0)
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(4))
        half = self._fill(grid, actions)
        grid.setColumnStretch(0, 1)
        if grid.columnCount() > 2:
            grid.setColumnStretch(3, 1)
            grid.setColumnMinimumWidth(2, px(24))
        grid.setRowStretch(half, 1)
        area.setWidget(sheet)
        column.addWidget(area, 1)
        close = Button(self.tr("Cerrar"), on_click=self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(look().room(self, 820, 760))

    def _fill(self, grid: QGridLayout, actions: Actions) -> int:
        """Two columns, one on a small screen; returns the number of rows used."""
        groups = []
        for menu in Menu:
            specs = [s for s in actions.specs() if s.menu is menu and actions.keys(s.id)]
            if specs:
                groups.append((menu_title(menu).replace("&", ""), specs))
        total = sum(len(specs) + 2 for _, specs in groups)
        wide = look().room(self, 820, 760).width() >= look().px(700)
        row, left, most = 0, 0, 0
        for title, specs in groups:
            if wide and left == 0 and row + len(specs) / 2 > total / 2:
                row, left = 0, 3
            grid.addWidget(PlainLabel(title, "heading"), row, left, 1, 2)
            for each in specs:
                row += 1
                grid.addWidget(PlainLabel(each.text).wrapped(), row, left)
                badge = KeyBadge(actions.keys(each.id))
                grid.addWidget(badge, row, left + 1, Qt.AlignmentFlag.AlignRight)
            row += 2
            grid.setRowMinimumHeight(row - 1, look().px(8))
            most = max(most, row)
        return most

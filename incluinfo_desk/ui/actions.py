"""Everything an officer can do, once: menus, keys, palette and cheat sheet are made of it.

A place binds what it offers (:meth:`Actions.bind`); an action whose place was not opened
yet opens it first. Single keys (WCAG 2.1.4) can be remapped or switched off, and never act
while someone types: Qt's text fields claim printable keys before shortcuts see them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from incluinfo_desk.ui.action_list import Menu, Spec, is_single, known_actions, menu_title


class Actions(QObject):
    """The registry; one per window."""

    changed = Signal()
    """Texts, keys or what is possible changed: menus and badges look again."""

    def __init__(self, window: QWidget, open_place: Callable[[str], object]) -> None:
        super().__init__(window)
        self._window = window
        self._open_place = open_place
        self._specs: dict[str, Spec] = {}
        self._actions: dict[str, QAction] = {}
        self._handlers: dict[str, Callable[[], object]] = {}
        self._own_keys: Mapping[str, str] = {}
        self._single_keys = True
        self._place = ""
        for spec in known_actions():
            self.add(spec)

    def add(self, spec: Spec) -> QAction:
        """Make one more action known; the menus show it from their next opening on."""
        self._specs[spec.id] = spec
        action = self._actions.get(spec.id)
        if action is None:
            action = QAction(self._window)
            action.triggered.connect(lambda _=False, key=spec.id: self.trigger(key))
            self._actions[spec.id] = action
            self._window.addAction(action)
        action.setText(spec.text)
        self._give_key(spec)
        return action

    def bind(self, action_id: str, handler: Callable[[], object]) -> None:
        """From now on ``handler`` does it."""
        self._handlers[action_id] = handler

    def set_enabled(self, action_id: str, enabled: bool, why: str = "") -> None:
        """Whether it can be done now, and in words why not."""
        action = self._actions[action_id]
        if action.isEnabled() != enabled or action.statusTip() != why:
            action.setEnabled(enabled)
            action.setStatusTip(why)

    def trigger(self, action_id: str) -> bool:
        """Do it; False when nobody offers it or it is not possible now."""
        spec = self._specs[action_id]
        if spec.place is not None and spec.place != self._place:
            self._open_place(spec.place)
        handler = self._handlers.get(action_id)
        if handler is None or not self._actions[action_id].isEnabled():
            return False
        handler()
        return True

    def action(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def specs(self) -> tuple[Spec, ...]:
        return tuple(self._specs.values())

    def keys(self, action_id: str) -> str:
        """The keys in force, "" for none; for badges."""
        spec = self._specs[action_id]
        keys = self._own_keys.get(action_id, spec.keys)
        return "" if is_single(keys) and not self._single_keys else keys

    def use(self, own_keys: Mapping[str, str], single_keys: bool) -> None:
        """Take the officer's keys from the settings."""
        self._own_keys, self._single_keys = dict(own_keys), single_keys
        for spec in self._specs.values():
            self._give_key(spec)
        self.changed.emit()

    def set_place(self, place: str) -> None:
        """Only keys of ``place`` and those that hold everywhere act from now on."""
        if place != self._place:
            self._place = place
            for spec in self._specs.values():
                self._give_key(spec)

    def clashes(self, own_keys: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
        """Pairs of actions that the same keys would call at the same place."""
        taken: dict[tuple[str, str | None], str] = {}
        pairs: list[tuple[str, str]] = []
        for spec in self._specs.values():
            keys = own_keys.get(spec.id, spec.keys)
            if not keys:
                continue
            for (other_keys, place), other in taken.items():
                same_place = spec.place is None or place is None or spec.place == place
                if other_keys == keys and same_place:
                    pairs.append((other, spec.id))
            taken[keys, spec.place] = spec.id
        return tuple(pairs)

    def retranslate(self) -> None:
        """Take the texts again, in the language in force."""
        for spec in known_actions():
            self.add(spec)
        self.changed.emit()

    def fill(self, bar: QMenuBar) -> None:
        """Menus of ``bar``, filled anew each time one opens."""
        bar.clear()
        for each in Menu:
            menu = bar.addMenu(menu_title(each))
            fill = partial(self._fill_menu, menu, each)
            menu.aboutToShow.connect(fill)
            # The first frame shows titles only; macOS wants its menus filled before that.
            QTimer.singleShot(0, menu, fill)

    def _fill_menu(self, menu: QMenu, which: Menu) -> None:
        menu.clear()
        group = 0
        for spec in self._specs.values():
            if spec.menu is not which:
                continue
            if spec.group != group:
                menu.addSeparator()
                group = spec.group
            menu.addAction(self._actions[spec.id])

    def _give_key(self, spec: Spec) -> None:
        action = self._actions[spec.id]
        here = spec.place is None or spec.place == self._place
        keys = self.keys(spec.id) if here else ""
        wanted = QKeySequence(keys)
        if action.shortcut() != wanted:
            action.setShortcut(wanted)

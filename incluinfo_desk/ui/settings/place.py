"""Ajustes as a place of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from incluinfo_desk.ui.settings.pane import SettingsPane
from incluinfo_desk.ui.settings.presenter import SettingsPresenter

if TYPE_CHECKING:
    from incluinfo_desk.operations.desk import Desk
    from incluinfo_desk.ui.window import Window


class SettingsPlace(SettingsPane):
    def __init__(self, window: Window, desk: Desk) -> None:
        super().__init__(window.actions_, desk.data_dir)
        self.presenter = SettingsPresenter(desk, self)
        self.problem_raised.connect(window.say_problem)
        bind = window.actions_.bind
        bind("account.sign_in", self.presenter.sign_in)
        bind("account.sign_out", self.account.ask_sign_out)
        self.presenter.start()

    def arrive(self) -> None:
        QTimer.singleShot(0, self, self.setFocus)  # once laid out: the list may be hidden
        if self.presenter is not None:
            self.presenter.refresh_spent()


def make(window: Window, desk: Desk) -> QWidget:
    return SettingsPlace(window, desk)

"""Ajustes on one page, with its sections listed beside it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from incluinfo_desk.domain.learning import Learnt
from incluinfo_desk.domain.problems import Problem
from incluinfo_desk.settings import Settings
from incluinfo_desk.ui.actions import Actions
from incluinfo_desk.ui.form_field import Sheet
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.messages import tell
from incluinfo_desk.ui.settings.account_section import AccountSection
from incluinfo_desk.ui.settings.keys_section import KeysSection
from incluinfo_desk.ui.settings.learning_section import LearningSection
from incluinfo_desk.ui.settings.presenter import AccountState, SettingsPresenter
from incluinfo_desk.ui.settings.section import Section
from incluinfo_desk.ui.settings.sections import (
    DataSection,
    DeskSection,
    LookSection,
    PersonSection,
    SpendSection,
)
from incluinfo_desk.ui.theme import look

_WIDEST = 760
_LIST = 200
_ROOM = 760
"""Below this width, as drawn, the list of sections gives way."""


class SettingsPane(QWidget):
    """Implements :class:`~incluinfo_desk.ui.settings.presenter.SettingsView`."""

    problem_raised = Signal(object)

    def __init__(self, actions: Actions, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter: SettingsPresenter | None = None
        self.account = AccountSection()
        self.keys = KeysSection(actions)
        self.spend = SpendSection()
        self.learning = LearningSection()
        self.sections: tuple[Section, ...] = (
            self.account,
            PersonSection(),
            DeskSection(),
            LookSection(),
            self.keys,
            self.spend,
            self.learning,
            DataSection(folder),
        )
        self._build()
        self._connect()
        self.retranslate()

    # --- what the presenter says -----------------------------------------------------------

    def show_settings(self, settings: Settings) -> None:
        for section in self.sections:
            section.show_settings(settings)

    def show_account(self, state: AccountState) -> None:
        self.account.show_account(state)

    def show_spent(self, spent: Decimal) -> None:
        self.spend.show_spent(spent)

    def show_learnt(self, learnt: Learnt) -> None:
        self.learning.show_learnt(learnt)

    def complain(self, name: str) -> None:
        for section in self.sections:
            if name in section.fields:
                section.fields[name].complain(section.wrong(name))

    def accept(self, name: str) -> None:
        for section in self.sections:
            if name in section.fields:
                section.fields[name].complain("")

    def say_problem(self, problem: Problem) -> None:
        self.problem_raised.emit(problem)

    # --- what others ask of it -----------------------------------------------------------------

    def show_section(self, section: Section) -> None:
        """Bring a section to the top of the page."""
        top = section.mapTo(self._sheet, section.rect().topLeft()).y()
        self._area.verticalScrollBar().setValue(max(0, top - look().px(12)))

    def retranslate(self) -> None:
        self._title.setText(self.tr("Ajustes"))
        self._list.setAccessibleName(self.tr("Secciones de los ajustes"))
        self._area.setAccessibleName(self.tr("Ajustes"))
        for place, section in enumerate(self.sections):
            section.retranslate()
            section.setAccessibleName(section.title.text())
            item = self._list.item(place)
            if item is not None:
                item.setText(section.title.text())
        if self.presenter is not None:
            self.show_settings(self.presenter.settings)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setVisible(event.size().width() >= look().px(_ROOM))

    # --- inside ----------------------------------------------------------------------------

    def _build(self) -> None:
        px = look().px
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(px(16), px(14), px(8), px(8))
        side.setSpacing(px(8))
        self._title = PlainLabel("", "title")
        side.addWidget(self._title)
        self._list = QListWidget()
        self._list.setObjectName("sections")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.addItems([""] * len(self.sections))
        self._list.setCurrentRow(0)
        side.addWidget(self._list, 1)
        row.addWidget(self._side)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sheet = Sheet()
        outer = QHBoxLayout(self._sheet)
        outer.setContentsMargins(px(16), px(16), px(24), px(24))
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        for section in self.sections:
            column.addWidget(section)
        column.addStretch()
        outer.addWidget(self._inside, 100)
        outer.addStretch(1)
        self._area.setWidget(self._sheet)
        row.addWidget(self._area, 1)
        self._resize()
        look().changed.connect(self._resize)
        self.setFocusProxy(self._list)

    def _connect(self) -> None:
        self._list.currentRowChanged.connect(
            lambda place: self.show_section(self.sections[place]) if place >= 0 else None
        )
        self._list.itemActivated.connect(lambda _: self._enter())
        self._list.itemClicked.connect(
            lambda item: self.show_section(self.sections[self._list.row(item)])
        )
        for section in self.sections:
            section.changed.connect(self._change)
        self.account.sign_in_wanted.connect(lambda: self._with(SettingsPresenter.sign_in))
        self.account.cancel_wanted.connect(lambda: self._with(SettingsPresenter.cancel_sign_in))
        self.account.sign_out_wanted.connect(lambda: self._with(SettingsPresenter.sign_out))
        self.learning.forget_wanted.connect(self._forget_learnt)
        self.keys.key_wanted.connect(self._set_key)
        self.spend.priced.connect(self._set_price)

    def _enter(self) -> None:
        """From the list into the first field of its section."""
        fields = self.sections[self._list.currentRow()].fields
        if fields:
            next(iter(fields.values())).editor.setFocus(Qt.FocusReason.TabFocusReason)

    def _with(self, work: Callable[[SettingsPresenter], object]) -> None:
        if self.presenter is not None:
            work(self.presenter)

    def _change(self, name: str, value: object) -> None:
        if self.presenter is not None:
            self.presenter.change(name, value)

    def _set_key(self, action: str, keys: str | None) -> None:
        if self.presenter is not None:
            self.presenter.set_shortcut(action, keys)

    def _set_price(self, name: str, price: Decimal) -> None:
        if self.presenter is not None:
            self.presenter.set_price(name, price)

    def _forget_learnt(self) -> None:
        """Nothing brings it back, so it is asked for twice."""
        tell(
            self,
            self.tr("¿Olvidar todo lo aprendido?"),
            self.tr("Las sugerencias vuelven a ser las de la FAQ sola. No se puede deshacer."),
            choices=(self.tr("Cancelar"), self.tr("Olvidar")),
            then=lambda choice: (
                self._with(SettingsPresenter.forget_learnt) if choice == 1 else None
            ),
        )

    def _resize(self) -> None:
        self._side.setFixedWidth(look().px(_LIST))
        self._inside.setMaximumWidth(look().px(_WIDEST))
        for section in self.sections:
            section.fit()
        for place in range(self._list.count()):
            self._list.item(place).setSizeHint(QSize(0, look().px(34)))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(420), look().px(320))

"""Shared blocks: the list with how many answers say each, its text, and the way into a reply."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from incluinfo_desk.domain.blocks import LONGEST_NAME, called
from incluinfo_desk.domain.length import LIMIT, weighted_length
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.domain.problems import Problem
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.faq.blocks_presenter import BlocksPresenter
from incluinfo_desk.ui.flow import FlowLayout
from incluinfo_desk.ui.form_field import FormField
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.messages import MessageBar, tell
from incluinfo_desk.ui.theme import look

if TYPE_CHECKING:
    from incluinfo_desk.operations.desk import Desk
    from incluinfo_desk.operations.edit_blocks import Block, Effect


class BlocksDialog(QDialog):
    """Does not block. Implements :class:`~.blocks_presenter.BlocksView`."""

    insert_wanted = Signal(str)
    """``{{name}}`` for the reply of the entry that is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter: BlocksPresenter | None = None
        self._blocks: dict[str, Block] = {}
        self._old: str | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Bloques compartidos"))
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(16))
        column.setSpacing(px(12))
        self._message = MessageBar()
        column.addWidget(self._message)
        words = self.tr(
            "Un bloque es un texto que dicen muchas respuestas. En ellas se escribe {{plazo-imv}}; "
            "al cambiarlo aquí cambia en todas."
        )
        column.addWidget(PlainLabel(words, "muted").wrapped())
        halves = QHBoxLayout()
        halves.setSpacing(px(16))
        column.addLayout(halves, 1)
        self.list = QListWidget()
        self.list.setObjectName("framed")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Bloques"))
        self.list.currentItemChanged.connect(lambda *_: self._show())
        halves.addWidget(self.list, 2)
        right = QVBoxLayout()
        right.setSpacing(px(12))
        halves.addLayout(right, 3)
        self.name, self.text = QLineEdit(), QPlainTextEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._count)
        self._name_field, self._text_field = FormField(self.name), FormField(self.text)
        self._name_field.say(self.tr("Nombre"), self.tr("Letras, cifras y guiones: plazo-imv"))
        self._text_field.say(self.tr("Texto"))
        self._counter = PlainLabel("", "meta")
        right.addWidget(self._name_field)
        right.addWidget(self._text_field, 1)
        right.addWidget(self._counter)
        foot = FlowLayout(px(8), right=True)
        self._insert = Button(self.tr("Insertar en la respuesta"), on_click=self._put)
        self._remove = Button(self.tr("Quitar"), on_click=self._take_away)
        self._new = Button(self.tr("Nuevo"), on_click=self.start_new)
        self._save = Button(self.tr("Guardar"), "primary", "Ctrl+S", self._keep)
        close = Button(self.tr("Cerrar"), on_click=self.close)
        for button in (self._new, self._remove, self._insert, self._save, close):
            foot.addWidget(button)
        column.addLayout(foot)
        self._save.setShortcut("Ctrl+S")
        self.resize(look().room(self, 820, 480))
        self.start_new()

    # --- what the presenter says -----------------------------------------------------------

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        self._blocks = {block.name: block for block in blocks}
        chosen = self._old
        self.list.blockSignals(True)
        self.list.clear()
        for block in blocks:
            used = self.tr("en %Ln respuesta(s)", "", block.used)
            item = QListWidgetItem(f"{block.name} · {used}")
            item.setData(Qt.ItemDataRole.UserRole, block.name)
            item.setToolTip(displayable(block.text))
            self.list.addItem(item)
            if block.name == chosen:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self._enable()

    def ask_save(self, old: str | None, name: str, text: str, effect: Effect) -> None:
        if self.presenter is None:
            return
        presenter = self.presenter
        detail = [self.tr("De %Ln responde alguien.", "", effect.verified)]
        if effect.broken:
            detail.append(
                self.tr(
                    "%Ln pasará(n) a revisión: con el texto nuevo no cumple(n).", "", effect.broken
                )
            )
        choices = [self.tr("Cancelar"), self.tr("Guardar y pasarlas a revisión")]
        if presenter.signs:
            choices.append(self.tr("Guardar y verificarlas"))
        tell(
            self,
            self.tr("Cambia %Ln respuesta(s).", "", effect.used),
            " ".join(detail),
            choices=tuple(choices),
            then=lambda choice: (
                presenter.save(old, name, text, verify=choice == 2) if choice > 0 else None
            ),
        )

    def show_saved(self, name: str) -> None:
        self._old = name
        self.show_blocks(tuple(self._blocks.values()))
        self._message.say(self.tr("Bloque guardado."), "ok")

    def show_removed(self) -> None:
        self.start_new()

    def say_problem(self, problem: Problem) -> None:
        self._message.say(wording.say(problem).sentence, "danger")

    # --- what the officer does -------------------------------------------------------------

    def start_new(self) -> None:
        self._old = None
        self.list.setCurrentRow(-1)
        self.name.clear()
        self.text.clear()
        self._enable()
        self.name.setFocus()

    def _show(self) -> None:
        item = self.list.currentItem()
        block = self._blocks.get(item.data(Qt.ItemDataRole.UserRole)) if item else None
        if block is not None:
            self._old = block.name
            self.name.setText(block.name)
            self.text.setPlainText(block.text)
        self._enable()

    def _keep(self) -> None:
        if self.presenter is not None:
            self._message.hide()
            name, text = self.name.text().strip(), self.text.toPlainText().strip()
            self.presenter.look(self._old, name, text)

    def _take_away(self) -> None:
        if self.presenter is not None and self._old is not None:
            self.presenter.remove(self._old)

    def _put(self) -> None:
        if self._old is not None:
            self.insert_wanted.emit(called(self._old))

    def _count(self) -> None:
        self._counter.setText(f"{weighted_length(self.text.toPlainText())} / {LIMIT}")

    def _enable(self) -> None:
        self._count()
        for button in (self._insert, self._remove):
            button.setEnabled(self._old is not None)


def open_blocks(parent: QWidget, desk: Desk) -> BlocksDialog:
    """The window, filled while it is open."""
    dialog = BlocksDialog(parent)
    presenter = BlocksPresenter(desk, dialog)
    dialog.presenter = presenter
    dialog.finished.connect(lambda _: presenter.end())
    presenter.start()
    dialog.open()
    return dialog

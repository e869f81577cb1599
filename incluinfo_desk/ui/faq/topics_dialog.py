"""The channel's topics: names, who is competent, what stands for them, merged and retired."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from incluinfo_desk.domain.gaps import TopicCoverage
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.domain.problems import Problem, TopicFlaw, TopicRefused
from incluinfo_desk.domain.topics import LONGEST, Topic, Topics
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.faq.redirects_page import RedirectsPage
from incluinfo_desk.ui.faq.redirects_presenter import RedirectsPresenter
from incluinfo_desk.ui.faq.topics_presenter import TopicsPresenter, verified
from incluinfo_desk.ui.flow import FlowLayout
from incluinfo_desk.ui.form_field import FormField
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.messages import MessageBar
from incluinfo_desk.ui.theme import look

if TYPE_CHECKING:
    from incluinfo_desk.operations.desk import Desk

_KEY = Qt.ItemDataRole.UserRole


class TopicsDialog(QDialog):
    """Does not block. Implements :class:`~.topics_presenter.TopicsView`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter: TopicsPresenter | None = None
        self._topics = Topics(())
        self._counts: Mapping[str, TopicCoverage] = {}
        self._key = ""
        """The topic in the fields; empty for a new one."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Temas del canal"))
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(16))
        column.setSpacing(px(12))
        self._message = MessageBar()
        column.addWidget(self._message)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(self.windowTitle())
        self.redirects = RedirectsPage()
        self.redirects.said.connect(lambda words, tone: self._message.say(words, tone))
        self.tabs.addTab(self._build_page(), self.tr("Temas"))
        self.tabs.addTab(self.redirects, self.tr("Lo llevan otros"))
        column.addWidget(self.tabs, 1)
        close = Button(self.tr("Cerrar"), on_click=self.close)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(look().room(self, 940, 600))

    def _build_page(self) -> QWidget:
        px = look().px
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, px(12), 0, 0)
        column.setSpacing(px(12))
        column.addWidget(
            PlainLabel(
                self.tr(
                    "Al unir dos temas, las fichas, las menciones y sus cuentas pasan a contar "
                    "juntas; nada se reescribe, y separarlos lo deja como estaba."
                ),
                "muted",
            ).wrapped()
        )
        halves = QHBoxLayout()
        halves.setSpacing(px(24))
        column.addLayout(halves, 1)
        self.tree = self._build_tree()
        halves.addWidget(self.tree, 8)
        halves.addLayout(self._build_fields(), 4)
        column.addLayout(self._build_foot())
        return page

    # --- what the presenter says -----------------------------------------------------------

    def show_topics(
        self, topics: Topics, counts: Mapping[str, TopicCoverage], *, can_undo: bool
    ) -> None:
        self._topics, self._counts = topics, counts
        self.tree.blockSignals(True)
        self.tree.clear()
        for topic in topics.shown:
            item = self._item(topic)
            self.tree.addTopLevelItem(item)
            for key in sorted(topics.family(topic.key) - {topic.key}):
                merged = next((each for each in topics.all if each.key == key), None)
                if merged is not None:
                    item.addChild(self._merged_item(merged))
            item.setExpanded(True)
        self.tree.blockSignals(False)
        self._undo.setEnabled(can_undo)
        if self._key:
            self.mark(self._key)
        elif self.tree.currentItem() is None and topics.shown and not self._writing_new():
            self.mark(topics.shown[0].key)
        self._enable()

    def show_bodies(self, bodies: tuple[str, ...]) -> None:
        words = self.body.currentText()
        self.body.clear()
        self.body.addItems([displayable(each) for each in sorted(bodies)])
        self.body.setCurrentText(words)

    def mark(self, key: str) -> None:
        found = self._found(key)
        if found is not None:
            self.tree.setCurrentItem(found)
            self._show()

    def say_done(self, what: str, key: str) -> None:
        topic = self._topics.of(key)
        name = wording.topic(key)
        words = {
            "added": self.tr("Tema nuevo: «{tema}»."),
            "renamed": self.tr("Guardado: «{tema}»."),
            "merged": self.tr("Ahora cuenta como «{tema}». Ctrl+Z lo deshace."),
            "parted": self.tr("«{tema}» vuelve a ser un tema aparte."),
            "retired": self.tr("«{tema}» se ha retirado: lo que ya lo lleva lo conserva."),
            "revived": self.tr("«{tema}» vuelve a estar en uso."),
        }.get(what, self.tr("Deshecho."))
        self._message.say(words.replace("{tema}", name if topic is not None else key), "ok")

    def say_problem(self, problem: Problem) -> None:
        self._message.say(wording.say(problem).sentence, "danger")

    # --- building --------------------------------------------------------------------------

    def _build_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setObjectName("lines")
        tree.setAccessibleName(self.tr("Temas"))
        tree.setHeaderLabels(
            [self.tr("Tema"), self.tr("Verificadas"), self.tr("Fichas"), self.tr("Preguntas")]
        )
        tree.setUniformRowHeights(True)
        tree.setIndentation(look().px(16))
        head = tree.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for place in (1, 2, 3):
            head.setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
        tree.currentItemChanged.connect(lambda *_: self._show())
        return tree

    def _build_fields(self) -> QVBoxLayout:
        px = look().px
        column = QVBoxLayout()
        column.setSpacing(px(12))
        self.label, self.body = QLineEdit(), QComboBox()
        self.label.setMaxLength(LONGEST)
        self.body.setEditable(True)
        self.body.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._label_field, self._body_field = FormField(self.label), FormField(self.body)
        self._label_field.say(self.tr("Nombre"), self.tr("Corto: se lee en cada mención."))
        self._body_field.say(
            self.tr("Organismo competente"), self.tr("El de la mayor parte de sus fichas.")
        )
        column.addWidget(self._label_field)
        column.addWidget(self._body_field)
        row = FlowLayout(px(8))
        self._save = Button(self.tr("Guardar"), "primary", "Ctrl+S", self._keep)
        self._save.setShortcut("Ctrl+S")
        self._merge = Button(self.tr("Unir con…"), on_click=self._choose_home)
        self._part = Button(self.tr("Separar"), on_click=self._take_apart)
        self._retire = Button(self.tr("Retirar"), on_click=self._take_out)
        for button in (self._save, self._merge, self._part, self._retire):
            row.addWidget(button)
        column.addLayout(row)
        column.addStretch()
        return column

    def _build_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(look().px(8))
        self._new = Button(self.tr("Tema nuevo"), "", "Ctrl+N", self.start_new)
        self._new.setShortcut("Ctrl+N")
        self._undo = Button(self.tr("Deshacer"), "", "Ctrl+Z", self._take_back)
        back = QShortcut(QKeySequence("Ctrl+Z"), self.tree)
        back.setContext(Qt.ShortcutContext.WidgetShortcut)
        back.activated.connect(self._take_back)
        row.addWidget(self._new)
        row.addWidget(self._undo)
        row.addStretch()
        return row

    def _item(self, topic: Topic) -> QTreeWidgetItem:
        count = self._counts.get(topic.key)
        entries = sum(count.standings.values()) if count is not None else 0
        name = wording.topic(topic.key)
        if topic.retired:
            name = self.tr("{tema} (retirado)").replace("{tema}", name)
        figures = (verified(count), entries, count.asked if count is not None else 0)
        item = QTreeWidgetItem([name, *map(wording.number, figures)])
        for place in (1, 2, 3):
            item.setTextAlignment(
                place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            )
        item.setData(0, _KEY, topic.key)
        item.setToolTip(0, name)
        return item

    def _merged_item(self, topic: Topic) -> QTreeWidgetItem:
        words = self.tr("{tema} (unido)").replace("{tema}", _own_name(topic))
        item = QTreeWidgetItem([words, "", "", ""])
        item.setData(0, _KEY, topic.key)
        return item

    # --- what the officer does -------------------------------------------------------------

    def start_new(self) -> None:
        self._key = ""
        self.tree.setCurrentItem(None)  # type: ignore[call-overload]
        self.label.clear()
        self.body.setCurrentText("")
        self._enable()
        self.label.setFocus()

    def _writing_new(self) -> bool:
        return not self._key and bool(self.label.text() or self.label.hasFocus())

    def _chosen(self) -> Topic | None:
        return next((each for each in self._topics.all if each.key == self._key), None)

    def _show(self) -> None:
        item = self.tree.currentItem()
        if item is None:
            return
        self._key = item.data(0, _KEY)
        topic = self._chosen()
        if topic is not None:
            self.label.setText(_own_name(topic))
            self.label.setCursorPosition(0)
            self.body.setCurrentText(displayable(topic.body))
        self._enable()

    def _enable(self) -> None:
        topic = self._chosen()
        own = topic is not None and not topic.into
        self._merge.setEnabled(own and len(self._topics.living) > 1)
        self._part.setVisible(topic is not None and bool(topic.into))
        self._merge.setVisible(topic is None or own)
        self._retire.setVisible(own)
        retired = topic is not None and topic.retired
        self._retire.setText(self.tr("Recuperar") if retired else self.tr("Retirar"))
        for field in (self.label, self.body, self._save):
            field.setEnabled(topic is None or own)

    def _keep(self) -> None:
        if self.presenter is None:
            return
        self._message.hide()
        label, body = self.label.text().strip(), self.body.currentText().strip()
        topic = self._chosen()
        others = (each.key for each in self._topics.shown if each is not topic)
        if label.casefold() in {wording.topic(key).casefold() for key in others}:
            self.say_problem(TopicRefused(TopicFlaw.TAKEN, label))
        elif topic is None:
            self.presenter.add(label, body)
        else:
            # One that ships keeps its translated name until somebody gives it another.
            same = label == _own_name(topic)
            self.presenter.rename(topic.key, topic.label if same else label, body)

    def _choose_home(self) -> None:
        """A menu of the others; what is chosen becomes its home."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for each in self._topics.living:
            if each.key != self._key:
                action = QAction(wording.topic(each.key), menu)
                action.triggered.connect(partial(self._put_into, each.key))
                menu.addAction(action)
        menu.popup(self._merge.mapToGlobal(self._merge.rect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    def _put_into(self, home: str) -> None:
        if self.presenter is not None and self._key:
            self.presenter.merge(self._key, home)

    def _take_apart(self) -> None:
        if self.presenter is not None and self._key:
            self.presenter.part(self._key)

    def _take_out(self) -> None:
        topic = self._chosen()
        if self.presenter is not None and topic is not None:
            self.presenter.retire(topic.key, retired=not topic.retired)

    def _take_back(self) -> None:
        if self.presenter is not None:
            self.presenter.undo()

    def _found(self, key: str) -> QTreeWidgetItem | None:
        everywhere = Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive
        items = self.tree.findItems("", everywhere)
        return next((item for item in items if item.data(0, _KEY) == key), None)


def _own_name(topic: Topic) -> str:
    """Of a merged one too, which elsewhere bears the name of its home."""
    return displayable(topic.label) or wording.shipped_topic(topic.key)


def open_topics(parent: QWidget, desk: Desk) -> TopicsDialog:
    """The window, filled while it is open."""
    dialog = TopicsDialog(parent)
    presenter = TopicsPresenter(desk, dialog)
    dialog.presenter = presenter
    others = RedirectsPresenter(desk, dialog.redirects)
    dialog.redirects.presenter = others
    for each in (presenter, others):
        dialog.finished.connect(lambda _, each=each: each.end())
        each.start()
    dialog.open()
    dialog.tree.setFocus()
    return dialog

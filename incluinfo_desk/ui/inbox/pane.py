"""The list of conversations: search, pills, open incidents, news, cards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from incluinfo_desk.domain.conversation import Conversation, ConversationId
from incluinfo_desk.domain.events import Link
from incluinfo_desk.domain.problems import Problem
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.actions import Actions
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.flow import FlowLayout
from incluinfo_desk.ui.inbox.list_model import ConversationList
from incluinfo_desk.ui.inbox.presenter import InboxPresenter, OpenIncident, Pile
from incluinfo_desk.ui.inbox.row_delegate import RowDelegate
from incluinfo_desk.ui.inbox.rows import Row, row
from incluinfo_desk.ui.labels import KeyBadge, PlainLabel
from incluinfo_desk.ui.messages import Banner, EmptyState, announce
from incluinfo_desk.ui.surge.banner import SurgeBanner
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.widgets import ruler

_REFRESH_MS = 30_000
"""Waiting times are written anew this often."""


class InboxPane(QWidget):
    """Implements :class:`~incluinfo_desk.ui.inbox.presenter.InboxView`."""

    chosen = Signal(str)
    """Id of the conversation to read; "" for none."""
    opened = Signal()
    """Enter or double click: go on to the conversation."""
    incident_wanted = Signal(str)
    first_steps = Signal(bool)
    """Nobody has signed in yet and nothing has ever come: say how to begin."""

    def __init__(
        self,
        actions: Actions,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.presenter: InboxPresenter | None = None
        self._actions = actions
        self._incidents: dict[str, str] = {}
        self._conversations: dict[str, Conversation] = {}
        self._link = Link.CONNECTING
        self._problem: Problem | None = None
        self._restoring = False
        self._focus_wanted = False
        self._counts: dict[Pile, int] | None = None
        self.model = ConversationList(now, self)
        self.model.more_wanted.connect(self._more)
        self._build()
        self.retranslate()
        self._bind()
        timer = QTimer(self, interval=_REFRESH_MS)
        timer.timeout.connect(self.view.viewport().update)
        timer.start()
        look().changed.connect(self._look_changed)

    # --- what the presenter says -----------------------------------------------------------

    def show_loading(self) -> None:
        if self.model.rowCount():
            return  # what was read ahead stays until it is read again
        self._empty.say(self.tr("Leyendo las conversaciones…"), busy=True)
        self._pages.setCurrentWidget(self._empty)

    def show_rows(
        self,
        rows: Sequence[Conversation],
        more: bool,
        *,
        keep: ConversationId | None,
    ) -> None:
        self._conversations = {each.id: each for each in rows}
        self._restoring = True
        self.model.show([self._row(each) for each in rows], more)
        place = self.model.place_of(keep) if keep else QModelIndex()
        if place.isValid():
            self._select(place)
        self._restoring = False
        self.view.scrollToTop()
        self._show_emptiness()

    def append_rows(self, rows: Sequence[Conversation], more: bool) -> None:
        self._conversations.update((each.id, each) for each in rows)
        self.model.append([self._row(each) for each in rows], more)

    def change_rows(self, rows: Sequence[Conversation]) -> None:
        self._conversations.update((each.id, each) for each in rows)
        self.model.change([self._row(each) for each in rows])

    def drop_rows(self, ids: Sequence[ConversationId]) -> None:
        for id in ids:
            self._conversations.pop(id, None)
        self.model.drop(ids)
        self._show_emptiness()

    def show_counts(self, counts: dict[Pile, int]) -> None:
        self._counts = counts
        self._say_first_steps()
        for pile, button in self._pills.items():
            name, count = self._pile_name(pile), counts.get(pile, 0)
            counted = pile is not Pile.ALL
            button.setText(f"{name} {wording.number(count)}" if counted else name)
        total = wording.number(counts.get(Pile.ALL, 0))
        self.search.setPlaceholderText(
            self.tr("Buscar en {cuantas} conversaciones").replace("{cuantas}", total),
        )

    def show_news(self, count: int) -> None:
        words = self.tr("%n mención(es) nueva(s)", "", count)
        if count and not self._news.isVisibleTo(self):
            announce(self._news, words)
        self._news.setText(f"↑ {words}")
        self._news.setVisible(count > 0)

    def show_incidents(self, incidents: Sequence[OpenIncident]) -> None:
        self._incidents = {each.incident.id: _sentence(each.name) for each in incidents}
        if not incidents:
            self._banner.say("")
        else:
            first = incidents[0].incident
            self._banner.say(
                self._incident_words(incidents),
                "warning" if first.planned else "danger",
                self.tr("Ver"),
                lambda: self.incident_wanted.emit(first.id),
            )
        self.model.change([self._row(each) for each in self._conversations.values()])

    def show_link(self, link: Link, problem: Problem | None) -> None:
        self._link, self._problem = link, problem
        self._say_first_steps()
        if self._pages.currentWidget() is self._empty:
            self._show_emptiness()

    def show_failure(self, problem: Problem) -> None:
        words = wording.say(problem)
        self._empty.say(
            words.sentence,
            self.tr("Volver a intentarlo"),
            self._retry,
        )
        self._pages.setCurrentWidget(self._empty)

    # --- what the person does --------------------------------------------------------------

    def step(self, by: int) -> None:
        """Go ``by`` cards down (or up), from wherever the focus is."""
        current = self._chosen()
        place = current.row() + by if current.isValid() else 0
        if 0 <= place < self.model.rowCount():
            self._select(self.model.index(place))
        if place >= self.model.rowCount() - 3 and self.model.canFetchMore(QModelIndex()):
            self.model.fetchMore(QModelIndex())

    @property
    def selected(self) -> str | None:
        found = self.model.row(self._chosen())
        return found.id if found else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Room for the pills as they break at this width, and for a card below them."""
        least = super().minimumSizeHint()
        layout = self.layout()
        if layout is None:
            return least
        return QSize(least.width(), layout.totalMinimumHeightForWidth(self.width()))

    def take_focus(self) -> None:
        """Have the list take the keys, at once or as soon as it is read."""
        self._focus_wanted = self._pages.currentWidget() is not self.view
        if not self._focus_wanted:
            self.view.setFocus()

    def retranslate(self) -> None:
        self._title.setText(self.tr("Bandeja"))
        self.search.setAccessibleName(self.tr("Buscar conversaciones"))
        self.search.setPlaceholderText(self.tr("Buscar conversaciones"))
        self.view.setAccessibleName(self.tr("Conversaciones"))
        self._only.setText(self.tr("Solo preguntas"))
        self._only.setToolTip(self.tr("Oculta agradecimientos, saludos y comentarios"))
        if self._counts is not None:
            self.show_counts(self._counts)
        else:
            for pile, button in self._pills.items():
                button.setText(self._pile_name(pile))
        self._slash.setText(self._actions.keys("list.search"))
        self.view.viewport().update()
        self._show_emptiness()

    # --- inside ----------------------------------------------------------------------------

    def _build(self) -> None:
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(px(16), px(14), px(16), px(8))
        head.setSpacing(px(8))
        first = QHBoxLayout()
        self._title = PlainLabel("", "title")
        self._only = QCheckBox()
        self._only.toggled.connect(
            lambda on: self.presenter.set_only_questions(on) if self.presenter else None,
        )
        first.addWidget(self._title)
        first.addStretch()
        first.addWidget(self._only)
        head.addLayout(first)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(
            lambda text: self.presenter.search(text) if self.presenter else None,
        )
        self._slash = KeyBadge("/")
        inside = QHBoxLayout(self.search)
        inside.setContentsMargins(0, 0, px(8), 0)
        inside.addStretch()
        inside.addWidget(self._slash)
        self.search.textChanged.connect(lambda text: self._slash.setVisible(not text))
        head.addWidget(self.search)
        self._pills: dict[Pile, Button] = {}
        group = QButtonGroup(self)
        flow = FlowLayout(px(6))
        for pile in Pile:
            pill = Button("", "pill", on_click=partial(self._choose, pile))
            pill.setCheckable(True)
            pill.setChecked(pile is Pile.NEW)
            group.addButton(pill)
            self._pills[pile] = pill
            flow.addWidget(pill)
        head.addLayout(flow)
        self._banner = Banner()
        head.addWidget(self._banner)
        self._news = Button("", "news", on_click=self._show_news)
        self._news.setSizePolicy(
            self._news.sizePolicy().Policy.Expanding,
            self._news.sizePolicy().verticalPolicy(),
        )
        self._news.hide()
        head.addWidget(self._news)
        column.addLayout(head)
        column.addWidget(ruler())
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setMinimumHeight(px(112))
        self.view.setItemDelegate(RowDelegate(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._selection_changed())
        self.view.activated.connect(self._activated)
        self._empty = EmptyState()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty)
        column.addWidget(self._pages, 1)
        self.surge = SurgeBanner(self._actions)
        column.addWidget(self.surge)

    def _bind(self) -> None:
        bind = self._actions.bind
        bind("list.next", lambda: self.step(1))
        bind("list.previous", lambda: self.step(-1))
        bind("list.news", self._show_news)
        bind("list.search", self._go_to_search)
        bind("list.only_questions", self._only.toggle)

    def _go_to_search(self) -> None:
        self._focus_wanted = False
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _retry(self) -> None:
        if self.presenter is not None:
            self.presenter.start()

    def _show_news(self) -> None:
        if self.presenter is not None:
            self.presenter.show_news()

    def _more(self) -> None:
        if self.presenter is not None:
            self.presenter.more()

    def _choose(self, pile: Pile) -> None:
        self._pills[pile].setChecked(True)
        if self.presenter is not None:
            self.presenter.choose(pile)

    def _chosen(self) -> QModelIndex:
        """What is selected; Qt's current index alone only says where the focus would be."""
        found = self.view.selectionModel().selectedIndexes()
        return found[0] if found else QModelIndex()

    def _selection_changed(self) -> None:
        if self._restoring:
            return
        found = self.model.row(self._chosen())
        if self.presenter is not None:
            self.presenter.select(found.conversation.id if found else None)
        self.chosen.emit(found.id if found else "")

    def _activated(self, place: QModelIndex) -> None:
        """Enter opens the card that has the frame; on an open one it goes to the writing."""
        if self._chosen() == place:
            self.opened.emit()
        else:
            self._select(place)

    def _select(self, place: QModelIndex) -> None:
        self.view.selectionModel().setCurrentIndex(
            place,
            QItemSelectionModel.SelectionFlag.ClearAndSelect,
        )
        self.view.scrollTo(place)

    def _row(self, of: Conversation) -> Row:
        incident = of.hint.incident_id
        return row(of, self._incidents.get(incident) if incident else None)

    def _look_changed(self) -> None:
        self.view.doItemsLayout()

    def _show_emptiness(self) -> None:
        if self.model.rowCount():
            self._pages.setCurrentWidget(self.view)
            if self._focus_wanted or self.window().focusWidget() is None:
                self._focus_wanted = False
                self.view.setFocus()
            return
        self._pages.setCurrentWidget(self._empty)
        pile = self.presenter.pile if self.presenter else Pile.NEW
        if self.presenter is not None and self.presenter.search_text:
            self._empty.say(
                self.tr("Ninguna conversación contiene esas palabras."),
                self.tr("Borrar la búsqueda"),
                self.search.clear,
                "search",
            )
        elif self._problem is not None and self._link in {Link.BROKEN, Link.SIGNED_OUT}:
            words = wording.say(self._problem)
            action = words.action
            self._empty.say(
                words.sentence,
                words.label or self.tr("Consultar ahora"),
                lambda: self._actions.trigger(action or "desk.poll"),
                "inbox",
            )
        elif self._link is Link.SIGNED_OUT:
            self._empty.say(
                wording.link_state(self._link),
                self.tr("Iniciar sesión"),
                lambda: self._actions.trigger("account.sign_in"),
                "inbox",
            )
        elif pile is Pile.NEW:
            self._empty.say(
                self.tr("No hay menciones nuevas. Aparecerán aquí en cuanto lleguen."),
                self.tr("Consultar ahora"),
                lambda: self._actions.trigger("desk.poll"),
                "inbox",
            )
        else:
            self._empty.say(
                self.tr("No hay conversaciones en esta lista."),
                self.tr("Ver las nuevas"),
                lambda: self._choose(Pile.NEW),
                "inbox",
            )

    def _say_first_steps(self) -> None:
        nothing = self._counts is not None and not self._counts.get(Pile.ALL, 0)
        self.first_steps.emit(nothing and self._link is Link.SIGNED_OUT)

    def _pile_name(self, pile: Pile) -> str:
        match pile:
            case Pile.NEW:
                return self.tr("Nuevas")
            case Pile.MINE:
                return self.tr("Mías")
            case Pile.IN_CONSULTATION:
                return self.tr("En consulta")
            case Pile.ANSWERED:
                return self.tr("Respondidas")
            case Pile.CLOSED:
                return self.tr("Cerradas")
            case Pile.ALL:
                return self.tr("Todas")

    def _incident_words(self, incidents: Sequence[OpenIncident]) -> str:
        first = incidents[0]
        of = first.incident
        words = f"{_sentence(first.name)} · {wording.component_state(of.impact)}."
        if of.waiting:
            words += " " + self.tr("%n persona(s) espera(n).", "", of.waiting)
        if of.next_update_at is not None:
            overdue = of.is_overdue(self.model.now)
            said = (
                self.tr("Aviso prometido para las {hora}")
                if overdue
                else self.tr(
                    "Próximo aviso {hora}",
                )
            )
            words += " " + said.replace("{hora}", wording.clock_time(of.next_update_at))
        if len(incidents) > 1:
            words += " " + self.tr("y %n más", "", len(incidents) - 1)
        return words


def _sentence(name: str) -> str:
    """A service's name is written small inside a sentence; here it begins one."""
    return name[:1].upper() + name[1:]

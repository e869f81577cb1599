"""What is proposed for the conversation: three answers with their why, and the body."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from incluinfo_desk.domain.conversation import Conversation, State
from incluinfo_desk.domain.faq import EASY_READ, FaqEntry, NotOfferable
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.ui import standing_words, wording
from incluinfo_desk.ui.actions import Actions
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.flow import FlowLayout
from incluinfo_desk.ui.hoaxes import words as hoax_words
from incluinfo_desk.ui.labels import Chip, KeyBadge, PlainLabel
from incluinfo_desk.ui.messages import EmptyState
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.widgets import Card, clear

if TYPE_CHECKING:
    from incluinfo_desk.domain.suggestion.content import RejectEntry
    from incluinfo_desk.domain.suggestion.engine import Suggestion
    from incluinfo_desk.operations.offers import KnownHoax, Offer
    from incluinfo_desk.ui.surge.line_presenter import Line

SURE = 0.5
"""Confidence below which a suggestion is called weak."""


class SuggestionsPane(QWidget):
    """Cards of the offer; keys 1 to 3 insert, R sends the sure one."""

    filled = Signal()
    """Other controls stand here now."""

    def __init__(
        self,
        actions: Actions,
        on_insert: Callable[..., object],
        on_insert_text: Callable[[str], object],
        today: Callable[[], date] = date.today,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions, self._on_insert, self._today = actions, on_insert, today
        self._on_insert_text = on_insert_text
        self._redirect: RejectEntry | None = None
        self._line: Line | None = None
        self._offer: Offer | None = None
        self._conversation: Conversation | None = None
        self._on_its_way = False
        px = look().px
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._title = PlainLabel("", "heading")
        self._title.setContentsMargins(px(16), px(16), px(16), px(10))
        outer.addWidget(self._title)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setProperty("plain", True)
        self._cards = QVBoxLayout(inner)
        self._cards.setContentsMargins(px(16), 0, px(16), px(12))
        self._cards.setSpacing(px(10))
        self._area.setWidget(inner)
        outer.addWidget(self._area, 1)
        actions.changed.connect(self.retranslate)
        look().changed.connect(self.retranslate)
        self.retranslate()

    def show_offer(
        self,
        offer: Offer | None,
        conversation: Conversation | None,
        redirect: RejectEntry | None = None,
    ) -> None:
        """``redirect``: what we say when the matter is another body's."""
        self._offer, self._conversation, self._redirect = offer, conversation, redirect
        clear(self._cards)
        sure = offer is not None and offer.one_click is not None
        answered = conversation is not None and conversation.state is State.ANSWERED
        served = answered or self._on_its_way
        self._actions.set_enabled("reply.one_click", conversation is not None)
        for place in range(3):
            has = offer is not None and place < len(offer.ranking.suggestions)
            self._actions.set_enabled(f"reply.insert_{place + 1}", has)
        if conversation is None:
            words = self.tr("Al abrir una conversación verá aquí las respuestas que mejor encajan.")
            self._cards.addWidget(PlainLabel(words, "muted").wrapped())
            self._cards.addStretch()
            return
        if offer is None:
            veiled = conversation.veiled(datetime.now(UTC))
            self._say(
                self.tr("Las respuestas se verán cuando se compruebe que el mensaje sigue en X.")
                if veiled
                else self.tr("Buscando respuestas…"),
            )
            return
        if self._line is not None:
            self._cards.addWidget(self._line_card(self._line))
        if offer.warning is not None:
            self._cards.addWidget(self._warning_card(offer.warning))
        if offer.hoax is not None:
            self._cards.addWidget(self._hoax_card(offer.hoax, served=served))
        if redirect is not None:
            self._cards.addWidget(self._redirect_card(redirect))
        prepared = redirect or offer.warning or offer.hoax or self._line
        if not (offer.ranking.suggestions or prepared):
            self._say(
                self.tr("Sin respuesta segura. Escríbala, o prepare un borrador para la FAQ."),
                self.tr("Crear borrador de FAQ"),
                lambda: self._actions.trigger("conversation.new_entry"),
            )
            return
        if answered:
            done = PlainLabel(self.tr("✓ Ya respondida. No hace falta enviar otra."), "").wrapped()
            done.set_tone("ok")
            self._cards.addWidget(done)
        elif self._on_its_way:
            words = self.tr("→ Ya tiene una respuesta en camino: está en el hilo.")
            self._cards.addWidget(PlainLabel(words, "").wrapped())
        elif not sure and offer.ranking.suggestions and offer.hoax is None:
            self._cards.addWidget(self._unsure_note(offer))
        for place, suggestion in enumerate(offer.ranking.suggestions[:3]):
            entry = offer.entries.get(suggestion.faq_id)
            if entry is not None:
                first = place == 0 and sure
                card = self._card(place, suggestion, entry, best=first and not served)
                self._cards.addWidget(card)
        self._add_contact(offer)
        self._cards.addStretch()
        self.filled.emit()

    def show_line(self, line: Line | None) -> None:
        """The word of the open incident that is asked about, before any other."""
        if line != self._line:
            self._line = line
            self.show_offer(self._offer, self._conversation, self._redirect)

    def show_on_its_way(self, on_its_way: bool) -> None:
        """Whether an answer to this post waits to leave, or is in doubt: then no button sends."""
        if on_its_way != self._on_its_way:
            self._on_its_way = on_its_way
            self.show_offer(self._offer, self._conversation, self._redirect)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Respuestas sugeridas"))
        self._area.setAccessibleName(self._title.text())
        self.show_offer(self._offer, self._conversation, self._redirect)

    # --- inside ----------------------------------------------------------------------------

    def _card(self, place: int, suggestion: Suggestion, entry: FaqEntry, *, best: bool) -> Card:
        px = look().px
        card = Card("best" if best else "raised")
        card.body.setContentsMargins(px(14), px(12), px(14), px(12))
        card.body.setSpacing(px(6))
        card.setAccessibleName(entry.question)
        head = QHBoxLayout()
        head.setSpacing(px(8))
        badge = KeyBadge(self._actions.keys(f"reply.insert_{place + 1}"))
        head.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(PlainLabel(entry.question, "heading").wrapped(), 1)
        card.body.addLayout(head)
        card.body.addWidget(PlainLabel(entry.rendered()).wrapped().selectable())
        card.body.addWidget(self._why(suggestion, entry))
        card.body.addWidget(self._state(entry))
        buttons = QWidget()
        row = FlowLayout(px(8), buttons)
        if best:
            row.addWidget(
                Button(
                    self.tr("Enviar ya"),
                    "primary",
                    self._actions.keys("reply.one_click"),
                    lambda: self._actions.trigger("reply.one_click"),
                ),
            )
        insert = Button(
            self.tr("Insertar"),
            "" if best else "small",
            self._actions.keys(f"reply.insert_{place + 1}"),
            partial(self._on_insert, place),
        )
        insert.setAccessibleName(
            self.tr("Insertar la sugerencia {numero}").replace("{numero}", str(place + 1)),
        )
        row.addWidget(insert)
        if _is_easy_to_read(entry):
            row.addWidget(self._easy_read(place))
        card.body.addSpacing(px(2))
        card.body.addWidget(buttons)
        return card

    def _easy_read(self, place: int) -> Button:
        """For whoever finds the usual text hard (CTC-05)."""
        put = partial(self._on_insert, place, EASY_READ)
        button = Button(self.tr("En lectura fácil"), "small", on_click=put)
        name = self.tr("Insertar la sugerencia {numero} en lectura fácil")
        button.setAccessibleName(name.replace("{numero}", str(place + 1)))
        return button

    def _why(self, suggestion: Suggestion, entry: FaqEntry) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(look().px(4), holder)
        if suggestion.matched:
            flow.addWidget(PlainLabel(self.tr("Coincide:"), "meta"))
            for word in suggestion.matched:
                flow.addWidget(Chip(displayable(word), "warning"))
        if suggestion.variant is not None:
            words = self.tr("variante {numero}").replace("{numero}", str(suggestion.variant))
            flow.addWidget(PlainLabel(f"· {words}", "meta"))
        if suggestion.confidence < SURE:
            words = self.tr("coincidencia baja")
            flow.addWidget(PlainLabel(f"· {words}", "meta"))
        asked_in = self._offer.ranking.language if self._offer is not None else "und"
        if entry.lacks(asked_in):
            spoken = wording.language(asked_in)
            words = self.tr("sin versión en {lengua}").replace("{lengua}", spoken)
            flow.addWidget(PlainLabel(f"· {words}", "meta"))
        elif asked_in != entry.language and entry.translation_in(asked_in) is not None:
            spoken = wording.language(asked_in)
            words = self.tr("La versión en {lengua} no dice lo mismo que esta: no se usa")
            note = PlainLabel(f"▲ {words.replace('{lengua}', spoken)}", "meta").wrapped()
            note.set_tone("warning")
            flow.addWidget(note)
        if suggestion.part:
            words = self.tr("sobre «{parte}»").replace("{parte}", displayable(suggestion.part))
            flow.addWidget(PlainLabel(words, "meta"))
        return holder

    def _state(self, entry: FaqEntry) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(2))
        why = entry.not_offerable(self._today())
        if why is None:
            state = PlainLabel(self.tr("● Verificada"), "meta")
            state.set_tone("ok")
        else:
            state = PlainLabel(f"▲ {standing_words.why_not(entry, why)}", "meta").wrapped()
            state.set_tone("danger" if why is NotOfferable.EXPIRED else "warning")
        column.addWidget(state)
        words = [entry.body, entry.legal_basis or ""]
        if entry.review_by is not None:
            until = wording.month_year(entry.review_by)
            words.append(self.tr("revisar antes de {mes}").replace("{mes}", until))
        column.addWidget(PlainLabel(wording.listed(words), "meta").wrapped())
        return holder

    def _unsure_note(self, offer: Offer) -> Card:
        card = Card("warning")
        first = offer.entries.get(offer.ranking.suggestions[0].faq_id)
        words = (
            standing_words.why_not(first, offer.why_not) + ". " + self.tr("Insértela y revísela.")
            if offer.why_not is not None and first is not None
            else self.tr("Sin respuesta segura. Estas son las más parecidas.")
        )
        card.body.addWidget(PlainLabel(words).wrapped())
        return card

    def _warning_card(self, entry: FaqEntry) -> Card:
        """The citizen published personal data: ask to take it down, name the safe ways."""
        title = self.tr("◆ Publicó un dato personal: pida que lo borre")
        name = self.tr("Insertar el aviso de datos personales")
        return self._text_card(title, entry.rendered(), name)

    def _line_card(self, line: Line) -> Card:
        card = Card("best")
        card.body.setSpacing(look().px(6))
        title = self.tr("▲ Incidencia abierta: {cual}").replace("{cual}", displayable(line.title))
        card.body.addWidget(PlainLabel(title, "heading").wrapped())
        card.body.addWidget(PlainLabel(displayable(line.text)).wrapped().selectable())
        why = FlowLayout(look().px(4))
        if line.word is not None:
            why.addWidget(PlainLabel(self.tr("Coincide:"), "meta"))
            why.addWidget(Chip(displayable(line.word), "warning"))
        else:
            why.addWidget(PlainLabel(self.tr("Unida por su duda más probable o a mano"), "meta"))
        card.body.addLayout(why)
        buttons = FlowLayout(look().px(8))
        for words, spoken, action, kind in (
            (
                self.tr("Insertar"),
                self.tr("Insertar lo dicho de la incidencia"),
                "reply.incident",
                "",
            ),
            (self.tr("No pregunta por ella"), "", "conversation.tie", "small"),
        ):
            keys = self._actions.keys(action)
            button = Button(words, kind, keys, partial(self._actions.trigger, action))
            button.setAccessibleName(spoken or words)
            buttons.addWidget(button)
        card.body.addLayout(buttons)
        return card

    def _redirect_card(self, redirect: RejectEntry) -> Card:
        title = (
            self.tr("Lo lleva otro organismo: {organismo}").replace("{organismo}", redirect.body)
            if redirect.body
            else self.tr("Esto lo lleva otro organismo")
        )
        name = self.tr("Insertar la remisión a otro organismo")
        return self._text_card(title, redirect.rendered() or "", name)

    def _hoax_card(self, known: KnownHoax, *, served: bool) -> Card:
        """What we say on the hoax it tells, before anything the FAQ has."""
        ready = bool(known.answer) and not served
        card = Card("best" if ready else "warning")
        card.body.setSpacing(look().px(6))
        title = self.tr("■ Cuenta un bulo conocido: {bulo}")
        title = title.replace("{bulo}", displayable(known.hoax.claim))
        card.body.addWidget(PlainLabel(title, "heading").wrapped())
        seen = hoax_words.seen(known.hoax, self._today())
        card.body.addWidget(PlainLabel(seen, "meta").wrapped())
        if known.words:
            agree = self.tr("Coincide: {palabras}")
            agree = agree.replace("{palabras}", displayable(", ".join(known.words)))
            card.body.addWidget(PlainLabel(agree, "meta").wrapped())
        row = FlowLayout(look().px(8))
        if known.answer:
            card.body.addWidget(PlainLabel(displayable(known.answer)).wrapped().selectable())
            if ready:
                keys = self._actions.keys("reply.one_click")
                send = partial(self._actions.trigger, "reply.one_click")
                row.addWidget(Button(self.tr("Enviar ya"), "primary", keys, send))
            put = partial(self._on_insert_text, known.answer)
            insert = Button(self.tr("Insertar"), on_click=put)
            insert.setAccessibleName(self.tr("Insertar la respuesta sobre el bulo"))
            row.addWidget(insert)
        else:
            words = self.tr("Todavía no hay nada nuestro publicado sobre él.")
            card.body.addWidget(PlainLabel(words).wrapped())
        open_ = partial(self._actions.trigger, "conversation.hoax")
        row.addWidget(
            Button(self.tr("Abrir el bulo"), "", self._actions.keys("conversation.hoax"), open_)
        )
        keys, no = self._actions.keys("conversation.not_hoax"), "conversation.not_hoax"
        row.addWidget(
            Button(self.tr("No es este bulo"), "small", keys, partial(self._actions.trigger, no))
        )
        card.body.addLayout(row)
        return card

    def _text_card(self, title: str, text: str, name: str) -> Card:
        """A prepared text that is not one of the three; inserted by its button."""
        card = Card("raised")
        card.body.setSpacing(look().px(6))
        card.body.addWidget(PlainLabel(title, "heading").wrapped())
        card.body.addWidget(PlainLabel(text).wrapped().selectable())
        insert = Button(
            self.tr("Insertar"),
            "small",
            on_click=partial(self._on_insert_text, text),
        )
        insert.setAccessibleName(name)
        card.body.addWidget(insert)
        return card

    def _add_contact(self, offer: Offer) -> None:
        if not offer.ranking.suggestions:
            return
        first = offer.ranking.suggestions[0]
        entry = offer.entries.get(first.faq_id)
        if entry is None or not entry.body:
            return
        title = PlainLabel(self.tr("Organismo competente"), "heading")
        title.setContentsMargins(0, look().px(12), 0, 0)
        self._cards.addWidget(title)
        card = Card("raised")
        card.body.addWidget(PlainLabel(entry.body, "strong").wrapped())
        if entry.link:
            card.body.addWidget(PlainLabel(entry.link, "meta").wrapped().selectable())
        self._cards.addWidget(card)

    def _say(
        self,
        words: str,
        action: str = "",
        on_click: Callable[[], object] | None = None,
    ) -> None:
        self._cards.addWidget(EmptyState(words, action, on_click), 1)


def _is_easy_to_read(entry: FaqEntry) -> bool:
    """Whether the Spanish answer has an easy version that agrees with it."""
    if entry.language != "es" or entry.translation_in(EASY_READ) is None:
        return False
    from incluinfo_desk.domain.agreement import spoken_in

    return spoken_in(entry, EASY_READ) is not entry

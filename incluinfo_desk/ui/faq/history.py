"""Every version of an entry: who changed what and when, and the way back, whole or by field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from incluinfo_desk.domain.audit import CLOCKWORK
from incluinfo_desk.domain.faq import FaqEntry, FaqState, Translation, editable_fields
from incluinfo_desk.domain.faq_diff import FieldChange, Piece, changes, gone_and_new, pieces
from incluinfo_desk.domain.faq_proposal import credit_of
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.ui import standing_words, wording
from incluinfo_desk.ui.faq.procedure_words import procedure_name
from incluinfo_desk.ui.faq.rows import state_words
from incluinfo_desk.ui.form_field import Sheet
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.widgets import Button, Card, PlainLabel, clear

if TYPE_CHECKING:
    from incluinfo_desk.store.faq import Revision


class HistoryDialog(QDialog):
    """The versions at the left; at the right what each one changed against the one before."""

    def __init__(
        self,
        parent: QWidget,
        revisions: Sequence[Revision],
        restore: Callable[[FaqEntry], object],
        restore_field: Callable[[str, object], object],
    ) -> None:
        """``restore`` puts a version into the form, ``restore_field`` one field of it."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Historial de la ficha"))
        self._revisions = tuple(revisions)
        self._restore, self._restore_field = restore, restore_field
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(16))
        column.setSpacing(px(12))
        middle = QHBoxLayout()
        middle.setSpacing(px(16))
        middle.addWidget(self._build_list(), 2)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(self.tr("Qué cambió"))
        inner = Sheet()
        self._cards = QVBoxLayout(inner)
        self._cards.setContentsMargins(0, 0, px(8), 0)
        self._cards.setSpacing(px(8))
        self._area.setWidget(inner)
        middle.addWidget(self._area, 4)
        column.addLayout(middle, 1)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addStretch()
        row.addWidget(Button(self.tr("Cerrar"), on_click=self.reject))
        self._put_back = Button(
            self.tr("Poner este texto en el formulario"), "primary", on_click=self._accept
        )
        row.addWidget(self._put_back)
        column.addLayout(row)
        self.resize(look().room(self, 900, 560))
        self.list.setCurrentRow(0)

    # --- inside ----------------------------------------------------------------------------

    def _build_list(self) -> QListWidget:
        px = look().px
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Versiones"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setMinimumWidth(px(130))
        self.list.setSpacing(px(4))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        for each in self._revisions:
            state = state_words(each.entry.state)[0]
            head = self.tr("Versión {numero}").replace("{numero}", str(each.entry.revision))
            words = f"{head} · {state}\n{wording.day_and_time(each.at)} · {self._who(each.by)}"
            self.list.addItem(QListWidgetItem(words))
        self.list.currentRowChanged.connect(self._show)
        return self.list

    def _who(self, by: str) -> str:
        if by == CLOCKWORK:
            return self.tr("la mesa, por sí misma")
        author, editor = credit_of(by)
        name = displayable(editor) or self.tr("sin nombre")
        if not author:
            return name
        words = self.tr("propuesta de {autor}, aprobada por {editor}")
        return words.replace("{autor}", displayable(author)).replace("{editor}", name)

    def _show(self, place: int) -> None:
        clear(self._cards)
        self._put_back.setEnabled(place > 0)  # the first is what the form holds
        if not 0 <= place < len(self._revisions):
            return
        entry = self._revisions[place].entry
        if place + 1 < len(self._revisions):
            before = self._revisions[place + 1].entry
            found = changes(before, entry)
            parts: list[QWidget] = [self._card(change) for change in found]
            parts = parts or [PlainLabel(self.tr("Se guardó sin cambios."), "muted")]
        else:
            parts = [self._first(entry)]
        for part in parts:
            self._cards.addWidget(part)
            part.show()  # at once, so that a screen reader finds it
        self._cards.addStretch()
        self._area.verticalScrollBar().setValue(0)

    def _first(self, entry: FaqEntry) -> Card:
        card = Card()
        card.body.addWidget(PlainLabel(self.tr("Así empezó"), "meta"))
        question = PlainLabel(displayable(entry.question), "strong").wrapped().selectable()
        card.body.addWidget(question)
        card.body.addWidget(PlainLabel(displayable(entry.rendered())).wrapped().selectable())
        facts = (entry.body, entry.legal_basis or "", entry.source or "")
        card.body.addWidget(PlainLabel(wording.listed(facts), "meta").wrapped().selectable())
        return card

    def _card(self, change: FieldChange) -> Card:
        card = Card()
        card.body.setSpacing(look().px(6))
        name = field_name(change.name)
        card.body.addWidget(PlainLabel(name, "strong").wrapped())
        for sign, words, tone in change_lines(change):
            label = PlainLabel(f"{sign} {words}").wrapped().selectable()
            label.set_tone(tone)
            card.body.addWidget(label)
        if change.name in editable_fields():
            back = Button(
                self.tr("Recuperar"),
                "small",
                on_click=partial(self._bring_back, change.name, change.before),
            )
            back.setAccessibleName(
                self.tr("Recuperar lo de antes en «{campo}»").replace("{campo}", name)
            )
            card.body.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _bring_back(self, name: str, value: object) -> None:
        self._restore_field(name, value)
        self.accept()

    def _accept(self) -> None:
        place = self.list.currentRow()
        if 0 <= place < len(self._revisions):
            self._restore(self._revisions[place].entry)
        self.accept()


def change_lines(change: FieldChange) -> Iterable[tuple[str, str, str]]:
    """Sign, words and tone of each line of a change: − for what went, + for what came."""
    old, new = change.before, change.after
    if change.name == "translations" and isinstance(old, tuple) and isinstance(new, tuple):
        yield from _language_lines(old, new)
        return
    if isinstance(old, tuple) and isinstance(new, tuple):
        gone, came = gone_and_new([_one(x) for x in old], [_one(x) for x in new])
        yield from (("−", displayable(words), "danger") for words in gone)
        yield from (("+", displayable(words), "ok") for words in came)
        if not gone and not came:
            order = QCoreApplication.translate("FaqHistory", "Solo cambió el orden.")
            yield "·", order, ""
        return
    if isinstance(old, str) and isinstance(new, str) and old and new and type(old) is str:
        left, right = pieces(old, new)
        yield "−", _marked(left), "danger"
        yield "+", _marked(right), "ok"
        return
    yield "−", value_words(change.name, old), "danger"
    yield "+", value_words(change.name, new), "ok"


def _language_lines(
    old: Sequence[Translation], new: Sequence[Translation]
) -> Iterable[tuple[str, str, str]]:
    """Of each language that changed what went and came, its words compared."""
    before, after = ({each.language: _one(each) for each in side} for side in (old, new))
    for code in dict.fromkeys((*before, *after)):
        was, now = before.get(code, ""), after.get(code, "")
        if was == now:
            continue
        left, right = (
            pieces(was, now) if was and now else ((Piece(was, False),), (Piece(now, False),))
        )
        if was:
            yield "−", _marked(left), "danger"
        if now:
            yield "+", _marked(right), "ok"


def _marked(parts: Iterable[Piece]) -> str:
    """The text with what differs between angle quotes: seen without colours, and heard."""
    words = "".join(f"«{p.text}»" if p.changed and p.text.strip() else p.text for p in parts)
    return displayable(words)


def _one(value: object) -> str:
    if isinstance(value, Translation):
        tail = f" ({value.link})" if value.link else ""
        return f"{wording.language(value.language)}: {value.reply}{tail}"
    return str(value)


def value_words(name: str, value: object) -> str:
    """A value of a field for people."""
    if value is None or value == "":
        return QCoreApplication.translate("FaqHistory", "(vacío)")
    if isinstance(value, FaqState):
        return state_words(value)[0]
    if isinstance(value, bool):
        yes = QCoreApplication.translate("FaqHistory", "sí")
        return yes if value else QCoreApplication.translate("FaqHistory", "no")
    if isinstance(value, datetime):
        return wording.day_and_time(value)
    if isinstance(value, date):
        return wording.day(value)
    if name == "topic":
        return wording.topic(str(value))
    if name == "procedure":
        return procedure_name(str(value))
    if name == "review_reason":
        return standing_words.reason(str(value))
    return displayable(str(value))


def field_name(name: str) -> str:
    """A field of an entry as the form calls it."""
    names = {
        "state": QCoreApplication.translate("FaqHistory", "Estado"),
        "topic": QCoreApplication.translate("FaqHistory", "Tema"),
        "question": QCoreApplication.translate("FaqHistory", "Pregunta"),
        "variants": QCoreApplication.translate("FaqHistory", "Otras formas de preguntarlo"),
        "keywords": QCoreApplication.translate("FaqHistory", "Palabras clave"),
        "reply": QCoreApplication.translate("FaqHistory", "Respuesta"),
        "translations": QCoreApplication.translate("FaqHistory", "Otras lenguas"),
        "link": QCoreApplication.translate("FaqHistory", "Enlace"),
        "needs_private_channel": QCoreApplication.translate("FaqHistory", "Necesita canal privado"),
        "body": QCoreApplication.translate("FaqHistory", "Organismo competente"),
        "legal_basis": QCoreApplication.translate("FaqHistory", "Base legal"),
        "norms": QCoreApplication.translate("FaqHistory", "Normas"),
        "no_norm": QCoreApplication.translate("FaqHistory", "No se apoya en ninguna norma"),
        "procedure": QCoreApplication.translate("FaqHistory", "Trámite"),
        "source": QCoreApplication.translate("FaqHistory", "Fuente oficial"),
        "confidence": QCoreApplication.translate("FaqHistory", "Confianza de la fuente"),
        "review_by": QCoreApplication.translate("FaqHistory", "Revisar antes del"),
        "valid_from": QCoreApplication.translate("FaqHistory", "En vigor desde"),
        "language": QCoreApplication.translate("FaqHistory", "Lengua"),
        "layer": QCoreApplication.translate("FaqHistory", "De quién es"),
        "owner": QCoreApplication.translate("FaqHistory", "Titular"),
        "verified_by": QCoreApplication.translate("FaqHistory", "Quién responde de ella"),
        "verified_at": QCoreApplication.translate("FaqHistory", "Verificada el"),
        "review_reason": QCoreApplication.translate("FaqHistory", "Por qué se revisa"),
        "link_dead_since": QCoreApplication.translate("FaqHistory", "Su enlace no responde desde"),
    }
    return names.get(name, name)

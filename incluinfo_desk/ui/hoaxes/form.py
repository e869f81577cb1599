"""The entry of one hoax: what is claimed, whose it is, and the rebuttal with the fact first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from incluinfo_desk.domain.hoax import (
    Advice,
    Harm,
    Hoax,
    HoaxState,
    Rebuttal,
    Said,
    Scope,
    Source,
    Verdict,
    compose,
)
from incluinfo_desk.domain.length import LIMIT, weighted_length
from incluinfo_desk.domain.problems import Problem, TooLong
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.flow import FlowLayout
from incluinfo_desk.ui.form_field import FormField, Sheet
from incluinfo_desk.ui.hoaxes import words
from incluinfo_desk.ui.incidents.post_preview import PostPreview
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.widgets import Card

_LINES = {
    "wordings": 3,
    "evidence": 2,
    "fact": 2,
    "why_false": 2,
    "sources": 2,
    "where_to_check": 2,
    "note": 2,
}


class HoaxForm(Sheet):
    """Shows and edits one entry; :attr:`written` on every change."""

    written = Signal()
    save_asked = Signal()
    publish_asked = Signal(bool)
    """True to publish in the parts that were shown."""
    archive_asked = Signal()
    export_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hoax: Hoax | None = None
        self._advice: Advice | None = None
        self._problems: Sequence[Problem] = ()
        self._parts: Sequence[str] = ()
        self._loading = False
        self._build()
        self.retranslate()

    # --- what the place says ---------------------------------------------------------------

    def show_hoax(self, hoax: Hoax, advice: Advice | None) -> None:
        self._hoax, self._advice, self._loading = hoax, advice, True
        told = hoax.rebuttal
        self.claim.setText(hoax.claim)
        for name, text in (
            ("wordings", "\n".join(hoax.wordings)),
            ("evidence", "\n".join(hoax.evidence)),
            ("fact", told.fact),
            ("why_false", told.why_false),
            ("sources", "\n".join(_source_line(each) for each in hoax.sources)),
            ("where_to_check", told.where_to_check),
            ("note", hoax.note),
        ):
            self.texts[name].setPlainText(text)
        self.body.setText(hoax.body)
        self.redirect.setText(hoax.redirect)
        self.scope.setCurrentIndex(list(Scope).index(hoax.scope))
        self.harm.setCurrentIndex(list(Harm).index(hoax.harm))
        self.verdict.setCurrentIndex(list(Verdict).index(hoax.verdict))
        self._loading = False
        self._show_head()
        self._changed()

    def show_said(self, said: Sequence[Said]) -> None:
        """The public words on it, as they stand now; what is being written stays."""
        if self._hoax is not None:
            self._hoax = replace(self._hoax, said=tuple(said))
            self._show_said()

    def show_check(self, problems: Sequence[Problem], parts: Sequence[str]) -> None:
        self._problems, self._parts = problems, parts
        self._show_line()

    def set_busy(self, busy: bool) -> None:
        for button in (self._save, self._publish, self._split):
            button.setEnabled(not busy)
        if not busy:
            self._show_line()

    def ask_publish(self) -> None:
        """As a press of the button; where only its length is in the way, the thread is offered."""
        if self._publish.isEnabled():
            self.publish_asked.emit(False)
        elif self._split.isVisible():
            self._split.setFocus()

    def show_keys(self, save: str, publish: str) -> None:
        self._save.set_keys(save)
        self._publish.set_keys(publish)

    # --- what it holds ---------------------------------------------------------------------

    @property
    def hoax(self) -> Hoax | None:
        """The entry as it stands on the screen."""
        if self._hoax is None:
            return None
        text = {name: edit.toPlainText().strip() for name, edit in self.texts.items()}
        lines = [line for line in text["sources"].splitlines() if line.strip()]
        return replace(
            self._hoax,
            claim=self.claim.text().strip(),
            wordings=tuple(each.strip() for each in text["wordings"].splitlines() if each.strip()),
            scope=list(Scope)[self.scope.currentIndex()],
            harm=list(Harm)[self.harm.currentIndex()],
            verdict=list(Verdict)[self.verdict.currentIndex()],
            evidence=tuple(each.strip() for each in text["evidence"].splitlines() if each.strip()),
            body=self.body.text().strip(),
            redirect=self.redirect.text().strip(),
            sources=tuple(_source_of(line) for line in lines),
            rebuttal=Rebuttal(
                text["fact"],
                text["why_false"],
                self._hoax.rebuttal.source,
                text["where_to_check"],
            ),
            note=text["note"],
        )

    # --- building --------------------------------------------------------------------------

    def _build(self) -> None:
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(24))
        column.setSpacing(px(12))
        self._title = PlainLabel("", "title").wrapped()
        self._seen = PlainLabel("", "muted").wrapped()
        column.addWidget(self._title)
        column.addWidget(self._seen)
        self._card = Card("raised")
        self._advised = PlainLabel("").wrapped()
        self._card.body.addWidget(self._advised)
        column.addWidget(self._card)
        self.claim, self.body, self.redirect = QLineEdit(), QLineEdit(), QLineEdit()
        self.scope, self.harm, self.verdict = QComboBox(), QComboBox(), QComboBox()
        self.texts = {name: self._text(lines) for name, lines in _LINES.items()}
        editors: dict[str, QWidget] = {
            "claim": self.claim,
            "wordings": self.texts["wordings"],
            "evidence": self.texts["evidence"],
            "scope": self.scope,
            "body": self.body,
            "redirect": self.redirect,
            "harm": self.harm,
            "verdict": self.verdict,
            **{n: self.texts[n] for n in ("fact", "why_false", "sources", "where_to_check")},
        }
        self.fields = {name: FormField(editor) for name, editor in editors.items()}
        for field in self.fields.values():
            column.addWidget(field)
        self.preview = PostPreview()
        column.addWidget(self.preview)
        self._line = PlainLabel().wrapped()
        column.addWidget(self._line)
        foot = FlowLayout(px(8), right=True)
        self._shelve = Button("", on_click=self.archive_asked.emit)
        self._export = Button("", on_click=self.export_asked.emit)
        self._save = Button("", on_click=self.save_asked.emit)
        self._split = Button("", on_click=lambda: self.publish_asked.emit(True))
        self._publish = Button("", "primary", on_click=lambda: self.publish_asked.emit(False))
        for button in (self._shelve, self._export, self._save, self._split, self._publish):
            foot.addWidget(button)
        column.addLayout(foot)
        self._said = PlainLabel("", "meta").wrapped().selectable()
        column.addWidget(self._said)
        self.fields["note"] = FormField(self.texts["note"])
        column.addWidget(self.fields["note"])
        column.addStretch()
        for line in (self.claim, self.body, self.redirect):
            line.textChanged.connect(self._changed)
        for box in (self.scope, self.harm, self.verdict):
            box.currentIndexChanged.connect(self._changed)

    def _text(self, lines: int) -> QPlainTextEdit:
        edit = QPlainTextEdit()
        edit.setTabChangesFocus(True)
        edit.setFixedHeight(look().px(20) * lines + look().px(18))
        edit.textChanged.connect(self._changed)
        return edit

    def retranslate(self) -> None:
        for box, names in (
            (self.scope, [words.scope(each) for each in Scope]),
            (self.harm, [words.harm(each) for each in Harm]),
            (self.verdict, [words.verdict(each) for each in Verdict]),
        ):
            at = max(0, box.currentIndex())
            box.blockSignals(True)
            box.clear()
            box.addItems(names)
            box.setCurrentIndex(at)
            box.blockSignals(False)
        say = {name: field.say for name, field in self.fields.items()}
        say["claim"](
            self.tr("Qué se afirma"),
            self.tr("Con palabras neutras y sin exclamaciones. No se publica."),
        )
        say["wordings"](
            self.tr("Cómo lo cuentan"),
            self.tr("Una por línea, sin nombres. Sirven para reconocerlo cuando vuelva."),
        )
        say["evidence"](
            self.tr("Dónde se ha visto"),
            self.tr(
                "Direcciones de publicaciones, una por línea; nunca el mensaje de una persona."
            ),
        )
        say["scope"](self.tr("De quién es"))
        say["body"](self.tr("Organismo"))
        say["redirect"](self.tr("Qué se responde a quien pregunta"))
        say["harm"](self.tr("Qué pasa a quien lo cree"))
        say["verdict"](self.tr("Qué es"))
        say["fact"](self.tr("1. El hecho"), self.tr("Lo que es verdad. Es la primera frase."))
        say["why_false"](self.tr("2. Por qué es falso"), self.tr("Sin citar ni enlazar el bulo."))
        say["sources"](
            self.tr("3. Fuentes oficiales"),
            self.tr(
                "Una por línea: título, fecha si la tiene (2026-03-12) y dirección de gob.es, "
                "Seguridad Social o BOE."
            ),
        )
        say["where_to_check"](self.tr("4. Dónde comprobarlo"))
        say["note"](self.tr("Notas internas"))
        self.preview.retranslate()
        self._save.setText(self.tr("Guardar"))
        self._export.setText(self.tr("Exportar…"))
        self._publish.setText(self.tr("Publicar"))
        self._show_head()
        self._show_line()

    # --- inside ----------------------------------------------------------------------------

    def _show_head(self) -> None:
        hoax = self._hoax
        new = hoax is None or hoax.revision == 0
        self._title.setText(self.tr("Bulo nuevo") if new else self.tr("Ficha del bulo"))
        if hoax is not None:
            parts = [] if new else [words.state(hoax.state)]
            self._seen.setText(" · ".join([*parts, self._seen_words(hoax)]))
            shelved = hoax.state is HoaxState.ARCHIVED
            self._shelve.setText(self.tr("Recuperar") if shelved else self.tr("Archivar"))
        self._shelve.setVisible(not new)
        self._export.setVisible(not new)
        self._show_said()
        self._card.setVisible(self._advice is not None)
        if self._advice is not None:
            label = self.tr("Se aconseja: {consejo}")
            self._advised.setText(label.replace("{consejo}", words.advice(self._advice)))

    def _show_said(self) -> None:
        told = [words.said(each) for each in self._hoax.said] if self._hoax is not None else []
        self._said.setText("\n".join([self.tr("Lo que hemos dicho:"), *told]) if told else "")
        self._said.setVisible(bool(told))

    def _seen_words(self, hoax: Hoax) -> str:
        from datetime import UTC, datetime

        return words.seen(hoax, datetime.now(UTC).date())

    def _changed(self, *_: object) -> None:
        if self._loading:
            return
        foreign = list(Scope)[self.scope.currentIndex()] is Scope.OTHER_BODY
        for name in ("body", "redirect"):
            self.fields[name].setVisible(foreign)
        for name in ("verdict", "fact", "why_false", "where_to_check"):
            self.fields[name].setVisible(not foreign)
        self.written.emit()

    def _show_line(self) -> None:
        hoax = self.hoax
        text = compose(hoax) if hoax is not None else ""
        only_long = bool(self._problems) and all(isinstance(p, TooLong) for p in self._problems)
        length = f"{weighted_length(text)} / {LIMIT}"
        if self._problems and not only_long:
            said, tone = wording.say(self._problems[0]).sentence, "warning"
        elif only_long:
            said, tone = self.tr("No cabe en una publicación: se ofrece un hilo."), "warning"
        else:
            pin = self.tr("✓ Se puede publicar. Fijarlo en el perfil se hace a mano en X.")
            said, tone = pin, "ok"
        self._line.setText(f"{said}  {length}")
        self._line.set_tone(tone)
        self._publish.setEnabled(not self._problems and hoax is not None)
        self._split.setVisible(only_long and len(self._parts) > 1)
        self._split.setText(self.tr("Publicar en un hilo de %n parte(s)", "", len(self._parts)))
        foreign = hoax is not None and hoax.scope is Scope.OTHER_BODY
        self._publish.setVisible(not foreign)
        self.preview.setVisible(not foreign)
        if not foreign:
            self.preview.show_post(text, len(self._parts), False, "")


def _source_line(source: Source) -> str:
    day = source.date.isoformat() if source.date is not None else ""
    return " ".join(part for part in (source.title, day, source.url) if part)


def _source_of(line: str) -> Source:
    title, _, url = line.strip().rpartition(" ")
    if not url.startswith(("http://", "https://")):
        return Source(line.strip(), "")
    title = title.strip(" |·:-")
    rest, _, last = title.rpartition(" ")
    try:
        return Source(rest.strip(" |·:-,"), url, date.fromisoformat(last))
    except ValueError:
        return Source(title, url)

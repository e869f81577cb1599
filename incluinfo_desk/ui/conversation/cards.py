"""Cards of the thread: posts as X wants them shown, and ours that are still on their way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from incluinfo_desk.domain.outgoing import Kind, Outgoing, OutgoingState
from incluinfo_desk.domain.plain_text import OFFICIAL_ACCOUNTS, displayable, imitated
from incluinfo_desk.domain.post import Post
from incluinfo_desk.domain.problems import Refusal
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.flow import FlowLayout
from incluinfo_desk.ui.labels import ElidedLabel, PlainLabel
from incluinfo_desk.ui.theme import look, pixmap
from incluinfo_desk.ui.widgets import Avatar, Card

_HELD = frozenset({OutgoingState.QUEUED})
_DOUBT = frozenset(
    {OutgoingState.UNKNOWN, OutgoingState.UNCONFIRMED, OutgoingState.ANSWERED_ELSEWHERE},
)


def permalink(post: Post) -> str:
    """Where X shows the post to everybody."""
    return f"https://x.com/{post.author.handle}/status/{post.id}"


def shown_text(post: Post) -> str:
    """The post as its author sees it: t.co addresses stand as X prints them."""
    text = post.text
    for link in post.links:
        if link.short:
            text = text.replace(link.short, link.shown or link.target)
    return displayable(text)


class PostCard(Card):
    """One post: name, @, unaltered text, time as link to X. Our actions never stand inside."""

    def __init__(
        self,
        post: Post,
        *,
        ours: bool,
        masked: bool,
        deleted: bool,
        veiled: bool = False,
        on_link: Callable[[str], object],
        accounts: Sequence[str] = OFFICIAL_ACCOUNTS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("ours" if ours else "", parent)
        px = look().px
        row = QHBoxLayout()
        row.setSpacing(px(12))
        shown_name = displayable(post.author.name) or post.author.handle
        row.addWidget(Avatar(shown_name), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(px(4))
        row.addLayout(column, 1)
        self.body.addLayout(row)
        who = QHBoxLayout()
        who.setSpacing(px(6))
        name = ElidedLabel(shown_name, "strong")
        handle = ElidedLabel(f"@{displayable(post.author.handle)}", "muted")
        for part in (name, handle):
            part.setSizePolicy(part.sizePolicy().Policy.Maximum, part.sizePolicy().verticalPolicy())
            who.addWidget(part)
        who.addStretch()
        column.addLayout(who)
        imitates = None if ours else imitated(post.author.handle, post.author.name, accounts)
        if imitates is not None:
            warning = self.tr("▲ Se parece a @{cuenta}, pero no es esa cuenta")
            alike = PlainLabel(warning.replace("{cuenta}", imitates), "meta").wrapped()
            alike.set_tone("danger")
            column.addWidget(alike)
        text = self.tr("La persona borró este mensaje en X.") if deleted else shown_text(post)
        if veiled:
            text = self.tr(
                "Texto oculto: hace más de 24 horas que no se ha podido comprobar si sigue en X. "
                "Volverá a verse en cuanto se compruebe.",
            )
        deleted = deleted or veiled
        self.text = PlainLabel(text, "muted" if deleted else "reading").wrapped().selectable()
        column.addWidget(self.text)
        if masked and not deleted:
            note = PlainLabel(self.tr("◆ Dato personal oculto antes de guardarlo"), "meta")
            note.set_tone("danger")
            column.addWidget(note)
        if post.links and not deleted:
            column.addWidget(self._links(post, on_link))
        foot = QHBoxLayout()
        foot.setSpacing(px(6))
        when = wording.day_and_time(post.created_at)
        if len(post.versions) > 1:
            when += " · " + self.tr("editado")
        if ours:
            when += " · " + self.tr("publicado")
        mark = PlainLabel()
        mark.setPixmap(pixmap("x-post", look().theme.muted, px(13)))
        mark.setAccessibleName(self.tr("Publicación de X"))
        foot.addWidget(mark)
        foot.addWidget(PlainLabel(f"{when} ·", "meta"))
        self.link = Button(self.tr("Ver en X"), "link", on_click=lambda: on_link(permalink(post)))
        self.link.setToolTip(permalink(post))
        foot.addWidget(self.link)
        foot.addStretch()
        column.addLayout(foot)

    def _links(self, post: Post, on_link: Callable[[str], object]) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(look().px(8), holder)
        for link in post.links:
            words = displayable(link.shown or link.target)
            button = Button(f"↗ {words}", "link", on_click=partial(on_link, link.target))
            button.setToolTip(displayable(link.target))
            flow.addWidget(button)
        return holder


class OutgoingCard(Card):
    """A post of ours that is not public yet, or of which we doubt: its state in words."""

    def __init__(
        self,
        item: Outgoing,
        *,
        on_undo: Callable[[str], object],
        on_send_now: Callable[[str], object],
        on_resend: Callable[[str], object],
        on_discard: Callable[[str], object],
        on_adopt: Callable[[Outgoing], object],
        on_rewrite: Callable[[str], object],
        on_look: Callable[[Outgoing], object] | None = None,
        on_manual: Callable[[Outgoing], object] | None = None,
        undo_key: str = "",
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        parent: QWidget | None = None,
    ) -> None:
        tone = "warning" if item.state in _DOUBT else "ours"
        super().__init__("danger" if item.state is OutgoingState.REFUSED else tone, parent)
        self._item, self._now = item, now
        px = look().px
        self.state = PlainLabel("", "strong").wrapped()
        self.state.set_tone(
            {"warning": "warning", "danger": "danger"}.get(self.property("tone"), "ok"),
        )
        self.body.addWidget(self.state)
        if item.kind in {Kind.REPLY, Kind.STANDALONE, Kind.THREAD_PART}:
            self.body.addWidget(PlainLabel(item.text, "reading").wrapped().selectable())
        else:
            self.body.addWidget(PlainLabel(wording.outgoing_kind(item.kind), "reading"))
        self.evidence = PlainLabel(self._evidence(), "meta").wrapped()
        self.body.addWidget(self.evidence)
        self.evidence.setVisible(bool(self.evidence.text()))
        row = FlowLayout(px(8))
        id = item.id
        if item.state is OutgoingState.QUEUED:
            row.addWidget(
                Button(self.tr("Deshacer"), "small", undo_key, on_click=lambda: on_undo(id)),
            )
            row.addWidget(
                Button(self.tr("Enviar ya"), "small", on_click=lambda: on_send_now(id)),
            )
        elif item.state is OutgoingState.REFUSED and item.kind is Kind.REPLY:
            if item.reason == Refusal.NOT_SUMMONED and on_manual is not None:
                words = self.tr("Responder a mano")
                row.addWidget(Button(words, "small", on_click=lambda: on_manual(item)))
            elif item.reason != Refusal.GONE:
                row.addWidget(Button(self.tr("Corregir"), "small", on_click=lambda: on_rewrite(id)))
        elif item.state is OutgoingState.UNCONFIRMED:
            if on_look is not None:
                words = self.tr("Mirar en X")
                row.addWidget(Button(words, "small", on_click=lambda: on_look(item)))
            row.addWidget(
                Button(self.tr("Está publicado…"), "small", on_click=lambda: on_adopt(item)),
            )
            row.addWidget(Button(self.tr("Reenviar"), "small", on_click=lambda: on_resend(id)))
            row.addWidget(Button(self.tr("Descartar"), "small", on_click=lambda: on_discard(id)))
        elif item.state is OutgoingState.ANSWERED_ELSEWHERE:
            row.addWidget(
                Button(self.tr("Enviar también"), "small", on_click=lambda: on_resend(id)),
            )
            row.addWidget(Button(self.tr("Descartar"), "small", on_click=lambda: on_discard(id)))
        if row.count():
            self.body.addSpacing(px(4))
            self.body.addLayout(row)
        self._beat = QTimer(self, interval=1000)
        self._beat.timeout.connect(self._show_state)
        if item.state in _HELD:
            self._beat.start()
        self._show_state()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Hide:
            self._beat.stop()
        return super().event(event)

    def _show_state(self) -> None:
        words = wording.outgoing_state(self._item.state)
        left = (self._item.not_before - self._now()).total_seconds()
        if self._item.state is OutgoingState.QUEUED and left > 0:
            words += " · " + self.tr("sale en {tiempo}").replace("{tiempo}", wording.seconds(left))
        elif self._item.state is OutgoingState.QUEUED:
            words += " · " + self.tr("sale en cuanto haya conexión")
        self.state.setText(words)

    def _evidence(self) -> str:
        """What we know of it, for whoever must decide."""
        item = self._item
        if item.state is OutgoingState.REFUSED:
            return wording.refused_reason(item.reason) or self.tr("No se ha publicado nada.")
        if item.state is OutgoingState.UNKNOWN:
            words = self.tr(
                "Salió a las {hora} y X no confirmó. Lo buscamos en nuestro perfil durante un "
                "cuarto de hora; mientras tanto no se envía nada otra vez.",
            )
            sent = wording.clock_time(item.sent_at) if item.sent_at else ""
            return words.replace("{hora}", sent)
        if item.state is OutgoingState.UNCONFIRMED:
            sent = wording.clock_time(item.sent_at) if item.sent_at else ""
            words = self.tr(
                "Se envió a las {hora} y no aparece en nuestro perfil tras mirarlo %n vez(veces). "
                "Compruébelo en X antes de repetirlo.",
                "",
                item.looks,
            )
            return words.replace("{hora}", sent)
        if item.state is OutgoingState.ANSWERED_ELSEWHERE:
            return self.tr(
                "Alguien contestó a esta persona desde X o desde otro equipo. "
                "No se ha enviado nada.",
            )
        if item.state is OutgoingState.QUEUED and item.reason:
            return wording.refused_reason(item.reason)
        return ""

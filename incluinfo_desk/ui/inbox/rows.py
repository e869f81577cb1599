"""One card of the list, and all it says in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from incluinfo_desk.domain.conversation import WAITING, Conversation, State
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.ui.wording import conversation_state, language, span, topic


class HintKind(StrEnum):
    VERIFIED = "verified"
    INCIDENT = "incident"
    HOAX = "hoax"
    PERSONAL_DATA = "personal_data"
    NONE = "none"
    SILENT = "silent"
    """Nobody waits, so nothing is offered."""


@dataclass(frozen=True, slots=True)
class Row:
    """What the list shows of one conversation. Its text is already fit to be shown."""

    conversation: Conversation
    name: str
    text: str
    incident: str | None = None
    """Name of what is broken, when the conversation asks about an open incident."""

    @property
    def id(self) -> str:
        return self.conversation.id


def row(conversation: Conversation, incident: str | None = None) -> Row:
    """The card of ``conversation``; its text cleaned once, not at every paint."""
    return Row(
        conversation,
        displayable(" ".join(conversation.citizen.name.split())) or conversation.citizen.handle,
        displayable(" ".join(conversation.last_text.split())),
        incident,
    )


def hint(row: Row) -> tuple[HintKind, str]:
    """What stands at the right end of the card."""
    of = row.conversation
    if of.has_personal_data:
        words = QCoreApplication.translate("InboxCard", "◆ Dato personal oculto")
        return HintKind.PERSONAL_DATA, words
    if of.state not in WAITING:
        return HintKind.SILENT, ""
    if row.incident:
        return HintKind.INCIDENT, f"▲ {row.incident}"
    if of.hint.hoax_id:
        return HintKind.HOAX, QCoreApplication.translate("InboxCard", "■ Bulo conocido")
    if of.hint.faq_id:
        words = QCoreApplication.translate("InboxCard", "● Respuesta verificada")
        return HintKind.VERIFIED, words
    return HintKind.NONE, QCoreApplication.translate("InboxCard", "Sin respuesta segura")


def words(row: Row, now: datetime) -> str:
    """The citizen's words, or why they are not shown."""
    if row.conversation.veiled(now):
        return QCoreApplication.translate(
            "InboxCard", "Texto oculto: hace más de 24 h que no se comprueba en X."
        )
    return row.text


def waited(row: Row, now: datetime) -> tuple[str, bool]:
    """How long the citizen waits, or how old the matter is; and whether it is late."""
    since = row.conversation.waiting_since or row.conversation.last_at
    return span(now - since), row.conversation.is_late(now)


def chips(row: Row) -> tuple[str, ...]:
    """Short words at the foot of the card: topic, language, whose it is."""
    of = row.conversation
    found = [topic(of.topic)] if of.topic else []
    if of.language and of.language not in {"es", "und"}:
        found.append(of.language.upper())
    if of.reopened and of.state is State.NEW:
        found.append(QCoreApplication.translate("InboxCard", "Vuelve a escribir"))
    if of.state is not State.NEW:
        state = conversation_state(of.state)
        found.append(f"{state} · {of.holder}" if of.holder else state)
    return tuple(found)


def spoken(row: Row, now: datetime) -> str:
    """The whole card as a screen reader says it."""
    of = row.conversation
    length, late = waited(row, now)
    parts = [row.name, f"@{of.citizen.handle}"]
    if of.waiting_since is not None:
        parts.append(QCoreApplication.translate("InboxCard", "espera desde hace {tiempo}"))
        if late:
            parts.append(QCoreApplication.translate("InboxCard", "fuera de plazo"))
    parts.append(words(row, now))
    parts += [topic(of.topic)] if of.topic else []
    if of.language and of.language not in {"es", "und"}:
        parts.append(language(of.language))
    parts.append(conversation_state(of.state))
    told = hint(row)[1]
    parts += [told.lstrip("●▲◆■ ")] if told else []
    return ". ".join(part.replace("{tiempo}", length) for part in parts)

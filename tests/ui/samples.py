"""Rows as in the design's picture, for tests and for the gallery. Invented people."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from incluinfo_desk.domain.conversation import (
    Conversation,
    ConversationId,
    Hint,
    State,
    conversation_id,
)
from incluinfo_desk.domain.faq import FaqEntry, FaqState
from incluinfo_desk.domain.incident import ComponentState, Incident, IncidentState
from incluinfo_desk.domain.outgoing import Kind, Outgoing, OutgoingState
from incluinfo_desk.domain.post import AccountId, Author, Link, Post, PostId

NOW = datetime(2026, 11, 22, 9, 45, tzinfo=UTC)


def now() -> datetime:
    return NOW


def author(handle: str, name: str) -> Author:
    return Author(AccountId(str(abs(hash(handle)) % 10**12)), handle, name)


def conversation(
    number: int,
    name: str = "Rosa M.",
    handle: str = "rosamartin71",
    text: str = "@incluinfo m an denegao el ingreso minimo y ns q acer",
    minutes: float = 4,
    state: State = State.NEW,
    **more: Any,
) -> Conversation:
    citizen = author(handle, name)
    post = PostId(str(1_990_000_000_000_000_000 + number))
    waiting = state in {State.NEW, State.TAKEN, State.IN_CONSULTATION}
    return Conversation(
        id=conversation_id(post, citizen.id),
        thread_id=post,
        citizen=citizen,
        state=state,
        last_post_id=post,
        last_text=text,
        last_at=NOW - timedelta(minutes=minutes),
        waiting_since=NOW - timedelta(minutes=minutes) if waiting else None,
        **more,
    )


ROSA = "@incluinfo m an denegao el ingreso minimo y ns q acer, kien me puede decir como reclamo??"


def conversations() -> tuple[Conversation, ...]:
    return (
        conversation(1, text=ROSA, topic="imv", hint=Hint(faq_id="imv-denegado")),
        conversation(
            2,
            "José Luis Ferrer",
            "jlferrer_bcn",
            "Bon dia @incluinfo, com puc demanar la jubilació si no puc anar a l’oficina?",
            9,
            topic="pensiones",
            language="ca",
            hint=Hint(faq_id="jubilacion"),
        ),
        conversation(
            3,
            "Taller Aurora",
            "talleraurora",
            "No hay manera de entrar en la sede desde las diez, ¿se ha caído o soy yo?",
            16,
            topic="incidencias",
            hint=Hint(incident_id="i1"),
        ),
        conversation(
            4,
            "Mariam K.",
            "mariamk_",
            "Buenas, tengo tarjeta roja y me ofrecen trabajo, puedo ya firmar contrato o espero?",
            112,
            topic="asilo-migraciones",
            hint=Hint(faq_id="asilo"),
        ),
        conversation(
            5,
            "D. Prieto",
            "dprieto_autonomo",
            "Soy autónomo colaborador de mi mujer, ¿tengo derecho a algo si cerramos por obras "
            "del ayuntamiento durante dos meses?",
            125,
            topic="autonomos",
            reopened=True,
        ),
        conversation(
            6,
            "",
            "luisg__82",
            "mi dni es ▮▮▮▮▮▮▮▮▮ miradme lo de la pensión que no contesta nadie",
            160,
            topic="canal",
            has_personal_data=True,
        ),
        conversation(
            7,
            "María de los Ángeles Fernández-Villaverde y Gutiérrez de la Concha",
            "un_nombre_de_usuario_muy_largo",
            "Palabralarguísimasinespaciosquenocabeenunalíneaytienequepartirseporalgúnsitio 😀🇪🇸",
            4000,
            topic="espanoles-exterior",
            language="en",
        ),
        *(
            conversation(20 + n, f"Vecino {n}", f"vecino{n}", f"Pregunta {n} sobre la cita", n * 7)
            for n in range(1, 40)
        ),
    )


def post(
    of: Conversation,
    text: str | None = None,
    *,
    minutes: float = 4,
    by: Author | None = None,
    id: str = "",
    links: tuple[Link, ...] = (),
) -> Post:
    return Post(
        id=PostId(id) if id else of.last_post_id,
        author=by or of.citizen,
        text=of.last_text if text is None else text,
        created_at=NOW - timedelta(minutes=minutes),
        thread_id=of.thread_id,
        links=links,
    )


OURS = author("incluinfo", "Inclusión Informa")


def outgoing(of: Conversation, state: OutgoingState, text: str = "", **more: Any) -> Outgoing:
    return Outgoing(
        id=f"o-{state.value}",
        kind=Kind.REPLY,
        text=text or "Puede presentar reclamación previa ante el INSS en 30 días hábiles.",
        state=state,
        created_at=NOW,
        not_before=NOW + timedelta(seconds=6),
        changed_at=NOW,
        conversation_id=ConversationId(of.id),
        target_id=of.last_post_id,
        author="AB",
        **more,
    )


def entry(id: str = "imv-denegado", **more: Any) -> FaqEntry:
    values: dict[str, Any] = {
        "topic": "imv",
        "question": "IMV denegado: cómo reclamar",
        "reply": "Puede presentar reclamación previa ante el INSS en 30 días hábiles desde la "
        "notificación, con sus motivos y documentos. Se presenta aquí: {enlace}",
        "link": "https://tramites.seg-social.es",
        "body": "INSS",
        "legal_basis": "LRJS art. 71",
        "source": "https://www.boe.es/buscar/act.php?id=BOE-A-2011-15936",
        "review_by": date(2027, 6, 30),
        "state": FaqState.VERIFIED,
        "verified_by": "AB",
        **more,
    }
    return FaqEntry(id=id, **values)


def incident() -> Incident:
    return Incident(
        id="i1",
        title="Caída de la sede",
        components=("sede",),
        impact=ComponentState.PARTIAL_OUTAGE,
        state=IncidentState.IDENTIFIED,
        started_at=NOW - timedelta(minutes=30),
        next_update_at=NOW + timedelta(minutes=45),
        waiting=14,
    )

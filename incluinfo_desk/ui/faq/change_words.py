"""The fields of an entry, their values and what changed in them, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from incluinfo_desk.domain.faq import FaqState, Translation
from incluinfo_desk.domain.faq_diff import FieldChange, Piece, gone_and_new, pieces
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.ui import standing_words, wording
from incluinfo_desk.ui.faq.procedure_words import procedure_name
from incluinfo_desk.ui.faq.rows import state_words


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
        "id": QCoreApplication.translate("FaqHistory", "Identificador"),
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

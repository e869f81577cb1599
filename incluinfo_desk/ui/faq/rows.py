"""An entry of the FAQ in words: state with its shape, review date, who stands behind it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from incluinfo_desk.domain.faq import FaqEntry, FaqState, NotOfferable
from incluinfo_desk.ui import standing_words, wording
from incluinfo_desk.ui.faq.presenter import SOON
from incluinfo_desk.ui.plurals import Plurals

_SHAPES = {
    FaqState.VERIFIED: ("●", "ok"),
    FaqState.DRAFT: ("○", "muted"),
    FaqState.UNDER_REVIEW: ("◐", "warning"),
    FaqState.ANTICIPATED: ("◷", "accent"),
    FaqState.RETIRED: ("✕", "muted"),
}


def state_words(state: FaqState) -> tuple[str, str]:
    """The state with its shape, and the colour role: ("● Verificada", "ok")."""
    shape, tone = _SHAPES[state]
    return f"{shape} {wording.faq_state(state)}", tone


def review_words(entry: FaqEntry, today: date) -> tuple[str, str]:
    """Why the answer waits, or when it is to be reviewed, and the colour role."""
    why = entry.not_offerable(today)
    if why is NotOfferable.UNDER_REVIEW and entry.review_reason:
        words = wording.sentence_case(standing_words.reason(entry.review_reason))
        return f"▲ {words}", "warning"
    if why is NotOfferable.LINK_DEAD or (why is NotOfferable.NOT_YET and entry.verified_by):
        tone = "danger" if why is NotOfferable.LINK_DEAD else "accent"
        return f"▲ {standing_words.why_not(entry, why)}", tone
    return date_words(entry, today)


def date_words(entry: FaqEntry, today: date) -> tuple[str, str]:
    """When the answer is to be reviewed, and the colour role: danger once it is past."""
    if entry.review_by is None:
        return QCoreApplication.translate("FaqRows", "Sin fecha de revisión"), "muted"
    when = wording.day(entry.review_by)
    if entry.review_by < today:
        words = QCoreApplication.translate("FaqRows", "▲ Revisión vencida el {fecha}")
        tone = "danger"
    elif entry.review_by <= today + SOON:
        words = QCoreApplication.translate("FaqRows", "▲ Revisar antes del {fecha}")
        tone = "warning"
    else:
        words = QCoreApplication.translate("FaqRows", "Revisar antes del {fecha}")
        tone = "muted"
    return words.replace("{fecha}", when), tone


def revision_words(entry: FaqEntry, uses: int | None = None) -> str:
    """Which version it is; or how often it was used, where the list is about that."""
    if uses is not None:
        return Plurals().used(uses)
    return QCoreApplication.translate("FaqRows", "Versión {numero}").replace(
        "{numero}", str(entry.revision)
    )


def offer_words(entry: FaqEntry, why: NotOfferable | None) -> str:
    """Whether citizens get it by one key today, and why not."""
    if why is None:
        return QCoreApplication.translate("FaqRows", "Se ofrece con una tecla")
    return standing_words.why_not(entry, why)


def spoken(entry: FaqEntry, today: date, uses: int | None = None) -> str:
    """The row for a screen reader."""
    state = wording.faq_state(entry.state)
    review = review_words(entry, today)[0].removeprefix("▲ ")
    parts = (entry.question, wording.topic(entry.topic), state, entry.body, review)
    return ", ".join(part for part in (*parts, revision_words(entry, uses)) if part)

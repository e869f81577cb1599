"""Why an answer is not for one click, with the date, the norm or the reason itself."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QCoreApplication

from incluinfo_desk.domain.faq import FaqEntry, NotOfferable
from incluinfo_desk.domain.faq_life import norm_of
from incluinfo_desk.domain.faq_merge import MERGED
from incluinfo_desk.domain.faq_proposal import PROPOSED
from incluinfo_desk.domain.norms import Norm, NormId
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.ui import wording


def why_not(entry: FaqEntry, why: NotOfferable) -> str:
    """One sentence without a full stop: "Está en revisión: cambió LGSS (BOE-A-2015-11724)"."""
    match why:
        case NotOfferable.UNDER_REVIEW if entry.review_reason:
            return f"{wording.not_offerable(why)}: {reason(entry.review_reason)}"
        case NotOfferable.EXPIRED if entry.review_by is not None:
            words = QCoreApplication.translate(
                "StandingWords", "Pasó su fecha de revisión: {fecha}"
            )
            return words.replace("{fecha}", wording.day(entry.review_by))
        case NotOfferable.LINK_DEAD if entry.link_dead_since is not None:
            words = QCoreApplication.translate(
                "StandingWords", "Su enlace no responde desde {fecha}"
            )
            return words.replace("{fecha}", wording.day(entry.link_dead_since))
        case NotOfferable.NOT_YET if entry.valid_from is not None:
            words = QCoreApplication.translate("StandingWords", "Se ofrecerá desde el {fecha}")
            return words.replace("{fecha}", wording.day(entry.valid_from))
        case NotOfferable.NOT_YET if entry.norms:
            words = QCoreApplication.translate(
                "StandingWords", "Espera a que entre en vigor {norma}"
            )
            return words.replace("{norma}", norm_name(NormId(entry.norms[0])))
        case _:
            return wording.not_offerable(why)


def reason(review_reason: str) -> str:
    """Why it is under review, in words."""
    norm = norm_of(review_reason)
    if review_reason == PROPOSED:
        return QCoreApplication.translate("StandingWords", "se aprobó una propuesta")
    if review_reason == MERGED:
        return QCoreApplication.translate("StandingWords", "se mezclaron dos textos")
    if review_reason.startswith("block:"):
        changed = QCoreApplication.translate("StandingWords", "cambió el bloque «{bloque}»")
        return changed.replace("{bloque}", displayable(review_reason.removeprefix("block:")))
    if norm is None:
        return displayable(review_reason)
    words = QCoreApplication.translate("StandingWords", "cambió {norma}")
    return words.replace("{norma}", norm_name(norm))


def norm_name(norm: NormId) -> str:
    """ "LGSS (BOE-A-2015-11724)"; the id alone where nobody told us its name."""
    known = _names().get(norm)
    return f"{known.short} ({norm})" if known is not None else displayable(norm)


@cache
def _names() -> dict[NormId, Norm]:
    from incluinfo_desk.operations.watch_norms import shipped_norms

    return shipped_norms()

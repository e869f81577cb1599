"""What is asked before many entries are changed, and what is said afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from incluinfo_desk.domain.faq import FaqState
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.faq.presenter import Done

if TYPE_CHECKING:
    from incluinfo_desk.operations.faq_exchange import Imported

_REASONS = 3
"""Why entries could not be changed is told in no more sentences."""


@dataclass(frozen=True, slots=True)
class Question:
    ask: str
    detail: str
    yes: str
    """What the button says that does it."""


class BulkWords(QObject):
    def question(self, count: int, state: FaqState, name: str, initials: str) -> Question | None:
        """What to ask before ``count`` entries get ``state``; None where nobody needs asking."""
        if state is FaqState.VERIFIED:
            detail = self.tr(
                "Quedará anotado que responde de ellas {quien}, también en otras lenguas. Desde "
                "ese momento la mesa las ofrece para enviarlas con una tecla.",
            )
            return Question(
                self.tr("¿Verificar %Ln ficha(s)?", "", count),
                detail.replace("{quien}", f"{name} ({initials})" if name else initials),
                self.tr("Verificar"),
            )
        if state is FaqState.ANTICIPATED:
            detail = self.tr(
                "Quedará anotado que responde de ellas {quien}. La mesa las ofrecerá sola desde su "
                "día, o cuando se anote el cambio de la norma que esperan.",
            )
            return Question(
                self.tr("¿Anticipar %Ln ficha(s)?", "", count),
                detail.replace("{quien}", f"{name} ({initials})" if name else initials),
                self.tr("Anticipar"),
            )
        if state is FaqState.RETIRED:
            return Question(
                self.tr("¿Retirar %Ln ficha(s)?", "", count),
                self.tr("Dejan de sugerirse. No se borran: puede volver a usarlas."),
                self.tr("Retirar"),
            )
        if count < 2:
            return None
        ask = self.tr("¿Pasar %Ln ficha(s) a «{estado}»?", "", count)
        return Question(
            ask.replace("{estado}", wording.faq_state(state).lower()),
            self.tr("Dejan de ofrecerse con una tecla hasta que alguien las verifique."),
            self.tr("Cambiar"),
        )

    def done(self, done: Done) -> str:
        """How many were changed, and why others were not."""
        words = self._changed(done)
        if done.cancelled:
            words = self.tr("Interrumpido.") + " " + words
        if not done.refused:
            return words
        said = dict.fromkeys(wording.say(broken).sentence for _, broken in done.refused)
        reasons = " ".join(islice(said, _REASONS))
        left = self.tr("%Ln no se pudo(pudieron) cambiar:", "", len(done.refused))
        return f"{words} {left} {reasons}"

    def imported(self, result: Imported) -> str:
        """What a file brought."""
        words = [self.tr("%Ln ficha(s) nueva(s).", "", result.added)]
        if result.replaced:
            words.append(self.tr("%Ln sustituida(s).", "", result.replaced))
        if result.left:
            words.append(self.tr("%Ln como estaba(n).", "", result.left))
        if result.bad_rows:
            words.append(self.tr("%Ln no servía(n).", "", len(result.bad_rows)))
        return " ".join(words)

    def _changed(self, done: Done) -> str:
        match done.state:
            case FaqState.VERIFIED:
                return self.tr("%Ln ficha(s) verificada(s).", "", done.done)
            case FaqState.ANTICIPATED:
                return self.tr("%Ln ficha(s) anticipada(s).", "", done.done)
            case FaqState.RETIRED:
                return self.tr("%Ln ficha(s) retirada(s).", "", done.done)
            case FaqState.UNDER_REVIEW:
                return self.tr("%Ln ficha(s) en revisión.", "", done.done)
            case _:
                return self.tr("%Ln ficha(s) cambiada(s).", "", done.done)

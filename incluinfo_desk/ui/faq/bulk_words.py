"""What is asked before many entries are changed, and what is said afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from incluinfo_desk.domain.faq import FaqState
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.faq.presenter import Done

if TYPE_CHECKING:
    from incluinfo_desk.operations.edit_faq import Field, Look
    from incluinfo_desk.operations.faq_exchange import Imported
    from incluinfo_desk.operations.faq_steps import Walked

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

    def field_question(self, field: Field, look: Look) -> Question:
        """What giving a field to many would do; ``ask`` is "" when it would do nothing."""
        details = []
        if look.same:
            details.append(self.tr("%Ln ya lo tiene(n).", "", look.same))
        if look.refused:
            said = dict.fromkeys(wording.say(each).sentence for each in look.refused.values())
            left = self.tr("%Ln no se pueden cambiar:", "", len(look.refused))
            details += [left, *islice(said, _REASONS)]
        ask = {
            "topic": self.tr("¿Poner el tema «{valor}» a %Ln ficha(s)?", "", look.changes),
            "body": self.tr("¿Poner el organismo «{valor}» a %Ln ficha(s)?", "", look.changes),
            "review_by": self.tr("¿Revisar antes del {valor} %Ln ficha(s)?", "", look.changes),
        }[field.name]
        if field.name == "review_by":
            details.append(self.tr("De las verificadas responde usted hasta ese día."))
        details.append(self.tr("Puede deshacerlo con Ctrl+Z."))
        return Question(
            ask.replace("{valor}", _value_words(field)), " ".join(details), self.tr("Cambiar")
        )

    def walked(self, walked: Walked | None, *, back: bool) -> str:
        """What came of a step back or forth."""
        if walked is None:
            return self.tr("Nada que deshacer.") if back else self.tr("Nada que rehacer.")
        count = len(walked.ids)
        words = (
            self.tr("Deshecho en %Ln ficha(s).", "", count)
            if back
            else self.tr("Hecho otra vez en %Ln ficha(s).", "", count)
        )
        if walked.left:
            left = self.tr(
                "%Ln cambió(cambiaron) después y queda(n) como está(n).", "", walked.left
            )
            words += " " + left
        return words

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
        if result.shared:
            words.append(self.tr("%Ln texto(s) compartido(s).", "", result.shared))
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


def _value_words(field: Field) -> str:
    if isinstance(field.value, date):
        return wording.day(field.value)
    if field.name == "topic":
        return wording.topic(str(field.value))
    return displayable(field.value or "")

"""What is missing: questions without a good answer, and topics by what stands for them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal

from incluinfo_desk.domain.faq_life import Standing
from incluinfo_desk.domain.gaps import TopicCoverage, share
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.operations.find_gaps import DAYS, Missing
from incluinfo_desk.ui import standing_words, wording
from incluinfo_desk.ui.faq.lines import Line
from incluinfo_desk.ui.faq.tab import UpkeepTab

_STANDS = (
    Standing.VERIFIED,
    Standing.DRAFT,
    Standing.UNDER_REVIEW,
    Standing.EXPIRED,
    Standing.ANTICIPATED,
)


def covered_words(coverage: Sequence[TopicCoverage]) -> str:
    """The share of questions with a verified answer, with the two figures it is made of."""
    covered, asked = share(coverage)
    if not asked:
        return QCoreApplication.translate(
            "Gaps", "En los últimos {dias} días no consta ninguna pregunta."
        ).replace("{dias}", str(DAYS))
    words = QCoreApplication.translate(
        "Gaps",
        "En los últimos {dias} días: {si} de {todas} preguntas tenían una respuesta verificada "
        "({parte} %).",
    )
    for name, value in (
        ("{dias}", DAYS),
        ("{si}", wording.number(covered)),
        ("{todas}", wording.number(asked)),
        ("{parte}", round(100 * covered / asked)),
    ):
        words = words.replace(name, str(value))
    return words


class GapsTab(UpkeepTab):
    draft_wanted = Signal(str)
    """A question to begin an entry with."""

    def __init__(self) -> None:
        super().__init__(
            QCoreApplication.translate("Gaps", "Preguntas sin buena respuesta"),
            (
                QCoreApplication.translate("Gaps", "Veces"),
                QCoreApplication.translate("Gaps", "Pregunta"),
                QCoreApplication.translate("Gaps", "Tema"),
                QCoreApplication.translate("Gaps", "Lo más parecido en la FAQ"),
                QCoreApplication.translate("Gaps", "Última vez"),
            ),
            figures=(0,),
            wide=(1, 3),
        )
        self._missing: Sequence[Missing] = ()
        self.add_button(self.tr("Crear borrador"), self._draft, look="primary", keys="N")
        self._see = self.add_button(self.tr("Ver la ficha parecida"), self._open)

    def fill(self, missing: Sequence[Missing], coverage: Sequence[TopicCoverage]) -> None:
        self._missing = missing
        self.summary.setText(covered_words(coverage))
        self.show_lines(
            missing,
            self._line,
            self.tr("Ninguna pregunta reciente se ha quedado sin una buena respuesta."),
        )

    def enable(self) -> None:
        super().enable()
        row = self.table.chosen
        near = self._missing[row].nearest if 0 <= row < len(self._missing) else None
        self._see.setEnabled(near is not None)

    def open_chosen(self) -> None:
        self._draft()

    def _line(self, each: Missing) -> Line:
        gap, near = each.gap, ""
        if each.nearest is not None:
            near = displayable(each.nearest.question)
            if each.why_not is not None:
                near = f"▲ {standing_words.why_not(each.nearest, each.why_not)} · {near}"
        text = " ".join(displayable(gap.example.text).split())
        return Line(
            (
                wording.number(gap.count),
                text,
                wording.topic(gap.topic) or "—",
                near or self.tr("Nada parecido"),
                wording.day(gap.last_at.astimezone().date()),
            ),
            tip="\n\n".join(part for part in (text, near) if part),
        )

    def _draft(self) -> None:
        if 0 <= self.table.chosen < len(self._missing):
            self.draft_wanted.emit(self._missing[self.table.chosen].gap.example.text)

    def _open(self) -> None:
        if 0 <= self.table.chosen < len(self._missing):
            near = self._missing[self.table.chosen].nearest
            if near is not None:
                self.entry_wanted.emit(near.id)


class CoverageTab(UpkeepTab):
    topic_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(
            QCoreApplication.translate("Gaps", "Cobertura de los temas"),
            (
                QCoreApplication.translate("Gaps", "Tema"),
                QCoreApplication.translate("Gaps", "Verificadas"),
                QCoreApplication.translate("Gaps", "Borradores"),
                QCoreApplication.translate("Gaps", "En revisión"),
                QCoreApplication.translate("Gaps", "Vencidas"),
                QCoreApplication.translate("Gaps", "Anticipadas"),
                QCoreApplication.translate("Gaps", "Preguntas"),
                QCoreApplication.translate("Gaps", "Con respuesta"),
            ),
            figures=range(1, 8),
            wide=(0,),
        )
        self._topics: list[str] = []
        self.add_button(self.tr("Ver sus fichas"), self.open_chosen)

    def fill(self, coverage: Sequence[TopicCoverage]) -> None:
        self._topics = [row.topic for row in coverage]
        lacking = sum(row.lacks for row in coverage if row.topic)
        words = covered_words(coverage)
        if lacking:
            words += " " + self.tr("%Ln tema(s) sin ninguna respuesta verificada.", "", lacking)
        self.summary.setText(words)
        self.show_lines(coverage, self._line, "")

    def open_chosen(self) -> None:
        if 0 <= self.table.chosen < len(self._topics) and self._topics[self.table.chosen]:
            self.topic_wanted.emit(self._topics[self.table.chosen])

    def _line(self, row: TopicCoverage) -> Line:
        name = wording.topic(row.topic) if row.topic else self.tr("Sin tema")
        lacks = row.lacks and bool(row.topic)
        counts = (wording.number(row.standings.get(each, 0)) for each in _STANDS)
        answered = "—"
        if row.asked:
            answered = f"{wording.number(row.covered)} · {round(100 * row.covered / row.asked)} %"
        return Line(
            (f"▲ {name}" if lacks else name, *counts, wording.number(row.asked), answered),
            tone="danger" if lacks else "",
            tip=self.tr("Ninguna respuesta verificada y vigente") if lacks else "",
        )

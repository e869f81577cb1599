"""The links of the answers: which are there, which moved, which are gone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar

from incluinfo_desk.domain.links import Fault, LinkRecord
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.operations.check_links import LinkLine, Round
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.conversation.links import open_link
from incluinfo_desk.ui.faq.lines import Line
from incluinfo_desk.ui.faq.tab import UpkeepTab
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.theme import look


def status_words(record: LinkRecord) -> tuple[str, str]:
    """What is known of an address with its shape, and the colour role."""
    if record.checked_at is None:
        return QCoreApplication.translate("Links", "○ Sin comprobar"), "muted"
    if record.dead_since is not None:
        words = QCoreApplication.translate("Links", "✕ No responde")
        return f"{words} · {fault_words(record)}", "danger"
    if record.failures:
        words = QCoreApplication.translate("Links", "▲ Fallos seguidos: {veces}")
        words = words.replace("{veces}", str(record.failures))
        return f"{words} · {fault_words(record)}", "warning"
    if record.status is not None and record.status >= 400:
        words = QCoreApplication.translate("Links", "● Existe, no admite comprobación ({codigo})")
        return words.replace("{codigo}", str(record.status)), "ok"
    if record.moved_for_good:
        return QCoreApplication.translate("Links", "▲ Se ha mudado"), "warning"
    return QCoreApplication.translate("Links", "● Responde"), "ok"


def fault_words(record: LinkRecord) -> str:
    """What went wrong at the last look."""
    words = {
        Fault.NO_NAME: QCoreApplication.translate("Links", "su nombre no existe"),
        Fault.NO_ANSWER: QCoreApplication.translate("Links", "no contesta"),
        Fault.CERTIFICATE: QCoreApplication.translate("Links", "su certificado no vale"),
        Fault.REDIRECTS: QCoreApplication.translate("Links", "da vueltas sin llegar"),
        Fault.PROXY: QCoreApplication.translate("Links", "contestó el proxy"),
    }
    if record.fault in words:
        return words[record.fault]
    if record.status in {404, 410}:
        return QCoreApplication.translate("Links", "la página ya no existe")
    return QCoreApplication.translate("Links", "error {codigo}").replace(
        "{codigo}", str(record.status or "")
    )


class LinksTab(UpkeepTab):
    def __init__(self, check: Callable[[], object], cancel: Callable[[], object]) -> None:
        super().__init__(
            QCoreApplication.translate("Links", "Enlaces"),
            (
                QCoreApplication.translate("Links", "Estado"),
                QCoreApplication.translate("Links", "Dirección"),
                QCoreApplication.translate("Links", "Lleva a"),
                QCoreApplication.translate("Links", "Respuestas"),
                QCoreApplication.translate("Links", "Comprobado"),
            ),
            figures=(3,),
            wide=(1, 2),
        )
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._links: Sequence[LinkLine] = ()
        self._said = ""
        self.under.addWidget(self._build_progress(cancel))
        self._check = self.add_button(
            self.tr("Comprobar enlaces ahora"), check, look="primary", chosen=False
        )
        self.add_button(self.tr("Abrir"), self._open)
        self.add_button(self.tr("Ver sus fichas"), self.open_chosen)

    def fill(self, lines: Sequence[LinkLine]) -> None:
        self._links = lines
        self._sum_up()
        self._check.setEnabled(bool(lines))
        self.show_lines(
            lines,
            self._line,
            self.tr("Ninguna respuesta lleva enlace."),
        )

    def show_progress(self, done: int, total: int) -> None:
        self._box.show()
        self._check.setEnabled(False)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        words = self.tr("{hechos} de {total}").replace("{hechos}", wording.number(done))
        self._figures.setText(words.replace("{total}", wording.number(total)))

    def show_round(self, result: Round | None) -> None:
        """What the round found; None when it was given up."""
        self._box.hide()
        self._check.setEnabled(True)
        if result is None:
            self._said = self.tr("Interrumpido: no se ha anotado nada.")
        elif result.ours:
            self._said = self.tr(
                "Parece que falla nuestra conexión, no las páginas: no se ha anotado nada."
            )
        else:
            self._said = self.tr("Recién comprobados.")
        self._sum_up()

    def open_chosen(self) -> None:
        if (line := self._chosen()) is not None:
            if len(line.entries) == 1:
                self.entry_wanted.emit(line.entries[0])
            else:
                self.search_wanted.emit(line.record.url)

    def _sum_up(self) -> None:
        dead = sum(each.record.dead_since is not None for each in self._links)
        moved = sum(each.record.moved_for_good for each in self._links)
        words = [
            self.tr("%Ln dirección(es) en las respuestas.", "", len(self._links)),
            self.tr("%Ln no responde(n).", "", dead),
        ]
        if moved:
            words.append(self.tr("%Ln se ha(n) mudado.", "", moved))
        if self._said:
            words.append(self._said)
        self.summary.setText(" ".join(words))

    def _line(self, each: LinkLine) -> Line:
        record = each.record
        words, tone = status_words(record)
        led = displayable(record.final_url) if record.redirected else "—"
        when = wording.day(record.checked_at.astimezone().date()) if record.checked_at else "—"
        return Line(
            (words, displayable(record.url), led, wording.number(len(each.entries)), when),
            tone="" if tone == "ok" else tone,
            tip="\n".join((record.url, ", ".join(each.entries[:20]))),
        )

    def _chosen(self) -> LinkLine | None:
        row = self.table.chosen
        return self._links[row] if 0 <= row < len(self._links) else None

    def _open(self) -> None:
        if (line := self._chosen()) is not None:
            open_link(self, line.record.url)

    def _build_progress(self, cancel: Callable[[], object]) -> QFrame:
        self._box = QFrame()
        row = QHBoxLayout(self._box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(8))
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._figures = PlainLabel("", "meta")
        row.addWidget(self._bar, 1)
        row.addWidget(self._figures)
        row.addWidget(Button(self.tr("Cancelar"), "small", on_click=cancel))
        self._box.hide()
        return self._box

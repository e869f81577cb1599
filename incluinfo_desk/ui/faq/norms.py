"""Norms that answers rest on; registering a change, by hand or from a file of the BOE."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from incluinfo_desk.domain.faq import FaqRule
from incluinfo_desk.domain.norms import NormChange, NormId, norm_ids, official_text
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.operations.watch_norms import BoeReport, NormLine
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.faq.lines import Line
from incluinfo_desk.ui.faq.tab import UpkeepTab
from incluinfo_desk.ui.form_field import FormField
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.standing_words import norm_name
from incluinfo_desk.ui.theme import look


def open_official(norm: NormId) -> None:
    """Show the official text in the system's browser."""
    QDesktopServices.openUrl(QUrl(official_text(norm)))


class NormsTab(UpkeepTab):
    changed = Signal(object)
    """A NormChange that an officer registers."""
    file_chosen = Signal(object)
    """Path of a file of the BOE."""

    def __init__(self) -> None:
        super().__init__(
            QCoreApplication.translate("Norms", "Normas"),
            (
                QCoreApplication.translate("Norms", "Norma"),
                QCoreApplication.translate("Norms", "Materia"),
                QCoreApplication.translate("Norms", "Identificador"),
                QCoreApplication.translate("Norms", "Respuestas"),
                QCoreApplication.translate("Norms", "En revisión"),
                QCoreApplication.translate("Norms", "Último cambio anotado"),
            ),
            figures=(3, 4),
            wide=(1, 5),
        )
        self._norms: Sequence[NormLine] = ()
        self.add_button(
            self.tr("Anotar un cambio…"), self._ask_change, look="primary", chosen=False
        )
        self.add_button(self.tr("Leer un fichero del BOE…"), self._ask_file, chosen=False)
        self.add_button(self.tr("Texto oficial"), self._open_text)
        self.add_button(self.tr("Ver sus fichas"), self.open_chosen)

    def fill(self, lines: Sequence[NormLine]) -> None:
        self._norms = lines
        waiting = sum(bool(line.under_review) for line in lines)
        words = self.tr("Las respuestas se apoyan en %Ln norma(s).", "", len(lines))
        if waiting:
            words += " " + self.tr("%Ln tiene(n) respuestas en revisión.", "", waiting)
        words += " " + self.tr(
            "Al anotar un cambio, todas las que se apoyan en esa norma dejan de ofrecerse con una "
            "tecla en ese momento."
        )
        self.summary.setText(words if lines else "")
        self.show_lines(
            lines,
            self._line,
            self.tr("Ninguna ficha dice todavía en qué norma se apoya. Escríbalo en cada ficha."),
        )

    def open_chosen(self) -> None:
        if (line := self._chosen()) is not None:
            self.search_wanted.emit(line.norm.id)

    def _line(self, each: NormLine) -> Line:
        last = ""
        if each.last is not None:
            last = f"{wording.day(each.last.in_force)} · {displayable(each.last.title)}"
        return Line(
            (
                f"◐ {each.norm.short}" if each.under_review else each.norm.short,
                each.norm.title,
                each.norm.id,
                wording.number(each.answers),
                wording.number(each.under_review),
                last or "—",
            ),
            tone="warning" if each.under_review else "",
            tip=last,
        )

    def _chosen(self) -> NormLine | None:
        row = self.table.chosen
        return self._norms[row] if 0 <= row < len(self._norms) else None

    def _open_text(self) -> None:
        if (line := self._chosen()) is not None:
            open_official(line.norm.id)

    def _ask_change(self) -> None:
        chosen = self._chosen()
        ChangeDialog(self, self._norms, chosen, self.changed.emit).open()

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Leer un fichero del BOE"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilters(
            [self.tr("Sumario o disposición del BOE (*.xml *.json)"), self.tr("Todos (*)")]
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.file_chosen.emit(Path(name)))
        dialog.open()


class ChangeDialog(QDialog):
    """An officer notes that a norm changes."""

    def __init__(
        self,
        parent: QWidget,
        norms: Sequence[NormLine],
        chosen: NormLine | None,
        take: Callable[[NormChange], object],
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Anotar el cambio de una norma"))
        self._take = take
        self._uses = {line.norm.id: line.answers for line in norms}
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(16))
        column.setSpacing(px(12))
        self._norm = QComboBox()
        self._norm.setEditable(True)
        self._norm.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._norm.setMaxVisibleItems(16)
        self._norm.addItems([norm_name(line.norm.id) for line in norms])
        self._norm.setEditText(norm_name(chosen.norm.id) if chosen is not None else "")
        self._title = QLineEdit()
        self._day = QDateEdit()
        self._day.setCalendarPopup(True)
        self._day.setDisplayFormat("dd/MM/yyyy")
        today = date.today()  # noqa: DTZ011 - the officer's own calendar
        self._day.setDate(QDate(today.year, today.month, today.day))
        self._note = QPlainTextEdit()
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(px(72))
        self._norm_field = FormField(self._norm)
        self._norm_field.say(
            self.tr("Norma que cambia"),
            self.tr("Su identificador, como BOE-A-2015-11724, o su dirección en boe.es."),
        )
        title = FormField(self._title)
        title.say(self.tr("Qué la cambia"), self.tr("Por ejemplo: Real Decreto-ley 9/2026."))
        day = FormField(self._day)
        day.say(self.tr("En vigor desde"))
        note = FormField(self._note)
        note.say(self.tr("Nota para quien revise"))
        for field in (self._norm_field, title, day, note):
            column.addWidget(field)
        self._effect = PlainLabel("", "muted").wrapped()
        column.addWidget(self._effect)
        column.addStretch()
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addStretch()
        row.addWidget(Button(self.tr("Cancelar"), on_click=self.reject))
        self._yes = Button(self.tr("Poner en revisión"), "primary", on_click=self._accept)
        row.addWidget(self._yes)
        column.addLayout(row)
        self._norm.editTextChanged.connect(lambda _: self._look())
        self._look()
        self.resize(look().room(self, 560, 480))

    def _id(self) -> NormId | None:
        found = norm_ids(self._norm.currentText())
        return found[0] if found else None

    def _look(self) -> None:
        norm = self._id()
        self._yes.setEnabled(norm is not None)
        count = self._uses.get(norm, 0) if norm is not None else 0
        self._effect.setText(
            self.tr("%Ln respuesta(s) pasará(n) a revisión.", "", count) if norm is not None else ""
        )
        wrong = norm is None and bool(self._norm.currentText().strip())
        self._norm_field.complain(wording.faq_rule(FaqRule.NORM_ID) if wrong else "")

    def _accept(self) -> None:
        norm = self._id()
        if norm is None:
            return
        when = self._day.date()
        self._take(
            NormChange(
                norm=norm,
                title=self._title.text().strip(),
                in_force=date(when.year(), when.month(), when.day()),
                note=self._note.toPlainText().strip(),
            )
        )
        self.accept()


class BoeDialog(QDialog):
    """What a file of the BOE says about our norms; nothing changes before the button."""

    def __init__(
        self,
        parent: QWidget,
        path: Path,
        report: BoeReport,
        take: Callable[[Sequence[NormChange]], object],
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Cambios en el BOE"))
        self._report, self._take = report, take
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(16))
        column.setSpacing(px(12))
        column.addWidget(PlainLabel(displayable(path.name), "title").wrapped())
        column.addWidget(PlainLabel(self._words(), "muted").wrapped())
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Cambios propuestos"))
        self.list.setWordWrap(True)
        self.list.setSpacing(px(4))
        for change in report.changes:
            answers = self.tr("%Ln respuesta(s)", "", change.entries)
            words = f"{norm_name(change.norm)} · {answers}\n{displayable(change.title)}"
            item = QListWidgetItem(words)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.list.addItem(item)
        self.list.itemChanged.connect(lambda _: self._enable())
        self.list.setVisible(bool(report.changes))
        column.addWidget(self.list, 1)
        note = PlainLabel(
            self.tr(
                "Un sumario solo trae títulos: si una ley cambia otras sin decirlo en el suyo, lea "
                "también su fichero XML, que las nombra todas."
            ),
            "meta",
        ).wrapped()
        column.addWidget(note)
        if not report.changes:
            column.addStretch()
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addStretch()
        row.addWidget(Button(self.tr("Cerrar"), on_click=self.reject))
        self._yes = Button(self.tr("Poner en revisión"), "primary", on_click=self._accept)
        self._yes.setVisible(bool(report.changes))
        row.addWidget(self._yes)
        column.addLayout(row)
        self.resize(look().room(self, 620, 420 if report.changes else 220))

    def _words(self) -> str:
        read = self.tr("%Ln disposición(es) leída(s).", "", self._report.read)
        if self._report.changes:
            found = self.tr(
                "%Ln cambio(s) en normas en las que se apoyan sus respuestas. Quite la marca de lo "
                "que no les afecte.",
                "",
                len(self._report.changes),
            )
        else:
            found = self.tr("Ninguna cambia una norma en la que se apoyen sus respuestas.")
        known = ""
        if self._report.known:
            known = self.tr("%Ln cambio(s) ya estaba(n) anotado(s).", "", self._report.known)
        return " ".join(part for part in (read, found, known) if part)

    def _chosen(self) -> list[NormChange]:
        return [
            change
            for row, change in enumerate(self._report.changes)
            if self.list.item(row).checkState() is Qt.CheckState.Checked
        ]

    def _enable(self) -> None:
        self._yes.setEnabled(bool(self._chosen()))

    def _accept(self) -> None:
        self._take(self._chosen())
        self.accept()

"""The report of an error nobody expected: shown whole, sent nowhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.theme import look


class CrashDialog(QDialog):
    """What happened, the whole report to read or copy, and where it was kept."""

    def __init__(self, parent: QWidget, text: str, path: Path | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Ha ocurrido un error inesperado"))
        self.resize(look().room(self, 720, 480))
        column = QVBoxLayout(self)
        column.setSpacing(look().px(12))
        column.addWidget(
            PlainLabel(
                self.tr(
                    "La mesa sigue abierta y nada se ha perdido ni enviado. Este es el informe "
                    "completo, sin datos personales; puede copiarlo para el equipo técnico.",
                ),
            ).wrapped(),
        )
        report = QPlainTextEdit(text)
        report.setReadOnly(True)
        report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        report.setAccessibleName(self.tr("Informe del error"))
        column.addWidget(report, 1)
        if path is not None:
            kept = self.tr("Guardado en {ruta}").replace("{ruta}", str(path))
            column.addWidget(PlainLabel(kept, "meta").wrapped().selectable())
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(
            Button(
                self.tr("Copiar el informe"),
                on_click=lambda: QGuiApplication.clipboard().setText(text),
            ),
        )
        buttons.addWidget(Button(self.tr("Cerrar"), "primary", on_click=self.accept))
        column.addLayout(buttons)


_OPEN = "incluinfo_crash_dialog"


def show_crash(window: QWidget, text: str, path: Path | None) -> None:
    """Show the report; a second error while one is open does not pile up dialogs."""
    if window.findChild(QDialog, _OPEN) is not None:
        return
    dialog = CrashDialog(window, text, path)
    dialog.setObjectName(_OPEN)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()

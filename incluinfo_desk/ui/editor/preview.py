"""Exactly what will be public, before it is (X's policy, EN 301 549 11.3.3.4)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from incluinfo_desk.domain.length import LIMIT
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.editor.presenter import Check
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.widgets import Card


def preview(parent: QWidget, handle: str, check: Check) -> QDialog:
    """A dialog that does not block, with the text as it will stand on X."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(QCoreApplication.translate("Preview", "Vista previa"))
    px = look().px
    column = QVBoxLayout(dialog)
    column.setContentsMargins(px(24), px(20), px(24), px(16))
    column.setSpacing(px(12))
    column.addWidget(
        PlainLabel(
            QCoreApplication.translate(
                "Preview",
                "Cualquiera podrá leer esto, como respuesta a @{usuario}:",
            ).replace("{usuario}", handle),
            "muted",
        ).wrapped(),
    )
    card = Card()
    card.body.addWidget(PlainLabel(displayable(check.public), "reading").wrapped().selectable())
    column.addWidget(card)
    facts = QCoreApplication.translate("Preview", "{largo} de {tope} caracteres · {precio}")
    column.addWidget(
        PlainLabel(
            facts.replace("{largo}", str(check.length))
            .replace("{tope}", str(LIMIT))
            .replace("{precio}", wording.money(check.price)),
            "meta",
        ),
    )
    for problem in (*check.problems, *check.warnings):
        words = PlainLabel(f"▲ {wording.say(problem).sentence}").wrapped()
        words.set_tone("danger" if problem in check.problems else "warning")
        column.addWidget(words)
    column.addStretch()
    close = Button(QCoreApplication.translate("Preview", "Cerrar"), on_click=dialog.accept)
    column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
    dialog.resize(look().room(dialog, 520, 300))
    dialog.open()
    return dialog

"""The image of a public word, with the description that it must have."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from incluinfo_desk.ui.buttons import Button

_IMAGES = "*.png *.jpg *.jpeg *.webp *.gif"
_LONGEST = 1000
"""Characters of alternative text that X takes."""


class ImageRow(QWidget):
    """Chooses an image and asks for its alternative text."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._pick = Button("", "small", on_click=self._choose)
        self._alt = QLineEdit()
        self._alt.setMaxLength(_LONGEST)
        self._alt.textChanged.connect(lambda _: self.changed.emit())
        self._alt.hide()
        self._drop = Button("", "small", on_click=self.drop)
        self._drop.hide()
        row.addWidget(self._pick)
        row.addWidget(self._alt, 1)
        row.addWidget(self._drop)
        row.addStretch()
        self.retranslate()

    @property
    def alt_text(self) -> str:
        return self._alt.text().strip()

    def attach(self, path: Path, alt_text: str = "") -> None:
        """Publish ``path`` with the text; its description becomes obligatory."""
        self.path = path
        self._alt.setText(alt_text)
        self._pick.setText(path.name)
        self._alt.show()
        self._drop.show()
        self._alt.setFocus()
        self.changed.emit()

    def drop(self) -> None:
        """Publish the text alone."""
        self.path = None
        self._alt.clear()
        self._alt.hide()
        self._drop.hide()
        self._pick.setText(self.tr("Añadir una imagen…"))
        self.changed.emit()

    def retranslate(self) -> None:
        if self.path is None:
            self._pick.setText(self.tr("Añadir una imagen…"))
        self._alt.setPlaceholderText(self.tr("Describa la imagen para quien no la ve"))
        self._alt.setAccessibleName(self.tr("Texto alternativo de la imagen"))
        self._drop.setText(self.tr("Quitar la imagen"))

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Añadir una imagen"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Imágenes ({tipos})").replace("{tipos}", _IMAGES))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.attach(Path(path)))
        dialog.open()

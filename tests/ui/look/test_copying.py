"""What is copied from the screen is what was written, nothing hidden in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel

from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.window import Window

ADDRESS = "https://inss.seg-social.es/cita/previa/para/pensiones"


def test_a_long_address_is_copied_whole(app: QApplication, window: Window) -> None:
    label = PlainLabel(f"Pídala en {ADDRESS}", parent=window).wrapped().selectable()
    label.show()
    label.setSelection(10, len(QLabel.text(label)) - 10)
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier, "\x03")
    app.sendEvent(label, key)
    assert QApplication.clipboard().text() == ADDRESS

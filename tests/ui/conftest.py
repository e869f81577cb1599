"""One application for all window tests, dressed in light colours, in Spanish figures."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from incluinfo_desk.domain.topics import Topics
from incluinfo_desk.settings import Settings
from incluinfo_desk.ui import wording
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.window import Window


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    before = QLocale()
    QLocale.setDefault(QLocale("es_ES"))
    look().follow(qapp, "light", 100)
    wording.follow_topics(Topics(()))
    yield qapp
    look().follow(qapp, "light", 100)
    QLocale.setDefault(before)


@pytest.fixture
def window(app: QApplication) -> Iterator[Window]:
    """The window without a desk, as it stands at the first frame."""
    made = Window(Settings())
    made.resize(1440, 900)
    made.show()
    app.processEvents()
    yield made
    made.close()
    made.deleteLater()
    app.processEvents()

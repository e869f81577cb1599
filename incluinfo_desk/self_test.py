"""``incluinfo-desk self-test``: opens all that travels with the program, and names what fails.

For whoever installs the desk on hundreds of machines, and for the frozen build's own check.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from incluinfo_desk.assets import resource, translations


def missing() -> list[str]:
    """The names of what is missing or does not work; empty when all is well."""
    # Decided before Qt is imported: the check must also run where there is no screen.
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    checks: tuple[Callable[[], Iterator[str]], ...] = (
        _icons, _style, _fonts, _translations, _content, _migrations, _full_text, _keyring,
    )  # fmt: skip
    found: list[str] = []
    for check in checks:
        try:
            found += check()
        except Exception as error:
            # What cannot even be looked at is missing, whatever the reason.
            found.append(f"{check.__name__.strip('_')} ({type(error).__name__})")
    return found


def _application() -> object:
    from PySide6.QtWidgets import QApplication

    return QApplication.instance() or QApplication([])


def _icons() -> Iterator[str]:
    from PySide6.QtSvg import QSvgRenderer

    kept = _application()
    icons = sorted(resource("icons").glob("*.svg"))
    if not icons:
        yield "resources/icons"
    for icon in icons:
        if not QSvgRenderer(str(icon)).isValid():
            yield f"resources/icons/{icon.name}"
    del kept


def _style() -> Iterator[str]:
    for path in sorted(resource("style").iterdir()):
        if not path.read_text(encoding="utf-8").strip():
            yield f"resources/style/{path.name}"


def _fonts() -> Iterator[str]:
    from PySide6.QtGui import QFontDatabase

    kept = _application()
    if not QFontDatabase.families():
        yield "fonts"
    del kept


def _translations() -> Iterator[str]:
    from PySide6.QtCore import QTranslator

    names = {path.stem for path in translations().glob("*.qm")}
    for wanted in sorted({"incluinfo_desk_es", "incluinfo_desk_en"} | names):
        if not QTranslator().load(f"{wanted}.qm", str(translations())):
            yield f"i18n/{wanted}.qm"


def _content() -> Iterator[str]:
    from incluinfo_desk.domain.suggestion.content import read_entries, read_rejects
    from incluinfo_desk.domain.suggestion.engine import Glossary

    entries, bad = read_entries(resource("faq", "starter_faq.json").read_text("utf-8"))
    if bad or not entries:
        yield "resources/faq/starter_faq.json"
    if not read_rejects(resource("faq", "rejects.json").read_text("utf-8")):
        yield "resources/faq/rejects.json"
    if not len(Glossary.from_json(resource("faq", "glossary.json").read_text("utf-8"))):
        yield "resources/faq/glossary.json"


def _migrations() -> Iterator[str]:
    """All of them, on a new database."""
    import asyncio

    from incluinfo_desk.store.store import Store

    async def make(folder: Path) -> None:
        store = await Store.open(folder, lambda: datetime.now(UTC))
        await store.close()

    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(make(Path(folder)))
    yield from ()


def _full_text() -> Iterator[str]:
    with closing(sqlite3.connect(":memory:")) as database:
        try:
            database.execute("CREATE VIRTUAL TABLE t USING fts5(body)")
        except sqlite3.OperationalError:
            yield "sqlite FTS5"


def _keyring() -> Iterator[str]:
    from incluinfo_desk.credentials import open_vault

    if not open_vault("self-test").durable:
        yield "keyring"

"""The FAQ between two desks with no network: edit, export, conflict, resolve by keys, print."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QTreeWidget

from tests.journeys.conftest import Scene
from tests.journeys.person import Person, at_the_desk, write_settings

QUESTION = "@incluinfo me han denegado el imv, ¿cómo puedo reclamar?"
ENTRY = "¿Qué puedo hacer si me han denegado el IMV? ¿Cómo puedo reclamar?"
ID = "imv-denegado-reclamacion-previa"
NEW_WORDS = "Respuesta nueva de la casa. "
OTHER_WORDS = "Lo que dice la otra mesa. {enlace}"
THIRD_WORDS = "Ni una ni otra: {enlace}"


async def names_the_file(person: Person, file: Path) -> None:
    """Type the file's name into the dialog that asks for one, and confirm."""

    def asked() -> QFileDialog | None:
        open_ones = (w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog))
        return next((w for w in open_ones if w.isVisible()), None)

    dialog = await person.until(asked, "the dialog for a file")
    name = dialog.findChild(QLineEdit)
    assert name is not None
    name.setText(str(file))
    dialog.accept()
    await person.until(lambda: asked() is None, "the dialog gone")


def test_an_edit_travels_to_another_desk_a_conflict_is_settled_by_keys_and_the_book_printed(
    scene: Scene, tmp_path: Path
) -> None:
    sheet, book, page = (tmp_path / name for name in ("faq.xlsx", "libro.pdf", "libro.html"))

    async def here(person: Person) -> None:
        await person.verified()
        await person.sign_in()
        person.citizen(QUESTION)
        await person.reads("denegado el imv")
        await person.sees("Enviar ya")
        person.simulator.stop()  # from here on there is no network
        await person.press("Ctrl+2")
        await person.press("/")
        await person.types("me han denegado el IMV reclamar")
        await person.click_row(ENTRY)
        await person.until(lambda: ENTRY in person.screen(), "the entry in the form")
        await person.click_into("Respuesta")
        await person.press("Ctrl+Home")
        await person.types(NEW_WORDS)
        await person.press("Ctrl+S")
        await person.sees("Ficha guardada")
        await person.press("Ctrl+1")
        await person.until(
            lambda: NEW_WORDS in person.screen_of("suggestions"), "the new words suggested"
        )
        await person.press("Ctrl+2")
        person.window.actions_.trigger("faq.export")
        await names_the_file(person, sheet)
        await person.until(sheet.exists, "the sheet written")

    async def there(person: Person) -> None:
        await person.verified()
        desk = person.session.desk
        assert desk is not None
        mine = await desk.store.faq.get(ID)
        assert mine is not None
        # Its versions in other languages would no longer say the same.
        changed = replace(mine, reply=OTHER_WORDS, translations=())
        mine = await desk.edit_faq.save(changed, mine.revision)
        await person.press("Ctrl+2")
        await person.until(lambda: person.window.pane("faq"), "the FAQ")
        person.window.actions_.trigger("faq.import")
        await names_the_file(person, sheet)
        tree = await person.until(lambda: shown(QTreeWidget), "the list of what comes in")
        assert OTHER_WORDS in cells(tree)
        await settle_by_keys(person, tree)
        await person.click("Importar")
        await person.until(lambda: shown(QTreeWidget) is None, "the dialog gone")
        await person.until(lambda: not desk.background.running("faq import"), "stored")
        merged = await desk.store.faq.get(ID)
        assert merged is not None
        assert merged.reply == THIRD_WORDS
        kept = [each.entry.reply for each in await desk.store.faq.history(ID)]
        assert OTHER_WORDS in kept
        assert any(each.startswith(NEW_WORDS) for each in kept)
        for file in (book, page):
            person.window.actions_.trigger("faq.book")
            await person.click("Elegir fichero…")
            await names_the_file(person, file)
            await person.until(file.exists, f"{file.name} written")
            await person.until(lambda: not desk.background.running("faq book"), "closed")

    scene.play(here)
    second = tmp_path / "otra-mesa"
    write_settings(second)
    at_the_desk(second, scene.simulator, scene.base_url, there)
    assert book.read_bytes().startswith(b"%PDF-")
    assert book.read_bytes().rstrip().endswith(b"%%EOF")
    text = page.read_text("utf-8")
    assert '<html lang="es">' in text
    assert "¿" in text
    assert sorted(p.name for p in tmp_path.iterdir() if p.is_file()) == [
        "faq.xlsx", "libro.html", "libro.pdf",
    ]  # fmt: skip


def shown(kind: type[QTreeWidget]) -> QTreeWidget | None:
    dialogs = (w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog))
    return next((w.findChild(kind) for w in dialogs if w.isVisible() and w.findChild(kind)), None)


def cells(tree: QTreeWidget) -> str:
    found, todo = [], [tree.topLevelItem(n) for n in range(tree.topLevelItemCount())]
    while todo:
        item = todo.pop()
        if item is None:
            continue
        found += [item.text(column) for column in range(item.columnCount())]
        todo += [item.child(n) for n in range(item.childCount())]
    return "\n".join(found)


async def settle_by_keys(person: Person, tree: QTreeWidget) -> None:
    """Go to the branch that asks for decisions with the keys of the list; F takes the file,
    O opens its reply to be written over."""
    tree.setFocus()
    await person.press("Home")
    await down_to(person, tree, "decisi")
    await person.press("F")
    assert "Sin decidir" not in cells(tree)
    await down_to(person, tree, "Respuesta")
    await person.press("O")
    await person.press("Ctrl+A")
    await person.types(THIRD_WORDS)
    await person.press("Esc")
    assert tree.isVisible()
    assert "Otra" in cells(tree)


async def down_to(person: Person, tree: QTreeWidget, words: str) -> None:
    for _ in range(200):
        item = tree.currentItem()
        if item is not None and words in item.text(0):
            return
        await person.press("Down")

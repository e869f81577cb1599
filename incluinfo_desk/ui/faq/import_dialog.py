"""What a file would bring, and the choice where it and this desk say different things."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from incluinfo_desk.domain.faq import FaqEntry, Translation
from incluinfo_desk.domain.faq_merge import Choice, Conflict, Own, Side
from incluinfo_desk.domain.length import weighted_length
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.domain.problems import BrokenRule
from incluinfo_desk.domain.variants import variant_text
from incluinfo_desk.operations.faq_exchange import SHARED, Change, Decision, ImportPreview
from incluinfo_desk.ui import problem_words
from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.faq import row_words
from incluinfo_desk.ui.faq.change_words import value_words
from incluinfo_desk.ui.faq.conflict_editor import ConflictEditor, NoDayError
from incluinfo_desk.ui.labels import PlainLabel
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.widgets import Card

_SHOWN = 500
"""Rows listed of each kind; the heading counts all of them."""
_CONFLICT = Qt.ItemDataRole.UserRole
Decide = Callable[[Change, Mapping[str, Choice]], tuple[FaqEntry, list[BrokenRule]]]
"""What an entry would be as it is decided, and why it may not be stored so."""


class ImportDialog(QDialog):
    """Nothing is stored before "Importar". Conflicts are settled by keyboard: A and F take
    one of the two, O writes another."""

    def __init__(
        self,
        parent: QWidget,
        path: Path,
        found: ImportPreview,
        take: Callable[[Decision], object],
        decide: Decide,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Importar fichas"))
        self._found, self._take, self._decide = found, take, decide
        self._asked = [change for change in found.changes if not change.decided]
        self._asks = bool(self._asked) or any(s.ours is not None for s in found.shared)
        self._of = {change.ours.id: change for change in self._asked}
        self._choices: dict[tuple[str, str], Choice] = {}
        self._faults: dict[tuple[str, str], list[str]] = {}
        """What is wrong with each that a person wrote; empty lists where nothing is."""
        self._writing: QTreeWidgetItem | None = None
        px = look().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(16))
        column.setSpacing(px(12))
        column.addWidget(PlainLabel(path.name, "title").wrapped())
        column.addWidget(PlainLabel(self._summary(), "muted").wrapped())
        self.tree = self._build_tree()
        column.addWidget(self.tree, 3)
        self._detail = self._build_detail()
        column.addWidget(self._detail, 1)
        self._wrong = PlainLabel("", "meta").wrapped()
        self._wrong.set_tone("danger")
        column.addWidget(self._wrong)
        column.addLayout(self._build_buttons())
        for key, do in (
            ("A", lambda: self._choose(Side.OURS)),
            ("F", lambda: self._choose(Side.THEIRS)),
            ("O", self._write),
        ):
            QShortcut(QKeySequence(key), self.tree).activated.connect(do)
        self.tree.itemSelectionChanged.connect(self._show_detail)
        self._fill()
        self._follow()
        self.resize(look().room(self, 960, 640))

    # --- building ------------------------------------------------------------------------------

    def _build_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName(self.tr("Filas del fichero"))
        tree.setColumnCount(4)
        tree.setHeaderLabels(
            [self.tr("Ficha"), self.tr("Aquí"), self.tr("En el fichero"), self.tr("Se queda")]
        )
        tree.setUniformRowHeights(True)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        tree.setColumnWidth(0, look().px(220))
        head = tree.header()
        head.setStretchLastSection(False)
        # Both texts share what room there is; whole they stand below.
        for place in (1, 2):
            head.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(3, QHeaderView.ResizeMode.ResizeToContents)
        return tree

    def _build_detail(self) -> Card:
        px = look().px
        card = Card()
        card.body.setContentsMargins(px(16), px(12), px(16), px(12))
        self._ours = PlainLabel("", "reading").wrapped().selectable()
        self._theirs = PlainLabel("", "reading").wrapped().selectable()
        row = QHBoxLayout()
        row.setSpacing(px(24))
        for title, label in ((self.tr("Aquí"), self._ours), (self.tr("Fichero"), self._theirs)):
            side = QVBoxLayout()
            side.setSpacing(px(4))
            side.addWidget(PlainLabel(title, "strong"))
            side.addWidget(label)
            side.addStretch()
            row.addLayout(side, 1)
        self._editor = ConflictEditor()
        self._editor.hide()
        self._editor.edited.connect(self._written)
        self._editor.left.connect(self.tree.setFocus)
        row.addWidget(self._editor, 1)
        card.body.addLayout(row)
        card.setVisible(bool(self._found.changes or self._found.shared))
        return card

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(look().px(8))
        self._keep = Button(self.tr("Dejar lo de aquí"), on_click=lambda: self._choose(Side.OURS))
        self._put = Button(
            self.tr("Poner lo del fichero"), on_click=lambda: self._choose(Side.THEIRS)
        )
        self._other = Button(self.tr("Escribir otra"), on_click=self._write)
        for button, key in ((self._keep, "A"), (self._put, "F"), (self._other, "O")):
            button.set_keys(key)
            button.setVisible(self._asks)
            row.addWidget(button)
        row.addStretch()
        row.addWidget(Button(self.tr("Cancelar"), on_click=self.reject))
        self._import = Button(self.tr("Importar"), "primary", on_click=self._accept)
        self._import.setDefault(True)
        row.addWidget(self._import)
        return row

    def _fill(self) -> None:
        found = self._found
        bad = self.tr("%Ln no se puede(n) usar", "", len(found.bad_rows))
        self._branch(
            bad, ((row_words.place(r), "", row_words.why(r)) for r in found.bad_rows[:_SHOWN])
        )
        asked = self.tr("%Ln necesita(n) una decisión", "", len(self._asked))
        self._branch_of_changes(asked, self._asked)
        merged = [change for change in found.changes if change.decided]
        changed = self.tr("%Ln cambia(n)", "", len(merged))
        self._branch_of_changes(changed, merged)
        self._fill_shared()
        new = self.tr("%Ln nueva(s)", "", len(found.entries))
        self._branch(new, ((e.id, "", e.question) for e in found.entries[:_SHOWN]))

    def _fill_shared(self) -> None:
        """Blocks of the file: those that say something else here are asked about."""
        if not self._found.shared:
            return
        top = self._top(self.tr("%Ln texto(s) compartido(s)", "", len(self._found.shared)))
        for each in self._found.shared[:_SHOWN]:
            known = Conflict(each.key, SHARED, None, each.ours, each.text)
            item = self._item(known, asked=each.ours is not None)
            item.setText(0, displayable(each.key))
            top.addChild(item)
        top.setExpanded(True)

    def _branch(self, title: str, rows: Iterable[tuple[str, str, str]]) -> None:
        top: QTreeWidgetItem | None = None
        for texts in rows:
            if top is None:
                top = self._top(title)
            child = QTreeWidgetItem([displayable(each) for each in texts])
            child.setToolTip(2, displayable(texts[2]))
            top.addChild(child)
        if top is not None:
            top.setExpanded(True)

    def _branch_of_changes(self, title: str, changes: list[Change]) -> None:
        if not changes:
            return
        top = self._top(title)
        for change in changes[:_SHOWN]:
            head = QTreeWidgetItem([displayable(change.ours.id), displayable(change.ours.question)])
            top.addChild(head)
            for conflict in change.merged.conflicts:
                head.addChild(self._item(conflict, asked=True))
            for field in change.merged.taken:
                mine, theirs = (getattr(e, field) for e in (change.ours, change.merged.entry))
                known = Conflict(change.ours.id, field, None, mine, theirs)
                head.addChild(self._item(known, asked=False))
            head.setExpanded(True)
        top.setExpanded(True)

    def _top(self, title: str) -> QTreeWidgetItem:
        top = QTreeWidgetItem([title])
        self.tree.addTopLevelItem(top)
        top.setFirstColumnSpanned(True)
        return top

    def _item(self, conflict: Conflict, *, asked: bool) -> QTreeWidgetItem:
        item = QTreeWidgetItem(
            [
                row_words.field(conflict.field),
                _one_line(_words(conflict.field, conflict.ours)),
                _one_line(_words(conflict.field, conflict.theirs)),
                self.tr("Sin decidir") if asked else self.tr("Lo del fichero"),
            ]
        )
        item.setData(0, _CONFLICT, (conflict, asked))
        return item

    # --- choosing ------------------------------------------------------------------------------

    def _choose(self, side: Side) -> None:
        """For the chosen rows and all below them; with none chosen, for every conflict."""
        chosen = self.tree.selectedItems()
        for item in _with_children(chosen or self._tops()):
            conflict, asked = item.data(0, _CONFLICT) or (None, False)
            if conflict is not None and asked:
                self._settle(item, conflict, side)
        self._show_detail()
        self._follow()

    def _settle(self, item: QTreeWidgetItem, conflict: Conflict, choice: Choice) -> None:
        key = conflict.faq_id, conflict.field
        self._choices[key] = choice
        if isinstance(choice, Own):
            self._faults.setdefault(key, [])
        else:
            self._faults.pop(key, None)
            ours = choice is Side.OURS
            item.setText(3, self.tr("Lo de aquí") if ours else self.tr("Lo del fichero"))

    # --- writing -------------------------------------------------------------------------------

    def _write(self) -> None:
        """Open the chosen conflict for other words, beginning with what it has now."""
        item = self.tree.currentItem()
        conflict, asked = (item.data(0, _CONFLICT) if item is not None else None) or (None, False)
        if item is None or conflict is None or not (asked and conflict.writable):
            return
        key = conflict.faq_id, conflict.field
        if not isinstance(self._choices.get(key), Own):
            theirs = self._choices.get(key) is Side.THEIRS
            own = Own(conflict.theirs if theirs else conflict.ours)
            self._settle(item, conflict, own)
        self.tree.setCurrentItem(item)
        self._show_detail()
        self._written()
        self._editor.point()

    def _written(self) -> None:
        """Follow each key: what it weighs, what is wrong with it."""
        item = self._writing
        if item is None:
            return
        conflict, _ = item.data(0, _CONFLICT)
        key, length = (conflict.faq_id, conflict.field), None
        try:
            own = Own(self._editor.value())
        except NoDayError:
            faults = [self.tr("Escriba el día así: 30/06/2027.")]
        else:
            self._choices[key] = own
            choices = self.decision().choices[conflict.faq_id]
            entry, broken = self._decide(self._of[conflict.faq_id], choices)
            faults = [problem_words.say(each).sentence for each in broken]
            length = _weight(conflict.field, entry)
        self._faults[key] = faults
        self._editor.tell(faults, length)
        item.setText(3, self.tr("Otra ▲") if faults else self.tr("Otra"))
        self._follow()

    def _tops(self) -> list[QTreeWidgetItem]:
        tree = self.tree
        found = (tree.topLevelItem(place) for place in range(tree.topLevelItemCount()))
        return [item for item in found if item is not None]

    def decision(self) -> Decision:
        """What was chosen so far; an entry with nothing chosen stays as it is."""
        choices: dict[str, dict[str, Choice]] = {}
        for (faq_id, field), side in self._choices.items():
            choices.setdefault(faq_id, {})[field] = side
        whole = {
            change.ours.id: choices.get(change.ours.id, {})
            for change in self._asked
            if not change.merged.conflicts or change.ours.id in choices
        }
        blocks = {s.key: choices[s.key] for s in self._found.shared if s.key in choices}
        return Decision(whole | blocks)

    def _follow(self) -> None:
        takes = bool(self._found.entries) or len(self._asked) < len(self._found.changes)
        takes = takes or any(each.ours is None for each in self._found.shared)
        wrong = any(self._faults.values())
        self._wrong.setText(self.tr("▲ Corrija lo que ha escrito.") if wrong else "")
        self._wrong.setVisible(wrong)
        self._import.setEnabled(not wrong and (takes or bool(self.decision().choices)))

    def _accept(self) -> None:
        self._take(self.decision())
        self.accept()

    def _show_detail(self) -> None:
        chosen = self.tree.selectedItems()
        conflict, asked = (chosen[0].data(0, _CONFLICT) if chosen else None) or (None, False)
        own = self._choices.get((conflict.faq_id, conflict.field)) if conflict else None
        self._writing = None
        self._editor.setVisible(isinstance(own, Own))
        if conflict is not None and isinstance(own, Own):
            self._editor.open(conflict.field, own.value)
            self._writing = chosen[0]
            self._written()
        self._other.setEnabled(bool(asked and conflict and conflict.writable))
        self._ours.setText(_words(conflict.field, conflict.ours) if conflict else "")
        self._theirs.setText(_words(conflict.field, conflict.theirs) if conflict else "")

    # --- words ---------------------------------------------------------------------------------

    def _summary(self) -> str:
        found = self._found
        parts = [
            self.tr("%Ln ficha(s) nueva(s)", "", len(found.entries)),
            self.tr("%Ln con otro texto", "", len(found.changes)),
            self.tr("%Ln igual(es)", "", found.same),
            self.tr("%Ln fila(s) que no sirve(n)", "", len(found.bad_rows)),
        ]
        words = [", ".join(parts) + "."]
        if self._asks:
            words.append(self.tr("Lo que no decida se queda como está aquí."))
        if found.bad_rows:
            words.append(self.tr("Puede importar las buenas y corregir después las otras."))
        words += (self._note(note) for note in found.notes if self._note(note))
        return " ".join(words)

    def _note(self, note: str) -> str:
        return {
            "cp1252": self.tr("Se ha leído como texto de Windows: compruebe las tildes."),
            "utf-16": self.tr("Se ha leído como UTF-16."),
        }.get(note, "")


def _with_children(items: Iterable[QTreeWidgetItem]) -> Iterable[QTreeWidgetItem]:
    for item in items:
        yield item
        below = (item.child(place) for place in range(item.childCount()))
        yield from _with_children(child for child in below if child is not None)


def _words(field: str, value: Any) -> str:
    """A field of an entry as people read it."""
    if isinstance(value, Translation):
        return displayable("\n".join(filter(None, (value.reply, value.link))))
    if isinstance(value, tuple):
        return "\n".join(_words(field, each) for each in value) or value_words(field, None)
    return value_words(field, value)


def _weight(field: str, entry: FaqEntry) -> int | None:
    """Units for X of what the field makes public; None when it makes nothing public."""
    name, _, language = field.partition(":")
    variant = entry.translation_in(language) if language else None
    if variant is not None:
        return weighted_length(variant_text(entry, variant))
    return weighted_length(entry.rendered()) if name == "reply" else None


def _one_line(text: str) -> str:
    return " · ".join(text.split("\n"))

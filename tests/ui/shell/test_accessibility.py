"""Everyone can work with it: names, tab order, focus, and room for large text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QWidget,
)

from incluinfo_desk.ui.buttons import Button
from incluinfo_desk.ui.inbox.place import InboxPlace
from incluinfo_desk.ui.labels import ElidedLabel, PlainLabel
from incluinfo_desk.ui.theme import look
from incluinfo_desk.ui.window import Window

from ..gallery import dress
from ..hands import press

CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QListView, QCheckBox)


@pytest.fixture
def place(window: Window, app: QApplication) -> InboxPlace:
    made = InboxPlace(window)
    window.adopt("inbox", made)
    dress(made, window)
    settle(app)
    return made


def settle(app: QApplication) -> None:
    for _ in range(4):
        app.processEvents()


def controls(window: Window) -> list[QWidget]:
    return [
        each
        for each in window.findChildren(QWidget)
        if isinstance(each, CONTROLS)
        and each.isVisible()
        # Qt's own button inside a search field; Escape and Ctrl+A do the same.
        and not isinstance(each.parentWidget(), QLineEdit)
    ]


def test_every_control_has_a_name_and_a_role(window: Window, place: InboxPlace) -> None:
    found = controls(window)
    assert len(found) > 20
    for each in found:
        face = QAccessible.queryAccessibleInterface(each)
        assert face.text(QAccessible.Text.Name).strip(), each
        assert face.role() is not QAccessible.Role.Client, each


def test_tab_reaches_every_control_and_comes_round(window: Window, place: InboxPlace) -> None:
    window.activateWindow()
    place.list.search.setFocus()
    first = window.focusWidget()
    reached: list[QWidget] = []
    for _ in range(120):
        reached.append(window.focusWidget())
        window.focusNextChild()
        if window.focusWidget() is first:
            break
    else:
        pytest.fail("the focus never came round")
    missed = [
        each
        for each in controls(window)
        if each not in reached
        and each.isEnabled()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        # Radio-like groups are one stop: arrows move inside.
        and not (isinstance(each, QAbstractButton) and each.autoExclusive())
        and not (isinstance(each, QAbstractButton) and each.group() is not None)
    ]
    assert missed == []


def test_tab_goes_as_one_reads(window: Window, place: InboxPlace) -> None:
    window.activateWindow()
    place.list.view.setFocus()
    panes = [place.list, place.conversation, place.editor, place.suggestions]
    visited: list[int] = []
    for _ in range(40):
        at = window.focusWidget()
        visited += [n for n, pane in enumerate(panes) if pane.isAncestorOf(at)]
        window.focusNextChild()
        if window.focusWidget() is place.list.view:
            break
    assert [n for n, before in zip(visited, [None, *visited], strict=False) if n != before][:4] == [
        0,
        1,
        2,
        3,
    ]


def test_nobody_is_trapped_in_the_field(window: Window, place: InboxPlace) -> None:
    edit = place.editor.edit
    edit.load("Texto {hueco}", 0)
    edit.setFocus()
    press(edit, Qt.Key.Key_Tab)
    press(edit, Qt.Key.Key_Tab)
    assert not edit.hasFocus()
    edit.setFocus()
    press(edit, Qt.Key.Key_Escape)
    assert not edit.hasFocus()


@pytest.mark.parametrize("kind", ["", "primary", "small", "pill", "link"])
def test_the_focus_can_be_seen(window: Window, app: QApplication, kind: str) -> None:
    button = Button("Acción", kind, parent=window)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.adjustSize()
    button.show()
    window.activateWindow()
    window.setFocus()
    before = button.grab().toImage()
    button.setFocus()
    settle(app)
    after = button.grab().toImage()
    changed = sum(
        before.pixel(x, y) != after.pixel(x, y)
        for x in range(before.width())
        for y in range(before.height())
    )
    assert changed > before.width()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_no_word_is_cut_when_the_text_grows(
    window: Window,
    app: QApplication,
    percent: int,
) -> None:
    look().follow(app, "light", percent)
    made = Window(window.settings)
    made.setWindowState(Qt.WindowState.WindowNoState)
    place = InboxPlace(made)
    made.adopt("inbox", place)
    made.resize(look().px(1280), look().px(860))
    made.show()
    dress(place, made)
    settle(app)
    try:
        cut = [
            each
            for each in made.findChildren(QWidget)
            if each.isVisible()
            and isinstance(each, (Button, PlainLabel))
            and not isinstance(each, ElidedLabel)
            and (
                each.height() < each.minimumSizeHint().height()
                or (
                    not (isinstance(each, PlainLabel) and each.wordWrap())
                    and each.width() < each.minimumSizeHint().width()
                )
            )
        ]
        assert [(type(each).__name__, each.text()) for each in cut] == []
        assert made.width() <= look().px(1280)
    finally:
        made.close()
        made.deleteLater()


def test_what_is_heard_tells_what_is_coloured(window: Window, place: InboxPlace) -> None:
    """Colour alone says nothing: each tone on the page stands beside its own words."""
    for label in place.findChildren(PlainLabel):
        if label.property("tone") and label.isVisible():
            assert label.text().strip()

"""The committed catalogues: whole, faithful to the source texts, and compiled.

That they hold every text of the sources is ``packaging/desk.py test``'s own check.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication, QMainWindow

from incluinfo_desk.assets import translations
from incluinfo_desk.ui.action_list import Menu, known_actions, menu_title
from incluinfo_desk.ui.actions import Actions

LANGUAGES = ("es", "en")
PLACEHOLDER = re.compile(r"\{[^{}]*\}|%L?n|%\d+|https?://\S+|--\w+|Ctrl\+\S+")
SIGNS = "●▲◆✓○·"
FORMS = 2
"""Of every plural: Spanish and English have the same rule, one and any other number."""
GLOSSARY = {
    "bandeja": "inbox",
    "borrador": "draft",
    "bulo": "hoax",
    "ficha": "entr",
    "incidencia": "incident",
    "mención": "mention",
    "menciones": "mentions",
    "mesa": "desk",
    "trámite": "procedure",
    "verificad": "verified",
}


@dataclass(frozen=True, slots=True)
class Entry:
    context: str
    source: str
    numerus: bool
    forms: tuple[str, ...]
    """What is said instead: one text, or one a plural form."""
    finished: bool


@cache
def entries(language: str) -> tuple[Entry, ...]:
    tree = ElementTree.parse(translations() / f"incluinfo_desk_{language}.ts")  # noqa: S314
    return tuple(
        _entry(context.findtext("name", ""), message)
        for context in tree.iter("context")
        for message in context.iter("message")
    )


def _entry(context: str, message: ElementTree.Element) -> Entry:
    said = message.find("translation")
    assert said is not None
    numerus = message.get("numerus") == "yes"
    texts = [each.text or "" for each in said.iter("numerusform")] if numerus else [said.text or ""]
    return Entry(
        context,
        message.findtext("source", ""),
        numerus,
        tuple(texts),
        said.get("type") is None,
    )


@pytest.fixture
def spoken(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    """The language named by the test, in force while it runs."""
    translator = QTranslator()
    assert translator.load(f"incluinfo_desk_{request.param}.qm", str(translations()))
    qapp.installTranslator(translator)
    yield str(request.param)
    qapp.removeTranslator(translator)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_is_finished(language: str) -> None:
    assert entries(language)
    assert [e.source for e in entries(language) if not e.finished or not all(e.forms)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_are_those_of_the_source(language: str) -> None:
    wrong = [
        (entry.source, form)
        for entry in entries(language)
        for form in entry.forms
        if Counter(_fixed(form)) != Counter(_fixed(entry.source))
    ]
    assert wrong == []


def _fixed(text: str) -> list[str]:
    """What a translation must carry over; a server's example name is no part of it."""
    return [each.partition("://")[0] for each in PLACEHOLDER.findall(text)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_signs_ellipsis_and_lines_are_those_of_the_source(language: str) -> None:
    wrong = [
        (entry.source, form)
        for entry in entries(language)
        for form in entry.forms
        if _shape(form) != _shape(entry.source)
    ]
    assert wrong == []


def _shape(text: str) -> tuple[str, bool, int, bool, bool]:
    """Leading sign, whether a dialog follows, lines, outer spaces, accelerator."""
    return (
        text[:1] if text[:1] in SIGNS else "",
        text.endswith("…"),
        text.count("\n"),
        text != text.strip(),
        "&" in text,
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_have_every_form_and_no_brackets(language: str) -> None:
    plurals = [entry for entry in entries(language) if entry.numerus]
    assert plurals
    wrong = [
        (entry.source, entry.forms)
        for entry in plurals
        if len(entry.forms) != FORMS or any(re.search(r"\w\(\w+\)", f) for f in entry.forms)
    ]
    assert wrong == []


def test_both_languages_hold_the_same_plurals() -> None:
    """Spanish is the source: its catalogue has the plurals, all of them, and nothing else."""
    english = {(e.context, e.source) for e in entries("en") if e.numerus}
    assert {(e.context, e.source) for e in entries("es")} == english


def test_english_holds_no_spanish_spelling() -> None:
    wrong = [
        form
        for entry in entries("en")
        for form in entry.forms
        if re.search(r"[¿¡ñáéíóúü«»]", re.sub(r"\{.*?\}", "", form), re.IGNORECASE)
    ]
    assert wrong == []


@pytest.mark.parametrize(("spanish", "english"), GLOSSARY.items())
def test_one_word_for_one_thing(spanish: str, english: str) -> None:
    used = [e for e in entries("en") if re.search(rf"\b{spanish}", e.source, re.IGNORECASE)]
    assert used
    assert [e.forms for e in used if not all(english in f.lower() for f in e.forms)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_compiled_catalogue_fits_its_texts(language: str, tmp_path: Path) -> None:
    # The folder of this very environment: another one's Qt may write another format.
    tool = shutil.which("pyside6-lrelease", path=str(Path(sys.executable).parent))
    assert tool is not None
    fresh = tmp_path / "fresh.qm"
    texts = translations() / f"incluinfo_desk_{language}.ts"
    subprocess.run([tool, str(texts), "-qm", str(fresh)], check=True, capture_output=True)
    assert fresh.read_bytes() == texts.with_suffix(".qm").read_bytes()


@pytest.mark.parametrize("spoken", LANGUAGES, indirect=True)
def test_each_menu_has_an_accelerator_of_its_own(spoken: str) -> None:
    keys = [_accelerator(menu_title(menu)) for menu in Menu]
    assert all(keys)
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("spoken", LANGUAGES, indirect=True)
def test_no_accelerator_twice_in_a_menu(spoken: str) -> None:
    for menu in Menu:
        texts = [spec.text for spec in known_actions() if spec.menu is menu]
        assert len(set(texts)) == len(texts)
        keys = [key for key in map(_accelerator, texts) if key]
        assert len(set(keys)) == len(keys)


def _accelerator(text: str) -> str:
    found = re.search(r"&(\w)", text)
    return found[1].lower() if found else ""


@pytest.mark.parametrize(
    ("spoken", "count", "said"),
    [
        ("es", 1, "1 mención nueva"),
        ("es", 2, "2 menciones nuevas"),
        ("es", 0, "0 menciones nuevas"),
        ("en", 1, "1 new mention"),
        ("en", 12, "12 new mentions"),
    ],
    indirect=["spoken"],
)
def test_count_chooses_the_form(spoken: str, count: int, said: str) -> None:
    source = "%n mención(es) nueva(s)"
    assert QCoreApplication.translate("InboxPane", source, "", count) == said


def test_actions_change_language_while_the_window_is_open(qapp: QApplication) -> None:
    window = QMainWindow()
    actions = Actions(window, lambda _: None)
    actions.fill(window.menuBar())
    shown = actions.action("desk.poll")
    assert shown.text() == "Consultar X ahora"
    english = QTranslator()
    assert english.load("incluinfo_desk_en.qm", str(translations()))

    qapp.installTranslator(english)
    actions.retranslate()
    assert shown.text() == QCoreApplication.translate("Actions", "Consultar X ahora")
    assert shown.text() == "Check X now"

    qapp.removeTranslator(english)
    actions.retranslate()
    assert shown.text() == "Consultar X ahora"
    window.close()

"""Texts stand in the sources as Qt's extraction finds them; it passes over others in silence.

Measured with lupdate 6.11.3: a text inside an f-string is never found, and neither is a
plural of ``QCoreApplication.translate``; plurals are for ``self.tr``.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import incluinfo_desk

PACKAGE = Path(incluinfo_desk.__file__).parent


def lost_texts(source: str) -> Iterator[str]:
    """Texts of ``source`` that are asked for in a way the extraction does not see."""
    tree = ast.parse(source)
    inside = {
        id(node)
        for string in ast.walk(tree)
        if isinstance(string, ast.JoinedStr)
        for node in ast.walk(string)
    }
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
            continue
        owner = ast.unparse(call.func.value)
        asked = (owner, call.func.attr)
        if asked == ("QCoreApplication", "translate"):
            text, seen = call.args[1], len(call.args) < 4
        elif call.func.attr == "tr":
            text, seen = call.args[0], owner == "self"
        else:
            continue
        # A variable here is a function that passes on what its callers extract.
        if isinstance(text, ast.Constant) and (not seen or id(call) in inside):
            yield str(text.value)


def test_no_text_escapes_the_extraction() -> None:
    lost = {
        path.relative_to(PACKAGE).as_posix(): texts
        for path in sorted(PACKAGE.rglob("*.py"))
        if (texts := list(lost_texts(path.read_text(encoding="utf-8"))))
    }
    assert lost == {}


def test_what_escapes_is_noticed() -> None:
    source = """
a = f"· {self.tr('uno')}"
b = QCoreApplication.translate("Wording", "%n día(s)", None, count)
c = other.tr("dos")
d = self.tr("%n mención(es)", "", count) + QCoreApplication.translate("Wording", "tres")
"""
    assert sorted(lost_texts(source)) == ["%n día(s)", "dos", "uno"]

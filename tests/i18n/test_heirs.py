"""A plural asked for by an heir stays untranslated, so none is asked for where there is one.

PySide's ``tr`` looks through the classes of an object and takes for a translation whatever
differs from the source; with the figure put in, the heir's own lack of one already does.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

import incluinfo_desk

PACKAGE = Path(incluinfo_desk.__file__).parent


def test_no_class_with_heirs_asks_for_a_plural() -> None:
    counted: dict[str, list[str]] = {}
    heirs: dict[str, set[str]] = defaultdict(set)
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                for base in node.bases:
                    heirs[ast.unparse(base).rpartition(".")[2]].add(node.name)
                if found := [each for each in ast.walk(node) if _is_plural(each)]:
                    counted[node.name] = [f"{path.name}:{each.lineno}" for each in found]  # type: ignore[attr-defined]
    assert "Plurals" in counted
    assert {name: places for name, places in counted.items() if heirs[name]} == {}


def _is_plural(node: ast.AST) -> bool:
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
        return False
    if node.func.attr != "tr" or not node.args or not isinstance(node.args[0], ast.Constant):
        return False
    return any(sign in str(node.args[0].value) for sign in ("%n", "%Ln"))

"""The house has rooms; this keeps their doors. ARCHITECTURE.md says why each is where it is.

Read from the sources, so it also holds for imports inside functions. Imports for type
checking alone are free: they open no door at run time.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "incluinfo_desk"

# Who may import what of ours. The longest name that fits a module decides; what is not
# named (app, cli and the commands they compose) may import everything of ours.
OURS = {
    "domain": {"domain"},
    "operations": {
        "operations", "domain", "store", "bus", "background", "assets", "settings", "paths",
        "gently",
    },
    "channels": {"channels", "domain", "operations.ports", "logs"},
    "store": {"store", "domain", "paths", "operations.ports", "gently"},
    "credentials": {"domain", "operations.ports", "logs"},
    "simulator": {"simulator", "domain", "assets"},
    "ui": {
        "ui", "domain", "operations", "store", "bus", "background", "assets", "settings", "paths",
    },
    "assets": set(),
    "options": set(),
    "background": set(),
    "gently": set(),
    "clock": {"operations.ports"},
    "bus": {"domain"},
    "paths": {"domain"},
    "settings": {"domain", "paths"},
    "logs": {"domain", "paths"},
    "crash": {"logs", "domain"},
    "single_instance": {"domain"},
}  # fmt: skip

# Who owns a library: the only modules that may import it.
OWNERS = {
    "PySide6": {"ui", "app", "session", "composition", "single_instance", "self_test"},
    "qasync": {"ui"},
    "tweepy": {"channels.x"},
    "oauthlib": {"channels.x"},
    "requests": {"channels.x"},
    "aiohttp": {"channels.x", "channels.links", "simulator"},
    "multidict": {"channels.x", "simulator"},
    "yarl": {"channels.x", "simulator"},
    "sqlmodel": {"store"},
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "keyring": {"credentials"},
    "numpy": {"domain.suggestion"},
    "snowballstemmer": {"domain.suggestion"},
    "platformdirs": {"paths"},
    "openpyxl": {"operations.faq_sheet"},
}

# Input, output and clocks, which the domain is handed as arguments.
NOT_IN_DOMAIN = {
    "asyncio", "http", "logging", "os", "shutil", "socket", "sqlite3", "ssl", "subprocess",
    "tempfile", "time",
}  # fmt: skip

# Reached through however many of our modules, even at run time inside a function.
NEVER_REACHES = {
    "domain": {"PySide6", "qasync", "tweepy", "aiohttp", "sqlalchemy", "sqlmodel", "keyring"},
    "operations": {"PySide6", "qasync", "tweepy", "aiohttp", "keyring"},
    "store": {"PySide6", "qasync", "tweepy", "aiohttp", "keyring", "numpy"},
    "channels": {"PySide6", "qasync", "sqlalchemy", "sqlmodel", "keyring", "numpy"},
    "credentials": {"PySide6", "qasync", "tweepy", "aiohttp", "sqlalchemy", "numpy"},
    "simulator": {"PySide6", "qasync", "tweepy", "sqlalchemy", "sqlmodel", "keyring", "numpy"},
    "ui": {"tweepy", "aiohttp", "keyring"},
}

SLOW = {
    "tweepy", "aiohttp", "sqlmodel", "sqlalchemy", "alembic", "keyring", "numpy", "openpyxl",
}  # fmt: skip
"""Hundreds of milliseconds each; imported after the first frame, off the UI's thread."""


@cache
def modules() -> dict[str, ast.Module]:
    found = {}
    for path in sorted((ROOT / PACKAGE).rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = ast.parse(path.read_text(encoding="utf-8"), str(path))
    return found


def statements(node: ast.AST, *, inside_functions: bool) -> Iterator[ast.stmt]:
    """Imports that happen at run time; at import of the module only, if so asked."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import | ast.ImportFrom):
            yield child
        elif isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            for other in child.orelse:
                yield from statements(other, inside_functions=inside_functions)
        elif inside_functions or not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from statements(child, inside_functions=inside_functions)


@cache
def imports(module: str, *, inside_functions: bool = True) -> frozenset[tuple[str, int]]:
    """Names of imported modules with their lines; ``from a import b`` is ``a.b`` if a module."""
    found = set()
    for statement in statements(modules()[module], inside_functions=inside_functions):
        if isinstance(statement, ast.Import):
            found |= {(alias.name, statement.lineno) for alias in statement.names}
        elif isinstance(statement, ast.ImportFrom):
            assert statement.level == 0, f"{module}:{statement.lineno}: relative import"
            for alias in statement.names:
                whole = f"{statement.module}.{alias.name}"
                name = whole if whole in modules() else str(statement.module)
                found.add((name, statement.lineno))
    return frozenset(found)


def is_in(module: str, rooms: Iterable[str]) -> bool:
    return any(
        module == f"{PACKAGE}.{room}" or module.startswith(f"{PACKAGE}.{room}.") for room in rooms
    )


def reached(start: str, *, inside_functions: bool = True) -> dict[str, str]:
    """Every module that importing ``start`` may load, with the way to it."""
    ways = {start: start}
    todo = [start]
    while todo:
        module = todo.pop()
        if module not in modules():
            continue
        for name, _ in imports(module, inside_functions=inside_functions):
            if name not in ways:
                ways[name] = f"{ways[module]} -> {name}"
                todo.append(name)
    return ways


def libraries(ways: dict[str, str]) -> dict[str, str]:
    return {
        name.partition(".")[0]: way
        for name, way in ways.items()
        if name.partition(".")[0] not in sys.stdlib_module_names
        and name.partition(".")[0] != PACKAGE
    }


def test_rooms_open_only_into_rooms_they_may() -> None:
    wrong = []
    for module in modules():
        room = max((r for r in OURS if is_in(module, [r])), key=len, default=None)
        if room is None:
            continue
        wrong += [
            f"{module}:{line} imports {name}; {room} may import {sorted(OURS[room]) or 'nothing'}"
            for name, line in imports(module)
            if name.startswith(f"{PACKAGE}.") and not is_in(name, OURS[room])
        ]
    assert not wrong, "\n".join(wrong)


def test_each_library_has_one_owner() -> None:
    wrong = []
    for module in modules():
        for name, line in imports(module):
            library = name.partition(".")[0]
            if library == PACKAGE or library in sys.stdlib_module_names:
                continue
            owners = OWNERS.get(library, set())
            if not is_in(module, owners):
                wrong.append(
                    f"{module}:{line} imports {library}; "
                    + (f"only {sorted(owners)} may" if owners else "it is no dependency of ours")
                )
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("room", NEVER_REACHES)
def test_no_way_leads_round_the_rules(room: str) -> None:
    wrong = []
    for module in modules():
        if is_in(module, [room]):
            found = libraries(reached(module))
            wrong += [found[name] for name in sorted(NEVER_REACHES[room] & found.keys())]
    assert not wrong, "\n".join(wrong)


def test_the_domain_does_no_input_or_output_and_has_no_clock() -> None:
    wrong = []
    for module, tree in modules().items():
        if not is_in(module, ["domain"]):
            continue
        wrong += [
            f"{module}:{line} imports {name}"
            for name, line in imports(module)
            if name.partition(".")[0] in NOT_IN_DOMAIN
        ]
        wrong += [
            f"{module}:{node.lineno} calls {ast.unparse(node.func)}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Call)
            and ast.unparse(node.func).rpartition(".")[2] in {"now", "utcnow", "today", "open"}
        ]
    assert not wrong, "\n".join(wrong)


def test_presenters_know_no_qt_and_panes_no_operations() -> None:
    wrong = []
    for module in modules():
        last = module.rpartition(".")[2]
        if not is_in(module, ["ui"]) or not last.endswith(("pane", "presenter")):
            continue
        for name, line in imports(module):
            if last.endswith("presenter") and name.partition(".")[0] in {"PySide6", "qasync"}:
                wrong.append(f"{module}:{line} imports {name}: presenters know no Qt")
            if last.endswith("pane") and is_in(name, ["operations", "store"]):
                wrong.append(f"{module}:{line} imports {name}: panes show, presenters ask")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    "start",
    # The last two: the list as it stood is shown before the store's libraries are there.
    [
        "__main__", "cli", "app", "settings", "paths", "crash", "store.first_page",
        "ui.inbox.place",
    ],
)  # fmt: skip
def test_the_first_frame_waits_for_nothing_slow(start: str) -> None:
    if f"{PACKAGE}.{start}" in modules():
        ways = libraries(reached(f"{PACKAGE}.{start}", inside_functions=False))
        slow = [ways[name] for name in sorted(SLOW & ways.keys())]
        assert not slow, "\n".join(slow)


def test_the_command_line_imports_no_library_before_it_knows_the_command() -> None:
    found = libraries(reached(f"{PACKAGE}.cli", inside_functions=False))
    assert not found, found


def test_packages_are_empty_folders() -> None:
    full = [
        str(path.relative_to(ROOT))
        for path in sorted((ROOT / PACKAGE).rglob("__init__.py"))
        if path.parent != ROOT / PACKAGE and path.stat().st_size
    ]
    assert not full, f"these __init__.py hold code: {full}"


def test_every_library_with_an_owner_is_declared() -> None:
    declared = (ROOT / "pyproject.toml").read_text(encoding="utf-8").lower()
    used = {n.partition(".")[0] for module in modules() for n, _ in imports(module)}
    for library in used & OWNERS.keys():
        # Parts of another package: tweepy brings these, aiohttp those.
        if library not in {"oauthlib", "requests", "multidict", "yarl"}:
            assert f'"{library.lower()}' in declared, library

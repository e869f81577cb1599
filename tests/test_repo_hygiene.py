"""What must never be in the repository, whoever writes it."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HERE = "tests/test_repo_hygiene.py"

TOP_LEVEL = {
    ".ci", ".editorconfig", ".gitattributes", ".gitignore", "ARCHITECTURE.md", "CHANGELOG.md",
    "CONTRIBUTING.md", "LICENSE", "README.md", "SECURITY.md", "i18n", "incluinfo_desk",
    "packaging", "pyproject.toml", "resources", "tests",
}  # fmt: skip

PATHS_AND_HOSTS = {
    "a folder of one machine": r"(?<![\w./-])/(?:root|work|home/\w+|Users/\w+)/[\w.-]",
    "a file of one machine": r"file:///(?:opt|root|home|Users|tmp)",
    "a folder of Windows users": r"[A-Z]:\\\\?Users\\",
    "a private address": (
        r"(?<![\d.])(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d{1,3}){2}(?![\d.])"
    ),
    "a private host": r"\b[\w-]+\.(?:internal|corp|lan|intranet)\b(?!\()",
    "a package index": r"(?i)\b(?:extra[-_])?index[-_]url\s*=",
}

RICH_TEXT = r"setHtml|insertHtml|toHtml|RichText|MarkdownText|AutoText|setMarkdown|fromHtml"


def tracked() -> list[str]:
    listing = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-z"], capture_output=True, text=True, check=True
    )
    return [name for name in listing.stdout.split("\0") if name and (ROOT / name).is_file()]


def texts() -> dict[str, str]:
    found = {}
    for name in tracked():
        content = (ROOT / name).read_bytes()
        if b"\0" not in content[:8000]:
            found[name] = content.decode("utf-8", "replace")
    return found


@pytest.mark.parametrize("what", PATHS_AND_HOSTS)
def test_nothing_of_one_machine(what: str) -> None:
    pattern = re.compile(PATHS_AND_HOSTS[what])
    found = [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in texts().items()
        if name != HERE
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]
    assert not found, f"{what}:\n" + "\n".join(found[:20])


def test_the_lock_has_hashes_and_no_address() -> None:
    lock = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    pins = [block for block in re.split(r"\n(?=\S)", lock) if "==" in block]
    assert len(pins) > 30
    assert [pin.split()[0] for pin in pins if "--hash=sha256:" not in pin] == []


def test_the_lock_pins_every_direct_dependency() -> None:
    lock = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8").lower()
    declared = re.findall(
        r'^  "([A-Za-z0-9_-]+)', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE
    )
    names = {name for name in declared if re.search(rf'"{name}[\[><=; ]', _dependencies())}
    assert names
    assert [name for name in sorted(names) if f"\n{name.lower()}==" not in f"\n{lock}"] == []


def _dependencies() -> str:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    lists = re.findall(r"^(?:dependencies|dev) = \[(.*?)^\]", text, re.MULTILINE | re.DOTALL)
    return "".join(lists)


def test_the_top_level_is_as_agreed() -> None:
    assert {name.split("/")[0] for name in tracked()} <= TOP_LEVEL


def test_the_licence_is_the_whole_of_eupl_1_2() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert "15.Applicable Law" in text
    assert "LiLiQ-R+" in text


def test_labels_are_made_where_plain_text_is_set() -> None:
    """A bare QLabel guesses whether a citizen's words are HTML."""
    wrong = []
    for path in sorted((ROOT / "incluinfo_desk").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if name == "incluinfo_desk/ui/labels.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            call = isinstance(node, ast.Call) and ast.unparse(node.func).endswith("QLabel")
            base = isinstance(node, ast.ClassDef) and any(
                ast.unparse(each).endswith("QLabel") for each in node.bases
            )
            if (call or base) and isinstance(node, ast.Call | ast.ClassDef):
                wrong.append(f"{name}:{node.lineno}: use the label of ui/labels.py")
    assert not wrong, "\n".join(wrong)


def test_nothing_is_shown_as_html() -> None:
    wrong = [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in texts().items()
        if name.startswith("incluinfo_desk/") and name.endswith(".py")
        for number, line in enumerate(text.splitlines(), 1)
        if re.search(RICH_TEXT, line.partition("#")[0])
    ]
    assert not wrong, "\n".join(wrong)


def test_ci_runs_the_command_of_the_readme() -> None:
    command = "python3 packaging/desk.py test"
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8")

"""Texts that many answers share, written ``{{name}}`` where they stand.

A block is of the desk, not of an entry: an answer keeps the name, and says what the block
says on the day it is used. A block may name others, three deep; one that would come round to
itself is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

DEEPEST = 3
"""Blocks inside blocks; deeper nobody could say what an answer says."""
LONGEST_NAME = 40
_BLOCK = re.compile(r"\{\{([^\W\d_][\w-]{0,39})\}\}")
_NAME = re.compile(r"[^\W\d_][\w-]{0,39}")


@dataclass(frozen=True, slots=True)
class SharedText:
    """A block as a file has it."""

    line: int
    """Where it stands there, 1-based."""
    name: str
    text: str
    ours: str | None = None
    """What this desk says under the name; None where it has none."""

    @property
    def key(self) -> str:
        """How answers, and the rows of a file, name it."""
        return called(self.name)


def called(name: str) -> str:
    """``{{name}}``, as it stands in an answer."""
    return f"{{{{{name}}}}}"


def is_name(name: str) -> bool:
    """Letters, figures, - and _, a letter first, at most :data:`LONGEST_NAME`."""
    return _NAME.fullmatch(name) is not None


def named(text: str) -> tuple[str, ...]:
    """The blocks that ``text`` names, each once, in order."""
    return tuple(dict.fromkeys(_BLOCK.findall(text)))


def expand(text: str, blocks: Mapping[str, str]) -> str:
    """``text`` as it is said; a block that is not there stays as its name in braces."""
    for _ in range(DEEPEST):
        said = _BLOCK.sub(lambda found: blocks.get(found.group(1), found.group()), text)
        if said == text:
            break
        text = said
    return text


def unknown(text: str, blocks: Mapping[str, str]) -> tuple[str, ...]:
    """The blocks that ``text`` asks for and that are not there, or lie too deep."""
    return named(expand(text, blocks))


def turns_round(name: str, text: str, blocks: Mapping[str, str]) -> bool:
    """Whether the block ``name``, saying ``text``, would name itself, however deep."""
    return name in reached([text], {**blocks, name: text})


def reached(texts: Iterable[str], blocks: Mapping[str, str]) -> set[str]:
    """Every block that ``texts`` come to, through whatever others."""
    todo = [each for text in texts for each in named(text)]
    seen: set[str] = set()
    while todo:
        one = todo.pop()
        if one not in seen:
            seen.add(one)
            todo += named(blocks.get(one, ""))
    return seen


def users(name: str, texts: Iterable[str], blocks: Mapping[str, str]) -> bool:
    """Whether one of ``texts`` says the block ``name``, itself or through another."""
    return name in reached(texts, blocks)


def renamed(text: str, old: str, new: str) -> str:
    """``text`` with the block under its new name."""
    return text.replace(f"{{{{{old}}}}}", f"{{{{{new}}}}}")

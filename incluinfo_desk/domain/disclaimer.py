"""The words that an answer is information and no decision, once for each citizen and thread.

INC-41: the channel is "meramente informativo". Where the desk says so it stands in the first
answer a citizen gets in a thread, counts in its length and is not said again there.
"""

from __future__ import annotations

from collections.abc import Iterable


def due(disclaimer: str, said: Iterable[str]) -> str:
    """``disclaimer`` while none of the answers ``said`` has it, else ""; "" asks for none."""
    wanted = disclaimer.strip()
    return "" if not wanted or any(_holds(text, wanted) for text in said) else wanted


def added(text: str, disclaimer: str) -> str:
    """``text`` with ``disclaimer`` on a line of its own, unless it says it already."""
    if not disclaimer or not text.strip() or _holds(text, disclaimer):
        return text
    return f"{text.rstrip()}\n{disclaimer}"


def without(text: str, disclaimer: str) -> str:
    """``text`` as it was before :func:`added`."""
    end = f"\n{disclaimer.strip()}"
    return text.removesuffix(end) if disclaimer.strip() else text


def _holds(text: str, disclaimer: str) -> bool:
    return _folded(disclaimer) in _folded(text)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())

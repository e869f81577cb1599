"""What X does to the text of a post: t.co links, entities, escaping, cutting, ids."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from incluinfo_desk.domain.length import find_urls, weighted_length

SNOWFLAKE_EPOCH_MS = 1_288_834_974_657
"""2010-11-04, the zero of X's ids: the upper bits of an id are milliseconds since."""

LIMIT = 280
LONG_LIMIT = 25_000
"""Longest post X takes from subscribers (x-platform §4)."""

MENTION = re.compile(r"(?<![\w@])@([A-Za-z0-9_]{1,15})(?![A-Za-z0-9_@])")
HASHTAG = re.compile(r"(?<!\w)#(\w*[^\W\d_]\w*)")
CARRIED = re.compile(r"^(?:\s*@[A-Za-z0-9_]{1,15})+\s*")
"""The @s that X puts before a reply."""


def snowflake(wall: float, serial: int) -> str:
    """X's id for a post made at ``wall`` (epoch seconds); ``serial`` parts equal instants."""
    ms = int(wall * 1000) - SNOWFLAKE_EPOCH_MS
    return str((ms << 22) | (serial & 0x3FFFFF))


@dataclass(frozen=True, slots=True)
class Composed:
    """A post as X sends it: escaped text cut to the limit, and the whole where it is long."""

    text: str
    entities: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    note_text: str | None = None
    note_entities: dict[str, list[dict[str, Any]]] = field(default_factory=dict)


def compose(raw: str, post_id: str, account_of: Callable[[str], str | None]) -> Composed:
    """Shorten links, find entities and escape; ``account_of`` knows ids by lower-case handle."""
    text, links = _shorten(raw, post_id)
    whole = html.escape(text, quote=False)
    entities = _entities(whole, links, account_of)
    if weighted_length(raw) <= LIMIT:
        return Composed(whole, entities)
    own = f"https://t.co/{_code(post_id)}"
    short = text[: LIMIT - 26].rsplit(" ", 1)[0]
    cut = html.escape(f"{short}… {own}", quote=False)
    links[own] = f"https://x.com/i/web/status/{post_id}"
    return Composed(cut, _entities(cut, links, account_of), whole, entities)


def mentioned(raw: str) -> list[str]:
    """Handles named in the text, lower case, in order, each once."""
    return list(dict.fromkeys(m.group(1).lower() for m in MENTION.finditer(raw)))


def without_carried(raw: str) -> str:
    """The text as its author typed it, before X put the @s of the thread in front."""
    return CARRIED.sub("", raw)


def _shorten(raw: str, post_id: str) -> tuple[str, dict[str, str]]:
    links: dict[str, str] = {}
    pieces: list[str] = []
    done = 0
    for span in find_urls(raw):
        target = span.text if "://" in span.text else f"http://{span.text}"
        short = f"https://t.co/{_code(f'{post_id}/{len(links)}/{target}')}"
        links[short] = target
        pieces += [raw[done : span.start], short]
        done = span.end
    return "".join([*pieces, raw[done:]]), links


def _code(seed: str) -> str:
    alphabet = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
    number = int.from_bytes(hashlib.sha256(seed.encode()).digest()[:10], "big")
    digits = []
    for _ in range(10):
        number, digit = divmod(number, len(alphabet))
        digits.append(alphabet[digit])
    return "".join(digits)


def _entities(
    text: str,
    links: dict[str, str],
    account_of: Callable[[str], str | None],
) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for match in MENTION.finditer(text):
        if account := account_of(match.group(1).lower()):
            found.setdefault("mentions", []).append(
                {
                    "start": match.start(),
                    "end": match.end(),
                    "username": match.group(1),
                    "id": account,
                },
            )
    for match in HASHTAG.finditer(text):
        found.setdefault("hashtags", []).append(
            {"start": match.start(), "end": match.end(), "tag": match.group(1)},
        )
    for short, target in links.items():
        at = text.find(short)
        if at >= 0:
            found.setdefault("urls", []).append(
                {
                    "start": at,
                    "end": at + len(short),
                    "url": short,
                    "expanded_url": target,
                    "display_url": _display(target),
                },
            )
    return found


def _display(target: str) -> str:
    """X prints the address without scheme and www, cut after 27 characters."""
    bare = re.sub(r"^https?://(?:www\.)?", "", target).rstrip("/")
    return bare if len(bare) <= 27 else f"{bare[:27]}…"

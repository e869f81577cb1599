"""The hints on plain language that suit a text and the channel's way of speaking."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from incluinfo_desk.assets import resource

if TYPE_CHECKING:
    from incluinfo_desk.domain.plain_language import Hint, PlainLanguage

OFF = "off"
"""Of ``Settings.address``: no hints are wanted."""


def plain_hints(text: str, address: str) -> tuple[Hint, ...]:
    """What ``text`` could say more plainly; nothing for other languages than Spanish.

    Reads a file the first time: call it in a thread. About a millisecond a reply.
    """
    if address == OFF or not text.strip():
        return ()
    from incluinfo_desk.domain.plain_language import Address
    from incluinfo_desk.domain.suggestion.language import detect

    if detect(text) not in {"es", "und"}:
        return ()
    return _content().hints(text, Address(address))


@cache
def _content() -> PlainLanguage:
    from incluinfo_desk.domain.plain_language import PlainLanguage

    return PlainLanguage.from_json(resource("faq", "plain_language.json").read_text("utf-8"))

"""A draft for the FAQ out of one conversation, with nothing of the person in it (INC-20)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from incluinfo_desk.domain import privacy
from incluinfo_desk.domain.faq import LINK_SLOT
from incluinfo_desk.domain.plain_text import displayable

_HANDLE = re.compile(r"(?<![\w@])@\w+")
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
_GREETING = re.compile(
    r"^\s*(?:¡\s*)?(?:hola|buen(?:os|as)\s+(?:d[ií]as|tardes|noches)|buenas|estimad[oa])\b"
    r"(?:(?:[^\S\n]+(?-i:[A-ZÁÉÍÓÚÜÑÇ])[^\s,.:;!¡?¿]*){1,2}\s*[,.:;!]+|\s*[,.:;!]*)\s*",
    re.IGNORECASE,
)
"""A greeting with its sign, and the name before the sign where one stands there."""
_MASKED = re.compile(rf"[^\s{privacy.MASK}]*{privacy.MASK}[^\s,.;:!?]*")
_ASKED_ALONE = re.compile(r"\s+([,.;:!?])")
_SHORTEST_NAME = 3
"""Letters. "Li" or "Al" would take words out of the answer that are nobody's name."""


@dataclass(frozen=True, slots=True)
class Candidate:
    question: str
    reply: str
    link: str | None


def candidate(
    question: str,
    reply: str,
    names: Sequence[str] = (),
    official: frozenset[str] = privacy.OFFICIAL,
) -> Candidate:
    """What a draft begins with; ``names`` are the citizen's handle and display name.

    Handles, names, greetings and whatever has the shape of personal data go; the first link
    of the reply becomes the link of the entry.
    """
    text, link = reply, None
    found = _LINK.search(reply)
    if found is not None:
        bare = found[0].rstrip(".,;:!?)»”")
        if bare.lower().startswith("https://") and privacy.is_clean(bare, official):
            link = bare
            text = reply[: found.start()] + LINK_SLOT + reply[found.start() + len(bare) :]
    return Candidate(
        question=scrubbed(_LINK.sub("", question), names, official).replace("\n", " "),
        reply=scrubbed(text, names, official),
        link=link,
    )


def scrubbed(
    text: str, names: Sequence[str], official: frozenset[str], *, any_case: bool = False
) -> str:
    """``text`` with nobody in it: no handle, name of ``names``, greeting or personal data.

    With ``any_case`` a name of one word goes too however it is written, where losing a rose
    for a Rosa does no harm.
    """
    begins = text.lstrip()[:1]
    text = _HANDLE.sub("", text)
    text = _GREETING.sub("", text)
    text = _MASKED.sub("", privacy.mask(text, official).text)
    for name in names:
        if len(name.split()) > 1 or (any_case and len(name.strip()) >= _SHORTEST_NAME):
            # Both together are a name however they are written.
            text = re.sub(re.escape(name.strip()), "", text, flags=re.IGNORECASE)
    for name in _words_of(names):
        # As a name is written: with a capital, so that "rosa" the colour stays.
        text = re.sub(rf"(?<!\w){re.escape(name.capitalize())}(?!\w)", "", text)
        text = re.sub(rf"(?<!\w){re.escape(name.upper())}(?!\w)", "", text)
    text = re.sub(r"[^\S\n]{2,}", " ", text)
    text = _ASKED_ALONE.sub(r"\1", text).lstrip(" ,.;:!").strip()
    # Only where the beginning was taken away: citizens' own spelling stays.
    cut = text[:1] != begins
    return displayable(text[:1].upper() + text[1:] if cut else text)


def _words_of(names: Sequence[str]) -> list[str]:
    words = (word for name in names for word in re.findall(r"[^\W\d_]+", name))
    return [word for word in dict.fromkeys(words) if len(word) >= _SHORTEST_NAME]

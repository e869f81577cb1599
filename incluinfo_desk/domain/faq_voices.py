"""One answer as it is said where it is asked: on X, at the telephone or counter, on a web page.

CTC-13: the same text everywhere, in the form of each place. At the telephone it is read aloud:
addresses are written out, hashtags and emoji are left away.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from html import escape
from urllib.parse import urlsplit

from incluinfo_desk.domain.blocks import expand
from incluinfo_desk.domain.faq import EASY_READ, LINK_SLOT, FaqEntry, Translation
from incluinfo_desk.domain.plain_text import displayable
from incluinfo_desk.domain.variants import variant_text

SPANISH = "es"
_LONGEST_PATH = 24
"""Letters of an address after its host that anybody would write down from a telephone."""
_PICTURES = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d\u20e3]+")
_SLOT = re.compile(r"\{([^{}]+)\}")
_ADDRESS = re.compile(r"https?://\S*[^\s.,;:)]")
_SIGNS = ".-_/"
_SPOKEN: Mapping[str, tuple[str, ...]] = {
    SPANISH: ("punto", "guion", "guion bajo", "barra"),
    "ca": ("punt", "guió", "guió baix", "barra"),
    "gl": ("punto", "guión", "guión baixo", "barra"),
    "eu": ("puntu", "marratxo", "behe-marra", "barra"),
    "en": ("dot", "hyphen", "underscore", "slash"),
}
"""Names of :data:`_SIGNS`."""
_BELOW: Mapping[str, str] = {
    SPANISH: "la dirección completa figura debajo",
    "ca": "l'adreça completa és a sota",
    "gl": "o enderezo completo figura debaixo",
    "eu": "helbide osoa behean dago",
    "en": "the whole address is below",
}


class Voice(StrEnum):
    X = "x"
    PHONE = "phone"
    WEB = "web"


def said(entry: FaqEntry, voice: Voice, language: str = SPANISH) -> str:
    """The answer in that language, or in Spanish where it has none, as that place takes it."""
    variant = entry.translation_in(language)
    match voice:
        case Voice.PHONE:
            return spoken(entry, variant)
        case Voice.WEB:
            return web_entry(entry, variant)
        case Voice.X:
            return entry.rendered() if variant is None else variant_text(entry, variant)


def spoken(entry: FaqEntry, variant: Translation | None = None) -> str:
    """The reply as somebody says it at the telephone."""
    text, link, language = _text(entry, variant)
    if link:
        text = text.replace(LINK_SLOT, spoken_address(link, language))
    text = _SLOT.sub(lambda slot: f"[{slot[1]}]", _PICTURES.sub("", text)).replace("#", "")
    text = _ADDRESS.sub(lambda found: spoken_address(found[0], language), text)
    return displayable(re.sub(r"[ \t]{2,}", " ", text).strip())


def heard_in(variant: Translation | None) -> str:
    """The language for whoever has it read aloud by a machine; easy read is Spanish too."""
    return SPANISH if variant is None or variant.language == EASY_READ else variant.language


def spoken_address(url: str, language: str = SPANISH) -> str:
    """``sede punto seg guion social punto gob punto es``; of a long address, its site."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return url
    names = dict(zip(_SIGNS, _SPOKEN.get(language, _SPOKEN[SPANISH]), strict=True))
    heard = re.sub(r"^www\.", "", host)
    path = parts.path.rstrip("/")
    short = len(path) <= _LONGEST_PATH and not parts.query and not parts.fragment
    if path and short:
        heard += path
    words = "".join(f" {names[c]} " if c in names else c for c in heard).strip()
    words = re.sub(r" {2,}", " ", words)
    return words if short else f"{words} ({_BELOW.get(language, _BELOW[SPANISH])})"


def web_entry(entry: FaqEntry, variant: Translation | None = None) -> str:
    """A piece of HTML for a page of questions and answers, with its language and no style.

    The address is a link with words of its own (EN 301 549 §9.2.4.4); only https is one.
    """
    text, link, language = _text(entry, variant)
    question = escape(displayable(entry.question))
    heading = f'<h2 lang="es">{question}</h2>' if language != SPANISH else f"<h2>{question}</h2>"
    text = displayable(_PICTURES.sub("", text).replace(LINK_SLOT, "").replace("#", ""))
    paragraphs = (re.sub(r" {2,}", " ", part).strip(" :") for part in text.split("\n"))
    lines = [f'<article lang="{escape(language)}">', heading]
    lines += [f"<p>{escape(part)}</p>" for part in paragraphs if part]
    if link and link.startswith("https://"):
        host = (urlsplit(link).hostname or link).removeprefix("www.")
        lines.append(f'<p><a href="{escape(displayable(link))}">{escape(host)}</a></p>')
    return "\n".join([*lines, "</article>"])


def _text(entry: FaqEntry, variant: Translation | None) -> tuple[str, str | None, str]:
    """Words with their slots, address, and the language for whoever reads aloud."""
    if variant is None:
        return entry.spoken, entry.link, SPANISH
    return expand(variant.reply, entry.blocks), variant.link or entry.link, heard_in(variant)

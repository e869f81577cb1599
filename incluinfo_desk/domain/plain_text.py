"""Citizens' text made safe to look at: nothing hidden, nothing reordered, no false friends.

Rules of reliability-security §3.2. What comes out is still plain text; that it is never
drawn as HTML is the widgets' duty.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import urlsplit

# --- what is shown ---------------------------------------------------------------------------

_MAX_MARKS = 4
"""Combining marks kept on one letter."""

_ZWJ, _VS15, _VS16 = "\u200d", "\ufe0e", "\ufe0f"

_FILLERS = "\u115f\u1160\u3164\uffa0\u2800\u034f\u17b4\u17b5"
_HIDDEN = re.compile(
    f"[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff{_FILLERS}"
    "\ufff9-\ufffb\ufe00-\ufe0d\U000e0000-\U000e0fff]",
)
"""Bidi controls, zero width, fillers, tags, variation selectors, annotations."""

_KEYCAP = "\u20e3"
_TAG_FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e007a]{1,7}\U000e007f")
"""A flag of a region, such as Scotland's: the one honest use of tags."""

_PLAIN = re.compile("[\n\t -~\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u203b\u20a0-\u20bf]+")
"""Latin letters, signs and spaces, in which nothing can hide: taken in one piece."""


def displayable(text: str) -> str:
    """``text`` as it may be shown: what cannot be seen stands as ``⟦U+202E⟧``.

    Control characters other than newline and tab are dropped; joiners inside emoji and in
    scripts that need them stay; at most four combining marks stay on a letter.
    """
    shown: list[str] = []
    marks = 0
    at = 0
    while at < len(text):
        plain = _PLAIN.match(text, at)
        if plain is not None:
            shown.append(plain.group())
            marks = 0
            at = plain.end()
            continue
        flag = _TAG_FLAG.match(text, at)
        if flag is not None:
            shown.append(flag.group())
            at = flag.end()
            continue
        char = text[at]
        if unicodedata.category(char) in ("Mn", "Me") and not _is_selector(char):
            marks += 1
            if marks <= _MAX_MARKS:
                shown.append(char)
        else:
            marks = 0
            shown.append(_shown(text, at))
        at += 1
    return "".join(shown)


def _is_selector(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef" or char in _FILLERS


def _shown(text: str, at: int) -> str:
    char = text[at]
    category = unicodedata.category(char)
    if category == "Cc":
        return char if char in "\n\t" else ""
    if category == "Cs":
        # Half of a character: neither SQL nor Qt takes it.
        return "\ufffd"
    if char in (_ZWJ, "\u200c"):
        return char if _joins(text, at) else _chip(char)
    if char in (_VS15, _VS16):
        return char if at and _takes_selector(text[at - 1]) else _chip(char)
    if category in ("Zl", "Zp"):
        return "\n"
    if _HIDDEN.match(char) or (category in ("Cf", "Cn") and not _is_visible_format(char)):
        return _chip(char)
    return char


def _chip(char: str) -> str:
    return f"⟦U+{ord(char):04X}⟧"


def _is_visible_format(char: str) -> bool:
    """Arabic and Indic signs that Unicode files under format but that print ink."""
    return unicodedata.category(char) == "Cf" and (
        "\u0600" <= char <= "\u08e2" or char > "\U00010000"
    )


def _is_pictograph(char: str) -> bool:
    return unicodedata.category(char) in ("So", "Sk") and char > "\u2000"


def _takes_selector(char: str) -> bool:
    return _is_pictograph(char) or char in "#*0123456789©®‼⁉〰〽↔↕" or "\u2190" <= char <= "\u2bff"


def _joins(text: str, at: int) -> bool:
    """Whether a joiner has something to join: emoji, or letters of a joining script."""
    if not 0 < at < len(text) - 1:
        return False
    before, after = text[at - 1], text[at + 1]
    if text[at] == _ZWJ and _is_pictograph(after):
        return before == _VS16 or _is_pictograph(before)
    return _joining_script(before) and _joining_script(after)


def _joining_script(char: str) -> bool:
    # Arabic, Syriac and Thaana; the scripts of India, Sri Lanka, Burma and Cambodia.
    return (
        "\u0600" <= char <= "\u08ff" or "\u0900" <= char <= "\u0dff" or "\u1000" <= char <= "\u17ff"
    )


def isolated(name: str) -> str:
    """A name between FSI and PDI: its direction cannot reorder what stands around it."""
    inside = " ".join(displayable(name).split())
    return f"\u2068{inside}\u2069"


# --- links -----------------------------------------------------------------------------------

_OFFICIAL_HOSTS = ("gob.es", "seg-social.es", "boe.es")
_HOST = re.compile(r"[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?)+")
_MAX_HOST = 253


def host_of(url: str) -> str | None:
    """Where an http(s) address really leads, in punycode and lower case.

    None for other schemes, for addresses that carry a user name, and for whatever is not
    one clean address (RFC 3986): those are not opened.
    """
    if any(ord(char) <= 0x20 or char in "\\\x7f" for char in url) or _HIDDEN.search(url):
        return None
    try:
        parts = urlsplit(url)
        name, _port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not name or "@" in parts.netloc:
        return None
    if len(name) > _MAX_HOST:
        return None
    try:
        host = name.rstrip(".").encode("idna").decode("ascii").lower()
    except UnicodeError:
        return None
    return host if _HOST.fullmatch(host) else None


def is_official(url: str) -> bool:
    """Whether the address is of the Administration: ``*.gob.es``, the Social Security, BOE."""
    host = host_of(url)
    if host is None:
        return False
    return any(host == name or host.endswith("." + name) for name in _OFFICIAL_HOSTS)


# --- look-alikes -----------------------------------------------------------------------------

_LOOKALIKES = str.maketrans(
    "авекмнопрстухіјѕһԁԛԝьүαβγεηικνορτυχωϲıłøđ",
    "abekmhonpctyxijshdqwbyabyenikvoptuxwcilod",
)
"""Cyrillic, Greek and a few Latin letters that pass for plain ones at a glance."""

_SAME = str.maketrans(
    {"0": "o", "1": "l", "i": "l", "|": "l", "!": "l", "5": "s", "3": "e", "4": "a"}
)


def _skeleton(name: str) -> str:
    """What a hurried eye reads: two names with one skeleton look the same."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    plain = unicodedata.normalize("NFKD", plain.translate(_LOOKALIKES))
    letters = "".join(c for c in plain if c.isalnum() or c in "|!")
    return letters.translate(_SAME).replace("rn", "m").replace("vv", "w").replace("cl", "d")


def looks_like(handle_or_name: str, ours: Iterable[str]) -> bool:
    """Whether a name would be taken for one of ``ours`` without being it.

    Handles are compared without @ and without case, so our own are never flagged.
    """
    theirs = handle_or_name.strip().lstrip("@")
    own = [name.strip().lstrip("@") for name in ours]
    if any(theirs.casefold() == name.casefold() for name in own):
        return False
    skeleton = _skeleton(theirs)
    return bool(skeleton) and any(skeleton == _skeleton(name) for name in own)


OFFICIAL_ACCOUNTS = ("incluinfo", "inclusiongob", "info_TGSS")
"""Accounts of the Administration that a citizen might be made to believe."""


def imitated(handle: str, name: str, ours: Iterable[str] = OFFICIAL_ACCOUNTS) -> str | None:
    """Which of ``ours`` the handle or the display name of somebody else passes for.

    A display name may be copied letter by letter, so there even an equal one is flagged.
    """
    own = [account.strip().lstrip("@") for account in ours]
    if any(handle.casefold() == account.casefold() for account in own):
        return None
    seen = {_skeleton(handle), _skeleton(name)} - {""}
    return next((account for account in own if _skeleton(account) in seen), None)

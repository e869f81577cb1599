"""How long a post is for X, and what X will turn into a link.

Weighs text as twitter-text's configuration v3 does (``config/v3.json``, checked against
its conformance cases): NFC first, 280 units, one unit for U+0000-10FF, 2000-200D,
2010-201F and 2032-2037, two for everything else, two for a whole emoji, 23 for a URL.
The @s that X puts before a reply are not part of our text and need no rule here.

Links are found by a scanner and not by twitter-text's regular expression, so that the
time stays proportional to the text whatever is typed.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from incluinfo_desk.domain.tlds import TLDS

LIMIT = 280
"""Units a post may weigh."""

URL_LENGTH = 23
"""Units of any link, whatever its real length."""

_MAX_URL = 4096
_MAX_TCO_SLUG = 40
_MAX_LABEL = 63
_LONGEST_TLD = max(map(len, TLDS))
_UNICODE_TLD_STARTS = frozenset(t[0] for t in TLDS if not t.isascii())


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a text: ``text[start:end]``."""

    start: int
    end: int
    text: str


# --- the alphabet of links (twitter-text, regexp/) ---------------------------------------

_SPACES = r"\x09-\x0D\x20\x85\xA0\u1680\u180E\u2000-\u200A\u2028\u2029\u202F\u205F\u3000"
_DIRECTION = r"\u202A-\u202E\u061C\u200E\u200F\u2066-\u2069"
_INVALID = r"\uFFFE\uFEFF\uFFFF"
_LATIN = (
    r"\xC0-\xD6\xD8-\xF6\xF8-\xFF\u0100-\u024F\u0253\u0254\u0256\u0257\u0259\u025B\u0263"
    r"\u0268\u026F\u0272\u0289\u028B\u02BB\u0300-\u036F\u1E00-\u1EFF"
)
_NOT_DOMAIN = r"!'#%&()*+,\\/:;<=>?@\[\]^{|}~$" + _SPACES + _INVALID + _DIRECTION

_RUN = re.compile(f"[^{_NOT_DOMAIN}]+")
"""Domain characters with the ``-``, ``_`` and ``.`` that may stand between them."""
_SCHEME_BEFORE = re.compile(r"https?://\Z", re.IGNORECASE)
_NO_START_AFTER = re.compile(f"[A-Za-z0-9@＠$#＃{_INVALID}]")
_ASCII_TAIL = re.compile(f"[-A-Za-z0-9{_LATIN}]+\\Z")
_ASCII_LABEL = re.compile(f"[-A-Za-z0-9{_LATIN}]+")
_TLD_WORD = re.compile("[0-9A-Za-z]+")
_PUNYCODE_TLD = re.compile("xn--[-0-9a-z]+", re.IGNORECASE)

_G = rf"[a-z\u0400-\u04FF0-9!*';:=+,.$/%#\[\]\-\u2013_~@|&{_LATIN}]"
_PARENS = rf"\((?:{_G}+|{_G}*\({_G}+\){_G}*)\)"
_PATH_END = rf"(?:[+\-a-z\u0400-\u04FF0-9=_#/{_LATIN}]|{_PARENS})"
_PATH = rf"(?:/(?:{_G}*(?:{_PARENS}{_G}*)*{_PATH_END}|@{_G}+/)*)?"
_QUERY_BODY = r"\?[a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*[a-z0-9\-_&=#/]"
_TAIL = re.compile(rf"(?::[0-9]+)?({_PATH})(?:{_QUERY_BODY})?", re.IGNORECASE)
_TCO = re.compile(rf"https?://t\.co/([a-z0-9]+)(?:{_QUERY_BODY})?", re.IGNORECASE)


def find_urls(text: str) -> list[Span]:
    """Every stretch of ``text`` that X will turn into a link, in order."""
    found: list[Span] = []
    done = 0
    for run in _RUN.finditer(text):
        if "." not in run.group():
            continue
        chain = _Chain(text, run.start(), run.end())
        position = max(run.start(), done)
        while position < run.end():
            hit = _next_domain(text, chain, position, done)
            if hit is None:
                break
            start, domain_start, domain_end = hit
            domain = text[domain_start:domain_end]
            # A longer tail than any link may have is of no use to anybody.
            tail = _TAIL.match(text, domain_end, domain_end + _MAX_URL)
            done = tail.end() if tail else domain_end
            position = done
            if not _is_valid(text[start:done], domain, start == domain_start):
                continue
            if start < domain_start:
                found.extend(_with_scheme(text, start, done))
            elif domain_start == 0 or text[domain_start - 1] not in "-_./":
                found.extend(_without_scheme(text, domain_start, domain_end, tail))
    return found


def _with_scheme(text: str, start: int, end: int) -> Iterator[Span]:
    tco = _TCO.match(text, start, end)
    if tco is not None:
        if len(tco.group(1)) > _MAX_TCO_SLUG:
            return
        end = tco.end()
    yield Span(start, end, text[start:end])


def _without_scheme(
    text: str,
    start: int,
    end: int,
    tail: re.Match[str] | None,
) -> Iterator[Span]:
    """Only the Latin parts of a domain count when nobody wrote ``https://``."""
    domain = text[start:end]
    spans = [(start + a, start + b) for a, b in _latin_domains(domain)]
    for number, (a, b) in enumerate(spans):
        # What follows the domain belongs to the last part when there is a path.
        if number == len(spans) - 1 and tail is not None and tail.group(1):
            b = tail.end()
        yield Span(a, b, text[a:b])


def _is_valid(url: str, domain: str, bare: bool) -> bool:
    if any(len(label) > _MAX_LABEL for label in domain.split(".")):
        return False
    try:
        extra = len(domain.encode("idna")) - len(domain)
    except UnicodeError:
        return False
    return len(url) + extra + (len("https://") if bare else 0) <= _MAX_URL


def _tld_end(text: str, start: int, end: int) -> int | None:
    """End of the top-level domain that begins at ``start``, if one does."""

    def closed(at: int) -> bool:
        return at >= end or not (text[at].isascii() and (text[at].isalnum() or text[at] in "@+-"))

    if start >= end:
        return None
    if text[start] in _UNICODE_TLD_STARTS:
        for stop in range(min(end, start + _LONGEST_TLD), start, -1):
            if text[start:stop] in TLDS and closed(stop):
                return stop
        return None
    word = _TLD_WORD.match(text, start, min(end, start + _LONGEST_TLD + 1))
    if word is None:
        return None
    if word.group().lower() in TLDS and closed(word.end()):
        return word.end()
    punycode = _PUNYCODE_TLD.match(text, start, min(end, start + _MAX_LABEL))
    return punycode.end() if punycode else None


class _Chain:
    """One run of domain characters, cut at its dots.

    ``reach[i]`` is the last dot that can precede the top-level domain when the domain
    begins with the whole label ``i`` or with a tail of it.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        self.dots = [i for i in range(start, end) if text[i] == "."]
        self.starts = [start, *(dot + 1 for dot in self.dots)]
        self.onward: list[int | None] = [None] * len(self.dots)
        """Best dot to the right of label i, reached through whole labels only."""
        # The look-ahead after a top-level domain may see one character past the run.
        stop = min(len(text), end + 1)
        self.tld_ends = [_tld_end(text, dot + 1, stop) for dot in self.dots]
        for i in range(len(self.dots) - 2, -1, -1):
            label = text[self.starts[i + 1] : self.dots[i + 1]]
            if not label or label[0] in "-_" or label[-1] in "-_":
                continue
            best = self.onward[i + 1]
            if best is None and self.tld_ends[i + 1] is not None and "_" not in label:
                best = i + 1
            self.onward[i] = best


def _next_domain(
    text: str,
    chain: _Chain,
    position: int,
    done: int,
) -> tuple[int, int, int] | None:
    """First link at or after ``position``: its start, its domain's start and end."""
    for i in range(bisect_right(chain.dots, position), len(chain.dots)):
        dot = chain.dots[i]
        if text[dot - 1] in "-_":
            continue
        onward = chain.onward[i]
        if onward is None and chain.tld_ends[i] is None:
            continue
        first = max(chain.starts[i], position)
        if onward is None:
            # The label before the top-level domain holds no underscore.
            first = max(first, text.rfind("_", first, dot) + 1)
        tld_end = chain.tld_ends[i if onward is None else onward]
        if tld_end is None:
            continue
        scheme = _scheme_start(text, first, done) if first == chain.starts[0] else None
        if scheme is not None and text[first] not in "-_":
            return scheme, first, tld_end
        # At the very beginning X prefers to take the first character as what stands
        # before the link, when it can.
        starts = [1, 0, *range(2, dot)] if first == 0 and dot > 1 else range(first, dot)
        for start in starts:
            if text[start] not in "-_" and _may_start(text, start, done):
                return start, start, tld_end
    return None


def _may_start(text: str, at: int, done: int) -> bool:
    """Whether a link may begin here: nothing, or a consumed character, stands before."""
    return at == 0 or (at > done and _NO_START_AFTER.match(text[at - 1]) is None)


def _scheme_start(text: str, at: int, done: int) -> int | None:
    before = _SCHEME_BEFORE.search(text, max(0, at - len("https://")), at)
    if before is None or not _may_start(text, before.start(), done):
        return None
    return before.start()


def _latin_domains(domain: str) -> Iterator[tuple[int, int]]:
    chain = _Chain(domain, 0, len(domain))
    whole = [
        _ASCII_LABEL.fullmatch(domain, start, dot) is not None
        for start, dot in zip(chain.starts, chain.dots, strict=False)
    ]
    reach: list[int | None] = [None] * len(chain.dots)
    for i in range(len(chain.dots) - 1, -1, -1):
        if i + 1 < len(reach) and whole[i + 1] and reach[i + 1] is not None:
            reach[i] = reach[i + 1]
        elif chain.tld_ends[i] is not None:
            reach[i] = i
    done = 0
    for i, dot in enumerate(chain.dots):
        best = reach[i]
        if dot < done or best is None:
            continue
        tail = _ASCII_TAIL.search(domain, max(chain.starts[i], done), dot)
        end = chain.tld_ends[best]
        if tail is not None and end is not None:
            yield tail.start(), end
            done = end


# --- emoji ---------------------------------------------------------------------------------

_PICTOGRAPH = (
    r"[\xA9\xAE\u203C\u2049\u2122\u2139\u2194-\u2199\u21A9\u21AA\u231A\u231B\u2328\u23CF"
    r"\u23E9-\u23F3\u23F8-\u23FA\u24C2\u25AA\u25AB\u25B6\u25C0\u25FB-\u25FE\u2600-\u27BF"
    r"\u2934\u2935\u2B05-\u2B07\u2B1B\u2B1C\u2B50\u2B55\u3030\u303D\u3297\u3299"
    r"\U0001F004\U0001F0CF\U0001F170-\U0001F19A\U0001F201-\U0001F251\U0001F300-\U0001F3FA"
    r"\U0001F400-\U0001FAFF]"
)
_TONED = (
    r"[\u261D\u26F9\u270A-\u270D\U0001F385\U0001F3C2-\U0001F3C4\U0001F3C7"
    r"\U0001F3CA-\U0001F3CC\U0001F442\U0001F443\U0001F446-\U0001F450\U0001F466-\U0001F478"
    r"\U0001F47C\U0001F481-\U0001F487\U0001F48F\U0001F491\U0001F4AA\U0001F574\U0001F575"
    r"\U0001F57A\U0001F590\U0001F595\U0001F596\U0001F645-\U0001F64F\U0001F6A3"
    r"\U0001F6B4-\U0001F6B6\U0001F6C0\U0001F6CC\U0001F90C-\U0001F93E\U0001F977"
    r"\U0001F9B5-\U0001F9B9\U0001F9BB\U0001F9CD-\U0001F9DD\U0001FAC3-\U0001FAC5"
    r"\U0001FAF0-\U0001FAF8]"
)
_ELEMENT = rf"(?:{_TONED}[\U0001F3FB-\U0001F3FF]|{_PICTOGRAPH}(?!\uFE0E)\uFE0F?)"
_EMOJI = re.compile(
    r"[#*0-9]\uFE0F?\u20E3"
    r"|[\U0001F1E6-\U0001F1FF]{2}"
    r"|\U0001F3F4[\U000E0030-\U000E007A]{1,7}\U000E007F"
    rf"|{_ELEMENT}(?:\u200D{_ELEMENT})*"
    r"|[\U0001F3FB-\U0001F3FF]",
)
"""Flags, keycaps, tag flags, and pictographs joined by ZWJ (UTS 51). New joined emoji
are taken as one, although X may not know them yet."""


# --- weight --------------------------------------------------------------------------------


def _weight(char: str) -> int:
    code = ord(char)
    light = code <= 0x10FF or 0x2000 <= code <= 0x200D or 0x2010 <= code <= 0x201F
    return 1 if light or 0x2032 <= code <= 0x2037 else 2


def _normalised(text: str) -> str:
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n")


def _units(text: str, urls: list[Span]) -> Iterator[tuple[int, int, int]]:
    """Cut ``text`` into what counts as one: start, end and weight of each."""
    at = 0
    for url in [*urls, None]:
        stop = url.start if url else len(text)
        while at < stop:
            emoji = _EMOJI.match(text, at, stop)
            end = emoji.end() if emoji else at + 1
            yield at, end, 2 if emoji else _weight(text[at])
            at = end
        if url:
            yield url.start, url.end, URL_LENGTH
            at = url.end


def weighted_length(text: str) -> int:
    """Units the post weighs for X; it is refused above :data:`LIMIT`."""
    plain = _normalised(text)
    return sum(weight for _, _, weight in _units(plain, find_urls(plain)))


def has_url(text: str) -> bool:
    """Whether X bills this as a post with a URL (x-platform §1)."""
    return bool(find_urls(text))


# --- accidental links ------------------------------------------------------------------------

_WORD_TLDS = frozenset(
    ["al", "de", "es", "la", "me", "mi", "no", "sa", "se", "si", "sin", "su", "te", "tu", "ya"],
)
"""Top-level domains that begin a Spanish sentence when the space was forgotten."""

_HOUSE = ("gob.es", "seg-social.es", "boe.es")


def accidental_links(text: str) -> list[Span]:
    """Links that nobody meant: ``solicitud.Se``, ``P.D.Me``, ``060.es``.

    X makes a link of a full stop without a space; it costs 23 units and the price of a
    URL (x-platform §4). Addresses written with ``https://``, ``www.``, a path, or of the
    Administration are taken as meant.
    """
    return [url for url in find_urls(text) if _is_accidental(url.text)]


def _is_accidental(url: str) -> bool:
    lower = url.lower()
    if "/" in url or "?" in url or ":" in url or lower.startswith("www."):
        return False
    if any(lower == host or lower.endswith("." + host) for host in _HOUSE):
        return False
    *labels, last = url.split(".")
    if last[0].isupper() or any(len(label) == 1 for label in labels):
        return True
    if all(label.isdigit() for label in labels):
        return True
    return len(labels) == 1 and last in _WORD_TLDS and last != "es"


# --- threads -----------------------------------------------------------------------------------

_SENTENCE = re.compile(r"(?<=[.!?…»”])\s+|\n+")
_WORD = re.compile(r"\s+")


def split_thread(text: str, limit: int = LIMIT) -> list[str]:
    """The text in numbered parts of at most ``limit`` units, cut between sentences.

    A text that fits comes back whole and without a number. Words are cut only when one
    alone is longer than a part. Raises :class:`ValueError` below 40 units.
    """
    if limit < 2 * URL_LENGTH - 6:
        raise ValueError("a part must hold at least one link and its number")
    plain = _normalised(text).strip()
    if weighted_length(plain) <= limit:
        return [plain] if plain else []
    digits = 1
    while True:
        room = limit - len(" (/)") - 2 * digits
        parts = _pack(plain, room)
        if len(str(len(parts))) <= digits:
            return [f"{part} ({n}/{len(parts)})" for n, part in enumerate(parts, 1)]
        digits += 1


def _pack(text: str, room: int) -> list[str]:
    parts: list[str] = []
    current = ""
    used = 0
    for glue, piece in _pieces(text, room):
        weight = weighted_length(piece)
        if current and used + len(glue) + weight <= room:
            joined = current + glue + piece
            # Without a gap between them two pieces may make a link that weighs more.
            total = used + len(glue) + weight if glue else weighted_length(joined)
            if total <= room:
                current, used = joined, total
                continue
        if current:
            parts.append(current)
        current, used = piece, weight
    return [*parts, current]


def _pieces(text: str, room: int) -> Iterator[tuple[str, str]]:
    """Sentences, or words of sentences too long, or slices of words too long, each with
    what stood before it."""
    for glue, sentence in _cut(_SENTENCE, text):
        if weighted_length(sentence) <= room:
            yield glue, sentence
            continue
        for inner, word in _cut(_WORD, sentence):
            yield from _slices(inner or glue, word, room)


def _cut(border: re.Pattern[str], text: str) -> Iterator[tuple[str, str]]:
    at, glue = 0, ""
    for gap in border.finditer(text):
        if gap.start() > at:
            yield glue, text[at : gap.start()]
        at, glue = gap.end(), "\n" if "\n" in gap.group() else " "
    if at < len(text):
        yield glue, text[at:]


def _slices(glue: str, word: str, room: int) -> Iterator[tuple[str, str]]:
    start = used = letter = since_letter = 0
    end = 0
    for a, b, weight in _units(word, find_urls(word)):
        if not unicodedata.combining(word[a]):
            letter, since_letter = a, 0
        if used + weight > room and a > start:
            # A combining mark stays with its letter, unless they alone are too long.
            stop = letter if letter > start else a
            yield from _halves(glue, word[start:stop], room)
            glue, start, used = "", stop, since_letter if stop == letter else 0
        used += weight
        since_letter += weight
        end = b
    yield from _halves(glue, word[start:end], room)


def _halves(glue: str, piece: str, room: int) -> Iterator[tuple[str, str]]:
    """A cut can make a link of what was none, which weighs more: then cut again."""
    if len(piece) < 2 or weighted_length(piece) <= room:
        yield glue, piece
        return
    middle = len(piece) // 2
    yield from _halves(glue, piece[:middle], room)
    yield from _halves("", piece[middle:], room)

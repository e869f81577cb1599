"""Personal data in public posts: found, masked, and kept out of our own answers.

Two grades (reliability-security §4.3). *Masking* takes everything that has the shape and
the check digits of an identifier. *Alerts* (``certain``) also want a word that says what
it is, or a shape nothing else has, because bare check digits hit at random (DNI 4.4 %).

Text is folded before it is read: full-width, Arabic and styled digits, invisible
characters and accents cannot hide an identifier. Offsets are those of the original.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from incluinfo_desk.domain import identifiers as shapes
from incluinfo_desk.domain.identifiers import Kind

MASK = "▮"
"""U+25AE, once for every character masked: the text keeps its length."""

OFFICIAL: frozenset[str] = frozenset(
    ["915412530", "901106570", "915421176", "901166565", "915410291", "901505020"],
)
"""Public lines of the Social Security, as ``resources/faq/starter_faq.json`` names them:
appointments, INSS and TGSS. Lines that begin with 80 or 90 are nobody's own, and codes
such as 020, 060 or 112 are too short to be taken for one."""


@dataclass(frozen=True, slots=True)
class Finding:
    kind: Kind
    start: int
    end: int
    certain: bool
    """Worth an alert; masking does not ask."""


@dataclass(frozen=True, slots=True)
class Masked:
    text: str
    findings: tuple[Finding, ...]


# --- folding -------------------------------------------------------------------------------

_DASHES = "‐‑‒–—―−﹘﹣－"
_DOTS = "·•․‧∙⋅。．｡"
_LOOKALIKES = dict(
    zip("АВЕКМНОРСТХУЅІЈΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEKMHOPCTXYSIJABEZHIKMNOPTYX", strict=True)
)


def _fold_char(char: str) -> str:
    """One ASCII capital, digit or sign; empty for what cannot be seen; else itself."""
    if char.isascii():
        return " " if char == "\t" else char.upper()
    category = unicodedata.category(char)
    if category in ("Cf", "Mn", "Me"):
        return ""
    if category == "Zs":
        return " "
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if char in _DASHES:
        return "-"
    if char in _DOTS:
        return "."
    base = unicodedata.normalize("NFKD", char)[0].upper()
    base = _LOOKALIKES.get(base, base)
    return base if len(base) == 1 and base.isascii() else char


def _fold(text: str) -> tuple[str, list[int]]:
    folded: list[str] = []
    origin: list[int] = []
    for index, char in enumerate(text):
        plain = _fold_char(char)
        if plain:
            folded.append(plain)
            origin.append(index)
    return "".join(folded), origin


def _plain(token: str) -> str:
    return re.sub("[^0-9A-Z]", "", token)


# --- finding -----------------------------------------------------------------------------------

_MAX_PASSES = 6
"""Honest posts need one or two; the bound keeps the time proportional to the text."""


def find(text: str, official: frozenset[str] = OFFICIAL) -> list[Finding]:
    """Every identifier in ``text``, in order, without overlaps.

    ``official`` holds telephone numbers (nine digits) and e-mail addresses (lower case)
    of the Administration: they are nobody's personal data.
    """
    findings: list[Finding] = []
    rest = text
    for _ in range(_MAX_PASSES):
        new = _pass(rest, official)
        if not new:
            return findings
        # What stands beside a masked identifier may only now look like one.
        findings = _merged([*findings, *new])
        rest = _covered(rest, new)
    return _merged([*findings, *_every_digit(rest, findings[-1].kind)])


def mask(text: str, official: frozenset[str] = OFFICIAL) -> Masked:
    """``text`` with every identifier under :data:`MASK`, of the same length."""
    findings = find(text, official)
    return Masked(_covered(text, findings), tuple(findings))


def is_clean(text: str, official: frozenset[str] = OFFICIAL) -> bool:
    """Whether a text of ours may be published: nothing in it looks like an identifier."""
    return not find(text, official)


def official_contacts(texts: Iterable[str]) -> frozenset[str]:
    """Telephones and addresses that our own verified answers publish."""
    contacts = set(OFFICIAL)
    for text in texts:
        folded, _ = _fold(text)
        for kind, start, end, _ in _candidates(folded, text, range(len(folded)), frozenset()):
            if kind is Kind.PHONE:
                contacts.add(_plain(folded[start:end])[-9:])
            elif kind is Kind.EMAIL:
                contacts.add(folded[start:end].lower())
    return frozenset(contacts)


def _pass(text: str, official: frozenset[str]) -> list[Finding]:
    folded, origin = _fold(text)
    return _merged(
        Finding(kind, origin[start], origin[end - 1] + 1, certain)
        for kind, start, end, certain in _candidates(folded, text, origin, official)
    )


def _every_digit(text: str, kind: Kind) -> Iterator[Finding]:
    """Last resort for a text built so that each identifier shields the next."""
    folded, origin = _fold(text)
    for char, index in zip(folded, origin, strict=True):
        if char.isdigit() or char == "@":
            yield Finding(kind, index, index + 1, certain=False)


def _merged(findings: Iterable[Finding]) -> list[Finding]:
    """One finding for each stretch; it bears the kind of its longest part."""
    result: list[Finding] = []
    longest = 0
    for finding in sorted(findings, key=lambda f: (f.start, -f.end)):
        size = finding.end - finding.start
        if result and finding.start < result[-1].end:
            last = result[-1]
            kind = finding.kind if size > longest else last.kind
            longest = max(longest, size)
            certain = last.certain or finding.certain
            result[-1] = Finding(kind, last.start, max(last.end, finding.end), certain)
        else:
            result.append(finding)
            longest = size
    return result


def _covered(text: str, findings: Iterable[Finding]) -> str:
    parts: list[str] = []
    at = 0
    for finding in findings:
        parts += text[at : finding.start], MASK * (finding.end - finding.start)
        at = finding.end
    return "".join([*parts, text[at:]])


_Candidate = tuple[Kind, int, int, bool]


def _candidates(
    folded: str,
    text: str,
    origin: Sequence[int],
    official: frozenset[str],
) -> Iterator[_Candidate]:
    if not any(char.isdigit() for char in folded) and "@" not in folded:
        return
    links = [(m.start(), m.end()) for m in shapes.URL.finditer(folded)]
    for rule in shapes.RULES:
        for match in rule.shape.finditer(folded):
            start, end = match.span()
            if rule.kind not in shapes.IN_LINKS and any(a <= start < b for a, b in links):
                continue
            token = _plain(match.group())
            if not rule.valid(token) or token[-9:] in official:
                continue
            if shapes.DATE.match(match.group()) and not _named(rule.kind, folded, start, end):
                continue
            loose = rule.needs_word or _is_word(match.group()[-2:], text[origin[end - 1]])
            if loose:
                if _named_just_before(rule.kind, folded, start):
                    yield rule.kind, start, end, True
                continue
            certain = _stands_alone(folded, start, end) and (
                rule.telling is not None and rule.telling.match(match.group()) is not None
            )
            yield rule.kind, start, end, certain or _named(rule.kind, folded, start, end)
    yield from _emails(folded, official)
    yield from _cases(folded, official)


def _is_word(ending: str, last: str) -> bool:
    """Whether what looks like a control letter is the word a, e or y."""
    return ending[0] == " " and last in "aey"


def _stands_alone(folded: str, start: int, end: int) -> bool:
    before = folded[start - 1] if start else " "
    after = folded[end] if end < len(folded) else " "
    return not (before.isalnum() or after.isalnum())


def _named(kind: Kind, folded: str, start: int, end: int) -> bool:
    word = shapes.CONTEXT[kind]
    near = folded[max(0, start - shapes.BEFORE) : start], folded[end : end + shapes.AFTER]
    return any(word.search(side) for side in near)


def _named_just_before(kind: Kind, folded: str, start: int) -> bool:
    near = folded[max(0, start - shapes.WORD_DISTANCE) : start]
    words = list(shapes.CONTEXT[kind].finditer(near))
    return bool(words) and not any(char.isdigit() for char in near[words[-1].end() :])


def _emails(folded: str, official: frozenset[str]) -> Iterator[_Candidate]:
    at = folded.find("@")
    while at >= 0:
        local = shapes.EMAIL_LOCAL.search(folded, max(0, at - 64), at)
        domain = shapes.EMAIL_DOMAIN.match(folded, at + 1)
        if local and domain and not _is_no_email(folded, local.start(), domain.end(), official):
            yield Kind.EMAIL, local.start(), domain.end(), True
        at = folded.find("@", at + 1)


def _is_no_email(folded: str, start: int, end: int, official: frozenset[str]) -> bool:
    address = folded[start:end].lower()
    return (
        address in official
        or address.startswith("cl@ve")
        # @name@server is a handle, https://name@host a link.
        or folded[max(0, start - 1) : start] == "@"
        or folded[max(0, start - 2) : start] == "//"
    )


def _cases(folded: str, official: frozenset[str]) -> Iterator[_Candidate]:
    for match in shapes.CASE.finditer(folded):
        start, end = match.span("token")
        token = match.group("token")
        digits = re.sub("[^0-9]", "", token)
        if len(digits) < 5 or digits in official or shapes.MONEY.match(folded, end):
            continue
        if shapes.NOT_A_CASE.fullmatch(token) or shapes.DATE.match(token):
            continue
        yield Kind.CASE_NUMBER, start, end, True

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
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from incluinfo_desk.domain.check_digits import (
    is_bank_account,
    is_card,
    is_cif,
    is_dni,
    is_iban,
    is_naf,
    is_nie,
    is_special_nif,
)

MASK = "▮"
"""U+25AE, once for every character masked: the text keeps its length."""

OFFICIAL: frozenset[str] = frozenset(
    ["915412530", "901106570", "915421176", "901166565", "915410291", "901505020"],
)
"""Public lines of the Social Security, as ``resources/faq/starter_faq.json`` names them:
appointments, INSS and TGSS. Lines that begin with 80 or 90 are nobody's own, and codes
such as 020, 060 or 112 are too short to be taken for one."""


class Kind(StrEnum):
    DNI = "dni"
    """Also the NIF of people without DNI (K, L, M)."""
    NIE = "nie"
    NAF = "naf"
    """Social Security number (NUSS), and an employer's account code."""
    IBAN = "iban"
    """Also the 20 digits of an account in the old form."""
    CIF = "cif"
    PHONE = "phone"
    EMAIL = "email"
    CASE_NUMBER = "case_number"
    CARD = "card"


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


# --- shapes ------------------------------------------------------------------------------------


def _plain(token: str) -> str:
    return re.sub("[^0-9A-Z]", "", token)


_S = r"[ .\-/_]{0,2}"
_NO_DIGIT_BEFORE = r"(?<![0-9])(?<![0-9][.,])"
_NO_DIGIT_AFTER = r"(?![0-9])"


def _digits(count: int) -> str:
    return rf"[0-9](?:{_S}[0-9]){{{count - 1}}}"


_CONTEXT: dict[Kind, re.Pattern[str]] = {
    Kind.DNI: re.compile(r"D\.?N\.?I|N\.?I\.?F|\bDOCUMENTO|IDENTIDAD|PASAPORTE"),
    Kind.NIE: re.compile(
        r"N\.?I\.?E|\bT\.?I\.?E\b|D\.?N\.?I|N\.?I\.?F|DOCUMENTO|IDENTIDAD|TARJETA"
    ),
    Kind.NAF: re.compile(
        r"N\.?U\.?S\.?S|\bN\.?A\.?F\b|AFILIAC|SEG(?:URIDAD|\.)? ?SOCIAL|\bS\.?S\b|\bC\.?C\.?C\b",
    ),
    Kind.IBAN: re.compile(r"IBAN|CUENTA|\bC\.?C\.?C\b|\bBANCO|\bBANCARI|INGRES|TRANSFER"),
    Kind.CIF: re.compile(r"C\.?I\.?F|N\.?I\.?F|EMPRESA|SOCIEDAD"),
    Kind.PHONE: re.compile(
        r"TELEF|TELF|\bTF?NO|\bTL?F\b|\bTEL\b|MOVIL|WHATS|WASAP|LLAM|CONTACT|\bMI NUMERO|\+34|0034",
    ),
    Kind.CARD: re.compile(r"TARJETA|VISA|MASTERCARD|\bCREDITO|\bDEBITO|CADUC|\bCVV"),
}
_BEFORE, _AFTER = 48, 24

_DATE = re.compile(
    r"\d{1,2}[ ./\-]\d{1,2}[ ./\-](?:19|20)\d\d|(?:19|20)\d\d[ ./\-]\d\d?[ ./\-]\d\d?"
)


@dataclass(frozen=True, slots=True)
class _Rule:
    kind: Kind
    shape: re.Pattern[str]
    valid: Callable[[str], bool]
    """Check digits, given the bare token."""
    telling: re.Pattern[str] | None = None
    """A way of writing it that nothing else has: certain without a word."""
    needs_word: bool = False
    """Not even masked unless a word just before says what it is."""


def _always(_token: str) -> bool:
    return True


_RULES: tuple[_Rule, ...] = (
    _Rule(
        Kind.IBAN,
        re.compile(
            rf"(?<![A-Z0-9])ES{_S}{_digits(22)}{_NO_DIGIT_AFTER}|ES[0-9]{{22}}{_NO_DIGIT_AFTER}"
        ),
        _always,
        re.compile("ES"),
    ),
    _Rule(
        Kind.IBAN,
        re.compile(r"\b(?!ES)[A-Z]{2}[0-9]{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?\b"),
        lambda token: 15 <= len(token) <= 34 and is_iban(token),
        re.compile("[A-Z]{2}"),
    ),
    _Rule(
        Kind.IBAN,
        re.compile(rf"{_NO_DIGIT_BEFORE}{_digits(20)}{_NO_DIGIT_AFTER}"),
        is_bank_account,
    ),
    _Rule(
        Kind.CARD,
        re.compile(
            rf"{_NO_DIGIT_BEFORE}(?:[3-6][0-9]{{3}}(?:[ .\-][0-9]{{4}}){{3}}"
            rf"|3[0-9]{{3}}[ .\-][0-9]{{6}}[ .\-][0-9]{{5}}|[3-6][0-9]{{12,18}}"
            rf"|[3-6](?:{_S}[0-9]){{15}}){_NO_DIGIT_AFTER}",
        ),
        is_card,
        re.compile(r"[0-9]{4}([ .\-])[0-9]{4}\1[0-9]{4}\1[0-9]{4}\Z"),
    ),
    _Rule(
        Kind.NAF,
        re.compile(
            rf"{_NO_DIGIT_BEFORE}(?:[0-9]{{2}}{_S}[0-9]{{7,8}}{_S}[0-9]{{2}}"
            rf"|[0-9]{{4}}([ .\-])[0-9]{{4}}\1[0-9]{{4}}"
            rf"|[0-9]{{3}}([ .\-])[0-9]{{3}}\2[0-9]{{3}}\2[0-9]{{3}})"
            rf"{_NO_DIGIT_AFTER}",
        ),
        is_naf,
        re.compile(r"[0-9]{2}([/\-])[0-9]{7,8}\1[0-9]{2}\Z"),
    ),
    _Rule(
        Kind.NAF,
        re.compile(rf"{_NO_DIGIT_BEFORE}[0-9](?:{_S}[0-9]){{10,11}}{_NO_DIGIT_AFTER}"),
        is_naf,
        needs_word=True,
    ),
    _Rule(
        Kind.NIE,
        re.compile(rf"[XYZ]{_S}0?{_digits(7)}{_S}[A-Z](?![0-9])"),
        is_nie,
        re.compile(r"[XYZ]-?0?[0-9]{7}-?[A-Z]\Z|[XYZ][-. ]?[0-9]\.[0-9]{3}\.[0-9]{3}"),
    ),
    _Rule(
        Kind.DNI,
        re.compile(rf"{_NO_DIGIT_BEFORE}{_digits(8)}{_S}[A-Z](?![0-9])"),
        is_dni,
        re.compile(r"(?:[0-9]{8}|[0-9]{2}\.[0-9]{3}\.[0-9]{3})[ \-]?[A-Z]\Z"),
    ),
    _Rule(
        Kind.DNI,
        re.compile(rf"(?<![A-Z0-9])[KLM]{_S}{_digits(7)}{_S}[A-Z](?![A-Z0-9])"),
        is_special_nif,
    ),
    _Rule(
        Kind.CIF,
        re.compile(rf"(?<![A-Z0-9])[ABCDEFGHJNPQRSUVW][ .\-]?{_digits(7)}{_S}[0-9A-J](?![A-Z0-9])"),
        is_cif,
    ),
    # A number called a DNI or a NUSS is one, mistyped or not.
    _Rule(
        Kind.DNI,
        re.compile(
            rf"{_NO_DIGIT_BEFORE}[XYZ]?{_digits(7)}(?:{_S}[0-9])?"
            rf"(?:{_S}[A-Z](?![A-Z0-9]))?(?!{_S}[0-9])",
        ),
        _always,
        needs_word=True,
    ),
    _Rule(
        Kind.NAF,
        re.compile(rf"{_NO_DIGIT_BEFORE}[0-9](?:{_S}[0-9]){{10,11}}(?!{_S}[0-9])"),
        _always,
        needs_word=True,
    ),
    _Rule(
        Kind.PHONE,
        re.compile(
            rf"(?:(?:\+|(?<![0-9])00)[ ]?34[ .\-]?|{_NO_DIGIT_BEFORE})[6-9](?:[ .\-]?[0-9]){{8}}"
            rf"(?![0-9])(?! ?(?:€|EUR))",
        ),
        lambda token: token[-9:-7] not in ("80", "90") and not token.endswith("000000"),
        re.compile(
            r"(?:\+|00)|(?:[0-9]{3}([ .\-])[0-9]{3}\1[0-9]{3}"
            r"|[0-9]{3}([ .\-])[0-9]{2}\2[0-9]{2}\2[0-9]{2}"
            r"|[0-9]{2}([ .\-])[0-9]{3}\3[0-9]{2}\3[0-9]{2})\Z",
        ),
    ),
    _Rule(
        Kind.PHONE,
        re.compile(r"\+(?!34)[1-9][0-9]{0,2}(?:[ .\-]{0,2}[0-9]){7,11}(?![0-9])"),
        _always,
        re.compile(r"\+"),
    ),
)

_WORD_DISTANCE = 24
"""How near before a number its name must stand when its shape alone says nothing."""

_IN_LINKS = frozenset([Kind.DNI, Kind.NIE, Kind.IBAN])
"""What a link may carry; ids of posts and pages look like everything else."""

_URL = re.compile(r"HTTPS?://[^ \n]{1,4096}")

_CASE = re.compile(
    r"(?:EXPEDIENTES?|\bEXPTE|\bEXP\b|\bSOLICITUD(?:ES)?|\bREGISTRO|\bCSV\b|\bREFERENCIA|\bREF\b"
    r"|\bRESGUARDO|\bVERIFICACION|\bRECLAMACION|\bREGAGE)"
    r"(?:[ .:,;#º°ª()\-\"'«“]|\bNUMERO\b|\bNUM\b|\bNRO\b|\b[NOA]\b|\bNO\b|\bDEL?\b"
    r"|\bES\b|\bEL\b|\bLA\b|\bMI\b"
    r"|\bCON\b|\bIMV\b|\bASILO\b|\bCODIGO\b|\bREGISTRO\b|\bSOLICITUD\b|\bEXPEDIENTE\b"
    r"|\bREFERENCIA\b|\bELECTRONICO\b){0,12}?"
    r"(?P<token>(?=[A-Z/.\-]{0,8}[0-9])[A-Z0-9](?:[/.\-]{0,2}[A-Z0-9]|[ ][0-9]){3,40})",
)
_NOT_A_CASE = re.compile(
    r"[0-9]{1,4}/(?:19|20)[0-9]{2}|[0-9]{1,3}(?:\.[0-9]{3})+"
    r"|(?:19|20)[0-9]{2}[ /\-](?:19|20)?[0-9]{2}",
)
_MONEY = re.compile(r"(?:,[0-9]{1,2})? ?(?:€|EUR|%)|,[0-9]")

_EMAIL_LOCAL = re.compile(r"[A-Z0-9._%+\-]{1,64}\Z")
_EMAIL_DOMAIN = re.compile(r"[A-Z0-9](?:[A-Z0-9\-]{0,62}\.){1,8}[A-Z]{2,24}")


# --- finding -----------------------------------------------------------------------------------


def find(text: str, official: frozenset[str] = OFFICIAL) -> list[Finding]:
    """Every identifier in ``text``, in order, without overlaps.

    ``official`` holds telephone numbers (nine digits) and e-mail addresses (lower case)
    of the Administration: they are nobody's personal data.
    """
    findings: list[Finding] = []
    rest = text
    # What stands behind a masked identifier may only now begin like one.
    while new := _pass(rest, official):
        findings = _merged([*findings, *new])
        rest = _covered(rest, new)
    return findings


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
    links = [(m.start(), m.end()) for m in _URL.finditer(folded)]
    for rule in _RULES:
        for match in rule.shape.finditer(folded):
            start, end = match.span()
            if rule.kind not in _IN_LINKS and any(a <= start < b for a, b in links):
                continue
            token = _plain(match.group())
            if not rule.valid(token) or token[-9:] in official:
                continue
            if _DATE.match(match.group()) and not _named(rule.kind, folded, start, end):
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
    word = _CONTEXT[kind]
    near = folded[max(0, start - _BEFORE) : start], folded[end : end + _AFTER]
    return any(word.search(side) for side in near)


def _named_just_before(kind: Kind, folded: str, start: int) -> bool:
    near = folded[max(0, start - _WORD_DISTANCE) : start]
    words = list(_CONTEXT[kind].finditer(near))
    return bool(words) and not any(char.isdigit() for char in near[words[-1].end() :])


def _emails(folded: str, official: frozenset[str]) -> Iterator[_Candidate]:
    at = folded.find("@")
    while at >= 0:
        local = _EMAIL_LOCAL.search(folded, max(0, at - 64), at)
        domain = _EMAIL_DOMAIN.match(folded, at + 1)
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
    for match in _CASE.finditer(folded):
        start, end = match.span("token")
        token = match.group("token")
        digits = re.sub("[^0-9]", "", token)
        if len(digits) < 5 or digits in official or _MONEY.match(folded, end):
            continue
        if _NOT_A_CASE.fullmatch(token) or _DATE.match(token):
            continue
        yield Kind.CASE_NUMBER, start, end, True
